/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is told by colour alone: in a style that has one grey for all categories and classes, two facts
 * about different things, and two nodes of different communities, still look different, in the picture and in
 * its legend; and the legend shows what the picture does. */
#include "layout/graph-scene-private.h"
#include "layout/timeline-scene-private.h"
#include "paint/fact-glyph.h"
#include "paint/graph-painter.h"
#include "paint/legend-sample.h"
#include "paint/legend.h"
#include "paint/pen-backs.h"
#include "paint/timeline-painter-private.h"

#include <string.h>

#include "read-text.h"

#define SIDE 40
#define LEAST 8 /* px that differ by a third of the darkness there is */

static const struct
{
  WhenceCategory category;
  const char *type;
  WhenceGlyph glyph;
} cases[] = {
  { WHENCE_CATEGORY_NEUTRAL, "other", WHENCE_GLYPH_DISC },
  { WHENCE_CATEGORY_CAPITAL, "investment", WHENCE_GLYPH_PLUS },
  { WHENCE_CATEGORY_OWNERSHIP, "acquisition", WHENCE_GLYPH_SQUARE },
  { WHENCE_CATEGORY_VALUATION, "valuation", WHENCE_GLYPH_TRIANGLE },
  { WHENCE_CATEGORY_ROLE, "employment", WHENCE_GLYPH_PENNANT },
  { WHENCE_CATEGORY_LIFE, "birth", WHENCE_GLYPH_STAR },
  { WHENCE_CATEGORY_BUSINESS, "contract", WHENCE_GLYPH_BOW },
  { WHENCE_CATEGORY_LAW, "regulation", WHENCE_GLYPH_PILLAR },
  { WHENCE_CATEGORY_RIVALRY, "competition", WHENCE_GLYPH_BOLT },
};

/* One grey for everything that has a hue. */
static WhenceStyle
make_grey (WhenceTheme theme)
{
  WhenceStyle style = *whence_style_get (theme);

  for (guint i = 0; i < WHENCE_N_CATEGORIES; i++)
    {
      style.category[i] = style.edge;
      style.category_fill[i] = style.surface;
    }
  return style;
}

static const WhenceFactType *
find_type (const char *name)
{
  guint n;
  const WhenceFactType *types = whence_fact_types_builtin (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (types[i].name, name))
      return &types[i];
  g_assert_not_reached ();
}

/* A small grey picture. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  WhencePen *pen;
  WhencePath *path;
} Canvas;

static Canvas
canvas_new (const WhenceStyle *style)
{
  Canvas canvas = { cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE) };

  canvas.cr = cairo_create (canvas.surface);
  cairo_set_source_rgb (canvas.cr, style->ground.r, style->ground.g, style->ground.b);
  cairo_paint (canvas.cr);
  canvas.pen = whence_pen_new_cairo (canvas.cr);
  canvas.path = whence_path_new ();
  return canvas;
}

static GBytes *
canvas_finish (Canvas *canvas)
{
  guint8 *grey = g_new (guint8, SIDE * SIDE);
  const guint8 *data;

  whence_path_free (canvas->path);
  whence_pen_free (canvas->pen);
  cairo_surface_flush (canvas->surface);
  data = cairo_image_surface_get_data (canvas->surface);
  for (guint y = 0; y < SIDE; y++)
    for (guint x = 0; x < SIDE; x++)
      {
        const guint8 *px = data + y * (guint) cairo_image_surface_get_stride (canvas->surface) + 4 * x;
        grey[y * SIDE + x] = (guint8) ((px[0] + px[1] + px[2]) / 3);
      }
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
  return g_bytes_new_take (grey, SIDE * SIDE);
}

static guint
count_different (GBytes *a, GBytes *b)
{
  const guint8 *x = g_bytes_get_data (a, NULL), *y = g_bytes_get_data (b, NULL);
  guint n = 0, most = 1;

  for (guint i = 0; i < SIDE * SIDE; i++)
    most = MAX (most, MAX ((guint) ABS (x[i] - x[0]), (guint) ABS (y[i] - y[0])));
  for (guint i = 0; i < SIDE * SIDE; i++)
    n += (guint) ABS (x[i] - y[i]) * 3 > most;
  return n;
}

static void
assert_all_differ (const GPtrArray *pictures, guint least, const char *what)
{
  for (guint i = 0; i < pictures->len; i++)
    for (guint j = i + 1; j < pictures->len; j++)
      {
        guint n = count_different (g_ptr_array_index (pictures, i), g_ptr_array_index (pictures, j));
        g_test_message ("%s: %u and %u differ in %u px", what, i, j, n);
        g_assert_cmpuint (n, >=, least);
      }
}

static void
test_table (void)
{
  guint seen = 0, n;
  const WhenceFactType *types = whence_fact_types_builtin (&n);

  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, WHENCE_N_CATEGORIES);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (whence_category_glyph (cases[i].category), ==, cases[i].glyph);
      g_assert_cmpuint (whence_fact_type_glyph (find_type (cases[i].type)), ==, cases[i].glyph);
      seen |= 1u << cases[i].glyph;
    }
  g_assert_cmpuint (seen, ==, (1u << WHENCE_GLYPH_DOME) - 1);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (whence_fact_type_glyph (&types[i]), ==, whence_category_glyph (types[i].category));
}

/* As large as on the timeline and half that again, all of them. */
static void
test_silhouettes (void)
{
  static const double radii[] = { 3.5, 5.25 };
  WhenceStyle style = make_grey (WHENCE_THEME_LIGHT);

  for (guint r = 0; r < G_N_ELEMENTS (radii); r++)
    {
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      for (guint glyph = 0; glyph < WHENCE_N_GLYPHS; glyph++)
        {
          Canvas canvas = canvas_new (&style);
          whence_glyph_path (canvas.path, (WhenceGlyph) glyph, SIDE / 2, SIDE / 2, radii[r]);
          whence_pen_fill (canvas.pen, canvas.path, &WHENCE_SOLID (style.text));
          g_ptr_array_add (pictures, canvas_finish (&canvas));
        }
      assert_all_differ (pictures, LEAST, "silhouettes");
    }
}

