/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document's state and its signals. Invariant: bundle, scope and selection always belong to the same
 * bundle. */
#include "document/document-private.h"

G_DEFINE_FINAL_TYPE (WhenceDocument, whence_document, G_TYPE_OBJECT)

enum
{
  SELECTION_CHANGED,
  HIGHLIGHT_CHANGED,
  HISTORY_CHANGED,
  VIEW_HISTORY_CHANGED,
  FOUND_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];
static GParamSpec *props[WHENCE_DOCUMENT_N_PROPS];

void
whence_document_notify (WhenceDocument *document, WhenceDocumentProp prop)
{
  g_object_notify_by_pspec (G_OBJECT (document), props[prop]);
}

void
whence_document_history_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[HISTORY_CHANGED], 0);
}

void
whence_document_view_history_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[VIEW_HISTORY_CHANGED], 0);
}

void
whence_document_highlight_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[HIGHLIGHT_CHANGED], 0);
}

void
whence_document_found_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[FOUND_CHANGED], 0);
  whence_document_highlight_changed (document);
}

/* --- The bundle --- */

void
whence_document_renew_scope (WhenceDocument *document)
{
  g_autofree guint8 *shown = whence_document_dup_shown (document);

  g_clear_pointer (&document->scope, whence_scope_unref);
  document->scope =
    whence_scope_new (document->bundle, shown, whence_bundle_get_latest_instant (document->bundle),
                      document->as_of_from, document->as_of_to);
  whence_amounts_choice_forget (&document->amounts);
  whence_document_measure_anew (document);
  whence_document_subset_follow_scope (document);
}

void
whence_document_replace_bundle (WhenceDocument *document, WhenceBundle *bundle)
{
  whence_bundle_ref (bundle);
  whence_view_history_translate (&document->view_history, document->bundle, bundle);
  whence_document_subset_follow_bundle (document, document->bundle, bundle);
  whence_selection_set_bundle (&document->selection, bundle);
  whence_amounts_choice_translate (&document->amounts, document->bundle, bundle);
  whence_document_translate_filter (document, document->bundle, bundle);
  whence_bundle_unref (document->bundle);
  document->bundle = bundle;
  whence_document_renew_scope (document);
  whence_document_search_anew (document);

  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_BUNDLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_TITLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_MODIFIED);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILTER);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SCOPE);
  g_object_thaw_notify (G_OBJECT (document));
  g_signal_emit (document, signals[SELECTION_CHANGED], 0);
  whence_document_highlight_changed (document);
}

static gboolean
same_records (WhenceBundle *a, WhenceBundle *b)
{
  guint n = whence_bundle_get_n_entities (a);

  if (n != whence_bundle_get_n_entities (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      WhenceEntity one, other;
      whence_bundle_get_entity (a, i, &one);
      whence_bundle_get_entity (b, i, &other);
      if (!g_str_equal (one.id, other.id))
        return FALSE;
    }
  return whence_bundle_get_n_facts (a) == whence_bundle_get_n_facts (b);
}

/* An arrangement counts entities by index; with other records it is where the next one starts from. A file
 * that saves an arrangement is shown in it. */
static void
keep_layout (WhenceDocument *document, WhenceBundle *bundle, gboolean reload)
{
  guint32 center = WHENCE_NONE;

  g_clear_pointer (&document->last_arrangement, whence_arrangement_unref);
  if (reload && document->center != WHENCE_NONE)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (document->bundle, document->center, &entity);
      center = whence_bundle_find_entity (bundle, entity.id);
    }
  document->center = center;
  if (!reload)
    whence_document_set_layout (document, whence_bundle_has_positions (bundle) ? WHENCE_LAYOUT_SAVED
                                                                               : WHENCE_LAYOUT_ORGANIC);
  else if (document->arrangement != NULL)
    document->last_arrangement = whence_arrangement_ref (document->arrangement);
  if (!reload || !same_records (document->bundle, bundle))
    whence_document_set_arrangement (document, NULL);
}

