/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layers, as rows or columns. The order within a layer follows the barycentre of the neighbours, sweep after
 * sweep (Sugiyama, Tagawa, Toda 1981); places along it are the nearest to the neighbours' that keep the order
 * and the gaps (isotonic regression by pooling adjacent violators). A layer too long for the room is broken
 * into lines. */
#include "layout/layouts.h"
#include "layout/organic-steps.h"

#include <math.h>

#define N_SWEEPS 16
#define GAP_ALONG 14.0
#define GAP_LINES 12.0
#define GAP_LAYERS 52.0
#define ROOM 2.6 /* times the area of the boxes */
#define MOST_STRETCH 8.0

/* Nodes sorted by line; line l holds node[start[l]] … node[start[l + 1] - 1]. Along is x for rows, y for
 * columns. */
typedef struct
{
  const WhenceOrganic *problem;
  gboolean columns;
  guint32 n_lines;
  guint32 *start, *node, *line_of, *layer_of_line;
  double *along;
} Lines;

static double
low_side (const Lines *lines, guint32 node)
{
  const WhenceRect *box = &lines->problem->boxes[node];
  return lines->columns ? -box->y : -box->x;
}

static double
length_of (const Lines *lines, guint32 node)
{
  const WhenceRect *box = &lines->problem->boxes[node];
  return (lines->columns ? box->height : box->width) + GAP_ALONG;
}

typedef struct
{
  double key;
  guint32 node;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *x = a, *y = b;
  return x->key < y->key ? -1 : x->key > y->key ? 1 : x->node < y->node ? -1 : x->node > y->node;
}

static double
barycentre (const Lines *lines, guint32 node)
{
  const WhenceNet *net = lines->problem->net;
  double sum = 0;
  guint32 count = 0;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    if (lines->line_of[net->target[e]] != lines->line_of[node])
      {
        sum += lines->along[net->target[e]];
        count++;
      }
  return count == 0 ? lines->along[node] : sum / count;
}

static void
order_line (Lines *lines, guint32 line, Keyed *keyed)
{
  guint32 start = lines->start[line], count = lines->start[line + 1] - start;
  double at = 0, total = 0;

  for (guint32 k = 0; k < count; k++)
    keyed[k] = (Keyed){ barycentre (lines, lines->node[start + k]), lines->node[start + k] };
  qsort (keyed, count, sizeof *keyed, compare_keyed);
  for (guint32 k = 0; k < count; k++)
    total += length_of (lines, keyed[k].node);
  for (guint32 k = 0; k < count; k++)
    {
      lines->node[start + k] = keyed[k].node;
      lines->along[keyed[k].node] = at - total / 2 + low_side (lines, keyed[k].node);
      at += length_of (lines, keyed[k].node);
    }
}

typedef struct
{
  double sum;
  guint32 count;
} Pool;

/* The places nearest to the barycentres that keep the order and the gaps. */
static void
align_line (Lines *lines, guint32 line, Pool *pools)
{
  guint32 start = lines->start[line], end = lines->start[line + 1], n_pools = 0, k = start;
  double offset = 0;

  for (guint32 i = start; i < end; i++)
    {
      guint32 node = lines->node[i];
      pools[n_pools++] = (Pool){ barycentre (lines, node) - offset - low_side (lines, node), 1 };
      while (n_pools > 1
             && pools[n_pools - 1].sum / pools[n_pools - 1].count
                  < pools[n_pools - 2].sum / pools[n_pools - 2].count)
        {
          pools[n_pools - 2].sum += pools[n_pools - 1].sum;
          pools[n_pools - 2].count += pools[n_pools - 1].count;
          n_pools--;
        }
      offset += length_of (lines, node);
    }
  offset = 0;
  for (guint32 p = 0; p < n_pools; p++)
    for (guint32 i = 0; i < pools[p].count; i++, k++)
      {
        guint32 node = lines->node[k];
        lines->along[node] = pools[p].sum / pools[p].count + offset + low_side (lines, node);
        offset += length_of (lines, node);
      }
}

static int
compare_layers (gconstpointer a, gconstpointer b, gpointer layer)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  guint32 x = ((const guint32 *) layer)[i], y = ((const guint32 *) layer)[j];
  return x < y ? -1 : x > y ? 1 : i < j ? -1 : i > j;
}

static double
room_along (const WhenceOrganic *problem, gboolean columns)
{
  double area = 0;

  for (guint32 i = 0; i < problem->net->n; i++)
    area += (problem->boxes[i].width + GAP_ALONG) * (problem->boxes[i].height + GAP_LINES);
  return sqrt (ROOM * area * (columns ? 1 / problem->aspect : problem->aspect));
}

