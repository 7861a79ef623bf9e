/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures as files: the same bytes every time and in every thread, what the formats promise, and sizes,
 * titles and bundles of every kind. The pictures of the example, and of a bundle with everything, are
 * compared with tests/paint/expected/, which WHENCE_REGENERATE=1 writes anew: look at them before you commit
 * them. */
#include "paint/export.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "layout/timeline-scene-private.h"
#include "model/reader.h"
#include "paint/page-views.h"
#include "paint/pen-backs.h"

static WhenceScope *
scope_of (WhenceBundle *bundle)
{
  return whence_scope_new_whole (bundle);
}

static WhenceScope *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return scope_of (bundle);
}

static WhenceScope *
read_example (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", "meta-scale-ai.facts.json", NULL);
  return read_file (path);
}

/* Every kind of date, evidence, status and tie once, in scripts that our own font has. */
static WhenceScope *
read_everything (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "everything.facts.json", NULL);
  return read_file (path);
}

/* Scripts for which the machine has fonts, or not: how wide they are is not ours to expect. */
static WhenceScope *
read_scripts (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "scripts.facts.json", NULL);
  return read_file (path);
}

static WhenceScope *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return scope_of (bundle);
}

static WhencePictureOptions
options_of (WhencePictureType type, WhenceShow show)
{
  WhencePictureOptions options = whence_picture_defaults;
  options.type = type;
  options.show = show;
  return options;
}

static GBytes *
export_picture (WhenceScope *scope, const WhencePictureOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = whence_export_picture (scope, options, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

/* --- The same bytes --- */

static gpointer
export_in_thread (gpointer data)
{
  const WhencePictureOptions *options = data;
  g_autoptr (WhenceScope) scope = read_example ();
  return export_picture (scope, options);
}

static void
test_same_bytes (gconstpointer data)
{
  WhencePictureOptions options = options_of (GPOINTER_TO_UINT (data), WHENCE_SHOW_BOTH);
  g_autoptr (GBytes) first = export_in_thread (&options);
  g_autoptr (GBytes) other = g_thread_join (g_thread_new ("export", export_in_thread, &options));
  g_assert_true (g_bytes_equal (first, other));
}

/* --- Formats --- */

static guint32
read_be32 (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
test_png (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_PNG, WHENCE_SHOW_GRAPH);
  options.scale = 1.5;
  options.transparent = TRUE;
  g_autoptr (GBytes) png = export_picture (scope, &options);
  gsize length;
  const guint8 *data = g_bytes_get_data (png, &length);

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1A\n", 8);
  g_assert_cmpuint (read_be32 (data + 16), ==, 1920);
  g_assert_cmpuint (read_be32 (data + 20), ==, 1200);
  g_assert_cmpuint (data[25], ==, 6); /* RGBA */
  g_assert_true (contains (png, "pHYs"));
  g_assert_false (contains (png, "tIME"));
  g_assert_true (contains (png, "Meta, Scale AI and Alexandr Wang"));

  options.transparent = FALSE;
  g_autoptr (GBytes) opaque = export_picture (scope, &options);
  g_assert_cmpuint (((const guint8 *) g_bytes_get_data (opaque, NULL))[25], ==, 2); /* RGB */
}

static void
test_pdf (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_PDF, WHENCE_SHOW_BOTH);
  g_autoptr (GBytes) pdf = export_picture (scope, &options);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_true (contains (pdf, "/Title (Meta, Scale AI and Alexandr Wang)"));
  g_assert_true (contains (pdf, "/MediaBox [ 0 0 960 600 ]"));
  g_assert_false (contains (pdf, "CreationDate"));
}

/* --- The whole story is on the page --- */

typedef struct
{
  GHashTable *ids;
  GString *text;
  guint n_unnamed; /* groups of a mark without a title */
  gboolean in_text, wants_title;
} Content;

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values,
          gpointer user_data, GError **error)
{
  Content *content = user_data;
  gboolean has_id = FALSE;
  content->n_unnamed += content->wants_title && !g_str_equal (name, "title");
  content->in_text = g_str_equal (name, "text");
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id"))
      {
        has_id = g_str_equal (name, "g");
        g_assert_true (g_hash_table_add (content->ids, g_strdup (values[i])));
      }
  content->wants_title = has_id;
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Content *content = user_data;
  if (content->in_text)
    g_string_append_c (content->text, '\n');
  content->in_text = FALSE;
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Content *content = user_data;
  if (content->in_text)
    g_string_append_len (content->text, text, (gssize) length);
}

