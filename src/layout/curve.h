/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cubic Bézier curves, as edges are drawn. */
#pragma once

#include "layout/geometry.h"

G_BEGIN_DECLS

/* A pointer to four points, like all curves here: as an array it misleads the sanitizing compiler about its
 * size. */
static inline WhencePoint
whence_curve_point (const WhencePoint *c, double t)
{
  double u = 1 - t, a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;
  return (WhencePoint){ a * c[0].x + b * c[1].x + d * c[2].x + e * c[3].x,
                        a * c[0].y + b * c[1].y + d * c[2].y + e * c[3].y };
}

/* The cubic that a quadratic curve is. */
void whence_curve_from_quadratic (WhencePoint from, WhencePoint control, WhencePoint to,
                                  WhencePoint curve[4]);
/* Cuts the curve down to what lies between @t0 and @t1 (de Casteljau). */
void whence_curve_trim (WhencePoint curve[4], double t0, double t1);
/* Distance of @p from the curve, px, to a fraction of a pixel. */
double whence_curve_distance (const WhencePoint curve[4], WhencePoint p);
double whence_curve_length (const WhencePoint curve[4]);
/* Box of its control points, which holds it. */
WhenceRect whence_curve_bounds (const WhencePoint curve[4]);

G_END_DECLS
