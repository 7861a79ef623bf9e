/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines of the nodes of a graph. */
#pragma once

#include "layout/graph-scene-private.h"
#include "paint/graph-painter.h"

G_BEGIN_DECLS

/* Adds the outline of @shape about (x, y) to @path. */
void whence_graph_shape_path (WhencePath *path, WhenceShape shape, double x, double y, double radius);

/* Letters in the middle of a shape, in smaller type where it is small; none where they would not fit. */
void whence_graph_paint_letters (WhencePen *pen, const WhenceTextBlock *letters, WhenceShape shape, double x,
                                 double y, double radius, WhenceColor color);
/* The number of a class at the corner of a picture. */
void whence_graph_paint_number_beside (WhencePen *pen, const WhenceStyle *style,
                                       const WhenceTextBlock *number, double x, double y, double radius,
                                       WhenceColor color);

G_END_DECLS
