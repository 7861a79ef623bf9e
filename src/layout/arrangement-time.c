/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chronological arrangement: when each node starts, where it is in a view whose x is the timeline's, and
 * the view that shows them all. x and y have scales of their own. O(nodes · 60). */
#include "layout/arrangement-private.h"
#include "layout/layouts.h"
#include "layout/time-axis.h"

#include <math.h>

#define MARGIN 12.0
#define COLUMN_LABELLED 116.0 /* px */
#define COLUMN_BARE 24.0
#define COLUMN_PADDING 10.0
#define MOST_SIDE 0.4 /* of the width */
#define TALLEST 1.6   /* times the units of the layout */
#define LEAST_USE 0.4 /* of the room, whatever the names need */

/* --- Dates --------------------------------------------------------------------------------------- */

static WhenceWhen
start_of (const WhenceBundle *bundle, guint32 fact)
{
  const WhenceDate *date = whence_bundle_get_fact_date (bundle, fact);
  const WhenceBound *bound = date->start.kind == WHENCE_BOUND_GIVEN ? &date->start : &date->end;

  if (date->form == WHENCE_DATE_NONE || bound->kind != WHENCE_BOUND_GIVEN)
    return (WhenceWhen){ 1, 0 };
  return (WhenceWhen){ bound->earliest, bound->latest };
}

/* The first fact that somebody was known to take part in, whether it is a tie or not; what is said not to be
 * so does not count. */
static WhenceWhen
first_of (const WhenceBundle *bundle, const WhenceKnownBy *known_by, guint32 entity)
{
  WhenceWhen first = { 1, 0 };
  const guint32 *facts;
  guint n_facts;

  facts = whence_bundle_get_entity_facts (bundle, entity, &n_facts);
  for (guint i = 0; i < n_facts; i++)
    {
      WhenceWhen start = start_of (bundle, facts[i]);
      WhenceFact fact;
      if (start.earliest > start.latest
          || whence_known_by_get_fact (known_by, facts[i]) == WHENCE_ACTIVITY_NOT)
        continue;
      whence_bundle_get_fact (bundle, facts[i], &fact);
      if (!fact.negated && (first.earliest > first.latest || start.earliest < first.earliest))
        first = start;
    }
  return first;
}

static WhenceWhen
when_of (const WhenceArrangement *arrangement, guint32 node)
{
  const WhenceGraph *graph = arrangement->graph;
  const WhenceBundle *told = whence_known_by_get_bundle (arrangement->known_by, graph->bundle);

  return node < graph->n_entities ? first_of (told, arrangement->known_by, node)
                                  : start_of (told, graph->node_fact[node - graph->n_entities]);
}

gboolean
whence_arrangement_lay_out_in_time (WhenceArrangement *arrangement, const WhencePart *part,
                                    const WhenceOrganic *problem, const guint8 *known,
                                    GCancellable *cancellable)
{
  guint32 n = problem->net->n, n_nodes = MAX (1, arrangement->graph->n_nodes);
  g_autofree WhenceWhen *when = g_new (WhenceWhen, MAX (1, n));
  g_autofree WhencePoint *at = g_new (WhencePoint, MAX (1, n));
  g_autofree guint8 *stays = known != NULL ? g_new0 (guint8, MAX (1, n)) : NULL;
  g_autofree guint8 *was_undated = g_steal_pointer (&arrangement->undated);
  gboolean done;

  arrangement->undated = g_new (guint8, n_nodes);
  memset (arrangement->undated, WHENCE_NO_PLACE, n_nodes);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 node = whence_part_get_node (part, i);
      when[i] = when_of (arrangement, node);
      at[i] = arrangement->at[node];
      arrangement->undated[node] = when[i].earliest > when[i].latest;
      if (stays != NULL)
        stays[i] = known[node] && (was_undated == NULL || was_undated[node] == arrangement->undated[node]);
    }
  done = whence_chronological_layout (problem, when, stays, &arrangement->time, &arrangement->n_columns, at,
                                      cancellable);
  for (guint32 i = 0; i < n; i++)
    arrangement->at[whence_part_get_node (part, i)] = at[i];
  return done;
}

/* --- Places -------------------------------------------------------------------------------------- */

static double
column_width (const WhenceArrangement *arrangement)
{
  return arrangement->graph->n_nodes <= WHENCE_GRAPH_MOST_LABELLED ? COLUMN_LABELLED : COLUMN_BARE;
}

double
whence_arrangement_get_side (const WhenceArrangement *arrangement, double width)
{
  if (arrangement->n_columns == 0)
    return 0;
  return MIN (MAX (COLUMN_LABELLED, arrangement->n_columns * column_width (arrangement)) + 2 * COLUMN_PADDING,
              MOST_SIDE * width);
}

