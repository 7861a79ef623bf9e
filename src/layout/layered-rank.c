/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which layer each node is in: below all that point to it; a circle is broken at the node with most arcs out
 * against arcs in, and what no arc touches hangs below its nearest neighbour. Linear in the arcs, but for
 * sorting the nodes once. */
#include "layout/layouts.h"
#include "layout/organic-steps.h"
#include "model/invert.h"

typedef struct
{
  guint32 n;
  guint32 *first, *target; /* arcs out */
  guint32 *n_in;           /* not yet taken */
  gint32 *surplus;         /* out minus in */
} Arcs;

static int
compare_surplus (gconstpointer a, gconstpointer b, gpointer surplus)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  gint32 x = ((const gint32 *) surplus)[i], y = ((const gint32 *) surplus)[j];
  return x > y ? -1 : x < y ? 1 : i < j ? -1 : i > j;
}

static guint
count_sources (gconstpointer pairs, guint32 pair)
{
  return 1;
}

static guint32
source_of (gconstpointer pairs, guint32 pair, guint n)
{
  return ((const WhencePair *) pairs)[pair].from;
}

static void
arcs_init (Arcs *arcs, guint32 n, const WhencePair *pairs, gsize n_pairs)
{
  WhenceInverse leaving = whence_invert (pairs, (guint32) n_pairs, n, count_sources, source_of);

  arcs->n = n;
  arcs->first = leaving.first;
  arcs->target = leaving.records;
  arcs->n_in = g_new0 (guint32, MAX (1, n));
  arcs->surplus = g_new0 (gint32, MAX (1, n));
  for (gsize p = 0; p < n_pairs; p++)
    {
      arcs->target[p] = pairs[arcs->target[p]].to;
      arcs->n_in[pairs[p].to]++;
      arcs->surplus[pairs[p].from]++;
      arcs->surplus[pairs[p].to]--;
    }
}

static void
arcs_clear (Arcs *arcs)
{
  g_free (arcs->first);
  g_free (arcs->target);
  g_free (arcs->n_in);
  g_free (arcs->surplus);
}

/* Puts those that @node has an arc to below it, and those that no other arc leads to at the end of the queue.
 */
static void
release_from (Arcs *arcs, guint32 node, guint32 *layer, guint8 *taken, guint32 *queue, guint32 *tail)
{
  for (guint32 e = arcs->first[node]; e < arcs->first[node + 1]; e++)
    {
      guint32 below = arcs->target[e];
      if (taken[below])
        continue;
      layer[below] = MAX (layer[below], layer[node] + 1);
      if (--arcs->n_in[below] == 0)
        {
          taken[below] = TRUE;
          queue[(*tail)++] = below;
        }
    }
}

/* Takes sources while there are any, then, to break a circle, the node with most arcs out against arcs in. */
static void
rank_by_longest_path (Arcs *arcs, guint32 *layer, guint8 *taken)
{
  g_autofree guint32 *queue = g_new (guint32, MAX (1, arcs->n));
  g_autofree guint32 *order = g_new (guint32, MAX (1, arcs->n));
  guint32 head = 0, tail = 0, next = 0;

  for (guint32 i = 0; i < arcs->n; i++)
    {
      order[i] = i;
      if (arcs->n_in[i] == 0)
        queue[tail++] = i;
    }
  for (guint32 k = 0; k < tail; k++)
    taken[queue[k]] = TRUE;
  g_qsort_with_data (order, (gint) arcs->n, sizeof *order, compare_surplus, arcs->surplus);
  for (;;)
    {
      while (head < tail)
        release_from (arcs, queue[head++], layer, taken, queue, &tail);
      while (next < arcs->n && taken[order[next]])
        next++;
      if (next == arcs->n)
        return;
      taken[order[next]] = TRUE;
      queue[tail++] = order[next];
    }
}

/* Nodes that no arc touches hang below the nearest one that has a layer; those that nothing touches at the
 * bottom. */
static void
hang_others (const WhenceNet *net, const Arcs *arcs, guint32 *layer)
{
  g_autofree guint32 *queue = g_new (guint32, MAX (1, net->n));
  g_autofree guint8 *known = g_new0 (guint8, MAX (1, net->n));
  guint32 head = 0, tail = 0, lowest = 0;

  for (guint32 e = 0; e < arcs->first[arcs->n]; e++)
    known[arcs->target[e]] = TRUE;
  for (guint32 i = 0; i < net->n; i++)
    known[i] |= arcs->first[i + 1] > arcs->first[i];
  for (guint32 i = 0; i < net->n; i++)
    if (known[i])
      queue[tail++] = i;
  while (head < tail)
    {
      guint32 node = queue[head++];
      for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
        if (!known[net->target[e]])
          {
            known[net->target[e]] = TRUE;
            layer[net->target[e]] = layer[node] + 1;
            queue[tail++] = net->target[e];
          }
    }
  for (guint32 i = 0; i < net->n; i++)
    lowest = MAX (lowest, layer[i]);
  for (guint32 i = 0; i < net->n; i++)
    if (whence_net_degree (net, i) == 0)
      layer[i] = lowest + 1;
}

void
whence_layered_rank (const WhenceNet *net, const WhencePair *pairs, gsize n_pairs, guint32 *layer)
{
  g_autofree guint8 *taken = g_new0 (guint8, MAX (1, net->n));
  Arcs arcs;

  memset (layer, 0, net->n * sizeof *layer);
  arcs_init (&arcs, net->n, pairs, n_pairs);
  rank_by_longest_path (&arcs, layer, taken);
  /* A source stands right above what it points to, not at the top. */
  for (guint32 i = 0; i < net->n; i++)
    if (layer[i] == 0 && arcs.first[i + 1] > arcs.first[i])
      {
        guint32 nearest = G_MAXUINT32;
        for (guint32 e = arcs.first[i]; e < arcs.first[i + 1]; e++)
          nearest = MIN (nearest, layer[arcs.target[e]]);
        layer[i] = nearest > 0 ? nearest - 1 : 0;
      }
  hang_others (net, &arcs, layer);
  arcs_clear (&arcs);
}