/* On lines of the graph too, where they are smallest, and smaller yet in a crowd; a disc stands on none. */
static void
test_beads (void)
{
  static const struct
  {
    double radius;
    guint last, least;
  } sizes[] = { { 3.2, WHENCE_N_GLYPHS, LEAST }, { 2.3, WHENCE_GLYPH_DOME, 5 } };
  WhenceStyle style = make_grey (WHENCE_THEME_LIGHT);
  WhenceFill fill = WHENCE_SOLID (style.text);
  WhenceStroke outline = { .fill = fill, .width = 1 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      for (guint glyph = WHENCE_GLYPH_DISC + 1; glyph < sizes[s].last; glyph++)
        {
          Canvas canvas = canvas_new (&style);
          whence_glyph_paint_bead (&style, canvas.pen, canvas.path, (WhenceGlyph) glyph,
                                   (WhencePoint){ SIDE / 2, SIDE / 2 }, sizes[s].radius, &fill, &outline);
          g_ptr_array_add (pictures, canvas_finish (&canvas));
        }
      assert_all_differ (pictures, sizes[s].least, "beads");
    }
}

typedef struct
{
  const char *name;
  WhenceSupport support;
  WhenceStatus status;
  gboolean dot;
  double width; /* of a stretch */
  guint least;
} Look;

static void
paint_mark (Canvas *canvas, const WhenceStyle *style, const Look *look, const WhenceFactType *type)
{
  WhenceTimelineInk ink = { canvas->pen, canvas->path, style };
  double width = look->dot ? WHENCE_DOT : look->width, x = (SIDE - width) / 2;
  WhenceTimelineItem item = {
    .kind = WHENCE_ITEM_MARK,
    .support = (guint8) look->support,
    .status = (guint8) look->status,
    .type = type,
    .mark = { x, (SIDE - WHENCE_DOT) / 2, width, WHENCE_DOT },
    .shape = { .x0 = x, .x1 = x + width, .body0 = x, .body1 = x, .dot = look->dot },
  };

  whence_timeline_paint_sign (&ink, &item);
}

static void
test_marks (gconstpointer data)
{
  const Look *look = data;

  for (guint theme = 0; theme < WHENCE_N_THEMES; theme++)
    {
      WhenceStyle style = make_grey ((WhenceTheme) theme);
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          Canvas canvas = canvas_new (&style);
          paint_mark (&canvas, &style, look, find_type (cases[i].type));
          g_ptr_array_add (pictures, canvas_finish (&canvas));
        }
      assert_all_differ (pictures, look->least, look->name);
    }
}

static void
add_sample (GPtrArray *pictures, const WhenceStyle *style, const WhenceSample *sample)
{
  Canvas canvas = canvas_new (style);

  whence_sample_paint (sample, style, canvas.pen, 10, 10);
  g_ptr_array_add (pictures, canvas_finish (&canvas));
}

static void
test_legend (void)
{
  WhenceStyle style = make_grey (WHENCE_THEME_PRINT);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < WHENCE_N_CATEGORIES; i++)
    add_sample (pictures, &style, &(WhenceSample){ .kind = WHENCE_SAMPLE_CATEGORY, .value = i });
  for (guint i = 0; i < WHENCE_N_GLYPHS - WHENCE_GLYPH_DOME; i++)
    add_sample (
      pictures, &style,
      &(WhenceSample){ .kind = WHENCE_SAMPLE_FACT_TYPE, .type = &(WhenceFactType){ .own = i + 1 } });
  assert_all_differ (pictures, LEAST, "legend");
}

