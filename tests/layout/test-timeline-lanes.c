/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes as a person arranges them, stretches of the calendar, and what is only counted: what the property
 * test of the scene cannot say. */
#include <string.h>

#include "layout/timeline-scene-private.h"
#include "random-bundle.h"

/* --- Stretches ----------------------------------------------------------------------------------- */

typedef struct
{
  double seconds;
  WhenceCivil at;
  const char *text; /* of the shortest stretch of so many seconds that @at is in */
} StretchCase;

#define DAY 86400.0

static const StretchCase stretches[] = {
  { 1, { 2014, 5, 12, 14, 3, 9 }, "12 May 2014, 14:03:09 – 14:03:10" },
  { 700, { 2014, 5, 12, 14, 17, 0 }, "12 May 2014, 14:15 – 14:30" },
  { 0.9 * DAY, { 2014, 5, 12, 14, 3, 9 }, "12 May 2014" },
  { 4 * DAY, { 2014, 5, 12, 14, 3, 9 }, "11 May 2014 – 15 May 2014" },
  { 28 * DAY, { 2014, 5, 12, 14, 3, 9 }, "May 2014" },
  { 80 * DAY, { 2014, 5, 12, 14, 3, 9 }, "April 2014 – June 2014" },
  { 360 * DAY, { 2014, 5, 12, 14, 3, 9 }, "2014" },
  { 3600 * DAY, { 2014, 5, 12, 14, 3, 9 }, "2010–2019" },
};

static void
test_stretch (gconstpointer data)
{
  const StretchCase *c = data;
  gint64 at = whence_instant_from_civil (c->at);
  WhenceStretch stretch = whence_stretch_choose (c->seconds);
  gint64 start = whence_stretch_start (stretch, at), end = whence_stretch_end (stretch, start);
  g_autofree char *text = whence_stretch_to_text (stretch, start, end);
  g_assert_cmpstr (text, ==, c->text);
  g_assert_cmpint (start, <=, at);
  g_assert_cmpint (at, <, end);
  g_assert_cmpint (whence_stretch_start (stretch, end - 1), ==, start);
  g_assert_cmpint (whence_stretch_start (stretch, end), ==, end);
}

/* Even where instants saturate, a step leads on. */
static void
test_stretch_ends (void)
{
  for (WhenceStretch stretch = 0;; stretch = whence_stretch_longer (stretch))
    {
      gint64 start = whence_stretch_start (stretch, G_MAXINT64 - 1);
      g_assert_cmpint (whence_stretch_end (stretch, start), >, start);
      start = whence_stretch_start (stretch, G_MININT64 + 1);
      g_assert_cmpint (whence_stretch_end (stretch, start), >, start);
      if (whence_stretch_longer (stretch) == stretch)
        break;
    }
}

/* --- Lanes --------------------------------------------------------------------------------------- */

typedef struct
{
  WhenceBundle *bundle;
  WhenceScope *scope;
  WhenceTimelineRequest request;
} Fixture;

static void
fixture_init (Fixture *fixture, const char *text)
{
  fixture->bundle = read_text (text);
  fixture->scope = whence_scope_new_whole (fixture->bundle);
  fixture->request = (WhenceTimelineRequest){
    .scope = fixture->scope,
    .view = whence_timeline_fit (fixture->scope, 900, &whence_measure_plain, WHENCE_GROUP_ENTITY),
    .width = 900,
    .height = 700,
    .grouping = WHENCE_GROUP_ENTITY,
    .measure = whence_measure_plain,
  };
}

static void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->request.lanes, whence_lane_state_unref);
  whence_scope_unref (fixture->scope);
  whence_bundle_unref (fixture->bundle);
}

