/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track on a pen: the ground behind, steps and stems, then signs with their words. The signs of
 * facts are those of the timeline. What is lit is decided here. O(what is in view). */
#include "paint/amounts-painter.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "paint/amounts-painter-private.h"

#define HALO 2.0 /* px around words that stand on lines */

/* --- Words --------------------------------------------------------------------------------------- */

void
whence_amounts_paint_words (const WhenceAmountsPainter *painter, const WhenceTextBlock *block, double x,
                            double y, WhenceColor color, gboolean struck)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (block->font);
  for (guint i = 0; i < block->n_lines; i++)
    whence_pen_text (painter->ink.pen,
                     &(WhenceTextRun){ .text = block->lines[i].text,
                                       .font = block->font,
                                       .x = block->rtl ? x + block->width : x,
                                       .baseline = y + i * metrics->line_height + metrics->ascent,
                                       .width = block->lines[i].width,
                                       .align = block->rtl ? WHENCE_ALIGN_END : WHENCE_ALIGN_START,
                                       .color = color,
                                       .halo = painter->ink.style->ground,
                                       .halo_width = HALO,
                                       .struck = struck,
                                       .rtl = block->rtl });
}

static void
draw_label (const WhenceAmountsPainter *painter, const WhenceTimelineItem *item)
{
  const WhenceLabel *label = &item->label;
  const WhenceStyle *style = painter->ink.style;
  WhencePoint at = item->label_at;
  whence_amounts_paint_words (painter, &label->title, at.x, at.y, style->text, item->negated);
  whence_amounts_paint_words (painter, &label->figures, at.x + label->figures_at.x,
                              at.y + label->figures_at.y, style->text, item->negated);
  whence_amounts_paint_words (painter, &label->remark, at.x + label->remark_at.x, at.y + label->remark_at.y,
                              style->text_muted, FALSE);
}

/* --- Signs --------------------------------------------------------------------------------------- */

static guint
lit_of (const WhenceAmountsPainter *painter, const WhenceAmountMark *mark)
{
  const WhenceHighlight *highlight = painter->paint->highlight;
  guint lit = 0;
  if (mark->look != WHENCE_AMOUNT_GROUP)
    return whence_highlight_fact (highlight, mark->item.fact);
  for (guint i = 0; i < mark->item.n_facts; i++)
    lit |= whence_highlight_fact (highlight, painter->scene->grouped[mark->item.first_fact + i]);
  return lit;
}

static gboolean
begin_dimmed (const WhenceAmountsPainter *painter, guint lit)
{
  const WhenceHighlight *highlight = painter->paint->highlight;
  gboolean dimmed = highlight != NULL && highlight->dim_others && lit == 0;
  if (dimmed)
    whence_pen_push_opacity (painter->ink.pen, painter->ink.style->dimmed);
  return dimmed;
}

static void
end_dimmed (const WhenceAmountsPainter *painter, gboolean dimmed)
{
  if (dimmed)
    whence_pen_pop_opacity (painter->ink.pen);
}

static WhenceColor
color_of (const WhenceAmountsPainter *painter, guint32 fact)
{
  return whence_style_fact_color (painter->ink.style, whence_bundle_get_fact_type (painter->bundle, fact));
}

static void
draw_steps (const WhenceAmountsPainter *painter)
{
  for (guint i = 0; i < painter->scene->n_steps; i++)
    {
      const WhenceAmountStep *step = &painter->scene->steps[i];
      gboolean dimmed = begin_dimmed (painter, whence_highlight_fact (painter->paint->highlight, step->fact));
      whence_amounts_paint_step (&painter->ink, step, color_of (painter, step->fact));
      end_dimmed (painter, dimmed);
    }
}

/* Where a line at @y begins: after the words of the axis, where it would touch them. */
static double
find_start (const WhenceAmountsScene *scene, double y)
{
  double start = scene->gutter;
  for (guint s = 0; s < scene->n_strips; s++)
    for (guint i = 0; i < scene->strips[s].axis.n_ticks; i++)
      {
        const WhenceValueTick *tick = &scene->strips[s].axis.ticks[i];
        WhenceRect box = whence_amounts_tick_box (scene, tick);
        if (tick->label != NULL && y >= box.y && y <= whence_rect_bottom (box))
          start = MAX (start, whence_rect_right (box) + WHENCE_AMOUNTS_CLEARANCE);
      }
  return start;
}

/* Interrupted where the words stand. */
static void
draw_undated (const WhenceAmountsPainter *painter, const WhenceAmountMark *mark)
{
  WhenceColor color = color_of (painter, mark->item.fact);
  double end = whence_rect_right (mark->item.bounds) + WHENCE_AMOUNTS_CLEARANCE;
  whence_amounts_paint_undated (&painter->ink, find_start (painter->scene, mark->y),
                                mark->item.bounds.x - WHENCE_AMOUNTS_CLEARANCE, mark->y, color);
  whence_amounts_paint_undated (&painter->ink, end, painter->scene->width, mark->y, color);
}

