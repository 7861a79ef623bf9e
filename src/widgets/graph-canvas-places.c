/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is where in the graph's picture, and what it looks like: painted now or by a worker, picked, found,
 * walked through, described. While a new scene is on its way the old one is moved and scaled. */
#include "widgets/graph-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "model/text-fill.h"
#include "paint/graph-painter.h"
#include "widgets/describe.h"

/* A view that was not chosen shows everything: one for another size is made to fit this one. */
static double
fit_size (WhenceGraphCanvas *self, double width, double height)
{
  gboolean same = self->width == width && self->height == height;

  return self->chosen || same || self->width <= 0 ? 1 : MIN (width / self->width, height / self->height);
}

/* @width and @height are those it was painted for. In a widget that has become another size the middle stays
 * the middle, until the scene of that size has come. */
static WhenceCanvasPlace
place_of (WhenceGraphCanvas *self, WhenceGraphView painted, double width, double height)
{
  int w = gtk_widget_get_width (GTK_WIDGET (self)), h = gtk_widget_get_height (GTK_WIDGET (self));
  double now_width = w > 0 ? w : width, now_height = h > 0 ? h : height;
  double zoom = self->view.scale * fit_size (self, now_width, now_height), scale = zoom / painted.scale;

  return (WhenceCanvasPlace){
    scale, (now_width - width * scale) / 2 + (painted.center_x - self->view.center_x) * zoom,
    (now_height - height * scale) / 2 + (painted.center_y - self->view.center_y) * zoom
  };
}

WhenceCanvasPlace
whence_graph_canvas_get_place (WhenceGraphCanvas *self)
{
  return place_of (self, self->scene_view, self->width, self->height);
}

static void
paint_scene (const WhenceGraphScene *scene, const WhencePortraits *portraits, const WhenceCanvasPaint *how,
             WhencePen *pen)
{
  whence_graph_paint (&(WhenceGraphPaint){ .scene = scene,
                                           .style = how->style,
                                           .portraits = portraits,
                                           .highlight = how->highlight,
                                           .width = how->width,
                                           .height = how->height,
                                           .area = how->area },
                      pen);
}

static void
paint (WhenceCanvas *canvas, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceCanvasPlace place = whence_graph_canvas_get_place (self);

  whence_pen_push_transform (pen, place.dx, place.dy, place.scale);
  paint_scene (self->between != NULL ? self->between : self->scene, self->portraits, how, pen);
  whence_pen_pop_transform (pen);
}

WhenceHeldGraph *
whence_graph_canvas_hold (WhenceGraphCanvas *self)
{
  WhenceHeldGraph *held = g_new (WhenceHeldGraph, 1);

  *held = (WhenceHeldGraph){ whence_graph_scene_ref (self->scene),
                             whence_portraits_ref (self->portraits),
                             whence_arrangement_ref (self->arrangement),
                             self->scene_view,
                             self->width,
                             self->height };
  return held;
}

void
whence_held_graph_free (WhenceHeldGraph *held)
{
  whence_graph_scene_unref (held->scene);
  whence_portraits_unref (held->portraits);
  whence_arrangement_unref (held->arrangement);
  g_free (held);
}

WhenceCanvasPlace
whence_graph_canvas_place_of (WhenceGraphCanvas *self, const WhenceHeldGraph *held)
{
  return place_of (self, held->view, held->width, held->height);
}

static gpointer
hold (WhenceCanvas *canvas)
{
  return whence_graph_canvas_hold (WHENCE_GRAPH_CANVAS (canvas));
}

static void
release (gpointer held)
{
  whence_held_graph_free (held);
}

static void
paint_held (gpointer data, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceHeldGraph *held = data;

  paint_scene (held->scene, held->portraits, how, pen);
}

static WhenceCanvasPlace
place_held (WhenceCanvas *canvas, gpointer held)
{
  return whence_graph_canvas_place_of (WHENCE_GRAPH_CANVAS (canvas), held);
}

static WhenceRef
pick (WhenceCanvas *canvas, double x, double y)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceCanvasPlace place = whence_graph_canvas_get_place (self);
  WhenceGraphHit hit =
    whence_graph_scene_pick (self->scene, (x - place.dx) / place.scale, (y - place.dy) / place.scale);

  return hit.entity != WHENCE_NONE ? whence_ref_entity (hit.entity) : whence_ref_fact (hit.fact);
}

