/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture that follows the hand. Whoever drags nodes holds them here and ticks once a frame: neighbours
 * follow, the less the farther, what stands in the way steps aside and comes back, and the rest of the map
 * stays. When nothing is held and nothing was let go, nothing moves: the picture that was handed in is the
 * one at rest. */
#pragma once

#include "layout/geometry.h"
#include "layout/net.h"

G_BEGIN_DECLS

typedef struct _WhenceLive WhenceLive;

/* @boxes are relative to the node's position, as in WhenceOrganic, and @positions where it stands. @absent
 * has a byte for each node, 1 for those that stay where they are, whatever pulls or holds them, and that
 * nobody steps aside for; NULL: all are there. @net ties none of them. All are copied. O(n + edges). Transfer
 * full. */
WhenceLive *whence_live_new (const WhenceNet *net, const WhenceRect *boxes, const WhencePoint *positions,
                             const guint8 *absent);
void whence_live_free (WhenceLive *live);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceLive, whence_live_free)

/* @node is at this place from now on, whatever pulls; call it again as the hand moves. Several may be held,
 * for a selection. */
void whence_live_hold (WhenceLive *live, guint32 node, double x, double y);

/* Lets all go that is held. What followed stays where it is now, and is at rest there; further ticks only
 * part what overlaps. */
void whence_live_release (WhenceLive *live);

/* A pinned node is moved by hold alone. */
void whence_live_pin (WhenceLive *live, guint32 node, gboolean pinned);
gboolean whence_live_is_pinned (const WhenceLive *live, guint32 node);

/* Moves what is awake, @n times; TRUE as long as anything moves, so that a view may stop its clock on FALSE.
 * A tick costs what is near the nodes that moved in the one before, at most 1.5 ms for 9,000 nodes that all
 * do. Deterministic. Settles within some 200 ticks of the last hold. */
gboolean whence_live_tick (WhenceLive *live, guint n);

/* One for each node, until the next tick. */
const WhencePoint *whence_live_get_positions (const WhenceLive *live);

G_END_DECLS
