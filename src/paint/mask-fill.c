/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The exact area of each pixel that is covered. A piece of outline within a pixel changes what is covered to
 * its right by its height, and the pixel itself by the area between the piece and the pixel's right side:
 * both are added up where the piece is, and summed along the row in the end. Curves become pieces that are
 * off by no more than a twentieth of a pixel. Cost: a few sums for each pixel that the outline passes
 * through, and one for each pixel of the mask. */
#include "paint/mask-fill.h"

#include <glib.h>
#include <math.h>

#define FLAT 0.05 /* px that a piece may be off its curve */
#define MOST_PIECES 64

typedef struct
{
  double x, y;
} Place;

typedef struct
{
  int width, height;
  gsize stride; /* numbers a row: two more than the width, for what is at its right side */
  float *sums;
  double scale, x, y;
} Field;

static Place
place_of (const Field *field, const cairo_path_data_t *point)
{
  return (Place){ point->point.x * field->scale + field->x, point->point.y * field->scale + field->y };
}

/* A piece within one row and one column. @height: downwards, px. */
static inline void
add_in_pixel (float *row, int column, double middle, double height)
{
  double beyond = height * (middle - column);

  row[column] += (float) (height - beyond);
  row[column + 1] += (float) beyond;
}

/* A piece within one row, from @x0 to @x1. What is left of the mask covers all to its right. */
static void
add_in_row (const Field *field, float *row, double x0, double x1, double height)
{
  double from = MIN (x0, x1), to = MAX (x0, x1), slope = to > from ? height / (to - from) : 0;

  if (to <= 0)
    {
      add_in_pixel (row, 0, 0, height);
      return;
    }
  if (from < 0)
    {
      add_in_pixel (row, 0, 0, slope * -from);
      height += slope * from;
      from = 0;
    }
  if ((int) from == (int) to && to < field->width)
    {
      add_in_pixel (row, (int) from, (from + to) / 2, height);
      return;
    }
  to = MIN (to, field->width);
  for (int column = (int) from; column < to; column++)
    {
      double left = MAX (from, column), right = MIN (to, column + 1);
      add_in_pixel (row, column, (left + right) / 2, slope * (right - left));
    }
}

static void
add_piece (const Field *field, Place a, Place b)
{
  double sign = a.y < b.y ? 1 : -1, slope;
  Place top = a.y < b.y ? a : b, bottom = a.y < b.y ? b : a;
  int first = (int) MAX (0, floor (top.y)), end = (int) MIN (field->height, ceil (bottom.y));

  if (!(top.y < bottom.y))
    return;
  slope = (bottom.x - top.x) / (bottom.y - top.y);
  for (int y = first; y < end; y++)
    {
      double from = MAX (top.y, y), to = MIN (bottom.y, y + 1);
      add_in_row (field, field->sums + (gsize) y * field->stride, top.x + (from - top.y) * slope,
                  top.x + (to - top.y) * slope, sign * (to - from));
    }
}

/* How far the corner at @b is from the middle between its neighbours, twice, squared. */
static double
bend (Place a, Place b, Place c)
{
  double x = a.x - 2 * b.x + c.x, y = a.y - 2 * b.y + c.y;

  return x * x + y * y;
}

static void
add_curve (const Field *field, Place a, Place b, Place c, Place d)
{
  double off = 0.75 * sqrt (MAX (bend (a, b, c), bend (b, c, d)));
  int n = (int) CLAMP (ceil (sqrt (off / FLAT)), 1, MOST_PIECES);
  Place before = a;

  for (int i = 1; i <= n; i++)
    {
      double t = (double) i / n, s = 1 - t;
      double wa = s * s * s, wb = 3 * s * s * t, wc = 3 * s * t * t, wd = t * t * t;
      Place after = { wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y };
      add_piece (field, before, after);
      before = after;
    }
}

static void
add_path (const Field *field, const cairo_path_t *path)
{
  Place start = { 0, 0 }, at = { 0, 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      Place to =
        data->header.type == CAIRO_PATH_CLOSE_PATH ? start : place_of (field, &data[data->header.length - 1]);
      if (data->header.type == CAIRO_PATH_CURVE_TO)
        add_curve (field, at, place_of (field, &data[1]), place_of (field, &data[2]), to);
      else if (data->header.type != CAIRO_PATH_MOVE_TO)
        add_piece (field, at, to);
      else
        {
          /* An outline that was left open is closed. */
          add_piece (field, at, start);
          start = to;
        }
      at = to;
    }
  add_piece (field, at, start);
}

void
whence_mask_fill (cairo_surface_t *mask, const cairo_path_t *path, double scale, double x, double y)
{
  int width = cairo_image_surface_get_width (mask), height = cairo_image_surface_get_height (mask);
  gsize stride = (gsize) width + 2;
  g_autofree float *sums = g_new0 (float, stride *(gsize) height + 1);
  guchar *pixels = cairo_image_surface_get_data (mask);

  cairo_surface_flush (mask);
  add_path (&(Field){ width, height, stride, sums, scale, x, y }, path);
  for (int row = 0; row < height; row++)
    {
      const float *from = sums + (gsize) row * stride;
      guchar *to = pixels + (gsize) row * (gsize) cairo_image_surface_get_stride (mask);
      float sum = 0;
      for (int column = 0; column < width; column++)
        {
          sum += from[column];
          to[column] = (guchar) (MIN (fabsf (sum), 1) * 255 + 0.5F);
        }
    }
  cairo_surface_mark_dirty (mask);
}
