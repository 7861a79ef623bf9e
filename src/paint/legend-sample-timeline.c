/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of what the timeline alone shows, and the marks of it that others are made with. Constant time
 * each. */
#include "paint/legend-sample-private.h"

/* px */
#define MEMBER 9.0 /* one of several dates */

static const WhenceFactType neutral_type = { .category = WHENCE_CATEGORY_NEUTRAL };

WhenceTimelineItem
whence_sample_item (const WhenceSampleInk *ink, double width)
{
  WhenceTimelineItem item = {
    .kind = WHENCE_ITEM_MARK,
    .support = WHENCE_SUPPORT_SINGLE,
    .type = &neutral_type,
    .mark = { ink->x, ink->middle - WHENCE_DOT / 2, width, WHENCE_DOT },
    .shape = { .x0 = ink->x, .x1 = ink->x + width, .body0 = ink->x, .body1 = ink->x },
  };
  return item;
}

void
whence_sample_paint_item (const WhenceSampleInk *ink, const WhenceTimelineItem *item)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  whence_timeline_paint_sign (&timeline, item);
}

WhenceTimelineItem
whence_sample_dot (const WhenceSampleInk *ink)
{
  WhenceTimelineItem item = whence_sample_item (ink, WHENCE_SAMPLE_PX_SIGN);
  item.shape.dot = TRUE;
  return item;
}

/* A mark and another date of it. */
static void
paint_disputed_date (const WhenceSampleInk *ink)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  WhenceTimelineItem item = whence_sample_item (ink, WHENCE_SAMPLE_PX_SIGN);
  WhenceGhost ghost = { .shape = { .x0 = ink->x + WHENCE_SAMPLE_PX_STRETCH - WHENCE_SAMPLE_PX_SIGN,
                                   .x1 = ink->x + WHENCE_SAMPLE_PX_STRETCH,
                                   .dot = TRUE } };
  item.shape.dot = TRUE;
  item.support = WHENCE_SUPPORT_DISPUTED;
  item.n_ghosts = 1;
  item.mark.y = ink->middle - WHENCE_MARK_HEIGHT / 2;
  item.mark.height = WHENCE_MARK_HEIGHT;
  whence_timeline_paint_ghosts (&timeline, &item, &ghost, ink->x, ink->x + WHENCE_SAMPLE_PX_STRETCH);
  whence_timeline_paint_sign (&timeline, &item);
}

/* How a stretch begins and ends that is not there as it stands; tails in px. */
static const struct
{
  WhenceEnd end0, end1;
  double tail0, tail1;
} ends[WHENCE_N_DATE_LOOKS] = {
  [WHENCE_DATE_LOOK_GOES_ON] = { .end1 = WHENCE_END_OPEN, .tail1 = WHENCE_SAMPLE_PX_STRETCH / 2 },
  [WHENCE_DATE_LOOK_NO_BEGINNING] = { .end0 = WHENCE_END_OPEN, .tail0 = WHENCE_SAMPLE_PX_STRETCH / 2 },
  [WHENCE_DATE_LOOK_END_UNKNOWN] = { .end1 = WHENCE_END_UNKNOWN, .tail1 = WHENCE_SAMPLE_PX_STRETCH / 2 },
  [WHENCE_DATE_LOOK_START_UNKNOWN] = { .end0 = WHENCE_END_UNKNOWN, .tail0 = WHENCE_SAMPLE_PX_STRETCH / 2 },
  [WHENCE_DATE_LOOK_ABOUT] = { WHENCE_END_SOFT, WHENCE_END_SOFT, WHENCE_SAMPLE_PX_STRETCH / 3,
                               WHENCE_SAMPLE_PX_STRETCH / 3 },
};

void
whence_sample_paint_date_look (const WhenceSampleInk *ink)
{
  WhenceDateLook look = ink->sample->value;
  WhenceTimelineItem item = look == WHENCE_DATE_LOOK_POINT
                              ? whence_sample_dot (ink)
                              : whence_sample_item (ink, WHENCE_SAMPLE_PX_STRETCH);
  WhenceMarkShape *shape = &item.shape;

  if (look == WHENCE_DATE_LOOK_DISPUTED)
    {
      paint_disputed_date (ink);
      return;
    }
  item.inferred = look == WHENCE_DATE_LOOK_INFERRED;
  shape->dashed0 = shape->dashed1 = look == WHENCE_DATE_LOOK_UNCERTAIN;
  shape->end0 = ends[look].end0;
  shape->end1 = ends[look].end1;
  shape->tail0 = ends[look].tail0;
  shape->tail1 = ends[look].tail1;
  if (look == WHENCE_DATE_LOOK_THROUGHOUT)
    shape->body1 = shape->x1;
  if (look == WHENCE_DATE_LOOK_SEVERAL)
    {
      shape->several = TRUE;
      shape->body0 = shape->x0 + MEMBER;
      shape->body1 = shape->x1 - MEMBER;
    }
  whence_sample_paint_item (ink, &item);
}

void
whence_sample_paint_as_of (const WhenceSampleInk *ink)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  whence_timeline_paint_as_of (&timeline, (WhenceRect){ ink->x, ink->middle - WHENCE_SAMPLE_PX_SWATCH / 2,
                                                        WHENCE_SAMPLE_PX_SWATCH, WHENCE_SAMPLE_PX_SWATCH });
}

void
whence_sample_paint_band (const WhenceSampleInk *ink)
{
  static const WhenceFactType type = { .category = WHENCE_CATEGORY_NEUTRAL };
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_BAND,
                              .type = &type,
                              .mark = { ink->x, ink->middle - WHENCE_SAMPLE_PX_SWATCH / 2,
                                        WHENCE_SAMPLE_PX_STRETCH, WHENCE_SAMPLE_PX_SWATCH },
                              .shape = { .x0 = ink->x, .x1 = ink->x + WHENCE_SAMPLE_PX_STRETCH } };
  whence_timeline_paint_strip (&timeline, &item);
}

void
whence_sample_paint_cluster (const WhenceSampleInk *ink)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  WhenceTimelineItem item = { .n_facts = 2,
                              .bounds = { ink->x, ink->middle - 6, WHENCE_SAMPLE_PX_PILL, 12 } };
  whence_timeline_paint_cluster (&timeline, &item);
}

void
whence_sample_paint_bars (const WhenceSampleInk *ink)
{
  static const double heights[WHENCE_SAMPLE_PX_BARS] = { 4, 10, 7, 3 };
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  for (guint i = 0; i < WHENCE_SAMPLE_PX_BARS; i++)
    whence_timeline_paint_bar (
      &timeline,
      &(WhenceTimelineItem){ .mark = { ink->x + i * WHENCE_SAMPLE_PX_BAR, ink->middle + 5 - heights[i],
                                       WHENCE_SAMPLE_PX_BAR - 1, heights[i] } },
      (WhenceLitBar){ 0 });
}
