/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layouts that say something by position: rings around one node, layers above one another, columns in
 * time. All work on plain graphs whose nodes have a size, like the organic one, are as deterministic, say how
 * far they are, and can be cancelled: then they return FALSE. */
#pragma once

#include "layout/organic.h"
#include "layout/timeline-scene.h"

G_BEGIN_DECLS

/* (cos, sin) of @turns full turns, by polynomials: libm's differ by machine. Exact to about 1e-10. */
WhencePoint whence_turn_vector (double turns);

/* Rings of hops around @center; children stand near their parent. Nodes without a path to it stand in rows
 * below. */
gboolean whence_concentric_layout (const WhenceOrganic *problem, guint32 center, WhencePoint *positions,
                                   GCancellable *cancellable);

/* Layer 0 on top (or, with @columns, at the left); within a layer ordered by the barycentre of neighbours
 * (Sugiyama 1981) and aligned with them by isotonic regression. A layer too long for the room goes on in a
 * further line. */
gboolean whence_layered_layout (const WhenceOrganic *problem, const guint32 *layer, gboolean columns,
                                WhencePoint *positions, GCancellable *cancellable);

/* Layers such that the arcs point down, by longest path; arcs that close a circle are passed over (Eades,
 * Lin, Smyth 1993). Nodes without arcs stand one below their nearest neighbour that has a layer. Fills
 * @layer, n entries. */
void whence_layered_rank (const WhenceNet *net, const WhencePair *arcs, gsize n_arcs, guint32 *layer);

/* When something starts: somewhere in [earliest, latest); earliest > latest: nobody knows. */
typedef struct
{
  gint64 earliest, latest;
} WhenceWhen;

/* x is time and y is free: nodes stand in the middle of their date, or, where that is taken, elsewhere within
 * it. @time says what x means, in units. Those without a date have the number of a column of their own as x;
 * @n_columns says how many there are. With @known (NULL: nobody), the nodes that it marks keep their places,
 * and @time and @n_columns are input as well. FALSE only when cancelled. */
gboolean whence_chronological_layout (const WhenceOrganic *problem, const WhenceWhen *when,
                                      const guint8 *known, WhenceTimeView *time, guint32 *n_columns,
                                      WhencePoint *positions, GCancellable *cancellable);

G_END_DECLS
