/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One switch for all, and the words for the halves of a day. Constant time. */
#include "model/clock.h"

#include <glib/gi18n-lib.h>

static int twelve_hours;

void
whence_clock_set_twelve_hours (gboolean twelve)
{
  g_atomic_int_set (&twelve_hours, twelve);
}

char *
whence_clock_twelve_to_text (int hour, int minute, int second)
{
  /* Translators: the halves of a day on a clock of twelve hours, before and after noon. */
  const char *half = hour < 12 ? C_ ("time of day", "AM") : C_ ("time of day", "PM");
  int shown = hour % 12 > 0 ? hour % 12 : 12;

  if (!g_atomic_int_get (&twelve_hours) || hour > 23)
    return NULL;
  if (second >= 0)
    /* Translators: hour, minute, second and half of the day on a clock of twelve hours, as in "2:05:09 PM".
     */
    return g_strdup_printf (C_ ("time of day", "%1$d:%2$02d:%3$02d %4$s"), shown, minute, second, half);
  /* Translators: hour, minute and half of the day on a clock of twelve hours, as in "2:05 PM". */
  return g_strdup_printf (C_ ("time of day", "%1$d:%2$02d %3$s"), shown, minute, half);
}
