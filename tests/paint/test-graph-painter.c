/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph painter through the SVG pen: one group a fact and an entity, their looks by evidence and
 * activity, and what is lit; the shapes of the legend; the same bytes again. */
#include "layout/graph-scene-private.h"
#include "paint/graph-painter.h"
#include "paint/graph-tie.h"
#include "paint/legend.h"
#include "paint/pen-backs.h"

#include "read-text.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"p\",\"title\":\"P\",\"publisher\":\"One\"},{\"id\":\"q\",\"title\":"
  "\"Q\","
  "\"publisher\":\"Two\"}],\"entities\":["
  "{\"id\":\"ann\",\"type\":\"person\",\"name\":\"Ann "
  "<Lee>\"},{\"id\":\"firm\",\"type\":\"company\",\"name\":\"Firm\"},"
  "{\"id\":\"body\",\"type\":\"government\",\"name\":\"Body\"},{\"id\":\"thing\",\"type\":\"product\","
  "\"name\":"
  "\"Thing\"}],\"facts\":["
  "{\"id\":\"works\",\"type\":\"employment\",\"subject\":\"ann\",\"object\":\"firm\",\"date\":\"2010/2020\","
  "\"citations\":[{\"source\":\"p\"},{\"source\":\"q\"}]},"
  "{\"id\":\"invests\",\"type\":\"investment\",\"subject\":\"ann\",\"object\":\"firm\",\"date\":\"2012\","
  "\"amount\":{\"value\":2000000,\"currency\":\"USD\"},\"citations\":[{\"source\":\"p\"},{\"source\":\"q\","
  "\"stance\":\"disputes\"}]},"
  "{\"id\":\"case\",\"type\":\"legal-action\",\"subject\":\"body\",\"object\":\"firm\",\"status\":"
  "\"alleged\","
  "\"participants\":[{\"entity\":\"thing\",\"role\":\"at issue\"}],\"citations\":[{\"source\":\"p\"}]},"
  "{\"id\":\"makes\",\"type\":\"product\",\"subject\":\"firm\",\"object\":\"thing\"},"
  "{\"id\":\"denied\",\"type\":\"ownership\",\"subject\":\"ann\",\"object\":\"body\",\"negated\":true}]}";

typedef struct
{
  WhenceBundle *bundle;
  WhenceScope *scope;
  WhenceArrangement *arrangement;
  WhenceGraphScene *scene;
} Fixture;

static void
build (Fixture *fixture, const char *text, gint64 from, gint64 to)
{

  fixture->bundle = read_text (text);
  fixture->scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = fixture->bundle,
                                          .today = whence_bundle_get_latest_instant (fixture->bundle),
                                          .as_of = { from, to } });
  fixture->arrangement = whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = fixture->scope, .aspect = 1.4, .focus = WHENCE_NONE, .measure = whence_measure_plain },
    NULL);
  fixture->scene = whence_graph_scene_new (
    &(WhenceGraphRequest){
      .scope = fixture->scope,
      .arrangement = fixture->arrangement,
      .view = whence_graph_fit (fixture->scope, NULL, fixture->arrangement, 600, 430, &whence_measure_plain),
      .width = 600,
      .height = 430,
      .measure = whence_measure_plain,
    },
    NULL);
}

static void
set_up (Fixture *fixture, gconstpointer as_of)
{
  gint64 from = WHENCE_INSTANT_BEFORE_ALL, to = WHENCE_INSTANT_AFTER_ALL;

  if (as_of != NULL)
    {
      from = whence_instant_from_civil ((WhenceCivil){ GPOINTER_TO_INT (as_of), 6, 1, 0, 0, 0 });
      to = from + 86400;
    }
  build (fixture, story, from, to);
}

static void
tear_down (Fixture *fixture, gconstpointer as_of)
{
  whence_graph_scene_unref (fixture->scene);
  whence_arrangement_unref (fixture->arrangement);
  whence_scope_unref (fixture->scope);
  whence_bundle_unref (fixture->bundle);
}

