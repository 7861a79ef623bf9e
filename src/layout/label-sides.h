/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places around a shape where its name may stand. */
#pragma once

#include "layout/label-place.h"

G_BEGIN_DECLS

/* Of a name, in the grid of what is taken. */
static inline guint32
whence_label_name_id (const WhenceLabelPlaces *places, guint32 node)
{
  return places->scene->n_nodes + node;
}

static inline WhenceRect
whence_label_name_box (const WhenceGraphNode *node)
{
  return (WhenceRect){ node->label_at.x, node->label_at.y, node->label.width, node->label.height };
}

/* The best free side for the name of node @index, @away px further out than usual; -1: there is none. */
int whence_label_find_side (const WhenceLabelPlaces *places, guint32 index, double away);
/* The name stands there from now on, and takes the room. */
void whence_label_put_name (WhenceLabelPlaces *places, guint32 index, int side, double away);
/* It stands nowhere any more. */
void whence_label_take_name (WhenceLabelPlaces *places, guint32 index);
/* Lets the only name in the way of a place look for another one; with @by_force, the words of a fact go even
 * if there is none. FALSE: nothing has moved. */
gboolean whence_label_make_way (WhenceLabelPlaces *places, guint32 index, gboolean by_force);
/* In smaller type and narrower lines there may still be room, if need be a little further away. */
void whence_label_place_compact (WhenceLabelPlaces *places, guint32 index);

G_END_DECLS
