/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far marks reach, asked of a table, is what each fact says itself. */
#include "layout/reach-table.h"
#include "layout/timeline-ghosts.h"
#include "random-bundle.h"

/* Returns how many facts have a place in time. */
static guint
compare_all (WhenceBundle *bundle)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  WhenceReachTable table;
  guint n_placed = 0;

  whence_reach_table_init (&table, scope);
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    {
      gint64 from = 0, to = 0, expected_from = 0, expected_to = 0;
      gboolean placed = whence_reach_table_look (&table, fact, &from, &to);

      g_assert_cmpint (placed, ==, whence_fact_reach (scope, fact, &expected_from, &expected_to));
      if (!placed)
        continue;
      g_assert_cmpint (from, ==, expected_from);
      g_assert_cmpint (to, ==, expected_to);
      n_placed++;
    }
  whence_reach_table_clear (&table);
  return n_placed;
}

/* Only facts with dates: none comes from a citation. */
static void
test_dates (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  g_autoptr (GString) json = g_string_new ("{\"whence\":1,\"entities\":[],\"facts\":[");
  g_autoptr (WhenceBundle) bundle = NULL;
  guint n;

  for (int i = 0; i < 600; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"f%d\",\"type\":\"statement\",\"title\":\"F\"",
                              i > 0 ? "," : "", i);
      if (i % 7 > 0)
        {
          g_string_append (json, ",\"date\":\"");
          append_date (json, random, 1900, 2026);
          g_string_append_c (json, '"');
        }
      g_string_append_c (json, '}');
    }
  g_string_append (json, "]}");
  bundle = read_text (json->str);
  g_assert_false (whence_bundle_has_dated_citations (bundle));
  n = compare_all (bundle);
  g_assert_cmpuint (n, >, 400);
  g_assert_cmpuint (n, <, 600);
}

static void
test_citations (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 60);

      g_assert_true (whence_bundle_has_dated_citations (bundle));
      g_assert_cmpuint (compare_all (bundle), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach-table/dates", test_dates);
  g_test_add_func ("/reach-table/citations", test_citations);
  return g_test_run ();
}
