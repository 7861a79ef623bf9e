/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grids of lines and of rectangles against looking at everything: the same answers for curves and boxes by
 * chance, also for what lies outside, and a bound where squares are crowded. */
#include "layout/curve.h"
#include "layout/line-grid.h"
#include "layout/rect-grid.h"

#define N_CURVES 60

static const WhenceRect area = { 0, 0, 640, 480 };

static WhencePoint
random_point (GRand *random)
{
  return (WhencePoint){ g_rand_double_range (random, -200, 840), g_rand_double_range (random, -200, 680) };
}

static WhenceRect
random_box (GRand *random, double size)
{
  WhencePoint at = random_point (random);
  return (WhenceRect){ at.x, at.y, g_rand_double_range (random, 1, size),
                       g_rand_double_range (random, 1, size) };
}

static gboolean
runs_through (const WhencePoint *curve, WhenceRect box)
{
  for (guint i = 0; i <= 4000; i++)
    {
      WhencePoint p = whence_curve_point (curve, i / 4000.0);
      if (whence_rect_contains (box, p.x, p.y))
        return TRUE;
    }
  return FALSE;
}

static void
note (guint32 id, gpointer user_data)
{
  ((gboolean *) user_data)[id] = TRUE;
}

static WhenceRect
inflate (WhenceRect box, double by)
{
  return (WhenceRect){ box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by };
}

/* A line may be a third of a pixel beside its curve: what crosses a smaller box is found, what misses a
 * larger one is not. */
static void
test_lines (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (WhenceLineGrid) grid = whence_line_grid_new (area, 32, NULL);
  WhencePoint curves[N_CURVES][4];

  for (guint i = 0; i < N_CURVES; i++)
    {
      WhencePoint from = random_point (random), to = random_point (random);
      whence_curve_from_quadratic (from, i % 3 == 0 ? from : random_point (random), to, curves[i]);
      whence_line_grid_add (grid, i, curves[i]);
    }
  whence_line_grid_sort (grid);
  for (guint k = 0; k < 300; k++)
    {
      WhenceRect box = random_box (random, 90);
      WhenceRect within = { MAX (box.x, 0), MAX (box.y, 0),
                            MIN (whence_rect_right (box), 640) - MAX (box.x, 0),
                            MIN (whence_rect_bottom (box), 480) - MAX (box.y, 0) };
      gboolean found[N_CURVES] = { FALSE };
      guint n = 0;
      whence_line_grid_foreach (grid, box, note, found);
      for (guint i = 0; i < N_CURVES; i++)
        {
          n += found[i];
          if (runs_through (curves[i], inflate (within, -0.5)))
            g_assert_true (found[i]);
          if (found[i])
            g_assert_true (runs_through (curves[i], inflate (box, 0.5)));
        }
      g_assert_cmpuint (whence_line_grid_count (grid, box, G_MAXUINT32, 16), ==, MIN (n, 16));
      g_assert_cmpuint (whence_line_grid_count (grid, box, G_MAXUINT32, 2), ==, MIN (n, 2));
      g_assert_cmpuint (whence_line_grid_count (grid, box, 7, 16), ==, MIN (n - found[7], 16));
    }
}

/* In a square that thousands of lines cross nobody counts them. */
static void
test_crowd (void)
{
  guint64 work = 0;
  g_autoptr (WhenceLineGrid) grid = whence_line_grid_new (area, 32, &work);

  for (guint i = 0; i < 5000; i++)
    {
      WhencePoint from = { 0, 100 + i * 0.002 }, to = { 640, 100 + i * 0.002 }, curve[4];
      whence_curve_from_quadratic (from, (WhencePoint){ 320, from.y }, to, curve);
      whence_line_grid_add (grid, i, curve);
    }
  whence_line_grid_sort (grid);
  g_assert_cmpuint (whence_line_grid_count (grid, (WhenceRect){ 200, 97, 100, 8 }, 0, 5), ==, 5);
  g_assert_cmpuint (whence_line_grid_count (grid, (WhenceRect){ 200, 300, 100, 8 }, 0, 5), ==, 0);
  g_assert_cmpuint (whence_line_grid_count (grid, (WhenceRect){ 200, -300, 100, 8 }, 0, 5), ==, 0);
  g_assert_cmpuint (work, <, 100);
}

static void
test_rects (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);
  guint64 work = 0;
  g_autoptr (WhenceRectGrid) grid = whence_rect_grid_new (area, 40, &work);
  WhenceRect boxes[200];

  for (guint32 i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      boxes[i] = random_box (random, 120);
      whence_rect_grid_add (grid, i, boxes[i]);
    }
  for (guint32 i = 0; i < G_N_ELEMENTS (boxes); i += 5)
    whence_rect_grid_remove (grid, i, boxes[i]);
  for (guint k = 0; k < 300; k++)
    {
      WhenceRect box = random_box (random, 30);
      gboolean hit = FALSE;
      box.x = CLAMP (box.x, 0, 600);
      box.y = CLAMP (box.y, 0, 440);
      for (guint32 i = 0; i < G_N_ELEMENTS (boxes); i++)
        hit |= i % 5 != 0 && i != k && whence_rect_overlaps (boxes[i], box);
      g_assert_cmpint (whence_rect_grid_hits (grid, box, k), ==, hit);
    }
  g_assert_cmpuint (work, >, 0);
  g_assert_false (whence_rect_grid_hits (grid, (WhenceRect){ -500, -500, 100, 100 }, G_MAXUINT32));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-grid/lines", test_lines);
  g_test_add_func ("/line-grid/crowd", test_crowd);
  g_test_add_func ("/line-grid/rects", test_rects);
  return g_test_run ();
}
