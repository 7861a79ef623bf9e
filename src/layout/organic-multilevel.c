/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Large components: nodes are merged into clusters of at most four until few are left, these are laid out by
 * stress, and each level is then unfolded and refined by the short-range force. Nodes that hang on the same
 * node and find no other partner merge with one another, so that stars shrink as fast as meshes. O((n +
 * edges) log n). */
#include "layout/organic.h"

#include <math.h>

#define COARSEST 600
#define MAX_LEVELS 32
#define CLUSTER 4

typedef struct
{
  WhenceNet *net;   /* of the lowest level not owned */
  guint32 *cluster; /* of each node, in the level above */
} Level;

static guint32 *
by_degree (const WhenceNet *net)
{
  guint32 *order = g_new (guint32, net->n), highest = 0;
  g_autofree guint32 *fill = NULL;

  for (guint32 i = 0; i < net->n; i++)
    highest = MAX (highest, whence_net_degree (net, i));
  fill = g_new0 (guint32, (gsize) highest + 2);
  for (guint32 i = 0; i < net->n; i++)
    fill[whence_net_degree (net, i) + 1]++;
  for (guint32 d = 0; d <= highest; d++)
    fill[d + 1] += fill[d];
  for (guint32 i = 0; i < net->n; i++)
    order[fill[whence_net_degree (net, i)]++] = i;
  return order;
}

/* Free neighbours of a node merge with one another, in fours; a single last one joins the four before it. */
static guint32
merge_siblings (const WhenceNet *net, guint32 hub, guint32 only_degree, guint32 *cluster, guint32 n_clusters)
{
  guint32 count = 0;

  for (guint32 e = net->first[hub]; e < net->first[hub + 1]; e++)
    {
      guint32 node = net->target[e];
      if (cluster[node] != G_MAXUINT32 || (only_degree > 0 && whence_net_degree (net, node) != only_degree))
        continue;
      if (count % CLUSTER == 0)
        n_clusters++;
      cluster[node] = n_clusters - 1;
      count++;
    }
  return n_clusters;
}

static guint32
free_partner (const WhenceNet *net, guint32 node, const guint32 *cluster)
{
  guint32 partner = G_MAXUINT32;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    if (cluster[net->target[e]] == G_MAXUINT32
        && (partner == G_MAXUINT32
            || whence_net_degree (net, net->target[e]) < whence_net_degree (net, partner)))
      partner = net->target[e];
  return partner;
}

static guint32
cluster_nodes (const WhenceNet *net, guint32 *cluster)
{
  g_autofree guint32 *order = by_degree (net);
  guint32 n_clusters = 0;

  for (guint32 i = 0; i < net->n; i++)
    cluster[i] = G_MAXUINT32;
  for (guint32 i = 0; i < net->n; i++)
    if (whence_net_degree (net, i) > CLUSTER)
      n_clusters = merge_siblings (net, i, 1, cluster, n_clusters);
  for (guint32 k = 0; k < net->n; k++)
    {
      guint32 node = order[k], partner;
      if (cluster[node] != G_MAXUINT32)
        continue;
      partner = free_partner (net, node, cluster);
      if (partner != G_MAXUINT32)
        cluster[node] = cluster[partner] = n_clusters++;
    }
  for (guint32 i = 0; i < net->n; i++)
    n_clusters = merge_siblings (net, i, 0, cluster, n_clusters);
  for (guint32 i = 0; i < net->n; i++)
    if (cluster[i] == G_MAXUINT32)
      cluster[i] = n_clusters++;
  return n_clusters;
}

static WhenceNet *
fold (const WhenceNet *net, const guint32 *cluster, guint32 n_clusters)
{
  g_autofree WhencePair *pairs = g_new (WhencePair, net->first[net->n] / 2 + 1);
  gsize n_pairs = 0;

  for (guint32 i = 0; i < net->n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      if (net->target[e] > i)
        pairs[n_pairs++] = (WhencePair){ cluster[i], cluster[net->target[e]] };
  return whence_net_new (n_clusters, pairs, n_pairs);
}

static void
unfold (const Level *level, const WhencePoint *above, double growth, WhenceRandom *random,
        WhencePoint *positions)
{
  for (guint32 i = 0; i < level->net->n; i++)
    {
      WhencePoint from = above[level->cluster[i]];
      positions[i].x = from.x * growth + (whence_random_unit (random) - 0.5) * 0.8;
      positions[i].y = from.y * growth + (whence_random_unit (random) - 0.5) * 0.8;
    }
}

static gboolean
unfold_all (Level *levels, guint top, guint32 seed, WhencePoint *positions, GCancellable *cancellable)
{
  g_autofree WhencePoint *above = g_new (WhencePoint, levels[0].net->n);
  WhenceRandom random;

  whence_random_init (&random, (guint64) seed + 1);
  if (levels[top].net->n > WHENCE_STRESS_MAX)
    return FALSE;
  if (!whence_organic_stress (levels[top].net, seed, positions, cancellable))
    return FALSE;
  for (guint l = top; l > 0; l--)
    {
      const WhenceNet *net = levels[l - 1].net;
      double growth = sqrt ((double) net->n / levels[l].net->n);
      memcpy (above, positions, levels[l].net->n * sizeof *above);
      unfold (&levels[l - 1], above, growth, &random, positions);
      if (!whence_organic_refine (net, l == 1 ? 60 : 40, positions, cancellable))
        return FALSE;
    }
  return TRUE;
}

gboolean
whence_organic_multilevel (const WhenceNet *net, guint32 seed, WhencePoint *positions,
                           GCancellable *cancellable)
{
  Level levels[MAX_LEVELS + 1] = { { (WhenceNet *) net, NULL } };
  guint top = 0;
  gboolean done;

  while (levels[top].net->n > COARSEST && top < MAX_LEVELS)
    {
      guint32 n_clusters;
      levels[top].cluster = g_new (guint32, levels[top].net->n);
      n_clusters = cluster_nodes (levels[top].net, levels[top].cluster);
      levels[top + 1].net = fold (levels[top].net, levels[top].cluster, n_clusters);
      top++;
    }
  done = unfold_all (levels, top, seed, positions, cancellable);
  for (guint l = 0; l <= top; l++)
    {
      if (l > 0)
        whence_net_free (levels[l].net);
      g_free (levels[l].cluster);
    }
  return done;
}
