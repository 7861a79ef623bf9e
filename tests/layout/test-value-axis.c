/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis of values: round ticks, from nothing to everything, both kinds. */
#include "layout/value-axis.h"

#include <string.h>

static WhenceDecimal
decimal (const char *text)
{
  WhenceDecimal value;
  g_assert_true (whence_decimal_parse (text, strlen (text), &value));
  return value;
}

typedef struct
{
  WhenceValueScale scale;
  const char *lowest, *highest;
  double height;
  const char *labels; /* from the bottom */
} Case;

static const Case cases[] = {
  { WHENCE_SCALE_LINEAR, "14000000000", "29000000000", 100, "$0 $10 B $20 B $30 B" },
  { WHENCE_SCALE_LINEAR, "14000000000", "29000000000", 250, "$0 $5 B $10 B $15 B $20 B $25 B $30 B" },
  { WHENCE_SCALE_LINEAR, "0", "0", 100, "$0 $0.50 $1" },
  { WHENCE_SCALE_LINEAR, "-3", "7", 100, "−$5 $0 $5 $10" },
  { WHENCE_SCALE_LINEAR, "-70", "-20", 100, "−$80 −$60 −$40 −$20 $0" },
  { WHENCE_SCALE_LINEAR, "3", "7", 20, "$0 $10" },
  { WHENCE_SCALE_LINEAR, "0.001", "0.004", 60, "$0 $0.002 $0.004" },
  { WHENCE_SCALE_LOG, "14000000000", "29000000000", 100, "$10 B $20 B $50 B" },
  { WHENCE_SCALE_LOG, "1", "1", 100, "$1 $2" },
  { WHENCE_SCALE_LOG, "1000000", "29000000000", 150, "$1 M $10 M $100 M $1 B $10 B" },
  { WHENCE_SCALE_LOG, "0.2", "30000000000000", 100, "$1 $100 k $10 B" },
};

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      WhenceValueAxis axis;
      g_autoptr (GString) labels = g_string_new (NULL);
      whence_value_axis_init (&axis, c->scale, decimal (c->lowest), decimal (c->highest), "USD", 10,
                              10 + c->height, &whence_measure_plain);
      for (guint k = 0; k < axis.n_ticks; k++)
        if (axis.ticks[k].label != NULL)
          g_string_append_printf (labels, "%s%s", labels->len > 0 ? " " : "", axis.ticks[k].label);
      g_auto (GStrv) parts = g_strsplit (labels->str, "\xC2\xA0", -1);
      g_autofree char *plain = g_strjoinv (" ", parts);
      g_assert_cmpstr (plain, ==, c->labels);
      whence_value_axis_clear (&axis);
    }
}

static WhenceDecimal
random_value (GRand *random, WhenceValueScale scale)
{
  gint64 coefficient = ((gint64) g_rand_int (random) << 20) | g_rand_int_range (random, 1, 1 << 20);
  int exponent = g_rand_int_range (random, 0, 4) == 0 ? g_rand_int_range (random, -400, 400)
                                                      : g_rand_int_range (random, -12, 4);
  gboolean negative = scale == WHENCE_SCALE_LINEAR && g_rand_int_range (random, 0, 4) == 0;
  return whence_decimal_make (negative ? -coefficient : coefficient, exponent);
}

/* Heights are finite, within the axis, and in the order of the values; ticks are apart and where they say. */
static void
test_properties (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint i = 0; i < 4000; i++)
    {
      WhenceValueScale scale = i % 2 == 0 ? WHENCE_SCALE_LINEAR : WHENCE_SCALE_LOG;
      WhenceDecimal a = random_value (random, scale), b = random_value (random, scale);
      double top = 10, bottom = top + g_rand_double_range (random, 25, 300);
      WhenceDecimal low = whence_decimal_compare (a, b) < 0 ? a : b;
      WhenceDecimal high = whence_decimal_compare (a, b) < 0 ? b : a;
      WhenceValueAxis axis;
      whence_value_axis_init (&axis, scale, low, high, "CHF", top, bottom, &whence_measure_plain);
      double y_low = whence_value_axis_get_y (&axis, low), y_high = whence_value_axis_get_y (&axis, high);
      g_assert_cmpfloat (y_high, >=, top);
      g_assert_cmpfloat (y_low, <=, bottom);
      g_assert_cmpfloat (y_high, <=, y_low);
      g_assert_cmpuint (axis.n_ticks, <=, 30);
      double last = G_MAXDOUBLE;
      for (guint k = 0; k < axis.n_ticks; k++)
        {
          const WhenceValueTick *tick = &axis.ticks[k];
          g_assert_cmpfloat (tick->y, >=, top - 0.01);
          g_assert_cmpfloat (tick->y, <=, bottom + 0.01);
          g_assert_cmpfloat_with_epsilon (tick->y, whence_value_axis_get_y (&axis, tick->value), 0.01);
          if (tick->label == NULL)
            continue;
          g_assert_cmpfloat (last - tick->y, >=, whence_font_get_metrics (WHENCE_FONT_AXIS)->line_height);
          last = tick->y;
        }
      whence_value_axis_clear (&axis);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-axis/labels", test_labels);
  g_test_add_func ("/value-axis/properties", test_properties);
  return g_test_run ();
}
