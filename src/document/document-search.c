/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching in workers. The index is made when it is asked for, or with the first query over a bundle as it
 * was known by a date, whatever is typed meanwhile, and kept for the next; a newer query makes an older one
 * end, and only the newest is ever shown. */
#include "document/document-private.h"

static gboolean
has_words (const char *query)
{
  for (; query != NULL && *query != '\0'; query = g_utf8_next_char (query))
    if (!g_unichar_isspace (g_utf8_get_char (query)))
      return TRUE;
  return FALSE;
}

static void
show_hits (WhenceDocument *document, GArray *hits)
{
  g_clear_pointer (&document->hits, g_array_unref);
  document->hits = hits;
  document->hit = WHENCE_NONE;
  whence_selection_set_found (&document->selection, hits);
  whence_document_found_changed (document);
}

/* --- A query --- */

typedef struct
{
  WhenceSearchIndex *index;
  char *query;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  whence_search_index_unref (job->index);
  g_free (job->query);
  g_free (job);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GArray *hits = whence_search_index_find (job->index, job->query, cancellable);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error_if_cancelled (task);
}

/* The answer counts only while the document still waits for it. */
static void
on_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  g_autoptr (GArray) hits = g_task_propagate_pointer (G_TASK (result), NULL);

  if (document->searching != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&document->searching);
  show_hits (document, g_steal_pointer (&hits));
}

static void
find (WhenceDocument *document)
{
  g_autoptr (GTask) task = g_task_new (document, document->searching, on_found, NULL);
  Job *job = g_new (Job, 1);

  job->index = whence_search_index_ref (document->index);
  job->query = g_strdup (document->query);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/* --- The index --- */

static void
index_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const WhenceScope *scope = data;
  WhenceSearchIndex *index =
    whence_search_index_new (whence_scope_get_bundle (scope), whence_scope_get_known_by (scope), cancellable);

  if (index != NULL)
    g_task_return_pointer (task, index, (GDestroyNotify) whence_search_index_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
on_indexed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceDocument *document = WHENCE_DOCUMENT (source);
  g_autoptr (WhenceSearchIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (document->indexing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&document->indexing);
  document->index = g_steal_pointer (&index);
  if (document->searching != NULL)
    find (document);
}

static void
make_index (WhenceDocument *document)
{
  g_autoptr (GTask) task = NULL;

  document->indexing = g_cancellable_new ();
  task = g_task_new (document, document->indexing, on_indexed, NULL);
  g_task_set_task_data (task, whence_scope_ref (document->scope), (GDestroyNotify) whence_scope_unref);
  g_task_run_in_thread (task, index_in_thread);
}

/* --- The search --- */

static void
cancel (GCancellable **cancellable)
{
  if (*cancellable != NULL)
    g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
start (WhenceDocument *document)
{
  document->searching = g_cancellable_new ();
  if (document->index != NULL)
    find (document);
  else
    whence_document_prepare_search (document);
}

void
whence_document_prepare_search (WhenceDocument *document)
{
  if (document->index == NULL && document->indexing == NULL)
    make_index (document);
}

void
whence_document_search (WhenceDocument *document, const char *query)
{
  const char *wanted = has_words (query) ? query : NULL;

  if (g_strcmp0 (document->query, wanted) == 0)
    return;
  cancel (&document->searching);
  g_free (document->query);
  document->query = g_strdup (wanted);
  if (wanted != NULL)
    {
      start (document);
      whence_document_found_changed (document);
    }
  else
    show_hits (document, NULL);
}

void
whence_document_search_anew (WhenceDocument *document)
{
  cancel (&document->searching);
  cancel (&document->indexing);
  g_clear_pointer (&document->index, whence_search_index_unref);
  g_clear_pointer (&document->hits, g_array_unref);
  document->hit = WHENCE_NONE;
  if (document->query != NULL)
    start (document);
}

void
whence_document_search_known (WhenceDocument *document)
{
  gboolean lit = document->hits != NULL;

  whence_document_search_anew (document);
  if (lit)
    whence_selection_set_found (&document->selection, NULL);
  if (document->query != NULL)
    whence_document_found_changed (document);
}

void
whence_document_end_search (WhenceDocument *document)
{
  cancel (&document->searching);
  cancel (&document->indexing);
  g_clear_pointer (&document->index, whence_search_index_unref);
  g_clear_pointer (&document->hits, g_array_unref);
  g_clear_pointer (&document->query, g_free);
}

const char *
whence_document_get_query (WhenceDocument *document)
{
  return document->query;
}

gboolean
whence_document_is_searching (WhenceDocument *document)
{
  return document->searching != NULL;
}

const WhenceHit *
whence_document_get_hits (WhenceDocument *document, guint *n_hits)
{
  *n_hits = document->hits != NULL ? document->hits->len : 0;
  return document->hits != NULL ? (const WhenceHit *) (gconstpointer) document->hits->data : NULL;
}

guint
whence_document_get_hit (WhenceDocument *document)
{
  return document->hit;
}

/* --- Going there --- */

void
whence_document_go_to_hit (WhenceDocument *document, guint i)
{
  const WhenceHit *hit;

  g_return_if_fail (document->hits != NULL && i < document->hits->len);
  hit = &g_array_index (document->hits, WhenceHit, i);
  document->hit = i;
  whence_document_walk_to (document, whence_ref_record (hit->record, hit->index));
  whence_document_found_changed (document);
}

void
whence_document_walk_hits (WhenceDocument *document, int step)
{
  guint n = document->hits != NULL ? document->hits->len : 0;

  if (n == 0)
    return;
  if (document->hit == WHENCE_NONE)
    whence_document_go_to_hit (document, step > 0 ? 0 : n - 1);
  else
    whence_document_go_to_hit (document, (document->hit + n + (guint) step) % n);
}