static void
parse (GBytes *svg, Content *content)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, content, NULL);
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (svg, &length);
  *content = (Content){ .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                        .text = g_string_new ("\n") };
  g_markup_parse_context_parse (context, data, (gssize) length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_string_replace (content->text, "\xC2\xA0", " ", 0);
  g_string_replace (content->text, "\xE2\x80\xAF", " ", 0);
}

static void
clear_content (Content *content)
{
  g_hash_table_unref (content->ids);
  g_string_free (content->text, TRUE);
}

static void
test_example_is_told (void)
{
  static const char *const words[] = { "Scale AI founded", "$14 B",   "$14.3 B", "49 %", "$29 B",
                                       "Sources",          "May 2024" };
  g_autoptr (WhenceScope) scope = read_example ();
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_BOTH);
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  Content content;

  parse (svg, &content);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (content.text->str, words[i]) == NULL)
      g_error ("\"%s\" is not in the picture", words[i]);
  g_assert_cmpuint (content.n_unnamed, ==, 0);
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (bundle, i, &entity);
      g_autofree char *id = g_strdup_printf ("entity-%s", entity.id);
      if (!g_hash_table_contains (content.ids, id))
        g_error ("%s is not in the picture", entity.name);
    }
  clear_content (&content);
}

/* --- Sizes --- */

