/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plain graph that layouts work on, independent of bundles. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A simple undirected graph in compressed rows: the neighbours of node i are target[first[i] … first[i + 1] -
 * 1], in ascending order, without loops and doubles. */
typedef struct
{
  guint32 n;
  guint32 *first;  /* n + 1 */
  guint32 *target; /* first[n] */
} WhenceNet;

typedef struct
{
  guint32 from, to;
} WhencePair;

/* Loops and doubles among @pairs are passed over. O(n + pairs). Transfer full. */
WhenceNet *whence_net_new (guint32 n, const WhencePair *pairs, gsize n_pairs);
/* Transfer full. */
WhenceNet *whence_net_copy (const WhenceNet *net);
void whence_net_free (WhenceNet *net);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceNet, whence_net_free)

static inline guint32
whence_net_degree (const WhenceNet *net, guint32 node)
{
  return net->first[node + 1] - net->first[node];
}

/* Numbers the components in the order of their smallest node; @component has n entries. Returns how many
 * there are. */
guint32 whence_net_components (const WhenceNet *net, guint32 *component);

/* Hops from @source to every node, G_MAXUINT32 where there is no path; @queue is room for n nodes. Returns
 * how many nodes were reached; @queue holds them in the order of their distance. */
guint32 whence_net_distances (const WhenceNet *net, guint32 source, guint32 *distance, guint32 *queue);

G_END_DECLS
