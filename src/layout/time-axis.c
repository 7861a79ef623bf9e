/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks come from one table, from fine to coarse: the first row whose labels have room is taken. A row names
 * a unit, a step and the row of larger units above it. All calendar work is done in whole seconds and civil
 * fields, in UTC; no time zone is ever asked. O(width) a view. */
#include "layout/time-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  UNIT_SECOND,
  UNIT_DAY, /* of the month: 1, 6, 11 … */
  UNIT_MONTH,
  UNIT_YEAR,
  UNIT_ERA, /* before 1 CE, and since */
} Unit;

typedef enum
{
  LABEL_TIME,
  LABEL_TIME_SECONDS,
  LABEL_DAY,
  LABEL_MONTH,
  LABEL_YEAR,
  LABEL_LONG_DAY,
  LABEL_LONG_MONTH,
  LABEL_YEARS,  /* "2010s", "1900–1999" */
  LABEL_NUMBER, /* in the scale of the row: "13.8" */
  LABEL_ERA,    /* "Billion years BCE" */
} LabelKind;

typedef struct
{
  Unit unit;
  gint64 step;
  LabelKind label;
  Unit larger_unit;
  gint64 larger_step;
  LabelKind larger_label;
  gint8 scale; /* power of ten of years, for LABEL_NUMBER and LABEL_ERA */
} Row;

#define DAY G_GINT64_CONSTANT (86400)
#define TIMES(step, label)                                                                                   \
  {                                                                                                          \
    UNIT_SECOND, step, label, UNIT_DAY, 1, LABEL_LONG_DAY, 0                                                 \
  }
#define DAYS(step)                                                                                           \
  {                                                                                                          \
    UNIT_DAY, step, LABEL_DAY, UNIT_MONTH, 1, LABEL_LONG_MONTH, 0                                            \
  }
#define MONTHS(step)                                                                                         \
  {                                                                                                          \
    UNIT_MONTH, step, LABEL_MONTH, UNIT_YEAR, 1, LABEL_YEAR, 0                                               \
  }
#define YEARS(step, larger)                                                                                  \
  {                                                                                                          \
    UNIT_YEAR, step, LABEL_YEAR, UNIT_YEAR, larger, LABEL_YEARS, 0                                           \
  }
#define AGES(step, scale)                                                                                    \
  {                                                                                                          \
    UNIT_YEAR, G_GINT64_CONSTANT (step), LABEL_NUMBER, UNIT_ERA, 1, LABEL_ERA, scale                         \
  }

static const Row rows[] = {
  TIMES (1, LABEL_TIME_SECONDS),
  TIMES (2, LABEL_TIME_SECONDS),
  TIMES (5, LABEL_TIME_SECONDS),
  TIMES (10, LABEL_TIME_SECONDS),
  TIMES (15, LABEL_TIME_SECONDS),
  TIMES (30, LABEL_TIME_SECONDS),
  TIMES (60, LABEL_TIME),
  TIMES (120, LABEL_TIME),
  TIMES (300, LABEL_TIME),
  TIMES (600, LABEL_TIME),
  TIMES (900, LABEL_TIME),
  TIMES (1800, LABEL_TIME),
  TIMES (3600, LABEL_TIME),
  TIMES (7200, LABEL_TIME),
  TIMES (10800, LABEL_TIME),
  TIMES (21600, LABEL_TIME),
  TIMES (43200, LABEL_TIME),
  DAYS (1),
  DAYS (2),
  DAYS (5),
  DAYS (10),
  MONTHS (1),
  MONTHS (3),
  MONTHS (6),
  YEARS (1, 10),
  YEARS (2, 10),
  YEARS (5, 100),
  YEARS (10, 100),
  YEARS (20, 100),
  YEARS (50, 1000),
  YEARS (100, 1000),
  YEARS (200, 1000),
  AGES (500, 0),
  AGES (1000, 0),
  AGES (2000, 0),
  AGES (5000, 0),
  AGES (10000, 3),
  AGES (20000, 3),
  AGES (50000, 3),
  AGES (100000, 3),
  AGES (200000, 3),
  AGES (500000, 3),
  AGES (1000000, 6),
  AGES (2000000, 6),
  AGES (5000000, 6),
  AGES (10000000, 6),
  AGES (20000000, 6),
  AGES (50000000, 6),
  AGES (100000000, 6),
  AGES (200000000, 6),
  AGES (500000000, 6),
  AGES (1000000000, 9),
  AGES (2000000000, 9),
  AGES (5000000000, 9),
  AGES (10000000000, 9),
  AGES (20000000000, 9),
  AGES (50000000000, 9),
  AGES (100000000000, 9),
  AGES (200000000000, 9),
};

