/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks are whole multiples of 1, 2 or 5 times a power of ten, kept as exact decimals so that their labels
 * are round; only heights are doubles. What no double holds stands at the end of the axis. O(ticks). */
#include "layout/value-axis.h"

#include <math.h>
#include <string.h>

/* px */
#define LEAST_SPACING 24.0
#define WIDEST_LABEL 90.0
#define LARGEST 1e300
#define LONGEST 60 /* digits; more would never be narrow enough */

static const int round_digits[] = { 1, 2, 5, 10 };

gboolean
whence_value_has_place (WhenceDecimal value, WhenceValueScale scale)
{
  return scale == WHENCE_SCALE_LINEAR || value.coefficient > 0;
}

/* What the axis measures: the value or its logarithm, which is finite where no double holds the value. */
static double
measure_of (WhenceValueScale scale, WhenceDecimal value)
{
  if (scale == WHENCE_SCALE_LOG)
    return log10 ((double) value.coefficient) + value.exponent;
  return CLAMP (whence_decimal_to_double (value), -LARGEST, LARGEST);
}

/* In normal form. A round value may lie beyond the greatest number of a file. */
static WhenceDecimal
round_decimal (gint64 coefficient, int exponent)
{
  if (coefficient == 0)
    return (WhenceDecimal){ 0 };
  for (; coefficient % 10 == 0; exponent++)
    coefficient /= 10;
  return (WhenceDecimal){ coefficient, exponent };
}

static void
add_tick (WhenceValueAxis *axis, WhenceDecimal value, double at, const char *currency,
          const WhenceMeasure *measure)
{
  WhenceAmount amount = { .value = value, .currency = currency };
  WhenceValueTick *tick = &axis->ticks[axis->n_ticks++];
  *tick = (WhenceValueTick){ .value = value };
  tick->y = axis->bottom - (at - axis->low) / (axis->high - axis->low) * (axis->bottom - axis->top);
  if (ABS (value.exponent) > LONGEST)
    return;
  tick->label = whence_amount_to_text (&amount, WHENCE_AMOUNT_TEXT_SHORT);
  tick->label_width = measure->func (tick->label, strlen (tick->label), WHENCE_FONT_AXIS, measure->user_data);
  if (tick->label_width > WIDEST_LABEL)
    g_clear_pointer (&tick->label, g_free);
}

/* --- Linear -------------------------------------------------------------------------------------- */

static void
init_linear (WhenceValueAxis *axis, double lowest, double highest, const char *currency,
             const WhenceMeasure *measure)
{
  double most = MAX (2, floor ((axis->bottom - axis->top) / LEAST_SPACING));
  double low = MIN (0, lowest), high = MAX (0, highest);
  if (!(high > low))
    high = 1;
  /* Halves, for the difference may be beyond a double. */
  int exponent = (int) floor (log10 (MAX ((high / 2 - low / 2) / most * 2, G_MINDOUBLE)));
  double step = 0, first = 0, last = 0;
  guint i = 0;
  do
    {
      step = round_digits[i] * pow (10, exponent);
      first = floor (low / step);
      last = ceil (high / step);
    }
  while (last - first > most && ++i < G_N_ELEMENTS (round_digits));
  /* An axis on both sides of 0 may need a tick more than there is room for, which is better than none. */
  i = MIN (i, G_N_ELEMENTS (round_digits) - 1);
  axis->low = first * step;
  axis->high = last * step;
  axis->ticks = g_new0 (WhenceValueTick, (gsize) (last - first) + 1);
  for (double k = first; k <= last; k++)
    add_tick (axis, round_decimal ((gint64) k * round_digits[i], exponent), k * step, currency, measure);
}

/* --- Logarithmic --------------------------------------------------------------------------------- */

/* The round value of place @n: 1, 2, 5, 10, 20, 50, … */
static WhenceDecimal
round_value (int n)
{
  int decade = n >= 0 ? n / 3 : -((2 - n) / 3);
  return round_decimal (round_digits[n - 3 * decade], decade);
}

static double
round_log (int n)
{
  return measure_of (WHENCE_SCALE_LOG, round_value (n));
}

/* Every round value where that has room, else every decade, or every second, fifth, tenth … */
static int
choose_stride (double px_per_decade)
{
  /* Between 1 and 2 there is less room than between 2 and 5. */
  if (px_per_decade * log10 (2) >= LEAST_SPACING)
    return 1;
  int stride = 1;
  for (guint i = 0; stride * px_per_decade < LEAST_SPACING; i++)
    stride = round_digits[i % 3] * (int) pow (10, i / 3);
  return 3 * stride;
}

static void
init_log (WhenceValueAxis *axis, double lowest, double highest, const char *currency,
          const WhenceMeasure *measure)
{
  int first = 3 * (int) floor (lowest), last = 3 * (int) ceil (highest) + 1;
  while (round_log (first + 1) <= lowest)
    first++;
  while (round_log (last - 1) >= highest && last > first + 1)
    last--;
  axis->low = round_log (first);
  axis->high = round_log (last);
  int stride = choose_stride ((axis->bottom - axis->top) / (axis->high - axis->low));
  axis->ticks = g_new0 (WhenceValueTick, (gsize) (last - first) + 1);
  for (int n = first; n <= last; n++)
    if (n % stride == 0)
      add_tick (axis, round_value (n), round_log (n), currency, measure);
}

/* In a low strip not every tick has room for its words. */
static void
thin_labels (WhenceValueAxis *axis)
{
  double line = whence_font_get_metrics (WHENCE_FONT_AXIS)->line_height, last = INFINITY;
  for (guint i = 0; i < axis->n_ticks; i++)
    {
      WhenceValueTick *tick = &axis->ticks[i];
      if (tick->label != NULL && last - tick->y < line)
        g_clear_pointer (&tick->label, g_free);
      else if (tick->label != NULL)
        last = tick->y;
    }
}

void
whence_value_axis_init (WhenceValueAxis *axis, WhenceValueScale scale, WhenceDecimal lowest,
                        WhenceDecimal highest, const char *currency, double top, double bottom,
                        const WhenceMeasure *measure)
{
  *axis = (WhenceValueAxis){ .scale = scale, .top = top, .bottom = bottom };
  (scale == WHENCE_SCALE_LOG ? init_log : init_linear) (axis, measure_of (scale, lowest),
                                                        measure_of (scale, highest), currency, measure);
  thin_labels (axis);
}

void
whence_value_axis_clear (WhenceValueAxis *axis)
{
  for (guint i = 0; i < axis->n_ticks; i++)
    g_free (axis->ticks[i].label);
  g_free (axis->ticks);
  *axis = (WhenceValueAxis){ 0 };
}

double
whence_value_axis_get_y (const WhenceValueAxis *axis, WhenceDecimal value)
{
  double part = (measure_of (axis->scale, value) - axis->low) / (axis->high - axis->low);
  return axis->bottom - CLAMP (part, 0, 1) * (axis->bottom - axis->top);
}
