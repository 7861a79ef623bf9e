/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs are those of the timeline, the head stands in the line of its axis. O(what is listed). */
#include "paint/shelf-painter.h"

#include "paint/timeline-painter-private.h"

static void
draw_entry (const WhenceTimelineInk *ink, const WhenceScope *scope, const WhenceTimelineItem *item)
{
  g_autofree char *title = whence_label_describe (scope, item->fact);
  WhenceFact record;
  whence_bundle_get_fact (whence_scope_get_bundle (scope), item->fact, &record);
  WhenceGroup group = { .id = record.id, .id_prefix = "fact", .css_class = "fact", .title = title };
  whence_pen_push_group (ink->pen, &group);
  whence_timeline_paint_sign (ink, item);
  whence_timeline_paint_label (ink, item);
  whence_pen_pop_group (ink->pen);
}

void
whence_shelf_paint_sign (const WhenceScope *scope, guint32 fact, WhencePoint middle, const WhenceStyle *style,
                         WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceTimelineInk ink = { pen, path, style };
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_SHELVED, .lane = G_MAXUINT };
  whence_timeline_item_init (&item, scope, fact);
  item.mark = (WhenceRect){ middle.x - WHENCE_DOT / 2, middle.y - WHENCE_DOT / 2, WHENCE_DOT, WHENCE_DOT };
  whence_timeline_paint_sign (&ink, &item);
}

void
whence_shelf_column_paint (const WhenceShelfColumn *column, const WhenceScope *scope,
                           const WhenceStyle *style, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceTimelineInk ink = { pen, path, style };
  const WhenceColor none = { 0 };
  double y = WHENCE_AXIS_HEIGHT - 0.5;
  whence_pen_push_group (pen, &(WhenceGroup){ .css_class = "shelf" });
  whence_timeline_line (&ink, 0.5, 4, 0.5, column->height, style->grid_strong, 1);
  whence_timeline_line (&ink, 0, y, column->width, y, style->text_muted, 1);
  whence_pen_text_block (pen, &column->head, column->head_at.x, column->head_at.y, WHENCE_ALIGN_START,
                         style->text, none);
  for (guint i = 0; i < column->n_items; i++)
    draw_entry (&ink, scope, &column->items[i]);
  whence_pen_text_block (pen, &column->more, column->more_at.x, column->more_at.y, WHENCE_ALIGN_START,
                         style->text_muted, none);
  whence_pen_pop_group (pen);
}
