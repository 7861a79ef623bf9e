/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the worker makes for the canvas of a graph: lays it out if nobody has, chooses the view that fits if
 * the reader has not chosen one, and builds the scene; and how the canvas takes it. The worker sees nothing
 * but its request. */
#include "widgets/graph-canvas-private.h"

#include "document/document-subset.h"
#include "paint/pen-backs.h"
#include "widgets/canvas-private.h"

typedef struct
{
  WhenceGraphRequest graph;
  WhenceLayoutKind layout;
  WhenceFaith faith;
  guint32 center;
  WhenceArrangement *previous; /* to keep in mind, or NULL */
  WhenceArrangement *asked;    /* that of the document, or NULL */
  gboolean fit;
  gboolean arranged;              /* it was laid out anew */
  WhenceLayoutProgress *progress; /* of that, or NULL */
  WhenceTimeView time;            /* to follow; seconds_per_px 0: none */
  GFile *file;                    /* of the bundle, or NULL */
  WhencePortraits *portraits;     /* of the scene before, then of the scene */
} Request;

static WhenceTimeView
visible_time (WhenceDocument *document, double width)
{
  gint64 from, to;

  whence_document_get_visible_range (document, &from, &to);
  return (WhenceTimeView){ .origin = from,
                           .seconds_per_px = from < to ? ((double) to - (double) from) / width : 0 };
}

static gpointer
make_request (WhenceCanvas *canvas, double width, double height)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceDocument *document = document_of (self);
  WhenceArrangement *arrangement = whence_document_get_arrangement (document);
  Request *request = g_new0 (Request, 1);

  request->graph.scope = whence_scope_ref (whence_document_get_scope (document));
  request->graph.subset = whence_document_get_subset (document);
  if (request->graph.subset != NULL)
    whence_graph_subset_ref (request->graph.subset);
  request->graph.arrangement = arrangement != NULL ? whence_arrangement_ref (arrangement) : NULL;
  request->asked = arrangement != NULL ? whence_arrangement_ref (arrangement) : NULL;
  request->graph.view = self->view;
  request->graph.width = width;
  request->graph.height = height;
  request->graph.measure = whence_measure_pango;
  request->graph.negated = whence_document_get_negated (document);
  request->file =
    whence_document_get_file (document) != NULL ? g_object_ref (whence_document_get_file (document)) : NULL;
  request->portraits = self->portraits != NULL ? whence_portraits_ref (self->portraits) : NULL;
  request->graph.look = whence_document_get_look (document);
  if (request->graph.look != NULL)
    whence_graph_look_ref (request->graph.look);
  if (self->scene != NULL)
    request->graph.ties = whence_scene_ties_ref (whence_graph_scene_get_ties (self->scene));
  request->layout = whence_document_get_layout (document);
  request->faith = whence_document_get_faith (document);
  request->center = whence_document_get_center (document);
  request->previous = whence_document_get_last_arrangement (document);
  if (request->previous != NULL)
    whence_arrangement_ref (request->previous);
  request->fit = !self->chosen && !whence_canvas_is_travelling (canvas);
  if (arrangement == NULL)
    request->progress = whence_graph_canvas_start_progress (self);
  if (self->follows)
    request->time = visible_time (document, width);
  return request;
}

static void
free_request (gpointer data)
{
  Request *request = data;

  whence_scope_unref (request->graph.scope);
  g_clear_pointer (&request->graph.subset, whence_graph_subset_unref);
  g_clear_pointer (&request->graph.arrangement, whence_arrangement_unref);
  g_clear_pointer (&request->asked, whence_arrangement_unref);
  g_clear_pointer (&request->portraits, whence_portraits_unref);
  g_clear_object (&request->file);
  g_clear_pointer (&request->graph.look, whence_graph_look_unref);
  g_clear_pointer (&request->graph.ties, whence_scene_ties_unref);
  g_clear_pointer (&request->previous, whence_arrangement_unref);
  g_clear_pointer (&request->progress, whence_layout_progress_unref);
  g_free (request);
}

static WhenceArrangement *
arrange (const Request *request, GCancellable *cancellable)
{
  return whence_arrangement_new (
    &(WhenceArrangeRequest){ .scope = request->graph.scope,
                             .layout = request->layout,
                             .faith = request->faith,
                             .aspect = request->graph.width / request->graph.height,
                             .previous = request->previous,
                             .focus = request->center,
                             .progress = request->progress != NULL ? whence_layout_progress_set : NULL,
                             .progress_data = request->progress,
                             .measure = request->graph.measure },
    cancellable);
}

