/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph painter through the SVG pen: one group a fact and an entity, their looks by evidence and
 * activity, and what is lit; the shapes of the legend; the same bytes again. */
#include "paint/graph-tie.h"
#include "paint/legend.h"

#include "graph-story.h"

static char *
paint (const Fixture *fixture, WhenceTheme theme, const WhenceHighlight *highlight)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (600, 430, "Graph", NULL, "en");

  whence_graph_paint (&(WhenceGraphPaint){ .scene = fixture->scene,
                                           .style = whence_style_get (theme),
                                           .highlight = highlight,
                                           .width = 600,
                                           .height = 430 },
                      pen);
  return take_svg (pen);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = paint (fixture, WHENCE_THEME_LIGHT, NULL);
  g_autofree char *again = paint (fixture, WHENCE_THEME_LIGHT, NULL);
  static const char *const ids[] = { "works", "invests", "case", "makes", "ann", "firm", "body", "thing" };

  g_assert_cmpstr (svg, ==, again);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%s\"", i < 4 ? "fact" : "entity", ids[i]);
      g_assert_cmpuint (count (svg, id), ==, 1);
    }
  g_assert_cmpuint (count (svg, "fact-denied"), ==, 0);
  g_assert_nonnull (strstr (svg, "Ann &lt;Lee&gt; (Person), 3 facts"));
  g_assert_nonnull (strstr (svg, "at issue"));
  g_assert_null (strstr (svg, "<script"));
  g_assert_null (strstr (svg, "nan"));
  g_assert_null (strstr (svg, "inf"));
}

/* Unsourced is dotted; nothing else is. */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = paint (fixture, WHENCE_THEME_LIGHT, NULL);

  g_assert_cmpuint (count (svg, "stroke-dasharray"), ==, 1);
}

/* In 2012 the undated and the dated-to-a-year are possible: dashed; what ended is gone. */
static void
test_activity (Fixture *fixture, gconstpointer data)
{
  g_autofree char *svg = paint (fixture, WHENCE_THEME_LIGHT, NULL);

  g_assert_cmpuint (count (svg, "fact-works\""), ==, GPOINTER_TO_INT (data) < 2021);
  g_assert_cmpuint (count (svg, "stroke-dasharray"), >, 1);
}

static void
test_highlight (Fixture *fixture, gconstpointer data)
{
  const guint8 facts[] = { WHENCE_LIT_SELECTED, 0, 0, 0, 0 };
  const guint8 entities[] = { WHENCE_LIT_RELATED, WHENCE_LIT_SELECTED | WHENCE_LIT_FOCUSED, 0,
                              WHENCE_LIT_FOUND };
  g_autofree char *plain = paint (fixture, WHENCE_THEME_LIGHT, NULL);
  g_autofree char *dimmed = paint (fixture, WHENCE_THEME_LIGHT, &(WhenceHighlight){ facts, entities, TRUE });
  g_autofree char *lit = paint (fixture, WHENCE_THEME_LIGHT, &(WhenceHighlight){ facts, entities, FALSE });

  g_assert_cmpuint (count (plain, "<g opacity="), ==, 0);
  /* All other facts at once, the other entity, and the labels of those facts. */
  g_assert_cmpuint (count (dimmed, "<g opacity="), ==, 3);
  g_assert_cmpuint (count (lit, "<g opacity="), ==, 0);
  g_assert_cmpstr (plain, !=, lit);
}

