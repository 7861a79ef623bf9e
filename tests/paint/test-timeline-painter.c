/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline through the pen: each fact in view once, as one named group; only what is in the viewport;
 * what is lit differs from what is not; and every theme, scroll and odd bundle goes through without a
 * warning. */
#include "paint/timeline-painter.h"

#include <string.h>

#include "layout/timeline-scene-private.h"
#include "paint/legend.h"
#include "paint/pen-backs.h"
#include "paint/svg-text.h"

#include "painted.h"
#include "read-text.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s1\",\"title\":\"S\",\"publisher\":\"P\"},"
  "{\"id\":\"s2\",\"title\":\"T\",\"publisher\":\"Q\"}],"
  "\"entities\":[{\"id\":\"e\",\"type\":\"company\",\"name\":\"Ember & <Sons>\"},"
  "{\"id\":\"g\",\"type\":\"person\",\"name\":\"شركة\"}],\"facts\":["
  "{\"id\":\"year\",\"type\":\"founding\",\"title\":\"A year\",\"date\":\"2016\",\"subject\":\"e\","
  "\"citations\":[{\"source\":\"s1\"},{\"source\":\"s2\"}]},"
  "{\"id\":\"month\",\"type\":\"valuation\",\"title\":\"A month\",\"date\":\"2024-05\",\"subject\":\"g\","
  "\"amount\":{\"value\":14000000000,\"currency\":\"USD\"},\"share\":\"0.49\",\"citations\":[{\"source\":"
  "\"s1\"}]},"
  "{\"id\":\"open\",\"type\":\"employment\",\"title\":\"Goes on\",\"date\":\"2018/..\",\"subject\":\"e\"},"
  "{\"id\":\"unknown\",\"type\":\"employment\",\"title\":\"Ended\",\"date\":\"2018/\",\"subject\":\"e\"},"
  "{\"id\":\"before\",\"type\":\"employment\",\"title\":\"Was there\",\"date\":\"../2017\"},"
  "{\"id\":\"about\",\"type\":\"birth\",\"title\":\"About\",\"date\":\"2019~\",\"subject\":\"g\"},"
  "{\"id\":\"maybe\",\"type\":\"birth\",\"title\":\"Maybe\",\"date\":\"2020-03?\",\"status\":\"alleged\"},"
  "{\"id\":\"not\",\"type\":\"board-seat\",\"title\":\"شركة لا\",\"date\":\"2021/2022\",\"negated\":true},"
  "{\"id\":\"dispute\",\"type\":\"statement\",\"title\":\"Disputed\",\"date\":\"2022\",\"dateBasis\":"
  "\"inferred\","
  "\"citations\":[{\"source\":\"s1\"},{\"source\":\"s2\",\"stance\":\"disputes\"}]},"
  "{\"id\":\"dot\",\"type\":\"statement\",\"title\":\"Inferred "
  "dot\",\"date\":\"2023-01-01\",\"dateBasis\":\"inferred\"},"
  "{\"id\":\"shelf<&>\",\"type\":\"statement\",\"title\":\"No date\"}]}";

typedef struct
{
  WhenceBundle *bundle;
  WhenceScope *scope;
  WhenceTimelineScene *scene;
} Fixture;

static WhenceTimelineScene *
build_scene (WhenceScope *scope, double width, double height, WhenceGrouping grouping)
{
  WhenceTimelineRequest request = { .scope = scope,
                                    .view =
                                      whence_timeline_fit (scope, width, &whence_measure_plain, grouping),
                                    .width = width,
                                    .height = height,
                                    .grouping = grouping,
                                    .measure = whence_measure_plain };
  return whence_timeline_scene_new (&request, NULL);
}

static void
fixture_init (Fixture *fixture, const char *text, double height, WhenceGrouping grouping)
{
  fixture->bundle = read_text (text);
  fixture->scope = whence_scope_new_whole (fixture->bundle);
  fixture->scene = build_scene (fixture->scope, 900, height, grouping);
}

