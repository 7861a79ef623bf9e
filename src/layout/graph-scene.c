/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A graph scene: nodes and edges that the scope shows, in px at one zoom, then routes, then labels. Immutable
 * once made. O((nodes + edges) log n) and what labels near one another cost. */
#include "layout/graph-scene-private.h"

#include <math.h>

#define EDGE_WIDTH 1.25
#define SPOKE_WIDTH 1.0
#define AMOUNT_WIDTH 3.6    /* px more for the largest amount */
#define SMALLEST_ZOOM 0.4   /* below this scale shapes shrink no more */
#define SMALLEST_SHARE 0.22 /* of a node's size, when others are near */

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
  out->at = whence_graph_view_to_px (request->view, request->width, request->height, arrangement->at[node]);
  out->radius = whence_graph_node_radius (graph, node);
  if (node < graph->n_entities)
    out->radius *= zoom_of (request, arrangement);
  out->shape = WHENCE_SHAPE_CIRCLE;
  if (node < graph->n_entities)
    {
      out->entity = node;
      out->shape = whence_bundle_get_entity_type (graph->bundle, node)->shape;
      out->pinned = arrangement->pinned[node];
    }
  else
    {
      out->fact = graph->node_fact[node - graph->n_entities];
      out->shape = WHENCE_SHAPE_DIAMOND;
      out->activity = whence_scope_get_activity (scene->scope, out->fact);
      scene->node_of_fact[out->fact] = scene->n_nodes - 1;
    }
}

static gboolean
is_drawn (const WhenceGraphScene *scene, guint32 fact)
{
  return scene->graph->tied[fact] == WHENCE_TIED && whence_scope_shows (scene->scope, fact)
         && whence_scope_get_activity (scene->scope, fact) != WHENCE_ACTIVITY_NOT;
}

static void
list_nodes (WhenceGraphScene *scene, const WhenceGraphRequest *request, const WhenceArrangement *arrangement)
{
  const WhenceGraph *graph = scene->graph;

  scene->nodes = g_new0 (WhenceGraphNode, MAX (1, graph->n_nodes));
  scene->node_of_fact = g_new (guint32, MAX (1, whence_bundle_get_n_facts (graph->bundle)));
  memset (scene->node_of_fact, 0xff, whence_bundle_get_n_facts (graph->bundle) * sizeof *scene->node_of_fact);
  for (guint32 i = 0; i < graph->n_nodes; i++)
    if (i < graph->n_entities || is_drawn (scene, graph->node_fact[i - graph->n_entities]))
      add_node (scene, request, arrangement, i);
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

static WhenceRectGrid *
index_nodes (const WhenceGraphScene *scene)
{
  WhenceRectGrid *grid = whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 40);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    whence_rect_grid_add (grid, i, node_box (&scene->nodes[i]));
  return grid;
}

/* Zoomed far out, nodes shrink so that they do not cover one another. */
static void
shrink_crowded (WhenceGraphScene *scene)
{
  g_autoptr (WhenceRectGrid) grid = index_nodes (scene);
  g_autofree double *share = g_new (double, MAX (1, scene->n_nodes));

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      Crowd crowd = { scene, i, 1 };
      whence_rect_grid_foreach (grid, node_box (&scene->nodes[i]), on_near, &crowd);
      share[i] = MAX (crowd.share, SMALLEST_SHARE);
    }
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene->nodes[i].radius *= share[i];
}

/* --- Edges --------------------------------------------------------------------------------------- */

/* The currency of most amounts on ties, and the largest amount in it: widths compare within one currency
 * only. */
typedef struct
{
  const char *currency;
  double largest;
} Scale;

static Scale
scale_of_amounts (const WhenceGraphScene *scene)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  Scale scale = { NULL, 0 };
  guint most = 0;

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhenceFact fact;
      guint count;
      if (scene->edges[i].spoke)
        continue;
      whence_bundle_get_fact (scene->graph->bundle, scene->edges[i].fact, &fact);
      if (!fact.has_amount || fact.amount.currency == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, fact.amount.currency)) + 1;
      g_hash_table_insert (counts, (gpointer) fact.amount.currency, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          scale.currency = fact.amount.currency;
        }
    }
  for (guint32 i = 0; i < scene->n_edges && scale.currency != NULL; i++)
    {
      WhenceFact fact;
      whence_bundle_get_fact (scene->graph->bundle, scene->edges[i].fact, &fact);
      if (!scene->edges[i].spoke && fact.has_amount && g_strcmp0 (fact.amount.currency, scale.currency) == 0)
        scale.largest = MAX (scale.largest, whence_decimal_to_double (fact.amount.value));
    }
  return scale;
}

/* Width by amount, and the weight in the competition for room: amounts first, then what carries a date. */
static void
weigh_edges (WhenceGraphScene *scene, double zoom)
{
  Scale scale = scale_of_amounts (scene);

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[i];
      WhenceFact fact;
      edge->width = zoom * (edge->spoke ? SPOKE_WIDTH : EDGE_WIDTH);
      if (edge->spoke)
        continue;
      whence_bundle_get_fact (scene->graph->bundle, edge->fact, &fact);
      edge->importance =
        (fact.has_amount ? 3 : 0) + (fact.has_share ? 1 : 0) + (fact.dated.text != NULL ? 0.5 : 0.2);
      if (fact.has_amount && scale.largest > 0 && g_strcmp0 (fact.amount.currency, scale.currency) == 0)
        {
          double part = CLAMP (whence_decimal_to_double (fact.amount.value) / scale.largest, 0, 1);
          edge->width += zoom * AMOUNT_WIDTH * sqrt (part);
          edge->importance += part;
        }
    }
}