/* px */
#define LABEL_INSET 4.0
#define LABEL_GAP 12.0
#define LEAST_SPACING 48.0

/* --- Calendar ------------------------------------------------------------------------------------ */

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

static gint64
floor_tick (Unit unit, gint64 step, gint64 instant)
{
  WhenceCivil civil = whence_instant_to_civil (instant);
  switch (unit)
    {
    case UNIT_SECOND:
      return instant < G_MININT64 + step ? G_MININT64 : floor_to (instant, step);
    case UNIT_DAY:
      {
        int day = 1 + (int) floor_to (civil.day - 1, step);
        /* A stump at the end of a month would crowd the first of the next. */
        if (step > 1 && day + step - 1 > 30)
          day -= (int) step;
        return whence_instant_from_civil ((WhenceCivil){ civil.year, civil.month, day, 0, 0, 0 });
      }
    case UNIT_MONTH:
      return whence_instant_from_civil (
        (WhenceCivil){ civil.year, 1 + (int) floor_to (civil.month - 1, step), 1, 0, 0, 0 });
    case UNIT_YEAR:
      return instant_of_year (floor_year (civil.year, step));
    case UNIT_ERA:
    default:
      return civil.year < 1 ? G_MININT64 : instant_of_year (1);
    }
}

static gint64
next_tick (Unit unit, gint64 step, gint64 tick)
{
  WhenceCivil civil = whence_instant_to_civil (tick);
  switch (unit)
    {
    case UNIT_SECOND:
      return tick > G_MAXINT64 - step ? G_MAXINT64 : floor_to (tick, step) + step;
    case UNIT_DAY:
      if (step > 1 && civil.day + 2 * step - 1 > 30)
        return whence_instant_from_civil ((WhenceCivil){ civil.year, civil.month + 1, 1, 0, 0, 0 });
      return whence_instant_from_civil (
        (WhenceCivil){ civil.year, civil.month, civil.day + (int) step, 0, 0, 0 });
    case UNIT_MONTH:
      return whence_instant_from_civil ((WhenceCivil){ civil.year, civil.month + (int) step, 1, 0, 0, 0 });
    case UNIT_YEAR:
      return instant_of_year (next_year (civil.year, step));
    case UNIT_ERA:
    default:
      return civil.year < 1 ? instant_of_year (1) : G_MAXINT64;
    }
}

static double
typical_seconds (Unit unit, gint64 step)
{
  static const double seconds[] = {
    [UNIT_SECOND] = 1,           [UNIT_DAY] = 86400, [UNIT_MONTH] = 28 * 86400.0,
    [UNIT_YEAR] = 365 * 86400.0, [UNIT_ERA] = 1e20,
  };
  return seconds[unit] * (double) step;
}

/* --- Words --------------------------------------------------------------------------------------- */

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

static char *
tick_to_text (const Row *row, LabelKind label, gint64 tick, gint64 next)
{
  WhenceCivil civil = whence_instant_to_civil (tick);
  switch (label)
    {
    case LABEL_TIME:
      return g_strdup_printf ("%02d:%02d", civil.hour, civil.minute);
    case LABEL_TIME_SECONDS:
      return g_strdup_printf ("%02d:%02d:%02d", civil.hour, civil.minute, civil.second);
    case LABEL_DAY:
      return g_strdup_printf ("%d", civil.day);
    case LABEL_MONTH:
      return month_to_text (civil.month);
    case LABEL_YEAR:
      return whence_year_to_text (civil.year);
    case LABEL_LONG_DAY:
    case LABEL_LONG_MONTH:
      return day_to_text (civil, label == LABEL_LONG_DAY);
    case LABEL_YEARS:
      return years_to_text (civil.year, whence_instant_to_civil (next).year);
    case LABEL_NUMBER:
      return number_to_text (civil.year, row->scale);
    case LABEL_ERA:
    default:
      return g_strdup (era_to_text (civil.year, row->scale));
    }
}

/* --- Ticks --------------------------------------------------------------------------------------- */

typedef struct
{
  WhenceTimeView view;
  double left, right;
  const WhenceMeasure *measure;
} Room;

static WhenceAxisTick
make_tick (const Room *room, const Row *row, LabelKind label, gint64 tick, gint64 next)
{
  WhenceAxisTick made = { .instant = tick, .x = whence_time_view_to_x (room->view, tick) };
  made.label = tick_to_text (row, label, tick, next);
  made.label_width =
    room->measure->func (made.label, strlen (made.label), WHENCE_FONT_AXIS, room->measure->user_data);
  return made;
}

