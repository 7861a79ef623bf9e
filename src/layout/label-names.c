/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for names: each takes the best of twelve places that are free, by the number of ties; then those
 * without room ask one neighbour to make way. Only the MAX_NAMED visible nodes with most ties are measured
 * and tried, so that the cost has a bound whatever the graph. */
#include "layout/label-place.h"

#define MAX_NAMED 1500
#define LINE_COST 0.9 /* of a line under the name, where a side that readers like less costs about 1 */
#define MAX_LINES 12
#define FURTHEST 10.0 /* px: further away, a name seems to belong to somebody else */

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
box_at_side (const WhenceGraphNode *node, guint side, double away)
{
  double reach = node->radius + WHENCE_GRAPH_LABEL_GAP + away, w = node->label.width, h = node->label.height;
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
  const WhenceGraphScene *scene;
  guint32 own;
} Prominent;

/* On a map, too, the name of a city may cover a hamlet. */
static gboolean
on_obstacle (guint32 id, WhenceRect rect, gpointer user_data)
{
  const Prominent *prominent = user_data;
  const WhenceGraphScene *scene = prominent->scene;
  return id == prominent->own || (id < scene->n_nodes && scene->nodes[id].dot);
}

static gboolean
is_taken (const WhenceLabelPlaces *places, guint32 index, WhenceRect box)
{
  Prominent prominent = { places->scene, name_id (places, index) };

  if (!places->scene->nodes[index].prominent)
    return whence_label_is_taken (places, box, prominent.own);
  return !whence_rect_grid_foreach (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN),
                                    on_obstacle, &prominent);
}

/* The best free side, @away px further out than usual, or -1. */
static int
find_side (const WhenceLabelPlaces *places, guint32 index, double away)
{
  const WhenceGraphNode *node = &places->scene->nodes[index];
  double best = G_MAXDOUBLE;
  int side = -1;

  for (guint i = 0; i < N_PLACES; i++)
    {
      WhenceRect box = box_at_side (node, i, away);
      double cost = sides[i].dislike;
      if (cost >= best || whence_label_is_cut (places, box) || is_taken (places, index, box))
        continue;
      cost += WHENCE_LABEL_HEAD_COST * whence_label_count_heads (places, box);
      cost += LINE_COST * whence_line_grid_count (places->scene->line_grid, box, G_MAXUINT32, MAX_LINES);
      if (cost >= best)
        continue;
      best = cost;
      side = (int) i;
    }
  return side;
}

static void
put_name (WhenceLabelPlaces *places, guint32 index, int side, double away)
{
  WhenceGraphNode *node = &places->scene->nodes[index];
  WhenceRect box = box_at_side (node, (guint) side, away);

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

/* Lets the only name in the way of a place look for another one; with @by_force, the words of a fact go even
 * if there is none. */
static gboolean
make_way (WhenceLabelPlaces *places, guint32 index, gboolean by_force)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint i = 0; i < N_PLACES; i++)
    {
      WhenceRect box = box_at_side (&scene->nodes[index], i, 0);
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
      put_name (places, index, (int) i, 0);
      side = find_side (places, other, 0);
      if (side >= 0)
        {
          put_name (places, other, side, 0);
          return TRUE;
        }
      if (by_force && scene->nodes[other].entity == WHENCE_NONE && scene->nodes[index].entity != WHENCE_NONE)
        return TRUE;
      take_name (places, index);
      scene->nodes[other].label_at = old_at;
      scene->nodes[other].align = old_align;
      scene->nodes[other].labelled = TRUE;
      whence_rect_grid_add (places->taken, name_id (places, other), name_box (&scene->nodes[other]));
    }
  return FALSE;
}

/* In smaller type and narrower lines there may still be room, if need be a little further away. */
static gboolean
find_room (WhenceLabelPlaces *places, guint32 index)
{
  for (double away = 0; away <= FURTHEST; away += FURTHEST / 2)
    {
      int side = find_side (places, index, away);
      if (side >= 0)
        {
          put_name (places, index, side, away);
          return TRUE;
        }
      if (away == 0 && make_way (places, index, FALSE))
        return TRUE;
    }
  return make_way (places, index, TRUE);
}

static void
place_compact (WhenceLabelPlaces *places, guint32 index)
{
  static const double widths[] = { 104, 150, 76, 56 };
  WhenceGraphNode *node = &places->scene->nodes[index];
  WhenceTextBlock whole = node->label;

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      whence_graph_node_label_compact (places->scene->graph, whence_scope_get_bundle (places->scene->scope),
                                       node->node, widths[i], places->measure, &node->label);
      if (find_room (places, index))
        {
          whence_text_block_clear (&whole);
          node->compact = TRUE;
          return;
        }
      whence_text_block_clear (&node->label);
    }
  node->label = whole;
}

