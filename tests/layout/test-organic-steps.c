/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of the layouts of plain graphs, one by one: each does what its header says, on graphs whose
 * answer is known.
 */
#include "layout/organic-cost.h"
#include "plain-graphs.h"

static void
test_stress (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    if (cases[c].most_stress > 0)
      {
        g_autoptr (WhenceNet) net = net_of (&cases[c]);
        g_autofree WhencePoint *at = g_new0 (WhencePoint, net->n);
        double stress;
        g_assert_true (whence_organic_stress (net, 1, 1, at, NULL));
        stress = whence_organic_measure_stress (net, at);
        g_test_message ("%s: stress %.4f", cases[c].name, stress);
        g_assert_cmpfloat (stress, <, cases[c].most_stress);
      }
}

static void
test_measured_stress (void)
{
  const WhencePair pairs[] = { { 0, 1 }, { 1, 2 } };
  g_autoptr (WhenceNet) net = whence_net_new (3, pairs, 2);
  const WhencePoint line[] = { { 0, 0 }, { 5, 0 }, { 10, 0 } }, bent[] = { { 0, 0 }, { 5, 0 }, { 0, 0 } };

  g_assert_cmpfloat_with_epsilon (whence_organic_measure_stress (net, line), 0, 1e-12);
  /* Ratios 1, 1, 0: 1 - 2² / (3 · 2). */
  g_assert_cmpfloat_with_epsilon (whence_organic_measure_stress (net, bent), 1.0 / 3, 1e-12);
}

static void
test_counted_crossings (void)
{
  /* A square with its diagonals: they alone cross. Moved onto one side, a corner has one line in its way. */
  const WhencePair pairs[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 }, { 0, 2 }, { 1, 3 } };
  g_autoptr (WhenceNet) net = whence_net_new (4, pairs, G_N_ELEMENTS (pairs));
  const WhencePoint square[] = { { 0, 0 }, { 4, 0 }, { 4, 4 }, { 0, 4 } };
  const WhencePoint planar[] = { { 0, 0 }, { 4, 0 }, { 2, 1 }, { 2, 4 } };

  g_assert_cmpuint (whence_organic_count_crossings (net, square), ==, 1);
  g_assert_cmpuint (whence_organic_count_crossings (net, planar), ==, 0);
}

static void
test_measured_neighbours (void)
{
  const WhencePair pairs[] = { { 0, 1 }, { 2, 3 } };
  g_autoptr (WhenceNet) net = whence_net_new (4, pairs, 2);
  const WhencePoint together[] = { { 0, 0 }, { 1, 0 }, { 9, 0 }, { 10, 0 } };
  const WhencePoint apart[] = { { 0, 0 }, { 9, 0 }, { 1, 0 }, { 10, 0 } };

  g_assert_cmpfloat_with_epsilon (whence_organic_measure_neighbours (net, together), 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (whence_organic_measure_neighbours (net, apart), 0, 1e-12);
}

/* A clique on a circle loses many of its crossings, and no box comes to lie on another. */
static void
test_uncross (void)
{
  const Case clique = { "clique", 12, list_clique };
  g_autoptr (WhenceNet) net = net_of (&clique);
  g_autofree WhenceRect *boxes = g_new (WhenceRect, net->n);
  g_autofree WhencePoint *at = g_new (WhencePoint, net->n);
  guint64 before, after;

  for (guint32 i = 0; i < net->n; i++)
    {
      WhencePoint way = whence_turn_vector (i / 12.0);
      boxes[i] = (WhenceRect){ -8, -8, 16, 16 };
      at[i] = (WhencePoint){ 200 * way.x, 150 * way.y };
    }
  before = whence_organic_count_crossings (net, at);
  g_assert_true (whence_organic_uncross (net, boxes, 3, 1, at, NULL));
  after = whence_organic_count_crossings (net, at);
  g_test_message ("crossings %" G_GUINT64_FORMAT " → %" G_GUINT64_FORMAT, before, after);
  g_assert_cmpuint (before, ==, 495);
  g_assert_cmpuint (after, <, 420);
  g_assert_cmpuint (count_overlaps (boxes, at, net->n), ==, 0);
}

/* What is counted while nodes move one by one is what they cost in the end; a limit ends the sum, but not
 * below it. */
static void
test_cost (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (WhenceNet) net = net_of (&cases[c]);
      g_autofree WhencePoint *at = g_new (WhencePoint, MAX (1, net->n));
      g_autofree WhenceRect *boxes = g_new (WhenceRect, MAX (1, net->n));
      g_autoptr (WhenceCost) cost = NULL;
      WhenceRandom random;
      if (net->n == 0 || net->n > WHENCE_POLISH_MAX)
        continue;
      whence_random_init (&random, c);
      for (guint32 i = 0; i < net->n; i++)
        {
          double width = 20 + 60 * whence_random_unit (&random);
          boxes[i] = (WhenceRect){ -width / 2, -10, width, 30 };
          at[i] = (WhencePoint){ 600 * whence_random_unit (&random), 400 * whence_random_unit (&random) };
        }
      cost = whence_cost_new (&(WhenceOrganic){ net, boxes }, (WhenceRect){ 100, 100, 400, 200 }, 80, at);
      g_assert_cmpuint (whence_cost_get_n_edges (cost), ==, net->first[net->n] / 2);
      whence_cost_count (cost);
      for (guint move = 0; move < 50; move++)
        {
          WhencePoint place = { 600 * whence_random_unit (&random), 400 * whence_random_unit (&random) };
          whence_cost_settle (cost, whence_random_next (&random) % net->n, place);
        }
      for (guint32 i = 0; i < net->n; i++)
        {
          double whole = whence_cost_try (cost, i, G_MAXDOUBLE);
          g_assert_cmpfloat_with_epsilon (whence_cost_of (cost, i), whole, 1e-8);
          g_assert_cmpfloat (whence_cost_try (cost, i, whole / 2), >=, whole / 2);
        }
    }
}

