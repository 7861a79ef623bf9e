/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signs on lines of the graph: where the words do not say the type of a tie, its sign does if there is room,
 * alone in its place, named in SVG; and the legend shows signs only where there are some. */
#include "layout/graph-scene-private.h"
#include "paint/fact-glyph.h"
#include "paint/graph-painter.h"
#include "paint/legend.h"

#include "drawn-graph.h"
#include "painted.h"
#include "read-text.h"

/* One of each category. */
static const char *const types[] = { "other", "investment", "acquisition", "valuation",  "employment",
                                     "birth", "contract",   "regulation",  "competition" };

/* A bundle up to its first fact. Transfer full. */
static GString *
begin_companies (void)
{
  GString *text = g_string_new ("{\"whence\":1,\"entities\":[");

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company number %u\"}",
                            i > 0 ? "," : "", i, i);
  return g_string_append (text, "],\"facts\":[");
}

/* Many ties of two kinds between few, so that not all have room for words. */
static char *
write_crowd (void)
{
  g_autoptr (GString) text = begin_companies ();

  for (guint i = 0; i < 64; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\",\"object\":\"e%u\"}",
                            i > 0 ? "," : "", i, types[i % G_N_ELEMENTS (types)], i % 16,
                            (i * 5 + 3 + i / 16) % 16);
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Facts with three or four participants, more than have room for their titles. */
static char *
write_meetings (void)
{
  g_autoptr (GString) text = begin_companies ();

  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"%s\",\"participants\":[", i > 0 ? "," : "",
                              i, types[1 + i % (G_N_ELEMENTS (types) - 1)]);
      for (guint k = 0; k < 3 + i % 2; k++)
        g_string_append_printf (text, "%s{\"entity\":\"e%u\"}", k > 0 ? "," : "", (i + k * (3 + i % 3)) % 16);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
meet (WhenceRect a, WhenceRect b)
{
  return a.x < whence_rect_right (b) && b.x < whence_rect_right (a) && a.y < whence_rect_bottom (b)
         && b.y < whence_rect_bottom (a);
}

static void
assert_alone (const WhenceGraphScene *scene, guint32 i)
{
  WhenceRect box = whence_graph_edge_glyph_box (&scene->edges[i]);

  for (guint32 k = 0; k < scene->n_nodes; k++)
    {
      const WhenceGraphNode *node = &scene->nodes[k];
      g_assert_false (meet (box, (WhenceRect){ node->at.x - node->radius, node->at.y - node->radius,
                                               2 * node->radius, 2 * node->radius }));
      g_assert_false (node->labelled
                      && meet (box, (WhenceRect){ node->label_at.x, node->label_at.y, node->label.width,
                                                  node->label.height }));
    }
  for (guint32 k = 0; k < scene->n_edges; k++)
    {
      const WhenceGraphEdge *edge = &scene->edges[k];
      g_assert_false (edge->labelled
                      && meet (box, (WhenceRect){ edge->label_at.x, edge->label_at.y, edge->label.width,
                                                  edge->label.height }));
      g_assert_false (k != i && edge->glyphed && meet (box, whence_graph_edge_glyph_box (edge)));
    }
}

static void
test_ties (void)
{
  g_autofree char *text = write_crowd ();
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphScene) scene = draw_graph (scope, 560, 400);
  guint n_signs = 0, n_words = 0, n_bare = 0;

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[i];
      gboolean special =
        whence_glyph_is_special (whence_fact_type_glyph (whence_bundle_get_fact_type (bundle, edge->fact)));
      g_assert_false (edge->glyphed && (whence_graph_edge_says_type (scene, edge) || !special));
      n_words += edge->labelled;
      n_signs += edge->glyphed;
      n_bare += special && edge->n_on_line == 1 && !edge->labelled && !edge->glyphed;
      if (edge->glyphed)
        assert_alone (scene, i);
    }
  g_test_message ("%u with words, %u with a sign, %u with neither", n_words, n_signs, n_bare);
  g_assert_cmpuint (n_signs, >, 3);
  g_assert_cmpuint (n_signs, >, 7 * n_bare);
}

/* Any line of a fact with a node of its own may have the sign, and one of them has. */
static void
test_meetings (void)
{
  g_autofree char *text = write_meetings ();
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphScene) scene = draw_graph (scope, 560, 400);
  guint n_later = 0, n_bare = 0;

  for (guint32 first = 0, end; first < scene->n_edges; first = end)
    {
      guint n_signs = 0;
      for (end = first; end < scene->n_edges && scene->edges[end].fact == scene->edges[first].fact; end++)
        n_signs += scene->edges[end].glyphed;
      g_assert_cmpuint (n_signs, <=, 1);
      n_later += n_signs == 1 && !scene->edges[first].glyphed;
      n_bare += n_signs == 0 && !scene->nodes[scene->node_of_fact[scene->edges[first].fact]].labelled;
    }
  g_test_message ("%u on a later line, %u without", n_later, n_bare);
  g_assert_cmpuint (n_later, >, 0);
}