static char *
paint (const Fixture *fixture, WhenceTheme theme, const WhenceHighlight *highlight)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (600, 430, "Graph", NULL, "en");
  g_autoptr (GBytes) bytes = NULL;

  whence_graph_paint (&(WhenceGraphPaint){ .scene = fixture->scene,
                                           .style = whence_style_get (theme),
                                           .highlight = highlight,
                                           .width = 600,
                                           .height = 430 },
                      pen);
  bytes = whence_pen_finish_svg (pen);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
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
  WhenceGraphRequest request = {
    .scope = fixture->scope,
    .arrangement = fixture->arrangement,
    .view = whence_graph_fit (fixture->scope, NULL, fixture->arrangement, 600, 430, &whence_measure_plain),
    .width = 600,
    .height = 430,
    .measure = whence_measure_plain,
    .negated = TRUE,
  };

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
  WhenceGraphRequest request = {
    .scope = fixture->scope,
    .arrangement = fixture->arrangement,
    .view = whence_graph_fit (fixture->scope, NULL, fixture->arrangement, 600, 430, &whence_measure_plain),
    .width = 600,
    .height = 430,
    .measure = whence_measure_plain,
    .look = look,
  };

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
    g_autoptr (GBytes) bytes = NULL;
    g_autofree char *svg = NULL;
    whence_legend_paint (legend, whence_style_get (WHENCE_THEME_LIGHT), pen, 0, 0);
    bytes = whence_pen_finish_svg (pen);
    svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
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
  WhenceGraphRequest request = {
    .scope = fixture->scope,
    .arrangement = fixture->arrangement,
    .view = whence_graph_fit (fixture->scope, NULL, fixture->arrangement, 600, 430, &whence_measure_plain),
    .width = 600,
    .height = 430,
    .measure = whence_measure_plain,
  };
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

/* The same scene on a Cairo surface leaves marks where the nodes are. */
static void
test_pixels (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 430);
  cairo_t *cr = cairo_create (surface);
  WhenceRect bounds;

  {
    g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
    whence_graph_paint (&(WhenceGraphPaint){ .scene = fixture->scene,
                                             .style = whence_style_get (WHENCE_THEME_LIGHT),
                                             .width = 600,
                                             .height = 430 },
                        pen);
  }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  for (guint32 i = 0; i < 4; i++)
    {
      guint inked = 0;
      g_assert_true (whence_graph_scene_find_entity (fixture->scene, i, &bounds));
      for (int y = (int) bounds.y; y < (int) whence_rect_bottom (bounds); y++)
        for (int x = (int) bounds.x; x < (int) whence_rect_right (bounds); x++)
          inked +=
            cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3]
            > 0;
      g_assert_cmpuint (inked, >, 60);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
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
          g_autoptr (GBytes) svg = whence_pen_finish_svg (pen);
          gsize length;
          const char *bytes = g_bytes_get_data (svg, &length);
          g_assert_true (g_hash_table_add (seen, g_strndup (bytes, length)));
        }
}

/* Pixels in @bounds that are neither empty nor ground. */
static guint
count_ink (cairo_surface_t *surface, WhenceRect bounds, WhenceColor ground)
{
  const guint8 rgb[] = { (guint8) (ground.b * 255 + 0.5), (guint8) (ground.g * 255 + 0.5),
                         (guint8) (ground.r * 255 + 0.5) };
  guint n = 0;

  cairo_surface_flush (surface);
  for (int y = (int) bounds.y; y < (int) whence_rect_bottom (bounds); y++)
    for (int x = (int) bounds.x; x < (int) whence_rect_right (bounds); x++)
      {
        const guint8 *px =
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;
        n += px[3] > 0 && (ABS (px[0] - rgb[0]) > 1 || ABS (px[1] - rgb[1]) > 1 || ABS (px[2] - rgb[2]) > 1);
      }
  return n;
}

