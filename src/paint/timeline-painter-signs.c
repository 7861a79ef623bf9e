/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign of a fact on the timeline. Width says how precise the date is, ends say how it begins and ends,
 * the filling says how well it is supported, the outline whether the date is uncertain and the fact more than
 * a plan. One function a part; nothing here knows where the sign came from. */
#include "paint/timeline-painter-private.h"

#include <math.h>

/* px */
#define BAND 5.0    /* height of a bracket between its caps */
#define SERIF 3.0   /* of the square brackets of an inferred date */
#define DIAMOND 5.0 /* half the diagonal of the sign of dispute */
#define ARROW 4.0   /* half the height of an arrow head */
#define LEAST_TAIL 8.0
#define HALF 0.62 /* how much of the ground is in the filling of what one source says */

typedef struct
{
  const WhenceTimelineInk *ink;
  const WhenceTimelineItem *item;
  WhenceColor color;
  double middle; /* y */
} Sign;

static gboolean
is_tentative (const WhenceTimelineItem *item)
{
  return item->status == WHENCE_STATUS_PLANNED || item->status == WHENCE_STATUS_ALLEGED
         || item->status == WHENCE_STATUS_SPECULATED || item->status == WHENCE_STATUS_DENIED;
}

static WhenceStroke
outline_of (const Sign *sign)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (sign->color), .width = 1 };
  if (sign->item->shape.dashed)
    stroke = (WhenceStroke){ stroke.fill, 1, { 3, 2 }, 2, FALSE };
  else if (sign->item->support == WHENCE_SUPPORT_UNSOURCED)
    stroke = (WhenceStroke){ stroke.fill, 1, { 1, 1.5 }, 2, FALSE };
  return stroke;
}

/* How well it is supported decides the filling; half full is what one source says. */
static WhenceFill
filling_of (const Sign *sign)
{
  const WhenceTimelineItem *item = sign->item;
  WhenceColor ground = sign->ink->style->ground;
  if (is_tentative (item))
    return WHENCE_SOLID (ground);
  if (item->support == WHENCE_SUPPORT_UNSOURCED && item->shape.dot)
    return WHENCE_SOLID (ground); /* a hatch needs more room than a dot has */
  if (item->support == WHENCE_SUPPORT_UNSOURCED)
    return (WhenceFill){ .kind = WHENCE_FILL_HATCH, .color = sign->color };
  if (item->support == WHENCE_SUPPORT_CORROBORATED && !item->shape.dashed)
    return WHENCE_SOLID (sign->color);
  return WHENCE_SOLID (whence_color_mix (sign->color, ground, HALF));
}

/* A band is closed at a side by an outline, unless it fades out there. */
static void
draw_band (const Sign *sign, double x0, double x1, double height, gboolean closed0, gboolean closed1)
{
  if (x1 - x0 < 1)
    return;
  const WhenceTimelineInk *ink = sign->ink;
  double left = floor (x0), right = MAX (left + 2, floor (x1));
  double top = whence_timeline_snap (sign->middle - height / 2), bottom = top + height;
  WhenceFill fill = filling_of (sign);
  WhenceStroke stroke = outline_of (sign);
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ left, top, right - left, height });
  whence_pen_fill (ink->pen, ink->path, &fill);

  double in0 = closed0 ? left + 0.5 : left, in1 = closed1 ? right - 0.5 : right;
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, in1, top);
  whence_path_line_to (ink->path, in0, top);
  (closed0 ? whence_path_line_to : whence_path_move_to) (ink->path, in0, bottom);
  whence_path_line_to (ink->path, in1, bottom);
  if (closed1)
    whence_path_line_to (ink->path, in1, top);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

/* --- Ends ---------------------------------------------------------------------------------------- */

/* A cap; of an inferred date a square bracket, as an editor adds what the author did not write. */
static void
draw_cap (const Sign *sign, double x, int inwards)
{
  const WhenceTimelineInk *ink = sign->ink;
  double at = inwards > 0 ? whence_timeline_snap (x) : whence_timeline_snap (x - 1);
  double top = sign->middle - WHENCE_MARK_HEIGHT / 2 + 0.5,
         bottom = sign->middle + WHENCE_MARK_HEIGHT / 2 - 0.5;
  whence_path_clear (ink->path);
  double serif = sign->item->inferred ? inwards * SERIF : 0;
  whence_path_move_to (ink->path, at + serif, top);
  whence_path_line_to (ink->path, at, top);
  whence_path_line_to (ink->path, at, bottom);
  whence_path_line_to (ink->path, at + serif, bottom);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (sign->color), .width = 1 };
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

