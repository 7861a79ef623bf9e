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
/* Takes over rows as above. Transfer full. */
WhenceNet *whence_net_new_from_rows (guint32 n, guint32 *first, guint32 *target);
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

/* Hops from up to 64 sources at once: hops[node * stride + k] from @sources[k], at most G_MAXUINT16 - 1 and
 * G_MAXUINT16 where there is no path. About five times as fast as one after the other (Then et al.: The More
 * the Merrier: Efficient Multi-Source Graph Traversal, 2014). O(sources · (n + edges)) at worst. */
#define WHENCE_HOPS_SOURCES 64
void whence_net_hops (const WhenceNet *net, const guint32 *sources, guint n_sources, guint16 *hops,
                      gsize stride);

G_END_DECLS
