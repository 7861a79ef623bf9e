/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bundle that is open and the scope that follows from it. Invariant: bundle, scope and selection always
 * belong to the same bundle. */
#include "document/document-private.h"

#define MANY 20000 /* facts from which on a worker lists who cites a source */

WhenceOutlook
whence_document_take_outlook (WhenceDocument *document, WhenceKnownBy *known_by)
{
  WhenceFilter *filter = whence_document_get_applied_filter (document);

  return (WhenceOutlook){ .bundle = whence_bundle_ref (document->bundle),
                          .filter = filter != NULL ? whence_filter_ref (filter) : NULL,
                          .known_by = known_by != NULL ? whence_known_by_ref (known_by) : NULL,
                          .as_of = { document->as_of_from, document->as_of_to },
                          .compared = { document->compared[0], document->compared[1] } };
}

void
whence_document_take_scope (WhenceDocument *document, WhenceScope *scope, guint n_hidden)
{
  g_clear_pointer (&document->scope, whence_scope_unref);
  document->scope = scope;
  document->scope_stale = FALSE;
  document->n_hidden = n_hidden;
  whence_document_forget_play (document);
  whence_document_rank_amounts_anew (document);
  whence_document_measure_anew (document);
  whence_document_subset_follow_scope (document);
  whence_document_light_span (document);
  whence_document_light_pointed (document);
}

void
whence_document_renew_scope (WhenceDocument *document)
{
  g_auto (WhenceOutlook) outlook = { NULL };
  WhenceScope *scope;
  guint n_hidden;

  document->scope_stale = document->scope_waits;
  if (document->scope_waits)
    return;
  outlook = whence_document_take_outlook (document, document->known_by);
  scope = whence_outlook_make_scope (&outlook, &n_hidden);
  whence_document_take_scope (document, scope, n_hidden);
}

void
whence_document_renew_date (WhenceDocument *document, gboolean moving)
{
  WhenceScope *before = document->scope;

  if (document->scope_waits)
    {
      document->scope_stale = TRUE;
      return;
    }
  document->scope = document->compared[0].from < document->compared[0].to
                      ? whence_scope_compare (before, document->compared)
                      : whence_scope_at (before, (WhencePeriod){ document->as_of_from, document->as_of_to });
  whence_scope_unref (before);
  whence_document_stop_counting (document);
  document->measures_wait = TRUE;
  if (!moving)
    whence_document_measure_anew (document);
  whence_document_subset_follow_scope (document);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer bundle, GCancellable *cancellable)
{
  whence_bundle_list_citers (bundle);
  g_task_return_boolean (task, TRUE);
}

void
whence_document_prepare_sources (WhenceDocument *document)
{
  g_autoptr (GTask) task = NULL;

  if (whence_bundle_get_n_facts (document->bundle) < MANY || whence_bundle_has_citers (document->bundle))
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, whence_bundle_ref (document->bundle), (GDestroyNotify) whence_bundle_unref);
  g_task_run_in_thread (task, list_in_thread);
}

/* The records are the same, and so is whatever follows from them, however many there are. */
static void
replace_header (WhenceDocument *document, WhenceBundle *bundle)
{
  whence_document_keep_scope_for (document, bundle);
  whence_selection_keep_for (&document->selection, bundle);
  whence_bundle_ref (bundle);
  whence_bundle_unref (document->bundle);
  document->bundle = bundle;
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_BUNDLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_TITLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_MODIFIED);
  g_object_thaw_notify (G_OBJECT (document));
}

static void
take_filter (WhenceDocument *document, WhenceFilter *filter)
{
  whence_filter_ref (filter);
  whence_filter_unref (document->filter);
  document->filter = filter;
}

static void
renew (WhenceDocument *document, const WhenceRenewal *renewal)
{
  WhenceBundle *bundle = whence_bundle_ref (renewal->to);

  whence_view_history_translate (&document->view_history, renewal->translation);
  whence_document_subset_follow_bundle (document, document->bundle, bundle);
  whence_document_forget_pointed (document);
  whence_selection_set_bundle (&document->selection, bundle, renewal->translation);
  whence_amounts_choice_translate (&document->amounts, document->bundle, bundle);
  take_filter (document, renewal->filter);
  whence_document_take_known_by (document, renewal->outlook.known_by);
  whence_bundle_unref (document->bundle);
  document->bundle = bundle;
  whence_document_take_scope (
    document, whence_document_dup_scope_now (document, &renewal->outlook, renewal->scope), renewal->n_hidden);
  whence_document_search_anew (document);
  whence_document_review_anew (document);

  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_BUNDLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_TITLE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_MODIFIED);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILTER);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SCOPE);
  g_object_thaw_notify (G_OBJECT (document));
  whence_document_selection_changed (document);
}

