/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a hand carries out of a graph scene: nodes that stand elsewhere by now, their neighbours, and the
 * lines between, as a small scene to be painted over the old one. Where very many move, the ones that moved
 * the farthest stand for all. O(nodes + edges). */
#include "layout/graph-scene-private.h"
#include "layout/large-array.h"

#include <math.h>

#define LEAST 0.5 /* px: less is no motion */
#define MOST 400  /* nodes that moved */

static WhencePoint *
list_moves (const WhenceGraphScene *scene, WhenceGraphView view, const WhenceArrangement *now)
{
  WhencePoint *by = g_new0 (WhencePoint, MAX (1, scene->n_nodes));

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      WhencePoint to;
      if (node->node >= now->graph->n_nodes)
        continue;
      to = whence_arrangement_to_px (now, view, scene->width, scene->height, node->node);
      by[i] = (WhencePoint){ to.x - node->at.x, to.y - node->at.y };
    }
  return by;
}

static gboolean
is_farther (WhencePoint by, double least)
{
  return hypot (by.x, by.y) > least;
}

/* How far a node must have moved to be among the carried ones. */
static double
find_least (const WhencePoint *by, guint32 n)
{
  double least = LEAST;
  guint32 n_moved;

  do
    {
      n_moved = 0;
      for (guint32 i = 0; i < n; i++)
        n_moved += is_farther (by[i], least);
      least *= 2;
    }
  while (n_moved > MOST && isfinite (least));
  return least / 2;
}

/* All edges with an end that moved; marks both ends as @kept. */
static void
take_edges (WhenceGraphScene *carried, const WhenceGraphScene *scene, const WhencePoint *by, double least,
            guint8 *kept)
{
  guint32 n = 0;

  for (guint32 i = 0; i < scene->n_edges; i++)
    n += is_farther (by[scene->edges[i].from], least) || is_farther (by[scene->edges[i].to], least);
  carried->edges = whence_large_array_new (WhenceGraphEdge, n);
  carried->n_edges = 0;
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhenceGraphEdge edge = scene->edges[i];
      if (!is_farther (by[edge.from], least) && !is_farther (by[edge.to], least))
        continue;
      kept[edge.from] = kept[edge.to] = TRUE;
      whence_graph_edge_follow (&edge, by[edge.from], by[edge.to]);
      carried->edges[carried->n_edges++] = edge;
    }
}

static void
take_nodes (WhenceGraphScene *carried, const WhenceGraphScene *scene, const WhencePoint *by,
            const guint8 *kept)
{
  g_autofree guint32 *place = g_new (guint32, MAX (1, scene->n_nodes));
  guint32 n = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    n += kept[i];
  carried->nodes = whence_large_array_new (WhenceGraphNode, n);
  carried->n_nodes = 0;
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      WhenceGraphNode node = scene->nodes[i];
      if (!kept[i])
        continue;
      node.at = (WhencePoint){ node.at.x + by[i].x, node.at.y + by[i].y };
      node.label_at = (WhencePoint){ node.label_at.x + by[i].x, node.label_at.y + by[i].y };
      place[i] = carried->n_nodes;
      if (node.entity != WHENCE_NONE)
        carried->node_of_entity[node.entity] = place[i];
      else
        carried->node_of_fact[node.fact] = place[i];
      carried->nodes[carried->n_nodes++] = node;
    }
  for (guint32 i = 0; i < carried->n_edges; i++)
    {
      carried->edges[i].from = place[carried->edges[i].from];
      carried->edges[i].to = place[carried->edges[i].to];
    }
}

static guint32 *
new_map (guint n)
{
  guint32 *map = g_new (guint32, MAX (1, n));

  memset (map, 0xff, n * sizeof *map); /* WHENCE_NONE */
  return map;
}

/* The lines, and the nodes that moved, as they were. */
static WhenceGraphScene *
list_left (WhenceGraphScene *scene, const WhencePoint *by, double least)
{
  WhenceGraphScene *left = g_memdup2 (scene, sizeof *scene);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (WhenceGraphNode)),
                     edges = g_array_new (FALSE, FALSE, sizeof (WhenceGraphEdge));

  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (is_farther (by[i], least))
      g_array_append_val (nodes, scene->nodes[i]);
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (is_farther (by[scene->edges[i].from], least) || is_farther (by[scene->edges[i].to], least))
      g_array_append_val (edges, scene->edges[i]);
  g_atomic_ref_count_init (&left->ref_count);
  left->lender = whence_graph_scene_ref (scene);
  left->n_nodes = nodes->len;
  left->n_edges = edges->len;
  left->nodes = whence_large_array_dup (nodes->data, nodes->len, sizeof (WhenceGraphNode));
  left->edges = whence_large_array_dup (edges->data, edges->len, sizeof (WhenceGraphEdge));
  return left;
}

WhenceGraphScene *
whence_graph_scene_carried (WhenceGraphScene *scene, WhenceGraphView view, const WhenceArrangement *now)
{
  WhenceGraphScene *carried = g_memdup2 (scene, sizeof *scene);
  g_autofree WhencePoint *by = list_moves (scene, view, now);
  g_autofree guint8 *kept = g_new0 (guint8, MAX (1, scene->n_nodes));
  double least = find_least (by, scene->n_nodes);

  g_atomic_ref_count_init (&carried->ref_count);
  carried->lender = whence_graph_scene_ref (scene);
  carried->node_grid = NULL;
  carried->line_grid = NULL;
  carried->axis = NULL;
  carried->node_of_entity = new_map (whence_bundle_get_n_entities (whence_scope_get_bundle (scene->scope)));
  carried->node_of_fact = new_map (whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope)));
  for (guint32 i = 0; i < scene->n_nodes; i++)
    kept[i] = is_farther (by[i], least);
  take_edges (carried, scene, by, least, kept);
  take_nodes (carried, scene, by, kept);
  carried->left = list_left (scene, by, least);
  return carried;
}
