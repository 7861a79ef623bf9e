/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graph scene: nodes and edges that the scope shows, in px at one zoom, then routes, then labels. Immutable
 * once made. O((nodes + edges) log n + squares that lines cross), and a bounded number of labels that are
 * tried. */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"
#include "layout/large-array.h"

#include <math.h>

#define SMALLEST_ZOOM 0.4   /* below this scale shapes shrink no more */
#define SMALLEST_SHARE 0.22 /* of a node's size, when others are near */
#define SMALLEST_RADIUS 1.5 /* px */
#define DOT 3.0             /* px: what is smaller has no room for a sign */
#define FEW 200             /* nodes in the picture: all large enough for their sign */
#define MANY 1200           /* nodes in the picture: dots, and the few that matter */
#define BEYOND 48.0         /* px around the picture */
#define SQUARE 40.0         /* px: of the grid of nodes, */
#define SMALLEST_SQUARE 8.0 /* and where they are very many */

/* --- Nodes --------------------------------------------------------------------------------------- */

/* How large shapes and lines are drawn, seen from afar. The units of saved positions are anybody's. */
static double
zoom_of (const WhenceGraphRequest *request, const WhenceArrangement *arrangement)
{
  return arrangement->layout == WHENCE_LAYOUT_SAVED ? 1
                                                    : sqrt (CLAMP (request->view.scale, SMALLEST_ZOOM, 1));
}

static void
add_node (WhenceGraphScene *scene, const WhenceGraphRequest *request, const WhenceArrangement *arrangement,
          guint32 node)
{
  const WhenceGraph *graph = scene->graph;
  WhenceGraphNode *out = &scene->nodes[scene->n_nodes++];

  *out = (WhenceGraphNode){ .node = node, .entity = WHENCE_NONE, .fact = WHENCE_NONE };
  out->at = whence_arrangement_to_px (arrangement, request->view, request->width, request->height, node);
  out->radius = whence_graph_node_radius (graph, scene->degree, scene->look, node);
  if (node < graph->n_entities)
    out->radius *= zoom_of (request, arrangement);
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

gboolean
whence_graph_scene_draws (const WhenceGraphScene *scene, guint32 fact)
{
  guint8 tied = scene->graph->tied[fact];

  return (tied == WHENCE_TIED || (tied == WHENCE_UNTIED_NEGATED && scene->negated))
         && whence_scope_shows (scene->scope, fact)
         && whence_scope_get_activity (scene->scope, fact) != WHENCE_ACTIVITY_NOT
         && whence_scope_get_drawn (scene->scope, fact) == fact
         && whence_graph_subset_draws (scene->subset, fact);
}

static gboolean
draws_entity (const WhenceGraphScene *scene, guint32 entity)
{
  return whence_graph_subset_has (scene->subset, entity)
         && whence_graph_knows_node (scene->graph, whence_scope_get_known_by (scene->scope), entity);
}

static guint32 *
no_nodes (guint n)
{
  guint32 *nodes = g_new (guint32, MAX (1, n));

  memset (nodes, 0xff, n * sizeof *nodes);
  return nodes;
}

static void
list_nodes (WhenceGraphScene *scene, const WhenceGraphRequest *request, const WhenceArrangement *arrangement)
{
  const WhenceGraph *graph = scene->graph;

  scene->nodes = whence_large_array_new (WhenceGraphNode, graph->n_nodes);
  scene->node_of_entity = no_nodes (graph->n_entities);
  scene->node_of_fact = no_nodes (whence_bundle_get_n_facts (graph->bundle));
  for (guint32 i = 0; i < graph->n_nodes; i++)
    if (i < graph->n_entities ? draws_entity (scene, i)
                              : whence_graph_scene_draws (scene, graph->node_fact[i - graph->n_entities]))
      add_node (scene, request, arrangement, i);
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

typedef struct
{
  const WhenceGraphScene *scene;
  guint32 index;
  double share;
} Crowd;

static gboolean
on_near (guint32 id, WhenceRect rect, gpointer user_data)
{
  Crowd *crowd = user_data;
  const WhenceGraphNode *node = &crowd->scene->nodes[crowd->index], *other = &crowd->scene->nodes[id];
  double dx = node->at.x - other->at.x, dy = node->at.y - other->at.y;

  if (id != crowd->index)
    crowd->share = MIN (crowd->share, sqrt (dx * dx + dy * dy) / (node->radius + other->radius + 3));
  return crowd->share > SMALLEST_SHARE;
}

static WhenceRect
node_box (const WhenceGraphNode *node)
{
  return (WhenceRect){ node->at.x - node->radius - 2, node->at.y - node->radius - 2, 2 * node->radius + 4,
                       2 * node->radius + 4 };
}

/* The side of squares for a few nodes each, were they spread evenly. */
static double
choose_side (const WhenceGraphScene *scene, WhenceRect area)
{
  guint n = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    n += whence_graph_node_is_visible (scene, &scene->nodes[i]);
  return CLAMP (3 * sqrt (area.width * area.height / MAX (1, n)), SMALLEST_SQUARE, SQUARE);
}

/* A little more than the picture, so that nodes at its border know who is beside them. */
static WhenceRectGrid *
index_nodes (WhenceGraphScene *scene)
{
  WhenceRect area = { -BEYOND, -BEYOND, scene->width + 2 * BEYOND, scene->height + 2 * BEYOND };
  WhenceRectGrid *grid = whence_rect_grid_new (area, choose_side (scene, area), &scene->work);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    whence_rect_grid_add (grid, i, node_box (&scene->nodes[i]));
  return grid;
}

static WhenceRectGrid *
index_labels (WhenceGraphScene *scene)
{
  WhenceRectGrid *grid =
    whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 40, &scene->work);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].labelled)
      whence_rect_grid_add (grid, i,
                            (WhenceRect){ scene->nodes[i].label_at.x, scene->nodes[i].label_at.y,
                                          scene->nodes[i].label.width, scene->nodes[i].label.height });
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (scene->edges[i].labelled)
      whence_rect_grid_add (grid, scene->n_nodes + i,
                            (WhenceRect){ scene->edges[i].label_at.x, scene->edges[i].label_at.y,
                                          scene->edges[i].label.width, scene->edges[i].label.height });
  return grid;
}

