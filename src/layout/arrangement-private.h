/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an arrangement is made of, and the passes that lay one out. Places are in abstract units, at scale 1
 * a px. */
#pragma once

#include "layout/graph-scene.h"
#include "layout/graph.h"
#include "layout/organic.h"

G_BEGIN_DECLS

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

/* Everybody at 0, 0. @graph: transfer full. */
WhenceArrangement *whence_arrangement_alloc (WhenceGraph *graph);
/* A copy to change, with a count of its own. */
WhenceArrangement *whence_arrangement_copy (const WhenceArrangement *arrangement);
/* The shape of each node, with @degree ties, and, where there are not too many, its name. Transfer full. */
WhenceRect *whence_arrangement_measure_boxes (const WhenceGraph *graph, const WhenceBundle *told,
                                              const guint32 *degree, const WhenceMeasure *measure);

/* How much farther apart than others the two of each edge of the net stand: pairs with several facts, and
 * with amounts that want to be read. Transfer full. */
WhenceOrganicEdge *whence_arrangement_measure_edges (const WhenceGraph *graph);
#define WHENCE_GRAPH_MOST_LABELLED 420 /* nodes: beyond, names come with zoom, without room of their own */

/* Whether everybody stays where they were in @request->previous (NULL: FALSE). */
gboolean whence_arrangement_keeps_places (const WhenceArrangement *now, const WhenceArrangeRequest *request);
/* Fills in where nodes were in @previous, by id when it is of another bundle, and whether they were pinned.
 */
void whence_arrangement_recall (WhenceArrangement *arrangement, const WhenceArrangement *previous,
                                guint8 *known);
/* The same from the positions that the bundle saves; they count as pinned. Returns how many there are. */
guint32 whence_arrangement_recall_saved (WhenceArrangement *arrangement, const WhenceBundle *bundle,
                                         guint8 *known);
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

G_END_DECLS
