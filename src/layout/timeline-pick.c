/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From points and keys to what is there, and back. Rows are sorted by height and items within a row by x,
 * and neither overlap, so that a point is found by two binary searches; headers lie above the rows. */
#include "layout/timeline-scene-private.h"

#include "model/lower-bound.h"

static gboolean
is_row_above (gconstpointer row, gconstpointer y)
{
  return ((const WhenceTimelineRow *) row)->y1 <= *(const double *) y;
}

static gboolean
is_item_left_of (gconstpointer item, gconstpointer x)
{
  return whence_rect_right (((const WhenceTimelineItem *) item)->bounds) <= *(const double *) x;
}

static gboolean
is_lane_above (gconstpointer lane, gconstpointer y)
{
  const WhenceTimelineLane *one = lane;
  return one->y + one->height <= *(const double *) y;
}

guint
whence_timeline_scene_find_row (const WhenceTimelineScene *scene, double y)
{
  return whence_lower_bound (scene->rows, scene->n_rows, sizeof *scene->rows, is_row_above, &y);
}

static const WhenceTimelineItem *
find_item (const WhenceTimelineScene *scene, double x, double y)
{
  guint at = whence_timeline_scene_find_row (scene, y);
  if (at == scene->n_rows || y < scene->rows[at].y0)
    return NULL;

  const WhenceTimelineRow *row = &scene->rows[at];
  const WhenceTimelineItem *items = scene->items + row->first;
  at = whence_lower_bound (items, row->n_items, sizeof *items, is_item_left_of, &x);
  return at < row->n_items && whence_rect_contains (items[at].bounds, x, y) ? &items[at] : NULL;
}

static guint
find_lane (const WhenceTimelineScene *scene, double y)
{
  guint at = whence_lower_bound (scene->lanes, scene->n_lanes, sizeof *scene->lanes, is_lane_above, &y);
  return at < scene->n_lanes && y >= scene->lanes[at].y ? at : WHENCE_NONE;
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

static gboolean
is_before_fact (gconstpointer item_of, gconstpointer fact)
{
  return ((const WhenceItemOf *) item_of)->fact < *(const guint32 *) fact;
}

guint32
whence_timeline_scene_item_of (const WhenceTimelineScene *scene, guint32 fact)
{
  guint n = scene->n_item_of;
  guint at = whence_lower_bound (scene->item_of, n, sizeof *scene->item_of, is_before_fact, &fact);
  return at < n && scene->item_of[at].fact == fact ? scene->item_of[at].item : WHENCE_NONE;
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
