/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts in a picture: the track is there where it should be, marks are groups with their facts' ids, and
 * the legend explains what is in it and nothing else. */
#include "paint/amounts-painter.h"
#include "paint/pen-backs.h"

#include "pictures.h"

static WhenceScope *
scope_of_facts (const char *facts)
{
  g_autofree char *json = g_strdup_printf (
    "{\"whence\":1,\"sources\":[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"}],"
    "\"entities\":[{\"id\":\"x\",\"type\":\"company\",\"name\":\"X\"},"
    "{\"id\":\"y\",\"type\":\"company\",\"name\":\"Y\"}],\"facts\":[%s]}",
    facts);
  return read_story (json);
}

static char *
picture_of (WhenceScope *scope, WhencePictureOptions options)
{
  g_autoptr (GError) error = NULL;
  options.type = WHENCE_PICTURE_SVG;
  g_autoptr (GBytes) bytes = whence_export_picture (scope, &options, NULL, &error);
  g_assert_no_error (error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

#define assert_says(text, words) g_assert_nonnull (strstr (text, words))
#define assert_silent(text, words) g_assert_null (strstr (text, words))

#define STEP "Valuation, thought to hold until the next"
#define STEM ">Payment<"
#define UNDATED ">Without a date<"
#define LIMITS ">Between<"
#define READINGS ">Sources differ<"
#define GROUP ">Several, counted<"

static void
test_example (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhencePictureOptions options = whence_picture_defaults;
  g_autofree char *both = picture_of (scope, options);
  options.show = WHENCE_SHOW_TIMELINE;
  g_autofree char *timeline = picture_of (scope, options);
  options.show = WHENCE_SHOW_GRAPH;
  g_autofree char *graph = picture_of (scope, options);
  options = whence_picture_defaults;
  options.amounts = FALSE;
  g_autofree char *none = picture_of (scope, options);

  const char *const with[] = { both, timeline }, *const without[] = { graph, none };
  static const char *const words[] = {
    "amount-deal", "amount-valuation-2024", "amount-valuation-2025", "amount-whatsapp-acquired", STEP, STEM,
    UNDATED
  };
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      {
        assert_says (with[i], words[k]);
        assert_silent (without[i], words[k]);
      }
  assert_silent (both, READINGS);
  assert_silent (both, GROUP);
  assert_silent (both, LIMITS);
}

#define AMOUNT(value) "\"amount\":{\"value\":" value ",\"currency\":\"USD\"}"

static void
test_legend (void)
{
  static const struct
  {
    const char *facts, *says, *silent;
  } cases[] = {
    { "{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT ("5") "}", STEM,
      STEP },
    { "{\"id\":\"a\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT (
        "5") "},"
             "{\"id\":\"b\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2014\"," AMOUNT ("9") "}",
      STEP, STEM },
    { "{\"id\":\"a\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2010\",\"amount\":"
      "{\"value\":5,\"low\":1,\"high\":9,\"currency\":\"USD\"}}",
      LIMITS, READINGS },
    { "{\"id\":\"a\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT (
        "5") ",\"citations\":[{\"source\":\"a\"},{\"source\":\"b\"," AMOUNT ("9") "}]}",
      READINGS, LIMITS },
    { "{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT (
        "5") "},"
             "{\"id\":\"b\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT ("5") "}",
      GROUP, STEM },
    { "{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\"," AMOUNT (
        "5") "},"
             "{\"id\":\"b\",\"type\":\"founding\",\"subject\":\"x\",\"date\":\"2010\"}",
      UNDATED, STEM },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WhenceScope) scope = scope_of_facts (cases[i].facts);
      WhencePictureOptions options = whence_picture_defaults;
      options.show = WHENCE_SHOW_TIMELINE;
      g_autofree char *text = picture_of (scope, options);
      assert_says (text, cases[i].says);
      assert_silent (text, cases[i].silent);
    }
}

/* Its lines lie below all counts, so that none is struck through by those of another group: what is left in
 * the group is the sign. */
static void
test_group_lines (void)
{
  g_autoptr (WhenceScope) scope =
    scope_of_facts ("{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT (
      "5") "},"
           "{\"id\":\"b\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2010\"," AMOUNT ("5") "}");
  WhencePictureOptions options = whence_picture_defaults;
  options.show = WHENCE_SHOW_TIMELINE;
  g_autofree char *text = picture_of (scope, options);
  char *group = strstr (text, "class=\"amounts-group\"");
  g_assert_nonnull (group);
  *strstr (group, "</g>") = '\0';
  g_auto (GStrv) paths = g_strsplit (group, "<path", -1);
  g_assert_cmpuint (g_strv_length (paths), ==, 3);
}

/* What is not lit is dimmed while something is selected, and the selected one has a ring. */
static void
test_highlight (void)
{
  g_autoptr (WhenceScope) scope = read_example ();
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  g_autofree guint8 *facts = g_new0 (guint8, whence_bundle_get_n_facts (bundle));
  facts[whence_bundle_find_fact (bundle, "deal")] = WHENCE_LIT_SELECTED;
  WhenceAmountsRequest request = {
    .scope = scope, .width = 900, .height = 140, .measure = whence_measure_pango
  };
  request.view = whence_timeline_fit (scope, 900, &request.measure, request.grouping);
  g_autoptr (WhenceAmountsScene) scene = whence_amounts_scene_new (&request, NULL);
  const WhenceHighlight lit = { .facts = facts, .dim_others = TRUE }, dark = { .facts = facts };
  const WhenceHighlight *const highlights[] = { NULL, &dark, &lit };
  gsize sizes[3];
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (WhencePen) pen = whence_pen_new_svg (900, 140, NULL, NULL, NULL);
      WhenceAmountsPaint paint = { .scene = scene,
                                   .style = whence_style_get (WHENCE_THEME_DARK),
                                   .highlight = highlights[i],
                                   .width = 900,
                                   .height = 140 };
      whence_amounts_paint (&paint, pen);
      g_autoptr (GBytes) bytes = whence_pen_finish_svg (pen);
      sizes[i] = g_bytes_get_size (bytes);
    }
  g_assert_cmpuint (sizes[1], >, sizes[0]);
  g_assert_cmpuint (sizes[2], >, sizes[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/amounts/example", test_example);
  g_test_add_func ("/paint/amounts/legend", test_legend);
  g_test_add_func ("/paint/amounts/group-lines", test_group_lines);
  g_test_add_func ("/paint/amounts/highlight", test_highlight);
  return g_test_run ();
}
