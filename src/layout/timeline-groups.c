/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands for many facts: clusters, each a count on a pill, and where there would be too many of these to
 * be read, the bars of a histogram. A bar counts all facts of its column that begin there, also those which
 * have a mark; what comes from before the view has a pill at the left. */
#include "layout/timeline-rows.h"

#include <math.h>

/* px */
#define CLUSTERS_APART 2.0
#define CLUSTER_HEIGHT 16.0
#define CLUSTER_INSET 6.0
#define BAR_MOST 34.0
#define BAR_LEAST 2.0
#define BAR_GAP 1.0
#define EXACTLY (1 - 1e-9) /* of its width has a column, lest rounding lets it meet the next one */
#define BAR_LABEL 14.0
#define STRIP_MOST 14.0
#define STRIP_NARROW 10.0 /* below a header */
#define GROUP_GAP 3.0
/* Of a lane of many facts, so many must be clustered. */
#define MANY_CLUSTERED 24

/* --- Counts -------------------------------------------------------------------------------------- */

static char *
count_to_text (guint count)
{
  return whence_decimal_to_text (whence_decimal_make (count, 0));
}

static void
set_count (const WhenceRowBuilder *builder, WhenceTimelineItem *item, const char *text)
{
  const WhenceTimelineScene *scene = builder->scene;
  whence_text_block_init (&item->label.title, text, WHENCE_FONT_SMALL, scene->right - scene->left, 1,
                          builder->measure);
  item->label.width = item->label.title.width;
  item->label.height = item->label.title.height;
}

/* --- Clusters ------------------------------------------------------------------------------------ */

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

/* @middle is where it should stand, px. */
static void
add_pill (WhenceRowBuilder *builder, WhenceTimelineItem *item, const char *text, double middle)
{
  const WhenceTimelineScene *scene = builder->scene;
  item->kind = WHENCE_ITEM_CLUSTER;
  item->n_unmarked = item->n_facts;
  item->lane = builder->lanes->len;
  set_count (builder, item, text);
  double width = MAX (CLUSTER_HEIGHT + 2, item->label.width + 2 * CLUSTER_INSET);
  double x = CLAMP (middle - width / 2, scene->left, MAX (scene->left, scene->right - width));
  item->bounds = item->mark = (WhenceRect){ x, 0, width, CLUSTER_HEIGHT };
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
  g_autofree char *text = count_to_text (cluster->n_facts);
  add_pill (builder, &item, text, cluster->middle);
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

/* --- Bars: counting ------------------------------------------------------------------------------ */

/* @n facts that begin there, @fact the first of them; so many of them have marks. */
static void
count_in_column (WhenceLanePlan *plan, guint column, guint32 fact, guint n, guint n_marked)
{
  if (n == 0)
    return;
  if (plan->counts[column] == 0)
    plan->firsts[column] = fact;
  plan->counts[column] += n;
  plan->marked[column] += n_marked;
  plan->n_counted += n - n_marked;
}

static gboolean
take_first (const WhencePlace *place, gpointer fact)
{
  *(guint32 *) fact = place->fact;
  return FALSE;
}

static void
count_carried (const WhenceTimelineScene *scene, WhenceLanePlan *plan, guint rank, guint n)
{
  guint32 fact;
  if (n == 0)
    return;
  whence_timeline_index_foreach_carried (scene->index, rank, scene->from, take_first, &fact);
  if (plan->mode == WHENCE_LANE_COLLAPSED)
    {
      count_in_column (plan, 0, fact, n, 0);
      return;
    }
  if (plan->n_carried == 0)
    plan->carried = fact;
  plan->n_carried += n;
}

/* Facts are in the order of time: those of a column lie between two places. */
static void
count_places (const WhenceTimelineScene *scene, WhenceLanePlan *plan, guint rank)
{
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (scene->index, rank, &n);
  WhenceLaneWindow window = whence_timeline_index_look (scene->index, rank, scene->from, scene->to);
  count_carried (scene, plan, rank, window.n_carried);
  for (guint column = 0, first = window.first, end; first < window.end; column++, first = end)
    {
      gint64 limit = column + 1 < scene->columns.n ? scene->columns.starts[column + 1] : scene->to;
      end = MIN (whence_timeline_index_find_after (scene->index, rank, first, limit), window.end);
      count_in_column (plan, column, places[first].fact, end - first, 0);
    }
}

static void
count_candidate (WhenceRowBuilder *builder, WhenceLanePlan *plan, const WhenceCandidate *candidate)
{
  gboolean is_mark = candidate->cluster == WHENCE_NONE && plan->mode != WHENCE_LANE_COLLAPSED;
  if (!candidate->carried || plan->mode == WHENCE_LANE_COLLAPSED)
    count_in_column (plan, whence_columns_find (&builder->scene->columns, candidate->start), candidate->fact,
                     1, is_mark ? 1 : 0);
  else if (!is_mark)
    {
      if (plan->n_carried++ == 0)
        plan->carried = candidate->fact;
      g_array_append_val (builder->clustered, candidate->fact);
    }
}

/* Once for all levels. */
static void
count_lane (WhenceRowBuilder *builder, WhenceLanePlan *plan, const WhenceCandidate *candidates)
{
  const WhenceTimelineScene *scene = builder->scene;
  if (plan->counts != NULL)
    return;
  plan->counts = g_new0 (guint, scene->columns.n);
  plan->marked = g_new0 (guint, scene->columns.n);
  plan->firsts = g_new (guint32, scene->columns.n);
  plan->first_carried = plan->mode == WHENCE_LANE_BARS ? builder->clustered->len : WHENCE_NONE;
  if (plan->n > 0)
    for (guint i = 0; i < plan->n; i++)
      count_candidate (builder, plan, &candidates[i]);
  else if (plan->rank < whence_timeline_index_get_grouping (scene->index)->n_keys)
    count_places (scene, plan, plan->rank);
  else
    for (guint i = 0; i < scene->n_rest; i++)
      count_places (scene, plan, scene->rest[i]);
}

/* --- Bars: placing ------------------------------------------------------------------------------- */

static void
add_carried (WhenceRowBuilder *builder, const WhenceLanePlan *plan)
{
  if (plan->n_carried == 0)
    return;
  WhenceTimelineItem item = { .fact = plan->carried,
                              .first_fact = plan->first_carried,
                              .n_facts = plan->n_carried,
                              .carried = TRUE,
                              .start = builder->scene->from };
  g_autofree char *count = count_to_text (plan->n_carried);
  g_autofree char *text = g_strdup_printf ("← %s", count);
  add_pill (builder, &item, text, builder->scene->left);
  whence_row_builder_add_row (builder, builder->items->len - 1, CLUSTER_HEIGHT, GROUP_GAP);
}

static guint
find_most (const WhenceLanePlan *plan, const WhenceColumns *columns)
{
  guint most = 1;
  for (guint i = 0; i < columns->n; i++)
    most = MAX (most, plan->counts[i]);
  return most;
}

/* @height of the row, @most of the highest bar, px. */
static void
add_bar (WhenceRowBuilder *builder, const WhenceLanePlan *plan, guint column, double height, double most,
         guint most_facts)
{
  const WhenceColumns *columns = &builder->scene->columns;
  double x0 = columns->x[column], x1 = columns->x[column + 1];
  guint n_facts = plan->counts[column];
  if (n_facts == 0)
    return;
  double bar = MAX (BAR_LEAST, round (most * n_facts / most_facts));
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_BAR,
                              .lane = builder->lanes->len,
                              .fact = plan->firsts[column],
                              .first_fact = WHENCE_NONE,
                              .n_facts = n_facts,
                              .n_unmarked = n_facts - plan->marked[column],
                              .carried = column == 0 && plan->mode == WHENCE_LANE_COLLAPSED,
                              .start = columns->starts[column] };
  item.bounds = (WhenceRect){ x0, 0, (x1 - x0) * EXACTLY, height };
  item.mark = (WhenceRect){ x0, height - bar, x1 - x0 - BAR_GAP, bar };
  item.label_at = (WhencePoint){ x0, height - bar };
  g_array_append_val (builder->items, item);
}

