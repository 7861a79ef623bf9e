/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The review, made in a worker while somebody wants it. Another bundle, or date by which things are to be
 * known, makes an earlier one end. Of another bundle, what is there stays until the next is; each knows what
 * it is of. */
#include "document/document-private.h"

#define PROGRESS_INTERVAL 100 /* ms */

typedef struct
{
  WhenceBundle *bundle;
  WhenceKnownBy *known_by; /* or NULL */
  gint permille;           /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  whence_bundle_unref (job->bundle);
  g_clear_pointer (&job->known_by, whence_known_by_unref);
  g_free (job);
}

/* In the worker. */
static void
on_progress (double fraction, gpointer user_data)
{
  g_atomic_int_set (&((Job *) user_data)->permille, (int) (fraction * 1000));
}

static void
review_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  WhenceReview *review = whence_review_new (job->bundle, job->known_by, on_progress, job, cancellable);

  if (review != NULL)
    g_task_return_pointer (task, review, (GDestroyNotify) whence_review_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
set_progress (WhenceDocument *document, double progress)
{
  document->review_progress = progress;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_REVIEW_PROGRESS);
}

static gboolean
show_progress (gpointer data)
{
  WhenceDocument *document = data;
  double progress =
    g_atomic_int_get (&((Job *) g_task_get_task_data (document->reviewing))->permille) / 1000.0;

  if (progress > document->review_progress)
    set_progress (document, progress);
  return G_SOURCE_CONTINUE;
}

static void
stop (WhenceDocument *document)
{
  g_clear_handle_id (&document->review_source, g_source_remove);
  if (document->reviewing != NULL)
    g_cancellable_cancel (g_task_get_cancellable (document->reviewing));
  g_clear_object (&document->reviewing);
}

static void
on_reviewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  g_autoptr (WhenceReview) review = g_task_propagate_pointer (G_TASK (result), NULL);

  if (document->reviewing != G_TASK (result))
    return;
  stop (document);
  g_clear_pointer (&document->review, whence_review_unref);
  document->review = g_steal_pointer (&review);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_REVIEW);
  set_progress (document, 1);
}

static gboolean
is_current (WhenceDocument *document)
{
  return document->review != NULL
         && whence_bundle_has_same_records (whence_review_get_bundle (document->review), document->bundle)
         && whence_known_by_equal (whence_review_get_known_by (document->review), document->known_by);
}

void
whence_document_review_anew (WhenceDocument *document)
{
  g_autoptr (GCancellable) cancellable = NULL;
  Job *job;

  stop (document);
  if (!document->review_wanted || is_current (document))
    return;
  job = g_new0 (Job, 1);
  job->bundle = whence_bundle_ref (document->bundle);
  job->known_by = document->known_by != NULL ? whence_known_by_ref (document->known_by) : NULL;
  cancellable = g_cancellable_new ();
  document->reviewing = g_task_new (document, cancellable, on_reviewed, NULL);
  g_task_set_task_data (document->reviewing, job, job_free);
  document->review_source = g_timeout_add (PROGRESS_INTERVAL, show_progress, document);
  set_progress (document, 0);
  g_task_run_in_thread (document->reviewing, review_in_thread);
}

void
whence_document_review_afresh (WhenceDocument *document)
{
  if (document->review != NULL)
    {
      whence_document_forget_review (document);
      whence_document_notify (document, WHENCE_DOCUMENT_PROP_REVIEW);
    }
  whence_document_review_anew (document);
}

void
whence_document_want_review (WhenceDocument *document, gboolean wanted)
{
  if (document->review_wanted == wanted)
    return;
  document->review_wanted = wanted;
  whence_document_review_anew (document);
}

void
whence_document_forget_review (WhenceDocument *document)
{
  stop (document);
  g_clear_pointer (&document->review, whence_review_unref);
}

WhenceReview *
whence_document_get_review (WhenceDocument *document)
{
  return document->review;
}

gboolean
whence_document_is_reviewing (WhenceDocument *document)
{
  return document->reviewing != NULL;
}

double
whence_document_get_review_progress (WhenceDocument *document)
{
  return document->review_progress;
}

/* --- Going there --- */

gboolean
whence_document_go_to_finding (WhenceDocument *document, const WhenceFinding *finding)
{
  WhenceBundle *from = whence_review_get_bundle (document->review);
  WhenceRef refs[] = { whence_ref_record (finding->record, finding->other),
                       whence_ref_record (finding->record, finding->index) };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      WhenceRef ref = whence_ref_translate (refs[i], from, document->bundle);
      if (ref.kind != WHENCE_REF_NONE)
        refs[n++] = ref;
    }
  if (n == 1)
    whence_document_walk_to (document, refs[0]);
  else if (n > 1)
    whence_document_select_refs (document, refs, n);
  return n > 0;
}