gboolean
whence_graph_canvas_find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceCanvasPlace place = whence_graph_canvas_get_place (self);
  gboolean found =
    ref.kind == WHENCE_REF_ENTITY ? whence_graph_scene_find_entity (self->scene, ref.index, bounds)
    : ref.kind == WHENCE_REF_FACT ? whence_graph_scene_find_fact (self->scene, ref.index, bounds)
                                  : FALSE;

  if (found)
    *bounds = (WhenceRect){ bounds->x * place.scale + place.dx, bounds->y * place.scale + place.dy,
                            bounds->width * place.scale, bounds->height * place.scale };
  return found;
}

static WhenceRef
step (WhenceCanvas *canvas, WhenceRef ref, int dx, int dy)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  guint32 from = ref.kind == WHENCE_REF_ENTITY ? ref.index : WHENCE_NONE, other;

  if (ref.kind == WHENCE_REF_FACT)
    whence_bundle_get_fact_pair (whence_document_get_told_bundle (document_of (self)), ref.index, &from,
                                 &other);
  return whence_ref_entity (whence_graph_scene_step (self->scene, from, dx, dy));
}

static guint
list (WhenceCanvas *canvas, WhenceRef *refs, guint max)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceBundle *bundle = whence_document_get_told_bundle (document_of (self));
  guint n_entities = whence_bundle_get_n_entities (bundle), n_facts = whence_bundle_get_n_facts (bundle),
        n = 0;
  WhenceRect view = { 0, 0, self->width, self->height }, bounds;

  for (guint i = 0; i < n_entities && n < max; i++)
    if (whence_graph_canvas_find (canvas, whence_ref_entity (i), &bounds)
        && whence_rect_overlaps (bounds, view))
      refs[n++] = whence_ref_entity (i);
  for (guint i = 0; i < n_facts && n < max; i++)
    if (whence_graph_canvas_find (canvas, whence_ref_fact (i), &bounds) && whence_rect_overlaps (bounds, view)
        && whence_graph_scene_count_on_line (self->scene, i) > 0)
      refs[n++] = whence_ref_fact (i);
  return n;
}

static char *
describe (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceBundle *bundle = whence_document_get_told_bundle (document_of (canvas));
  g_autofree char *fact = NULL;
  guint n;

  if (ref.kind == WHENCE_REF_ENTITY)
    return whence_describe_entity (bundle, whence_canvas_get_known_by (canvas), ref.index);
  fact = whence_describe_fact (bundle, whence_canvas_get_known_by (canvas), ref.index);
  n = self->scene != NULL ? whence_graph_scene_count_on_line (self->scene, ref.index) : 1;
  if (n < 2)
    return g_steal_pointer (&fact);
  /* Translators: what one fact says, and that its line in the graph stands for so many. */
  return whence_text_compose (
    ngettext ("%s\nOne of %'u fact on this line, which lists them when it is chosen",
              "%s\nOne of %'u facts on this line, which lists them when it is chosen", n),
    fact, n);
}

/* A line that stands for several facts lists them. */
static gboolean
open_line (WhenceCanvas *canvas, WhenceRef ref)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  g_autofree guint32 *facts = NULL;
  WhenceRect bounds;
  guint n_facts;

  if (ref.kind != WHENCE_REF_FACT || !whence_graph_canvas_find (canvas, ref, &bounds))
    return FALSE;
  facts = whence_graph_scene_list_line (self->scene, ref.index, &n_facts);
  if (facts == NULL)
    return FALSE;
  bounds = (WhenceRect){ bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, 1, 1 };
  whence_canvas_list_facts (canvas, facts, n_facts, bounds, NULL, NULL);
  return TRUE;
}

void
whence_graph_canvas_bind_places (WhenceCanvasClass *klass)
{
  klass->paint = paint;
  klass->hold = hold;
  klass->release = release;
  klass->paint_held = paint_held;
  klass->place_held = place_held;
  klass->pick = pick;
  klass->find = whence_graph_canvas_find;
  klass->step = step;
  klass->list = list;
  klass->describe = describe;
  klass->open = open_line;
}