/* Thirty facts about the same two: one line that says how many, and still each fact can be lit. */
static void
test_parallel (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\","
                                           "\"name\":\"A\"},{\"id\":\"b\",\"type\":\"company\","
                                           "\"name\":\"B\"}],\"facts\":[");
  Fixture fixture;
  guint8 facts[30] = { 0 };

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"f%u\",\"type\":\"contract\",\"subject\":\"%c\",\"object\":\"%c\"}",
                            i > 0 ? "," : "", i, i % 2 ? 'a' : 'b', i % 2 ? 'b' : 'a');
  g_string_append (text, "]}");
  build (&fixture, text->str, WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL);
  {
    g_autofree char *plain = paint (&fixture, WHENCE_THEME_LIGHT, NULL);
    g_assert_cmpuint (count (plain, "id=\"fact-"), ==, 1);
    g_assert_nonnull (strstr (plain, "and 29 more facts"));
    g_assert_nonnull (strstr (plain, "30 ties"));
  }
  facts[29] = WHENCE_LIT_SELECTED;
  {
    g_autofree char *lit =
      paint (&fixture, WHENCE_THEME_LIGHT, &(WhenceHighlight){ facts, facts + 27, FALSE });
    g_assert_cmpuint (count (lit, "id=\"fact-"), ==, 2);
    g_assert_cmpuint (count (lit, "id=\"fact-f29\""), ==, 1);
  }
  tear_down (&fixture, NULL);
}

/* On request, what is said not to be so is drawn, struck through. */
static void
test_negated (Fixture *fixture, gconstpointer data)
{
  WhenceGraphRequest request = request_of (fixture);

  request.negated = TRUE;
  whence_graph_scene_unref (fixture->scene);
  fixture->scene = whence_graph_scene_new (&request, NULL);
  {
    g_autofree char *svg = paint (fixture, WHENCE_THEME_LIGHT, NULL);
    g_assert_cmpuint (count (svg, "fact-denied\""), ==, 1);
  }
}

/* Communities have a colour each, which the legend names; who is in none is among the others. */
static void
test_classes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WhenceGraphLook) look = whence_graph_look_new (fixture->bundle);
  guint32 *classes = g_new (guint32, 4);
  const char *const labels[] = { "Around Ann", "Around the body", NULL };
  WhenceGraphRequest request = request_of (fixture);

  request.look = look;
  classes[0] = classes[1] = 0;
  classes[2] = 1;
  classes[3] = WHENCE_NONE;
  whence_graph_look_take_classes (look, classes, g_strdupv ((char **) labels));
  whence_graph_scene_unref (fixture->scene);
  fixture->scene = whence_graph_scene_new (&request, NULL);
  {
    g_autofree char *plain = paint (fixture, WHENCE_THEME_LIGHT, NULL);
    WhenceLegend *legend = whence_legend_new (NULL, NULL, fixture->scene, 600, &whence_measure_plain);
    g_autoptr (WhencePen) pen = whence_pen_new_svg (600, 200, NULL, NULL, NULL);
    g_autofree char *svg = NULL;
    whence_legend_paint (legend, whence_style_get (WHENCE_THEME_LIGHT), pen, 0, 0);
    svg = take_svg (pen);
    g_assert_nonnull (strstr (svg, "Around Ann"));
    g_assert_nonnull (strstr (svg, "Around the body"));
    g_assert_nonnull (strstr (svg, "All others"));
    /* Two in the first hue: fill and outline. */
    g_assert_cmpuint (count (plain, "stroke=\"#408748\""), >=, 2);
    whence_legend_free (legend);
  }
}

