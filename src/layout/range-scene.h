/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar as geometry: a histogram of all dated facts over all time, with the axis below it. */
#pragma once

#include "layout/scope.h"
#include "layout/text.h"
#include "layout/time-axis.h"

G_BEGIN_DECLS

#define WHENCE_RANGE_BIN 5.0 /* px */

typedef struct
{
  WhenceTimeView view; /* all time over the width */
  double width;
  double *bins; /* facts in each stretch of WHENCE_RANGE_BIN px; a coarse date is spread over its stretch */
  guint n_bins;
  double highest;
  WhenceAxis axis;
} WhenceRangeScene;

/* Whether any fact of the bundle has a place in time; if none has, there is nothing for a range bar to show.
 */
gboolean whence_range_has_dates (WhenceScope *scope);

/* Linear in facts and bins. Free with whence_range_scene_free(). Transfer full. */
WhenceRangeScene *whence_range_scene_new (WhenceScope *scope, double width, const WhenceMeasure *measure);
void whence_range_scene_free (WhenceRangeScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceRangeScene, whence_range_scene_free)

G_END_DECLS