/* The same net from pairs. Transfer full. */
static WhenceNet *
fold_pairs (const WhenceNet *net, const guint32 *cluster, guint32 n_clusters)
{
  g_autofree WhencePair *pairs = g_new (WhencePair, MAX (1, net->first[net->n]));

  for (guint32 i = 0; i < net->n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      pairs[e] = (WhencePair){ cluster[i], cluster[net->target[e]] };
  return whence_net_new (n_clusters, pairs, net->first[net->n]);
}

static void
test_clusters (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (WhenceNet) net = net_of (&cases[c]);
      g_autofree guint32 *cluster = g_new (guint32, MAX (1, net->n));
      g_autofree guint8 *used = g_new0 (guint8, MAX (1, net->n));
      guint32 n_clusters, n_singles = 0;
      g_autoptr (WhenceNet) coarse = NULL, expected = NULL;
      for (guint32 i = 0; i < net->n; i++)
        n_singles += whence_net_degree (net, i) == 0;
      n_clusters = whence_organic_cluster (net, cluster);
      g_assert_cmpuint (4 * (n_clusters - n_singles), <=, 3 * (net->n - n_singles));
      for (guint32 i = 0; i < net->n; i++)
        {
          g_assert_cmpuint (cluster[i], <, n_clusters);
          used[cluster[i]] = TRUE;
        }
      for (guint32 i = 0; i < n_clusters; i++)
        g_assert_true (used[i]);
      coarse = whence_organic_fold (net, cluster, n_clusters);
      expected = fold_pairs (net, cluster, n_clusters);
      g_assert_cmpmem (coarse->first, ((gsize) coarse->n + 1) * sizeof *coarse->first, expected->first,
                       ((gsize) expected->n + 1) * sizeof *expected->first);
      g_assert_cmpmem (coarse->target, coarse->first[coarse->n] * sizeof *coarse->target, expected->target,
                       expected->first[expected->n] * sizeof *expected->target);
    }
}

/* A crumpled grid: pivots smooth it, whatever the scale. */
static void
test_pivots (void)
{
  const Case grid = { "grid", 400, list_grid, 0 };
  g_autoptr (WhenceNet) net = net_of (&grid);
  g_auto (WhenceCloud) cloud = { 0 };
  g_autofree WhencePoint *at = g_new (WhencePoint, net->n);
  g_autoptr (WhencePivots) pivots = whence_pivots_new (net, 50);
  WhenceRandom random;
  double stress[2];

  whence_random_init (&random, 5);
  whence_cloud_init (&cloud, net->n);
  for (guint32 i = 0; i < net->n; i++)
    {
      cloud.x[i] = (float) (3 * (i % 20 + 9 * whence_random_unit (&random)));
      cloud.y[i] = (float) (3 * (i / 20 + 9 * whence_random_unit (&random)));
    }
  for (guint after = 0; after < 2; after++)
    {
      for (guint round = 0; round < 6 && after; round++)
        whence_pivots_pull (pivots, 1, &cloud);
      for (guint32 i = 0; i < net->n; i++)
        at[i] = (WhencePoint){ cloud.x[i], cloud.y[i] };
      stress[after] = whence_organic_measure_stress (net, at);
    }
  g_test_message ("stress %.4f → %.4f", stress[0], stress[1]);
  g_assert_cmpfloat (stress[1], <, stress[0] / 2);
}