static void
test_sizes (void)
{
  static const struct
  {
    double width, height, scale;
    WhencePictureType type;
    gboolean fine;
  } cases[] = {
    { 200, 150, 1, WHENCE_PICTURE_SVG, TRUE },      { 199, 150, 1, WHENCE_PICTURE_SVG, FALSE },
    { 200, 149, 1, WHENCE_PICTURE_PNG, FALSE },     { 32768, 800, 1, WHENCE_PICTURE_SVG, FALSE },
    { 1280, 800, 26, WHENCE_PICTURE_PNG, FALSE },   { 1280, 800, 26, WHENCE_PICTURE_SVG, TRUE },
    { 1280, 800, 0, WHENCE_PICTURE_PNG, FALSE },    { NAN, 800, 1, WHENCE_PICTURE_PNG, FALSE },
    { 1280, 800, NAN, WHENCE_PICTURE_PNG, FALSE },  { 1280, INFINITY, 1, WHENCE_PICTURE_PDF, FALSE },
    { 20000, 20000, 1, WHENCE_PICTURE_PNG, FALSE }, { 3000, 200, 1, WHENCE_PICTURE_SVG, TRUE },
    { 200, 3000, 1, WHENCE_PICTURE_SVG, TRUE },     { 640, 360, 1, WHENCE_PICTURE_SVG, TRUE },
  };
  g_autoptr (WhenceScope) scope = read_text ("{\"whence\":1,\"title\":\"t\",\"facts\":["
                                             "{\"id\":\"f\",\"type\":\"launch\",\"date\":\"2016\"}]}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhencePictureOptions options = options_of (cases[i].type, WHENCE_SHOW_BOTH);
      g_autoptr (GError) error = NULL;
      options.width = cases[i].width;
      options.height = cases[i].height;
      options.scale = cases[i].scale;
      g_autoptr (GBytes) bytes = whence_export_picture (scope, &options, NULL, &error);
      g_test_message ("%g × %g at %g", cases[i].width, cases[i].height, cases[i].scale);
      g_assert_cmpint (bytes != NULL, ==, cases[i].fine);
      if (!cases[i].fine)
        g_assert_error (error, WHENCE_EXPORT_ERROR, WHENCE_EXPORT_ERROR_SIZE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_export_picture (scope, &whence_picture_defaults, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Bundles of every kind --- */

static void
test_odd_bundles (void)
{
  g_autofree char *long_name = g_strnfill (400, 'W');
  g_autofree char *wide =
    g_strdup_printf ("{\"whence\":1,\"title\":\"%s\",\"summary\":\"%s\",\"language\":\"a\\\"<&\","
                     "\"sources\":[{\"id\":\"s\",\"title\":\"%s\",\"url\":\"https://x.example/%s\"}],"
                     "\"entities\":[{\"id\":\"<a>\",\"type\":\"person\",\"name\":\"%s\"},{\"id\":\"b&b\","
                     "\"type\":\"alien\",\"name\":\"مرحبا "
                     "👨‍👩‍👧\"}],"
                     "\"facts\":[{\"id\":\"f\\\"'\",\"type\":\"investment\",\"date\":\"2016~/"
                     "..\",\"title\":\"%s\",\"subject\":\"<a>\","
                     "\"object\":\"b&b\",\"citations\":[{\"source\":\"s\"}]}]}",
                     long_name, long_name, long_name, long_name, long_name, long_name);
  const char *const bundles[] = { "{\"whence\":1}", "{\"whence\":1,\"title\":\"\\u0001\\u202e\"}", wide };
  static const WhenceShow shows[] = { WHENCE_SHOW_TIMELINE, WHENCE_SHOW_GRAPH, WHENCE_SHOW_BOTH };

  for (guint i = 0; i < G_N_ELEMENTS (bundles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shows); j++)
      for (guint type = 0; type <= WHENCE_PICTURE_PDF; type++)
        {
          g_autoptr (WhenceScope) scope = read_text (bundles[i]);
          WhencePictureOptions options = options_of ((WhencePictureType) type, shows[j]);
          options.width = i == 2 ? 400 : 1280;
          options.theme = (WhenceTheme) (i % WHENCE_N_THEMES);
          g_autoptr (GBytes) bytes = export_picture (scope, &options);
          if (type == WHENCE_PICTURE_SVG)
            {
              Content content;
              parse (bytes, &content);
              clear_content (&content);
            }
        }
}

/* The key explains what is in the picture and nothing else. */
static void
test_legend (void)
{
  static const struct
  {
    const char *word;
    gboolean there;
  } words[] = { { "\nPerson\n", TRUE },           { "\nCompany\n", TRUE },     { "\nPlace\n", FALSE },
                { "\nSome time within\n", TRUE }, { "\nAbout\n", TRUE },       { "\nGoes on\n", FALSE },
                { "\nPlanned\n", TRUE },          { "Alleged", FALSE },        { "Said not to be so", FALSE },
                { "Date uncertain", FALSE },      { "The date looked", FALSE } };
  g_autoptr (WhenceScope) scope = read_text (
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
    "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"}],\"facts\":["
    "{\"id\":\"f\",\"type\":\"founding\",\"date\":\"2016\",\"subject\":\"a\",\"object\":\"b\"},"
    "{\"id\":\"g\",\"type\":\"employment\",\"date\":\"2014~/2017\",\"status\":\"planned\",\"subject\":\"a\","
    "\"object\":\"b\"}]}");
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_BOTH);
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  Content content;

  parse (svg, &content);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i].word);
      g_assert_cmpint (strstr (content.text->str, words[i].word) != NULL, ==, words[i].there);
    }
  clear_content (&content);
}

/* Whatever gives way on a small page is said to, and on a wide one nothing does. */
static void
test_giving_way (void)
{
  static const struct
  {
    double width, height;
    WhenceShow show;
    const char *word;
    gboolean there;
  } cases[] = {
    { 640, 380, WHENCE_SHOW_TIMELINE, "2 sources have no room", TRUE },
    { 640, 380, WHENCE_SHOW_TIMELINE, "\nSources\n", FALSE },
    { 640, 380, WHENCE_SHOW_TIMELINE, "The key to the signs has no room", FALSE },
    { 400, 700, WHENCE_SHOW_BOTH, "The key to the signs has no room", TRUE },
    { 400, 700, WHENCE_SHOW_BOTH, "\nPlanned", FALSE },
    { 3000, 300, WHENCE_SHOW_BOTH, "\nPublic body\n", TRUE },
    { 3000, 300, WHENCE_SHOW_BOTH, "\nSources\n", TRUE },
  };
  g_autoptr (WhenceScope) scope = read_example ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, cases[i].show);
      options.width = cases[i].width;
      options.height = cases[i].height;
      g_autoptr (GBytes) svg = export_picture (scope, &options);
      Content content;
      parse (svg, &content);
      g_test_message ("%g × %g: %s", cases[i].width, cases[i].height, cases[i].word);
      /* A sentence may be broken between any two words. */
      g_autofree char *joined = g_strdelimit (g_strdup (content.text->str), "\n", ' ');
      gboolean there =
        strstr (content.text->str, cases[i].word) != NULL || strstr (joined, cases[i].word) != NULL;
      g_assert_cmpint (there, ==, cases[i].there);
      clear_content (&content);
    }
}

