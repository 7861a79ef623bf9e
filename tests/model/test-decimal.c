/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decimals: what is read and refused, arithmetic against 128-bit integers by seeded random, and their texts.
 */
#include "model/decimal.h"

#include <string.h>

__extension__ typedef __int128 Wide;

static WhenceDecimal
parse (const char *text)
{
  WhenceDecimal decimal;

  if (!whence_decimal_parse (text, strlen (text), &decimal))
    g_error ("%s is no decimal", text);
  return decimal;
}

static void
test_parse (void)
{
  const struct
  {
    const char *text;
    gint64 coefficient;
    gint32 exponent;
  } cases[] = {
    { "0", 0, 0 },
    { "-0", 0, 0 },
    { "0.000", 0, 0 },
    { "0e999999999999", 0, 0 },
    { "1", 1, 0 },
    { "-1", -1, 0 },
    { "1500", 15, 2 },
    { "14300000000", 143, 8 },
    { "0.49", 49, -2 },
    { "0.490", 49, -2 },
    { "-0.0050", -5, -3 },
    { "100.50", 1005, -1 },
    { "1.5e3", 15, 2 },
    { "1.5E+3", 15, 2 },
    { "15e-1", 15, -1 },
    { "1e400", 1, 400 },
    { "1e-400", 1, -400 },
    { "100000000000000000000000000000", 1, 29 },
    { "999999999999999999", G_GINT64_CONSTANT (999999999999999999), 0 },
    { "0.999999999999999999", G_GINT64_CONSTANT (999999999999999999), -18 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceDecimal decimal = parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (decimal.coefficient, ==, cases[i].coefficient);
      g_assert_cmpint (decimal.exponent, ==, cases[i].exponent);
    }
}

static void
test_refuse (void)
{
  static const char *const cases[] = { "",
                                       "-",
                                       "+1",
                                       "01",
                                       "-01",
                                       ".5",
                                       "5.",
                                       "1e",
                                       "1e+",
                                       "1.e5",
                                       " 1",
                                       "1 ",
                                       "0x1F",
                                       "NaN",
                                       "1,5",
                                       "--1",
                                       "1e401",
                                       "1e-401",
                                       "1e99999999999999999999",
                                       "1.2.3",
                                       "1e1.5",
                                       "1234567890123456789",
                                       "1000000000000000001",
                                       "0.1234567890123456789",
                                       "1000000000000000000000000000000000000000000000000000000000001" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceDecimal decimal;

      if (whence_decimal_parse (cases[i], strlen (cases[i]), &decimal))
        g_error ("“%s” was taken for a decimal", cases[i]);
    }
}

/* The length counts, not a terminator. */
static void
test_parse_length (void)
{
  WhenceDecimal decimal;

  g_assert_true (whence_decimal_parse ("123,", 3, &decimal));
  g_assert_cmpint (decimal.coefficient, ==, 123);
  g_assert_true (whence_decimal_parse ("1e55", 3, &decimal));
  g_assert_cmpint (decimal.exponent, ==, 5);
}

static Wide
power_of_ten (int exponent)
{
  Wide power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

#define LOWEST -8

static Wide
widen (WhenceDecimal decimal)
{
  return decimal.coefficient * power_of_ten (decimal.exponent - LOWEST);
}

static WhenceDecimal
random_decimal (void)
{
  g_autofree char *text = NULL;
  int digits = g_test_rand_int_range (1, 10);
  int value =
    g_test_rand_int_range (-(int) power_of_ten (digits), (int) MIN (power_of_ten (digits), G_MAXINT32));

  text = g_strdup_printf ("%de%d", value, g_test_rand_int_range (LOWEST, 5));
  return parse (text);
}

static void
test_arithmetic_random (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      WhenceDecimal a = random_decimal (), b = random_decimal (), result;
      Wide x = widen (a), y = widen (b);

      g_assert_cmpint (whence_decimal_compare (a, b), ==, (x > y) - (x < y));
      if (whence_decimal_add (a, b, &result))
        g_assert_true (widen (result) == x + y);
      else
        g_assert_true (ABS (x + y) >= power_of_ten (18));
      if (whence_decimal_multiply (a, b, &result) && result.exponent >= LOWEST)
        g_assert_true (widen (result) * power_of_ten (-LOWEST) == x * y);
    }
}

static void
test_arithmetic_limits (void)
{
  WhenceDecimal result;

  g_assert_false (whence_decimal_add (parse ("999999999999999999"), parse ("1e-1"), &result));
  g_assert_false (whence_decimal_add (parse ("1e400"), parse ("1e-400"), &result));
  g_assert_true (whence_decimal_add (parse ("1e400"), parse ("0"), &result));
  g_assert_cmpint (result.exponent, ==, 400);
  g_assert_true (whence_decimal_add (parse ("0.3"), parse ("-0.3"), &result));
  g_assert_cmpint (result.coefficient, ==, 0);
  g_assert_cmpint (result.exponent, ==, 0);
  g_assert_true (whence_decimal_add (parse ("0.1"), parse ("0.2"), &result));
  g_assert_cmpint (whence_decimal_compare (result, parse ("0.3")), ==, 0);
  g_assert_false (whence_decimal_multiply (parse ("1e300"), parse ("1e300"), &result));
  g_assert_false (whence_decimal_multiply (parse ("9999999999"), parse ("9999999999"), &result));
  g_assert_cmpint (whence_decimal_compare (parse ("1e400"), parse ("9e-400")), ==, 1);
  g_assert_cmpint (whence_decimal_compare (parse ("-1e400"), parse ("9e-400")), ==, -1);
  g_assert_cmpint (whence_decimal_compare (parse ("0"), parse ("-9e-400")), ==, 1);
  g_assert_cmpint (whence_decimal_compare (parse ("100"), parse ("999999999999999999e-15")), ==, -1);
}

static void
test_round (void)
{
  const struct
  {
    const char *value;
    int exponent;
    const char *rounded;
  } cases[] = {
    { "14345678901", 8, "14300000000" },
    { "14350000000", 8, "14400000000" },
    { "-14350000000", 8, "-14400000000" },
    { "0.5", 0, "1" },
    { "0.49", 0, "0" },
    { "999950", 3, "1000000" },
    { "12", 0, "12" },
    { "12", -5, "12" },
    { "4", 30, "0" },
    { "999999999999999999", 18, "1000000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceDecimal rounded = whence_decimal_round (parse (cases[i].value), cases[i].exponent);
      g_assert_cmpint (whence_decimal_compare (rounded, parse (cases[i].rounded)), ==, 0);
    }
}

static void
test_json (void)
{
  const struct
  {
    const char *text, *json;
  } cases[] = {
    { "0", "0" },         { "-0.0", "0" },
    { "1500", "1500" },   { "14.3e9", "14300000000" },
    { "0.490", "0.49" },  { "-0.005", "-0.005" },
    { "1e400", "1e400" }, { "-15e-40", "-15e-40" },
    { "1e24", "1e24" },   { "1e23", "100000000000000000000000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = whence_decimal_to_json (parse (cases[i].text));
      g_assert_cmpstr (json, ==, cases[i].json);
      g_assert_cmpint (whence_decimal_compare (parse (json), parse (cases[i].text)), ==, 0);
    }
}

static void
test_text (void)
{
  const struct
  {
    const char *value, *text, *share;
  } cases[] = {
    { "0", "0", "0\u00a0%" },
    { "0.49", "0.49", "49\u00a0%" },
    { "1500", "1,500", "150,000\u00a0%" },
    { "999", "999", "99,900\u00a0%" },
    { "-1234567.891", "−1,234,567.891", "−123,456,789.1\u00a0%" },
    { "0.0725", "0.0725", "7.25\u00a0%" },
    { "1", "1", "100\u00a0%" },
    { "1e300", "1 × 10^300", "1 × 10^302\u00a0%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = whence_decimal_to_text (parse (cases[i].value));
      g_autofree char *share = whence_share_to_text (parse (cases[i].value));
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (share, ==, cases[i].share);
    }
}

static void
test_share_short (void)
{
  const struct
  {
    const char *value, *text;
  } cases[] = {
    { "0.49", "49\u00a0%" },
    { "0.333333333", "33.33\u00a0%" },
    { "0.1234567890123", "12.35\u00a0%" },
    { "0.999999", "99.9999\u00a0%" },
    { "1", "100\u00a0%" },
    { "0.00000001", "0.000001\u00a0%" },
    { "0", "0\u00a0%" },
    { "1.5", "150\u00a0%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = whence_share_to_text_short (parse (cases[i].value));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_text_padded (void)
{
  g_autofree char *padded = whence_decimal_to_text_padded (parse ("1234.5"), 2);
  g_autofree char *whole = whence_decimal_to_text_padded (parse ("1200"), 2);

  g_assert_cmpstr (padded, ==, "1,234.50");
  g_assert_cmpstr (whole, ==, "1,200.00");
}

static void
test_double (void)
{
  g_assert_cmpfloat (whence_decimal_to_double (parse ("0.49")), ==, 0.49);
  g_assert_cmpfloat (whence_decimal_to_double (parse ("14300000000")), ==, 14.3e9);
  g_assert_cmpfloat (whence_decimal_to_double (parse ("-1e22")), ==, -1e22);
}

static void
test_typed (void)
{
  static const struct
  {
    const char *text;
    const char *json; /* NULL: no number */
  } typed[] = {
    { "1500", "1500" },
    { "1,500", "1500" },
    { " 1 500 ", "1500" },
    { "14.3 B", "14300000000" },
    { "2m", "2000000" },
    { "300k", "300000" },
    { "1T", "1000000000000" },
    { "-5", "-5" },
    { "−5", "-5" },
    { "\342\200\2171.5\302\240Million", "1500000" },
    { "14.3 billion", "14300000000" },
    { "million", NULL },
    { "0.49", "0.49" },
    { "", NULL },
    { "B", NULL },
    { "a lot", NULL },
    { "1.2.3", NULL },
    { "12 apples", NULL },
    { "1e3", "1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      WhenceDecimal decimal;
      gboolean good = whence_decimal_from_text (typed[i].text, &decimal);
      g_test_message ("%s", typed[i].text);
      g_assert_cmpint (good, ==, typed[i].json != NULL);
      if (good)
        {
          g_autofree char *json = whence_decimal_to_json (decimal);
          g_assert_cmpstr (json, ==, typed[i].json);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/refuse", test_refuse);
  g_test_add_func ("/decimal/parse-length", test_parse_length);
  g_test_add_func ("/decimal/arithmetic/random", test_arithmetic_random);
  g_test_add_func ("/decimal/arithmetic/limits", test_arithmetic_limits);
  g_test_add_func ("/decimal/round", test_round);
  g_test_add_func ("/decimal/json", test_json);
  g_test_add_func ("/decimal/text", test_text);
  g_test_add_func ("/decimal/share-short", test_share_short);
  g_test_add_func ("/decimal/text-padded", test_text_padded);
  g_test_add_func ("/decimal/double", test_double);
  g_test_add_func ("/model/decimal/typed", test_typed);
  return g_test_run ();
}
