/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts for people and against each other. A text never has more digits than the amount, only the short one
 * has fewer; comparisons are of exact decimals. Constant time. */
#include "model/amount.h"

#include <glib/gi18n-lib.h>

#include "model/number-scales.h"

/* --- Text -------------------------------------------------------------------------------------------- */

#define SHORT_DIGITS 3
#define LONG_FRACTION_MAX 3

/* Below 10,000 a number is written out even on a mark. */
#define SHORT_PLAIN_DIGITS 4

static const struct
{
  const char *code, *symbol;
} currencies[] = {
  { "USD", "$" },   { "EUR", "€" },   { "GBP", "£" },  { "JPY", "¥" },   { "CNY", "CN¥" }, { "INR", "₹" },
  { "KRW", "₩" },   { "ILS", "₪" },   { "NGN", "₦" },  { "PHP", "₱" },   { "VND", "₫" },   { "UAH", "₴" },
  { "TRY", "₺" },   { "RUB", "₽" }, { "BRL", "R$" }, { "CAD", "CA$" }, { "AUD", "A$" },  { "NZD", "NZ$" },
  { "HKD", "HK$" }, { "TWD", "NT$" }, { "SGD", "S$" }, { "MXN", "MX$" },
};

/* What the language writes for @code where that is not what most do: "CODE:symbol|…". Transfer full; NULL:
 * nothing. */
static char *
find_own_symbol (const char *code)
{
  /* Translators: signs of currencies that your language writes in its own way, such as "USD:US$|CNY:¥". A
   * code that is not in it has its usual sign, or stands for itself. */
  g_auto (GStrv) own = g_strsplit (C_ ("signs of currencies", "USD:$|JPY:¥|CNY:CN¥"), "|", -1);
  gsize length = strlen (code);

  for (guint i = 0; own[i] != NULL; i++)
    if (g_str_has_prefix (own[i], code) && own[i][length] == ':')
      return g_strdup (own[i] + length + 1);
  return NULL;
}

static char *
find_symbol (const char *code)
{
  char *own = find_own_symbol (code);

  for (guint i = 0; own == NULL && i < G_N_ELEMENTS (currencies); i++)
    if (g_str_equal (currencies[i].code, code))
      own = g_strdup (currencies[i].symbol);
  return own;
}

static WhenceDecimal
round_short (WhenceDecimal value)
{
  int n_whole = whence_decimal_whole_digits (value);

  if (n_whole > SHORT_PLAIN_DIGITS || n_whole < 1)
    return whence_decimal_round (value, n_whole - SHORT_DIGITS);
  return whence_decimal_round (value, n_whole >= SHORT_DIGITS ? 0 : -2);
}

static gboolean
fits_scale (WhenceDecimal value, int scale)
{
  return value.exponent >= scale - LONG_FRACTION_MAX;
}

/* The power of ten to tell it in, where value, low and high all come out exact with few digits after the
 * decimal separator; 0: they do not. */
static int
find_long_scale (const WhenceAmount *amount)
{
  int scale = whence_number_scale_find (whence_number_scales (WHENCE_NUMBER_LONG), amount->value);
  gboolean fits = fits_scale (amount->value, scale);

  if ((amount->flags & WHENCE_AMOUNT_HAS_LOW) != 0)
    fits &= fits_scale (amount->low, scale);
  if ((amount->flags & WHENCE_AMOUNT_HAS_HIGH) != 0)
    fits &= fits_scale (amount->high, scale);
  return fits ? scale : 0;
}

static char *
write_short_number (WhenceDecimal value)
{
  const char *scales = whence_number_scales (WHENCE_NUMBER_SHORT);
  WhenceDecimal rounded = round_short (value);
  gboolean plain = whence_decimal_whole_digits (rounded) <= SHORT_PLAIN_DIGITS;

  if (plain)
    return whence_decimal_to_text_padded (rounded, rounded.exponent == -1 ? 2 : 0);
  return whence_number_scale_write (scales, rounded, whence_number_scale_find (scales, rounded), 0);
}

static char *
write_number (WhenceDecimal value, int scale, guint n_fraction_min)
{
  return whence_number_scale_write (whence_number_scales (WHENCE_NUMBER_LONG), value, scale, n_fraction_min);
}

static char *
write_limit (WhenceDecimal value, int scale)
{
  if (value.coefficient != 0)
    value.exponent -= scale;
  return whence_decimal_to_text (value);
}

/* The sign of a negative amount goes before the currency: "−$5". */
static char *
add_currency (char *number, const char *currency, gboolean negative)
{
  g_autofree char *digits = number;
  g_autofree char *money = NULL;
  g_autofree char *symbol = find_symbol (currency);

  if (symbol != NULL)
    /* Translators: symbol and number, as in "$14.3 billion"; turn them round where it is usual. */
    money = g_strdup_printf (C_ ("money", "%1$s%2$s"), symbol, digits);
  else
    /* Translators: currency code and number, as in "CHF 300 k"; the space is a no-break space (U+00A0). */
    money = g_strdup_printf (C_ ("money", "%1$s %2$s"), currency, digits);
  return negative ? g_strdup_printf (C_ ("number", "−%s"), money) : g_steal_pointer (&money);
}

static char *
add_approximate (char *text, const WhenceAmount *amount, WhenceAmountText style)
{
  g_autofree char *exact = text;

  if ((amount->flags & WHENCE_AMOUNT_APPROXIMATE) == 0)
    return g_steal_pointer (&exact);
  if (style == WHENCE_AMOUNT_TEXT_SHORT)
    /* Translators: an approximate amount on a mark; the space is a no-break space (U+00A0). */
    return g_strdup_printf (C_ ("short approximate amount", "≈ %s"), exact);
  return g_strdup_printf (C_ ("approximate amount", "about %s"), exact);
}

