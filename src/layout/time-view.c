/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the timeline looks. Instants are subtracted as integers before they become doubles, so that a second
 * stays a second in front of a billion years; every result stays finite and within int64. Constant time. */
#include "layout/timeline-scene.h"

#include <math.h>

/* All of int64 seconds over 400 px is the widest view; the deepest shows a second 50 px wide. */
#define WIDEST (18446744073709551616.0 / 400)
#define DEEPEST 0.02

double
whence_time_view_to_x (WhenceTimeView view, gint64 instant)
{
  double distance = instant >= view.origin ? (double) ((guint64) instant - (guint64) view.origin)
                                           : -(double) ((guint64) view.origin - (guint64) instant);
  return (distance - view.fraction) / view.seconds_per_px;
}

static gint64
add_saturated (gint64 instant, double seconds)
{
  if (seconds >= 0)
    {
      guint64 room = (guint64) G_MAXINT64 - (guint64) instant;
      return seconds >= (double) room ? G_MAXINT64 : (gint64) ((guint64) instant + (guint64) seconds);
    }
  guint64 room = (guint64) instant - (guint64) G_MININT64;
  return -seconds >= (double) room ? G_MININT64 : (gint64) ((guint64) instant - (guint64) -seconds);
}

gint64
whence_time_view_to_instant (WhenceTimeView view, double x)
{
  return add_saturated (view.origin, floor (x * view.seconds_per_px + view.fraction));
}

WhenceTimeView
whence_time_view_pan (WhenceTimeView view, double dx)
{
  double seconds = dx * view.seconds_per_px + view.fraction;
  double whole = floor (seconds);
  view.origin = add_saturated (view.origin, whole);
  view.fraction = seconds - whole;
  return view;
}

WhenceTimeView
whence_time_view_zoom (WhenceTimeView view, double x, double factor)
{
  double wanted = CLAMP (view.seconds_per_px * factor, DEEPEST, WIDEST);
  WhenceTimeView pinned = whence_time_view_pan (view, x);
  pinned.seconds_per_px = wanted;
  return whence_time_view_pan (pinned, -x);
}

WhenceTimeView
whence_timeline_frame (gint64 from, gint64 to, double width)
{
  WhenceTimeView view = { .origin = from, .seconds_per_px = 1 };
  double length = whence_time_view_to_x (view, MAX (from, to));
  double margin = width / 12;
  view.seconds_per_px = CLAMP (length / MAX (1, width - 2 * margin), DEEPEST, WIDEST);
  /* The stretch is centred even where the deepest zoom is not deep enough to fill the view with it. */
  return whence_time_view_pan (view, (length / view.seconds_per_px - width) / 2);
}
