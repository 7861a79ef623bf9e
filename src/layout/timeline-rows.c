/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One lane at a time: every mark gets its label set and placed (after it, before it, or below it), then marks
 * with their labels are packed into rows, below the clusters. An item's bounds hold all that is
 * drawn of it, lie within the view, and share no point with another's. */
#include "layout/timeline-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
#define LABEL_MOST 460.0 /* on one line */
#define LABEL_LINES 2
#define COLLAPSED_GAP 3.0
#define EMPTY_HEIGHT 18.0
#define EMPTY_INSET 13.0
#define EMPTY_GAP 3.0
#define BELOW_GAP 2.0
#define NEAR_GHOST 60.0          /* so far from its mark words may stand after its ghosts */
#define NARROW 40.0              /* a mark below a tick of its own would be wider */
#define SHORT_VIEW (2 * 86400.0) /* seconds: within it the axis tells the day, a label the time */

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
}

void
whence_row_builder_reset (WhenceRowBuilder *builder, guint level)
{
  builder->level = level;
  builder->y = WHENCE_AXIS_HEIGHT + builder->top + TOP_GAP;
  g_array_set_size (builder->items, 0);
  g_array_set_size (builder->rows, 0);
  g_array_set_size (builder->lanes, 0);
  g_array_set_size (builder->ghosts, 0);
}

void
whence_row_builder_forget_groups (WhenceRowBuilder *builder)
{
  g_array_set_size (builder->clusters, 0);
  g_array_set_size (builder->clustered, 0);
}

/* --- Labels -------------------------------------------------------------------------------------- */

typedef enum
{
  SIDE_AFTER,
  SIDE_BEFORE,
  SIDE_BELOW,
} LabelSide;

typedef struct
{
  LabelSide side;
  double width;
  guint lines;
} Placing;

/* None on a side where a ghost would come between a mark and its words from afar. */
static double
find_room (double room, double away)
{
  return away <= NEAR_GHOST ? room - WHENCE_LABEL_GAP : 0;
}

/* The first that has room: on one line, after or before; wrapped, likewise; else below the mark. */
static Placing
choose_placing (const WhenceRowBuilder *builder, const WhenceDateSigns *signs, const WhenceLabelText *text)
{
  const WhenceTimelineScene *scene = builder->scene;
  LabelSide sides[2] = { SIDE_AFTER, SIDE_BEFORE };
  double rooms[2] = { find_room (scene->right - signs->x1, signs->x1 - signs->shape.x1),
                      find_room (signs->x0 - scene->left, signs->shape.x0 - signs->x0) };
  guint preferred = builder->rtl ? 1 : 0;
  for (guint i = 0; i < 2; i++)
    if (text->whole_width <= MIN (rooms[preferred ^ i], LABEL_MOST))
      return (Placing){ sides[preferred ^ i], text->whole_width, 1 };

  double least = whence_label_text_get_least (text);
  for (guint i = 0; i < 2; i++)
    if (rooms[preferred ^ i] >= least)
      return (Placing){ sides[preferred ^ i], MIN (rooms[preferred ^ i], WHENCE_LABEL_WRAPPED), LABEL_LINES };
  return (Placing){ SIDE_BELOW, MIN (scene->right - scene->left, LABEL_MOST), LABEL_LINES };
}

