/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the canvas of the amounts track share. */
#pragma once

#include "layout/amounts-scene.h"
#include "widgets/amounts-canvas.h"

G_BEGIN_DECLS

struct _WhenceAmountsCanvas
{
  WhenceCanvas parent_instance;
  WhenceAmountsScene *scene;
  WhenceTimeView scene_view;
  double head_reserved;
  WhenceScope *counted; /* or NULL: nothing is */
  GBytes *counted_of;   /* the entities (guint32) whose currencies in it were counted */
  guint n_currencies;
};

static inline WhenceDocument *
document_of (gpointer canvas)
{
  return whence_canvas_get_document (WHENCE_CANVAS (canvas));
}

static inline WhenceBundle *
bundle_of (gpointer canvas)
{
  return whence_document_get_told_bundle (document_of (canvas));
}

/* amounts-canvas-scene.c */

/* Sets the class's functions on what a worker makes, and how it is painted. */
void whence_amounts_canvas_bind_scene (WhenceCanvasClass *klass);

/* amounts-canvas-look.c */

/* How far the timeline has moved on since the scene was asked for, px. */
double whence_amounts_canvas_get_shift (WhenceAmountsCanvas *self);
/* Sets the class's functions on where the view looks. */
void whence_amounts_canvas_bind_look (WhenceCanvasClass *klass);

G_END_DECLS
