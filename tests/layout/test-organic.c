/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layouts on plain graphs: every one gives finite places without overlap, leaves its input alone and
 * gives the same bits again; known graphs come out with little stress. */
#include "plain-graphs.h"

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
  g_test_add_func ("/organic/components-apart", test_components_apart);
  g_test_add_func ("/organic/cancel", test_cancel);
  g_test_add_func ("/organic/progress", test_progress);
  g_test_add_func ("/organic/threads", test_threads);
  g_test_add_func ("/organic/faith", test_faith);
  return g_test_run ();
}
