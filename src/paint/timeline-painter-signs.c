/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sign of a fact on the timeline. Width says how precise the date is, ends say how it begins and ends,
 * the filling says how well it is supported, the outline whether the date is uncertain and the fact more than
 * a plan, dots below that it may not have been known yet. One function a part; nothing here knows where the
 * sign came from. */
#include "paint/timeline-painter-sign.h"

#include <math.h>

#include "paint/fact-glyph.h"

/* px */
#define LEAST_MEMBER 4.0
#define DOUBT 16.0  /* how far an uncertain end is dashed at least */
#define ROOM 14.0   /* that a stretch has for a bead */
#define BESIDE 13.0 /* between that sign and the one of a dispute */

gboolean
whence_sign_is_uncertain (const WhenceSign *sign)
{
  return sign->item->shape.dashed0 || sign->item->shape.dashed1;
}

/* A part of a sign from x0 to x1, closed at a side by an outline, unless it fades out or goes on there. */
typedef struct
{
  double x0, x1, height;
  gboolean closed0, closed1, dashed;
} Piece;

static void
draw_piece (const WhenceSign *sign, const Piece *piece)
{
  if (piece->x1 - piece->x0 < 1)
    return;
  const WhenceTimelineInk *ink = sign->ink;
  double left = floor (piece->x0), right = MAX (left + 2, floor (piece->x1));
  double top = whence_timeline_snap (sign->middle - piece->height / 2), bottom = top + piece->height;
  WhenceFill fill = whence_sign_filling (sign, piece->dashed);
  WhenceStroke stroke = whence_sign_outline (sign, piece->dashed);
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ left, top, right - left, piece->height });
  whence_pen_fill (ink->pen, ink->path, &fill);

  double in0 = piece->closed0 ? left + 0.5 : left, in1 = piece->closed1 ? right - 0.5 : right;
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, in1, top);
  whence_path_line_to (ink->path, in0, top);
  (piece->closed0 ? whence_path_line_to : whence_path_move_to) (ink->path, in0, bottom);
  whence_path_line_to (ink->path, in1, bottom);
  if (piece->closed1)
    whence_path_line_to (ink->path, in1, top);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
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

/* How far the outline is dashed from an uncertain end inwards. */
static double
find_doubt (double end, double certain, double other, int inwards)
{
  double far = (end + other) / 2;
  return inwards > 0 ? MIN (MAX (certain, end + DOUBT), far) : MAX (MIN (certain, end - DOUBT), far);
}

/* Draws a piece in up to three parts, those in doubt dashed. */
static void
draw_with_doubt (const WhenceSign *sign, const Piece *piece, double doubt0, double doubt1)
{
  double cuts[] = { piece->x0, CLAMP (doubt0, piece->x0, piece->x1), CLAMP (doubt1, piece->x0, piece->x1),
                    piece->x1 };
  for (guint i = 0; i < 3; i++)
    {
      Piece part = { cuts[i], cuts[i + 1], piece->height, .dashed = i != 1 };
      part.closed0 = cuts[i] <= piece->x0 && piece->closed0;
      part.closed1 = cuts[i + 1] >= piece->x1 && piece->closed1;
      draw_piece (sign, &part);
    }
}

/* Not all the time, but on its first date, its last, and some between. */
static void
draw_several (const WhenceSign *sign, Piece whole, double body0, double body1)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  double y = floor (sign->middle) + 0.5;
  Piece first = { whole.x0,    MIN (MAX (body0, whole.x0 + LEAST_MEMBER), whole.x1),
                  WHENCE_BAND, whole.closed0,
                  TRUE,        shape->dashed0 };
  Piece last = { MAX (MIN (body1, whole.x1 - LEAST_MEMBER), first.x1),
                 whole.x1,
                 WHENCE_BAND,
                 TRUE,
                 whole.closed1,
                 shape->dashed1 };
  whence_timeline_line (sign->ink, first.x1, y, last.x0, y, sign->color, 1);
  draw_piece (sign, &first);
  draw_piece (sign, &last);
}

static void
draw_body (const WhenceSign *sign, Piece whole)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  double left = whole.x0, right = whole.x1;
  /* A body that reaches the edge takes the margin along. */
  double body0 = shape->body0 <= shape->x0 + shape->tail0 ? left : shape->body0;
  double body1 = shape->body1 >= shape->x1 - shape->tail1 ? right : shape->body1;
  double doubt0 = shape->dashed0 ? find_doubt (left, body0, right, 1) : left;
  double doubt1 = shape->dashed1 ? find_doubt (right, body1, left, -1) : right;
  if (shape->several)
    {
      draw_several (sign, whole, body0, body1);
      return;
    }
  draw_with_doubt (sign, &(Piece){ left, body0, WHENCE_BAND, whole.closed0, TRUE }, doubt0, doubt1);
  draw_with_doubt (sign, &(Piece){ body1, right, WHENCE_BAND, TRUE, whole.closed1 }, doubt0, doubt1);
  draw_with_doubt (sign,
                   &(Piece){ body0, body1, WHENCE_BODY_HEIGHT, whole.closed0 || body0 > left,
                             whole.closed1 || body1 < right },
                   doubt0, doubt1);
}

