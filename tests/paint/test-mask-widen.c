/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Masks are made wider as a stroke around them would, to the part of a pixel. */
#include <glib.h>
#include <math.h>

#include "paint/mask-widen.h"

#define SIZE 40

typedef struct
{
  cairo_surface_t *mask, *wide;
} Pair;

static Pair
widen (void (*draw) (cairo_t *cr, double at), double at, double radius)
{
  Pair pair = { cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE + 3, SIZE),
                cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE + 3, SIZE) };
  cairo_t *cr = cairo_create (pair.mask);

  draw (cr, at);
  cairo_destroy (cr);
  whence_mask_widen (pair.mask, radius, pair.wide);
  return pair;
}

static int
pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

static void
clear (Pair *pair)
{
  cairo_surface_destroy (pair->mask);
  cairo_surface_destroy (pair->wide);
}

static void
draw_nothing (cairo_t *cr, double at)
{
}

static void
draw_half (cairo_t *cr, double at)
{
  cairo_rectangle (cr, 0, 0, at, SIZE);
  cairo_fill (cr);
}

static void
draw_disc (cairo_t *cr, double at)
{
  cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, at, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
test_nothing (void)
{
  Pair pair = widen (draw_nothing, 0, 3);

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE + 3; x++)
      g_assert_cmpint (pixel (pair.wide, x, y), ==, 0);
  clear (&pair);
}

/* Wherever in a pixel the edge lies, and however wide it is made. */
static void
test_edge (void)
{
  for (double at = 15; at < 16; at += 0.125)
    for (double radius = 0.5; radius < 5; radius += 0.75)
      {
        Pair pair = widen (draw_half, at, radius);
        for (int x = 0; x < SIZE; x++)
          {
            double covered = CLAMP (at + radius - x, 0, 1) * 255;
            g_assert_cmpfloat_with_epsilon (pixel (pair.wide, x, SIZE / 2), covered, 3);
          }
        clear (&pair);
      }
}

/* All around, within a quarter of a pixel's coverage, and nothing near the corners. */
static void
test_disc (void)
{
  const double from = 6.3, radius = 3.4;
  Pair pair = widen (draw_disc, from, radius);

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        double distance = hypot (x + 0.5 - SIZE / 2.0, y + 0.5 - SIZE / 2.0);
        double covered = CLAMP (from + radius + 0.5 - distance, 0, 1) * 255;
        g_assert_cmpfloat_with_epsilon (pixel (pair.wide, x, y), covered, 64);
        g_assert_cmpint (pixel (pair.wide, x, y), >=, pixel (pair.mask, x, y));
      }
  clear (&pair);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask-widen/nothing", test_nothing);
  g_test_add_func ("/mask-widen/edge", test_edge);
  g_test_add_func ("/mask-widen/disc", test_disc);
  return g_test_run ();
}
