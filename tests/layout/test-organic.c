/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layouts on plain graphs: every one gives finite places without overlap, leaves its input alone and
 * gives the same bits again; known graphs come out with little stress. */
#include <math.h>

#include "layout/layouts.h"
#include "layout/organic-steps.h"

typedef struct
{
  const char *name;
  guint32 n;
  guint (*pairs) (guint32 n, WhencePair *pairs); /* counts when @pairs is NULL */
  double most_stress;
} Case;

static guint
list_none (guint32 n, WhencePair *pairs)
{
  return 0;
}

static guint
list_path (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ i - 1, i };
  return n - 1;
}

static guint
list_star (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ 0, i };
  return n - 1;
}

static guint
list_circle (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 0; i < n && pairs != NULL; i++)
    pairs[i] = (WhencePair){ i, (i + 1) % n };
  return n;
}

static guint
list_clique (guint32 n, WhencePair *pairs)
{
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++, count++)
      if (pairs != NULL)
        pairs[count] = (WhencePair){ i, j };
  return count;
}

static guint
list_grid (guint32 n, WhencePair *pairs)
{
  guint32 side = (guint32) sqrt (n);
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    {
      if (i % side != side - 1 && pairs != NULL)
        pairs[count] = (WhencePair){ i, i + 1 };
      count += i % side != side - 1;
      if (i + side < n && pairs != NULL)
        pairs[count] = (WhencePair){ i, i + side };
      count += i + side < n;
    }
  return count;
}

static guint
list_tree (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ (i - 1) / 3, i };
  return n - 1;
}

static guint
list_couples (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 0; i < n / 2 && pairs != NULL; i++)
    pairs[i] = (WhencePair){ 2 * i, 2 * i + 1 };
  return n / 2;
}

/* A random graph with a few hubs, loops and doubles among its pairs. */
static guint
list_random (guint32 n, WhencePair *pairs)
{
  WhenceRandom random;

  whence_random_init (&random, n);
  for (guint32 i = 0; i < 2 * n; i++)
    {
      guint32 a = whence_random_next (&random) % n, b = whence_random_next (&random) % (1 + a);
      if (pairs != NULL)
        pairs[i] = (WhencePair){ a, b };
    }
  return 2 * n;
}

/* Trees of ten nodes. */
static guint
list_tens (guint32 n, WhencePair *pairs)
{
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    if (i % 10 != 0)
      {
        if (pairs != NULL)
          pairs[count] = (WhencePair){ i - i % 10 + i % 10 / 2, i };
        count++;
      }
  return count;
}

/* Hubs with fifty leaves each, themselves a tree. */
static guint
list_hubs (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ i, i % 50 == 0 ? i / 150 * 50 : i - i % 50 };
  return n - 1;
}

static const Case cases[] = {
  { "nothing", 0, list_none, 0 },          { "one", 1, list_none, 0 },
  { "two-apart", 2, list_none, 0 },        { "two-joined", 2, list_path, 0.001 },
  { "three", 3, list_circle, 0.02 },       { "isolated", 2000, list_none, 0 },
  { "path", 30, list_path, 0.06 },         { "long-path", 1500, list_path, 0 },
  { "star", 24, list_star, 0.19 },         { "large-star", 3000, list_star, 0 },
  { "circle", 40, list_circle, 0.12 },     { "clique", 12, list_clique, 0.22 },
  { "large-clique", 120, list_clique, 0 }, { "grid", 49, list_grid, 0.08 },
  { "large-grid", 1600, list_grid, 0 },    { "tree", 40, list_tree, 0.17 },
  { "large-tree", 4000, list_tree, 0 },    { "couples", 300, list_couples, 0 },
  { "random-30", 30, list_random, 0 },     { "random-80", 80, list_random, 0 },
  { "random-300", 300, list_random, 0 },   { "random-2500", 2500, list_random, 0 },
  { "clique-300", 300, list_clique, 0 },   { "hubs", 2500, list_hubs, 0 },
  { "tens", 1500, list_tens, 0 },
};

static WhenceNet *
net_of (const Case *test)
{
  guint n_pairs = test->n == 0 ? 0 : test->pairs (test->n, NULL);
  g_autofree WhencePair *pairs = g_new0 (WhencePair, MAX (1, n_pairs));

  if (test->n > 0)
    test->pairs (test->n, pairs);
  return whence_net_new (test->n, pairs, n_pairs);
}

