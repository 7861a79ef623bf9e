/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Clusters: neighbours that would cover one another are one count on a pill. Each is found once and kept
 * for all levels. Linear in the candidates. */
#include "layout/timeline-groups.h"

#define CLUSTERS_APART 2.0 /* px */
#define CLUSTER_INSET 6.0  /* px */
#define MANY_CLUSTERED 24  /* of a lane of many facts, so many must be clustered */

char *
whence_groups_count_to_text (guint count)
{
  return whence_decimal_to_text (whence_decimal_make (count, 0));
}

void
whence_groups_set_count (const WhenceRowBuilder *builder, WhenceTimelineItem *item, const char *text)
{
  const WhenceTimelineScene *scene = builder->scene;
  whence_text_block_init (&item->label.title, text, WHENCE_FONT_SMALL, scene->right - scene->left, 1,
                          builder->measure);
  item->label.width = item->label.title.width;
  item->label.height = item->label.title.height;
}

static double
middle_of (const WhenceTimelineScene *scene, guint32 fact)
{
  WhenceMarkShape shape = { 0 };
  whence_scene_shape (scene, fact, &shape);
  return (shape.x0 + shape.x1) / 2;
}

/* The cluster of all candidates that have the number of the one at @first: found once, and kept for all
 * levels. */
static const WhenceCluster *
find_cluster (WhenceRowBuilder *builder, const WhenceCandidate *candidates, guint n, guint first)
{
  guint number = candidates[first].cluster;
  WhenceCluster *cluster;
  double sum = 0;
  if (number >= builder->clusters->len)
    g_array_set_size (builder->clusters, number + 1);
  cluster = &g_array_index (builder->clusters, WhenceCluster, number);
  if (cluster->n_facts > 0)
    return cluster;
  cluster->first_fact = builder->clustered->len;
  for (guint i = first; i < n; i++)
    {
      if (candidates[i].cluster == WHENCE_NONE)
        continue;
      if (candidates[i].cluster != number)
        break;
      g_array_append_val (builder->clustered, candidates[i].fact);
      sum += middle_of (builder->scene, candidates[i].fact);
      cluster->n_facts++;
    }
  cluster->middle = sum / cluster->n_facts;
  return cluster;
}

void
whence_groups_add_pill (WhenceRowBuilder *builder, WhenceTimelineItem *item, const char *text, double middle)
{
  const WhenceTimelineScene *scene = builder->scene;
  item->kind = WHENCE_ITEM_CLUSTER;
  item->n_unmarked = item->n_facts;
  item->lane = builder->lanes->len;
  whence_groups_set_count (builder, item, text);
  double width = MAX (WHENCE_PILL_HEIGHT + 2, item->label.width + 2 * CLUSTER_INSET);
  double x = CLAMP (middle - width / 2, scene->left, MAX (scene->left, scene->right - width));
  item->bounds = item->mark = (WhenceRect){ x, 0, width, WHENCE_PILL_HEIGHT };
  item->label_at = (WhencePoint){ x + (width - item->label.width) / 2, 1 };
  g_array_append_val (builder->items, *item);
}

static void
add_cluster (WhenceRowBuilder *builder, const WhenceCandidate *candidates, guint n, guint first)
{
  const WhenceCluster *cluster = find_cluster (builder, candidates, n, first);
  WhenceTimelineItem item = { .fact = candidates[first].fact,
                              .first_fact = cluster->first_fact,
                              .n_facts = cluster->n_facts,
                              .start = candidates[first].start };
  g_autofree char *text = whence_groups_count_to_text (cluster->n_facts);
  whence_groups_add_pill (builder, &item, text, cluster->middle);
}

void
whence_groups_add_clusters (WhenceRowBuilder *builder, const WhenceCandidate *candidates, guint n)
{
  guint first = builder->items->len, last = WHENCE_NONE;
  for (guint i = 0; i < n; i++)
    if (candidates[i].cluster != WHENCE_NONE && candidates[i].cluster != last)
      {
        last = candidates[i].cluster;
        add_cluster (builder, candidates, n, i);
      }
  whence_row_builder_pack (builder, first, CLUSTERS_APART);
}

gboolean
whence_groups_are_many (const WhenceCandidate *candidates, guint n)
{
  guint n_clustered = 0;
  for (guint i = 0; i < n; i++)
    n_clustered += candidates[i].cluster != WHENCE_NONE;
  return n >= WHENCE_LANE_MANY && n_clustered >= MANY_CLUSTERED;
}
