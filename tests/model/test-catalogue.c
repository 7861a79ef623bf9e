/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates, numbers and amounts through the real message catalogues, without the locale of any: separators,
 * order and steps of counting come from the translation alone. What is shown can be typed. */
#include "model/amount.h"
#include "model/number-scales.h"
#include "model/text-list.h"
#include "model/text-quote.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "catalogue-texts.h"

/* Of the C library: another value makes it look for the language anew. */
extern int _nl_msg_cat_cntr;

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  _nl_msg_cat_cntr++;
}

static void
test_dates (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  speak (catalogues[i].language);
  for (const Text *row = catalogues[i].dates; row->what != NULL; row++)
    {
      g_autofree char *short_text = whence_date_to_text (row->what, WHENCE_DATE_TEXT_SHORT);
      g_autofree char *long_text = whence_date_to_text (row->what, WHENCE_DATE_TEXT_LONG);

      g_assert_cmpstr (short_text, ==, row->short_text);
      g_assert_cmpstr (long_text, ==, row->long_text);
    }
}

static void
test_amounts (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  speak (catalogues[i].language);
  for (const Text *row = catalogues[i].amounts; row->what != NULL; row++)
    {
      WhenceAmount dollars = { .currency = "USD" };
      g_autofree char *short_text = NULL, *long_text = NULL;

      g_assert_true (whence_decimal_parse (row->what, strlen (row->what), &dollars.value));
      short_text = whence_amount_to_text (&dollars, WHENCE_AMOUNT_TEXT_SHORT);
      long_text = whence_amount_to_text (&dollars, WHENCE_AMOUNT_TEXT_LONG);
      g_assert_cmpstr (short_text, ==, row->short_text);
      g_assert_cmpstr (long_text, ==, row->long_text);
    }
}

static void
test_quotes (void)
{
  static const struct
  {
    const char *language, *text, *quoted;
  } rows[] = {
    { "ja", "彼は「はい」と言った", "「彼は『はい』と言った」" },
    { "ja", "「『雪国』を読む」", "「『「雪国」を読む』」" },
    { "ja", "雪国", "「雪国」" },
    { "zh_CN", "他说“不”", "“他说‘不’”" },
    { "de", "Er sagte »nein« und ging", "»Er sagte ›nein‹ und ging«" },
    { "fr", "Il dit « non » et « oui »", "«\u202fIl dit “non” et “oui”\u202f»" },
    { "fr", "Il dit «\u202fnon\u202f»", "«\u202fIl dit “non”\u202f»" },
    { "es", "Dijo «no»", "«Dijo “no”»" },
    { "uk", "Каже «ні»", "«Каже “ні”»" },
    { "ar", "قال ”لا“ ومضى", "”قال ’لا‘ ومضى“" },
    { "pt_BR", "O “não”", "“O ‘não’”" },
    { "C", "It’s “no”, it’s “no”", "“It’s ‘no’, it’s ‘no’”" },
    { "C", "„Nein“, sagt er", "“„Nein“, sagt er”" },
    { "C", "An “open end", "“An “open end”" },
    { "C", "", "“”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *quoted = NULL;
      speak (rows[i].language);
      quoted = whence_text_quote (rows[i].text);
      g_assert_cmpstr (quoted, ==, rows[i].quoted);
    }
}

/* The figures of a text without its currency; it is exact. */
static void
test_can_be_typed (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *scales;

  speak (catalogues[i].language);
  scales = whence_number_scales (WHENCE_NUMBER_SHORT);
  for (const Text *row = catalogues[i].amounts; row->what != NULL; row++)
    {
      WhenceAmount things = { .currency = "things" };
      WhenceDecimal typed;
      g_autofree char *text = NULL, *short_text = NULL;
      char *unit;

      g_assert_true (whence_decimal_parse (row->what, strlen (row->what), &things.value));
      text = whence_quantity_to_text (&things);
      unit = strstr (text, "things");
      g_assert_nonnull (unit);
      *unit = '\0';
      g_assert_true (whence_decimal_from_text (text, &typed));
      g_assert_cmpint (whence_decimal_compare (typed, things.value), ==, 0);
      short_text =
        whence_number_scale_write (scales, things.value, whence_number_scale_find (scales, things.value), 0);
      g_assert_true (whence_decimal_from_text (short_text, &typed));
      g_assert_cmpint (whence_decimal_compare (typed, things.value), ==, 0);
    }
}

static void
test_numbers (void)
{
  WhenceDecimal number = { 1234567891, -3 }, share = { 495, -3 };
  WhenceAmount francs = { .value = { 3, 5 }, .currency = "CHF", .flags = WHENCE_AMOUNT_APPROXIMATE };
  g_autofree char *number_text = NULL, *share_text = NULL, *francs_text = NULL;

  speak ("de");
  number_text = whence_decimal_to_text (number);
  share_text = whence_share_to_text (share);
  francs_text = whence_amount_to_text (&francs, WHENCE_AMOUNT_TEXT_FULL);
  g_assert_cmpstr (number_text, ==, "1.234.567,891");
  g_assert_cmpstr (share_text, ==, "49,5" NB "%");
  g_assert_cmpstr (francs_text, ==, "etwa 300.000" NB "CHF");
}

static void
test_joints (void)
{
  static const struct
  {
    const char *language, *text, *more, *list, *sentences;
  } cases[] = {
    { "de", "Eins.", "Zwei.", "Eins., Zwei.", "Eins. Zwei." },
    { "ja", "甲。", "乙。", "甲。、乙。", "甲。乙。" },
    { "de", "Eins.", NULL, "Eins.", "Eins." },
    { "de", NULL, "Zwei.", "Zwei.", "Zwei." },
    { "de", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = NULL, *sentences = NULL;

      speak (cases[i].language);
      list = whence_text_join_two (cases[i].text, WHENCE_JOINT_LIST, cases[i].more);
      sentences = whence_text_join_two (cases[i].text, WHENCE_JOINT_SENTENCES, cases[i].more);
      g_assert_cmpstr (list, ==, cases[i].list);
      g_assert_cmpstr (sentences, ==, cases[i].sentences);
    }
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = { { "dates", test_dates }, { "amounts", test_amounts }, { "can-be-typed", test_can_be_typed } };
  g_autofree char *folder = g_build_filename (g_getenv ("WHENCE_BUILD_ROOT"), "po", NULL);

  g_setenv ("LANGUAGE", "de", TRUE);
  /* The same as C.UTF-8, in which newer C libraries translate nothing. */
  setlocale (LC_ALL, "C_C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/numbers", test_numbers);
  g_test_add_func ("/catalogue/joints", test_joints);
  g_test_add_func ("/catalogue/quotes", test_quotes);
  for (guint i = 0; i < G_N_ELEMENTS (catalogues); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tests); k++)
      {
        g_autofree char *path = g_strdup_printf ("/catalogue/%s/%s", catalogues[i].language, tests[k].name);
        g_test_add_data_func (path, GUINT_TO_POINTER (i), tests[k].test);
      }
  return g_test_run ();
}