void
whence_document_set_bundle (WhenceDocument *document, WhenceBundle *bundle, GFile *file)
{
  gboolean reload = file != NULL && document->file != NULL && g_file_equal (file, document->file);

  g_object_freeze_notify (G_OBJECT (document));
  if (!reload)
    {
      whence_selection_select (&document->selection, WHENCE_REF_NOTHING, FALSE);
      whence_document_choose_amounts_of (document, NULL, 0);
      whence_document_set_amounts_currency (document, NULL);
      document->range_from = document->range_to = 0;
      document->as_of_from = WHENCE_INSTANT_BEFORE_ALL;
      document->as_of_to = WHENCE_INSTANT_AFTER_ALL;
      whence_document_forget_filter (document);
      whence_document_subset_reset (document);
      whence_document_settle_view (document);
      whence_view_history_clear (&document->view_history);
      whence_view_history_init (&document->view_history);
      whence_document_notify (document, WHENCE_DOCUMENT_PROP_RANGE);
      whence_document_forget_lanes (document);
      whence_document_notify (document, WHENCE_DOCUMENT_PROP_LANES);
    }
  keep_layout (document, bundle, reload);
  g_clear_pointer (&document->before_drag, whence_arrangement_unref);
  whence_history_clear (&document->history);
  whence_history_init (&document->history);
  g_set_object (&document->file, file);
  g_clear_pointer (&document->stamp, g_free);
  whence_bundle_unref (document->saved);
  document->saved = whence_bundle_ref (bundle);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILE);
  whence_document_replace_bundle (document, bundle);
  g_object_thaw_notify (G_OBJECT (document));
  whence_document_history_changed (document);
  whence_document_view_history_changed (document);
}

WhenceBundle *
whence_document_get_bundle (WhenceDocument *document)
{
  return document->bundle;
}

GFile *
whence_document_get_file (WhenceDocument *document)
{
  return document->file;
}

char *
whence_document_dup_title (WhenceDocument *document)
{
  const char *title = whence_bundle_get_title (document->bundle);

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (document->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (document->file);
      return g_filename_display_name (name);
    }
  return NULL;
}

gboolean
whence_document_is_empty (WhenceDocument *document)
{
  return document->file == NULL && whence_bundle_get_n_facts (document->bundle) == 0
         && whence_bundle_get_n_entities (document->bundle) == 0;
}

gboolean
whence_document_is_modified (WhenceDocument *document)
{
  return document->bundle != document->saved;
}

/* --- What is shown --- */

WhenceScope *
whence_document_get_scope (WhenceDocument *document)
{
  return document->scope;
}

WhenceGrouping
whence_document_get_grouping (WhenceDocument *document)
{
  return document->grouping;
}

void
whence_document_set_grouping (WhenceDocument *document, WhenceGrouping grouping)
{
  if (document->grouping == grouping)
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  document->grouping = grouping;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_GROUPING);
}

WhenceLayoutKind
whence_document_get_layout (WhenceDocument *document)
{
  return document->layout;
}

void
whence_document_set_layout (WhenceDocument *document, WhenceLayoutKind layout)
{
  if (document->layout == layout)
    return;
  document->layout = layout;
  document->center = WHENCE_NONE;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LAYOUT);
}

gboolean
whence_document_get_negated (WhenceDocument *document)
{
  return document->negated;
}

void
whence_document_set_negated (WhenceDocument *document, gboolean negated)
{
  if (document->negated == !!negated)
    return;
  document->negated = !!negated;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_NEGATED);
}

WhenceArrangement *
whence_document_get_arrangement (WhenceDocument *document)
{
  return document->arrangement;
}

WhenceArrangement *
whence_document_get_last_arrangement (WhenceDocument *document)
{
  return document->last_arrangement;
}

void
whence_document_set_arrangement (WhenceDocument *document, WhenceArrangement *arrangement)
{
  if (document->arrangement == arrangement)
    return;
  if (arrangement != NULL)
    whence_arrangement_ref (arrangement);
  g_clear_pointer (&document->arrangement, whence_arrangement_unref);
  document->arrangement = arrangement;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_ARRANGEMENT);
}

/* --- What is lit --- */

static void
selection_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[SELECTION_CHANGED], 0);
  whence_document_highlight_changed (document);
}

static void
select_ref (WhenceDocument *document, WhenceRef ref, gboolean extend, WhenceViewMotion motion)
{
  if (!whence_selection_would_change (&document->selection, ref, extend))
    return;
  whence_document_remember_view (document, motion);
  whence_selection_select (&document->selection, ref, extend);
  selection_changed (document);
}

