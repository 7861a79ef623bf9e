/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph as geometry. Two steps: an arrangement (where each node is, in abstract units, from a layout,
 * saved or dragged) and, for a zoom, a scene: shapes, edges routed between them, labels that overlap nothing.
 */
#pragma once

#include <gio/gio.h>

#include "layout/graph-look.h"
#include "layout/graph-subset.h"
#include "layout/live.h"
#include "layout/organic.h"
#include "layout/scope.h"
#include "layout/text.h"
#include "layout/timeline-scene.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_LAYOUT_ORGANIC,
  WHENCE_LAYOUT_CONCENTRIC,
  WHENCE_LAYOUT_LAYERED, /* owners above what they own */
  WHENCE_LAYOUT_COMMAND, /* the same by who works where and sits on which board */
  WHENCE_LAYOUT_CHRONOLOGICAL,
  WHENCE_LAYOUT_SAVED,
} WhenceLayoutKind;

/* Nodes of the graph are the entities of the bundle (node i is entity i for i < n_entities) and, after them,
 * one small node for each fact with further participants, or with participants but only one of the pair. */
typedef struct _WhenceArrangement WhenceArrangement;

typedef struct
{
  WhenceScope *scope;
  WhenceLayoutKind layout;
  guint32 seed;
  double aspect;                     /* width : height of the room there is */
  const WhenceArrangement *previous; /* positions to start from and keep in mind, or NULL */
  guint32 focus;                     /* entity in the centre (concentric), or WHENCE_NONE */
  WhenceMeasure measure;
  WhenceFaith faith;           /* of the organic layout */
  WhenceProgressFunc progress; /* of laying out, from the calling thread; or NULL */
  gpointer progress_data;
} WhenceArrangeRequest;

/* Deterministic: the same request gives the same positions bit by bit. NULL only when cancelled. Transfer
 * full. */
WhenceArrangement *whence_arrangement_new (const WhenceArrangeRequest *request, GCancellable *cancellable);
WhenceArrangement *whence_arrangement_ref (WhenceArrangement *arrangement);
/* After an edit: the same places for the records of the bundle that @scope has now; itself if that is its
 * own. Where places say something, by another date by which things are to be known: laid out anew. NULL only
 * when cancelled. Transfer full. */
WhenceArrangement *whence_arrangement_follow (WhenceArrangement *arrangement, WhenceScope *scope,
                                              double aspect, const WhenceMeasure *measure,
                                              GCancellable *cancellable);
/* Whether they are of what was known by different dates, and places say something. */
gboolean whence_arrangement_is_of_other_date (const WhenceArrangement *a, const WhenceArrangement *b);
void whence_arrangement_unref (WhenceArrangement *arrangement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceArrangement, whence_arrangement_unref)

/* A copy with one entity moved; it counts as pinned from then on. Transfer full. */
WhenceArrangement *whence_arrangement_move (const WhenceArrangement *arrangement, guint32 entity, double x,
                                            double y);
/* A copy in which some entities are pinned, or no longer. Transfer full. */
WhenceArrangement *whence_arrangement_pin (const WhenceArrangement *arrangement, const guint32 *entities,
                                           guint n, gboolean pinned);
gboolean whence_arrangement_is_pinned (const WhenceArrangement *arrangement, guint32 entity);
WhencePoint whence_arrangement_get_position (const WhenceArrangement *arrangement, guint32 entity);

/* Whether one for a room of any other aspect would be the same. */
gboolean whence_arrangement_suits_any_room (const WhenceArrangement *arrangement);
WhenceLayoutKind whence_arrangement_get_layout (const WhenceArrangement *arrangement);
WhenceFaith whence_arrangement_get_faith (const WhenceArrangement *arrangement);
guint32 whence_arrangement_get_focus (const WhenceArrangement *arrangement);

/* The arrangement in the hand: its nodes, sizes and pins, to drag with. The number of a fact's node there is
 * that of its place after the entities. Who was not known by the date of @scope stays out of it. Transfer
 * full. */
WhenceLive *whence_arrangement_take_up (const WhenceArrangement *arrangement, const WhenceScope *scope,
                                        const WhenceMeasure *measure);
/* A copy in which everything stands, and is pinned, as in @live, which was made from @arrangement. Transfer
 * full. */
WhenceArrangement *whence_arrangement_put_down (const WhenceArrangement *arrangement, const WhenceLive *live);

/* Where the view looks: px = (position - center) * scale + (width/2, height/2); in x, @scale counts @stretch
 * times (0: once). */
typedef struct
{
  double center_x, center_y;
  double scale;
  double stretch;
} WhenceGraphView;

WhencePoint whence_graph_view_to_px (WhenceGraphView view, double width, double height, WhencePoint position);
WhencePoint whence_graph_view_from_px (WhenceGraphView view, double width, double height, WhencePoint px);
WhenceGraphView whence_graph_view_zoom (WhenceGraphView view, double width, double height, WhencePoint px,
                                        double factor);

/* What time the x of a chronological arrangement is, px; FALSE: it is not. */
gboolean whence_graph_view_get_time (WhenceGraphView view, double width, const WhenceArrangement *arrangement,
                                     WhenceTimeView *time);
/* The view whose x is @time; that of another arrangement stays as it is. */
WhenceGraphView whence_graph_view_over_time (WhenceGraphView view, double width,
                                             const WhenceArrangement *arrangement, WhenceTimeView time);

