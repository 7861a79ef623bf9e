/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline on a pen: lines behind, then lanes, items, shelf, and the axis, which stays while the rest is
 * scrolled below it. Only rows that meet the viewport are drawn. What is lit is decided here and nowhere
 * else. */
#include "paint/timeline-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint/timeline-painter-private.h"

#define LIT_INSET 3.0 /* px that the ground of a lit item is larger on each side */
#define LIT_RADIUS 4.0

typedef struct
{
  WhenceTimelineInk ink;
  const WhenceTimelinePaint *paint;
  const WhenceTimelineScene *scene;
  const WhenceBundle *bundle;
  double scroll; /* whole pixels */
} Painter;

/* --- Words --------------------------------------------------------------------------------------- */

static void
draw_block (const WhenceTimelineInk *ink, const WhenceTextBlock *block, WhencePoint at, WhenceColor color,
            gboolean struck)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (block->font);
  for (guint i = 0; i < block->n_lines; i++)
    {
      WhenceTextRun run = { .text = block->lines[i].text,
                            .font = block->font,
                            .x = block->rtl ? at.x + block->width : at.x,
                            .baseline = at.y + i * metrics->line_height + metrics->ascent,
                            .width = block->lines[i].width,
                            .align = block->rtl ? WHENCE_ALIGN_END : WHENCE_ALIGN_START,
                            .color = color,
                            .struck = struck,
                            .rtl = block->rtl };
      whence_pen_text (ink->pen, &run);
    }
}

static WhencePoint
offset_by (WhencePoint point, WhencePoint by)
{
  return (WhencePoint){ point.x + by.x, point.y + by.y };
}

void
whence_timeline_paint_label (const WhenceTimelineInk *ink, const WhenceTimelineItem *item)
{
  const WhenceLabel *label = &item->label;
  const WhenceStyle *style = ink->style;
  draw_block (ink, &label->title, item->label_at, style->text, item->negated);
  draw_block (ink, &label->figures, offset_by (item->label_at, label->figures_at), style->text,
              item->negated);
  draw_block (ink, &label->remark, offset_by (item->label_at, label->remark_at), style->text_muted, FALSE);
}

/* --- Items --------------------------------------------------------------------------------------- */

static guint
lit_of (const Painter *painter, const WhenceTimelineItem *item)
{
  const WhenceHighlight *highlight = painter->paint->highlight;
  if (item->kind != WHENCE_ITEM_CLUSTER)
    return whence_highlight_fact (highlight, item->fact);
  guint lit = 0;
  if (highlight != NULL && highlight->facts != NULL)
    for (guint i = 0; i < item->n_facts; i++)
      lit |= highlight->facts[painter->scene->clustered[item->first_fact + i]];
  return lit;
}

void
whence_timeline_paint_light (const WhenceTimelineInk *ink, WhenceRect r, guint lit)
{
  const WhenceStyle *style = ink->style;
  WhenceRect around = { floor (r.x - LIT_INSET) + 0.5, floor (r.y) + 0.5, ceil (r.width + 2 * LIT_INSET),
                        ceil (r.height) - 1 };
  WhenceFill ground = WHENCE_SOLID (style->accent_soft);
  if (lit == WHENCE_LIT_RELATED)
    ground.color = whence_color_mix (style->accent_soft, style->ground, 0.45);
  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, around, LIT_RADIUS);
  whence_pen_fill (ink->pen, ink->path, &ground);
  if (lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_FOCUSED))
    {
      WhenceStroke ring = { .fill = WHENCE_SOLID (style->accent), .width = lit & WHENCE_LIT_FOCUSED ? 2 : 1 };
      whence_pen_stroke (ink->pen, ink->path, &ring);
    }
  if (lit & WHENCE_LIT_FOUND)
    whence_timeline_line (ink, around.x, whence_rect_bottom (around), whence_rect_right (around),
                          whence_rect_bottom (around), style->accent, 2);
}

