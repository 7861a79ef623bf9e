/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for the labels of edges: on the curve, which then stops before them, or beside it; where they cover
 * no shape, no name and few other lines; the largest amounts first, in the longest wording that has room. */
#include "layout/label-place.h"

#define THICK 2.5 /* px: a line that should not be hidden by its own words */
#define GAP_STEPS 64
#define LINE_COST 1.3 /* of another edge under the words of this one */
#define N_HEADLINES 3
#define HEADLINE 3.6 /* importance of an amount that comes before names */

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
      hidden += whence_rect_contains (whence_label_inflate (box, 1.5), p.x, p.y);
    }
  return hidden / 25.0;
}

static gboolean
find_spot (const WhenceLabelPlaces *places, guint32 index, const WhenceTextBlock *label, WhencePoint *at)
{
  static const struct
  {
    int right, down;
  } besides[] = { { 0, 0 }, { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 } };
  const WhenceGraphEdge *edge = &places->scene->edges[index];
  double best = edge->importance >= 3 ? 9 : 2.3;
  gboolean found = FALSE;

  for (guint s = 0; s < G_N_ELEMENTS (spots); s++)
    for (guint b = 0; b < G_N_ELEMENTS (besides); b++)
      {
        WhenceRect box = box_on_curve (edge, label, spots[s], besides[b].right, besides[b].down);
        double away = spots[s] < 0.5 ? 0.5 - spots[s] : spots[s] - 0.5, hidden = hidden_share (edge, box);
        double cost = 2.5 * away + (b > 0 ? 0.25 : 0) + (edge->width > THICK ? 5 : 3) * hidden;
        if (hidden > 0.5 || cost >= best || whence_label_is_cut (places, box))
          continue;
        cost += whence_label_line_cost (places, whence_label_inflate (box, 1), index, LINE_COST, best - cost);
        if (cost >= best
            || whence_rect_grid_hits (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN),
                                      G_MAXUINT32))
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

  box = whence_label_inflate (box, 2.5);
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
place_edge_label (WhenceLabelPlaces *places, guint32 index, guint first_wording, const WhenceMeasure *measure)
{
  WhenceGraphScene *scene = places->scene;
  WhenceGraphEdge *edge = &scene->edges[index];
  double length = whence_curve_length (edge->curve);
  g_autoptr (GPtrArray) wordings = NULL;

  if (edge->labelled || length < 30 || edge->bounds.x > scene->width || edge->bounds.y > scene->height
      || whence_rect_right (edge->bounds) < 0 || whence_rect_bottom (edge->bounds) < 0)
    return;
  wordings = whence_graph_edge_wordings (scene, edge);
  for (guint w = first_wording; w < wordings->len && !edge->labelled; w++)
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

static WhenceLabelRank *
rank_edges (const WhenceGraphScene *scene)
{
  WhenceLabelRank *order = g_new (WhenceLabelRank, MAX (1, scene->n_edges));

  for (guint32 i = 0; i < scene->n_edges; i++)
    order[i] = (WhenceLabelRank){ scene->edges[i].importance, i };
  qsort (order, scene->n_edges, sizeof *order, whence_label_compare_ranks);
  return order;
}

void
whence_label_place_headlines (WhenceLabelPlaces *places, guint first_wording, const WhenceMeasure *measure)
{
  g_autofree WhenceLabelRank *order = rank_edges (places->scene);

  for (guint32 k = 0; k < MIN (places->scene->n_edges, N_HEADLINES); k++)
    if (order[k].weight >= HEADLINE)
      place_edge_label (places, order[k].index, first_wording, measure);
}

gboolean
whence_label_place_edges (WhenceLabelPlaces *places, const WhenceMeasure *measure, GCancellable *cancellable)
{
  WhenceGraphScene *scene = places->scene;
  g_autofree WhenceLabelRank *order = rank_edges (scene);

  for (guint32 k = 0; k < scene->n_edges; k++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      place_edge_label (places, order[k].index, 0, measure);
    }
  return TRUE;
}
