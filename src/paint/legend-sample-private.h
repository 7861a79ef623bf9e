/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the samples of a legend share: those of the timeline, those of the graph, and those of both. */
#pragma once

#include "paint/graph-tie.h"
#include "paint/legend-sample.h"
#include "paint/timeline-painter-private.h"

G_BEGIN_DECLS

/* px */
#define WHENCE_SAMPLE_PX_SWATCH 14.0
#define WHENCE_SAMPLE_PX_RADIUS 6.0
#define WHENCE_SAMPLE_PX_SMALL 3.5
#define WHENCE_SAMPLE_PX_LINE 1.4 /* of a tie without an amount */
#define WHENCE_SAMPLE_PX_SIGN 11.0
#define WHENCE_SAMPLE_PX_STRETCH 34.0
#define WHENCE_SAMPLE_PX_TIE 24.0
#define WHENCE_SAMPLE_PX_GAP 5.0
#define WHENCE_SAMPLE_PX_PILL 22.0
#define WHENCE_SAMPLE_PX_BARS 4
#define WHENCE_SAMPLE_PX_BAR 5.0

typedef struct
{
  const WhenceSample *sample;
  const WhenceStyle *style;
  WhencePen *pen;
  WhencePath *path;
  double x, y, middle;
} WhenceSampleInk;

/* Marks that are made up: of a stretch of time, or of a point in it; lines of a tie. */
WhenceTimelineItem whence_sample_item (const WhenceSampleInk *ink, double width);
void whence_sample_paint_item (const WhenceSampleInk *ink, const WhenceTimelineItem *item);
WhenceTimelineItem whence_sample_dot (const WhenceSampleInk *ink);
void whence_sample_paint_line (const WhenceSampleInk *ink, double x, const WhenceTieLook *tie);
void whence_sample_paint_tie (const WhenceSampleInk *ink, double x, WhenceTieLook tie);
/* Samples of the timeline. */
void whence_sample_paint_date_look (const WhenceSampleInk *ink);
void whence_sample_paint_as_of (const WhenceSampleInk *ink);
void whence_sample_paint_band (const WhenceSampleInk *ink);
void whence_sample_paint_cluster (const WhenceSampleInk *ink);
void whence_sample_paint_bars (const WhenceSampleInk *ink);
/* Samples of the graph. */
void whence_sample_paint_entity (const WhenceSampleInk *ink);
void whence_sample_paint_fact_node (const WhenceSampleInk *ink);
void whence_sample_paint_size (const WhenceSampleInk *ink);
void whence_sample_paint_class (const WhenceSampleInk *ink);
void whence_sample_paint_weight (const WhenceSampleInk *ink);
void whence_sample_paint_joined (const WhenceSampleInk *ink);
void whence_sample_paint_possible (const WhenceSampleInk *ink);
void whence_sample_paint_faint (const WhenceSampleInk *ink);

G_END_DECLS
