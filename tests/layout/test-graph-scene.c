/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arrangements and scenes of bundles by chance: no label covers a shape or a label, arrows end on borders,
 * what is drawn can be picked, places are kept, and every fact is drawn or counted. */
#include <math.h>

#include "layout/graph-scene-private.h"
#include "model/reader.h"

#include "read-text.h"

/* Comparisons of rectangles and lines: the names that ask one another to make way, and the lines that bow
 * around them, have a bound, the rest grows with the facts. */
#define COMPARED_FOR_NAMES 2000000
#define COMPARED_FOR_FACT 200
#define MAX_MEASURED 6000

static const char *const entity_types[] = { "person",  "company", "organization", "government", "group",
                                            "product", "place",   "event",        "other" };
static const char *const fact_types[] = { "investment", "employment", "competition", "family", "ownership" };

static const char *const names[] = {
  "Ada",
  "Meta Platforms",
  "A very long name of an institute that must be broken into several lines",
  "\330\264\330\261\331\203\330\251 \330\247\331\204\331\206\331\207\330\261",
  "\346\213\233\345\225\206\345\261\200\351\233\206\345\233\242",
  "\360\237\246\212 Fox & <Sons>",
  "O"
};

/* @n_entities, twice as many facts with pairs, loops, third parties, amounts and dates; @extra entity at the
 * end. */
static WhenceBundle *
make_bundle (guint32 seed, guint n_entities, gboolean extra)
{
  GString *text = g_string_new ("{\"whence\":1,\"entities\":[");
  GRand *random = g_rand_new_with_seed (seed);
  WhenceBundle *bundle;

  for (guint i = 0; i < n_entities; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"%s\",\"name\":\"%s %u\"}", i > 0 ? "," : "",
                            i, entity_types[g_rand_int (random) % G_N_ELEMENTS (entity_types)],
                            names[g_rand_int (random) % G_N_ELEMENTS (names)], i);
  if (extra)
    g_string_append (text, ",{\"id\":\"new\",\"type\":\"person\",\"name\":\"New\"}");
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 2 * n_entities; i++)
    {
      guint a = g_rand_int (random) % n_entities, b = g_rand_int (random) % (a + 1);
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\"", i > 0 ? "," : "",
                              i, fact_types[g_rand_int (random) % G_N_ELEMENTS (fact_types)], a);
      if (i % 9 != 5)
        g_string_append_printf (text, ",\"object\":\"e%u\"", b);
      if (i % 11 == 3)
        g_string_append_printf (text, ",\"participants\":[{\"entity\":\"e%u\",\"role\":\"witness\"}]", b / 2);
      if (i % 4 == 0)
        g_string_append_printf (text, ",\"amount\":{\"value\":%u,\"currency\":\"USD\"},\"share\":\"0.25\"",
                                1000 * (i + 1));
      if (i % 3 == 0)
        g_string_append_printf (text, ",\"date\":\"%u/%u\"", 1990 + i % 30, 1995 + i % 30);
      if (i % 13 == 7)
        g_string_append (text, ",\"negated\":true");
      g_string_append_c (text, '}');
    }
  if (extra)
    g_string_append (text, ",{\"id\":\"new\",\"type\":\"employment\",\"subject\":\"new\",\"object\":\"e0\"}");
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  g_rand_free (random);
  g_string_free (text, TRUE);
  return bundle;
}

static WhenceScope *
whole_scope (WhenceBundle *bundle)
{
  return whence_scope_new_whole (bundle);
}

static WhenceArrangement *
arrange (WhenceScope *scope, WhenceLayoutKind layout, const WhenceArrangement *previous)
{
  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = scope,
                                                          .layout = layout,
                                                          .seed = 3,
                                                          .aspect = 1.3,
                                                          .previous = previous,
                                                          .focus = WHENCE_NONE,
                                                          .measure = whence_measure_plain },
                                 NULL);
}

static WhenceGraphScene *
scene_at (WhenceScope *scope, WhenceArrangement *arrangement, WhenceGraphView view, double width,
          double height)
{
  return whence_graph_scene_new (&(WhenceGraphRequest){ .scope = scope,
                                                        .arrangement = arrangement,
                                                        .view = view,
                                                        .width = width,
                                                        .height = height,
                                                        .measure = whence_measure_plain },
                                 NULL);
}