/* The number in the node is the number in the legend. */
static void
test_classes (void)
{
  WhenceStyle style = make_grey (WHENCE_THEME_LIGHT);
  g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  WhenceTextBlock number = { 0 };

  for (guint i = 0; i < WHENCE_GRAPH_LOOK_CLASSES; i++)
    {
      WhenceSample sample = { .kind = WHENCE_SAMPLE_CLASS, .value = i, .number = &number };
      g_autofree char *text = g_strdup_printf ("%u", i + 1);
      whence_graph_class_number (i, &whence_measure_pango, &number);
      g_assert_cmpstr (number.lines[0].text, ==, text);
      add_sample (pictures, &style, &sample);
      whence_text_block_clear (&number);
    }
  whence_graph_class_number (WHENCE_NONE, &whence_measure_pango, &number);
  g_assert_cmpuint (number.n_lines, ==, 0);
  add_sample (pictures, &style,
              &(WhenceSample){ .kind = WHENCE_SAMPLE_CLASS, .value = WHENCE_NONE, .number = &number });
  assert_all_differ (pictures, 1, "classes");
}

/* Types with a colour of the bundle's own, built in or not, have signs of their own, each another; then from
 * the first again. */
static void
test_own (void)
{
  g_autoptr (GString) story =
    g_string_new ("{\"whence\":1,\"types\":{\"facts\":{\"plain\":{\"label\":\"Plain\"},"
                  "\"investment\":{\"color\":\"#996633\"}");
  g_autoptr (WhenceBundle) bundle = NULL;
  guint32 seen = 0;
  guint n_types = 0;

  for (guint i = 1; i <= WHENCE_N_OWN_GLYPHS; i++)
    g_string_append_printf (story, ",\"own%u\":{\"color\":\"#3366%02x\"}", i, i);
  g_string_append (story, "}}}");
  bundle = read_text (story->str);
  for (guint i = 0; i < whence_bundle_get_n_fact_types (bundle); i++)
    {
      const WhenceFactType *type = whence_bundle_get_nth_fact_type (bundle, i);
      WhenceGlyph glyph = whence_fact_type_glyph (type);
      if (type->own == 0)
        {
          g_assert_cmpuint (glyph, ==, whence_category_glyph (type->category));
          continue;
        }
      g_assert_cmpuint (glyph, >=, WHENCE_GLYPH_DOME);
      seen |= 1u << glyph;
      n_types++;
    }
  /* One more than there are signs. */
  g_assert_cmpuint (n_types, ==, WHENCE_N_OWN_GLYPHS + 1);
  g_assert_cmpuint (WHENCE_N_OWN_GLYPHS, >=, 12);
  g_assert_cmpuint (seen, ==, (1u << WHENCE_N_GLYPHS) - (1u << WHENCE_GLYPH_DOME));
}

/* --- In the graph ------------------------------------------------------------------------------- */

/* Many ties of two kinds between few, so that not all have room for words. */
static char *
write_crowd (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company number %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 64; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"%s\",\"subject\":\"e%u\",\"object\":\"e%u\"}",
                            i > 0 ? "," : "", i, cases[i % G_N_ELEMENTS (cases)].type, i % 16,
                            (i * 5 + 3 + i / 16) % 16);
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Facts with three or four participants, more than have room for their titles. */
static char *
write_meetings (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"company\",\"name\":\"Company number %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 40; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"%s\",\"participants\":[", i > 0 ? "," : "",
                              i, cases[1 + i % (G_N_ELEMENTS (cases) - 1)].type);
      for (guint k = 0; k < 3 + i % 2; k++)
        g_string_append_printf (text, "%s{\"entity\":\"e%u\"}", k > 0 ? "," : "", (i + k * (3 + i % 3)) % 16);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static WhenceGraphScene *
build_graph (WhenceScope *scope)
{
  g_autoptr (WhenceArrangement) arrangement = whence_arrangement_new (
    &(WhenceArrangeRequest){
      .scope = scope, .aspect = 1.4, .focus = WHENCE_NONE, .measure = whence_measure_plain },
    NULL);

  return whence_graph_scene_new (
    &(WhenceGraphRequest){ .scope = scope,
                           .arrangement = arrangement,
                           .view =
                             whence_graph_fit (scope, NULL, arrangement, 560, 400, &whence_measure_plain),
                           .width = 560,
                           .height = 400,
                           .measure = whence_measure_plain },
    NULL);
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
  g_autoptr (WhenceGraphScene) scene = build_graph (scope);
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
  g_autoptr (WhenceGraphScene) scene = build_graph (scope);
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
  g_autoptr (WhenceGraphScene) scene = build_graph (scope);
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
  g_autoptr (GBytes) bytes = NULL;

  whence_graph_paint (
    &(WhenceGraphPaint){
      .scene = scene, .style = whence_style_get (WHENCE_THEME_LIGHT), .width = 560, .height = 400 },
    pen);
  bytes = whence_pen_finish_svg (pen);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  while ((text = strstr (text, part)) != NULL)
    text++, n++;
  return n;
}

