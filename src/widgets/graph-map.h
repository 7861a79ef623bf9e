/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The map in the corner of the graph: all of it small, with the part that is in view as a frame that can be
 * dragged. It is there only while the picture is larger than the view. */
#pragma once

#include "widgets/graph-canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_GRAPH_MAP (whence_graph_map_get_type ())
G_DECLARE_FINAL_TYPE (WhenceGraphMap, whence_graph_map, WHENCE, GRAPH_MAP, GtkWidget)

void whence_graph_map_set_canvas (WhenceGraphMap *self, WhenceGraphCanvas *canvas);

G_END_DECLS