static WhenceGraphScene *
fitted (WhenceScope *scope, WhenceArrangement *arrangement, double width, double height)
{
  WhenceGraphView view = whence_graph_fit (scope, NULL, arrangement, width, height, &whence_measure_plain);
  return scene_at (scope, arrangement, view, width, height);
}

/* --- Labels --- */

typedef struct
{
  WhenceRect rect;
  guint32 owner; /* node whose shape this is, WHENCE_NONE for labels */
} Box;

static GArray *
boxes_of (const WhenceGraphScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (Box));

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      double r = node->radius;
      Box shape = { { node->at.x - r, node->at.y - r, 2 * r, 2 * r }, i };
      Box label = { { node->label_at.x, node->label_at.y, node->label.width, node->label.height },
                    WHENCE_NONE };
      g_array_append_val (boxes, shape);
      if (node->labelled)
        g_array_append_val (boxes, label);
    }
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[i];
      Box label = { { edge->label_at.x, edge->label_at.y, edge->label.width, edge->label.height },
                    WHENCE_NONE };
      if (edge->labelled)
        g_array_append_val (boxes, label);
    }
  return boxes;
}

static void
assert_no_overlap (const WhenceGraphScene *scene)
{
  g_autoptr (GArray) boxes = boxes_of (scene);

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const Box *a = &g_array_index (boxes, Box, i), *b = &g_array_index (boxes, Box, j);
        if (a->owner != WHENCE_NONE && b->owner != WHENCE_NONE)
          continue;
        g_assert_false (whence_rect_overlaps (a->rect, b->rect));
      }
}

static void
assert_labels_inside (const WhenceGraphScene *scene)
{
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].labelled)
      {
        const WhenceGraphNode *node = &scene->nodes[i];
        g_assert_cmpfloat (node->label_at.x, >=, 0);
        g_assert_cmpfloat (node->label_at.y, >=, 0);
        g_assert_cmpfloat (node->label_at.x + node->label.width, <=, scene->width);
        g_assert_cmpfloat (node->label_at.y + node->label.height, <=, scene->height);
      }
}

static void
assert_arrows_on_borders (const WhenceGraphScene *scene)
{
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[i];
      const WhenceGraphNode *to = &scene->nodes[edge->to];
      double x = edge->tip.x - to->at.x, y = edge->tip.y - to->at.y;
      if (!edge->arrow)
        continue;
      g_assert_false (whence_graph_shape_contains (to->shape, to->radius - 0.5, x, y));
      g_assert_true (whence_graph_shape_contains (to->shape, to->radius + 0.5, x, y));
      g_assert_cmpfloat_with_epsilon (edge->heading.x * edge->heading.x + edge->heading.y * edge->heading.y,
                                      1, 1e-6);
    }
}

static void
assert_all_counted (const WhenceGraphScene *scene, const WhenceBundle *bundle)
{
  WhenceGraphOmitted omitted = whence_graph_scene_get_omitted (scene);
  guint n_drawn = 0;
  WhenceRect bounds;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    n_drawn += whence_graph_scene_find_fact (scene, i, &bounds);
  g_assert_cmpuint (n_drawn + omitted.n_single + omitted.n_negated + omitted.n_inactive + omitted.n_hidden,
                    ==, whence_bundle_get_n_facts (bundle));
}

/* Shapes of nodes that do not lie on one another: not even far out. */
static void
assert_apart (const WhenceGraphScene *scene)
{
  for (guint32 i = 0; i < scene->n_nodes; i++)
    for (guint32 j = 0; j < i; j++)
      {
        const WhenceGraphNode *a = &scene->nodes[i], *b = &scene->nodes[j];
        double away = hypot (a->at.x - b->at.x, a->at.y - b->at.y);
        if (whence_graph_node_is_visible (scene, a) && whence_graph_node_is_visible (scene, b))
          g_assert_cmpfloat (away, >=, a->radius + b->radius);
      }
}

/* Zoomed in, out, and to a corner: nothing covers anything, and closer shows no fewer of the names in view.
 */
