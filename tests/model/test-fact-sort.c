/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Orders of facts as a table: what each key puts first, what has nothing there, what is equal; and that many
 * facts come out as a plain sort has them. */
#include <string.h>

#include "model/fact-sort.h"

#include "read-text.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"A\"},"
  "{\"id\":\"t\",\"title\":\"T\",\"publisher\":\"B\"}],"
  "\"entities\":[{\"id\":\"z\",\"type\":\"person\",\"name\":\"Zoe\"},{\"id\":\"a\",\"type\":\"person\","
  "\"name\":\"Ann\"},"
  "{\"id\":\"m\",\"type\":\"company\",\"name\":\"Mid\"}],"
  "\"facts\":["
  "{\"id\":\"0\",\"type\":\"statement\",\"title\":\"delta\",\"date\":\"2020\",\"subject\":\"z\",\"object\":"
  "\"a\","
  "\"amount\":{\"value\":9,\"currency\":\"USD\"},\"citations\":[{\"source\":\"s\"},{\"source\":\"t\"}]},"
  "{\"id\":\"1\",\"type\":\"birth\",\"title\":\"Alpha\",\"date\":\"-0043\",\"subject\":\"a\",\"object\":"
  "\"z\","
  "\"amount\":{\"value\":10000000000,\"currency\":\"EUR\"},\"citations\":[{\"source\":\"s\"}]},"
  "{\"id\":\"2\",\"type\":\"statement\",\"title\":\"beta\",\"subject\":\"a\",\"status\":\"denied\","
  "\"amount\":{\"value\":10,\"currency\":\"USD\"}},"
  "{\"id\":\"3\",\"type\":\"death\",\"title\":\"gamma\",\"date\":\"2020-01\",\"status\":\"planned\","
  "\"share\":\"0.5\","
  "\"subject\":\"a\",\"object\":\"m\","
  "\"citations\":[{\"source\":\"s\"},{\"source\":\"t\",\"stance\":\"disputes\"}]},"
  "{\"id\":\"4\",\"type\":\"birth\",\"title\":\"beta\",\"date\":\"1999\",\"negated\":true,\"share\":\"0.25\"}"
  "]}";

static const struct
{
  WhenceFactKey key;
  gboolean descending;
  const char *order;
} cases[] = {
  { WHENCE_FACT_KEY_DATE, FALSE, "14302" },     { WHENCE_FACT_KEY_DATE, TRUE, "03412" },
  { WHENCE_FACT_KEY_TYPE, FALSE, "14302" },     { WHENCE_FACT_KEY_TYPE, TRUE, "02314" },
  { WHENCE_FACT_KEY_STATUS, FALSE, "32401" },   { WHENCE_FACT_KEY_STATUS, TRUE, "42301" },
  { WHENCE_FACT_KEY_WHO, FALSE, "23104" },      { WHENCE_FACT_KEY_WHO, TRUE, "01324" },
  { WHENCE_FACT_KEY_AMOUNT, FALSE, "10243" },   { WHENCE_FACT_KEY_AMOUNT, TRUE, "34201" },
  { WHENCE_FACT_KEY_EVIDENCE, FALSE, "24103" }, { WHENCE_FACT_KEY_EVIDENCE, TRUE, "30124" },
};

static char *
order_to_text (const guint32 *order, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%u", order[i]);
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint32 *order =
        whence_fact_sort (bundle, NULL, cases[i].key, cases[i].descending, NULL, NULL);
      g_autofree char *text = order_to_text (order, 5);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i].order);
    }
}

/* In the language of whoever reads, at least: what is equal stays as it was. */
static void
test_titles (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  const guint32 before[] = { 4, 3, 2, 1, 0 };

  for (int descending = 0; descending < 2; descending++)
    {
      g_autofree guint32 *order =
        whence_fact_sort (bundle, NULL, WHENCE_FACT_KEY_TITLE, descending != 0, before, NULL);
      for (guint i = 1; i < 5; i++)
        {
          g_autofree char *last = whence_bundle_describe_fact (bundle, order[i - 1]);
          g_autofree char *title = whence_bundle_describe_fact (bundle, order[i]);
          int compared = g_utf8_collate (last, title);

          g_assert_true (descending != 0 ? compared >= 0 : compared <= 0);
          g_assert_true (compared != 0 || order[i - 1] > order[i]);
        }
    }
}

static void
test_chain (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autofree guint32 *dates = whence_fact_sort (bundle, NULL, WHENCE_FACT_KEY_DATE, TRUE, NULL, NULL);
  g_autofree guint32 *types = whence_fact_sort (bundle, NULL, WHENCE_FACT_KEY_TYPE, FALSE, dates, NULL);
  g_autofree char *text = order_to_text (types, 5);

  g_assert_cmpstr (text, ==, "41302");
}

static void
test_nothing (void)
{
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (guint key = 0; key < WHENCE_N_FACT_KEYS; key++)
    {
      g_autofree guint32 *order = whence_fact_sort (empty, NULL, key, FALSE, NULL, NULL);
      g_assert_nonnull (order);
      g_assert_null (whence_fact_sort (bundle, NULL, key, FALSE, NULL, cancellable));
    }
}

/* Seeded: many dates come out as a comparison has them. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autofree guint32 *order = NULL;
  const guint n = 5000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"other\",\"date\":\"%d\"}", i > 0 ? "," : "",
                            i, g_rand_int_range (rand, 1000, 3000));
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  order = whence_fact_sort (bundle, NULL, WHENCE_FACT_KEY_DATE, FALSE, NULL, NULL);
  for (guint i = 1; i < n; i++)
    {
      gint64 last = whence_bundle_get_fact_date (bundle, order[i - 1])->start.earliest;
      gint64 now = whence_bundle_get_fact_date (bundle, order[i])->start.earliest;

      g_assert_true (last < now || (last == now && order[i - 1] < order[i]));
    }
}

/* Seeded, and enough for two threads: so do titles, of which many are equal or begin alike. */
static void
test_many_titles (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (WhenceBundle) bundle = NULL;
  g_autofree guint32 *order = NULL;
  const guint n = 30001;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"other\",\"title\":\"%s %c%d\"}",
                            i > 0 ? "," : "", i, i % 3 == 0 ? "Who begins alike" : "É", 'a' + i % 7,
                            g_rand_int_range (rand, 0, 2000));
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  order = whence_fact_sort (bundle, NULL, WHENCE_FACT_KEY_TITLE, FALSE, NULL, NULL);
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *last = whence_bundle_describe_fact (bundle, order[i - 1]);
      g_autofree char *now = whence_bundle_describe_fact (bundle, order[i]);
      int compared = g_utf8_collate (last, now);

      g_assert_true (compared < 0 || (compared == 0 && order[i - 1] < order[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/fact-sort/cases", test_cases);
  g_test_add_func ("/model/fact-sort/titles", test_titles);
  g_test_add_func ("/model/fact-sort/chain", test_chain);
  g_test_add_func ("/model/fact-sort/nothing", test_nothing);
  g_test_add_func ("/model/fact-sort/many", test_many);
  g_test_add_func ("/model/fact-sort/many-titles", test_many_titles);
  return g_test_run ();
}
