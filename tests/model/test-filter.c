/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Filters as a table of what they leave; counts against filters that are really applied, on all combinations
 * of two facets; ranges of amounts; another bundle. */
#include <string.h>

#include "model/evidence.h"
#include "model/filter.h"

#include "read-text.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"A\"},"
  "{\"id\":\"t\",\"title\":\"T\",\"publisher\":\"B\"}],"
  "\"entities\":[{\"id\":\"ann\",\"type\":\"person\",\"name\":\"Ann\"},{\"id\":\"bar\",\"type\":\"company\","
  "\"name\":\"Bar\"},"
  "{\"id\":\"boat\",\"type\":\"vessel\",\"name\":\"Boat\"}],"
  "\"facts\":[{\"id\":\"f0\",\"type\":\"founding\",\"subject\":\"ann\",\"object\":\"bar\",\"date\":\"2016\","
  "\"citations\":[{\"source\":\"s\"},{\"source\":\"t\"}]},"
  "{\"id\":\"f1\",\"type\":\"investment\",\"subject\":\"ann\",\"object\":\"bar\",\"amount\":{\"value\":5,"
  "\"currency\":\"USD\"},"
  "\"citations\":[{\"source\":\"s\"},{\"source\":\"s\"}]},"
  "{\"id\":\"f2\",\"type\":\"investment\",\"subject\":\"bar\",\"object\":\"boat\",\"date\":\"2020\","
  "\"amount\":{\"value\":9,"
  "\"currency\":\"EUR\",\"low\":7,\"high\":12}},"
  "{\"id\":\"f3\",\"type\":\"regatta\",\"subject\":\"boat\",\"date\":\"2021\"},"
  "{\"id\":\"f4\",\"type\":\"other\"}]}";

static char *
apply (const WhenceFilter *filter, const WhenceBundle *bundle)
{
  guint n = whence_bundle_get_n_facts (bundle), n_shown = 0;
  g_autofree guint8 *shown = g_new (guint8, n);
  GString *left = g_string_new (NULL);
  guint n_hidden = whence_filter_apply (filter, bundle, NULL, shown);

  for (guint i = 0; i < n; i++)
    if (shown[i])
      {
        g_string_append_printf (left, "%u", i);
        n_shown++;
      }
  g_assert_cmpuint (n_hidden, ==, n - n_shown);
  return g_string_free (left, FALSE);
}

static guint32
find_fact_type (const WhenceBundle *bundle, const char *name)
{
  for (guint i = 0; i < whence_bundle_get_n_fact_types (bundle); i++)
    if (g_str_equal (whence_bundle_get_nth_fact_type (bundle, i)->name, name))
      return i;
  g_assert_not_reached ();
}

static WhenceFilter *
choose (WhenceFilter *filter, WhenceFacet facet, guint32 value)
{
  WhenceFilter *other = whence_filter_toggle (filter, facet, value);

  whence_filter_unref (filter);
  return other;
}

static void
assert_leaves (WhenceFilter *filter, const WhenceBundle *bundle, const char *expected)
{
  g_autofree char *left = apply (filter, bundle);

  g_assert_cmpstr (left, ==, expected);
  whence_filter_unref (filter);
}

static void
test_facets (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  guint32 investment = find_fact_type (bundle, "investment"), regatta = find_fact_type (bundle, "regatta");

  assert_leaves (whence_filter_new (), bundle, "01234");
  assert_leaves (choose (whence_filter_new (), WHENCE_FACET_FACT_TYPE, investment), bundle, "12");
  assert_leaves (choose (choose (whence_filter_new (), WHENCE_FACET_FACT_TYPE, regatta),
                         WHENCE_FACET_FACT_TYPE, investment),
                 bundle, "123");
  assert_leaves (choose (whence_filter_new (), WHENCE_FACET_ENTITY, 0), bundle, "01");
  assert_leaves (choose (whence_filter_new (), WHENCE_FACET_SOURCE, 1), bundle, "0");
  assert_leaves (choose (whence_filter_new (), WHENCE_FACET_SUPPORT, WHENCE_SUPPORT_UNSOURCED), bundle,
                 "234");
  assert_leaves (choose (whence_filter_new (), WHENCE_FACET_SUPPORT, WHENCE_SUPPORT_CORROBORATED), bundle,
                 "0");
  assert_leaves (choose (whence_filter_new (), WHENCE_FACET_DATED, 0), bundle, "14");
  assert_leaves (
    choose (choose (whence_filter_new (), WHENCE_FACET_DATED, 1), WHENCE_FACET_FACT_TYPE, investment), bundle,
    "2");
  /* Chosen twice is not chosen. */
  assert_leaves (choose (choose (whence_filter_new (), WHENCE_FACET_DATED, 1), WHENCE_FACET_DATED, 1), bundle,
                 "01234");
}

