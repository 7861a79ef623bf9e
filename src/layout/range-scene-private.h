/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps in which a range scene is made, of a bundle or of what is known of one that is being read. */
#pragma once

#include "layout/range-scene.h"

G_BEGIN_DECLS

#define WHENCE_RANGE_AGES 66

/* How long before the end of all time, as a power of two seconds. */
guint whence_range_age_of (const WhenceRangeScene *scene, gint64 instant);
/* Bends time if it must be, from a quarter of how long ago the median fact is; @by_age: how many facts there
 * are at each of WHENCE_RANGE_AGES ages. All time is known. */
void whence_range_choose_bend (WhenceRangeScene *scene, const double *by_age);
/* After the bend: the scale and the number of bins. */
void whence_range_set_width (WhenceRangeScene *scene, double width);
void whence_range_fill_axis (WhenceRangeScene *scene, const WhenceMeasure *measure);

/* @rates is the table of differences of facts per px at each bin's left end. */
typedef struct
{
  double *counts, *rates;
} WhenceRangeBins;

WhenceRangeBins whence_range_bins_new (const WhenceRangeScene *scene);
/* Spreads @n facts evenly from @left to @right px. */
void whence_range_bins_add (WhenceRangeBins *bins, const WhenceRangeScene *scene, double left, double right,
                            double n);
/* The facts in each bin. Transfer full; the rest is freed. */
double *whence_range_bins_finish (WhenceRangeBins *bins, const WhenceRangeScene *scene);
double whence_range_highest (const double *bins, guint n_bins);

G_END_DECLS