static void
list_edges (WhenceGraphScene *scene, const guint32 *scene_node, double zoom)
{
  const WhenceGraph *graph = scene->graph;

  scene->edges = g_new0 (WhenceGraphEdge, MAX (1, graph->n_ties));
  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      const WhenceTie *tie = &graph->ties[i];
      WhenceGraphEdge *edge = &scene->edges[scene->n_edges];
      if (!is_drawn (scene, tie->fact))
        continue;
      edge->fact = tie->fact;
      edge->from = scene_node[tie->from];
      edge->to = scene_node[tie->to];
      edge->spoke = tie->spoke;
      edge->arrow = tie->arrow;
      edge->role = tie->role;
      edge->activity = whence_scope_get_activity (scene->scope, tie->fact);
      edge->support = whence_evidence_for_fact (graph->bundle, tie->fact).support;
      scene->nodes[edge->from].n_facts++;
      scene->nodes[edge->to].n_facts++;
      scene->n_edges++;
    }
  weigh_edges (scene, zoom);
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
    else if (graph->tied[i] == WHENCE_UNTIED_NEGATED)
      scene->omitted.n_negated++;
    else if (whence_scope_get_activity (scene->scope, i) == WHENCE_ACTIVITY_NOT)
      scene->omitted.n_inactive++;
}

static void
index_edges (WhenceGraphScene *scene)
{
  scene->edge_grid = whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 48);
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhenceRect box = scene->edges[i].bounds;
      whence_rect_grid_add (scene->edge_grid, i,
                            (WhenceRect){ box.x - 5, box.y - 5, box.width + 10, box.height + 10 });
    }
}

/* --- The whole ----------------------------------------------------------------------------------- */

static gboolean
has_room_for_initials (const WhenceGraphNode *node)
{
  return node->entity != WHENCE_NONE && node->radius >= WHENCE_GRAPH_INITIALS_RADIUS
         && node->shape != WHENCE_SHAPE_DOUBLE_CIRCLE && node->shape != WHENCE_SHAPE_TRIANGLE;
}

static void
build_nodes_and_edges (WhenceGraphScene *scene, const WhenceGraphRequest *request,
                       const WhenceArrangement *arrangement)
{
  g_autofree guint32 *scene_node = g_new0 (guint32, MAX (1, scene->graph->n_nodes));

  list_nodes (scene, request, arrangement);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      scene_node[scene->nodes[i].node] = i;
      whence_graph_node_label (scene->graph, scene->nodes[i].node, &request->measure, &scene->nodes[i].label);
    }
  shrink_crowded (scene);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (has_room_for_initials (&scene->nodes[i]))
      whence_graph_node_initials (scene->graph, scene->nodes[i].node, &request->measure,
                                  &scene->nodes[i].initials);
  list_edges (scene, scene_node, zoom_of (request, arrangement));
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene->nodes[i].faint = scene->nodes[i].n_facts == 0 && scene->graph->degree[scene->nodes[i].node] > 0;
}

WhenceGraphScene *
whence_graph_scene_new (const WhenceGraphRequest *request, GCancellable *cancellable)
{
  g_autoptr (WhenceGraphScene) scene = g_new0 (WhenceGraphScene, 1);
  g_autoptr (WhenceArrangement) arrangement = whence_arrangement_ref (request->arrangement);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->scope = whence_scope_ref (request->scope);
  if (arrangement->graph->bundle != whence_scope_get_bundle (request->scope))
    {
      /* The bundle was edited meanwhile: the same places for the records of the new one. */
      WhenceArrangeRequest again = { .scope = request->scope,
                                     .layout = arrangement->layout,
                                     .seed = arrangement->seed,
                                     .focus = arrangement->focus,
                                     .aspect = request->width / MAX (1, request->height),
                                     .previous = request->arrangement,
                                     .measure = request->measure };
      g_clear_pointer (&arrangement, whence_arrangement_unref);
      arrangement = whence_arrangement_new (&again, cancellable);
      if (arrangement == NULL)
        return NULL;
    }
  scene->graph = whence_graph_ref (arrangement->graph);
  scene->width = request->width;
  scene->height = request->height;
  build_nodes_and_edges (scene, request, arrangement);
  whence_graph_route_edges (scene);
  count_omitted (scene);
  if (!whence_graph_place_labels (scene, &request->measure, cancellable))
    return NULL;
  scene->node_grid = index_nodes (scene);
  index_edges (scene);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&scene);
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
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      whence_text_block_clear (&scene->nodes[i].label);
      whence_text_block_clear (&scene->nodes[i].initials);
    }
  for (guint32 i = 0; i < scene->n_edges; i++)
    whence_text_block_clear (&scene->edges[i].label);
  g_free (scene->nodes);
  g_free (scene->edges);
  g_free (scene->node_of_fact);
  whence_rect_grid_free (scene->node_grid);
  whence_rect_grid_free (scene->edge_grid);
  g_clear_pointer (&scene->graph, whence_graph_unref);
  whence_scope_unref (scene->scope);
  g_free (scene);
}

WhenceGraphOmitted
whence_graph_scene_get_omitted (const WhenceGraphScene *scene)
{
  return scene->omitted;
}
