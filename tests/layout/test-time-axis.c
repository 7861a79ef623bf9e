/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis: which ticks stand where at each scale, as a table; and for thousands of random views that labels
 * neither overlap nor leave the view, and that the larger unit is told. */
#include "layout/time-axis.h"

#include <math.h>

#ifdef __SANITIZE_ADDRESS__
#  define N_VIEWS 2000
#else
#  define N_VIEWS 20000
#endif
#define MINUTE 60.0
#define HOUR 3600.0
#define DAY 86400.0
#define YEAR (365.2425 * DAY)

typedef struct
{
  const char *name;
  WhenceCivil origin;
  double span;               /* seconds over 640 px */
  const char *minor, *major; /* the labels from left to right, "|" between; a "…" at the end: and so on */
} Case;

static const Case cases[] = {
  { "seconds", { 2025, 6, 13, 14, 5, 0 }, 10, "14:05:00|14:05:01|14:05:02|…", "13 June 2025" },
  { "half minutes", { 2025, 6, 13, 14, 5, 0 }, 5 * MINUTE, "14:05:00|14:05:30|14:06:00|…", "13 June 2025" },
  { "minutes", { 2025, 6, 13, 14, 5, 0 }, 10 * MINUTE, "14:05|14:06|14:07|…", "13 June 2025" },
  { "quarters of an hour", { 2025, 6, 13, 14, 0, 0 }, 3 * HOUR, "14:00|14:15|14:30|…", "13 June 2025" },
  { "hours over midnight",
    { 2025, 6, 13, 20, 0, 0 },
    10 * HOUR,
    "20:00|21:00|22:00|23:00|00:00|…",
    "13 June 2025|14 June 2025" },
  { "days", { 2024, 2, 24, 0, 0, 0 }, 10 * DAY, "24|25|26|27|28|29|1|2|3|4", "February 2024|March 2024" },
  { "every fifth day",
    { 2025, 1, 1, 0, 0, 0 },
    58.9 * DAY,
    "1|6|11|16|21|26|1|6|11|16|21|26",
    "January 2025|February 2025" },
  { "months", { 2024, 1, 1, 0, 0, 0 }, YEAR, "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec", "2024" },
  { "quarters", { 2023, 1, 1, 0, 0, 0 }, 2.9 * YEAR, "Jan|Apr|Jul|Oct|Jan|…", "2023|2024|2025" },
  { "years",
    { 2016, 1, 1, 0, 0, 0 },
    9.9 * YEAR,
    "2016|2017|2018|2019|2020|2021|2022|2023|2024|2025",
    "2010s|2020s" },
  { "years about the turn of the eras",
    { -3, 1, 1, 0, 0, 0 },
    10 * YEAR,
    "4 BCE|3 BCE|2 BCE|1 BCE|1 CE|2 CE|3 CE|…",
    "10–1 BCE|1–9" },
  { "decades", { 1900, 1, 1, 0, 0, 0 }, 125 * YEAR, "1900|1910|1920|…", "1900–1999|2000–2099" },
  { "no year 0",
    { -29, 1, 1, 0, 0, 0 },
    50 * YEAR,
    "30 BCE|25 BCE|20 BCE|15 BCE|10 BCE|5 BCE|1 CE|5 CE|10 CE|…",
    "100–1 BCE|1–99" },
  { "centuries",
    { -499, 1, 1, 0, 0, 0 },
    1400 * YEAR,
    "400 BCE|200 BCE|1 CE|200|400|600|800",
    "1000–1 BCE|1–999" },
  { "ten thousands of years",
    { -99999, 1, 1, 0, 0, 0 },
    120e3 * YEAR,
    "100|90|80|70|60|50|40|30|20|10|0|10",
    "Thousand years BCE|…" },
  { "millions of years", { -65999999, 1, 1, 0, 0, 0 }, 50e6 * YEAR, "65|60|55|50|…", "Million years BCE|…" },
  { "billions of years",
    { -13799999999, 1, 1, 0, 0, 0 },
    12.9e9 * YEAR,
    "13|12|11|10|9|8|7|6|5|4|3|2",
    "Billion years BCE|…" },
};

static char *
join_labels (const WhenceAxisTick *ticks, guint n)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    if (ticks[i].label != NULL)
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "|" : "", ticks[i].label);
  return g_strdup (joined->str);
}

static void
assert_labels (const char *expected, const char *got)
{
  gsize length = strlen (expected);
  if (g_str_has_suffix (expected, "|…"))
    {
      g_autofree char *head = g_strndup (expected, length - strlen ("|…"));
      if (g_str_has_prefix (got, head))
        return;
    }
  g_assert_cmpstr (got, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  WhenceTimeView view = { .origin = whence_instant_from_civil (c->origin), .seconds_per_px = c->span / 640 };
  WhenceAxis axis;
  whence_axis_init (&axis, view, 0, 640, &whence_measure_plain);
  g_autofree char *minor = join_labels (axis.minor, axis.n_minor);
  g_autofree char *major = join_labels (axis.major, axis.n_major);
  assert_labels (c->minor, minor);
  assert_labels (c->major, major);
  whence_axis_clear (&axis);
}

static void
assert_level (const WhenceAxisTick *ticks, guint n, double left, double right)
{
  double taken = left;
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (isfinite (ticks[i].x));
      if (i > 0)
        g_assert_cmpfloat (ticks[i].x, >, ticks[i - 1].x);
      if (ticks[i].label == NULL)
        continue;
      g_assert_cmpfloat (ticks[i].label_x, >=, taken);
      g_assert_cmpfloat (ticks[i].label_x, >=, ticks[i].x);
      taken = ticks[i].label_x + ticks[i].label_width;
      g_assert_cmpfloat (taken, <=, right);
      if (i + 1 < n)
        g_assert_cmpfloat (taken, <=, ticks[i + 1].x);
    }
}

