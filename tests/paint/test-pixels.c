/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small marks straight into pixels, against the same marks by Cairo. */
#include <string.h>

#include "paint/pen-backs.h"

#define SIDE 256
#define BLOCK 16

static cairo_surface_t *
draw_small_marks (gboolean screen, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  cairo_t *cr = cairo_create (surface);
  WhencePen *pen = screen ? whence_pen_new_screen (cr, scale) : whence_pen_new_cairo (cr);
  WhenceColor white = { 1, 1, 1, 1 }, color = { 0.2, 0.5, 0.3, 0.6 };
  g_autoptr (WhencePath) ground = whence_path_new ();

  whence_path_rect (ground, (WhenceRect){ 0, 0, SIDE, SIDE });
  whence_pen_fill (pen, ground, &WHENCE_SOLID (white));
  whence_pen_push_transform (pen, 10, -5, scale);
  whence_pen_push_clip (pen, (WhenceRect){ 20 / scale, 30 / scale, 200 / scale, 190 / scale });
  for (guint i = 0; i < 200; i++)
    {
      WhencePoint c[4];
      for (guint k = 0; k < 4; k++)
        c[k] = (WhencePoint){ g_rand_double_range (rand, -100, SIDE + 100) / scale,
                              g_rand_double_range (rand, -100, SIDE + 100) / scale };
      if (i % 3 > 0)
        for (guint k = 1; k < 3; k++)
          c[k] = (WhencePoint){ c[0].x + (c[3].x - c[0].x) * k / 3, c[0].y + (c[3].y - c[0].y) * k / 3 };
      whence_pen_hairline (pen, c, color, g_rand_double_range (rand, 0.2, 1) / scale);
      whence_pen_dot (pen, c[1].x, c[1].y, g_rand_double_range (rand, 1, 4) / scale, color);
    }
  whence_pen_pop_clip (pen);
  whence_pen_pop_transform (pen);
  whence_pen_free (pen);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static double
sum_of_block (cairo_surface_t *surface, guint x, guint y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  double sum = 0;

  for (guint row = y; row < y + BLOCK; row++)
    for (guint i = x * 4; i < (x + BLOCK) * 4; i++)
      sum += data[row * stride + i];
  return sum / (BLOCK * BLOCK * 4);
}

/* What the screen draws fast has the shades that Cairo gives it, seen from a little further. */
static void
test_small_marks (void)
{
  const double scales[] = { 1, 0.7, 2 };

  for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
    {
      cairo_surface_t *exact = draw_small_marks (FALSE, scales[k]),
                      *fast = draw_small_marks (TRUE, scales[k]);
      gboolean same =
        memcmp (cairo_image_surface_get_data (exact), cairo_image_surface_get_data (fast), SIDE * SIDE * 4)
        == 0;

      g_assert_false (same);
      for (guint y = 0; y < SIDE; y += BLOCK)
        for (guint x = 0; x < SIDE; x += BLOCK)
          g_assert_cmpfloat_with_epsilon (sum_of_block (fast, x, y), sum_of_block (exact, x, y), 3);
      cairo_surface_destroy (exact);
      cairo_surface_destroy (fast);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixels/shades", test_small_marks);
  return g_test_run ();
}
