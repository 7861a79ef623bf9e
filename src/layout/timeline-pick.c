/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From points and keys to what is there, and back. Rows are sorted by height and items within a row by x,
 * and neither overlap, so that a point is found by two binary searches; headers lie above the rows. */
#include "layout/timeline-scene-private.h"

static const WhenceTimelineItem *
find_item (const WhenceTimelineScene *scene, double x, double y)
{
  guint low = 0, high = scene->n_rows;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (scene->rows[middle].y1 <= y)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == scene->n_rows || y < scene->rows[low].y0)
    return NULL;

  const WhenceTimelineRow *row = &scene->rows[low];
  guint first = row->first, last = row->first + row->n_items;
  while (first < last)
    {
      guint middle = (first + last) / 2;
      if (whence_rect_right (scene->items[middle].bounds) <= x)
        first = middle + 1;
      else
        last = middle;
    }
  if (first == row->first + row->n_items || !whence_rect_contains (scene->items[first].bounds, x, y))
    return NULL;
  return &scene->items[first];
}

static guint
find_lane (const WhenceTimelineScene *scene, double y)
{
  guint low = 0, high = scene->n_lanes;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (scene->lanes[middle].y + scene->lanes[middle].height <= y)
        low = middle + 1;
      else
        high = middle;
    }
  return low < scene->n_lanes && y >= scene->lanes[low].y ? low : WHENCE_NONE;
}

/* A header takes the whole width of its column. */
static WhenceRect
header_area (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane, double scroll)
{
  WhenceRect area = whence_lane_header_at (scene, lane, scroll);
  if (scene->gutter > 0)
    area.width = scene->gutter;
  return area;
}

WhenceSpot
whence_timeline_spot_of (const WhenceTimelineItem *item)
{
  static const WhenceSpotKind kinds[] = {
    [WHENCE_ITEM_MARK] = WHENCE_SPOT_FACT, [WHENCE_ITEM_CLUSTER] = WHENCE_SPOT_GROUP,
    [WHENCE_ITEM_BAR] = WHENCE_SPOT_GROUP, [WHENCE_ITEM_SHELVED] = WHENCE_SPOT_FACT,
    [WHENCE_ITEM_BAND] = WHENCE_SPOT_FACT, [WHENCE_ITEM_EMPTY_LANES] = WHENCE_SPOT_EMPTY,
  };
  return (WhenceSpot){ kinds[item->kind], item->fact };
}

WhenceSpot
whence_timeline_scene_pick (const WhenceTimelineScene *scene, double x, double y, double scroll)
{
  if (whence_rect_contains (whence_shelf_head_at (scene, scroll), x, y))
    return WHENCE_SPOT_SHELF_HEAD;
  guint lane = find_lane (scene, y);
  if (lane != WHENCE_NONE && scene->lanes[lane].header.n_lines > 0
      && whence_rect_contains (header_area (scene, &scene->lanes[lane], scroll), x, y))
    return (WhenceSpot){ WHENCE_SPOT_LANE, lane };
  const WhenceTimelineItem *item = find_item (scene, x, y);
  return item == NULL ? WHENCE_SPOT_NOTHING : whence_timeline_spot_of (item);
}

guint32
whence_timeline_scene_item_of (const WhenceTimelineScene *scene, guint32 fact)
{
  guint low = 0, high = scene->n_item_of;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (scene->item_of[middle].fact < fact)
        low = middle + 1;
      else
        high = middle;
    }
  return low < scene->n_item_of && scene->item_of[low].fact == fact ? scene->item_of[low].item : WHENCE_NONE;
}

static const WhenceTimelineLane *
lane_of_rank (const WhenceTimelineScene *scene, guint rank)
{
  for (guint i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].rank == rank)
      return &scene->lanes[i];
  for (guint i = 0; i < scene->n_rest; i++)
    if (scene->rest[i] == rank)
      return &scene->lanes[scene->n_lanes - 1];
  return NULL;
}

static guint32
bar_at (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane, gint64 instant)
{
  gint64 start = scene->columns.starts[whence_columns_find (&scene->columns, instant)];
  for (guint i = lane->first_bar; i < lane->first_bar + lane->n_bars; i++)
    if (scene->items[i].start == start)
      return i;
  return WHENCE_NONE;
}

