/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EDTF strings as people write dates. It works on the components as written, since "2016-XX" and "2016" mean
 * the same stretch and are not the same words. Never more precise than the string. Linear in the length. */
#include "model/date-names.h"
#include "model/edtf.h"

#include <glib/gi18n-lib.h>

/* A set with more members than this is abridged on a mark. */
#define SHORT_LIST_MAX 3

/* --- One date ---------------------------------------------------------------------------------------- */

static char *
name_time (const WhenceEdtfDate *date)
{
  g_autofree char *clock = NULL;
  guint offset = (guint) ABS (date->offset);

  if (date->second > 0)
    clock =
      g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d:%3$02d"), date->hour, date->minute, date->second);
  else
    clock = g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d"), date->hour, date->minute);
  if (date->zone == WHENCE_ZONE_LOCAL)
    return g_steal_pointer (&clock);
  if (date->zone == WHENCE_ZONE_UTC || offset == 0)
    /* Translators: a time of day in Coordinated Universal Time, as in "14:05 UTC". */
    return g_strdup_printf (C_ ("time of day", "%s UTC"), clock);
  /* Translators: a time of day and how far it is from UTC, as in "14:05 UTC+02:00". */
  return g_strdup_printf (C_ ("time of day", "%1$s UTC%2$s%3$02u:%4$02u"), clock,
                          date->offset < 0 ? "−" : "+", offset / 60, offset % 60);
}

static char *
name_day (const WhenceEdtfDate *date, gint64 year, WhenceDateText style)
{
  g_autofree char *day =
    whence_day_name (year, whence_edtf_number (date->month), whence_edtf_number (date->day), style);
  g_autofree char *clock = NULL;

  if (!date->has_time)
    return g_steal_pointer (&day);
  clock = name_time (date);
  /* Translators: a date and a time of day. */
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, clock);
}

static char *
name_season (const WhenceEdtfDate *date, WhenceDateText style)
{
  g_autofree char *year = whence_masked_year_name (date, style);

  return year == NULL ? NULL : whence_season_name (date->season, year, style);
}

/* "1950S2": the estimate, and what the significant digits leave open. */
static char *
name_estimate (const WhenceEdtfDate *date, gint64 year, WhenceDateText style)
{
  g_autofree char *estimate = whence_year_to_text (year);
  g_autofree char *years = NULL;
  WhenceBound bound;
  gint64 last_begin;

  if (!whence_edtf_resolve (date, &bound, &last_begin, NULL))
    return NULL;
  if (bound.precision == WHENCE_PRECISION_YEAR)
    return g_steal_pointer (&estimate);
  if (style == WHENCE_DATE_TEXT_SHORT)
    return g_strdup_printf (C_ ("short approximate date", "c. %s"), estimate);
  /* Of deep time the digits of the estimate tell enough. */
  if (bound.precision < WHENCE_PRECISION_THOUSAND_YEARS)
    return g_strdup_printf (C_ ("approximate date", "about %s"), estimate);
  years = whence_years_name (whence_instant_to_civil (bound.earliest).year,
                             whence_instant_to_civil (bound.latest - 1).year);
  /* Translators: an estimated year, then the years within which it lies, as in "about 1950 (1900–1999)". */
  return g_strdup_printf (C_ ("estimated year", "about %1$s (%2$s)"), estimate, years);
}

static char *
name_unqualified (const WhenceEdtfDate *date, WhenceDateText style)
{
  gint64 year = date->negative ? -date->magnitude : date->magnitude;

  if (date->significant > 0)
    return name_estimate (date, year, style);
  if (date->n_written == 0)
    return whence_year_to_text (year);
  if (date->season != 0)
    return name_season (date, style);
  if (whence_edtf_is_masked (date))
    return whence_masked_date_name (date, style);
  if (date->day[0] != '\0')
    return name_day (date, year, style);
  if (date->month[0] != '\0')
    return whence_month_name (year, whence_edtf_number (date->month), style);
  return whence_year_to_text (year);
}

