/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a graph scene: on the screen, into a picture, on paper; the same code. */
#pragma once

#include "layout/graph-scene.h"
#include "paint/highlight.h"
#include "paint/pen.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceGraphScene *scene;
  const WhenceStyle *style;
  const WhenceHighlight *highlight; /* or NULL */
  double width, height;             /* of the viewport, px */
} WhenceGraphPaint;

void whence_graph_paint (const WhenceGraphPaint *paint, WhencePen *pen);

G_END_DECLS
