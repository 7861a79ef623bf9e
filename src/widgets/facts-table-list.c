/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the table lists: of the facts in their order, those that the document shows. Nothing while nobody sees
 * it; where there are many facts a worker picks them, and the rows stay as they are until it has, unless they
 * are of a bundle that is gone: no row is ever of another bundle than the document's. */
#include "widgets/facts-table-private.h"

#define MANY 50000 /* facts from which on no frame waits for the list */

/* A byte for each fact that a search has found, by itself or by who takes part; NULL: nobody asks. */
static guint8 *
dup_found (WhenceFactsTable *self, WhenceBundle *bundle)
{
  guint n_hits, n_facts;
  const WhenceHit *hits = whence_document_get_hits (self->document, &n_hits);
  guint8 *found;

  if (!self->found_only || whence_document_get_query (self->document) == NULL
      || whence_document_is_searching (self->document))
    return NULL;
  found = g_new0 (guint8, MAX (1, whence_bundle_get_n_facts (bundle)));
  for (guint i = 0; i < n_hits; i++)
    if (hits[i].record == WHENCE_RECORD_FACT)
      found[hits[i].index] = TRUE;
    else if (hits[i].record == WHENCE_RECORD_ENTITY)
      {
        const guint32 *facts = whence_bundle_get_entity_facts (bundle, hits[i].index, &n_facts);
        for (guint k = 0; k < n_facts; k++)
          found[facts[k]] = TRUE;
      }
  return found;
}

/* --- Picking ------------------------------------------------------------------------------------- */

typedef struct
{
  WhenceScope *scope;
  GBytes *order; /* or NULL */
  guint8 *found; /* or NULL */
  guint32 *facts;
  guint n;
  gboolean scroll;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  whence_scope_unref (job->scope);
  g_clear_pointer (&job->order, g_bytes_unref);
  g_free (job->found);
  g_free (job->facts);
  g_free (job);
}

static Job *
job_new (WhenceFactsTable *self, gboolean scroll)
{
  Job *job = g_new0 (Job, 1);

  job->scope = whence_scope_ref (whence_document_get_scope (self->document));
  job->order = self->order != NULL ? g_bytes_ref (self->order) : NULL;
  job->found = dup_found (self, whence_scope_get_bundle (job->scope));
  job->scroll = scroll;
  return job;
}

static void
pick (Job *job)
{
  const guint32 *order = job->order != NULL ? g_bytes_get_data (job->order, NULL) : NULL;
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (job->scope));

  job->facts = g_new (guint32, MAX (1, n_facts));
  for (guint i = 0; i < n_facts; i++)
    {
      guint32 fact = order != NULL ? order[i] : i;
      if (whence_scope_shows (job->scope, fact) && (job->found == NULL || job->found[fact]))
        job->facts[job->n++] = fact;
    }
}

static void
pick_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  pick (data);
  g_task_return_boolean (task, TRUE);
}

/* --- Showing ------------------------------------------------------------------------------------- */

/* Takes over @facts. TRUE: they are others than there were. */
static gboolean
take (WhenceFactsTable *self, WhenceScope *scope, guint32 *facts, guint n)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL;
  gboolean changed = whence_facts_model_take_facts (self->model, whence_scope_get_bundle (scope),
                                                    whence_scope_get_known_by (scope), facts, n);

  /* What had the focus may be gone. */
  if (changed && focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return changed;
}

/* Takes the facts from @job. Where other facts of the same story are listed, as far down there is anything.
 */
static void
show (WhenceFactsTable *self, Job *job)
{
  gboolean same = whence_facts_model_is_of_records (self->model, whence_scope_get_bundle (job->scope));
  gboolean changed = take (self, job->scope, g_steal_pointer (&job->facts), job->n);

  whence_facts_table_count (self);
  if (job->scroll || (same && changed))
    whence_facts_table_scroll_back (self);
}

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (source);

  if (self->listing != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->listing);
  show (self, g_task_get_task_data (G_TASK (result)));
}

void
whence_facts_table_stop_listing (WhenceFactsTable *self)
{
  if (self->listing != NULL)
    g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
}

/* What nobody sees holds on to no bundle that is gone. */
static void
list_later (WhenceFactsTable *self)
{
  WhenceScope *scope = whence_document_get_scope (self->document);
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scope);

  self->unlisted = TRUE;
  if (!whence_facts_model_is_of (self->model, bundle, known_by))
    whence_facts_model_take_facts (self->model, bundle, known_by, NULL, 0);
}

void
whence_facts_table_list (WhenceFactsTable *self, gboolean scroll)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  whence_facts_table_stop_listing (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      list_later (self);
      return;
    }
  self->unlisted = FALSE;
  job = job_new (self, scroll);
  if (whence_bundle_get_n_facts (whence_scope_get_bundle (job->scope)) < MANY)
    {
      pick (job);
      show (self, job);
      job_free (job);
      return;
    }
  /* Who presses a row tells the document of a fact, and in another bundle that is another fact, or none. */
  if (!whence_facts_model_is_of_records (self->model, whence_scope_get_bundle (job->scope)))
    take (self, job->scope, NULL, 0);
  self->listing = g_cancellable_new ();
  task = g_task_new (self, self->listing, on_picked, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, pick_in_thread);
}

void
whence_facts_table_list_mapped (WhenceFactsTable *self)
{
  if (self->unlisted)
    whence_facts_table_list (self, TRUE);
  else
    whence_facts_table_scroll_to_selected (self);
}