void
whence_document_replace_bundle (WhenceDocument *document, WhenceBundle *bundle)
{
  if (whence_bundle_has_same_records (document->bundle, bundle))
    replace_header (document, bundle);
  else
    {
      g_autoptr (WhenceRenewal) renewal = whence_renewal_new (document);

      whence_renewal_work_out (renewal, bundle, NULL);
      renew (document, renewal);
    }
}

/* The same entities in the same order, and as many facts. */
static gboolean
is_alike (const WhenceRenewal *renewal)
{
  guint n = whence_bundle_get_n_entities (renewal->from);

  if (n != whence_bundle_get_n_entities (renewal->to)
      || whence_bundle_get_n_facts (renewal->from) != whence_bundle_get_n_facts (renewal->to))
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (whence_translation_get (renewal->translation, WHENCE_RECORD_ENTITY, i) != i)
      return FALSE;
  return TRUE;
}

/* An arrangement counts entities by index; with other records it is where the next one starts from. A file
 * that saves an arrangement is shown in it. */
static void
keep_layout (WhenceDocument *document, const WhenceRenewal *renewal, gboolean reload)
{
  guint32 center = WHENCE_NONE;

  g_clear_pointer (&document->last_arrangement, whence_arrangement_unref);
  if (reload && document->center != WHENCE_NONE)
    center = whence_translation_get (renewal->translation, WHENCE_RECORD_ENTITY, document->center);
  document->center = center;
  if (!reload)
    {
      /* The way back begins in the layout of the file. */
      document->layout =
        whence_bundle_has_positions (renewal->to) ? WHENCE_LAYOUT_SAVED : WHENCE_LAYOUT_ORGANIC;
      whence_document_notify (document, WHENCE_DOCUMENT_PROP_LAYOUT);
    }
  else if (document->arrangement != NULL)
    document->last_arrangement = whence_arrangement_ref (document->arrangement);
  if (!reload || !is_alike (renewal))
    whence_document_set_arrangement (document, NULL);
}

/* Nothing of what was looked at is there in another story. */
static void
forget_view (WhenceDocument *document)
{
  whence_selection_select (&document->selection, WHENCE_REF_NOTHING, FALSE);
  whence_document_choose_amounts_of (document, NULL, 0);
  whence_document_set_amounts_currency (document, NULL);
  document->range_from = document->range_to = 0;
  document->span_from = document->span_to = 0;
  document->as_of_from = WHENCE_INSTANT_BEFORE_ALL;
  document->as_of_to = WHENCE_INSTANT_AFTER_ALL;
  memset (document->compared, 0, sizeof document->compared);
  whence_document_forget_filter (document);
  whence_document_forget_known_by (document);
  whence_document_forget_review (document);
  whence_document_subset_reset (document);
  whence_document_start_view_history (document);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_RANGE);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SPAN);
  whence_document_forget_lanes (document);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_LANES);
}

void
whence_document_open (WhenceDocument *document, WhenceBundle *bundle, GFile *file, WhenceRenewal *renewal)
{
  gboolean reload = file != NULL && document->file != NULL && g_file_equal (file, document->file);
  g_autoptr (WhenceRenewal) own = NULL;

  g_object_freeze_notify (G_OBJECT (document));
  if (!reload)
    forget_view (document);
  if (renewal == NULL)
    {
      renewal = own = whence_renewal_new (document);
      whence_renewal_work_out (renewal, bundle, NULL);
    }
  keep_layout (document, renewal, reload);
  g_clear_pointer (&document->before_drag, whence_arrangement_unref);
  whence_history_clear (&document->history);
  whence_history_init (&document->history);
  g_set_object (&document->file, file);
  g_clear_pointer (&document->stamp, g_free);
  whence_bundle_unref (document->saved);
  document->saved = whence_bundle_ref (bundle);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILE);
  renew (document, renewal);
  g_object_thaw_notify (G_OBJECT (document));
  whence_document_history_changed (document);
  whence_document_view_history_changed (document);
}

void
whence_document_set_bundle (WhenceDocument *document, WhenceBundle *bundle, GFile *file)
{
  whence_document_open (document, bundle, file, NULL);
}

WhenceBundle *
whence_document_get_bundle (WhenceDocument *document)
{
  return document->bundle;
}

WhenceBundle *
whence_document_get_told_bundle (WhenceDocument *document)
{
  return whence_scope_get_bundle (document->scope);
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
