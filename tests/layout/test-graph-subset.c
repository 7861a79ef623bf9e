/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entities the graph shows: by cases, and against brute force on graphs by chance. */
#include "layout/graph-subset.h"

#include "random-ties.h"

#define STORY                                                                                                \
  "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"                           \
  "{\"id\":\"b\",\"type\":\"person\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"},"     \
  "{\"id\":\"d\",\"type\":\"person\",\"name\":\"D\"},{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"},"     \
  "{\"id\":\"f\",\"type\":\"person\",\"name\":\"F\"}],\"facts\":["                                           \
  "{\"id\":\"ab\",\"type\":\"contract\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2001/2010\"},"         \
  "{\"id\":\"bcd\",\"type\":\"contract\",\"participants\":[{\"entity\":\"b\"},{\"entity\":\"c\"},"           \
  "{\"entity\":\"d\"}]},"                                                                                    \
  "{\"id\":\"de\",\"type\":\"contract\",\"subject\":\"d\",\"object\":\"e\"},"                                \
  "{\"id\":\"ef\",\"type\":\"contract\",\"subject\":\"e\",\"object\":\"f\",\"negated\":true},"               \
  "{\"id\":\"cc\",\"type\":\"contract\",\"subject\":\"c\",\"object\":\"c\"}]}"

enum
{
  A,
  B,
  C,
  D,
  E,
  F,
};

typedef struct
{
  const char *name;
  guint32 centres[2], revealed[2], hidden[2];
  guint n_centres, hops, n_revealed, n_hidden;
  const char *shown;  /* ids */
  const char *beyond; /* a digit for each that is shown */
} Case;

static const Case cases[] = {
  { "everybody", .shown = "abcdef", .beyond = "000000" },
  { "no-hops", { B }, .n_centres = 1, .hops = 0, .shown = "b", .beyond = "3" },
  { "one-hop", { B }, .n_centres = 1, .hops = 1, .shown = "abcd", .beyond = "0001" },
  { "two-hops", { A }, .n_centres = 1, .hops = 2, .shown = "abcd", .beyond = "0001" },
  { "all-hops-end-at-a-negated-fact",
    { A },
    .n_centres = 1,
    .hops = 99,
    .shown = "abcde",
    .beyond = "00000" },
  { "two-centres", { A, E }, .n_centres = 2, .hops = 1, .shown = "abde", .beyond = "0110" },
  { "revealed",
    { A },
    .n_centres = 1,
    .hops = 1,
    .revealed = { C, F },
    .n_revealed = 2,
    .shown = "abcf",
    .beyond = "0110" },
  { "hidden", .hidden = { B, F }, .n_hidden = 2, .shown = "acde", .beyond = "1110" },
  { "hidden-wins",
    { A },
    .n_centres = 1,
    .hops = 1,
    .revealed = { C },
    .n_revealed = 1,
    .hidden = { B, C },
    .n_hidden = 2,
    .shown = "a",
    .beyond = "1" },
};

static WhenceGraphSubset *
subset_of (const Case *test, const WhenceScope *scope)
{
  return whence_graph_subset_new (scope, &(WhenceGraphChoice){ test->centres, test->n_centres, test->hops,
                                                               test->revealed, test->n_revealed, test->hidden,
                                                               test->n_hidden });
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (WhenceBundle) bundle = read_text (STORY);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphSubset) subset = subset_of (test, scope);
  g_autoptr (GString) shown = g_string_new (NULL), beyond = g_string_new (NULL);

  for (guint32 i = A; i <= F; i++)
    if (whence_graph_subset_has (subset, i))
      {
        g_string_append_c (shown, (char) ('a' + i));
        g_string_append_printf (beyond, "%u", whence_graph_subset_count_beyond (subset, i));
      }
    else
      g_assert_cmpuint (whence_graph_subset_count_beyond (subset, i), ==, 0);
  g_assert_cmpstr (shown->str, ==, test->shown);
  g_assert_cmpstr (beyond->str, ==, test->beyond);
  g_assert_cmpuint (whence_graph_subset_get_n_shown (subset), ==, shown->len);
  g_assert_cmpuint (whence_graph_subset_get_n_hidden (subset), ==, 6 - shown->len);
}

