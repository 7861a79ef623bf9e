/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of one EDTF date by descent: year, month or season, day, time of day, each with its qualifiers
 * and masked digits. Linear in the length. */
#include "model/edtf-cursor.h"

#include <glib/gi18n-lib.h>

/* Far beyond what an instant can hold, and far from an overflow when one more digit is appended. */
#define MAGNITUDE_MAX G_GINT64_CONSTANT (10000000000000)

#define OFFSET_WEST_MAX (12 * 60)
#define OFFSET_EAST_MAX (14 * 60)

static WhenceQualifiers
accept_qualifier (WhenceCursor *c)
{
  if (whence_cursor_accept (c, '?'))
    return WHENCE_QUALIFIER_UNCERTAIN;
  if (whence_cursor_accept (c, '~'))
    return WHENCE_QUALIFIER_APPROXIMATE;
  if (whence_cursor_accept (c, '%'))
    return WHENCE_QUALIFIER_UNCERTAIN | WHENCE_QUALIFIER_APPROXIMATE;
  return WHENCE_QUALIFIER_NONE;
}

static gboolean
is_place (char ch)
{
  return g_ascii_isdigit (ch) || ch == 'X';
}

/* Exactly two decimal digits, at most @max. */
static gboolean
parse_two (WhenceCursor *c, guint max, const char *reason, guint8 *value)
{
  for (guint i = 0; i < 2; i++)
    if (!g_ascii_isdigit (c->at[i]))
      {
        c->at += i;
        return whence_cursor_unexpected (c);
      }
  *value = (guint8) (10 * (c->at[0] - '0') + c->at[1] - '0');
  if (*value > max)
    return whence_cursor_refuse (c, WHENCE_DATE_ERROR_IMPOSSIBLE, reason);
  c->at += 2;
  return TRUE;
}

/* A decimal number without leading zero, saturating at MAGNITUDE_MAX. */
static gboolean
parse_number (WhenceCursor *c, gint64 *value, guint *n_digits)
{
  const char *begin = c->at;

  if (*c->at < '1' || *c->at > '9')
    return whence_cursor_unexpected (c);
  for (*value = 0; g_ascii_isdigit (*c->at); c->at++)
    *value = MIN (10 * *value + (*c->at - '0'), MAGNITUDE_MAX);
  *n_digits = (guint) MIN (c->at - begin, G_MAXUINT8);
  return TRUE;
}

static gboolean
parse_significant (WhenceCursor *c, WhenceEdtfDate *date)
{
  gint64 significant;
  guint n;

  if (!whence_cursor_accept (c, 'S'))
    return TRUE;
  if (!parse_number (c, &significant, &n))
    return FALSE;
  date->significant = (guint) MIN (significant, G_MAXUINT8);
  date->level = 2;
  return TRUE;
}

/* What follows "Y": a year of five digits or more, or one with an exponent. */
static gboolean
parse_long_year (WhenceCursor *c, WhenceEdtfDate *date)
{
  gint64 exponent = 0;
  guint n_digits, n;
  const char *begin;

  date->level = 1;
  date->negative = whence_cursor_accept (c, '-');
  begin = c->at;
  if (!parse_number (c, &date->magnitude, &n_digits))
    return FALSE;
  if (whence_cursor_accept (c, 'E'))
    {
      if (!parse_number (c, &exponent, &n))
        return FALSE;
      date->level = 2;
    }
  else if (n_digits < 5)
    {
      c->at = begin;
      return whence_cursor_refuse (c, WHENCE_DATE_ERROR_SYNTAX,
                                   _ ("Not an EDTF date: after “Y” a year has five digits or more"));
    }
  for (gint64 i = 0; i < exponent && date->magnitude < MAGNITUDE_MAX; i++)
    date->magnitude *= 10;
  date->exponent = (guint) MIN (exponent, G_MAXUINT8);
  if (date->magnitude >= MAGNITUDE_MAX)
    return whence_cursor_refuse (c, WHENCE_DATE_ERROR_RANGE, _ ("The year is beyond ±292 billion"));
  return parse_significant (c, date);
}

