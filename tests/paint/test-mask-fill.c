/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Outlines are filled as Cairo fills them, to the steps in which Cairo counts, and rectangles exactly. */
#include <glib.h>
#include <stdlib.h>

#include "paint/mask-fill.h"

#define WIDTH 61
#define HEIGHT 40
/* Of 255: Cairo counts in fifteenths of a pixel down, and both take curves for pieces. */
#define STEP 36
#define MEAN 1.5

typedef struct
{
  cairo_surface_t *ours, *theirs;
  cairo_t *cr;
} Pair;

static Pair
begin (void)
{
  Pair pair = { cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT),
                cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT), NULL };

  pair.cr = cairo_create (pair.theirs);
  return pair;
}

static guint8
pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

static void
fill (Pair *pair)
{
  cairo_path_t *path = cairo_copy_path (pair->cr);

  whence_mask_fill (pair->ours, path, 1, 0, 0);
  cairo_path_destroy (path);
  cairo_fill (pair->cr);
  cairo_surface_flush (pair->theirs);
}

static void
end (Pair *pair)
{
  cairo_destroy (pair->cr);
  cairo_surface_destroy (pair->ours);
  cairo_surface_destroy (pair->theirs);
}

static void
compare (Pair *pair)
{
  int most = 0, sum = 0;

  fill (pair);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        int off = abs (pixel (pair->ours, x, y) - pixel (pair->theirs, x, y));
        most = MAX (most, off);
        sum += off;
      }
  g_assert_cmpint (most, <=, STEP);
  g_assert_cmpfloat ((double) sum / (WIDTH * HEIGHT), <=, MEAN);
  end (pair);
}

static void
test_rectangles (void)
{
  static const struct
  {
    double x, y, width, height;
    int at_x, at_y, covered;
  } cases[] = {
    { 2, 3, 4, 5, 2, 3, 255 },    { 2, 3, 4, 5, 5, 7, 255 },         { 2, 3, 4, 5, 6, 7, 0 },
    { 2, 3, 4, 5, 1, 3, 0 },      { 2.25, 3, 1, 1, 2, 3, 191 },      { 2.25, 3, 1, 1, 3, 3, 64 },
    { 2, 3.5, 1, 1, 2, 3, 128 },  { 2.5, 3.5, 1, 1, 3, 4, 64 },      { 2.25, 3.25, 0.5, 0.5, 2, 3, 64 },
    { -3, 2, 5, 1, 0, 2, 255 },   { -3, 2, 5, 1, 2, 2, 0 },          { 50, 2, 50, 1, 60, 2, 255 },
    { 5, -4, 1, 100, 5, 0, 255 }, { 5, -4, 1, 100, 5, 39, 255 },     { 70, 2, 50, 1, 60, 2, 0 },
    { 2, 3, 0, 5, 2, 3, 0 },      { -9, -9, 300, 300, 30, 20, 255 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Pair pair = begin ();
      cairo_rectangle (pair.cr, cases[i].x, cases[i].y, cases[i].width, cases[i].height);
      fill (&pair);
      g_assert_cmpint (pixel (pair.ours, cases[i].at_x, cases[i].at_y), ==, cases[i].covered);
      end (&pair);
    }
}

/* Both ways round, and with a hole. */
static void
test_rings (void)
{
  for (int way = 0; way < 2; way++)
    {
      Pair pair = begin ();
      cairo_arc (pair.cr, 30.3, 20.1, 17.4, 0, 2 * G_PI);
      cairo_close_path (pair.cr);
      cairo_new_sub_path (pair.cr);
      (way ? cairo_arc : cairo_arc_negative) (pair.cr, 30.9, 19.7, 9.2, way ? 0 : 2 * G_PI,
                                              way ? 2 * G_PI : 0);
      compare (&pair);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      Pair pair = begin ();
      cairo_translate (pair.cr, g_rand_double_range (random, -5, WIDTH + 5),
                       g_rand_double_range (random, -5, HEIGHT + 5));
      cairo_rotate (pair.cr, g_rand_double_range (random, 0, G_PI));
      cairo_scale (pair.cr, g_rand_double_range (random, 0.3, 20), g_rand_double_range (random, 0.3, 20));
      /* Not closed by a line that is said, in half of them; some have no straight side. */
      cairo_arc (pair.cr, 0, 0, 1, 0, g_rand_double_range (random, 1, 6.3));
      if (i % 2)
        cairo_close_path (pair.cr);
      cairo_identity_matrix (pair.cr);
      compare (&pair);
    }
}

static void
test_twice (void)
{
  Pair pair = begin ();

  cairo_rectangle (pair.cr, 3, 3, 20, 20);
  cairo_rectangle (pair.cr, 10, 10, 20, 20);
  compare (&pair);
}

static void
test_nothing (void)
{
  Pair pair = begin ();

  compare (&pair);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/mask-fill/rectangles", test_rectangles);
  g_test_add_func ("/paint/mask-fill/rings", test_rings);
  g_test_add_func ("/paint/mask-fill/random", test_random);
  g_test_add_func ("/paint/mask-fill/twice", test_twice);
  g_test_add_func ("/paint/mask-fill/nothing", test_nothing);
  return g_test_run ();
}
