/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decimal numbers in 64 bits and an exponent. Every value that leaves here is in normal form and has at most
 * 18 significant digits, so that two of them fit side by side into 128 bits. Constant time but for parsing.
 */
#include "model/decimal.h"

#define DIGITS_MAX 18
#define EXPONENT_MAX 400
#define COEFFICIENT_MAX G_GINT64_CONSTANT (999999999999999999)

__extension__ typedef __int128 Wide;

static Wide
power_of_ten (int exponent)
{
  Wide power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

static int
count_digits (gint64 coefficient)
{
  int n = 0;

  for (; coefficient != 0; coefficient /= 10)
    n++;
  return n;
}

static gboolean
normalize (Wide coefficient, gint64 exponent, WhenceDecimal *decimal)
{
  for (; coefficient != 0 && coefficient % 10 == 0; exponent++)
    coefficient /= 10;
  if (coefficient == 0)
    exponent = 0;
  if (coefficient > COEFFICIENT_MAX || coefficient < -COEFFICIENT_MAX || ABS (exponent) > EXPONENT_MAX)
    return FALSE;
  *decimal = (WhenceDecimal){ .coefficient = (gint64) coefficient, .exponent = (gint32) exponent };
  return TRUE;
}

WhenceDecimal
whence_decimal_make (gint64 coefficient, int exponent)
{
  WhenceDecimal decimal = { 0 };
  gboolean kept = normalize (coefficient, exponent, &decimal);

  g_return_val_if_fail (kept, decimal);
  return decimal;
}

/* --- Reading ----------------------------------------------------------------------------------------- */

typedef struct
{
  const char *at, *end;
  Wide coefficient;
  gint64 exponent;
  guint n_zeros; /* pending: they count only when another digit follows */
} Scanner;

/* One digit or more. FALSE too when there are too many significant ones. */
static gboolean
scan_digits (Scanner *s, gboolean is_fraction)
{
  const char *begin = s->at;

  for (; s->at < s->end && g_ascii_isdigit (*s->at); s->at++)
    {
      s->exponent -= is_fraction;
      if (*s->at == '0')
        {
          s->n_zeros += s->coefficient != 0;
          continue;
        }
      if (s->n_zeros >= DIGITS_MAX)
        return FALSE;
      s->coefficient = s->coefficient * power_of_ten ((int) s->n_zeros + 1) + (*s->at - '0');
      s->n_zeros = 0;
      if (s->coefficient > COEFFICIENT_MAX)
        return FALSE;
    }
  return s->at > begin;
}

static gboolean
scan_exponent (Scanner *s)
{
  gboolean negative;
  gint64 value = 0;
  const char *begin;

  if (s->at == s->end || (*s->at != 'e' && *s->at != 'E'))
    return TRUE;
  s->at++;
  negative = s->at < s->end && *s->at == '-';
  if (s->at < s->end && (*s->at == '-' || *s->at == '+'))
    s->at++;
  for (begin = s->at; s->at < s->end && g_ascii_isdigit (*s->at); s->at++)
    value = MIN (10 * value + (*s->at - '0'), G_MAXINT32);
  s->exponent += negative ? -value : value;
  return s->at > begin;
}

gboolean
whence_decimal_parse (const char *text, gsize length, WhenceDecimal *decimal)
{
  Scanner s = { .at = text, .end = text + length };
  gboolean negative = length > 0 && *text == '-';
  gboolean is_zero_led;

  s.at += negative;
  is_zero_led = s.at < s.end && *s.at == '0';
  if (is_zero_led)
    s.at++;
  else if (!scan_digits (&s, FALSE))
    return FALSE;
  if (s.at < s.end && *s.at == '.')
    {
      s.at++;
      if (!scan_digits (&s, TRUE))
        return FALSE;
    }
  s.exponent += s.n_zeros;
  if (!scan_exponent (&s) || s.at != s.end)
    return FALSE;
  return normalize (negative ? -s.coefficient : s.coefficient, s.exponent, decimal);
}

/* --- Arithmetic -------------------------------------------------------------------------------------- */

static int
sign_of (Wide value)
{
  return (value > 0) - (value < 0);
}

int
whence_decimal_compare (WhenceDecimal a, WhenceDecimal b)
{
  int sign = sign_of (a.coefficient), distance;
  Wide x = a.coefficient, y = b.coefficient;

  if (sign != sign_of (b.coefficient) || sign == 0)
    return sign_of (sign - sign_of (b.coefficient));
  distance = whence_decimal_whole_digits (a) - whence_decimal_whole_digits (b);
  if (distance != 0)
    return distance > 0 ? sign : -sign;
  /* Of equal magnitude: the exponents differ by less than the digits of a coefficient. */
  if (a.exponent > b.exponent)
    x *= power_of_ten (a.exponent - b.exponent);
  else
    y *= power_of_ten (b.exponent - a.exponent);
  return sign_of (x - y);
}

gboolean
whence_decimal_add (WhenceDecimal a, WhenceDecimal b, WhenceDecimal *sum)
{
  WhenceDecimal high = a.exponent >= b.exponent ? a : b;
  WhenceDecimal low = a.exponent >= b.exponent ? b : a;
  int distance = high.exponent - low.exponent;

  if (high.coefficient == 0 || low.coefficient == 0)
    {
      *sum = high.coefficient == 0 ? low : high;
      return TRUE;
    }
  /* The last digit of the lower one is not zero: the sum has at least as many digits as lie between them. */
  if (distance > DIGITS_MAX)
    return FALSE;
  return normalize (high.coefficient * power_of_ten (distance) + low.coefficient, low.exponent, sum);
}

gboolean
whence_decimal_multiply (WhenceDecimal a, WhenceDecimal b, WhenceDecimal *product)
{
  return normalize ((Wide) a.coefficient * b.coefficient, (gint64) a.exponent + b.exponent, product);
}

double
whence_decimal_to_double (WhenceDecimal decimal)
{
  char text[48];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT "e%d", decimal.coefficient, decimal.exponent);
  return g_ascii_strtod (text, NULL);
}

int
whence_decimal_whole_digits (WhenceDecimal decimal)
{
  return count_digits (decimal.coefficient) + decimal.exponent;
}

WhenceDecimal
whence_decimal_round (WhenceDecimal decimal, int exponent)
{
  int drop = exponent - decimal.exponent;
  WhenceDecimal rounded = { 0 };
  gint64 unit, half;

  if (drop <= 0)
    return decimal;
  if (drop > DIGITS_MAX)
    return rounded;
  unit = (gint64) power_of_ten (drop);
  half = decimal.coefficient < 0 ? -unit / 2 : unit / 2;
  normalize ((decimal.coefficient + half) / unit, exponent, &rounded);
  return rounded;
}

/* --- Writing ----------------------------------------------------------------------------------------- */