static void
test_zooms (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  g_autoptr (WhenceBundle) bundle = make_bundle (seed, 20 + seed * 7 % 60, FALSE);
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  WhenceGraphView fit = whence_graph_fit (scope, NULL, arrangement, 1000, 700, &whence_measure_plain);
  static const double zooms[] = { 0.5, 0.8, 1, 1.6, 3, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (guint corner = 0; corner < 2; corner++)
      {
        WhenceGraphView view = fit;
        g_autoptr (WhenceGraphScene) scene = NULL;
        if (corner)
          view = whence_graph_view_zoom (view, 1000, 700, (WhencePoint){ 90, 600 }, zooms[i]);
        else
          view.scale *= zooms[i];
        scene = scene_at (scope, arrangement, view, 1000, 700);
        assert_no_overlap (scene);
        assert_labels_inside (scene);
        assert_arrows_on_borders (scene);
        if (zooms[i] >= 1)
          assert_apart (scene);
      }
}

static void
test_chance (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data), n = 4 + seed * 13 % 40;
  g_autoptr (WhenceBundle) bundle = make_bundle (seed, n, FALSE);
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
  WhenceLayoutKind layout = seed % 5;
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, layout, NULL);
  const double sizes[][2] = { { 1280, 700 }, { 640, 700 }, { 360, 600 }, { 40, 30 } };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, sizes[s][0], sizes[s][1]);
      assert_no_overlap (scene);
      assert_labels_inside (scene);
      assert_arrows_on_borders (scene);
      assert_all_counted (scene, bundle);
      if (s == 0 && layout == WHENCE_LAYOUT_ORGANIC)
        g_assert_cmpuint (20 * whence_graph_scene_get_omitted (scene).n_unlabelled, <=, scene->n_nodes);
    }
}

/* --- Picking and steps --- */

