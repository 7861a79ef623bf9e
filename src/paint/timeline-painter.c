/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline on a pen: lines behind, then lanes, items, shelf, and the axis, which stays while the rest is
 * scrolled below it. Only rows that meet the viewport are drawn. What is lit is decided here, and in the
 * shelf for its head. */
#include "paint/timeline-painter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/text-fill.h"
#include "paint/graph-tie.h"
#include "paint/timeline-painter-private.h"

#define LIT_RADIUS 4.0

typedef struct
{
  WhenceTimelineInk ink;
  const WhenceTimelinePaint *paint;
  const WhenceTimelineScene *scene;
  const WhenceBundle *bundle;
  double scroll;                /* whole pixels */
  const WhenceChanges *changes; /* between two dates that are compared, or NULL */
} Painter;

/* --- Words --------------------------------------------------------------------------------------- */

void
whence_timeline_paint_words (const WhenceTimelineInk *ink, const WhenceTextBlock *block, WhencePoint at,
                             WhenceColor color, gboolean struck)
{
  double x = block->rtl ? at.x + block->width : at.x;
  WhenceAlign align = block->rtl ? WHENCE_ALIGN_END : WHENCE_ALIGN_START;
  (struck ? whence_pen_struck_block : whence_pen_text_block) (ink->pen, block, x, at.y, align, color,
                                                              (WhenceColor){ 0 });
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
  whence_timeline_paint_words (ink, &label->title, item->label_at, style->text, item->negated);
  whence_timeline_paint_words (ink, &label->figures, offset_by (item->label_at, label->figures_at),
                               style->text, item->negated);
  whence_timeline_paint_words (ink, &label->remark, offset_by (item->label_at, label->remark_at),
                               style->text_muted, FALSE);
}

/* --- Items --------------------------------------------------------------------------------------- */

static guint
lit_of (const Painter *painter, const WhenceTimelineItem *item)
{
  const WhenceHighlight *highlight = painter->paint->highlight;
  if (item->kind == WHENCE_ITEM_MARK || item->kind == WHENCE_ITEM_BAND || item->kind == WHENCE_ITEM_SHELVED)
    return whence_highlight_fact (highlight, item->fact);
  if (item->kind == WHENCE_ITEM_EMPTY_LANES)
    return whence_highlight_spot (highlight, (WhenceSpot){ WHENCE_SPOT_EMPTY, WHENCE_NONE });
  guint lit = whence_highlight_spot (highlight, (WhenceSpot){ WHENCE_SPOT_GROUP, item->fact });
  if (highlight != NULL && highlight->facts != NULL && item->first_fact != WHENCE_NONE)
    for (guint i = 0; i < item->n_facts; i++)
      lit |= highlight->facts[painter->scene->clustered[item->first_fact + i]];
  return lit;
}

void
whence_timeline_paint_light (const WhenceTimelineInk *ink, WhenceRect r, guint lit)
{
  const WhenceStyle *style = ink->style;
  WhenceRect around = { floor (r.x - WHENCE_TIMELINE_LIT_INSET) + 0.5, floor (r.y) + 0.5,
                        ceil (r.width + 2 * WHENCE_TIMELINE_LIT_INSET), ceil (r.height) - 1 };
  WhenceFill ground = WHENCE_SOLID (style->accent_soft);
  if (lit == WHENCE_LIT_RELATED)
    ground.color = whence_color_mix (style->accent_soft, style->ground, 0.45);
  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, around, LIT_RADIUS);
  whence_pen_fill (ink->pen, ink->path, &ground);
  if (lit & (WHENCE_LIT_SELECTED | WHENCE_LIT_FOCUSED | WHENCE_LIT_NEW))
    {
      WhenceStroke ring = { .fill = WHENCE_SOLID (style->accent), .width = lit & WHENCE_LIT_FOCUSED ? 2 : 1 };
      whence_pen_stroke (ink->pen, ink->path, &ring);
    }
  if (lit & WHENCE_LIT_FOUND)
    whence_timeline_line (ink, around.x, whence_rect_bottom (around), whence_rect_right (around),
                          whence_rect_bottom (around), style->accent, 2);
}

