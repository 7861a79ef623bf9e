/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names and edge labels compete for the room between shapes, so that none covers a shape or another label:
 * the largest amounts first, then names, then the labels of other edges. Boxes and lines live in grids, so
 * that a question costs what is near; only a bounded number of names, of edges and of labels is tried. */
#include "layout/label-place.h"

#define MAX_NEGOTIATED 300 /* names: beyond, what has no room at once waits for a deeper zoom */

WhenceRect
whence_label_inflate (WhenceRect rect, double by)
{
  return (WhenceRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

gboolean
whence_label_is_taken (const WhenceLabelPlaces *places, WhenceRect box, guint32 own)
{
  return whence_rect_grid_hits (places->taken, whence_label_inflate (box, WHENCE_LABEL_MARGIN), own);
}

gboolean
whence_label_is_cut (const WhenceLabelPlaces *places, WhenceRect box)
{
  double top = places->scene->axis != NULL ? WHENCE_AXIS_HEIGHT : 0;

  return box.x < 0 || box.y < top || whence_rect_right (box) > places->scene->width
         || whence_rect_bottom (box) > places->scene->height;
}

static gboolean
on_head (guint32 id, WhenceRect rect, gpointer user_data)
{
  guint *count = user_data;

  ++*count;
  return TRUE;
}

guint
whence_label_count_heads (const WhenceLabelPlaces *places, WhenceRect box)
{
  guint count = 0;

  whence_rect_grid_foreach (places->heads, box, on_head, &count);
  return count;
}

static WhenceRectGrid *
list_heads (WhenceGraphScene *scene)
{
  WhenceRectGrid *heads =
    whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 40, &scene->work);

  /* A dense scene has no arrows. */
  for (guint32 i = 0; i < scene->n_edges && !scene->dense; i++)
    {
      const WhenceGraphEdge *edge = &scene->edges[i];
      double half = WHENCE_GRAPH_ARROW_LENGTH (edge->width) / 2;
      if (edge->arrow && edge->n_on_line > 0)
        whence_rect_grid_add (heads, i,
                              (WhenceRect){ edge->tip.x - half * (1 + edge->heading.x),
                                            edge->tip.y - half * (1 + edge->heading.y), 2 * half, 2 * half });
    }
  return heads;
}

/* The line between those with a date and those without is crossed by no word. */
static void
take_shapes (WhenceLabelPlaces *places)
{
  const WhenceGraphScene *scene = places->scene;

  if (scene->axis != NULL && scene->axis->width < scene->width)
    whence_rect_grid_add (places->taken, 2 * (scene->n_nodes + scene->n_edges),
                          (WhenceRect){ scene->axis->width, 0, 1, scene->height });
  for (guint32 i = 0; i < scene->n_nodes; i++)
    {
      const WhenceGraphNode *node = &scene->nodes[i];
      whence_rect_grid_add (places->taken, i,
                            (WhenceRect){ node->at.x - node->radius, node->at.y - node->radius,
                                          2 * node->radius, 2 * node->radius });
      if (whence_graph_node_has_sign (node))
        whence_rect_grid_add (places->taken, 2 * scene->n_nodes + 2 * scene->n_edges + i,
                              whence_graph_node_sign_box (node));
    }
}

/* Signs stand on their line, clear of shapes, before anything is written. */
static void
take_signs (WhenceLabelPlaces *places)
{
  static const double spots[] = { 0.22, 0.3, 0.7, 0.78, 0.4, 0.6, 0.5 };
  WhenceGraphScene *scene = places->scene;

  for (guint32 i = 0; i < scene->n_edges && !scene->dense; i++)
    {
      WhenceGraphEdge *edge = &scene->edges[i];
      WhenceRect box = { 0 };
      if (!whence_graph_edge_has_sign (scene, edge))
        continue;
      for (guint s = 0; s < G_N_ELEMENTS (spots); s++)
        {
          edge->sign_at = whence_curve_point (edge->curve, spots[s]);
          box = whence_graph_edge_sign_box (scene, edge);
          if (!whence_rect_grid_hits (places->taken, box, G_MAXUINT32))
            break;
        }
      whence_rect_grid_add (places->taken, 2 * scene->n_nodes + scene->n_edges + i, box);
    }
}

/* Takes all words of ties away. */
static void
clear_room (WhenceLabelPlaces *places)
{
  WhenceGraphScene *scene = places->scene;

  g_clear_pointer (&places->taken, whence_rect_grid_free);
  places->taken = whence_rect_grid_new ((WhenceRect){ 0, 0, scene->width, scene->height }, 40, &scene->work);
  take_shapes (places);
  take_signs (places);
  for (guint32 k = 0; k < places->n_edges && places->worded; k++)
    {
      WhenceGraphEdge *edge = &scene->edges[places->edges[k].index];
      whence_text_block_clear (&edge->label);
      edge->labelled = edge->glyphed = FALSE;
      edge->gap0 = edge->gap1 = 0;
    }
  places->worded = FALSE;
}

static void
start_over (WhenceLabelPlaces *places)
{
  clear_room (places);
  whence_label_restore_names (places);
}

/* Headlines go before names, if need be in fewer words, as long as no name is lost to them. */
static gboolean
place_few_names (WhenceLabelPlaces *places, GCancellable *cancellable)
{
  static const guint first_wordings[] = { G_MAXUINT, 0, 2, 3, 4, 5, G_MAXUINT };
  guint32 n = places->n_names;
  guint n_lost = 0;

  for (guint i = 0; i < G_N_ELEMENTS (first_wordings); i++)
    {
      guint n_unnamed;
      start_over (places);
      whence_label_place_headlines (places, first_wordings[i]);
      if (!whence_label_place_names (places, 0, n, 3, cancellable))
        return FALSE;
      n_unnamed = whence_label_count_unnamed (places, n);
      if (i == 0)
        n_lost = n_unnamed;
      else if (n_unnamed <= n_lost)
        break;
    }
  whence_label_place_compact_names (places, 0, n);
  return TRUE;
}

/* All entities before any fact. */
static gboolean
place_entities_first (WhenceLabelPlaces *places, guint32 n_entities, GCancellable *cancellable)
{
  guint32 n = places->n_names;

  start_over (places);
  if (!whence_label_place_names (places, 0, n_entities, 3, cancellable))
    return FALSE;
  whence_label_place_compact_names (places, 0, n_entities);
  if (!whence_label_place_names (places, n_entities, n, 3, cancellable))
    return FALSE;
  whence_label_place_compact_names (places, n_entities, n);
  return TRUE;
}

/* Where so many compete that some lose anyway, a headline may cost a name. */
static gboolean
place_many_names (WhenceLabelPlaces *places, GCancellable *cancellable)
{
  start_over (places);
  whence_label_place_headlines (places, 0);
  if (!whence_label_place_names (places, 0, places->n_names, 1, cancellable))
    return FALSE;
  whence_label_place_compact_names (places, 0, MIN (places->n_names, WHENCE_LABEL_PROMINENT));
  return TRUE;
}

static gboolean
place_names (WhenceLabelPlaces *places, GCancellable *cancellable)
{
  guint32 n_entities = whence_label_count_entities (places);
  guint n_lost;

  if (places->n_names > MAX_NEGOTIATED)
    return place_many_names (places, cancellable);
  if (!place_few_names (places, cancellable))
    return FALSE;
  n_lost = whence_label_count_unnamed (places, n_entities);
  if (n_lost == 0)
    return TRUE;
  if (!place_entities_first (places, n_entities, cancellable))
    return FALSE;
  return whence_label_count_unnamed (places, n_entities) < n_lost || place_few_names (places, cancellable);
}

/* Lines make way for names that have found their places. */
static void
route_around_names (WhenceLabelPlaces *places)
{
  WhenceGraphScene *scene = places->scene;

  whence_graph_route_edges (scene, TRUE);
  whence_rect_grid_free (places->heads);
  places->heads = list_heads (scene);
  clear_room (places);
  whence_label_take_names (places);
}

gboolean
whence_graph_place_labels (WhenceGraphScene *scene, const WhenceMeasure *measure, GCancellable *cancellable)
{
  WhenceLabelPlaces places = { .scene = scene, .measure = measure, .heads = list_heads (scene) };
  gboolean done;

  whence_label_rank_names (&places);
  whence_label_rank_edges (&places);
  done = place_names (&places, cancellable);
  if (done && whence_graph_bows_edges (scene))
    route_around_names (&places);
  done = done && whence_label_place_edges (&places, cancellable);
  if (done)
    whence_label_place_glyphs (&places);
  scene->omitted.n_unlabelled += whence_label_count_unnamed (&places, places.n_names);
  whence_rect_grid_free (places.taken);
  whence_rect_grid_free (places.heads);
  g_free (places.names);
  g_free (places.edges);
  return done;
}
