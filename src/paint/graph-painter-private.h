/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What painting ties and painting entities share. */
#pragma once

#include "model/teller.h"
#include "paint/graph-painter.h"
#include "paint/graph-shapes.h"

G_BEGIN_DECLS

typedef struct
{
  const WhenceGraphPaint *paint;
  const WhenceGraphScene *scene;
  const WhenceStyle *style;
  WhencePen *pen;
  WhencePath *path;
  WhenceRect area;      /* what is painted */
  WhenceTeller *teller; /* NULL: the pen names nothing */
} WhenceGraphInk;

gboolean whence_graph_meets_view (const WhenceGraphInk *ink, WhenceRect rect);

/* What is lit of a fact, or of the other one of its pair, which is not drawn. */
guint whence_graph_lit_fact (const WhenceGraphInk *ink, guint32 fact);

/* One opacity group for all that is dimmed, when what is not lit is drawn: one for each mark would cost a
 * picture each. */
void whence_graph_push_dimmed (const WhenceGraphInk *ink, gboolean lit_ones);
void whence_graph_pop_dimmed (const WhenceGraphInk *ink, gboolean lit_ones);

/* Facts that are lit, or those that are not: their lines, and the nodes of those with further participants.
 */
void whence_graph_paint_ties (const WhenceGraphInk *ink, gboolean lit_ones);

/* A group for the mark of a fact, and of @n_more that share its line. @kind: "fact" for the mark itself;
 * "sign" and "words" for what stands above the marks of others, and so cannot be in that group. */
void whence_graph_push_fact (const WhenceGraphInk *ink, guint32 fact, guint n_more, const char *kind,
                             const char *css_class);
void whence_graph_paint_tie (const WhenceGraphInk *ink, const WhenceGraphEdge *edge, guint lit);
void whence_graph_paint_fact_node (const WhenceGraphInk *ink, const WhenceGraphNode *node, guint lit);
/* Where the scene is dense. */
WhenceHairline whence_graph_hairline_of (const WhenceGraphInk *ink, const WhenceGraphEdge *edge);
/* graph-painter-dense.c: those that are not lit, without groups. */
void whence_graph_paint_hairlines (const WhenceGraphInk *ink);

/* What belongs to the axis of a chronological graph: behind everything, and over it. */
void whence_graph_paint_axis_lines (const WhenceGraphInk *ink);
void whence_graph_paint_axis (const WhenceGraphInk *ink);

/* Names and words that have no room, of what is asked for. */
void whence_graph_paint_overlays (const WhenceGraphInk *ink);

/* What became of it between two dates. */
void whence_graph_paint_node_change (const WhenceGraphInk *ink, const WhenceGraphNode *node);

/* graph-painter-hand.c */
void whence_graph_paint_hand (const WhenceGraphInk *ink, const WhenceGraphNode *node);

G_END_DECLS
