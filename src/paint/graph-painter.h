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

/* The sign of an entity type, of @radius px about (x, y): for the graph and for its legend. */
void whence_graph_paint_shape (WhencePen *pen, const WhenceStyle *style, const WhenceEntityType *type,
                               double x, double y, double radius);
/* What is written into that sign keeps 4.5:1. */
WhenceColor whence_graph_initials_color (const WhenceStyle *style, const WhenceEntityType *type);

G_END_DECLS
