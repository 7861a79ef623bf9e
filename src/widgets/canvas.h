/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas: draws a scene of a document and lets hands and assistive technology at it. It owns what both
 * views have in common: gestures (pan, zoom about the pointer, pinch, hover, select, drag), keys, tooltips,
 * one light child widget for each visible mark, and the worker that builds scenes. A view says what is where.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "paint/pen.h"
#include "paint/style.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_CANVAS (whence_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (WhenceCanvas, whence_canvas, WHENCE, CANVAS, GtkWidget)

typedef struct
{
  const WhenceStyle *style;
  const WhenceHighlight *highlight;
  double width, height;
  WhenceRect
    area; /* of something held: the part that is wanted, in its px, within its width and height or beyond */
} WhenceCanvasPaint;

/* How a view gets to where it is told to look. */
typedef enum
{
  WHENCE_MOTION_FOLLOW, /* a hand is on it: at once */
  WHENCE_MOTION_TRAVEL, /* a step: it travels there, unless the desktop has animations off */
} WhenceMotion;

/* How something painted lies in the view: px = scale × its px + (dx, dy). */
typedef struct
{
  double scale, dx, dy;
} WhenceCanvasPlace;

struct _WhenceCanvasClass
{
  GtkWidgetClass parent_class;

  /* --- The scene, built in a worker from an immutable request --- */

  /* What is to be built for @width × @height; NULL: nothing. Transfer full. */
  gpointer (*make_request) (WhenceCanvas *canvas, double width, double height);
  void (*free_request) (gpointer request);
  /* In any thread. NULL only when cancelled. Transfer full. */
  gpointer (*build) (gpointer request, GCancellable *cancellable);
  /* Paints @scene, the answer to @request, as its first frame will, in any thread, which makes the masks of
   * its words; may be NULL. */
  void (*rehearse) (gpointer request, gpointer scene, const WhenceCanvasPaint *paint, WhencePen *pen);
  /* The answer to @request; NULL: drop the scene. Takes over @scene. */
  void (*take_scene) (WhenceCanvas *canvas, gpointer request, gpointer scene);
  void (*free_scene) (gpointer scene);

  /* --- What is where (px of the widget); only called while there is a scene --- */

  void (*paint) (WhenceCanvas *canvas, const WhenceCanvasPaint *paint, WhencePen *pen);
  /* For pictures of so many marks that no frame can wait for them; NULL: there are none. What is held of the
   * scene is immutable, and painted in any thread. Transfer full. */
  gpointer (*hold) (WhenceCanvas *canvas);
  void (*release) (gpointer held);
  void (*paint_held) (gpointer held, const WhenceCanvasPaint *paint, WhencePen *pen);
  WhenceCanvasPlace (*place_held) (WhenceCanvas *canvas, gpointer held); /* where the view looks now */
  /* From now on a picture of @held is shown; may be NULL. */
  void (*shown) (WhenceCanvas *canvas, gpointer held);
  /* Whether a hand carries marks over the picture, which is dimmed meanwhile, and those marks; both NULL: it
   * never does. */
  gboolean (*carries) (WhenceCanvas *canvas);
  void (*paint_carried) (WhenceCanvas *canvas, const WhenceCanvasPaint *paint, WhencePen *pen);
  WhenceRef (*pick) (WhenceCanvas *canvas, double x, double y);
  gboolean (*find) (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds);
  /* Where an arrow key leads from @ref (or from nothing). */
  WhenceRef (*step) (WhenceCanvas *canvas, WhenceRef ref, int dx, int dy);
  /* Fills @refs with what can be seen, at most @max, and returns how many. */
  guint (*list) (WhenceCanvas *canvas, WhenceRef *refs, guint max);
  /* What a tooltip and assistive technology say. Transfer full. */
  char *(*describe) (WhenceCanvas *canvas, WhenceRef ref);
  /* For what is neither fact nor entity, such as a cluster: what a click (the n-th of a series) or a key (0)
   * does. FALSE: nothing of its own. May be NULL. */
  gboolean (*activate) (WhenceCanvas *canvas, WhenceRef ref, int n_press);
  /* For what is not even that; both may be NULL. The tooltip is transfer full, or NULL; the n-th click of a
   * series says whether it was taken. */
  char *(*describe_ground) (WhenceCanvas *canvas, double x, double y);
  gboolean (*click_ground) (WhenceCanvas *canvas, double x, double y, int n_press);
  /* Of what opens and closes, FALSE or TRUE; of anything else -1. NULL: nothing does. */
  int (*is_expanded) (WhenceCanvas *canvas, WhenceRef ref);

  /* --- Where the view looks: whoever travels calls whence_canvas_travel() --- */

  void (*pan) (WhenceCanvas *canvas, double dx, double dy, WhenceMotion motion);
  /* @factor > 1: closer. A journey that is under way is continued from where it leads. */
  void (*zoom) (WhenceCanvas *canvas, double x, double y, double factor, WhenceMotion motion);
  /* @t of the way, 0 … 1, from where the view was to where it was told to look. */
  void (*travel) (WhenceCanvas *canvas, double t);
  void (*fit) (WhenceCanvas *canvas);
  /* Brings @ref into view without changing more than necessary. */
  void (*reveal) (WhenceCanvas *canvas, WhenceRef ref);
  /* Shows all of these as large as there is room for. FALSE: nothing of it has a place here. */
  gboolean (*frame) (WhenceCanvas *canvas, const WhenceRef *refs, guint n_refs);
  /* A double click, or Return: closer to @ref; on nothing: fit. */
  void (*approach) (WhenceCanvas *canvas, WhenceRef ref, double x, double y);

