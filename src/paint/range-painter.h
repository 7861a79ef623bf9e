/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the range bar: histogram, axis, and the window of time between its two handles. */
#pragma once

#include "layout/range-scene.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceRangeScene *scene;
  const WhenceStyle *style;
  double height;
  double from_x, to_x; /* the window of time, px; may lie outside */
} WhenceRangePaint;

void whence_range_paint (const WhenceRangePaint *paint, WhencePen *pen);

G_END_DECLS