void
whence_document_select (WhenceDocument *document, WhenceRef ref, gboolean extend)
{
  select_ref (document, ref, extend, WHENCE_VIEW_STEP);
}

void
whence_document_walk_to (WhenceDocument *document, WhenceRef ref)
{
  select_ref (document, ref, FALSE, WHENCE_VIEW_WALKS);
}

void
whence_document_select_refs (WhenceDocument *document, const WhenceRef *refs, guint n_refs)
{
  if (whence_selection_holds_just (&document->selection, refs, n_refs))
    return;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  whence_selection_set (&document->selection, refs, n_refs);
  selection_changed (document);
}

void
whence_document_hover (WhenceDocument *document, WhenceRef ref)
{
  if (whence_selection_hover (&document->selection, ref))
    whence_document_highlight_changed (document);
}

void
whence_document_focus (WhenceDocument *document, WhenceRef ref)
{
  if (whence_selection_focus (&document->selection, ref))
    whence_document_highlight_changed (document);
}

const WhenceRef *
whence_document_get_selection (WhenceDocument *document, guint *n_refs)
{
  *n_refs = document->selection.refs->len;
  return (const WhenceRef *) (gconstpointer) document->selection.refs->data;
}

WhenceRef
whence_document_get_focus (WhenceDocument *document)
{
  return document->selection.focus;
}

gboolean
whence_document_is_selected (WhenceDocument *document, WhenceRef ref)
{
  return whence_selection_contains (&document->selection, ref);
}

WhenceHighlight
whence_document_get_highlight (WhenceDocument *document)
{
  return whence_selection_get_highlight (&document->selection);
}

