/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be counted on a plain graph: who lies between others, who is pointed at, who belongs together.
 * Independent of bundles. Deterministic: every sum is taken in a fixed order. */
#pragma once

#include <gio/gio.h>

#include "layout/net.h"

G_BEGIN_DECLS

/* Fills @betweenness, @n_ends entries: the part of all shortest paths between two others that lead over the
 * node, 0 … 1 (Brandes 2001, undirected, "normalized" as in networkx). Nodes from @n_ends on are no ends of
 * paths: a step to or from one of them is half a step. Starts from @n_sources ends chosen by @seed and
 * estimates from these (Brandes & Pich 2007); with n_ends or more it is exact. O(sources · edges). FALSE only
 * when cancelled. */
gboolean whence_measure_betweenness (const WhenceNet *net, guint32 n_ends, guint32 n_sources, guint32 seed,
                                     double *betweenness, GCancellable *cancellable);

/* Fills @rank, @n entries that sum to 1 over the first @n_ends: PageRank (Brin & Page 1998) with damping 0.85
 * on @arcs, of which parallel ones count as often as they are there. Only the first @n_ends are jumped to.
 * FALSE only when cancelled. */
gboolean whence_measure_pagerank (guint32 n, guint32 n_ends, const WhencePair *arcs, gsize n_arcs,
                                  double *rank, GCancellable *cancellable);

/* Fills @community, n entries, numbered from 0, the largest first: groups with more ties within than chance
 * would have it (modularity, by the Leiden algorithm: Traag, Waltman, van Eck 2019); each is connected.
 * Returns how many, 0 when cancelled. About O(edges) a round. */
guint32 whence_measure_communities (const WhenceNet *net, guint32 *community, GCancellable *cancellable);
/* Newman's modularity of a partition: 0 is chance, 1 the most. 0 without edges. */
double whence_measure_modularity (const WhenceNet *net, const guint32 *community);

/* Numbers the classes in @class_of anew: the largest first, of equal ones that with the smallest member.
 * Returns how many there are. */
guint32 whence_measure_number_by_size (guint32 n, guint32 *class_of);

G_END_DECLS