static void
draw_cluster (const Painter *painter, const WhenceTimelineItem *item)
{
  const WhenceTimelineInk *ink = &painter->ink;
  const WhenceStyle *style = ink->style;
  WhenceRect r = item->bounds;
  WhenceRect pill = { floor (r.x) + 0.5, floor (r.y) + 0.5, floor (r.width) - 1, floor (r.height) - 1 };
  WhenceFill fill = WHENCE_SOLID (whence_color_mix (style->surface, style->edge, 0.12));
  WhenceStroke stroke = { .fill = WHENCE_SOLID (style->edge), .width = 1 };
  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, pill, pill.height / 2);
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
  draw_block (ink, &item->label.title, item->label_at, style->text, FALSE);
}

static void
push_item_group (const Painter *painter, const WhenceTimelineItem *item, guint32 fact)
{
  WhenceFact record;
  whence_bundle_get_fact (painter->bundle, fact, &record);
  gboolean cluster = item->kind == WHENCE_ITEM_CLUSTER;
  g_autofree char *title =
    cluster ? g_strdup_printf (ngettext ("%u fact", "%u facts", item->n_facts), item->n_facts)
            : whence_label_describe (painter->bundle, fact);
  WhenceGroup group = { .id = record.id,
                        .id_prefix = cluster ? "cluster" : "fact",
                        .css_class = cluster ? "cluster" : "fact",
                        .title = title };
  whence_pen_push_group (painter->ink.pen, &group);
}

static void
draw_item (const Painter *painter, const WhenceTimelineItem *item)
{
  const WhenceHighlight *highlight = painter->paint->highlight;
  gboolean cluster = item->kind == WHENCE_ITEM_CLUSTER;
  guint lit = lit_of (painter, item);
  gboolean dimmed = highlight != NULL && highlight->dim_others && lit == 0;
  push_item_group (painter, item, cluster ? painter->scene->clustered[item->first_fact] : item->fact);
  if (dimmed)
    whence_pen_push_opacity (painter->ink.pen, painter->ink.style->dimmed);
  if (lit != 0)
    whence_timeline_paint_light (&painter->ink, item->bounds, lit);
  if (cluster)
    draw_cluster (painter, item);
  else
    {
      whence_timeline_paint_sign (&painter->ink, item);
      whence_timeline_paint_label (&painter->ink, item);
    }
  if (dimmed)
    whence_pen_pop_opacity (painter->ink.pen);
  whence_pen_pop_group (painter->ink.pen);
}

