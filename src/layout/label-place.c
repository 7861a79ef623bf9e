/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for names and edge labels so that none covers a shape or another label. Names first, by
 * the number of ties: each takes the best of twelve places that are free; then those without room ask one
 * neighbour to make way. Edge labels follow, amounts first, in the longest wording that has room. Boxes live
 * in a grid, so that a question costs what is near. */
#include "layout/label-place.h"

#define MAX_NEGOTIATED 1500 /* names: beyond, what has no room at once waits for a deeper zoom */
#define EDGE_PIECES 14
#define LINE_COST 0.55 /* of an edge under a name */

WhenceRect
whence_label_inflate (WhenceRect rect, double by)
{
  return (WhenceRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static guint32
name_id (const WhenceLabelPlaces *places, guint32 node)
{
  return places->scene->n_nodes + node;
}

static WhenceRect
name_box (const WhenceGraphNode *node)
{
  return (WhenceRect){ node->label_at.x, node->label_at.y, node->label.width, node->label.height };
}

/* --- Names --------------------------------------------------------------------------------------- */

/* Where the label stands, as direction from the shape; how far it is shifted along it (1: flush with the
 * shape's far end); how its lines align (-1 left, 0 middle, 1 right), and how little readers like it there.
 */
static const struct
{
  int dx, dy, shift, align;
  double dislike;
} sides[] = {
  { 0, 1, 0, 0, 0 },     { 1, 0, 0, -1, 0.7 },  { 0, -1, 0, 0, 0.8 },  { -1, 0, 0, 1, 0.9 },
  { 0, 1, 1, -1, 1.1 },  { 0, 1, -1, 1, 1.1 },  { 1, 1, 0, -1, 1.3 },  { -1, 1, 0, 1, 1.4 },
  { 1, -1, 0, -1, 1.4 }, { -1, -1, 0, 1, 1.5 }, { 0, -1, 1, -1, 1.5 }, { 0, -1, -1, 1, 1.5 },
};
#define N_PLACES G_N_ELEMENTS (sides)

static WhenceRect
box_at_side (const WhenceGraphNode *node, guint side)
{
  double reach = node->radius + WHENCE_GRAPH_LABEL_GAP, w = node->label.width, h = node->label.height;
  double slant = sides[side].dx != 0 && sides[side].dy != 0 ? 0.62 : 1;
  WhenceRect box = { node->at.x - w / 2, node->at.y - h / 2, w, h };

  if (sides[side].dx != 0)
    box.x = sides[side].dx > 0 ? node->at.x + reach * slant : node->at.x - reach * slant - w;
  if (sides[side].dy != 0)
    box.y = sides[side].dy > 0 ? node->at.y + reach * slant : node->at.y - reach * slant - h;
  box.x += sides[side].shift * MAX (0, w / 2 - node->radius);
  return box;
}

typedef struct
{
  guint32 last, own;
  guint n, limit;
} LineCount;

static gboolean
on_line (guint32 id, WhenceRect rect, gpointer user_data)
{
  LineCount *count = user_data;

  if (id != count->last && id != count->own)
    {
      count->last = id;
      count->n++;
    }
  return count->n < count->limit;
}

double
whence_label_line_cost (const WhenceLabelPlaces *places, WhenceRect box, guint32 own, double each,
                        double spare)
{
  double enough = spare / each + 1;
  LineCount count = { G_MAXUINT32, own, 0, enough < G_MAXINT ? (guint) enough : G_MAXUINT };

  whence_rect_grid_foreach (places->lines, box, on_line, &count);
  return each * count.n;
}

gboolean
whence_label_is_cut (const WhenceLabelPlaces *places, WhenceRect box)
{
  return box.x < 0 || box.y < 0 || whence_rect_right (box) > places->scene->width
         || whence_rect_bottom (box) > places->scene->height;
}

/* The best free side of @node except @without, or -1. */
static int
find_side (const WhenceLabelPlaces *places, guint32 index)
{
  const WhenceGraphNode *node = &places->scene->nodes[index];
  double best = G_MAXDOUBLE;
  int side = -1;

  for (guint i = 0; i < N_PLACES; i++)
    {
      WhenceRect box = box_at_side (node, i);
      double cost = sides[i].dislike;
      if (cost >= best || whence_label_is_cut (places, box)
          || whence_rect_grid_hits (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN),
                                    name_id (places, index)))
        continue;
      cost += whence_label_line_cost (places, box, G_MAXUINT32, LINE_COST, best - cost);
      if (cost >= best)
        continue;
      best = cost;
      side = (int) i;
    }
  return side;
}

static void
put_name (WhenceLabelPlaces *places, guint32 index, int side)
{
  WhenceGraphNode *node = &places->scene->nodes[index];
  WhenceRect box = box_at_side (node, (guint) side);

  node->labelled = TRUE;
  node->label_at = (WhencePoint){ box.x, box.y };
  node->align = sides[side].align;
  whence_rect_grid_add (places->taken, name_id (places, index), box);
}

static void
take_name (WhenceLabelPlaces *places, guint32 index)
{
  WhenceGraphNode *node = &places->scene->nodes[index];

  whence_rect_grid_remove (places->taken, name_id (places, index), name_box (node));
  node->labelled = FALSE;
}

typedef struct
{
  guint32 asking, blocker;
  guint n;
} Blockers;

static gboolean
on_blocker (guint32 id, WhenceRect rect, gpointer user_data)
{
  Blockers *blockers = user_data;

  if (id == blockers->asking || (blockers->n > 0 && id == blockers->blocker))
    return TRUE;
  blockers->blocker = id;
  return ++blockers->n < 2;
}

/* Lets the only name in the way of a place look for another one. */
static gboolean
make_way (WhenceLabelPlaces *places, guint32 index)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint i = 0; i < N_PLACES; i++)
    {
      WhenceRect box = box_at_side (&scene->nodes[index], i);
      Blockers blockers = { name_id (places, index), 0, 0 };
      guint32 other;
      WhencePoint old_at;
      int old_align;
      int side;

      if (whence_label_is_cut (places, box))
        continue;
      whence_rect_grid_foreach (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN), on_blocker,
                                &blockers);
      if (blockers.n != 1 || blockers.blocker < scene->n_nodes || blockers.blocker >= 2 * scene->n_nodes)
        continue;
      other = blockers.blocker - scene->n_nodes;
      old_at = scene->nodes[other].label_at;
      old_align = scene->nodes[other].align;
      take_name (places, other);
      put_name (places, index, (int) i);
      side = find_side (places, other);
      if (side >= 0)
        {
          put_name (places, other, side);
          return TRUE;
        }
      take_name (places, index);
      scene->nodes[other].label_at = old_at;
      scene->nodes[other].align = old_align;
      scene->nodes[other].labelled = TRUE;
      whence_rect_grid_add (places->taken, name_id (places, other), name_box (&scene->nodes[other]));
    }
  return FALSE;
}