static void
test_pick (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (5, 20, FALSE);
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
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
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
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

/* --- Places --- */

static void
test_keep_places (void)
{
  g_autoptr (WhenceBundle) before = make_bundle (8, 24, FALSE);
  g_autoptr (WhenceBundle) after = make_bundle (8, 24, TRUE);
  g_autoptr (WhenceScope) old_scope = whole_scope (before);
  g_autoptr (WhenceScope) new_scope = whole_scope (after);
  g_autoptr (WhenceArrangement) old = arrange (old_scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) again = arrange (old_scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) grown = arrange (new_scope, WHENCE_LAYOUT_ORGANIC, old);
  g_autoptr (WhenceArrangement) moved = whence_arrangement_move (grown, 2, 7, 9);
  g_autoptr (WhenceArrangement) kept = arrange (new_scope, WHENCE_LAYOUT_ORGANIC, moved);
  g_autoptr (WhenceArrangement) other = arrange (new_scope, WHENCE_LAYOUT_LAYERED, moved);
  g_autoptr (WhenceArrangement) freed = whence_arrangement_pin (moved, (const guint32[]){ 2 }, 1, FALSE);
  WhencePoint newcomer = whence_arrangement_get_position (grown, 24);

  for (guint32 i = 0; i < 24; i++)
    {
      WhencePoint a = whence_arrangement_get_position (old, i),
                  b = whence_arrangement_get_position (grown, i);
      WhencePoint c = whence_arrangement_get_position (again, i);
      g_assert_true (memcmp (&a, &c, sizeof a) == 0);
      g_assert_true (memcmp (&a, &b, sizeof a) == 0);
    }
  g_assert_true (isfinite (newcomer.x) && isfinite (newcomer.y));
  g_assert_true (whence_arrangement_is_pinned (moved, 2) && !whence_arrangement_is_pinned (grown, 2));
  g_assert_false (whence_arrangement_is_pinned (freed, 2));
  g_assert_cmpfloat (whence_arrangement_get_position (kept, 2).y, ==, 9);
  g_assert_cmpfloat (whence_arrangement_get_position (other, 2).x, ==, 7);
}

static void
test_view (void)
{
  WhenceGraphView view = { 3, -4, 2 };
  WhencePoint px = whence_graph_view_to_px (view, 100, 60, (WhencePoint){ 10, 5 });
  WhencePoint back = whence_graph_view_from_px (view, 100, 60, px);
  WhenceGraphView nearer = whence_graph_view_zoom (view, 100, 60, (WhencePoint){ 20, 30 }, 1.7);
  WhencePoint same = whence_graph_view_from_px (nearer, 100, 60, (WhencePoint){ 20, 30 });
  WhencePoint before = whence_graph_view_from_px (view, 100, 60, (WhencePoint){ 20, 30 });

  g_assert_cmpfloat (px.x, ==, 64);
  g_assert_cmpfloat (px.y, ==, 48);
  g_assert_cmpfloat (back.x, ==, 10);
  g_assert_cmpfloat_with_epsilon (same.x, before.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (same.y, before.y, 1e-9);
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

#define TIE(id, type, who, date, more)                                                                       \
  "{\"id\":\"" id "\",\"type\":\"" type "\",\"subject\":\"" who "\",\"object\":\"b\",\"date\":\"" date       \
  "\"" more "}"

/* Two dates in one picture: one line for what changed, nobody moves, entities come and go with their ties. */
static void
test_compared (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},{\"id\":\"b\",\"type\":"
    "\"company\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"},{\"id\":\"d\",\"type\":"
    "\"person\",\"name\":\"D\"}],\"facts\":[" TIE ("0", "ownership", "a", "2010/2018", ",\"share\":\"0.3\"") "," TIE (
      "1", "ownership", "a", "2019/..",
      ",\"share\":\"0.49\"") "," TIE ("2", "employment", "c", "2020/..",
                                      "") "," TIE ("3", "employment", "d", "2010/2018",
                                                   "") "," TIE ("4", "employment", "a", "2000/..",
                                                                "") "," TIE ("5", "employment", "d",
                                                                             "2017/2019", "") "]}");
  static const WhenceChange changes[] = { WHENCE_CHANGE_CHANGED, WHENCE_CHANGE_BEGUN, WHENCE_CHANGE_ENDED,
                                          WHENCE_CHANGE_UNCHANGED };
  static const WhenceChange of_entities[] = { WHENCE_CHANGE_UNCHANGED, WHENCE_CHANGE_UNCHANGED,
                                              WHENCE_CHANGE_BEGUN, WHENCE_CHANGE_ENDED };
  const gint64 y2015 = whence_instant_from_civil ((WhenceCivil){ 2015, 1, 1, 0, 0, 0 });
  const gint64 y2025 = whence_instant_from_civil ((WhenceCivil){ 2025, 1, 1, 0, 0, 0 });
  g_autoptr (WhenceScope) whole = whole_scope (bundle);
  g_autoptr (WhenceScope) scope =
    whence_scope_compare (whole, (const WhencePeriod[]){ { y2015, y2015 + 1 }, { y2025, y2025 + 1 } });
  g_autoptr (WhenceArrangement) arrangement = arrange (whole, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) again = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceGraphScene) plain = fitted (whole, arrangement, 700, 600);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, again, 700, 600);
  g_autoptr (GPtrArray) wordings = NULL;
  WhenceRect former, later;

  g_assert_cmpuint (scene->n_edges, ==, G_N_ELEMENTS (changes));
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      g_assert_cmpuint (scene->edges[i].fact, ==, i + 1);
      g_assert_cmpint (scene->edges[i].change, ==, changes[i]);
      g_assert_true (whence_graph_edge_has_change_sign (scene, &scene->edges[i])
                     == (changes[i] != WHENCE_CHANGE_UNCHANGED));
    }
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      g_assert_cmpint (scene->nodes[i].change, ==, of_entities[i]);
      g_assert_cmpint (plain->nodes[i].change, ==, WHENCE_CHANGE_NONE);
      g_assert_cmpfloat (scene->nodes[i].at.x, ==, plain->nodes[i].at.x);
      g_assert_cmpfloat (scene->nodes[i].at.y, ==, plain->nodes[i].at.y);
    }
  g_assert_cmpuint (whence_graph_scene_get_omitted (scene).n_inactive, ==, 1);
  /* Who looks for the former share finds the line of the present one. */
  g_assert_true (whence_graph_scene_find_fact (scene, 0, &former));
  g_assert_true (whence_graph_scene_find_fact (scene, 1, &later));
  g_assert_cmpmem (&former, sizeof former, &later, sizeof later);
  wordings = whence_graph_edge_wordings (scene, &scene->edges[0]);
  g_assert_cmpstr (g_ptr_array_index (wordings, 0), ==,
                   "owns\302\240· 30\302\240%\302\240\342\206\222\302\240"
                   "49\302\240%");
}