guint
whence_timeline_first_row (const WhenceTimelineScene *scene, double top)
{
  guint low = 0, high = scene->n_rows;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (scene->rows[middle].y1 <= top)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
draw_row (const Painter *painter, const WhenceTimelineRow *row)
{
  WhencePen *pen = painter->ink.pen;
  if (row->n_items > 0 && row->transparency > 0)
    whence_pen_push_opacity (pen, 1 - row->transparency);
  for (guint i = 0; i < row->n_items; i++)
    draw_item (painter, &painter->scene->items[row->first + i]);
  if (row->n_items > 0 && row->transparency > 0)
    whence_pen_pop_opacity (pen);
}

static void
draw_items (const Painter *painter, double top, double bottom)
{
  const WhenceTimelineScene *scene = painter->scene;
  guint row = whence_timeline_first_row (scene, top);
  for (; row < scene->n_rows && scene->rows[row].y0 < bottom; row++)
    draw_row (painter, &scene->rows[row]);
}

/* --- Lanes and shelf ----------------------------------------------------------------------------- */

/* A header in the column at the left stays in view as long as its lane does. */
static void
draw_header (const Painter *painter, const WhenceTimelineLane *lane)
{
  double y = lane->header_box.y;
  if (painter->scene->gutter > 0)
    {
      double highest = painter->scroll + WHENCE_AXIS_HEIGHT + 4;
      double lowest = lane->y + lane->height - lane->header_box.height - 2;
      y = MAX (y, MIN (highest, lowest));
    }
  draw_block (&painter->ink, &lane->header, (WhencePoint){ lane->header_box.x, y }, painter->ink.style->text,
              FALSE);
}

static void
draw_lanes (const Painter *painter, double top, double bottom)
{
  const WhenceTimelineScene *scene = painter->scene;
  const WhenceTimelineInk *ink = &painter->ink;
  for (guint i = 0; i < scene->n_lanes; i++)
    {
      const WhenceTimelineLane *lane = &scene->lanes[i];
      if (lane->header.n_lines == 0 || lane->y + lane->height <= top || lane->y >= bottom)
        continue;
      if (i > 0)
        {
          double y = whence_timeline_snap (lane->y);
          whence_timeline_line (ink, 0, y, painter->paint->width, y, ink->style->grid_strong, 1);
        }
      draw_header (painter, lane);
    }
}

static void
draw_shelf (const Painter *painter)
{
  const WhenceTimelineScene *scene = painter->scene;
  const WhenceTimelineInk *ink = &painter->ink;
  const WhenceStyle *style = ink->style;
  if (scene->shelf.height <= 0)
    return;
  double y = whence_timeline_snap (scene->shelf.y);
  whence_timeline_line (ink, 0, y, painter->paint->width, y, style->text_muted, 1);
  draw_block (ink, &scene->shelf_head, (WhencePoint){ WHENCE_SIDE_MARGIN, scene->shelf.y + 4 }, style->text,
              FALSE);
  draw_block (ink, &scene->shelf_note, scene->shelf_note_at, style->text_muted, FALSE);
  draw_block (ink, &scene->shelf_more, scene->shelf_more_at, style->text_muted, FALSE);
}

WhenceRect
whence_timeline_message_box (const WhenceTimelineScene *scene)
{
  const WhenceTextBlock *message = &scene->message;
  double bottom = scene->shelf.height > 0 ? scene->shelf.y : scene->height;
  double x = (scene->left + scene->right - message->width) / 2;
  double y = floor ((WHENCE_AXIS_HEIGHT + bottom - message->height) / 2);
  return (WhenceRect){ x, MAX (WHENCE_AXIS_HEIGHT, y), message->width, message->height };
}

static void
draw_message (const Painter *painter)
{
  const WhenceTimelineInk *ink = &painter->ink;
  const WhenceTextBlock *message = &painter->scene->message;
  WhenceRect box = whence_timeline_message_box (painter->scene);
  whence_pen_text_block (ink->pen, message, box.x + box.width / 2, box.y, WHENCE_ALIGN_MIDDLE,
                         ink->style->text_muted, (WhenceColor){ 0 });
}

void
whence_timeline_paint (const WhenceTimelinePaint *paint, WhencePen *pen)
{
  const WhenceTimelineScene *scene = paint->scene;
  g_autoptr (WhencePath) path = whence_path_new ();
  Painter painter = {
    { pen, path, paint->style }, paint, scene, whence_scope_get_bundle (scene->scope), round (paint->scroll)
  };
  WhenceRect below_axis = { 0, WHENCE_AXIS_HEIGHT, paint->width,
                            MAX (0, paint->height - WHENCE_AXIS_HEIGHT) };

  whence_pen_push_clip (pen, below_axis);
  whence_pen_push_transform (pen, 0, -painter.scroll, 1);
  double top = painter.scroll + WHENCE_AXIS_HEIGHT, bottom = painter.scroll + paint->height;
  double shelf = scene->shelf.height > 0 ? scene->shelf.y : bottom;
  whence_timeline_paint_grid (&painter.ink, scene, top, MIN (bottom, shelf));
  draw_lanes (&painter, top, bottom);
  draw_shelf (&painter);
  draw_items (&painter, top, bottom);
  draw_message (&painter);
  whence_pen_pop_transform (pen);
  whence_pen_pop_clip (pen);
  whence_timeline_paint_axis (&painter.ink, &scene->axis, scene->gutter, scene->width, paint->width);
}