/* A tie that does not hold at the date leads nowhere, and neither does one that a filter hides. */
static void
test_scope (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (STORY);
  const guint8 shown[] = { TRUE, FALSE, TRUE, TRUE, TRUE };
  WhenceDate date;
  const guint32 centre = A;
  const WhenceGraphChoice choice = { .centres = &centre, .n_centres = 1, .hops = 9 };

  g_assert_true (whence_date_parse ("2020", &date, NULL));
  {
    g_autoptr (WhenceScope) later = whence_scope_new (
      &(WhenceScopeSpec){ .bundle = bundle, .as_of = { date.start.earliest, date.end.latest } });
    g_autoptr (WhenceScope) filtered =
      whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .shown = shown });
    g_autoptr (WhenceGraphSubset) alone = whence_graph_subset_new (later, &choice);
    g_autoptr (WhenceGraphSubset) pair = whence_graph_subset_new (filtered, &choice);

    g_assert_cmpuint (whence_graph_subset_get_n_shown (alone), ==, 1);
    g_assert_cmpuint (whence_graph_subset_get_n_shown (pair), ==, 2);
  }
}

static void
test_draws (void)
{
  static const struct
  {
    guint32 hidden;
    gboolean draws[5];
  } table[] = {
    { A, { FALSE, TRUE, TRUE, TRUE, TRUE } },
    { B, { FALSE, TRUE, TRUE, TRUE, TRUE } },
    { C, { TRUE, TRUE, TRUE, TRUE, FALSE } },
    { D, { TRUE, TRUE, FALSE, TRUE, TRUE } },
  };
  g_autoptr (WhenceBundle) bundle = read_text (STORY);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (WhenceGraphSubset) subset =
        whence_graph_subset_new (scope, &(WhenceGraphChoice){ .hidden = &table[i].hidden, .n_hidden = 1 });
      for (guint fact = 0; fact < 5; fact++)
        g_assert_cmpint (whence_graph_subset_draws (subset, fact), ==, table[i].draws[fact]);
    }
  g_assert_true (whence_graph_subset_draws (NULL, 0));
  g_assert_true (whence_graph_subset_has (NULL, 0));
}

static void
test_chance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint trial = 0; trial < 300; trial++)
    {
      Ties ties = ties_new (random);
      g_autoptr (WhenceScope) scope = ties_scope (&ties);
      guint hops[TIES_MAX][TIES_MAX], n_hops = (guint) g_rand_int_range (random, 0, 4);
      guint32 centres[] = { (guint32) g_rand_int_range (random, 0, (gint32) ties.n),
                            (guint32) g_rand_int_range (random, 0, (gint32) ties.n) };
      g_autoptr (WhenceGraphSubset) subset = whence_graph_subset_new (
        scope, &(WhenceGraphChoice){ .centres = centres, .n_centres = 2, .hops = n_hops });

      ties_measure (&ties, hops);
      for (guint i = 0; i < ties.n; i++)
        {
          gboolean near = MIN (hops[centres[0]][i], hops[centres[1]][i]) <= n_hops;
          guint beyond = 0;
          for (guint j = 0; j < ties.n; j++)
            beyond += near && ties.tied[i][j] && !whence_graph_subset_has (subset, j);
          g_assert_cmpint (whence_graph_subset_has (subset, i), ==, near);
          g_assert_cmpint (whence_graph_subset_has_beyond (subset, i), ==, beyond > 0);
          g_assert_cmpuint (whence_graph_subset_count_beyond (subset, i), ==, beyond);
        }
      whence_bundle_unref (ties.bundle);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/layout/graph-subset/%s", cases[i].name);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/layout/graph-subset/scope", test_scope);
  g_test_add_func ("/layout/graph-subset/draws", test_draws);
  g_test_add_func ("/layout/graph-subset/chance", test_chance);
  return g_test_run ();
}