static void
fixture_clear (Fixture *fixture)
{
  whence_timeline_scene_unref (fixture->scene);
  whence_scope_unref (fixture->scope);
  whence_bundle_unref (fixture->bundle);
}

static char *
paint_svg (const WhenceTimelineScene *scene, WhenceTheme theme, const WhenceHighlight *highlight,
           double height, double scroll)
{
  g_autoptr (WhencePen) pen = whence_pen_new_svg (900, height, "Timeline", NULL, "en");
  WhenceTimelinePaint paint = { .scene = scene,
                                .style = whence_style_get (theme),
                                .highlight = highlight,
                                .width = 900,
                                .height = height,
                                .scroll = scroll };
  whence_timeline_paint (&paint, pen);
  return take_svg (pen);
}

static guint
count_fact (const char *svg, const char *id)
{
  g_autoptr (GString) needle = g_string_new ("id=\"");
  whence_svg_append_id (needle, "fact", id);
  g_string_append_c (needle, '"');
  return count (svg, needle->str);
}

static void
test_each_once (gconstpointer data)
{
  Fixture fixture;
  fixture_init (&fixture, story, 700, (WhenceGrouping) GPOINTER_TO_UINT (data));
  g_autofree char *svg = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 700, 0);
  for (guint32 i = 0; i < whence_bundle_get_n_facts (fixture.bundle); i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (fixture.bundle, i, &fact);
      g_assert_cmpuint (count_fact (svg, fact.id), ==, 1);
    }
  g_assert_nonnull (strstr (svg, ">A month<"));
  g_assert_nonnull (strstr (svg, "49"));
  g_assert_nonnull (strstr (svg, "14"));
  fixture_clear (&fixture);
}

/* The path of the sign in a badge of the fact's group, as many of its parts begin a line; NULL: no badge. */
static char *
find_badge (const char *svg, const char *id)
{
  g_autoptr (GString) needle = g_string_new ("id=\"");
  const char *begin, *end, *line;

  whence_svg_append_id (needle, "fact", id);
  g_string_append_c (needle, '"');
  begin = strstr (svg, needle->str);
  g_assert_nonnull (begin);
  end = strstr (begin, "</g>");
  for (line = begin; line != NULL && line < end; line = strstr (line + 1, "<path"))
    {
      const char *close = strchr (line, '>');
      g_autofree char *element = g_strndup (line, (gsize) (close - line));
      if (g_str_has_prefix (element, "<path") && strstr (element, "stroke-width=\"1.6\"") != NULL)
        return g_steal_pointer (&element);
    }
  return NULL;
}

static char
read_badge (const char *svg, const char *id)
{
  g_autofree char *badge = find_badge (svg, id);
  guint n_lines = 0;

  if (badge == NULL)
    return '.';
  if (strchr (strstr (badge, " d=\""), 'C') != NULL)
    return '~';
  for (const char *c = strstr (badge, " d=\""); *c != '\0'; c++)
    n_lines += *c == 'M';
  return n_lines == 2 ? '+' : '-';
}

/* Badges say what changed between two dates, on the marks of both that follow one another. */
static void
test_changes (void)
{
  static const struct
  {
    const char *id;
    char sign;
  } expected[] = {
    { "year", '.' },    { "open", '+' }, { "unknown", '+' }, { "before", '-' },
    { "dispute", '+' }, { "not", '.' },  { "month", '.' },
  };
  Fixture fixture;
  const WhencePeriod dates[] = { { 1451606400, 1483228800 }, { 1672531200, 1704067200 } }; /* 2016, 2023 */

  fixture_init (&fixture, story, 700, WHENCE_GROUP_NONE);
  g_autoptr (WhenceScope) compared = whence_scope_compare (fixture.scope, dates);
  WhencePen *pen = whence_pen_new_svg (900, 700, "Timeline", NULL, "en");
  whence_timeline_paint (&(WhenceTimelinePaint){ .scene = fixture.scene,
                                                 .style = whence_style_get (WHENCE_THEME_LIGHT),
                                                 .dated = compared,
                                                 .width = 900,
                                                 .height = 700 },
                         pen);
  g_autoptr (GBytes) bytes = whence_pen_finish_svg (pen);
  whence_pen_free (pen);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].id);
      g_assert_cmpint (read_badge (svg, expected[i].id), ==, expected[i].sign);
    }
  g_autofree char *plain = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 700, 0);
  g_assert_cmpint (read_badge (plain, "open"), ==, '.');
  fixture_clear (&fixture);
}

