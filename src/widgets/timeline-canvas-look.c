/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the timeline looks. The document's range is where it is to look; the look is where it is on the way
 * there. Invariant: at rest the look is what the document's range says for this width, or finer than the
 * whole seconds that the range counts in, when a hand has put it there. */
#include "widgets/timeline-canvas-private.h"

#include <math.h>

#include "layout/timeline-scene-private.h"
#include "layout/view-travel.h"
#include "paint/pen-backs.h"
#include "widgets/time-frame.h"

#define REVEAL_AT 0.3   /* of the width: where a fact comes into view */
#define REVEAL_TOP 60.0 /* px: nothing is revealed nearer to the axis */
#define MANY 2000       /* facts from which on a scene serves views nearby */
#define NEARBY 50.0     /* px that either side of such a view may be away */
#define LEAST_BAND 6.0  /* px; less is a slip of the hand */

static WhenceDocument *
document_of (gpointer self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

static double
width_of (WhenceTimelineCanvas *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

WhenceTimeView
whence_timeline_canvas_wanted_view (WhenceTimelineCanvas *self, double width)
{
  WhenceDocument *document = document_of (self);
  gint64 from, to;

  if (!whence_document_get_range (document, &from, &to))
    return whence_timeline_fit (whence_document_get_scope (document), width, &whence_measure_pango,
                                whence_document_get_grouping (document));
  return (WhenceTimeView){ from, ((double) to - (double) from) / width, 0 };
}

/* --- On the way --- */

static double
clamp_scroll (WhenceTimelineCanvas *self, double scroll)
{
  double content = self->scene != NULL ? whence_timeline_scene_get_content_height (self->scene) : 0;

  return CLAMP (scroll, 0, MAX (0, content - self->height));
}

static void
show (WhenceTimelineCanvas *self, WhenceTimelineLook look)
{
  self->look = look;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    whence_document_set_visible_view (document_of (self), look.view, width_of (self));
  whence_canvas_scene_moved (WHENCE_CANVAS (self));
}

static void
travel (WhenceCanvas *canvas, double t)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  const WhenceTimelineLook *from = &self->departure, *to = &self->destination;

  self->progress = t;
  if (t >= 1)
    g_clear_pointer (&self->leaving, whence_timeline_scene_unref);
  show (self, (WhenceTimelineLook){ whence_time_view_travel (from->view, to->view, t),
                                    from->scroll + (to->scroll - from->scroll) * t });
}

/* Marks are placed by their dates in every frame; what a moving view misses in the scene of one nearby is
 * what has just come in at a side. */
static gboolean
is_served (WhenceTimelineCanvas *self, WhenceTimeView view)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document_of (self));
  WhenceTimeView from = self->scene_view;
  double left, right;

  if (self->scene == NULL || whence_bundle_get_n_facts (bundle) < MANY)
    return FALSE;
  left = whence_time_view_to_x (view, from.origin) + from.fraction / view.seconds_per_px;
  right = left + self->width * from.seconds_per_px / view.seconds_per_px;
  return fabs (left) <= NEARBY && fabs (right - self->width) <= NEARBY;
}

/* The scene is asked for the destination at once, and ready before it is reached. */
static void
go (WhenceTimelineCanvas *self, WhenceTimelineLook to, WhenceMotion motion)
{
  gboolean turned = to.view.origin != self->destination.view.origin
                    || to.view.fraction != self->destination.view.fraction
                    || to.view.seconds_per_px != self->destination.view.seconds_per_px;

  self->departure = self->look;
  self->destination = to;
  self->progress = self->arrival = 0;
  if (turned && motion == WHENCE_MOTION_FOLLOW && is_served (self, to.view))
    whence_canvas_scene_serves (WHENCE_CANVAS (self));
  else if (turned && motion == WHENCE_MOTION_FOLLOW)
    whence_canvas_follow_view (WHENCE_CANVAS (self));
  else if (turned)
    whence_canvas_invalidate (WHENCE_CANVAS (self));
  if (motion == WHENCE_MOTION_TRAVEL)
    {
      whence_canvas_travel (WHENCE_CANVAS (self));
      return;
    }
  whence_canvas_stop_travel (WHENCE_CANVAS (self));
  self->progress = 1;
  g_clear_pointer (&self->leaving, whence_timeline_scene_unref);
  show (self, to);
}

