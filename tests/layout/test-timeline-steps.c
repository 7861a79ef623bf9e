/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps with the arrow keys over the timeline: everything is met, once, and the way back is the way there. */
#include "timeline-scenes.h"

static void
test_every_item (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 50);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, WHENCE_GROUP_ENTITY);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, WHENCE_GROUP_ENTITY);
      guint expected = 0, reached = 0;
      for (guint i = 0; i < scene->n_items; i++)
        expected += scene->items[i].fact != WHENCE_NONE;
      WhenceSpot last = WHENCE_SPOT_NOTHING, spot = whence_timeline_scene_step (scene, last, 1, 0);
      for (; spot.kind != WHENCE_SPOT_NONE; spot = whence_timeline_scene_step (scene, spot, 1, 0))
        {
          g_assert_cmpuint (++reached, <=, expected);
          if (last.kind != WHENCE_SPOT_NONE)
            g_assert_cmpuint (whence_timeline_scene_step (scene, spot, -1, 0).index, ==, last.index);
          last = spot;
        }
      g_assert_cmpuint (reached, ==, expected);
      g_assert_cmpuint (whence_timeline_scene_step (scene, WHENCE_SPOT_NOTHING, -1, 0).index, ==, last.index);
    }
}

/* Down from the first item every row and every header is met, and the head of the shelf, from above. */
static void
test_down (void)
{
  for (guint grouping = 0; grouping <= WHENCE_GROUP_SOURCE; grouping++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (4, 50);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      WhenceTimeView view = whence_timeline_fit (scope, 900, &whence_measure_plain, grouping);
      g_autoptr (WhenceTimelineScene) scene = scene_of (scope, view, 900, 700, grouping);
      WhenceSpot spot = { WHENCE_SPOT_FACT, scene->items[0].fact }, next;
      guint n_headers = grouping == WHENCE_GROUP_NONE ? 0 : 1, n_stops = 1 + n_headers, n_heads = 0;
      WhenceRect above, below;
      g_assert_true (whence_timeline_scene_find (scene, spot, 0, &above));
      for (; (next = whence_timeline_scene_step (scene, spot, 0, 1)).kind != WHENCE_SPOT_NONE; spot = next)
        {
          g_assert_true (whence_timeline_scene_find (scene, next, 0, &below));
          g_assert_cmpfloat (below.y, >=, above.y);
          above = below;
          n_headers += next.kind == WHENCE_SPOT_LANE;
          n_heads += next.kind == WHENCE_SPOT_SHELF;
          n_stops++;
        }
      g_assert_cmpfloat (above.y, >=, scene->rows[scene->n_rows - 1].y0 - 1);
      g_assert_cmpuint (n_headers, ==, grouping == WHENCE_GROUP_NONE ? 0 : scene->n_lanes);
      g_assert_cmpuint (n_heads, ==, whence_timeline_scene_get_omitted (scene).n_undated > 0);
      g_assert_cmpuint (n_stops, ==, scene->n_rows + n_headers + n_heads);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-steps/every-item", test_every_item);
  g_test_add_func ("/timeline-steps/down", test_down);
  return g_test_run ();
}
