/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A node in the hand. */
#include "widgets/graph-canvas-private.h"

static WhenceDocument *
document_of (gpointer self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

static WhencePoint
pointer_to_position (WhenceGraphCanvas *self, double x, double y)
{
  return whence_graph_view_from_px (self->view, self->width, self->height, (WhencePoint){ x, y });
}

static gboolean
drag_begin (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhencePoint node, pointer;

  if (ref.kind != WHENCE_REF_ENTITY || self->arrangement == NULL)
    return FALSE;
  node = whence_arrangement_get_position (self->arrangement, ref.index);
  pointer = pointer_to_position (self, x, y);
  self->grip = (WhencePoint){ node.x - pointer.x, node.y - pointer.y };
  /* Moving a node must not make the view fit anew under the hand. */
  self->chosen = TRUE;
  return TRUE;
}

static void
drag_move (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhencePoint point = pointer_to_position (self, x, y);
  g_autoptr (WhenceArrangement) moved = NULL;

  moved =
    whence_arrangement_move (self->arrangement, ref.index, point.x + self->grip.x, point.y + self->grip.y);
  whence_document_drag (document_of (self), moved);
}

static void
drag_end (WhenceCanvas *canvas, WhenceRef ref)
{
  g_autoptr (GError) error = NULL;

  if (!whence_document_drop (document_of (canvas), &ref.index, 1, &error))
    g_message ("the node cannot be pinned: %s", error->message);
}

void
whence_graph_canvas_bind_drag (WhenceCanvasClass *klass)
{
  klass->drag_begin = drag_begin;
  klass->drag_move = drag_move;
  klass->drag_end = drag_end;
}
