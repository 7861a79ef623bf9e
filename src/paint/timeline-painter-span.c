/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The span of time that is selected: a tint with broken edges behind what is lit, and a bracket along the
 * axis, so that it differs from the date of the ties, which has solid edges and none. Constant time. */
#include "paint/timeline-painter-private.h"

#include <math.h>

#define BRACKET 3.0 /* px: how thick it is */
#define TICK 9.0    /* px: how high its ends are */

typedef struct
{
  double x0, x1; /* px, within the view */
  gboolean starts, ends;
} Stretch;

static gboolean
find_stretch (const WhenceHighlight *highlight, WhenceTimeView view, double left, double right,
              Stretch *stretch)
{
  double x0, x1;
  if (highlight == NULL || highlight->span_from >= highlight->span_to)
    return FALSE;
  x0 = whence_time_view_to_x (view, highlight->span_from);
  x1 = whence_time_view_to_x (view, highlight->span_to);
  stretch->starts = x0 >= left;
  stretch->ends = x1 <= right;
  stretch->x0 = MAX (x0, left);
  stretch->x1 = MAX (stretch->x0 + 1, MIN (x1, right));
  return x1 > left && x0 < right;
}

void
whence_timeline_paint_span (const WhenceTimelineInk *ink, const WhenceHighlight *highlight,
                            WhenceTimeView view, WhenceRect area, const GArray *obstacles)
{
  WhenceStroke edge = { WHENCE_SOLID (ink->style->accent), 1, { 4, 3 }, 2, FALSE };
  double bottom = whence_rect_bottom (area);
  Stretch stretch;
  if (!find_stretch (highlight, view, area.x, whence_rect_right (area), &stretch))
    return;
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ stretch.x0, area.y, stretch.x1 - stretch.x0, area.height });
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (whence_color_with_alpha (ink->style->accent, 0.08)));
  whence_path_clear (ink->path);
  for (guint i = 0; i < 2; i++)
    if (i == 0 ? stretch.starts : stretch.ends)
      whence_timeline_add_pole (ink->path, whence_timeline_snap (i == 0 ? stretch.x0 : stretch.x1 - 1),
                                area.y, bottom, obstacles);
  whence_pen_stroke (ink->pen, ink->path, &edge);
}

void
whence_timeline_paint_span_bracket (const WhenceTimelineInk *ink, const WhenceHighlight *highlight,
                                    WhenceTimeView view, double left, double right)
{
  double y = WHENCE_AXIS_HEIGHT - BRACKET;
  Stretch stretch;
  if (!find_stretch (highlight, view, left, right, &stretch))
    return;
  whence_path_clear (ink->path);
  whence_path_rect (ink->path,
                    (WhenceRect){ floor (stretch.x0), y, ceil (stretch.x1 - stretch.x0), BRACKET });
  if (stretch.starts)
    whence_path_rect (ink->path, (WhenceRect){ floor (stretch.x0), y + BRACKET - TICK, 2, TICK });
  if (stretch.ends)
    whence_path_rect (ink->path, (WhenceRect){ floor (stretch.x1) - 2, y + BRACKET - TICK, 2, TICK });
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (ink->style->accent));
}
