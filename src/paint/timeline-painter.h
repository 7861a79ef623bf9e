/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a timeline scene: on the screen, into a picture, on paper; the same code. */
#pragma once

#include "layout/timeline-scene.h"
#include "paint/highlight.h"
#include "paint/lit-bars.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceTimelineScene *scene;
  const WhenceStyle *style;
  const WhenceHighlight *highlight; /* or NULL */
  const WhenceLitBars *lit_bars;    /* what of it is counted in bars; or NULL */
  const WhenceScope *dated;         /* whose date is marked; NULL: that of the scene */
  double width, height;             /* of the viewport, px */
  double scroll;                    /* px of content above the viewport; the axis and lane headers stay */
} WhenceTimelinePaint;

void whence_timeline_paint (const WhenceTimelinePaint *paint, WhencePen *pen);

G_END_DECLS
