/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The nodes of a scene: who is shown, where, how large among so many, and what is written into the shapes.
 * O(nodes). */
#include "layout/graph-scene-private.h"
#include "layout/large-array.h"

#include <math.h>

#define SMALLEST_RADIUS 1.5 /* px */
#define DOT 3.0             /* px: what is smaller has no room for a sign */
#define FEW 200             /* nodes in the picture: all large enough for their sign */
#define MANY 1200           /* nodes in the picture: dots, and the few that matter */

static void
add_node (WhenceGraphScene *scene, const WhenceGraphRequest *request, const WhenceArrangement *arrangement,
          double zoom, guint32 node)
{
  const WhenceGraph *graph = scene->graph;
  WhenceGraphNode *out = &scene->nodes[scene->n_nodes++];

  *out = (WhenceGraphNode){ .node = node, .entity = WHENCE_NONE, .fact = WHENCE_NONE };
  out->at = whence_arrangement_to_px (arrangement, request->view, request->width, request->height, node);
  out->radius = whence_graph_node_radius (graph, scene->degree, scene->look, node);
  if (node < graph->n_entities)
    out->radius *= zoom;
  out->shape = WHENCE_SHAPE_CIRCLE;
  if (node < graph->n_entities)
    {
      out->entity = node;
      out->shape = whence_bundle_get_entity_type (graph->bundle, node)->shape;
      out->pinned = arrangement->pinned[node];
      out->n_beyond = whence_graph_subset_count_beyond (scene->subset, node);
      scene->node_of_entity[node] = scene->n_nodes - 1;
    }
  else
    {
      out->fact = graph->node_fact[node - graph->n_entities];
      out->shape = WHENCE_SHAPE_DIAMOND;
      out->activity = whence_scope_get_activity (scene->scope, out->fact);
      out->change = whence_scope_get_change (scene->scope, out->fact);
      scene->node_of_fact[out->fact] = scene->n_nodes - 1;
    }
}

static gboolean
draws_entity (const WhenceGraphScene *scene, guint32 entity)
{
  return whence_graph_subset_has (scene->subset, entity)
         && whence_graph_knows_node (scene->graph, whence_scope_get_known_by (scene->scope), entity);
}

static void
list_nodes (WhenceGraphScene *scene, const WhenceGraphRequest *request, const WhenceArrangement *arrangement,
            double zoom)
{
  const WhenceGraph *graph = scene->graph;

  scene->nodes = whence_large_array_new (WhenceGraphNode, graph->n_nodes);
  scene->node_of_entity = whence_graph_no_nodes (graph->n_entities);
  scene->node_of_fact = whence_graph_no_nodes (whence_bundle_get_n_facts (graph->bundle));
  for (guint32 i = 0; i < graph->n_nodes; i++)
    if (i < graph->n_entities ? draws_entity (scene, i)
                              : whence_graph_scene_draws (scene, graph->node_fact[i - graph->n_entities]))
      add_node (scene, request, arrangement, zoom, i);
}

gboolean
whence_graph_node_is_visible (const WhenceGraphScene *scene, const WhenceGraphNode *node)
{
  return node->at.x > -node->radius && node->at.y > -node->radius && node->at.x < scene->width + node->radius
         && node->at.y < scene->height + node->radius;
}

/* What makes a node stand out among very many. */
static double
weight_of (const WhenceGraphScene *scene, guint32 node)
{
  double value =
    node < scene->graph->n_entities ? whence_graph_look_get_value (scene->look, node) : (double) NAN;

  if (whence_graph_look_get_sizing (scene->look) == WHENCE_SIZE_BY_VALUE)
    return isnan (value) ? 0 : value;
  return scene->degree[node];
}

/* Among very many nodes, only those that matter most stand out. */
static void
shrink_minor (WhenceGraphScene *scene)
{
  guint32 n_visible = 0;
  double most = 1e-9;
  double part;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (whence_graph_node_is_visible (scene, &scene->nodes[i]))
      {
        most = MAX (most, weight_of (scene, scene->nodes[i].node));
        n_visible++;
      }
  part = CLAMP (((double) n_visible - FEW) / (MANY - FEW), 0, 1);
  for (guint32 i = 0; i < scene->n_nodes && part > 0; i++)
    {
      WhenceGraphNode *node = &scene->nodes[i];
      double share = sqrt (weight_of (scene, node->node) / most);
      node->radius = MAX (SMALLEST_RADIUS, node->radius * (1 - part + part * MIN (share, 1)));
      node->dot = node->radius < DOT;
    }
}

static gboolean
has_room_for_initials (const WhenceGraphNode *node)
{
  return node->entity != WHENCE_NONE && node->radius >= WHENCE_GRAPH_INITIALS_RADIUS
         && node->shape != WHENCE_SHAPE_DOUBLE_CIRCLE && node->shape != WHENCE_SHAPE_TRIANGLE;
}

static void
count_beyond (WhenceGraphNode *node, const WhenceMeasure *measure)
{
  g_autofree char *text = NULL;

  if (node->n_beyond == 0 || node->dot)
    return;
  text = g_strdup_printf ("+%u", node->n_beyond);
  whence_text_block_init (&node->beyond, text, WHENCE_FONT_SMALL, 60, 1, measure);
}

/* The number of its class, and initials where there is none. */
static void
write_in_shape (const WhenceGraphScene *scene, WhenceGraphNode *node, const WhenceMeasure *measure)
{
  if (whence_graph_look_has_classes (scene->look) && node->entity != WHENCE_NONE && !node->dot)
    whence_graph_class_number (whence_graph_look_get_class (scene->look, node->entity), measure,
                               &node->initials);
  if (node->initials.n_lines == 0 && has_room_for_initials (node))
    whence_graph_node_initials (scene->graph, node->node, measure, &node->initials);
}

void
whence_graph_list_nodes (WhenceGraphScene *scene, const WhenceGraphRequest *request,
                         const WhenceArrangement *arrangement, double zoom)
{
  list_nodes (scene, request, arrangement, zoom);
  shrink_minor (scene);
}

void
whence_graph_fill_nodes (WhenceGraphScene *scene, const WhenceMeasure *measure)
{
  whence_graph_shrink_crowded (scene);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      count_beyond (&scene->nodes[i], measure);
      if (whence_graph_node_is_visible (scene, &scene->nodes[i]))
        write_in_shape (scene, &scene->nodes[i], measure);
    }
}
