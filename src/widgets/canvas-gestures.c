/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas by hand: mouse, touch pad and touch. A press becomes a drag after DRAG_THRESHOLD px, else a
 * click; a wheel zooms about the pointer, fingers on a touch pad pan and glide on. */
#include "widgets/canvas-private.h"

#include <math.h>

#define DRAG_THRESHOLD 4.0
#define WHEEL_ZOOM 1.2
#define WHEEL_PAN 60.0     /* px a notch */
#define GLIDE_FRICTION 4.0 /* 1/s */
#define GLIDE_END 20.0     /* px/s */

static WhenceRef
pick (WhenceCanvas *canvas, double x, double y)
{
  return whence_canvas_has_scene (canvas) ? WHENCE_CANVAS_GET_CLASS (canvas)->pick (canvas, x, y)
                                          : WHENCE_REF_NOTHING;
}

/* --- Click --- */

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, WhenceCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);

  if (gtk_widget_get_focus_child (widget) == NULL)
    gtk_widget_grab_focus (widget);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, WhenceCanvas *canvas)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRef ref = pick (canvas, x, y);

  if (!whence_canvas_has_scene (canvas))
    return;
  if (ref.kind == WHENCE_REF_NONE && klass->click_ground != NULL
      && klass->click_ground (canvas, x, y, n_press))
    return;
  if (n_press == 2)
    klass->approach (canvas, ref, x, y);
  else if (n_press == 1)
    {
      whence_document_focus (whence_canvas_get_document (canvas), WHENCE_REF_NOTHING);
      whence_document_select (whence_canvas_get_document (canvas), ref,
                              (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
    }
}

/* --- Drag --- */

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  gboolean primary = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (drag)) == GDK_BUTTON_PRIMARY;

  priv->drag_x = x;
  priv->drag_y = y;
  priv->drag_dx = priv->drag_dy = 0;
  priv->drag_started = FALSE;
  priv->dragged = primary && WHENCE_CANVAS_GET_CLASS (canvas)->drag_begin != NULL ? pick (canvas, x, y)
                                                                                  : WHENCE_REF_NOTHING;
}

static void
start_drag (GtkGestureDrag *drag, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  priv->drag_started = TRUE;
  priv->drag_is_pan = priv->dragged.kind == WHENCE_REF_NONE
                      || !klass->drag_begin (canvas, priv->dragged, priv->drag_x, priv->drag_y);
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), "grabbing");
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  if (!priv->drag_started && hypot (dx, dy) < DRAG_THRESHOLD)
    return;
  if (!priv->drag_started)
    start_drag (drag, canvas);
  if (!whence_canvas_has_scene (canvas))
    return;
  if (priv->drag_is_pan)
    {
      klass->pan (canvas, dx - priv->drag_dx, dy - priv->drag_dy);
      priv->drag_dx = dx;
      priv->drag_dy = dy;
    }
  else
    klass->drag_move (canvas, priv->dragged, priv->drag_x + dx, priv->drag_y + dy);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  gtk_widget_set_cursor (GTK_WIDGET (canvas), NULL);
  if (priv->drag_started && !priv->drag_is_pan)
    WHENCE_CANVAS_GET_CLASS (canvas)->drag_end (canvas, priv->dragged);
  priv->drag_started = FALSE;
  priv->dragged = WHENCE_REF_NOTHING;
}

/* --- Scroll --- */

static void
stop_glide (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->glide != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (canvas), priv->glide);
  priv->glide = 0;
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double step = wheel ? WHEEL_PAN : 1;

  stop_glide (canvas);
  if ((state & GDK_CONTROL_MASK) != 0 || (wheel && (state & GDK_SHIFT_MASK) == 0 && dx == 0))
    klass->zoom (canvas, priv->pointer_x, priv->pointer_y, pow (WHEEL_ZOOM, wheel ? -dy : -dy / WHEEL_PAN));
  else if (wheel && (state & GDK_SHIFT_MASK) != 0 && dx == 0)
    klass->pan (canvas, -dy * step, 0);
  else
    klass->pan (canvas, -dx * step, -dy * step);
  return GDK_EVENT_STOP;
}

static gboolean
glide (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  double seconds = gdk_frame_clock_get_fps (clock) > 1 ? 1 / gdk_frame_clock_get_fps (clock) : 1.0 / 60;

  WHENCE_CANVAS_GET_CLASS (canvas)->pan (canvas, -priv->velocity_x * seconds, -priv->velocity_y * seconds);
  priv->velocity_x *= exp (-GLIDE_FRICTION * seconds);
  priv->velocity_y *= exp (-GLIDE_FRICTION * seconds);
  if (hypot (priv->velocity_x, priv->velocity_y) > GLIDE_END)
    return G_SOURCE_CONTINUE;
  priv->glide = 0;
  return G_SOURCE_REMOVE;
}

static void
on_decelerate (GtkEventControllerScroll *scroll, double velocity_x, double velocity_y, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  gboolean animate = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (canvas)), "gtk-enable-animations", &animate, NULL);
  if (!animate || gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    return;
  stop_glide (canvas);
  priv->velocity_x = velocity_x;
  priv->velocity_y = velocity_y;
  priv->glide = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), glide, NULL, NULL);
}

/* --- Pinch --- */

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, WhenceCanvas *canvas)
{
  whence_canvas_private (canvas)->pinch = 1;
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  double x = priv->pointer_x, y = priv->pointer_y;

  if (scale <= 0)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (canvas, x, y, scale / priv->pinch);
  priv->pinch = scale;
}

/* --- Pointer and focus --- */

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceRef ref = priv->drag_started ? WHENCE_REF_NOTHING : pick (canvas, x, y);

  priv->pointer_x = x;
  priv->pointer_y = y;
  if (priv->drag_started)
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), ref.kind != WHENCE_REF_NONE ? "pointer" : NULL);
  whence_document_hover (priv->document, ref);
}

static void
on_pointer_left (GtkEventControllerMotion *motion, WhenceCanvas *canvas)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);

  if (document != NULL)
    whence_document_hover (document, WHENCE_REF_NOTHING);
}

static void
on_focus_left (GtkEventControllerFocus *focus, WhenceCanvas *canvas)
{
  WhenceDocument *document = whence_canvas_get_document (canvas);

  if (document != NULL)
    whence_document_focus (document, WHENCE_REF_NOTHING);
}

static void
add (WhenceCanvas *canvas, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (canvas), controller);
}

static void
add_drag (WhenceCanvas *canvas, guint button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), canvas);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), canvas);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), canvas);
  add (canvas, drag);
}

void
whence_canvas_add_gestures (WhenceCanvas *canvas)
{
  GtkGesture *click = gtk_gesture_click_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), canvas);
  g_signal_connect (click, "released", G_CALLBACK (on_released), canvas);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), canvas);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), canvas);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), canvas);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (on_decelerate), canvas);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), canvas);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), canvas);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), canvas);
  add (canvas, click);
  add (canvas, pinch);
  add (canvas, scroll);
  add (canvas, motion);
  add (canvas, focus);
  add_drag (canvas, GDK_BUTTON_PRIMARY);
  add_drag (canvas, GDK_BUTTON_MIDDLE);
}
