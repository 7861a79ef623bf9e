/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scene of a graph: what is drawn can be picked and stepped to, ties are those of the date or of the two
 * that are compared, and a scene takes over the ties of another that shows the same. */
#include "graph-scenes.h"

/* --- Picking and steps --- */

static void
test_pick (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (5, 20, FALSE);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 900, 700);
  guint n_found = 0, n_edges = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      WhenceGraphHit hit = whence_graph_scene_pick (scene, scene->nodes[i].at.x, scene->nodes[i].at.y);
      g_assert_cmpuint (hit.entity, ==, scene->nodes[i].entity);
      g_assert_cmpuint (hit.fact, ==, scene->nodes[i].fact);
    }
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhencePoint middle = whence_curve_point (scene->edges[i].curve, 0.5);
      WhenceGraphHit hit = whence_graph_scene_pick (scene, middle.x + 2, middle.y);
      n_edges += scene->edges[i].fact == hit.fact;
      n_found += hit.fact != WHENCE_NONE || hit.entity != WHENCE_NONE;
    }
  g_assert_cmpuint (n_found, ==, scene->n_edges);
  g_assert_cmpuint (10 * n_edges, >, 8 * scene->n_edges);
  g_assert_cmpuint (whence_graph_scene_pick (scene, -500, -500).fact, ==, WHENCE_NONE);
}

static void
test_steps (void)
{
  /* b at the right of a, c above it; positions are saved. */
  g_autoptr (WhenceBundle) bundle =
    read_text ("{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},{\"id\":\"b\","
               "\"type\":\"person\","
               "\"name\":\"B\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"}],\"facts\":["
               "{\"id\":\"f\",\"type\":\"family\",\"subject\":\"a\",\"object\":\"b\"},"
               "{\"id\":\"g\",\"type\":\"family\",\"subject\":\"a\",\"object\":\"c\"}],"
               "\"view\":{\"positions\":{\"a\":[0,0],\"b\":[100,0],\"c\":[0,-100]}}}");
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_SAVED, NULL);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 400, 400);

  g_assert_cmpfloat (whence_arrangement_get_position (arrangement, 1).x, ==, 100);
  /* Everybody has a place: it is an arrangement, and no pin. */
  g_assert_false (whence_arrangement_is_pinned (arrangement, 2));
  g_assert_cmpuint (whence_graph_scene_step (scene, WHENCE_NONE, 1, 0), ==, 0);
  g_assert_cmpuint (whence_graph_scene_step (scene, 0, 1, 0), ==, 1);
  g_assert_cmpuint (whence_graph_scene_step (scene, 0, 0, -1), ==, 2);
  g_assert_cmpuint (whence_graph_scene_step (scene, 0, -1, 0), ==, WHENCE_NONE);
  g_assert_cmpuint (whence_graph_scene_step (scene, 1, -1, 0), ==, 0);
}

/* --- What is drawn --- */

static void
test_as_of (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},{\"id\":\"b\",\"type\":"
    "\"company\","
    "\"name\":\"B\"}],\"facts\":["
    "{\"id\":\"past\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2001/2003\"},"
    "{\"id\":\"now\",\"type\":\"employment\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2004/2020\"},"
    "{\"id\":\"maybe\",\"type\":\"membership\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2010\"}]}");
  gint64 from = whence_instant_from_civil ((WhenceCivil){ 2010, 3, 1, 0, 0, 0 });
  const guint8 shown[] = { 1, 1, 0 };
  g_autoptr (WhenceScope) scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .today = from, .as_of = { from, from + 86400 } });
  g_autoptr (WhenceScope) filtered = whence_scope_new (
    &(WhenceScopeSpec){ .bundle = bundle, .shown = shown, .today = from, .as_of = { from, from + 86400 } });
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 500, 400);
  g_autoptr (WhenceGraphScene) fewer = fitted (filtered, arrangement, 500, 400);

  g_assert_cmpuint (scene->n_edges, ==, 2);
  g_assert_cmpuint (scene->edges[0].activity, ==, WHENCE_ACTIVITY_CERTAIN);
  g_assert_cmpuint (scene->edges[1].activity, ==, WHENCE_ACTIVITY_POSSIBLE);
  g_assert_cmpuint (whence_graph_scene_get_omitted (scene).n_inactive, ==, 1);
  g_assert_cmpuint (fewer->n_edges, ==, 1);
  g_assert_cmpuint (whence_graph_scene_get_omitted (fewer).n_hidden, ==, 1);
  g_assert_cmpfloat (fewer->nodes[0].at.x, ==, scene->nodes[0].at.x);
}

