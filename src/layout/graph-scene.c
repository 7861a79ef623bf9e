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
#define SQUARE 40.0         /* px: of the grid of nodes, */
#define SMALLEST_SQUARE 8.0 /* and where they are very many */

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

/* --- Where things are ---------------------------------------------------------------------------- */

/* The side of squares for a few nodes each, were they spread evenly. */
static double
choose_side (const WhenceGraphScene *scene, WhenceRect area)
{
  guint n = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    n += whence_graph_node_is_visible (scene, &scene->nodes[i]);
  return CLAMP (3 * sqrt (area.width * area.height / MAX (1, n)), SMALLEST_SQUARE, SQUARE);
}

static WhenceRectGrid *
index_nodes (WhenceGraphScene *scene)
{
  WhenceRect area = whence_graph_area_of (scene);
  WhenceRectGrid *grid = whence_rect_grid_new (area, choose_side (scene, area), &scene->work);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    whence_rect_grid_add (grid, i, whence_graph_room_of (&scene->nodes[i]));
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

/* --- The whole ----------------------------------------------------------------------------------- */

guint32 *
whence_graph_no_nodes (guint n)
{
  guint32 *nodes = g_new (guint32, MAX (1, n));

  memset (nodes, 0xff, n * sizeof *nodes);
  return nodes;
}

/* How large shapes and lines are drawn, seen from afar. The units of saved positions are anybody's. */
static double
zoom_of (const WhenceGraphRequest *request, const WhenceArrangement *arrangement)
{
  return arrangement->layout == WHENCE_LAYOUT_SAVED ? 1
                                                    : sqrt (CLAMP (request->view.scale, SMALLEST_ZOOM, 1));
}

/* What lines need of the nodes, as these are now. */
static void
put_spots (WhenceGraphScene *scene)
{
  if (scene->spots == NULL)
    scene->spots = g_new (WhenceGraphSpot, MAX (1, scene->n_nodes));
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      gboolean round = node->dot || node->shape == WHENCE_SHAPE_DOUBLE_CIRCLE;
      scene->spots[i] =
        (WhenceGraphSpot){ node->at, node->radius, round ? WHENCE_SHAPE_CIRCLE : node->shape };
    }
}

/* FALSE: it is so dense that nothing more is wanted of it, since it is only counted. */
static gboolean
build_nodes_and_edges (WhenceGraphScene *scene, const WhenceGraphRequest *request,
                       const WhenceArrangement *arrangement)
{
  g_autofree guint32 *scene_node = whence_graph_no_nodes (scene->graph->n_nodes);
  double zoom = zoom_of (request, arrangement), part;

  whence_graph_list_nodes (scene, request, arrangement, zoom);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene_node[scene->nodes[i].node] = i;
  scene->ties = whence_scene_ties_get (request->ties, scene, scene_node);
  put_spots (scene);
  part = whence_graph_thin_edges (scene, zoom);
  if (request->purpose == WHENCE_GRAPH_TO_COUNT && scene->dense)
    return FALSE;
  whence_graph_fill_nodes (scene, &request->measure);
  put_spots (scene);
  whence_graph_list_edges (scene, zoom, part);
  return TRUE;
}

typedef struct
{
  WhenceGraphScene *scene;
  const WhenceGraphRequest *request;
  GCancellable *cancellable;
  gboolean done; /* the words */
} Drawing;

/* The grid of nodes does not depend on words: it is made while these find their places. */
static void
place_part (guint32 first, guint32 end, guint part, gpointer data)
{
  Drawing *drawing = data;
  WhenceGraphScene *scene = drawing->scene;

  if (first == 0)
    drawing->done = whence_graph_place_labels (scene, &drawing->request->measure, drawing->cancellable);
  if (end == 2 && drawing->request->purpose == WHENCE_GRAPH_TO_HANDLE)
    scene->node_grid = index_nodes (scene);
}

/* Lines and words. FALSE when cancelled. */
static gboolean
draw (WhenceGraphScene *scene, const WhenceGraphRequest *request, GCancellable *cancellable)
{
  Drawing drawing = { scene, request, cancellable, FALSE };

  whence_graph_measure_names (scene, &request->measure);
  whence_graph_route_edges (scene, FALSE);
  whence_in_parts (2, scene->n_nodes < WHENCE_GRAPH_LEAST_PART ? 2 : 1, place_part, &drawing);
  g_clear_pointer (&scene->spots, g_free);
  if (drawing.done && request->purpose == WHENCE_GRAPH_TO_HANDLE)
    scene->label_grid = index_labels (scene);
  return drawing.done;
}

WhenceGraphScene *
whence_graph_scene_new (const WhenceGraphRequest *request, GCancellable *cancellable)
{
  g_autoptr (WhenceGraphScene) scene = g_new0 (WhenceGraphScene, 1);
  g_autoptr (WhenceArrangement) arrangement =
    whence_arrangement_follow (request->arrangement, request->scope,
                               request->width / MAX (1, request->height), &request->measure, cancellable);
  gboolean drawn;

  if (arrangement == NULL)
    {
      g_free (g_steal_pointer (&scene));
      return NULL;
    }
  g_atomic_ref_count_init (&scene->ref_count);
  scene->scope = whence_scope_ref (request->scope);
  whence_scope_judge (scene->scope);
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
  drawn = build_nodes_and_edges (scene, request, arrangement);
  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  count_omitted (scene);
  if (!drawn)
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

/* Of a scene with a lender: what is its own. */
static void
free_borrower (WhenceGraphScene *scene)
{
  g_clear_pointer (&scene->left, whence_graph_scene_unref);
  if (scene->node_of_entity != scene->lender->node_of_entity)
    {
      g_free (scene->node_of_entity);
      g_free (scene->node_of_fact);
    }
  whence_graph_scene_unref (scene->lender);
  whence_large_array_free (scene->nodes);
  whence_large_array_free (scene->edges);
  g_free (scene);
}

static void
clear_words (WhenceGraphScene *scene)
{
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      whence_text_block_clear (&scene->nodes[i].label);
      whence_text_block_clear (&scene->nodes[i].initials);
      whence_text_block_clear (&scene->nodes[i].beyond);
    }
  for (guint32 i = 0; i < scene->n_edges; i++)
    whence_text_block_clear (&scene->edges[i].label);
}

void
whence_graph_scene_unref (WhenceGraphScene *scene)
{
  if (!g_atomic_ref_count_dec (&scene->ref_count))
    return;
  if (scene->lender != NULL)
    {
      free_borrower (scene);
      return;
    }
  clear_words (scene);
  whence_large_array_free (scene->nodes);
  whence_large_array_free (scene->edges);
  g_free (scene->node_of_entity);
  g_free (scene->node_of_fact);
  whence_graph_axis_free (scene->axis);
  whence_rect_grid_free (scene->node_grid);
  whence_rect_grid_free (scene->label_grid);
  whence_line_grid_free (scene->line_grid);
  g_free (scene->spots);
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
