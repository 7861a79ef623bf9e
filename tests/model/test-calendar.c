/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar of instants: known ones, and seeded random ones there and back and against GLib. */
#include "model/date.h"

#define SECONDS_PER_DAY 86400

static void
test_known (void)
{
  const struct
  {
    WhenceCivil civil;
    gint64 instant;
  } cases[] = {
    { { 1970, 1, 1, 0, 0, 0 }, 0 },
    { { 1969, 12, 31, 23, 59, 59 }, -1 },
    { { 2000, 3, 1, 0, 0, 0 }, 951868800 },
    { { 2024, 2, 29, 12, 0, 0 }, 1709208000 },
    { { 0, 1, 1, 0, 0, 0 }, G_GINT64_CONSTANT (-62167219200) },
    { { -43, 3, 15, 0, 0, 0 }, G_GINT64_CONSTANT (-63517824000) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceCivil civil = whence_instant_to_civil (cases[i].instant);

      g_assert_cmpint (whence_instant_from_civil (cases[i].civil), ==, cases[i].instant);
      g_assert_cmpint (civil.year, ==, cases[i].civil.year);
      g_assert_cmpint (civil.month, ==, cases[i].civil.month);
      g_assert_cmpint (civil.day, ==, cases[i].civil.day);
      g_assert_cmpint (civil.hour, ==, cases[i].civil.hour);
      g_assert_cmpint (civil.second, ==, cases[i].civil.second);
    }
}

static gint64
random_instant (void)
{
  guint64 bits = (guint64) g_random_int () << 32 | g_random_int ();

  return (gint64) bits >> g_test_rand_int_range (0, 60);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      gint64 instant = random_instant ();
      WhenceCivil civil = whence_instant_to_civil (instant);

      g_assert_cmpint (whence_instant_from_civil (civil), ==, instant);
      g_assert_cmpint (civil.month, >=, 1);
      g_assert_cmpint (civil.month, <=, 12);
      g_assert_cmpint (civil.day, >=, 1);
      g_assert_cmpint (civil.day, <=, 31);
      g_assert_cmpint (civil.hour, <, 24);
    }
}

/* GLib knows the years 1 to 9999. */
static void
test_against_glib (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint32 julian = (guint32) g_test_rand_int_range (1, 3652059);
      GDate date;
      WhenceCivil civil = whence_instant_to_civil (((gint64) julian - 719163) * SECONDS_PER_DAY);

      g_date_clear (&date, 1);
      g_date_set_julian (&date, julian);
      g_assert_cmpint (civil.year, ==, g_date_get_year (&date));
      g_assert_cmpint (civil.month, ==, g_date_get_month (&date));
      g_assert_cmpint (civil.day, ==, g_date_get_day (&date));
    }
}

static void
test_saturates (void)
{
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ .year = G_MAXINT64, .month = 1, .day = 1 }), ==,
                   G_MAXINT64);
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ .year = G_MININT64, .month = 1, .day = 1 }), ==,
                   G_MININT64);
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ 2016, G_MAXINT, 1 }), >, 0);
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ 2016, G_MININT, G_MININT }), <, 0);
}

static void
test_carries (void)
{
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ 2016, 13, 1 }), ==,
                   whence_instant_from_civil ((WhenceCivil){ 2017, 1, 1 }));
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ 2016, 0, 31 }), ==,
                   whence_instant_from_civil ((WhenceCivil){ 2015, 12, 31 }));
  g_assert_cmpint (whence_instant_from_civil ((WhenceCivil){ 2016, 2, 30 }), ==,
                   whence_instant_from_civil ((WhenceCivil){ 2016, 3, 1 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/known", test_known);
  g_test_add_func ("/calendar/round-trip", test_round_trip);
  g_test_add_func ("/calendar/against-glib", test_against_glib);
  g_test_add_func ("/calendar/saturates", test_saturates);
  g_test_add_func ("/calendar/carries", test_carries);
  return g_test_run ();
}
