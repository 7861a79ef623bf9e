/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One name: it takes the best of twelve places around its shape that are free, or asks one neighbour to
 * make way. */
#include "layout/label-sides.h"

#define LINE_COST 0.9 /* of a line under the name, where a side that readers like less costs about 1 */
#define MAX_LINES 12
#define FURTHEST 10.0 /* px: further away, a name seems to belong to somebody else */

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
  Prominent prominent = { places->scene, whence_label_name_id (places, index) };

  if (!places->scene->nodes[index].prominent)
    return whence_label_is_taken (places, box, prominent.own);
  return !whence_rect_grid_foreach (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN),
                                    on_obstacle, &prominent);
}

int
whence_label_find_side (const WhenceLabelPlaces *places, guint32 index, double away)
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

void
whence_label_put_name (WhenceLabelPlaces *places, guint32 index, int side, double away)
{
  WhenceGraphNode *node = &places->scene->nodes[index];
  WhenceRect box = box_at_side (node, (guint) side, away);

  node->labelled = TRUE;
  node->label_at = (WhencePoint){ box.x, box.y };
  node->align = sides[side].align;
  whence_rect_grid_add (places->taken, whence_label_name_id (places, index), box);
}

void
whence_label_take_name (WhenceLabelPlaces *places, guint32 index)
{
  WhenceGraphNode *node = &places->scene->nodes[index];

  whence_rect_grid_remove (places->taken, whence_label_name_id (places, index), whence_label_name_box (node));
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

/* The node whose name is the only thing in the way of @index's at @side, or WHENCE_NONE. */
static guint32
find_blocker (const WhenceLabelPlaces *places, guint32 index, guint side)
{
  const WhenceGraphScene *scene = places->scene;
  WhenceRect box = box_at_side (&scene->nodes[index], side, 0);
  Blockers blockers = { whence_label_name_id (places, index), 0, 0 };

  if (whence_label_is_cut (places, box))
    return WHENCE_NONE;
  whence_rect_grid_foreach (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN), on_blocker,
                            &blockers);
  if (blockers.n != 1 || blockers.blocker < scene->n_nodes || blockers.blocker >= 2 * scene->n_nodes)
    return WHENCE_NONE;
  return blockers.blocker - scene->n_nodes;
}

/* Puts the name where it has stood. */
static void
put_back (WhenceLabelPlaces *places, guint32 index, WhencePoint at, int align)
{
  WhenceGraphNode *node = &places->scene->nodes[index];

  node->label_at = at;
  node->align = align;
  node->labelled = TRUE;
  whence_rect_grid_add (places->taken, whence_label_name_id (places, index), whence_label_name_box (node));
}

gboolean
whence_label_make_way (WhenceLabelPlaces *places, guint32 index, gboolean by_force)
{
  const WhenceGraphNode *nodes = places->scene->nodes;

  for (guint i = 0; i < N_PLACES; i++)
    {
      guint32 other = find_blocker (places, index, i);
      WhencePoint old_at;
      int old_align, side;

      if (other == WHENCE_NONE)
        continue;
      old_at = nodes[other].label_at;
      old_align = nodes[other].align;
      whence_label_take_name (places, other);
      whence_label_put_name (places, index, (int) i, 0);
      side = whence_label_find_side (places, other, 0);
      if (side >= 0)
        {
          whence_label_put_name (places, other, side, 0);
          return TRUE;
        }
      if (by_force && nodes[other].entity == WHENCE_NONE && nodes[index].entity != WHENCE_NONE)
        return TRUE;
      whence_label_take_name (places, index);
      put_back (places, other, old_at, old_align);
    }
  return FALSE;
}

static gboolean
find_room (WhenceLabelPlaces *places, guint32 index)
{
  for (double away = 0; away <= FURTHEST; away += FURTHEST / 2)
    {
      int side = whence_label_find_side (places, index, away);
      if (side >= 0)
        {
          whence_label_put_name (places, index, side, away);
          return TRUE;
        }
      if (away == 0 && whence_label_make_way (places, index, FALSE))
        return TRUE;
    }
  return whence_label_make_way (places, index, TRUE);
}

void
whence_label_place_compact (WhenceLabelPlaces *places, guint32 index)
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
