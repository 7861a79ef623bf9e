/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the keyboard and assistive technology take hold of in the range bar: an end of the window of time, or
 * the date of the ties. It draws nothing but its focus. Signal "moved" (WhenceGripMove, direction -1 or 1).
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  WHENCE_GRIP_STEP,   /* by a unit of the calendar */
  WHENCE_GRIP_PAGE,   /* by a larger one */
  WHENCE_GRIP_END,    /* to an end of all time */
  WHENCE_GRIP_SPAN,   /* an end of the span of time, by a unit of the calendar */
  WHENCE_GRIP_WINDOW, /* the whole window */
  WHENCE_GRIP_ZOOM,   /* the window narrower (1) or wider */
  WHENCE_GRIP_FIT,    /* all time */
  WHENCE_GRIP_REMOVE, /* away with it */
} WhenceGripMove;

#define WHENCE_TYPE_RANGE_GRIP (whence_range_grip_get_type ())
G_DECLARE_FINAL_TYPE (WhenceRangeGrip, whence_range_grip, WHENCE, RANGE_GRIP, GtkWidget)

/* @name says what it is. Transfer floating. */
WhenceRangeGrip *whence_range_grip_new (const char *name);
/* Says where it is: @value for people, @part (0 … 1) of all time. */
void whence_range_grip_set_value (WhenceRangeGrip *self, const char *value, double part);
const char *whence_range_grip_get_value (WhenceRangeGrip *self);

G_END_DECLS
