/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bars of a histogram, and their counts, those of the highest first. O(bars²) for one row: a view has
 * about a hundred. */
#include "layout/timeline-groups.h"

#include <math.h>

/* px */
#define BAR_MOST 34.0
#define BAR_LEAST 2.0
#define BAR_GAP 1.0
#define BAR_LABEL 14.0
#define STRIP_MOST 14.0
#define STRIP_NARROW 10.0 /* below a header */
#define GROUP_GAP 3.0
#define EXACTLY (1 - 1e-9) /* of its width has a column, lest rounding lets it meet the next one */

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
  g_autofree char *count = whence_groups_count_to_text (plan->n_carried);
  g_autofree char *text = g_strdup_printf ("← %s", count);
  whence_groups_add_pill (builder, &item, text, builder->scene->left);
  whence_row_builder_add_row (builder, builder->items->len - 1, WHENCE_PILL_HEIGHT, GROUP_GAP);
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
      g_autofree char *text = whence_groups_count_to_text (item->n_facts);
      whence_groups_set_count (builder, item, text);
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
  whence_groups_count_lane (builder, plan, candidates);
  add_carried (builder, plan);
  guint first = builder->items->len, most_facts = find_most (plan, &scene->columns);
  for (guint column = 0; column < scene->columns.n; column++)
    add_bar (builder, plan, column, height, most, most_facts);
  if (counted)
    add_counts (builder, first);
  whence_row_builder_add_row (builder, first, height, GROUP_GAP);
}