/* Where a stretch is too narrow for a bead: the bare sign in it, in ink, or in paper where it is full. */
static void
draw_small_bead (const WhenceSign *sign, WhenceGlyph glyph, WhencePoint at)
{
  const WhenceTimelineInk *ink = sign->ink;
  gboolean full = sign->item->support == WHENCE_SUPPORT_CORROBORATED && !whence_sign_is_tentative (sign)
                  && !whence_sign_is_uncertain (sign);
  WhenceColor strong = whence_color_mix (sign->color, ink->style->text, 0.4);
  WhenceFill fill = WHENCE_SOLID (full ? ink->style->ground : strong);

  whence_path_clear (ink->path);
  whence_glyph_path (ink->path, glyph, at.x, at.y, WHENCE_SIGN_SMALL_GLYPH);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

/* For the bead, at the left of the sign of a dispute. */
static gboolean
has_room_beside (double left, double right)
{
  return (left + right) / 2 - BESIDE - WHENCE_SIGN_GLYPH - 1 >= left;
}

/* What the fact is about, on the middle of its stretch, or beside the sign of a dispute there. */
static void
draw_bead (const WhenceSign *sign, double left, double right)
{
  const WhenceTimelineInk *ink = sign->ink;
  WhenceGlyph glyph = whence_fact_type_glyph (sign->item->type);
  gboolean disputed = sign->item->support == WHENCE_SUPPORT_DISPUTED;
  WhencePoint at = { (left + right) / 2 - (disputed ? BESIDE : 0), sign->middle };
  WhenceFill fill = whence_sign_filling (sign, FALSE);
  WhenceStroke outline = { .fill = WHENCE_SOLID (sign->color), .width = 1.25 };

  if (!whence_glyph_is_special (glyph) || (disputed && !has_room_beside (left, right)))
    return;
  if (right - left < ROOM)
    {
      draw_small_bead (sign, glyph, at);
      return;
    }
  /* Never as full as the stretch that it is to be told from. */
  if (fill.kind == WHENCE_FILL_HATCH)
    fill = WHENCE_SOLID (ink->style->ground);
  else if (sign->item->support == WHENCE_SUPPORT_CORROBORATED)
    fill = WHENCE_SOLID (whence_color_mix (fill.color, ink->style->ground, 0.7));
  whence_glyph_paint_bead (ink->style, ink->pen, ink->path, glyph, at, WHENCE_SIGN_GLYPH, &fill, &outline);
}

/* Beside the bead, or where there is no room for two, around it. */
static void
draw_dispute (const WhenceSign *sign, double left, double right)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  double x = CLAMP ((left + right) / 2, shape->x0 + WHENCE_SIGN_DIAMOND,
                    MAX (shape->x0 + WHENCE_SIGN_DIAMOND, shape->x1 - WHENCE_SIGN_DIAMOND));

  if (has_room_beside (left, right) || !whence_sign_paint_framed (sign, x))
    whence_sign_paint_dispute (sign, x);
}

/* Returns its middle. */
static double
draw_stretch (const WhenceSign *sign)
{
  const WhenceMarkShape *shape = &sign->item->shape;
  double left = shape->x0 + shape->tail0 - bleed_of (shape->end0);
  double right = shape->x1 - shape->tail1 + bleed_of (shape->end1);
  Piece whole = { left, right, WHENCE_BAND, is_closed (shape->end0), is_closed (shape->end1) };
  if (shape->body1 - shape->body0 >= 1)
    draw_body (sign, whole);
  else
    draw_with_doubt (sign, &whole, shape->dashed0 ? (left + right) / 2 : left,
                     shape->dashed1 ? (left + right) / 2 : right);
  draw_bead (sign, left, right);
  whence_sign_paint_end (sign, WHENCE_SIDE_LEFT, left);
  whence_sign_paint_end (sign, WHENCE_SIDE_RIGHT, right);
  if (sign->item->support == WHENCE_SUPPORT_DISPUTED)
    draw_dispute (sign, left, right);
  return (left + right) / 2;
}

/* What is said not to be so is crossed out, sign and words. */
static void
draw_cross (const WhenceSign *sign, double x)
{
  whence_timeline_line (sign->ink, x - 4, sign->middle + 5, x + 4, sign->middle - 5, sign->ink->style->text,
                        1.5);
}

/* Dots below what may not have been known yet. */
static void
draw_perhaps (const WhenceSign *sign)
{
  const WhenceTimelineInk *ink = sign->ink;
  const WhenceMarkShape *shape = &sign->item->shape;
  gboolean dot = sign->item->kind == WHENCE_ITEM_SHELVED || shape->dot;
  WhenceStroke stroke = {
    .fill = WHENCE_SOLID (ink->style->text), .width = 1.5, .dash = { 0.5, 3 }, .n_dash = 2, .round_caps = TRUE
  };
  double middle = dot ? sign->item->mark.x + sign->item->mark.width / 2 : (shape->x0 + shape->x1) / 2;
  double half = dot ? WHENCE_DOT / 2 : MAX (WHENCE_DOT, shape->x1 - shape->x0) / 2;
  double y = whence_timeline_snap (sign->middle + WHENCE_DOT / 2 + 3);
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, middle - half + 1, y);
  whence_path_line_to (ink->path, middle + half - 1, y);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_timeline_paint_sign (const WhenceTimelineInk *ink, const WhenceTimelineItem *item)
{
  WhenceSign sign = { ink, item, whence_style_fact_color (ink->style, item->type),
                      item->mark.y + item->mark.height / 2 };
  double middle = item->mark.x + item->mark.width / 2;
  if (item->kind == WHENCE_ITEM_SHELVED || item->shape.dot)
    whence_sign_paint_dot (&sign);
  else
    middle = draw_stretch (&sign);
  if (item->negated)
    draw_cross (&sign, middle);
  if (item->perhaps)
    draw_perhaps (&sign);
}
