/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Questions to a graph scene: what is under a point, where is a record, which node lies in a direction.
 * Picking looks at what the grids hold near the point only. */
#include "layout/graph-scene-private.h"

#include <math.h>

#include "model/lower-bound.h"

#define NEAR_NODE 3.0 /* px around a shape that still count */
#define NEAR_EDGE 4.0
#define MAX_HALF_WIDTH 3.0 /* px, of a line */

typedef struct
{
  const WhenceGraphScene *scene;
  WhencePoint at;
  double nearest;
  guint32 found;
} Search;

static gboolean
on_node (guint32 id, WhenceRect rect, gpointer user_data)
{
  Search *search = user_data;
  const WhenceGraphNode *node = &search->scene->nodes[id];
  double dx = search->at.x - node->at.x, dy = search->at.y - node->at.y, distance = sqrt (dx * dx + dy * dy);

  if (distance < search->nearest
      && whence_graph_shape_contains (node->shape, node->radius + NEAR_NODE, dx, dy))
    {
      search->nearest = distance;
      search->found = id;
    }
  return TRUE;
}

static void
on_edge (guint32 id, gpointer user_data)
{
  Search *search = user_data;
  const WhenceGraphEdge *edge = &search->scene->edges[id];
  double distance = whence_curve_distance (edge->curve, search->at) - edge->width / 2;

  if (distance < search->nearest)
    {
      search->nearest = distance;
      search->found = id;
    }
}

static WhenceRect
label_rect (WhencePoint at, const WhenceTextBlock *label)
{
  return (WhenceRect){ at.x, at.y, label->width, label->height };
}

static gboolean
on_label (guint32 id, WhenceRect rect, gpointer user_data)
{
  Search *search = user_data;

  if (!whence_rect_contains (rect, search->at.x, search->at.y))
    return TRUE;
  search->found = id;
  return FALSE;
}

/* The node whose name, or n_nodes and the edge whose words, are at the point. */
static guint32
find_label (const WhenceGraphScene *scene, double x, double y)
{
  Search search = { scene, { x, y }, 0, WHENCE_NONE };

  whence_rect_grid_foreach (scene->label_grid, (WhenceRect){ x - 0.5, y - 0.5, 1, 1 }, on_label, &search);
  return search.found;
}

static WhenceRect
around (double x, double y, double reach)
{
  return (WhenceRect){ x - reach, y - reach, 2 * reach, 2 * reach };
}

static guint32
find_near_node (const WhenceGraphScene *scene, double x, double y)
{
  Search search = { scene, { x, y }, G_MAXDOUBLE, WHENCE_NONE };

  whence_rect_grid_foreach (scene->node_grid, around (x, y, NEAR_NODE), on_node, &search);
  return search.found;
}

static guint32
find_near_edge (const WhenceGraphScene *scene, double x, double y)
{
  Search search = { scene, { x, y }, NEAR_EDGE, WHENCE_NONE };

  whence_line_grid_foreach (scene->line_grid, around (x, y, NEAR_EDGE + MAX_HALF_WIDTH), on_edge, &search);
  return search.found;
}

WhenceGraphHit
whence_graph_scene_pick (const WhenceGraphScene *scene, double x, double y)
{
  WhenceGraphHit hit = { WHENCE_NONE, WHENCE_NONE };
  guint32 node = find_near_node (scene, x, y), label = WHENCE_NONE, edge;

  if (node == WHENCE_NONE)
    label = find_label (scene, x, y);
  if (label < scene->n_nodes)
    node = label;
  if (node != WHENCE_NONE)
    {
      hit.entity = scene->nodes[node].entity;
      hit.fact = scene->nodes[node].fact;
      return hit;
    }
  edge = label != WHENCE_NONE ? label - scene->n_nodes : find_near_edge (scene, x, y);
  if (edge != WHENCE_NONE)
    hit.fact = scene->edges[edge].fact;
  return hit;
}

static WhenceRect
node_bounds (const WhenceGraphNode *node)
{
  WhenceRect bounds = { node->at.x - node->radius, node->at.y - node->radius, 2 * node->radius,
                        2 * node->radius };
  return node->labelled ? whence_rect_union (bounds, label_rect (node->label_at, &node->label)) : bounds;
}

gboolean
whence_graph_scene_find_entity (const WhenceGraphScene *scene, guint32 entity, WhenceRect *bounds)
{
  if (entity >= scene->graph->n_entities || scene->node_of_entity[entity] == WHENCE_NONE)
    return FALSE;
  *bounds = node_bounds (&scene->nodes[scene->node_of_entity[entity]]);
  return TRUE;
}

static gboolean
is_edge_before (gconstpointer edge, gconstpointer fact)
{
  return ((const WhenceGraphEdge *) edge)->fact < *(const guint32 *) fact;
}

/* The first edge of @fact, or of the next one that has any: edges are in the order of their facts. */
static guint32
first_edge_of (const WhenceGraphScene *scene, guint32 fact)
{
  return whence_lower_bound (scene->edges, scene->n_edges, sizeof *scene->edges, is_edge_before, &fact);
}

