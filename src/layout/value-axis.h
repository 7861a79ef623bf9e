/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis of values: from amounts of one currency to heights, linear or logarithmic, with round ticks. */
#pragma once

#include "layout/text.h"
#include "model/amount.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_SCALE_LINEAR, /* 0 is always on it */
  WHENCE_SCALE_LOG,    /* only what is above 0 has a place */
} WhenceValueScale;

typedef struct
{
  WhenceDecimal value;
  double y;    /* px */
  char *label; /* owned; NULL where there is no room for one */
  double label_width;
} WhenceValueTick;

typedef struct
{
  WhenceValueScale scale;
  double low, high;   /* at @bottom and @top: values, or their decimal logarithms */
  double top, bottom; /* px */
  WhenceValueTick *ticks;
  guint n_ticks;
} WhenceValueAxis;

/* Whether a value has a place on such an axis at all. */
gboolean whence_value_has_place (WhenceDecimal value, WhenceValueScale scale);

/* An axis between @top and @bottom px that begins and ends at round values and holds all from @lowest to
 * @highest; on a logarithmic one both must be above 0. Labels are at least a line apart, ticks
 * about 24 px. Clear with whence_value_axis_clear(). */
void whence_value_axis_init (WhenceValueAxis *axis, WhenceValueScale scale, WhenceDecimal lowest,
                             WhenceDecimal highest, const char *currency, double top, double bottom,
                             const WhenceMeasure *measure);
void whence_value_axis_clear (WhenceValueAxis *axis);

/* px, within top … bottom. */
double whence_value_axis_get_y (const WhenceValueAxis *axis, WhenceDecimal value);

G_END_DECLS