/* A view of 100 px: by scrolling each fact comes into it, and no picture holds them all. */
static void
test_scroll (void)
{
  Fixture fixture;
  fixture_init (&fixture, story, 100, WHENCE_GROUP_ENTITY);
  double content = whence_timeline_scene_get_content_height (fixture.scene);
  guint n_facts = whence_bundle_get_n_facts (fixture.bundle);
  g_autofree guint *seen = g_new0 (guint, n_facts);
  g_assert_cmpfloat (content, >, 200);
  for (double scroll = 0; scroll < content; scroll += 40)
    {
      g_autofree char *svg = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 100, scroll);
      guint n_here = 0;
      for (guint32 i = 0; i < n_facts; i++)
        {
          WhenceFact fact;
          whence_bundle_get_fact (fixture.bundle, i, &fact);
          guint n = count_fact (svg, fact.id);
          g_assert_cmpuint (n, <=, 1);
          seen[i] += n;
          n_here += n;
        }
      g_assert_cmpuint (n_here, <, n_facts);
    }
  for (guint i = 0; i < n_facts; i++)
    g_assert_cmpuint (seen[i], >, 0);
  fixture_clear (&fixture);
}

static void
test_themes (void)
{
  Fixture fixture;
  fixture_init (&fixture, story, 700, WHENCE_GROUP_ENTITY);
  g_autofree char *light = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 700, 0);
  g_autofree char *again = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 700, 0);
  g_assert_cmpstr (light, ==, again);
  for (guint theme = WHENCE_THEME_DARK; theme < WHENCE_N_THEMES; theme++)
    {
      g_autofree char *svg = paint_svg (fixture.scene, (WhenceTheme) theme, NULL, 700, 0);
      g_assert_cmpstr (svg, !=, light);
    }
  fixture_clear (&fixture);
}

static void
test_highlight (void)
{
  Fixture fixture;
  fixture_init (&fixture, story, 700, WHENCE_GROUP_NONE);
  g_autofree guint8 *lit = g_new0 (guint8, whence_bundle_get_n_facts (fixture.bundle));
  WhenceHighlight highlight = { .facts = lit, .dim_others = FALSE };
  g_autofree char *plain = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 700, 0);
  g_autofree char *none = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, &highlight, 700, 0);
  g_assert_cmpstr (plain, ==, none);
  g_autoptr (GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const guint8 lights[] = { WHENCE_LIT_SELECTED, WHENCE_LIT_RELATED, WHENCE_LIT_FOCUSED,
                                   WHENCE_LIT_FOUND };
  for (guint i = 0; i < G_N_ELEMENTS (lights); i++)
    {
      lit[1] = lights[i];
      g_assert_true (
        g_hash_table_add (looks, paint_svg (fixture.scene, WHENCE_THEME_LIGHT, &highlight, 700, 0)));
    }
  highlight.dim_others = TRUE;
  g_assert_true (g_hash_table_add (looks, paint_svg (fixture.scene, WHENCE_THEME_LIGHT, &highlight, 700, 0)));
  fixture_clear (&fixture);
}

static guint
count_strokes (const char *svg, const char *dash)
{
  guint n = 0;
  for (const char *p = svg; (p = strstr (p, dash)) != NULL; p++)
    n++;
  return n;
}

