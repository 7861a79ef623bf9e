/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts the crossings of a layout: edges by their left end, each tested against those that begin before it
 * ends. O(edges log edges + pairs whose x ranges meet). And how well neighbours are the nearest, O(n²). */
#include "layout/organic-steps.h"

#include "layout/quickselect.h"

typedef struct
{
  guint32 from, to;
  double left, right;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *x = a, *y = b;
  return x->left < y->left ? -1 : x->left > y->left;
}

static gboolean
share_an_end (const Edge *a, const Edge *b)
{
  return a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
}

guint64
whence_organic_count_crossings (const WhenceNet *net, const WhencePoint *positions)
{
  g_autofree Edge *edges = g_new (Edge, net->first[net->n] / 2 + 1);
  guint64 count = 0;
  gsize m = 0;

  for (guint32 i = 0; i < net->n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      if (net->target[e] > i)
        {
          double x = positions[i].x, other = positions[net->target[e]].x;
          edges[m++] = (Edge){ i, net->target[e], MIN (x, other), MAX (x, other) };
        }
  qsort (edges, m, sizeof *edges, compare_edges);
  for (gsize a = 0; a < m; a++)
    for (gsize b = a + 1; b < m && edges[b].left <= edges[a].right; b++)
      count += !share_an_end (&edges[a], &edges[b])
               && whence_segments_cross (positions[edges[a].from], positions[edges[a].to],
                                         positions[edges[b].from], positions[edges[b].to]);
  return count;
}

double
whence_organic_measure_neighbours (const WhenceNet *net, const WhencePoint *positions)
{
  g_autofree double *far = g_new (double, MAX (1, net->n)), *sorted = g_new (double, MAX (1, net->n));
  double sum = 0;

  for (guint32 i = 0; i < net->n; i++)
    {
      guint32 degree = whence_net_degree (net, i), hits = 0;
      double limit;
      for (guint32 j = 0; j < net->n; j++)
        {
          double dx = positions[i].x - positions[j].x, dy = positions[i].y - positions[j].y;
          far[j] = sorted[j] = i == j ? -1 : dx * dx + dy * dy;
        }
      limit = whence_quickselect_double (sorted, net->n, degree);
      for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
        hits += far[net->target[e]] <= limit;
      sum += degree > 0 ? (double) hits / (2 * degree - hits) : 1;
    }
  return net->n > 0 ? sum / net->n : 1;
}