static void
test_amounts (void)
{
  static const struct
  {
    const char *currency;
    int low, high; /* -1: no bound */
    const char *left;
  } ranges[] = {
    { "USD", 5, 5, "1" },   { "USD", 6, -1, "" },  { "USD", -1, 4, "" },
    { "EUR", 12, 20, "2" }, { "EUR", 13, 20, "" }, { "EUR", -1, 7, "2" },
    { "EUR", 0, 6, "" },    { "JPY", 0, -1, "" },  { "USD", -1, -1, "01234" },
  };
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceFilter) none = whence_filter_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      WhenceDecimal low = whence_decimal_make (ranges[i].low, 0),
                    high = whence_decimal_make (ranges[i].high, 0);
      assert_leaves (whence_filter_set_amounts (none, ranges[i].currency, ranges[i].low >= 0 ? &low : NULL,
                                                ranges[i].high >= 0 ? &high : NULL),
                     bundle, ranges[i].left);
    }
}

/* Two currencies are alternatives; setting one again replaces it. */
static void
test_two_currencies (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  WhenceDecimal one = whence_decimal_make (1, 0), ten = whence_decimal_make (1, 1);
  g_autoptr (WhenceFilter) none = whence_filter_new ();
  g_autoptr (WhenceFilter) dollars = whence_filter_set_amounts (none, "USD", &one, NULL);
  g_autoptr (WhenceFilter) both = whence_filter_set_amounts (dollars, "EUR", NULL, &ten);
  g_autoptr (WhenceFilter) again = whence_filter_set_amounts (both, "USD", &ten, NULL);
  guint n;

  g_assert_cmpstr (whence_filter_get_amounts (both, &n)[0].currency, ==, "EUR");
  g_assert_cmpuint (n, ==, 2);
  assert_leaves (whence_filter_ref (both), bundle, "12");
  assert_leaves (whence_filter_ref (again), bundle, "2");
}

/* A count is what is left when that value alone is chosen in its facet. */
static void
test_counts (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);

  for (guint other = 0; other < WHENCE_N_FACETS; other++)
    for (guint32 chosen = 0; chosen < 2; chosen++)
      for (guint facet = 0; facet < WHENCE_N_FACETS; facet++)
        {
          g_autoptr (WhenceFilter) filter = choose (whence_filter_new (), other, chosen);
          guint n_values;
          g_autofree guint *counts = whence_filter_count (filter, bundle, NULL, facet, &n_values);
          for (guint32 value = 0; value < n_values; value++)
            {
              g_autoptr (WhenceFilter) cleared =
                facet == other ? whence_filter_new () : choose (whence_filter_new (), other, chosen);
              g_autoptr (WhenceFilter) alone = whence_filter_toggle (cleared, facet, value);
              g_autofree char *left = apply (alone, bundle);
              g_assert_cmpuint (counts[value], ==, strlen (left));
            }
        }
}

static void
test_equal (void)
{
  WhenceDecimal one = whence_decimal_make (1, 0);
  g_autoptr (WhenceFilter) none = whence_filter_new ();
  g_autoptr (WhenceFilter) some = whence_filter_toggle (none, WHENCE_FACET_ENTITY, 3);
  g_autoptr (WhenceFilter) back = whence_filter_toggle (some, WHENCE_FACET_ENTITY, 3);
  g_autoptr (WhenceFilter) ranged = whence_filter_set_amounts (none, "USD", &one, NULL);
  g_autoptr (WhenceFilter) other = whence_filter_set_amounts (none, "USD", NULL, &one);

  g_assert_true (whence_filter_is_empty (none));
  g_assert_true (whence_filter_equal (none, back));
  g_assert_false (whence_filter_equal (none, some));
  g_assert_false (whence_filter_is_empty (ranged));
  g_assert_false (whence_filter_equal (ranged, other));
  g_assert_true (whence_filter_has (some, WHENCE_FACET_ENTITY, 3));
  g_assert_false (whence_filter_has (some, WHENCE_FACET_SOURCE, 3));
}

static void
test_translate (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (story);
  WhenceEdit edits[] = { { WHENCE_RECORD_ENTITY, "ann", NULL }, { WHENCE_RECORD_FACT, "f0", NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) edited = whence_bundle_edit (bundle, edits, G_N_ELEMENTS (edits), &error);
  WhenceFilter *filter =
    choose (choose (whence_filter_new (), WHENCE_FACET_ENTITY, 0), WHENCE_FACET_ENTITY, 2);
  g_autoptr (WhenceFilter) translated = NULL;
  const guint32 *values;
  guint n;

  g_assert_no_error (error);
  filter = choose (filter, WHENCE_FACET_FACT_TYPE, find_fact_type (bundle, "regatta"));
  translated = whence_filter_translate (filter, bundle, edited);
  values = whence_filter_get_values (translated, WHENCE_FACET_ENTITY, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (values[0], ==, whence_bundle_find_entity (edited, "boat"));
  g_assert_true (whence_filter_has (translated, WHENCE_FACET_FACT_TYPE, find_fact_type (edited, "regatta")));
  whence_filter_unref (filter);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/filter/facets", test_facets);
  g_test_add_func ("/model/filter/amounts", test_amounts);
  g_test_add_func ("/model/filter/two-currencies", test_two_currencies);
  g_test_add_func ("/model/filter/counts", test_counts);
  g_test_add_func ("/model/filter/equal", test_equal);
  g_test_add_func ("/model/filter/translate", test_translate);
  return g_test_run ();
}
