/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar as geometry: a histogram of all dated facts over all time, with the axis below it. Time runs
 * evenly, unless half of the facts would be a smear at the right end, as when a universe comes before a day:
 * then it is bent, and goes by the logarithm of how long ago. */
#pragma once

#include "layout/scope.h"
#include "layout/text.h"
#include "layout/time-axis.h"
#include "layout/time-tally.h"

G_BEGIN_DECLS

#define WHENCE_RANGE_BIN 5.0 /* px */

typedef struct
{
  WhenceBundle *bundle; /* or NULL */
  gint64 from, to;      /* all time: of the dated facts */
  double width;         /* px */
  double scale;         /* seconds a px, at the right end where time is bent */
  gboolean bent;        /* the further back, the closer together */
  double softness;      /* seconds before the right end from which on it bends */
  double *bins; /* facts in each stretch of WHENCE_RANGE_BIN px; a coarse date is spread over its stretch */
  double *expected; /* as many, how high they may become while a file is read; or NULL */
  guint n_bins;
  double highest; /* of both */
  WhenceAxis axis;
} WhenceRangeScene;

/* Whether any fact of the bundle has a place in time; if none has, there is nothing for a range bar to show.
 */
gboolean whence_range_has_dates (WhenceScope *scope);

/* Outside of all time, x lies outside of the width. */
double whence_range_to_x (const WhenceRangeScene *scene, gint64 instant);
/* Saturates at the ends of int64. */
gint64 whence_range_to_instant (const WhenceRangeScene *scene, double x);

/* The stretch in which a fact counts: in which it begins, else ends. FALSE: it has no date. */
gboolean whence_range_get_stretch (const WhenceDate *date, gint64 *from, gint64 *to);

/* Linear in facts and bins. Free with whence_range_scene_free(). Transfer full. */
WhenceRangeScene *whence_range_scene_new (WhenceScope *scope, double width, const WhenceMeasure *measure);
/* The same for another scope or width, after @before, which it frees; all time is looked for once a bundle.
 */
WhenceRangeScene *whence_range_scene_renew (WhenceRangeScene *before, WhenceScope *scope, double width,
                                            const WhenceMeasure *measure);
/* While a file is read: of the facts that are @counted so far and of those that are @expected (NULL: nothing
 * is), of which each stands for @weight; the less of them is left to be @doubted (1 … 0), the less is
 * expected beyond what is counted. */
WhenceRangeScene *whence_range_scene_new_so_far (const WhenceTimeTally *counted,
                                                 const WhenceTimeTally *expected, double weight,
                                                 double doubted, double width, const WhenceMeasure *measure);
void whence_range_scene_free (WhenceRangeScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceRangeScene, whence_range_scene_free)

G_END_DECLS
