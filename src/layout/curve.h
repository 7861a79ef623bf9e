/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cubic Bézier curves, as edges are drawn. */
#pragma once

#include "layout/geometry.h"

G_BEGIN_DECLS

/* A pointer to four points, like all curves here: as an array it misleads the sanitizing compiler about its
 * size. */
WhencePoint whence_curve_point (const WhencePoint *curve, double t);
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
