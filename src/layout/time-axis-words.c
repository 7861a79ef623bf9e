/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What ticks are called, in the language of the message catalogue. Constant time. */
#include <glib/gi18n-lib.h>

#include "layout/time-axis-private.h"
#include "model/decimal.h"

static char *
month_to_text (int month)
{
  static const char *const names[] = {
    NC_ ("month on the axis", "Jan"), NC_ ("month on the axis", "Feb"), NC_ ("month on the axis", "Mar"),
    NC_ ("month on the axis", "Apr"), NC_ ("month on the axis", "May"), NC_ ("month on the axis", "Jun"),
    NC_ ("month on the axis", "Jul"), NC_ ("month on the axis", "Aug"), NC_ ("month on the axis", "Sep"),
    NC_ ("month on the axis", "Oct"), NC_ ("month on the axis", "Nov"), NC_ ("month on the axis", "Dec"),
  };
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "month on the axis", names[month - 1]));
}

/* "13 June 2025" or, with @day 0, "June 2025", in the words of the date module. */
static char *
day_to_text (WhenceCivil civil, gboolean with_day)
{
  if (ABS (civil.year) > 9999)
    return whence_year_to_text (civil.year);
  g_autofree char *edtf =
    g_strdup_printf ("%s%04d-%02d", civil.year < 0 ? "-" : "", (int) ABS (civil.year), civil.month);
  g_autofree char *whole = with_day ? g_strdup_printf ("%s-%02d", edtf, civil.day) : g_steal_pointer (&edtf);
  return whence_date_to_text (whole, WHENCE_DATE_TEXT_LONG);
}

/* The stretch of years from @first to the one before @next. */
static char *
years_to_text (gint64 first, gint64 next)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, first < 1 ? 1 - first : first);
  g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, first < 1 ? 2 - next : next - 1);
  if (first < 1)
    /* Translators: a stretch of years before the common era on the axis, such as “20–11 BCE”. */
    return g_strdup_printf (_ ("%s–%s BCE"), from, to);
  if (next - first == 10)
    /* Translators: a decade on the axis, such as “2010s”. */
    return g_strdup_printf (_ ("%ss"), from);
  /* Translators: a stretch of years on the axis, such as “1900–1999”. */
  return g_strdup_printf (_ ("%s–%s"), from, to);
}

/* How many @scale-th powers of ten of years from the turn of the eras. */
static char *
number_to_text (gint64 year, int scale)
{
  gint64 count = year < 1 ? 1 - year : year;
  if (count == 1 && scale > 0)
    count = 0;
  int exponent = -scale;
  while (count != 0 && count % 10 == 0)
    {
      count /= 10;
      exponent++;
    }
  return whence_decimal_to_text ((WhenceDecimal){ count, count == 0 ? 0 : exponent });
}

static const char *
era_to_text (gint64 year, int scale)
{
  static const struct
  {
    int scale;
    const char *before, *since;
  } eras[] = {
    { 0, N_ ("Years BCE"), N_ ("Years CE") },
    { 3, N_ ("Thousand years BCE"), N_ ("Thousand years CE") },
    { 6, N_ ("Million years BCE"), N_ ("Million years CE") },
    { 9, N_ ("Billion years BCE"), N_ ("Billion years CE") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    if (eras[i].scale == scale)
      return _ (year < 1 ? eras[i].before : eras[i].since);
  g_return_val_if_reached ("");
}

char *
whence_axis_tick_to_text (WhenceAxisLabel label, gint64 tick, gint64 next, int scale)
{
  WhenceCivil civil = whence_instant_to_civil (tick);
  switch (label)
    {
    case WHENCE_AXIS_TIME:
      return g_strdup_printf ("%02d:%02d", civil.hour, civil.minute);
    case WHENCE_AXIS_TIME_SECONDS:
      return g_strdup_printf ("%02d:%02d:%02d", civil.hour, civil.minute, civil.second);
    case WHENCE_AXIS_DAY:
      return g_strdup_printf ("%d", civil.day);
    case WHENCE_AXIS_MONTH:
      return month_to_text (civil.month);
    case WHENCE_AXIS_YEAR:
      return whence_year_to_text (civil.year);
    case WHENCE_AXIS_LONG_DAY:
    case WHENCE_AXIS_LONG_MONTH:
      return day_to_text (civil, label == WHENCE_AXIS_LONG_DAY);
    case WHENCE_AXIS_YEARS:
      return years_to_text (civil.year, whence_instant_to_civil (next).year);
    case WHENCE_AXIS_NUMBER:
      return number_to_text (civil.year, scale);
    case WHENCE_AXIS_ERA:
    default:
      return g_strdup (era_to_text (civil.year, scale));
    }
}