void
whence_timeline_canvas_on_range (WhenceTimelineCanvas *self)
{
  WhenceTimelineLook to = { whence_timeline_canvas_wanted_view (self, width_of (self)),
                            self->destination.scroll };

  if (self->looking)
    return;
  if (self->scene == NULL)
    {
      whence_canvas_invalidate (WHENCE_CANVAS (self));
      return;
    }
  go (self, to, whence_document_is_moving (document_of (self)) ? WHENCE_MOTION_FOLLOW : WHENCE_MOTION_TRAVEL);
}

/* The document counts in whole seconds; what is finer stays here. */
static void
look_at (WhenceTimelineCanvas *self, WhenceTimeView view, WhenceMotion motion)
{
  gint64 to = whence_time_view_to_instant (view, width_of (self));

  self->looking = TRUE;
  whence_document_move_range (document_of (self), view.origin, MAX (to, view.origin + 1));
  self->looking = FALSE;
  go (self, (WhenceTimelineLook){ view, self->destination.scroll }, motion);
}

static WhenceTimelineLook
look_from (WhenceTimelineCanvas *self, WhenceMotion motion)
{
  return motion == WHENCE_MOTION_TRAVEL ? self->destination : self->look;
}

/* --- Pan and zoom --- */

static void
pan (WhenceCanvas *canvas, double dx, double dy, WhenceMotion motion)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  WhenceTimelineLook look = look_from (self, motion);

  if (self->scene == NULL)
    return;
  self->destination.scroll = clamp_scroll (self, look.scroll - dy);
  if (dx != 0)
    look_at (self, whence_time_view_pan (look.view, -dx), motion);
  else
    go (self, (WhenceTimelineLook){ look.view, self->destination.scroll }, motion);
}

static void
zoom (WhenceCanvas *canvas, double x, double y, double factor, WhenceMotion motion)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  if (self->scene != NULL)
    look_at (self, whence_time_view_zoom (look_from (self, motion).view, x, 1 / factor), motion);
}

static void
fit (WhenceCanvas *canvas)
{
  WHENCE_TIMELINE_CANVAS (canvas)->destination.scroll = 0;
  whence_document_fit_range (document_of (canvas));
  /* Of what fits already, the top. */
  if (whence_canvas_has_scene (canvas))
    whence_timeline_canvas_on_range (WHENCE_TIMELINE_CANVAS (canvas));
}

static gboolean
scrolls_at (WhenceCanvas *canvas, double x, double y)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  return x < self->scene->gutter && y >= WHENCE_AXIS_HEIGHT;
}

/* --- Framing and revealing --- */

/* Of an entity, all its facts. */
static gboolean
frame (WhenceCanvas *canvas, const WhenceRef *refs, guint n_refs)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  if (refs[0].kind == WHENCE_REF_FACT)
    self->awaited = refs[0].index;
  return whence_time_frame_refs (document_of (self), refs, n_refs);
}

static void
approach (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  if (ref.kind == WHENCE_REF_FACT)
    frame (canvas, &ref, 1);
  else if (ref.kind == WHENCE_REF_NONE)
    fit (canvas);
}

static double
scroll_to (WhenceTimelineCanvas *self, WhenceRect bounds, double scroll)
{
  double top = bounds.y - scroll, below = self->height;

  /* The head of the shelf covers what is right above it. */
  if (bounds.y < self->scene->shelf.y)
    below -= whence_shelf_head_at (self->scene, 0).height;
  if (top < REVEAL_TOP)
    scroll -= REVEAL_TOP - top;
  else if (top + bounds.height > below)
    scroll += top + bounds.height - below;
  return clamp_scroll (self, scroll);
}