/* Ties of somebody to b. */
static const struct
{
  const char *type, *who, *date, *share;
} compared_ties[] = {
  { "ownership", "a", "2010/2018", "0.3" }, { "ownership", "a", "2019/..", "0.49" },
  { "employment", "c", "2020/..", NULL },   { "employment", "d", "2010/2018", NULL },
  { "employment", "a", "2000/..", NULL },   { "employment", "d", "2017/2019", NULL },
};

static WhenceBundle *
read_compared (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");

  for (guint i = 0; i < 4; i++)
    g_string_append_printf (text, "%s{\"id\":\"%c\",\"type\":\"person\",\"name\":\"%c\"}", i > 0 ? "," : "",
                            "abcd"[i], "ABCD"[i]);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < G_N_ELEMENTS (compared_ties); i++)
    {
      g_string_append_printf (text,
                              "%s{\"id\":\"%u\",\"type\":\"%s\",\"subject\":\"%s\",\"object\":\"b\","
                              "\"date\":\"%s\"",
                              i > 0 ? "," : "", i, compared_ties[i].type, compared_ties[i].who,
                              compared_ties[i].date);
      if (compared_ties[i].share != NULL)
        g_string_append_printf (text, ",\"share\":\"%s\"", compared_ties[i].share);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");
  return read_text (text->str);
}

/* One line for what changed; entities come and go with their ties; nobody moves. */
static void
assert_compares (const WhenceGraphScene *scene, const WhenceGraphScene *plain)
{
  static const WhenceChange of_edges[] = { WHENCE_CHANGE_CHANGED, WHENCE_CHANGE_BEGUN, WHENCE_CHANGE_ENDED,
                                           WHENCE_CHANGE_UNCHANGED };
  static const WhenceChange of_nodes[] = { WHENCE_CHANGE_UNCHANGED, WHENCE_CHANGE_UNCHANGED,
                                           WHENCE_CHANGE_BEGUN, WHENCE_CHANGE_ENDED };

  g_assert_cmpuint (scene->n_edges, ==, G_N_ELEMENTS (of_edges));
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      g_assert_cmpuint (scene->edges[i].fact, ==, i + 1);
      g_assert_cmpint (scene->edges[i].change, ==, of_edges[i]);
      g_assert_true (whence_graph_edge_has_change_sign (scene, &scene->edges[i])
                     == (of_edges[i] != WHENCE_CHANGE_UNCHANGED));
    }
  g_assert_cmpuint (scene->n_nodes, ==, G_N_ELEMENTS (of_nodes));
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      g_assert_cmpint (scene->nodes[i].change, ==, of_nodes[i]);
      g_assert_cmpint (plain->nodes[i].change, ==, WHENCE_CHANGE_NONE);
      g_assert_cmpfloat (scene->nodes[i].at.x, ==, plain->nodes[i].at.x);
      g_assert_cmpfloat (scene->nodes[i].at.y, ==, plain->nodes[i].at.y);
    }
  g_assert_cmpuint (whence_graph_scene_get_omitted (scene).n_inactive, ==, 1);
}

/* Two dates in one picture. */
static void
test_compared (void)
{
  const gint64 y2015 = whence_instant_from_civil ((WhenceCivil){ 2015, 1, 1, 0, 0, 0 });
  const gint64 y2025 = whence_instant_from_civil ((WhenceCivil){ 2025, 1, 1, 0, 0, 0 });
  g_autoptr (WhenceBundle) bundle = read_compared ();
  g_autoptr (WhenceScope) whole = whence_scope_new_whole (bundle);
  g_autoptr (WhenceScope) scope =
    whence_scope_compare (whole, (const WhencePeriod[]){ { y2015, y2015 + 1 }, { y2025, y2025 + 1 } });
  g_autoptr (WhenceArrangement) arrangement = arrange (whole, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) again = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceGraphScene) plain = fitted (whole, arrangement, 700, 600);
  g_autoptr (WhenceGraphScene) compared = fitted (scope, again, 700, 600);
  g_autoptr (GPtrArray) wordings = NULL;
  WhenceRect former, later;

  assert_compares (compared, plain);
  /* Who looks for the former share finds the line of the present one. */
  g_assert_true (whence_graph_scene_find_fact (compared, 0, &former));
  g_assert_true (whence_graph_scene_find_fact (compared, 1, &later));
  g_assert_cmpmem (&former, sizeof former, &later, sizeof later);
  wordings = whence_graph_edge_wordings (compared, &compared->edges[0]);
  g_assert_cmpstr (g_ptr_array_index (wordings, 0), ==,
                   "owns\302\240· 30\302\240%\302\240\342\206\222\302\240"
                   "49\302\240%");
}

