/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A canvas over a timeline scene. The scene is built for where the view is to look; until it is there, or
 * while the view travels, the last one is shown where its instants are. */
#include "widgets/timeline-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "layout/timeline-between.h"
#include "paint/pen-backs.h"
#include "paint/timeline-painter.h"
#include "widgets/describe.h"

#define SECOND_CLICK 220 /* ms in which it must follow the first */

G_DEFINE_FINAL_TYPE (WhenceTimelineCanvas, whence_timeline_canvas, WHENCE_TYPE_CANVAS)

static WhenceDocument *
document_of (gpointer self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

static WhenceBundle *
bundle_of (gpointer self)
{
  return whence_document_get_bundle (document_of (self));
}

/* --- The scene --- */

static gpointer
make_request (WhenceCanvas *canvas, double width, double height)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  WhenceDocument *document = document_of (canvas);
  WhenceTimelineRequest *request = g_new0 (WhenceTimelineRequest, 1);

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
  return request;
}

static void
free_request (gpointer data)
{
  WhenceTimelineRequest *request = data;

  whence_scope_unref (request->scope);
  g_free (request);
}

static gpointer
build (gpointer request, GCancellable *cancellable)
{
  return whence_timeline_scene_new (request, cancellable);
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
  WhenceTimelineRequest *request = data;

  g_clear_pointer (&self->leaving, whence_timeline_scene_unref);
  self->leaving = g_steal_pointer (&self->scene);
  self->scene = scene;
  self->arrival = self->progress;
  if (scene == NULL || !whence_canvas_is_travelling (canvas))
    g_clear_pointer (&self->leaving, whence_timeline_scene_unref);
  if (scene == NULL)
    {
      whence_canvas_stop_travel (canvas);
      return;
    }
  self->scene_view = request->view;
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

static void
paint (WhenceCanvas *canvas, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  g_autoptr (WhenceTimelineScene) frame = get_frame (self);

  whence_timeline_paint (&(WhenceTimelinePaint){ .scene = frame,
                                                 .style = how->style,
                                                 .highlight = how->highlight,
                                                 .width = how->width,
                                                 .height = how->height,
                                                 .scroll = self->look.scroll },
                         pen);
  paint_scroll (self, how, pen);
}

static WhenceRef
pick (WhenceCanvas *canvas, double x, double y)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  return whence_ref_fact (whence_timeline_scene_pick (self->scene, x, y + self->look.scroll));
}

static gboolean
find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);

  if (ref.kind != WHENCE_REF_FACT || !whence_timeline_scene_find (self->scene, ref.index, bounds))
    return FALSE;
  bounds->y -= self->look.scroll;
  return TRUE;
}

static WhenceRef
step (WhenceCanvas *canvas, WhenceRef ref, int dx, int dy)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  guint32 from = ref.kind == WHENCE_REF_FACT ? ref.index : WHENCE_NONE;

  return whence_ref_fact (whence_timeline_scene_step (self->scene, from, dx, dy));
}

static guint
list (WhenceCanvas *canvas, WhenceRef *refs, guint max)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  guint n_facts = whence_bundle_get_n_facts (bundle_of (self)), n = 0;
  double above = -self->height, below = 2 * self->height;
  WhenceRect bounds;

  for (guint i = 0; i < n_facts && n < max; i++)
    if (find (canvas, whence_ref_fact (i), &bounds) && bounds.y < below
        && whence_rect_bottom (bounds) > above)
      refs[n++] = whence_ref_fact (i);
  return n;
}

static char *
describe (WhenceCanvas *canvas, WhenceRef ref)
{
  return whence_describe_fact (bundle_of (canvas), ref.index);
}

static const guint32 *
cluster_at (WhenceTimelineCanvas *self, double x, double y, guint *n_facts)
{
  *n_facts = 0;
  return whence_timeline_scene_pick_cluster (self->scene, x, y + self->look.scroll, n_facts);
}

static char *
describe_ground (WhenceCanvas *canvas, double x, double y)
{
  guint n_facts;

  if (cluster_at (WHENCE_TIMELINE_CANVAS (canvas), x, y, &n_facts) == NULL || n_facts == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u fact. Click to list it, double click to zoom in",
                                    "%u facts. Click to list them, double click to zoom in", n_facts),
                          n_facts);
}

static void
frame_cluster (WhenceCanvas *canvas, const guint32 *facts, guint n_facts)
{
  g_autofree WhenceRef *refs = g_new (WhenceRef, n_facts);

  for (guint i = 0; i < n_facts; i++)
    refs[i] = whence_ref_fact (facts[i]);
  WHENCE_CANVAS_GET_CLASS (canvas)->frame (canvas, refs, n_facts);
}

static gboolean
on_list_due (gpointer data)
{
  WhenceTimelineCanvas *self = data;
  WhenceRect bounds = { 0 };
  guint n_facts;
  const guint32 *facts = NULL;

  self->list_source = 0;
  if (self->scene != NULL)
    facts = cluster_at (self, self->list_at.x, self->list_at.y, &n_facts);
  if (facts == NULL || !find (WHENCE_CANVAS (self), whence_ref_fact (facts[0]), &bounds))
    return G_SOURCE_REMOVE;
  whence_canvas_list_facts (WHENCE_CANVAS (self), facts, n_facts, bounds, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* A click on a cluster lists its facts, unless a second one follows at once, which zooms in on them: an open
 * list would have swallowed it. */
static gboolean
click_ground (WhenceCanvas *canvas, double x, double y, int n_press)
{
  WhenceTimelineCanvas *self = WHENCE_TIMELINE_CANVAS (canvas);
  guint n_facts;
  const guint32 *facts = cluster_at (self, x, y, &n_facts);

  g_clear_handle_id (&self->list_source, g_source_remove);
  if (facts == NULL || n_facts == 0)
    return FALSE;
  if (n_press == 2)
    frame_cluster (canvas, facts, n_facts);
  else if (n_press == 1)
    {
      self->list_at = (WhencePoint){ x, y };
      self->list_source = g_timeout_add (SECOND_CLICK, on_list_due, self);
    }
  return TRUE;
}

/* --- The document --- */

/* What fits depends on the facts and on how they are grouped. */
static void
on_facts (WhenceTimelineCanvas *self)
{
  gint64 from, to;

  whence_canvas_invalidate (WHENCE_CANVAS (self));
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
  return g_strdup_printf (ngettext ("%u fact lies outside this window of time",
                                    "%u facts lie outside this window of time", omitted.n_off_range),
                          omitted.n_off_range);
}

static void
dispose (GObject *object)
{
  g_clear_handle_id (&WHENCE_TIMELINE_CANVAS (object)->list_source, g_source_remove);
  G_OBJECT_CLASS (whence_timeline_canvas_parent_class)->dispose (object);
}

static void
whence_timeline_canvas_class_init (WhenceTimelineCanvasClass *klass)
{
  WhenceCanvasClass *canvas_class = WHENCE_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  canvas_class->make_request = make_request;
  canvas_class->free_request = free_request;
  canvas_class->build = build;
  canvas_class->take_scene = take_scene;
  canvas_class->free_scene = free_scene;
  canvas_class->paint = paint;
  canvas_class->pick = pick;
  canvas_class->find = find;
  canvas_class->step = step;
  canvas_class->list = list;
  canvas_class->describe = describe;
  canvas_class->describe_ground = describe_ground;
  canvas_class->click_ground = click_ground;
  whence_timeline_canvas_add_looks (canvas_class);
}

static void
whence_timeline_canvas_init (WhenceTimelineCanvas *self)
{
  self->awaited = WHENCE_NONE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
}
