/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name is folded for each value, which takes a third of a microsecond: a hundred thousand of them are more
 * than a frame. */
#include "widgets/facet-find.h"

#include "widgets/facet-values.h"

typedef struct
{
  WhenceBundle *bundle;
  WhenceFacet facet;
  GArray *ranks;
  char *sought;
  guint most, n_found;
} Find;

static void
find_free (gpointer data)
{
  Find *find = data;

  whence_bundle_unref (find->bundle);
  g_array_unref (find->ranks);
  g_free (find->sought);
  g_free (find);
}

GArray *
whence_facet_find (WhenceBundle *bundle, WhenceFacet facet, const GArray *ranks, const char *sought,
                   guint most, GCancellable *cancellable, guint *n_found)
{
  guint n_asked = *sought != '\0' ? ranks->len : MIN (most, ranks->len);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  *n_found = *sought != '\0' ? 0 : ranks->len;
  for (guint i = 0; i < n_asked; i++)
    {
      guint32 value = g_array_index (ranks, guint32, i);

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      if (!whence_facet_value_is_sought (bundle, facet, value, sought))
        continue;
      *n_found += *sought != '\0';
      if (found->len < most)
        g_array_append_val (found, value);
    }
  return g_steal_pointer (&found);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Find *find = data;
  GArray *found = whence_facet_find (find->bundle, find->facet, find->ranks, find->sought, find->most,
                                     cancellable, &find->n_found);

  g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

void
whence_facet_find_async (WhenceBundle *bundle, WhenceFacet facet, GArray *ranks, const char *sought,
                         guint most, gpointer source, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Find *find = g_new (Find, 1);

  *find = (Find){ whence_bundle_ref (bundle), facet, g_array_ref (ranks), g_strdup (sought), most, 0 };
  g_task_set_task_data (task, find, find_free);
  g_task_run_in_thread (task, find_in_thread);
}

GArray *
whence_facet_find_finish (GAsyncResult *result, guint *n_found)
{
  GArray *found = g_task_propagate_pointer (G_TASK (result), NULL);

  *n_found = found != NULL ? ((Find *) g_task_get_task_data (G_TASK (result)))->n_found : 0;
  return found;
}