typedef struct
{
  const WhenceGraphScene *scene;
  const WhenceRectGrid *grid;
  double *share;                   /* of each node */
  guint64 work[WHENCE_MOST_PARTS]; /* of each part */
} Crowding;

static void
share_part (guint32 first, guint32 end, guint part, gpointer data)
{
  Crowding *crowding = data;
  guint64 work = 0;

  for (guint32 i = first; i < end; i++)
    {
      Crowd crowd = { crowding->scene, i, 1 };
      whence_rect_grid_foreach_apart (crowding->grid, node_box (&crowding->scene->nodes[i]), on_near, &crowd,
                                      &work);
      crowding->share[i] = MAX (crowd.share, SMALLEST_SHARE);
    }
  crowding->work[part] = work;
}

/* Zoomed far out, nodes shrink so that they do not cover one another. */
static void
shrink_crowded (WhenceGraphScene *scene)
{
  g_autoptr (WhenceRectGrid) grid = index_nodes (scene);
  g_autofree double *share = g_new (double, MAX (1, scene->n_nodes));
  Crowding crowding = { scene, grid, share, { 0 } };
  guint n_parts = whence_in_parts (scene->n_nodes, WHENCE_GRAPH_LEAST_PART, share_part, &crowding);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene->nodes[i].radius *= share[i];
  for (guint i = 0; i < n_parts; i++)
    scene->work += crowding.work[i];
}

static void
count_entities (WhenceGraphScene *scene)
{
  const WhenceKnownBy *known_by = whence_scope_get_known_by (scene->scope);

  scene->omitted.n_entities = whence_graph_subset_get_n_hidden (scene->subset);
  for (guint32 i = 0; i < scene->graph->n_entities && known_by != NULL; i++)
    if (whence_known_by_get_entity (known_by, i) == WHENCE_ACTIVITY_NOT)
      {
        scene->omitted.n_strangers++;
        scene->omitted.n_entities -= !whence_graph_subset_has (scene->subset, i);
      }
}

static void
count_omitted (WhenceGraphScene *scene)
{
  const WhenceGraph *graph = scene->graph;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (graph->bundle); i++)
    if (!whence_scope_shows (scene->scope, i))
      scene->omitted.n_hidden++;
    else if (graph->tied[i] == WHENCE_UNTIED_SINGLE)
      scene->omitted.n_single++;
    else if (graph->tied[i] == WHENCE_UNTIED_NEGATED && !scene->negated)
      scene->omitted.n_negated++;
    else if (whence_scope_get_activity (scene->scope, i) == WHENCE_ACTIVITY_NOT)
      scene->omitted.n_inactive++;
    else if (!whence_graph_subset_draws (scene->subset, i))
      scene->omitted.n_beyond++;
  scene->omitted.n_unknown = whence_scope_get_n_unknown (scene->scope);
  scene->omitted.n_hidden -= scene->omitted.n_unknown;
  count_entities (scene);
}

/* --- The whole ----------------------------------------------------------------------------------- */

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

static void
build_nodes_and_edges (WhenceGraphScene *scene, const WhenceGraphRequest *request,
                       const WhenceArrangement *arrangement)
{
  g_autofree guint32 *scene_node = no_nodes (scene->graph->n_nodes);

  list_nodes (scene, request, arrangement);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene_node[scene->nodes[i].node] = i;
  shrink_minor (scene);
  shrink_crowded (scene);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    count_beyond (&scene->nodes[i], &request->measure);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (whence_graph_node_is_visible (scene, &scene->nodes[i]))
      write_in_shape (scene, &scene->nodes[i], &request->measure);
  scene->ties = whence_scene_ties_get (request->ties, scene, scene_node);
  whence_graph_list_edges (scene, zoom_of (request, arrangement));
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene->nodes[i].faint = scene->nodes[i].n_facts == 0 && scene->degree[scene->nodes[i].node] > 0;
}

