/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A canvas over a timeline scene. The scene is built for where the view is to look; until it is there, or
 * while the view travels, the last one is shown where its instants are. */
#include "widgets/timeline-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/timeline-between.h"
#include "model/text-fill.h"
#include "paint/pen-backs.h"
#include "paint/timeline-painter.h"

G_DEFINE_FINAL_TYPE (WhenceTimelineCanvas, whence_timeline_canvas, WHENCE_TYPE_CANVAS)

static WhenceDocument *
document_of (gpointer self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

/* --- The scene --- */

typedef struct
{
  WhenceTimelineRequest request;
  double scroll;
} Request;

static gpointer
make_request (WhenceCanvas *canvas, double width, double height)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  WhenceDocument *document = document_of (canvas);
  Request *own = g_new0 (Request, 1);
  WhenceTimelineRequest *request = &own->request;
  WhenceLaneState *lanes = whence_document_get_lanes (document);

  /* The first scene, and that of another size, begin where they belong. */
  if (self->scene == NULL || self->width != width)
    self->destination.view = whence_timeline_canvas_wanted_view (self, width);
  request->scope = whence_scope_ref (whence_document_get_scope (document));
  request->width = width;
  request->height = height;
  request->grouping = whence_document_get_grouping (document);
  request->measure = whence_measure_pango;
  request->rtl = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL;
  request->view = self->destination.view;
  request->controls = TRUE;
  request->without_shelf = self->shelf == WHENCE_SHELF_BESIDE;
  request->shelf_closed = self->shelf == WHENCE_SHELF_CLOSED;
  if (lanes != NULL)
    request->lanes = whence_lane_state_ref (lanes);
  if (self->scene != NULL)
    request->index = whence_timeline_index_ref (whence_timeline_scene_get_index (self->scene));
  own->scroll = self->look.scroll;
  return own;
}

static void
free_request (gpointer data)
{
  Request *own = data;

  whence_scope_unref (own->request.scope);
  g_clear_pointer (&own->request.lanes, whence_lane_state_unref);
  g_clear_pointer (&own->request.index, whence_timeline_index_unref);
  g_free (own);
}

static gpointer
build (gpointer data, GCancellable *cancellable)
{
  return whence_timeline_scene_new (&((Request *) data)->request, cancellable);
}

static void
rehearse (gpointer data, gpointer scene, const WhenceCanvasPaint *how, WhencePen *pen)
{
  const Request *own = data;

  whence_timeline_paint (&(WhenceTimelinePaint){ .scene = scene,
                                                 .style = how->style,
                                                 .highlight = how->highlight,
                                                 .dated = own->request.scope,
                                                 .width = how->width,
                                                 .height = how->height,
                                                 .scroll = own->scroll },
                         pen);
}

static void
free_scene (gpointer scene)
{
  whence_timeline_scene_unref (scene);
}

static gboolean
same_view (WhenceTimeView a, WhenceTimeView b)
{
  return a.origin == b.origin && a.fraction == b.fraction && a.seconds_per_px == b.seconds_per_px;
}

static void
take_scene (WhenceCanvas *canvas, gpointer data, gpointer scene)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  const WhenceTimelineRequest *request;

  g_clear_pointer (&self->leaving, whence_timeline_scene_unref);
  self->leaving = g_steal_pointer (&self->scene);
  self->scene = scene;
  self->lit_serial = 0;
  self->arrival = self->progress;
  if (scene == NULL || !whence_canvas_is_travelling (canvas))
    g_clear_pointer (&self->leaving, whence_timeline_scene_unref);
  if (scene == NULL)
    {
      whence_canvas_stop_travel (canvas);
      return;
    }
  request = &((const Request *) data)->request;
  self->scene_view = request->view;
  g_clear_pointer (&self->lanes, whence_lane_state_unref);
  self->lanes = request->lanes != NULL ? whence_lane_state_ref (request->lanes) : NULL;
  self->width = request->width;
  self->height = request->height;
  if (same_view (self->destination.view, request->view) && !whence_canvas_is_travelling (canvas))
    self->look.view = request->view;
  whence_timeline_canvas_settle (self);
  if (!whence_canvas_is_travelling (canvas))
    whence_document_set_visible_view (document_of (self), self->look.view, request->width);
}

/* --- What is where --- */

/* Says that there is more above or below, and how much. */
static void
paint_scroll (WhenceTimelineCanvas *self, const WhenceCanvasPaint *how, WhencePen *pen)
{
  double content = whence_timeline_scene_get_content_height (self->scene);
  double length = how->height * how->height / content;
  g_autoptr (WhencePath) path = NULL;

  if (content <= how->height)
    return;
  path = whence_path_new ();
  whence_path_rounded (
    path,
    (WhenceRect){ how->width - 7, self->look.scroll / content * how->height + 2, 4, MAX (12, length - 4) },
    2);
  whence_pen_fill (pen, path, &WHENCE_SOLID (whence_color_with_alpha (how->style->text_muted, 0.5)));
}

/* Where the lane that is dragged would go. */
static void
paint_drop (WhenceTimelineCanvas *self, const WhenceCanvasPaint *how, WhencePen *pen)
{
  double y = whence_timeline_canvas_get_drop (self);
  g_autoptr (WhencePath) path = NULL;

  if (y < WHENCE_AXIS_HEIGHT - 1)
    return;
  path = whence_path_new ();
  whence_path_rect (path, (WhenceRect){ 0, floor (y) - 1, how->width, 3 });
  whence_pen_fill (pen, path, &WHENCE_SOLID (how->style->accent));
}

