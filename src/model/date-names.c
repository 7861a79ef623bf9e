/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of days, months and seasons in the language of the message catalogue. Tables of words and patterns
 * that put them together; a pattern can be reordered by its translation. Constant time. */
#include "model/date-names.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"

#define LOOK_UP(context, word) g_dpgettext2 (GETTEXT_PACKAGE, (context), (word))

/* Some languages decline the name of a month that has a day before it, or a word such as "since", so there
 * are two sets of full names. */
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

static char *
add_year (const char *month, gint64 year, WhenceDateText style)
{
  g_autofree char *year_text = whence_exact_year_name (year);

  if (style == WHENCE_DATE_TEXT_SHORT)
    /* Translators: abbreviated month and year, as in "Jun 2025". */
    return g_strdup_printf (C_ ("short month and year", "%1$s %2$s"), month, year_text);
  /* Translators: month and year, as in "June 2025". */
  return g_strdup_printf (C_ ("month and year", "%1$s %2$s"), month, year_text);
}

char *
whence_month_name (gint64 year, int month, WhenceDateText style)
{
  return add_year (name_month (month, style), year, style);
}

char *
whence_month_name_after_word (gint64 year, int month, WhenceDateText style)
{
  return add_year (name_month_with_day (month, style), year, style);
}

char *
whence_day_name_without_year (int month, int day, WhenceDateText style)
{
  if (day == 0)
    return g_strdup (name_month (month, style));
  if (style == WHENCE_DATE_TEXT_SHORT)
    /* Translators: day and abbreviated month, as in "25 Dec". */
    return g_strdup_printf (C_ ("short day and month", "%1$d %2$s"), day, name_month_with_day (month, style));
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

static const char *
name_true_season (guint number)
{
  static const char *const names[] = { NC_ ("season", "spring"), NC_ ("season", "summer"),
                                       NC_ ("season", "autumn"), NC_ ("season", "winter") };

  return LOOK_UP ("season", names[number % 4]);
}

static const char *
name_quarter (guint number)
{
  static const char *const names[] = { NC_ ("part of a year", "first quarter"),
                                       NC_ ("part of a year", "second quarter"),
                                       NC_ ("part of a year", "third quarter"),
                                       NC_ ("part of a year", "fourth quarter") };

  return LOOK_UP ("part of a year", names[number]);
}

static const char *
name_half (guint number)
{
  static const char *const names[] = { NC_ ("part of a year", "first half"),
                                       NC_ ("part of a year", "second half") };

  return LOOK_UP ("part of a year", names[number]);
}

static char *
name_true_season_of_year (guint season, const char *year, WhenceDateText style)
{
  const char *name = name_true_season (season - FIRST_SEASON);

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
name_part_of_year (const char *part, const char *year)
{
  /* Translators: a part of a year, then the year, as in "first quarter of 2001". */
  return g_strdup_printf (C_ ("part of a year", "%1$s of %2$s"), part, year);
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
  gboolean is_short = style == WHENCE_DATE_TEXT_SHORT;

  if (season >= FIRST_SEMESTRAL && is_short)
    /* Translators: a half of a year, as in "H1 2001". */
    return whence_text_compose (C_ ("half of a year", "H%1$'u %2$s"), season - FIRST_SEMESTRAL + 1, year);
  if (season >= FIRST_SEMESTRAL)
    return name_part_of_year (name_half (season - FIRST_SEMESTRAL), year);
  if (season >= FIRST_QUADRIMESTER)
    return name_four_months (season - FIRST_QUADRIMESTER, year, style);
  if (season >= FIRST_QUARTER && is_short)
    /* Translators: a quarter of a year, as in "Q1 2001". */
    return whence_text_compose (C_ ("quarter", "Q%1$'u %2$s"), season - FIRST_QUARTER + 1, year);
  if (season >= FIRST_QUARTER)
    return name_part_of_year (name_quarter (season - FIRST_QUARTER), year);
  return name_true_season_of_year (season, year, style);
}

char *
whence_season_name_without_year (guint season, WhenceDateText style)
{
  int first = 1 + 4 * ((int) season - FIRST_QUADRIMESTER);

  if (season >= FIRST_SEMESTRAL)
    return g_strdup (name_half (season - FIRST_SEMESTRAL));
  if (season >= FIRST_QUADRIMESTER)
    return g_strdup_printf (C_ ("interval", "%1$s – %2$s"), name_month (first, style),
                            name_month (first + 3, style));
  return g_strdup (season >= FIRST_QUARTER ? name_quarter (season - FIRST_QUARTER)
                                           : name_true_season (season - FIRST_SEASON));
}
