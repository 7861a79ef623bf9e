/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track case by case: steps, direction, what has no place on a logarithm, what is disputed, very
 * many and nobody; and the example. */
#include "layout/amounts.h"

#include "amounts-scenes.h"

#define ENTITIES                                                                                             \
  "{\"id\":\"x\",\"type\":\"company\",\"name\":\"X\"},{\"id\":\"y\",\"type\":\"company\",\"name\":\"Y\"}"

static WhenceAmountsScene *
scene_of (WhenceScope *scope, WhenceValueScale scale)
{
  WhenceAmountsRequest request = request_of (scope, (WhenceTimeView){ 0 }, 800, 140);
  request.view = whence_timeline_fit (scope, request.width, &request.measure, request.grouping);
  request.scale = scale;
  return whence_amounts_scene_new (&request, NULL);
}

/* A valuation is dashed until the next one begins, and not beyond what is known of today. */
static void
test_steps (void)
{
  g_autoptr (WhenceScope) scope =
    scope_of_json (ENTITIES, "{\"id\":\"b\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2020\","
                             "\"amount\":{\"value\":20,\"currency\":\"USD\"}},"
                             "{\"id\":\"a\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2010-05\","
                             "\"amount\":{\"value\":10,\"currency\":\"USD\"}},"
                             "{\"id\":\"p\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2015\","
                             "\"status\":\"planned\",\"amount\":{\"value\":90,\"currency\":\"USD\"}},"
                             "{\"id\":\"n\",\"type\":\"founding\",\"subject\":\"y\",\"date\":\"2022\"}");
  g_autoptr (WhenceAmountsScene) scene = scene_of (scope, WHENCE_SCALE_LINEAR);
  g_assert_cmpuint (scene->n_steps, ==, 2);
  const WhenceAmountStep *first = &scene->steps[0], *second = &scene->steps[1];
  g_assert_cmpuint (first->fact, ==, 1);
  g_assert_true (first->rises);
  g_assert_cmpfloat (first->rises_to, <, first->y);
  g_assert_cmpfloat (first->rises_to, ==, second->y);
  WhenceCivil year_2020 = { 2020, 1, 1, 0, 0, 0 }, year_2021 = { 2021, 1, 1, 0, 0, 0 };
  double from = whence_time_view_to_x (scene->view, whence_instant_from_civil (year_2020));
  double to = whence_time_view_to_x (scene->view, whence_instant_from_civil (year_2021));
  g_assert_cmpfloat_with_epsilon (first->x1, from, 0.01);
  g_assert_cmpfloat_with_epsilon (second->x0, to, 0.01);
  g_assert_false (second->rises);
  g_assert_cmpfloat_with_epsilon (second->x1,
                                  whence_time_view_to_x (scene->view, whence_scope_get_today (scope)), 0.01);
}

/* Who pays stands before the arrow in every script. */
static void
test_right_to_left (void)
{
  g_autoptr (WhenceScope) scope = scope_of_json (
    "{\"id\":\"x\",\"type\":\"company\",\"name\":\"شركة\"},"
    "{\"id\":\"y\",\"type\":\"company\",\"name\":\"خبز\"}",
    "{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\",\"object\":\"y\",\"date\":\"2010\","
    "\"amount\":{\"value\":10,\"currency\":\"USD\"}}");
  g_autoptr (WhenceAmountsScene) scene = scene_of (scope, WHENCE_SCALE_LINEAR);
  const WhenceTextBlock *title = &scene->marks[0].item.label.title;
  g_assert_cmpstr (title->lines[0].text, ==, "\u200eشركة\u200e → \u200eخبز");
  g_assert_false (title->rtl);
}

static void
test_no_place_on_a_logarithm (void)
{
  g_autoptr (WhenceScope) scope =
    scope_of_json (ENTITIES, "{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2010\","
                             "\"amount\":{\"value\":0,\"currency\":\"USD\"}},"
                             "{\"id\":\"b\",\"type\":\"investment\",\"subject\":\"x\",\"date\":\"2012\","
                             "\"amount\":{\"value\":-7,\"currency\":\"USD\"}}");
  g_autoptr (WhenceAmountsScene) linear = scene_of (scope, WHENCE_SCALE_LINEAR);
  g_autoptr (WhenceAmountsScene) logarithmic = scene_of (scope, WHENCE_SCALE_LOG);
  g_assert_cmpuint (linear->n_marks, ==, 2);
  g_assert_cmpuint (logarithmic->n_marks, ==, 0);
  g_assert_cmpuint (logarithmic->omitted.n_placeless, ==, 2);
  g_assert_cmpuint (logarithmic->message.n_lines, >, 0);
  g_autofree char *text = whence_amounts_scene_describe_omitted (logarithmic);
  g_assert_cmpstr (text, ==, "2 amounts are zero or less and have no place on a logarithmic axis.");
}