/* A year of four places, a decade of three digits or a century of two. */
static gboolean
parse_year (WhenceCursor *c, WhenceEdtfDate *date)
{
  guint n = 0, n_masked = 0;

  date->negative = whence_cursor_accept (c, '-');
  date->level = date->negative ? 1 : 0;
  memset (date->year, 'X', sizeof date->year);
  for (; n < sizeof date->year && is_place (*c->at); n++, c->at++)
    {
      date->year[n] = *c->at;
      n_masked += *c->at == 'X';
      date->magnitude = 10 * date->magnitude + (*c->at == 'X' ? 0 : *c->at - '0');
    }
  if (n < 2 || is_place (*c->at) || (n < 4 && n_masked > 0))
    return whence_cursor_unexpected (c);
  if (date->negative && n == 4 && n_masked == 0 && date->magnitude == 0)
    return whence_cursor_refuse (c, WHENCE_DATE_ERROR_IMPOSSIBLE,
                                 _ ("There is no year -0000; 1 BCE is written 0000"));
  date->n_written = (guint8) n;
  for (guint i = n; i < sizeof date->year; i++)
    date->magnitude *= 10;
  if (n == 3)
    date->level = 2;
  else if (n_masked > 0)
    date->level = date->year[0] == 'X' || date->year[1] == 'X' || date->year[3] != 'X' ? 2 : 1;
  return n == 4 && n_masked == 0 ? parse_significant (c, date) : TRUE;
}

/* A month or a day: two places. Its number is 0 when it is masked. Level 1 masks from the right: the whole
 * day, or day and month. */
static gboolean
parse_places (WhenceCursor *c, WhenceEdtfDate *date, char places[2], guint8 *number)
{
  gboolean after_mask = whence_edtf_has_mask (date->year, 4) || whence_edtf_has_mask (date->month, 2);
  guint n_masked = 0;

  for (guint i = 0; i < 2; i++, c->at++)
    {
      if (!is_place (*c->at))
        return whence_cursor_unexpected (c);
      places[i] = *c->at;
      n_masked += *c->at == 'X';
    }
  *number = n_masked > 0 ? 0 : (guint8) (10 * (places[0] - '0') + places[1] - '0');
  if (n_masked == 1 || (n_masked == 0 && after_mask))
    date->level = 2;
  else if (n_masked == 2)
    date->level = MAX (date->level, 1);
  return TRUE;
}

static gboolean
parse_month (WhenceCursor *c, WhenceEdtfDate *date)
{
  guint8 number;
  const char *begin = c->at;

  if (!parse_places (c, date, date->month, &number))
    return FALSE;
  if (number >= 21 && number <= 41)
    {
      date->season = number;
      date->level = MAX (date->level, number <= 24 ? 1 : 2);
      memset (date->month, 0, sizeof date->month);
    }
  else if (number > 12 || g_str_has_prefix (begin, "00"))
    {
      c->at = begin;
      return whence_cursor_refuse (c, WHENCE_DATE_ERROR_IMPOSSIBLE, _ ("There is no such month or season"));
    }
  return TRUE;
}

static gboolean
parse_day (WhenceCursor *c, WhenceEdtfDate *date)
{
  guint8 number;
  const char *begin = c->at;

  if (!parse_places (c, date, date->day, &number))
    return FALSE;
  if (number > 31 || g_str_has_prefix (begin, "00"))
    {
      c->at = begin;
      return whence_cursor_refuse (c, WHENCE_DATE_ERROR_IMPOSSIBLE,
                                   _ ("There is no such day in the calendar"));
    }
  return TRUE;
}

static gboolean
parse_zone (WhenceCursor *c, WhenceEdtfDate *date)
{
  const char *begin = c->at;
  guint8 hours, minutes = 0;
  gboolean west = *c->at == '-';

  if (whence_cursor_accept (c, 'Z'))
    {
      date->zone = WHENCE_ZONE_UTC;
      return TRUE;
    }
  if (!whence_cursor_accept (c, '+') && !whence_cursor_accept (c, '-'))
    return TRUE;
  if (!parse_two (c, 23, _ ("There is no such time offset"), &hours)
      || (whence_cursor_accept (c, ':') && !parse_two (c, 59, _ ("There is no such time offset"), &minutes)))
    return FALSE;
  date->zone = WHENCE_ZONE_OFFSET;
  date->offset = (gint16) (60 * hours + minutes);
  if (date->offset > (west ? OFFSET_WEST_MAX : OFFSET_EAST_MAX) || (west && date->offset == 0))
    {
      c->at = begin;
      return whence_cursor_refuse (c, WHENCE_DATE_ERROR_IMPOSSIBLE,
                                   _ ("A time offset lies between -12:00 and +14:00"));
    }
  if (west)
    date->offset = (gint16) -date->offset;
  return TRUE;
}

