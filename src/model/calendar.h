/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of the calendar that only the date readers need: seconds too many for 64 bits, and days in a
 * month. */
#pragma once

#include "model/date.h"

G_BEGIN_DECLS

__extension__ typedef __int128 WhenceWide;

/* Seconds from the epoch, exact for every argument. Months and days out of their range carry over. */
WhenceWide whence_calendar_wide (WhenceCivil civil);

/* @month from 1 to 12. */
int whence_calendar_days_in_month (gint64 year, int month);

G_END_DECLS