/* Who is in none of the communities has initials, where there is room, as everybody has without them. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WhenceGraphLook) look = whence_graph_look_new (fixture->bundle);
  guint32 *classes = g_new (guint32, 4);
  const char *const labels[] = { "Around Ann", NULL };
  WhenceGraphRequest request = request_of (fixture);
  g_autoptr (WhenceGraphScene) plain = whence_graph_scene_new (&request, NULL);
  guint n_written = 0;

  classes[0] = 0;
  classes[1] = classes[2] = classes[3] = WHENCE_NONE;
  whence_graph_look_take_classes (look, classes, g_strdupv ((char **) labels));
  request.look = look;
  whence_graph_scene_unref (fixture->scene);
  fixture->scene = whence_graph_scene_new (&request, NULL);
  g_assert_cmpuint (fixture->scene->n_nodes, ==, plain->n_nodes);
  for (guint32 i = 0; i < plain->n_nodes; i++)
    {
      const WhenceTextBlock *a = &plain->nodes[i].initials, *b = &fixture->scene->nodes[i].initials;
      if (plain->nodes[i].entity == 0 || plain->nodes[i].entity == WHENCE_NONE)
        continue;
      g_assert_cmpuint (a->n_lines, ==, b->n_lines);
      n_written += a->n_lines;
      if (a->n_lines > 0)
        g_assert_cmpstr (a->lines[0].text, ==, b->lines[0].text);
    }
  g_assert_cmpuint (n_written, >, 0);
}

static void
test_themes (Fixture *fixture, gconstpointer data)
{
  for (guint theme = 0; theme < WHENCE_N_THEMES; theme++)
    {
      guint n_types;
      const WhenceEntityType *types = whence_entity_types_builtin (&n_types);
      const WhenceStyle *style = whence_style_get (theme);
      g_autofree char *svg = paint (fixture, theme, NULL);
      g_assert_nonnull (strstr (svg, "</svg>"));
      for (guint i = 0; i < n_types; i++)
        {
          g_autoptr (WhencePen) pen = whence_pen_new_svg (40, 40, "Shape", NULL, NULL);
          g_autoptr (GBytes) bytes = NULL;
          WhenceNodeInk sign = whence_graph_ink_of_type (style, &types[i]);
          whence_graph_paint_shape (pen, style, &types[i], &sign, 20, 20, 12);
          bytes = whence_pen_finish_svg (pen);
          g_assert_cmpuint (g_bytes_get_size (bytes), >, 200);
        }
    }
}

/* Evidence, activity and status can each be told from a line, whatever the other two are. */
static void
test_looks_differ (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const WhenceStyle *style = whence_style_get (WHENCE_THEME_LIGHT);
  g_autoptr (WhencePath) path = whence_path_new ();
  whence_path_move_to (path, 0, 5);
  whence_path_line_to (path, 100, 5);
  for (guint support = 0; support < WHENCE_SUPPORT_DISPUTED; support++)
    for (guint possible = 0; possible < 2; possible++)
      for (guint tentative = 0; tentative < 2; tentative++)
        {
          WhenceTieLook tie = { style->text, 1.4, (WhenceSupport) support,
                                possible ? WHENCE_ACTIVITY_POSSIBLE : WHENCE_ACTIVITY_CERTAIN,
                                (gboolean) tentative };
          g_autoptr (WhencePen) pen = whence_pen_new_svg (100, 10, NULL, NULL, NULL);
          whence_tie_look_paint (&tie, style, pen, path);
          g_assert_true (g_hash_table_add (seen, take_svg (pen)));
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  whence_fonts_init ();
  g_test_add ("/graph-painter/groups", Fixture, NULL, set_up, test_groups, tear_down);
  g_test_add ("/graph-painter/evidence", Fixture, NULL, set_up, test_evidence, tear_down);
  g_test_add ("/graph-painter/activity-2012", Fixture, GINT_TO_POINTER (2012), set_up, test_activity,
              tear_down);
  g_test_add ("/graph-painter/activity-2022", Fixture, GINT_TO_POINTER (2022), set_up, test_activity,
              tear_down);
  g_test_add ("/graph-painter/highlight", Fixture, NULL, set_up, test_highlight, tear_down);
  g_test_add_func ("/graph-painter/parallel", test_parallel);
  g_test_add_func ("/graph-painter/looks-differ", test_looks_differ);
  g_test_add ("/graph-painter/negated", Fixture, NULL, set_up, test_negated, tear_down);
  g_test_add ("/graph-painter/classes", Fixture, NULL, set_up, test_classes, tear_down);
  g_test_add ("/graph-painter/others", Fixture, NULL, set_up, test_others, tear_down);
  g_test_add ("/graph-painter/themes", Fixture, NULL, set_up, test_themes, tear_down);
  return g_test_run ();
}
