/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the amounts track looks: where the document says that the timeline does. Pan, zoom, fit, frame and
 * reveal therefore change the document's range. */
#include "widgets/amounts-canvas-private.h"

#include <math.h>

#include "widgets/time-frame.h"

#define REVEAL_AT 0.3   /* of the width: where a fact comes into view */
#define SAME_SCALE 1e-6 /* the document counts in whole seconds: a pan is no zoom */

static double
width_of (gpointer self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

double
whence_amounts_canvas_get_shift (WhenceAmountsCanvas *self)
{
  WhenceTimeView view;

  if (!whence_document_get_visible_view (document_of (self), &view)
      || fabs (view.seconds_per_px - self->scene_view.seconds_per_px) > SAME_SCALE * view.seconds_per_px)
    return 0;
  return whence_time_view_to_x (view, self->scene_view.origin)
         + self->scene_view.fraction / view.seconds_per_px;
}

static void
look_at (WhenceCanvas *canvas, WhenceTimeView view, WhenceMotion motion)
{
  gint64 to = whence_time_view_to_instant (view, width_of (canvas));

  (motion == WHENCE_MOTION_FOLLOW ? whence_document_move_range : whence_document_set_range) (
    document_of (canvas), view.origin, MAX (to, view.origin + 1));
}

static void
pan (WhenceCanvas *canvas, double dx, double dy, WhenceMotion motion)
{
  WhenceTimeView view;

  if (dx != 0 && whence_document_get_visible_view (document_of (canvas), &view))
    look_at (canvas, whence_time_view_pan (view, -dx), motion);
}

static void
zoom (WhenceCanvas *canvas, double x, double y, double factor, WhenceMotion motion)
{
  WhenceTimeView view;

  if (whence_document_get_visible_view (document_of (canvas), &view))
    look_at (canvas, whence_time_view_zoom (view, x, 1 / factor), motion);
}

/* It never travels by itself. */
static void
travel (WhenceCanvas *canvas, double t)
{
  whence_canvas_scene_moved (canvas);
}

static void
fit (WhenceCanvas *canvas)
{
  whence_document_fit_range (document_of (canvas));
}

static gboolean
frame (WhenceCanvas *canvas, const WhenceRef *refs, guint n_refs)
{
  return whence_time_frame_refs (document_of (canvas), refs, n_refs);
}

static void
reveal (WhenceCanvas *canvas, WhenceRef ref)
{
  gint64 from = G_MAXINT64, to = G_MININT64;
  WhenceTimeView view;
  WhenceRect bounds;

  if (ref.kind != WHENCE_REF_FACT || WHENCE_CANVAS_GET_CLASS (canvas)->find (canvas, ref, &bounds))
    return;
  whence_time_frame_add (whence_bundle_get_fact_date (bundle_of (canvas), ref.index), &from, &to);
  if (from >= to || !whence_document_get_visible_view (document_of (canvas), &view))
    return;
  double x = whence_time_view_to_x (view, from) - width_of (canvas) * REVEAL_AT;
  look_at (canvas, whence_time_view_pan (view, x), WHENCE_MOTION_TRAVEL);
}

static void
approach (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  if (ref.kind == WHENCE_REF_FACT)
    frame (canvas, &ref, 1);
  else if (ref.kind == WHENCE_REF_NONE)
    fit (canvas);
}

void
whence_amounts_canvas_bind_look (WhenceCanvasClass *klass)
{
  klass->pan = pan;
  klass->zoom = zoom;
  klass->travel = travel;
  klass->fit = fit;
  klass->frame = frame;
  klass->reveal = reveal;
  klass->approach = approach;
}