/* An amount without a verb does not say what has been paid for. */
static void
test_amounts_alone (void)
{
  static const char story[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"A\"},{\"id\":\"b\",\"type\":"
    "\"company\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"company\",\"name\":\"C\"}],\"facts\":["
    "{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2016-05-06\","
    "\"amount\":"
    "{\"value\":14000000,\"currency\":\"USD\"}},"
    "{\"id\":\"g\",\"type\":\"legal-action\",\"subject\":\"c\",\"object\":\"b\"}]}";
  g_autoptr (WhenceBundle) bundle = read_text (story);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphScene) scene = draw_graph (scope, 560, 400);
  WhenceGraphEdge edge = scene->edges[0];
  g_autoptr (GPtrArray) wordings = whence_graph_edge_wordings (scene, &edge);
  guint n_saying = 0;

  for (guint i = 0; i < wordings->len; i++)
    {
      const char *wording = g_ptr_array_index (wordings, i);
      whence_graph_edge_wording_init (&edge.label, wording, &whence_measure_plain);
      edge.labelled = TRUE;
      g_assert_cmpint (whence_graph_edge_says_type (scene, &edge), ==, g_str_has_prefix (wording, "invests"));
      n_saying += whence_graph_edge_says_type (scene, &edge);
      whence_text_block_clear (&edge.label);
    }
  g_assert_cmpuint (n_saying, >, 0);
  g_assert_cmpuint (n_saying, <, wordings->len);
  edge.labelled = FALSE;
  g_assert_false (whence_graph_edge_says_type (scene, &edge));
}

static char *
paint_svg (const WhenceGraphScene *scene)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (560, 400, NULL, NULL, NULL);

  whence_graph_paint (
    &(WhenceGraphPaint){
      .scene = scene, .style = whence_style_get (WHENCE_THEME_LIGHT), .width = 560, .height = 400 },
    pen);
  return take_svg (pen);
}

/* Each sign is a group of its own, with the name and the title of its fact. */
static void
test_svg (void)
{
  g_autofree char *text = write_crowd ();
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphScene) scene = draw_graph (scope, 560, 400);
  g_autofree char *svg = paint_svg (scene);
  guint n_signs = 0;

  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].glyphed)
      {
        WhenceFact fact;
        g_autofree char *title = whence_bundle_describe_fact (bundle, scene->edges[i].fact);
        g_autofree char *group = NULL;
        whence_bundle_get_fact (bundle, scene->edges[i].fact, &fact);
        group = g_strdup_printf ("<g id=\"sign-%s\" class=\"sign\">\n<title>%s</title>", fact.id, title);
        g_assert_cmpuint (count (svg, group), ==, 1);
        n_signs++;
      }
  g_assert_cmpuint (n_signs, >, 3);
  g_assert_cmpuint (count (svg, "class=\"sign\""), ==, n_signs);
}

static char *
paint_legend_svg (const WhenceGraphScene *scene)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (560, 400, NULL, NULL, NULL);
  WhenceLegend *legend = whence_legend_new (NULL, NULL, scene, 560, &whence_measure_plain);

  whence_legend_paint (legend, whence_style_get (WHENCE_THEME_LIGHT), pen, 0, 0);
  whence_legend_free (legend);
  return take_svg (pen);
}

/* Where no tie has a sign, as where all are of one type, the legend shows lines. */
static void
test_no_signs (void)
{
  static const char story[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"A\"},{\"id\":\"b\",\"type\":"
    "\"company\",\"name\":\"B\"}],\"facts\":[{\"id\":\"f\",\"type\":\"investment\",\"subject\":\"a\","
    "\"object\":"
    "\"b\"}]}";
  WhenceColor color = whence_style_get (WHENCE_THEME_LIGHT)->category[WHENCE_CATEGORY_CAPITAL];
  g_autofree char *crowd = write_crowd ();
  g_autofree char *hue = g_strdup_printf ("#%02x%02x%02x", (guint) (color.r * 255 + 0.5),
                                          (guint) (color.g * 255 + 0.5), (guint) (color.b * 255 + 0.5));
  g_autofree char *line = g_strdup_printf ("stroke=\"%s\"", hue),
                  *sign = g_strdup_printf ("fill=\"%s\"", hue);

  for (guint crowded = 0; crowded < 2; crowded++)
    {
      g_autoptr (WhenceBundle) bundle = read_text (crowded ? crowd : story);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      g_autoptr (WhenceGraphScene) scene = draw_graph (scope, 560, 400);
      g_autofree char *svg = paint_legend_svg (scene);
      g_assert_cmpuint (count (svg, line), ==, crowded ? 0 : 1);
      g_assert_cmpuint (count (svg, sign), ==, crowded ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tie-glyph/ties", test_ties);
  g_test_add_func ("/tie-glyph/amounts-alone", test_amounts_alone);
  g_test_add_func ("/tie-glyph/meetings", test_meetings);
  g_test_add_func ("/tie-glyph/svg", test_svg);
  g_test_add_func ("/tie-glyph/no-signs", test_no_signs);
  return g_test_run ();
}
