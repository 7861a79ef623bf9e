/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What must hold of every scene of the timeline: nothing overlaps or is cut, nothing is lost, and what is
 * pointed at is what is found. */
#pragma once

#include "timeline-scenes.h"

#define N_SCROLLS 5

static inline gboolean
is_group (const WhenceTimelineItem *item)
{
  return item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR;
}

/* --- Nothing overlaps or is cut --- */

static inline WhencePoint
moved (WhencePoint point, WhencePoint by)
{
  return (WhencePoint){ point.x + by.x, point.y + by.y };
}

/* Lines are not equally long: what stands beside a short one does not meet the text. */
static inline gboolean
meets_text (const WhenceTextBlock *block, WhencePoint at, WhenceRect rect)
{
  double line_height = whence_font_get_metrics (block->font)->line_height;
  for (guint i = 0; i < block->n_lines; i++)
    {
      double width = block->lines[i].width;
      double x = at.x + (block->rtl ? block->width - width : 0);
      if (whence_rect_overlaps ((WhenceRect){ x, at.y + i * line_height, width, line_height }, rect))
        return TRUE;
    }
  return FALSE;
}

static inline void
assert_item_whole (const WhenceTimelineScene *scene, const WhenceTimelineItem *item)
{
  const WhenceLabel *label = &item->label;
  assert_inside (item->bounds, (WhenceRect){ 0, WHENCE_AXIS_HEIGHT, scene->width, scene->content_height });
  assert_inside (item->mark, item->bounds);
  WhenceRect title = block_box (&label->title, item->label_at);
  WhenceRect figures = block_box (&label->figures, moved (item->label_at, label->figures_at));
  WhenceRect remark = block_box (&label->remark, moved (item->label_at, label->remark_at));
  g_assert_cmpfloat (item->bounds.width, <=, scene->width);
  if (item->kind == WHENCE_ITEM_BAR)
    {
      /* Its count may be wider than its column. */
      assert_inside (
        title, (WhenceRect){ scene->left, item->bounds.y, scene->right - scene->left, item->bounds.height });
      return;
    }
  assert_inside (title, item->bounds);
  if (label->figures.n_lines > 0)
    {
      assert_inside (figures, item->bounds);
      g_assert_false (meets_text (&label->title, item->label_at, figures));
    }
  if (label->remark.n_lines > 0)
    {
      assert_inside (remark, item->bounds);
      g_assert_false (meets_text (&label->title, item->label_at, remark));
      g_assert_false (label->figures.n_lines > 0 && whence_rect_overlaps (remark, figures));
    }
  if (item->kind != WHENCE_ITEM_CLUSTER)
    g_assert_false (whence_rect_overlaps (item->mark, title));
}

/* Every other date of a disputed fact stands in the item of the fact, upon nothing, and is pointed at as the
 * fact; one that is out of view is led to by a line up to the edge. */
static inline void
assert_ghosts (const WhenceTimelineScene *scene, const WhenceTimelineItem *item, guint *n_ghosts,
               guint *n_beyond)
{
  WhenceRect title = block_box (&item->label.title, item->label_at);
  g_assert_true (item->n_ghosts == 0 || item->kind == WHENCE_ITEM_MARK);
  g_assert_true (item->n_ghosts > 0 || !item->displaced);
  g_assert_cmpuint (item->first_ghost + item->n_ghosts, <=, scene->n_ghosts);
  for (guint i = 0; i < item->n_ghosts; i++)
    {
      const WhenceGhost *ghost = &scene->ghosts[item->first_ghost + i];
      WhenceRect box = whence_ghost_box (ghost, item->mark);
      *n_beyond += ghost->beyond != 0;
      *n_ghosts += ghost->beyond == 0;
      if (ghost->beyond != 0)
        {
          double end = ghost->beyond < 0 ? item->bounds.x : whence_rect_right (item->bounds);
          g_assert_cmpfloat (fabs (end - (ghost->beyond < 0 ? scene->left : scene->right)), <, 0.02);
          continue;
        }
      assert_inside (box, item->bounds);
      g_assert_false (whence_rect_overlaps (box, item->mark));
      g_assert_false (meets_text (&item->label.title, item->label_at, box));
      g_assert_false (whence_rect_overlaps (box, title));
      for (guint k = 0; k < i; k++)
        {
          const WhenceGhost *other = &scene->ghosts[item->first_ghost + k];
          g_assert_false (other->beyond == 0
                          && whence_rect_overlaps (box, whence_ghost_box (other, item->mark)));
        }
    }
}

