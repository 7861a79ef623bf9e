/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts and quantities for people, and whether two of them can both be true. */
#include "model/amount.h"

#include <string.h>

/* No-break space. */
#define NB "\u00a0"

typedef struct
{
  const char *value, *low, *high, *currency;
  gboolean approximate;
} Given;

static WhenceAmount
make_amount (const Given *given)
{
  WhenceAmount amount = { .currency = given->currency,
                          .flags = given->approximate ? WHENCE_AMOUNT_APPROXIMATE : 0 };

  g_assert_true (whence_decimal_parse (given->value, strlen (given->value), &amount.value));
  if (given->low != NULL)
    {
      g_assert_true (whence_decimal_parse (given->low, strlen (given->low), &amount.low));
      amount.flags |= WHENCE_AMOUNT_HAS_LOW;
    }
  if (given->high != NULL)
    {
      g_assert_true (whence_decimal_parse (given->high, strlen (given->high), &amount.high));
      amount.flags |= WHENCE_AMOUNT_HAS_HIGH;
    }
  return amount;
}

static const struct
{
  Given amount;
  const char *short_text, *long_text, *full_text;
} texts[] = {
  { { "14300000000", NULL, NULL, "USD" }, "$14.3" NB "B", "$14.3 billion", "$14,300,000,000" },
  { { "14e9", NULL, NULL, "USD", TRUE }, "≈" NB "$14" NB "B", "about $14 billion", "about $14,000,000,000" },
  { { "14e9", "13e9", "15e9", "USD", TRUE },
    "≈" NB "$14" NB "B",
    "about $14 billion (13 to 15)",
    "about $14,000,000,000 (13,000,000,000 to 15,000,000,000)" },
  { { "14e9", "13e9", NULL, "USD" },
    "$14" NB "B",
    "$14 billion (at least 13)",
    "$14,000,000,000 (at least 13,000,000,000)" },
  { { "14e9", NULL, "14.0001e9", "USD" },
    "$14" NB "B",
    "$14,000,000,000 (at most 14,000,100,000)",
    "$14,000,000,000 (at most 14,000,100,000)" },
  { { "2000000", NULL, NULL, "EUR" }, "€2" NB "M", "€2 million", "€2,000,000" },
  { { "300000", NULL, NULL, "CHF" }, "CHF" NB "300" NB "k", "CHF" NB "300,000", "CHF" NB "300,000" },
  { { "10000", NULL, NULL, "GBP" }, "£10" NB "k", "£10,000", "£10,000" },
  { { "9999", NULL, NULL, "GBP" }, "£9,999", "£9,999", "£9,999" },
  { { "1234.56", NULL, NULL, "GBP" }, "£1,235", "£1,234.56", "£1,234.56" },
  { { "12.5", NULL, NULL, "USD" }, "$12.50", "$12.50", "$12.50" },
  { { "0.012345", NULL, NULL, "USD" }, "$0.0123", "$0.012345", "$0.012345" },
  { { "0", NULL, NULL, "USD" }, "$0", "$0", "$0" },
  { { "-5000000", NULL, NULL, "USD" }, "−$5" NB "M", "−$5 million", "−$5,000,000" },
  { { "14345678901", NULL, NULL, "JPY" }, "¥14.3" NB "B", "¥14,345,678,901", "¥14,345,678,901" },
  { { "999950", NULL, NULL, "USD" }, "$1" NB "M", "$999,950", "$999,950" },
  { { "99999999999", NULL, NULL, "USD" }, "$100" NB "B", "$99,999,999,999", "$99,999,999,999" },
  { { "2.5e12", NULL, NULL, "CNY" }, "CN¥2.5" NB "T", "CN¥2.5 trillion", "CN¥2,500,000,000,000" },
  { { "1400e12", NULL, NULL, "USD" }, "$1400" NB "T", "$1400 trillion", "$1,400,000,000,000,000" },
  { { "5", NULL, NULL, "points" }, "points" NB "5", "points" NB "5", "points" NB "5" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      WhenceAmount amount = make_amount (&texts[i].amount);
      g_autofree char *short_text = whence_amount_to_text (&amount, WHENCE_AMOUNT_TEXT_SHORT);
      g_autofree char *long_text = whence_amount_to_text (&amount, WHENCE_AMOUNT_TEXT_LONG);
      g_autofree char *full_text = whence_amount_to_text (&amount, WHENCE_AMOUNT_TEXT_FULL);

      g_assert_cmpstr (short_text, ==, texts[i].short_text);
      g_assert_cmpstr (long_text, ==, texts[i].long_text);
      g_assert_cmpstr (full_text, ==, texts[i].full_text);
    }
}