/* --- GObject --- */

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WhenceDocument *document = WHENCE_DOCUMENT (object);

  switch ((WhenceDocumentProp) id)
    {
    case WHENCE_DOCUMENT_PROP_FILE:
      g_value_set_object (value, document->file);
      break;
    case WHENCE_DOCUMENT_PROP_TITLE:
      g_value_take_string (value, whence_document_dup_title (document));
      break;
    case WHENCE_DOCUMENT_PROP_MODIFIED:
      g_value_set_boolean (value, whence_document_is_modified (document));
      break;
    case WHENCE_DOCUMENT_PROP_LOADING:
      g_value_set_boolean (value, document->loading != NULL);
      break;
    case WHENCE_DOCUMENT_PROP_PROGRESS:
      g_value_set_double (value, document->progress);
      break;
    case WHENCE_DOCUMENT_PROP_GROUPING:
      g_value_set_int (value, document->grouping);
      break;
    case WHENCE_DOCUMENT_PROP_LAYOUT:
      g_value_set_int (value, document->layout);
      break;
    case WHENCE_DOCUMENT_PROP_NEGATED:
      g_value_set_boolean (value, document->negated);
      break;
    case WHENCE_DOCUMENT_PROP_LANES:
      g_value_set_pointer (value, whence_document_get_lanes (document));
      break;
    case WHENCE_DOCUMENT_PROP_BUNDLE:
      g_value_set_pointer (value, document->bundle);
      break;
    case WHENCE_DOCUMENT_PROP_FILTER:
      g_value_set_pointer (value, document->filter);
      break;
    case WHENCE_DOCUMENT_PROP_SCOPE:
      g_value_set_pointer (value, document->scope);
      break;
    case WHENCE_DOCUMENT_PROP_LOOK:
      g_value_set_pointer (value, document->look);
      break;
    case WHENCE_DOCUMENT_PROP_MEASURES:
      g_value_set_pointer (value, whence_document_get_measures (document));
      break;
    case WHENCE_DOCUMENT_PROP_ARRANGEMENT:
      g_value_set_pointer (value, document->arrangement);
      break;
    case WHENCE_DOCUMENT_PROP_SUBSET:
      g_value_set_pointer (value, whence_document_get_subset (document));
      break;
    case WHENCE_DOCUMENT_PROP_PATHS:
      g_value_set_pointer (value, document->paths);
      break;
    case WHENCE_DOCUMENT_PROP_RANGE:
      g_value_set_boolean (value, document->range_from < document->range_to);
      break;
    case WHENCE_DOCUMENT_PROP_VISIBLE_RANGE:
      g_value_set_boolean (value, document->visible_from < document->visible_to);
      break;
    case WHENCE_DOCUMENT_PROP_AMOUNTS:
      g_value_set_boolean (value, whence_document_get_amounts_shown (document));
      break;
    case WHENCE_DOCUMENT_N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == WHENCE_DOCUMENT_PROP_NEGATED)
    whence_document_set_negated (WHENCE_DOCUMENT (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
dispose (GObject *object)
{
  WhenceDocument *document = WHENCE_DOCUMENT (object);

  whence_document_cancel_load (document);
  whence_document_stop_counting (document);
  g_clear_handle_id (&document->view_rest, g_source_remove);
  whence_document_end_search (document);
  G_OBJECT_CLASS (whence_document_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  WhenceDocument *document = WHENCE_DOCUMENT (object);

  whence_document_forget_lanes (document);
  whence_selection_clear (&document->selection);
  whence_amounts_choice_clear (&document->amounts);
  whence_history_clear (&document->history);
  whence_view_history_clear (&document->view_history);
  g_clear_pointer (&document->arrangement, whence_arrangement_unref);
  g_clear_pointer (&document->last_arrangement, whence_arrangement_unref);
  whence_document_clear_graph (document);
  g_clear_pointer (&document->before_drag, whence_arrangement_unref);
  whence_document_subset_clear (document);
  g_clear_pointer (&document->scope, whence_scope_unref);
  g_clear_pointer (&document->filter, whence_filter_unref);
  g_clear_pointer (&document->saved, whence_bundle_unref);
  g_clear_pointer (&document->bundle, whence_bundle_unref);
  g_clear_object (&document->file);
  g_clear_pointer (&document->stamp, g_free);
  G_OBJECT_CLASS (whence_document_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[WHENCE_DOCUMENT_PROP_BUNDLE] = g_param_spec_pointer ("bundle", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[WHENCE_DOCUMENT_PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  props[WHENCE_DOCUMENT_PROP_SCOPE] = g_param_spec_pointer ("scope", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_GROUPING] =
    g_param_spec_int ("grouping", NULL, NULL, 0, WHENCE_GROUP_SOURCE, 0, flags);
  props[WHENCE_DOCUMENT_PROP_LANES] = g_param_spec_pointer ("lanes", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_LAYOUT] =
    g_param_spec_int ("layout", NULL, NULL, 0, WHENCE_LAYOUT_SAVED, 0, flags);
  props[WHENCE_DOCUMENT_PROP_NEGATED] =
    g_param_spec_boolean ("negated", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  props[WHENCE_DOCUMENT_PROP_LOOK] = g_param_spec_pointer ("look", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_MEASURES] = g_param_spec_pointer ("measures", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_ARRANGEMENT] = g_param_spec_pointer ("arrangement", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_SUBSET] = g_param_spec_pointer ("subset", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_PATHS] = g_param_spec_pointer ("paths", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_RANGE] = g_param_spec_boolean ("range", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_VISIBLE_RANGE] =
    g_param_spec_boolean ("visible-range", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_AMOUNTS] = g_param_spec_boolean ("amounts", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, WHENCE_DOCUMENT_N_PROPS, props);
}

static void
whence_document_class_init (WhenceDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *const names[N_SIGNALS] = { "selection-changed", "highlight-changed", "history-changed",
                                         "view-history-changed", "found-changed" };

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  install_properties (object_class);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] =
      g_signal_new (names[i], WHENCE_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
whence_document_init (WhenceDocument *document)
{
  document->bundle = whence_bundle_new_empty ();
  document->saved = whence_bundle_ref (document->bundle);
  document->as_of_from = WHENCE_INSTANT_BEFORE_ALL;
  document->as_of_to = WHENCE_INSTANT_AFTER_ALL;
  whence_view_history_init (&document->view_history);
  document->grouping = WHENCE_GROUP_NONE;
  document->center = WHENCE_NONE;
  document->hit = WHENCE_NONE;
  document->filter = whence_filter_new ();
  whence_selection_init (&document->selection, document->bundle);
  whence_history_init (&document->history);
  whence_amounts_choice_init (&document->amounts);
  whence_document_subset_init (document);
  whence_document_renew_scope (document);
}

WhenceDocument *
whence_document_new (void)
{
  return g_object_new (WHENCE_TYPE_DOCUMENT, NULL);
}