/* What a scene is made for. What that does not need is not made. */
typedef enum
{
  WHENCE_GRAPH_TO_HANDLE, /* painted, picked from and moved in */
  WHENCE_GRAPH_TO_PAINT,  /* nothing is picked from it */
  WHENCE_GRAPH_TO_COUNT,  /* where dense, only what a key to it explains: no lines, and of names only how many
                             are not even tried; else as WHENCE_GRAPH_TO_PAINT */
} WhenceGraphPurpose;

/* What scenes of the same graph have in common, wherever they look. Immutable, shared between threads. */
typedef struct _WhenceSceneTies WhenceSceneTies;
WhenceSceneTies *whence_scene_ties_ref (WhenceSceneTies *ties);
void whence_scene_ties_unref (WhenceSceneTies *ties);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceSceneTies, whence_scene_ties_unref)

typedef struct
{
  WhenceScope *scope;
  WhenceGraphSubset *subset; /* of the same bundle; NULL: everybody */
  WhenceArrangement *arrangement;
  WhenceGraphView view;
  double width, height;
  WhenceMeasure measure;
  WhenceGraphLook *look; /* NULL: sizes by degree, colours by type */
  gboolean negated;      /* ties that are said not to be so are drawn too, struck through */
  WhenceGraphPurpose purpose;
  WhenceSceneTies *ties; /* of a scene before, to save time where it is of the same; or NULL */
} WhenceGraphRequest;

typedef struct _WhenceGraphScene WhenceGraphScene;

/* NULL only when cancelled. Transfer full. */
WhenceGraphScene *whence_graph_scene_new (const WhenceGraphRequest *request, GCancellable *cancellable);
guint whence_graph_scene_get_n_marks (const WhenceGraphScene *scene); /* nodes and ties */
/* For the next one. Transfer none. */
WhenceSceneTies *whence_graph_scene_get_ties (const WhenceGraphScene *scene);
WhenceGraphScene *whence_graph_scene_ref (WhenceGraphScene *scene);
void whence_graph_scene_unref (WhenceGraphScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceGraphScene, whence_graph_scene_unref)

/* The frame at @t (0 … 1) on the way from @a to @b, for painting only. What is px x in @a is scale · x +
 * shift in
 * @b. Nodes are matched by id; those that are in @b alone are there at once. Transfer full. */
WhenceGraphScene *whence_graph_scene_between (const WhenceGraphScene *a, double scale, WhencePoint shift,
                                              WhenceGraphScene *b, double t);

/* For painting only: what stands elsewhere in @now, by what one sees in @view, which is that of @scene; with
 * its neighbours and the lines between. Where very many moved, those that did so the farthest. Transfer full.
 */
WhenceGraphScene *whence_graph_scene_carried (WhenceGraphScene *scene, WhenceGraphView view,
                                              const WhenceArrangement *now);

/* The view that shows every node of @subset with its label. */
WhenceGraphView whence_graph_fit (WhenceScope *scope, const WhenceGraphSubset *subset,
                                  const WhenceArrangement *arrangement, double width, double height,
                                  const WhenceMeasure *measure);

typedef struct
{
  guint32 entity; /* WHENCE_NONE if the point is on no entity */
  guint32 fact;   /* the edge or fact node there, or WHENCE_NONE */
} WhenceGraphHit;
WhenceGraphHit whence_graph_scene_pick (const WhenceGraphScene *scene, double x, double y);
gboolean whence_graph_scene_find_entity (const WhenceGraphScene *scene, guint32 entity, WhenceRect *bounds);
gboolean whence_graph_scene_find_fact (const WhenceGraphScene *scene, guint32 fact, WhenceRect *bounds);

/* How many facts the line of @fact stands for; 0: the line is that of another one, with which it shares it.
 */
guint whence_graph_scene_count_on_line (const WhenceGraphScene *scene, guint32 fact);
/* The facts that share a line with @fact, in their order; NULL if it has a line, or more, of its own.
 * O(edges). Transfer full. */
guint32 *whence_graph_scene_list_line (const WhenceGraphScene *scene, guint32 fact, guint *n_facts);

/* The entities whose centre lies within the polygon (px), by the even-odd rule, as an array of guint32.
 * O(nodes · corners). Transfer full. */
GArray *whence_graph_scene_list_within (const WhenceGraphScene *scene, const WhencePoint *corners, guint n);

/* The neighbour (by an edge) of @entity that lies most in direction (dx, dy), or WHENCE_NONE; from
 * WHENCE_NONE: the node with the highest degree. */
guint32 whence_graph_scene_step (const WhenceGraphScene *scene, guint32 entity, int dx, int dy);

/* Why facts and names of the scope are not in the picture. */
typedef struct
{
  guint n_single;     /* facts with one participant: no tie */
  guint n_negated;    /* negated facts are no edge, unless asked for */
  guint n_inactive;   /* not yet, or no longer, at the as-of date */
  guint n_hidden;     /* by a filter */
  guint n_unknown;    /* by the date by which things are to be known */
  guint n_beyond;     /* ties of which no two ends are in the subset */
  guint n_entities;   /* entities that are not in the subset */
  guint n_strangers;  /* entities of whom nothing was known by then */
  guint n_plain;      /* ties drawn as mere lines among very many: direction and evidence at deeper zoom */
  guint n_foreign;    /* ties whose amount is in another currency than widths compare: of neutral width */
  guint n_unlabelled; /* nodes whose name has no room: on hover and at deeper zoom */
} WhenceGraphOmitted;
WhenceGraphOmitted whence_graph_scene_get_omitted (const WhenceGraphScene *scene);

G_END_DECLS
