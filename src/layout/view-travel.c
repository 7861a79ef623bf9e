/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With u the size of a px and u(t) = u0 (u1 / u0)^t, the left edge must go the part (u(t) - u0) / (u1 - u0)
 * of its way for one point to stay where it is. expm1() gives that part, and what is left of it, without
 * cancellation, and the edge is counted from the end that it is nearer to: so that the last frame before a
 * landing on a second, out of billions of years, is off by less than a px. */
#include "layout/view-travel.h"

#include <math.h>

/* Of the way of a fixed edge when the logarithm of the size of a px has gone @t of its way of @growth. */
static double
part_of_way (double growth, double t)
{
  return fabs (growth) < 1e-9 ? t : expm1 (growth * t) / expm1 (growth);
}

static WhenceTimeView
move_by (WhenceTimeView view, double seconds)
{
  double whole;

  seconds += view.fraction;
  whole = floor (seconds);
  /* A px of a second: the step is counted in seconds. */
  view.origin = whence_time_view_to_instant ((WhenceTimeView){ view.origin, 1, 0 }, whole);
  view.fraction = seconds - whole;
  return view;
}

/* Seconds from the left edge of @from to that of @to. */
static double
distance (WhenceTimeView from, WhenceTimeView to)
{
  return whence_time_view_to_x ((WhenceTimeView){ from.origin, 1, from.fraction }, to.origin) + to.fraction;
}

WhenceTimeView
whence_time_view_travel (WhenceTimeView from, WhenceTimeView to, double t)
{
  double growth = log (to.seconds_per_px / from.seconds_per_px), way = distance (from, to);
  double gone = part_of_way (growth, t), left = part_of_way (-growth, 1 - t);
  WhenceTimeView view;

  if (t <= 0 || t >= 1)
    return t <= 0 ? from : to;
  view = gone < left ? move_by (from, way * gone) : move_by (to, -way * left);
  view.seconds_per_px = from.seconds_per_px * exp (growth * t);
  return view;
}

WhenceGraphView
whence_graph_view_travel (WhenceGraphView from, WhenceGraphView to, double t)
{
  double growth = log (from.scale / to.scale);
  double gone = part_of_way (growth, t);

  if (t <= 0 || t >= 1)
    return t <= 0 ? from : to;
  return (WhenceGraphView){ .center_x = from.center_x + (to.center_x - from.center_x) * gone,
                            .center_y = from.center_y + (to.center_y - from.center_y) * gone,
                            .scale = from.scale * exp (-growth * t),
                            .stretch = from.stretch + (to.stretch - from.stretch) * gone };
}
