/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles of many marks: what describes one of them says the same of each, and formats are filled in as printf
 * would. */
#include "model/teller.h"
#include "model/text-fill.h"

#include <string.h>

#include "read-text.h"

static const char story[] =
  "{\"whence\":1,\"types\":{\"facts\":{\"mine\":{\"label\":\"My type\",\"kind\":\"event\"}}},\"entities\":["
  "{\"id\":\"a\",\"type\":\"company\",\"name\":\"100 %s & Co\"},"
  "{\"id\":\"b\",\"type\":\"person\",\"name\":\"דוד\"},{\"id\":\"c\",\"type\":\"crew\",\"name\":\"C\"}],"
  "\"facts\":[{\"id\":\"0\",\"type\":\"investment\",\"subject\":\"a\",\"object\":\"c\"},"
  "{\"id\":\"1\",\"type\":\"investment\",\"subject\":\"a\",\"object\":\"b\"},"
  "{\"id\":\"2\",\"type\":\"competition\",\"participants\":[{\"entity\":\"c\"},{\"entity\":\"a\"}]},"
  "{\"id\":\"3\",\"type\":\"mine\"},{\"id\":\"4\",\"type\":\"birth\",\"subject\":\"c\"},"
  "{\"id\":\"5\",\"type\":\"birth\",\"subject\":\"c\",\"title\":\"Told\"},"
  "{\"id\":\"6\",\"type\":\"mine\",\"subject\":\"a\",\"object\":\"a\"},"
  "{\"id\":\"7\",\"type\":\"mine\",\"object\":\"a\",\"participants\":[{\"entity\":\"b\"}]}]}";

static void
test_facts (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceTeller) teller = whence_teller_new (bundle);

  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 8);
  for (guint turn = 0; turn < 2; turn++)
    for (guint32 i = 0; i < 8; i++)
      {
        g_autofree char *alone = whence_bundle_describe_fact (bundle, i), *id = g_strdup_printf ("%u", i);
        g_assert_cmpstr (whence_teller_describe_fact (teller, i), ==, alone);
        g_assert_cmpstr (whence_bundle_get_fact_id (bundle, i), ==, id);
      }
  g_assert_cmpstr (whence_teller_describe_fact (teller, 0), ==, "Investment: 100 %s & Co → C");
  g_assert_cmpstr (whence_teller_describe_fact (teller, 1), ==,
                   "\u200eInvestment: 100 %s & Co\u200e → \u200eדוד");
  g_assert_cmpstr (whence_teller_describe_fact (teller, 2), ==, "Competition: C – 100 %s & Co");
  g_assert_cmpstr (whence_teller_describe_fact (teller, 3), ==, "My type");
  g_assert_cmpstr (whence_teller_describe_fact (teller, 4), ==, "Birth: C");
  g_assert_cmpstr (whence_teller_describe_fact (teller, 5), ==, "Told");
}

static void
test_entities (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceTeller) teller = whence_teller_new (bundle);

  g_assert_cmpstr (whence_bundle_get_entity_id (bundle, 1), ==, "b");
  g_assert_cmpstr (whence_teller_describe_entity (teller, 0, 1), ==, "100 %s & Co (Company), 1 fact");
  g_assert_cmpstr (whence_teller_describe_entity (teller, 1, 0), ==, "דוד (Person), 0 facts");
  g_assert_cmpstr (whence_teller_describe_entity (teller, 2, 2), ==, "C (crew), 2 facts");
  g_assert_cmpstr (whence_teller_describe_entity (teller, 2, 123456), ==, "C (crew), 123,456 facts");
}

static void
test_fill (void)
{
  static const struct
  {
    const char *format, *text;
  } cases[] = {
    { "", "" },
    { "none", "none" },
    { "%s", "one" },
    { "%s (%s), %u facts", "one (two), 3 facts" },
    { "%3$u: %1$s, %2$s", "3: one, two" },
    { "%3$'u: %1$s, %2$s", "3: one, two" },
    { "%s (%s), %'u facts", "one (two), 3 facts" },
    { "%2$s%2$s", "twotwo" },
    { "100 %% of %s", "100 % of one" },
    { "%s %s %u %s", "one two 3 " },
    { "at the end %", "at the end one" },
    { "%9$s", "" },
  };
  const char *const words[] = { "one", "two", "3" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new ("> ");
      whence_text_fill (text, cases[i].format, words, G_N_ELEMENTS (words));
      g_assert_cmpstr (text->str + 2, ==, cases[i].text);
    }
}

static void
test_compose (void)
{
  g_autofree char *plain = whence_text_compose ("%s: %u of %'u", "Line", 12345u, 1234567u);
  g_autofree char *turned = whence_text_compose ("%2$'u in %1$s, 100 %%", "all", 9999u);
  g_autofree char *none = whence_text_compose ("nothing");

  g_assert_cmpstr (plain, ==, "Line: 12345 of 1,234,567");
  g_assert_cmpstr (turned, ==, "9999 in all, 100 %");
  g_assert_cmpstr (none, ==, "nothing");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/teller/facts", test_facts);
  g_test_add_func ("/teller/entities", test_entities);
  g_test_add_func ("/teller/fill", test_fill);
  g_test_add_func ("/teller/compose", test_compose);
  return g_test_run ();
}
