/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A path is two arrays, operations and numbers. Rectangles and circles stay what they are, since both backs
 * have something better for them than curves. A number that is none would put a Cairo context in error for
 * good: a path that was given one draws nothing. Constant time an operation, amortized. */
#include "paint/path-private.h"

#include <math.h>

/* The distance of control points that makes a quarter of a circle from a cubic curve. */
#define QUARTER 0.5522847498
/* Cairo's fixed point ends at 2^23. */
#define FURTHEST 4e6

WhencePath *
whence_path_new (void)
{
  WhencePath *path = g_new0 (WhencePath, 1);
  path->ops = g_byte_array_new ();
  path->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  return path;
}

void
whence_path_free (WhencePath *path)
{
  g_byte_array_unref (path->ops);
  g_array_unref (path->numbers);
  g_free (path);
}

void
whence_path_clear (WhencePath *path)
{
  g_byte_array_set_size (path->ops, 0);
  g_array_set_size (path->numbers, 0);
  path->broken = FALSE;
}

static void
append (WhencePath *path, WhencePathOp op, const double *numbers, guint n_numbers)
{
  guint8 byte = (guint8) op;
  g_byte_array_append (path->ops, &byte, 1);
  for (guint i = 0; i < n_numbers; i++)
    {
      double number = CLAMP (numbers[i], -FURTHEST, FURTHEST);
      if (!isfinite (numbers[i]))
        path->broken = TRUE;
      g_array_append_val (path->numbers, number);
    }
}

void
whence_path_move_to (WhencePath *path, double x, double y)
{
  append (path, WHENCE_PATH_MOVE, (double[]){ x, y }, 2);
}

void
whence_path_line_to (WhencePath *path, double x, double y)
{
  append (path, WHENCE_PATH_LINE, (double[]){ x, y }, 2);
}

void
whence_path_curve_to (WhencePath *path, double x1, double y1, double x2, double y2, double x, double y)
{
  append (path, WHENCE_PATH_CURVE, (double[]){ x1, y1, x2, y2, x, y }, 6);
}

void
whence_path_close (WhencePath *path)
{
  append (path, WHENCE_PATH_CLOSE, NULL, 0);
}

void
whence_path_rect (WhencePath *path, WhenceRect rect)
{
  append (path, WHENCE_PATH_RECT, (double[]){ rect.x, rect.y, rect.width, rect.height }, 4);
}

void
whence_path_rounded (WhencePath *path, WhenceRect rect, double radius)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);
  if (!(r > 0))
    {
      whence_path_rect (path, rect);
      return;
    }

  double x0 = rect.x, y0 = rect.y, x1 = whence_rect_right (rect), y1 = whence_rect_bottom (rect);
  double k = r * (1 - QUARTER);
  whence_path_move_to (path, x0 + r, y0);
  whence_path_line_to (path, x1 - r, y0);
  whence_path_curve_to (path, x1 - k, y0, x1, y0 + k, x1, y0 + r);
  whence_path_line_to (path, x1, y1 - r);
  whence_path_curve_to (path, x1, y1 - k, x1 - k, y1, x1 - r, y1);
  whence_path_line_to (path, x0 + r, y1);
  whence_path_curve_to (path, x0 + k, y1, x0, y1 - k, x0, y1 - r);
  whence_path_line_to (path, x0, y0 + r);
  whence_path_curve_to (path, x0, y0 + k, x0 + k, y0, x0 + r, y0);
  whence_path_close (path);
}

void
whence_path_circle (WhencePath *path, double x, double y, double radius)
{
  append (path, WHENCE_PATH_CIRCLE, (double[]){ x, y, radius }, 3);
}

void
whence_path_curve (WhencePath *path, const WhencePoint *c)
{
  whence_path_move_to (path, c[0].x, c[0].y);
  whence_path_curve_to (path, c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y);
}

void
whence_path_polygon (WhencePath *path, const WhencePoint *points, guint n_points)
{
  if (n_points == 0)
    return;
  whence_path_move_to (path, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    whence_path_line_to (path, points[i].x, points[i].y);
  whence_path_close (path);
}
