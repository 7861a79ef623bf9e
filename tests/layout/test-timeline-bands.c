/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bands behind the lanes: their strips share no point with one another, the axis or a mark; they are picked
 * and found; and too many of them are marks like any other. */
#include "layout/timeline-scene-private.h"

#include "read-text.h"

#define WIDTH 900.0
#define HEIGHT 600.0

/* @n_bands eras of different lengths and ends, and as many events. */
static WhenceScope *
make_scope (guint n_bands)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\": 1, \"types\": {\"facts\": {\"era\": {\"kind\": "
                                           "\"state\", \"display\": \"band\"}}}, \"facts\": [");
  g_autoptr (WhenceBundle) bundle = NULL;

  for (guint i = 0; i < n_bands; i++)
    {
      guint year = 1500 + (i * 37) % 450;
      g_string_append_printf (
        text, "{\"id\": \"b%u\", \"type\": \"era\", \"title\": \"The era of %u\", \"date\": \"", i, i);
      if (i % 5 == 4)
        g_string_append_printf (text, "%u/..", year);
      else
        g_string_append_printf (text, "%u%s/%u%s", year, i % 4 == 1 ? "~" : "", year + 1 + i * 7 % 60,
                                i % 4 == 2   ? "?"
                                : i % 4 == 3 ? "~"
                                             : "");
      g_string_append_printf (
        text, "\"}, {\"id\": \"e%u\", \"type\": \"birth\", \"title\": \"Somebody\", \"date\": \"%u\"}%s", i,
        1500 + i * 53 % 480, i + 1 < n_bands ? ", " : "");
    }
  g_string_append (text, "]}");
  bundle = read_text (text->str);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 2 * n_bands);
  return whence_scope_new_whole (bundle);
}

static WhenceTimelineScene *
make_scene (WhenceScope *scope, WhenceTimeView view, WhenceGrouping grouping)
{
  return whence_timeline_scene_new (&(WhenceTimelineRequest){ .scope = scope,
                                                              .view = view,
                                                              .width = WIDTH,
                                                              .height = HEIGHT,
                                                              .grouping = grouping,
                                                              .measure = whence_measure_plain },
                                    NULL);
}

static guint
check (const WhenceTimelineScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *band = &scene->items[i];
      WhenceRect found;

      if (band->kind != WHENCE_ITEM_BAND)
        continue;
      n++;
      g_assert_cmpfloat (band->bounds.y, >=, WHENCE_AXIS_HEIGHT);
      g_assert_cmpfloat (band->bounds.x, >=, scene->left - 0.01);
      g_assert_cmpfloat (whence_rect_right (band->bounds), <=, scene->right + 0.01);
      for (guint k = 0; k < scene->n_items; k++)
        if (k != i)
          g_assert_false (whence_rect_overlaps (band->bounds, scene->items[k].bounds));
      WhenceSpot spot = whence_timeline_scene_pick (scene, band->mark.x + band->mark.width / 2,
                                                    band->mark.y + band->mark.height / 2, 0);
      g_assert_cmpint (spot.kind, ==, WHENCE_SPOT_FACT);
      g_assert_cmpuint (spot.index, ==, band->fact);
      g_assert_true (whence_timeline_scene_find (scene, spot, 0, &found));
      g_assert_cmpfloat (found.x, ==, band->bounds.x);
    }
  return n;
}

static void
test_strips (void)
{
  static const WhenceGrouping groupings[] = { WHENCE_GROUP_NONE, WHENCE_GROUP_FACT_TYPE };
  WhenceMeasure measure = whence_measure_plain;

  for (guint n = 1; n < 60; n += 7)
    for (guint g = 0; g < G_N_ELEMENTS (groupings); g++)
      {
        g_autoptr (WhenceScope) scope = make_scope (n);
        WhenceTimeView view = whence_timeline_fit (scope, WIDTH, &measure, groupings[g]);
        g_autoptr (WhenceTimelineScene) all = make_scene (scope, view, groupings[g]);

        g_assert_cmpuint (check (all), ==, n);
        for (guint zoom = 0; zoom < 6; zoom++)
          {
            view = whence_time_view_zoom (view, 500, 0.5);
            g_autoptr (WhenceTimelineScene) scene = make_scene (scope, view, groupings[g]);
            check (scene);
          }
      }
}

static void
test_too_many (void)
{
  g_autoptr (WhenceScope) scope = make_scope (201);
  WhenceMeasure measure = whence_measure_plain;
  g_autoptr (WhenceTimelineScene) scene =
    make_scene (scope, whence_timeline_fit (scope, WIDTH, &measure, WHENCE_GROUP_NONE), WHENCE_GROUP_NONE);

  g_assert_cmpuint (check (scene), ==, 0);
  g_assert_cmpuint (scene->n_items, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/timeline-bands/strips", test_strips);
  g_test_add_func ("/layout/timeline-bands/too-many", test_too_many);
  return g_test_run ();
}
