/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs of the amounts track in a legend: which are in use, and what they look like. */
#pragma once

#include "layout/amounts-scene.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_AMOUNT_SIGN_STEP,
  WHENCE_AMOUNT_SIGN_STEPS, /* of several owners */
  WHENCE_AMOUNT_SIGN_STEM,
  WHENCE_AMOUNT_SIGN_UNDATED,
  WHENCE_AMOUNT_SIGN_LIMITS,
  WHENCE_AMOUNT_SIGN_ABOUT,
  WHENCE_AMOUNT_SIGN_READINGS,
  WHENCE_AMOUNT_SIGN_GROUP,
  WHENCE_N_AMOUNT_SIGNS,
} WhenceAmountSign;

/* Bits by WhenceAmountSign. Linear in the marks. */
guint whence_amount_signs_in (const WhenceAmountsScene *scene);
/* In the language of the interface. */
const char *whence_amount_sign_label (WhenceAmountSign sign);

/* px; all are as wide. */
#define WHENCE_AMOUNT_SIGN_WIDTH 28.0
/* From @x on, about @middle; within 14 px. @path is scratch. */
void whence_amount_sign_paint (WhenceAmountSign sign, const WhenceStyle *style, WhencePen *pen,
                               WhencePath *path, double x, double middle);

G_END_DECLS