/* What reaches far beyond its sign lies below all signs. */
static void
draw_lines (const WhenceAmountsPainter *painter)
{
  const WhenceAmountsScene *scene = painter->scene;
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceAmountMark *mark = &scene->marks[i];
      gboolean dimmed = begin_dimmed (painter, lit_of (painter, mark));
      if (mark->look == WHENCE_AMOUNT_GROUP)
        whence_amounts_paint_reach (&painter->ink, mark);
      if (mark->look == WHENCE_AMOUNT_STEM)
        whence_amounts_paint_stem (&painter->ink, mark, color_of (painter, mark->item.fact));
      if (mark->look == WHENCE_AMOUNT_UNDATED)
        draw_undated (painter, mark);
      end_dimmed (painter, dimmed);
    }
}

static void
push_mark_group (const WhenceAmountsPainter *painter, const WhenceAmountMark *mark)
{
  gboolean group = mark->look == WHENCE_AMOUNT_GROUP;
  WhenceFact record;
  guint32 fact = group ? painter->scene->grouped[mark->item.first_fact] : mark->item.fact;
  whence_bundle_get_fact (painter->bundle, fact, &record);
  g_autofree char *title =
    group
      ? whence_text_compose (ngettext ("%'u amount", "%'u amounts", mark->item.n_facts), mark->item.n_facts)
      : whence_label_describe (painter->scene->scope, fact);
  whence_pen_push_group (painter->ink.pen, &(WhenceGroup){ .id = record.id,
                                                           .id_prefix = group ? "amounts" : "amount",
                                                           .css_class = group ? "amounts-group" : "amount",
                                                           .title = title });
}

static void
draw_light (const WhenceAmountsPainter *painter, const WhenceTimelineItem *item, guint lit)
{
  WhenceRect words = { item->label_at.x, item->label_at.y, item->label.width, item->label.height };
  if (lit == 0)
    return;
  whence_timeline_paint_light (&painter->ink, item->mark, lit);
  if (words.width > 0)
    whence_timeline_paint_light (&painter->ink, words, lit);
}

static void
draw_mark (const WhenceAmountsPainter *painter, const WhenceAmountMark *mark)
{
  guint lit = lit_of (painter, mark);
  push_mark_group (painter, mark);
  gboolean dimmed = begin_dimmed (painter, lit);
  draw_light (painter, &mark->item, lit);
  if (mark->look == WHENCE_AMOUNT_GROUP)
    whence_amounts_paint_group (&painter->ink, mark);
  else
    {
      WhenceColor color = color_of (painter, mark->item.fact);
      whence_amounts_paint_limits (&painter->ink, mark, color);
      whence_amounts_paint_readings (&painter->ink, mark, color);
      whence_timeline_paint_sign (&painter->ink, &mark->item);
    }
  draw_label (painter, &mark->item);
  end_dimmed (painter, dimmed);
  whence_pen_pop_group (painter->ink.pen);
}

static gboolean
is_small (const WhenceAmountMark *mark)
{
  return mark->look == WHENCE_AMOUNT_GROUP || mark->item.shape.dot;
}

/* What is small lies above what is wide. */
static void
draw_marks (const WhenceAmountsPainter *painter, gboolean small)
{
  for (guint i = 0; i < painter->scene->n_marks; i++)
    if (is_small (&painter->scene->marks[i]) == small)
      draw_mark (painter, &painter->scene->marks[i]);
}

void
whence_amounts_paint (const WhenceAmountsPaint *paint, WhencePen *pen)
{
  const WhenceAmountsScene *scene = paint->scene;
  g_autoptr (WhencePath) path = whence_path_new ();
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  WhenceAmountsPainter painter = {
    { pen, path, paint->style }, paint, scene, whence_scope_get_bundle (scene->scope)
  };

  whence_pen_push_clip (pen, (WhenceRect){ 0, 0, paint->width, paint->height });
  whence_timeline_line (&painter.ink, 0, 0.5, paint->width, 0.5, paint->style->text_muted, 1);
  whence_amounts_paint_words (&painter, &scene->head, scene->head_at.x, scene->head_at.y, paint->style->text,
                              FALSE);
  whence_amounts_paint_grid (&painter);
  whence_timeline_paint_span (&painter.ink, paint->highlight, scene->view,
                              (WhenceRect){ scene->left, 1, scene->right - scene->left, paint->height - 1 },
                              nothing);
  draw_steps (&painter);
  draw_lines (&painter);
  whence_amounts_paint_value_words (&painter);
  draw_marks (&painter, FALSE);
  draw_marks (&painter, TRUE);
  whence_amounts_paint_words (&painter, &scene->message, scene->message_at.x, scene->message_at.y,
                              paint->style->text_muted, FALSE);
  whence_pen_pop_clip (pen);
}
