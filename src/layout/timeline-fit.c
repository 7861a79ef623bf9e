/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view that shows everything. Each fact asks for the room of its label after its mark; the finest scale
 * that grants it to all is a maximum over the facts, so one pass suffices. O(facts), of which a bounded
 * number is measured. */
#include "layout/timeline-scene-private.h"

#include <math.h>

#define DAY 86400.0
#define YEAR (365.2425 * DAY)
/* Labels may ask for up to this part of the width: the rest is for time. */
#define MOST_LABEL 0.62
#define MOST_LABEL_DENSE 0.3
#define DENSE 300
#define TAILS 30.0 /* px: what open and soft ends add */

typedef struct
{
  gint64 from, to;
  guint n_dated;
} Extent;

static Extent
find_extent (WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  Extent extent = { G_MAXINT64, G_MININT64, 0 };
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    {
      gint64 from, to;
      if (!whence_scope_shows (scope, fact)
          || !whence_mark_extent (whence_bundle_get_fact_date (bundle, fact), &from, &to))
        continue;
      extent.from = MIN (extent.from, from);
      extent.to = MAX (extent.to, to);
      extent.n_dated++;
    }
  return extent;
}

static double
seconds_between (gint64 from, gint64 to)
{
  return whence_time_view_to_x ((WhenceTimeView){ .origin = from, .seconds_per_px = 1 }, to);
}

/* Seconds a pixel at which the label of the fact ends within @room px after the first instant. */
static double
scale_for_fact (WhenceScope *scope, guint32 fact, const Extent *extent, double room, double most,
                const WhenceMeasure *measure)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  gint64 from, to;
  const WhenceDate *date = whence_bundle_get_fact_date (bundle, fact);
  if (!whence_scope_shows (scope, fact) || !whence_mark_extent (date, &from, &to))
    return 0;
  if (date->end.kind == WHENCE_BOUND_OPEN)
    to = CLAMP (whence_scope_get_today (scope), to, MAX (to, extent->to));
  double label = most;
  if (extent->n_dated <= DENSE)
    {
      WhenceLabelText text;
      whence_label_text_init (&text, bundle, fact, NULL, measure);
      label = MIN (most, text.whole_width + WHENCE_LABEL_GAP);
      whence_label_text_clear (&text);
    }
  return seconds_between (extent->from, to) / MAX (40, room - label - TAILS);
}

WhenceTimeView
whence_timeline_fit (WhenceScope *scope, double width, const WhenceMeasure *measure, WhenceGrouping grouping)
{
  Extent extent = find_extent (scope);
  if (extent.n_dated == 0)
    {
      gint64 today = whence_scope_get_today (scope);
      return whence_timeline_frame (today - (gint64) (5 * YEAR), today + (gint64) (5 * YEAR), width);
    }
  double left = whence_lane_gutter (grouping, width) + 2 * WHENCE_SIDE_MARGIN + WHENCE_DOT;
  double room = MAX (80, width - left - WHENCE_SIDE_MARGIN);
  double most = room * (extent.n_dated <= DENSE ? MOST_LABEL : MOST_LABEL_DENSE);
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  double scale = 0;
  if (extent.n_dated <= DENSE)
    for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
      scale = MAX (scale, scale_for_fact (scope, fact, &extent, room, most, measure));
  else
    scale = seconds_between (extent.from, extent.to) / (room - most - TAILS);

  WhenceTimeView view = { .origin = extent.from, .seconds_per_px = 1 };
  view = whence_time_view_zoom (view, 0, MAX (scale, 1e-9));
  return whence_time_view_pan (view, -left);
}
