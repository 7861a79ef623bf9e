/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A component of the graph as a problem of its own: taken out, turned, brought from units to px. O(n +
 * edges) each, on average. */
#include "layout/organic-part.h"

#include <math.h>

#include "layout/quickselect.h"

#define SMALL_GAP 3.0 /* px between boxes */

void
whence_part_clear (WhencePart *part)
{
  whence_net_free (part->net);
  g_free (part->boxes);
  g_free (part->edges);
  g_free (part->at);
}

/* Neighbours are in the same component, and nodes keep their order: so do the rows. */
static void
copy_rows (WhencePart *part, const WhenceOrganic *organic, const guint32 *local)
{
  guint32 *first = g_new (guint32, (gsize) part->n + 1), *target, kept = 0;

  for (guint32 i = 0; i < part->n; i++)
    {
      first[i] = kept;
      kept += whence_net_degree (organic->net, part->nodes[i]);
    }
  first[part->n] = kept;
  target = g_new (guint32, MAX (1, kept));
  if (organic->edges != NULL)
    part->edges = g_new (WhenceOrganicEdge, MAX (1, kept));
  for (guint32 i = 0; i < part->n; i++)
    {
      guint32 row = organic->net->first[part->nodes[i]];

      for (guint32 e = first[i]; e < first[i + 1]; e++, row++)
        {
          target[e] = local[organic->net->target[row]];
          if (organic->edges != NULL)
            part->edges[e] = organic->edges[row];
        }
    }
  part->net = whence_net_new_from_rows (part->n, first, target);
}

void
whence_part_init (WhencePart *part, const WhenceOrganic *organic, const guint32 *nodes, guint32 n,
                  guint32 *local)
{
  *part = (WhencePart){ .n = n, .nodes = (guint32 *) nodes };
  part->boxes = g_new (WhenceRect, n);
  part->at = g_new0 (WhencePoint, n);
  for (guint32 i = 0; i < n; i++)
    {
      local[nodes[i]] = i;
      part->boxes[i] = organic->boxes[nodes[i]];
    }
  copy_rows (part, organic, local);
}

WhenceRect
whence_part_bounds_of (const WhencePoint *at, const WhenceRect *boxes, guint32 n)
{
  WhenceRect all = { at[0].x + boxes[0].x, at[0].y + boxes[0].y, boxes[0].width, boxes[0].height };

  for (guint32 i = 1; i < n; i++)
    all = whence_rect_union (
      all, (WhenceRect){ at[i].x + boxes[i].x, at[i].y + boxes[i].y, boxes[i].width, boxes[i].height });
  return all;
}

/* Turns the points so that their longest extent lies along x (or y for a tall room): the eigenvector of the 2
 * × 2 covariance matrix by half-angle formulae, which need only square roots. */
void
whence_part_turn (WhencePoint *at, guint32 n, double aspect)
{
  double cx = 0, cy = 0, xx = 0, yy = 0, xy = 0, root, c2, c, s;

  for (guint32 i = 0; i < n; i++)
    {
      cx += at[i].x / n;
      cy += at[i].y / n;
    }
  for (guint32 i = 0; i < n; i++)
    {
      double x = at[i].x - cx, y = at[i].y - cy;
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
  root = sqrt ((xx - yy) * (xx - yy) + 4 * xy * xy);
  c2 = root > 0 ? (xx - yy) / root : 1;
  c = sqrt (MAX (0, (1 + c2) / 2));
  s = (xy < 0 ? -1 : 1) * sqrt (MAX (0, (1 - c2) / 2));
  for (guint32 i = 0; i < n; i++)
    {
      double x = at[i].x - cx, y = at[i].y - cy;
      double along = c * x + s * y, across = c * y - s * x;
      at[i] = aspect >= 1 ? (WhencePoint){ along, across } : (WhencePoint){ across, along };
    }
}

double
whence_part_median_edge (const WhencePart *part)
{
  guint32 m = part->net->first[part->n], count = 0;
  g_autofree double *lengths = g_new (double, MAX (1, m));

  for (guint32 i = 0; i < part->n; i++)
    for (guint32 e = part->net->first[i]; e < part->net->first[i + 1]; e++)
      lengths[count++] = whence_distance (part->at[i], part->at[part->net->target[e]]);
  return count == 0 ? 1 : MAX (1, whence_median (lengths, count));
}

/* So many px that all boxes together fill at most half of where they are. */
static double
scale_for_area (const WhencePart *part)
{
  g_autofree double *from_middle = g_new (double, part->n);
  double area = 0, x = 0, y = 0;

  for (guint32 i = 0; i < part->n; i++)
    {
      area += (part->boxes[i].width + SMALL_GAP) * (part->boxes[i].height + SMALL_GAP);
      x += part->at[i].x / part->n;
      y += part->at[i].y / part->n;
    }
  for (guint32 i = 0; i < part->n; i++)
    from_middle[i] = (part->at[i].x - x) * (part->at[i].x - x) + (part->at[i].y - y) * (part->at[i].y - y);
  /* Half of the nodes lie in this disc. */
  return sqrt (area / (3.1416 * MAX (whence_median (from_middle, part->n), 1e-6)));
}

/* Of how many px a unit must be for a node to be clear of its nearest neighbour, the value that suits half of
 * the nodes. Neighbours in the graph stand for those in the picture: they are nearly the same, and need no
 * search. */
static double
scale_for_sizes (const WhencePart *part)
{
  g_autofree double *needs = g_new (double, part->n);

  for (guint32 i = 0; i < part->n; i++)
    {
      double nearest = G_MAXDOUBLE, size = MAX (part->boxes[i].width, part->boxes[i].height);
      for (guint32 e = part->net->first[i]; e < part->net->first[i + 1]; e++)
        {
          double away = whence_distance (part->at[i], part->at[part->net->target[e]]);
          nearest = MIN (nearest, away);
        }
      needs[i] = 2.2 * (size + SMALL_GAP) / MAX (nearest, 0.05);
    }
  return MAX (whence_median (needs, part->n), scale_for_area (part));
}

gboolean
whence_part_spread (WhencePart *part, double aspect, const WhenceWatch *watch)
{
  double scale;

  whence_part_turn (part->at, part->n, aspect);
  scale = scale_for_sizes (part);
  for (guint32 i = 0; i < part->n; i++)
    part->at[i] = (WhencePoint){ part->at[i].x * scale, part->at[i].y * scale };
  return whence_organic_separate (part->boxes, NULL, part->n, SMALL_GAP, part->at, watch);
}
