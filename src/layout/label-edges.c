/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of labels of edges: the largest amounts first, then those between two that are named, by
 * importance. Only the MAX_TRIED edges that matter most are tried, and only as many get words as the
 * picture has room for. */
#include "layout/in-parts.h"
#include "layout/label-curve.h"

#define N_HEADLINES 3
#define HEADLINE 3.6  /* importance of an amount that comes before names */
#define SHORTEST 30.0 /* px: an edge that has room for words */
#define MAX_TRIED 20000
#define PX_PER_LABEL 3600.0 /* square px of the picture for each label, at the most */
#define LIMIT 2.3           /* of what a place may cost */
#define LAST_LIMIT 4.2

/* What a tie says helps nobody who cannot see between whom. */
static gboolean
is_named (const WhenceGraphScene *scene, guint32 node)
{
  return scene->nodes[node].labelled || !whence_graph_node_is_visible (scene, &scene->nodes[node]);
}

/* No curve is shorter than the way between its ends: which tells it of most of very many. */
static gboolean
is_long_enough (const WhencePoint *curve)
{
  double dx = curve[3].x - curve[0].x, dy = curve[3].y - curve[0].y;

  return dx * dx + dy * dy > SHORTEST * SHORTEST || whence_curve_length (curve) >= SHORTEST;
}

static gboolean
may_be_labelled (const WhenceGraphScene *scene, const WhenceGraphEdge *edge)
{
  return edge->n_on_line > 0 && edge->bounds.width + edge->bounds.height >= SHORTEST
         && edge->bounds.x <= scene->width && edge->bounds.y <= scene->height
         && whence_rect_right (edge->bounds) >= 0 && whence_rect_bottom (edge->bounds) >= 0
         && is_long_enough (edge->curve);
}

typedef struct
{
  const WhenceGraphScene *scene;
  guint8 *may; /* be labelled, of each edge */
} Choice;

static void
choose_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const Choice *choice = data;

  for (guint32 i = first; i < end; i++)
    choice->may[i] = may_be_labelled (choice->scene, &choice->scene->edges[i]);
}

void
whence_label_rank_edges (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;
  g_autofree guint8 *may = g_new (guint8, MAX (1, scene->n_edges));

  whence_in_parts (scene->n_edges, WHENCE_GRAPH_LEAST_PART, choose_part, &(Choice){ scene, may });
  places->edges = g_new (WhenceLabelRank, MAX (1, scene->n_edges));
  for (guint32 i = 0; i < scene->n_edges; i++)
    if (may[i])
      places->edges[places->n_edges++] = (WhenceLabelRank){ scene->edges[i].importance, i };
  whence_label_ranks_select (places->edges, places->n_edges, MAX_TRIED);
  places->n_edges = MIN (places->n_edges, MAX_TRIED);
  whence_label_ranks_sort (places->edges, places->n_edges, N_HEADLINES);
}

void
whence_label_place_headlines (WhenceLabelPlaces *places, guint first_wording)
{
  for (guint32 k = 0; k < MIN (places->n_edges, N_HEADLINES); k++)
    if (first_wording < G_MAXUINT && places->edges[k].weight >= HEADLINE)
      whence_label_place_edge (places, places->edges[k].index, first_wording, LIMIT);
}

/* Moves the edges between two that are named to the front, in order. Returns how many there are. */
static guint32
rank_named (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;
  guint32 n = 0;

  for (guint32 k = 0; k < places->n_edges; k++)
    {
      WhenceLabelRank rank = places->edges[k];
      if (!is_named (scene, scene->edges[rank.index].from) || !is_named (scene, scene->edges[rank.index].to))
        continue;
      places->edges[k] = places->edges[n];
      places->edges[n++] = rank;
    }
  whence_label_ranks_sort (places->edges, n, n);
  return n;
}

/* The first @n edges, where words cost less than @limit, as long as there is @room for so many labels. */
static gboolean
place_within (WhenceLabelPlaces *places, guint32 n, double limit, double *room, GCancellable *cancellable)
{
  for (guint32 k = 0; *room > 0 && k < n; k++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      *room -= whence_label_place_edge (places, places->edges[k].index, 0, limit);
    }
  return TRUE;
}

gboolean
whence_label_place_edges (WhenceLabelPlaces *places, GCancellable *cancellable)
{
  const WhenceGraphScene *scene = places->scene;
  double room = scene->width * scene->height / PX_PER_LABEL;
  guint32 n = rank_named (places);

  /* What found no quiet place takes one that is less so. */
  return place_within (places, n, LIMIT, &room, cancellable)
         && (!whence_graph_bows_edges (scene) || place_within (places, n, LAST_LIMIT, &room, cancellable));
}
