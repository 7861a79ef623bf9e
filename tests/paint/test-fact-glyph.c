/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is told by colour alone: in a style that has one grey for all categories and classes, two facts
 * about different things, and two nodes of different communities, still look different, in the picture and in
 * its legend; and the legend shows what the picture does. */
#include "layout/graph-scene-private.h"
#include "layout/timeline-scene-private.h"
#include "paint/fact-glyph.h"
#include "paint/legend-sample.h"
#include "paint/legend.h"
#include "paint/pen-backs.h"
#include "paint/timeline-painter-private.h"

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
    style.category[i] = style.edge;
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
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
  return g_test_run ();
}