/* Takes over @scene. */
static WhenceGraphScene *
add_portraits (Request *request, WhenceGraphScene *scene, GCancellable *cancellable)
{
  WhencePortraits *portraits =
    scene != NULL ? whence_portraits_new (scene, request->file, request->portraits, cancellable) : NULL;

  g_clear_pointer (&request->portraits, whence_portraits_unref);
  request->portraits = portraits;
  if (portraits == NULL)
    g_clear_pointer (&scene, whence_graph_scene_unref);
  return scene;
}

/* Once, and not again for every scene. Where all stand elsewhere by the date by which things are known, they
 * travel there. */
static void
follow_scope (Request *request, GCancellable *cancellable)
{
  WhenceGraphRequest *graph = &request->graph;
  WhenceArrangement *arrangement = whence_arrangement_follow (
    graph->arrangement, graph->scope, graph->width / graph->height, &graph->measure, cancellable);

  request->arranged =
    arrangement != NULL && whence_arrangement_is_of_other_date (arrangement, graph->arrangement);
  whence_arrangement_unref (graph->arrangement);
  graph->arrangement = arrangement;
}

static gpointer
build (gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  WhenceGraphRequest *graph = &request->graph;

  if (graph->arrangement == NULL)
    {
      graph->arrangement = arrange (request, cancellable);
      request->arranged = TRUE;
    }
  else
    follow_scope (request, cancellable);
  if (graph->arrangement == NULL)
    return NULL;
  if (request->fit)
    graph->view = whence_graph_fit (graph->scope, graph->subset, graph->arrangement, graph->width,
                                    graph->height, &graph->measure);
  if (request->time.seconds_per_px > 0)
    graph->view = whence_graph_view_over_time (graph->view, graph->width, graph->arrangement, request->time);
  return add_portraits (request, whence_graph_scene_new (graph, cancellable), cancellable);
}

static void
free_scene (gpointer scene)
{
  whence_graph_scene_unref (scene);
}

static gboolean
same_view (WhenceGraphView a, WhenceGraphView b)
{
  return a.center_x == b.center_x && a.center_y == b.center_y && a.scale == b.scale && a.stretch == b.stretch;
}

/* In another layout the nodes travel, and the view is there at once. */
static void
take_view (WhenceGraphCanvas *self, const Request *request, gboolean first)
{
  gboolean follows = request->time.seconds_per_px > 0;

  if (request->fit && !first && !request->arranged && !follows && !same_view (self->view, self->scene_view))
    whence_graph_canvas_set_out (self, self->scene_view);
  else if (request->fit || follows)
    self->view = self->destination = self->scene_view;
}

static void
take_scene (WhenceCanvas *canvas, gpointer data, gpointer scene)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  Request *request = data;
  gboolean first = self->scene == NULL;

  if (request != NULL && request->arranged)
    whence_graph_canvas_end_progress (self);
  if (scene == NULL)
    whence_graph_canvas_end_journey (self);
  else if (request->arranged)
    whence_graph_canvas_depart (self);
  g_clear_pointer (&self->scene, whence_graph_scene_unref);
  g_clear_pointer (&self->arrangement, whence_arrangement_unref);
  g_clear_pointer (&self->portraits, whence_portraits_unref);
  self->scene = scene;
  if (scene == NULL)
    {
      whence_graph_canvas_stop_drag (self);
      return;
    }
  self->arrangement = whence_arrangement_ref (request->graph.arrangement);
  self->portraits = whence_portraits_ref (request->portraits);
  self->scene_view = request->graph.view;
  self->width = request->graph.width;
  self->height = request->graph.height;
  take_view (self, request, first);
  if (request->arranged)
    whence_graph_canvas_arrive (self);
  if (whence_document_get_arrangement (document_of (self)) == request->asked)
    {
      self->taking = TRUE;
      whence_document_set_arrangement (document_of (self), self->arrangement);
      self->taking = FALSE;
    }
  if (!whence_canvas_needs_print (canvas))
    whence_graph_canvas_seen (self, self->arrangement);
  whence_graph_canvas_looked (self);
}

void
whence_graph_canvas_bind_scene (WhenceCanvasClass *klass)
{
  klass->make_request = make_request;
  klass->free_request = free_request;
  klass->build = build;
  klass->take_scene = take_scene;
  klass->free_scene = free_scene;
}