static inline void
add_box (GArray *boxes, WhenceRect box, double top)
{
  double bottom = whence_rect_bottom (box);
  box.y = MAX (box.y, top);
  box.height = bottom - box.y;
  if (box.width > 0 && box.height > 0)
    g_array_append_val (boxes, box);
}

static inline void
add_item_boxes (GArray *boxes, const WhenceTimelineItem *item, double top)
{
  if (item->kind != WHENCE_ITEM_BAR)
    {
      add_box (boxes, item->bounds, top);
      return;
    }
  add_box (boxes, item->mark, top);
  add_box (boxes, block_box (&item->label.title, item->label_at), top);
}

/* Every box that is drawn, apart from those inside of items, as far as it can be seen when the content is
 * scrolled: the axis covers what is above, and in a narrow view a header what is scrolled below it. */
static inline GArray *
collect_boxes (const WhenceTimelineScene *scene, double scroll)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  double top = scroll + WHENCE_AXIS_HEIGHT;
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      double below = top;
      if (item->lane < scene->n_lanes)
        below = MAX (top, whence_lane_visible_top (scene, &scene->lanes[item->lane], scroll));
      add_item_boxes (boxes, item, below);
    }
  for (guint i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].header.n_lines > 0)
      add_box (boxes, whence_lane_header_at (scene, &scene->lanes[i], scroll), top);
  add_box (boxes, block_box (&scene->shelf_head, (WhencePoint){ WHENCE_SIDE_MARGIN, scene->shelf.y + 4 }),
           top);
  add_box (boxes, block_box (&scene->shelf_note, scene->shelf_note_at), top);
  add_box (boxes, block_box (&scene->shelf_more, scene->shelf_more_at), top);
  return boxes;
}

static inline int
compare_tops (gconstpointer a, gconstpointer b)
{
  const WhenceRect *p = a, *q = b;
  return p->y < q->y ? -1 : p->y > q->y;
}

/* Takes over @boxes. */
static inline void
assert_apart (GArray *boxes)
{
  g_array_sort (boxes, compare_tops);
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = i + 1; k < boxes->len; k++)
      {
        WhenceRect a = g_array_index (boxes, WhenceRect, i), b = g_array_index (boxes, WhenceRect, k);
        if (b.y >= whence_rect_bottom (a))
          break;
        g_assert_false (whence_rect_overlaps (a, b));
      }
  g_array_unref (boxes);
}

/* What can be pointed at. */
static inline GArray *
collect_bounds (const WhenceTimelineScene *scene)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  for (guint i = 0; i < scene->n_items; i++)
    add_box (boxes, scene->items[i].bounds, 0);
  return boxes;
}

/* The parts of a header do not overlap either, and stay within it and its lane. */
static inline void
assert_header (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane, double scroll)
{
  WhenceRect box = whence_lane_header_at (scene, lane, scroll);
  WhenceRect name = block_box (&lane->header, moved (lane->header_at, (WhencePoint){ box.x, box.y }));
  WhenceRect count = block_box (&lane->count, moved (lane->count_at, (WhencePoint){ box.x, box.y }));
  if (lane->header.n_lines == 0)
    return;
  assert_inside (name, box);
  assert_inside (count, box);
  g_assert_false (meets_text (&lane->header, (WhencePoint){ name.x, name.y }, count));
  g_assert_cmpfloat (whence_rect_right (box), <=, scene->gutter > 0 ? scene->gutter : scene->width);
  g_assert_cmpfloat (box.y, >=, lane->y);
  g_assert_cmpfloat (whence_rect_bottom (box), <=, lane->y + lane->height);
}

/* --- Nothing is lost --- */

static inline void
assert_complete (const WhenceTimelineScene *scene)
{
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (scene);
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope));
  guint n_marks = 0, n_clustered = 0, n_counted = 0, n_shelved = 0, n_in_lanes = 0;
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      n_marks += item->kind == WHENCE_ITEM_MARK;
      n_shelved += item->kind == WHENCE_ITEM_SHELVED;
      n_clustered += item->kind == WHENCE_ITEM_CLUSTER ? item->n_facts : 0;
      n_counted += item->kind == WHENCE_ITEM_BAR ? item->n_unmarked : 0;
      g_assert_true (item->kind != WHENCE_ITEM_CLUSTER || item->carried || item->n_facts > 1);
    }
  for (guint i = 0; i < scene->n_lanes; i++)
    n_in_lanes += scene->lanes[i].n_facts;
  g_assert_cmpuint (n_clustered, ==, omitted.n_clustered);
  g_assert_cmpuint (n_counted, ==, omitted.n_counted);
  g_assert_cmpuint (n_shelved, ==, omitted.n_shelved);
  g_assert_cmpuint (omitted.n_shelved, <=, omitted.n_undated);
  g_assert_cmpuint (omitted.n_earlier, <=, omitted.n_off_range);
  g_assert_cmpuint (omitted.n_empty_lanes, <=, omitted.n_off_range);
  g_assert_cmpuint (n_marks + n_clustered + n_counted, ==, n_in_lanes);
  g_assert_cmpuint (n_in_lanes + omitted.n_undated + omitted.n_off_range + omitted.n_hidden, ==, n_facts);
  guint n_found = 0;
  WhenceRect bounds;
  for (guint32 fact = 0; fact < n_facts; fact++)
    n_found += whence_timeline_scene_find (scene, fact_spot (fact), 0, &bounds);
  g_assert_cmpuint (n_found, ==, n_in_lanes + n_shelved);
}