/* Every one of 3,000 facts is drawn, counted in a group that is drawn, or said to have no room. */
static void
assert_counted_once (WhenceScope *scope, const WhencePictureOptions *options, double height)
{
  WhencePageViews views;
  guint n_drawn = 0, n_in_groups = 0;

  g_assert_true (whence_page_views_init (&views, scope, options, (WhenceRect){ 0, 0, 900, height },
                                         WHENCE_GRAPH_TO_PAINT, NULL));
  for (guint i = 0; i < views.timeline->n_rows; i++)
    for (guint j = 0;
         views.timeline->rows[i].y1 <= views.timeline_shown && j < views.timeline->rows[i].n_items; j++)
      {
        const WhenceTimelineItem *item = &views.timeline->items[views.timeline->rows[i].first + j];
        gboolean group = item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR;
        n_in_groups += group ? item->n_unmarked : 0;
        n_drawn += item->kind == WHENCE_ITEM_MARK;
      }
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (views.timeline);
  g_assert_cmpuint (n_drawn + n_in_groups + views.n_cut, ==, 3000);
  g_assert_cmpuint (n_in_groups, ==, omitted.n_clustered + omitted.n_counted - views.n_cut_clustered);
  /* Where there is some room at all, every lane is there. */
  g_assert_true (height < 100 || views.n_cut == 0);
  whence_page_views_clear (&views);
}

static void
test_counted_once (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"E%u\"}", i ? "," : "", i,
                            i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"f%u\",\"type\":\"statement\",\"subject\":\"e%u\",\"date\":\"%u\"}",
                            i ? "," : "", i, i % 60, 1900 + i % 97);
  g_string_append (text, "]}");
  g_autoptr (WhenceScope) scope = read_text (text->str);
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_TIMELINE);
  options.grouping = WHENCE_GROUP_ENTITY;
  static const double heights[] = { 400, 150, 70 };
  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    assert_counted_once (scope, &options, heights[i]);
}

/* A timeline on which nothing has a date invents none. */
static void
test_no_dates (void)
{
  g_autoptr (WhenceScope) scope =
    read_text ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"launch\",\"title\":\"Somewhen\"}]}");
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_TIMELINE);
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  Content content;

  parse (svg, &content);
  g_assert_nonnull (strstr (content.text->str, "Somewhen"));
  g_assert_null (strstr (content.text->str, "19"));
  clear_content (&content);
}

/* However small its part of the page: a timeline is laid out within it. */
static void
test_smallest_timeline (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_BOTH);

  for (double width = 100; width < 400; width += 50)
    {
      WhencePageViews views;
      g_assert_true (whence_page_views_init (&views, scope, &options, (WhenceRect){ 0, 0, width, 75 },
                                             WHENCE_GRAPH_TO_PAINT, NULL));
      g_assert_cmpfloat (views.timeline->width * views.timeline_zoom, <=, views.timeline_box.width + 1);
      whence_page_views_clear (&views);
    }
}

/* The date at which ties are looked at is on the timeline, too, where it is in view. */
static void
test_as_of (void)
{
  static const struct
  {
    const char *date;
    gboolean there;
  } cases[] = { { "2017", TRUE }, { "2024-05-17", TRUE }, { "1900", FALSE } };
  g_autoptr (WhenceScope) any = read_example ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WhenceDate date;
      g_assert_true (whence_date_parse (cases[i].date, &date, NULL));
      g_autoptr (WhenceScope) scope =
        whence_scope_new (&(WhenceScopeSpec){ .bundle = whence_scope_get_bundle (any),
                                              .today = whence_scope_get_today (any),
                                              .as_of = { date.start.earliest, date.end.latest } });
      WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_TIMELINE);
      g_autoptr (GBytes) svg = export_picture (scope, &options);
      g_assert_cmpint (contains (svg, "The date looked at"), ==, cases[i].there);
      g_assert_true (contains (svg, "As of"));
    }
}