int
whence_label_compare_ranks (gconstpointer a, gconstpointer b)
{
  const WhenceLabelRank *x = a, *y = b;
  return x->weight > y->weight   ? -1
         : x->weight < y->weight ? 1
         : x->index < y->index   ? -1
                                 : x->index > y->index;
}

static gboolean
is_visible (const WhenceGraphScene *scene, const WhenceGraphNode *node)
{
  return node->at.x > -node->radius && node->at.y > -node->radius && node->at.x < scene->width + node->radius
         && node->at.y < scene->height + node->radius;
}

/* In smaller type and narrower lines there may still be room. */
static void
place_compact (WhenceLabelPlaces *places, guint32 index, const WhenceMeasure *measure)
{
  WhenceGraphNode *node = &places->scene->nodes[index];
  WhenceTextBlock whole = node->label;
  int side;

  whence_graph_node_label_compact (places->scene->graph, node->node, measure, &node->label);
  side = find_side (places, index);
  if (side >= 0)
    put_name (places, index, side);
  if (node->labelled || make_way (places, index))
    {
      whence_text_block_clear (&whole);
      return;
    }
  whence_text_block_clear (&node->label);
  node->label = whole;
}

static guint32
rank_names (const WhenceGraphScene *scene, WhenceLabelRank *order)
{
  guint32 n = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].label.n_lines > 0 && is_visible (scene, &scene->nodes[i]))
      order[n++] =
        (WhenceLabelRank){ (scene->nodes[i].entity != WHENCE_NONE ? 1000000.0 : 0) + scene->nodes[i].n_facts,
                           i };
  qsort (order, n, sizeof *order, whence_label_compare_ranks);
  return n;
}

static guint
count_unlabelled (const WhenceGraphScene *scene, const WhenceLabelRank *order, guint32 n)
{
  guint count = 0;

  for (guint32 k = 0; k < n; k++)
    count += !scene->nodes[order[k].index].labelled;
  return count;
}

static gboolean
place_names (WhenceLabelPlaces *places, const WhenceLabelRank *order, guint32 n, GCancellable *cancellable)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint pass = 0; pass < (n <= MAX_NEGOTIATED ? 3 : 1); pass++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint32 k = 0; k < n; k++)
        {
          guint32 index = order[k].index;
          int side = find_side (places, index);
          if (scene->nodes[index].labelled && side >= 0)
            take_name (places, index);
          if (side >= 0)
            put_name (places, index, side);
          else if (pass > 0 && !scene->nodes[index].labelled)
            make_way (places, index);
        }
    }
  return TRUE;
}

