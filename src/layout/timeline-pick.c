/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From points and keys to facts. Rows are sorted by height and items within a row by x, and neither overlap,
 * so that a point is found by two binary searches; a step in time is a step in a sorted array. */
#include "layout/timeline-scene-private.h"

#include <math.h>

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

guint32
whence_timeline_scene_pick (const WhenceTimelineScene *scene, double x, double y)
{
  const WhenceTimelineItem *item = find_item (scene, x, y);
  return item == NULL ? WHENCE_NONE : item->fact;
}

const guint32 *
whence_timeline_scene_pick_cluster (const WhenceTimelineScene *scene, double x, double y, guint *n_facts)
{
  const WhenceTimelineItem *item = find_item (scene, x, y);
  *n_facts = 0;
  if (item == NULL || item->kind != WHENCE_ITEM_CLUSTER)
    return NULL;
  *n_facts = item->n_facts;
  return scene->clustered + item->first_fact;
}

gboolean
whence_timeline_scene_find (const WhenceTimelineScene *scene, guint32 fact, WhenceRect *bounds)
{
  if (fact >= whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope))
      || scene->item_of[fact] == WHENCE_NONE)
    return FALSE;
  *bounds = scene->items[scene->item_of[fact]].bounds;
  return TRUE;
}

/* The item of the row nearest to @x that is a fact, or WHENCE_NONE. */
static guint32
nearest_in_row (const WhenceTimelineScene *scene, const WhenceTimelineRow *row, double x)
{
  guint32 nearest = WHENCE_NONE;
  double least = INFINITY;
  for (guint i = row->first; i < row->first + row->n_items; i++)
    {
      const WhenceTimelineItem *item = &scene->items[i];
      double distance = fabs (item->mark.x + item->mark.width / 2 - x);
      if (item->fact != WHENCE_NONE && distance < least)
        {
          least = distance;
          nearest = item->fact;
        }
    }
  return nearest;
}

static guint32
step_rows (const WhenceTimelineScene *scene, const WhenceTimelineItem *item, int dy)
{
  double x = item->mark.x + item->mark.width / 2;
  for (gint64 row = (gint64) item->row + dy; row >= 0 && row < scene->n_rows; row += dy)
    {
      guint32 fact = nearest_in_row (scene, &scene->rows[row], x);
      if (fact != WHENCE_NONE)
        return fact;
    }
  return WHENCE_NONE;
}

static guint32
step_in_time (const WhenceTimelineScene *scene, guint32 item, int dx)
{
  for (guint i = 0; i < scene->n_in_time; i++)
    if (scene->in_time[i] == item)
      {
        gint64 next = (gint64) i + dx;
        return next < 0 || next >= scene->n_in_time ? WHENCE_NONE : scene->items[scene->in_time[next]].fact;
      }
  return WHENCE_NONE;
}

guint32
whence_timeline_scene_step (const WhenceTimelineScene *scene, guint32 fact, int dx, int dy)
{
  WhenceRect bounds;
  if (scene->n_in_time == 0 || (dx == 0 && dy == 0))
    return WHENCE_NONE;
  gboolean here = fact != WHENCE_NONE && whence_timeline_scene_find (scene, fact, &bounds);
  if (!here)
    {
      gboolean backwards = dx < 0 || (dx == 0 && dy < 0);
      return scene->items[scene->in_time[backwards ? scene->n_in_time - 1 : 0]].fact;
    }
  guint32 item = scene->item_of[fact];
  if (dy != 0)
    return step_rows (scene, &scene->items[item], dy);
  return step_in_time (scene, item, dx);
}
