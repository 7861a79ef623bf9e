/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, numbers and amounts through a real message catalogue, the German one, without a German locale:
 * separators and order come from the translation alone. */
#include "model/amount.h"

#include <libintl.h>
#include <locale.h>

/* No-break space. */
#define NB "\u00a0"

static void
test_dates (void)
{
  const struct
  {
    const char *edtf, *short_text, *long_text;
  } cases[] = {
    { "2025-06-13", "13. Juni 2025", "13. Juni 2025" },
    { "2024-05", "Mai 2024", "Mai 2024" },
    { "-0043-03-15", "15. März 44 v. Chr.", "15. März 44 v. Chr." },
    { "201X", "2010er", "2010er" },
    { "18XX", "19. Jahrhundert", "19. Jahrhundert" },
    { "2016/..", "seit 2016", "seit 2016" },
    { "[1667,1668]", "1667 oder 1668", NULL },
    { "Y-170002", "170.003 v. Chr.", "170.003 v. Chr." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *short_text = whence_date_to_text (cases[i].edtf, WHENCE_DATE_TEXT_SHORT);
      g_autofree char *long_text = whence_date_to_text (cases[i].edtf, WHENCE_DATE_TEXT_LONG);

      g_assert_cmpstr (short_text, ==, cases[i].short_text);
      if (cases[i].long_text != NULL)
        g_assert_cmpstr (long_text, ==, cases[i].long_text);
    }
}

static void
test_numbers (void)
{
  WhenceDecimal number = { 1234567891, -3 }, share = { 495, -3 };
  g_autofree char *number_text = NULL;
  g_autofree char *share_text = NULL;

  number_text = whence_decimal_to_text (number);
  share_text = whence_share_to_text (share);
  g_assert_cmpstr (number_text, ==, "1.234.567,891");
  g_assert_cmpstr (share_text, ==, "49,5" NB "%");
}

static void
test_amounts (void)
{
  WhenceAmount dollars = { .value = { 143, 8 }, .currency = "USD" };
  WhenceAmount francs = { .value = { 3, 5 }, .currency = "CHF", .flags = WHENCE_AMOUNT_APPROXIMATE };
  g_autofree char *dollars_text = NULL;
  g_autofree char *francs_text = NULL;

  dollars_text = whence_amount_to_text (&dollars, WHENCE_AMOUNT_TEXT_SHORT);
  francs_text = whence_amount_to_text (&francs, WHENCE_AMOUNT_TEXT_FULL);
  g_assert_cmpstr (dollars_text, ==, "14,3" NB "Mrd." NB "$");
  g_assert_cmpstr (francs_text, ==, "etwa 300.000" NB "CHF");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_build_filename (g_getenv ("WHENCE_BUILD_ROOT"), "po", NULL);

  g_setenv ("LANGUAGE", "de", TRUE);
  /* The same as C.UTF-8, in which newer C libraries translate nothing. */
  setlocale (LC_ALL, "C_C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/dates", test_dates);
  g_test_add_func ("/catalogue/numbers", test_numbers);
  g_test_add_func ("/catalogue/amounts", test_amounts);
  return g_test_run ();
}
