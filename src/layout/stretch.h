/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stretches of the calendar, from a second to billions of years: what facts are counted by where there are
 * too many to be shown. They are bound to the calendar and not to the view, so that counts do not change
 * while it moves. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One length of stretches, by its place in the table from short to long. */
typedef guint WhenceStretch;

/* The shortest whose stretches last @seconds or more (a month counts as its mean), or the longest there is.
 */
WhenceStretch whence_stretch_choose (double seconds);
/* The next longer one; the longest is its own. */
WhenceStretch whence_stretch_longer (WhenceStretch stretch);

/* Where the stretch that @instant is in begins, and where the one that begins at @start ends; they saturate
 * at the ends of time. */
gint64 whence_stretch_start (WhenceStretch stretch, gint64 instant);
gint64 whence_stretch_end (WhenceStretch stretch, gint64 start);

/* What people call the time of one or more stretches: "2014", "May 2014", "1990–1999", "5 May 2014, 14:00 –
 * 14:15". Transfer full. */
char *whence_stretch_to_text (WhenceStretch stretch, gint64 start, gint64 end);

G_END_DECLS
