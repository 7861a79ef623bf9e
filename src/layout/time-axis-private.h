/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the axis: the table of its rows, where ticks fall in the calendar, and what they are called.
 */
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
  WHENCE_AXIS_NOTHING, /* ends a list of forms */
  WHENCE_AXIS_SECONDS, /* "14:05:09" */
  WHENCE_AXIS_MINUTES, /* "14:05" */
  WHENCE_AXIS_WEEKDAY, /* "Fri 13" */
  WHENCE_AXIS_DAY,     /* "13" */
  WHENCE_AXIS_DATE_WITH_WEEKDAY,
  WHENCE_AXIS_DATE,       /* "13 June 2025" */
  WHENCE_AXIS_SHORT_DATE, /* "13 Jun 2025" */
  WHENCE_AXIS_DAY_AND_MONTH,
  WHENCE_AXIS_LONG_MONTH, /* "June" */
  WHENCE_AXIS_MONTH,      /* "Jun" */
  WHENCE_AXIS_MONTH_AND_YEAR,
  WHENCE_AXIS_SHORT_MONTH_AND_YEAR,
  WHENCE_AXIS_YEAR,      /* "2025", "44 BCE" */
  WHENCE_AXIS_YEARS,     /* "2010s", "1900–1999" */
  WHENCE_AXIS_COUNT,     /* of years from the turn of the eras, in the scale of the row: "13.8" */
  WHENCE_AXIS_ERA,       /* "Years BCE" */
  WHENCE_AXIS_SHORT_ERA, /* "BCE" */
  WHENCE_AXIS_AGO,       /* "Billion years ago" */
} WhenceAxisForm;

#define WHENCE_AXIS_MOST_FORMS 5

typedef struct
{
  WhenceAxisUnit unit;
  gint64 step;
  /* What its ticks may be called, from long to short. */
  guint8 forms[WHENCE_AXIS_MOST_FORMS];
} WhenceAxisLevel;

typedef struct
{
  WhenceAxisLevel minor, major;
  int scale;    /* power of ten of years that counts are in */
  gint64 reach; /* only for views that go as far as this many years from the turn of the eras */
} WhenceAxisRow;

/* From fine to coarse; the last one is without condition. */
extern const WhenceAxisRow whence_axis_rows[];
extern const guint whence_axis_n_rows;

typedef struct
{
  gint64 instant; /* saturates at the ends of time … */
  WhenceCivil civil;
  gint64 year, next_year; /* … where these still say which tick it is: its year, and that of the next */
} WhenceAxisMoment;

/* The tick of a level at or before @instant, and the one after @moment. FALSE when that lies beyond the end
 * of time. */
WhenceAxisMoment whence_axis_floor_moment (const WhenceAxisLevel *level, gint64 instant);
gboolean whence_axis_next_moment (const WhenceAxisLevel *level, WhenceAxisMoment *moment);

/* What the tick is called. Transfer full. */
char *whence_axis_moment_to_text (const WhenceAxisMoment *moment, WhenceAxisForm form, int scale);

G_END_DECLS