static void
assert_says (const WhenceGraphScene *scene, guint32 fact, const char *const *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = 0; i < scene->n_edges; i++)
    for (guint l = 0;
         scene->edges[i].fact == fact && scene->edges[i].labelled && l < scene->edges[i].label.n_lines; l++)
      g_string_append (text, scene->edges[i].label.lines[l].text);
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_nonnull (strstr (text->str, parts[i]));
}

static void
test_deal_label (void)
{
  g_autoptr (WhenceBundle) bundle =
    read_text ("{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Meta\"},{\"id\":"
               "\"b\",\"type\":"
               "\"company\",\"name\":\"Scale "
               "AI\"}],\"facts\":[{\"id\":\"deal\",\"type\":\"investment\",\"subject\":\"a\","
               "\"object\":\"b\",\"amount\":{\"value\":14300000000,\"currency\":\"USD\"},\"share\":\"0.49\","
               "\"date\":\"2025\"}]}");
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 500, 300);

  assert_says (scene, 0, (const char *[]){ "14.3", "49", "2025", NULL });
  g_assert_cmpfloat (scene->edges[0].width, >, 3);
}

static void
test_empty (void)
{
  g_autoptr (WhenceBundle) bundle = whence_bundle_new_empty ();
  g_autoptr (WhenceScope) scope = whole_scope (bundle);

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
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
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
      g_autoptr (WhenceScope) scope = whole_scope (bundle), other = whole_scope (bundle);
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

/* --- How much work --- */

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

/* A bundle of @n_facts in which a handful of entities take part in nearly everything, as a sunflower. */
static WhenceBundle *
make_hubs (guint n_facts)
{
  guint n_entities = n_facts / 5;
  GRand *random = g_rand_new_with_seed (n_facts);
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (GString) positions = g_string_new (NULL);

  for (guint i = 0; i < n_entities; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company %u\"}",
                              i > 0 ? "," : "", i, i);
      g_string_append_printf (positions, "%s\"e%u\":[%f,%f]", i > 0 ? "," : "", i,
                              30 * sqrt (i) * cos (2.4 * i), 30 * sqrt (i) * sin (2.4 * i));
    }
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < n_facts; i++)
    {
      double a = g_rand_double (random), b = g_rand_double (random);
      g_string_append_printf (
        text,
        "%s{\"id\":\"f%u\",\"type\":\"contract\",\"subject\":\"e%u\",\"object\":\"e%u\","
        "\"amount\":{\"value\":%u,\"currency\":\"USD\"}}",
        i > 0 ? "," : "", i, (guint) (n_entities * a), (guint) (n_entities * b * b * b * b), 1 + i);
    }
  g_string_append_printf (text, "],\"view\":{\"positions\":{%s}}}", positions->str);
  g_rand_free (random);
  return read_text (text->str);
}

