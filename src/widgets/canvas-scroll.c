/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Wheel and touch pad. A wheel zooms about the pointer, with Shift it moves the picture sideways; fingers on
 * a touch pad move it, with Ctrl they zoom; and what was pushed glides on until friction stops it. */
#include "widgets/canvas-private.h"

#include <math.h>

#define WHEEL_ZOOM 1.25
#define WHEEL_PAN 60.0     /* px a notch */
#define PAD_ZOOM 0.004     /* of the logarithm of the scale, a px */
#define GLIDE_FRICTION 4.0 /* 1/s */
#define GLIDE_END 20.0     /* px/s */

/* --- Gliding --- */

void
whence_canvas_stop_glide (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->glide != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (canvas), priv->glide);
  priv->glide = 0;
}

static gboolean
glide (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = priv->glide_time > 0 ? (double) (now - priv->glide_time) / G_USEC_PER_SEC : 0;

  priv->glide_time = now;
  WHENCE_CANVAS_GET_CLASS (canvas)->pan (canvas, priv->velocity_x * seconds, priv->velocity_y * seconds,
                                         WHENCE_MOTION_FOLLOW);
  priv->velocity_x *= exp (-GLIDE_FRICTION * seconds);
  priv->velocity_y *= exp (-GLIDE_FRICTION * seconds);
  if (hypot (priv->velocity_x, priv->velocity_y) > GLIDE_END)
    return G_SOURCE_CONTINUE;
  priv->glide = 0;
  return G_SOURCE_REMOVE;
}

void
whence_canvas_glide (WhenceCanvas *canvas, double velocity_x, double velocity_y)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  whence_canvas_stop_glide (canvas);
  if (!whence_canvas_animates (canvas))
    return;
  priv->glide_time = 0;
  priv->velocity_x = velocity_x;
  priv->velocity_y = velocity_y;
  priv->glide = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), glide, NULL, NULL);
}

/* --- Scrolling --- */

static void
zoom (WhenceCanvas *canvas, double dy, gboolean wheel)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (canvas, priv->pointer_x, priv->pointer_y,
                                          wheel ? pow (WHEEL_ZOOM, -dy) : exp (-dy * PAD_ZOOM),
                                          wheel ? WHENCE_MOTION_TRAVEL : WHENCE_MOTION_FOLLOW);
}

static gboolean
wheel_zooms (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);

  return klass->scrolls_at == NULL || !priv->has_scene
         || !klass->scrolls_at (canvas, priv->pointer_x, priv->pointer_y);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, WhenceCanvas *canvas)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, control = (state & GDK_CONTROL_MASK) != 0;

  whence_canvas_stop_glide (canvas);
  if (control || (wheel && !shift && dx == 0 && wheel_zooms (canvas)))
    zoom (canvas, dy, wheel);
  else if (wheel)
    klass->pan (canvas, -(shift && dx == 0 ? dy : dx) * WHEEL_PAN, shift ? 0 : -dy * WHEEL_PAN,
                WHENCE_MOTION_TRAVEL);
  else
    klass->pan (canvas, -dx, -dy, WHENCE_MOTION_FOLLOW);
  return GDK_EVENT_STOP;
}

static void
on_decelerate (GtkEventControllerScroll *scroll, double velocity_x, double velocity_y, WhenceCanvas *canvas)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if (gtk_event_controller_scroll_get_unit (scroll) != GDK_SCROLL_UNIT_WHEEL
      && (state & GDK_CONTROL_MASK) == 0)
    whence_canvas_glide (canvas, -velocity_x, -velocity_y);
}

void
whence_canvas_add_scrolling (WhenceCanvas *canvas)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), canvas);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (on_decelerate), canvas);
  whence_canvas_add_controller (canvas, scroll);
}
