/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an EDTF string means: its readings, from the first to the last, and the stretch of instants from where
 * the first begins to where the last ends. Masked digits are tried in ascending order, leap and common years
 * once each, so that the cost is bounded by the 10,000 years that four places can name. */
#include "model/calendar.h"
#include "model/edtf.h"

#include <glib/gi18n-lib.h>

#define MONTHS_PER_YEAR 12

/* Seasons by meteorological months, each in the year in which it begins: winter 2001 of the north ends in
 * February 2002. EDTF's seasons without a hemisphere (21 to 24) stand for the northern months. */
typedef struct
{
  guint8 first_month;
  guint8 n_months;
} Season;

static const Season seasons[] = {
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 21 to 24: spring, summer, autumn, winter */
  { 3, 3 }, { 6, 3 },  { 9, 3 }, { 12, 3 }, /* 25 to 28: northern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },  /* 29 to 32: southern */
  { 1, 3 }, { 4, 3 },  { 7, 3 }, { 10, 3 }, /* 33 to 36: quarters */
  { 1, 4 }, { 5, 4 },  { 9, 4 },            /* 37 to 39: quadrimesters */
  { 1, 6 }, { 7, 6 },                       /* 40 and 41: semestrals */
};

/* One way to fill in the masked digits. */
typedef struct
{
  gint64 year;
  int month, day; /* 0 when absent */
} Reading;

typedef enum
{
  FIRST,
  LAST,
} Which;

static gboolean
matches (const char places[2], int number)
{
  return (places[0] == 'X' || places[0] - '0' == number / 10)
         && (places[1] == 'X' || places[1] - '0' == number % 10);
}

/* The first or last number from 1 to @max that fits @places, or 0. */
static int
match_number (const char places[2], int max, Which which)
{
  for (int i = 0; i < max; i++)
    {
      int number = which == FIRST ? 1 + i : max - i;
      if (matches (places, number))
        return number;
    }
  return 0;
}

/* Fills in month and day within the year of @reading. */
static gboolean
match_in_year (const WhenceEdtfDate *date, Which which, Reading *reading)
{
  for (int i = 0; i < MONTHS_PER_YEAR; i++)
    {
      int month = which == FIRST ? 1 + i : MONTHS_PER_YEAR - i;
      if (!matches (date->month, month))
        continue;
      reading->month = month;
      if (date->day[0] == '\0')
        return TRUE;
      reading->day = match_number (date->day, whence_calendar_days_in_month (reading->year, month), which);
      if (reading->day != 0)
        return TRUE;
    }
  return FALSE;
}

static int
count_masked (const char *places, guint n)
{
  int count = 0;

  for (guint i = 0; i < n; i++)
    count += places[i] == 'X';
  return count;
}

/* The masked digits of the year replaced by those of @fill. */
static gint64
fill_year (const WhenceEdtfDate *date, int fill)
{
  gint64 magnitude = 0;
  int scale = 1;

  for (int i = 3; i >= 0; i--, scale *= 10)
    if (date->year[i] != 'X')
      magnitude += (date->year[i] - '0') * scale;
    else
      {
        magnitude += fill % 10 * scale;
        fill /= 10;
      }
  return date->negative ? -magnitude : magnitude;
}

static gboolean
match_date (const WhenceEdtfDate *date, Which which, Reading *reading)
{
  gboolean tried[2] = { FALSE, FALSE };
  gboolean ascending = (which == FIRST) != date->negative;
  int n_years = 1;

  for (int i = count_masked (date->year, 4); i > 0; i--)
    n_years *= 10;
  for (int i = 0; i < n_years; i++)
    {
      gboolean is_leap;

      *reading = (Reading){ .year = fill_year (date, ascending ? i : n_years - 1 - i) };
      is_leap = whence_calendar_days_in_month (reading->year, 2) == 29;
      if (date->month[0] == '\0')
        return TRUE;
      if (tried[is_leap])
        continue;
      if (match_in_year (date, which, reading))
        return TRUE;
      tried[is_leap] = TRUE;
    }
  return FALSE;
}

/* --- Bounds ------------------------------------------------------------------------------------------ */

static WhenceWide
begin_of (gint64 year, int month, int day)
{
  return whence_calendar_wide ((WhenceCivil){ .year = year, .month = month, .day = day });
}

static WhenceWide
begin_of_reading (const Reading *reading)
{
  return begin_of (reading->year, MAX (reading->month, 1), MAX (reading->day, 1));
}

static WhenceWide
end_of_reading (const Reading *reading)
{
  if (reading->day != 0)
    return begin_of (reading->year, reading->month, reading->day + 1);
  if (reading->month != 0)
    return begin_of (reading->year, reading->month + 1, 1);
  return begin_of (reading->year + 1, 1, 1);
}

