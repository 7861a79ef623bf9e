/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the range bar. Bars grow with the root of their count, so that one fact among a thousand is still
 * seen. */
#include "paint/range-painter.h"

#include <math.h>

#define AXIS 16.0
#define TOP 5.0
#define HANDLE 5.0

static void
paint_bars (const WhenceRangePaint *paint, double from, double to, WhenceColor color, WhencePen *pen)
{
  const WhenceRangeScene *scene = paint->scene;
  g_autoptr (WhencePath) path = whence_path_new ();
  double base = paint->height - AXIS, room = base - TOP;

  for (guint i = 0; i < scene->n_bins; i++)
    {
      double x = i * WHENCE_RANGE_BIN, middle = x + WHENCE_RANGE_BIN / 2, height;
      if (scene->bins[i] <= 0 || middle < from || middle >= to)
        continue;
      height = MAX (2, round (sqrt (scene->bins[i] / scene->highest) * room));
      whence_path_rect (path, (WhenceRect){ x, base - height, WHENCE_RANGE_BIN - 1, height });
    }
  whence_pen_fill (pen, path, &WHENCE_SOLID (color));
}

static void
paint_axis (const WhenceRangePaint *paint, WhencePen *pen)
{
  const WhenceAxis *axis = &paint->scene->axis;
  const WhenceFontMetrics *metrics = whence_font_get_metrics (WHENCE_FONT_SMALL);
  gboolean coarse = axis->n_major >= 4 || axis->n_minor == 0;
  const WhenceAxisTick *ticks = coarse ? axis->major : axis->minor;
  guint n_ticks = coarse ? axis->n_major : axis->n_minor;

  for (guint i = 0; i < n_ticks; i++)
    if (ticks[i].label != NULL)
      whence_pen_text (pen, &(WhenceTextRun){ .text = ticks[i].label,
                                              .font = WHENCE_FONT_AXIS,
                                              .x = ticks[i].label_x,
                                              .baseline = paint->height - AXIS + metrics->ascent + 2,
                                              .width = ticks[i].label_width,
                                              .color = paint->style->text_muted });
}

static void
paint_window (const WhenceRangePaint *paint, double from, double to, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  double height = paint->height - AXIS;

  whence_path_rect (path, (WhenceRect){ from, 0, to - from, height });
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->accent_soft));
}

static void
paint_handles (const WhenceRangePaint *paint, double from, double to, WhencePen *pen)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  double height = paint->height - AXIS, middle = height / 2, ends[] = { from, to };

  for (guint i = 0; i < 2; i++)
    {
      whence_path_rect (path, (WhenceRect){ ends[i] - 0.5, 0, 1, height });
      whence_path_rounded (path, (WhenceRect){ ends[i] - HANDLE / 2, middle - 8, HANDLE, 16 }, HANDLE / 2);
    }
  whence_pen_fill (pen, path, &WHENCE_SOLID (paint->style->accent));
}

void
whence_range_paint (const WhenceRangePaint *paint, WhencePen *pen)
{
  double width = paint->scene->width;
  double from = CLAMP (round (paint->from_x), HANDLE / 2, width - HANDLE / 2);
  double to = CLAMP (round (paint->to_x), HANDLE / 2, width - HANDLE / 2);

  paint_window (paint, from, to, pen);
  paint_bars (paint, -INFINITY, from, paint->style->grid_strong, pen);
  paint_bars (paint, from, to, paint->style->text_muted, pen);
  paint_bars (paint, to, INFINITY, paint->style->grid_strong, pen);
  paint_axis (paint, pen);
  paint_handles (paint, from, to, pen);
}
