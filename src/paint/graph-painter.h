/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a graph scene: on the screen, into a picture, on paper; the same code. */
#pragma once

#include "layout/graph-scene.h"
#include "paint/highlight.h"
#include "paint/pen.h"
#include "paint/portraits.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceGraphScene *scene;
  const WhenceStyle *style;
  const WhenceHighlight *highlight; /* or NULL */
  const WhencePortraits *portraits; /* of this scene, or NULL: initials only */
  double width, height;             /* of the viewport, px */
  WhenceRect area;                  /* what is painted of it or beyond it; empty: the viewport */
} WhenceGraphPaint;

void whence_graph_paint (const WhenceGraphPaint *paint, WhencePen *pen);
/* Covers the place that what is carried in @paint was taken from, in a picture of the scene it was taken out
 * of. */
void whence_graph_paint_left (const WhenceGraphPaint *paint, WhencePen *pen);

/* What the sign of an entity is drawn with. */
typedef struct
{
  WhenceColor fill, outline;
} WhenceNodeInk;

/* What is written on such a fill: at least 4.5:1. */
WhenceColor whence_graph_letters_on (const WhenceStyle *style, WhenceColor fill);

/* Ink and paper by the type, or in the colour that the bundle declares for it. */
WhenceNodeInk whence_graph_ink_of_type (const WhenceStyle *style, const WhenceEntityType *type);
/* The same in the colour of a class of entities; WHENCE_NONE is neutral. */
WhenceNodeInk whence_graph_ink_of_class (const WhenceStyle *style, const WhenceEntityType *type,
                                         guint32 klass);

/* The sign of an entity type, of @radius px about (x, y): for the graph and for its legend. */
void whence_graph_paint_shape (WhencePen *pen, const WhenceStyle *style, const WhenceEntityType *type,
                               const WhenceNodeInk *ink, double x, double y, double radius);

/* The same with a picture in it. */
void whence_graph_paint_portrait (WhencePen *pen, const WhenceStyle *style, const WhenceEntityType *type,
                                  const WhenceNodeInk *ink, const WhenceImage *image, double x, double y,
                                  double radius);

G_END_DECLS
