/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hand does to an arrangement: moves, pins, drags. Each makes a copy; O(nodes), to take up O(edges)
 * more.
 */
#include "layout/graph-scene-private.h"

/* No hand moves anybody to another date. */
static double
free_x (const WhenceArrangement *arrangement, guint32 node, double x)
{
  return arrangement->undated != NULL ? arrangement->at[node].x : x;
}

WhenceArrangement *
whence_arrangement_move (const WhenceArrangement *arrangement, guint32 entity, double x, double y)
{
  WhenceArrangement *copy = whence_arrangement_copy (arrangement);

  g_return_val_if_fail (entity < copy->graph->n_entities, copy);
  copy->at[entity] = (WhencePoint){ free_x (copy, entity, x), y };
  copy->pinned[entity] = TRUE;
  return copy;
}

WhenceArrangement *
whence_arrangement_pin (const WhenceArrangement *arrangement, const guint32 *entities, guint n,
                        gboolean pinned)
{
  WhenceArrangement *copy = whence_arrangement_copy (arrangement);

  for (guint i = 0; i < n; i++)
    copy->pinned[entities[i]] = (guint8) pinned;
  return copy;
}

gboolean
whence_arrangement_is_pinned (const WhenceArrangement *arrangement, guint32 entity)
{
  return entity < arrangement->graph->n_entities && arrangement->pinned[entity];
}

WhencePoint
whence_arrangement_get_position (const WhenceArrangement *arrangement, guint32 entity)
{
  g_return_val_if_fail (entity < arrangement->graph->n_entities, ((WhencePoint){ 0, 0 }));
  return arrangement->at[entity];
}

WhenceLive *
whence_arrangement_take_up (const WhenceArrangement *arrangement, const WhenceMeasure *measure)
{
  const WhenceGraph *graph = arrangement->graph;
  g_autofree WhenceRect *boxes = whence_arrangement_measure_boxes (graph, graph->degree, measure);
  WhenceLive *live = whence_live_new (graph->net, boxes, arrangement->at);

  for (guint32 i = 0; i < graph->n_nodes; i++)
    whence_live_pin (live, i, arrangement->pinned[i]);
  return live;
}

WhenceArrangement *
whence_arrangement_put_down (const WhenceArrangement *arrangement, const WhenceLive *live)
{
  WhenceArrangement *copy = whence_arrangement_copy (arrangement);
  const WhencePoint *at = whence_live_get_positions (live);

  for (guint32 i = 0; i < copy->graph->n_nodes; i++)
    {
      copy->at[i] = (WhencePoint){ free_x (copy, i, at[i].x), at[i].y };
      copy->pinned[i] = whence_live_is_pinned (live, i);
    }
  return copy;
}
