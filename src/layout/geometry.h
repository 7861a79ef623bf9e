/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain geometry. Units are CSS pixels (1/96 inch), y grows downwards. */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} WhencePoint;

typedef struct
{
  double x, y, width, height;
} WhenceRect;

static inline double
whence_distance (WhencePoint a, WhencePoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

static inline double
whence_rect_right (WhenceRect r)
{
  return r.x + r.width;
}

static inline double
whence_rect_bottom (WhenceRect r)
{
  return r.y + r.height;
}

static inline gboolean
whence_rect_contains (WhenceRect r, double x, double y)
{
  return x >= r.x && y >= r.y && x < r.x + r.width && y < r.y + r.height;
}

/* TRUE when the insides meet; touching edges do not. */
static inline gboolean
whence_rect_overlaps (WhenceRect a, WhenceRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static inline WhenceRect
whence_rect_union (WhenceRect a, WhenceRect b)
{
  double x = MIN (a.x, b.x), y = MIN (a.y, b.y);
  return (WhenceRect){ x, y, MAX (a.x + a.width, b.x + b.width) - x,
                       MAX (a.y + a.height, b.y + b.height) - y };
}

/* > 0 when @p is on one side of the line a → b, < 0 on the other: twice the area of the triangle. */
static inline double
whence_side_of_line (WhencePoint a, WhencePoint b, WhencePoint p)
{
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

static inline gboolean
whence_segments_cross (WhencePoint a, WhencePoint b, WhencePoint c, WhencePoint d)
{
  if (MAX (a.x, b.x) < MIN (c.x, d.x) || MAX (c.x, d.x) < MIN (a.x, b.x) || MAX (a.y, b.y) < MIN (c.y, d.y)
      || MAX (c.y, d.y) < MIN (a.y, b.y))
    return FALSE;
  return (whence_side_of_line (a, b, c) > 0) != (whence_side_of_line (a, b, d) > 0)
         && (whence_side_of_line (c, d, a) > 0) != (whence_side_of_line (c, d, b) > 0);
}

G_END_DECLS
