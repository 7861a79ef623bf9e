/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A canvas over a graph scene. The worker lays the graph out if nobody has, chooses the view that fits if the
 * reader has not chosen one, and builds the scene. While a new scene is on its way the old one is moved and
 * scaled. */
#include "widgets/graph-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "paint/graph-words.h"
#include "paint/pen-backs.h"
#include "document/document-subset.h"
#include "paint/graph-painter.h"
#include "widgets/describe.h"
#include "widgets/graph-commands.h"

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

static guint looked;

G_DEFINE_FINAL_TYPE (WhenceGraphCanvas, whence_graph_canvas, WHENCE_TYPE_CANVAS)

static WhenceDocument *
document_of (gpointer self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

/* --- The scene --- */

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

/* Once, and not again for every scene. */
static void
follow_edit (WhenceGraphRequest *graph, GCancellable *cancellable)
{
  WhenceArrangement *arrangement = whence_arrangement_follow (
    graph->arrangement, graph->scope, graph->width / graph->height, &graph->measure, cancellable);

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
    follow_edit (graph, cancellable);
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
    return;
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
  whence_graph_canvas_looked (self);
}

/* --- What is where --- */

static WhenceCanvasPlace
place_of (WhenceGraphCanvas *self, WhenceGraphView painted, double width, double height)
{
  double scale = self->view.scale / painted.scale;

  return (WhenceCanvasPlace){
    scale, width / 2 * (1 - scale) + (painted.center_x - self->view.center_x) * self->view.scale,
    height / 2 * (1 - scale) + (painted.center_y - self->view.center_y) * self->view.scale
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
                                           .height = how->height },
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

/* The scene and where it looks. */
typedef struct
{
  WhenceGraphScene *scene;
  WhencePortraits *portraits;
  WhenceGraphView view;
  double width, height;
} Held;

static gpointer
hold (WhenceCanvas *canvas)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  Held *held = g_new (Held, 1);

  *held = (Held){ whence_graph_scene_ref (self->scene), whence_portraits_ref (self->portraits),
                  self->scene_view, self->width, self->height };
  return held;
}

static void
release (gpointer data)
{
  Held *held = data;

  whence_graph_scene_unref (held->scene);
  whence_portraits_unref (held->portraits);
  g_free (held);
}

static void
paint_held (gpointer data, const WhenceCanvasPaint *how, WhencePen *pen)
{
  Held *held = data;

  paint_scene (held->scene, held->portraits, how, pen);
}

static WhenceCanvasPlace
place_held (WhenceCanvas *canvas, gpointer data)
{
  Held *held = data;

  return place_of (WHENCE_GRAPH_CANVAS (canvas), held->view, held->width, held->height);
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
    whence_bundle_get_fact_pair (whence_document_get_bundle (document_of (self)), ref.index, &from, &other);
  return whence_ref_entity (whence_graph_scene_step (self->scene, from, dx, dy));
}

static guint
list (WhenceCanvas *canvas, WhenceRef *refs, guint max)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (canvas);
  WhenceBundle *bundle = whence_document_get_bundle (document_of (self));
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
  WhenceBundle *bundle = whence_document_get_bundle (document_of (canvas));
  g_autofree char *fact = NULL;
  guint n;

  if (ref.kind == WHENCE_REF_ENTITY)
    return whence_describe_entity (bundle, ref.index);
  fact = whence_describe_fact (bundle, ref.index);
  n = self->scene != NULL ? whence_graph_scene_count_on_line (self->scene, ref.index) : 1;
  if (n < 2)
    return g_steal_pointer (&fact);
  /* Translators: what one fact says, and that its line in the graph stands for so many. */
  return g_strdup_printf (ngettext ("%s\nOne of %u fact on this line, which lists them when it is chosen",
                                    "%s\nOne of %u facts on this line, which lists them when it is chosen",
                                    n),
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
whence_graph_canvas_looked (WhenceGraphCanvas *self)
{
  g_signal_emit (self, looked, 0);
}

/* --- The document --- */

/* A neighbourhood that is looked at fills the view; hiding and showing a few moves nothing. */
static void
on_subset (WhenceGraphCanvas *self)
{
  const WhenceGraphFocus *focus = whence_document_get_graph_focus (document_of (self));
  guint key = focus->centres->len == 0 ? 0 : 1 + focus->hops;

  for (guint i = 0; i < focus->centres->len; i++)
    key = key * 31 + g_array_index (focus->centres, guint32, i);
  if (key != self->neighbourhood)
    self->chosen = FALSE;
  self->neighbourhood = key;
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

/* From end to end. */
static void
on_paths (WhenceGraphCanvas *self)
{
  const WhenceGraphPaths *paths = whence_document_get_paths (document_of (self));
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
  const guint32 *entities;

  if (paths == NULL || whence_graph_paths_get_n_listed (paths) == 0 || self->scene == NULL)
    return;
  entities = whence_graph_paths_get (paths, whence_document_get_path (document_of (self)));
  for (guint i = 0; i <= whence_graph_paths_get_hops (paths); i++)
    {
      WhenceRef ref = whence_ref_entity (entities[i]);
      g_array_append_val (refs, ref);
    }
  WHENCE_CANVAS_GET_CLASS (self)->frame (WHENCE_CANVAS (self), (const WhenceRef *) (gconstpointer) refs->data,
                                         refs->len);
}

static void
on_arrangement (WhenceGraphCanvas *self)
{
  WhenceArrangement *arrangement = whence_document_get_arrangement (document_of (self));

  if (self->taking)
    return;
  if (arrangement == NULL)
    self->chosen = FALSE;
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

static void
on_visible_range (WhenceGraphCanvas *self)
{
  if (self->follows && self->arrangement != NULL
      && whence_arrangement_get_layout (self->arrangement) == WHENCE_LAYOUT_CHRONOLOGICAL)
    whence_canvas_invalidate (WHENCE_CANVAS (self));
}

void
whence_graph_canvas_set_follows (WhenceGraphCanvas *self, gboolean follows)
{
  if (self->follows == follows)
    return;
  self->follows = follows;
  self->chosen = FALSE;
  whence_canvas_invalidate (WHENCE_CANVAS (self));
}

static void
on_layout (WhenceGraphCanvas *self)
{
  whence_document_set_arrangement (document_of (self), NULL);
}

void
whence_graph_canvas_set_document (WhenceGraphCanvas *self, WhenceDocument *document)
{
  whence_canvas_set_document (WHENCE_CANVAS (self), document);
  g_signal_connect_object (document, "notify::arrangement", G_CALLBACK (on_arrangement), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::layout", G_CALLBACK (on_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::visible-range", G_CALLBACK (on_visible_range), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::subset", G_CALLBACK (on_subset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::paths", G_CALLBACK (on_paths), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::look", G_CALLBACK (whence_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
  self->actions = whence_graph_commands_new (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "graph", self->actions);
  g_signal_connect_object (document, "notify::negated", G_CALLBACK (whence_canvas_invalidate), self,
                           G_CONNECT_SWAPPED);
}

GActionGroup *
whence_graph_canvas_get_actions (WhenceGraphCanvas *self)
{
  return self->actions;
}

/* Takes over @sentence. */
static void
append (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "   ·   " : "", sentence);
  g_free (sentence);
}

char *
whence_graph_canvas_describe_omitted (WhenceGraphCanvas *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  WhenceGraphOmitted o;
  char *places, *look;
  const char *reason;
  guint n_failed;

  if (self->scene == NULL)
    return NULL;
  o = whence_graph_scene_get_omitted (self->scene);
  places = whence_graph_describe_places (self->scene);
  if (places != NULL)
    append (text, 1, places);
  look = whence_graph_describe_look (self->scene);
  if (look != NULL)
    append (text, 1, look);
  append (text, o.n_single,
          g_strdup_printf (ngettext ("%u fact with one participant is no tie",
                                     "%u facts with one participant are no ties", o.n_single),
                           o.n_single));
  append (
    text, o.n_negated,
    g_strdup_printf (ngettext ("%u negated fact is no tie", "%u negated facts are no ties", o.n_negated),
                     o.n_negated));
  append (
    text, o.n_entities,
    g_strdup_printf (ngettext ("%u is left out of the graph", "%u are left out of the graph", o.n_entities),
                     o.n_entities));
  append (text, o.n_inactive,
          g_strdup_printf (
            ngettext ("%u tie does not hold at this date", "%u ties do not hold at this date", o.n_inactive),
            o.n_inactive));
  append (text, o.n_plain,
          g_strdup_printf (ngettext ("%u tie shows its direction when you zoom in",
                                     "%u ties show their direction when you zoom in", o.n_plain),
                           o.n_plain));
  append (
    text, o.n_foreign,
    g_strdup_printf (ngettext ("%u amount is in another currency and makes no line wider",
                               "%u amounts are in other currencies and make no line wider", o.n_foreign),
                     o.n_foreign));
  n_failed = whence_portraits_get_n_failed (self->portraits, &reason);
  append (text, n_failed,
          /* Translators: how many pictures of people and things, and the file and fault of the first. */
          g_strdup_printf (
            ngettext ("%u picture cannot be shown (%s)", "%u pictures cannot be shown (%s)", n_failed),
            n_failed, reason != NULL ? reason : ""));
  append (text, o.n_unlabelled,
          g_strdup_printf (
            ngettext ("%u name appears when you zoom in", "%u names appear when you zoom in", o.n_unlabelled),
            o.n_unlabelled));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (object);

  self->map = g_value_get_boolean (value);
  whence_graph_canvas_looked (self);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (whence_graph_canvas_parent_class)->size_allocate (widget, width, height, baseline);
  if (WHENCE_GRAPH_CANVAS (widget)->menu != NULL)
    gtk_popover_present (GTK_POPOVER (WHENCE_GRAPH_CANVAS (widget)->menu));
}

static void
dispose (GObject *object)
{
  WhenceGraphCanvas *self = WHENCE_GRAPH_CANVAS (object);

  whence_graph_canvas_stop_drag (self);
  whence_graph_canvas_drop_menu (self);
  g_clear_object (&self->actions);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->progress, whence_layout_progress_unref);
  whence_graph_canvas_end_journey (self);
  G_OBJECT_CLASS (whence_graph_canvas_parent_class)->dispose (object);
}

static void
whence_graph_canvas_class_init (WhenceGraphCanvasClass *klass)
{
  WhenceCanvasClass *canvas_class = WHENCE_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  whence_graph_canvas_install_progress (G_OBJECT_CLASS (klass));
  canvas_class->make_request = make_request;
  canvas_class->free_request = free_request;
  canvas_class->build = build;
  canvas_class->take_scene = take_scene;
  canvas_class->free_scene = free_scene;
  canvas_class->paint = paint;
  canvas_class->hold = hold;
  canvas_class->release = release;
  canvas_class->paint_held = paint_held;
  canvas_class->place_held = place_held;
  canvas_class->pick = pick;
  canvas_class->find = whence_graph_canvas_find;
  canvas_class->step = step;
  canvas_class->list = list;
  canvas_class->describe = describe;
  canvas_class->open = open_line;
  whence_graph_canvas_bind_look (canvas_class);
  whence_graph_canvas_bind_drag (canvas_class);
  G_OBJECT_CLASS (klass)->set_property = set_property;
  GTK_WIDGET_CLASS (klass)->size_allocate = size_allocate;
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), 1,
    g_param_spec_boolean ("map", NULL, NULL, TRUE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  looked =
    g_signal_new ("looked", WHENCE_TYPE_GRAPH_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  whence_graph_commands_bind_keys (GTK_WIDGET_CLASS (klass));
  whence_graph_canvas_bind_menu_keys (GTK_WIDGET_CLASS (klass));
}

static void
whence_graph_canvas_init (WhenceGraphCanvas *self)
{
  self->map = TRUE;
  whence_graph_canvas_add_menu (self);
  self->view = self->scene_view = (WhenceGraphView){ .scale = 1 };
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Graph"), -1);
}
