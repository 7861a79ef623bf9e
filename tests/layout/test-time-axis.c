/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis: which ticks stand where at each scale, as a table; and for thousands of views, in two languages
 * and with narrow and wide letters, that labels neither overlap nor leave the view, that neighbours have
 * different names, and that the larger unit is told. */
#include "layout/time-axis.h"

#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <time.h>

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
  { "seconds", { 2025, 6, 13, 14, 5, 0 }, 10, "14:05:00|14:05:01|14:05:02|…", "Fri 13 June 2025" },
  { "half minutes",
    { 2025, 6, 13, 14, 5, 0 },
    5 * MINUTE,
    "14:05:00|14:05:30|14:06:00|…",
    "Fri 13 June 2025" },
  { "minutes", { 2025, 6, 13, 14, 5, 0 }, 10 * MINUTE, "14:05|14:06|14:07|…", "Fri 13 June 2025" },
  { "quarters of an hour", { 2025, 6, 13, 14, 0, 0 }, 3 * HOUR, "14:00|14:15|14:30|…", "Fri 13 June 2025" },
  { "hours over midnight",
    { 2025, 6, 13, 20, 0, 0 },
    10 * HOUR,
    "20:00|21:00|22:00|23:00|00:00|…",
    "Fri 13 June 2025|Sat 14 June 2025" },
  { "days over a leap day",
    { 2024, 2, 24, 0, 0, 0 },
    10 * DAY,
    "Sat 24|Sun 25|Mon 26|Tue 27|Wed 28|Thu 29|Fri 1|Sat 2|Sun 3|Mon 4",
    "February 2024|March 2024" },
  { "every fifth day",
    { 2025, 1, 1, 0, 0, 0 },
    58.9 * DAY,
    "1|6|11|16|21|26|1|6|11|16|21|26",
    "January 2025|February 2025" },
  { "whole months",
    { 2024, 1, 1, 0, 0, 0 },
    0.74 * YEAR,
    "January|February|March|April|May|June|July|August|September",
    "2024" },
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
    "10–1 BCE|1–9 CE" },
  { "decades", { 1900, 1, 1, 0, 0, 0 }, 125 * YEAR, "1900|1910|1920|…", "1900–1999|2000–2099" },
  { "no year 0",
    { -29, 1, 1, 0, 0, 0 },
    50 * YEAR,
    "30 BCE|25 BCE|20 BCE|15 BCE|10 BCE|5 BCE|1 CE|5 CE|10 CE|…",
    "100–1 BCE|1–99 CE" },
  { "centuries",
    { -499, 1, 1, 0, 0, 0 },
    1400 * YEAR,
    "400 BCE|200 BCE|1 CE|200|400|600|800",
    "1000–1 BCE|1–999 CE" },
  { "five digits",
    { 9995, 1, 1, 0, 0, 0 },
    9.9 * YEAR,
    "9995|9996|9997|9998|9999|10,000|10,001|…",
    "9990s|10,000–10,009" },
  { "thousands of years about the turn of the eras",
    { -3999, 1, 1, 0, 0, 0 },
    8e3 * YEAR,
    "4000|3000|2000|1000|1|1000|2000|3000",
    "Years BCE|Years CE" },
  { "ten thousands of years",
    { -99999, 1, 1, 0, 0, 0 },
    120e3 * YEAR,
    "100,000|90,000|80,000|70,000|60,000|50,000|40,000|30,000|20,000|10,000|1|10,000",
    "Years BCE|…" },
  { "hundred thousands of years",
    { -699999, 1, 1, 0, 0, 0 },
    750e3 * YEAR,
    "700,000|600,000|500,000|400,000|300,000|200,000|100,000|1",
    "Years ago" },
  { "up to millions of years",
    { -1399999, 1, 1, 0, 0, 0 },
    900e3 * YEAR,
    "1.4|1.3|1.2|1.1|1.0|0.9|0.8|0.7|0.6",
    "Million years ago" },
  { "millions of years", { -65999999, 1, 1, 0, 0, 0 }, 50e6 * YEAR, "65|60|55|50|…", "Million years ago" },
  { "hundreds of millions of years",
    { -539999999, 1, 1, 0, 0, 0 },
    550e6 * YEAR,
    "500|450|400|350|300|250|200|150|100|50",
    "Million years ago" },
  { "billions of years",
    { -13799999999, 1, 1, 0, 0, 0 },
    12.9e9 * YEAR,
    "13|12|11|10|9|8|7|6|5|4|3|2",
    "Billion years ago" },
  { "parts of billions of years",
    { -13799999999, 1, 1, 0, 0, 0 },
    0.9e9 * YEAR,
    "13.8|13.7|13.6|13.5|13.4|13.3|13.2|13.1|13.0",
    "Billion years ago" },
  { "billions of years to come",
    { 4000000000, 1, 1, 0, 0, 0 },
    4.9e9 * YEAR,
    "4.0|4.5|5.0|5.5|6.0|6.5|7.0|7.5|8.0|8.5",
    "Billion years from now" },
  /* Nothing is rounded away, however deep it lies. */
  { "a day before man",
    { -65999999, 3, 31, 0, 0, 0 },
    2 * DAY,
    "00:00|06:00|12:00|18:00|00:00|06:00|12:00|18:00",
    "Sat 31 March 66,000,000 BCE|Sun 1 April 66,000,000 BCE" },
  { "months before man",
    { -65999999, 1, 1, 0, 0, 0 },
    1.9 * YEAR,
    "Jan|Apr|Jul|Oct|Jan|…",
    "66,000,000 BCE|65,999,999 BCE" },
  { "years before man",
    { -65999999, 1, 1, 0, 0, 0 },
    6.9 * YEAR,
    "66,000,000 BCE|65,999,999 BCE|…",
    "66,000,000–65,999,991 BCE" },
  { "all of time",
    { -292277022657, 1, 27, 8, 29, 52 },
    584.5e9 * YEAR,
    "250|200|150|100|50|0|50|100|150|200|250",
    "Billion years ago|Billion years from now" },
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
  const char *before = "";
  double taken = left;
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (isfinite (ticks[i].x));
      if (i > 0)
        g_assert_cmpfloat (ticks[i].x, >, ticks[i - 1].x);
      if (ticks[i].label == NULL)
        continue;
      g_assert_cmpstr (ticks[i].label, !=, before);
      g_assert_cmpfloat (ticks[i].label_x, >=, taken);
      g_assert_cmpfloat (ticks[i].label_x, >=, ticks[i].x);
      taken = ticks[i].label_x + ticks[i].label_width;
      before = ticks[i].label;
      g_assert_cmpfloat (taken, <=, right);
      if (i + 1 < n)
        g_assert_cmpfloat (taken, <=, ticks[i + 1].x);
    }
}

