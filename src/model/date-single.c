/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One date of an EDTF string as people write it, with what qualifies it. Never more precise than the string.
 * Constant time. */
#include "model/clock.h"
#include "model/date-names.h"
#include "model/edtf.h"

#include <glib/gi18n-lib.h>

static char *
name_time (const WhenceEdtfDate *date)
{
  g_autofree char *clock =
    whence_clock_twelve_to_text (date->hour, date->minute, date->second > 0 ? date->second : -1);
  guint offset = (guint) ABS (date->offset);

  if (clock == NULL && date->second > 0)
    clock =
      g_strdup_printf (C_ ("time of day", "%1$02d:%2$02d:%3$02d"), date->hour, date->minute, date->second);
  else if (clock == NULL)
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

/* Of a decade or a century, one does not say "spring 2010s". */
static char *
name_season (const WhenceEdtfDate *date, WhenceDateText style)
{
  g_autofree char *year = whence_masked_year_name (date, style), *season = NULL;

  if (year == NULL || !whence_edtf_has_mask (date->year, sizeof date->year))
    return year == NULL ? NULL : whence_season_name (date->season, year, style);
  season = whence_season_name_without_year (date->season, style);
  return g_strdup_printf (C_ ("masked date", "%1$s, %2$s"), season, year);
}

static gint64
year_of (const WhenceEdtfDate *date)
{
  return date->negative ? -date->magnitude : date->magnitude;
}

gboolean
whence_date_has_words_of_its_own (const WhenceEdtfDate *date)
{
  /* "since about 13 June": an article stands before a day in some languages, and not before "about". */
  if (date->day[0] != '\0' && (date->qualifiers & WHENCE_QUALIFIER_APPROXIMATE) != 0)
    return TRUE;
  if (date->season != 0 || whence_edtf_has_mask (date->year, sizeof date->year))
    return TRUE;
  return date->month[0] == '\0' && whence_year_is_remote (year_of (date));
}

static char *
add_about (const char *date, WhenceDateText style, WhenceDatePlace place)
{
  if (style == WHENCE_DATE_TEXT_SHORT)
    /* Translators: an approximate date on a mark, where there is little room, as in "c. 1984". */
    return g_strdup_printf (C_ ("short approximate date", "c. %s"), date);
  if (place == WHENCE_DATE_AFTER_WORD)
    /* Translators: the same after "since", "until" or "from", as in "since about 1984". */
    return g_strdup_printf (C_ ("approximate date after a word", "about %s"), date);
  return g_strdup_printf (C_ ("approximate date", "about %s"), date);
}

/* "1950S2": the estimate, and what the significant digits leave open. */
static char *
name_estimate (const WhenceEdtfDate *date, gint64 year, WhenceDateText style, WhenceDatePlace place)
{
  g_autofree char *estimate = whence_year_to_text (year);
  g_autofree char *years = NULL;
  WhenceBound bound;
  gint64 last_begin;

  if (!whence_edtf_resolve (date, &bound, &last_begin, NULL))
    return NULL;
  if (bound.precision == WHENCE_PRECISION_YEAR)
    return g_steal_pointer (&estimate);
  if (whence_year_is_remote (year))
    return whence_about_remote_year_name (year);
  /* Of deep time the digits of the estimate tell enough. */
  if (style == WHENCE_DATE_TEXT_SHORT || bound.precision < WHENCE_PRECISION_THOUSAND_YEARS)
    return add_about (estimate, style, place);
  years = whence_years_name (whence_instant_to_civil (bound.earliest).year,
                             whence_instant_to_civil (bound.latest - 1).year);
  /* Translators: an estimated year, then the years within which it lies, as in "about 1950 (1900–1999)". */
  return g_strdup_printf (C_ ("estimated year", "about %1$s (%2$s)"), estimate, years);
}

static char *
name_unqualified (const WhenceEdtfDate *date, WhenceDateText style, WhenceDatePlace place)
{
  if (date->significant > 0)
    return name_estimate (date, year_of (date), style, place);
  if (date->n_written == 0)
    return whence_year_to_text (year_of (date));
  if (date->season != 0)
    return name_season (date, style);
  if (whence_edtf_is_masked (date))
    return whence_masked_date_name (date, style);
  if (date->day[0] != '\0')
    return name_day (date, year_of (date), style);
  if (date->month[0] != '\0' && place == WHENCE_DATE_AFTER_WORD)
    return whence_month_name_after_word (year_of (date), whence_edtf_number (date->month), style);
  if (date->month[0] != '\0')
    return whence_month_name (year_of (date), whence_edtf_number (date->month), style);
  return whence_year_to_text (year_of (date));
}

static char *
name_approximate (const WhenceEdtfDate *date, WhenceDateText style, WhenceDatePlace place)
{
  g_autofree char *plain = name_unqualified (date, style, place);
  /* Of an abbreviation people do not ask the grammar. */
  gboolean abbreviate = whence_date_has_words_of_its_own (date);

  if (plain == NULL)
    return NULL;
  if (date->month[0] == '\0' && whence_year_is_remote (year_of (date)))
    return date->significant > 0 ? g_steal_pointer (&plain) : whence_about_remote_year_name (year_of (date));
  return add_about (plain, abbreviate ? WHENCE_DATE_TEXT_SHORT : style, place);
}

char *
whence_date_name (const WhenceEdtfDate *date, WhenceDateText style, WhenceDatePlace place)
{
  gboolean approximate = (date->qualifiers & WHENCE_QUALIFIER_APPROXIMATE) != 0;
  g_autofree char *text =
    approximate ? name_approximate (date, style, place) : name_unqualified (date, style, place);

  if (text == NULL || (date->qualifiers & WHENCE_QUALIFIER_UNCERTAIN) == 0)
    return g_steal_pointer (&text);
  if (style == WHENCE_DATE_TEXT_SHORT)
    return g_strdup_printf (C_ ("short uncertain date", "%s?"), text);
  return g_strdup_printf (C_ ("uncertain date", "%s (uncertain)"), text);
}
