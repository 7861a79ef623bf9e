/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document as an object: its properties, its signals, its life. What it does is in the files beside it.
 */
#include "document/document-private.h"

G_DEFINE_FINAL_TYPE (WhenceDocument, whence_document, G_TYPE_OBJECT)

enum
{
  SELECTION_CHANGED,
  HIGHLIGHT_CHANGED,
  HISTORY_CHANGED,
  VIEW_HISTORY_CHANGED,
  FOUND_CHANGED,
  EDITED,
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
whence_document_edited (WhenceDocument *document)
{
  g_signal_emit (document, signals[EDITED], 0);
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
whence_document_selection_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[SELECTION_CHANGED], 0);
  whence_document_highlight_changed (document);
}

void
whence_document_found_changed (WhenceDocument *document)
{
  g_signal_emit (document, signals[FOUND_CHANGED], 0);
  whence_document_highlight_changed (document);
}

static gpointer
get_pointer (WhenceDocument *document, guint id)
{
  switch (id)
    {
    case WHENCE_DOCUMENT_PROP_BUNDLE:
      return document->bundle;
    case WHENCE_DOCUMENT_PROP_FILE:
      return document->file;
    case WHENCE_DOCUMENT_PROP_FILTER:
      return document->filter;
    case WHENCE_DOCUMENT_PROP_SCOPE:
      return document->scope;
    case WHENCE_DOCUMENT_PROP_NEWS:
      return (gpointer) whence_document_get_news (document);
    case WHENCE_DOCUMENT_PROP_LANES:
      return whence_document_get_lanes (document);
    case WHENCE_DOCUMENT_PROP_LOOK:
      return document->look;
    case WHENCE_DOCUMENT_PROP_MEASURES:
      return whence_document_get_measures (document);
    case WHENCE_DOCUMENT_PROP_ARRANGEMENT:
      return document->arrangement;
    case WHENCE_DOCUMENT_PROP_SUBSET:
      return whence_document_get_subset (document);
    case WHENCE_DOCUMENT_PROP_PATHS:
      return document->paths;
    case WHENCE_DOCUMENT_PROP_REVIEW:
      return document->review;
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
get_boolean (WhenceDocument *document, guint id)
{
  switch (id)
    {
    case WHENCE_DOCUMENT_PROP_MODIFIED:
      return whence_document_is_modified (document);
    case WHENCE_DOCUMENT_PROP_LOADING:
      return document->loading != NULL;
    case WHENCE_DOCUMENT_PROP_NEGATED:
      return document->negated;
    case WHENCE_DOCUMENT_PROP_AS_OF:
      return whence_scope_has_as_of (document->scope);
    case WHENCE_DOCUMENT_PROP_PLAYING:
      return whence_document_is_playing (document);
    case WHENCE_DOCUMENT_PROP_RANGE:
      return document->range_from < document->range_to;
    case WHENCE_DOCUMENT_PROP_SPAN:
      return document->span_from < document->span_to;
    case WHENCE_DOCUMENT_PROP_VISIBLE_RANGE:
      return document->visible_from < document->visible_to;
    case WHENCE_DOCUMENT_PROP_AMOUNTS:
      return whence_document_get_amounts_shown (document);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WhenceDocument *document = WHENCE_DOCUMENT (object);

  switch (id)
    {
    case WHENCE_DOCUMENT_PROP_TITLE:
      g_value_take_string (value, whence_document_dup_title (document));
      break;
    case WHENCE_DOCUMENT_PROP_KNOWN_BY:
      g_value_set_string (value, whence_document_get_known_by (document));
      break;
    case WHENCE_DOCUMENT_PROP_PROGRESS:
      g_value_set_double (value, document->progress);
      break;
    case WHENCE_DOCUMENT_PROP_REVIEW_PROGRESS:
      g_value_set_double (value, document->review_progress);
      break;
    case WHENCE_DOCUMENT_PROP_GROUPING:
      g_value_set_int (value, document->grouping);
      break;
    case WHENCE_DOCUMENT_PROP_LAYOUT:
      g_value_set_int (value, document->layout);
      break;
    default:
      if (G_VALUE_HOLDS_BOOLEAN (value))
        g_value_set_boolean (value, get_boolean (document, id));
      else if (G_VALUE_HOLDS_OBJECT (value))
        g_value_set_object (value, get_pointer (document, id));
      else
        g_value_set_pointer (value, get_pointer (document, id));
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
  whence_document_stop_weighing (document);
  g_clear_handle_id (&document->view_rest, g_source_remove);
  whence_document_end_search (document);
  whence_document_forget_review (document);
  whence_amounts_choice_forget (&document->amounts);
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
  whence_play_clear (&document->play);
  g_clear_pointer (&document->scope, whence_scope_unref);
  g_clear_pointer (&document->filter, whence_filter_unref);
  g_clear_pointer (&document->pointed, whence_filter_unref);
  g_clear_pointer (&document->known_by, whence_known_by_unref);
  g_clear_pointer (&document->known_date, g_free);
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
  props[WHENCE_DOCUMENT_PROP_AS_OF] = g_param_spec_boolean ("as-of", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_NEWS] = g_param_spec_pointer ("news", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_KNOWN_BY] = g_param_spec_string ("known-by", NULL, NULL, NULL, flags);
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
  props[WHENCE_DOCUMENT_PROP_SPAN] = g_param_spec_boolean ("span", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_VISIBLE_RANGE] =
    g_param_spec_boolean ("visible-range", NULL, NULL, FALSE, flags);
  props[WHENCE_DOCUMENT_PROP_AMOUNTS] = g_param_spec_boolean ("amounts", NULL, NULL, TRUE, flags);
  props[WHENCE_DOCUMENT_PROP_REVIEW] = g_param_spec_pointer ("review", NULL, NULL, flags);
  props[WHENCE_DOCUMENT_PROP_REVIEW_PROGRESS] =
    g_param_spec_double ("review-progress", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, WHENCE_DOCUMENT_N_PROPS, props);
}

static void
whence_document_class_init (WhenceDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const char *const names[N_SIGNALS] = { "selection-changed",    "highlight-changed", "history-changed",
                                         "view-history-changed", "found-changed",     "edited" };

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
  whence_play_init (&document->play);
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
