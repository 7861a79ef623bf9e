/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By when things are to be known. What was known by then is weighed once for each date and bundle, and the
 * scope that follows is made, where there are many facts, in a worker. What is shown stays until then; a
 * newer choice makes an older one end, and only the newest is ever shown. Linear in the citations. */
#include "document/document-private.h"

#define FEW 20000 /* facts: what is known of them is weighed at once */

const char *
whence_document_get_known_by (WhenceDocument *document)
{
  return document->known_date;
}

gboolean
whence_document_is_weighing (WhenceDocument *document)
{
  return document->weighing != NULL;
}

static const char *
get_shown_date (WhenceDocument *document)
{
  return document->known_by != NULL ? whence_known_by_get_date (document->known_by) : NULL;
}

static void
take (WhenceDocument *document, WhenceKnownBy *known_by)
{
  g_clear_pointer (&document->known_by, whence_known_by_unref);
  document->known_by = known_by;
  whence_selection_set_known_by (&document->selection, known_by);
}

/* --- Weighing --- */

typedef struct
{
  WhenceOutlook outlook;
  char *date; /* NULL: none */
  WhenceScope *scope;
  guint n_hidden;
} Weighing;

static void
weighing_free (gpointer data)
{
  Weighing *weighing = data;

  whence_outlook_clear (&weighing->outlook);
  g_clear_pointer (&weighing->scope, whence_scope_unref);
  g_free (weighing->date);
  g_free (weighing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Weighing, weighing_free)

/* In whichever thread; FALSE: it was cancelled. */
static gboolean
weigh (Weighing *weighing, GCancellable *cancellable)
{
  WhenceOutlook *outlook = &weighing->outlook;

  if (weighing->date != NULL && outlook->known_by == NULL)
    outlook->known_by = whence_known_by_weigh (outlook->bundle, weighing->date, cancellable, NULL);
  if (weighing->date == NULL || outlook->known_by != NULL)
    weighing->scope = whence_outlook_make_scope (outlook, &weighing->n_hidden);
  return weighing->scope != NULL;
}

static void
weigh_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, weigh (data, cancellable));
}

static void
tell (WhenceDocument *document)
{
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_KNOWN_BY);
  /* The filter hides, and counts, only what was known. */
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILTER);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SCOPE);
  whence_document_highlight_changed (document);
  g_object_thaw_notify (G_OBJECT (document));
}

/* Another date to look at costs nothing. */
WhenceScope *
whence_document_dup_scope_now (WhenceDocument *document, const WhenceOutlook *outlook, WhenceScope *scope)
{
  const WhencePeriod as_of = { document->as_of_from, document->as_of_to };

  return whence_periods_equal (&outlook->as_of, &as_of, 1)
             || document->compared[0].from < document->compared[0].to
           ? whence_scope_ref (scope)
           : whence_scope_at (scope, as_of);
}

/* What plays goes on with what is known now. */
static void
show (WhenceDocument *document, const Weighing *weighing)
{
  WhenceKnownBy *known_by = weighing->outlook.known_by;
  gboolean playing = whence_document_is_playing (document);

  take (document, known_by != NULL ? whence_known_by_ref (known_by) : NULL);
  whence_document_take_scope (document,
                              whence_document_dup_scope_now (document, &weighing->outlook, weighing->scope),
                              weighing->n_hidden);
  if (weighing->outlook.bundle != document->bundle)
    whence_document_keep_scope_for (document, document->bundle);
  whence_document_search_known (document);
  whence_document_review_afresh (document);
  tell (document);
  if (playing)
    whence_document_play (document);
}

/* Whether the scope is still what is wanted, but for the date that is looked at. */
static gboolean
is_current (WhenceDocument *document, const WhenceOutlook *outlook)
{
  return outlook->filter == whence_document_get_applied_filter (document)
         && whence_periods_equal (outlook->compared, document->compared, 2);
}

static void start (WhenceDocument *document, WhenceKnownBy *known_by);

