/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dragging on the canvas. A press becomes a drag after DRAG_THRESHOLD px: of the mark under it where marks
 * can be dragged, of a rubber band with Shift or where the view draws one anyway, else of the whole picture,
 * which glides on when a finger lets go of it. */
#include "widgets/canvas-private.h"

#include <math.h>

#define DRAG_THRESHOLD 4.0

static gboolean
draws_band (WhenceCanvas *canvas, GtkGestureDrag *drag, double x, double y)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));

  if (klass->take_band == NULL || !whence_canvas_has_scene (canvas))
    return FALSE;
  return (state & GDK_SHIFT_MASK) != 0 || (klass->bands_at != NULL && klass->bands_at (canvas, x, y));
}

static gboolean
draws_lasso (WhenceCanvas *canvas, GtkGestureDrag *drag, double x, double y)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));

  if (klass->take_lasso == NULL || !whence_canvas_has_scene (canvas))
    return FALSE;
  return (state & GDK_ALT_MASK) != 0 || (klass->lassos_at != NULL && klass->lassos_at (canvas, x, y));
}

WhenceRefKind
whence_canvas_pick_kind (WhenceCanvas *canvas, double x, double y)
{
  return whence_canvas_pick (canvas, x, y).kind;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  whence_canvas_stop_glide (canvas);
  priv->drag_x = x;
  priv->drag_y = y;
  priv->drag_dx = priv->drag_dy = 0;
  priv->drag = WHENCE_DRAG_NONE;
}

static WhenceCanvasDrag
choose_drag (GtkGestureDrag *drag, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag)) != GDK_BUTTON_PRIMARY)
    return WHENCE_DRAG_PAN;
  if (draws_band (canvas, drag, priv->drag_x, priv->drag_y))
    return WHENCE_DRAG_BAND;
  if (draws_lasso (canvas, drag, priv->drag_x, priv->drag_y))
    return WHENCE_DRAG_LASSO;
  priv->dragged =
    klass->drag_begin != NULL ? whence_canvas_pick (canvas, priv->drag_x, priv->drag_y) : WHENCE_REF_NOTHING;
  if (priv->dragged.kind != WHENCE_REF_NONE
      && klass->drag_begin (canvas, priv->dragged, priv->drag_x, priv->drag_y))
    return WHENCE_DRAG_MARK;
  return WHENCE_DRAG_PAN;
}

static void
start_drag (GtkGestureDrag *drag, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  priv->drag = choose_drag (drag, canvas);
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (
    GTK_WIDGET (canvas),
    priv->drag == WHENCE_DRAG_BAND || priv->drag == WHENCE_DRAG_LASSO ? "crosshair" : "grabbing");
}

static void snapshot_lasso (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style);

/* --- The rubber band --- */

static WhenceRect
get_band (WhenceCanvas *canvas, double dx, double dy)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRect band = { MIN (priv->drag_x, priv->drag_x + dx), MIN (priv->drag_y, priv->drag_y + dy), fabs (dx),
                      fabs (dy) };

  return klass->shape_band != NULL ? klass->shape_band (canvas, band) : band;
}

void
whence_canvas_snapshot_band (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  const WhenceColor c = style->accent;
  const GdkRGBA line = { (float) c.r, (float) c.g, (float) c.b, 1 },
                tint = { (float) c.r, (float) c.g, (float) c.b, 0.14f };
  graphene_rect_t box;
  GskRoundedRect outline;

  snapshot_lasso (canvas, snapshot, style);
  if (priv->drag != WHENCE_DRAG_BAND)
    return;
  box =
    GRAPHENE_RECT_INIT ((float) floor (priv->band.x), (float) floor (priv->band.y),
                        (float) MAX (1, ceil (priv->band.width)), (float) MAX (1, ceil (priv->band.height)));
  gsk_rounded_rect_init_from_rect (&outline, &box, 0);
  gtk_snapshot_append_color (snapshot, &tint, &box);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                              (GdkRGBA[4]){ line, line, line, line });
}

/* --- The lasso --- */

static void
extend_lasso (WhenceCanvas *canvas, double dx, double dy)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  const WhencePoint start = { priv->drag_x, priv->drag_y }, point = { priv->drag_x + dx, priv->drag_y + dy };

  if (priv->lasso == NULL)
    {
      priv->lasso = g_array_new (FALSE, FALSE, sizeof (WhencePoint));
      g_array_append_val (priv->lasso, start);
    }
  g_array_append_val (priv->lasso, point);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
