/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What ticks are called, in the language of the message catalogue: one function a form. Never rounded, so
 * that neighbours have different names at every depth of time. Constant time. */
#include <glib/gi18n-lib.h>

#include "layout/time-axis-private.h"
#include "layout/time-axis.h"
#include "model/clock.h"
#include "model/date-names.h"
#include "model/decimal.h"

#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  const WhenceAxisMoment *moment;
  const WhenceCivil *civil;
  int scale;
} Words;

char *
whence_axis_clock_to_text (WhenceCivil civil, gboolean with_seconds)
{
  char *twelve = whence_clock_twelve_to_text (civil.hour, civil.minute, with_seconds ? civil.second : -1);

  if (twelve != NULL)
    return twelve;
  if (with_seconds)
    /* Translators: hour, minute and second on the axis, without a word. */
    return g_strdup_printf (C_ ("time on the axis", "%1$02d:%2$02d:%3$02d"), civil.hour, civil.minute,
                            civil.second);
  /* Translators: hour and minute on the axis, without a word. */
  return g_strdup_printf (C_ ("time on the axis", "%1$02d:%2$02d"), civil.hour, civil.minute);
}

static char *
name_seconds (const Words *words)
{
  return whence_axis_clock_to_text (*words->civil, TRUE);
}

static char *
name_minutes (const Words *words)
{
  return whence_axis_clock_to_text (*words->civil, FALSE);
}

/* --- Days and months --- */

static const char *
weekday_of (const Words *words)
{
  static const char *const names[] = {
    NC_ ("weekday on the axis", "Thu"), NC_ ("weekday on the axis", "Fri"),
    NC_ ("weekday on the axis", "Sat"), NC_ ("weekday on the axis", "Sun"),
    NC_ ("weekday on the axis", "Mon"), NC_ ("weekday on the axis", "Tue"),
    NC_ ("weekday on the axis", "Wed"),
  };
  gint64 instant = words->moment->instant;
  gint64 day = instant / DAY - (instant % DAY < 0); /* since a Thursday */
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday on the axis", names[(day % 7 + 7) % 7]);
}

static char *
name_weekday (const Words *words)
{
  /* Translators: a weekday and the day of the month on the axis, as in “Fri 13”. */
  return g_strdup_printf (C_ ("day on the axis", "%1$s %2$d"), weekday_of (words), words->civil->day);
}

static char *
name_day (const Words *words)
{
  return g_strdup_printf ("%d", words->civil->day);
}

static char *
name_long_date (const Words *words)
{
  return whence_day_name (words->civil->year, words->civil->month, words->civil->day, WHENCE_DATE_TEXT_LONG);
}

static char *
name_date_with_weekday (const Words *words)
{
  g_autofree char *date = name_long_date (words);
  /* Translators: a weekday and a date on the axis, as in “Fri 13 June 2025”. */
  return g_strdup_printf (C_ ("date on the axis", "%1$s %2$s"), weekday_of (words), date);
}

static char *
name_short_date (const Words *words)
{
  return whence_day_name (words->civil->year, words->civil->month, words->civil->day, WHENCE_DATE_TEXT_SHORT);
}

static char *
name_day_and_month (const Words *words)
{
  return whence_day_name_without_year (words->civil->month, words->civil->day, WHENCE_DATE_TEXT_SHORT);
}

static char *
name_month_alone (const Words *words)
{
  return whence_day_name_without_year (words->civil->month, 0, WHENCE_DATE_TEXT_LONG);
}

static char *
name_short_month (const Words *words)
{
  static const char *const names[] = {
    NC_ ("month on the axis", "Jan"), NC_ ("month on the axis", "Feb"), NC_ ("month on the axis", "Mar"),
    NC_ ("month on the axis", "Apr"), NC_ ("month on the axis", "May"), NC_ ("month on the axis", "Jun"),
    NC_ ("month on the axis", "Jul"), NC_ ("month on the axis", "Aug"), NC_ ("month on the axis", "Sep"),
    NC_ ("month on the axis", "Oct"), NC_ ("month on the axis", "Nov"), NC_ ("month on the axis", "Dec"),
  };
  return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "month on the axis", names[words->civil->month - 1]));
}

