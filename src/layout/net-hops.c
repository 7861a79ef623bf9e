/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Walks a graph from many nodes at once, a bit for each: where their waves run together, an edge is looked at
 * once for all (Then et al. 2014). */
#include "layout/net.h"

typedef struct
{
  const WhenceNet *net;
  guint16 *hops;
  gsize stride;
  guint64 *seen;         /* the sources whose wave has been at a node */
  guint64 *front, *next; /* whose wave is there now, and after this step */
  guint32 *now, *after;  /* the nodes that have any */
  guint32 n_now;
} Waves;

static void
write_hops (const Waves *waves, guint32 node, guint64 sources, guint16 step)
{
  guint16 *row = waves->hops + node * waves->stride;

  for (; sources != 0; sources &= sources - 1)
    row[__builtin_ctzll (sources)] = step;
}

static void
advance (Waves *waves, guint16 step)
{
  const WhenceNet *net = waves->net;
  guint32 n_after = 0, *swap;

  for (guint32 k = 0; k < waves->n_now; k++)
    {
      guint32 node = waves->now[k];
      guint64 front = waves->front[node];
      for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
        {
          guint32 other = net->target[e];
          guint64 fresh = front & ~waves->seen[other];
          if (fresh == 0)
            continue;
          if (waves->next[other] == 0)
            waves->after[n_after++] = other;
          waves->next[other] |= fresh;
        }
    }
  for (guint32 k = 0; k < n_after; k++)
    {
      guint32 node = waves->after[k];
      waves->front[node] = waves->next[node];
      waves->seen[node] |= waves->next[node];
      waves->next[node] = 0;
      write_hops (waves, node, waves->front[node], step);
    }
  swap = waves->now, waves->now = waves->after, waves->after = swap;
  waves->n_now = n_after;
}

void
whence_net_hops (const WhenceNet *net, const guint32 *sources, guint n_sources, guint16 *hops, gsize stride)
{
  g_autofree guint64 *words = g_new0 (guint64, 3 * (gsize) net->n + 1);
  g_autofree guint32 *nodes = g_new (guint32, 2 * (gsize) net->n + 1);
  Waves waves = { net,   hops,           stride, words, words + net->n, words + 2 * (gsize) net->n,
                  nodes, nodes + net->n, 0 };
  guint16 step = 0;

  g_return_if_fail (n_sources <= WHENCE_HOPS_SOURCES);
  for (guint32 i = 0; i < net->n; i++)
    memset (hops + i * stride, 0xff, n_sources * sizeof *hops);
  for (guint k = 0; k < n_sources; k++)
    {
      guint32 node = sources[k];
      if (waves.seen[node] == 0)
        waves.now[waves.n_now++] = node;
      waves.seen[node] |= G_GUINT64_CONSTANT (1) << k;
      waves.front[node] = waves.seen[node];
      hops[node * stride + k] = 0;
    }
  while (waves.n_now > 0)
    {
      step = (guint16) MIN (step + 1, G_MAXUINT16 - 1);
      advance (&waves, step);
    }
}