/* What follows "T". EDTF wants the seconds; a time that is known to the minute only should not have to invent
 * them. */
static gboolean
parse_time (WhenceCursor *c, WhenceEdtfDate *date)
{
  const char *begin = c->at;
  const char *no_such_time = _ ("There is no such time of day");
  gboolean has_fraction = FALSE;

  date->has_time = TRUE;
  if (!parse_two (c, 24, no_such_time, &date->hour))
    return FALSE;
  if (!whence_cursor_accept (c, ':'))
    return whence_cursor_unexpected (c);
  if (!parse_two (c, 59, no_such_time, &date->minute))
    return FALSE;
  date->has_seconds = whence_cursor_accept (c, ':');
  if (!date->has_seconds)
    date->level = WHENCE_DATE_BEYOND_EDTF;
  else if (!parse_two (c, 59, no_such_time, &date->second))
    return FALSE;
  if (date->has_seconds && whence_cursor_accept (c, '.'))
    {
      if (!g_ascii_isdigit (*c->at))
        return whence_cursor_unexpected (c);
      for (; g_ascii_isdigit (*c->at); c->at++)
        has_fraction |= *c->at != '0';
    }
  if (date->hour == 24 && (date->minute > 0 || date->second > 0 || has_fraction))
    {
      c->at = begin;
      return whence_cursor_refuse (c, WHENCE_DATE_ERROR_IMPOSSIBLE, no_such_time);
    }
  return parse_zone (c, date);
}

/* One component with the qualifiers around it. A qualifier at the very end of the date is level 1, others
 * level 2. */
static gboolean
parse_component (WhenceCursor *c, WhenceEdtfDate *date, gboolean (*parse) (WhenceCursor *, WhenceEdtfDate *))
{
  WhenceQualifiers left = accept_qualifier (c);
  WhenceQualifiers right;

  if (!parse (c, date))
    return FALSE;
  right = accept_qualifier (c);
  date->qualifiers |= left | right;
  if (left != 0 || (right != 0 && (*c->at == '-' || date->n_written < 4)))
    date->level = MAX (date->level, 2);
  else if (right != 0)
    date->level = MAX (date->level, 1);
  if (right != 0 && date->significant > 0)
    date->level = WHENCE_DATE_BEYOND_EDTF;
  return TRUE;
}

static gboolean
is_plain_day (const WhenceEdtfDate *date)
{
  return date->qualifiers == 0 && date->day[0] != '\0' && !whence_edtf_is_masked (date);
}

gboolean
whence_cursor_parse_date (WhenceCursor *c, WhenceEdtfDate *date)
{
  *date = (WhenceEdtfDate){ .kind = WHENCE_BOUND_GIVEN };
  if (whence_cursor_accept (c, 'Y'))
    {
      if (!parse_long_year (c, date))
        return FALSE;
      date->qualifiers = accept_qualifier (c);
      if (date->qualifiers != 0)
        date->level = WHENCE_DATE_BEYOND_EDTF;
      return TRUE;
    }
  if (!parse_component (c, date, parse_year))
    return FALSE;
  if (date->n_written < 4 || date->significant > 0 || !whence_cursor_accept (c, '-'))
    return TRUE;
  if (!parse_component (c, date, parse_month))
    return FALSE;
  if (date->season != 0 || !whence_cursor_accept (c, '-'))
    return TRUE;
  if (!parse_component (c, date, parse_day))
    return FALSE;
  if (*c->at != 'T' || !is_plain_day (date))
    return TRUE;
  c->at++;
  return parse_time (c, date);
}
