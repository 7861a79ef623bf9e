/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hand does to an arrangement: moves, pins, drags. Each makes a copy; O(nodes), to take up O(edges)
 * more.
 */
#include "layout/arrangement-private.h"

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

static WhenceNet *
net_of_known (const WhenceGraph *graph, const WhenceKnownBy *known_by)
{
  g_autofree WhencePair *pairs = NULL;
  guint32 n = 0;

  if (known_by == NULL)
    return whence_net_copy (graph->net);
  pairs = g_new (WhencePair, MAX (1, graph->n_ties));
  for (guint32 i = 0; i < graph->n_ties; i++)
    if (whence_known_by_get_fact (known_by, graph->ties[i].fact) != WHENCE_ACTIVITY_NOT)
      pairs[n++] = (WhencePair){ graph->ties[i].from, graph->ties[i].to };
  return whence_net_new (graph->n_nodes, pairs, n);
}

/* They are not drawn: nobody is to see them push. */
static guint8 *
list_unknown (const WhenceGraph *graph, const WhenceKnownBy *known_by)
{
  guint8 *unknown = g_new0 (guint8, MAX (1, graph->n_nodes));

  for (guint32 i = 0; known_by != NULL && i < graph->n_nodes; i++)
    unknown[i] = !whence_graph_knows_node (graph, known_by, i);
  return unknown;
}

WhenceLive *
whence_arrangement_take_up (const WhenceArrangement *arrangement, const WhenceScope *scope,
                            const WhenceMeasure *measure)
{
  const WhenceGraph *graph = arrangement->graph;
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scope);
  g_autoptr (WhenceNet) net = net_of_known (graph, known_by);
  g_autofree guint8 *absent = list_unknown (graph, known_by);
  g_autofree guint32 *degree = whence_graph_count_known (graph, known_by);
  g_autofree WhenceRect *boxes =
    whence_arrangement_measure_boxes (graph, whence_scope_get_bundle (scope), degree, measure);
  WhenceLive *live = whence_live_new (net, boxes, arrangement->at, absent);

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
