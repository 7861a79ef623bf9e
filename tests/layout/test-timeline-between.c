/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame between two scenes begins where the one is and ends where the other is, and every mark is where its
 * date says. */
#include "layout/timeline-between.h"
#include "layout/timeline-scene-private.h"
#include "random-bundle.h"

#define WIDTH 900.0
#define HEIGHT 700.0

static WhenceTimelineScene *
make_scene (WhenceScope *scope, WhenceTimeView view)
{
  return whence_timeline_scene_new (&(WhenceTimelineRequest){ .scope = scope,
                                                              .view = view,
                                                              .width = WIDTH,
                                                              .height = HEIGHT,
                                                              .grouping = WHENCE_GROUP_ENTITY_TYPE,
                                                              .measure = whence_measure_plain },
                                    NULL);
}

static void
assert_same_places (const WhenceTimelineScene *frame, const WhenceTimelineScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < frame->n_items; i++)
    {
      const WhenceTimelineItem *item = &frame->items[i], *other;

      if (item->fact == WHENCE_NONE)
        continue;
      n++;
      if (item->kind == WHENCE_ITEM_BAR)
        continue;
      other = &scene->items[whence_timeline_scene_item_of (scene, item->fact)];
      g_assert_cmpfloat_with_epsilon (item->mark.x, other->mark.x, 0.01);
      g_assert_cmpfloat_with_epsilon (item->mark.y, other->mark.y, 0.01);
      g_assert_cmpfloat_with_epsilon (item->label_at.x, other->label_at.x, 0.01);
      g_assert_cmpfloat_with_epsilon (item->label_at.y, other->label_at.y, 0.01);
    }
  g_assert_cmpuint (n, ==, scene->n_in_time);
}

static void
assert_sound (const WhenceTimelineScene *frame)
{
  for (guint i = 0; i < frame->n_items; i++)
    {
      const WhenceTimelineItem *item = &frame->items[i];

      if (item->kind == WHENCE_ITEM_SHELVED || item->kind == WHENCE_ITEM_EMPTY_LANES)
        continue;
      g_assert_cmpfloat (item->mark.x, >=, frame->left - 0.01);
      g_assert_cmpfloat (whence_rect_right (item->mark), <=, frame->right + 0.01);
    }
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 60);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      WhenceMeasure measure = whence_measure_plain;
      WhenceTimeView wide = whence_timeline_fit (scope, WIDTH, &measure, WHENCE_GROUP_ENTITY_TYPE);
      WhenceTimeView close = whence_time_view_zoom (wide, 400, 0.2);
      g_autoptr (WhenceTimelineScene) from = make_scene (scope, wide), to = make_scene (scope, close);

      g_test_message ("seed %u", seed);
      for (guint k = 0; k <= 10; k++)
        {
          WhenceTimeView view = whence_time_view_zoom (wide, 400, 1 - 0.08 * k);
          g_autoptr (WhenceTimelineScene) frame =
            whence_timeline_scene_between (from, to, view, 0.1 * k, &measure);
          assert_sound (frame);
        }
      g_autoptr (WhenceTimelineScene) last = whence_timeline_scene_between (from, to, close, 1, &measure);
      assert_same_places (last, to);
      g_autoptr (WhenceTimelineScene) alone = whence_timeline_scene_between (NULL, to, close, 0, &measure);
      assert_same_places (alone, to);
      /* What is in both begins where it was. */
      g_autoptr (WhenceTimelineScene) first = whence_timeline_scene_between (from, to, wide, 0, &measure);
      for (guint i = first->rows[2].first; i < first->n_items; i++)
        g_assert_cmpfloat_with_epsilon (
          first->items[i].mark.y,
          from->items[whence_timeline_scene_item_of (from, first->items[i].fact)].mark.y, 0.01);
    }
}

/* The scenes may be let go of before the frame. */
static void
test_keeps_alive (void)
{
  g_autoptr (WhenceBundle) bundle = random_bundle_new (3, 20);
  WhenceScope *scope = whence_scope_new_whole (bundle);
  WhenceMeasure measure = whence_measure_plain;
  WhenceTimeView view = whence_timeline_fit (scope, WIDTH, &measure, WHENCE_GROUP_ENTITY_TYPE);
  WhenceTimelineScene *from = make_scene (scope, view), *to = make_scene (scope, view);
  g_autoptr (WhenceTimelineScene) frame = whence_timeline_scene_between (from, to, view, 0.5, &measure);

  whence_timeline_scene_unref (from);
  whence_timeline_scene_unref (to);
  whence_scope_unref (scope);
  assert_sound (frame);
  g_assert_cmpfloat (whence_timeline_scene_get_content_height (frame), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/timeline-between/random", test_random);
  g_test_add_func ("/layout/timeline-between/keeps-alive", test_keeps_alive);
  return g_test_run ();
}
