/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an arrangement and a graph scene are made of: flat arrays that the painter and picking walk through.
 */
#pragma once

#include "layout/curve.h"
#include "layout/graph-scene.h"
#include "layout/graph.h"
#include "layout/line-grid.h"
#include "layout/organic.h"
#include "layout/rect-grid.h"
#include "layout/time-axis.h"
#include "model/evidence.h"

G_BEGIN_DECLS

/* --- Arrangement --------------------------------------------------------------------------------- */

struct _WhenceArrangement
{
  gatomicrefcount ref_count;
  WhenceGraph *graph;
  WhenceLayoutKind layout;
  WhenceFaith faith;
  guint32 seed, focus;
  guint32 center;          /* entity in the middle (concentric), or WHENCE_NONE */
  WhenceKnownBy *known_by; /* whose part is laid out, where places say something; NULL: everybody is */
  WhencePoint *at;         /* of each node */
  guint8 *pinned;          /* of each node */
  gboolean settled;        /* these places were given, and do not depend on the room that there is */

  /* Chronological only; otherwise NULL and 0. */
  guint8 *undated;     /* of each node: 1: x is the number of its column beside the axis */
  guint32 n_columns;   /* of those */
  WhenceTimeView time; /* what the x of the others is, in units */
};

/* Instead of 0 or 1 in @undated: it was not known, and is not drawn. */
#define WHENCE_NO_PLACE 2

/* A copy to change, with a count of its own. */
WhenceArrangement *whence_arrangement_copy (const WhenceArrangement *arrangement);
/* The shape of each node, with @degree ties, and, where there are not too many, its name. Transfer full. */
WhenceRect *whence_arrangement_measure_boxes (const WhenceGraph *graph, const WhenceBundle *told,
                                              const guint32 *degree, const WhenceMeasure *measure);

/* Fills in where nodes were in @previous, by id when it is of another bundle, and whether they were pinned.
 */
void whence_arrangement_recall (WhenceArrangement *arrangement, const WhenceArrangement *previous,
                                guint8 *known);
/* The same from the positions that the bundle saves; they count as pinned. Returns how many there are. */
guint32 whence_arrangement_recall_saved (WhenceArrangement *arrangement, guint8 *known);
/* Places those that are not @known among those that are, which stay. */
void whence_arrangement_place_newcomers (WhenceArrangement *arrangement, const WhenceRect *boxes,
                                         guint8 *known);

/* The nodes that were known, and the known ties between them, numbered anew. */
typedef struct
{
  guint32 n;
  guint32 *node;  /* of the graph, by number here */
  guint32 *place; /* number here by node of the graph, or WHENCE_NONE */
  WhenceRect *boxes;
  WhenceNet *net;
} WhencePart;

/* Whether where somebody stands says something that sources say, too. */
gboolean whence_layout_tells (WhenceLayoutKind layout);
/* Transfer full. */
WhencePart *whence_part_new (const WhenceGraph *graph, const WhenceKnownBy *known_by,
                             const WhenceRect *boxes);
void whence_part_free (WhencePart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhencePart, whence_part_free)

/* @part may be NULL: all of the graph. */
static inline guint32
whence_part_get_node (const WhencePart *part, guint32 i)
{
  return part != NULL ? part->node[i] : i;
}

static inline guint32
whence_part_get_place (const WhencePart *part, guint32 node)
{
  return part != NULL ? part->place[node] : node;
}

/* Positions for all nodes of @part, which @problem is of, by the layout that @request names. FALSE only when
 * cancelled. */
gboolean whence_arrangement_lay_out (WhenceArrangement *arrangement, const WhenceArrangeRequest *request,
                                     const WhencePart *part, const WhenceOrganic *problem, WhencePoint *at,
                                     GCancellable *cancellable);
/* The same in time (chronological only) into @arrangement, from places that are @known there (NULL: none). */
gboolean whence_arrangement_lay_out_in_time (WhenceArrangement *arrangement, const WhencePart *part,
                                             const WhenceOrganic *problem, const guint8 *known,
                                             GCancellable *cancellable);

/* --- Time on the x axis --------------------------------------------------------------------------- */

/* Where a node is, px. */
WhencePoint whence_arrangement_to_px (const WhenceArrangement *arrangement, WhenceGraphView view,
                                      double width, double height, guint32 node);