/* What is carried away leaves nothing behind. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 430);
  cairo_t *cr = cairo_create (surface);
  WhencePoint at = whence_arrangement_get_position (fixture->arrangement, 0);
  WhenceGraphView view =
    whence_graph_fit (fixture->scope, NULL, fixture->arrangement, 600, 430, &whence_measure_plain);
  g_autoptr (WhenceArrangement) moved =
    whence_arrangement_move (fixture->arrangement, 0, at.x + 90, at.y + 40);
  g_autoptr (WhenceGraphScene) carried = whence_graph_scene_carried (fixture->scene, view, moved);
  WhenceGraphPaint paint = {
    .scene = fixture->scene, .style = whence_style_get (WHENCE_THEME_LIGHT), .width = 600, .height = 430
  };
  WhencePoint px = whence_graph_view_to_px (view, 600, 430, at);
  WhenceRect bounds = { px.x - 8, px.y - 8, 16, 16 };

  {
    g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
    whence_graph_paint (&paint, pen);
    g_assert_cmpuint (count_ink (surface, bounds, paint.style->ground), >, 60);
    paint.scene = carried;
    whence_graph_paint_left (&paint, pen);
  }
  g_assert_cmpuint (count_ink (surface, bounds, paint.style->ground), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Nor do signs of what changed, on its corner and on its lines. */
static void
test_left_signs (void)
{
  const WhencePeriod dates[] = { { 1451606400, 1483228800 }, { 1672531200, 1704067200 } }; /* 2016, 2023 */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 430);
  cairo_t *cr = cairo_create (surface);
  WhencePoint at, px;
  WhenceGraphView view;
  Fixture fixture;
  const WhenceGraphNode *node;
  WhenceRect sign;

  build (&fixture,
         "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},{\"id\":\"b\","
         "\"type\":\"company\",\"name\":\"B\"}],\"facts\":[{\"id\":\"f\",\"type\":\"employment\",\"subject\":"
         "\"a\","
         "\"object\":\"b\",\"date\":\"2018/..\"}]}",
         WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL);
  view = whence_graph_fit (fixture.scope, NULL, fixture.arrangement, 600, 430, &whence_measure_plain);
  g_autoptr (WhenceScope) compared = whence_scope_compare (fixture.scope, dates);
  g_autoptr (WhenceGraphScene) scene =
    whence_graph_scene_new (&(WhenceGraphRequest){ .scope = compared,
                                                   .arrangement = fixture.arrangement,
                                                   .view = view,
                                                   .width = 600,
                                                   .height = 430,
                                                   .measure = whence_measure_plain },
                            NULL);
  at = whence_arrangement_get_position (fixture.arrangement, 0);
  px = whence_graph_view_to_px (view, 600, 430, at);
  g_autoptr (WhenceArrangement) moved = whence_arrangement_move (fixture.arrangement, 0, at.x, at.y + 150);
  g_autoptr (WhenceGraphScene) carried = whence_graph_scene_carried (scene, view, moved);
  WhenceGraphPaint paint = {
    .scene = scene, .style = whence_style_get (WHENCE_THEME_LIGHT), .width = 600, .height = 430
  };
  node = scene->nodes[0].entity == 0 ? &scene->nodes[0] : &scene->nodes[1];
  g_assert_cmpfloat (ABS (node->at.x - px.x), <, 1);
  g_assert_true (whence_graph_node_has_sign (node));
  sign = whence_graph_node_sign_box (node);
  sign = (WhenceRect){ sign.x - 1, sign.y - 1, sign.width + 2, sign.height + 2 };
  {
    g_autoptr (WhencePen) pen = whence_pen_new_cairo (cr);
    whence_graph_paint (&paint, pen);
    g_assert_cmpuint (count_ink (surface, sign, paint.style->ground), >, 30);
    paint.scene = carried;
    whence_graph_paint_left (&paint, pen);
  }
  g_assert_cmpuint (count_ink (surface, sign, paint.style->ground), ==, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  tear_down (&fixture, NULL);
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
  g_test_add ("/graph-painter/pixels", Fixture, NULL, set_up, test_pixels, tear_down);
  g_test_add ("/graph-painter/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add_func ("/graph-painter/left-signs", test_left_signs);
  return g_test_run ();
}