/* Whole layers are ordered first, so that a layer that is broken keeps neighbours in the same line. */
static void
break_lines (Lines *lines, const guint32 *layer, double room)
{
  guint32 n = lines->problem->net->n;
  double length = 0;

  lines->n_lines = 0;
  for (guint32 k = 0; k < n; k++)
    {
      guint32 node = lines->node[k];
      if (k == 0 || layer[node] != layer[lines->node[k - 1]] || length + length_of (lines, node) > room)
        {
          lines->start[lines->n_lines] = k;
          lines->layer_of_line[lines->n_lines++] = layer[node];
          length = 0;
        }
      length += length_of (lines, node);
      lines->line_of[node] = lines->n_lines - 1;
    }
  lines->start[lines->n_lines] = n;
}

static gboolean
order_lines (Lines *lines, Keyed *keyed, const WhenceWatch *watch)
{
  for (guint sweep = 0; sweep < N_SWEEPS; sweep++)
    {
      for (guint32 l = 0; l < lines->n_lines; l++)
        order_line (lines, sweep % 2 == 0 ? l : lines->n_lines - 1 - l, keyed);
      if (!whence_watch_go_on (watch, (sweep + 1.0) / N_SWEEPS))
        return FALSE;
    }
  return TRUE;
}

static void
place_lines (const Lines *lines, WhencePoint *positions)
{
  double across = 0;

  for (guint32 l = 0; l < lines->n_lines; l++)
    {
      double before = 0, after = 0;
      for (guint32 k = lines->start[l]; k < lines->start[l + 1]; k++)
        {
          const WhenceRect *box = &lines->problem->boxes[lines->node[k]];
          before = MAX (before, lines->columns ? -box->x : -box->y);
          after = MAX (after, lines->columns ? whence_rect_right (*box) : whence_rect_bottom (*box));
        }
      if (l > 0)
        across += lines->layer_of_line[l] == lines->layer_of_line[l - 1] ? GAP_LINES : GAP_LAYERS;
      across += before;
      for (guint32 k = lines->start[l]; k < lines->start[l + 1]; k++)
        {
          guint32 node = lines->node[k];
          positions[node] = lines->columns ? (WhencePoint){ across, lines->along[node] }
                                           : (WhencePoint){ lines->along[node], across };
        }
      across += after;
    }
}

/* Names do not scale with the picture: what fills its room has most room for them. */
static void
fill_aspect (const WhenceOrganic *problem, WhencePoint *positions)
{
  WhenceRect all = { positions[0].x, positions[0].y, 1, 1 };
  double stretch;

  for (guint32 i = 0; i < problem->net->n; i++)
    {
      const WhenceRect *box = &problem->boxes[i];
      all = whence_rect_union (
        all, (WhenceRect){ positions[i].x + box->x, positions[i].y + box->y, box->width, box->height });
    }
  stretch = problem->aspect * all.height / all.width;
  for (guint32 i = 0; i < problem->net->n; i++)
    if (stretch > 1)
      positions[i].x *= MIN (stretch, MOST_STRETCH);
    else
      positions[i].y *= MIN (1 / stretch, MOST_STRETCH);
}

gboolean
whence_layered_layout (const WhenceOrganic *problem, const guint32 *layer, gboolean columns,
                       WhencePoint *positions, GCancellable *cancellable)
{
  guint32 n = problem->net->n;
  g_autofree guint32 *room = g_new0 (guint32, 4 * (gsize) n + 4);
  g_autofree double *along = g_new0 (double, MAX (1, n));
  g_autofree Keyed *keyed = g_new (Keyed, MAX (1, n));
  g_autofree Pool *pools = g_new (Pool, MAX (1, n));
  WhenceWatch watch = whence_watch_over (problem, cancellable), part;
  Lines lines = { problem, columns, 0, room, room + n + 1, room + 2 * (gsize) n + 1, room + 3 * (gsize) n + 2,
                  along };

  for (guint32 i = 0; i < n; i++)
    lines.node[i] = i;
  g_qsort_with_data (lines.node, (gint) n, sizeof *lines.node, compare_layers, (gpointer) layer);
  break_lines (&lines, layer, G_MAXDOUBLE);
  part = whence_watch_share (&watch, 0, 0.45);
  if (!order_lines (&lines, keyed, &part))
    return FALSE;
  break_lines (&lines, layer, room_along (problem, columns));
  part = whence_watch_share (&watch, 0.45, 0.9);
  if (!order_lines (&lines, keyed, &part))
    return FALSE;
  for (guint pass = 0; pass < 6; pass++)
    {
      for (guint32 l = 0; l < lines.n_lines; l++)
        align_line (&lines, pass % 2 == 0 ? l : lines.n_lines - 1 - l, pools);
      if (!whence_watch_go_on (&watch, 0.9 + (pass + 1) / 60.0))
        return FALSE;
    }
  place_lines (&lines, positions);
  fill_aspect (problem, positions);
  return TRUE;
}
