/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decimal numbers as JSON, as people read them, and as they type them: what is shown can be typed. Linear in
 * the text. */
#include "model/decimal.h"

#include <glib/gi18n-lib.h>

#include "model/number-scales.h"
#include "model/text-clean.h"

/* Longer plain numbers are written with an exponent. */
#define PLAIN_DIGITS_MAX 24

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
  /* Translators: how many digits a number has at least for the separator to be in it: 5 where 1500 has none.
   */
  const char *fewest = C_ ("digits from which thousands are separated", "4");

  return whence_decimal_to_text_grouped (decimal, n_fraction_min, g_ascii_digit_value (*fewest));
}

char *
whence_decimal_to_text_grouped (WhenceDecimal decimal, guint n_fraction_min, int fewest_digits)
{
  const char *point = C_ ("decimal separator", ".");
  /* Translators: stands between every three digits; a no-break space is possible too. */
  const char *group = C_ ("thousands separator", ",");
  g_autofree char *plain = NULL;
  WhenceDecimal coefficient = { decimal.coefficient, 0 };

  if (is_plain (decimal))
    plain = write_plain (decimal, n_fraction_min, point,
                         whence_decimal_whole_digits (decimal) < fewest_digits ? "" : group);
  else
    {
      g_autofree char *digits = write_plain (coefficient, 0, point, group);
      plain = g_strdup_printf ("%s × 10^%d", digits, decimal.exponent);
    }
  /* Translators: a negative number. */
  return decimal.coefficient < 0 ? g_strdup_printf (C_ ("number", "−%s"), plain) : g_steal_pointer (&plain);
}

/* The power of ten that the last word, or letter, stands for; 0: it is none. It is taken off. */
static int
take_magnitude (GString *number)
{
  static const char letters[] = "kmbt";
  const char *found;
  int exponent;

  if (whence_number_scale_take (whence_number_scales (WHENCE_NUMBER_SHORT), number, &exponent)
      || whence_number_scale_take (whence_number_scales (WHENCE_NUMBER_LONG), number, &exponent))
    return exponent;
  found = number->len > 0 ? strchr (letters, g_ascii_tolower (number->str[number->len - 1])) : NULL;
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
    else if (g_str_has_prefix (c, "−"))
      g_string_append_c (number, '-');
    else if (!g_str_has_prefix (c, group) && !whence_text_is_blank (g_utf8_get_char (c)))
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