static void
push_item_group (const Painter *painter, const WhenceTimelineItem *item, gboolean group)
{
  WhenceFact record = { 0 };
  if (!whence_pen_names_groups (painter->ink.pen))
    {
      whence_pen_push_group (painter->ink.pen, &(WhenceGroup){ 0 });
      return;
    }
  whence_bundle_get_fact (painter->bundle, item->fact, &record);
  g_autofree char *title =
    group ? whence_text_compose (ngettext ("%'u fact", "%'u facts", item->n_facts), item->n_facts)
          : whence_label_describe (painter->scene->scope, item->fact);
  whence_pen_push_group (painter->ink.pen, &(WhenceGroup){ .id = record.id,
                                                           .id_prefix = group ? "cluster" : "fact",
                                                           .css_class = group ? "cluster" : "fact",
                                                           .title = title });
}

/* A badge at the corner of the mark. */
static void
draw_change (const Painter *painter, const WhenceTimelineItem *item)
{
  WhencePoint corner = { item->mark.x + 2, item->mark.y + 1 };
  if (painter->changes == NULL || item->kind != WHENCE_ITEM_MARK)
    return;
  whence_graph_paint_change (painter->ink.style, painter->ink.pen, painter->ink.path, corner,
                             whence_changes_get (painter->changes, item->fact),
                             whence_changes_is_possible (painter->changes, item->fact));
}

static void
draw_fact (const Painter *painter, const WhenceTimelineItem *item)
{
  const WhenceTimelineScene *scene = painter->scene;
  if (item->n_ghosts > 0)
    whence_timeline_paint_ghosts (&painter->ink, item, scene->ghosts + item->first_ghost, scene->left,
                                  scene->right);
  if (item->kind == WHENCE_ITEM_BAND)
    whence_timeline_paint_strip (&painter->ink, item);
  else if (!item->displaced)
    whence_timeline_paint_sign (&painter->ink, item);
  whence_timeline_paint_label (&painter->ink, item);
  draw_change (painter, item);
}

static void
draw_sign (const Painter *painter, const WhenceTimelineItem *item)
{
  if (item->kind == WHENCE_ITEM_CLUSTER)
    whence_timeline_paint_cluster (&painter->ink, item);
  else if (item->kind == WHENCE_ITEM_BAR)
    whence_timeline_paint_bar (&painter->ink, item, whence_lit_bars_get (painter->paint->lit_bars, item));
  else
    draw_fact (painter, item);
}

static void
draw_item (const Painter *painter, const WhenceTimelineItem *item)
{
  const WhenceHighlight *highlight = painter->paint->highlight;
  gboolean group = item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR;
  guint lit = lit_of (painter, item);
  /* What is in a bar is not looked at one by one, and bars are ground rather than figure. */
  gboolean dimmed = highlight != NULL && highlight->dim_others && lit == 0 && item->kind != WHENCE_ITEM_BAR;
  push_item_group (painter, item, group);
  if (dimmed)
    whence_pen_push_opacity (painter->ink.pen, painter->ink.style->dimmed);
  if (lit != 0)
    whence_timeline_paint_light (&painter->ink, item->bounds, lit);
  draw_sign (painter, item);
  if (dimmed)
    whence_pen_pop_opacity (painter->ink.pen);
  whence_pen_pop_group (painter->ink.pen);
}

static void
draw_empty_lanes (const Painter *painter, const WhenceTimelineItem *item)
{
  guint lit = lit_of (painter, item);
  if (lit != 0)
    whence_timeline_paint_light (&painter->ink, item->bounds, lit);
  whence_timeline_paint_empty_lanes (&painter->ink, painter->scene, item);
}

static void
draw_row (const Painter *painter, const WhenceTimelineRow *row)
{
  WhencePen *pen = painter->ink.pen;
  if (row->n_items > 0 && row->transparency > 0)
    whence_pen_push_opacity (pen, 1 - row->transparency);
  for (guint i = 0; i < row->n_items; i++)
    {
      const WhenceTimelineItem *item = &painter->scene->items[row->first + i];
      (item->kind == WHENCE_ITEM_EMPTY_LANES ? draw_empty_lanes : draw_item) (painter, item);
    }
  if (row->n_items > 0 && row->transparency > 0)
    whence_pen_pop_opacity (pen);
}

