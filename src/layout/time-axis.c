/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks come from one table, from fine to coarse: the first row whose labels have room is taken. A row names
 * a unit, a step and the row of larger units above it. All calendar work is done in whole seconds and civil
 * fields, in UTC; no time zone is ever asked. O(width) a view. */
#include "layout/time-axis.h"

#include <string.h>

#include "layout/time-axis-private.h"

typedef struct
{
  WhenceAxisUnit unit;
  gint64 step;
  WhenceAxisLabel label;
  WhenceAxisUnit larger_unit;
  gint64 larger_step;
  WhenceAxisLabel larger_label;
  gint8 scale; /* power of ten of years, for WHENCE_AXIS_NUMBER and WHENCE_AXIS_ERA */
} Row;

#define TIMES(step, label)                                                                                   \
  {                                                                                                          \
    WHENCE_UNIT_SECOND, step, label, WHENCE_UNIT_DAY, 1, WHENCE_AXIS_LONG_DAY, 0                             \
  }
#define DAYS(step)                                                                                           \
  {                                                                                                          \
    WHENCE_UNIT_DAY, step, WHENCE_AXIS_DAY, WHENCE_UNIT_MONTH, 1, WHENCE_AXIS_LONG_MONTH, 0                  \
  }
#define MONTHS(step)                                                                                         \
  {                                                                                                          \
    WHENCE_UNIT_MONTH, step, WHENCE_AXIS_MONTH, WHENCE_UNIT_YEAR, 1, WHENCE_AXIS_YEAR, 0                     \
  }
#define YEARS(step, larger)                                                                                  \
  {                                                                                                          \
    WHENCE_UNIT_YEAR, step, WHENCE_AXIS_YEAR, WHENCE_UNIT_YEAR, larger, WHENCE_AXIS_YEARS, 0                 \
  }
#define AGES(step, scale)                                                                                    \
  {                                                                                                          \
    WHENCE_UNIT_YEAR, G_GINT64_CONSTANT (step), WHENCE_AXIS_NUMBER, WHENCE_UNIT_ERA, 1, WHENCE_AXIS_ERA,     \
      scale                                                                                                  \
  }

static const Row rows[] = {
  TIMES (1, WHENCE_AXIS_TIME_SECONDS),
  TIMES (2, WHENCE_AXIS_TIME_SECONDS),
  TIMES (5, WHENCE_AXIS_TIME_SECONDS),
  TIMES (10, WHENCE_AXIS_TIME_SECONDS),
  TIMES (15, WHENCE_AXIS_TIME_SECONDS),
  TIMES (30, WHENCE_AXIS_TIME_SECONDS),
  TIMES (60, WHENCE_AXIS_TIME),
  TIMES (120, WHENCE_AXIS_TIME),
  TIMES (300, WHENCE_AXIS_TIME),
  TIMES (600, WHENCE_AXIS_TIME),
  TIMES (900, WHENCE_AXIS_TIME),
  TIMES (1800, WHENCE_AXIS_TIME),
  TIMES (3600, WHENCE_AXIS_TIME),
  TIMES (7200, WHENCE_AXIS_TIME),
  TIMES (10800, WHENCE_AXIS_TIME),
  TIMES (21600, WHENCE_AXIS_TIME),
  TIMES (43200, WHENCE_AXIS_TIME),
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

static double
typical_seconds (WhenceAxisUnit unit, gint64 step)
{
  static const double seconds[] = {
    [WHENCE_UNIT_SECOND] = 1,           [WHENCE_UNIT_DAY] = 86400, [WHENCE_UNIT_MONTH] = 28 * 86400.0,
    [WHENCE_UNIT_YEAR] = 365 * 86400.0, [WHENCE_UNIT_ERA] = 1e20,
  };
  return seconds[unit] * (double) step;
}
/* --- Ticks --------------------------------------------------------------------------------------- */

typedef struct
{
  WhenceTimeView view;
  double left, right;
  const WhenceMeasure *measure;
} Room;

static WhenceAxisTick
make_tick (const Room *room, const Row *row, WhenceAxisLabel label, gint64 tick, gint64 next)
{
  WhenceAxisTick made = { .instant = tick, .x = whence_time_view_to_x (room->view, tick) };
  made.label = whence_axis_tick_to_text (label, tick, next, row->scale);
  made.label_width =
    room->measure->func (made.label, strlen (made.label), WHENCE_FONT_AXIS, room->measure->user_data);
  return made;
}

/* All ticks of a level from the one at or before the left edge. */
static GArray *
collect_ticks (const Room *room, const Row *row, gboolean larger)
{
  WhenceAxisUnit unit = larger ? row->larger_unit : row->unit;
  gint64 step = larger ? row->larger_step : row->step;
  WhenceAxisLabel label = larger ? row->larger_label : row->label;
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (WhenceAxisTick));
  gint64 last = whence_time_view_to_instant (room->view, room->right);
  gint64 tick = whence_axis_floor_tick (unit, step, whence_time_view_to_instant (room->view, room->left));
  for (;;)
    {
      gint64 next = whence_axis_next_tick (unit, step, tick);
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
