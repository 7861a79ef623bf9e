/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is tied to whom: the document's facts as a graph, with nodes that can be dragged and pinned. */
#pragma once

#include "widgets/canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_GRAPH_CANVAS (whence_graph_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WhenceGraphCanvas, whence_graph_canvas, WHENCE, GRAPH_CANVAS, WhenceCanvas)

void whence_graph_canvas_set_document (WhenceGraphCanvas *self, WhenceDocument *document);
/* What menus name as "graph.…". Transfer none. */
GActionGroup *whence_graph_canvas_get_actions (WhenceGraphCanvas *self);

/* Why facts are no ties here, in sentences; NULL when all are. Transfer full. */
char *whence_graph_canvas_describe_omitted (WhenceGraphCanvas *self);

/* Ends a layout that a worker makes, and leaves everybody where they are. "layout-progress" (double) says how
 * far one is that takes long; negative: it has ended. */
void whence_graph_canvas_cancel_layout (WhenceGraphCanvas *self);
/* Whether the x of a chronological graph is that of the timeline, which stands above or below. */
void whence_graph_canvas_set_follows (WhenceGraphCanvas *self, gboolean follows);

G_END_DECLS