/* NULL when there is no such date. */
static char *
name_date (const WhenceEdtfDate *date, WhenceDateText style)
{
  g_autofree char *text = name_unqualified (date, style);
  gboolean is_short = style == WHENCE_DATE_TEXT_SHORT;

  if (text != NULL && (date->qualifiers & WHENCE_QUALIFIER_APPROXIMATE) != 0)
    {
      g_autofree char *plain = g_steal_pointer (&text);
      /* Translators: an approximate date on a mark, where there is little room, as in "c. 1984". */
      text = is_short ? g_strdup_printf (C_ ("short approximate date", "c. %s"), plain)
                      : g_strdup_printf (C_ ("approximate date", "about %s"), plain);
    }
  if (text != NULL && (date->qualifiers & WHENCE_QUALIFIER_UNCERTAIN) != 0)
    {
      g_autofree char *plain = g_steal_pointer (&text);
      text = is_short ? g_strdup_printf (C_ ("short uncertain date", "%s?"), plain)
                      : g_strdup_printf (C_ ("uncertain date", "%s (uncertain)"), plain);
    }
  return g_steal_pointer (&text);
}

/* --- Intervals and sets ------------------------------------------------------------------------------ */

static char *
name_end_known (WhenceBoundKind start, const char *end, WhenceDateText style)
{
  if (start == WHENCE_BOUND_OPEN)
    return g_strdup_printf (C_ ("interval", "until %s"), end);
  if (style == WHENCE_DATE_TEXT_SHORT)
    return g_strdup_printf (C_ ("interval", "? – %s"), end);
  return g_strdup_printf (C_ ("interval", "until %s, start unknown"), end);
}

static char *
name_start_known (const char *start, WhenceBoundKind end, WhenceDateText style)
{
  if (end == WHENCE_BOUND_OPEN)
    return g_strdup_printf (C_ ("interval", "since %s"), start);
  if (style == WHENCE_DATE_TEXT_SHORT)
    return g_strdup_printf (C_ ("interval", "%s – ?"), start);
  return g_strdup_printf (C_ ("interval", "from %s, end unknown"), start);
}

static char *
name_neither_known (WhenceBoundKind start, WhenceBoundKind end)
{
  if (start == WHENCE_BOUND_OPEN)
    return g_strdup (end == WHENCE_BOUND_OPEN ? C_ ("interval", "always")
                                              : C_ ("interval", "until an unknown date"));
  return g_strdup (end == WHENCE_BOUND_OPEN ? C_ ("interval", "since an unknown date")
                                            : C_ ("interval", "start and end unknown"));
}

static gboolean
is_plain_month_or_day (const WhenceEdtfDate *date)
{
  return date->month[0] != '\0' && !date->has_time && date->qualifiers == 0 && !whence_edtf_is_masked (date);
}

/* "May – June 2024" says the year once. */
static char *
name_start (const WhenceEdtfSpan *span, WhenceDateText style)
{
  const WhenceEdtfDate *from = &span->from, *to = &span->to;

  if (is_plain_month_or_day (from) && is_plain_month_or_day (to) && from->magnitude == to->magnitude
      && from->negative == to->negative)
    return whence_day_name_without_year (whence_edtf_number (from->month), whence_edtf_number (from->day),
                                         style);
  return name_date (from, style);
}

static char *
name_interval (const WhenceEdtfSpan *span, WhenceDateText style)
{
  WhenceBoundKind start_kind = span->from.kind, end_kind = span->to.kind;
  g_autofree char *start = start_kind == WHENCE_BOUND_GIVEN ? name_start (span, style) : NULL;
  g_autofree char *end = end_kind == WHENCE_BOUND_GIVEN ? name_date (&span->to, style) : NULL;

  if (start != NULL && end != NULL)
    /* Translators: start and end of an interval, as in "May 2024 – June 2025". */
    return g_strdup_printf (C_ ("interval", "%1$s – %2$s"), start, end);
  if (start != NULL)
    return name_start_known (start, end_kind, style);
  if (end != NULL)
    return name_end_known (start_kind, end, style);
  return name_neither_known (start_kind, end_kind);
}

static gboolean
is_plain_year (const WhenceEdtfDate *date)
{
  return date->n_written == 4 && date->significant == 0 && date->season == 0 && date->month[0] == '\0'
         && date->qualifiers == 0 && !whence_edtf_is_masked (date);
}

