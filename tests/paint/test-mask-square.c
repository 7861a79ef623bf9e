/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A square on a mask is what Cairo fills; many are no more than all of a pixel, and none is outside. */
#include "paint/mask-square.h"

#include <math.h>
#include <stdlib.h>

#define SIDE 12

static cairo_surface_t *
fill_with_cairo (double x, double y, double size)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, x - size / 2, y - size / 2, size, size);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
test_one (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 500; i++)
    {
      double x = g_rand_double_range (rand, -3, SIDE + 3), y = g_rand_double_range (rand, -3, SIDE + 3);
      double size = g_rand_double_range (rand, 0.5, 6);
      cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
      cairo_surface_t *expected = fill_with_cairo (x, y, size);
      const guint8 *a = cairo_image_surface_get_data (mask), *b = cairo_image_surface_get_data (expected);

      whence_mask_add_square (mask, x, y, size);
      for (int k = 0; k < cairo_image_surface_get_stride (mask) * SIDE; k++)
        g_assert_cmpint (abs (a[k] - b[k]), <=, 6);
      cairo_surface_destroy (mask);
      cairo_surface_destroy (expected);
    }
}

static void
test_many (void)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  gsize stride = (gsize) cairo_image_surface_get_stride (mask);
  const guint8 *data = cairo_image_surface_get_data (mask);

  for (guint i = 0; i < 9; i++)
    whence_mask_add_square (mask, 5.5, 5.5, 1.5);
  g_assert_cmpuint (data[5 * stride + 5], ==, 255);
  g_assert_cmpuint (data[5 * stride + 6], ==, 255);
  g_assert_cmpuint (data[5 * stride + 7], ==, 0);
  cairo_surface_destroy (mask);
}

/* However far away, and wherever nothing is. */
static void
test_outside (void)
{
  static const double far[] = { -1e12, 1e12, -1e300, 1e300, (double) NAN };
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  const guint8 *data = cairo_image_surface_get_data (mask);

  for (guint i = 0; i < G_N_ELEMENTS (far); i++)
    {
      whence_mask_add_square (mask, far[i], 5, 3);
      whence_mask_add_square (mask, 5, far[i], 3);
      whence_mask_add_square (mask, far[i], far[G_N_ELEMENTS (far) - 1 - i], 3);
    }
  for (int k = 0; k < cairo_image_surface_get_stride (mask) * SIDE; k++)
    g_assert_cmpuint (data[k], ==, 0);
  cairo_surface_destroy (mask);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/mask-square/one", test_one);
  g_test_add_func ("/paint/mask-square/many", test_many);
  g_test_add_func ("/paint/mask-square/outside", test_outside);
  return g_test_run ();
}