/* The bar that counts the fact, or where it comes from before the view, what counts it there. */
static guint32
bar_of (const WhenceTimelineScene *scene, guint32 fact)
{
  WhenceMarkShape shape;
  gint64 from, to;
  if (!whence_scope_shows (scene->scope, fact) || !whence_fact_reach (scene->scope, fact, &from, &to)
      || from >= scene->to || to < scene->from)
    return WHENCE_NONE;
  guint rank = whence_lane_grouping_get_rank (whence_timeline_index_get_grouping (scene->index), fact);
  const WhenceTimelineLane *lane = lane_of_rank (scene, rank);
  if (lane == NULL || (lane->listed && !whence_scene_shape (scene, fact, &shape)))
    return WHENCE_NONE;
  return from < scene->from && !lane->collapsed ? lane->carried : bar_at (scene, lane, from);
}

static guint32
find_fact (const WhenceTimelineScene *scene, WhenceSpot spot)
{
  if (spot.index >= whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope)))
    return WHENCE_NONE;
  guint32 item = whence_timeline_scene_item_of (scene, spot.index);
  gboolean mark =
    item != WHENCE_NONE
    && (scene->items[item].kind == WHENCE_ITEM_MARK || scene->items[item].kind == WHENCE_ITEM_BAND
        || scene->items[item].kind == WHENCE_ITEM_SHELVED);
  if (item == WHENCE_NONE || (mark && spot.kind == WHENCE_SPOT_GROUP))
    item = bar_of (scene, spot.index);
  return item;
}

static guint32
find_empty (const WhenceTimelineScene *scene)
{
  for (guint i = scene->n_items; i-- > 0;)
    if (scene->items[i].kind == WHENCE_ITEM_EMPTY_LANES)
      return i;
  return WHENCE_NONE;
}

guint32
whence_timeline_find_spot (const WhenceTimelineScene *scene, WhenceSpot spot)
{
  if (spot.kind == WHENCE_SPOT_FACT || spot.kind == WHENCE_SPOT_GROUP)
    return find_fact (scene, spot);
  return spot.kind == WHENCE_SPOT_EMPTY ? find_empty (scene) : WHENCE_NONE;
}

gboolean
whence_timeline_scene_find (const WhenceTimelineScene *scene, WhenceSpot spot, double scroll,
                            WhenceRect *bounds)
{
  if (spot.kind == WHENCE_SPOT_LANE && spot.index < scene->n_lanes
      && scene->lanes[spot.index].header.n_lines > 0)
    {
      *bounds = header_area (scene, &scene->lanes[spot.index], scroll);
      return TRUE;
    }
  if (spot.kind == WHENCE_SPOT_SHELF)
    {
      *bounds = whence_shelf_head_at (scene, scroll);
      return bounds->height > 0;
    }
  guint32 item = whence_timeline_find_spot (scene, spot);
  if (item == WHENCE_NONE)
    return FALSE;
  *bounds = scene->items[item].bounds;
  return TRUE;
}

guint
whence_timeline_scene_list (const WhenceTimelineScene *scene, double top, double bottom, WhenceSpot *spots,
                            guint max)
{
  guint n = 0;
  for (guint i = 0; i < scene->n_lanes && n < max; i++)
    if (scene->lanes[i].header.n_lines > 0 && scene->lanes[i].y < bottom
        && scene->lanes[i].y + scene->lanes[i].height > top)
      spots[n++] = (WhenceSpot){ WHENCE_SPOT_LANE, i };
  for (guint row = 0; row < scene->n_rows; row++)
    for (guint i = 0; i < scene->rows[row].n_items && n < max; i++)
      if (scene->rows[row].y1 > top && scene->rows[row].y0 < bottom)
        spots[n++] = whence_timeline_spot_of (&scene->items[scene->rows[row].first + i]);
  if (scene->shelf_head.n_lines > 0 && n < max)
    spots[n++] = WHENCE_SPOT_SHELF_HEAD;
  return n;
}
