/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the graph's canvas share. */
#pragma once

#include "paint/portraits.h"
#include "widgets/canvas.h"
#include "widgets/graph-canvas.h"

G_BEGIN_DECLS

struct _WhenceGraphCanvas
{
  WhenceCanvas parent_instance;
  WhenceGraphScene *scene;
  WhencePortraits *portraits;     /* of the scene */
  WhenceArrangement *arrangement; /* of the scene */
  WhenceGraphView scene_view, view;
  WhenceGraphView departure, destination; /* of a journey; at rest the destination is the view */
  double width, height;                   /* of the scene */
  gboolean chosen;                        /* the reader has chosen where to look */
  gboolean taking;                        /* the document is being told of our own layout */
  WhencePoint grip;                       /* from the pointer to the centre of the dragged node */
};

/* graph-canvas.c */
/* Where @ref is in the view, px; FALSE: nowhere. */
gboolean whence_graph_canvas_find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds);

/* graph-canvas-look.c: where the view looks */
void whence_graph_canvas_bind_look (WhenceCanvasClass *klass);
/* Sets out for @destination. */
void whence_graph_canvas_set_out (WhenceGraphCanvas *self, WhenceGraphView destination);

/* graph-canvas-drag.c: a node in the hand */
void whence_graph_canvas_bind_drag (WhenceCanvasClass *klass);

G_END_DECLS