static int
compare_heights (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WhenceTimelineItem *items = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  if (items[i].n_facts != items[j].n_facts)
    return items[i].n_facts > items[j].n_facts ? -1 : 1;
  return i < j ? -1 : i > j;
}

static WhenceRect
label_box (const WhenceTimelineItem *item)
{
  return (WhenceRect){ item->label_at.x, item->label_at.y, item->label.width, item->label.height };
}

/* Whether another bar or its label is where @box is. */
static gboolean
is_taken (const WhenceTimelineItem *items, guint n, guint except, WhenceRect box)
{
  for (guint i = 0; i < n; i++)
    if (i != except
        && (whence_rect_overlaps (items[i].mark, box)
            || (items[i].label.width > 0 && whence_rect_overlaps (label_box (&items[i]), box))))
      return TRUE;
  return FALSE;
}

/* Counts above the bars: those of the highest first, others where they have room. O(bars²) for one row: a
 * view has about a hundred. */
static void
add_counts (WhenceRowBuilder *builder, guint first)
{
  const WhenceTimelineScene *scene = builder->scene;
  guint n = builder->items->len - first;
  WhenceTimelineItem *items = &g_array_index (builder->items, WhenceTimelineItem, first);
  g_autofree guint *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_heights, items);
  for (guint i = 0; i < n; i++)
    {
      WhenceTimelineItem *item = &items[order[i]];
      g_autofree char *text = count_to_text (item->n_facts);
      set_count (builder, item, text);
      double x = item->mark.x + (item->mark.width - item->label.width) / 2;
      item->label_at.x = CLAMP (x, scene->left, MAX (scene->left, scene->right - item->label.width));
      item->label_at.y = item->mark.y - BAR_LABEL;
      WhenceRect box = label_box (item);
      box.x -= BAR_GAP;
      box.width += 2 * BAR_GAP;
      if (is_taken (items, n, order[i], box))
        {
          whence_label_clear (&item->label);
          item->label = (WhenceLabel){ 0 };
        }
    }
}

static double
strip_height (const WhenceRowBuilder *builder)
{
  double usual = builder->scene->gutter > 0 ? STRIP_MOST : STRIP_NARROW;
  return MIN (usual + builder->more_strip, BAR_MOST + BAR_LABEL);
}

void
whence_groups_add_bars (WhenceRowBuilder *builder, WhenceLanePlan *plan, const WhenceCandidate *candidates)
{
  const WhenceTimelineScene *scene = builder->scene;
  gboolean strip = plan->mode == WHENCE_LANE_COLLAPSED;
  double height = strip ? strip_height (builder) : BAR_MOST + BAR_LABEL;
  gboolean counted = height >= 2 * BAR_LABEL;
  double most = counted ? height - BAR_LABEL : height;
  count_lane (builder, plan, candidates);
  add_carried (builder, plan);
  guint first = builder->items->len, most_facts = find_most (plan, &scene->columns);
  for (guint column = 0; column < scene->columns.n; column++)
    add_bar (builder, plan, column, height, most, most_facts);
  if (counted)
    add_counts (builder, first);
  whence_row_builder_add_row (builder, first, height, GROUP_GAP);
}
