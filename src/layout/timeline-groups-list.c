/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people ask of groups and lanes: which facts are in them, what they are about, and where else a lane
 * might stand. */
#include "layout/timeline-scene-private.h"

/* --- Groups -------------------------------------------------------------------------------------- */

static const WhenceTimelineItem *
find_group (const WhenceTimelineScene *scene, WhenceSpot group)
{
  for (guint i = 0; i < scene->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      if ((item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR) && item->fact == group.index)
        return item;
    }
  return NULL;
}

typedef struct
{
  const WhenceTimelineScene *scene;
  GArray *facts;
  gint64 before; /* what begins then or later is left out */
  gboolean listed;
} Collector;

static gboolean
collect (const WhencePlace *place, gpointer data)
{
  Collector *collector = data;
  WhenceMarkShape shape;
  if (place->from < collector->before
      && (!collector->listed || whence_scene_shape (collector->scene, place->fact, &shape)))
    g_array_append_val (collector->facts, place->fact);
  return TRUE;
}

static gint64
end_of (const WhenceTimelineScene *scene, const WhenceTimelineItem *item)
{
  guint column = whence_columns_find (&scene->columns, item->start);
  return scene->columns.starts[column + 1];
}

guint
whence_timeline_scene_count_group (const WhenceTimelineScene *scene, WhenceSpot group)
{
  const WhenceTimelineItem *item = find_group (scene, group);

  return item != NULL ? item->n_facts : 0;
}

GArray *
whence_timeline_scene_list_group (const WhenceTimelineScene *scene, WhenceSpot group)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  const WhenceTimelineItem *item = find_group (scene, group);
  if (item == NULL)
    return facts;
  if (item->first_fact != WHENCE_NONE)
    {
      g_array_append_vals (facts, scene->clustered + item->first_fact, item->n_facts);
      return facts;
    }
  const WhenceTimelineLane *lane = &scene->lanes[item->lane];
  gboolean bar = item->kind == WHENCE_ITEM_BAR;
  Collector collector = { scene, facts, bar ? G_MAXINT64 : scene->from, lane->listed };
  whence_lane_foreach (scene, lane->rank, item->start, bar ? end_of (scene, item) : item->start,
                       item->carried, collect, &collector);
  return facts;
}

char *
whence_timeline_scene_describe_stretch (const WhenceTimelineScene *scene, WhenceSpot group)
{
  const WhenceTimelineItem *item = find_group (scene, group);
  if (item == NULL || (item->kind == WHENCE_ITEM_CLUSTER && item->carried))
    return NULL;
  if (item->kind == WHENCE_ITEM_BAR)
    return whence_stretch_to_text (scene->columns.stretch, item->start, end_of (scene, item));
  gint64 start = whence_stretch_start (scene->stretch, item->start);
  return whence_stretch_to_text (scene->stretch, start, whence_stretch_end (scene->stretch, start));
}

/* --- Lanes --------------------------------------------------------------------------------------- */

static const char *
id_of (const WhenceTimelineScene *scene, guint rank)
{
  const WhenceLaneGrouping *grouping = whence_timeline_index_get_grouping (scene->index);
  return rank < grouping->n_keys ? whence_lane_grouping_get_id (grouping, rank) : WHENCE_LANE_REST;
}

guint
whence_timeline_scene_get_n_lanes (const WhenceTimelineScene *scene)
{
  return scene->n_lanes;
}

WhenceTimelineLaneInfo
whence_timeline_scene_get_lane (const WhenceTimelineScene *scene, guint lane)
{
  const WhenceTimelineLane *found = &scene->lanes[lane];
  return (WhenceTimelineLaneInfo){
    .name = whence_lane_get_name (scene, found->rank),
    .id = id_of (scene, found->rank),
    .n_facts = found->n_facts,
    .collapsed = found->collapsed,
    .fixed = found->rank >= whence_timeline_index_get_grouping (scene->index)->n_keys,
  };
}

guint
whence_timeline_scene_find_lane (const WhenceTimelineScene *scene, double y)
{
  guint lane = 0;
  while (lane < scene->n_lanes && scene->lanes[lane].y + scene->lanes[lane].height <= y)
    lane++;
  return lane;
}

guint
whence_timeline_scene_find_gap (const WhenceTimelineScene *scene, double y)
{
  guint lane = whence_timeline_scene_find_lane (scene, y);
  return lane < scene->n_lanes && y > scene->lanes[lane].y + scene->lanes[lane].height / 2 ? lane + 1 : lane;
}

double
whence_timeline_scene_get_gap (const WhenceTimelineScene *scene, guint gap)
{
  if (scene->n_lanes == 0)
    return WHENCE_AXIS_HEIGHT;
  const WhenceTimelineLane *last = &scene->lanes[scene->n_lanes - 1];
  return gap < scene->n_lanes ? scene->lanes[gap].y : last->y + last->height;
}

guint
whence_timeline_scene_get_n_empty_lanes (const WhenceTimelineScene *scene)
{
  return scene->omitted.n_empty_lanes;
}

const char *
whence_timeline_scene_get_empty_lane (const WhenceTimelineScene *scene, guint i)
{
  return whence_lane_get_name (scene, scene->empty[i]);
}

GArray *
whence_timeline_scene_list_empty_lane (const WhenceTimelineScene *scene, guint i)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (scene->index, scene->empty[i], &n);
  for (guint k = 0; k < n; k++)
    g_array_append_val (facts, places[k].fact);
  return facts;
}

/* Where in @order (without the lane that is moved) it goes. */
static guint
find_place (const WhenceTimelineScene *scene, const GArray *order, guint moved, guint before)
{
  guint n_keys = whence_timeline_index_get_grouping (scene->index)->n_keys;
  gboolean at_end = before >= scene->n_lanes || scene->lanes[before].rank >= n_keys;
  guint last = WHENCE_NONE, place = 0;
  for (guint i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].rank < n_keys && scene->lanes[i].rank != moved)
      last = scene->lanes[i].rank;
  guint rank = at_end ? last : scene->lanes[before].rank;
  while (place < order->len && g_array_index (order, guint, place) != rank)
    place++;
  return MIN (order->len, place + (at_end ? 1 : 0));
}

/* What follows in the order that lanes have of their own need not be said. */
static guint
count_telling (const GArray *order)
{
  guint n = order->len;
  while (n > 1 && g_array_index (order, guint, n - 1) > g_array_index (order, guint, n - 2))
    n--;
  return n > 0 ? n - 1 : 0;
}

GPtrArray *
whence_timeline_scene_move_lane (const WhenceTimelineScene *scene, guint lane, guint before)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint n_keys = whence_timeline_index_get_grouping (scene->index)->n_keys;
  guint moved = scene->lanes[lane].rank;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_keys; i++)
    if (scene->order[i] != moved)
      g_array_append_val (order, scene->order[i]);
  if (moved < n_keys && before != lane)
    g_array_insert_val (order, find_place (scene, order, moved, before), moved);
  else if (moved < n_keys)
    {
      g_array_set_size (order, 0);
      g_array_append_vals (order, scene->order, n_keys);
    }
  guint n = count_telling (order);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, g_strdup (id_of (scene, g_array_index (order, guint, i))));
  return ids;
}