/* Only when a mark of it is out of sight does time move, at the scale that it has. */
static void
reveal (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  WhenceTimeView view = self->destination.view;
  WhenceRect bounds;
  gint64 from = G_MAXINT64, to = G_MININT64;

  if (ref.kind != WHENCE_REF_FACT)
    return;
  if (whence_timeline_scene_find (self->scene, (WhenceSpot){ WHENCE_SPOT_FACT, ref.index }, 0, &bounds))
    {
      WhenceTimelineLook look = { view, scroll_to (self, bounds, self->destination.scroll) };
      if (look.scroll != self->destination.scroll)
        go (self, look, WHENCE_MOTION_TRAVEL);
      return;
    }
  whence_time_frame_add (
    whence_bundle_get_fact_date (whence_document_get_told_bundle (document_of (self)), ref.index), &from,
    &to);
  if (from >= to)
    return;
  self->awaited = ref.index;
  view = whence_time_view_pan (view, whence_time_view_to_x (view, from) - width_of (self) * REVEAL_AT);
  look_at (self, view, WHENCE_MOTION_TRAVEL);
}

void
whence_timeline_canvas_settle (WhenceTimelineCanvas *self)
{
  WhenceTimelineLook to = self->destination;
  WhenceRect bounds;

  to.scroll = clamp_scroll (self, to.scroll);
  if (self->awaited != WHENCE_NONE
      && whence_timeline_scene_find (self->scene, (WhenceSpot){ WHENCE_SPOT_FACT, self->awaited }, 0,
                                     &bounds))
    to.scroll = scroll_to (self, bounds, to.scroll);
  self->awaited = WHENCE_NONE;
  self->destination.scroll = to.scroll;
  if (!whence_canvas_is_travelling (WHENCE_CANVAS (self)))
    self->look.scroll = to.scroll;
}

/* --- The rubber band: with Shift a window of time, along the axis a span that is lit --- */

static gboolean
bands_at (WhenceCanvas *canvas, double x, double y)
{
  return y < WHENCE_AXIS_HEIGHT;
}

static WhenceRect
shape_band (WhenceCanvas *canvas, WhenceRect rect)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  return (WhenceRect){ rect.x, 0, rect.width, self->height };
}

static void
take_band (WhenceCanvas *canvas, WhenceRect rect, GdkModifierType state)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  gint64 from = whence_time_view_to_instant (self->look.view, rect.x);
  gint64 to = whence_time_view_to_instant (self->look.view, whence_rect_right (rect));

  if (rect.width < LEAST_BAND || from >= to)
    return;
  if ((state & GDK_SHIFT_MASK) != 0)
    whence_document_set_range (document_of (self), from, to);
  else
    whence_document_set_span (document_of (self), from, to);
}

/* Lights what touches the time of what is selected, else of what is in view; or no more. */
static gboolean
on_span_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WhenceDocument *document = document_of (widget);
  gint64 from, to;
  const WhenceRef *refs;
  guint n_refs;

  refs = whence_document_get_selection (document, &n_refs);
  if (n_refs == 0 && whence_document_get_span (document, &from, &to))
    {
      whence_document_clear_span (document);
      return TRUE;
    }
  if (!whence_time_frame_find (document, refs, n_refs, &from, &to))
    whence_document_get_visible_range (document, &from, &to);
  whence_document_set_span (document, from, to);
  return TRUE;
}

void
whence_timeline_canvas_bind_span (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_t, 0, on_span_key, NULL);
}

void
whence_timeline_canvas_add_looks (WhenceCanvasClass *canvas_class)
{
  canvas_class->pan = pan;
  canvas_class->zoom = zoom;
  canvas_class->travel = travel;
  canvas_class->fit = fit;
  canvas_class->frame = frame;
  canvas_class->reveal = reveal;
  canvas_class->approach = approach;
  canvas_class->scrolls_at = scrolls_at;
  canvas_class->bands_at = bands_at;
  canvas_class->shape_band = shape_band;
  canvas_class->take_band = take_band;
}
