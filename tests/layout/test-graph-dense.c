/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Graphs of very many facts: how much work a scene is, what is drawn of them, and what is only counted. */
#include "graph-scenes.h"

/* Comparisons of rectangles and lines: the names that ask one another to make way, and the lines that bow
 * around them, have a bound, the rest grows with the facts. */
#define COMPARED_FOR_NAMES 2000000
#define COMPARED_FOR_FACT 200
#define MAX_MEASURED 6000

typedef struct
{
  guint64 compared;
  guint n_measured;
} Work;

static double
count_measure (const char *text, gsize length, WhenceFont font, gpointer user_data)
{
  ++*(guint *) user_data;
  return whence_measure_plain.func (text, length, font, NULL);
}

static Work
work_for (guint n_facts, double zoom)
{
  g_autoptr (WhenceBundle) bundle = make_hubs (n_facts);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_SAVED, NULL);
  g_autoptr (WhenceGraphScene) scene = NULL;
  WhenceGraphView view = whence_graph_fit (scope, NULL, arrangement, 1200, 900, &whence_measure_plain);
  Work work = { 0 };

  view.scale *= zoom;
  scene = whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scope,
                                                         .arrangement = arrangement,
                                                         .view = view,
                                                         .width = 1200,
                                                         .height = 900,
                                                         .measure = { count_measure, &work.n_measured } },
                                  NULL);
  assert_all_counted (scene, bundle);
  assert_labels_inside (scene);
  work.compared = scene->work;
  g_test_message ("%u facts at zoom %g: %" G_GUINT64_FORMAT " comparisons, %u measures", n_facts, zoom,
                  work.compared, work.n_measured);
  return work;
}

/* A few hundred comparisons for each fact, however many there are, and words measured only for what has a
 * chance. */
static void
test_work (void)
{
  static const guint sizes[] = { 500, 1000, 5000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double zoom = 1; zoom < 30; zoom *= 5)
      {
        Work work = work_for (sizes[i], zoom);
        g_assert_cmpuint (work.compared, <=, COMPARED_FOR_NAMES + COMPARED_FOR_FACT * sizes[i]);
        g_assert_cmpuint (work.n_measured, <=, MAX_MEASURED);
      }
}

/* What is drawn of very many: no word about a tie between two that have no name, hairlines without arrows,
 * and the names of those who matter most. */
static void
test_dense (void)
{
  g_autoptr (WhenceBundle) bundle = make_hubs (8000);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_SAVED, NULL);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 900, 700);
  guint n_dots = 0, n_prominent = 0;

  g_assert_true (scene->dense);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      n_dots += scene->nodes[i].dot;
      n_prominent += scene->nodes[i].prominent && scene->nodes[i].labelled;
    }
  g_assert_cmpuint (n_dots, >, 1000);
  g_assert_cmpuint (n_prominent, >=, 6);
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      g_assert_false (scene->edges[i].arrow);
      if (scene->edges[i].labelled && scene->edges[i].importance < 3)
        g_assert_true (scene->nodes[scene->edges[i].from].labelled
                       && scene->nodes[scene->edges[i].to].labelled);
    }
}

/* A dense scene that is only counted says all that a key tells, and where others are few enough to be drawn,
 * they are. */
static void
test_count (void)
{
  for (guint n_facts = 40; n_facts <= 8000; n_facts *= 200)
    {
      g_autoptr (WhenceBundle) bundle = make_hubs (n_facts);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_SAVED, NULL);
      WhenceGraphRequest request = { .scope = scope,
                                     .arrangement = arrangement,
                                     .view = whence_graph_fit (scope, NULL, arrangement, 900, 700,
                                                               &whence_measure_plain),
                                     .width = 900,
                                     .height = 700,
                                     .measure = whence_measure_plain };
      g_autoptr (WhenceGraphScene) whole = whence_graph_scene_new (&request, NULL), counted = NULL,
                                   painted = NULL;
      request.purpose = WHENCE_GRAPH_TO_COUNT;
      counted = whence_graph_scene_new (&request, NULL);
      request.purpose = WHENCE_GRAPH_TO_PAINT;
      painted = whence_graph_scene_new (&request, NULL);

      g_assert_cmpint (whole->dense, ==, n_facts == 8000);
      g_assert_cmpint (counted->line_grid == NULL, ==, whole->dense);
      g_assert_null (painted->node_grid);
      g_assert_cmpuint (counted->omitted.n_plain, ==, whole->omitted.n_plain);
      g_assert_cmpuint (counted->omitted.n_unlabelled > 0, ==, whole->omitted.n_unlabelled > 0);
      g_assert_cmpuint (painted->omitted.n_unlabelled, ==, whole->omitted.n_unlabelled);
      g_assert_cmpuint (counted->n_nodes, ==, whole->n_nodes);
      g_assert_cmpuint (counted->n_edges, ==, whole->dense ? 0 : whole->n_edges);
      for (guint32 i = 0; i < whole->n_nodes; i++)
        {
          g_assert_cmpint (counted->nodes[i].dot, ==, whole->nodes[i].dot);
          g_assert_cmpint (counted->nodes[i].faint, ==, whole->nodes[i].faint);
          g_assert_cmpint (painted->nodes[i].labelled, ==, whole->nodes[i].labelled);
        }
      for (guint32 i = 0; i < whole->n_edges; i++)
        g_assert_cmpmem (painted->edges[i].curve, sizeof painted->edges[i].curve, whole->edges[i].curve,
                         sizeof whole->edges[i].curve);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-dense/work", test_work);
  g_test_add_func ("/graph-dense/dense", test_dense);
  g_test_add_func ("/graph-dense/count", test_count);
  return g_test_run ();
}