/* The bundle may have got another header meanwhile. */
static void
start_again (WhenceDocument *document, WhenceKnownBy *known_by)
{
  g_autoptr (WhenceKnownBy) now = known_by != NULL ? whence_known_by_of (known_by, document->bundle) : NULL;

  start (document, now);
}

static void
on_weighed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  const Weighing *weighing = g_task_get_task_data (G_TASK (result));

  if (document->weighing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&document->weighing);
  if (is_current (document, &weighing->outlook))
    show (document, weighing);
  else
    start_again (document, weighing->outlook.known_by);
}

/* @known_by: as weighed by the date already, or NULL. */
static void
start (WhenceDocument *document, WhenceKnownBy *known_by)
{
  g_autoptr (Weighing) weighing = g_new0 (Weighing, 1);
  g_autoptr (GTask) task = NULL;

  weighing->outlook = whence_document_take_outlook (document, known_by);
  weighing->date = g_strdup (document->known_date);
  if (whence_bundle_get_n_facts (document->bundle) <= FEW
      || (weighing->date == NULL && weighing->outlook.filter == NULL))
    {
      weigh (weighing, NULL);
      show (document, weighing);
      return;
    }
  document->weighing = g_cancellable_new ();
  task = g_task_new (document, document->weighing, on_weighed, NULL);
  g_task_set_task_data (task, g_steal_pointer (&weighing), weighing_free);
  g_task_run_in_thread (task, weigh_in_thread);
}

void
whence_document_stop_weighing (WhenceDocument *document)
{
  if (document->weighing != NULL)
    g_cancellable_cancel (document->weighing);
  g_clear_object (&document->weighing);
}

/* --- Choosing --- */

gboolean
whence_document_set_known_by (WhenceDocument *document, const char *date, GError **error)
{
  if (g_strcmp0 (date, document->known_date) == 0)
    return TRUE;
  if (date != NULL && !whence_known_by_accepts (date, error))
    return FALSE;
  whence_document_remember_view (document, WHENCE_VIEW_STEP);
  whence_document_interrupt_play (document);
  whence_document_stop_weighing (document);
  g_free (document->known_date);
  document->known_date = g_strdup (date);
  if (g_strcmp0 (date, get_shown_date (document)) != 0)
    start (document, NULL);
  else
    whence_document_release_scope (document);
  return TRUE;
}

void
whence_document_hold_scope (WhenceDocument *document, const char *date)
{
  document->scope_waits =
    whence_bundle_get_n_facts (document->bundle) > FEW && g_strcmp0 (date, get_shown_date (document)) != 0;
}

void
whence_document_release_scope (WhenceDocument *document)
{
  document->scope_waits = FALSE;
  if (!document->scope_stale || document->weighing != NULL)
    return;
  whence_document_renew_scope (document);
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_FILTER);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_SCOPE);
  g_object_thaw_notify (G_OBJECT (document));
}

/* --- What follows from other changes --- */

void
whence_document_take_known_by (WhenceDocument *document, WhenceKnownBy *known_by)
{
  if (document->weighing != NULL)
    whence_document_notify (document, WHENCE_DOCUMENT_PROP_KNOWN_BY);
  whence_document_stop_weighing (document);
  if (known_by != NULL || document->known_by != NULL)
    take (document, known_by != NULL ? whence_known_by_ref (known_by) : NULL);
}

void
whence_document_keep_scope_for (WhenceDocument *document, WhenceBundle *bundle)
{
  WhenceKnownBy *known_by =
    document->known_by != NULL ? whence_known_by_of (document->known_by, bundle) : NULL;
  WhenceScope *scope = whence_scope_of (document->scope, bundle, known_by);

  if (document->measured == document->scope)
    {
      whence_scope_unref (document->measured);
      document->measured = whence_scope_ref (scope);
    }
  whence_scope_unref (document->scope);
  document->scope = scope;
  g_clear_pointer (&document->known_by, whence_known_by_unref);
  document->known_by = known_by;
}

void
whence_document_forget_known_by (WhenceDocument *document)
{
  whence_document_stop_weighing (document);
  g_clear_pointer (&document->known_date, g_free);
  take (document, NULL);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_KNOWN_BY);
}