static const struct
{
  Given quantity;
  const char *of, *text;
} quantities[] = {
  { { "1500", NULL, NULL, "employees" }, NULL, "1,500 employees" },
  { { "1500", "1400", "1600", "employees", TRUE }, NULL, "about 1,500 employees (1,400 to 1,600)" },
  { { "1.5e6", "1e6", "2e6", "users" }, NULL, "1.5 million users (1 to 2)" },
  { { "28", NULL, NULL, "years" }, "age", "28 years of age" },
  { { "14", NULL, NULL, "%" }, "their positions", "14" NB "% of their positions" },
  { { "-3.5", NULL, NULL, "°C" }, NULL, "−3.5 °C" },
};

static void
test_quantity (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      WhenceAmount quantity = make_amount (&quantities[i].quantity);
      g_autofree char *text = NULL;

      quantity.of = quantities[i].of;
      text = whence_quantity_to_text (&quantity);
      g_assert_cmpstr (text, ==, quantities[i].text);
    }
}

#define SAME WHENCE_AGREEMENT_SAME
#define COMPATIBLE WHENCE_AGREEMENT_COMPATIBLE
#define CONFLICT WHENCE_AGREEMENT_CONFLICT

static const struct
{
  Given a, b;
  WhenceAgreement agreement;
} pairs[] = {
  { { "14e9", NULL, NULL, "USD" }, { "14000000000", NULL, NULL, "USD" }, SAME },
  { { "14e9", NULL, NULL, "USD" }, { "14.3e9", NULL, NULL, "USD" }, CONFLICT },
  { { "14e9", NULL, NULL, "USD" }, { "14.3e9", NULL, NULL, "EUR" }, COMPATIBLE },
  { { "14e9", NULL, NULL, "USD", TRUE }, { "14.3e9", NULL, NULL, "USD" }, COMPATIBLE },
  { { "14e9", NULL, NULL, "USD", TRUE }, { "14e9", NULL, NULL, "USD" }, COMPATIBLE },
  { { "10", NULL, NULL, "USD", TRUE }, { "11", NULL, NULL, "USD" }, COMPATIBLE },
  { { "10", NULL, NULL, "USD", TRUE }, { "11.000001", NULL, NULL, "USD" }, CONFLICT },
  { { "10", NULL, NULL, "USD", TRUE }, { "9", NULL, NULL, "USD" }, COMPATIBLE },
  { { "10", NULL, NULL, "USD", TRUE }, { "8.999999", NULL, NULL, "USD" }, CONFLICT },
  { { "-10", NULL, NULL, "USD", TRUE }, { "-11", NULL, NULL, "USD" }, COMPATIBLE },
  { { "-10", NULL, NULL, "USD", TRUE }, { "-8.9", NULL, NULL, "USD" }, CONFLICT },
  { { "10", "5", "20", "USD", TRUE }, { "19", NULL, NULL, "USD" }, COMPATIBLE },
  { { "10", "5", "20", "USD", TRUE }, { "21", NULL, NULL, "USD" }, CONFLICT },
  { { "10", "9.9", NULL, "USD", TRUE }, { "9.5", NULL, NULL, "USD" }, CONFLICT },
  { { "10", "9.9", NULL, "USD", TRUE }, { "10.5", NULL, NULL, "USD" }, COMPATIBLE },
  { { "10", "5", "20", "USD" }, { "10", "5", "20", "USD" }, SAME },
  { { "10", "5", "20", "USD" }, { "10", "5", "21", "USD" }, COMPATIBLE },
  { { "999999999999999999", NULL, NULL, "USD", TRUE },
    { "950000000000000001", NULL, NULL, "USD" },
    COMPATIBLE },
  { { "999999999999999999", NULL, NULL, "USD", TRUE },
    { "850000000000000001", NULL, NULL, "USD" },
    CONFLICT },
};

static void
test_agreement (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      WhenceAmount a = make_amount (&pairs[i].a), b = make_amount (&pairs[i].b);

      g_test_message ("%s and %s", pairs[i].a.value, pairs[i].b.value);
      g_assert_cmpint (whence_amount_compare_readings (&a, &b), ==, pairs[i].agreement);
      g_assert_cmpint (whence_amount_compare_readings (&b, &a), ==, pairs[i].agreement);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/text", test_text);
  g_test_add_func ("/amount/quantity", test_quantity);
  g_test_add_func ("/amount/agreement", test_agreement);
  return g_test_run ();
}
