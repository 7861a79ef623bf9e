/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view that fits a timeline: it shows all, and a fact alone does not fill it. */
#include "timeline-scenes.h"

static void
test_shows_all (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 40);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      WhenceGrouping grouping = (WhenceGrouping) (seed % 5);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, grouping);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, grouping);
      g_assert_cmpuint (whence_timeline_scene_get_omitted (scene).n_off_range, ==, 0);
    }
}

/* A fact alone does not fill the view: a day is seen among days, a year among years. */
static void
test_alone (void)
{
  static const char *const dates[] = { "1984-05-03", "1984-05", "1984", "198X", "1984/1999", "1984/.." };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"whence\":1,\"facts\":[{\"id\":\"a\",\"type\":\"launch\",\"date\":\"%s\"}]}", dates[i]);
      g_autoptr (WhenceBundle) bundle = read_text (text);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_NONE);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_NONE);
      g_assert_cmpuint (scene->n_items, ==, 1);
      g_assert_cmpfloat (scene->items[0].mark.width, >, 100);
      g_assert_cmpfloat (scene->items[0].mark.width, <, 320);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-fit/shows-all", test_shows_all);
  g_test_add_func ("/timeline-fit/alone", test_alone);
  return g_test_run ();
}
