/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edge of a graph scene: its line, its signs and its words. Lengths are px. */
#pragma once

#include "layout/curve.h"
#include "layout/graph-scene.h"
#include "layout/graph.h"
#include "model/evidence.h"

G_BEGIN_DECLS

/* A cubic curve that ends at the borders of both shapes; with an arrow it ends at the arrow's base. */
typedef struct
{
  guint32 fact;
  guint32 from, to;  /* indices of scene nodes */
  guint32 n_on_line; /* facts that its line stands for; 0: another edge's line stands for this one too */
  gboolean spoke, arrow;
  gboolean negated; /* said not to be so */
  const char *role;
  WhenceActivity activity;
  WhenceChange change;            /* NONE: no dates are compared */
  guint32 n_of[WHENCE_N_CHANGES]; /* of its line, where that stands for several facts */
  WhenceSupport support;
  double width; /* px */
  WhencePoint curve[4];
  WhencePoint tip, heading; /* of the arrow; heading is a unit vector */
  WhenceRect bounds;
  WhenceTextBlock label;
  gboolean labelled;
  WhencePoint label_at; /* top left */
  double gap0,
    gap1; /* stretch of the curve (t) that the label stands on and the line leaves out; equal: none */
  WhencePoint sign_at; /* middle of the sign of dispute, where there is one */
  gboolean glyphed;    /* there is room for the sign of what it is about, which no words tell */
  gboolean glyph_small;
  WhencePoint glyph_at;
  double importance; /* for the room that labels compete for */
} WhenceGraphEdge;

/* A line whose ends moved by @from and @to keeps its shape and follows them; its words stay away. */
void whence_graph_edge_follow (WhenceGraphEdge *edge, WhencePoint from, WhencePoint to);

/* What can be written on the edge, the longest wording first; lines are separated by "\n". Transfer full. */
GPtrArray *whence_graph_edge_wordings (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
/* Whether the words that stand there say what the fact is about, and not only how much or in which role. */
gboolean whence_graph_edge_says_type (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
/* Whether anything can be: a line that stands for other facts too says how many. O(1) but for the words. */
gboolean whence_graph_edge_has_words (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
void whence_graph_edge_wording_init (WhenceTextBlock *label, const char *wording,
                                     const WhenceMeasure *measure);

/* Whether its amount makes the line of @edge wider. */
gboolean whence_graph_edge_has_weight (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
/* Whether a sign stands on the line of @edge: that it is disputed, or said not to be so, or what became of it
 * between two dates. */
gboolean whence_graph_edge_has_sign (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
gboolean whence_graph_edge_has_change_sign (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
#define WHENCE_GRAPH_SIGN 5.0   /* px: half the sign of dispute */
#define WHENCE_GRAPH_CHANGE 6.0 /* px: half the sign of a change */
#define WHENCE_GRAPH_GLYPH 4.5  /* px: half the sign of what a tie is about */
#define WHENCE_GRAPH_SMALL_GLYPH 3.4
/* Of an edge that has it, with a px around. */
WhenceRect whence_graph_edge_glyph_box (const WhenceGraphEdge *edge);
/* All of its signs, with a px around. */
WhenceRect whence_graph_edge_sign_box (const WhenceGraphScene *scene, const WhenceGraphEdge *edge);
#define WHENCE_GRAPH_ARROW_LENGTH(width) (3.2 + 2.2 * (width))

G_END_DECLS