static WhenceRect *
boxes_of (guint32 n)
{
  WhenceRect *boxes = g_new (WhenceRect, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    {
      double half = n > 400 ? 7 : 10 + i * 7 % 40;
      boxes[i] = (WhenceRect){ -half, -8, 2 * half, n > 400 ? 14 : 34 };
    }
  return boxes;
}

static guint
count_overlaps (const WhenceRect *boxes, const WhencePoint *at, guint32 n)
{
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++)
      {
        WhenceRect a = boxes[i], b = boxes[j];
        a.x += at[i].x;
        a.y += at[i].y;
        b.x += at[j].x;
        b.y += at[j].y;
        count += whence_rect_overlaps (a, b);
      }
  return count;
}

static void
assert_finite (const WhencePoint *at, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    g_assert_true (isfinite (at[i].x) && isfinite (at[i].y) && fabs (at[i].x) < 1e7 && fabs (at[i].y) < 1e7);
}

static void
test_layout (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (WhenceNet) net = net_of (test);
  g_autofree guint32 *first = g_memdup2 (net->first, (test->n + 1) * sizeof (guint32));
  g_autofree guint32 *target = g_memdup2 (net->target, MAX (1, first[test->n]) * sizeof (guint32));
  g_autofree WhenceRect *boxes = boxes_of (test->n);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, MAX (1, test->n));
  g_autofree WhencePoint *again = g_new0 (WhencePoint, MAX (1, test->n));
  WhenceOrganic organic = { net, boxes, NULL, NULL, 1.4, 7 };

  g_assert_true (whence_organic_layout (&organic, at, NULL));
  assert_finite (at, test->n);
  g_assert_cmpuint (count_overlaps (boxes, at, test->n), ==, 0);
  g_assert_cmpmem (first, (test->n + 1) * sizeof *first, net->first, (test->n + 1) * sizeof *first);
  g_assert_cmpmem (target, first[test->n] * sizeof *target, net->target, first[test->n] * sizeof *target);
  g_assert_true (whence_organic_layout (&organic, again, NULL));
  g_assert_cmpmem (at, test->n * sizeof *at, again, test->n * sizeof *again);
}

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

static void
test_clusters (void)
{
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (WhenceNet) net = net_of (&cases[c]);
      g_autofree guint32 *cluster = g_new (guint32, MAX (1, net->n));
      g_autofree guint8 *used = g_new0 (guint8, MAX (1, net->n));
      guint32 n_clusters, n_singles = 0;
      g_autoptr (WhenceNet) coarse = NULL;
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
      for (guint32 i = 0; i < coarse->n; i++)
        for (guint32 e = coarse->first[i]; e < coarse->first[i + 1]; e++)
          {
            g_assert_cmpuint (coarse->target[e], !=, i);
            g_assert_true (e == coarse->first[i] || coarse->target[e - 1] < coarse->target[e]);
          }
    }
}

/* What a large layout must come to: somewhat above what it does. */
typedef struct
{
  Case graph;
  double most_stress;
  guint64 most_crossings;
} Quality;

static const Quality qualities[] = {
  { { "grid", 1600, list_grid }, 0.025, 0 }, { { "tree", 1093, list_tree }, 0.17, 180 },
  { { "path", 1200, list_path }, 0.01, 0 },  { { "star", 1200, list_star }, 0.21, 0 },
  { { "hubs", 1500, list_hubs }, 0.12, 40 }, { { "circle", 1000, list_circle }, 0.025, 0 },
};

static void
test_quality (gconstpointer data)
{
  const Quality *quality = data;
  g_autoptr (WhenceNet) net = net_of (&quality->graph);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, net->n);
  double stress;
  guint64 crossings;

  g_assert_true (whence_organic_multilevel (net, &(WhenceOrganic){ .seed = 1 }, at, NULL));
  stress = whence_organic_measure_stress (net, at);
  crossings = whence_organic_count_crossings (net, at);
  g_test_message ("%s: stress %.4f, crossings %" G_GUINT64_FORMAT, quality->graph.name, stress, crossings);
  g_assert_cmpfloat (stress, <=, quality->most_stress);
  g_assert_cmpuint (crossings, <=, quality->most_crossings);
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