/* Lines and words. FALSE when cancelled. */
static gboolean
draw (WhenceGraphScene *scene, const WhenceGraphRequest *request, GCancellable *cancellable)
{
  whence_graph_measure_names (scene, &request->measure);
  whence_graph_route_edges (scene, FALSE);
  if (!whence_graph_place_labels (scene, &request->measure, cancellable))
    return FALSE;
  if (request->purpose == WHENCE_GRAPH_TO_HANDLE)
    {
      scene->node_grid = index_nodes (scene);
      scene->label_grid = index_labels (scene);
    }
  return TRUE;
}

WhenceGraphScene *
whence_graph_scene_new (const WhenceGraphRequest *request, GCancellable *cancellable)
{
  g_autoptr (WhenceGraphScene) scene = g_new0 (WhenceGraphScene, 1);
  g_autoptr (WhenceArrangement) arrangement =
    whence_arrangement_follow (request->arrangement, request->scope,
                               request->width / MAX (1, request->height), &request->measure, cancellable);

  if (arrangement == NULL)
    {
      g_free (g_steal_pointer (&scene));
      return NULL;
    }
  g_atomic_ref_count_init (&scene->ref_count);
  scene->scope = whence_scope_ref (request->scope);
  scene->subset = request->subset != NULL ? whence_graph_subset_ref (request->subset) : NULL;
  scene->graph = whence_graph_ref (arrangement->graph);
  if (whence_scope_get_known_by (scene->scope) != NULL)
    scene->known_degree = whence_graph_count_known (scene->graph, whence_scope_get_known_by (scene->scope));
  scene->degree = scene->known_degree != NULL ? scene->known_degree : scene->graph->degree;
  if (whence_graph_look_is_for (request->look, whence_scope_get_bundle (scene->scope)))
    scene->look = whence_graph_look_ref (request->look);
  scene->negated = request->negated;
  scene->layout = arrangement->layout;
  scene->center = arrangement->center;
  scene->axis = whence_graph_axis_new (arrangement, request);
  scene->width = request->width;
  scene->height = request->height;
  build_nodes_and_edges (scene, request, arrangement);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  count_omitted (scene);
  if (request->purpose == WHENCE_GRAPH_TO_COUNT && scene->dense)
    scene->omitted.n_unlabelled = whence_graph_count_untried (scene);
  else if (!draw (scene, request, cancellable))
    return NULL;
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&scene);
}

guint
whence_graph_scene_get_n_marks (const WhenceGraphScene *scene)
{
  return scene->n_nodes + scene->n_edges;
}

WhenceSceneTies *
whence_graph_scene_get_ties (const WhenceGraphScene *scene)
{
  return scene->ties;
}

WhenceGraphScene *
whence_graph_scene_ref (WhenceGraphScene *scene)
{
  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
whence_graph_scene_unref (WhenceGraphScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->ref_count))
    return;
  if (scene->lender != NULL)
    {
      g_clear_pointer (&scene->left, whence_graph_scene_unref);
      if (scene->node_of_entity != scene->lender->node_of_entity)
        {
          g_free (scene->node_of_entity);
          g_free (scene->node_of_fact);
        }
      whence_graph_scene_unref (scene->lender);
      g_free (scene->nodes);
      g_free (scene->edges);
      g_free (scene);
      return;
    }
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      whence_text_block_clear (&scene->nodes[i].label);
      whence_text_block_clear (&scene->nodes[i].initials);
      whence_text_block_clear (&scene->nodes[i].beyond);
    }
  for (guint32 i = 0; i < scene->n_edges; i++)
    whence_text_block_clear (&scene->edges[i].label);
  g_free (scene->nodes);
  g_free (scene->edges);
  g_free (scene->node_of_entity);
  g_free (scene->node_of_fact);
  whence_graph_axis_free (scene->axis);
  whence_rect_grid_free (scene->node_grid);
  whence_rect_grid_free (scene->label_grid);
  whence_line_grid_free (scene->line_grid);
  g_free (scene->known_degree);
  g_clear_pointer (&scene->ties, whence_scene_ties_unref);
  g_clear_pointer (&scene->graph, whence_graph_unref);
  g_clear_pointer (&scene->look, whence_graph_look_unref);
  g_clear_pointer (&scene->subset, whence_graph_subset_unref);
  whence_scope_unref (scene->scope);
  g_free (scene);
}

WhenceGraphOmitted
whence_graph_scene_get_omitted (const WhenceGraphScene *scene)
{
  return scene->omitted;
}
