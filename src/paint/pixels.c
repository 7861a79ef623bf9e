/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the pixels of an image are, and dots in them. O(pixels). */
#include "paint/pixels.h"

#include <math.h>

#include "paint/pixels-ink.h"

/* --- Opening ------------------------------------------------------------------------------------------- */

static WhenceRect
clip_of (cairo_t *cr, const WhencePixels *pixels, int width, int height)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  x0 = MAX (0, round (x0 * pixels->scale + pixels->dx));
  y0 = MAX (0, round (y0 * pixels->scale + pixels->dy));
  x1 = MIN (width, round (x1 * pixels->scale + pixels->dx));
  y1 = MIN (height, round (y1 * pixels->scale + pixels->dy));
  return (WhenceRect){ x0, y0, MAX (0, x1 - x0), MAX (0, y1 - y0) };
}

gboolean
whence_pixels_open (WhencePixels *pixels, cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double scale_x, scale_y, dx, dy;
  cairo_matrix_t m;
  cairo_format_t format;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE
      || cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    return FALSE;
  format = cairo_image_surface_get_format (surface);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_get_device_offset (surface, &dx, &dy);
  cairo_get_matrix (cr, &m);
  if ((format != CAIRO_FORMAT_ARGB32 && format != CAIRO_FORMAT_RGB24) || m.xy != 0 || m.yx != 0 || m.xx <= 0
      || m.xx * scale_x != m.yy * scale_y)
    return FALSE;
  cairo_surface_flush (surface);
  *pixels = (WhencePixels){ .surface = surface,
                            .data = cairo_image_surface_get_data (surface),
                            .stride = cairo_image_surface_get_stride (surface),
                            .scale = m.xx * scale_x,
                            .dx = m.x0 * scale_x + dx,
                            .dy = m.y0 * scale_y + dy };
  pixels->clip =
    clip_of (cr, pixels, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  return TRUE;
}

void
whence_pixels_close (WhencePixels *pixels)
{
  if (pixels->surface != NULL)
    cairo_surface_mark_dirty (pixels->surface);
  pixels->surface = NULL;
}

/* --- Dots ---------------------------------------------------------------------------------------------- */

void
whence_pixels_dot (const WhencePixels *pixels, double x, double y, double radius, WhenceColor color)
{
  double cx = x * pixels->scale + pixels->dx, cy = y * pixels->scale + pixels->dy, r = radius * pixels->scale;
  WhenceRect clip = pixels->clip;
  int x0 = (int) MAX (clip.x, floor (cx - r - 0.5)),
      x1 = (int) MIN (whence_rect_right (clip), ceil (cx + r + 0.5));
  int y0 = (int) MAX (clip.y, floor (cy - r - 0.5)),
      y1 = (int) MIN (whence_rect_bottom (clip), ceil (cy + r + 0.5));
  WhenceInk ink = whence_ink_of (color);
  double opacity = 256 * CLAMP (color.a, 0, 1);

  for (int row = y0; row < y1; row++)
    for (int column = x0; column < x1; column++)
      {
        double dx = column + 0.5 - cx, dy = row + 0.5 - cy;
        double cover = CLAMP (r + 0.5 - sqrt (dx * dx + dy * dy), 0, 1);

        if (cover > 0)
          whence_ink_blend ((guint32 *) (gpointer) (pixels->data + (gsize) row * (gsize) pixels->stride)
                              + column,
                            ink, (guint32) (cover * opacity + 0.5));
      }
}
