/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the two parts of a sign on the timeline: its bodies and its ends. */
#pragma once

#include "paint/timeline-painter-private.h"

G_BEGIN_DECLS

#define WHENCE_BAND 5.0 /* px: height of a bracket between its caps */

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
