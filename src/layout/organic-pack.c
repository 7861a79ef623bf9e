/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packs the rectangles of components under a skyline, the largest first, for a few widths; the one that can
 * be shown largest in the room wins. Rectangles never overlap. O(n · segments of the skyline) a width. */
#include "layout/organic-steps.h"

#include <math.h>

typedef struct
{
  double x, width, y;
} Segment;

static int
compare_sizes (gconstpointer a, gconstpointer b, gpointer sizes)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  const WhenceRect *x = (const WhenceRect *) sizes + i, *y = (const WhenceRect *) sizes + j;
  double area_x = x->width * x->height, area_y = y->width * y->height;
  return area_x > area_y ? -1 : area_x < area_y ? 1 : i < j ? -1 : i > j;
}

static double
height_over (GArray *skyline, guint start, double width)
{
  const Segment *first = &g_array_index (skyline, Segment, start);
  double y = 0;

  for (guint i = start; i < skyline->len; i++)
    {
      const Segment *segment = &g_array_index (skyline, Segment, i);
      if (segment->x >= first->x + width - 1e-9)
        break;
      y = MAX (y, segment->y);
    }
  return y;
}

static void
cover (GArray *skyline, guint start, double width, double top)
{
  Segment cover = { g_array_index (skyline, Segment, start).x, width, top };
  double end = cover.x + width;
  guint i = start;

  while (i < skyline->len && g_array_index (skyline, Segment, i).x < end - 1e-9)
    {
      Segment *segment = &g_array_index (skyline, Segment, i);
      double right = segment->x + segment->width;
      if (right <= end + 1e-9)
        g_array_remove_index (skyline, i);
      else
        {
          segment->x = end;
          segment->width = right - end;
          break;
        }
    }
  g_array_insert_val (skyline, start, cover);
}

static WhenceRect
pack_into (const WhenceRect *sizes, const guint32 *order, guint32 n, double width, double gap,
           WhencePoint *corners)
{
  g_autoptr (GArray) skyline = g_array_new (FALSE, FALSE, sizeof (Segment));
  Segment floor = { 0, width, 0 };
  WhenceRect all = { 0 };

  g_array_append_val (skyline, floor);
  for (guint32 k = 0; k < n; k++)
    {
      double w = sizes[order[k]].width + gap, h = sizes[order[k]].height + gap, best = G_MAXDOUBLE;
      guint at = 0;
      for (guint i = 0; i < skyline->len; i++)
        {
          if (i > 0 && g_array_index (skyline, Segment, i).x + w > width + 1e-9)
            break;
          double y = height_over (skyline, i, w);
          if (y < best - 1e-9)
            {
              best = y;
              at = i;
            }
        }
      corners[order[k]] = (WhencePoint){ g_array_index (skyline, Segment, at).x, best };
      all.width = MAX (all.width, corners[order[k]].x + w);
      all.height = MAX (all.height, best + h);
      cover (skyline, at, w, best + h);
    }
  return all;
}

void
whence_organic_pack (const WhenceRect *sizes, guint32 n, double aspect, double gap, WhencePoint *corners)
{
  static const double stretches[] = { 1.0, 1.1, 1.2, 1.35, 1.55, 1.8 };
  guint n_tries = n < 600 ? G_N_ELEMENTS (stretches) : 1;
  g_autofree guint32 *order = g_new (guint32, MAX (1, n));
  g_autofree WhencePoint *trial = g_new (WhencePoint, MAX (1, n));
  double area = 0, widest = 0, best = G_MAXDOUBLE;

  for (guint32 i = 0; i < n; i++)
    {
      order[i] = i;
      area += (sizes[i].width + gap) * (sizes[i].height + gap);
      widest = MAX (widest, sizes[i].width + gap);
    }
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_sizes, (gpointer) sizes);
  for (guint t = 0; t < n_tries; t++)
    {
      double width = MAX (widest, sqrt (area * aspect) * stretches[t]);
      WhenceRect all = pack_into (sizes, order, n, width, gap, trial);
      double room = MAX (all.width / aspect, all.height);
      if (room < best)
        {
          best = room;
          memcpy (corners, trial, n * sizeof *trial);
        }
    }
}