static void
draw_items (const Painter *painter, double top, double bottom)
{
  const WhenceTimelineScene *scene = painter->scene;
  guint row = whence_timeline_scene_find_row (scene, top);
  for (; row < scene->n_rows && scene->rows[row].y0 < bottom; row++)
    draw_row (painter, &scene->rows[row]);
}

/* --- Headers ------------------------------------------------------------------------------------- */

static void
draw_header (const Painter *painter, guint index)
{
  const WhenceTimelineScene *scene = painter->scene;
  const WhenceTimelineLane *lane = &scene->lanes[index];
  WhenceRect box = whence_lane_header_at (scene, lane, painter->scroll);
  guint lit = whence_highlight_spot (painter->paint->highlight, (WhenceSpot){ WHENCE_SPOT_LANE, index });
  whence_timeline_paint_header_ground (&painter->ink, scene, lane, box);
  if (lit != 0)
    {
      double room = scene->gutter > 0 ? scene->gutter : scene->width;
      whence_timeline_paint_light (&painter->ink,
                                   (WhenceRect){ WHENCE_TIMELINE_LIT_INSET + 1, box.y,
                                                 room - 2 * WHENCE_TIMELINE_LIT_INSET - 2, box.height },
                                   lit);
    }
  whence_timeline_paint_header (&painter->ink, scene, lane, box);
}

/* Above what they cover. */
static void
draw_headers (const Painter *painter, double top, double bottom)
{
  const WhenceTimelineScene *scene = painter->scene;
  for (guint i = 0; i < scene->n_lanes; i++)
    if (scene->lanes[i].header.n_lines > 0 && scene->lanes[i].y + scene->lanes[i].height > top
        && scene->lanes[i].y < bottom)
      draw_header (painter, i);
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
  const WhenceScope *dated = paint->dated != NULL ? paint->dated : scene->scope;
  /* After an edit the marks of the old bundle are on the screen for a moment. */
  if (whence_bundle_has_same_records (whence_scope_get_bundle (dated), painter.bundle))
    painter.changes = whence_scope_get_changes (dated);
  WhenceRect below_axis = { 0, WHENCE_AXIS_HEIGHT, paint->width,
                            MAX (0, paint->height - WHENCE_AXIS_HEIGHT) };

  guint32 selected =
    paint->highlight != NULL && paint->highlight->one_fact > 0 ? paint->highlight->one_fact - 1 : WHENCE_NONE;

  whence_pen_push_clip (pen, below_axis);
  whence_pen_push_transform (pen, 0, -painter.scroll, 1);
  double top = painter.scroll + WHENCE_AXIS_HEIGHT, bottom = painter.scroll + paint->height;
  double shelf = scene->shelf.height > 0 ? scene->shelf.y : bottom;
  whence_timeline_paint_grid (&painter.ink, scene, paint->highlight, paint->dated, top, MIN (bottom, shelf));
  whence_timeline_paint_lanes (&painter.ink, scene, top, bottom);
  whence_timeline_paint_shelf (&painter.ink, paint);
  whence_timeline_paint_arcs (&painter.ink, scene, selected, FALSE);
  draw_items (&painter, top, bottom);
  whence_timeline_paint_arcs (&painter.ink, scene, selected, TRUE);
  draw_headers (&painter, top, bottom);
  draw_message (&painter);
  whence_timeline_paint_pinned_shelf (&painter.ink, paint, painter.scroll);
  whence_pen_pop_transform (pen);
  whence_pen_pop_clip (pen);
  whence_timeline_paint_axis (&painter.ink, &scene->axis, scene->gutter, scene->width, paint->width);
  whence_timeline_paint_span_bracket (&painter.ink, paint->highlight, scene->view, scene->gutter,
                                      scene->width);
}
