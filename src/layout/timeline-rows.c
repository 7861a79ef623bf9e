/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One lane at a time: marks with their labels are packed into rows, below the clusters. An item's bounds hold
 * all that is drawn of it, lie within the view, and share no point with another's. */
#include "layout/timeline-groups.h"

#include <glib/gi18n-lib.h>

#include "layout/lanes.h"
#include "model/text-fill.h"

typedef struct
{
  double row_gap, lane_gap; /* px */
} Level;

static const Level levels[WHENCE_N_ROW_LEVELS] = {
  { 8, 8 },
  { 4, 6 },
  { 2, 4 },
  { 0, 3 },
};

/* px */
#define TOP_GAP 6.0
#define MARKS_APART 10.0
#define COLLAPSED_GAP 3.0
#define EMPTY_HEIGHT 18.0
#define EMPTY_INSET 13.0
#define EMPTY_GAP 3.0

void
whence_row_builder_init (WhenceRowBuilder *builder, const WhenceTimelineScene *scene,
                         const WhenceMeasure *measure, gboolean rtl)
{
  *builder = (WhenceRowBuilder){ .scene = scene, .measure = measure, .rtl = rtl };
  builder->items = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineItem));
  builder->rows = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineRow));
  builder->lanes = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineLane));
  builder->ghosts = g_array_new (FALSE, FALSE, sizeof (WhenceGhost));
  builder->clusters = g_array_new (FALSE, TRUE, sizeof (WhenceCluster));
  builder->clustered = g_array_new (FALSE, FALSE, sizeof (guint32));
  whence_row_builder_init_marks (builder);
}

void
whence_row_builder_reset (WhenceRowBuilder *builder, guint level)
{
  builder->level = level;
  builder->pass++;
  builder->y = WHENCE_AXIS_HEIGHT + builder->top + TOP_GAP;
  g_array_set_size (builder->items, 0);
  g_array_set_size (builder->rows, 0);
  g_array_set_size (builder->lanes, 0);
}

void
whence_row_builder_forget_groups (WhenceRowBuilder *builder)
{
  g_array_set_size (builder->clusters, 0);
  g_array_set_size (builder->clustered, 0);
}

/* --- Rows ---------------------------------------------------------------------------------------- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const WhenceTimelineItem *p = a, *q = b;
  if (p->row != q->row)
    return p->row < q->row ? -1 : 1;
  return p->bounds.x < q->bounds.x ? -1 : p->bounds.x > q->bounds.x;
}

void
whence_timeline_item_move_down (WhenceTimelineItem *item, double dy)
{
  item->bounds.y += dy;
  item->mark.y += dy;
  item->label_at.y += dy;
}

void
whence_timeline_items_pack (WhenceTimelineItem *items, guint n, guint first_row, double apart)
{
  g_autofree WhenceSpan *spans = g_new (WhenceSpan, n);
  g_autofree guint *rows = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    spans[i] = (WhenceSpan){ items[i].bounds.x, whence_rect_right (items[i].bounds), items[i].mark.x };
  whence_lanes_pack (spans, n, apart, rows);
  for (guint i = 0; i < n; i++)
    items[i].row = first_row + rows[i];
  qsort (items, n, sizeof *items, compare_places);
}

void
whence_row_builder_pack (WhenceRowBuilder *builder, guint first, double apart)
{
  guint n = builder->items->len - first;
  if (n == 0)
    return;
  WhenceTimelineItem *items = &g_array_index (builder->items, WhenceTimelineItem, first);
  whence_timeline_items_pack (items, n, builder->rows->len, apart);

  for (guint i = 0; i < n;)
    {
      WhenceTimelineRow row = { builder->y, builder->y, first + i, 0 };
      for (guint number = items[i].row; i < n && items[i].row == number; i++, row.n_items++)
        {
          row.y1 = MAX (row.y1, row.y0 + items[i].bounds.height);
          whence_timeline_item_move_down (&items[i], row.y0);
        }
      g_array_append_val (builder->rows, row);
      builder->y = row.y1 + levels[builder->level].row_gap;
    }
}

void
whence_row_builder_add_row (WhenceRowBuilder *builder, guint first, double height, double gap)
{
  WhenceTimelineRow row = { builder->y, builder->y + height, first, builder->items->len - first };
  if (row.n_items == 0)
    return;
  for (guint i = first; i < builder->items->len; i++)
    {
      WhenceTimelineItem *item = &g_array_index (builder->items, WhenceTimelineItem, i);
      item->row = builder->rows->len;
      whence_timeline_item_move_down (item, row.y0);
    }
  g_array_append_val (builder->rows, row);
  builder->y = row.y1 + gap;
}

/* --- Lanes --------------------------------------------------------------------------------------- */

