/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a canvas: its scene, or the print of one that is too much for a frame, what is carried over it, and
 * the band in the hand. Cost of a frame: the painter's. */
#include "widgets/canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "paint/pen-backs.h"
#include "widgets/text-zoom.h"

const WhenceStyle *
whence_canvas_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return whence_style_get (dark ? WHENCE_THEME_CONTRAST_DARK : WHENCE_THEME_CONTRAST_LIGHT);
  return whence_style_get (dark ? WHENCE_THEME_DARK : WHENCE_THEME_LIGHT);
}

static void
draw_busy (GtkWidget *widget, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, _ ("Laying out…"));
  const WhenceColor c = style->text_muted;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2,
                                                (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ (float) c.r, (float) c.g, (float) c.b, 1 });
  gtk_snapshot_restore (snapshot);
}

static void
paint_frame (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style,
             void (*paint) (WhenceCanvas *, const WhenceCanvasPaint *, WhencePen *))
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (canvas)),
        height = (float) gtk_widget_get_height (GTK_WIDGET (canvas));
  WhenceHighlight highlight = whence_document_get_highlight (priv->document);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  WhencePen *pen = whence_pen_new_screen (cr, whence_text_zoom_get_scale (GTK_WIDGET (canvas)));

  paint (canvas,
         &(WhenceCanvasPaint){ .style = style, .highlight = &highlight, .width = width, .height = height },
         pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
draw_picture (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  gboolean carries = klass->carries != NULL && klass->carries (canvas);

  if (carries)
    gtk_snapshot_push_opacity (snapshot, style->dimmed);
  if (!whence_canvas_needs_print (canvas))
    paint_frame (canvas, snapshot, style, klass->paint);
  else if (!whence_canvas_snapshot_print (canvas, snapshot, style))
    draw_busy (GTK_WIDGET (canvas), snapshot, style);
  if (!carries)
    return;
  gtk_snapshot_pop (snapshot);
  paint_frame (canvas, snapshot, style, klass->paint_carried);
}

void
whence_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const WhenceStyle *style = whence_canvas_get_style ();
  const GdkRGBA ground = { (float) style->ground.r, (float) style->ground.g, (float) style->ground.b, 1 };

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (priv->busy)
    draw_busy (widget, snapshot, style);
  if (!priv->has_scene || width <= 0 || height <= 0)
    return;
  draw_picture (canvas, snapshot, style);
  whence_canvas_snapshot_band (canvas, snapshot, style);
}
