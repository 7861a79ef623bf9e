/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view that shows everything. Each fact asks for the room of its label, after its mark or before it; the
 * finest scale that grants it to all is taken. O(facts), of which a bounded number is measured and tried. */
#include "layout/timeline-scene-private.h"

#include <math.h>

#define DAY 86400.0
#define YEAR (365.2425 * DAY)
/* Labels may ask for up to this part of the width: the rest is for time. */
#define MOST_LABEL 0.62
#define MOST_LABEL_DENSE 0.12
#define DENSE 300
#define ALONE 0.3  /* part of the width that a single fact may take */
#define TAILS 30.0 /* px: what open and soft ends add */
/* Where the facts would take less than this part of the room, because each label wants a line of its own
 * after the last mark, labels are set on two. */
#define LEAST_TIME 0.6

typedef struct
{
  gint64 from, to;
  guint n_dated;
} Extent;

/* Where no source gives another date, that of the dates alone. */
static Extent
find_extent_of_dates (WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  const guint *counts = whence_scope_count_dates (scope);
  Extent extent = { G_MAXINT64, G_MININT64, 0 };
  for (guint i = 0; i < whence_bundle_get_n_dates (bundle); i++)
    {
      gint64 from, to;
      if (counts[i] == 0 || !whence_mark_extent (whence_bundle_get_nth_date (bundle, i), &from, &to))
        continue;
      extent.from = MIN (extent.from, from);
      extent.to = MAX (extent.to, to);
      extent.n_dated += counts[i];
    }
  return extent;
}

static Extent
find_extent (WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  Extent extent = { G_MAXINT64, G_MININT64, 0 };
  if (!whence_bundle_has_dated_citations (bundle))
    return find_extent_of_dates (scope);
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    {
      gint64 from, to;
      if (!whence_scope_shows (scope, fact) || !whence_fact_extent (scope, fact, &from, &to))
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

/* What a fact asks of the scale: its stretch, in seconds after the first instant, and its label, px, on one
 * line and on two. */
typedef struct
{
  double from, to, label, wrapped;
} Wish;

static gboolean
get_wish (WhenceScope *scope, guint32 fact, const Extent *extent, double most, const WhenceMeasure *measure,
          Wish *wish)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  const WhenceDate *date = whence_bundle_get_fact_date (bundle, fact);
  WhenceLabelText text;
  gint64 from, to;
  if (!whence_scope_shows (scope, fact) || !whence_fact_extent (scope, fact, &from, &to))
    return FALSE;
  if (date->end.kind == WHENCE_BOUND_OPEN)
    to = CLAMP (whence_scope_get_today (scope), to, MAX (to, extent->to));
  whence_label_text_init (&text, bundle, fact, NULL, measure);
  *wish = (Wish){ seconds_between (extent->from, from), seconds_between (extent->from, to),
                  MIN (most, text.whole_width + WHENCE_LABEL_GAP),
                  MIN (most, whence_label_text_get_least (&text) + WHENCE_LABEL_GAP) };
  whence_label_text_clear (&text);
  return TRUE;
}

/* The label goes after the mark, or before it where that leaves it within the view. */
static gboolean
grants (double scale, const Wish *wish, double room)
{
  double end = wish->to / scale + TAILS;
  return end + wish->label <= room || (end <= room && wish->from / scale >= wish->label + TAILS);
}

static gboolean
grants_all (double scale, const GArray *wishes, double room)
{
  for (guint i = 0; i < wishes->len; i++)
    if (!grants (scale, &g_array_index (wishes, Wish, i), room))
      return FALSE;
  return TRUE;
}

/* The finest scale that grants every wish. Without room for a label after the last mark time ends with the
 * facts, instead of running on into an empty future; so that is tried first, then what each label asks for.
 */
static double
find_scale (const GArray *wishes, const Extent *extent, double room)
{
  double barely = seconds_between (extent->from, extent->to) / MAX (40, room - TAILS - 1);
  double best = G_MAXDOUBLE, most = barely;
  if (grants_all (barely, wishes, room))
    return barely;
  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);
      double scale = wish->to / MAX (40, room - wish->label - TAILS - 1);
      most = MAX (most, scale);
      if (scale >= barely && scale < best && grants_all (scale, wishes, room))
        best = scale;
    }
  return MIN (best, most);
}

static double
find_scale_or_wrap (GArray *wishes, const Extent *extent, double room)
{
  double scale = find_scale (wishes, extent, room), wrapped;
  if (seconds_between (extent->from, extent->to) / scale >= LEAST_TIME * room)
    return scale;
  for (guint i = 0; i < wishes->len; i++)
    {
      Wish *wish = &g_array_index (wishes, Wish, i);
      wish->label = MIN (wish->label, wish->wrapped);
    }
  wrapped = find_scale (wishes, extent, room);
  return MIN (scale, wrapped);
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
  double scale = seconds_between (extent.from, extent.to) / (room - most - TAILS);
  if (extent.n_dated <= DENSE)
    {
      g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
      Wish wish;
      for (guint32 fact = 0; fact < whence_bundle_get_n_facts (whence_scope_get_bundle (scope)); fact++)
        if (get_wish (scope, fact, &extent, most, measure, &wish))
          g_array_append_val (wishes, wish);
      scale = find_scale_or_wrap (wishes, &extent, room);
    }

  /* A fact alone is seen in its surroundings. */
  if (extent.n_dated == 1)
    scale = MAX (scale, seconds_between (extent.from, extent.to) / (ALONE * room));
  WhenceTimeView view = { .origin = extent.from, .seconds_per_px = 1 };
  view = whence_time_view_zoom (view, 0, MAX (scale, 1e-9));
  return whence_time_view_pan (view, -left);
}