static void
add_marks (WhenceRowBuilder *builder, const WhenceCandidate *candidates, guint n)
{
  guint first = builder->items->len;
  for (guint i = 0; i < n; i++)
    if (candidates[i].cluster == WHENCE_NONE)
      whence_row_builder_add_mark (builder, candidates[i].fact);
  whence_row_builder_pack (builder, first, MARKS_APART);
}

static void
add_rows (WhenceRowBuilder *builder, WhenceLanePlan *plan, const WhenceCandidate *candidates)
{
  /* Groups first, so that they stand in a line below the axis or the header, like its shadow. */
  if (plan->mode == WHENCE_LANE_MARKS)
    whence_groups_add_clusters (builder, candidates, plan->n);
  else
    whence_groups_add_bars (builder, plan, candidates);
  if (plan->mode != WHENCE_LANE_COLLAPSED)
    add_marks (builder, candidates, plan->n);
}

void
whence_row_builder_add_lane (WhenceRowBuilder *builder, WhenceLanePlan *plan,
                             const WhenceCandidate *candidates)
{
  const WhenceTimelineScene *scene = builder->scene;
  const Level *level = &levels[builder->level];
  WhenceTimelineLane lane = { .rank = plan->rank,
                              .y = builder->y,
                              .collapsed = plan->mode == WHENCE_LANE_COLLAPSED,
                              .listed = plan->mode != WHENCE_LANE_BARS_ONLY && plan->n > 0,
                              .n_facts = plan->n_facts,
                              .first_row = builder->rows->len };
  builder->y += lane.collapsed ? COLLAPSED_GAP : level->lane_gap;
  whence_lane_header_init (&lane, scene, builder->y - 1, builder->measure);
  if (lane.header.n_lines > 0 && scene->gutter <= 0)
    builder->y = whence_rect_bottom (lane.header_box) + 1;

  add_rows (builder, plan, candidates);
  if (lane.header.n_lines > 0)
    builder->y = MAX (builder->y, whence_rect_bottom (lane.header_box) + level->row_gap);
  builder->y += level->lane_gap - MIN (level->lane_gap, level->row_gap);
  lane.height = builder->y - lane.y;
  lane.end_row = builder->rows->len;
  g_array_append_val (builder->lanes, lane);
}

void
whence_row_builder_add_empty_lanes (WhenceRowBuilder *builder)
{
  const WhenceTimelineScene *scene = builder->scene;
  guint n = scene->omitted.n_empty_lanes;
  if (n == 0 || builder->lanes->len == 0)
    return;
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_EMPTY_LANES, .fact = WHENCE_NONE, .lane = G_MAXUINT };
  g_autofree char *text =
    whence_text_compose (ngettext ("%'u lane has nothing in view", "%'u lanes have nothing in view", n), n);
  whence_text_block_init (&item.label.title, text, WHENCE_FONT_SMALL,
                          scene->right - WHENCE_SIDE_MARGIN - EMPTY_INSET, 1, builder->measure);
  item.label.width = item.label.title.width;
  item.label.height = item.label.title.height;
  double inset = scene->controls ? EMPTY_INSET : 0;
  item.bounds = (WhenceRect){ WHENCE_SIDE_MARGIN, 0, inset + item.label.width, EMPTY_HEIGHT };
  item.mark = (WhenceRect){ WHENCE_SIDE_MARGIN, 0, inset, EMPTY_HEIGHT };
  item.label_at = (WhencePoint){ WHENCE_SIDE_MARGIN + inset, 2 };
  builder->y += EMPTY_GAP;
  g_array_append_val (builder->items, item);
  whence_row_builder_add_row (builder, builder->items->len - 1, EMPTY_HEIGHT, EMPTY_GAP);
}
