/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a place to the next one by the keys for left, right, up and down. Linear in what is in view. */
#include "layout/timeline-scene-private.h"

#include <math.h>

/* Where the keys for up and down stop: a row, the header of a lane, or the head of the shelf. */
typedef enum
{
  STOP_ROW,
  STOP_HEADER,
  STOP_SHELF,
} StopKind;

typedef struct
{
  StopKind kind;
  guint index;
} Stop;

/* The item of the row nearest to @x. */
static WhenceSpot
nearest_in_row (const WhenceTimelineScene *scene, const WhenceTimelineRow *row, double x)
{
  WhenceSpot nearest = WHENCE_SPOT_NOTHING;
  double least = INFINITY;
  for (guint i = row->first; i < row->first + row->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      double distance = fabs (item->mark.x + item->mark.width / 2 - x);
      if (distance < least)
        {
          least = distance;
          nearest = whence_timeline_spot_of (item);
        }
    }
  return nearest;
}

static guint
lane_of_row (const WhenceTimelineScene *scene, guint row)
{
  guint lane = scene->items[scene->rows[row].first].lane;
  return lane < scene->n_lanes ? lane : WHENCE_NONE;
}

static gboolean
has_header (const WhenceTimelineScene *scene, guint lane)
{
  return lane < scene->n_lanes && scene->lanes[lane].header.n_lines > 0;
}

/* Rows and, before the first row of each lane, its header, and before those of the shelf its head; the strip
 * of a collapsed lane lies beside its header and is no stop of its own. Transfer full. */
static GArray *
list_stops (const WhenceTimelineScene *scene)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  const Stop shelf = { STOP_SHELF, 0 };
  gboolean shelf_due = scene->shelf_head.n_lines > 0;
  guint last = WHENCE_NONE;
  for (guint row = 0; row < scene->n_rows; row++)
    {
      guint lane = lane_of_row (scene, row);
      Stop header = { STOP_HEADER, lane }, stop = { STOP_ROW, row };
      if (shelf_due && scene->items[scene->rows[row].first].kind == WHENCE_ITEM_SHELVED)
        {
          g_array_append_val (stops, shelf);
          shelf_due = FALSE;
        }
      if (lane != last && has_header (scene, lane))
        g_array_append_val (stops, header);
      if (lane == WHENCE_NONE || !scene->lanes[lane].collapsed)
        g_array_append_val (stops, stop);
      last = lane;
    }
  if (shelf_due)
    g_array_append_val (stops, shelf);
  return stops;
}

static WhenceSpot
spot_of_stop (const WhenceTimelineScene *scene, const Stop *stop, double x)
{
  switch (stop->kind)
    {
    case STOP_HEADER:
      return (WhenceSpot){ WHENCE_SPOT_LANE, stop->index };
    case STOP_SHELF:
      return WHENCE_SPOT_SHELF_HEAD;
    case STOP_ROW:
    default:
      return nearest_in_row (scene, &scene->rows[stop->index], x);
    }
}

static WhenceSpot
step_up_or_down (const WhenceTimelineScene *scene, Stop from, double x, int dy)
{
  g_autoptr (GArray) stops = list_stops (scene);
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);
      if (stop->kind != from.kind || stop->index != from.index)
        continue;
      if ((dy < 0 && i == 0) || (dy > 0 && i + 1 == stops->len))
        return WHENCE_SPOT_NOTHING;
      stop = &g_array_index (stops, Stop, dy < 0 ? i - 1 : i + 1);
      return spot_of_stop (scene, stop, x);
    }
  return WHENCE_SPOT_NOTHING;
}

static WhenceSpot
step_in_time (const WhenceTimelineScene *scene, guint32 item, int dx)
{
  for (guint i = 0; i < scene->n_in_time; i++)
    if (scene->in_time[i] == item)
      {
        gint64 next = (gint64) i + dx;
        return next < 0 || next >= scene->n_in_time
                 ? WHENCE_SPOT_NOTHING
                 : whence_timeline_spot_of (&scene->items[scene->in_time[next]]);
      }
  return WHENCE_SPOT_NOTHING;
}

/* From a header in time: to the first of its lane. */
static WhenceSpot
enter_lane (const WhenceTimelineScene *scene, guint lane, int dx)
{
  const WhenceTimelineLane *into = &scene->lanes[lane];
  if (dx < 0 || into->first_row == into->end_row)
    return WHENCE_SPOT_NOTHING;
  return whence_timeline_spot_of (&scene->items[scene->rows[into->first_row].first]);
}

WhenceSpot
whence_timeline_scene_step (const WhenceTimelineScene *scene, WhenceSpot spot, int dx, int dy)
{
  if (dx == 0 && dy == 0)
    return WHENCE_SPOT_NOTHING;
  if (spot.kind == WHENCE_SPOT_LANE && spot.index < scene->n_lanes)
    return dy != 0 ? step_up_or_down (scene, (Stop){ STOP_HEADER, spot.index }, scene->left, dy)
                   : enter_lane (scene, spot.index, dx);
  if (spot.kind == WHENCE_SPOT_SHELF)
    return step_up_or_down (scene, (Stop){ STOP_SHELF, 0 }, scene->left, dy != 0 ? dy : dx);
  guint32 item = whence_timeline_find_spot (scene, spot);
  if (item == WHENCE_NONE && scene->n_in_time == 0)
    return WHENCE_SPOT_NOTHING;
  if (item == WHENCE_NONE)
    {
      gboolean backwards = dx < 0 || (dx == 0 && dy < 0);
      return whence_timeline_spot_of (&scene->items[scene->in_time[backwards ? scene->n_in_time - 1 : 0]]);
    }
  const WhenceTimelineItem *from = &scene->items[item];
  gboolean strip = from->lane < scene->n_lanes && scene->lanes[from->lane].collapsed;
  if (dy != 0)
    return step_up_or_down (scene, strip ? (Stop){ STOP_HEADER, from->lane } : (Stop){ STOP_ROW, from->row },
                            from->mark.x + from->mark.width / 2, dy);
  return step_in_time (scene, item, dx);
}
