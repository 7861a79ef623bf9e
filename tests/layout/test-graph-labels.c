/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Graphs by chance, near and far: no label covers a shape or a label, arrows end on borders, nodes stay
 * apart, and every fact is drawn or counted; and what the labels of ties say. */
#include "graph-scenes.h"

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
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
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
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
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
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) arrangement = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceGraphScene) scene = fitted (scope, arrangement, 500, 300);

  assert_says (scene, 0, (const char *[]){ "14.3", "49", "2025", NULL });
  g_assert_cmpfloat (scene->edges[0].width, >, 3);
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
  scope = whence_scope_new_whole (bundle);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 24; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/graph-labels/chance/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_chance);
    }
  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/graph-labels/zooms/%u", seed);
      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_zooms);
    }
  g_test_add_func ("/graph-labels/deal-label", test_deal_label);
  g_test_add_func ("/graph-labels/example", test_example);
  return g_test_run ();
}
