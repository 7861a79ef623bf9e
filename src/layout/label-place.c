/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for names and edge labels so that none covers a shape or another label. Names first, by the number
 * of ties: each takes the best of eight places that are free; then those without room ask one neighbour to
 * make way. Edge labels follow, amounts first, in the longest wording that has room. Boxes live in a grid, so
 * that a question costs what is near. */
#include "layout/graph-scene-private.h"

#define N_PLACES 8
#define MARGIN 2.0
#define MAX_NEGOTIATED 1500 /* names: beyond, what has no room at once waits for a deeper zoom */
#define EDGE_PIECES 14
#define GAP_STEPS 64

typedef struct
{
  WhenceGraphScene *scene;
  WhenceRectGrid *taken; /* shapes (id: node), names (id: n_nodes + node), edge labels (2 n_nodes + edge) */
  WhenceRectGrid *lines; /* pieces of edges */
} Places;

static WhenceRect
inflate (WhenceRect rect, double by)
{
  return (WhenceRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static guint32
name_id (const Places *places, guint32 node)
{
  return places->scene->n_nodes + node;
}

static WhenceRect
name_box (const WhenceGraphNode *node)
{
  return (WhenceRect){ node->label_at.x, node->label_at.y, node->label.width, node->label.height };
}

/* --- Names --------------------------------------------------------------------------------------- */

/* Where the label stands, as direction from the shape, how its lines align, and how little readers like it
 * there. */
static const struct
{
  int dx, dy;
  int align;
  double dislike;
} sides[N_PLACES] = {
  { 0, 1, 0, 0 },    { 1, 0, -1, 0.7 }, { 0, -1, 0, 0.8 },  { -1, 0, 1, 0.9 },
  { 1, 1, -1, 1.3 }, { -1, 1, 1, 1.4 }, { 1, -1, -1, 1.4 }, { -1, -1, 1, 1.5 },
};

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
  return box;
}

typedef struct
{
  guint32 last, own;
  guint n;
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
  return TRUE;
}

static guint
count_lines (const Places *places, WhenceRect box, guint32 own)
{
  LineCount count = { G_MAXUINT32, own, 0 };

  whence_rect_grid_foreach (places->lines, box, on_line, &count);
  return count.n;
}

static gboolean
is_cut (const Places *places, WhenceRect box)
{
  return box.x < 0 || box.y < 0 || whence_rect_right (box) > places->scene->width
         || whence_rect_bottom (box) > places->scene->height;
}

/* The best free side of @node except @without, or -1. */
static int
find_side (const Places *places, guint32 index)
{
  const WhenceGraphNode *node = &places->scene->nodes[index];
  double best = G_MAXDOUBLE;
  int side = -1;

  for (guint i = 0; i < N_PLACES; i++)
    {
      WhenceRect box = box_at_side (node, i);
      double cost = sides[i].dislike;
      if (cost >= best || is_cut (places, box)
          || whence_rect_grid_hits (places->taken, inflate (box, MARGIN), name_id (places, index)))
        continue;
      cost += 0.55 * count_lines (places, box, G_MAXUINT32);
      if (cost >= best)
        continue;
      best = cost;
      side = (int) i;
    }
  return side;
}

static void
put_name (Places *places, guint32 index, int side)
{
  WhenceGraphNode *node = &places->scene->nodes[index];
  WhenceRect box = box_at_side (node, (guint) side);

  node->labelled = TRUE;
  node->label_at = (WhencePoint){ box.x, box.y };
  node->align = sides[side].align;
  whence_rect_grid_add (places->taken, name_id (places, index), box);
}

static void
take_name (Places *places, guint32 index)
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
make_way (Places *places, guint32 index)
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

      if (is_cut (places, box))
        continue;
      whence_rect_grid_foreach (places->taken, inflate (box, MARGIN), on_blocker, &blockers);
      if (blockers.n != 1 || blockers.blocker < scene->n_nodes)
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

typedef struct
{
  double weight;
  guint32 index;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;
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
place_compact (Places *places, guint32 index, const WhenceMeasure *measure)
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

static gboolean
place_names (Places *places, const WhenceMeasure *measure, GCancellable *cancellable)
{
  WhenceGraphScene *scene = places->scene;
  g_autofree Ranked *order = g_new (Ranked, MAX (1, scene->n_nodes));
  guint32 n = 0;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].label.n_lines > 0 && is_visible (scene, &scene->nodes[i]))
      order[n++] =
        (Ranked){ (scene->nodes[i].entity != WHENCE_NONE ? 1000000.0 : 0) + scene->nodes[i].n_facts, i };
  qsort (order, n, sizeof *order, compare_ranked);
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
  for (guint32 k = 0; k < n; k++)
    {
      if (!scene->nodes[order[k].index].labelled && n <= MAX_NEGOTIATED)
        place_compact (places, order[k].index, measure);
      scene->omitted.n_unlabelled += !scene->nodes[order[k].index].labelled;
    }
  return TRUE;
}

/* --- Edge labels --------------------------------------------------------------------------------- */

/* Along the curve, and beside it: on the line, above, below. */
static const double spots[] = { 0.5, 0.45, 0.55, 0.4, 0.6, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78 };

static WhenceRect
box_on_curve (const WhenceGraphEdge *edge, const WhenceTextBlock *label, double t, int right, int down)
{
  WhencePoint at = whence_curve_point (edge->curve, t);
  WhenceRect box = { at.x - label->width / 2, at.y - label->height / 2, label->width, label->height };

  box.x += right * (label->width / 2 + edge->width / 2 + 3);
  box.y += down * (label->height / 2 + edge->width / 2 + 1.5);
  return box;
}