/* The band goes on, filling and outline, and fades out. */
static void
draw_fade (const Sign *sign, double x, double tip)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceFill filling = filling_of (sign);
  double from = floor (x), top = whence_timeline_snap (sign->middle - BAND / 2);
  WhenceFill fill = {
    WHENCE_FILL_FADE, filling.color, whence_color_with_alpha (filling.color, 0), from, top, tip, top
  };
  WhenceStroke line = outline_of (sign);
  line.fill = (WhenceFill){
    WHENCE_FILL_FADE, sign->color, whence_color_with_alpha (sign->color, 0), from, top, tip, top
  };
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ MIN (from, tip), top, fabs (tip - from), BAND });
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_path_clear (ink->path);
  for (int side = 0; side < 2; side++)
    {
      whence_path_move_to (ink->path, from, top + side * BAND);
      whence_path_line_to (ink->path, tip, top + side * BAND);
    }
  whence_pen_stroke (ink->pen, ink->path, &line);
}

static void
draw_arrow (const Sign *sign, double x, double tip)
{
  const WhenceTimelineInk *ink = sign->ink;
  int outwards = tip > x ? 1 : -1;
  if (fabs (tip - x) < LEAST_TAIL)
    return;
  WhenceColor faint = whence_color_mix (sign->color, ink->style->ground, 0.35);
  WhenceStroke line = { { WHENCE_FILL_FADE, sign->color, faint, x, sign->middle, tip, sign->middle }, 1 };
  WhenceStroke head = { .fill = WHENCE_SOLID (faint), .width = 1.5, .round_caps = TRUE };
  double y = floor (sign->middle) + 0.5;
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, x, y);
  whence_path_line_to (ink->path, tip - outwards, y);
  whence_pen_stroke (ink->pen, ink->path, &line);
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, tip - outwards * (ARROW + 1), y - ARROW);
  whence_path_line_to (ink->path, tip - outwards, y);
  whence_path_line_to (ink->path, tip - outwards * (ARROW + 1), y + ARROW);
  whence_pen_stroke (ink->pen, ink->path, &head);
}

static void
draw_dots (const Sign *sign, double x, double tip)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceFill fill = WHENCE_SOLID (sign->color);
  if (fabs (tip - x) < LEAST_TAIL)
    return;
  whence_path_clear (ink->path);
  for (int i = 0; i < 3; i++)
    whence_path_circle (ink->path, x + (tip - x) * (i + 0.6) / 3, sign->middle, 1.6 - 0.3 * i);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

/* @x is where the end is, @tip how far its tail reaches; @inwards is 1 at the left, -1 at the right. */
static void
draw_end (const Sign *sign, WhenceEnd end, double x, double tip, int inwards)
{
  switch (end)
    {
    case WHENCE_END_CAP:
      draw_cap (sign, x, inwards);
      break;
    case WHENCE_END_SOFT:
      draw_fade (sign, x, tip);
      break;
    case WHENCE_END_OPEN:
      draw_arrow (sign, x, tip);
      break;
    case WHENCE_END_UNKNOWN:
      draw_dots (sign, x, tip);
      break;
    case WHENCE_END_CUT:
    default:
      break;
    }
}

/* --- Bodies -------------------------------------------------------------------------------------- */

/* The sign of its own that disputed facts have, whatever their colour. */
static void
draw_dispute (const Sign *sign, double x)
{
  const WhenceTimelineInk *ink = sign->ink;
  const WhencePoint corners[] = {
    { x, sign->middle - DIAMOND },
    { x + DIAMOND, sign->middle },
    { x, sign->middle + DIAMOND },
    { x - DIAMOND, sign->middle },
  };
  WhenceFill ground = WHENCE_SOLID (ink->style->ground);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->disputed), .width = 1.5 };
  whence_path_clear (ink->path);
  whence_path_polygon (ink->path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (ink->pen, ink->path, &ground);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
  whence_timeline_line (ink, x, sign->middle - 2.5, x, sign->middle + 2.5, ink->style->disputed, 1.5);
}

