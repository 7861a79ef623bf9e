/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader minds in a small picture: boxes that overlap, edges that run under a node or its name,
 * crossings, edges that leave a node side by side, edges that are long, and places outside the room there is.
 */
#pragma once

#include "layout/organic.h"

G_BEGIN_DECLS

typedef struct _WhenceCost WhenceCost;

/* @at: the places, n entries, which stay the caller's and from now on change through whence_cost_move()
 * alone.
 * @frame: the room there is; @edge_length: how long an edge should be, px. At most WHENCE_POLISH_MAX nodes.
 * O(n²). Transfer full. */
WhenceCost *whence_cost_new (const WhenceOrganic *organic, WhenceRect frame, double edge_length,
                             WhencePoint *at);
void whence_cost_free (WhenceCost *cost);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceCost, whence_cost_free)

guint32 whence_cost_get_n_edges (const WhenceCost *cost);

/* Puts @node elsewhere to try it there: what places cost is not counted anew. O(degree). */
void whence_cost_move (WhenceCost *cost, guint32 node, WhencePoint place);
/* All terms that @node has a part in, where it is tried, the cheap ones first; what is beyond @limit is not
 * counted to its end. O(n + degree · edges). */
double whence_cost_try (WhenceCost *cost, guint32 node, double limit);

/* The same for the places that are counted, which are where whence_cost_count() and whence_cost_settle() left
 * them. O(1). */
double whence_cost_of (const WhenceCost *cost, guint32 node);
/* Counts all places as they are now: to be called first, and after places were changed. O(n · degree ·
 * edges). */
void whence_cost_count (WhenceCost *cost);
/* Puts @node elsewhere for good. As long as three times to try it. */
void whence_cost_settle (WhenceCost *cost, guint32 node, WhencePoint place);

G_END_DECLS
