/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The print of a canvas: a picture of many marks takes long to paint, so a worker paints it into an image,
 * one at a time, and a frame shows the last image, moved and scaled to where the view looks now. When the
 * hand rests, or little is left of it in view, another one is painted of what the view sees, by the scene
 * that there is; where the next scene is being built, only for the latter reason: it would come late, and
 * make that scene come later. Invariants: the worker sees nothing but what it holds; a print has its ground,
 * so that it is copied and not blended, which takes half the time where it is scaled. */
#include "widgets/canvas-print-private.h"

#include "paint/pen-backs.h"
#include "widgets/text-zoom.h"

#define MANY 600    /* facts from which on no frame waits for the painter */
#define SOON 200000 /* µs: a scene that takes no longer is waited for, where the view has come to rest */
#define ENOUGH 0.6  /* part of the view that a print must cover while the hand moves, or a scene is built */

static void
print_free (WhenceCanvasPrint *print)
{
  print->klass->release (print->held);
  g_clear_object (&print->texture);
  g_clear_pointer (&print->surface, cairo_surface_destroy);
  g_free (print->facts);
  g_free (print->entities);
  g_free (print);
}

static void
free_in_thread (GTask *task, gpointer source, gpointer print, GCancellable *cancellable)
{
  print_free (print);
  g_task_return_boolean (task, TRUE);
}

void
whence_canvas_print_free_apart (WhenceCanvasPrint *print)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_clear_object (&print->texture);
  g_task_set_task_data (task, print, NULL);
  g_task_run_in_thread (task, free_in_thread);
}

static WhenceCanvasPrint *
print_new (WhenceCanvas *canvas, WhenceCanvasPrintKey key)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceHighlight highlight = whence_document_get_highlight (priv->document);
  WhenceCanvasPrint *print = g_new0 (WhenceCanvasPrint, 1);

  print->klass = WHENCE_CANVAS_GET_CLASS (canvas);
  print->held = print->klass->hold (canvas);
  print->key = key;
  print->width = priv->width;
  print->height = priv->height;
  print->place = print->klass->place_held (canvas, print->held);
  print->facts = g_memdup2 (highlight.facts, priv->n_facts);
  print->entities = g_memdup2 (highlight.entities, priv->n_entities);
  print->dim_others = highlight.dim_others;
  return print;
}

static WhenceRect
get_area (const WhenceCanvasPrint *print)
{
  const WhenceCanvasPlace *place = &print->place;

  return (WhenceRect){ -place->dx / place->scale, -place->dy / place->scale, print->width / place->scale,
                       print->height / place->scale };
}

/* A texture has no format without alpha. */
static void
fill_alpha (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  guint8 *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) y * stride);
      for (int x = 0; x < width; x++)
        row[x] |= 0xFF000000u;
    }
  cairo_surface_mark_dirty (surface);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WhenceCanvasPrint *print = data;
  int scale = print->key.scale;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, print->width * scale, print->height * scale);
  WhenceHighlight highlight = { print->facts, print->entities, print->dim_others };
  WhencePen *pen;
  const WhenceColor ground = print->key.style->ground;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, ground.r, ground.g, ground.b);
  cairo_paint (cr);
  pen = whence_pen_new_screen (cr, scale);
  whence_pen_set_cancellable (pen, cancellable);
  whence_pen_push_transform (pen, print->place.dx, print->place.dy, print->place.scale);
  print->klass->paint_held (print->held,
                            &(WhenceCanvasPaint){ .style = print->key.style,
                                                  .highlight = &highlight,
                                                  .width = print->width,
                                                  .height = print->height,
                                                  .area = get_area (print) },
                            pen);
  whence_pen_pop_transform (pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  fill_alpha (surface);
  print->surface = surface;
  g_task_return_boolean (task, TRUE);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer data)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (source);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasPrint *print = data;

  if (g_task_get_cancellable (G_TASK (result)) != priv->printing)
    {
      print_free (print);
      return;
    }
  g_clear_object (&priv->printing);
  whence_canvas_take_print (canvas, print);
  if (print->klass->shown != NULL)
    print->klass->shown (canvas, print->held);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
start_painting (WhenceCanvas *canvas, WhenceCanvasPrintKey key)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasPrint *print = print_new (canvas, key);
  g_autoptr (GTask) task = NULL;

  priv->printing = g_cancellable_new ();
  task = g_task_new (canvas, priv->printing, on_painted, print);
  g_task_set_task_data (task, print, NULL);
  g_task_run_in_thread (task, paint_in_thread);
}

static void
stop_painting (WhenceCanvasPrivate *priv)
{
  g_cancellable_cancel (priv->printing);
  g_clear_object (&priv->printing);
}

void
whence_canvas_drop_print (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  stop_painting (priv);
  whence_canvas_stop_fade (canvas);
  g_clear_pointer (&priv->print, print_free);
}

gboolean
whence_canvas_needs_print (WhenceCanvas *canvas)
{
  return WHENCE_CANVAS_GET_CLASS (canvas)->hold != NULL && whence_canvas_private (canvas)->n_facts >= MANY;
}

static double
covered (double from, double length, double size)
{
  return MAX (0, MIN (from + length, size) - MAX (from, 0)) / MAX (size, 1);
}

/* Whether there will be another scene before the next print could be seen for long. */
static gboolean
awaits_scene (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  return priv->building != NULL && priv->for_view && priv->cost <= SOON;
}

void
whence_canvas_give_up_print (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (priv->print != NULL && priv->cost <= SOON)
    stop_painting (priv);
}

/* Whether the print is not what the view sees, and it is time for another one. */
static gboolean
is_out_of_place (WhenceCanvas *canvas, const WhenceCanvasPrint *print, WhenceCanvasPlace place)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  double part;

  if (whence_canvas_print_is_at (print, place, (WhenceCanvasPlace){ 1, 0, 0 }))
    return FALSE;
  if (priv->rest_source == 0 && priv->building == NULL)
    return TRUE;
  if (awaits_scene (canvas))
    return FALSE;
  part = covered (place.dx, print->width * place.scale, priv->width)
         * covered (place.dy, print->height * place.scale, priv->height);
  return part < ENOUGH;
}

gboolean
whence_canvas_snapshot_print (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasPrintKey key = { priv->look, style, whence_text_zoom_get_scale (GTK_WIDGET (canvas)) };
  WhenceCanvasPrint *print = priv->print;
  WhenceCanvasPlace place = { 1, 0, 0 };

  if (print != NULL)
    place = whence_canvas_place_print (canvas, print);
  if (priv->printing == NULL
      && (print == NULL || print->key.look != key.look || print->key.style != key.style
          || print->key.scale != key.scale || is_out_of_place (canvas, print, place)))
    start_painting (canvas, key);
  if (print == NULL)
    return FALSE;
  whence_canvas_show_print (canvas, snapshot);
  return TRUE;
}
