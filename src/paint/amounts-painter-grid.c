/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ground of the amounts track: lines of values and of time with their words, and the dates that are
 * looked at. */
#include "layout/text-breaks.h"
#include "paint/amounts-painter-private.h"

static void
draw_tick_words (const WhenceAmountsPainter *painter, const char *text, double x, double baseline,
                 double width, WhenceColor color)
{
  whence_pen_text (painter->ink.pen, &(WhenceTextRun){ .text = text,
                                                       .font = WHENCE_FONT_AXIS,
                                                       .x = x,
                                                       .baseline = baseline,
                                                       .width = width,
                                                       .color = color,
                                                       .rtl = whence_text_is_rtl (text) });
}

static void
draw_poles (const WhenceAmountsPainter *painter, const WhenceAxisTick *ticks, guint n, WhenceColor color)
{
  const WhenceAmountsScene *scene = painter->scene;
  for (guint i = 0; i < n; i++)
    if (ticks[i].x >= scene->gutter && ticks[i].x < scene->width)
      whence_timeline_line (&painter->ink, whence_timeline_snap (ticks[i].x), scene->top,
                            whence_timeline_snap (ticks[i].x), scene->bottom + 3, color,
                            painter->ink.style->hairline);
}

static void
draw_values (const WhenceAmountsPainter *painter, const WhenceAmountStrip *strip)
{
  const WhenceStyle *style = painter->ink.style;
  const WhenceAmountsScene *scene = painter->scene;
  for (guint i = 0; i < strip->axis.n_ticks; i++)
    {
      const WhenceValueTick *tick = &strip->axis.ticks[i];
      double y = whence_timeline_snap (tick->y), from = scene->gutter;
      if (tick->label != NULL && from <= 0)
        from = whence_rect_right (whence_amounts_tick_box (scene, tick)) + WHENCE_AMOUNTS_CLEARANCE;
      whence_timeline_line (&painter->ink, from, y, scene->width, y,
                            tick->value.coefficient == 0 ? style->edge : style->grid, 1);
    }
  if (strip->axis.scale == WHENCE_SCALE_LOG && strip->axis.n_ticks > 0)
    {
      double y = whence_timeline_snap (strip->axis.bottom + 3);
      whence_timeline_line (&painter->ink, scene->gutter, y, scene->width, y, style->grid_strong, 1);
    }
}

/* Over the lines, which their halo interrupts. */
void
whence_amounts_paint_value_words (const WhenceAmountsPainter *painter)
{
  const WhenceAmountsScene *scene = painter->scene;
  WhenceColor muted = painter->ink.style->text_muted;
  double ascent = whence_font_get_metrics (WHENCE_FONT_AXIS)->ascent;
  for (guint s = 0; s < scene->n_strips; s++)
    {
      const WhenceAmountStrip *strip = &scene->strips[s];
      for (guint i = 0; i < strip->axis.n_ticks; i++)
        {
          const WhenceValueTick *tick = &strip->axis.ticks[i];
          WhenceRect box = whence_amounts_tick_box (scene, tick);
          if (tick->label != NULL)
            draw_tick_words (painter, tick->label, box.x, box.y + ascent, box.width, muted);
        }
      whence_amounts_paint_words (painter, &strip->name, strip->name_at.x, strip->name_at.y, muted, FALSE);
    }
}

/* One level of words is enough: the axis above has both. */
static void
draw_times (const WhenceAmountsPainter *painter)
{
  const WhenceAxis *axis = &painter->scene->axis;
  gboolean coarse = axis->n_major >= 4 || axis->n_minor == 0;
  const WhenceAxisTick *ticks = coarse ? axis->major : axis->minor;
  double baseline = painter->scene->height - 4;
  for (guint i = 0; i < (coarse ? axis->n_major : axis->n_minor); i++)
    if (ticks[i].label != NULL && ticks[i].label_x >= painter->scene->gutter)
      draw_tick_words (painter, ticks[i].label, ticks[i].label_x, baseline, ticks[i].label_width,
                       painter->ink.style->text_muted);
}

static void
draw_period (const WhenceAmountsPainter *painter, WhencePeriod period)
{
  const WhenceAmountsScene *scene = painter->scene;
  double x0 = whence_time_view_to_x (scene->view, period.from);
  double x1 = whence_time_view_to_x (scene->view, period.to);
  if (x0 >= scene->width || x1 <= scene->gutter)
    return;
  x0 = MAX (x0, scene->gutter);
  x1 = MIN (x1, scene->width);
  whence_timeline_paint_as_of (&painter->ink,
                               (WhenceRect){ x0, scene->top, x1 - x0, scene->bottom - scene->top });
}

/* The date that is looked at, or the two that are compared. */
static void
draw_dates (const WhenceAmountsPainter *painter)
{
  const WhenceScope *scope = painter->paint->dated != NULL ? painter->paint->dated : painter->scene->scope;
  const WhenceChanges *changes = whence_scope_get_changes (scope);
  WhencePeriod period;
  if (changes != NULL)
    {
      draw_period (painter, whence_changes_get_earlier (changes));
      draw_period (painter, whence_changes_get_later (changes));
    }
  if (!whence_scope_has_as_of (scope))
    return;
  whence_scope_get_as_of (scope, &period.from, &period.to);
  draw_period (painter, period);
}

void
whence_amounts_paint_grid (const WhenceAmountsPainter *painter)
{
  const WhenceAmountsScene *scene = painter->scene;
  const WhenceStyle *style = painter->ink.style;
  WhenceColor major = whence_color_mix (style->grid, style->grid_strong, 0.5);
  draw_poles (painter, scene->axis.minor, scene->axis.n_minor, style->grid);
  draw_poles (painter, scene->axis.major, scene->axis.n_major, major);
  for (guint i = 0; i < scene->n_strips; i++)
    draw_values (painter, &scene->strips[i]);
  draw_times (painter);
  draw_dates (painter);
}
