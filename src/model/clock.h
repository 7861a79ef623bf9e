/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a day has twenty-four hours or twice twelve, as a desktop is set. Twenty-four unless a program says
 * otherwise: what is drawn without a window does not depend on a desktop. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of any thread; texts that are there already stay as they are. */
void whence_clock_set_twelve_hours (gboolean twelve);

/* "2:05 PM" in the language of the catalogue, with seconds unless @second is negative. NULL when a day has
 * twenty-four hours, or @hour is the end of one, 24, which no such clock shows. Transfer full. */
char *whence_clock_twelve_to_text (int hour, int minute, int second);

G_END_DECLS