/* What there is to see now: the scene, or a frame on the way to it. Transfer full. */
static WhenceTimelineScene *
get_frame (WhenceTimelineCanvas *self)
{
  double rest = 1 - self->arrival;

  if (!whence_canvas_is_travelling (WHENCE_CANVAS (self)) && same_view (self->look.view, self->scene_view))
    return whence_timeline_scene_ref (self->scene);
  return whence_timeline_scene_between (self->leaving, self->scene, self->look.view,
                                        rest > 0 ? (self->progress - self->arrival) / rest : 1,
                                        &whence_measure_pango);
}

/* Counted anew when something else is lit or another scene has come. After an edit the scene of the old story
 * is on the screen for a moment. */
static const WhenceLitBars *
get_lit_bars (WhenceTimelineCanvas *self, const WhenceHighlight *highlight)
{
  if (self->lit_serial == highlight->serial)
    return self->lit_bars;
  g_clear_pointer (&self->lit_bars, whence_lit_bars_free);
  if (whence_bundle_has_same_records (
        whence_scope_get_bundle (self->scene->scope),
        whence_scope_get_bundle (whence_document_get_scope (document_of (self)))))
    self->lit_bars = whence_lit_bars_new (self->scene, highlight);
  self->lit_serial = highlight->serial;
  return self->lit_bars;
}

static void
paint (WhenceCanvas *canvas, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  g_autoptr (WhenceTimelineScene) frame = get_frame (self);

  whence_timeline_paint (&(WhenceTimelinePaint){ .scene = frame,
                                                 .style = how->style,
                                                 .highlight = how->highlight,
                                                 .lit_bars = get_lit_bars (self, how->highlight),
                                                 .dated = whence_document_get_scope (document_of (canvas)),
                                                 .width = how->width,
                                                 .height = how->height,
                                                 .scroll = self->look.scroll },
                         pen);
  paint_drop (self, how, pen);
  paint_scroll (self, how, pen);
}

/* --- The document --- */

/* What fits depends on the facts and on how they are grouped. */
static void
on_facts (WhenceTimelineCanvas *self)
{
  gint64 from, to;

  whence_canvas_begin_anew (WHENCE_CANVAS (self));
  if (!whence_document_get_range (document_of (self), &from, &to))
    whence_timeline_canvas_on_range (self);
}

/* Nothing is visible of a timeline that is not shown. */
static void
on_mapped (WhenceTimelineCanvas *self)
{
  WhenceTimeView view = self->look.view;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    whence_document_set_visible_view (document_of (self), view, 0);
  else if (self->scene != NULL)
    whence_document_set_visible_view (document_of (self), view, self->width);
}

void
whence_timeline_canvas_set_document (WhenceTimelineCanvas *self, WhenceDocument *document)
{
  whence_canvas_set_document (WHENCE_CANVAS (self), document);
  g_signal_connect_object (document, "notify::range", G_CALLBACK (whence_timeline_canvas_on_range), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::grouping", G_CALLBACK (on_facts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::lanes", G_CALLBACK (whence_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (on_facts), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_mapped), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_mapped), NULL);
}

char *
whence_timeline_canvas_describe_omitted (WhenceTimelineCanvas *self)
{
  WhenceTimelineOmitted omitted;

  if (self->scene == NULL)
    return NULL;
  omitted = whence_timeline_scene_get_omitted (self->scene);
  if (omitted.n_off_range == 0)
    return NULL;
  return whence_text_compose (ngettext ("%'u fact lies outside this window of time",
                                        "%'u facts lie outside this window of time", omitted.n_off_range),
                              omitted.n_off_range);
}

static void
dispose (GObject *object)
{
  g_clear_handle_id (&WHENCE_TIMELINE_CANVAS (object)->list_source, g_source_remove);
  g_clear_pointer (&WHENCE_TIMELINE_CANVAS (object)->lit_bars, whence_lit_bars_free);
  whence_timeline_canvas_drop_lane_menu (WHENCE_TIMELINE_CANVAS (object));
  whence_timeline_canvas_drop_lanes (WHENCE_TIMELINE_CANVAS (object));
  G_OBJECT_CLASS (whence_timeline_canvas_parent_class)->dispose (object);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (whence_timeline_canvas_parent_class)->size_allocate (widget, width, height, baseline);
  whence_timeline_canvas_present_menu (WHENCE_TIMELINE_CANVAS (widget));
}

static void
whence_timeline_canvas_class_init (WhenceTimelineCanvasClass *klass)
{
  WhenceCanvasClass *canvas_class = WHENCE_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = size_allocate;
  canvas_class->make_request = make_request;
  canvas_class->free_request = free_request;
  canvas_class->build = build;
  canvas_class->rehearse = rehearse;
  canvas_class->take_scene = take_scene;
  canvas_class->free_scene = free_scene;
  canvas_class->paint = paint;
  whence_timeline_canvas_add_looks (canvas_class);
  whence_timeline_canvas_bind_span (GTK_WIDGET_CLASS (klass));
  whence_timeline_canvas_add_spots (canvas_class);
  whence_timeline_canvas_add_shelf (canvas_class);
  whence_timeline_canvas_add_lanes (canvas_class);
  whence_timeline_canvas_add_lane_menu (GTK_WIDGET_CLASS (klass));
}

static void
whence_timeline_canvas_init (WhenceTimelineCanvas *self)
{
  self->awaited = WHENCE_NONE;
  self->drop = WHENCE_NONE;
  whence_timeline_canvas_init_lane_menu (self);
  g_signal_connect (self, "scene-changed", G_CALLBACK (whence_timeline_canvas_follow_lane), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
}
