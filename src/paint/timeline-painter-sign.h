/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the parts of a sign on the timeline: its bodies, dots and ends. */
#pragma once

#include "paint/timeline-painter-private.h"

G_BEGIN_DECLS

/* px */
#define WHENCE_BAND 5.0         /* height of a bracket between its caps */
#define WHENCE_SIGN_DIAMOND 5.0 /* half the diagonal of the sign of dispute */
#define WHENCE_SIGN_GLYPH 3.5   /* radius of the sign of what a fact is about */
#define WHENCE_SIGN_SMALL_GLYPH 2.5

typedef struct
{
  const WhenceTimelineInk *ink;
  const WhenceTimelineItem *item;
  WhenceColor color;
  double middle; /* y */
} WhenceSign;

/* How a sign, or the @dashed part of one whose date is uncertain, is drawn and filled. */
WhenceStroke whence_sign_outline (const WhenceSign *sign, gboolean dashed);
WhenceFill whence_sign_filling (const WhenceSign *sign, gboolean dashed);
/* Whether the fact is said to be no more than a plan, a claim or a guess, or is denied. */
gboolean whence_sign_is_tentative (const WhenceSign *sign);
gboolean whence_sign_is_uncertain (const WhenceSign *sign);

/* The sign of its own that disputed facts have, whatever their colour, about @x. */
void whence_sign_paint_dispute (const WhenceSign *sign, double x);
/* What is disputed or without source, as a frame around the sign of what it is about. FALSE: there is no such
 * sign to be framed. */
gboolean whence_sign_paint_framed (const WhenceSign *sign, double x);
/* Of what has no stretch. */
void whence_sign_paint_dot (const WhenceSign *sign);

/* A side of a sign, and which way is outwards there. */
typedef enum
{
  WHENCE_SIDE_LEFT = -1,
  WHENCE_SIDE_RIGHT = 1,
} WhenceSide;

/* The end of a side that is at @x, with its tail. */
void whence_sign_paint_end (const WhenceSign *sign, WhenceSide side, double x);
void whence_sign_paint_cap (const WhenceSign *sign, WhenceSide side, double x);

G_END_DECLS