static guint
count_labels (const WhenceAxisTick *ticks, guint n)
{
  guint n_labels = 0;
  for (guint i = 0; i < n; i++)
    n_labels += ticks[i].label != NULL;
  return n_labels;
}

/* As if letters were narrower or wider. */
static double
measure_by (const char *text, gsize length, WhenceFont font, gpointer factor)
{
  return *(const double *) factor * whence_measure_plain.func (text, length, font, NULL);
}

static void
assert_view (WhenceTimeView view, double left, double right, double letters)
{
  WhenceMeasure measure = { measure_by, &letters };
  WhenceAxis axis;
  whence_axis_init (&axis, view, left, right, &measure);
  assert_level (axis.minor, axis.n_minor, left, right);
  assert_level (axis.major, axis.n_major, left, right);
  g_assert_cmpuint (axis.n_minor, <=, (guint) (right / 20) + 2);
  /* The larger unit is always told, and enough of the smaller to read the scale; time may end in the view. */
  double seen = MIN (right, whence_time_view_to_x (view, G_MAXINT64)) - left;
  if (seen >= 480)
    {
      g_assert_cmpuint (count_labels (axis.major, axis.n_major), >=, 1);
      g_assert_cmpuint (count_labels (axis.minor, axis.n_minor), >=, 1);
    }
  if (seen >= 1000)
    g_assert_cmpuint (count_labels (axis.minor, axis.n_minor), >=, 2);
  whence_axis_clear (&axis);
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

static double
random_letters (GRand *random)
{
  return g_rand_double_range (random, 0.7, 1.5);
}

static void
check_random_views (guint n_views, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  for (guint i = 0; i < n_views; i++)
    {
      double left = g_rand_boolean (random) ? 0 : 120, right = g_rand_double_range (random, 300, 2000);
      assert_view (random_view (random), left, right, random_letters (random));
    }
}

static void
test_no_overlap (void)
{
  check_random_views (N_VIEWS, 7);
}

/* From the deepest zoom to all of time, about the instants where calendars are hard. */
static void
check_whole_zoom (double factor)
{
  static const WhenceCivil places[] = {
    { 1, 1, 1, 0, 0, 0 },
    { 0, 12, 31, 23, 59, 59 },
    { 2024, 2, 29, 12, 0, 0 },
    { 1900, 2, 28, 23, 59, 0 },
    { 9999, 12, 31, 23, 59, 59 },
    { 10000, 1, 1, 0, 0, 0 },
    { -9999, 1, 1, 0, 0, 0 },
    { 1970, 1, 1, 0, 0, 0 },
    { -65999999, 6, 1, 0, 0, 0 },
    { -299999, 1, 1, 0, 0, 0 },
    { -13799999999, 1, 1, 0, 0, 0 },
    { 5000000000, 1, 1, 0, 0, 0 },
    { 292277026596, 12, 4, 0, 0, 0 },
    { -292277022657, 1, 28, 0, 0, 0 },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (23);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (double scale = 0.02; scale < 5e16; scale *= factor)
      {
        double width = g_rand_double_range (random, 300, 1920);
        WhenceTimeView view = { whence_instant_from_civil (places[i]), scale };
        view = whence_time_view_pan (view, -g_rand_double_range (random, 0, width));
        assert_view (view, 0, width, random_letters (random));
      }
}

static void
test_whole_zoom (void)
{
  check_whole_zoom (N_VIEWS > 10000 ? 1.07 : 1.5);
}

/* In another language, whose words are longer. */
static void
test_german (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("WHENCE_BUILD_ROOT"), "po", NULL);
  WhenceTimeView view = { whence_instant_from_civil ((WhenceCivil){ -13799999999, 1, 1, 0, 0, 0 }), 1e14 };
  WhenceAxis axis;
  g_setenv ("LANGUAGE", "de", TRUE);
  /* The same as C.UTF-8, in which newer C libraries translate nothing. */
  setlocale (LC_ALL, "C_C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  whence_axis_init (&axis, view, 0, 300, &whence_measure_plain);
  g_assert_cmpstr (axis.major[0].label, ==, "Milliarden Jahre vor heute");
  g_assert_cmpstr (axis.minor[0].label, ==, "13,8");
  whence_axis_clear (&axis);
  check_random_views (N_VIEWS / 4, 8);
  check_whole_zoom (1.5);
  g_setenv ("LANGUAGE", "C", TRUE);
  setlocale (LC_ALL, "C");
}

/* Labels are the same wherever the clock stands. */
static void
test_time_zones (void)
{
  static const char *const zones[] = { "UTC", "Pacific/Auckland", "America/St_Johns", "Asia/Kolkata",
                                       "XYZ-26" };
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *expected = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GString) all = g_string_new (NULL);
      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      for (double scale = 0.02; scale < 5e16; scale *= 3)
        {
          WhenceTimeView view = { whence_instant_from_civil ((WhenceCivil){ 2025, 3, 30, 1, 30, 0 }), scale };
          WhenceAxis axis;
          whence_axis_init (&axis, view, 0, 640, &whence_measure_plain);
          g_autofree char *minor = join_labels (axis.minor, axis.n_minor);
          g_autofree char *major = join_labels (axis.major, axis.n_major);
          g_string_append_printf (all, "%s\n%s\n", major, minor);
          whence_axis_clear (&axis);
        }
      if (expected != NULL)
        g_assert_cmpstr (all->str, ==, expected);
      else
        expected = g_strdup (all->str);
    }
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();
}

