/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One level of coarsening: each node merges with the free neighbour of the lowest degree, the lowest first;
 * nodes that hang on the same node and find no other partner merge with one another, so that stars shrink as
 * fast as meshes. At most one node is left alone for each that is not: three quarters at most remain.
 * O(n + edges). */
#include "layout/organic-steps.h"

#include <string.h>

#include "model/invert.h"

#define CLUSTER 4

static guint
count_one (gconstpointer data, guint32 node)
{
  return 1;
}

static guint32
get_degree (gconstpointer net, guint32 node, guint n)
{
  return whence_net_degree (net, node);
}

static guint32
get_cluster (gconstpointer cluster, guint32 node, guint n)
{
  return ((const guint32 *) cluster)[node];
}

/* All nodes, those of the lowest degree first. Transfer full. */
static guint32 *
by_degree (const WhenceNet *net)
{
  WhenceInverse nodes;
  guint32 highest = 0;

  for (guint32 i = 0; i < net->n; i++)
    highest = MAX (highest, whence_net_degree (net, i));
  nodes = whence_invert (net, net->n, highest + 1, count_one, get_degree);
  g_free (nodes.first);
  return nodes.records;
}

/* Free neighbours of a node merge with one another, in fours. */
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

/* Any number for a pair, always the same: among equals the choice must not follow the numbering, or a mesh
 * numbered row by row becomes stripes. */
static guint32
lot_of (guint32 node, guint32 other)
{
  guint32 lot = (node ^ (other * 0x9e3779b9u)) * 0x85ebca6bu;
  return lot ^ (lot >> 15);
}

static guint32
free_partner (const WhenceNet *net, guint32 node, const guint32 *cluster)
{
  guint32 partner = G_MAXUINT32, least = G_MAXUINT32, least_lot = 0;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    {
      guint32 other = net->target[e], degree = whence_net_degree (net, other), lot = lot_of (node, other);
      if (cluster[other] != G_MAXUINT32 || degree > least || (degree == least && lot > least_lot))
        continue;
      partner = other;
      least = degree;
      least_lot = lot;
    }
  return partner;
}

guint32
whence_organic_cluster (const WhenceNet *net, guint32 *cluster)
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

/* A row that is being filled. */
typedef struct
{
  guint32 end;
  guint32 last; /* who was put in it last */
} Row;

/* Closes the gaps that doubles leave. */
static void
close_gaps (WhenceNet *net, const Row *rows)
{
  guint32 kept = 0;

  for (guint32 c = 0; c < net->n; c++)
    {
      guint32 start = net->first[c], n = rows[c].end - start;

      memmove (net->target + kept, net->target + start, n * sizeof *net->target);
      net->first[c] = kept;
      kept += n;
    }
  net->first[net->n] = kept;
}

/* Whoever walks the clusters in order, and puts each into the rows of its neighbours, finds the rows sorted.
 */
WhenceNet *
whence_organic_fold (const WhenceNet *net, const guint32 *cluster, guint32 n_clusters)
{
  WhenceInverse members = whence_invert (cluster, net->n, n_clusters, count_one, get_cluster);
  g_autofree Row *rows = g_new (Row, MAX (1, n_clusters));
  guint32 *first = g_new0 (guint32, (gsize) n_clusters + 1);
  guint32 *target = g_new (guint32, MAX (1, net->first[net->n]));
  WhenceNet *folded = whence_net_new_from_rows (n_clusters, first, target); /* when its rows are filled */

  for (guint32 i = 0; i < net->n; i++)
    first[cluster[i] + 1] += whence_net_degree (net, i);
  for (guint32 c = 0; c < n_clusters; c++)
    {
      rows[c] = (Row){ first[c], G_MAXUINT32 };
      first[c + 1] += first[c];
    }
  for (guint32 c = 0; c < n_clusters; c++)
    {
      rows[c].last = c;
      for (guint32 m = members.first[c]; m < members.first[c + 1]; m++)
        for (guint32 e = net->first[members.records[m]]; e < net->first[members.records[m] + 1]; e++)
          {
            Row *row = &rows[cluster[net->target[e]]];

            if (row->last != c)
              target[row->end++] = c;
            row->last = c;
          }
    }
  close_gaps (folded, rows);
  whence_inverse_clear (&members);
  return folded;
}
