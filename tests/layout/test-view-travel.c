/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view on its way: it leaves and arrives where it should, one point stays where it is, and nothing jumps,
 * up to fifteen orders of magnitude. */
#include "layout/view-travel.h"

#include <math.h>

#define STEPS 200
#define WIDTH 1000.0
#define YEAR 31556952.0

static const struct
{
  const char *name;
  double scale0, scale1; /* seconds a px */
  double x;              /* px that stays where it is */
} journeys[] = {
  { "one notch closer", 1000, 800, 321 },
  { "one notch farther", 1000, 1250, 0 },
  { "fit to a day", 13.8e9 * YEAR / WIDTH, 86.4, 980 },
  { "a second to all time", 0.02, 13.8e9 * YEAR / WIDTH, 500 },
  { "all time to a second, at the left", 13.8e9 * YEAR / WIDTH, 0.02, 3 },
};

static void
test_fixed_point (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (journeys); i++)
    {
      const gint64 instant = G_GINT64_CONSTANT (1717200000);
      WhenceTimeView pivot = { instant, journeys[i].scale0, 0 };
      WhenceTimeView from = whence_time_view_pan (pivot, -journeys[i].x), to;

      pivot.seconds_per_px = journeys[i].scale1;
      to = whence_time_view_pan (pivot, -journeys[i].x);
      for (guint k = 0; k <= STEPS; k++)
        {
          WhenceTimeView view = whence_time_view_travel (from, to, (double) k / STEPS);
          double x = whence_time_view_to_x (view, instant);

          g_test_message ("%s, step %u", journeys[i].name, k);
          g_assert_cmpfloat_with_epsilon (x, journeys[i].x, 0.5);
          g_assert_cmpfloat (view.fraction, >=, 0);
          g_assert_cmpfloat (view.fraction, <, 1);
        }
    }
}

static void
test_ends_and_order (void)
{
  WhenceTimeView from = { -4000000000, 5000, 0.25 }, to = { 1700000000, 3, 0.5 }, last = from;

  for (guint k = 1; k <= STEPS; k++)
    {
      WhenceTimeView view = whence_time_view_travel (from, to, (double) k / STEPS);

      g_assert_cmpfloat (view.seconds_per_px, <, last.seconds_per_px);
      g_assert_cmpint (view.origin, >=, last.origin);
      last = view;
    }
  g_assert_true (last.origin == to.origin && last.fraction == to.fraction
                 && last.seconds_per_px == to.seconds_per_px);
  last = whence_time_view_travel (from, to, 0);
  g_assert_true (last.origin == from.origin && last.fraction == from.fraction);
}

static void
test_pan (void)
{
  WhenceTimeView from = { 0, 10, 0 }, to = { 10000, 10, 0 };

  g_assert_cmpint (whence_time_view_travel (from, to, 0.5).origin, ==, 5000);
  /* Nearly the same scale is no reason to swing about a point far away. */
  to.seconds_per_px = 10.0000001;
  g_assert_cmpint (ABS (whence_time_view_travel (from, to, 0.5).origin - 5000), <=, 1);
}

/* The ends of time are no place to fall over. */
static void
test_extremes (void)
{
  WhenceTimeView from = { G_MININT64, 1e16, 0 }, to = { G_MAXINT64 - 1000, 0.02, 0.9 };

  for (guint k = 0; k <= STEPS; k++)
    {
      WhenceTimeView there = whence_time_view_travel (from, to, (double) k / STEPS);
      WhenceTimeView back = whence_time_view_travel (to, from, (double) k / STEPS);

      g_assert_true (isfinite (there.seconds_per_px) && isfinite (back.seconds_per_px));
      g_assert_true (there.fraction >= 0 && there.fraction < 1 && back.fraction >= 0 && back.fraction < 1);
    }
}

static void
test_graph (void)
{
  WhenceGraphView from = { .center_x = 10, .center_y = -5, .scale = 0.1 };
  WhenceGraphView to = whence_graph_view_zoom (from, WIDTH, 600, (WhencePoint){ 200, 450 }, 700);
  WhencePoint fixed = whence_graph_view_from_px (from, WIDTH, 600, (WhencePoint){ 200, 450 });

  for (guint k = 0; k <= STEPS; k++)
    {
      WhenceGraphView view = whence_graph_view_travel (from, to, (double) k / STEPS);
      WhencePoint px = whence_graph_view_to_px (view, WIDTH, 600, fixed);

      g_assert_cmpfloat_with_epsilon (px.x, 200, 0.01);
      g_assert_cmpfloat_with_epsilon (px.y, 450, 0.01);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/view-travel/fixed-point", test_fixed_point);
  g_test_add_func ("/layout/view-travel/ends-and-order", test_ends_and_order);
  g_test_add_func ("/layout/view-travel/pan", test_pan);
  g_test_add_func ("/layout/view-travel/extremes", test_extremes);
  g_test_add_func ("/layout/view-travel/graph", test_graph);
  return g_test_run ();
}