  /* Opens, where it is, what stands for more than @ref alone; FALSE: nothing to open. NULL: there is no such
   * thing. A click or Return does, after selecting. */
  gboolean (*open) (WhenceCanvas *canvas, WhenceRef ref);

  /* Whether a plain wheel moves the picture up and down there instead of zooming; NULL: nowhere. */
  gboolean (*scrolls_at) (WhenceCanvas *canvas, double x, double y);

  /* --- The rubber band, drawn with Shift; NULL: there is none --- */

  /* Where a band is drawn without Shift; may be NULL. */
  gboolean (*bands_at) (WhenceCanvas *canvas, double x, double y);
  /* What the band between two points is; NULL: the rectangle between them. */
  WhenceRect (*shape_band) (WhenceCanvas *canvas, WhenceRect rect);
  void (*take_band) (WhenceCanvas *canvas, WhenceRect rect, GdkModifierType state);

  /* --- The lasso, drawn with Alt; NULL: there is none --- */

  /* Where a lasso is drawn without Alt; may be NULL. */
  gboolean (*lassos_at) (WhenceCanvas *canvas, double x, double y);
  void (*take_lasso) (WhenceCanvas *canvas, const WhencePoint *points, guint n, GdkModifierType state);

  /* --- Dragging a mark; NULL: marks cannot be dragged --- */

  gboolean (*drag_begin) (WhenceCanvas *canvas, WhenceRef ref, double x, double y);
  void (*drag_move) (WhenceCanvas *canvas, WhenceRef ref, double x, double y);
  void (*drag_end) (WhenceCanvas *canvas, WhenceRef ref);
};

void whence_canvas_set_document (WhenceCanvas *canvas, WhenceDocument *document);
WhenceDocument *whence_canvas_get_document (WhenceCanvas *canvas);
/* By when things are to be known there, or NULL. Transfer none. */
const WhenceKnownBy *whence_canvas_get_known_by (WhenceCanvas *canvas);
/* Appends what stands for @ref in a picture: itself, or the facts and entities that cite a source. */
void whence_canvas_add_marks (WhenceCanvas *canvas, WhenceRef ref, GArray *marks);

/* The scene no longer shows what it should: a new one is built before the next frame if the bundle is small,
 * else in a worker while the old one stays. */
void whence_canvas_invalidate (WhenceCanvas *canvas);
/* The same where the facts or their groups are others, so that nothing can be said of how long it takes. */
void whence_canvas_begin_anew (WhenceCanvas *canvas);
/* The view looks elsewhere: the same, but what is slow to build waits until the hand rests, and the old scene
 * is moved meanwhile. */
void whence_canvas_view_moved (WhenceCanvas *canvas);
/* The view looks elsewhere, and is to have its scene there however it moves: one that is not built within a
 * part of the frame is built by a worker between the frames, and the old one is moved meanwhile. */
void whence_canvas_follow_view (WhenceCanvas *canvas);
/* As whence_canvas_view_moved() where the old scene serves even if a new one is quick to build. */
void whence_canvas_scene_serves (WhenceCanvas *canvas);
/* The scene belongs to other records: nothing is drawn until the new one is there. */
void whence_canvas_drop_scene (WhenceCanvas *canvas);
/* The scene was moved or replaced: it is drawn anew, and the marks follow when it has come to rest. */
void whence_canvas_scene_moved (WhenceCanvas *canvas);
gboolean whence_canvas_has_scene (WhenceCanvas *canvas);
/* What is at the point: nothing where there is no mark, or no scene. */
WhenceRefKind whence_canvas_pick_kind (WhenceCanvas *canvas, double x, double y);

void whence_canvas_zoom (WhenceCanvas *canvas, double factor); /* about the middle; it travels */
void whence_canvas_fit (WhenceCanvas *canvas);
void whence_canvas_reveal (WhenceCanvas *canvas, WhenceRef ref);
/* Frames what is selected. FALSE: nothing of it has a place here. */
gboolean whence_canvas_frame_selection (WhenceCanvas *canvas);

/* Moves the keyboard focus to @ref. */
void whence_canvas_focus (WhenceCanvas *canvas, WhenceRef ref);

/* Calls the class's travel() from frame to frame, from now on, until it is there; at once where nothing is
 * animated. A journey under way ends where it is. */
void whence_canvas_travel (WhenceCanvas *canvas);
/* Ends a journey where it is. */
void whence_canvas_stop_travel (WhenceCanvas *canvas);
gboolean whence_canvas_is_travelling (WhenceCanvas *canvas);

/* Opens a popover at @around (px of the widget) that lists facts; choosing one selects and reveals it. @head
 * NULL: their number; @note NULL: none. The array is copied. */
void whence_canvas_list_facts (WhenceCanvas *canvas, const guint32 *facts, guint n_facts, WhenceRect around,
                               const char *head, const char *note);

/* Makes @popover a child of the canvas, which takes no keys from it: they move and activate within it. */
void whence_canvas_add_popover (WhenceCanvas *canvas, GtkWidget *popover);

/* The style that the desktop's colour scheme and contrast ask for. */
const WhenceStyle *whence_canvas_get_style (void);

G_END_DECLS
