/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cubic Bézier curves. Lengths and distances are those of a polyline of SEGMENTS pieces; edges bend gently,
 * so that this is exact to a fraction of a pixel. */
#include "layout/curve.h"

#include <math.h>

#define SEGMENTS 20

static WhencePoint
between (WhencePoint a, WhencePoint b, double t)
{
  return (WhencePoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

void
whence_curve_from_quadratic (WhencePoint from, WhencePoint control, WhencePoint to, WhencePoint curve[4])
{
  curve[0] = from;
  curve[1] = between (from, control, 2.0 / 3);
  curve[2] = between (to, control, 2.0 / 3);
  curve[3] = to;
}

/* Keeps the part before @t (@tail FALSE) or after it. */
static void
split (WhencePoint c[4], double t, gboolean tail)
{
  WhencePoint ab = between (c[0], c[1], t), bc = between (c[1], c[2], t), cd = between (c[2], c[3], t);
  WhencePoint abc = between (ab, bc, t), bcd = between (bc, cd, t), middle = between (abc, bcd, t);

  if (tail)
    {
      c[0] = middle;
      c[1] = bcd;
      c[2] = cd;
    }
  else
    {
      c[1] = ab;
      c[2] = abc;
      c[3] = middle;
    }
}

void
whence_curve_trim (WhencePoint curve[4], double t0, double t1)
{
  split (curve, t1, FALSE);
  if (t1 > 0)
    split (curve, t0 / t1, TRUE);
}

static double
segment_distance (WhencePoint a, WhencePoint b, WhencePoint p)
{
  double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
  double t = squared > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0, 1) : 0;
  double ex = p.x - a.x - t * dx, ey = p.y - a.y - t * dy;
  return sqrt (ex * ex + ey * ey);
}

double
whence_curve_distance (const WhencePoint curve[4], WhencePoint p)
{
  double nearest = G_MAXDOUBLE;
  WhencePoint from = curve[0];

  for (guint i = 1; i <= SEGMENTS; i++)
    {
      WhencePoint to = whence_curve_point (curve, (double) i / SEGMENTS);
      nearest = MIN (nearest, segment_distance (from, to, p));
      from = to;
    }
  return nearest;
}

double
whence_curve_length (const WhencePoint curve[4])
{
  double length = 0;
  WhencePoint from = curve[0];

  for (guint i = 1; i <= SEGMENTS; i++)
    {
      WhencePoint to = whence_curve_point (curve, (double) i / SEGMENTS);
      length += whence_distance (to, from);
      from = to;
    }
  return length;
}

WhenceRect
whence_curve_bounds (const WhencePoint c[4])
{
  double x0 = MIN (MIN (c[0].x, c[1].x), MIN (c[2].x, c[3].x)),
         x1 = MAX (MAX (c[0].x, c[1].x), MAX (c[2].x, c[3].x));
  double y0 = MIN (MIN (c[0].y, c[1].y), MIN (c[2].y, c[3].y)),
         y1 = MAX (MAX (c[0].y, c[1].y), MAX (c[2].y, c[3].y));
  return (WhenceRect){ x0, y0, x1 - x0, y1 - y0 };
}
