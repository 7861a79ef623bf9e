/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places of an arrangement: they are kept when somebody comes, when one is moved and when one is dragged. */
#include "graph-scenes.h"

static void
test_keep_places (void)
{
  g_autoptr (WhenceBundle) before = make_bundle (8, 24, FALSE);
  g_autoptr (WhenceBundle) after = make_bundle (8, 24, TRUE);
  g_autoptr (WhenceScope) old_scope = whence_scope_new_whole (before);
  g_autoptr (WhenceScope) new_scope = whence_scope_new_whole (after);
  g_autoptr (WhenceArrangement) old = arrange (old_scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) again = arrange (old_scope, WHENCE_LAYOUT_ORGANIC, NULL);
  g_autoptr (WhenceArrangement) grown = arrange (new_scope, WHENCE_LAYOUT_ORGANIC, old);
  g_autoptr (WhenceArrangement) moved = whence_arrangement_move (grown, 2, 7, 9);
  g_autoptr (WhenceArrangement) kept = arrange (new_scope, WHENCE_LAYOUT_ORGANIC, moved);
  g_autoptr (WhenceArrangement) other = arrange (new_scope, WHENCE_LAYOUT_LAYERED, moved);
  g_autoptr (WhenceArrangement) freed = whence_arrangement_pin (moved, (const guint32[]){ 2 }, 1, FALSE);
  WhencePoint newcomer = whence_arrangement_get_position (grown, 24);

  for (guint32 i = 0; i < 24; i++)
    {
      WhencePoint a = whence_arrangement_get_position (old, i),
                  b = whence_arrangement_get_position (grown, i);
      WhencePoint c = whence_arrangement_get_position (again, i);
      g_assert_true (memcmp (&a, &c, sizeof a) == 0);
      g_assert_true (memcmp (&a, &b, sizeof a) == 0);
    }
  g_assert_true (isfinite (newcomer.x) && isfinite (newcomer.y));
  g_assert_true (whence_arrangement_is_pinned (moved, 2) && !whence_arrangement_is_pinned (grown, 2));
  g_assert_false (whence_arrangement_is_pinned (freed, 2));
  g_assert_cmpfloat (whence_arrangement_get_position (kept, 2).y, ==, 9);
  g_assert_cmpfloat (whence_arrangement_get_position (other, 2).x, ==, 7);
}

/* Taken up, dragged and put down: the one in the hand is where it was dragged to, and pinned if asked. */
static void
test_dragged (void)
{
  g_autoptr (WhenceBundle) bundle = make_bundle (4, 40, FALSE);
  g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
  g_autoptr (WhenceArrangement) before = arrange (scope, WHENCE_LAYOUT_ORGANIC, NULL);
  const WhenceMeasure measure = whence_measure_plain;
  g_autoptr (WhenceLive) live = whence_arrangement_take_up (before, scope, &measure);
  g_autoptr (WhenceArrangement) after = NULL;
  WhencePoint from = whence_arrangement_get_position (before, 3);

  whence_live_hold (live, 3, from.x + 90, from.y - 20);
  whence_live_tick (live, 5);
  whence_live_pin (live, 3, TRUE);
  after = whence_arrangement_put_down (before, live);
  g_assert_cmpfloat (whence_arrangement_get_position (after, 3).x, ==, from.x + 90);
  g_assert_cmpfloat (whence_arrangement_get_position (before, 3).x, ==, from.x);
  g_assert_true (whence_arrangement_is_pinned (after, 3));
  g_assert_false (whence_arrangement_is_pinned (before, 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangement/keep-places", test_keep_places);
  g_test_add_func ("/arrangement/dragged", test_dragged);
  return g_test_run ();
}
