/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the timeline's canvas share. */
#pragma once

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
  WhencePoint list_at;                       /* where a cluster was clicked */
  guint list_source;                         /* its list is due */
};

/* timeline-canvas-look.c */

/* What the document wants to be shown over @width px. */
WhenceTimeView whence_timeline_canvas_wanted_view (WhenceTimelineCanvas *self, double width);
/* The window of time was changed, by whomever. */
void whence_timeline_canvas_on_range (WhenceTimelineCanvas *self);
/* A scene has come: the scroll is kept within it, and what is awaited comes into view. */
void whence_timeline_canvas_settle (WhenceTimelineCanvas *self);
/* Sets the class's functions on where the view looks. */
void whence_timeline_canvas_add_looks (WhenceCanvasClass *canvas_class);
G_END_DECLS