#define CITED(id, date, source)                                                                              \
  "{\"id\":\"" id "\",\"type\":\"investment\",\"title\":\"Deal " id "\",\"date\":\"" date                    \
  "\",\"subject\":\"a\",\"object\":\"b\",\"citations\":[{\"source\":\"" source "\"}]}"

/* The picture says by when things were known, leaves out what was not, and whoever said it later. */
static void
test_known_by (void)
{
  static const char story[] = "{\"whence\":1,\"sources\":["
                              "{\"id\":\"old\",\"title\":\"Old Paper\",\"published\":\"2023\"},"
                              "{\"id\":\"vague\",\"title\":\"Vague Paper\",\"published\":\"2024\"},"
                              "{\"id\":\"new\",\"title\":\"New Paper\",\"published\":\"2025\"}],"
                              "\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
                              "{\"id\":\"b\",\"type\":\"company\",\"name\":\"B\"}],"
                              "\"facts\":[" CITED ("one", "2019", "old") "," CITED (
                                "two", "2020", "vague") "," CITED ("three", "2021", "new") "]}";
  static const struct
  {
    const char *date;
    const char *there[6], *absent[6];
  } cases[] = {
    { "2024-05",
      { "Known by May 2024", "Deal one", "Deal two", "Old Paper", "Possibly known by then",
        "1 fact was not known by then." },
      { "Deal three", "New Paper" } },
    { "2024~",
      { "Known by about 2024", "Deal one", "Deal two", "Deal three", "Possibly known by then" },
      { "not known" } },
    { "2030", { "Known by 2030", "Deal three", "New Paper" }, { "Possibly", "not known by" } },
    { "1999", { "Known by 1999", "3 facts were not known by then." }, { "Deal", "Paper", "filter" } },
  };
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (story, strlen (story), NULL, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint view = WHENCE_SHOW_TIMELINE; view <= WHENCE_SHOW_BOTH; view++)
      {
        g_autoptr (WhenceKnownBy) known_by = whence_known_by_new (bundle, cases[i].date, NULL);
        g_autoptr (WhenceScope) scope =
          whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle, .known_by = known_by });
        WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, view);
        g_autoptr (GBytes) svg = export_picture (scope, &options);

        for (guint k = 0; k < 6 && cases[i].there[k] != NULL; k++)
          if (view == WHENCE_SHOW_BOTH || !g_str_has_prefix (cases[i].there[k], "Deal"))
            g_assert_true (contains (svg, cases[i].there[k]));
        for (guint k = 0; k < 6 && cases[i].absent[k] != NULL; k++)
          g_assert_false (contains (svg, cases[i].absent[k]));
      }
}

/* What an option takes away is not there. */
static void
test_switches (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_GRAPH);
  options.title = options.legend = options.sources = FALSE;
  options.transparent = TRUE;
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  g_assert_false (contains (svg, "class=\"legend\""));
  g_assert_false (contains (svg, "class=\"sources\""));
  g_assert_false (contains (svg, "font-size=\"20\""));
  g_assert_false (contains (svg, "<rect x=\"0\" y=\"0\" width=\"1280\" height=\"800\" fill"));
}

/* Whatever stands in a graph, words on lines and signs above them included, is in the group of a record. */
static void
test_groups (void)
{
  g_autoptr (WhenceScope) scope = read_everything ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, WHENCE_SHOW_GRAPH);
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (svg, NULL), "\n", -1);
  guint depth = 0, graph = 0, named = 0, n_texts = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "<g"))
      {
        depth++;
        if (strstr (lines[i], "class=\"graph\"") != NULL)
          graph = depth;
        if (strstr (lines[i], " id=\"") != NULL && named == 0)
          named = depth;
      }
    else if (g_str_has_prefix (lines[i], "</g>"))
      {
        graph = graph == depth ? 0 : graph;
        named = named == depth ? 0 : named;
        depth--;
      }
    else if (graph > 0 && g_str_has_prefix (lines[i], "<text"))
      {
        g_assert_cmpuint (named, >, 0);
        n_texts++;
      }
  g_assert_cmpuint (n_texts, >, 10);
}

/* --- Expected pictures --- */

