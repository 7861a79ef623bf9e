/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the range bar: a line of words, the histogram with the window of time between its two handles, the
 * date of the ties, and the axis. */
#pragma once

#include "layout/range-scene.h"
#include "paint/pen.h"

G_BEGIN_DECLS

#define WHENCE_RANGE_AXIS 17.0 /* px, of the axis at the bottom */

typedef struct
{
  const WhenceRangeScene *scene;
  const WhenceStyle *style;
  double height;
  double words;                  /* px, of the line of words at the top */
  double from_x, to_x;           /* the window of time, px; may lie outside */
  double span_from_x, span_to_x; /* the span of time that is selected, px; equal: none */
  gboolean has_date;             /* of the ties; else its cursor is parked at cursor_x */
  double cursor_x, cursor_width; /* px */
  gboolean has_earlier;          /* it is compared with an earlier one */
  double earlier_x, earlier_width;
  const double *marked; /* px of the facts that are selected */
  guint n_marked;
  const WhenceTextBlock *text; /* what the window shows, in words */
} WhenceRangePaint;

void whence_range_paint (const WhenceRangePaint *paint, WhencePen *pen);
/* While a file is read: what is expected, what is counted, and the axis; of @paint only scene, style, height
 * and words are looked at. */
void whence_range_paint_so_far (const WhenceRangePaint *paint, WhencePen *pen);

G_END_DECLS