static Work
work_for (guint n_facts, double zoom)
{
  g_autoptr (WhenceBundle) bundle = make_hubs (n_facts);
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
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
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
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
      g_autoptr (WhenceScope) scope = whole_scope (bundle);
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

/* A tie of middling length is as long as it is read best, in whatever order they come. */
static void
test_middling (void)
{
  static const double steps[] = { 90, 10, 70, 30, 50 };

  for (guint turn = 0; turn < G_N_ELEMENTS (steps); turn++)
    {
      g_autoptr (GString) json = g_string_new ("{\"whence\":1,\"entities\":[");
      g_autoptr (GString) places = g_string_new (NULL), facts = g_string_new (NULL);
      g_autoptr (WhenceBundle) bundle = NULL;
      g_autoptr (WhenceScope) scope = NULL;
      g_autoptr (WhenceArrangement) arrangement = NULL;
      double x = 0;
      for (guint i = 0; i <= G_N_ELEMENTS (steps); i++)
        {
          const char *comma = i > 0 ? "," : "";
          g_string_append_printf (json, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E%u\"}", comma, i,
                                  i);
          g_string_append_printf (places, "%s\"e%u\":[%d,0]", comma, i, (int) x);
          if (i > 0)
            g_string_append_printf (facts,
                                    "%s{\"id\":\"f%u\",\"type\":\"family\",\"subject\":\"e%u\","
                                    "\"object\":\"e%u\"}",
                                    i > 1 ? "," : "", i, i - 1, i);
          x += steps[(turn + i) % G_N_ELEMENTS (steps)];
        }
      g_string_append_printf (json, "],\"facts\":[%s],\"view\":{\"positions\":{%s}}}", facts->str,
                              places->str);
      bundle = read_text (json->str);
      scope = whole_scope (bundle);
      arrangement = arrange (scope, WHENCE_LAYOUT_SAVED, NULL);
      g_assert_cmpfloat_with_epsilon (
        whence_graph_fit (scope, NULL, arrangement, 1e5, 1e5, &whence_measure_plain).scale, 235.0 / 50, 1e-9);
    }
}

/* The example shows all its names, and the deal with all that is known of it. */
static void
test_example (void)
{
  static const double sizes[][2] = { { 640, 700 }, { 1280, 700 } };
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", "meta-scale-ai.facts.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, NULL);
  g_autoptr (WhenceScope) scope = NULL;

  g_assert_nonnull (bundle);
  scope = whole_scope (bundle);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      WhenceArrangeRequest request = { .scope = scope,
                                       .aspect = sizes[s][0] / sizes[s][1],
                                       .focus = WHENCE_NONE,
                                       .measure = whence_measure_plain };
      g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (&request, NULL);
      g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, sizes[s][0], sizes[s][1]);
      assert_no_overlap (scene);
      assert_labels_inside (scene);
      assert_all_counted (scene, bundle);
      g_assert_cmpuint (whence_graph_scene_get_omitted (scene).n_unlabelled, ==, 0);
      assert_says (scene, whence_bundle_find_fact (bundle, "deal"),
                   (const char *[]){ "14.3", "49", "2025", NULL });
    }
}

/* Taken up, dragged and put down: the one in the hand is where it was dragged to, and pinned if asked. */
static void
test_dragged (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (4, 40, FALSE);
  g_autoptr (WhenceScope) scope = whole_scope (bundle);
  g_autoptr (WhenceArrangement) before = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  const WhenceMeasure measure = whence_measure_plain;
  g_autoptr (WhenceLive) live = whence_arrangement_take_up (before, scope, &measure);
  g_autoptr (WhenceArrangement) after = NULL;
  WhencePoint from = whence_arrangement_get_position (before, 3);

  whence_live_hold (live, 3, from.x + 90, from.y - 20);
  whence_live_tick (live, 5);
  whence_live_pin (live, 3, TRUE);
  after = whence_arrangement_put_down (before, live);
  g_assert_cmpfloat (whence_arrangement_get_position (after, 3).x, ==, from.x + 90);
  g_assert_cmpfloat (whence_arrangement_get_position (before, 3).x, ==, from.x);
  g_assert_true (whence_arrangement_is_pinned (after, 3));
  g_assert_false (whence_arrangement_is_pinned (before, 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 24; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/graph-scene/chance/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_chance);
    }
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/graph-scene/zooms/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_zooms);
    }
  g_test_add_func ("/graph-scene/pick", test_pick);
  g_test_add_func ("/graph-scene/steps", test_steps);
  g_test_add_func ("/graph-scene/keep-places", test_keep_places);
  g_test_add_func ("/graph-scene/view", test_view);
  g_test_add_func ("/graph-scene/as-of", test_as_of);
  g_test_add_func ("/graph-scene/compared", test_compared);
  g_test_add_func ("/graph-scene/deal-label", test_deal_label);
  g_test_add_func ("/graph-scene/empty", test_empty);
  g_test_add_func ("/graph-scene/cancel", test_cancel);
  g_test_add_func ("/graph-scene/shared-ties", test_shared_ties);
  g_test_add_func ("/graph-scene/work", test_work);
  g_test_add_func ("/graph-scene/dense", test_dense);
  g_test_add_func ("/graph-scene/count", test_count);
  g_test_add_func ("/graph-scene/middling", test_middling);
  g_test_add_func ("/graph-scene/example", test_example);
  g_test_add_func ("/graph-scene/dragged", test_dragged);
  return g_test_run ();
}