/* --- Pointing --- */

/* Every fact of a group is found there, unless it has a mark of its own. */
static inline void
assert_group (const WhenceTimelineScene *scene, const WhenceTimelineItem *item)
{
  WhenceSpot spot = { WHENCE_SPOT_GROUP, item->fact };
  g_autoptr (GArray) facts = whence_timeline_scene_list_group (scene, spot);
  g_autofree char *stretch = whence_timeline_scene_describe_stretch (scene, spot);
  WhenceRect bounds;
  guint n_unmarked = 0;
  g_assert_cmpuint (facts->len, ==, item->n_facts);
  g_assert_cmpuint (whence_timeline_scene_count_group (scene, spot), ==, facts->len);
  g_assert_true (stretch != NULL || item->carried);
  g_assert_true (whence_timeline_scene_find (scene, spot, 0, &bounds));
  g_assert_cmpmem (&bounds, sizeof bounds, &item->bounds, sizeof bounds);
  for (guint i = 0; i < facts->len; i++)
    {
      g_assert_true (
        whence_timeline_scene_find (scene, fact_spot (g_array_index (facts, guint32, i)), 0, &bounds));
      n_unmarked += bounds.x == item->bounds.x && bounds.y == item->bounds.y;
    }
  g_assert_cmpuint (n_unmarked, ==, item->n_unmarked);
}

static inline void
assert_picked (const WhenceTimelineScene *scene, const WhenceTimelineItem *item, double x, double y)
{
  WhenceSpot spot = whence_timeline_scene_pick (scene, x, y, 0);
  if (whence_rect_contains (whence_shelf_head_at (scene, 0), x, y))
    {
      g_assert_cmpuint (spot.kind, ==, WHENCE_SPOT_SHELF);
      return;
    }
  g_assert_cmpuint (spot.index, ==, item->fact);
  g_assert_true ((spot.kind == WHENCE_SPOT_GROUP) == is_group (item));
}

static inline void
assert_pickable (const WhenceTimelineScene *scene)
{
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      WhenceRect r = item->bounds;
      assert_picked (scene, item, r.x, r.y);
      assert_picked (scene, item, r.x + r.width / 2, r.y + r.height / 2);
      assert_picked (scene, item, whence_rect_right (r) - 0.01, whence_rect_bottom (r) - 0.01);
      for (guint k = 0; k < item->n_ghosts; k++)
        {
          const WhenceGhost *ghost = &scene->ghosts[item->first_ghost + k];
          WhenceRect box = whence_ghost_box (ghost, item->mark);
          if (ghost->beyond == 0)
            assert_picked (scene, item, box.x + box.width / 2, box.y + box.height / 2);
        }
      if (is_group (item))
        assert_group (scene, item);
    }
  g_assert_cmpuint (whence_timeline_scene_pick (scene, scene->width / 2, 10, 0).kind, ==, WHENCE_SPOT_NONE);
  g_assert_cmpuint (whence_timeline_scene_pick (scene, -5, 1e9, 0).kind, ==, WHENCE_SPOT_NONE);
}

static guint n_ghosts_seen, n_beyond_seen;

static inline void
assert_scene (const WhenceTimelineScene *scene)
{
  for (guint i = 0; i < scene->n_items; i++)
    {
      assert_item_whole (scene, &scene->items[i]);
      assert_ghosts (scene, &scene->items[i], &n_ghosts_seen, &n_beyond_seen);
    }
  assert_apart (collect_bounds (scene));
  for (guint part = 0; part < N_SCROLLS; part++)
    {
      double scroll = floor ((scene->content_height - WHENCE_AXIS_HEIGHT) * part / N_SCROLLS);
      assert_apart (collect_boxes (scene, scroll));
      for (guint i = 0; i < scene->n_lanes; i++)
        assert_header (scene, &scene->lanes[i], scroll);
    }
  assert_complete (scene);
  assert_pickable (scene);
}
