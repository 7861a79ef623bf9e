/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines of the nodes of a graph. */
#pragma once

#include "layout/graph-scene-private.h"
#include "paint/graph-painter.h"

G_BEGIN_DECLS

/* Adds the outline of @shape about (x, y) to @path. */
void whence_graph_shape_path (WhencePath *path, WhenceShape shape, double x, double y, double radius);

G_END_DECLS