static WhenceTimeView
random_view (GRand *random)
{
  double exponent = g_rand_double_range (random, log10 (0.02), 16.6);
  WhenceTimeView view = { .seconds_per_px = pow (10, exponent) };
  double reach = g_rand_boolean (random) ? 1e11 : 9.2e18;
  view.origin = (gint64) g_rand_double_range (random, -reach, reach);
  return view;
}

static void
test_no_overlap (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  for (guint i = 0; i < N_VIEWS; i++)
    {
      WhenceTimeView view = random_view (random);
      double left = g_rand_boolean (random) ? 0 : 120, right = g_rand_double_range (random, 300, 2000);
      WhenceAxis axis;
      whence_axis_init (&axis, view, left, right, &whence_measure_plain);
      assert_level (axis.minor, axis.n_minor, left, right);
      assert_level (axis.major, axis.n_major, left, right);
      g_assert_cmpuint (axis.n_minor, <=, (guint) (right / 20) + 2);
      whence_axis_clear (&axis);
    }
}

/* While the view moves, the label of the larger unit stays: at every place there is one. */
static void
test_sticky (void)
{
  WhenceTimeView view = { .origin = whence_instant_from_civil ((WhenceCivil){ 2023, 1, 1, 0, 0, 0 }) };
  view.seconds_per_px = 2 * YEAR / 640;
  for (guint i = 0; i < 500; i++)
    {
      WhenceAxis axis;
      whence_axis_init (&axis, view, 0, 640, &whence_measure_plain);
      guint n_labels = 0;
      for (guint k = 0; k < axis.n_major; k++)
        n_labels += axis.major[k].label != NULL;
      g_assert_cmpuint (n_labels, >=, 2);
      if (axis.major[0].x < -60)
        g_assert_cmpfloat (axis.major[0].label_x, <, 10);
      whence_axis_clear (&axis);
      view = whence_time_view_pan (view, 1);
    }
}

/* Zooming about a point leaves that point where it is, out and in again, at every scale. */
static void
test_zoom (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  for (guint i = 0; i < 2000; i++)
    {
      WhenceTimeView view = { .origin = g_rand_int_range (random, -2000000000, 2000000000),
                              .seconds_per_px = pow (10, g_rand_double_range (random, -1.5, 9)) };
      double x = g_rand_double_range (random, 0, 1000);
      double factor = g_rand_double_range (random, 0.2, 5);
      WhenceTimeView zoomed = whence_time_view_zoom (view, x, factor);
      gint64 before = whence_time_view_to_instant (view, x), after = whence_time_view_to_instant (zoomed, x);
      g_assert_cmpint (ABS (before - after), <=, 1);
    }
}

static void
test_ends_of_time (void)
{
  WhenceTimeView view = { .origin = G_MININT64, .seconds_per_px = 1e15 };
  g_assert_cmpfloat (whence_time_view_to_x (view, G_MAXINT64), >, 18446);
  g_assert_cmpint (whence_time_view_to_instant (view, 1e300), ==, G_MAXINT64);
  g_assert_cmpint (whence_time_view_to_instant (view, -1e300), ==, G_MININT64);
  view = whence_time_view_pan (view, -100);
  g_assert_cmpint (view.origin, ==, G_MININT64);
  view = whence_time_view_zoom (view, 0, 1e30);
  g_assert_cmpfloat (view.seconds_per_px, <, 5e16);
  view = whence_time_view_zoom (view, 0, 1e-300);
  g_assert_cmpfloat (view.seconds_per_px, ==, 0.02);
}

static void
test_frame (void)
{
  gint64 from = whence_instant_from_civil ((WhenceCivil){ 2016, 1, 1, 0, 0, 0 });
  gint64 to = whence_instant_from_civil ((WhenceCivil){ 2026, 1, 1, 0, 0, 0 });
  WhenceTimeView view = whence_timeline_frame (from, to, 1200);
  g_assert_cmpfloat_with_epsilon (whence_time_view_to_x (view, from), 100, 0.01);
  g_assert_cmpfloat_with_epsilon (whence_time_view_to_x (view, to), 1100, 0.01);
  view = whence_timeline_frame (from, from, 1200);
  g_assert_cmpfloat_with_epsilon (whence_time_view_to_x (view, from), 600, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/time-axis/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/time-axis/no-overlap", test_no_overlap);
  g_test_add_func ("/time-axis/sticky", test_sticky);
  g_test_add_func ("/time-view/zoom", test_zoom);
  g_test_add_func ("/time-view/ends-of-time", test_ends_of_time);
  g_test_add_func ("/time-view/frame", test_frame);
  return g_test_run ();
}
