/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small marks straight into pixels, against the same marks by Cairo. */
#include <string.h>

#include "paint/pen-backs.h"
#include "paint/pen-private.h"

#define SIDE 256
#define BLOCK 16
#define MARKS 200
#define WIDE 80 /* of so many lines one is too wide for pixels */

typedef enum
{
  BY_CAIRO, /* as strokes and fills */
  ONE_BY_ONE,
  LINES_AT_ONCE,
} Way;

static void
draw_line (WhencePen *pen, const WhencePoint *c, WhenceColor color, double width, Way way)
{
  g_autoptr (WhencePath) path = whence_path_new ();

  whence_path_curve (path, c);
  if (way == BY_CAIRO)
    whence_pen_stroke (pen, path, &(WhenceStroke){ .fill = WHENCE_SOLID (color), .width = width });
  else if (way == ONE_BY_ONE)
    whence_pen_hairline (pen, c, color, width);
}

static void
draw_dot (WhencePen *pen, WhencePoint at, double radius, WhenceColor color, Way way)
{
  g_autoptr (WhencePath) path = whence_path_new ();

  whence_path_circle (path, at.x, at.y, radius);
  if (way == BY_CAIRO)
    whence_pen_fill (pen, path, &WHENCE_SOLID (color));
  else
    whence_pen_dot (pen, at.x, at.y, radius, color);
}

/* All lines, then all dots. */
static cairo_surface_t *
draw_small_marks (Way way, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  cairo_t *cr = cairo_create (surface);
  WhencePen *pen = way == BY_CAIRO ? whence_pen_new_cairo (cr) : whence_pen_new_screen (cr, scale);
  WhenceColor white = { 1, 1, 1, 1 }, color = { 0.2, 0.5, 0.3, 0.6 };
  g_autoptr (WhencePath) ground = whence_path_new ();
  WhencePoint curves[MARKS][4];
  WhenceHairline lines[MARKS + 1] = { 0 };

  whence_path_rect (ground, (WhenceRect){ 0, 0, SIDE, SIDE });
  whence_pen_fill (pen, ground, &WHENCE_SOLID (white));
  whence_pen_push_transform (pen, 10, -5, scale);
  whence_pen_push_clip (pen, (WhenceRect){ 20 / scale, 30 / scale, 200 / scale, 190 / scale });
  for (guint i = 0; i < MARKS; i++)
    {
      WhencePoint *c = curves[i];
      for (guint k = 0; k < 4; k++)
        c[k] = (WhencePoint){ g_rand_double_range (rand, -100, SIDE + 100) / scale,
                              g_rand_double_range (rand, -100, SIDE + 100) / scale };
      if (i % 3 > 0)
        for (guint k = 1; k < 3; k++)
          c[k] = (WhencePoint){ c[0].x + (c[3].x - c[0].x) * k / 3, c[0].y + (c[3].y - c[0].y) * k / 3 };
      lines[i] = (WhenceHairline){ c, color, g_rand_double_range (rand, 0.2, 1) / scale };
      if (i % WIDE == WIDE - 1)
        lines[i] = (WhenceHairline){ c, { 0.7, 0.1, 0.1, 1 }, 3 / scale };
      draw_line (pen, c, lines[i].color, lines[i].width, way);
    }
  /* The last of them is none. */
  if (way == LINES_AT_ONCE)
    g_assert_true (pen->back->hairlines (pen, lines, MARKS + 1));
  for (guint i = 0; i < MARKS; i++)
    draw_dot (pen, curves[i][1], g_rand_double_range (rand, 1, 4) / scale, color, way);
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
      cairo_surface_t *exact = draw_small_marks (BY_CAIRO, scales[k]),
                      *fast = draw_small_marks (ONE_BY_ONE, scales[k]);
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

/* Strip by strip, by whichever thread, is the same but for a rounding, and wide lines keep their turn. */
static void
test_at_once (void)
{
  cairo_surface_t *one_by_one = draw_small_marks (ONE_BY_ONE, 1),
                  *at_once = draw_small_marks (LINES_AT_ONCE, 1);
  const guint8 *a = cairo_image_surface_get_data (one_by_one), *b = cairo_image_surface_get_data (at_once);

  for (guint i = 0; i < SIDE * SIDE * 4; i++)
    g_assert_cmpint (ABS (a[i] - b[i]), <=, 2);
  cairo_surface_destroy (one_by_one);
  cairo_surface_destroy (at_once);
}

/* How many bytes are not clear after very many lines were drawn. */
static guint
count_inked (GCancellable *cancellable)
{
  enum
  {
    MANY = 4000
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
  const guint8 *data = cairo_image_surface_get_data (surface);
  cairo_t *cr = cairo_create (surface);
  WhencePen *pen = whence_pen_new_screen (cr, 1);
  const WhencePoint diagonal[] = { { 10, 10 }, { 40, 50 }, { 70, 90 }, { 100, 130 } };
  g_autofree WhenceHairline *lines = g_new (WhenceHairline, MANY);
  guint n = 0;

  for (guint i = 0; i < MANY; i++)
    lines[i] = (WhenceHairline){ diagonal, { 0, 0, 0, 1 }, 1 };
  whence_pen_set_cancellable (pen, cancellable);
  whence_pen_hairlines (pen, lines, MANY);
  whence_pen_free (pen);
  cairo_surface_flush (surface);
  for (guint i = 0; i < SIDE * SIDE * 4; i++)
    n += data[i] != 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

/* What nobody will look at is not drawn. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint n = count_inked (NULL);

  g_assert_cmpuint (n, >, 100);
  g_assert_cmpuint (count_inked (cancellable), ==, n);
  g_cancellable_cancel (cancellable);
  g_assert_cmpuint (count_inked (cancellable), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixels/shades", test_small_marks);
  g_test_add_func ("/pixels/at-once", test_at_once);
  g_test_add_func ("/pixels/cancelled", test_cancelled);
  return g_test_run ();
}
