/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A drag in a picture of so many marks that no frame can wait for its scene: the nodes that move, and their
 * lines, are painted over the picture that they are carried out of, which is dimmed. The whole scene is made
 * once, when the hand has let go, and takes over as soon as it is seen. O(nodes + edges) a frame. */
#include "paint/graph-painter.h"
#include "widgets/canvas-private.h"
#include "widgets/graph-canvas-private.h"

#define MANY 3000 /* marks */

gboolean
whence_graph_canvas_carries (WhenceGraphCanvas *self)
{
  return whence_canvas_needs_print (WHENCE_CANVAS (self))
         || whence_graph_scene_get_n_marks (self->scene) > MANY;
}

void
whence_graph_canvas_carry (WhenceGraphCanvas *self, const WhenceArrangement *now)
{
  /* A second drag may begin before the scene after the first one is seen: both start from the same picture.
   */
  if (self->carried_from == NULL)
    self->carried_from = whence_graph_canvas_hold (self);
  g_clear_pointer (&self->carried, whence_graph_scene_unref);
  self->carried = whence_graph_scene_carried (self->carried_from->scene, self->carried_from->view, now);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
whence_graph_canvas_end_carry (WhenceGraphCanvas *self)
{
  g_clear_pointer (&self->carried, whence_graph_scene_unref);
  g_clear_pointer (&self->carried_from, whence_held_graph_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
whence_graph_canvas_seen (WhenceGraphCanvas *self, const WhenceArrangement *arrangement)
{
  if (self->carried != NULL && self->live == NULL
      && arrangement == whence_document_get_arrangement (document_of (self)))
    whence_graph_canvas_end_carry (self);
}

static gboolean
carries (WhenceCanvas *canvas)
{
  return WHENCE_GRAPH_CANVAS (canvas)->carried != NULL;
}

static void
paint_carried (WhenceCanvas *canvas, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  const WhenceHeldGraph *from = self->carried_from;
  WhenceCanvasPlace place = whence_graph_canvas_place_of (self, from);
  WhenceHighlight highlight = *how->highlight;
  WhenceGraphPaint paint = { .scene = self->carried,
                             .style = how->style,
                             .portraits = from->portraits,
                             .highlight = &highlight,
                             .width = from->width,
                             .height = from->height };

  /* All that is carried is in the light. */
  highlight.dim_others = FALSE;
  whence_pen_push_transform (pen, place.dx, place.dy, place.scale);
  whence_graph_paint_left (&paint, pen);
  whence_graph_paint (&paint, pen);
  whence_pen_pop_transform (pen);
}

/* A print is there; the one before it showed nodes where they were. */
static void
shown (WhenceCanvas *canvas, gpointer held)
{
  whence_graph_canvas_seen (WHENCE_GRAPH_CANVAS (canvas), ((WhenceHeldGraph *) held)->arrangement);
}

void
whence_graph_canvas_bind_carry (WhenceCanvasClass *klass)
{
  klass->carries = carries;
  klass->paint_carried = paint_carried;
  klass->shown = shown;
}
