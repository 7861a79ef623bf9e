/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a print of a canvas is shown. What a view that zooms has scaled has lines and signs that are too wide
 * or too thin, other words, and another darkness: the sharp print does not take its place with a jump, it
 * fades in over it. Where only what is lit is another, the view has moved on meanwhile, or nothing is to
 * move, it is there at once. Invariant: at most two prints at a time, the one below whole. Cost of a frame:
 * one image, two while one fades. */
#include "widgets/canvas-print-private.h"

#include <math.h>

#include "widgets/text-zoom.h"

#define FADE 80000.0 /* µs */
#define SAME_PX 0.01 /* px */

WhenceCanvasPlace
whence_canvas_place_print (WhenceCanvas *canvas, const WhenceCanvasPrint *print)
{
  WhenceCanvasPlace now = print->klass->place_held (canvas, print->held);
  double scale = now.scale / print->place.scale;

  return (WhenceCanvasPlace){ scale, now.dx - scale * print->place.dx, now.dy - scale * print->place.dy };
}

gboolean
whence_canvas_print_is_at (const WhenceCanvasPrint *print, WhenceCanvasPlace a, WhenceCanvasPlace b)
{
  return fabs (a.dx - b.dx) < SAME_PX && fabs (a.dy - b.dy) < SAME_PX
         && fabs (a.scale - b.scale) * print->width < SAME_PX;
}

/* --- From one to the next ------------------------------------------------------------------------ */

void
whence_canvas_stop_fade (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->fade_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (canvas), priv->fade_tick);
  priv->fade_tick = 0;
  g_clear_pointer (&priv->faded, whence_canvas_print_free_apart);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (widget));
  double t = (double) (gdk_frame_clock_get_frame_time (clock) - priv->fade_start) / FADE;

  gtk_widget_queue_draw (widget);
  if (t < 1)
    {
      priv->fade = whence_canvas_ease_out (t);
      return G_SOURCE_CONTINUE;
    }
  priv->fade_tick = 0;
  whence_canvas_stop_fade (WHENCE_CANVAS (widget));
  return G_SOURCE_REMOVE;
}

/* Takes over @last. The time runs from now, and not from the next frame: what is sharp is there as soon. */
static void
start_fade (WhenceCanvas *canvas, WhenceCanvasPrint *last)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  GtkWidget *widget = GTK_WIDGET (canvas);

  whence_canvas_stop_fade (canvas);
  priv->faded = last;
  priv->fade = 0;
  priv->fade_start = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (widget));
  priv->fade_tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
}

/* Whether the print is of where the view is now. */
static gboolean
is_sharp (const WhenceCanvasPrint *print, WhenceCanvasPlace place)
{
  return whence_canvas_print_is_at (print, place, (WhenceCanvasPlace){ 1, 0, 0 });
}

/* Not any more when the view has moved on: two scaled prints would take more than a frame has. */
static gboolean
is_fading (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  return priv->faded != NULL && is_sharp (priv->print, whence_canvas_place_print (canvas, priv->print));
}

void
whence_canvas_take_print (WhenceCanvas *canvas, WhenceCanvasPrint *print)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasPrint *last = g_steal_pointer (&priv->print);
  WhenceCanvasPlace place = whence_canvas_place_print (canvas, print);

  priv->print = print;
  if (last == NULL)
    return;
  /* By the same scene, or one of the same view, a fade under way goes on to what is lit now. */
  if (is_sharp (print, place) && whence_canvas_animates (canvas)
      && !(whence_canvas_print_is_at (print, whence_canvas_place_print (canvas, last), place)
           && whence_canvas_print_is_at (print, last->place, print->place)))
    start_fade (canvas, last);
  else
    whence_canvas_print_free_apart (last);
}

/* --- In a frame ---------------------------------------------------------------------------------- */

static GdkTexture *
get_texture (WhenceCanvasPrint *print)
{
  cairo_surface_t *surface = print->surface;
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = NULL;

  if (print->texture != NULL)
    return print->texture;
  bytes =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return print->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_print (WhenceCanvas *canvas, cairo_t *cr, const WhenceCanvasPrint *print, double opacity)
{
  WhenceCanvasPlace place = whence_canvas_place_print (canvas, print);
  gboolean sharp = place.scale == 1 && whence_text_zoom_get (GTK_WIDGET (canvas)) == 1;

  cairo_save (cr);
  /* What is only moved stays on the pixels, and sharp. */
  if (sharp)
    cairo_translate (cr, round (place.dx), round (place.dy));
  else
    cairo_translate (cr, place.dx, place.dy);
  cairo_scale (cr, place.scale, place.scale);
  cairo_set_source_surface (cr, print->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), sharp ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  if (opacity < 1)
    cairo_paint_with_alpha (cr, opacity);
  else
    cairo_paint (cr);
  cairo_restore (cr);
}

/* A renderer that draws with Cairo would copy a texture before each frame. */
static void
show_by_cairo (WhenceCanvas *canvas, GtkSnapshot *snapshot)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  GtkWidget *widget = GTK_WIDGET (canvas);
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                              (float) gtk_widget_get_height (widget)));

  if (is_fading (canvas))
    paint_print (canvas, cr, priv->faded, 1);
  paint_print (canvas, cr, priv->print, is_fading (canvas) ? priv->fade : 1);
  cairo_destroy (cr);
}

static void
append_print (WhenceCanvas *canvas, GtkSnapshot *snapshot, WhenceCanvasPrint *print)
{
  WhenceCanvasPlace place = whence_canvas_place_print (canvas, print);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place.dx, (float) place.dy));
  gtk_snapshot_scale (snapshot, (float) place.scale, (float) place.scale);
  gtk_snapshot_append_texture (snapshot, get_texture (print),
                               &GRAPHENE_RECT_INIT (0, 0, (float) print->width, (float) print->height));
  gtk_snapshot_restore (snapshot);
}

static void
show_by_texture (WhenceCanvas *canvas, GtkSnapshot *snapshot)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (!is_fading (canvas))
    {
      append_print (canvas, snapshot, priv->print);
      return;
    }
  append_print (canvas, snapshot, priv->faded);
  gtk_snapshot_push_opacity (snapshot, priv->fade);
  append_print (canvas, snapshot, priv->print);
  gtk_snapshot_pop (snapshot);
}

void
whence_canvas_show_print (WhenceCanvas *canvas, GtkSnapshot *snapshot)
{
  if (GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (canvas)))))
    show_by_cairo (canvas, snapshot);
  else
    show_by_texture (canvas, snapshot);
}