static char *
add_range (char *text, const WhenceAmount *amount, int scale)
{
  g_autofree char *value = text;
  g_autofree char *low = write_limit (amount->low, scale);
  g_autofree char *high = write_limit (amount->high, scale);

  switch (amount->flags & (WHENCE_AMOUNT_HAS_LOW | WHENCE_AMOUNT_HAS_HIGH))
    {
    case WHENCE_AMOUNT_HAS_LOW | WHENCE_AMOUNT_HAS_HIGH:
      /* Translators: an amount, then its limits, as in "about $14 billion (13 to 15)". */
      return g_strdup_printf (C_ ("amount", "%1$s (%2$s to %3$s)"), value, low, high);
    case WHENCE_AMOUNT_HAS_LOW:
      return g_strdup_printf (C_ ("amount", "%1$s (at least %2$s)"), value, low);
    case WHENCE_AMOUNT_HAS_HIGH:
      return g_strdup_printf (C_ ("amount", "%1$s (at most %2$s)"), value, high);
    default:
      return g_steal_pointer (&value);
    }
}

char *
whence_amount_to_text (const WhenceAmount *amount, WhenceAmountText style)
{
  gboolean negative = amount->value.coefficient < 0;
  WhenceDecimal value = { ABS (amount->value.coefficient), amount->value.exponent };
  int scale = style == WHENCE_AMOUNT_TEXT_LONG ? find_long_scale (amount) : 0;
  guint n_cents = scale == 0 && value.exponent == -1 ? 2 : 0;
  char *text =
    style == WHENCE_AMOUNT_TEXT_SHORT ? write_short_number (value) : write_number (value, scale, n_cents);

  text = add_currency (text, amount->currency, negative);
  text = add_approximate (text, amount, style);
  return style == WHENCE_AMOUNT_TEXT_SHORT ? text : add_range (text, amount, scale);
}

char *
whence_quantity_to_text (const WhenceAmount *quantity)
{
  int scale = find_long_scale (quantity);
  g_autofree char *number = write_number (quantity->value, scale, 0);
  g_autofree char *counted = NULL;
  char *text;

  if (g_str_equal (quantity->currency, "%"))
    counted = g_strdup_printf (C_ ("percentage", "%s %%"), number);
  else
    /* Translators: number and unit, as in "1,500 employees". */
    counted = g_strdup_printf (C_ ("quantity", "%1$s %2$s"), number, quantity->currency);
  if (quantity->of != NULL)
    /* Translators: number with unit, then what is counted, as in "300 tonnes of steel". */
    text = g_strdup_printf (C_ ("quantity", "%1$s of %2$s"), counted, quantity->of);
  else
    text = g_steal_pointer (&counted);
  text = add_approximate (text, quantity, WHENCE_AMOUNT_TEXT_LONG);
  return add_range (text, quantity, scale);
}

/* --- Agreement --------------------------------------------------------------------------------------- */

#define TENTH ((WhenceDecimal){ 1, -1 })

static WhenceDecimal
move_by_tenth (WhenceDecimal value, int sign)
{
  WhenceDecimal tenth = value, moved;

  tenth.coefficient = sign * ABS (tenth.coefficient);
  /* With all the digits that a decimal keeps there is no room for one more: the last two do not matter. */
  if (whence_decimal_multiply (tenth, TENTH, &tenth) && whence_decimal_add (value, tenth, &moved))
    return moved;
  tenth = whence_decimal_round (tenth, value.exponent);
  return whence_decimal_add (value, tenth, &moved) ? moved : value;
}

static WhenceDecimal
find_limit (const WhenceAmount *amount, WhenceAmountFlags given, WhenceDecimal limit, int sign)
{
  if ((amount->flags & given) != 0)
    return limit;
  if ((amount->flags & WHENCE_AMOUNT_APPROXIMATE) != 0)
    return move_by_tenth (amount->value, sign);
  return amount->value;
}

static gboolean
is_same (const WhenceAmount *a, const WhenceAmount *b)
{
  if (a->flags != b->flags || whence_decimal_compare (a->value, b->value) != 0)
    return FALSE;
  if ((a->flags & WHENCE_AMOUNT_HAS_LOW) != 0 && whence_decimal_compare (a->low, b->low) != 0)
    return FALSE;
  return (a->flags & WHENCE_AMOUNT_HAS_HIGH) == 0 || whence_decimal_compare (a->high, b->high) == 0;
}

static WhenceDecimal
find_low (const WhenceAmount *amount)
{
  return find_limit (amount, WHENCE_AMOUNT_HAS_LOW, amount->low, -1);
}

static WhenceDecimal
find_high (const WhenceAmount *amount)
{
  return find_limit (amount, WHENCE_AMOUNT_HAS_HIGH, amount->high, 1);
}

WhenceAgreement
whence_amount_compare_readings (const WhenceAmount *a, const WhenceAmount *b)
{
  if (!g_str_equal (a->currency, b->currency))
    return WHENCE_AGREEMENT_COMPATIBLE;
  if (is_same (a, b))
    return WHENCE_AGREEMENT_SAME;
  if (whence_decimal_compare (find_low (a), find_high (b)) <= 0
      && whence_decimal_compare (find_low (b), find_high (a)) <= 0)
    return WHENCE_AGREEMENT_COMPATIBLE;
  return WHENCE_AGREEMENT_CONFLICT;
}

gboolean
whence_amount_contains (const WhenceAmount *wide, const WhenceAmount *fine)
{
  return g_str_equal (wide->currency, fine->currency)
         && whence_decimal_compare (find_low (wide), find_low (fine)) <= 0
         && whence_decimal_compare (find_high (fine), find_high (wide)) <= 0;
}