/* --- The whole ----------------------------------------------------------------------------------- */

static void
take_shapes (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      whence_rect_grid_add (places->taken, i,
                            (WhenceRect){ node->at.x - node->radius, node->at.y - node->radius,
                                          2 * node->radius, 2 * node->radius });
    }
}

/* Signs of dispute stand on their line, clear of shapes, before anything is written. */
static void
take_signs (WhenceLabelPlaces *places)
{
  static const double spots[] = { 0.22, 0.3, 0.7, 0.78, 0.4, 0.6, 0.5 };
  WhenceGraphScene *scene = places->scene;

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[i];
      WhenceRect box = { 0 };
      if (edge->support != WHENCE_SUPPORT_DISPUTED || edge->spoke)
        continue;
      for (guint s = 0; s < G_N_ELEMENTS (spots); s++)
        {
          edge->sign_at = whence_curve_point (edge->curve, spots[s]);
          box =
            (WhenceRect){ edge->sign_at.x - WHENCE_GRAPH_SIGN - 1, edge->sign_at.y - WHENCE_GRAPH_SIGN - 1,
                          2 * WHENCE_GRAPH_SIGN + 2, 2 * WHENCE_GRAPH_SIGN + 2 };
          if (!whence_rect_grid_hits (places->taken, box, G_MAXUINT32))
            break;
        }
      whence_rect_grid_add (places->taken, 2 * scene->n_nodes + scene->n_edges + i, box);
    }
}

static void
take_lines (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      WhencePoint from = scene->edges[i].curve[0];
      for (guint piece = 1; piece <= EDGE_PIECES; piece++)
        {
          WhencePoint to = whence_curve_point (scene->edges[i].curve, (double) piece / EDGE_PIECES);
          WhenceRect box = { MIN (from.x, to.x), MIN (from.y, to.y), ABS (to.x - from.x) + 0.5,
                             ABS (to.y - from.y) + 0.5 };
          whence_rect_grid_add (places->lines, i, box);
          from = to;
        }
    }
}

static void
start_over (WhenceLabelPlaces *places)
{
  WhenceGraphScene *scene = places->scene;

  g_clear_pointer (&places->taken, whence_rect_grid_free);
  places->taken = whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 40);
  take_shapes (places);
  take_signs (places);
  for (guint32 i = 0; i < scene->n_nodes; i++)
    scene->nodes[i].labelled = FALSE;
  for (guint32 i = 0; i < scene->n_edges; i++)
    {
      whence_text_block_clear (&scene->edges[i].label);
      scene->edges[i].labelled = FALSE;
      scene->edges[i].gap0 = scene->edges[i].gap1 = 0;
    }
}

/* Headlines go before names, if need be in fewer words, as long as no name is lost to them. */
static gboolean
place_headlines_and_names (WhenceLabelPlaces *places, const WhenceMeasure *measure, GCancellable *cancellable)
{
  static const guint first_wordings[] = { G_MAXUINT, 0, 2, 3, 4, 5, G_MAXUINT };
  g_autofree WhenceLabelRank *order = g_new (WhenceLabelRank, MAX (1, places->scene->n_nodes));
  guint32 n = rank_names (places->scene, order);
  guint n_tries = n <= MAX_NEGOTIATED ? G_N_ELEMENTS (first_wordings) : 1, n_lost = 0;

  for (guint i = 0; i < n_tries; i++)
    {
      guint n_unlabelled;
      start_over (places);
      whence_label_place_headlines (places, first_wordings[i], measure);
      if (!place_names (places, order, n, cancellable))
        return FALSE;
      n_unlabelled = count_unlabelled (places->scene, order, n);
      if (i == 0)
        n_lost = n_unlabelled;
      else if (n_unlabelled <= n_lost)
        break;
    }
  for (guint32 k = 0; k < n && n <= MAX_NEGOTIATED; k++)
    if (!places->scene->nodes[order[k].index].labelled)
      place_compact (places, order[k].index, measure);
  places->scene->omitted.n_unlabelled = count_unlabelled (places->scene, order, n);
  return TRUE;
}

gboolean
whence_graph_place_labels (WhenceGraphScene *scene, const WhenceMeasure *measure, GCancellable *cancellable)
{
  WhenceLabelPlaces places = { scene, NULL,
                               whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 32) };
  gboolean done;

  take_lines (&places);
  done = place_headlines_and_names (&places, measure, cancellable)
         && whence_label_place_edges (&places, measure, cancellable);
  whence_rect_grid_free (places.taken);
  whence_rect_grid_free (places.lines);
  return done;
}