snapshot_lasso (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  cairo_t *cr;

  if (priv->lasso == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) priv->width, (float) priv->height));
  for (guint i = 0; i < priv->lasso->len; i++)
    cairo_line_to (cr, g_array_index (priv->lasso, WhencePoint, i).x,
                   g_array_index (priv->lasso, WhencePoint, i).y);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, style->accent.r, style->accent.g, style->accent.b, 0.14);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, style->accent.r, style->accent.g, style->accent.b);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* --- What the hand does --- */

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  if (priv->drag == WHENCE_DRAG_NONE && hypot (dx, dy) < DRAG_THRESHOLD)
    return;
  if (priv->drag == WHENCE_DRAG_NONE)
    start_drag (drag, canvas);
  if (!whence_canvas_has_scene (canvas))
    return;
  if (priv->drag == WHENCE_DRAG_PAN)
    klass->pan (canvas, dx - priv->drag_dx, dy - priv->drag_dy, WHENCE_MOTION_FOLLOW);
  else if (priv->drag == WHENCE_DRAG_MARK)
    klass->drag_move (canvas, priv->dragged, priv->drag_x + dx, priv->drag_y + dy);
  else if (priv->drag == WHENCE_DRAG_LASSO)
    extend_lasso (canvas, dx, dy);
  else
    {
      priv->band = get_band (canvas, dx, dy);
      gtk_widget_queue_draw (GTK_WIDGET (canvas));
    }
  priv->drag_dx = dx;
  priv->drag_dy = dy;
}

static void
end_drag (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  gtk_widget_set_cursor (GTK_WIDGET (canvas), NULL);
  priv->drag = WHENCE_DRAG_NONE;
  priv->dragged = WHENCE_REF_NOTHING;
  g_clear_pointer (&priv->lasso, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag));
  WhenceCanvasDrag ended = priv->drag;
  WhenceRef dragged = priv->dragged;
  g_autoptr (GArray) lasso = NULL;

  lasso = g_steal_pointer (&priv->lasso);
  end_drag (canvas);
  if (ended == WHENCE_DRAG_LASSO && lasso != NULL && whence_canvas_has_scene (canvas))
    klass->take_lasso (canvas, (const WhencePoint *) (gconstpointer) lasso->data, lasso->len, state);
  else if (ended == WHENCE_DRAG_MARK)
    klass->drag_end (canvas, dragged);
  else if (ended == WHENCE_DRAG_BAND && whence_canvas_has_scene (canvas))
    klass->take_band (canvas, priv->band, state);
}

/* The sequence was taken away, by another gesture or because the widget went: nothing was meant by it. */
static void
on_cancel (GtkGesture *drag, GdkEventSequence *sequence, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->drag == WHENCE_DRAG_MARK)
    WHENCE_CANVAS_GET_CLASS (canvas)->drag_end (canvas, priv->dragged);
  if (priv->drag != WHENCE_DRAG_NONE)
    end_drag (canvas);
}

static void
on_swipe (GtkGestureSwipe *swipe, double velocity_x, double velocity_y, WhenceCanvas *canvas)
{
  if (whence_canvas_private (canvas)->drag == WHENCE_DRAG_PAN)
    whence_canvas_glide (canvas, velocity_x, velocity_y);
}

static GtkGesture *
add_drag (WhenceCanvas *canvas, guint button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), canvas);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), canvas);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), canvas);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_cancel), canvas);
  whence_canvas_add_controller (canvas, drag);
  return drag;
}

void
whence_canvas_add_drags (WhenceCanvas *canvas)
{
  GtkGesture *drag = add_drag (canvas, GDK_BUTTON_PRIMARY), *swipe = gtk_gesture_swipe_new ();

  add_drag (canvas, GDK_BUTTON_MIDDLE);
  /* Before the end of the drag is told, or it would not be known what was dragged. */
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (swipe), TRUE);
  g_signal_connect (swipe, "swipe", G_CALLBACK (on_swipe), canvas);
  whence_canvas_add_controller (canvas, swipe);
  gtk_gesture_group (swipe, drag);
}
