/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the range bar. Bars grow with the root of their count, so that one fact among a thousand is still
 * seen. Handles are round, the date of the ties is a pointed flag: they differ without their colours. */
#include "paint/range-painter.h"

#include "layout/text-breaks.h"

#include <math.h>

#define HANDLE 5.0
#define HANDLE_HEIGHT 18.0
#define FLAG 5.0 /* half the width of the head of the date */
#define MARKED 4.0
#define LEAST_BAR 2.0
#define TEXT_X 8.0
#define SPAN 3.0     /* how thick the bracket of a span is … */
#define SPAN_END 9.0 /* … and how high its ends are */

static double
base_of (const WhenceRangePaint *paint)
{
  return paint->height - WHENCE_RANGE_AXIS;
}

static void
paint_bars (const WhenceRangePaint *paint, const double *bins, double from, double to, WhenceColor color,
            WhencePen *pen)
{
  const WhenceRangeScene *scene = paint->scene;
  g_autoptr (WhencePath) path = whence_path_new ();
  double base = base_of (paint), room = base - paint->words - 2;

  for (guint i = 0; i < scene->n_bins; i++)
    {
      double x = i * WHENCE_RANGE_BIN, middle = x + WHENCE_RANGE_BIN / 2, height;
      if (bins[i] <= 1e-6 || middle < from || middle >= to)
        continue;
      height = MAX (LEAST_BAR, round (sqrt (bins[i] / scene->highest) * room));
      whence_path_rect (path, (WhenceRect){ x, base - height, WHENCE_RANGE_BIN - 1, height });
    }
  whence_pen_fill (pen, path, &WHENCE_SOLID (color));
}

static void
paint_axis (const WhenceRangePaint *paint, WhencePen *pen)
{
  const WhenceAxis *axis = &paint->scene->axis;
  const WhenceFontMetrics *metrics = whence_font_get_metrics (WHENCE_FONT_SMALL);
  gboolean coarse = paint->scene->bent || axis->n_major >= 4 || axis->n_minor == 0;
  const WhenceAxisTick *ticks = coarse ? axis->major : axis->minor;
  guint n_ticks = coarse ? axis->n_major : axis->n_minor;
  g_autoptr (WhencePath) path = whence_path_new ();
  double base = base_of (paint);

  whence_path_rect (path, (WhenceRect){ 0, base, paint->scene->width, 1 });
  for (guint i = 0; i < n_ticks; i++)
    whence_path_rect (path, (WhenceRect){ floor (ticks[i].x), base, 1, 4 });
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->grid_strong));
  for (guint i = 0; i < n_ticks; i++)
    if (ticks[i].label != NULL)
      whence_pen_text (pen, &(WhenceTextRun){ .text = ticks[i].label,
                                              .font = WHENCE_FONT_AXIS,
                                              .x = ticks[i].label_x,
                                              .baseline = base + metrics->ascent + 3,
                                              .width = ticks[i].label_width,
                                              .color = paint->style->text_muted,
                                              .rtl = whence_text_is_rtl (ticks[i].label) });
}

/* --- The window --- */

static void
paint_window (const WhenceRangePaint *paint, double from, double to, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();

  whence_path_rect (path, (WhenceRect){ from, paint->words, to - from, base_of (paint) - paint->words });
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->accent_soft));
}

static void
paint_handles (const WhenceRangePaint *paint, double from, double to, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  double height = base_of (paint) - paint->words, middle = paint->words + height / 2, ends[] = { from, to };

  for (guint i = 0; i < 2; i++)
    {
      whence_path_rect (path, (WhenceRect){ ends[i] - 0.5, paint->words, 1, height });
      whence_path_rounded (
        path, (WhenceRect){ ends[i] - HANDLE / 2, middle - HANDLE_HEIGHT / 2, HANDLE, HANDLE_HEIGHT },
        HANDLE / 2);
    }
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->accent));
}

/* --- What is selected, and the date of the ties --- */