/* Share of the own line that the box hides. */
static double
hidden_share (const WhenceGraphEdge *edge, WhenceRect box)
{
  guint hidden = 0;

  for (guint i = 0; i <= 24; i++)
    {
      WhencePoint p = whence_curve_point (edge->curve, i / 24.0);
      hidden += whence_rect_contains (inflate (box, 1.5), p.x, p.y);
    }
  return hidden / 25.0;
}

static gboolean
find_spot (const Places *places, guint32 index, const WhenceTextBlock *label, WhencePoint *at)
{
  static const struct
  {
    int right, down;
  } besides[] = { { 0, 0 }, { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 } };
  const WhenceGraphEdge *edge = &places->scene->edges[index];
  double best = edge->importance >= 3 ? 9 : 3.4;
  gboolean found = FALSE;

  for (guint s = 0; s < G_N_ELEMENTS (spots); s++)
    for (guint b = 0; b < G_N_ELEMENTS (besides); b++)
      {
        WhenceRect box = box_on_curve (edge, label, spots[s], besides[b].right, besides[b].down);
        double away = spots[s] < 0.5 ? 0.5 - spots[s] : spots[s] - 0.5, hidden = hidden_share (edge, box);
        double cost = 2.5 * away + (b > 0 ? 0.3 : 0) + 3 * hidden;
        if (hidden > 0.5 || cost >= best || is_cut (places, box))
          continue;
        cost += 1.3 * count_lines (places, inflate (box, 1), index);
        if (cost >= best || whence_rect_grid_hits (places->taken, inflate (box, MARGIN), G_MAXUINT32))
          continue;
        best = cost;
        *at = (WhencePoint){ box.x, box.y };
        found = TRUE;
      }
  return found;
}

/* The line stops before its own words and goes on behind them. */
static void
leave_gap (WhenceGraphEdge *edge)
{
  WhenceRect box = { edge->label_at.x, edge->label_at.y, edge->label.width, edge->label.height };
  WhenceRect core = { box.x, box.y + box.height / 4, box.width, box.height / 2 };
  guint first = GAP_STEPS + 1, last = 0;
  gboolean through = FALSE;

  box = inflate (box, 2.5);
  for (guint i = 0; i <= GAP_STEPS; i++)
    {
      WhencePoint p = whence_curve_point (edge->curve, (double) i / GAP_STEPS);
      through |= whence_rect_contains (core, p.x, p.y);
      if (!whence_rect_contains (box, p.x, p.y))
        continue;
      first = MIN (first, i);
      last = i;
    }
  if (through && last > first)
    {
      edge->gap0 = (double) first / GAP_STEPS;
      edge->gap1 = (double) last / GAP_STEPS;
    }
}

static void
place_edge_label (Places *places, guint32 index, const WhenceMeasure *measure)
{
  WhenceGraphScene *scene = places->scene;
  WhenceGraphEdge *edge = &scene->edges[index];
  double length = whence_curve_length (edge->curve);
  g_autoptr (GPtrArray) wordings = NULL;

  if (length < 30 || edge->bounds.x > scene->width || edge->bounds.y > scene->height
      || whence_rect_right (edge->bounds) < 0 || whence_rect_bottom (edge->bounds) < 0)
    return;
  wordings = whence_graph_edge_wordings (scene, edge);
  for (guint w = 0; w < wordings->len && !edge->labelled; w++)
    {
      whence_text_block_clear (&edge->label);
      whence_graph_edge_wording_init (&edge->label, g_ptr_array_index (wordings, w), measure);
      edge->labelled = edge->label.n_lines > 0 && find_spot (places, index, &edge->label, &edge->label_at);
    }
  if (edge->labelled)
    leave_gap (edge);
  if (edge->labelled)
    whence_rect_grid_add (
      places->taken, 2 * scene->n_nodes + index,
      (WhenceRect){ edge->label_at.x, edge->label_at.y, edge->label.width, edge->label.height });
  else
    whence_text_block_clear (&edge->label);
}

static gboolean
place_edge_labels (Places *places, const WhenceMeasure *measure, GCancellable *cancellable)
{
  WhenceGraphScene *scene = places->scene;
  g_autofree Ranked *order = g_new (Ranked, MAX (1, scene->n_edges));

  for (guint32 i = 0; i < scene->n_edges; i++)
    order[i] = (Ranked){ scene->edges[i].importance, i };
  qsort (order, scene->n_edges, sizeof *order, compare_ranked);
  for (guint32 k = 0; k < scene->n_edges; k++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      place_edge_label (places, order[k].index, measure);
    }
  return TRUE;
}

/* --- The whole ----------------------------------------------------------------------------------- */

static void
take_shapes_and_lines (Places *places)
{
  const WhenceGraphScene *scene = places->scene;

  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      whence_rect_grid_add (places->taken, i,
                            (WhenceRect){ node->at.x - node->radius, node->at.y - node->radius,
                                          2 * node->radius, 2 * node->radius });
    }
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

gboolean
whence_graph_place_labels (WhenceGraphScene *scene, const WhenceMeasure *measure, GCancellable *cancellable)
{
  WhenceRect area = { 0, 0, scene->width, scene->height };
  g_autoptr (WhenceRectGrid) taken = whence_rect_grid_new (area, 40);
  g_autoptr (WhenceRectGrid) lines = whence_rect_grid_new (area, 32);
  Places places = { scene, taken, lines };

  take_shapes_and_lines (&places);
  return place_names (&places, measure, cancellable) && place_edge_labels (&places, measure, cancellable);
}
