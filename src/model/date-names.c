/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of days, months, seasons, decades, centuries and years in the language of the message catalogue.
 * Tables of words and patterns that put them together; a pattern can be reordered by its translation.
 * Constant time. */
#include "model/date-names.h"

#include "model/decimal.h"

#include <glib/gi18n-lib.h>

#define MILLION G_GINT64_CONSTANT (1000000)
#define BILLION G_GINT64_CONSTANT (1000000000)

/* More than any instant names, and less than a decimal keeps. */
#define YEAR_MAX (1000000 * BILLION)

#define LOOK_UP(context, word) g_dpgettext2 (GETTEXT_PACKAGE, (context), (word))

/* Some languages decline the name of a month that has a day before it, so there are two sets of full names.
 */
static const char *const months_alone[] = {
  NC_ ("month", "January"),   NC_ ("month", "February"), NC_ ("month", "March"),    NC_ ("month", "April"),
  NC_ ("month", "May"),       NC_ ("month", "June"),     NC_ ("month", "July"),     NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"),  NC_ ("month", "November"), NC_ ("month", "December"),
};

static const char *const months_with_day[] = {
  NC_ ("month with day", "January"), NC_ ("month with day", "February"), NC_ ("month with day", "March"),
  NC_ ("month with day", "April"),   NC_ ("month with day", "May"),      NC_ ("month with day", "June"),
  NC_ ("month with day", "July"),    NC_ ("month with day", "August"),   NC_ ("month with day", "September"),
  NC_ ("month with day", "October"), NC_ ("month with day", "November"), NC_ ("month with day", "December"),
};

static const char *const months_short[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *
name_month (int month, WhenceDateText style)
{
  return style == WHENCE_DATE_TEXT_SHORT ? LOOK_UP ("short month", months_short[month - 1])
                                         : LOOK_UP ("month", months_alone[month - 1]);
}

static const char *
name_month_with_day (int month, WhenceDateText style)
{
  return style == WHENCE_DATE_TEXT_SHORT ? LOOK_UP ("short month", months_short[month - 1])
                                         : LOOK_UP ("month with day", months_with_day[month - 1]);
}

char *
whence_day_name (gint64 year, int month, int day, WhenceDateText style)
{
  g_autofree char *year_text = whence_exact_year_name (year);
  const char *name = name_month_with_day (month, style);

  if (style == WHENCE_DATE_TEXT_SHORT)
    /* Translators: day, abbreviated month, year, as in "13 Jun 2025". */
    return g_strdup_printf (C_ ("short date", "%1$d %2$s %3$s"), day, name, year_text);
  /* Translators: day, month, year, as in "13 June 2025". */
  return g_strdup_printf (C_ ("date", "%1$d %2$s %3$s"), day, name, year_text);
}

char *
whence_month_name (gint64 year, int month, WhenceDateText style)
{
  g_autofree char *year_text = whence_exact_year_name (year);

  /* Translators: month and year, as in "June 2025" or "Jun 2025". */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), name_month (month, style), year_text);
}

char *
whence_day_name_without_year (int month, int day, WhenceDateText style)
{
  if (day == 0)
    return g_strdup (name_month (month, style));
  /* Translators: day and month, as in "25 December". */
  return g_strdup_printf (C_ ("day and month", "%1$d %2$s"), day, name_month_with_day (month, style));
}

/* --- Seasons and other parts of a year --------------------------------------------------------------- */

#define FIRST_SEASON 21
#define FIRST_NORTHERN 25
#define FIRST_SOUTHERN 29
#define FIRST_QUARTER 33
#define FIRST_QUADRIMESTER 37
#define FIRST_SEMESTRAL 40

static char *
name_true_season (guint season, const char *year, WhenceDateText style)
{
  static const char *const names[] = { NC_ ("season", "spring"), NC_ ("season", "summer"),
                                       NC_ ("season", "autumn"), NC_ ("season", "winter") };
  const char *name = LOOK_UP ("season", names[(season - FIRST_SEASON) % 4]);

  if (style == WHENCE_DATE_TEXT_SHORT || season < FIRST_NORTHERN)
    /* Translators: season and year, as in "spring 2001". */
    return g_strdup_printf (C_ ("season and year", "%1$s %2$s"), name, year);
  if (season < FIRST_SOUTHERN)
    /* Translators: season and year, as in "spring 2001". */
    return g_strdup_printf (_ ("%1$s %2$s (northern hemisphere)"), name, year);
  /* Translators: season and year, as in "spring 2001". */
  return g_strdup_printf (_ ("%1$s %2$s (southern hemisphere)"), name, year);
}

static char *
name_quarter (guint number, const char *year, WhenceDateText style)
{
  static const char *const names[] = { NC_ ("part of a year", "first quarter"),
                                       NC_ ("part of a year", "second quarter"),
                                       NC_ ("part of a year", "third quarter"),
                                       NC_ ("part of a year", "fourth quarter") };

  if (style == WHENCE_DATE_TEXT_SHORT)
    /* Translators: a quarter of a year, as in "Q1 2001". */
    return g_strdup_printf (C_ ("quarter", "Q%1$u %2$s"), number + 1, year);
  /* Translators: a part of a year, then the year, as in "first quarter of 2001". */
  return g_strdup_printf (C_ ("part of a year", "%1$s of %2$s"), LOOK_UP ("part of a year", names[number]),
                          year);
}

static char *
name_half (guint number, const char *year, WhenceDateText style)
{
  static const char *const names[] = { NC_ ("part of a year", "first half"),
                                       NC_ ("part of a year", "second half") };

  if (style == WHENCE_DATE_TEXT_SHORT)
    /* Translators: a half of a year, as in "H1 2001". */
    return g_strdup_printf (C_ ("half of a year", "H%1$u %2$s"), number + 1, year);
  return g_strdup_printf (C_ ("part of a year", "%1$s of %2$s"), LOOK_UP ("part of a year", names[number]),
                          year);
}