/* While the view moves, the label of the larger unit stays at the edge until the next one pushes it out, and
 * it grows shorter before that. */
static void
test_sticky (void)
{
  WhenceTimeView view = { .origin = whence_instant_from_civil ((WhenceCivil){ 2025, 6, 13, 0, 0, 0 }) };
  view.seconds_per_px = DAY / 400;
  gboolean seen_short = FALSE;
  for (guint i = 0; i < 1200; i++)
    {
      WhenceAxis axis;
      whence_axis_init (&axis, view, 0, 640, &whence_measure_plain);
      g_assert_cmpuint (axis.n_major, >=, 2);
      double room = axis.major[1].x;
      if (axis.major[0].x < 0 && axis.major[0].label != NULL)
        {
          g_assert_cmpfloat (axis.major[0].label_x, <, 10);
          seen_short |= strlen (axis.major[0].label) < strlen ("13 Jun 2025");
        }
      else if (axis.major[0].x < 0)
        g_assert_cmpfloat (room, <, 60);
      whence_axis_clear (&axis);
      view = whence_time_view_pan (view, 1);
    }
  g_assert_true (seen_short);
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
  g_test_add_func ("/time-axis/whole-zoom", test_whole_zoom);
  g_test_add_func ("/time-axis/german", test_german);
  g_test_add_func ("/time-axis/time-zones", test_time_zones);
  g_test_add_func ("/time-axis/sticky", test_sticky);
  g_test_add_func ("/time-view/zoom", test_zoom);
  g_test_add_func ("/time-view/ends-of-time", test_ends_of_time);
  g_test_add_func ("/time-view/frame", test_frame);
  return g_test_run ();
}