/* Bounds that a reader may come with; only that it ends, and that all is in its place. */
static void
test_bounds (void)
{
  const Case bounds[] = { { "star", 12000, list_star },
                          { "path", 12000, list_path },
                          { "none", 10000, list_none } };

  for (guint c = 0; c < G_N_ELEMENTS (bounds); c++)
    {
      g_autoptr (WhenceNet) net = net_of (&bounds[c]);
      g_autofree WhenceRect *boxes = boxes_of (net->n);
      g_autofree WhencePoint *at = g_new0 (WhencePoint, net->n);
      g_assert_true (whence_organic_layout (&(WhenceOrganic){ net, boxes, NULL, NULL, 1, 1 }, at, NULL));
      assert_finite (at, net->n);
    }
}

static void
test_components_apart (void)
{
  /* Two cliques of five and a single node: the boxes of the components do not meet. */
  WhencePair pairs[20];
  guint count = 0;
  WhencePoint at[11];
  g_autofree WhenceRect *boxes = boxes_of (11);
  WhenceRect parts[2];
  g_autoptr (WhenceNet) net = NULL;

  for (guint32 c = 0; c < 2; c++)
    for (guint32 i = 0; i < 5; i++)
      for (guint32 j = 0; j < i; j++)
        pairs[count++] = (WhencePair){ 5 * c + i, 5 * c + j };
  net = whence_net_new (11, pairs, count);
  g_assert_true (whence_organic_layout (&(WhenceOrganic){ net, boxes, NULL, NULL, 1, 1 }, at, NULL));
  for (guint32 i = 0; i < 10; i++)
    {
      WhenceRect box = { at[i].x + boxes[i].x, at[i].y + boxes[i].y, boxes[i].width, boxes[i].height };
      parts[i / 5] = i % 5 == 0 ? box : whence_rect_union (parts[i / 5], box);
    }
  g_assert_false (whence_rect_overlaps (parts[0], parts[1]));
}

static void
test_cancel (void)
{
  const Case large = { "tree", 5000, list_tree, 0 };
  g_autoptr (WhenceNet) net = net_of (&large);
  g_autofree WhenceRect *boxes = boxes_of (large.n);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, large.n);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (whence_organic_layout (&(WhenceOrganic){ net, boxes, NULL, NULL, 1, 1 }, at, cancellable));
}

/* From 0 to 1, never back; a cancel in the middle ends it soon after. */
typedef struct
{
  double last, cancel_at;
  guint n_told, n_after;
  GCancellable *cancellable;
} Listener;

static void
on_progress (double fraction, gpointer data)
{
  Listener *listener = data;

  g_assert_cmpfloat (fraction, >, listener->last);
  g_assert_cmpfloat (fraction, <=, 1);
  listener->last = fraction;
  listener->n_told++;
  listener->n_after += g_cancellable_is_cancelled (listener->cancellable);
  if (fraction >= listener->cancel_at)
    g_cancellable_cancel (listener->cancellable);
}

static void
test_progress (void)
{
  const Case graphs[] = { { "small", 90, list_random },
                          { "middling", 400, list_random },
                          { "large", 3000, list_tree },
                          { "tens", 600, list_tens } };

  for (guint g = 0; g < G_N_ELEMENTS (graphs); g++)
    for (guint cancels = 0; cancels < 2; cancels++)
      {
        g_autoptr (WhenceNet) net = net_of (&graphs[g]);
        g_autofree WhenceRect *boxes = boxes_of (net->n);
        g_autofree WhencePoint *at = g_new0 (WhencePoint, net->n);
        g_autoptr (GCancellable) cancellable = g_cancellable_new ();
        Listener listener = { -1, cancels ? 0.5 : 2, 0, 0, cancellable };
        WhenceOrganic organic = {
          net, boxes, NULL, NULL, 1, 1, .progress = on_progress, .progress_data = &listener
        };
        g_assert_true (whence_organic_layout (&organic, at, cancellable) == !cancels);
        g_test_message ("%s: told %u times", graphs[g].name, listener.n_told);
        g_assert_cmpuint (listener.n_told, >, 3);
        g_assert_cmpuint (listener.n_after, <=, 1);
        if (!cancels)
          g_assert_cmpfloat (listener.last, >, 0.95);
      }
}