/* All ticks of a level from the one at or before the left edge. */
static GArray *
collect_ticks (const Room *room, const Row *row, gboolean larger)
{
  Unit unit = larger ? row->larger_unit : row->unit;
  gint64 step = larger ? row->larger_step : row->step;
  LabelKind label = larger ? row->larger_label : row->label;
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (WhenceAxisTick));
  gint64 last = whence_time_view_to_instant (room->view, room->right);
  gint64 tick = floor_tick (unit, step, whence_time_view_to_instant (room->view, room->left));
  for (;;)
    {
      gint64 next = next_tick (unit, step, tick);
      WhenceAxisTick made = make_tick (room, row, label, tick, next);
      g_array_append_val (ticks, made);
      if (next <= tick || next > last)
        return ticks;
      tick = next;
    }
}

static void
clear_tick (gpointer tick)
{
  g_free (((WhenceAxisTick *) tick)->label);
}

static void
free_ticks (GArray *ticks)
{
  g_array_set_clear_func (ticks, clear_tick);
  g_array_unref (ticks);
}

/* The finest row whose widest label has room between two ticks. */
static const Row *
choose_row (const Room *room, GArray **ticks)
{
  for (guint i = 0;; i++)
    {
      const Row *row = &rows[i];
      double spacing = typical_seconds (row->unit, row->step) / room->view.seconds_per_px;
      gboolean coarsest = i == G_N_ELEMENTS (rows) - 1;
      if (spacing < LEAST_SPACING && !coarsest)
        continue;
      *ticks = collect_ticks (room, row, FALSE);
      double widest = 0;
      for (guint k = 0; k < (*ticks)->len; k++)
        widest = MAX (widest, g_array_index (*ticks, WhenceAxisTick, k).label_width);
      if (spacing >= widest + LABEL_GAP || coarsest)
        return row;
      free_ticks (*ticks);
    }
}

/* Labels stand after their tick. One that would leave the view, its stretch or its predecessor's room is
 * dropped. */
static void
place_labels (GArray *ticks, const Room *room, gboolean sticky)
{
  double taken = room->left;
  for (guint i = 0; i < ticks->len; i++)
    {
      WhenceAxisTick *tick = &g_array_index (ticks, WhenceAxisTick, i);
      double end = i + 1 < ticks->len ? g_array_index (ticks, WhenceAxisTick, i + 1).x : room->right;
      double start = sticky ? MAX (tick->x, room->left) : tick->x;
      tick->label_x = start + LABEL_INSET;
      double label_end = tick->label_x + tick->label_width;
      if (tick->label_x >= taken && label_end <= MIN (end, room->right) - LABEL_INSET)
        taken = label_end + LABEL_INSET;
      else
        g_clear_pointer (&tick->label, g_free);
    }
}

/* The tick before the left edge served its label; where that is gone, so is the tick. */
static WhenceAxisTick *
steal_visible (GArray *ticks, const Room *room, guint *n_ticks)
{
  if (ticks->len > 0)
    {
      WhenceAxisTick *first = &g_array_index (ticks, WhenceAxisTick, 0);
      if (first->x < room->left && first->label == NULL)
        g_array_remove_index (ticks, 0);
    }
  *n_ticks = ticks->len;
  return (WhenceAxisTick *) g_array_free (ticks, FALSE);
}

void
whence_axis_init (WhenceAxis *axis, WhenceTimeView view, double left, double right,
                  const WhenceMeasure *measure)
{
  Room room = { view, left, MAX (left, right), measure };
  GArray *minor = NULL;
  const Row *row = choose_row (&room, &minor);
  GArray *major = collect_ticks (&room, row, TRUE);
  place_labels (minor, &room, FALSE);
  place_labels (major, &room, TRUE);
  axis->minor = steal_visible (minor, &room, &axis->n_minor);
  axis->major = steal_visible (major, &room, &axis->n_major);
}

void
whence_axis_clear (WhenceAxis *axis)
{
  for (guint i = 0; i < axis->n_minor; i++)
    clear_tick (&axis->minor[i]);
  for (guint i = 0; i < axis->n_major; i++)
    clear_tick (&axis->major[i]);
  g_clear_pointer (&axis->minor, g_free);
  g_clear_pointer (&axis->major, g_free);
  axis->n_minor = axis->n_major = 0;
}