/* px that the columns of those without a date take at the right. */
double whence_arrangement_get_side (const WhenceArrangement *arrangement, double width);
/* The view in which the nodes at @at with these boxes fill the room below the axis and beside the columns;
 * those without a date have NaN as x. */
WhenceGraphView whence_arrangement_fit_time (const WhenceArrangement *arrangement, const WhencePoint *at,
                                             const WhenceRect *boxes, guint32 n, double width, double height);

/* --- Nodes --------------------------------------------------------------------------------------- */

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

/* --- Edges --------------------------------------------------------------------------------------- */

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

/* What an edge is before it has a place. */
typedef struct
{
  guint32 fact;
  guint32 from, to; /* indices of scene nodes */
  guint8 spoke, arrow, negated;
  guint8 activity, change, support; /* WhenceActivity, WhenceChange, WhenceSupport */
  guint8 alone;                     /* the only one between two nodes */
  const char *role;                 /* belongs to the bundle */
  double importance;
  double weight; /* 0 … 1: of the amount in its width; below 0: none */
} WhenceSceneTie;

/* An edge by its two nodes. */
typedef struct
{
  guint32 low, high, edge;
} WhenceScenePair;

/* What scenes of one graph share that look elsewhere. */
struct _WhenceSceneTies
{
  gatomicrefcount ref_count;
  WhenceScope *scope;
  WhenceGraph *graph;
  WhenceGraphSubset *subset; /* NULL: everybody */
  gboolean negated;          /* those that are said not to be are among them */
  WhenceSceneTie *ties;      /* in the order of their facts */
  guint32 n_ties;
  WhenceScenePair *pairs; /* by pair, then from what matters most, then by edge */
  guint32 *runs;          /* first of each of those pairs that is not alone */
  guint32 n_runs;
  guint32 *n_facts;     /* ties at each scene node that are said to be */
  guint8 *changes;      /* WhenceChange of each scene node that is an entity; NULL: nothing is compared */
  const char *currency; /* in which weights compare amounts, or NULL */
  guint n_foreign;      /* ties whose amount is in another */
  gboolean uniform, unsourced;
};

/* A node as lines see it: where they end. */
typedef struct
{
  WhencePoint at;
  double radius;
  WhenceShape shape; /* a circle where nobody could see the corners */
} WhenceGraphSpot;

/* @before if it is that of @scene, whose nodes are listed, or a new one; @before may be NULL. Transfer full.
 */
WhenceSceneTies *whence_scene_ties_get (WhenceSceneTies *before, const WhenceGraphScene *scene,
                                        const guint32 *scene_node);

/* Spreads the ends of all edges along the borders of their shapes; curves run from middle to middle. */
void whence_graph_spread_ends (WhenceGraphScene *scene);
/* The straight line of @edge, which is alone between its nodes; in a dense scene it ends at their shapes. */
void whence_graph_draw_straight (const WhenceGraphScene *scene, WhenceGraphEdge *edge);
/* Cuts the curve of @edge at the borders of its shapes, and puts its arrow there. */
void whence_graph_end_edge (const WhenceGraphScene *scene, WhenceGraphEdge *edge);

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

/* Over a chronological graph. */
typedef struct
{
  WhenceAxis ticks;
  WhenceTimeView view;
  double width;            /* px; from there on stand those without a date */
  WhenceTextBlock heading; /* over these; without lines: there are none */
} WhenceGraphAxis;

/* NULL for other arrangements. */
WhenceGraphAxis *whence_graph_axis_new (const WhenceArrangement *arrangement,
                                        const WhenceGraphRequest *request);
void whence_graph_axis_free (WhenceGraphAxis *axis);

