/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks before they are packed into rows: each gets its label set and placed (after it, before it, or below
 * it). How closely rows stand does not change that, so it is done once for all levels that are tried. */
#include "layout/timeline-rows.h"

#include <math.h>

/* px */
#define LABEL_MOST 460.0 /* on one line */
#define LABEL_LINES 2
#define BELOW_GAP 2.0
#define NEAR_GHOST 60.0          /* so far from its mark words may stand after its ghosts */
#define NARROW 40.0              /* a mark below a tick of its own would be wider */
#define SHORT_VIEW (2 * 86400.0) /* seconds: within it the axis tells the day, a label the time */

typedef struct
{
  WhenceTimelineItem item; /* at the top of its row; its lane is not yet known */
  guint pass;              /* the last in which it was among the items */
} Made;

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

/* --- Marks --------------------------------------------------------------------------------------- */

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

static Made *
make_mark (WhenceRowBuilder *builder, guint32 fact)
{
  const WhenceTimelineScene *scene = builder->scene;
  const WhenceBundle *bundle = whence_scope_get_bundle (scene->scope);
  Made *made = g_new0 (Made, 1);
  WhenceTimelineItem *item = &made->item;
  WhenceDateSigns signs;
  WhenceFact record;
  WhenceLabelText text;
  g_autofree char *date = NULL;
  gint64 to;

  item->kind = WHENCE_ITEM_MARK;
  whence_bundle_get_fact (bundle, fact, &record);
  whence_timeline_item_init (item, scene->scope, fact);
  whence_mark_extent (&record.dated.date, &item->start, &to);
  whence_date_signs_init (&signs, scene->scope, fact, scene->view, scene->left, scene->right);
  set_signs (builder, item, &signs);
  date = date_beside (builder, &item->shape, &record);
  whence_label_text_init (&text, bundle, fact, date, builder->measure);
  place_label (builder, item, &signs, &text);
  whence_label_text_clear (&text);
  return made;
}

/* --- The marks of a builder ---------------------------------------------------------------------- */

static void
made_free (gpointer data)
{
  Made *made = data;

  whence_label_clear (&made->item.label);
  g_free (made);
}

void
whence_row_builder_init_marks (WhenceRowBuilder *builder)
{
  builder->made = g_hash_table_new_full (NULL, NULL, NULL, made_free);
}

void
whence_row_builder_add_mark (WhenceRowBuilder *builder, guint32 fact)
{
  Made *made = g_hash_table_lookup (builder->made, GUINT_TO_POINTER (fact));
  WhenceTimelineItem item;

  if (made == NULL)
    {
      made = make_mark (builder, fact);
      g_hash_table_insert (builder->made, GUINT_TO_POINTER (fact), made);
    }
  made->pass = builder->pass;
  item = made->item;
  item.lane = builder->lanes->len;
  g_array_append_val (builder->items, item);
}

void
whence_row_builder_finish_marks (WhenceRowBuilder *builder)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, builder->made);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Made *made = value;

      if (made->pass == builder->pass)
        made->item.label = (WhenceLabel){ 0 };
    }
  g_clear_pointer (&builder->made, g_hash_table_unref);
}
