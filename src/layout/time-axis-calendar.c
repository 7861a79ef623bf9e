/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where ticks fall: whole seconds and civil fields in UTC, no time zone, no year 0. Constant time. */
#include "layout/time-axis-private.h"

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

static gint64
instant_of_year (gint64 year)
{
  return whence_instant_from_civil ((WhenceCivil){ .year = year, .month = 1, .day = 1 });
}

/* Years are counted as people do, each way from 1: … 20 BCE, 10 BCE, 1 CE, 10 CE … */
static gint64
floor_year (gint64 year, gint64 step)
{
  if (year >= 1)
    return MAX (1, year / step * step);
  gint64 before = 1 - year;
  return 1 - (before + step - 1) / step * step;
}

static gint64
next_year (gint64 year, gint64 step)
{
  if (year >= 1)
    return year / step * step + step;
  gint64 before = -year / step * step;
  return before <= 0 ? 1 : 1 - before;
}

gint64
whence_axis_floor_tick (WhenceAxisUnit unit, gint64 step, gint64 instant)
{
  WhenceCivil civil = whence_instant_to_civil (instant);
  switch (unit)
    {
    case WHENCE_UNIT_SECOND:
      return instant < G_MININT64 + step ? G_MININT64 : floor_to (instant, step);
    case WHENCE_UNIT_DAY:
      {
        int day = 1 + (int) floor_to (civil.day - 1, step);
        /* A stump at the end of a month would crowd the first of the next. */
        if (step > 1 && day + step - 1 > 30)
          day -= (int) step;
        return whence_instant_from_civil ((WhenceCivil){ civil.year, civil.month, day, 0, 0, 0 });
      }
    case WHENCE_UNIT_MONTH:
      return whence_instant_from_civil (
        (WhenceCivil){ civil.year, 1 + (int) floor_to (civil.month - 1, step), 1, 0, 0, 0 });
    case WHENCE_UNIT_YEAR:
      return instant_of_year (floor_year (civil.year, step));
    case WHENCE_UNIT_ERA:
    default:
      return civil.year < 1 ? G_MININT64 : instant_of_year (1);
    }
}

gint64
whence_axis_next_tick (WhenceAxisUnit unit, gint64 step, gint64 tick)
{
  WhenceCivil civil = whence_instant_to_civil (tick);
  switch (unit)
    {
    case WHENCE_UNIT_SECOND:
      return tick > G_MAXINT64 - step ? G_MAXINT64 : floor_to (tick, step) + step;
    case WHENCE_UNIT_DAY:
      if (step > 1 && civil.day + 2 * step - 1 > 30)
        return whence_instant_from_civil ((WhenceCivil){ civil.year, civil.month + 1, 1, 0, 0, 0 });
      return whence_instant_from_civil (
        (WhenceCivil){ civil.year, civil.month, civil.day + (int) step, 0, 0, 0 });
    case WHENCE_UNIT_MONTH:
      return whence_instant_from_civil ((WhenceCivil){ civil.year, civil.month + (int) step, 1, 0, 0, 0 });
    case WHENCE_UNIT_YEAR:
      return instant_of_year (next_year (civil.year, step));
    case WHENCE_UNIT_ERA:
    default:
      return civil.year < 1 ? instant_of_year (1) : G_MAXINT64;
    }
}
