/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the graph's view looks, and how it gets there: pan, zoom, fit, frame, reveal. */
#include "layout/view-travel.h"
#include "widgets/graph-canvas-private.h"
#include "widgets/graph-commands.h"

#define APPROACH 1.8
#define MARGIN 24.0       /* px between what is revealed and the border */
#define FRAME_MARGIN 80.0 /* px between what is framed and the border */

void
whence_graph_canvas_set_out (WhenceGraphCanvas *self, WhenceGraphView destination)
{
  whence_graph_canvas_end_journey (self);
  self->departure = self->view;
  self->destination = destination;
  whence_canvas_travel (WHENCE_CANVAS (self));
}

static void
show (WhenceGraphCanvas *self, WhenceGraphView view)
{
  self->view = view;
  whence_graph_canvas_looked (self);
  whence_canvas_view_moved (WHENCE_CANVAS (self));
  whence_canvas_scene_moved (WHENCE_CANVAS (self));
}

static void
look (WhenceGraphCanvas *self, WhenceGraphView view, WhenceMotion motion)
{
  self->chosen = TRUE;
  if (motion == WHENCE_MOTION_TRAVEL)
    {
      whence_graph_canvas_set_out (self, view);
      return;
    }
  whence_canvas_stop_travel (WHENCE_CANVAS (self));
  whence_graph_canvas_end_journey (self);
  self->destination = view;
  show (self, view);
}

void
whence_graph_canvas_look_at (WhenceGraphCanvas *self, double x, double y)
{
  WhenceGraphView view = self->view;

  view.center_x = x;
  view.center_y = y;
  look (self, view, WHENCE_MOTION_FOLLOW);
}

static void
travel (WhenceCanvas *canvas, double t)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);

  if (!whence_graph_canvas_move_nodes (self, t))
    show (self, whence_graph_view_travel (self->departure, self->destination, t));
}

/* A step goes on from where the last one leads, a hand from what it sees. */
static WhenceGraphView
look_from (WhenceGraphCanvas *self, WhenceMotion motion)
{
  return motion == WHENCE_MOTION_TRAVEL ? self->destination : self->view;
}

static double
x_scale (WhenceGraphView view)
{
  return view.stretch > 0 ? view.scale * view.stretch : view.scale;
}

/* A chronological graph below the timeline has its window of time: moved by @dx px and zoomed about @x. */
static gboolean
move_time (WhenceGraphCanvas *self, double dx, double x, double factor)
{
  WhenceDocument *document = whence_canvas_get_document (WHENCE_CANVAS (self));
  WhenceTimeView time;

  if (!self->follows || self->arrangement == NULL
      || !whence_graph_view_get_time (self->view, self->width, self->arrangement, &time))
    return FALSE;
  time = whence_time_view_zoom (whence_time_view_pan (time, -dx), x, 1 / factor);
  whence_document_move_range (document, time.origin, whence_time_view_to_instant (time, self->width));
  return TRUE;
}

static void
pan (WhenceCanvas *canvas, double dx, double dy, WhenceMotion motion)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceGraphView view = look_from (self, motion);

  if (self->scene == NULL)
    return;
  if (move_time (self, dx, 0, 1))
    dx = 0;
  view.center_x -= dx / x_scale (view);
  view.center_y -= dy / view.scale;
  look (self, view, motion);
}

static void
zoom (WhenceCanvas *canvas, double x, double y, double factor, WhenceMotion motion)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);

  if (self->scene != NULL)
    move_time (self, 0, x, factor);
  if (self->scene != NULL)
    look (self,
          whence_graph_view_zoom (look_from (self, motion), self->width, self->height, (WhencePoint){ x, y },
                                  factor),
          motion);
}

static void
fit (WhenceCanvas *canvas)
{
  WHENCE_GRAPH_CANVAS (canvas)->chosen = FALSE;
  whence_canvas_invalidate (canvas);
}

static void
approach (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  WhenceRect bounds;

  if (ref.kind == WHENCE_REF_NONE)
    fit (canvas);
  else if (ref.kind == WHENCE_REF_ENTITY
           && whence_graph_commands_expand (WHENCE_GRAPH_CANVAS (canvas), ref.index))
    return;
  else if (whence_graph_canvas_find (canvas, ref, &bounds))
    zoom (canvas, bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, APPROACH, WHENCE_MOTION_TRAVEL);
}

/* What is selected, with its neighbours' distance around it. */
static gboolean
frame (WhenceCanvas *canvas, const WhenceRef *refs, guint n_refs)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceGraphView view = self->view;
  WhenceRect all = { 0 }, bounds;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  gboolean any = FALSE;
  double factor;

  for (guint i = 0; i < n_refs; i++)
    whence_canvas_add_marks (canvas, refs[i], marks);
  for (guint i = 0; i < marks->len; i++)
    if (whence_graph_canvas_find (canvas, g_array_index (marks, WhenceRef, i), &bounds))
      {
        all = any ? whence_rect_union (all, bounds) : bounds;
        any = TRUE;
      }
  if (!any)
    return FALSE;
  factor = MIN ((self->width - 2 * FRAME_MARGIN) / MAX (all.width, 1),
                (self->height - 2 * FRAME_MARGIN) / MAX (all.height, 1));
  view.center_x += (all.x + all.width / 2 - self->width / 2) / x_scale (view);
  view.center_y += (all.y + all.height / 2 - self->height / 2) / view.scale;
  view.scale *= CLAMP (factor, 1e-3, APPROACH);
  look (self, view, WHENCE_MOTION_TRAVEL);
  return TRUE;
}

/* How far the stretch [low, high] must move to lie within [MARGIN, size - MARGIN]. */
static double
shift_into (double low, double high, double size)
{
  if (low < MARGIN)
    return MARGIN - low;
  return high > size - MARGIN ? MAX (size - MARGIN - high, MARGIN - low) : 0;
}

static void
reveal (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceRect bounds;
  double dx, dy;

  if (!whence_graph_canvas_find (canvas, ref, &bounds))
    {
      WhencePoint point, px;
      if (ref.kind != WHENCE_REF_ENTITY || self->arrangement == NULL)
        return;
      point = whence_arrangement_get_position (self->arrangement, ref.index);
      px = whence_graph_view_to_px (self->view, self->width, self->height, point);
      bounds = (WhenceRect){ px.x, px.y, 0, 0 };
    }
  dx = shift_into (bounds.x, whence_rect_right (bounds), self->width);
  dy = shift_into (bounds.y, whence_rect_bottom (bounds), self->height);
  if (dx != 0 || dy != 0)
    pan (canvas, dx, dy, WHENCE_MOTION_TRAVEL);
}

void
whence_graph_canvas_bind_look (WhenceCanvasClass *klass)
{
  klass->pan = pan;
  klass->zoom = zoom;
  klass->travel = travel;
  klass->frame = frame;
  klass->fit = fit;
  klass->reveal = reveal;
  klass->approach = approach;
}
