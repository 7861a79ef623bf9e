/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An answer counts only while somebody waits for it. Linear in the facts, off the main thread. */
#include "widgets/facet-count.h"

typedef struct
{
  WhenceFilter *filter;
  WhenceScope *scope;
  WhenceFacet facet;
  guint n_values;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  whence_filter_unref (count->filter);
  whence_scope_unref (count->scope);
  g_free (count);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Count *count = data;

  g_task_return_pointer (task,
                         whence_filter_count (count->filter, whence_scope_get_bundle (count->scope),
                                              whence_scope_get_known_by (count->scope), count->facet,
                                              &count->n_values),
                         g_free);
}

void
whence_facet_count_async (WhenceFilter *filter, WhenceScope *scope, WhenceFacet facet, gpointer source,
                          GCancellable *cancellable, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Count *count = g_new (Count, 1);

  *count = (Count){ whence_filter_ref (filter), whence_scope_ref (scope), facet, 0 };
  g_task_set_task_data (task, count, count_free);
  g_task_run_in_thread (task, count_in_thread);
}

guint *
whence_facet_count_finish (GAsyncResult *result, guint *n_values)
{
  guint *counts = g_task_propagate_pointer (G_TASK (result), NULL);

  *n_values = counts != NULL ? ((Count *) g_task_get_task_data (G_TASK (result)))->n_values : 0;
  return counts;
}