/* Each sign is a group of its own, with the name and the title of its fact. */
static void
test_svg (void)
{
  g_autofree char *text = write_crowd ();
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceGraphScene) scene = build_graph (scope);
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
  g_autoptr (GBytes) bytes = NULL;
  WhenceLegend *legend = whence_legend_new (NULL, NULL, scene, 560, &whence_measure_plain);

  whence_legend_paint (legend, whence_style_get (WHENCE_THEME_LIGHT), pen, 0, 0);
  whence_legend_free (legend);
  bytes = whence_pen_finish_svg (pen);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
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
      g_autoptr (WhenceGraphScene) scene = build_graph (scope);
      g_autofree char *svg = paint_legend_svg (scene);
      g_assert_cmpuint (count (svg, line), ==, crowded ? 0 : 1);
      g_assert_cmpuint (count (svg, sign), ==, crowded ? 1 : 0);
    }
}

int
main (int argc, char **argv)
{
  static const Look looks[] = {
    { "dot", WHENCE_SUPPORT_SINGLE, WHENCE_STATUS_REPORTED, TRUE, 0, LEAST },
    { "dot-corroborated", WHENCE_SUPPORT_CORROBORATED, WHENCE_STATUS_REPORTED, TRUE, 0, LEAST },
    { "dot-unsourced", WHENCE_SUPPORT_UNSOURCED, WHENCE_STATUS_REPORTED, TRUE, 0, LEAST },
    { "dot-planned", WHENCE_SUPPORT_SINGLE, WHENCE_STATUS_PLANNED, TRUE, 0, LEAST },
    { "dot-disputed", WHENCE_SUPPORT_DISPUTED, WHENCE_STATUS_REPORTED, TRUE, 0, 5 },
    { "dot-disputed-planned", WHENCE_SUPPORT_DISPUTED, WHENCE_STATUS_PLANNED, TRUE, 0, 3 },
    { "dot-unsourced-planned", WHENCE_SUPPORT_UNSOURCED, WHENCE_STATUS_PLANNED, TRUE, 0, 3 },
    { "stretch-disputed", WHENCE_SUPPORT_DISPUTED, WHENCE_STATUS_REPORTED, FALSE, 40, LEAST },
    { "stretch", WHENCE_SUPPORT_SINGLE, WHENCE_STATUS_REPORTED, FALSE, 30, LEAST },
    { "stretch-corroborated", WHENCE_SUPPORT_CORROBORATED, WHENCE_STATUS_REPORTED, FALSE, 30, LEAST },
    { "stretch-unsourced", WHENCE_SUPPORT_UNSOURCED, WHENCE_STATUS_REPORTED, FALSE, 30, LEAST },
    { "stretch-planned", WHENCE_SUPPORT_SINGLE, WHENCE_STATUS_PLANNED, FALSE, 30, LEAST },
    { "narrow", WHENCE_SUPPORT_SINGLE, WHENCE_STATUS_REPORTED, FALSE, 9, 3 },
    { "narrow-corroborated", WHENCE_SUPPORT_CORROBORATED, WHENCE_STATUS_REPORTED, FALSE, 9, 3 },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fact-glyph/table", test_table);
  g_test_add_func ("/fact-glyph/silhouettes", test_silhouettes);
  g_test_add_func ("/fact-glyph/beads", test_beads);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *path = g_strconcat ("/fact-glyph/in-grey/", looks[i].name, NULL);
      g_test_add_data_func (path, &looks[i], test_marks);
    }
  g_test_add_func ("/fact-glyph/legend", test_legend);
  g_test_add_func ("/fact-glyph/classes", test_classes);
  g_test_add_func ("/fact-glyph/own-colours", test_own);
  g_test_add_func ("/fact-glyph/ties", test_ties);
  g_test_add_func ("/fact-glyph/amounts-alone", test_amounts_alone);
  g_test_add_func ("/fact-glyph/meetings", test_meetings);
  g_test_add_func ("/fact-glyph/svg", test_svg);
  g_test_add_func ("/fact-glyph/no-signs", test_no_signs);
  return g_test_run ();
}
