/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers of graphs against those that are published (networkx, and the papers it follows), against the
 * plainest algorithm on small random graphs, and from facts to entities. */
#include "layout/measures.h"

#include <math.h>

#include "known-graphs.h"
#include "layout/measures-net.h"
#include "layout/organic-steps.h"

#include "read-text.h"

#define EXACT G_MAXUINT32

typedef struct
{
  guint32 node;
  double value;
} Known;

static void
assert_known (const double *values, const Known *known, gsize n_known, double tolerance)
{
  for (gsize i = 0; i < n_known; i++)
    if (!(fabs (values[known[i].node] - known[i].value) <= tolerance))
      g_error ("node %u has %.9f instead of %.9f", known[i].node, values[known[i].node], known[i].value);
}

/* --- Published ----------------------------------------------------------------------------------- */

static const Known karate_between[] = {
  { 0, 0.437635281 },  { 1, 0.053936688 }, { 2, 0.143656806 }, { 3, 0.011909271 },  { 4, 0.000631313 },
  { 5, 0.029987374 },  { 7, 0 },           { 8, 0.055926828 }, { 31, 0.138275613 }, { 32, 0.145247114 },
  { 33, 0.304074976 },
};
static const Known florentine_between[] = {
  { 0, 0 },        { 1, 0.521978 },  { 2, 0.054945 },  { 3, 0.021978 }, { 4, 0.102564 },
  { 5, 0.093407 }, { 6, 0.113553 },  { 7, 0.091575 },  { 8, 0.212454 }, { 9, 0.142857 },
  { 10, 0 },       { 11, 0.104396 }, { 12, 0.254579 }, { 13, 0 },       { 14, 0 },
};
static const Known lesmis_between[] = {
  { 10, 0.569989 }, { 1, 0.176842 },  { 48, 0.165113 }, { 55, 0.132032 },
  { 23, 0.129645 }, { 25, 0.074901 }, { 27, 0.054332 }, { 51, 0.047599 },
};
static const Known karate_pagerank[] = {
  { 0, 0.0970018 }, { 1, 0.0528784 }, { 2, 0.0570784 },  { 3, 0.0358606 },
  { 4, 0.0219794 }, { 5, 0.0291113 }, { 32, 0.0716932 }, { 33, 0.1009179 },
};

typedef struct
{
  const char *name;
  guint32 n;
  const WhencePair *pairs;
  gsize n_pairs;
  const Known *between;
  gsize n_between;
  double modularity; /* the most that is known, but for a thousandth */
  guint32 least_communities, most_communities;
} Published;

static const Published published[] = {
  /* 0.4198 is the optimum: Brandes et al., On Modularity Clustering, 2008. */
  { "karate", 34, karate, G_N_ELEMENTS (karate), karate_between, G_N_ELEMENTS (karate_between), 0.4188, 4,
    4 },
  { "florentine", 15, florentine, G_N_ELEMENTS (florentine), florentine_between,
    G_N_ELEMENTS (florentine_between), 0.398, 3, 3 },
  /* 0.560 in the same table. */
  { "lesmis", 77, lesmis, G_N_ELEMENTS (lesmis), lesmis_between, G_N_ELEMENTS (lesmis_between), 0.559, 6, 6 },
};

static void
test_published (gconstpointer data)
{
  const Published *graph = data;
  g_autoptr (WhenceNet) net = whence_net_new (graph->n, graph->pairs, graph->n_pairs);
  g_autofree double *values = g_new (double, graph->n);
  g_autofree guint32 *community = g_new (guint32, graph->n);
  guint32 n;

  whence_measure_betweenness (net, graph->n, EXACT, 0, values, NULL);
  assert_known (values, graph->between, graph->n_between, 1e-6);
  n = whence_measure_communities (net, community, NULL);
  g_test_message ("%u communities, modularity %.5f", n, whence_measure_modularity (net, community));
  g_assert_cmpfloat (whence_measure_modularity (net, community), >=, graph->modularity);
  g_assert_cmpuint (n, >=, graph->least_communities);
  g_assert_cmpuint (n, <=, graph->most_communities);
}

