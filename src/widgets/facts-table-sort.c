/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorting the table. The heads of the columns only say by what; a worker puts all facts of the bundle in that
 * order, and what was sorted by before tells apart what is equal. What the document shows is picked out of
 * the order, so that a filter sorts nothing. Until an order is there the table stays as it is. */
#include "widgets/facts-table-private.h"

/* --- What the heads say --- */

/* Before GTK 4.10 nobody tells by which column a view is sorted: the first one that is asked about these two
 * says so itself. */
static int
answer (gconstpointer a, gconstpointer b, gpointer key)
{
  g_object_set_data ((GObject *) a, "key", GUINT_TO_POINTER (GPOINTER_TO_UINT (key) + 1));
  return GTK_ORDERING_SMALLER;
}

void
whence_facts_table_add_sorter (WhenceFactsTable *self, GtkColumnViewColumn *column, WhenceFactKey key)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (answer, GUINT_TO_POINTER (key), NULL));

  gtk_column_view_column_set_sorter (column, sorter);
}

/* FALSE: by none. */
static gboolean
ask (WhenceFactsTable *self, WhenceFactsSort *sort)
{
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL), b = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b);
  guint key = GPOINTER_TO_UINT (g_object_get_data (a, "key"));

  if (key == 0)
    return FALSE;
  *sort = (WhenceFactsSort){ key - 1, order == GTK_ORDERING_LARGER };
  return TRUE;
}

/* --- In the worker --- */

typedef struct
{
  WhenceScope *scope;
  GBytes *before; /* or NULL */
  WhenceFactsSort sorts[WHENCE_N_FACT_KEYS];
  guint n_sorts;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  whence_scope_unref (job->scope);
  g_clear_pointer (&job->before, g_bytes_unref);
  g_free (job);
}

/* Takes over @order. */
static GBytes *
make_order (guint32 *order, guint n)
{
  return g_bytes_new_take (order, n * sizeof *order);
}

static void
sort_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  const WhenceBundle *bundle = whence_scope_get_bundle (job->scope);
  g_autoptr (GBytes) order = job->before != NULL ? g_bytes_ref (job->before) : NULL;

  for (guint i = 0; i < job->n_sorts; i++)
    {
      guint32 *next = whence_fact_sort (bundle, whence_scope_get_known_by (job->scope), job->sorts[i].key,
                                        job->sorts[i].descending,
                                        order != NULL ? g_bytes_get_data (order, NULL) : NULL, cancellable);
      if (next == NULL)
        {
          g_task_return_error_if_cancelled (task);
          return;
        }
      g_clear_pointer (&order, g_bytes_unref);
      order = make_order (next, whence_bundle_get_n_facts (bundle));
    }
  g_task_return_pointer (task, g_steal_pointer (&order), (GDestroyNotify) g_bytes_unref);
}

/* --- The order --- */

/* Takes over @order. */
static void
set_order (WhenceFactsTable *self, GBytes *order)
{
  g_clear_pointer (&self->order, g_bytes_unref);
  self->order = order;
}

static void
show_sorting (WhenceFactsTable *self)
{
  gtk_spinner_set_spinning (self->spinner, self->sorting != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->sorting != NULL);
}

static void
on_sorted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WhenceFactsTable *self = WHENCE_FACTS_TABLE (source);
  g_autoptr (GBytes) order = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->sorting != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->sorting);
  show_sorting (self);
  set_order (self, g_steal_pointer (&order));
  whence_facts_table_list (self, TRUE);
}

void
whence_facts_table_stop_sorting (WhenceFactsTable *self)
{
  if (self->sorting != NULL)
    g_cancellable_cancel (self->sorting);
  g_clear_object (&self->sorting);
}

/* By the latest alone, where what came before is in the order already, or by all. */
static void
start (WhenceFactsTable *self, gboolean by_all)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->scope = whence_scope_ref (whence_document_get_scope (self->document));
  if (!by_all && self->order != NULL)
    job->before = g_bytes_ref (self->order);
  job->n_sorts = by_all ? self->n_sorts : 1;
  memcpy (job->sorts, self->sorts + self->n_sorts - job->n_sorts, job->n_sorts * sizeof *job->sorts);
  self->sorting = g_cancellable_new ();
  show_sorting (self);
  task = g_task_new (self, self->sorting, on_sorted, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, sort_in_thread);
}

static void
remember (WhenceFactsTable *self, WhenceFactsSort sort)
{
  guint n = 0;

  for (guint i = 0; i < self->n_sorts; i++)
    if (self->sorts[i].key != sort.key)
      self->sorts[n++] = self->sorts[i];
  self->sorts[n++] = sort;
  self->n_sorts = n;
}

void
whence_facts_table_on_sorter_changed (WhenceFactsTable *self)
{
  /* An order that was on its way is not there to build upon. */
  gboolean interrupted = self->sorting != NULL;
  WhenceFactsSort sort;

  whence_facts_table_stop_sorting (self);
  if (ask (self, &sort))
    {
      remember (self, sort);
      start (self, interrupted);
    }
  else
    {
      self->n_sorts = 0;
      set_order (self, NULL);
      show_sorting (self);
      whence_facts_table_list (self, FALSE);
    }
  whence_facts_table_update_actions (self);
}

void
whence_facts_table_sort_anew (WhenceFactsTable *self)
{
  whence_facts_table_stop_sorting (self);
  /* An edit of the title leaves the facts as they are, and the order nearly always right. */
  if (self->order != NULL
      && g_bytes_get_size (self->order)
           != whence_bundle_get_n_facts (whence_document_get_told_bundle (self->document)) * sizeof (guint32))
    set_order (self, NULL);
  if (self->n_sorts > 0)
    start (self, TRUE);
  else
    show_sorting (self);
}
