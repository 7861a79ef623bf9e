/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decimal numbers in 64 bits and an exponent. Every value that leaves here is in normal form and has at most
 * 18 significant digits, so that two of them fit side by side into 128 bits. Constant time but for the text.
 */
#include "model/decimal.h"

#include <glib/gi18n-lib.h>

#define DIGITS_MAX 18
#define EXPONENT_MAX 400
#define COEFFICIENT_MAX G_GINT64_CONSTANT (999999999999999999)

/* Longer plain numbers are written with an exponent. */
#define PLAIN_DIGITS_MAX 24

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

/* The digits of the absolute value, with @point between whole and fraction and @group between every three. */
static char *
write_plain (WhenceDecimal decimal, guint n_fraction_min, const char *point, const char *group)
{
  GString *out = g_string_new (NULL);
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (decimal.coefficient));
  int n_digits = (int) strlen (digits);
  int n_whole = n_digits + decimal.exponent;
  int n_fraction = MAX (-decimal.exponent, (int) n_fraction_min);

  if (n_whole <= 0)
    g_string_append_c (out, '0');
  for (int i = 0; i < n_whole; i++)
    {
      g_string_append_c (out, i < n_digits ? digits[i] : '0');
      if (n_whole - i > 1 && (n_whole - i) % 3 == 1)
        g_string_append (out, group);
    }
  if (n_fraction > 0)
    g_string_append (out, point);
  for (int i = n_whole; i < n_whole + n_fraction; i++)
    g_string_append_c (out, i >= 0 && i < n_digits ? digits[i] : '0');
  return g_string_free (out, FALSE);
}

static gboolean
is_plain (WhenceDecimal decimal)
{
  return decimal.exponent >= -PLAIN_DIGITS_MAX && whence_decimal_whole_digits (decimal) <= PLAIN_DIGITS_MAX;
}

char *
whence_decimal_to_json (WhenceDecimal decimal)
{
  g_autofree char *plain = NULL;

  if (!is_plain (decimal))
    return g_strdup_printf ("%" G_GINT64_FORMAT "e%d", decimal.coefficient, decimal.exponent);
  plain = write_plain (decimal, 0, ".", "");
  return g_strconcat (decimal.coefficient < 0 ? "-" : "", plain, NULL);
}

char *
whence_decimal_to_text (WhenceDecimal decimal)
{
  return whence_decimal_to_text_padded (decimal, 0);
}

char *
whence_decimal_to_text_padded (WhenceDecimal decimal, guint n_fraction_min)
{
  const char *point = C_ ("decimal separator", ".");
  /* Translators: stands between every three digits; a no-break space is possible too. */
  const char *group = C_ ("thousands separator", ",");
  g_autofree char *plain = NULL;
  WhenceDecimal coefficient = { decimal.coefficient, 0 };

  if (is_plain (decimal))
    plain = write_plain (decimal, n_fraction_min, point, group);
  else
    {
      g_autofree char *digits = write_plain (coefficient, 0, point, group);
      plain = g_strdup_printf ("%s × 10^%d", digits, decimal.exponent);
    }
  /* Translators: a negative number. */
  return decimal.coefficient < 0 ? g_strdup_printf (C_ ("number", "−%s"), plain) : g_steal_pointer (&plain);
}

/* The power of ten that the last letter stands for; 0: it is none. It is taken off. */
static int
take_magnitude (GString *number)
{
  static const char letters[] = "kmbt";
  const char *found =
    number->len > 0 ? strchr (letters, g_ascii_tolower (number->str[number->len - 1])) : NULL;

  if (found == NULL || *found == '\0')
    return 0;
  g_string_truncate (number, number->len - 1);
  return 3 * (int) (found - letters + 1);
}

gboolean
whence_decimal_from_text (const char *text, WhenceDecimal *decimal)
{
  const char *point = C_ ("decimal separator", "."), *group = C_ ("thousands separator", ",");
  g_autoptr (GString) number = g_string_new (NULL);
  int magnitude;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_str_has_prefix (c, point))
      g_string_append_c (number, '.');
    else if (!g_str_has_prefix (c, group) && !g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (number, g_utf8_get_char (c));
  magnitude = take_magnitude (number);
  if (!whence_decimal_parse (number->str, number->len, decimal))
    return FALSE;
  return whence_decimal_multiply (*decimal, whence_decimal_make (1, magnitude), decimal);
}

static char *
percent_to_text (WhenceDecimal percent)
{
  g_autofree char *number = whence_decimal_to_text (percent);
  /* Translators: a percentage; the space is a no-break space (U+00A0). */
  return g_strdup_printf (C_ ("percentage", "%s %%"), number);
}

static WhenceDecimal
get_percent (WhenceDecimal share)
{
  if (share.coefficient != 0)
    share.exponent += 2;
  return share;
}

char *
whence_share_to_text (WhenceDecimal share)
{
  return percent_to_text (get_percent (share));
}

char *
whence_share_to_text_short (WhenceDecimal share)
{
  WhenceDecimal percent = get_percent (share), rounded = whence_decimal_round (percent, -2);
  /* All but all is not all, and next to nothing is something. */
  gboolean says_more = rounded.coefficient == 0 || (rounded.coefficient == 1 && rounded.exponent == 2);
  return percent_to_text (says_more ? percent : rounded);
}
