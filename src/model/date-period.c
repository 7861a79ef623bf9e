/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stretch of time in words: as a year, a month or a day where it is one. Constant time. */
#include "model/date.h"

char *
whence_period_to_edtf (WhencePeriod period)
{
  WhenceCivil a = whence_instant_to_civil (period.from), z = whence_instant_to_civil (period.to - 1);
  WhenceCivil next_year = { .year = a.year + 1, .month = 1, .day = 1 };
  WhenceCivil next_month = { .year = a.year, .month = a.month + 1, .day = 1 };
  const char *sign = a.year < 0 ? "-" : "";
  gint64 year = ABS (a.year);

  if (a.month == 1 && a.day == 1 && whence_instant_from_civil (next_year) == period.to)
    return g_strdup_printf ("%s%04" G_GINT64_FORMAT, sign, year);
  if (a.day == 1 && whence_instant_from_civil (next_month) == period.to)
    return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d", sign, year, a.month);
  if (a.year == z.year && a.month == z.month && a.day == z.day)
    return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d", sign, year, a.month, a.day);
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT "-%02d-%02d/%s%04" G_GINT64_FORMAT "-%02d-%02d", sign, year,
                          a.month, a.day, z.year < 0 ? "-" : "", ABS (z.year), z.month, z.day);
}

char *
whence_period_to_text (WhencePeriod period, WhenceDateText style)
{
  g_autofree char *edtf = whence_period_to_edtf (period);

  return whence_date_to_text (edtf, style);
}
