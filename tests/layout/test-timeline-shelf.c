/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Facts without a date on the timeline: the head of their shelf is always in view, and beside a wide timeline
 * they are a column, in which what has no room is counted. */
#include "layout/shelf-column.h"

#include "timeline-scenes.h"

/* However small the view and wherever it is scrolled to, the head of the shelf is in it, and what is pointed
 * at there; closed, it is all there is. */
static void
test_head (void)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, 60);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      double height = 150 + seed % 5 * 120;
      WhenceTimelineRequest request = { .scope = scope,
                                        .view = whence_timeline_fit (scope, 500, &whence_measure_plain, 0),
                                        .width = 500,
                                        .height = height,
                                        .controls = TRUE,
                                        .shelf_closed = seed % 2 == 0,
                                        .measure = whence_measure_plain };
      g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&request, NULL);
      WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
      WhenceSpot head = { WHENCE_SPOT_SHELF, WHENCE_NONE };
      double most = MAX (0, whence_timeline_scene_get_content_height (scene) - height);
      WhenceRect at;
      g_assert_true (!request.shelf_closed || omitted.n_shelved == 0);
      g_assert_true (whence_timeline_scene_find (scene, head, 0, &at) == (omitted.n_undated > 0));
      for (guint i = 0; i <= 4 && omitted.n_undated > 0; i++)
        {
          double scroll = most * i / 4;
          g_assert_true (whence_timeline_scene_find (scene, head, scroll, &at));
          g_assert_cmpfloat (whence_rect_bottom (at), <=, scroll + height);
          g_assert_cmpuint (whence_timeline_scene_pick (scene, 250, at.y + 5, scroll).kind, ==,
                            WHENCE_SPOT_SHELF);
        }
    }
}

/* One below the other, from the axis down, and the rest counted at the end. */
static void
assert_column (const WhenceShelfColumn *column, double width, double height)
{
  double taken = WHENCE_AXIS_HEIGHT;

  for (guint i = 0; i < column->n_items; i++)
    {
      const WhenceTimelineItem *item = &column->items[i];
      g_assert_cmpfloat (item->bounds.y, >=, taken);
      assert_inside (item->mark, item->bounds);
      assert_inside (block_box (&item->label.title, item->label_at), item->bounds);
      assert_inside (item->bounds,
                     (WhenceRect){ 0, 0, width, MAX (height, whence_rect_bottom (item->bounds)) });
      taken = whence_rect_bottom (item->bounds);
    }
  g_assert_true ((column->more.n_lines > 0) == (column->n_items < column->n_undated));
  if (column->more.n_lines > 0)
    {
      g_assert_cmpfloat (column->more_at.y, >=, taken);
      taken = column->more_at.y + column->more.height;
    }
  g_assert_cmpfloat (taken, <=, height);
}

/* Beside a wide timeline, what has no date is listed, and what has no room is counted. */
static void
test_column (void)
{
  static const double widths[] = { 300, WHENCE_SHELF_WIDE - 1, WHENCE_SHELF_WIDE, 1280, 1920 };
  guint n_full = 0;

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (WhenceBundle) bundle = random_bundle_new (seed, seed % 4 == 0 ? 300 : 40);
      g_autoptr (WhenceScope) scope = whence_scope_new_whole (bundle);
      double width = widths[seed % G_N_ELEMENTS (widths)], height = 100 + 5 * seed;
      double shelf = whence_shelf_column_width (scope, width, &whence_measure_plain);
      WhenceTimelineRequest request = { .scope = scope,
                                        .view = { 0, 1e6, 0 },
                                        .width = width - shelf,
                                        .height = height,
                                        .measure = whence_measure_plain,
                                        .shelf_width = shelf,
                                        .shelf_height = height };
      g_autoptr (WhenceTimelineScene) scene = whence_timeline_scene_new (&request, NULL);
      WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
      const WhenceShelfColumn *column = scene->column;
      g_assert_true ((column != NULL) == (width >= WHENCE_SHELF_WIDE && omitted.n_undated > 0));
      if (column == NULL)
        continue;
      g_assert_cmpfloat (shelf, <=, width / 4);
      g_assert_cmpuint (column->n_undated, ==, omitted.n_undated);
      g_assert_cmpuint (column->n_items, ==, omitted.n_shelved);
      assert_column (column, shelf, height);
      n_full += column->n_items < column->n_undated;
    }
  g_assert_cmpuint (n_full, >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-shelf/head", test_head);
  g_test_add_func ("/timeline-shelf/column", test_column);
  return g_test_run ();
}
