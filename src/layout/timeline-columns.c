/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The stretches of the calendar in a view, as narrow as a bar may be. */
#include "layout/timeline-scene-private.h"

/* px */
#define LEAST_WIDTH 13.0
#define LEAST_AT_EDGE 5.0 /* what is narrower joins its neighbour */

static double
x_of (const WhenceTimelineScene *scene, gint64 instant)
{
  return CLAMP (whence_time_view_to_x (scene->view, instant), scene->left, scene->right);
}

static gboolean
is_sliver (const WhenceTimelineScene *scene, const GArray *starts, guint column)
{
  double x0 = x_of (scene, g_array_index (starts, gint64, column));
  return x_of (scene, g_array_index (starts, gint64, column + 1)) - x0 < LEAST_AT_EDGE;
}

void
whence_columns_init (WhenceColumns *columns, const WhenceTimelineScene *scene)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  columns->stretch = whence_stretch_choose (LEAST_WIDTH * scene->view.seconds_per_px);
  gint64 start = whence_stretch_start (columns->stretch, scene->from);
  do
    {
      g_array_append_val (starts, start);
      start = whence_stretch_end (columns->stretch, start);
    }
  while (start < scene->to && start < G_MAXINT64);
  g_array_append_val (starts, start);
  if (starts->len > 2 && is_sliver (scene, starts, 0))
    g_array_remove_index (starts, 1);
  if (starts->len > 2 && is_sliver (scene, starts, starts->len - 2))
    g_array_remove_index (starts, starts->len - 2);

  columns->n = starts->len - 1;
  columns->x = g_new (double, starts->len);
  for (guint i = 0; i < starts->len; i++)
    columns->x[i] = x_of (scene, g_array_index (starts, gint64, i));
  columns->starts = (gint64 *) g_array_free (g_steal_pointer (&starts), FALSE);
}

void
whence_columns_clear (WhenceColumns *columns)
{
  g_free (columns->starts);
  g_free (columns->x);
}

guint
whence_columns_find (const WhenceColumns *columns, gint64 instant)
{
  guint low = 0, high = columns->n;
  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;
      if (columns->starts[middle] <= instant)
        low = middle;
      else
        high = middle;
    }
  return low;
}
