/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A frame on the way from one graph scene to another: a pure function of both and of how far it is. Nodes are
 * matched by id, lines and names follow them; the words of ties wait until the end. O(nodes + edges). */
#include "layout/graph-scene-private.h"
#include "layout/large-array.h"

#include <math.h>

static WhencePoint
mix (WhencePoint a, WhencePoint b, double t)
{
  return (WhencePoint){ a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* The node of @a that is the same person or fact as @node of @b, or NULL: the same record number where both
 * show the same bundle, else the same id. */
static const WhenceGraphNode *
find_same (const WhenceGraphScene *a, const WhenceGraphScene *b, const WhenceGraphNode *node)
{
  const WhenceBundle *then = a->graph->bundle, *now = b->graph->bundle;
  guint32 record = node->entity != WHENCE_NONE ? node->entity : node->fact, index;

  if (then != now && node->entity != WHENCE_NONE)
    {
      WhenceEntity entity;
      whence_bundle_get_entity (now, record, &entity);
      record = whence_bundle_find_entity (then, entity.id);
    }
  else if (then != now)
    {
      WhenceFact fact;
      whence_bundle_get_fact (now, record, &fact);
      record = whence_bundle_find_fact (then, fact.id);
    }
  if (record == WHENCE_NONE)
    return NULL;
  index = node->entity != WHENCE_NONE ? a->node_of_entity[record] : a->node_of_fact[record];
  return index != WHENCE_NONE ? &a->nodes[index] : NULL;
}

static void
move_edge (WhenceGraphEdge *edge, WhencePoint from, WhencePoint to)
{
  WhencePoint low, high;

  for (guint i = 0; i < 4; i++)
    {
      WhencePoint by = mix (from, to, i / 3.0);
      edge->curve[i] = (WhencePoint){ edge->curve[i].x + by.x, edge->curve[i].y + by.y };
    }
  edge->tip = (WhencePoint){ edge->tip.x + to.x, edge->tip.y + to.y };
  low = high = edge->tip;
  for (guint i = 0; i < 4; i++)
    {
      low = (WhencePoint){ MIN (low.x, edge->curve[i].x), MIN (low.y, edge->curve[i].y) };
      high = (WhencePoint){ MAX (high.x, edge->curve[i].x), MAX (high.y, edge->curve[i].y) };
    }
  edge->bounds = (WhenceRect){ low.x, low.y, high.x - low.x, high.y - low.y };
  edge->sign_at = whence_curve_point (edge->curve, 0.5);
}

static void
aim_arrow (WhenceGraphEdge *edge)
{
  double x = edge->tip.x - edge->curve[2].x, y = edge->tip.y - edge->curve[2].y;
  double length = sqrt (x * x + y * y);

  if (length > 1e-6)
    edge->heading = (WhencePoint){ x / length, y / length };
  /* The line ends at the base of the arrow. */
  if (edge->arrow)
    edge->curve[3] = (WhencePoint){ edge->tip.x - edge->heading.x * WHENCE_GRAPH_ARROW_LENGTH (edge->width),
                                    edge->tip.y - edge->heading.y * WHENCE_GRAPH_ARROW_LENGTH (edge->width) };
}

void
whence_graph_edge_follow (WhenceGraphEdge *edge, WhencePoint from, WhencePoint to)
{
  move_edge (edge, from, to);
  aim_arrow (edge);
  edge->labelled = edge->glyphed = FALSE;
  edge->gap0 = edge->gap1 = 0;
}

WhenceGraphScene *
whence_graph_scene_between (const WhenceGraphScene *a, double scale, WhencePoint shift, WhenceGraphScene *b,
                            double t)
{
  WhenceGraphScene *scene = g_memdup2 (b, sizeof *b);
  g_autofree WhencePoint *by = g_new0 (WhencePoint, MAX (1, b->n_nodes));

  g_atomic_ref_count_init (&scene->ref_count);
  scene->lender = whence_graph_scene_ref (b);
  scene->nodes = whence_large_array_dup (b->nodes, b->n_nodes, sizeof *b->nodes);
  scene->edges = whence_large_array_dup (b->edges, b->n_edges, sizeof *b->edges);
  scene->node_grid = NULL;
  scene->line_grid = NULL;
  for (guint32 i = 0; i < b->n_nodes; i++)
    {
      WhenceGraphNode *node = &scene->nodes[i];
      const WhenceGraphNode *start = find_same (a, b, node);
      WhencePoint from;
      if (start == NULL)
        continue;
      from = (WhencePoint){ start->at.x * scale + shift.x, start->at.y * scale + shift.y };
      node->at = mix (from, b->nodes[i].at, t);
      node->radius = start->radius + (b->nodes[i].radius - start->radius) * t;
      by[i] = (WhencePoint){ node->at.x - b->nodes[i].at.x, node->at.y - b->nodes[i].at.y };
      node->label_at = (WhencePoint){ node->label_at.x + by[i].x, node->label_at.y + by[i].y };
    }
  for (guint32 i = 0; i < b->n_edges; i++)
    whence_graph_edge_follow (&scene->edges[i], by[scene->edges[i].from], by[scene->edges[i].to]);
  return scene;
}
