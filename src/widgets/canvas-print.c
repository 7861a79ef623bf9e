/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The print of a canvas: a picture of many marks takes seconds to paint, so a worker paints it into an image,
 * one at a time, and a frame shows the last image, moved and scaled to where the view looks now. Invariant:
 * the worker sees nothing but what it holds. Cost of a frame: one image. */
#include "widgets/canvas-private.h"

#include "paint/pen-backs.h"

#define MANY 3000 /* facts from which on no frame waits for the painter */

/* What a print depends on, beside the scene. */
typedef struct
{
  guint look;
  const WhenceStyle *style;
  int scale;
} Key;

struct _WhenceCanvasPrint
{
  WhenceCanvasClass *klass;
  gpointer held;
  Key key;
  int width, height; /* px */
  guint8 *facts, *entities;
  gboolean dim_others;
  GdkTexture *texture;
};

void
whence_canvas_print_free (WhenceCanvasPrint *print)
{
  print->klass->release (print->held);
  g_clear_object (&print->texture);
  g_free (print->facts);
  g_free (print->entities);
  g_free (print);
}

static WhenceCanvasPrint *
print_new (WhenceCanvas *canvas, Key key)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceHighlight highlight = whence_document_get_highlight (priv->document);
  WhenceCanvasPrint *print = g_new0 (WhenceCanvasPrint, 1);

  print->klass = WHENCE_CANVAS_GET_CLASS (canvas);
  print->held = print->klass->hold (canvas);
  print->key = key;
  print->width = priv->width;
  print->height = priv->height;
  print->facts = g_memdup2 (highlight.facts, priv->n_facts);
  print->entities = g_memdup2 (highlight.entities, priv->n_entities);
  print->dim_others = highlight.dim_others;
  return print;
}

static GdkTexture *
texture_of (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WhenceCanvasPrint *print = data;
  int scale = print->key.scale;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, print->width * scale, print->height * scale);
  WhenceHighlight highlight = { print->facts, print->entities, print->dim_others };
  WhencePen *pen;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  pen = whence_pen_new_screen (cr, scale);
  print->klass->paint_held (
    print->held,
    &(WhenceCanvasPaint){
      .style = print->key.style, .highlight = &highlight, .width = print->width, .height = print->height },
    pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  print->texture = texture_of (surface);
  g_task_return_boolean (task, TRUE);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer data)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (source));
  WhenceCanvasPrint *print = data;

  if (g_task_get_cancellable (G_TASK (result)) != priv->printing)
    {
      whence_canvas_print_free (print);
      return;
    }
  g_clear_object (&priv->printing);
  g_clear_pointer (&priv->print, whence_canvas_print_free);
  priv->print = print;
  if (print->klass->shown != NULL)
    print->klass->shown (WHENCE_CANVAS (source), print->held);
  gtk_widget_queue_draw (GTK_WIDGET (source));
}

static void
start_painting (WhenceCanvas *canvas, Key key)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  WhenceCanvasPrint *print = print_new (canvas, key);
  g_autoptr (GTask) task = NULL;

  priv->printing = g_cancellable_new ();
  task = g_task_new (canvas, priv->printing, on_painted, print);
  g_task_set_task_data (task, print, NULL);
  g_task_run_in_thread (task, paint_in_thread);
}

void
whence_canvas_drop_print (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  g_clear_object (&priv->printing);
  g_clear_pointer (&priv->print, whence_canvas_print_free);
}

gboolean
whence_canvas_needs_print (WhenceCanvas *canvas)
{
  return WHENCE_CANVAS_GET_CLASS (canvas)->hold != NULL && whence_canvas_private (canvas)->n_facts >= MANY;
}

gboolean
whence_canvas_snapshot_print (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  Key key = { priv->look, style, gtk_widget_get_scale_factor (GTK_WIDGET (canvas)) };
  const WhenceCanvasPrint *print = priv->print;
  WhenceCanvasPlace place;

  if (priv->printing == NULL
      && (print == NULL || print->key.look != key.look || print->key.style != key.style
          || print->key.scale != key.scale))
    start_painting (canvas, key);
  if (print == NULL)
    return FALSE;
  place = print->klass->place_held (canvas, print->held);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place.dx, (float) place.dy));
  gtk_snapshot_scale (snapshot, (float) place.scale, (float) place.scale);
  gtk_snapshot_append_texture (snapshot, print->texture,
                               &GRAPHENE_RECT_INIT (0, 0, (float) print->width, (float) print->height));
  gtk_snapshot_restore (snapshot);
  return TRUE;
}