/* Four lanes, by their number of facts: a, b, c, d. */
static const char four[] =
  "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},{\"id\":\"b\",\"type\":"
  "\"person\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"},{\"id\":\"d\",\"type\":"
  "\"person\","
  "\"name\":\"D\"}],\"facts\":["
  "{\"id\":\"1\",\"type\":\"launch\",\"date\":\"2001\",\"subject\":\"a\",\"object\":\"d\"},"
  "{\"id\":\"2\",\"type\":\"launch\",\"date\":\"2002\",\"subject\":\"a\"},"
  "{\"id\":\"3\",\"type\":\"launch\",\"date\":\"2003\",\"subject\":\"a\"},"
  "{\"id\":\"4\",\"type\":\"launch\",\"date\":\"2004\",\"subject\":\"b\"},"
  "{\"id\":\"5\",\"type\":\"launch\",\"date\":\"2005\",\"subject\":\"b\"},"
  "{\"id\":\"6\",\"type\":\"launch\",\"date\":\"2006\",\"subject\":\"c\"},"
  "{\"id\":\"7\",\"type\":\"launch\",\"date\":\"2007\",\"subject\":\"d\"}]}";

static char *
names_of (const WhenceTimelineScene *scene)
{
  GString *names = g_string_new (NULL);
  for (guint i = 0; i < whence_timeline_scene_get_n_lanes (scene); i++)
    {
      WhenceTimelineLaneInfo lane = whence_timeline_scene_get_lane (scene, i);
      g_string_append_printf (names, "%s%s%u ", lane.name, lane.collapsed ? "-" : "", lane.n_facts);
    }
  return g_string_free (names, FALSE);
}

static void
test_move (void)
{
  static const struct
  {
    guint lane, before;
    const char *names;
  } moves[] = {
    { 3, 0, "D1 A3 B2 C1 " }, { 0, 4, "A3 B2 C1 D1 " }, { 1, 3, "A3 C1 B2 D1 " },
    { 2, 1, "A3 B2 C1 D1 " }, { 2, 2, "A3 B2 C1 D1 " }, { 0, 2, "B2 A3 C1 D1 " },
  };
  Fixture fixture;
  fixture_init (&fixture, four);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (WhenceTimelineScene) before = whence_timeline_scene_new (&fixture.request, NULL);
      g_autoptr (GPtrArray) ids = whence_timeline_scene_move_lane (before, moves[i].lane, moves[i].before);
      g_autoptr (WhenceLaneState) state =
        whence_lane_state_arrange (fixture.request.lanes, (const char *const *) ids->pdata, ids->len);
      g_clear_pointer (&fixture.request.lanes, whence_lane_state_unref);
      fixture.request.lanes = g_steal_pointer (&state);
      g_autoptr (WhenceTimelineScene) after = whence_timeline_scene_new (&fixture.request, NULL);
      g_autofree char *names = names_of (after);
      g_assert_cmpstr (names, ==, moves[i].names);
    }
  fixture_clear (&fixture);
}

/* What is as it would be anyway need not be said. */
static void
test_move_back (void)
{
  Fixture fixture;
  fixture_init (&fixture, four);
  g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&fixture.request, NULL);
  g_autoptr (GPtrArray) same = whence_timeline_scene_move_lane (scene, 1, 2);
  g_autoptr (GPtrArray) first = whence_timeline_scene_move_lane (scene, 3, 0);
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (first, 0), ==, "d");
  fixture_clear (&fixture);
}

static void
test_collapse (void)
{
  static const char *const ids[] = { "a", "c", "nobody" };
  Fixture fixture;
  fixture_init (&fixture, four);
  fixture.request.lanes = whence_lane_state_collapse (NULL, ids, G_N_ELEMENTS (ids), TRUE);
  g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&fixture.request, NULL);
  g_autofree char *names = names_of (scene);
  g_assert_cmpstr (names, ==, "A-3 B2 C-1 D1 ");
  g_assert_cmpuint (whence_timeline_scene_get_omitted (scene).n_counted, ==, 4);
  g_assert_cmpfloat (scene->lanes[0].height, <, 30);
  g_autoptr (WhenceLaneState) open = whence_lane_state_collapse (fixture.request.lanes, ids, 1, FALSE);
  g_assert_false (whence_lane_state_is_collapsed (open, "a"));
  g_assert_true (whence_lane_state_is_collapsed (open, "c"));
  fixture_clear (&fixture);
}

