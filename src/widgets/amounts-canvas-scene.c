/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the worker makes for the canvas of the amounts track, how the canvas takes it, and how it is painted.
 * The worker sees nothing but its request. While a scene is late, the last one is shown where its instants
 * are. */
#include "widgets/amounts-canvas-private.h"

#include "document/amounts-choice.h"
#include "paint/amounts-painter.h"
#include "paint/pen-backs.h"

typedef struct
{
  WhenceAmountsRequest request;
  GArray *entities;
  char *currency;
} Request;

/* Nothing before there is a timeline, which decides where time is, nor before it is known whose amounts. */
static gpointer
make_request (WhenceCanvas *canvas, double width, double height)
{
  WhenceDocument *document = document_of (canvas);
  WhenceTimeView view;
  Request *own;

  if (!whence_document_get_visible_view (document, &view) || !whence_document_knows_amounts (document))
    return NULL;
  own = g_new0 (Request, 1);
  own->entities = whence_document_dup_amounts_of (document);
  own->currency = g_strdup (whence_document_get_amounts_currency (document));
  own->request = (WhenceAmountsRequest){ .scope = whence_scope_ref (whence_document_get_scope (document)),
                                         .view = view,
                                         .width = width,
                                         .height = height,
                                         .grouping = whence_document_get_grouping (document),
                                         .entities = (const guint32 *) (gconstpointer) own->entities->data,
                                         .n_entities = own->entities->len,
                                         .scale = whence_document_get_amounts_scale (document),
                                         .currency = own->currency,
                                         .head_reserved = WHENCE_AMOUNTS_CANVAS (canvas)->head_reserved,
                                         .measure = whence_measure_pango };
  return own;
}

static void
free_request (gpointer data)
{
  Request *own = data;

  whence_scope_unref (own->request.scope);
  g_array_unref (own->entities);
  g_free (own->currency);
  g_free (own);
}

static gpointer
build (gpointer data, GCancellable *cancellable)
{
  return whence_amounts_scene_new (&((Request *) data)->request, cancellable);
}

static void
free_scene (gpointer scene)
{
  whence_amounts_scene_free (scene);
}

static void
take_scene (WhenceCanvas *canvas, gpointer data, gpointer scene)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  g_clear_pointer (&self->scene, whence_amounts_scene_free);
  self->scene = scene;
  if (scene != NULL)
    self->scene_view = ((Request *) data)->request.view;
}

static void
paint_scene (WhenceAmountsScene *scene, const WhenceScope *dated, const WhenceCanvasPaint *how,
             WhencePen *pen)
{
  whence_amounts_paint (&(WhenceAmountsPaint){ .scene = scene,
                                               .style = how->style,
                                               .highlight = how->highlight,
                                               .dated = dated,
                                               .width = how->width,
                                               .height = how->height },
                        pen);
}

static void
rehearse (gpointer data, gpointer scene, const WhenceCanvasPaint *how, WhencePen *pen)
{
  paint_scene (scene, ((Request *) data)->request.scope, how, pen);
}

static void
paint (WhenceCanvas *canvas, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  whence_pen_push_transform (pen, whence_amounts_canvas_get_shift (self), 0, 1);
  paint_scene (self->scene, whence_document_get_scope (document_of (canvas)), how, pen);
  whence_pen_pop_transform (pen);
}

void
whence_amounts_canvas_bind_scene (WhenceCanvasClass *klass)
{
  klass->make_request = make_request;
  klass->free_request = free_request;
  klass->build = build;
  klass->take_scene = take_scene;
  klass->free_scene = free_scene;
  klass->rehearse = rehearse;
  klass->paint = paint;
}