WhencePoint
whence_arrangement_to_px (const WhenceArrangement *arrangement, WhenceGraphView view, double width,
                          double height, guint32 node)
{
  WhencePoint px = whence_graph_view_to_px (view, width, height, arrangement->at[node]);
  double side;

  if (arrangement->undated == NULL)
    return px;
  side = whence_arrangement_get_side (arrangement, width);
  if (arrangement->undated[node])
    {
      double part = (arrangement->at[node].x + 0.5) / MAX (1, arrangement->n_columns);
      px.x = width - side + COLUMN_PADDING + (side - 2 * COLUMN_PADDING) * part;
    }
  /* Later than the axis shows is out of sight, and not among those without a date. */
  else if (px.x > width - side)
    px.x += side;
  return px;
}

gboolean
whence_graph_view_get_time (WhenceGraphView view, double width, const WhenceArrangement *arrangement,
                            WhenceTimeView *time)
{
  WhencePoint left = whence_graph_view_from_px (view, width, 0, (WhencePoint){ 0, 0 });

  if (arrangement->undated == NULL)
    return FALSE;
  *time = whence_time_view_pan (arrangement->time, left.x);
  time->seconds_per_px /= view.scale * view.stretch;
  return TRUE;
}

WhenceGraphView
whence_graph_view_over_time (WhenceGraphView view, double width, const WhenceArrangement *arrangement,
                             WhenceTimeView time)
{
  double x_scale;

  if (arrangement->undated == NULL)
    return view;
  x_scale = arrangement->time.seconds_per_px / time.seconds_per_px;
  view.stretch = x_scale / view.scale;
  view.center_x = whence_time_view_to_x (arrangement->time, time.origin) + width / 2 / x_scale;
  return view;
}

/* --- Fit ----------------------------------------------------------------------------------------- */

typedef struct
{
  double at, low, high; /* units; px before and after */
} Reach;

static void
extent_at (const Reach *reaches, guint32 n, double scale, double *low, double *high)
{
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint32 i = 0; i < n; i++)
    {
      *low = MIN (*low, reaches[i].at * scale + reaches[i].low);
      *high = MAX (*high, reaches[i].at * scale + reaches[i].high);
    }
}

/* The largest scale at which all lie between @from and @to; @shift brings them to the middle. */
static double
fit_reaches (const Reach *reaches, guint32 n, double from, double to, double most, double *shift)
{
  double least = 1e-9, low, high, first = G_MAXDOUBLE, last = -G_MAXDOUBLE;

  *shift = (from + to) / 2;
  if (n == 0)
    return MIN (most, 1);
  for (guint32 i = 0; i < n; i++)
    {
      first = MIN (first, reaches[i].at);
      last = MAX (last, reaches[i].at);
    }
  if (last > first)
    least = MIN (most, LEAST_USE * MAX (1, to - from) / (last - first));
  for (guint round = 0; round < 60; round++)
    {
      double middle = round == 0 ? most : sqrt (least * most);
      extent_at (reaches, n, middle, &low, &high);
      if (high - low > to - from)
        most = middle;
      else
        least = middle;
      if (round == 0 && least == most)
        break;
    }
  extent_at (reaches, n, least, &low, &high);
  *shift = (from + to) / 2 - (low + high) / 2;
  return least;
}

WhenceGraphView
whence_arrangement_fit_time (const WhenceArrangement *arrangement, const WhencePoint *at,
                             const WhenceRect *boxes, guint32 n, double width, double height)
{
  g_autofree Reach *across = g_new (Reach, MAX (1, n));
  g_autofree Reach *along = g_new (Reach, MAX (1, n));
  double right = width - MARGIN - whence_arrangement_get_side (arrangement, width);
  double x_scale, x_shift, y_scale, y_shift;
  guint32 n_along = 0;

  for (guint32 i = 0; i < n; i++)
    {
      across[i] = (Reach){ at[i].y, boxes[i].y, whence_rect_bottom (boxes[i]) };
      if (!isnan (at[i].x))
        along[n_along++] = (Reach){ at[i].x, boxes[i].x, whence_rect_right (boxes[i]) };
    }
  y_scale = fit_reaches (across, n, WHENCE_AXIS_HEIGHT + MARGIN, height - MARGIN, TALLEST, &y_shift);
  x_scale = fit_reaches (along, n_along, MARGIN, right, 1e9, &x_shift);
  return (WhenceGraphView){ .center_x = (width / 2 - x_shift) / x_scale,
                            .center_y = (height / 2 - y_shift) / y_scale,
                            .scale = y_scale,
                            .stretch = x_scale / y_scale };
}