/* Lanes out of view have a line, and lead to their facts. */
static void
test_empty (void)
{
  Fixture fixture;
  WhenceRect bounds;
  fixture_init (&fixture, four);
  fixture.request.view =
    whence_timeline_frame (whence_instant_from_civil ((WhenceCivil){ 2004, 1, 1, 0, 0, 0 }),
                           whence_instant_from_civil ((WhenceCivil){ 2004, 12, 1, 0, 0, 0 }), 900);
  g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&fixture.request, NULL);
  g_autofree char *names = names_of (scene);
  g_assert_cmpstr (names, ==, "B1 ");
  g_assert_cmpuint (whence_timeline_scene_get_n_empty_lanes (scene), ==, 3);
  g_assert_cmpstr (whence_timeline_scene_get_empty_lane (scene, 0), ==, "A");
  g_autoptr (GArray) facts = whence_timeline_scene_list_empty_lane (scene, 0);
  g_assert_cmpuint (facts->len, ==, 3);
  WhenceSpot empty = { WHENCE_SPOT_EMPTY, WHENCE_NONE };
  g_assert_true (whence_timeline_scene_find (scene, empty, 0, &bounds));
  g_assert_cmpuint (whence_timeline_scene_pick (scene, bounds.x + 2, bounds.y + 2, 0).kind, ==,
                    WHENCE_SPOT_EMPTY);
  fixture_clear (&fixture);
}

/* --- Counts -------------------------------------------------------------------------------------- */

/* A scene made with the index of another is the same as one made without. */
static void
test_index (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (5, 3000);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceScope) as_of = whence_scope_new (
    &(WhenceScopeSpec){ .bundle = bundle, .today = whence_scope_get_today (scope), .as_of = { 0, 1 } });
  g_autoptr (WhenceTimelineIndex) index = whence_timeline_index_new (scope, WHENCE_GROUP_ENTITY, NULL);
  g_assert_true (whence_timeline_index_is_for (index, as_of, WHENCE_GROUP_ENTITY));
  g_assert_false (whence_timeline_index_is_for (index, as_of, WHENCE_GROUP_SOURCE));
  WhenceTimelineRequest request = {
    .scope = scope,
    .view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_ENTITY),
    .width = 900,
    .height = 700,
    .grouping = WHENCE_GROUP_ENTITY,
    .measure = whence_measure_plain,
  };
  request.view = whence_time_view_zoom (request.view, 500, 0.4);
  g_autoptr (WhenceTimelineScene) without = whence_timeline_scene_new (&request, NULL);
  request.index = index;
  g_autoptr (WhenceTimelineScene) with = whence_timeline_scene_new (&request, NULL);
  g_assert_true (whence_timeline_scene_get_index (with) == index);
  g_assert_cmpuint (with->n_items, ==, without->n_items);
  for (guint i = 0; i < with->n_items; i++)
    g_assert_cmpmem (&with->items[i].bounds, sizeof (WhenceRect), &without->items[i].bounds,
                     sizeof (WhenceRect));
}

/* The counts of the bars of whole columns stay when the view is moved by less than a column. */
static void
test_bars_do_not_crawl (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (5, 3000);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  WhenceTimelineRequest request = {
    .scope = scope,
    .view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_NONE),
    .width = 900,
    .height = 700,
    .measure = whence_measure_plain,
  };
  g_autoptr (WhenceTimelineScene) before = whence_timeline_scene_new (&request, NULL);
  request.view = whence_time_view_pan (request.view, 7);
  g_autoptr (WhenceTimelineScene) after = whence_timeline_scene_new (&request, NULL);
  guint n_same = 0;
  for (guint i = 0; i < before->n_items; i++)
    for (guint k = 0; k < after->n_items; k++)
      {
        const WhenceTimelineItem *a = &before->items[i], *b = &after->items[k];
        if (a->kind == WHENCE_ITEM_BAR && b->kind == WHENCE_ITEM_BAR && a->start == b->start
            && a->bounds.x > 60 && a->bounds.x < 840)
          {
            g_assert_cmpuint (a->n_facts, ==, b->n_facts);
            n_same++;
          }
      }
  g_assert_cmpuint (n_same, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stretches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-lanes/stretch/%u", i);
      g_test_add_data_func (path, &stretches[i], test_stretch);
    }
  g_test_add_func ("/timeline-lanes/stretch/ends", test_stretch_ends);
  g_test_add_func ("/timeline-lanes/move", test_move);
  g_test_add_func ("/timeline-lanes/move-back", test_move_back);
  g_test_add_func ("/timeline-lanes/collapse", test_collapse);
  g_test_add_func ("/timeline-lanes/empty", test_empty);
  g_test_add_func ("/timeline-lanes/index", test_index);
  g_test_add_func ("/timeline-lanes/bars-do-not-crawl", test_bars_do_not_crawl);
  return g_test_run ();
}
