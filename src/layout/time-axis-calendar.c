/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where ticks fall: whole seconds and civil fields in UTC, no time zone, no year 0. Years are reckoned as
 * numbers, so that they stay right where instants saturate. Constant time. */
#include "layout/time-axis-private.h"

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
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

static WhenceAxisMoment
moment_at (gint64 instant)
{
  WhenceCivil civil = whence_instant_to_civil (instant);
  return (WhenceAxisMoment){ instant, civil, civil.year, civil.year };
}

static WhenceAxisMoment
moment_in_year (gint64 year, int month, int day)
{
  return moment_at (whence_instant_from_civil ((WhenceCivil){ year, month, day, 0, 0, 0 }));
}

static WhenceAxisMoment
moment_of_year (gint64 year, gint64 step)
{
  WhenceAxisMoment moment = moment_in_year (year, 1, 1);
  moment.year = year;
  moment.next_year = next_year (year, step);
  return moment;
}

WhenceAxisMoment
whence_axis_floor_moment (const WhenceAxisLevel *level, gint64 instant)
{
  WhenceCivil civil = whence_instant_to_civil (instant);
  gint64 step = level->step;
  switch (level->unit)
    {
    case WHENCE_UNIT_SECOND:
      return moment_at (instant < G_MININT64 + step ? G_MININT64 : floor_to (instant, step));
    case WHENCE_UNIT_DAY:
      {
        int day = 1 + (int) floor_to (civil.day - 1, step);
        /* A stump at the end of a month would crowd the first of the next. */
        if (step > 1 && day + step - 1 > 30)
          day -= (int) step;
        return moment_in_year (civil.year, civil.month, day);
      }
    case WHENCE_UNIT_MONTH:
      return moment_in_year (civil.year, 1 + (int) floor_to (civil.month - 1, step), 1);
    case WHENCE_UNIT_YEAR:
      return moment_of_year (floor_year (civil.year, step), step);
    case WHENCE_UNIT_ERA:
    default:
      return civil.year < 1 ? moment_at (G_MININT64) : moment_in_year (1, 1, 1);
    }
}

static WhenceAxisMoment
find_next (const WhenceAxisLevel *level, const WhenceAxisMoment *moment)
{
  WhenceCivil civil = moment->civil;
  gint64 step = level->step;
  switch (level->unit)
    {
    case WHENCE_UNIT_SECOND:
      return moment_at (moment->instant > G_MAXINT64 - step ? G_MAXINT64
                                                            : floor_to (moment->instant, step) + step);
    case WHENCE_UNIT_DAY:
      if (step > 1 && civil.day + 2 * step - 1 > 30)
        return moment_in_year (civil.year, civil.month + 1, 1);
      return moment_in_year (civil.year, civil.month, civil.day + (int) step);
    case WHENCE_UNIT_MONTH:
      return moment_in_year (civil.year, civil.month + (int) step, 1);
    case WHENCE_UNIT_YEAR:
      return moment_of_year (moment->next_year, step);
    case WHENCE_UNIT_ERA:
    default:
      return civil.year < 1 ? moment_in_year (1, 1, 1) : moment_at (G_MAXINT64);
    }
}

gboolean
whence_axis_next_moment (const WhenceAxisLevel *level, WhenceAxisMoment *moment)
{
  WhenceAxisMoment next = find_next (level, moment);
  if (next.instant == G_MAXINT64 || next.instant <= moment->instant)
    return FALSE;
  *moment = next;
  return TRUE;
}
