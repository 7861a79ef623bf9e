/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of lengths over the calendar of the axis. Constant time. */
#include "layout/stretch.h"

#include <glib/gi18n-lib.h>

#include "layout/time-axis-private.h"
#include "layout/time-axis.h"
#include "model/date-names.h"

#define SECONDS(step)                                                                                        \
  {                                                                                                          \
    WHENCE_UNIT_SECOND, step                                                                                 \
  }
#define YEARS(step)                                                                                          \
  {                                                                                                          \
    WHENCE_UNIT_YEAR, G_GINT64_CONSTANT (step)                                                               \
  }
#define YEARS_1_2_5(zeros) YEARS (1##zeros), YEARS (2##zeros), YEARS (5##zeros)

static const WhenceAxisLevel lengths[] = {
  SECONDS (1),
  SECONDS (5),
  SECONDS (15),
  SECONDS (60),
  SECONDS (300),
  SECONDS (900),
  SECONDS (3600),
  SECONDS (10800),
  SECONDS (21600),
  SECONDS (43200),
  { WHENCE_UNIT_DAY, 1 },
  { WHENCE_UNIT_DAY, 5 },
  { WHENCE_UNIT_DAY, 10 },
  { WHENCE_UNIT_MONTH, 1 },
  { WHENCE_UNIT_MONTH, 3 },
  { WHENCE_UNIT_MONTH, 6 },
  YEARS (1),
  YEARS (2),
  YEARS (5),
  YEARS_1_2_5 (0),
  YEARS_1_2_5 (00),
  YEARS_1_2_5 (000),
  YEARS_1_2_5 (0000),
  YEARS_1_2_5 (00000),
  YEARS_1_2_5 (000000),
  YEARS_1_2_5 (0000000),
  YEARS_1_2_5 (00000000),
  YEARS_1_2_5 (000000000),
  YEARS_1_2_5 (0000000000),
  YEARS_1_2_5 (00000000000),
};

static double
seconds_of (const WhenceAxisLevel *length)
{
  static const double unit[] = {
    [WHENCE_UNIT_SECOND] = 1,
    [WHENCE_UNIT_DAY] = 86400,
    [WHENCE_UNIT_MONTH] = 365.2425 * 86400 / 12,
    [WHENCE_UNIT_YEAR] = 365.2425 * 86400,
  };
  return (double) length->step * unit[length->unit];
}

WhenceStretch
whence_stretch_choose (double seconds)
{
  WhenceStretch stretch = 0;
  while (stretch + 1 < G_N_ELEMENTS (lengths) && seconds_of (&lengths[stretch]) < seconds)
    stretch++;
  return stretch;
}

WhenceStretch
whence_stretch_longer (WhenceStretch stretch)
{
  return MIN (stretch + 1, G_N_ELEMENTS (lengths) - 1);
}

gint64
whence_stretch_start (WhenceStretch stretch, gint64 instant)
{
  return whence_axis_floor_moment (&lengths[stretch], instant).instant;
}

gint64
whence_stretch_end (WhenceStretch stretch, gint64 start)
{
  WhenceAxisMoment moment = whence_axis_floor_moment (&lengths[stretch], start);
  return whence_axis_next_moment (&lengths[stretch], &moment) ? moment.instant : G_MAXINT64;
}

/* --- In words ------------------------------------------------------------------------------------ */

static char *
join (const char *first, const char *last)
{
  /* Translators: where a stretch of time begins and ends. */
  return g_strdup_printf (C_ ("stretch of time", "%1$s – %2$s"), first, last);
}

static char *
name_day (gint64 instant)
{
  WhenceCivil civil = whence_instant_to_civil (instant);
  return whence_day_name (civil.year, civil.month, civil.day, WHENCE_DATE_TEXT_LONG);
}

static char *
name_time (gint64 instant, gboolean seconds)
{
  return whence_axis_clock_to_text (whence_instant_to_civil (instant), seconds);
}

static char *
name_moment (const char *day, const char *time)
{
  return g_strdup_printf (C_ ("date and time", "%1$s, %2$s"), day, time);
}

static char *
times_to_text (const WhenceAxisLevel *length, gint64 start, gint64 end)
{
  gboolean seconds = length->step < 60;
  g_autofree char *day = name_day (start), *last_day = name_day (end - 1);
  g_autofree char *first = name_time (start, seconds), *last = name_time (end, seconds);
  g_autofree char *from = name_moment (day, first);
  g_autofree char *to = g_str_equal (day, last_day) ? g_strdup (last) : name_moment (last_day, last);
  return join (from, to);
}

static char *
name_of (const WhenceAxisLevel *length, gint64 instant)
{
  WhenceCivil civil = whence_instant_to_civil (instant);
  return length->unit == WHENCE_UNIT_DAY ? name_day (instant)
                                         : whence_month_name (civil.year, civil.month, WHENCE_DATE_TEXT_LONG);
}

char *
whence_stretch_to_text (WhenceStretch stretch, gint64 start, gint64 end)
{
  const WhenceAxisLevel *length = &lengths[stretch];
  if (length->unit == WHENCE_UNIT_SECOND)
    return times_to_text (length, start, end);
  gint64 first_year = whence_instant_to_civil (start).year,
         last_year = whence_instant_to_civil (end - 1).year;
  if (length->unit == WHENCE_UNIT_YEAR)
    return first_year == last_year ? whence_year_to_text (first_year)
                                   : whence_years_name (first_year, last_year);
  g_autofree char *first = name_of (length, start), *last = name_of (length, end - 1);
  return g_str_equal (first, last) ? g_strdup (first) : join (first, last);
}