/* Walked from many at once as from one after the other. */
static void
test_hops (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (WhenceNet) net = net_of (&cases[c]);
      guint n_sources = MIN (net->n, WHENCE_HOPS_SOURCES);
      g_autofree guint32 *sources = g_new (guint32, n_sources + 1);
      g_autofree guint32 *distance = g_new (guint32, net->n + 1), *queue = g_new (guint32, net->n + 1);
      g_autofree guint16 *hops = g_new0 (guint16, (gsize) net->n * 70 + 1);
      for (guint k = 0; k < n_sources; k++)
        sources[k] = net->n - 1 - k * net->n / n_sources;
      whence_net_hops (net, sources, n_sources, hops, 70);
      for (guint k = 0; k < n_sources; k++)
        {
          whence_net_distances (net, sources[k], distance, queue);
          for (guint32 i = 0; i < net->n; i++)
            g_assert_cmpuint (hops[i * 70 + k], ==, MIN (distance[i], G_MAXUINT16));
        }
    }
}

/* A heap: all in one place but for what a float can tell. */
static void
test_heap (void)
{
  const guint32 n = 700;
  g_autofree WhenceRect *boxes = boxes_of (n);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, n);

  for (guint32 i = 0; i < n; i++)
    at[i] = (WhencePoint){ i * 1e-3, i % 7 * 1e-3 };
  g_assert_true (whence_organic_separate (boxes, NULL, n, 3, at, NULL));
  g_assert_cmpuint (count_overlaps (boxes, at, n), ==, 0);
}

static void
test_fixed_stay (void)
{
  const WhenceRect boxes[] = { { -10, -10, 20, 20 }, { -10, -10, 20, 20 }, { -10, -10, 20, 20 } };
  const guint8 fixed[] = { TRUE, FALSE, FALSE };
  WhencePoint at[] = { { 0, 0 }, { 3, 0 }, { 200, 0 } };

  g_assert_true (whence_organic_separate (boxes, fixed, 3, 4, at, NULL));
  g_assert_cmpfloat (at[0].x, ==, 0);
  g_assert_cmpfloat (at[1].x, >=, 24);
  g_assert_cmpfloat (at[2].x, ==, 200);
}

static void
test_pack (void)
{
  WhenceRandom random;
  WhenceRect sizes[200];
  WhencePoint corners[200];
  WhencePoint origin[200];

  whence_random_init (&random, 3);
  for (guint i = 0; i < 200; i++)
    sizes[i] =
      (WhenceRect){ 0, 0, 5 + whence_random_unit (&random) * 90, 5 + whence_random_unit (&random) * 60 };
  whence_organic_pack (sizes, 200, 1.5, 4, corners);
  for (guint i = 0; i < 200; i++)
    origin[i] = corners[i];
  g_assert_cmpuint (count_overlaps (sizes, origin, 200), ==, 0);
}

static void
test_turns (void)
{
  for (int i = -40; i <= 40; i++)
    {
      WhencePoint way = whence_turn_vector (i / 16.0);
      g_assert_cmpfloat_with_epsilon (way.x, cos (i / 16.0 * 2 * G_PI), 1e-8);
      g_assert_cmpfloat_with_epsilon (way.y, sin (i / 16.0 * 2 * G_PI), 1e-8);
    }
}

static void
test_ranks (void)
{
  /* 0 → 1 → 2 → 0 is a circle; 3 → 2; 4 hangs on 1; 5 is alone. */
  const WhencePair arcs[] = { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 3, 2 } };
  const WhencePair pairs[] = { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 3, 2 }, { 1, 4 } };
  g_autoptr (WhenceNet) net = whence_net_new (6, pairs, G_N_ELEMENTS (pairs));
  guint32 layer[6];

  whence_layered_rank (net, arcs, G_N_ELEMENTS (arcs), layer);
  g_assert_cmpuint (layer[0], <, layer[1]);
  g_assert_cmpuint (layer[1], <, layer[2]);
  g_assert_cmpuint (layer[3], ==, layer[2] - 1);
  g_assert_cmpuint (layer[4], ==, layer[1] + 1);
  g_assert_cmpuint (layer[5], >, layer[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/organic-steps/counted-crossings", test_counted_crossings);
  g_test_add_func ("/organic-steps/cost", test_cost);
  g_test_add_func ("/organic-steps/clusters", test_clusters);
  g_test_add_func ("/organic-steps/measured-neighbours", test_measured_neighbours);
  g_test_add_func ("/organic-steps/uncross", test_uncross);
  g_test_add_func ("/organic-steps/pivots", test_pivots);
  g_test_add_func ("/organic-steps/hops", test_hops);
  g_test_add_func ("/organic-steps/heap", test_heap);
  g_test_add_func ("/organic-steps/stress", test_stress);
  g_test_add_func ("/organic-steps/measured-stress", test_measured_stress);
  g_test_add_func ("/organic-steps/fixed-stay", test_fixed_stay);
  g_test_add_func ("/organic-steps/pack", test_pack);
  g_test_add_func ("/organic-steps/turns", test_turns);
  g_test_add_func ("/organic-steps/ranks", test_ranks);
  return g_test_run ();
}