static void
test_empty (void)
{
  g_autoptr (WhenceBundle) bundle = whence_bundle_new_empty ();
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);

  for (guint layout = 0; layout <= WHENCE_LAYOUT_SAVED; layout++)
    {
      g_autoptr (WhenceArrangement) arrangement = arrange (scope, layout, NULL);
      g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 100, 100);
      g_assert_cmpuint (scene->n_nodes, ==, 0);
      g_assert_cmpuint (whence_graph_scene_step (scene, WHENCE_NONE, 1, 0), ==, WHENCE_NONE);
      g_assert_cmpuint (whence_graph_scene_pick (scene, 5, 5).entity, ==, WHENCE_NONE);
    }
}

static void
test_cancel (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (8, 24, FALSE);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  WhenceArrangeRequest request = { .scope = scope, .aspect = 1, .measure = whence_measure_plain };
  WhenceGraphRequest draw = { .scope = scope,
                              .arrangement = arrangement,
                              .view = { 0, 0, 1 },
                              .width = 100,
                              .height = 100,
                              .measure = whence_measure_plain };

  g_cancellable_cancel (cancellable);
  g_assert_null (whence_arrangement_new (&request, cancellable));
  g_assert_null (whence_graph_scene_new (&draw, cancellable));
}

/* --- What scenes share --- */

static void
assert_same_edges (const WhenceGraphScene *a, const WhenceGraphScene *b)
{
  g_assert_cmpuint (a->n_edges, ==, b->n_edges);
  for (guint32 i = 0; i < a->n_edges; i++)
    {
      const WhenceGraphEdge *e = &a->edges[i], *f = &b->edges[i];
      g_assert_cmpuint (e->fact, ==, f->fact);
      g_assert_cmpuint (e->n_on_line, ==, f->n_on_line);
      g_assert_cmpmem (e->curve, sizeof e->curve, f->curve, sizeof f->curve);
      g_assert_true (e->width == f->width && e->importance == f->importance && e->arrow == f->arrow);
      g_assert_true (e->labelled == f->labelled && e->support == f->support && e->change == f->change);
    }
  for (guint32 i = 0; i < a->n_nodes; i++)
    g_assert_cmpuint (a->nodes[i].n_facts, ==, b->nodes[i].n_facts);
}

/* A scene is the same whether its ties are those of another or its own, and takes none of others than it
 * shows.
 */
static void
test_shared_ties (void)
{
  for (guint n_facts = 30; n_facts < 20000; n_facts *= 20)
    {
      g_autoptr (WhenceBundle) bundle = make_bundle (40, n_facts, FALSE);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle),
                              other = whence_scope_new_whole (bundle);
      g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_CONCENTRIC, NULL);
      g_autoptr (WhenceGraphScene) first = fitted (scope, arrangement, 900, 700);
      WhenceGraphRequest request = { .scope = scope,
                                     .arrangement = arrangement,
                                     .view = { 12, -7, 0.6 },
                                     .width = 900,
                                     .height = 700,
                                     .measure = whence_measure_plain };
      g_autoptr (WhenceGraphScene) own = whence_graph_scene_new (&request, NULL), shared = NULL;
      g_autoptr (WhenceGraphScene) negated = NULL, elsewhere = NULL;

      request.ties = whence_graph_scene_get_ties (first);
      shared = whence_graph_scene_new (&request, NULL);
      g_assert_true (whence_graph_scene_get_ties (shared) == request.ties);
      g_assert_true (whence_graph_scene_get_ties (own) != request.ties);
      assert_same_edges (own, shared);
      request.negated = TRUE;
      negated = whence_graph_scene_new (&request, NULL);
      g_assert_true (whence_graph_scene_get_ties (negated) != request.ties);
      g_assert_cmpuint (negated->n_edges, >, own->n_edges);
      request.negated = FALSE;
      request.scope = other;
      elsewhere = whence_graph_scene_new (&request, NULL);
      g_assert_true (whence_graph_scene_get_ties (elsewhere) != request.ties);
      assert_same_edges (own, elsewhere);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-scene/pick", test_pick);
  g_test_add_func ("/graph-scene/steps", test_steps);
  g_test_add_func ("/graph-scene/as-of", test_as_of);
  g_test_add_func ("/graph-scene/compared", test_compared);
  g_test_add_func ("/graph-scene/empty", test_empty);
  g_test_add_func ("/graph-scene/cancel", test_cancel);
  g_test_add_func ("/graph-scene/shared-ties", test_shared_ties);
  return g_test_run ();
}
