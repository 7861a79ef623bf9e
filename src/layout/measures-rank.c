/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PageRank by power iteration. O(arcs) a round, about eighty rounds. */
#include "layout/measures-net.h"

#include <math.h>

#define DAMPING 0.85
#define MOST_ROUNDS 300
#define PRECISION 1e-12 /* of a node's share */

/* What the nodes without a way on hold goes to everybody, like the jumps. */
static double
jump_share (const double *rank, const guint32 *n_out, guint32 n, guint32 n_ends)
{
  double stranded = 0, sum = 0;

  for (guint32 i = 0; i < n; i++)
    {
      sum += rank[i];
      stranded += n_out[i] == 0 ? rank[i] : 0;
    }
  return ((1 - DAMPING) * sum + DAMPING * stranded) / n_ends;
}

static double
pass_on (const WhencePair *arcs, gsize n_arcs, const guint32 *n_out, guint32 n, guint32 n_ends, double *rank,
         double *next)
{
  double share = jump_share (rank, n_out, n, n_ends), change = 0;

  for (guint32 i = 0; i < n; i++)
    next[i] = i < n_ends ? share : 0;
  for (gsize a = 0; a < n_arcs; a++)
    next[arcs[a].to] += DAMPING * rank[arcs[a].from] / n_out[arcs[a].from];
  for (guint32 i = 0; i < n; i++)
    {
      change += fabs (next[i] - rank[i]);
      rank[i] = next[i];
    }
  return change;
}

gboolean
whence_measure_pagerank (guint32 n, guint32 n_ends, const WhencePair *arcs, gsize n_arcs, double *rank,
                         GCancellable *cancellable)
{
  g_autofree double *next = g_new (double, MAX (1, n));
  g_autofree guint32 *n_out = g_new0 (guint32, MAX (1, n));
  double sum = 0;

  if (n_ends == 0)
    return TRUE;
  for (gsize a = 0; a < n_arcs; a++)
    n_out[arcs[a].from]++;
  for (guint32 i = 0; i < n; i++)
    rank[i] = i < n_ends ? 1.0 / n_ends : 0;
  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (pass_on (arcs, n_arcs, n_out, n, n_ends, rank, next) < PRECISION)
        break;
    }
  for (guint32 i = 0; i < n_ends; i++)
    sum += rank[i];
  for (guint32 i = 0; i < n; i++)
    rank[i] /= sum;
  return TRUE;
}
