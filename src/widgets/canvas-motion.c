/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lets a view travel to where it is told to look, in TRAVEL µs with a soft landing. What the journey looks
 * like is the view's affair; here is only the clock. A new destination starts a new journey from wherever the
 * view is by then. */
#include "widgets/canvas-private.h"

#define TRAVEL 240000.0 /* µs */

gboolean
whence_canvas_animates (WhenceCanvas *canvas)
{
  gboolean animate = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (canvas)), "gtk-enable-animations", &animate, NULL);
  return animate && gtk_widget_get_mapped (GTK_WIDGET (canvas));
}

double
whence_canvas_ease_out (double t)
{
  double rest = 1 - t;

  return 1 - rest * rest * rest;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  guint travel = priv->travel;
  double t;

  if (priv->travel_start == 0)
    priv->travel_start = now;
  t = (double) (now - priv->travel_start) / TRAVEL;
  if (t >= 1)
    priv->travel = 0;
  WHENCE_CANVAS_GET_CLASS (canvas)->travel (canvas, t < 1 ? whence_canvas_ease_out (t) : 1);
  /* Travelling may have led to a new journey, or been stopped. */
  return priv->travel == travel ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
whence_canvas_stop_travel (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->travel != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (canvas), priv->travel);
  priv->travel = 0;
}

void
whence_canvas_travel (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  whence_canvas_stop_travel (canvas);
  if (!whence_canvas_animates (canvas))
    {
      WHENCE_CANVAS_GET_CLASS (canvas)->travel (canvas, 1);
      return;
    }
  priv->travel_start = 0;
  priv->travel = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), on_tick, NULL, NULL);
}

gboolean
whence_canvas_is_travelling (WhenceCanvas *canvas)
{
  return whence_canvas_private (canvas)->travel != 0;
}
