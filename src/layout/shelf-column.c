/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One entry below the other, in two lines where one is not enough. Cost: see the header. */
#include "layout/shelf-column.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/text-fill.h"

/* px */
#define LEFT 12.0       /* from the rule to the signs */
#define TEXT_INSET 14.0 /* from the signs to the words */
#define RIGHT 4.0
#define TOP (WHENCE_AXIS_HEIGHT + 8)
#define HEAD_TOP 23.0
#define ENTRY_GAP 3.0
#define LEAST_WIDTH 150.0
#define MOST_WIDTH 250.0
#define MOST_PART 0.24 /* of the width of the timeline */

#define MEASURED 60 /* so many entries are asked how wide they are */
#define LINES 2

static gboolean
is_undated (WhenceScope *scope, guint32 fact)
{
  gint64 from, to;
  return whence_scope_shows (scope, fact)
         && !whence_mark_extent (whence_bundle_get_fact_date (whence_scope_get_bundle (scope), fact), &from,
                                 &to);
}

char *
whence_shelf_head_to_text (guint n_undated)
{
  /* Translators: head of the list of facts without a date, with their number. */
  return whence_text_compose (ngettext ("Undated · %'u", "Undated · %'u", n_undated), n_undated);
}

double
whence_shelf_column_width (WhenceScope *scope, double width, const WhenceMeasure *measure)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  double widest = 0;
  guint n_measured = 0;
  if (width < WHENCE_SHELF_WIDE)
    return 0;
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle) && n_measured < MEASURED; fact++)
    if (is_undated (scope, fact))
      {
        WhenceLabelText text;
        whence_label_text_init (&text, bundle, fact, NULL, measure);
        widest = MAX (widest, text.whole_width);
        whence_label_text_clear (&text);
        n_measured++;
      }
  if (n_measured == 0)
    return 0;
  return floor (
    CLAMP (widest + LEFT + TEXT_INSET + RIGHT + 1, LEAST_WIDTH, MIN (MOST_WIDTH, width * MOST_PART)));
}

static void
clear_item (gpointer data)
{
  WhenceTimelineItem *item = data;
  whence_label_clear (&item->label);
}

static void
init_entry (WhenceTimelineItem *item, const WhenceShelfColumn *column, const WhenceScope *scope, guint32 fact,
            double y, const WhenceMeasure *measure)
{
  double line = whence_font_get_metrics (WHENCE_FONT_LABEL)->line_height;
  WhenceLabelText text;
  *item = (WhenceTimelineItem){ .kind = WHENCE_ITEM_SHELVED, .lane = G_MAXUINT };
  whence_timeline_item_init (item, scope, fact);
  whence_label_text_init (&text, whence_scope_get_bundle (scope), fact, NULL, measure);
  whence_label_init (&item->label, &text, column->width - LEFT - TEXT_INSET - RIGHT, LINES, measure);
  whence_label_text_clear (&text);
  item->mark = (WhenceRect){ LEFT, y + floor ((line - WHENCE_DOT) / 2), WHENCE_DOT, WHENCE_DOT };
  item->label_at = (WhencePoint){ LEFT + TEXT_INSET, y };
  item->bounds = (WhenceRect){ LEFT, y, TEXT_INSET + item->label.width, MAX (line, item->label.height) };
}

/* As many as have room with a line below them for those that have not. */
static void
list_entries (WhenceShelfColumn *column, WhenceScope *scope, const WhenceMeasure *measure)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  double more = whence_font_get_metrics (WHENCE_FONT_SMALL)->line_height, y = TOP;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (WhenceTimelineItem));
  gboolean full = FALSE;
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    {
      WhenceTimelineItem item;
      if (!is_undated (scope, fact))
        continue;
      column->n_undated++;
      if (full)
        continue;
      init_entry (&item, column, scope, fact, y, measure);
      y = whence_rect_bottom (item.bounds) + ENTRY_GAP;
      g_array_append_val (items, item);
      full = whence_rect_bottom (item.bounds) > column->height;
    }
  while (full && items->len > 0 && y + more > column->height)
    {
      WhenceTimelineItem *last = &g_array_index (items, WhenceTimelineItem, items->len - 1);
      y = last->bounds.y;
      clear_item (last);
      g_array_set_size (items, items->len - 1);
    }
  column->more_at = (WhencePoint){ LEFT + TEXT_INSET, y };
  column->n_items = items->len;
  column->items = (WhenceTimelineItem *) g_array_free (g_steal_pointer (&items), FALSE);
}

WhenceShelfColumn *
whence_shelf_column_new (WhenceScope *scope, double width, double height, const WhenceMeasure *measure)
{
  WhenceShelfColumn *column = g_new0 (WhenceShelfColumn, 1);
  column->width = width;
  column->height = height;
  list_entries (column, scope, measure);
  g_autofree char *head = whence_shelf_head_to_text (column->n_undated);
  whence_text_block_init (&column->head, head, WHENCE_FONT_STRONG, width - LEFT - RIGHT, 1, measure);
  column->head_at = (WhencePoint){ LEFT, HEAD_TOP };
  guint n_more = column->n_undated - column->n_items;
  if (n_more > 0)
    {
      g_autofree char *more =
        whence_text_compose (ngettext ("and %'u more fact", "and %'u more facts", n_more), n_more);
      whence_text_block_init (&column->more, more, WHENCE_FONT_SMALL, width - LEFT - TEXT_INSET - RIGHT, 1,
                              measure);
    }
  return column;
}

void
whence_shelf_column_free (WhenceShelfColumn *column)
{
  for (guint i = 0; i < column->n_items; i++)
    clear_item (&column->items[i]);
  g_free (column->items);
  whence_text_block_clear (&column->head);
  whence_text_block_clear (&column->more);
  g_free (column);
}