static void
test_disputed (void)
{
  g_autoptr (WhenceScope) scope = scope_of_json (
    ENTITIES, "{\"id\":\"a\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"2010\","
              "\"amount\":{\"value\":10,\"currency\":\"USD\"},\"citations\":["
              "{\"source\":\"a\"},{\"source\":\"b\",\"amount\":{\"value\":30,\"currency\":\"USD\"}},"
              "{\"source\":\"b\",\"amount\":{\"value\":9.9,\"currency\":\"USD\",\"approximate\":true}},"
              "{\"source\":\"b\",\"amount\":{\"value\":30,\"currency\":\"EUR\"}}]}");
  g_autoptr (WhenceAmountsScene) scene = scene_of (scope, WHENCE_SCALE_LINEAR);
  g_assert_cmpuint (scene->n_marks, ==, 1);
  g_assert_cmpuint (scene->marks[0].n_readings, ==, 1);
  g_assert_cmpfloat (scene->marks[0].readings[0], <, scene->marks[0].y);
  g_assert_cmpfloat (scene->marks[0].readings[0], >=, scene->strips[0].top);
  g_assert_cmpstr (scene->marks[0].item.label.figures.lines[0].text, ==, "$10 / $30");
}

static void
test_nobody (void)
{
  g_autoptr (WhenceScope) scope =
    scope_of_json (ENTITIES, "{\"id\":\"a\",\"type\":\"founding\",\"subject\":\"x\",\"date\":\"2010\"}");
  g_autoptr (WhenceAmountsScene) scene = scene_of (scope, WHENCE_SCALE_LINEAR);
  g_assert_false (whence_amounts_exist (scope));
  g_assert_cmpuint (scene->n_marks + scene->n_strips, ==, 0);
  g_assert_cmpuint (scene->message.n_lines, >, 0);
  g_assert_null (whence_amounts_scene_describe_omitted (scene));
  g_assert_cmpuint (whence_amounts_scene_step (scene, WHENCE_NONE, 1, 0), ==, WHENCE_NONE);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WhenceScope) scope =
    scope_of_json (ENTITIES, "{\"id\":\"f\",\"type\":\"valuation\",\"subject\":\"x\",\"date\":\"1970\","
                             "\"amount\":{\"value\":5,\"currency\":\"USD\"}}");
  WhenceAmountsRequest request = request_of (scope, (WhenceTimeView){ 0, 1e6, 0 }, 500, 130);
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_amounts_scene_new (&request, cancellable));
}

static gboolean
says (const WhenceAmountsScene *scene, const char *figures)
{
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceLabel *label = &scene->marks[i].item.label;
      const WhenceTextBlock *block = label->figures.n_lines > 0 ? &label->figures : &label->title;
      if (block->n_lines > 0 && g_str_has_prefix (block->lines[0].text, figures))
        return TRUE;
    }
  return FALSE;
}

/* At a glance, in every width: from $14 B to $29 B, and the deals of $14.3 B and $19 B. */
static void
test_example (void)
{
  static const char *const figures[] = { "$14\xC2\xA0"
                                         "B",
                                         "$29\xC2\xA0"
                                         "B",
                                         "$14.3\xC2\xA0"
                                         "B",
                                         "$19\xC2\xA0"
                                         "B" };
  g_autofree char *path =
    g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", "meta-scale-ai.facts.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = whence_reader_read_file (file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  for (double width = 360; width < 2000; width += 130)
    for (double height = 130; height <= 190; height += 20)
      {
        WhenceAmountsRequest request = request_of (scope, (WhenceTimeView){ 0 }, width, height);
        request.view = whence_timeline_fit (scope, width, &request.measure, request.grouping);
        g_autoptr (WhenceAmountsScene) scene = whence_amounts_scene_new (&request, NULL);
        for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
          if (!says (scene, figures[i]))
            g_error ("%s is not said at %g × %g", figures[i], width, height);
        g_assert_cmpuint (scene->n_steps, >=, 1);
        g_assert_null (whence_amounts_scene_describe_omitted (scene));
      }
}

static void
test_ranks (void)
{
  g_autoptr (WhenceScope) scope = scope_of_json (
    ENTITIES ",{\"id\":\"z\",\"type\":\"company\",\"name\":\"Z\"}",
    "{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"x\",\"object\":\"y\",\"date\":\"2010\","
    "\"amount\":{\"value\":5,\"currency\":\"EUR\"}},"
    "{\"id\":\"b\",\"type\":\"investment\",\"subject\":\"y\",\"amount\":{\"value\":7,\"currency\":\"USD\"}},"
    "{\"id\":\"c\",\"type\":\"investment\",\"subject\":\"z\",\"amount\":{\"value\":9,\"currency\":\"EUR\"}},"
    "{\"id\":\"d\",\"type\":\"investment\",\"amount\":{\"value\":9,\"currency\":\"EUR\"}}");
  guint n;
  g_autofree guint32 *entities = whence_amounts_rank_entities (scope, &n, NULL);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (entities[0], ==, 1); /* two amounts */
  g_assert_cmpuint (entities[1], ==, 2); /* €9 */
  g_assert_cmpuint (entities[2], ==, 0); /* €5 */
  g_autofree const char **currencies = whence_amounts_rank_currencies (scope, entities, 1);
  g_assert_cmpstr (currencies[0], ==, "EUR");
  g_assert_cmpstr (currencies[1], ==, "USD");
  g_assert_null (currencies[2]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amounts-cases/ranks", test_ranks);
  g_test_add_func ("/amounts-cases/steps", test_steps);
  g_test_add_func ("/amounts-cases/no-place-on-a-logarithm", test_no_place_on_a_logarithm);
  g_test_add_func ("/amounts-cases/right-to-left", test_right_to_left);
  g_test_add_func ("/amounts-cases/disputed", test_disputed);
  g_test_add_func ("/amounts-cases/nobody", test_nobody);
  g_test_add_func ("/amounts-cases/cancel", test_cancel);
  g_test_add_func ("/amounts-cases/example", test_example);
  return g_test_run ();
}
