/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scenes of the timeline of bundles by chance, and what is where in them. */
#pragma once

#include <math.h>

#include "layout/timeline-scene-private.h"

#include "random-bundle.h"

static inline WhenceTimelineScene *
scene_of (WhenceScope *scope, WhenceTimeView view, double width, double height, WhenceGrouping grouping)
{
  WhenceTimelineRequest request = { .scope = scope,
                                    .view = view,
                                    .width = width,
                                    .height = height,
                                    .grouping = grouping,
                                    .rtl = grouping == WHENCE_GROUP_FACT_TYPE,
                                    .measure = whence_measure_plain };
  return whence_timeline_scene_new (&request, NULL);
}

static inline WhenceSpot
fact_spot (guint32 fact)
{
  return (WhenceSpot){ WHENCE_SPOT_FACT, fact };
}

static inline WhenceRect
block_box (const WhenceTextBlock *block, WhencePoint at)
{
  return (WhenceRect){ at.x, at.y, block->width, block->height };
}

static inline void
assert_inside (WhenceRect inner, WhenceRect outer)
{
  const double slack = 0.02;
  g_assert_cmpfloat (inner.x, >=, outer.x - slack);
  g_assert_cmpfloat (inner.y, >=, outer.y - slack);
  g_assert_cmpfloat (whence_rect_right (inner), <=, whence_rect_right (outer) + slack);
  g_assert_cmpfloat (whence_rect_bottom (inner), <=, whence_rect_bottom (outer) + slack);
}
