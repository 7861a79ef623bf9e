/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis: flags of two heights, the words beside the pole. O(ticks). */
#include "paint/timeline-painter-private.h"

#include "layout/text-breaks.h"

#include <math.h>

/* px from the top of the view */
#define MAJOR_TOP 4.0
#define MAJOR_BASELINE 16.0
#define MINOR_TOP 24.0
#define MINOR_BASELINE 36.0

double
whence_timeline_snap (double x)
{
  return floor (x) + 0.5;
}

void
whence_timeline_line (const WhenceTimelineInk *ink, double x0, double y0, double x1, double y1,
                      WhenceColor color, double width)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (color), .width = width };
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, x0, y0);
  whence_path_line_to (ink->path, x1, y1);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

static void
draw_poles (const WhenceTimelineInk *ink, double left, double right, const WhenceAxisTick *ticks, guint n,
            double top, WhenceColor color)
{
  for (guint i = 0; i < n; i++)
    if (ticks[i].x >= left && ticks[i].x < right)
      {
        double x = whence_timeline_snap (ticks[i].x);
        whence_timeline_line (ink, x, top, x, WHENCE_AXIS_HEIGHT, color, 1);
      }
}

static void
draw_words (const WhenceTimelineInk *ink, const WhenceAxisTick *ticks, guint n, double baseline,
            WhenceColor color)
{
  for (guint i = 0; i < n; i++)
    if (ticks[i].label != NULL)
      whence_pen_text (ink->pen, &(WhenceTextRun){ .text = ticks[i].label,
                                                   .font = WHENCE_FONT_AXIS,
                                                   .x = ticks[i].label_x,
                                                   .baseline = baseline,
                                                   .width = ticks[i].label_width,
                                                   .color = color,
                                                   .rtl = whence_text_is_rtl (ticks[i].label) });
}

void
whence_timeline_paint_axis (const WhenceTimelineInk *ink, const WhenceAxis *axis, double left, double right,
                            double width)
{
  const WhenceStyle *style = ink->style;
  whence_pen_push_group (ink->pen, &(WhenceGroup){ .css_class = "axis" });
  draw_poles (ink, left, right, axis->minor, axis->n_minor, MINOR_TOP, style->grid_strong);
  draw_poles (ink, left, right, axis->major, axis->n_major, MAJOR_TOP, style->grid_strong);
  double y = WHENCE_AXIS_HEIGHT - 0.5;
  whence_timeline_line (ink, 0, y, width, y, style->text_muted, 1);
  draw_words (ink, axis->minor, axis->n_minor, MINOR_BASELINE, style->text);
  draw_words (ink, axis->major, axis->n_major, MAJOR_BASELINE, style->text_muted);
  whence_pen_pop_group (ink->pen);
}