/* A span of time is a band over the lanes, with broken edges where they are in view, and a bracket. */
static void
test_span (void)
{
  Fixture fixture;
  fixture_init (&fixture, story, 700, WHENCE_GROUP_NONE);
  gint64 from = whence_instant_from_civil ((WhenceCivil){ 2018, 1, 1, 0, 0, 0 });
  gint64 to = whence_instant_from_civil ((WhenceCivil){ 2020, 1, 1, 0, 0, 0 });
  const char dash[] = "stroke-dasharray=\"4 3\"";
  const struct
  {
    gint64 from, to;
    guint n_edges; /* drawn as one path */
  } cases[] = { { 0, 0, 0 },
                { from, to, 1 },
                { from, WHENCE_INSTANT_AFTER_ALL, 1 },
                { WHENCE_INSTANT_BEFORE_ALL, from, 1 },
                { WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_BEFORE_ALL + 9, 0 } };
  g_autoptr (GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 700, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceHighlight highlight = { .span_from = cases[i].from, .span_to = cases[i].to };
      char *svg = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, &highlight, 700, 0);
      g_assert_cmpuint (count_strokes (svg, dash), ==, cases[i].n_edges);
      g_assert_cmpint (g_strcmp0 (svg, plain) == 0, ==, cases[i].n_edges == 0);
      g_assert_true (g_hash_table_add (looks, svg) || cases[i].n_edges == 0);
    }
  fixture_clear (&fixture);
}

#define DISPUTED                                                                                             \
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"S\",\"publisher\":\"Post\"},"                        \
  "{\"id\":\"t\",\"title\":\"Tale\"}],\"facts\":[{\"id\":\"f\",\"type\":\"launch\",\"title\":\"Launch\","    \
  "\"date\":\"2016\",\"citations\":[{\"source\":\"s\"},{\"source\":\"t\",\"date\":\"%s\"}]}]}"

static gboolean
is_in_legend (const WhenceTimelineScene *scene, const char *text)
{
  g_autoptr (WhenceLegend) legend = whence_legend_new (scene, NULL, NULL, 800, &whence_measure_plain);
  WhencePen *pen = whence_pen_new_svg (900, 200, "Legend", NULL, "en");
  whence_legend_paint (legend, whence_style_get (WHENCE_THEME_LIGHT), pen, 0, 0);
  g_autoptr (GBytes) bytes = whence_pen_finish_svg (pen);
  whence_pen_free (pen);
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), text) != NULL;
}

/* Another date is drawn, told with its source, and explained, where it cannot be true as well; else not. */
static void
test_ghosts (void)
{
  static const char *const dates[] = { "2018", "2016-05" };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf (DISPUTED, dates[i]);
      Fixture fixture;
      fixture_init (&fixture, text, 400, WHENCE_GROUP_NONE);
      g_autofree char *svg = paint_svg (fixture.scene, WHENCE_THEME_LIGHT, NULL, 400, 0);
      gboolean disputed = i == 0;
      g_assert_cmpuint (fixture.scene->n_ghosts, ==, disputed ? 1 : 0);
      g_assert_cmpint (strstr (svg, "2016: Post\n2018: Tale") != NULL, ==, disputed);
      g_assert_cmpuint (count_strokes (svg, "stroke-dasharray=\"1.5 2\""), ==, disputed ? 1 : 0);
      g_assert_cmpint (is_in_legend (fixture.scene, "Another source’s date"), ==, disputed);
      g_assert_cmpuint (count_fact (svg, "f"), ==, 1);
      fixture_clear (&fixture);
    }
}

/* On Cairo too, with the fonts of the product, nothing is drawn outside of the view or fails. */
static void
test_cairo (void)
{
  Fixture fixture;
  fixture_init (&fixture, story, 700, WHENCE_GROUP_ENTITY_TYPE);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 700);
  cairo_t *cr = cairo_create (surface);
  WhencePen *pen = whence_pen_new_cairo (cr);
  WhenceTimelinePaint paint = {
    .scene = fixture.scene, .style = whence_style_get (WHENCE_THEME_DARK), .width = 900, .height = 700
  };
  whence_timeline_paint (&paint, pen);
  whence_pen_free (pen);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  fixture_clear (&fixture);
}

static void
test_empty (void)
{
  static const char empty[] = "{\"whence\":1}";
  Fixture fixture;
  fixture_init (&fixture, empty, 700, WHENCE_GROUP_ENTITY);
  g_autofree char *svg = paint_svg (fixture.scene, WHENCE_THEME_PRINT, NULL, 700, 0);
  g_assert_null (strstr (svg, "class=\"fact\""));
  g_assert_nonnull (strstr (svg, "class=\"axis\""));
  fixture_clear (&fixture);
}