/* --- All of them --------------------------------------------------------------------------------- */

/* Entities before facts, then who has most ties. */
static double
weigh_node (const WhenceGraphNode *node)
{
  return (node->entity != WHENCE_NONE ? 1000000.0 : 0) + node->n_facts;
}

/* The visible nodes that may be named, from the heaviest. @n_visible: how many there are in all. */
static WhenceLabelRank *
rank_heaviest (const WhenceGraphScene *scene, guint32 *n, guint32 *n_visible)
{
  WhenceLabelRank *order = g_new (WhenceLabelRank, MAX (1, scene->n_nodes));

  *n_visible = 0;
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (whence_graph_node_is_visible (scene, &scene->nodes[i]))
      order[(*n_visible)++] = (WhenceLabelRank){ weigh_node (&scene->nodes[i]), i };
  *n = MIN (*n_visible, MAX_NAMED);
  whence_label_ranks_sort (order, *n_visible, *n);
  return order;
}

void
whence_graph_measure_names (WhenceGraphScene *scene, const WhenceMeasure *measure)
{
  guint32 n, n_visible;
  g_autofree WhenceLabelRank *order = rank_heaviest (scene, &n, &n_visible);

  for (guint32 k = 0; k < n; k++)
    {
      WhenceGraphNode *node = &scene->nodes[order[k].index];
      whence_graph_node_label (scene->graph, whence_scope_get_bundle (scene->scope), scene->degree,
                               node->node, measure, &node->label);
      node->prominent = k < WHENCE_LABEL_PROMINENT;
    }
  scene->omitted.n_unlabelled = n_visible - n;
}

guint
whence_graph_count_untried (const WhenceGraphScene *scene)
{
  guint32 n = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    n += whence_graph_node_is_visible (scene, &scene->nodes[i]);
  return n - MIN (n, MAX_NAMED);
}

void
whence_label_rank_names (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;

  places->names = g_new (WhenceLabelRank, MAX (1, scene->n_nodes));
  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].label.n_lines > 0)
      places->names[places->n_names++] = (WhenceLabelRank){ weigh_node (&scene->nodes[i]), i };
  whence_label_ranks_sort (places->names, places->n_names, places->n_names);
}

guint32
whence_label_count_entities (const WhenceLabelPlaces *places)
{
  guint32 n = 0;

  while (n < places->n_names && places->scene->nodes[places->names[n].index].entity != WHENCE_NONE)
    n++;
  return n;
}

guint
whence_label_count_unnamed (const WhenceLabelPlaces *places, guint32 end)
{
  guint count = 0;

  for (guint32 k = 0; k < end; k++)
    count += !places->scene->nodes[places->names[k].index].labelled;
  return count;
}

gboolean
whence_label_place_names (WhenceLabelPlaces *places, guint32 first, guint32 end, guint n_passes,
                          GCancellable *cancellable)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint pass = 0; pass < n_passes; pass++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint32 k = first; k < end; k++)
        {
          guint32 index = places->names[k].index;
          int side = find_side (places, index, 0);
          if (scene->nodes[index].labelled && side >= 0)
            take_name (places, index);
          if (side >= 0)
            put_name (places, index, side, 0);
          else if (pass > 0 && !scene->nodes[index].labelled)
            make_way (places, index, FALSE);
        }
    }
  return TRUE;
}

void
whence_label_take_names (WhenceLabelPlaces *places)
{
  for (guint32 k = 0; k < places->n_names; k++)
    {
      guint32 index = places->names[k].index;
      if (places->scene->nodes[index].labelled)
        whence_rect_grid_add (places->taken, name_id (places, index),
                              name_box (&places->scene->nodes[index]));
    }
}

void
whence_label_restore_names (WhenceLabelPlaces *places)
{
  for (guint32 k = 0; k < places->n_names; k++)
    {
      WhenceGraphNode *node = &places->scene->nodes[places->names[k].index];
      node->labelled = FALSE;
      if (!node->compact)
        continue;
      whence_text_block_clear (&node->label);
      whence_graph_node_label (places->scene->graph, whence_scope_get_bundle (places->scene->scope),
                               places->scene->degree, node->node, places->measure, &node->label);
      node->compact = FALSE;
    }
}

void
whence_label_place_compact_names (WhenceLabelPlaces *places, guint32 first, guint32 end)
{
  for (guint32 k = first; k < end; k++)
    if (!places->scene->nodes[places->names[k].index].labelled)
      place_compact (places, places->names[k].index);
}
