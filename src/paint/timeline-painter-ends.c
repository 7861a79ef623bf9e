/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a sign on the timeline ends on each of its sides, and the pens it is drawn with. Constant time each. */
#include "paint/timeline-painter-sign.h"

#include <math.h>

/* px */
#define SERIF 3.0 /* of the square brackets of an inferred date */
#define ARROW 4.0 /* half the height of an arrow head */
#define LEAST_TAIL 8.0
#define HALF 0.62 /* how much of the ground is in the filling of what one source says */

gboolean
whence_sign_is_tentative (const WhenceSign *sign)
{
  const WhenceTimelineItem *item = sign->item;
  return item->status == WHENCE_STATUS_PLANNED || item->status == WHENCE_STATUS_ALLEGED
         || item->status == WHENCE_STATUS_SPECULATED || item->status == WHENCE_STATUS_DENIED;
}

WhenceStroke
whence_sign_outline (const WhenceSign *sign, gboolean dashed)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (sign->color), .width = 1 };
  if (dashed)
    stroke = (WhenceStroke){ stroke.fill, 1, { 3, 2 }, 2, FALSE };
  else if (sign->item->support == WHENCE_SUPPORT_UNSOURCED)
    stroke = (WhenceStroke){ stroke.fill, 1, { 1, 1.5 }, 2, FALSE };
  return stroke;
}

/* How well it is supported decides the filling; half full is what one source says. */
WhenceFill
whence_sign_filling (const WhenceSign *sign, gboolean dashed)
{
  const WhenceTimelineItem *item = sign->item;
  WhenceColor ground = sign->ink->style->ground;
  if (whence_sign_is_tentative (sign))
    return WHENCE_SOLID (ground);
  if (item->support == WHENCE_SUPPORT_UNSOURCED && item->shape.dot)
    return WHENCE_SOLID (ground); /* a hatch needs more room than a dot has */
  if (item->support == WHENCE_SUPPORT_UNSOURCED)
    return (WhenceFill){ .kind = WHENCE_FILL_HATCH, .color = sign->color };
  if (item->support == WHENCE_SUPPORT_CORROBORATED && !dashed)
    return WHENCE_SOLID (sign->color);
  return WHENCE_SOLID (whence_color_mix (sign->color, ground, HALF));
}

/* A part of a sign from x0 to x1, closed at a side by an outline, unless it fades out or goes on there. */
static gboolean
is_dashed (const WhenceSign *sign, WhenceSide side)
{
  return side == WHENCE_SIDE_LEFT ? sign->item->shape.dashed0 : sign->item->shape.dashed1;
}

/* A cap; of an inferred date a square bracket, as an editor adds what the author did not write. */
void
whence_sign_paint_cap (const WhenceSign *sign, WhenceSide side, double x)
{
  const WhenceTimelineInk *ink = sign->ink;
  double at = whence_timeline_snap (side == WHENCE_SIDE_LEFT ? x : x - 1);
  double top = sign->middle - WHENCE_MARK_HEIGHT / 2 + 0.5,
         bottom = sign->middle + WHENCE_MARK_HEIGHT / 2 - 0.5;
  whence_path_clear (ink->path);
  double serif = sign->item->inferred ? -side * SERIF : 0;
  whence_path_move_to (ink->path, at + serif, top);
  whence_path_line_to (ink->path, at, top);
  whence_path_line_to (ink->path, at, bottom);
  whence_path_line_to (ink->path, at + serif, bottom);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (sign->color), .width = 1 };
  if (is_dashed (sign, side))
    stroke = whence_sign_outline (sign, TRUE);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

/* The band goes on, filling and outline, and fades out. */
static void
draw_fade (const WhenceSign *sign, WhenceSide side, double x, double tip)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceFill filling = whence_sign_filling (sign, is_dashed (sign, side));
  double from = floor (x), top = whence_timeline_snap (sign->middle - WHENCE_BAND / 2);
  WhenceFill fill = {
    WHENCE_FILL_FADE, filling.color, whence_color_with_alpha (filling.color, 0), from, top, tip, top
  };
  WhenceStroke line = whence_sign_outline (sign, is_dashed (sign, side));
  line.fill = (WhenceFill){
    WHENCE_FILL_FADE, sign->color, whence_color_with_alpha (sign->color, 0), from, top, tip, top
  };
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ MIN (from, tip), top, fabs (tip - from), WHENCE_BAND });
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_path_clear (ink->path);
  for (int edge = 0; edge < 2; edge++)
    {
      whence_path_move_to (ink->path, from, top + edge * WHENCE_BAND);
      whence_path_line_to (ink->path, tip, top + edge * WHENCE_BAND);
    }
  whence_pen_stroke (ink->pen, ink->path, &line);
}

static void
draw_arrow (const WhenceSign *sign, WhenceSide side, double x, double tip)
{
  const WhenceTimelineInk *ink = sign->ink;
  if (fabs (tip - x) < LEAST_TAIL)
    return;
  WhenceColor faint = whence_color_mix (sign->color, ink->style->ground, 0.35);
  WhenceStroke line = { { WHENCE_FILL_FADE, sign->color, faint, x, sign->middle, tip, sign->middle }, 1 };
  WhenceStroke head = { .fill = WHENCE_SOLID (faint), .width = 1.5, .round_caps = TRUE };
  double y = floor (sign->middle) + 0.5;
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, x, y);
  whence_path_line_to (ink->path, tip - side, y);
  whence_pen_stroke (ink->pen, ink->path, &line);
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, tip - side * (ARROW + 1), y - ARROW);
  whence_path_line_to (ink->path, tip - side, y);
  whence_path_line_to (ink->path, tip - side * (ARROW + 1), y + ARROW);
  whence_pen_stroke (ink->pen, ink->path, &head);
}

static void
draw_dots (const WhenceSign *sign, double x, double tip)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceFill fill = WHENCE_SOLID (sign->color);
  if (fabs (tip - x) < LEAST_TAIL)
    return;
  whence_path_clear (ink->path);
  for (int i = 0; i < 3; i++)
    whence_path_circle (ink->path, x + (tip - x) * (i + 0.6) / 3, sign->middle, 1.8 - 0.25 * i);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

/* Where the tail of an end at @x reaches. At the very edge of the view it takes the margin, so that an end
 * that is open or unknown never looks like one that is known. */
static double
find_tip (WhenceEnd end, WhenceSide side, double x, double tip)
{
  gboolean runs_out = end == WHENCE_END_OPEN || end == WHENCE_END_UNKNOWN;
  return runs_out && (tip - x) * side < LEAST_TAIL ? tip + side * WHENCE_SIDE_MARGIN : tip;
}

void
whence_sign_paint_end (const WhenceSign *sign, WhenceSide side, double x)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  WhenceEnd end = side == WHENCE_SIDE_LEFT ? shape->end0 : shape->end1;
  double tip = find_tip (end, side, x, side == WHENCE_SIDE_LEFT ? shape->x0 : shape->x1);
  switch (end)
    {
    case WHENCE_END_CAP:
      whence_sign_paint_cap (sign, side, x);
      break;
    case WHENCE_END_SOFT:
      draw_fade (sign, side, x, tip);
      break;
    case WHENCE_END_OPEN:
      draw_arrow (sign, side, x, tip);
      break;
    case WHENCE_END_UNKNOWN:
      draw_dots (sign, x, tip);
      break;
    case WHENCE_END_CUT:
    default:
      break;
    }
}