/* Ties of the club have no direction: each is an arc both ways. */
static void
test_pagerank (void)
{
  WhencePair arcs[2 * G_N_ELEMENTS (karate)];
  double rank[34], sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (karate); i++)
    {
      arcs[2 * i] = karate[i];
      arcs[2 * i + 1] = (WhencePair){ karate[i].to, karate[i].from };
    }
  whence_measure_pagerank (34, 34, arcs, G_N_ELEMENTS (arcs), rank, NULL);
  for (guint i = 0; i < 34; i++)
    sum += rank[i];
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
  /* networkx stops at a change of 10^-6 a node. */
  assert_known (rank, karate_pagerank, G_N_ELEMENTS (karate_pagerank), 1e-5);
}

/* --- The plainest way, on small random graphs ---------------------------------------------------- */

static guint32
make_random (WhenceRandom *random, WhencePair *pairs, guint32 n, guint32 most)
{
  guint32 n_pairs = whence_random_next (random) % most;

  for (guint32 p = 0; p < n_pairs; p++)
    pairs[p] = (WhencePair){ whence_random_next (random) % n, whence_random_next (random) % n };
  return n_pairs;
}

/* Floyd and Warshall with counts. */
static void
brute_between (const WhenceNet *net, guint32 n_ends, double *values)
{
  enum
  {
    MOST = 16
  };
  guint32 n = net->n, distance[MOST][MOST];
  double ways[MOST][MOST] = { { 0 } };

  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < n; j++)
      distance[i][j] = i == j ? 0 : 1000;
  for (guint32 i = 0; i < n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      {
        distance[i][net->target[e]] = i < n_ends && net->target[e] < n_ends ? 2 : 1;
        ways[i][net->target[e]] = 1;
      }
  for (guint32 k = 0; k < n; k++)
    for (guint32 i = 0; i < n; i++)
      for (guint32 j = 0; j < n; j++)
        {
          guint32 over = distance[i][k] + distance[k][j];
          if (i == j || i == k || j == k || over > distance[i][j] || over >= 1000)
            continue;
          if (over < distance[i][j])
            ways[i][j] = 0;
          distance[i][j] = over;
          ways[i][j] += ways[i][k] * ways[k][j];
        }
  for (guint32 v = 0; v < n_ends; v++)
    {
      values[v] = 0;
      for (guint32 s = 0; s < n_ends; s++)
        for (guint32 t = 0; t < n_ends; t++)
          if (s != t && s != v && t != v && distance[s][t] < 1000
              && distance[s][v] + distance[v][t] == distance[s][t])
            values[v] += ways[s][v] * ways[v][t] / ways[s][t];
      values[v] /= n_ends > 2 ? (n_ends - 1) * (n_ends - 2) : 1;
    }
}

static void
test_between_brute (void)
{
  WhenceRandom random;
  WhencePair pairs[40];

  whence_random_init (&random, 7);
  for (guint round = 0; round < 300; round++)
    {
      guint32 n = 1 + whence_random_next (&random) % 12, n_ends = 1 + whence_random_next (&random) % n;
      g_autoptr (WhenceNet) net = whence_net_new (n, pairs, make_random (&random, pairs, n, 30));
      double found[16], expected[16];
      whence_measure_betweenness (net, n_ends, EXACT, 0, found, NULL);
      brute_between (net, n_ends, expected);
      for (guint32 i = 0; i < n_ends; i++)
        g_assert_cmpfloat_with_epsilon (found[i], expected[i], 1e-9);
    }
}