/* A bracket above the histogram, as along the axis of the timeline. */
static void
paint_span (const WhenceRangePaint *paint, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  double from = CLAMP (round (paint->span_from_x), 0, paint->scene->width - SPAN);
  double to = CLAMP (round (paint->span_to_x), from + SPAN, paint->scene->width), top = paint->words;

  if (paint->span_from_x >= paint->span_to_x)
    return;
  whence_path_rect (path, (WhenceRect){ from, top, to - from, base_of (paint) - top });
  whence_pen_fill (pen, path, &WHENCE_SOLID (whence_color_with_alpha (paint->style->accent, 0.16)));
  whence_path_clear (path);
  whence_path_rect (path, (WhenceRect){ from, top, to - from, SPAN });
  whence_path_rect (path, (WhenceRect){ from, top, 2, SPAN_END });
  whence_path_rect (path, (WhenceRect){ to - 2, top, 2, SPAN_END });
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->accent));
}

static void
paint_marked (const WhenceRangePaint *paint, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  double base = base_of (paint);

  for (guint i = 0; i < paint->n_marked; i++)
    {
      double x = floor (paint->marked[i]) + 0.5;
      whence_path_move_to (path, x - MARKED, base + 1 + MARKED * 1.5);
      whence_path_line_to (path, x, base + 1);
      whence_path_line_to (path, x + MARKED, base + 1 + MARKED * 1.5);
      whence_path_close (path);
    }
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->accent));
}

static void
paint_date (const WhenceRangePaint *paint, gboolean set, double cursor_x, double cursor_width, WhencePen *pen)
{
  const WhenceStyle *style = paint->style;
  double x = floor (cursor_x) + 0.5, top = paint->words, base = base_of (paint);
  WhencePoint head[] = {
    { x - FLAG, top - 6 }, { x + FLAG, top - 6 }, { x + FLAG, top - 1 }, { x, top + 4 }, { x - FLAG, top - 1 }
  };
  WhenceStroke outline = { .fill = WHENCE_SOLID (style->text_muted), .width = 1 };
  g_autoptr (WhencePath) path = whence_path_new ();

  whence_path_polygon (path, head, G_N_ELEMENTS (head));
  if (!set)
    {
      whence_pen_fill (pen, path, &WHENCE_SOLID (style->ground));
      whence_pen_stroke (pen, path, &outline);
      return;
    }
  if (cursor_width > 2)
    whence_path_rect (path, (WhenceRect){ cursor_x, top, cursor_width, base - top });
  whence_pen_fill (pen, path,
                   &WHENCE_SOLID (whence_color_with_alpha (style->text, cursor_width > 2 ? 0.25 : 1)));
  whence_path_clear (path);
  whence_path_polygon (path, head, G_N_ELEMENTS (head));
  whence_path_rect (path, (WhenceRect){ x - 0.5, top, 1, base - top });
  whence_pen_fill (pen, path, &WHENCE_SOLID (style->text));
}

void
whence_range_paint (const WhenceRangePaint *paint, WhencePen *pen)
{
  const WhenceStyle *style = paint->style;
  double width = paint->scene->width;
  double from = CLAMP (round (paint->from_x), HANDLE / 2, width - HANDLE / 2);
  double to = CLAMP (round (paint->to_x), HANDLE / 2, width - HANDLE / 2);

  paint_window (paint, from, to, pen);
  paint_span (paint, pen);
  paint_bars (paint, paint->scene->bins, -INFINITY, from, style->grid_strong, pen);
  paint_bars (paint, paint->scene->bins, from, to, style->text_muted, pen);
  paint_bars (paint, paint->scene->bins, to, INFINITY, style->grid_strong, pen);
  paint_axis (paint, pen);
  paint_marked (paint, pen);
  paint_handles (paint, from, to, pen);
  if (paint->has_earlier)
    paint_date (paint, TRUE, paint->earlier_x, paint->earlier_width, pen);
  paint_date (paint, paint->has_date, paint->cursor_x, paint->cursor_width, pen);
  if (paint->text != NULL)
    whence_pen_text_block (pen, paint->text, TEXT_X, 2, WHENCE_ALIGN_START, style->text_muted,
                           (WhenceColor){ 0 });
}

void
whence_range_paint_so_far (const WhenceRangePaint *paint, WhencePen *pen)
{
  if (paint->scene->expected != NULL)
    paint_bars (paint, paint->scene->expected, -INFINITY, INFINITY, paint->style->grid_strong, pen);
  paint_bars (paint, paint->scene->bins, -INFINITY, INFINITY, paint->style->text_muted, pen);
  paint_axis (paint, pen);
}
