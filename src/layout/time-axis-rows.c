/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one table of the axis: which units and steps there are, from fine to coarse, what stands above each,
 * and what both are called. */
#include "layout/time-axis-private.h"

/* clang-format off */
#define DATES \
  { WHENCE_UNIT_DAY, 1, { WHENCE_AXIS_DATE_WITH_WEEKDAY, WHENCE_AXIS_DATE, WHENCE_AXIS_SHORT_DATE, WHENCE_AXIS_DAY_AND_MONTH } }
#define MONTHS_OF_YEARS \
  { WHENCE_UNIT_MONTH, 1, { WHENCE_AXIS_MONTH_AND_YEAR, WHENCE_AXIS_SHORT_MONTH_AND_YEAR, WHENCE_AXIS_MONTH } }
#define ERAS { WHENCE_UNIT_ERA, 1, { WHENCE_AXIS_ERA, WHENCE_AXIS_SHORT_ERA } }
#define AGES { WHENCE_UNIT_ERA, 1, { WHENCE_AXIS_AGO } }

#define TIMES(step, form) { { WHENCE_UNIT_SECOND, step, { form } }, DATES, 0, 0 }
#define DAYS(step, form) { { WHENCE_UNIT_DAY, step, { form } }, MONTHS_OF_YEARS, 0, 0 }
#define MONTHS(step, form) \
  { { WHENCE_UNIT_MONTH, step, { form } }, { WHENCE_UNIT_YEAR, 1, { WHENCE_AXIS_YEAR } }, 0, 0 }
#define YEARS(step, major) \
  { { WHENCE_UNIT_YEAR, step, { WHENCE_AXIS_YEAR } }, { WHENCE_UNIT_YEAR, major, { WHENCE_AXIS_YEARS } }, 0, 0 }
#define COUNTS(step) { { WHENCE_UNIT_YEAR, step, { WHENCE_AXIS_COUNT } }, ERAS, 0, 0 }
/* Where a step is so long that the two thousand years between the turn of the eras and today are no part of
 * it to speak of, years are counted back from today, as people do. */
#define AGO(step, scale, reach) \
  { { WHENCE_UNIT_YEAR, G_GINT64_CONSTANT (step), { WHENCE_AXIS_COUNT } }, AGES, scale, G_GINT64_CONSTANT (reach) }
/* clang-format on */

const WhenceAxisRow whence_axis_rows[] = {
  TIMES (1, WHENCE_AXIS_SECONDS),
  TIMES (2, WHENCE_AXIS_SECONDS),
  TIMES (5, WHENCE_AXIS_SECONDS),
  TIMES (10, WHENCE_AXIS_SECONDS),
  TIMES (15, WHENCE_AXIS_SECONDS),
  TIMES (30, WHENCE_AXIS_SECONDS),
  TIMES (60, WHENCE_AXIS_MINUTES),
  TIMES (120, WHENCE_AXIS_MINUTES),
  TIMES (300, WHENCE_AXIS_MINUTES),
  TIMES (600, WHENCE_AXIS_MINUTES),
  TIMES (900, WHENCE_AXIS_MINUTES),
  TIMES (1800, WHENCE_AXIS_MINUTES),
  TIMES (3600, WHENCE_AXIS_MINUTES),
  TIMES (7200, WHENCE_AXIS_MINUTES),
  TIMES (10800, WHENCE_AXIS_MINUTES),
  TIMES (21600, WHENCE_AXIS_MINUTES),
  TIMES (43200, WHENCE_AXIS_MINUTES),
  DAYS (1, WHENCE_AXIS_WEEKDAY),
  DAYS (1, WHENCE_AXIS_DAY),
  DAYS (2, WHENCE_AXIS_DAY),
  DAYS (5, WHENCE_AXIS_DAY),
  DAYS (10, WHENCE_AXIS_DAY),
  MONTHS (1, WHENCE_AXIS_LONG_MONTH),
  MONTHS (1, WHENCE_AXIS_MONTH),
  MONTHS (3, WHENCE_AXIS_MONTH),
  MONTHS (6, WHENCE_AXIS_MONTH),
  YEARS (1, 10),
  YEARS (2, 10),
  YEARS (5, 100),
  YEARS (10, 100),
  YEARS (20, 100),
  YEARS (50, 1000),
  YEARS (100, 1000),
  YEARS (200, 1000),
  COUNTS (500),
  COUNTS (1000),
  COUNTS (2000),
  COUNTS (5000),
  COUNTS (10000),
  COUNTS (20000),
  COUNTS (50000),
  AGO (100000, 6, 1000000),
  AGO (100000, 0, 0),
  AGO (200000, 6, 1000000),
  AGO (200000, 0, 0),
  AGO (500000, 6, 1000000),
  AGO (500000, 0, 0),
  AGO (1000000, 6, 0),
  AGO (2000000, 6, 0),
  AGO (5000000, 6, 0),
  AGO (10000000, 6, 0),
  AGO (20000000, 6, 0),
  AGO (50000000, 6, 0),
  AGO (100000000, 9, 1000000000),
  AGO (100000000, 6, 0),
  AGO (200000000, 9, 1000000000),
  AGO (200000000, 6, 0),
  AGO (500000000, 9, 1000000000),
  AGO (500000000, 6, 0),
  AGO (1000000000, 9, 0),
  AGO (2000000000, 9, 0),
  AGO (5000000000, 9, 0),
  AGO (10000000000, 9, 0),
  AGO (20000000000, 9, 0),
  AGO (50000000000, 9, 0),
  AGO (100000000000, 9, 0),
  AGO (200000000000, 9, 0),
};

const guint whence_axis_n_rows = G_N_ELEMENTS (whence_axis_rows);