/* --- Eras, and what the selected fact is related to ------------------------------------------------ */

static void
fixture_init_with_eras (Fixture *fixture, WhenceGrouping grouping)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "eras.facts.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  fixture_init (fixture, text, 700, grouping);
}

static void
test_bands (void)
{
  Fixture fixture;
  guint n_bands = 0;
  fixture_init_with_eras (&fixture, WHENCE_GROUP_NONE);
  for (guint i = 0; i < fixture.scene->n_items; i++)
    n_bands += fixture.scene->items[i].kind == WHENCE_ITEM_BAND;
  g_assert_cmpuint (n_bands, ==, 12);
  for (guint theme = 0; theme < WHENCE_N_THEMES; theme++)
    {
      g_autofree char *svg = paint_svg (fixture.scene, theme, NULL, 700, 0);
      g_assert_nonnull (strstr (svg, "Cold War"));
    }
  fixture_clear (&fixture);
}

/* The picture with only @id selected, with or without what it is related to. Transfer full. */
static char *
paint_selected (const Fixture *fixture, const char *id, gboolean related)
{
  guint32 fact = whence_bundle_find_fact (fixture->bundle, id);
  g_autofree guint8 *facts = g_malloc0 (whence_bundle_get_n_facts (fixture->bundle));
  facts[fact] = WHENCE_LIT_SELECTED;
  return paint_svg (fixture->scene, WHENCE_THEME_LIGHT,
                    &(WhenceHighlight){ .facts = facts, .one_fact = related ? fact + 1 : 0 }, 700, 0);
}

static void
test_arcs (void)
{
  static const struct
  {
    const char *id;
    gboolean related;
  } cases[] = { { "f5", TRUE }, { "t4", TRUE }, { "e3", FALSE }, { "f12", FALSE } };
  Fixture fixture;
  fixture_init_with_eras (&fixture, WHENCE_GROUP_ENTITY);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *with = paint_selected (&fixture, cases[i].id, TRUE),
                      *without = paint_selected (&fixture, cases[i].id, FALSE);
      g_test_message ("%s", cases[i].id);
      g_assert_cmpint (g_str_equal (with, without), ==, !cases[i].related);
    }
  fixture_clear (&fixture);
}

/* Of very many, some are drawn and the others counted. */
static void
test_most_arcs (void)
{
  g_autoptr (GString) text = g_string_new (
    "{\"whence\":1,\"entities\":[{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"}],\"facts\":[");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"birth\",\"date\":\"%u\",\"subject\":\"e\"}",
                            i > 0 ? "," : "", i, 1900 + i);
  g_string_append (text, "]}");
  Fixture fixture;
  fixture_init (&fixture, text->str, 900, WHENCE_GROUP_NONE);
  g_autofree char *svg = paint_selected (&fixture, "f20", TRUE);
  g_assert_nonnull (strstr (svg, "more related"));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  whence_fonts_init ();
  static const char *const names[] = { "none", "entity", "entity-type", "fact-type", "source" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-painter/each-once/%s", names[i]);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_each_once);
    }
  g_test_add_func ("/timeline-painter/changes", test_changes);
  g_test_add_func ("/timeline-painter/scroll", test_scroll);
  g_test_add_func ("/timeline-painter/themes", test_themes);
  g_test_add_func ("/timeline-painter/highlight", test_highlight);
  g_test_add_func ("/timeline-painter/span", test_span);
  g_test_add_func ("/timeline-painter/ghosts", test_ghosts);
  g_test_add_func ("/timeline-painter/cairo", test_cairo);
  g_test_add_func ("/timeline-painter/empty", test_empty);
  g_test_add_func ("/paint/timeline/bands", test_bands);
  g_test_add_func ("/paint/timeline/arcs", test_arcs);
  g_test_add_func ("/paint/timeline/most-arcs", test_most_arcs);
  return g_test_run ();
}
