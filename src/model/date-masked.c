/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words for dates with masked digits: a decade, a century, "day unknown", and where there are no words, the
 * first and the last date that it can be. Constant time. */
#include "model/date-names.h"
#include "model/edtf.h"

#include <glib/gi18n-lib.h>

static char *
name_masked_year (const WhenceEdtfDate *date)
{
  gint64 unit = 1, nearest = date->magnitude;
  gint64 first, last;
  guint n_masked = 0;

  for (; n_masked < 4 && date->year[3 - n_masked] == 'X'; n_masked++)
    unit *= 10;
  if (n_masked == 4)
    return g_strdup (C_ ("masked date", "year unknown"));
  first = date->negative ? -(nearest + unit - 1) : nearest;
  last = date->negative ? -nearest : nearest + unit - 1;
  switch (n_masked)
    {
    case 0:
      return whence_year_to_text (first);
    case 1:
      return whence_decade_name (first);
    case 2:
      return whence_century_name (first);
    default:
      return whence_years_name (first, last);
    }
}

/* Only the last digits are masked: the others make a decade, a century or a longer stretch. */
static gboolean
is_masked_from_right (const char year[4])
{
  gboolean masked = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      if (masked && year[i] != 'X')
        return FALSE;
      masked = year[i] == 'X';
    }
  return TRUE;
}

/* Digits are masked that have no word for them: the first and the last reading. */
static char *
name_readings (const WhenceEdtfDate *date, WhenceDateText style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  WhenceCivil low, high;
  WhenceBound bound;
  gint64 last_begin;

  if (!whence_edtf_resolve (date, &bound, &last_begin, NULL))
    return NULL;
  low = whence_instant_to_civil (bound.earliest);
  high = whence_instant_to_civil (bound.latest - 1);
  if (date->month[0] == '\0')
    return whence_years_name (low.year, high.year);
  first = date->day[0] == '\0' ? whence_month_name (low.year, low.month, style)
                               : whence_day_name (low.year, low.month, low.day, style);
  last = date->day[0] == '\0' ? whence_month_name (high.year, high.month, style)
                              : whence_day_name (high.year, high.month, high.day, style);
  if (style == WHENCE_DATE_TEXT_SHORT)
    return g_strdup_printf (C_ ("interval", "%1$s – %2$s"), first, last);
  /* Translators: a date of which some digits are not known: the first and the last that it can be. */
  return g_strdup_printf (C_ ("masked date", "between %1$s and %2$s"), first, last);
}

/* The year is known, at least its first digits, and month or day are masked as a whole. */
static char *
name_masked_parts (const WhenceEdtfDate *date, WhenceDateText style)
{
  gboolean without_month = whence_edtf_has_mask (date->month, 2);
  g_autofree char *known = NULL;

  if (without_month || whence_edtf_has_mask (date->year, 4))
    known = name_masked_year (date);
  else
    known = whence_month_name (date->negative ? -date->magnitude : date->magnitude,
                               whence_edtf_number (date->month), style);
  if (style == WHENCE_DATE_TEXT_SHORT || whence_edtf_has_mask (date->year, 4))
    return g_steal_pointer (&known);
  if (!without_month)
    return g_strdup_printf (C_ ("masked date", "%s, day unknown"), known);
  if (date->day[0] != '\0')
    return g_strdup_printf (C_ ("masked date", "%s, month and day unknown"), known);
  return g_strdup_printf (C_ ("masked date", "%s, month unknown"), known);
}

char *
whence_masked_date_name (const WhenceEdtfDate *date, WhenceDateText style)
{
  gboolean month_is_plain = date->month[0] != '\0' && !whence_edtf_has_mask (date->month, 2);
  gboolean day_is_plain = date->day[0] != '\0' && !whence_edtf_has_mask (date->day, 2);
  gboolean month_is_unknown = strncmp (date->month, "XX", 2) == 0;
  gboolean day_is_unknown = strncmp (date->day, "XX", 2) == 0;
  gboolean year_has_words = is_masked_from_right (date->year);

  if (year_has_words && date->month[0] == '\0')
    return name_masked_year (date);
  if (year_has_words && month_is_plain && whence_edtf_has_mask (date->year, 4)
      && (day_is_plain || date->day[0] == '\0'))
    {
      g_autofree char *year = name_masked_year (date);
      g_autofree char *day = whence_day_name_without_year (whence_edtf_number (date->month),
                                                           whence_edtf_number (date->day), style);

      /* Translators: a day or month, then what is known of the year, as in "25 December, 16th century". */
      return g_strdup_printf (C_ ("masked date", "%1$s, %2$s"), day, year);
    }
  if (year_has_words && (date->day[0] == '\0' || day_is_unknown)
      && (month_is_unknown || (month_is_plain && !whence_edtf_has_mask (date->year, 4))))
    return name_masked_parts (date, style);
  return name_readings (date, style);
}

char *
whence_masked_year_name (const WhenceEdtfDate *date, WhenceDateText style)
{
  return is_masked_from_right (date->year) ? name_masked_year (date) : name_readings (date, style);
}
