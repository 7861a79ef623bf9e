/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The promises of the timeline, kept for bundles by chance at many zooms, in every grouping, and for very
 * many facts; the same input gives the same scene. */
#include "timeline-promises.h"

/* Address sanitizer takes a hundred times as long over every small allocation. */
#ifdef __SANITIZE_ADDRESS__
#  define N_BUNDLES 50
#else
#  define N_BUNDLES 500
#endif
#define N_ZOOMS 20

/* A step from one zoom to the next, in and out and sideways. */
static WhenceTimeView
wander (WhenceTimeView view, GRand *random, double width)
{
  double factor = pow (2, g_rand_double_range (random, -2.5, 1.8));
  view = whence_time_view_zoom (view, g_rand_double_range (random, 0, width), factor);
  return whence_time_view_pan (view, g_rand_double_range (random, -width / 2, width / 2));
}

/* Some lanes collapsed, one moved: what a person may have done to those of @scene. */
static WhenceLaneState *
arrange_by_chance (const WhenceTimelineScene *scene, GRand *random)
{
  guint n_lanes = whence_timeline_scene_get_n_lanes (scene);
  g_autoptr (WhenceLaneState) state = whence_lane_state_new ();
  if (n_lanes == 0)
    return g_steal_pointer (&state);
  guint lane = (guint) g_rand_int_range (random, 0, (int) n_lanes);
  g_autoptr (GPtrArray) order =
    whence_timeline_scene_move_lane (scene, lane, (guint) g_rand_int_range (random, 0, (int) n_lanes + 1));
  g_autoptr (GPtrArray) collapsed = g_ptr_array_new ();
  for (guint i = 0; i < n_lanes; i++)
    if (g_rand_int_range (random, 0, 3) == 0)
      g_ptr_array_add (collapsed, (gpointer) whence_timeline_scene_get_lane (scene, i).id);
  g_autoptr (WhenceLaneState) arranged =
    whence_lane_state_arrange (state, (const char *const *) order->pdata, order->len);
  return whence_lane_state_collapse (arranged, (const char *const *) collapsed->pdata, collapsed->len, TRUE);
}

/* Each scene gets the index of the one before. */
static void
check_request (WhenceTimelineRequest *request, GRand *random)
{
  g_autoptr (WhenceTimelineIndex) index = NULL;
  for (guint zoom = 0; zoom < N_ZOOMS; zoom++)
    {
      request->index = index;
      g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (request, NULL);
      assert_scene (scene);
      if (index == NULL)
        index = whence_timeline_index_ref (whence_timeline_scene_get_index (scene));
      if (zoom == N_ZOOMS / 2)
        request->lanes = arrange_by_chance (scene, random);
      request->view = wander (request->view, random, request->width);
    }
  g_clear_pointer (&request->lanes, whence_lane_state_unref);
}

static void
check_bundle (guint32 seed)
{
  static const double sizes[][2] = { { 640, 700 }, { 1280, 700 }, { 360, 600 }, { 1920, 900 }, { 300, 200 } };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  int most = seed % 50 == 7 ? 3000 : seed % 10 == 0 ? 400 : 60;
  g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, g_rand_int_range (random, 0, most));
  guint n_facts = whence_bundle_get_n_facts (bundle);
  g_autofree guint8 *shown = g_new (guint8, n_facts + 1);
  for (guint i = 0; i < n_facts; i++)
    shown[i] = g_rand_int_range (random, 0, 8) > 0;
  g_autoptr (WhenceScope) scope =
    whence_scope_new (&(WhenceScopeSpec){ .bundle = bundle,
                                          .shown = seed % 3 == 0 ? shown : NULL,
                                          .today = whence_bundle_get_latest_instant (bundle) });
  const double *size = sizes[seed / 5 % G_N_ELEMENTS (sizes)];
  WhenceTimelineRequest request = { .scope = scope,
                                    .width = size[0],
                                    .height = size[1],
                                    .grouping = (WhenceGrouping) (seed % (WHENCE_GROUP_SOURCE + 1)),
                                    .controls = seed % 2 == 0,
                                    .still = seed % 5 == 0,
                                    .rtl = seed % 7 < 3,
                                    .measure = whence_measure_plain };
  request.view = whence_timeline_fit (scope, size[0], &whence_measure_plain, request.grouping);
  check_request (&request, random);
}

static void
test_property (gconstpointer data)
{
  guint part = GPOINTER_TO_UINT (data);
  for (guint32 seed = part * (N_BUNDLES / 5); seed < (part + 1) * (N_BUNDLES / 5); seed++)
    check_bundle (seed);
  g_assert_cmpuint (n_ghosts_seen, >, 200);
  g_assert_cmpuint (n_beyond_seen, >, 200);
}

