/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the timeline's canvas share. */
#pragma once

#include "layout/timeline-scene-private.h"
#include "paint/lit-bars.h"
#include "widgets/timeline-canvas.h"

G_BEGIN_DECLS

/* Where the timeline looks: in time, and how far down. */
typedef struct
{
  WhenceTimeView view;
  double scroll;
} WhenceTimelineLook;

struct _WhenceTimelineCanvas
{
  WhenceCanvas parent_instance;
  WhenceTimelineScene *scene;
  WhenceTimeView scene_view;
  double width, height;                      /* of the scene */
  WhenceTimelineScene *leaving;              /* shown before it, while a journey lasts */
  double arrival, progress;                  /* parts of the journey: when the scene came; now */
  WhenceTimelineLook look;                   /* what is shown */
  WhenceTimelineLook departure, destination; /* of a journey; at rest the destination is the look */
  gboolean looking;                          /* the document is being told where we look */
  guint32 awaited;                           /* a fact to be brought into view by the next scene */
  WhenceRef listed;                          /* the group that was clicked last … */
  guint list_source;                         /* … whose list is due */
  GtkWidget *menu;                           /* or NULL */
  guint menu_lane;                           /* that it is open for, or WHENCE_NONE */
  guint drop;                                /* the gap between lanes over which one is dragged */
  WhenceShelfPlace shelf;                    /* where facts without a date stand */
  WhenceLitBars *lit_bars;                   /* of the scene and … */
  guint lit_serial;                          /* … that highlight; 0: not counted yet */
  WhenceLaneState *lanes;                    /* that the scene shows, or NULL */
  char *followed;                            /* the id of a lane that was moved, until the scene has come */
};

/* timeline-canvas-look.c */

/* What the document wants to be shown over @width px. */
WhenceTimeView whence_timeline_canvas_wanted_view (WhenceTimelineCanvas *self, double width);
/* The window of time was changed, by whomever. */
void whence_timeline_canvas_on_range (WhenceTimelineCanvas *self);
/* A scene has come: the scroll is kept within it, and what is awaited comes into view. */
void whence_timeline_canvas_settle (WhenceTimelineCanvas *self);
/* The key that lights a span of time. */
void whence_timeline_canvas_bind_span (GtkWidgetClass *widget_class);
/* Sets the class's functions on where the view looks. */
void whence_timeline_canvas_add_looks (WhenceCanvasClass *canvas_class);

/* timeline-canvas-spots.c */

/* Where it is, px of the widget. */
gboolean whence_timeline_canvas_find (WhenceTimelineCanvas *self, WhenceRef ref, WhenceRect *bounds);
void whence_timeline_canvas_frame_facts (WhenceTimelineCanvas *self, GArray *facts);
/* Sets the class's functions on what is where. */
void whence_timeline_canvas_add_spots (WhenceCanvasClass *canvas_class);

/* timeline-canvas-shelf.c */

/* Shows the facts without a date: wherever somebody else shows them, else in a list of its own. FALSE: there
 * are none. */
gboolean whence_timeline_canvas_open_shelf (WhenceTimelineCanvas *self);
char *whence_timeline_canvas_describe_shelf (WhenceTimelineCanvas *self);
/* Sets the class's functions on the shelf of facts without a date. */
void whence_timeline_canvas_add_shelf (WhenceCanvasClass *canvas_class);

/* timeline-canvas-lanes.c */

guint whence_timeline_canvas_count_lanes (WhenceTimelineCanvas *self);
void whence_timeline_canvas_toggle_lane (WhenceTimelineCanvas *self, guint lane);
void whence_timeline_canvas_collapse_all (WhenceTimelineCanvas *self, gboolean collapsed);
/* Moves a lane to before the @before-th, unless it has a fixed place. */
void whence_timeline_canvas_move_lane (WhenceTimelineCanvas *self, guint lane, guint before);
/* A scene has come: the focus follows a lane that was moved. */
void whence_timeline_canvas_follow_lane (WhenceTimelineCanvas *self);
/* Where the lane that is dragged would go, y in px of the widget; < 0: none is dragged. */
double whence_timeline_canvas_get_drop (WhenceTimelineCanvas *self);
void whence_timeline_canvas_drop_lanes (WhenceTimelineCanvas *self);
/* Sets the class's functions for lanes. */
void whence_timeline_canvas_add_lanes (WhenceCanvasClass *canvas_class);

/* timeline-canvas-lane-menu.c */

/* Lets choose among those with nothing in view. */
void whence_timeline_canvas_list_empty_lanes (WhenceTimelineCanvas *self);
void whence_timeline_canvas_present_menu (WhenceTimelineCanvas *self); /* only from size_allocate */
void whence_timeline_canvas_init_lane_menu (WhenceTimelineCanvas *self);
void whence_timeline_canvas_drop_lane_menu (WhenceTimelineCanvas *self);
/* Adds the class's actions and keys for lanes. */
void whence_timeline_canvas_add_lane_menu (GtkWidgetClass *widget_class);

G_END_DECLS