/* Solves the equation of PageRank by as many rounds as it takes on a full matrix. */
static void
test_pagerank_brute (void)
{
  WhenceRandom random;
  WhencePair arcs[40];

  whence_random_init (&random, 11);
  for (guint round = 0; round < 100; round++)
    {
      guint32 n = 1 + whence_random_next (&random) % 12, n_arcs = make_random (&random, arcs, n, 40);
      double rank[12], expected[12], matrix[12][12] = { { 0 } };
      guint32 n_out[12] = { 0 };
      for (guint32 a = 0; a < n_arcs; a++)
        n_out[arcs[a].from]++;
      for (guint32 a = 0; a < n_arcs; a++)
        matrix[arcs[a].to][arcs[a].from] += 1.0 / n_out[arcs[a].from];
      for (guint32 i = 0; i < n; i++)
        for (guint32 j = 0; j < n; j++)
          matrix[j][i] = n_out[i] == 0 ? 1.0 / n : matrix[j][i];
      for (guint32 i = 0; i < n; i++)
        expected[i] = 1.0 / n;
      for (guint step = 0; step < 400; step++)
        {
          double next[12];
          for (guint32 i = 0; i < n; i++)
            {
              next[i] = 0.15 / n;
              for (guint32 j = 0; j < n; j++)
                next[i] += 0.85 * matrix[i][j] * expected[j];
            }
          memcpy (expected, next, sizeof next);
        }
      whence_measure_pagerank (n, n, arcs, n_arcs, rank, NULL);
      for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon (rank[i], expected[i], 1e-9);
    }
}

/* The best of all partitions, as restricted growth strings. */
static double
brute_modularity (const WhenceNet *net, guint32 *community, guint32 node, guint32 n_used)
{
  double best = -1;

  if (node == net->n)
    return whence_measure_modularity (net, community);
  for (guint32 c = 0; c <= n_used && c < net->n; c++)
    {
      community[node] = c;
      best = MAX (best, brute_modularity (net, community, node + 1, MAX (n_used, c + 1)));
    }
  return best;
}

static void
test_communities_brute (void)
{
  WhenceRandom random;
  WhencePair pairs[40];
  guint missed = 0;

  whence_random_init (&random, 3);
  for (guint round = 0; round < 60; round++)
    {
      guint32 n = 1 + whence_random_next (&random) % 8;
      g_autoptr (WhenceNet) net = whence_net_new (n, pairs, make_random (&random, pairs, n, 16));
      guint32 found[8], tried[8];
      double best = brute_modularity (net, tried, 0, 0), modularity;
      whence_measure_communities (net, found, NULL);
      modularity = whence_measure_modularity (net, found);
      g_assert_cmpfloat (modularity, <=, best + 1e-9);
      missed += modularity < best - 1e-9;
    }
  g_test_message ("%u of 60 optima missed", missed);
  g_assert_cmpuint (missed, <=, 1);
}

/* Each community hangs together, and the first is the largest. */
static void
test_communities_connected (void)
{
  WhenceRandom random;
  WhencePair pairs[900];

  whence_random_init (&random, 5);
  for (guint round = 0; round < 30; round++)
    {
      guint32 n = 20 + whence_random_next (&random) % 400, n_communities, last = n;
      g_autoptr (WhenceNet) net = whence_net_new (n, pairs, make_random (&random, pairs, n, 900));
      g_autofree guint32 *community = g_new (guint32, n);
      g_autofree guint32 *part = g_new (guint32, n);
      g_autofree guint32 *count = g_new0 (guint32, n);
      g_autoptr (GArray) within = g_array_new (FALSE, FALSE, sizeof (WhencePair));
      g_autoptr (WhenceNet) inner = NULL;
      n_communities = whence_measure_communities (net, community, NULL);
      for (guint32 i = 0; i < n; i++)
        {
          count[community[i]]++;
          for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
            if (community[net->target[e]] == community[i])
              g_array_append_val (within, ((WhencePair){ i, net->target[e] }));
        }
      inner = whence_net_new (n, (WhencePair *) (gpointer) within->data, within->len);
      g_assert_cmpuint (whence_net_components (inner, part), ==, n_communities);
      for (guint32 c = 0; c < n_communities; c++)
        {
          g_assert_cmpuint (count[c], <=, last);
          last = count[c];
        }
    }
}

