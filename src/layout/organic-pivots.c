/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a layout right as a whole: each node moves to where its distances to some dozens of pivots, or in a
 * small graph to all nodes, are best kept (by majorization: Gansner, Koren, North 2004; sparse: Ortmann,
 * Klimenta, Brandes 2017). The scale stays. All nodes move at once, so the order says nothing. Nodes that
 * stand beside one another in the input should be near in the graph, as they are in a level of the multilevel
 * layout: pivots are taken at even steps. Eight lanes of single precision, added up in a fixed order.
 * O(pivots · (n + edges)). */
#include "layout/organic-lanes.h"
#include "layout/organic-steps.h"

#include <math.h>

struct _WhencePivots
{
  const WhenceNet *net;
  guint32 n, n_pivots, stride; /* the stride is a multiple of LANES */
  guint32 *pivot;
  guint16 *hops;      /* n × stride; 0 for what is none of the pivots */
  float *at_x, *at_y; /* of the pivots */
  float *next_x, *next_y;
  double
    hop; /* its length at which the layout has the least stress, as of the last round; 0: not measured yet */
};

WhencePivots *
whence_pivots_new (const WhenceNet *net, guint32 n_pivots)
{
  WhencePivots *pivots = g_new0 (WhencePivots, 1);

  pivots->net = net;
  pivots->n = net->n;
  pivots->n_pivots = MIN (net->n, n_pivots);
  pivots->stride = (pivots->n_pivots + LANES - 1) / LANES * LANES;
  pivots->pivot = g_new (guint32, pivots->n_pivots);
  pivots->hops = g_new0 (guint16, (gsize) net->n * pivots->stride);
  pivots->at_x = g_aligned_alloc0 (pivots->stride, sizeof (float), sizeof (Lanes));
  pivots->at_y = g_aligned_alloc0 (pivots->stride, sizeof (float), sizeof (Lanes));
  pivots->next_x = g_new (float, net->n);
  pivots->next_y = g_new (float, net->n);
  for (guint32 p = 0; p < pivots->n_pivots; p++)
    pivots->pivot[p] = (guint32) ((guint64) p * net->n / pivots->n_pivots);
  for (guint32 p = 0; p < pivots->n_pivots; p += WHENCE_HOPS_SOURCES)
    whence_net_hops (net, pivots->pivot + p, MIN (WHENCE_HOPS_SOURCES, pivots->n_pivots - p),
                     pivots->hops + p, pivots->stride);
  return pivots;
}

void
whence_pivots_free (WhencePivots *pivots)
{
  g_aligned_free (pivots->at_x);
  g_aligned_free (pivots->at_y);
  g_free (pivots->pivot);
  g_free (pivots->hops);
  g_free (pivots->next_x);
  g_free (pivots->next_y);
  g_free (pivots);
}

/* Moves all nodes @part of their way. What is at 0 hops, the node itself or no pivot, weighs nothing. */
BOTH_WIDTHS static void
move_rows (WhencePivots *pivots, float part, const float *x, const float *y)
{
  const Lanes none = { 0 }, least = none + 1e-12f;
  const float hop = (float) pivots->hop;
  double ratios = 0, squares = 0;

  for (guint32 i = 0; i < pivots->n; i++)
    {
      const guint16 *row = pivots->hops + (gsize) i * pivots->stride;
      const Lanes here_x = none + x[i], here_y = none + y[i];
      Lanes sum_x = none, sum_y = none, sum = none, ratio = none, square = none;
      float step;
      for (guint32 p = 0; p < pivots->stride; p += LANES)
        {
          const Lanes h = __builtin_convertvector(*(const ShortLanes *) (row + p), Lanes);
          const Lanes dx = here_x - *(const Lanes *) (pivots->at_x + p);
          const Lanes dy = here_y - *(const Lanes *) (pivots->at_y + p);
          const Lanes inverse = (Lanes) ((IntLanes) (1 / (h + (Lanes) ((h == none) & ONE))) & (h != none));
          const Lanes far = dx * dx + dy * dy + least;
          Lanes near = far, r, off;
          invert_roots (&near);
          r = far * near * inverse;
          off = inverse * (hop * near - inverse);
          sum_x += dx * off;
          sum_y += dy * off;
          sum += inverse * inverse;
          ratio += r;
          square += r * r;
        }
      step = part / (sum_of (&sum) + 1e-20f);
      pivots->next_x[i] = x[i] + step * sum_of (&sum_x);
      pivots->next_y[i] = y[i] + step * sum_of (&sum_y);
      ratios += sum_of (&ratio);
      squares += sum_of (&square);
    }
  pivots->hop = ratios > 0 ? squares / ratios : 1;
}

static void
pull (WhencePivots *pivots, float part, float *x, float *y)
{
  for (guint32 p = 0; p < pivots->n_pivots; p++)
    {
      pivots->at_x[p] = x[pivots->pivot[p]];
      pivots->at_y[p] = y[pivots->pivot[p]];
    }
  move_rows (pivots, part, x, y);
}

void
whence_pivots_pull (WhencePivots *pivots, double part, WhenceCloud *cloud)
{
  if (pivots->hop <= 0)
    pull (pivots, 0, cloud->x, cloud->y);
  pull (pivots, (float) part, cloud->x, cloud->y);
  memcpy (cloud->x, pivots->next_x, pivots->n * sizeof *cloud->x);
  memcpy (cloud->y, pivots->next_y, pivots->n * sizeof *cloud->y);
}