static void
place_label (const WhenceRowBuilder *builder, WhenceTimelineItem *item, const WhenceDateSigns *signs,
             const WhenceLabelText *text)
{
  const WhenceTimelineScene *scene = builder->scene;
  const WhenceMarkShape *shape = &item->shape;
  double deeper = (signs->n_levels - 1) * WHENCE_GHOST_LEVEL;
  Placing placing = choose_placing (builder, signs, text);
  whence_label_init (&item->label, text, placing.width, placing.lines, builder->measure);

  double line = whence_font_get_metrics (WHENCE_FONT_LABEL)->line_height;
  double mark_top = floor ((line - WHENCE_MARK_HEIGHT) / 2);
  item->mark = (WhenceRect){ shape->x0, mark_top, shape->x1 - shape->x0, WHENCE_MARK_HEIGHT };
  switch (placing.side)
    {
    case SIDE_AFTER:
      item->label_at = (WhencePoint){ signs->x1 + WHENCE_LABEL_GAP, 0 };
      break;
    case SIDE_BEFORE:
      item->label_at = (WhencePoint){ signs->x0 - WHENCE_LABEL_GAP - item->label.width, 0 };
      break;
    case SIDE_BELOW:
    default:
      item->mark.y = 0;
      item->label_at.x = CLAMP (shape->x0, scene->left, MAX (scene->left, scene->right - item->label.width));
      item->label_at.y = WHENCE_MARK_HEIGHT + deeper + BELOW_GAP;
      break;
    }
  WhenceRect label = { item->label_at.x, item->label_at.y, item->label.width, item->label.height };
  WhenceRect marks = { signs->x0, item->mark.y, signs->x1 - signs->x0, WHENCE_MARK_HEIGHT + deeper };
  item->bounds = whence_rect_union (marks, label);
  item->bounds.height += item->bounds.y;
  item->bounds.y = 0;
}

/* --- Items --------------------------------------------------------------------------------------- */

/* What the axis does not tell of a date that is finer than its ticks; NULL where it tells all, or there are
 * too many marks. */
static char *
date_beside (const WhenceRowBuilder *builder, const WhenceMarkShape *shape, const WhenceFact *record)
{
  gboolean narrow = shape->x1 - shape->tail1 - shape->x0 - shape->tail0 < NARROW;
  const WhenceTimelineScene *scene = builder->scene;
  const WhenceBound *start = &record->dated.date.start;
  if (!builder->with_dates || !narrow)
    return NULL;
  gboolean within_days = scene->width * scene->view.seconds_per_px < SHORT_VIEW;
  if (start->precision < WHENCE_PRECISION_MINUTE || !within_days
      || record->dated.date.form != WHENCE_DATE_SINGLE)
    return whence_date_to_text (record->dated.text, WHENCE_DATE_TEXT_SHORT);
  WhenceCivil civil = whence_instant_to_civil (start->earliest);
  return whence_axis_clock_to_text (civil, civil.second != 0);
}

static void
set_signs (WhenceRowBuilder *builder, WhenceTimelineItem *item, const WhenceDateSigns *signs)
{
  item->shape = signs->shape;
  item->displaced = signs->displaced;
  item->first_ghost = builder->ghosts->len;
  item->n_ghosts = signs->n_ghosts;
  g_array_append_vals (builder->ghosts, signs->ghosts, signs->n_ghosts);
}

static void
add_mark (WhenceRowBuilder *builder, const WhenceCandidate *candidate)
{
  const WhenceTimelineScene *scene = builder->scene;
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_MARK, .lane = builder->lanes->len };
  WhenceDateSigns signs;
  WhenceFact record;
  gint64 to;
  whence_bundle_get_fact (bundle, candidate->fact, &record);
  whence_timeline_item_init (&item, scene->scope, candidate->fact);
  whence_mark_extent (&record.dated.date, &item.start, &to);
  whence_date_signs_init (&signs, scene->scope, candidate->fact, scene->view, scene->left, scene->right);
  set_signs (builder, &item, &signs);
  g_autofree char *date = date_beside (builder, &item.shape, &record);
  WhenceLabelText text;
  whence_label_text_init (&text, bundle, candidate->fact, date, builder->measure);
  place_label (builder, &item, &signs, &text);
  whence_label_text_clear (&text);
  g_array_append_val (builder->items, item);
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
whence_row_builder_pack (WhenceRowBuilder *builder, guint first, double apart)
{
  guint n = builder->items->len - first;
  if (n == 0)
    return;
  WhenceTimelineItem *items = &g_array_index (builder->items, WhenceTimelineItem, first);
  g_autofree WhenceSpan *spans = g_new (WhenceSpan, n);
  g_autofree guint *rows = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    spans[i] = (WhenceSpan){ items[i].bounds.x, whence_rect_right (items[i].bounds), items[i].mark.x };
  whence_lanes_pack (spans, n, apart, rows);
  for (guint i = 0; i < n; i++)
    items[i].row = builder->rows->len + rows[i];
  qsort (items, n, sizeof *items, compare_places);

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
      add_mark (builder, &candidates[i]);
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