/* Ten rings of five that meet in single ties: every ring is a community of its own. */
static void
test_communities_of_rings (void)
{
  WhencePair pairs[110];
  guint32 n_pairs = 0, community[50];
  g_autoptr (WhenceNet) net = NULL;

  for (guint32 ring = 0; ring < 10; ring++)
    {
      for (guint32 i = 0; i < 5; i++)
        for (guint32 j = 0; j < i; j++)
          pairs[n_pairs++] = (WhencePair){ 5 * ring + i, 5 * ring + j };
      pairs[n_pairs++] = (WhencePair){ 5 * ring, 5 * ((ring + 1) % 10) + 1 };
    }
  net = whence_net_new (50, pairs, n_pairs);
  g_assert_cmpuint (whence_measure_communities (net, community, NULL), ==, 10);
  for (guint32 i = 0; i < 50; i++)
    g_assert_cmpuint (community[i], ==, community[i / 5 * 5]);
}

/* --- Estimates, cancelling, bounds ---------------------------------------------------------------- */

static void
test_estimate (void)
{
  WhenceRandom random;
  g_autofree WhencePair *pairs = g_new (WhencePair, 6000);
  g_autofree double *exact = g_new (double, 2000);
  g_autofree double *estimate = g_new (double, 2000);
  g_autofree double *again = g_new (double, 2000);
  g_autoptr (WhenceNet) net = NULL;
  guint32 top = 0;

  whence_random_init (&random, 1);
  for (guint32 p = 0; p < 6000; p++)
    pairs[p] = (WhencePair){ p % 2000,
                             (guint32) (whence_random_unit (&random) * whence_random_unit (&random) * 2000) };
  net = whence_net_new (2000, pairs, 6000);
  whence_measure_betweenness (net, 2000, EXACT, 0, exact, NULL);
  whence_measure_betweenness (net, 2000, 800, 1, estimate, NULL);
  whence_measure_betweenness (net, 2000, 800, 1, again, NULL);
  g_assert_cmpmem (estimate, 2000 * sizeof (double), again, 2000 * sizeof (double));
  for (guint32 i = 0; i < 2000; i++)
    {
      top = exact[i] > exact[top] ? i : top;
      g_assert_cmpfloat (fabs (estimate[i] - exact[i]), <, 0.01 + 0.2 * exact[i]);
    }
  g_assert_cmpfloat (fabs (estimate[top] / exact[top] - 1), <, 0.15);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WhenceNet) net = whence_net_new (34, karate, G_N_ELEMENTS (karate));
  double values[34];
  guint32 community[34];

  g_cancellable_cancel (cancellable);
  g_assert_false (whence_measure_betweenness (net, 34, EXACT, 0, values, cancellable));
  g_assert_false (whence_measure_pagerank (34, 34, karate, G_N_ELEMENTS (karate), values, cancellable));
  g_assert_cmpuint (whence_measure_communities (net, community, cancellable), ==, 0);
}

static void
test_bounds (void)
{
  for (guint32 n = 0; n < 3; n++)
    {
      g_autoptr (WhenceNet) net = whence_net_new (n, NULL, 0);
      double values[3] = { 0 };
      guint32 community[3] = { 0 };
      g_assert_true (whence_measure_betweenness (net, n, EXACT, 0, values, NULL));
      g_assert_true (whence_measure_pagerank (n, n, NULL, 0, values, NULL));
      g_assert_cmpuint (whence_measure_communities (net, community, NULL), ==, n);
      for (guint32 i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon (values[i], 1.0 / n, 1e-12);
    }
}

/* --- From facts to entities ----------------------------------------------------------------------- */

/* a owns b and c; a, b and d meet in one fact; e is alone; f competes with g, which is over by 2010. */
#define STORY                                                                                                \
  "{\"whence\":1,\"entities\":["                                                                             \
  "{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"},"    \
  "{\"id\":\"c\",\"type\":\"company\",\"name\":\"C\"},{\"id\":\"d\",\"type\":\"person\",\"name\":\"D\"},"    \
  "{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"},{\"id\":\"f\",\"type\":\"company\",\"name\":\"F\"},"    \
  "{\"id\":\"g\",\"type\":\"company\",\"name\":\"G\"}],"                                                     \
  "\"facts\":[{\"id\":\"1\",\"type\":\"ownership\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2001/"      \
  "..\"},"                                                                                                   \
  "{\"id\":\"2\",\"type\":\"ownership\",\"subject\":\"a\",\"object\":\"c\"},"                                \
  "{\"id\":\"3\",\"type\":\"acquisition\",\"subject\":\"a\",\"object\":\"b\","                               \
  "\"participants\":[{\"entity\":\"d\"}],\"date\":\"2001\"},"                                                \
  "{\"id\":\"4\",\"type\":\"competition\",\"subject\":\"f\",\"object\":\"g\",\"date\":\"1999/2005\"}]}"

static WhenceMeasures *
measure_story (gint64 as_of_from, gint64 as_of_to)
{
  g_autoptr (WhenceBundle) bundle = read_text (STORY);
  g_autoptr (WhenceGraph) graph = whence_graph_new (bundle);
  g_autoptr (WhenceScope) scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .as_of = { as_of_from, as_of_to } });

  return whence_measures_new (graph, scope, NULL);
}

