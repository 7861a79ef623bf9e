/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis of the timeline: two levels of ticks with labels, from seconds to billions of years. The years
 * have no zero: 1 BCE is followed by 1 CE. The label of the larger unit stays in view while its stretch does.
 */
#pragma once

#include "layout/timeline-scene.h"

G_BEGIN_DECLS

#define WHENCE_AXIS_HEIGHT 42.0 /* px */

typedef struct
{
  gint64 instant;
  double x;
  char *label;        /* owned; NULL where there is no room for one */
  double label_x;     /* px, left end of the label */
  double label_width; /* px */
} WhenceAxisTick;

typedef struct
{
  WhenceAxisTick *minor, *major;
  guint n_minor, n_major;
} WhenceAxis;

/* Ticks and labels between @left and @right px. No two labels of a level overlap, none is cut, and labels lie
 * within the stretch that they name. O(width). Free with whence_axis_clear(). */
void whence_axis_init (WhenceAxis *axis, WhenceTimeView view, double left, double right,
                       const WhenceMeasure *measure);
void whence_axis_clear (WhenceAxis *axis);

/* A time of day as the axis tells it, "14:05" or "14:05:09". Transfer full. */
char *whence_axis_clock_to_text (WhenceCivil civil, gboolean with_seconds);

G_END_DECLS
