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

gboolean
whence_edtf_resolve (const WhenceEdtfDate *date, WhenceBound *bound, gint64 *last_begin, GError **error)
{
  WhencePrecision precision;
  Reading first, last;
  WhenceWide begin, end, begin_of_last;

  if (!resolve_readings (date, &precision, &first, &last))
    {
      g_set_error_literal (error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_IMPOSSIBLE,
                           _ ("There is no such day in the calendar"));
      return FALSE;
    }
  begin = begin_of_reading (&first);
  end = end_of_reading (&last);
  begin_of_last = begin_of_reading (&last);
  if (date->season != 0)
    {
      const Season *season = &seasons[date->season - 21];
      begin = begin_of (first.year, season->first_month, 1);
      end = begin_of (last.year, season->first_month + season->n_months, 1);
      begin_of_last = begin_of (last.year, season->first_month, 1);
    }
  if (date->n_written > 0 && date->n_written < 4)
    begin_of_last = begin;
  if (date->has_time)
    {
      resolve_time (date, &begin, &end);
      begin_of_last = begin;
    }
  if (begin <= G_MININT64 || end >= G_MAXINT64)
    {
      g_set_error_literal (error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_RANGE,
                           _ ("The year is beyond ±292 billion"));
      return FALSE;
    }
  *bound = (WhenceBound){ .earliest = (gint64) begin,
                          .latest = (gint64) end,
                          .precision = (guint8) precision,
                          .qualifiers = date->qualifiers,
                          .kind = WHENCE_BOUND_GIVEN };
  *last_begin = (gint64) begin_of_last;
  return TRUE;
}

/* --- Intervals and sets ------------------------------------------------------------------------------ */

static WhenceBound
bound_without_end (WhenceBoundKind kind)
{
  return (WhenceBound){ .earliest = WHENCE_INSTANT_BEFORE_ALL,
                        .latest = WHENCE_INSTANT_AFTER_ALL,
                        .precision = WHENCE_PRECISION_UNKNOWN,
                        .kind = (guint8) kind };
}

/* Seasons without a hemisphere in the order in which a year brings them, the southern summer by its January.
 */
static gboolean
seasons_are_in_order (guint from, guint to)
{
  static const guint8 north[] = { 0, 1, 2, 3 };
  static const guint8 south[] = { 3, 0, 1, 2 };

  return north[from - 21] <= north[to - 21] && south[from - 21] <= south[to - 21];
}

static gboolean
is_bare_season (const WhenceEdtfDate *date)
{
  return date->season >= 21 && date->season <= 24;
}

/* One rule decides the order: the first reading of the start begins no later than the last reading of the
 * end. 1984-11-12/1984-11-XX is in order, since XX may be 30; 2004-06-11/2004-06 is not, since June begins
 * before. */
static gboolean
check_order (const WhenceEdtfSpan *span, const WhenceBound *start, const WhenceBound *end, gint64 last_begin,
             GError **error)
{
  const WhenceEdtfDate *from = &span->from, *to = &span->to;

  if (start->kind != WHENCE_BOUND_GIVEN || end->kind != WHENCE_BOUND_GIVEN)
    return TRUE;
  if (start->earliest > last_begin)
    {
      g_set_error_literal (
        error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_ORDER,
        start->earliest < end->latest
          ? _ ("The end begins before the start; for a time within it, mask the digits that are "
               "not known, as in 2004-06-11/2004-06-XX")
          : _ ("The end lies before the start"));
      return FALSE;
    }
  if (is_bare_season (from) && is_bare_season (to) && memcmp (from->year, to->year, 4) == 0
      && from->negative == to->negative && !seasons_are_in_order (from->season, to->season))
    {
      g_set_error_literal (
        error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_ORDER,
        _ ("Which of the two seasons is first depends on the hemisphere; write 25 to 28 for the "
           "northern, 29 to 32 for the southern"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
resolve_span (const WhenceEdtfSpan *span, WhenceBound *start, WhenceBound *end, GError **error)
{
  gint64 last_begin = 0;

  *start = bound_without_end (span->from.kind);
  if (span->from.kind == WHENCE_BOUND_GIVEN && !whence_edtf_resolve (&span->from, start, &last_begin, error))
    return FALSE;
  *end = *start;
  if (!span->is_range)
    return TRUE;
  *end = bound_without_end (span->to.kind);
  if (span->to.kind == WHENCE_BOUND_GIVEN && !whence_edtf_resolve (&span->to, end, &last_begin, error))
    return FALSE;
  return check_order (span, start, end, last_begin, error);
}

/* What is coarsest and least sure among the members goes for the whole: the given sides of the set share it.
 */
static void
join_one_of (WhenceDate *date, const WhenceBound *member)
{
  WhenceBound *sides[] = { &date->start, &date->end };

  if (member->kind != WHENCE_BOUND_GIVEN)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i]->kind == WHENCE_BOUND_GIVEN)
      {
        sides[i]->precision = MIN (sides[i]->precision, member->precision);
        sides[i]->qualifiers |= member->qualifiers;
      }
}

/* The side of a set that is open stays apart from the one that is given. */
static void
close_one_of (WhenceDate *date)
{
  if (date->start.kind != WHENCE_BOUND_GIVEN || date->end.kind != WHENCE_BOUND_GIVEN)
    return;
  date->start.latest = date->end.latest;
  date->end.earliest = date->start.earliest;
}

static gboolean
resolve_set (const WhenceEdtf *edtf, WhenceDate *date, GError **error)
{
  guint n_members = edtf->members->len;
  g_autofree WhenceBound *bounds = g_new (WhenceBound, 2 * n_members);

  for (guint i = 0; i < n_members; i++)
    {
      const WhenceEdtfSpan *span = &g_array_index (edtf->members, WhenceEdtfSpan, i);
      WhenceBound *start = &bounds[2 * i], *end = start + 1;

      if (!resolve_span (span, start, end, error))
        return FALSE;
      if (i == 0 || start->earliest < date->start.earliest)
        date->start = *start;
      if (i == 0 || end->latest > date->end.latest)
        date->end = *end;
    }
  if (edtf->form != WHENCE_DATE_ONE_OF)
    return TRUE;
  for (guint i = 0; i < 2 * n_members; i++)
    join_one_of (date, &bounds[i]);
  close_one_of (date);
  return TRUE;
}

gboolean
whence_date_parse (const char *text, WhenceDate *date, GError **error)
{
  g_auto (WhenceEdtf) edtf = { 0 };
  WhenceDate found = { 0 };

  if (!whence_edtf_parse (text, &edtf, error))
    return FALSE;
  if (edtf.members != NULL ? !resolve_set (&edtf, &found, error)
                           : !resolve_span (&edtf.span, &found.start, &found.end, error))
    return FALSE;
  found.form = (guint8) edtf.form;
  found.level = (guint8) edtf.level;
  found.has_time =
    found.start.precision >= WHENCE_PRECISION_MINUTE || found.end.precision >= WHENCE_PRECISION_MINUTE;
  *date = found;
  return TRUE;
}
