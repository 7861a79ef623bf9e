/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign of a fact that is a point in time, or on the shelf: that of what it is about, filled by how well
 * it is supported; where it is disputed or has no source, in a frame that says so. Constant time. */
#include "paint/timeline-painter-sign.h"

#include "paint/fact-glyph.h"

/* px */
#define DIAMOND_AROUND 6.5 /* as the sign of dispute, around another sign */
#define RING 5.5
#define FRAMED_GLYPH 2.6
#define FRAME 3.0 /* that a frame needs more than a dot, on either side */

static void
draw_diamond (const WhenceSign *sign, double x, double half)
{
  const WhenceTimelineInk *ink = sign->ink;
  const WhencePoint corners[] = {
    { x, sign->middle - half },
    { x + half, sign->middle },
    { x, sign->middle + half },
    { x - half, sign->middle },
  };
  WhenceFill ground = WHENCE_SOLID (ink->style->ground);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->disputed), .width = 1.5 };
  whence_path_clear (ink->path);
  whence_path_polygon (ink->path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (ink->pen, ink->path, &ground);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_sign_paint_dispute (const WhenceSign *sign, double x)
{
  draw_diamond (sign, x, WHENCE_SIGN_DIAMOND);
  whence_timeline_line (sign->ink, x, sign->middle - 2.5, x, sign->middle + 2.5, sign->ink->style->disputed,
                        1.5);
}

static void
draw_ring (const WhenceSign *sign, double x)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceFill ground = WHENCE_SOLID (ink->style->ground);
  WhenceStroke stroke = whence_sign_outline (sign, whence_sign_is_uncertain (sign));

  whence_path_clear (ink->path);
  whence_path_circle (ink->path, x, sign->middle, RING);
  whence_pen_fill (ink->pen, ink->path, &ground);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

/* Dotted, the sign itself would say nothing at this size. */
gboolean
whence_sign_paint_framed (const WhenceSign *sign, double x)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceGlyph glyph = whence_fact_type_glyph (sign->item->type);
  WhenceSupport support = sign->item->support;
  gboolean hollow = whence_sign_is_tentative (sign);
  WhenceFill fill = WHENCE_SOLID (hollow ? ink->style->ground : sign->color);
  WhenceStroke outline = { .fill = WHENCE_SOLID (sign->color), .width = 1 };

  if (!whence_glyph_is_special (glyph)
      || (support != WHENCE_SUPPORT_DISPUTED && support != WHENCE_SUPPORT_UNSOURCED))
    return FALSE;
  if (support == WHENCE_SUPPORT_DISPUTED)
    draw_diamond (sign, x, DIAMOND_AROUND);
  else
    draw_ring (sign, x);
  whence_path_clear (ink->path);
  whence_glyph_path (ink->path, glyph, x, sign->middle, FRAMED_GLYPH);
  whence_pen_fill (ink->pen, ink->path, &fill);
  if (hollow)
    whence_pen_stroke (ink->pen, ink->path, &outline);
  return TRUE;
}

/* What is inferred stands in brackets. */
static void
draw_plain_dot (const WhenceSign *sign, double x, gboolean bracketed)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceFill fill = whence_sign_filling (sign, whence_sign_is_uncertain (sign));
  WhenceStroke stroke = whence_sign_outline (sign, whence_sign_is_uncertain (sign));

  stroke.width = whence_sign_is_tentative (sign) ? 1 : 1.5;
  whence_path_clear (ink->path);
  whence_glyph_path (ink->path, whence_fact_type_glyph (sign->item->type), x, sign->middle,
                     bracketed ? WHENCE_SIGN_SMALL_GLYPH : WHENCE_SIGN_GLYPH);
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_sign_paint_dot (const WhenceSign *sign)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  double x = shape->dot ? (shape->x0 + shape->tail0 + shape->x1 - shape->tail1) / 2
                        : sign->item->mark.x + WHENCE_DOT / 2;
  double left = x - WHENCE_DOT / 2, right = x + WHENCE_DOT / 2;
  gboolean bracketed = sign->item->inferred && shape->dot;
  double aside = sign->item->support == WHENCE_SUPPORT_DISPUTED ? 2.5 : 0.5;

  if (shape->end0 != WHENCE_END_CAP)
    whence_sign_paint_end (sign, WHENCE_SIDE_LEFT, left + 1);
  if (shape->end1 != WHENCE_END_CAP)
    whence_sign_paint_end (sign, WHENCE_SIDE_RIGHT, right - 1);
  if (whence_sign_paint_framed (sign, x))
    aside = FRAME;
  else if (sign->item->support == WHENCE_SUPPORT_DISPUTED)
    whence_sign_paint_dispute (sign, x);
  else
    draw_plain_dot (sign, x, bracketed);
  if (bracketed)
    {
      whence_sign_paint_cap (sign, WHENCE_SIDE_LEFT, left - aside);
      whence_sign_paint_cap (sign, WHENCE_SIDE_RIGHT, right + aside);
    }
}
