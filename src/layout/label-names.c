/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places for names: by the number of ties; then those without room ask one neighbour to make way. Only the
 * MAX_NAMED visible nodes with most ties are measured and tried, so that the cost has a bound whatever the
 * graph. */
#include "layout/label-sides.h"

#define MAX_NAMED 1500

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
          int side = whence_label_find_side (places, index, 0);
          if (scene->nodes[index].labelled && side >= 0)
            whence_label_take_name (places, index);
          if (side >= 0)
            whence_label_put_name (places, index, side, 0);
          else if (pass > 0 && !scene->nodes[index].labelled)
            whence_label_make_way (places, index, FALSE);
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
        whence_rect_grid_add (places->taken, whence_label_name_id (places, index),
                              whence_label_name_box (&places->scene->nodes[index]));
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
      whence_label_place_compact (places, places->names[k].index);
}
