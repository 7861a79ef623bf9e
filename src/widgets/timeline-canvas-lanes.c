/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes are opened and closed, and moved by dragging their headers. What is done is kept by the document. */
#include "widgets/timeline-canvas-private.h"

static WhenceDocument *
document_of (WhenceTimelineCanvas *self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

guint
whence_timeline_canvas_count_lanes (WhenceTimelineCanvas *self)
{
  return self->scene != NULL ? whence_timeline_scene_get_n_lanes (self->scene) : 0;
}

/* --- Opening and closing --- */

void
whence_timeline_canvas_toggle_lane (WhenceTimelineCanvas *self, guint lane)
{
  WhenceTimelineLaneInfo info;

  if (lane >= whence_timeline_canvas_count_lanes (self))
    return;
  info = whence_timeline_scene_get_lane (self->scene, lane);
  whence_document_collapse_lanes (document_of (self), &info.id, 1, !info.collapsed);
}

void
whence_timeline_canvas_collapse_all (WhenceTimelineCanvas *self, gboolean collapsed)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < whence_timeline_canvas_count_lanes (self); i++)
    g_ptr_array_add (ids, (gpointer) whence_timeline_scene_get_lane (self->scene, i).id);
  whence_document_collapse_lanes (document_of (self), (const char *const *) ids->pdata, ids->len, collapsed);
}

static int
is_expanded (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  if (ref.kind != WHENCE_REF_LANE || ref.index >= whence_timeline_canvas_count_lanes (self))
    return -1;
  return !whence_timeline_scene_get_lane (self->scene, ref.index).collapsed;
}

/* --- Moving --- */

void
whence_timeline_canvas_move_lane (WhenceTimelineCanvas *self, guint lane, guint before)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (lane >= whence_timeline_canvas_count_lanes (self)
      || whence_timeline_scene_get_lane (self->scene, lane).fixed)
    return;
  ids = whence_timeline_scene_move_lane (self->scene, lane, before);
  g_free (self->followed);
  self->followed = g_strdup (whence_timeline_scene_get_lane (self->scene, lane).id);
  whence_document_arrange_lanes (document_of (self), (const char *const *) ids->pdata, ids->len);
}

/* A lane that was moved by key keeps the focus where it has gone: in the scene that shows the last move. */
void
whence_timeline_canvas_follow_lane (WhenceTimelineCanvas *self)
{
  g_autofree char *id = NULL;

  if (self->followed == NULL || self->lanes != whence_document_get_lanes (document_of (self)))
    return;
  id = g_steal_pointer (&self->followed);
  if (whence_document_get_focus (document_of (self)).kind != WHENCE_REF_LANE)
    return;
  for (guint i = 0; i < whence_timeline_canvas_count_lanes (self); i++)
    if (g_str_equal (whence_timeline_scene_get_lane (self->scene, i).id, id))
      whence_canvas_focus (WHENCE_CANVAS (self), (WhenceRef){ WHENCE_REF_LANE, i });
}

static gboolean
drag_begin (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  if (ref.kind != WHENCE_REF_LANE || whence_timeline_scene_get_lane (self->scene, ref.index).fixed)
    return FALSE;
  self->drop = ref.index;
  return TRUE;
}

static void
drag_move (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  self->drop = whence_timeline_scene_find_gap (self->scene, y + self->look.scroll);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  guint drop = self->drop;

  self->drop = WHENCE_NONE;
  if (drop != WHENCE_NONE && drop != ref.index && drop != ref.index + 1)
    whence_timeline_canvas_move_lane (self, ref.index, drop);
}

double
whence_timeline_canvas_get_drop (WhenceTimelineCanvas *self)
{
  return self->drop == WHENCE_NONE
           ? -1
           : whence_timeline_scene_get_gap (self->scene, self->drop) - self->look.scroll;
}

/* --- The class --- */

void
whence_timeline_canvas_drop_lanes (WhenceTimelineCanvas *self)
{
  g_clear_pointer (&self->lanes, whence_lane_state_unref);
  g_clear_pointer (&self->followed, g_free);
}

void
whence_timeline_canvas_add_lanes (WhenceCanvasClass *canvas_class)
{
  canvas_class->is_expanded = is_expanded;
  canvas_class->drag_begin = drag_begin;
  canvas_class->drag_move = drag_move;
  canvas_class->drag_end = drag_end;
}
