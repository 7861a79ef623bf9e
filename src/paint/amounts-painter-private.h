/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the parts of the painter of amounts, and by the legend. */
#pragma once

#include "layout/amounts-scene-private.h"
#include "paint/amounts-painter.h"
#include "paint/timeline-painter-private.h"

G_BEGIN_DECLS

#define WHENCE_AMOUNTS_CLEARANCE 4.0 /* px between words and lines */

typedef struct
{
  WhenceTimelineInk ink;
  const WhenceAmountsPaint *paint;
  const WhenceAmountsScene *scene;
  const WhenceBundle *bundle;
} WhenceAmountsPainter;

/* With a halo, for they stand on lines. */
void whence_amounts_paint_words (const WhenceAmountsPainter *painter, const WhenceTextBlock *block, double x,
                                 double y, WhenceColor color, gboolean struck);
/* Lines of values and of time, and the dates that are looked at. */
void whence_amounts_paint_grid (const WhenceAmountsPainter *painter);
/* Over the lines, which their halo interrupts. */
void whence_amounts_paint_value_words (const WhenceAmountsPainter *painter);

/* The line of a step and its riser: dashed, for nobody said that the value held. */
void whence_amounts_paint_step (const WhenceTimelineInk *ink, const WhenceAmountStep *step,
                                WhenceColor color);
/* The stem of a payment: broken where the date is a stretch. */
void whence_amounts_paint_stem (const WhenceTimelineInk *ink, const WhenceAmountMark *mark,
                                WhenceColor color);
/* Limits of the value: whiskers with serifs, or a fading line for “about”. */
void whence_amounts_paint_limits (const WhenceTimelineInk *ink, const WhenceAmountMark *mark,
                                  WhenceColor color);
/* The values of other sources, and the bracket that ties all of them. */
void whence_amounts_paint_readings (const WhenceTimelineInk *ink, const WhenceAmountMark *mark,
                                    WhenceColor color);
/* The line of an amount without a date. */
void whence_amounts_paint_undated (const WhenceTimelineInk *ink, double x0, double x1, double y,
                                   WhenceColor color);
/* Several in one sign: how long, how much, how many. */
void whence_amounts_paint_reach (const WhenceTimelineInk *ink, const WhenceAmountMark *mark);
void whence_amounts_paint_group (const WhenceTimelineInk *ink, const WhenceAmountMark *mark);

G_END_DECLS
