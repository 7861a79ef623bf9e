/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is on the page of a picture: the whole story, the key to what is in it, what was left out or has no
 * room, and the dates by which it is told. */
#include "layout/timeline-scene-private.h"
#include "paint/page-views.h"
#include "paint/pen-backs.h"

#include "pictures.h"

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
  g_autoptr (WhenceScope) scope = read_story (
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
  g_autoptr (WhenceScope) scope = read_story (text->str);
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
    read_story ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"launch\",\"title\":\"Somewhen\"}]}");
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
  g_autoptr (WhenceBundle) bundle = read_text (story);

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_true (whence_fonts_init ());
  g_test_add_func ("/paint/page/example", test_example_is_told);
  g_test_add_func ("/paint/page/legend", test_legend);
  g_test_add_func ("/paint/page/giving-way", test_giving_way);
  g_test_add_func ("/paint/page/counted-once", test_counted_once);
  g_test_add_func ("/paint/page/no-dates", test_no_dates);
  g_test_add_func ("/paint/page/smallest-timeline", test_smallest_timeline);
  g_test_add_func ("/paint/page/as-of", test_as_of);
  g_test_add_func ("/paint/page/known-by", test_known_by);
  g_test_add_func ("/paint/page/switches", test_switches);
  g_test_add_func ("/paint/page/groups", test_groups);
  return g_test_run ();
}
