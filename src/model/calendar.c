/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The proleptic Gregorian calendar, by Howard Hinnant's "chrono-compatible low-level date algorithms": eras
 * of 400 years that begin on 1 March, so that the leap day is the last of its year. Exact over all of int64,
 * constant time. */
#include "model/calendar.h"

#define DAYS_PER_ERA 146097
#define DAYS_TO_EPOCH 719468 /* from 0000-03-01 to 1970-01-01 */
#define SECONDS_PER_DAY 86400

static WhenceWide
divide_down (WhenceWide dividend, int divisor, int *remainder)
{
  WhenceWide quotient = dividend / divisor;
  int rest = (int) (dividend % divisor);

  if (rest < 0)
    {
      rest += divisor;
      quotient--;
    }
  *remainder = rest;
  return quotient;
}

WhenceWide
whence_calendar_wide (WhenceCivil civil)
{
  int month, year_of_era, day_of_year;
  WhenceWide year = (WhenceWide) civil.year + divide_down ((WhenceWide) civil.month - 1, 12, &month);
  int from_march = (month + 10) % 12;
  WhenceWide era = divide_down (month < 2 ? year - 1 : year, 400, &year_of_era);
  WhenceWide days;

  day_of_year = (153 * from_march + 2) / 5;
  days = era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
         - DAYS_TO_EPOCH;
  days += (WhenceWide) civil.day - 1;
  return days * SECONDS_PER_DAY + (WhenceWide) civil.hour * 3600 + (WhenceWide) civil.minute * 60
         + civil.second;
}

gint64
whence_instant_from_civil (WhenceCivil civil)
{
  return (gint64) CLAMP (whence_calendar_wide (civil), G_MININT64, G_MAXINT64);
}

WhenceCivil
whence_instant_to_civil (gint64 instant)
{
  int second_of_day, day_of_era, year_of_era, day_of_year, from_march;
  WhenceWide days = divide_down (instant, SECONDS_PER_DAY, &second_of_day);
  gint64 era = (gint64) divide_down (days + DAYS_TO_EPOCH, DAYS_PER_ERA, &day_of_era);
  WhenceCivil civil;

  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  from_march = (5 * day_of_year + 2) / 153;
  civil.day = day_of_year - (153 * from_march + 2) / 5 + 1;
  civil.month = from_march < 10 ? from_march + 3 : from_march - 9;
  civil.year = era * 400 + year_of_era + (civil.month <= 2 ? 1 : 0);
  civil.hour = second_of_day / 3600;
  civil.minute = second_of_day / 60 % 60;
  civil.second = second_of_day % 60;
  return civil;
}

int
whence_calendar_days_in_month (gint64 year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return month == 2 && is_leap ? 29 : days[month - 1];
}
