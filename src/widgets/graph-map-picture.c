/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The picture of the whole graph that the map shows below the frame of the view. Cost: O(nodes), and ties up
 * to a bound. */
#include "widgets/graph-map-private.h"

#include "layout/graph-scene-private.h"
#include "paint/mask-square.h"

#define MAX_LINES 4000 /* ties; more are a blot */

static void
set_color (cairo_t *cr, WhenceColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, alpha);
}

static void
draw_lines (const WhenceGraphMap *self, cairo_t *cr)
{
  const WhenceGraphScene *scene = self->canvas->scene;

  if (scene->n_edges > MAX_LINES)
    return;
  set_color (cr, self->style->text_muted, 0.35);
  cairo_set_line_width (cr, 0.6);
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhencePoint a = whence_graph_map_to_px (
                    self, whence_graph_map_position_of (self->canvas, scene->edges[i].from)),
                  b = whence_graph_map_to_px (
                    self, whence_graph_map_position_of (self->canvas, scene->edges[i].to));
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
    }
  cairo_stroke (cr);
}

static void
draw_nodes (const WhenceGraphMap *self, cairo_t *cr, int factor)
{
  const WhenceGraphScene *scene = self->canvas->scene;
  double size = scene->n_nodes < 400 ? 2.5 : 1.25;
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, WHENCE_GRAPH_MAP_WIDTH * factor,
                                                      WHENCE_GRAPH_MAP_HEIGHT * factor);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      WhencePoint p = whence_graph_map_to_px (self, whence_graph_map_position_of (self->canvas, i));
      whence_mask_add_square (mask, p.x * factor, p.y * factor, size * factor);
    }
  cairo_surface_mark_dirty (mask);
  cairo_surface_set_device_scale (mask, factor, factor);
  set_color (cr, self->style->text, scene->n_nodes < 4000 ? 0.8 : 0.45);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_surface_destroy (mask);
}

void
whence_graph_map_renew_picture (WhenceGraphMap *self, int factor)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WHENCE_GRAPH_MAP_WIDTH * factor,
                                                         WHENCE_GRAPH_MAP_HEIGHT * factor);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, factor, factor);
  cr = cairo_create (surface);
  draw_lines (self, cr);
  draw_nodes (self, cr, factor);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface)
                                        * (gsize) (WHENCE_GRAPH_MAP_HEIGHT * factor),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture =
    gdk_memory_texture_new (WHENCE_GRAPH_MAP_WIDTH * factor, WHENCE_GRAPH_MAP_HEIGHT * factor,
                            GDK_MEMORY_DEFAULT, bytes, (gsize) cairo_image_surface_get_stride (surface));
}
