/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the scene of an amounts track: on the screen, into a picture, on paper; the same code. */
#pragma once

#include "layout/amounts-scene.h"
#include "paint/highlight.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceAmountsScene *scene;
  const WhenceStyle *style;
  const WhenceHighlight *highlight; /* or NULL */
  const WhenceScope *dated;         /* whose date is marked; NULL: that of the scene */
  double width, height;             /* px */
} WhenceAmountsPaint;

void whence_amounts_paint (const WhenceAmountsPaint *paint, WhencePen *pen);

G_END_DECLS
