/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people ask of a graph in numbers: how many ties somebody has, who lies between others, who is pointed
 * at, who belongs together. Of the ties that a scope shows, among the entities; immutable. */
#pragma once

#include "layout/graph.h"
#include "layout/scope.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* All arrays have an entry for each entity; facts with further participants are ways between them, of the
 * same length as a tie. */
typedef struct
{
  guint32 n_entities;
  guint32 n_tied;                 /* entities with a tie; the ranks count among these */
  guint32 *n_ties, *n_in, *n_out; /* ties without direction are in neither of the last two */
  double *betweenness;            /* 0 … 1, see measures-net.h */
  guint32 n_sources;              /* entities that betweenness was counted from; n_tied: it is exact */
  double *pagerank;               /* sums to 1 */
  guint32 *community, *component; /* 0 is the largest; WHENCE_NONE without a tie */
  guint32 n_communities, n_components;
} WhenceMeasures;

/* O(edges · min (entities, 10^8 / edges)). NULL only when cancelled. Transfer full. */
WhenceMeasures *whence_measures_new (const WhenceGraph *graph, const WhenceScope *scope,
                                     GCancellable *cancellable);
void whence_measures_free (WhenceMeasures *measures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceMeasures, whence_measures_free)

/* How many of the tied entities have a larger value than @entity, plus one: equal ones share a rank. */
guint32 whence_measures_rank_ties (const WhenceMeasures *measures, guint32 entity);
guint32 whence_measures_rank (const WhenceMeasures *measures, const double *values, guint32 entity);

G_END_DECLS