static char *
name_member (const WhenceEdtfSpan *span, WhenceDateForm form, WhenceDateText style)
{
  g_autofree char *from = span->from.kind == WHENCE_BOUND_GIVEN ? name_date (&span->from, style) : NULL;
  g_autofree char *to = NULL;
  gboolean all = form == WHENCE_DATE_ALL_OF;

  if (!span->is_range)
    return g_steal_pointer (&from);
  to = span->to.kind == WHENCE_BOUND_GIVEN ? name_date (&span->to, style) : NULL;
  if (to == NULL)
    return g_strdup_printf (all ? C_ ("set of dates", "%s and later") : C_ ("set of dates", "%s or later"),
                            from);
  if (from == NULL)
    return g_strdup_printf (
      all ? C_ ("set of dates", "%s and earlier") : C_ ("set of dates", "%s or earlier"), to);
  if (is_plain_year (&span->from) && is_plain_year (&span->to) && span->from.negative == span->to.negative)
    return whence_years_name (span->from.negative ? -span->from.magnitude : span->from.magnitude,
                              span->to.negative ? -span->to.magnitude : span->to.magnitude);
  return g_strdup_printf (C_ ("interval", "%1$s – %2$s"), from, to);
}

static char *
join_members (const WhenceEdtf *edtf, WhenceDateText style)
{
  guint n = edtf->members->len;
  gboolean abridged = style == WHENCE_DATE_TEXT_SHORT && n > SHORT_LIST_MAX;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i = abridged && i == 0 ? n - 1 : i + 1)
    {
      g_autofree char *member =
        name_member (&g_array_index (edtf->members, WhenceEdtfSpan, i), edtf->form, style);

      if (i > 0 && abridged)
        /* Translators: between the first and the last of many dates. */
        g_string_append (list, C_ ("separator of many dates", ", …, "));
      else if (i > 0 && i < n - 1)
        g_string_append (list, C_ ("separator of dates", ", "));
      else if (i > 0 && edtf->form == WHENCE_DATE_ONE_OF)
        /* Translators: before the last date of a list, as in "1667, 1668 or 1670". */
        g_string_append (list, C_ ("last separator of dates", " or "));
      else if (i > 0)
        /* Translators: before the last date of a list, as in "1667, 1668 and 1670". */
        g_string_append (list, C_ ("last separator of dates", " and "));
      g_string_append (list, member);
    }
  return g_string_free (list, FALSE);
}

static char *
name_set (const WhenceEdtf *edtf, WhenceDateText style)
{
  g_autofree char *list = join_members (edtf, style);
  const WhenceEdtfSpan *first = &g_array_index (edtf->members, WhenceEdtfSpan, 0);
  gboolean is_choice =
    edtf->members->len > 1
    || (first->is_range && first->from.kind == WHENCE_BOUND_GIVEN && first->to.kind == WHENCE_BOUND_GIVEN);

  if (style == WHENCE_DATE_TEXT_SHORT || edtf->form == WHENCE_DATE_ALL_OF || !is_choice)
    return g_steal_pointer (&list);
  /* Translators: a list of dates of which one is right, as in "one of 1667, 1668 or 1670–1672". */
  return g_strdup_printf (C_ ("set of dates", "one of %s"), list);
}

char *
whence_date_to_text (const char *text, WhenceDateText style)
{
  g_auto (WhenceEdtf) edtf = { 0 };
  WhenceDate date;

  if (!whence_date_parse (text, &date, NULL) || !whence_edtf_parse (text, &edtf, NULL))
    return g_strdup (text);
  switch (edtf.form)
    {
    case WHENCE_DATE_SINGLE:
      return name_date (&edtf.span.from, style);
    case WHENCE_DATE_INTERVAL:
      return name_interval (&edtf.span, style);
    case WHENCE_DATE_ONE_OF:
    case WHENCE_DATE_ALL_OF:
      return name_set (&edtf, style);
    case WHENCE_DATE_NONE:
    default:
      return g_strdup (text);
    }
}