/* One thread, two or four: the same bits, in a graph large enough to have them. */
static void
test_threads (void)
{
  const Case graph = { "hubs", 14000, list_hubs };
  g_autoptr (WhenceNet) net = net_of (&graph);
  g_autofree WhencePoint *one = g_new0 (WhencePoint, net->n), *at = g_new0 (WhencePoint, net->n);

  g_assert_true (whence_organic_multilevel (net, &(WhenceOrganic){ .n_threads = 1 }, one, NULL));
  for (guint n_threads = 2; n_threads <= 4; n_threads += 2)
    {
      g_assert_true (whence_organic_multilevel (net, &(WhenceOrganic){ .n_threads = n_threads }, at, NULL));
      g_assert_cmpmem (one, net->n * sizeof *one, at, net->n * sizeof *at);
    }
}

/* True to distances: less stress; true to neighbours: more of them among the nearest. */
static void
test_faith (void)
{
  const Case graph = { "tree", 1093, list_tree };
  g_autoptr (WhenceNet) net = net_of (&graph);
  g_autofree WhenceRect *boxes = boxes_of (net->n);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, net->n);
  double stress[3];

  for (guint faith = 0; faith < 3; faith++)
    {
      WhenceOrganic organic = { net, boxes, NULL, NULL, 1, 1, .faith = faith };
      g_assert_true (whence_organic_layout (&organic, at, NULL));
      g_assert_cmpuint (count_overlaps (boxes, at, net->n), ==, 0);
      stress[faith] = whence_organic_measure_stress (net, at);
      g_test_message ("faith %u: stress %.4f", faith, stress[faith]);
    }
  g_assert_cmpfloat (stress[WHENCE_FAITH_DISTANCES], <, 0.94 * stress[WHENCE_FAITH_BALANCED]);
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

static void
test_other_layouts (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (WhenceNet) net = net_of (test);
  g_autofree WhenceRect *boxes = boxes_of (test->n);
  g_autofree WhencePoint *at = g_new0 (WhencePoint, MAX (1, test->n));
  g_autofree guint32 *layer = g_new0 (guint32, MAX (1, test->n));
  WhenceOrganic problem = { net, boxes, NULL, NULL, 1.4, 7 };

  g_assert_true (whence_concentric_layout (&problem, 0, at, NULL));
  assert_finite (at, test->n);
  g_assert_cmpuint (count_overlaps (boxes, at, test->n), ==, 0);
  for (guint32 i = 0; i < test->n; i++)
    layer[i] = i % 5;
  for (guint columns = 0; columns < 2; columns++)
    {
      g_assert_true (whence_layered_layout (&problem, layer, columns == 1, at, NULL));
      assert_finite (at, test->n);
      g_assert_cmpuint (count_overlaps (boxes, at, test->n), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree char *path = g_strdup_printf ("/organic/layout/%s", cases[c].name);
      g_autofree char *other = g_strdup_printf ("/organic/others/%s", cases[c].name);
      g_test_add_data_func (path, &cases[c], test_layout);
      if (cases[c].n > 0)
        g_test_add_data_func (other, &cases[c], test_other_layouts);
    }
  for (guint q = 0; q < G_N_ELEMENTS (qualities); q++)
    {
      g_autofree char *path = g_strdup_printf ("/organic/quality/%s", qualities[q].graph.name);
      g_test_add_data_func (path, &qualities[q], test_quality);
    }
  g_test_add_func ("/organic/counted-crossings", test_counted_crossings);
  g_test_add_func ("/organic/clusters", test_clusters);
  g_test_add_func ("/organic/measured-neighbours", test_measured_neighbours);
  g_test_add_func ("/organic/uncross", test_uncross);
  g_test_add_func ("/organic/pivots", test_pivots);
  g_test_add_func ("/organic/hops", test_hops);
  g_test_add_func ("/organic/heap", test_heap);
  g_test_add_func ("/organic/bounds", test_bounds);
  g_test_add_func ("/organic/stress", test_stress);
  g_test_add_func ("/organic/measured-stress", test_measured_stress);
  g_test_add_func ("/organic/components-apart", test_components_apart);
  g_test_add_func ("/organic/cancel", test_cancel);
  g_test_add_func ("/organic/progress", test_progress);
  g_test_add_func ("/organic/threads", test_threads);
  g_test_add_func ("/organic/faith", test_faith);
  g_test_add_func ("/organic/fixed-stay", test_fixed_stay);
  g_test_add_func ("/organic/pack", test_pack);
  g_test_add_func ("/organic/turns", test_turns);
  g_test_add_func ("/organic/ranks", test_ranks);
  return g_test_run ();
}
