/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the axis: where ticks fall in the calendar, and what they are called. */
#pragma once

#include "model/date.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_UNIT_SECOND,
  WHENCE_UNIT_DAY, /* of the month: 1, 6, 11 … */
  WHENCE_UNIT_MONTH,
  WHENCE_UNIT_YEAR,
  WHENCE_UNIT_ERA, /* before 1 CE, and since */
} WhenceAxisUnit;

typedef enum
{
  WHENCE_AXIS_TIME,
  WHENCE_AXIS_TIME_SECONDS,
  WHENCE_AXIS_DAY,
  WHENCE_AXIS_MONTH,
  WHENCE_AXIS_YEAR,
  WHENCE_AXIS_LONG_DAY,
  WHENCE_AXIS_LONG_MONTH,
  WHENCE_AXIS_YEARS,  /* "2010s", "1900–1999" */
  WHENCE_AXIS_NUMBER, /* in the scale of the row: "13.8" */
  WHENCE_AXIS_ERA,    /* "Billion years BCE" */
} WhenceAxisLabel;

/* The tick of every @step units at or before @instant, and the one after @tick; they saturate at the ends of
 * time. */
gint64 whence_axis_floor_tick (WhenceAxisUnit unit, gint64 step, gint64 instant);
gint64 whence_axis_next_tick (WhenceAxisUnit unit, gint64 step, gint64 tick);

/* What the tick is called, up to the @next one; @scale is a power of ten of years. Transfer full. */
char *whence_axis_tick_to_text (WhenceAxisLabel label, gint64 tick, gint64 next, int scale);

G_END_DECLS