static void
test_story (void)
{
  g_autoptr (WhenceMeasures) m = measure_story (WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL);
  const guint32 n_ties[] = { 3, 2, 1, 1, 0, 1, 1 }, n_in[] = { 0, 2, 1, 0, 0, 0, 0 },
                n_out[] = { 3, 0, 0, 0, 0, 0, 0 };

  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpuint (m->n_ties[i], ==, n_ties[i]);
      g_assert_cmpuint (m->n_in[i], ==, n_in[i]);
      g_assert_cmpuint (m->n_out[i], ==, n_out[i]);
    }
  g_assert_cmpuint (m->n_tied, ==, 6);
  g_assert_cmpuint (m->n_sources, ==, 6);
  g_assert_cmpuint (m->n_components, ==, 2);
  g_assert_cmpuint (m->component[3], ==, 0);
  g_assert_cmpuint (m->component[6], ==, 1);
  g_assert_cmpuint (m->component[4], ==, WHENCE_NONE);
  g_assert_cmpuint (m->community[5], ==, m->community[6]);
  /* Only a lies between others: b–c and c–d. b and d meet in the fact itself. */
  g_assert_cmpfloat_with_epsilon (m->betweenness[0], 4.0 / (5 * 4), 1e-12);
  g_assert_cmpfloat (m->betweenness[1], ==, 0);
  g_assert_cmpuint (whence_measures_rank (m, m->betweenness, 0), ==, 1);
  g_assert_cmpuint (whence_measures_rank (m, m->betweenness, 1), ==, 2);
  g_assert_cmpuint (whence_measures_rank (m, m->betweenness, 6), ==, 2);
  g_assert_cmpfloat (m->pagerank[1], >, m->pagerank[0]);
}

static void
test_story_at_a_date (void)
{
  const gint64 day = 14610 * G_GINT64_CONSTANT (86400); /* 1 January 2010 */
  g_autoptr (WhenceMeasures) m = measure_story (day, day + 86400);

  g_assert_cmpuint (m->n_ties[5], ==, 0);
  g_assert_cmpuint (m->component[5], ==, WHENCE_NONE);
  g_assert_cmpuint (m->n_components, ==, 1);
  g_assert_cmpuint (m->n_ties[0], ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (published); i++)
    {
      g_autofree char *path = g_strconcat ("/measures/published/", published[i].name, NULL);
      g_test_add_data_func (path, &published[i], test_published);
    }
  g_test_add_func ("/measures/pagerank", test_pagerank);
  g_test_add_func ("/measures/betweenness-brute", test_between_brute);
  g_test_add_func ("/measures/pagerank-brute", test_pagerank_brute);
  g_test_add_func ("/measures/communities-brute", test_communities_brute);
  g_test_add_func ("/measures/communities-connected", test_communities_connected);
  g_test_add_func ("/measures/communities-of-rings", test_communities_of_rings);
  g_test_add_func ("/measures/estimate", test_estimate);
  g_test_add_func ("/measures/cancelled", test_cancelled);
  g_test_add_func ("/measures/bounds", test_bounds);
  g_test_add_func ("/measures/story", test_story);
  g_test_add_func ("/measures/story-at-a-date", test_story_at_a_date);
  return g_test_run ();
}
