/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for the signs of what ties are about, where these have found no room for words that say it, so that
 * no tie is told by its colour alone: on the line, where nothing else stands, and no other line runs if that
 * can be had. Where a scene is dense, or shows ties of one kind only, there are none. A bounded number of
 * places for each of the MAX_TRIED edges that matter most. */
#include "layout/label-place.h"

#define MAX_TRIED 1500
#define PX_PER_GLYPH 2500.0 /* square px of the picture for each, at the most */

/* Places on a line, from its middle outwards, on either side in turn. */
#define SPOTS 31
#define SPOT_STEP 0.03 /* of the line */

/* What a round of looking for places asks for. Whoever finds none asks for less in the next. */
typedef struct
{
  gboolean small;
  double clear;    /* px more around it, lest it reads as part of a name */
  guint max_lines; /* that it may cover where there is no quiet place */
} Wish;

static const Wish wishes[] = { { FALSE, 2, 0 }, { FALSE, 2, 2 }, { TRUE, 0.5, 2 }, { TRUE, 0, 5 } };

WhenceRect
whence_graph_edge_glyph_box (const WhenceGraphEdge *edge)
{
  const double half = (edge->glyph_small ? WHENCE_GRAPH_SMALL_GLYPH : WHENCE_GRAPH_GLYPH) + 1;

  return (WhenceRect){ edge->glyph_at.x - half, edge->glyph_at.y - half, 2 * half, 2 * half };
}

/* Of the lines of a fact with a node of its own one is enough, whichever has room, and none where its title
 * stands. @told: of each node, whether one has. */
static gboolean
needs_glyph (const WhenceGraphScene *scene, guint32 i, const guint8 *told)
{
  const WhenceGraphEdge *edge = &scene->edges[i];
  guint32 node = scene->node_of_fact[edge->fact];

  if (whence_graph_edge_says_type (scene, edge) || edge->glyphed || edge->n_on_line != 1
      || whence_fact_type_glyph (
           whence_bundle_get_fact_type (whence_scope_get_bundle (scene->scope), edge->fact))
           == WHENCE_GLYPH_DISC)
    return FALSE;
  return node == WHENCE_NONE || (!scene->nodes[node].labelled && !told[node]);
}

static gboolean
is_free (const WhenceLabelPlaces *places, guint32 i, WhenceRect box, const Wish *wish)
{
  return !whence_label_is_cut (places, box)
         && !whence_label_is_taken (places, whence_label_inflate (box, wish->clear), G_MAXUINT32)
         && whence_label_count_heads (places, box) == 0
         && whence_line_grid_count (places->scene->line_grid, box, i, wish->max_lines + 1) <= wish->max_lines;
}

static gboolean
place_glyph (WhenceLabelPlaces *places, guint32 i, const Wish *wish)
{
  WhenceGraphEdge *edge = &places->scene->edges[i];

  edge->glyph_small = wish->small;
  for (guint s = 0; s < SPOTS && !edge->glyphed; s++)
    {
      double aside = (s + 1) / 2 * SPOT_STEP;

      edge->glyph_at = whence_curve_point (edge->curve, s % 2 == 1 ? 0.5 - aside : 0.5 + aside);
      edge->glyphed = is_free (places, i, whence_graph_edge_glyph_box (edge), wish);
    }
  if (edge->glyphed)
    whence_rect_grid_add (places->taken, 2 * places->scene->n_nodes + i, whence_graph_edge_glyph_box (edge));
  return edge->glyphed;
}

/* Returns how many have found a place. */
static guint
place_needed (WhenceLabelPlaces *places, guint32 i, const Wish *wish, guint8 *told)
{
  const WhenceGraphScene *scene = places->scene;
  guint32 node = scene->node_of_fact[scene->edges[i].fact];

  if (!needs_glyph (scene, i, told) || !place_glyph (places, i, wish))
    return 0;
  if (node != WHENCE_NONE)
    told[node] = TRUE;
  return 1;
}

void
whence_label_place_glyphs (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;
  double room = scene->width * scene->height / PX_PER_GLYPH;
  g_autofree guint8 *told = NULL;

  if (scene->dense || scene->uniform)
    return;
  told = g_new0 (guint8, MAX (1, scene->n_nodes));
  whence_label_ranks_sort (places->edges, places->n_edges, MAX_TRIED);
  for (guint w = 0; w < G_N_ELEMENTS (wishes); w++)
    for (guint32 k = 0; k < MIN (places->n_edges, MAX_TRIED) && room > 0; k++)
      room -= place_needed (places, places->edges[k].index, &wishes[w], told);
}