static char *
name_four_months (guint number, const char *year, WhenceDateText style)
{
  int first = 1 + 4 * (int) number;

  /* Translators: first month, last month, year, as in "January–April 2001". */
  return g_strdup_printf (C_ ("months of a year", "%1$s–%2$s %3$s"), name_month (first, style),
                          name_month (first + 3, style), year);
}

char *
whence_season_name (guint season, const char *year, WhenceDateText style)
{
  if (season >= FIRST_SEMESTRAL)
    return name_half (season - FIRST_SEMESTRAL, year, style);
  if (season >= FIRST_QUADRIMESTER)
    return name_four_months (season - FIRST_QUADRIMESTER, year, style);
  if (season >= FIRST_QUARTER)
    return name_quarter (season - FIRST_QUARTER, year, style);
  return name_true_season (season, year, style);
}

/* --- Years ------------------------------------------------------------------------------------------- */

char *
whence_count_name (gint64 number)
{
  if (number < 10000)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return whence_decimal_to_text (whence_decimal_make (number, 0));
}

char *
whence_exact_year_name (gint64 year)
{
  g_autofree char *digits = NULL;

  year = CLAMP (year, -YEAR_MAX, YEAR_MAX);
  digits = whence_count_name (year > 0 ? year : 1 - year);
  if (year <= 0)
    /* Translators: a year before the common era, as in "44 BCE". */
    return g_strdup_printf (C_ ("year", "%s BCE"), digits);
  if (year < 100)
    /* Translators: a year of the common era that would be taken for something else without saying so. */
    return g_strdup_printf (C_ ("year", "%s CE"), digits);
  return g_steal_pointer (&digits);
}

/* Round years of deep time are told as people do, from today: with them, two thousand years more or less are
 * not what is meant. */
static char *
name_remote_year (gint64 year, int scale)
{
  g_autofree char *number = whence_decimal_to_text (whence_decimal_make (ABS (year), -scale));

  if (scale == 9)
    return year < 0 ? g_strdup_printf (_ ("%s billion years ago"), number)
                    : g_strdup_printf (_ ("%s billion years from now"), number);
  if (scale == 6)
    return year < 0 ? g_strdup_printf (_ ("%s million years ago"), number)
                    : g_strdup_printf (_ ("%s million years from now"), number);
  return year < 0 ? g_strdup_printf (_ ("%s years ago"), number)
                  : g_strdup_printf (_ ("%s years from now"), number);
}

char *
whence_year_to_text (gint64 year)
{
  static const struct
  {
    gint64 least, rounded_to;
    int scale;
  } remote[] = { { BILLION, BILLION / 10000, 9 },
                 { MILLION, MILLION / 100, 6 },
                 { MILLION / 10, MILLION / 100, 0 } };

  year = CLAMP (year, -YEAR_MAX, YEAR_MAX);
  for (guint i = 0; i < G_N_ELEMENTS (remote); i++)
    if (ABS (year) >= remote[i].least && year % remote[i].rounded_to == 0)
      return name_remote_year (year, remote[i].scale);
  return whence_exact_year_name (year);
}

char *
whence_years_name (gint64 first_year, gint64 last_year)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (last_year <= 0)
    {
      first = whence_count_name (1 - first_year);
      last = whence_count_name (1 - last_year);
      /* Translators: two years before the common era, as in "2020–2011 BCE". */
      return g_strdup_printf (C_ ("years", "%1$s–%2$s BCE"), first, last);
    }
  if (first_year > 0 && first_year < 100)
    {
      first = whence_count_name (first_year);
      last = whence_count_name (last_year);
      /* Translators: two years of the common era, as in "1–99 CE". */
      return g_strdup_printf (C_ ("years", "%1$s–%2$s CE"), first, last);
    }
  first = whence_exact_year_name (first_year);
  last = whence_exact_year_name (last_year);
  /* Translators: two years, as in "1667–1672". */
  return g_strdup_printf (C_ ("years", "%1$s–%2$s"), first, last);
}

char *
whence_decade_name (gint64 first_year)
{
  if (first_year < 100)
    return whence_years_name (first_year, first_year + 9);
  /* Translators: a decade, as in "2010s". */
  return g_strdup_printf (C_ ("decade", "%ds"), (int) first_year);
}

char *
whence_century_name (gint64 first_year)
{
  int number = (int) (first_year >= 0 ? first_year / 100 + 1 : (99 - first_year) / 100);
  int last_digit = number / 10 % 10 == 1 ? 0 : number % 10;

  if (first_year < 0)
    /* Translators: four forms of one text for the English numbers 1st, 2nd, 3rd and 4th. */
    return last_digit == 1   ? g_strdup_printf (_ ("%dst century BCE"), number)
           : last_digit == 2 ? g_strdup_printf (_ ("%dnd century BCE"), number)
           : last_digit == 3 ? g_strdup_printf (_ ("%drd century BCE"), number)
                             : g_strdup_printf (_ ("%dth century BCE"), number);
  /* Translators: four forms of one text for the English numbers 1st, 2nd, 3rd and 4th. */
  return last_digit == 1   ? g_strdup_printf (_ ("%dst century"), number)
         : last_digit == 2 ? g_strdup_printf (_ ("%dnd century"), number)
         : last_digit == 3 ? g_strdup_printf (_ ("%drd century"), number)
                           : g_strdup_printf (_ ("%dth century"), number);
}