static void
draw_dot (const Sign *sign)
{
  const WhenceTimelineInk *ink = sign->ink;
  const WhenceMarkShape *shape = &sign->item->shape;
  double x = shape->dot ? (shape->x0 + shape->tail0 + shape->x1 - shape->tail1) / 2
                        : sign->item->mark.x + WHENCE_DOT / 2;
  double left = x - WHENCE_DOT / 2, right = x + WHENCE_DOT / 2;
  if (shape->end0 != WHENCE_END_CAP)
    draw_end (sign, shape->end0, left + 1, shape->x0, 1);
  if (shape->end1 != WHENCE_END_CAP)
    draw_end (sign, shape->end1, right - 1, shape->x1, -1);
  if (sign->item->support == WHENCE_SUPPORT_DISPUTED)
    {
      draw_dispute (sign, x);
      return;
    }
  gboolean bracketed = sign->item->inferred && shape->dot;
  whence_path_clear (ink->path);
  whence_path_circle (ink->path, x, sign->middle, bracketed ? 2.5 : WHENCE_DOT / 2 - 1);
  WhenceFill fill = filling_of (sign);
  WhenceStroke stroke = outline_of (sign);
  stroke.width = is_tentative (sign->item) ? 1 : 1.5;
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
  if (bracketed)
    {
      draw_cap (sign, left - 0.5, 1);
      draw_cap (sign, right + 0.5, -1);
    }
}

static gboolean
is_closed (WhenceEnd end)
{
  return end != WHENCE_END_SOFT && end != WHENCE_END_CUT;
}

/* What goes on beyond the view runs over the margin, up to the very edge. */
static double
bleed_of (WhenceEnd end)
{
  return end == WHENCE_END_CUT ? WHENCE_SIDE_MARGIN : 0;
}

static void
draw_stretch (const Sign *sign)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  double left = shape->x0 + shape->tail0 - bleed_of (shape->end0);
  double right = shape->x1 - shape->tail1 + bleed_of (shape->end1);
  gboolean body = shape->body1 - shape->body0 >= 1;
  gboolean closed0 = is_closed (shape->end0), closed1 = is_closed (shape->end1);
  if (body)
    {
      /* A body that reaches the edge takes the margin along. */
      double body0 = shape->body0 <= shape->x0 + shape->tail0 ? left : shape->body0;
      double body1 = shape->body1 >= shape->x1 - shape->tail1 ? right : shape->body1;
      draw_band (sign, left, body0, BAND, closed0, TRUE);
      draw_band (sign, body1, right, BAND, TRUE, closed1);
      draw_band (sign, body0, body1, WHENCE_BODY_HEIGHT, closed0 || body0 > left, closed1 || body1 < right);
    }
  else
    draw_band (sign, left, right, BAND, closed0, closed1);
  draw_end (sign, shape->end0, left, shape->x0, 1);
  draw_end (sign, shape->end1, right, shape->x1, -1);
  if (sign->item->support == WHENCE_SUPPORT_DISPUTED)
    draw_dispute (
      sign, CLAMP ((left + right) / 2, shape->x0 + DIAMOND, MAX (shape->x0 + DIAMOND, shape->x1 - DIAMOND)));
}

/* What is said not to be so is crossed out, sign and words. */
static void
draw_cross (const Sign *sign)
{
  const WhenceRect mark = sign->item->mark;
  double x = mark.x + mark.width / 2;
  whence_timeline_line (sign->ink, x - 4, sign->middle + 5, x + 4, sign->middle - 5, sign->ink->style->text,
                        1.5);
}

void
whence_timeline_paint_sign (const WhenceTimelineInk *ink, const WhenceTimelineItem *item)
{
  Sign sign = { ink, item, whence_style_fact_color (ink->style, item->type),
                item->mark.y + item->mark.height / 2 };
  if (item->kind == WHENCE_ITEM_SHELVED || item->shape.dot)
    draw_dot (&sign);
  else
    draw_stretch (&sign);
  if (item->negated)
    draw_cross (&sign);
}
