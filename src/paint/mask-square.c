/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What squares cover of a pixel is added up, to no more than all of it, which is what is seen of one path of
 * them: Cairo would take a second and a half to fill that of a hundred thousand. */
#include "paint/mask-square.h"

/* How much of the pixel at @at lies between @from and @to. */
static double
overlap (double from, double to, int at)
{
  return MIN (to, at + 1) - MAX (from, at);
}

void
whence_mask_add_square (cairo_surface_t *mask, double x, double y, double size)
{
  guint8 *data = cairo_image_surface_get_data (mask);
  gsize stride = (gsize) cairo_image_surface_get_stride (mask);
  double left = MAX (0, x - size / 2), right = MIN (cairo_image_surface_get_width (mask), x + size / 2);
  double top = MAX (0, y - size / 2), bottom = MIN (cairo_image_surface_get_height (mask), y + size / 2);

  /* What lies far outside is no number of pixels, and what is not a number is nowhere. */
  if (!(left < right && top < bottom))
    return;
  for (int row = (int) top; row < bottom; row++)
    for (int column = (int) left; column < right; column++)
      {
        guint8 *pixel = &data[(gsize) row * stride + (gsize) column];
        double more = 255 * overlap (left, right, column) * overlap (top, bottom, row);

        *pixel = (guint8) MIN (255, *pixel + more + 0.5);
      }
}
