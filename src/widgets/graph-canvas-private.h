/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make up the graph's canvas share. */
#pragma once

#include "paint/portraits.h"
#include "widgets/canvas.h"
#include "widgets/context-menu.h"
#include "widgets/graph-canvas.h"

G_BEGIN_DECLS

/* How far a layout is, shared with the worker. */
typedef struct
{
  gatomicrefcount ref_count;
  int part; /* per mille, atomic */
} WhenceLayoutProgress;

/* What a drag of the ground does without a key. */
typedef enum
{
  WHENCE_GROUND_MOVE,
  WHENCE_GROUND_RECTANGLE,
  WHENCE_GROUND_LASSO,
} WhenceGroundDrag;

typedef struct
{
  guint32 entity;
  WhencePoint grip; /* from the pointer to its centre */
} WhenceHeldNode;

/* A scene and where it looks. */
typedef struct
{
  WhenceGraphScene *scene;
  WhencePortraits *portraits;
  WhenceArrangement *arrangement;
  WhenceGraphView view;
  double width, height;
} WhenceHeldGraph;

struct _WhenceGraphCanvas
{
  WhenceCanvas parent_instance;
  WhenceGraphScene *scene;
  WhencePortraits *portraits;     /* of the scene */
  WhenceArrangement *arrangement; /* of the scene */
  WhenceGraphView scene_view, view;
  WhenceGraphView departure, destination; /* of a journey; at rest the destination is the view */
  double width, height;                   /* of the scene */
  gboolean chosen;                        /* the reader has chosen where to look */
  gboolean taking;                        /* the document is being told of our own layout */
  WhenceGraphScene *departed;             /* the scene that nodes come from while they travel, or NULL */
  WhenceCanvasPlace departed_at;          /* where it was in the px of the scene */
  WhenceGraphScene *between;              /* what is seen of that journey */
  WhenceLayoutProgress *progress;         /* of the layout that a worker makes, or NULL */
  guint progress_source;
  gint64 progress_start;
  gboolean follows; /* the x of a chronological graph is the timeline's */

  /* Nodes in the hand; NULL: none are. */
  WhenceLive *live;
  WhenceArrangement *lifted; /* as they were taken up */
  GArray *held;              /* WhenceHeldNode */
  guint live_tick;
  WhenceHeldGraph *carried_from; /* the picture that nodes are carried out of, or NULL */
  WhenceGraphScene *carried;     /* those, where they are now; NULL: none are */

  WhenceGroundDrag ground_drag;
  gboolean map; /* wanted where the picture is larger than the view */
  WhenceContextMenu menu;
  GActionGroup *actions;
  guint neighbourhood; /* tells one that is looked at from another; 0: none */
};

static inline WhenceDocument *
document_of (gpointer canvas)
{
  return whence_canvas_get_document (WHENCE_CANVAS (canvas));
}

/* graph-canvas-scene.c: what a worker makes */
void whence_graph_canvas_bind_scene (WhenceCanvasClass *klass);

/* graph-canvas-places.c: what is where */
void whence_graph_canvas_bind_places (WhenceCanvasClass *klass);
/* How the scene lies in the view. */
WhenceCanvasPlace whence_graph_canvas_get_place (WhenceGraphCanvas *self);
WhenceCanvasPlace whence_graph_canvas_place_of (WhenceGraphCanvas *self, const WhenceHeldGraph *held);
/* What is shown now. Transfer full. */
WhenceHeldGraph *whence_graph_canvas_hold (WhenceGraphCanvas *self);
void whence_held_graph_free (WhenceHeldGraph *held);
/* Where @ref is in the view, px; FALSE: nowhere. */
gboolean whence_graph_canvas_find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds);

/* graph-canvas-look.c: where the view looks */
void whence_graph_canvas_bind_look (WhenceCanvasClass *klass);
/* Sets out for @destination. */
void whence_graph_canvas_set_out (WhenceGraphCanvas *self, WhenceGraphView destination);

/* Looks at that position, at once. */
void whence_graph_canvas_look_at (WhenceGraphCanvas *self, double x, double y);

/* graph-canvas-motion.c: nodes on their way to another layout, and how far it is */
/* The scene is exchanged for another one: lets its nodes travel there. To be called before. */
void whence_graph_canvas_depart (WhenceGraphCanvas *self);
/* Sees to it that they do, once the new scene is there. */
void whence_graph_canvas_arrive (WhenceGraphCanvas *self);
void whence_graph_canvas_end_journey (WhenceGraphCanvas *self);
/* One frame of it; FALSE: nodes do not travel. */
gboolean whence_graph_canvas_move_nodes (WhenceGraphCanvas *self, double t);
WhenceLayoutProgress *whence_graph_canvas_start_progress (WhenceGraphCanvas *self);
void whence_graph_canvas_end_progress (WhenceGraphCanvas *self);
void whence_layout_progress_unref (WhenceLayoutProgress *progress);
void whence_layout_progress_set (double part, gpointer progress);
void whence_graph_canvas_install_progress (GObjectClass *object_class);

/* graph-canvas-drag.c: nodes in the hand, rectangle and lasso */
void whence_graph_canvas_bind_drag (WhenceCanvasClass *klass);
void whence_graph_canvas_stop_drag (WhenceGraphCanvas *self);

/* graph-canvas-carry.c: a drag over a picture of very many marks */
void whence_graph_canvas_bind_carry (WhenceCanvasClass *klass);
/* Whether nodes are carried over the picture instead of moving within it. */
gboolean whence_graph_canvas_carries (WhenceGraphCanvas *self);
/* Everybody is where @now says. */
void whence_graph_canvas_carry (WhenceGraphCanvas *self, const WhenceArrangement *now);
void whence_graph_canvas_end_carry (WhenceGraphCanvas *self);
/* A picture by @arrangement is shown: if it is what the hand has left, nothing needs to be carried. */
void whence_graph_canvas_seen (WhenceGraphCanvas *self, const WhenceArrangement *arrangement);

/* graph-canvas-menu.c */
void whence_graph_canvas_add_menu (WhenceGraphCanvas *self);
void whence_graph_canvas_bind_menu_keys (GtkWidgetClass *widget_class);
void whence_graph_canvas_add_choices (WhenceGraphCanvas *self, GActionMap *actions);

/* Tells that the view looks elsewhere, or at something else. */
void whence_graph_canvas_looked (WhenceGraphCanvas *self);

G_END_DECLS