struct _WhenceGraphScene
{
  gatomicrefcount ref_count;
  WhenceScope *scope;
  WhenceGraph *graph;
  const guint32 *degree; /* ties at each node of the graph, shown or not, but for what was not known */
  guint32 *known_degree; /* that, where it is not the graph's own */
  WhenceGraphLook *look; /* of this bundle, or NULL */
  double width, height;
  WhenceGraphSubset *subset; /* NULL: everybody */
  WhenceGraphNode *nodes;    /* the entities that are shown in their order, then the nodes of such facts */
  guint32 n_nodes;
  WhenceGraphSpot *spots; /* of nodes, while their lines are drawn; else NULL */
  WhenceSceneTies *ties;  /* of the edges, by their number */
  WhenceGraphEdge *edges;
  guint32 n_edges;
  guint32 *node_of_entity;    /* scene node of each entity that is shown, WHENCE_NONE elsewhere */
  guint32 *node_of_fact;      /* scene node of each fact that has one, WHENCE_NONE elsewhere */
  gboolean negated;           /* ties that are said not to be so are drawn */
  const char *currency;       /* in which widths compare amounts, or NULL */
  gboolean uniform;           /* all ties are of one type: which is said once, in the legend */
  gboolean unsourced;         /* no tie has a source: the lines are plain, and the legend says so */
  double line_opacity;        /* of what is not lit; below 1 only where dense */
  gboolean dense;             /* so many lines that they are hairlines without arrows, dashes and signs */
  WhenceRectGrid *node_grid;  /* bounds of nodes, for picking; or NULL */
  WhenceRectGrid *label_grid; /* names (id: node) and words (id: n_nodes + edge), for picking; or NULL */
  WhenceLineGrid *line_grid;  /* edges that have a line of their own */
  guint64 work;               /* comparisons that its grids have made, for tests */
  WhenceGraphOmitted omitted;
  WhenceGraphScene *lender; /* of the words and of all that does not move, of a frame between two scenes
                                 or of what is carried out of one */
  WhenceGraphScene *left;   /* what is carried, as it stood before; NULL: nothing is */
  WhenceLayoutKind layout;
  guint32 center;        /* of the rings (concentric) */
  WhenceGraphAxis *axis; /* or NULL */
};

/* Edges or nodes from which on a pass is worth a second thread. */
#define WHENCE_GRAPH_LEAST_PART 4000

/* --- The passes of a scene, one a file ----------------------------------------------------------- */

/* For @n things the scene nodes of none of them. Transfer full. */
guint32 *whence_graph_no_nodes (guint n);
/* The nodes of @scene, in the sizes of @zoom. */
void whence_graph_list_nodes (WhenceGraphScene *scene, const WhenceGraphRequest *request,
                              const WhenceArrangement *arrangement, double zoom);
/* The same where all have room, with all but their names. */
void whence_graph_fill_nodes (WhenceGraphScene *scene, const WhenceMeasure *measure);
/* Zoomed far out, nodes shrink so that they do not cover one another. */
void whence_graph_shrink_crowded (WhenceGraphScene *scene);
/* A little more than the picture, so that nodes at its border know who is beside them. */
WhenceRect whence_graph_area_of (const WhenceGraphScene *scene);
/* The node with some room around. */
WhenceRect whence_graph_room_of (const WhenceGraphNode *node);
/* Whether any of its shape is in the picture. */
gboolean whence_graph_node_is_visible (const WhenceGraphScene *scene, const WhenceGraphNode *node);
/* Whether the scope shows @fact as a tie. */
gboolean whence_graph_scene_draws (const WhenceGraphScene *scene, guint32 fact);
/* What the ties of @scene, at @zoom, make of it before they are edges, dense among others. Returns the part
 * of its width that each keeps. */
double whence_graph_thin_edges (WhenceGraphScene *scene, double zoom);
/* Edges, with their width and weight, for the ties; where none of them bows, straight ones have their lines.
 */
void whence_graph_list_edges (WhenceGraphScene *scene, double zoom, double part);
/* Names of the visible nodes that matter most; counts the others as unlabelled. */
void whence_graph_measure_names (WhenceGraphScene *scene, const WhenceMeasure *measure);
/* How many of the visible nodes that would leave without a name before any place is sought. */
guint whence_graph_count_untried (const WhenceGraphScene *scene);
/* Curves for all other edges, and the grid of them: parallel ones fan out, single ones bow around nodes in
 * their way; with @named around names where they stand, else where they would like to. */
void whence_graph_route_edges (WhenceGraphScene *scene, gboolean named);
/* Curves for the @n edges of @pair, which come from the one that matters most. @obstacles: what may be in
 * their way; NULL: they do not bow. */
void whence_graph_route_pair (WhenceGraphScene *scene, const WhenceRectGrid *obstacles,
                              const WhenceScenePair *pair, guint n);
/* Whether there are so few edges that they bow. */
gboolean whence_graph_bows_edges (const WhenceGraphScene *scene);
/* Places of names, then of edge labels, so that nothing covers anything. FALSE when cancelled. */
gboolean whence_graph_place_labels (WhenceGraphScene *scene, const WhenceMeasure *measure,
                                    GCancellable *cancellable);

G_END_DECLS
