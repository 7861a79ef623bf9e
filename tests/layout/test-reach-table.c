/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far marks reach, asked of a table, is what each fact says itself, and its order that of comparing. */
#include "layout/reach-table.h"
#include "layout/timeline-ghosts.h"
#include "random-bundle.h"

/* A fact whose mark begins, or ends, at an instant. */
typedef struct
{
  gint64 at;
  guint32 fact;
} Moment;

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const Moment *p = a, *q = b;

  if (p->at != q->at)
    return p->at < q->at ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static void
check_order (const WhenceReachTable *table, const WhenceReach *reaches, guint n, const guint *counts,
             gboolean by_end)
{
  g_autofree WhenceReach *sorted = whence_reach_table_sort (table, reaches, n, counts, by_end);
  g_autofree Moment *moments = g_new (Moment, n);
  g_autofree gint64 *ends = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      const WhencePeriod *period = &table->periods[reaches[i].number];

      moments[i] = (Moment){ by_end ? period->to : period->from, reaches[i].fact };
    }
  qsort (moments, n, sizeof *moments, compare_moments);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (sorted[i].fact, ==, moments[i].fact);
  if (!by_end)
    return;
  whence_reach_table_list_ends (table, counts, ends);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (ends[i], ==, moments[i].at);
}

/* Returns how many facts have a place in time. */
static guint
compare_all (WhenceBundle *bundle)
{
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  guint n_facts = whence_bundle_get_n_facts (bundle), n = 0;
  g_autofree WhenceReach *reaches = g_new (WhenceReach, n_facts);
  g_autofree guint *counts = NULL;
  WhenceReachTable table;

  whence_reach_table_init (&table, scope);
  counts = g_new0 (guint, table.n);
  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      gint64 from = 0, to = 0;
      guint32 number = whence_reach_table_find (&table, fact);

      g_assert_cmpint (number != WHENCE_NONE, ==, whence_fact_reach (scope, fact, &from, &to));
      if (number == WHENCE_NONE)
        continue;
      g_assert_cmpint (table.periods[number].from, ==, from);
      g_assert_cmpint (table.periods[number].to, ==, to);
      reaches[n++] = (WhenceReach){ fact, number };
      counts[number]++;
    }
  check_order (&table, reaches, n, counts, FALSE);
  check_order (&table, reaches, n, counts, TRUE);
  whence_reach_table_clear (&table);
  return n;
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
