/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the canvas and its gestures share. */
#pragma once

#include "widgets/canvas.h"

G_BEGIN_DECLS

typedef struct _WhenceCanvasPrint WhenceCanvasPrint;

typedef enum
{
  WHENCE_DRAG_NONE,
  WHENCE_DRAG_PAN,
  WHENCE_DRAG_MARK,
  WHENCE_DRAG_BAND,
  WHENCE_DRAG_LASSO,
} WhenceCanvasDrag;

typedef struct
{
  WhenceDocument *document;
  gboolean has_scene, stale;
  GCancellable *building; /* not NULL while a worker builds */
  gint64 cost;            /* µs that the last scene took */
  gboolean busy;          /* there has been no scene for a while: say so */
  guint busy_source;
  guint rest_source;        /* the view moves; after a while it will be at rest */
  gboolean anew;            /* the facts, or their groups, are others than those of the scene */
  gboolean moved;           /* the scene is from where the view was before it moved */
  gboolean only_moved;      /* it is stale for no other reason, */
  gboolean for_view;        /* and so was the last one when a worker began the next */
  guint look;               /* counts up with the scene and with what is lit */
  WhenceCanvasPrint *print; /* the last one, or NULL */
  GCancellable *printing;   /* not NULL while a worker paints */
  WhenceCanvasPrint *faded; /* that before the last one, while it fades, or NULL */
  double fade;              /* how much of the last one is seen meanwhile, 0 … 1 */
  guint fade_tick;          /* its tick callback */
  gint64 fade_start;        /* µs of the frame clock */
  GPtrArray *marks;         /* WhenceMark: the visible ones, for assistive technology */
  guint marks_source;       /* an update of the marks is due */
  double pointer_x, pointer_y;
  GtkWidget *facts;          /* the popover, or NULL */
  GArray *listed;            /* WhenceRef: what it lists */
  int width, height;         /* for which the scene was asked */
  guint n_facts, n_entities; /* of the records that the scene speaks of */

  /* A drag: of the ground, of a mark, or of a rubber band. */
  WhenceRef dragged;
  WhenceCanvasDrag drag;
  double drag_x, drag_y;   /* where it began */
  double drag_dx, drag_dy; /* how far the ground has followed */
  WhenceRect band;         /* only while one is drawn */
  GArray *lasso;           /* WhencePoint; only while one is drawn */
  double pinch;            /* the scale that the pinch has reached */
  WhencePoint pinch_at;    /* between the fingers */

  double velocity_x, velocity_y; /* px/s of a kinetic pan */
  guint glide;                   /* its tick callback */
  gint64 glide_time;             /* µs of its last frame; 0: none yet */
  guint travel;                  /* that of a journey */
  gint64 travel_start;           /* µs of the frame clock; 0: before its first frame */
} WhenceCanvasPrivate;

WhenceCanvasPrivate *whence_canvas_private (WhenceCanvas *canvas);

/* canvas.c */
void whence_canvas_emit_scene_changed (WhenceCanvas *canvas);

/* canvas-draw.c */
void whence_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* canvas-scene.c */
void whence_canvas_update_scene (WhenceCanvas *canvas); /* only from size_allocate */
void whence_canvas_stop_building (WhenceCanvas *canvas);

/* canvas-print.c */
/* Whether the scene is too much for a frame. */
gboolean whence_canvas_needs_print (WhenceCanvas *canvas);
/* Shows the last print and sees to it that a new one is made if it is out of date. FALSE: there is none yet.
 */
gboolean whence_canvas_snapshot_print (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style);
void whence_canvas_drop_print (WhenceCanvas *canvas);
/* There will be another scene soon: what is being painted by this one is not waited for. */
void whence_canvas_give_up_print (WhenceCanvas *canvas);

/* canvas-facts.c */
void whence_canvas_present_facts (WhenceCanvas *canvas); /* only from size_allocate */
void whence_canvas_close_facts (WhenceCanvas *canvas);
void whence_canvas_drop_facts (WhenceCanvas *canvas);

/* canvas-gestures.c: clicks, pinch and pointer */
void whence_canvas_add_gestures (WhenceCanvas *canvas);
void whence_canvas_add_controller (WhenceCanvas *canvas, gpointer controller);
/* Does what only the view knows of; FALSE: nothing, so that @ref may be selected. */
gboolean whence_canvas_activate (WhenceCanvas *canvas, WhenceRef ref, int n_press);
/* What is at the point; nothing without a scene. */
WhenceRef whence_canvas_pick (WhenceCanvas *canvas, double x, double y);

/* canvas-drag.c: the ground, a mark, or a rubber band */
void whence_canvas_add_drags (WhenceCanvas *canvas);
/* The band being drawn, above everything else. */
void whence_canvas_snapshot_band (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style);

/* canvas-scroll.c: wheel, touch pad, and what glides on */
void whence_canvas_add_scrolling (WhenceCanvas *canvas);
void whence_canvas_glide (WhenceCanvas *canvas, double velocity_x, double velocity_y);
void whence_canvas_stop_glide (WhenceCanvas *canvas);

/* canvas-motion.c */
/* Whether the desktop lets things move. */
gboolean whence_canvas_animates (WhenceCanvas *canvas);
/* How far what lands softly is at @t of its time, both 0 … 1. */
double whence_canvas_ease_out (double t);

/* canvas-keys.c */
void whence_canvas_bind_keys (GtkWidgetClass *widget_class);

/* canvas-marks.c */
void whence_canvas_update_marks_later (WhenceCanvas *canvas);
void whence_canvas_place_marks (WhenceCanvas *canvas); /* only from size_allocate */
void whence_canvas_clear_marks (WhenceCanvas *canvas);
/* The mark of @ref, made if it is not there yet. Transfer none. */
GtkWidget *whence_canvas_get_mark (WhenceCanvas *canvas, WhenceRef ref);

/* Opens @ref where it stands for several. */
void whence_canvas_open (WhenceCanvas *canvas, WhenceRef ref);

G_END_DECLS
