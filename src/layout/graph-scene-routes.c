/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The routes of all edges, pair by pair, of very many by two threads; each curve ends on the borders of both
 * shapes. Where edges are few, shapes and names are in their way. O(edges), and up to MAX_BOWED edges what
 * their bows meet.
 */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"

#define MAX_BOWED 600  /* edges: beyond, nothing bows */
#define LEAST_RUNS 500 /* pairs of several edges that are worth a second thread */

/* Shape and name, which are in nobody's way at their own ends; or, once names have found their places, which
 * may be beside or above, the name as one of its own. */
static void
add_obstacles (WhenceRectGrid *obstacles, const WhenceGraphScene *scene, guint32 index, gboolean named)
{
  static const WhenceTextBlock none = { 0 };
  const WhenceGraphNode *node = &scene->nodes[index];
  WhenceRect box = whence_graph_node_box (node->radius + 2, named ? &none : &node->label);

  box.x += node->at.x;
  box.y += node->at.y;
  whence_rect_grid_add (obstacles, index, box);
  if (named && node->labelled)
    whence_rect_grid_add (
      obstacles, scene->n_nodes + index,
      (WhenceRect){ node->label_at.x, node->label_at.y, node->label.width, node->label.height });
}

static WhenceRectGrid *
list_obstacles (WhenceGraphScene *scene, gboolean named)
{
  WhenceRectGrid *obstacles =
    whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 48, &scene->work);

  for (guint32 i = 0; i < scene->n_nodes; i++)
    add_obstacles (obstacles, scene, i, named);
  return obstacles;
}

gboolean
whence_graph_bows_edges (const WhenceGraphScene *scene)
{
  return scene->n_edges <= MAX_BOWED;
}

static void
index_part (guint32 first, guint32 end, guint part, gpointer data)
{
  WhenceGraphScene *scene = data;

  for (guint32 i = first; i < end; i++)
    if (scene->edges[i].n_on_line > 0)
      whence_line_grid_add_in_part (scene->line_grid, part, i, scene->edges[i].curve);
}

static void
index_lines (WhenceGraphScene *scene)
{
  g_clear_pointer (&scene->line_grid, whence_line_grid_free);
  scene->line_grid =
    whence_line_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 32, &scene->work);
  whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, index_part, scene);
  whence_line_grid_sort (scene->line_grid);
}

/* The edges of a fan from the one that matters most: it gets the outermost place, the next one the other
 * side. What is said not to be comes last. */
static int
compare_importance (gconstpointer a, gconstpointer b, gpointer edges)
{
  const WhenceScenePair *x = a, *y = b;
  const WhenceGraphEdge *e = &((const WhenceGraphEdge *) edges)[x->edge];
  const WhenceGraphEdge *f = &((const WhenceGraphEdge *) edges)[y->edge];
  double p = e->importance, q = f->importance;

  if (e->negated != f->negated)
    return e->negated ? 1 : -1;
  return p > q ? -1 : p < q ? 1 : x->edge < y->edge ? -1 : x->edge > y->edge;
}

static gboolean
is_same_pair (const WhenceScenePair *a, const WhenceScenePair *b)
{
  return a->low == b->low && a->high == b->high;
}

/* Where the edges between the nodes of the one at @start end. */
static guint32
find_end (const WhenceSceneTies *ties, guint32 start)
{
  guint32 end = start + 1;

  while (end < ties->n_ties && is_same_pair (&ties->pairs[end], &ties->pairs[start]))
    end++;
  return end;
}

/* What is not straight where nothing bows. */
static void
route_runs_part (guint32 first, guint32 last, guint part, gpointer data)
{
  WhenceGraphScene *scene = data;
  const WhenceSceneTies *ties = scene->ties;

  for (guint32 i = first; i < last; i++)
    {
      guint32 start = ties->runs[i], end = find_end (ties, start);

      whence_graph_route_pair (scene, NULL, &ties->pairs[start], end - start);
      for (guint32 k = start; k < end && scene->dense; k++)
        whence_graph_end_edge (scene, &scene->edges[ties->pairs[k].edge]);
    }
}

static void
end_part (guint32 first, guint32 end, guint part, gpointer data)
{
  WhenceGraphScene *scene = data;

  for (guint32 i = first; i < end; i++)
    whence_graph_end_edge (scene, &scene->edges[i]);
}

/* Few edges, by one thread. A line that stands for several matters otherwise than they do: so each fan is put
 * in order anew. */
static void
route_around (WhenceGraphScene *scene, gboolean named)
{
  const WhenceSceneTies *ties = scene->ties;
  g_autoptr (WhenceRectGrid) obstacles = list_obstacles (scene, named);
  g_autofree WhenceScenePair *pairs = g_memdup2 (ties->pairs, ties->n_ties * sizeof *pairs);

  for (guint32 start = 0, end; start < ties->n_ties; start = end)
    {
      end = find_end (ties, start);
      g_qsort_with_data (pairs + start, (gint) (end - start), sizeof *pairs, compare_importance,
                         scene->edges);
      whence_graph_route_pair (scene, obstacles, pairs + start, end - start);
    }
}

void
whence_graph_route_edges (WhenceGraphScene *scene, gboolean named)
{
  gboolean bows = whence_graph_bows_edges (scene);

  if (bows)
    route_around (scene, named);
  else
    whence_in_parts (scene->ties->n_runs, LEAST_RUNS, route_runs_part, scene);
  if (!scene->dense)
    whence_graph_spread_ends (scene);
  if (bows || !scene->dense)
    whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, end_part, scene);
  index_lines (scene);
}
