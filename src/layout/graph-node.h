/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A node of a graph scene: its shape, its signs and its name. Lengths are px. */
#pragma once

#include "layout/graph-scene.h"
#include "layout/graph.h"

G_BEGIN_DECLS

/* px at scale 1: 7 … 18 by the number of ties, @degree, or as @look says (NULL: nothing else); the node of a
 * fact is smaller. */
double whence_graph_node_radius (const WhenceGraph *graph, const guint32 *degree, const WhenceGraphLook *look,
                                 guint32 node);
/* The name, or the title that the fact has as it is @told, broken into lines. Clear with
 * whence_text_block_clear(). */
void whence_graph_node_label (const WhenceGraph *graph, const WhenceBundle *told, const guint32 *degree,
                              guint32 node, const WhenceMeasure *measure, WhenceTextBlock *label);
/* The same in smaller type and lines of at most @width px, for where the first has no room. */
void whence_graph_node_label_compact (const WhenceGraph *graph, const WhenceBundle *told, guint32 node,
                                      double width, const WhenceMeasure *measure, WhenceTextBlock *label);
/* All of it, as far as it goes into @max_lines lines of at most @width px. */
void whence_graph_node_label_whole (const WhenceGraph *graph, const WhenceBundle *told, guint32 node,
                                    double width, guint max_lines, const WhenceMeasure *measure,
                                    WhenceTextBlock *label);
/* One or two letters for the middle of the shape. */
void whence_graph_node_initials (const WhenceGraph *graph, guint32 node, const WhenceMeasure *measure,
                                 WhenceTextBlock *initials);
/* Where nodes have the colours of classes, they have the numbers of these instead, as in the legend; of the
 * rest, no lines. */
void whence_graph_class_number (guint32 klass, const WhenceMeasure *measure, WhenceTextBlock *number);
#define WHENCE_GRAPH_INITIALS_RADIUS 10.5 /* px: of the smallest shape that has room for them */
#define WHENCE_GRAPH_PORTRAIT_RADIUS 9.0  /* px: of the smallest shape that shows a picture */
/* Shape and name below it, relative to the node's position. */
WhenceRect whence_graph_node_box (double radius, const WhenceTextBlock *label);

#define WHENCE_GRAPH_LABEL_GAP 3.0 /* px between shape and name */

#define WHENCE_GRAPH_FURTHEST_CORNER 1.12 /* radii, from the middle of any shape */

/* Parts of the radius: half the side of a rounded square and its corner, half the height of a pill. */
#define WHENCE_GRAPH_ROUNDED_HALF 0.92
#define WHENCE_GRAPH_ROUNDED_CORNER 0.36
#define WHENCE_GRAPH_PILL_HALF 0.62

typedef struct
{
  guint32 node;
  guint32 entity, fact;     /* one of them is WHENCE_NONE */
  WhencePoint at;           /* px */
  double radius;            /* px; the shape lies within this circle, more or less */
  WhenceShape shape;        /* of an entity */
  WhenceActivity activity;  /* of a fact */
  WhenceChange change;      /* of a fact, or of all that an entity takes part in; NONE: nothing is compared */
  guint32 n_facts;          /* ties shown here */
  guint32 n_beyond;         /* neighbours that are not in the subset */
  WhenceTextBlock beyond;   /* their number, where there are any; else no lines */
  gboolean pinned, faint;   /* faint: all its ties are hidden or inactive */
  gboolean dot;             /* among very many, too small for a sign */
  gboolean prominent;       /* its name may cover dots */
  WhenceTextBlock initials; /* of a name, in the shape, where it is large enough, or the number of its class;
                               else no lines */
  WhenceTextBlock label;
  gboolean compact;     /* the label is in smaller type than its own */
  gboolean labelled;    /* there is room for the label */
  WhencePoint label_at; /* top left of its box */
  int align;            /* of its lines within the box: -1 left, 0 middle, 1 right */
} WhenceGraphNode;

/* Whether a sign says what became of it between two dates, and where: at the side that pins and numbers leave
 * free, so that it covers little of the shape. */
gboolean whence_graph_node_has_sign (const WhenceGraphNode *node);
WhenceRect whence_graph_node_sign_box (const WhenceGraphNode *node);

/* Whether the point, relative to the centre, lies in the shape. */
gboolean whence_graph_shape_contains (WhenceShape shape, double radius, double x, double y);
/* The corners of a shape with straight sides, relative to the centre; 0 for round ones. At most 8. */
guint whence_graph_shape_corners (WhenceShape shape, double radius, WhencePoint *corners);

G_END_DECLS