static char *
name_month_and_year (const Words *words)
{
  return whence_month_name (words->civil->year, words->civil->month, WHENCE_DATE_TEXT_LONG);
}

static char *
name_short_month_and_year (const Words *words)
{
  return whence_month_name (words->civil->year, words->civil->month, WHENCE_DATE_TEXT_SHORT);
}

/* --- Years --- */

static char *
name_year (const Words *words)
{
  return whence_exact_year_name (words->moment->year);
}

/* From the year of the tick to the one before the next. */
static char *
name_years (const Words *words)
{
  gint64 first = words->moment->year, next = words->moment->next_year;
  gboolean is_decade = next - first == 10 && first >= 100 && first < 10000;
  return is_decade ? whence_decade_name (first) : whence_years_name (first, next - 1);
}

/* As many decimals as tell neighbours apart. */
static guint
count_decimals (const Words *words)
{
  gint64 step = ABS (words->moment->next_year - words->moment->year);
  guint decimals = (guint) words->scale;
  for (; step >= 10 && decimals > 0; step /= 10)
    decimals--;
  return decimals;
}

static char *
name_count (const Words *words)
{
  gint64 year = words->moment->year, count = year < 1 ? 1 - year : year;
  if (words->scale == 0)
    return whence_count_name (count);
  /* There is no year 0, but a time no years ago. */
  if (count == 1)
    return g_strdup ("0");
  return whence_decimal_to_text_padded (whence_decimal_make (count, -words->scale), count_decimals (words));
}

static char *
name_era (const Words *words)
{
  return g_strdup (words->civil->year < 1 ? C_ ("head of the axis", "Years BCE")
                                          : C_ ("head of the axis", "Years CE"));
}

static char *
name_short_era (const Words *words)
{
  return g_strdup (words->civil->year < 1 ? C_ ("head of the axis", "BCE") : C_ ("head of the axis", "CE"));
}

static char *
name_ago (const Words *words)
{
  static const struct
  {
    int scale;
    const char *before, *since;
  } names[] = {
    { 0, NC_ ("head of the axis", "Years ago"), NC_ ("head of the axis", "Years from now") },
    { 6, NC_ ("head of the axis", "Million years ago"), NC_ ("head of the axis", "Million years from now") },
    { 9, NC_ ("head of the axis", "Billion years ago"), NC_ ("head of the axis", "Billion years from now") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].scale == words->scale)
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "head of the axis",
                                     words->civil->year < 1 ? names[i].before : names[i].since));
  g_return_val_if_reached (g_strdup (""));
}

static char *(*const names[]) (const Words *) = {
  [WHENCE_AXIS_SECONDS] = name_seconds,
  [WHENCE_AXIS_MINUTES] = name_minutes,
  [WHENCE_AXIS_WEEKDAY] = name_weekday,
  [WHENCE_AXIS_DAY] = name_day,
  [WHENCE_AXIS_DATE_WITH_WEEKDAY] = name_date_with_weekday,
  [WHENCE_AXIS_DATE] = name_long_date,
  [WHENCE_AXIS_SHORT_DATE] = name_short_date,
  [WHENCE_AXIS_DAY_AND_MONTH] = name_day_and_month,
  [WHENCE_AXIS_LONG_MONTH] = name_month_alone,
  [WHENCE_AXIS_MONTH] = name_short_month,
  [WHENCE_AXIS_MONTH_AND_YEAR] = name_month_and_year,
  [WHENCE_AXIS_SHORT_MONTH_AND_YEAR] = name_short_month_and_year,
  [WHENCE_AXIS_YEAR] = name_year,
  [WHENCE_AXIS_YEARS] = name_years,
  [WHENCE_AXIS_COUNT] = name_count,
  [WHENCE_AXIS_ERA] = name_era,
  [WHENCE_AXIS_SHORT_ERA] = name_short_era,
  [WHENCE_AXIS_AGO] = name_ago,
};

char *
whence_axis_moment_to_text (const WhenceAxisMoment *moment, WhenceAxisForm form, int scale)
{
  return names[form](&(Words){ moment, &moment->civil, scale });
}