static WhencePrecision
precision_of_places (guint n_places)
{
  static const guint8 by_places[] = { WHENCE_PRECISION_YEAR,           WHENCE_PRECISION_DECADE,
                                      WHENCE_PRECISION_CENTURY,        WHENCE_PRECISION_THOUSAND_YEARS,
                                      WHENCE_PRECISION_THOUSAND_YEARS, WHENCE_PRECISION_THOUSAND_YEARS,
                                      WHENCE_PRECISION_MILLION_YEARS,  WHENCE_PRECISION_MILLION_YEARS,
                                      WHENCE_PRECISION_MILLION_YEARS,  WHENCE_PRECISION_BILLION_YEARS };

  return by_places[MIN (n_places, G_N_ELEMENTS (by_places) - 1)];
}

static WhencePrecision
precision_of_date (const WhenceEdtfDate *date)
{
  for (guint i = 0; i < 4; i++)
    if (date->year[i] == 'X')
      return precision_of_places (4 - i);
  if (date->season != 0)
    return WHENCE_PRECISION_SEASON;
  if (date->month[0] == '\0' || count_masked (date->month, 2) > 0)
    return WHENCE_PRECISION_YEAR;
  if (date->day[0] == '\0' || count_masked (date->day, 2) > 0)
    return WHENCE_PRECISION_MONTH;
  if (!date->has_time)
    return WHENCE_PRECISION_DAY;
  return date->has_seconds ? WHENCE_PRECISION_SECOND : WHENCE_PRECISION_MINUTE;
}

/* Years that are a number: after "Y", or with significant digits. "1950S2" has the readings 1900 to 1999. */
static WhencePrecision
resolve_number (const WhenceEdtfDate *date, Reading *first, Reading *last)
{
  gint64 unit = 1;
  guint n_digits = 0, n_vague = 0;
  gint64 low, high;

  for (gint64 rest = date->magnitude; rest > 0; rest /= 10)
    n_digits++;
  if (date->significant > 0 && date->significant < n_digits)
    n_vague = n_digits - date->significant;
  for (guint i = 0; i < n_vague; i++)
    unit *= 10;
  low = date->magnitude - date->magnitude % unit;
  high = low + unit - 1;
  *first = (Reading){ .year = date->negative ? -high : low };
  *last = (Reading){ .year = date->negative ? -low : high };
  return precision_of_places (date->significant > 0 ? n_vague : date->exponent);
}

static gboolean
resolve_readings (const WhenceEdtfDate *date, WhencePrecision *precision, Reading *first, Reading *last)
{
  if (date->n_written == 0 || date->significant > 0)
    {
      *precision = resolve_number (date, first, last);
      return TRUE;
    }
  *precision = precision_of_date (date);
  return match_date (date, FIRST, first) && match_date (date, LAST, last);
}

/* Narrows the stretch of a day to the time of day in it, and converts to UTC where an offset is written. */
static void
resolve_time (const WhenceEdtfDate *date, WhenceWide *begin, WhenceWide *end)
{
  *begin += date->hour * 3600 + date->minute * 60 + date->second - date->offset * 60;
  *end = *begin + (date->has_seconds ? 1 : 60);
}

/* From the begin of the first reading to the end of the last, and where the last begins. */
typedef struct
{
  WhenceWide begin, end, last_begin;
} Stretch;

static Stretch
stretch_of (const WhenceEdtfDate *date, const Reading *first, const Reading *last)
{
  Stretch stretch = { begin_of_reading (first), end_of_reading (last), begin_of_reading (last) };

  if (date->season != 0)
    {
      const Season *season = &seasons[date->season - 21];
      stretch.begin = begin_of (first->year, season->first_month, 1);
      stretch.end = begin_of (last->year, season->first_month + season->n_months, 1);
      stretch.last_begin = begin_of (last->year, season->first_month, 1);
    }
  if (date->has_time)
    resolve_time (date, &stretch.begin, &stretch.end);
  if (date->has_time || (date->n_written > 0 && date->n_written < 4))
    stretch.last_begin = stretch.begin;
  return stretch;
}

gboolean
whence_edtf_resolve (const WhenceEdtfDate *date, WhenceBound *bound, gint64 *last_begin, GError **error)
{
  WhencePrecision precision;
  Reading first, last;
  Stretch stretch;

  if (!resolve_readings (date, &precision, &first, &last))
    {
      g_set_error_literal (error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_IMPOSSIBLE,
                           _ ("There is no such day in the calendar"));
      return FALSE;
    }
  stretch = stretch_of (date, &first, &last);
  if (stretch.begin <= G_MININT64 || stretch.end >= G_MAXINT64)
    {
      g_set_error_literal (error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_RANGE,
                           _ ("The year is beyond ±292 billion"));
      return FALSE;
    }
  *bound = (WhenceBound){ .earliest = (gint64) stretch.begin,
                          .latest = (gint64) stretch.end,
                          .precision = (guint8) precision,
                          .qualifiers = date->qualifiers,
                          .kind = WHENCE_BOUND_GIVEN };
  *last_begin = (gint64) stretch.last_begin;
  return TRUE;
}