gboolean
whence_graph_scene_find_fact (const WhenceGraphScene *scene, guint32 fact, WhenceRect *bounds)
{
  guint32 i;

  if (fact >= whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope)))
    return FALSE;
  fact = whence_scope_get_drawn (scene->scope, fact);
  if (scene->node_of_fact[fact] != WHENCE_NONE)
    {
      *bounds = node_bounds (&scene->nodes[scene->node_of_fact[fact]]);
      return TRUE;
    }
  i = first_edge_of (scene, fact);
  if (i == scene->n_edges || scene->edges[i].fact != fact)
    return FALSE;
  *bounds = scene->edges[i].bounds;
  if (scene->edges[i].labelled)
    *bounds = whence_rect_union (*bounds, label_rect (scene->edges[i].label_at, &scene->edges[i].label));
  return TRUE;
}

/* NULL: @fact is no edge. */
static const WhenceGraphEdge *
edge_of (const WhenceGraphScene *scene, guint32 fact)
{
  guint32 i = first_edge_of (scene, fact);

  return i < scene->n_edges && scene->edges[i].fact == fact ? &scene->edges[i] : NULL;
}

guint
whence_graph_scene_count_on_line (const WhenceGraphScene *scene, guint32 fact)
{
  const WhenceGraphEdge *edge = edge_of (scene, fact);

  return edge != NULL ? edge->n_on_line : 1;
}

static gboolean
shares_line (const WhenceGraphEdge *a, const WhenceGraphEdge *b)
{
  return b->n_on_line != 1 && a->negated == b->negated
         && ((a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from));
}

guint32 *
whence_graph_scene_list_line (const WhenceGraphScene *scene, guint32 fact, guint *n_facts)
{
  const WhenceGraphEdge *edge = edge_of (scene, fact);
  g_autoptr (GArray) facts = NULL;

  *n_facts = 0;
  if (edge == NULL || edge->n_on_line == 1)
    return NULL;
  facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (shares_line (edge, &scene->edges[i]))
      g_array_append_val (facts, scene->edges[i].fact);
  *n_facts = facts->len;
  return (guint32 *) g_array_free (g_steal_pointer (&facts), FALSE);
}

static gboolean
is_within (WhencePoint p, const WhencePoint *corners, guint n)
{
  gboolean within = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((corners[i].y > p.y) != (corners[j].y > p.y)
        && p.x < (corners[j].x - corners[i].x) * (p.y - corners[i].y) / (corners[j].y - corners[i].y)
                   + corners[i].x)
      within = !within;
  return within;
}

GArray *
whence_graph_scene_list_within (const WhenceGraphScene *scene, const WhencePoint *corners, guint n)
{
  GArray *entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < scene->n_nodes && n > 2; i++)
    if (scene->nodes[i].entity != WHENCE_NONE && is_within (scene->nodes[i].at, corners, n))
      g_array_append_val (entities, scene->nodes[i].entity);
  return entities;
}

/* --- Steps --------------------------------------------------------------------------------------- */

typedef struct
{
  const WhenceGraphScene *scene;
  guint32 from, best;
  int dx, dy;
  double best_score;
} Step;

/* How far towards (dx, dy): the cosine, less a little for the way. */
static void
consider (Step *step, guint32 node)
{
  const WhenceGraphNode *from = &step->scene->nodes[step->from], *to = &step->scene->nodes[node];
  double x = to->at.x - from->at.x, y = to->at.y - from->at.y, length = sqrt (x * x + y * y);
  double along = x * step->dx + y * step->dy, score;

  if (node == step->from || to->entity == WHENCE_NONE || length <= 0 || along <= 0.2 * length)
    return;
  score = along / length - length / 4000;
  if (score > step->best_score)
    {
      step->best_score = score;
      step->best = node;
    }
}

static void
consider_beyond (Step *step, guint32 fact)
{
  const WhenceGraphScene *scene = step->scene;

  for (guint32 i = first_edge_of (scene, fact); i < scene->n_edges && scene->edges[i].fact == fact; i++)
    {
      consider (step, scene->edges[i].from);
      consider (step, scene->edges[i].to);
    }
}

static guint32
entity_of_highest_degree (const WhenceGraphScene *scene)
{
  guint32 best = WHENCE_NONE;

  for (guint32 i = 0; i < scene->n_nodes && scene->nodes[i].entity != WHENCE_NONE; i++)
    if (best == WHENCE_NONE || scene->nodes[i].n_facts > scene->nodes[best].n_facts)
      best = i;
  return best == WHENCE_NONE ? WHENCE_NONE : scene->nodes[best].entity;
}

guint32
whence_graph_scene_step (const WhenceGraphScene *scene, guint32 entity, int dx, int dy)
{
  Step step = { scene, WHENCE_NONE, WHENCE_NONE, dx, dy, -2 };

  if (entity < scene->graph->n_entities)
    step.from = scene->node_of_entity[entity];
  if (step.from == WHENCE_NONE)
    return entity_of_highest_degree (scene);
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[i];
      if (edge->from != step.from && edge->to != step.from)
        continue;
      if (edge->spoke)
        consider_beyond (&step, edge->fact);
      else
        consider (&step, edge->from == step.from ? edge->to : edge->from);
    }
  return step.best == WHENCE_NONE ? WHENCE_NONE : scene->nodes[step.best].entity;
}
