/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a graph scene is made of: flat arrays that the painter and picking walk through; and the passes that
 * fill them, one a file. */
#pragma once

#include "layout/arrangement-private.h"
#include "layout/graph-axis.h"
#include "layout/graph-edge.h"
#include "layout/graph-node.h"
#include "layout/graph-ties.h"
#include "layout/line-grid.h"
#include "layout/rect-grid.h"

G_BEGIN_DECLS

/* A node as lines see it: where they end. */
typedef struct
{
  WhencePoint at;
  double radius;
  WhenceShape shape; /* a circle where nobody could see the corners */
} WhenceGraphSpot;

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

/* --- The passes ---------------------------------------------------------------------------------- */

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

/* --- Lines -------------------------------------------------------------------------------------- */

/* Spreads the ends of all edges along the borders of their shapes; curves run from middle to middle. */
void whence_graph_spread_ends (WhenceGraphScene *scene);
/* The straight line of @edge, which is alone between its nodes; in a dense scene it ends at their shapes. */
void whence_graph_draw_straight (const WhenceGraphScene *scene, WhenceGraphEdge *edge);
/* Cuts the curve of @edge at the borders of its shapes, and puts its arrow there. */
void whence_graph_end_edge (const WhenceGraphScene *scene, WhenceGraphEdge *edge);

G_END_DECLS