/* --- The many, lanes, cancelling --- */

static void
test_many (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (9, 20000);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  for (guint grouping = 0; grouping <= WHENCE_GROUP_SOURCE; grouping++)
    {
      WhenceTimeView view = whence_timeline_fit (scope, 1280, &whence_measure_plain, grouping);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 1280, 700, grouping);
      assert_scene (scene);
      WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
      g_assert_cmpuint (omitted.n_clustered + omitted.n_counted, >, 10000);
      g_assert_cmpuint (scene->n_items, <, 4000);
    }
}

/* In a lane of so many facts none is looked at by itself: each bar counts those that are between its places.
 */
static void
test_bars_only (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  for (guint i = 0; i < 60000; i++)
    {
      int year = g_rand_int_range (random, 1950, 2020);
      g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"launch\",\"date\":\"%d-%02d/%d\"}",
                              i > 0 ? "," : "", i, year, g_rand_int_range (random, 1, 13),
                              year + g_rand_int_range (random, 1, 9));
    }
  g_string_append (text, "]}");
  g_autoptr (WhenceBundle) bundle = read_text (text->str);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_NONE);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_NONE);
      guint n_pills = 0;
      g_assert_false (scene->lanes[0].listed);
      g_assert_cmpuint (scene->n_items, >, 20);
      for (guint k = 0; k < scene->n_items; k++)
        n_pills += scene->items[k].kind == WHENCE_ITEM_CLUSTER;
      g_assert_cmpuint (n_pills, ==, i > 0);
      assert_complete (scene);
      for (guint k = 0; k < scene->n_items; k++)
        assert_group (scene, &scene->items[k]);
      view = whence_time_view_pan (view, 50);
    }
}

static void
test_cancel (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (9, 50);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  WhenceTimelineRequest request = {
    .scope = scope, .view = { 0, 1e6, 0 }, .width = 600, .height = 400, .measure = whence_measure_plain
  };
  g_cancellable_cancel (cancellable);
  g_assert_null (whence_timeline_scene_new (&request, cancellable));
}

static void
test_same_input_same_scene (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (21, 300);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_ENTITY);
  g_autoptr (WhenceTimelineScene) a = scene_of (scope, view, 900, 700, WHENCE_GROUP_ENTITY);
  g_autoptr (WhenceTimelineScene) b = scene_of (scope, view, 900, 700, WHENCE_GROUP_ENTITY);
  g_assert_cmpuint (a->n_items, ==, b->n_items);
  for (guint i = 0; i < a->n_items; i++)
    {
      g_assert_cmpuint (a->items[i].fact, ==, b->items[i].fact);
      g_assert_cmpmem (&a->items[i].bounds, sizeof (WhenceRect), &b->items[i].bounds, sizeof (WhenceRect));
    }
}

/* What two sources say is in the lane of neither. */
static void
test_lanes_by_source (void)
{
  static const char text[] =
    "{\"whence\":1,\"sources\":[{\"id\":\"p\",\"title\":\"P\"},{\"id\":\"q\",\"title\":\"Q\"}],\"facts\":["
    "{\"id\":\"a\",\"type\":\"launch\",\"date\":\"2001\",\"citations\":[{\"source\":\"p\"},{\"source\":\"q\"}"
    "]},"
    "{\"id\":\"b\",\"type\":\"launch\",\"date\":\"2002\",\"citations\":[{\"source\":\"q\"},{\"source\":\"q\"}"
    "]},"
    "{\"id\":\"c\",\"type\":\"launch\",\"date\":\"2003\"}]}";
  static const char *const lanes[] = { "Q", "Several sources", "No source" };
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_SOURCE);
  g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 600, WHENCE_GROUP_SOURCE);

  g_assert_cmpuint (scene->n_lanes, ==, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < scene->n_lanes; i++)
    g_assert_cmpstr (scene->lanes[i].header.lines[0].text, ==, lanes[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint part = 0; part < 5; part++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-scene/property/%u", part);
      g_test_add_data_func (path, GUINT_TO_POINTER (part), test_property);
    }
  g_test_add_func ("/timeline-scene/many", test_many);
  g_test_add_func ("/timeline-scene/bars-only", test_bars_only);
  g_test_add_func ("/timeline-scene/lanes-by-source", test_lanes_by_source);
  g_test_add_func ("/timeline-scene/cancel", test_cancel);
  g_test_add_func ("/timeline-scene/same-input-same-scene", test_same_input_same_scene);
  return g_test_run ();
}