typedef struct
{
  const char *name;
  WhenceScope *(*read) (void);
  WhenceShow show;
} Expected;

static const Expected expected_pictures[] = {
  { "timeline", read_example, WHENCE_SHOW_TIMELINE },
  { "graph", read_example, WHENCE_SHOW_GRAPH },
  { "both", read_example, WHENCE_SHOW_BOTH },
  { "everything-timeline", read_everything, WHENCE_SHOW_TIMELINE },
  { "everything-graph", read_everything, WHENCE_SHOW_GRAPH },
};

/* Whatever fonts there are, names in all scripts stay text in SVG, whole, and every type of picture is drawn.
 */
static void
test_scripts (void)
{
  static const char *const words[] = { "ميتا", "阿里巴巴是磨坊的客户", "水野さくらはアリババで働く",
                                       "הטחנה נמכרה למשפחה מן הכפר" };
  static const WhencePictureType types[] = { WHENCE_PICTURE_SVG, WHENCE_PICTURE_PNG, WHENCE_PICTURE_PDF };
  g_autoptr (WhenceScope) scope = read_scripts ();

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      WhencePictureOptions options = options_of (types[t], WHENCE_SHOW_BOTH);
      g_autoptr (GBytes) picture = export_picture (scope, &options);
      for (guint i = 0; types[t] == WHENCE_PICTURE_SVG && i < G_N_ELEMENTS (words); i++)
        g_assert_true (contains (picture, words[i]));
    }
}

static void
test_expected (gconstpointer data)
{
  const Expected *picture = data;
  g_autofree char *name = g_strdup_printf ("%s.svg", picture->name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "expected", name, NULL);
  g_autoptr (WhenceScope) scope = picture->read ();
  WhencePictureOptions options = options_of (WHENCE_PICTURE_SVG, picture->show);
  g_autoptr (GBytes) svg = export_picture (scope, &options);
  gsize length;
  const char *text = g_bytes_get_data (svg, &length);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WHENCE_REGENERATE") != NULL)
    {
      g_file_set_contents (path, text, (gssize) length, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strlen (expected) == length && memcmp (expected, text, length) == 0)
    return;
  g_autofree char *got = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_file_set_contents (got, text, (gssize) length, NULL);
  g_test_message ("%s differs from %s: look at both; WHENCE_REGENERATE=1 takes the new one", got, path);
  g_test_fail ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (whence_fonts_init ());
  g_test_add_data_func ("/paint/export/same-bytes/png", GUINT_TO_POINTER (WHENCE_PICTURE_PNG),
                        test_same_bytes);
  g_test_add_data_func ("/paint/export/same-bytes/svg", GUINT_TO_POINTER (WHENCE_PICTURE_SVG),
                        test_same_bytes);
  g_test_add_data_func ("/paint/export/same-bytes/pdf", GUINT_TO_POINTER (WHENCE_PICTURE_PDF),
                        test_same_bytes);
  g_test_add_func ("/paint/export/png", test_png);
  g_test_add_func ("/paint/export/pdf", test_pdf);
  g_test_add_func ("/paint/export/example", test_example_is_told);
  g_test_add_func ("/paint/export/sizes", test_sizes);
  g_test_add_func ("/paint/export/cancelled", test_cancelled);
  g_test_add_func ("/paint/export/odd-bundles", test_odd_bundles);
  g_test_add_func ("/paint/export/legend", test_legend);
  g_test_add_func ("/paint/export/giving-way", test_giving_way);
  g_test_add_func ("/paint/export/counted-once", test_counted_once);
  g_test_add_func ("/paint/export/no-dates", test_no_dates);
  g_test_add_func ("/paint/export/smallest-timeline", test_smallest_timeline);
  g_test_add_func ("/paint/export/as-of", test_as_of);
  g_test_add_func ("/paint/export/known-by", test_known_by);
  g_test_add_func ("/paint/export/switches", test_switches);
  g_test_add_func ("/paint/export/scripts", test_scripts);
  g_test_add_func ("/paint/export/groups", test_groups);
  for (guint i = 0; i < G_N_ELEMENTS (expected_pictures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paint/export/expected/%s", expected_pictures[i].name);
      g_test_add_data_func (path, &expected_pictures[i], test_expected);
    }
  return g_test_run ();
}
