/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A canvas over the scene of the amounts track. Invariant: its time is what the document says that the
 * timeline shows; it has none of its own. While a scene is late, the last one is shown where its instants
 * are. */
#include "widgets/amounts-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/amounts-choice.h"
#include "layout/amounts-scene.h"
#include "layout/amounts.h"
#include "model/text-fill.h"
#include "paint/amounts-painter.h"
#include "paint/pen-backs.h"
#include "widgets/describe.h"
#include "widgets/time-frame.h"

#define REVEAL_AT 0.3   /* of the width: where a fact comes into view */
#define SAME_SCALE 1e-6 /* the document counts in whole seconds: a pan is no zoom */

struct _WhenceAmountsCanvas
{
  WhenceCanvas parent_instance;
  WhenceAmountsScene *scene;
  WhenceTimeView scene_view;
  double head_reserved;
};

G_DEFINE_FINAL_TYPE (WhenceAmountsCanvas, whence_amounts_canvas, WHENCE_TYPE_CANVAS)

static WhenceDocument *
document_of (gpointer self)
{
  return whence_canvas_get_document (WHENCE_CANVAS (self));
}

static WhenceBundle *
bundle_of (gpointer self)
{
  return whence_document_get_told_bundle (document_of (self));
}

static double
width_of (gpointer self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

/* --- The scene --- */

typedef struct
{
  WhenceAmountsRequest request;
  GArray *entities;
  char *currency;
} Request;

/* Nothing before there is a timeline: it decides where time is. */
static gpointer
make_request (WhenceCanvas *canvas, double width, double height)
{
  WhenceDocument *document = document_of (canvas);
  WhenceTimeView view;
  Request *own;

  if (!whence_document_get_visible_view (document, &view))
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
  whence_amounts_scene_unref (scene);
}

static void
rehearse (gpointer data, gpointer scene, const WhenceCanvasPaint *how, WhencePen *pen)
{
  whence_amounts_paint (&(WhenceAmountsPaint){ .scene = scene,
                                               .style = how->style,
                                               .highlight = how->highlight,
                                               .dated = ((Request *) data)->request.scope,
                                               .width = how->width,
                                               .height = how->height },
                        pen);
}

static void
take_scene (WhenceCanvas *canvas, gpointer data, gpointer scene)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  g_clear_pointer (&self->scene, whence_amounts_scene_unref);
  self->scene = scene;
  if (scene != NULL)
    self->scene_view = ((Request *) data)->request.view;
}

/* --- What is where --- */

/* How far the timeline has moved on since the scene was asked for. */
static double
shift_of (WhenceAmountsCanvas *self)
{
  WhenceTimeView view;

  if (!whence_document_get_visible_view (document_of (self), &view)
      || fabs (view.seconds_per_px - self->scene_view.seconds_per_px) > SAME_SCALE * view.seconds_per_px)
    return 0;
  return whence_time_view_to_x (view, self->scene_view.origin)
         + self->scene_view.fraction / view.seconds_per_px;
}

static void
paint (WhenceCanvas *canvas, const WhenceCanvasPaint *how, WhencePen *pen)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  whence_pen_push_transform (pen, shift_of (self), 0, 1);
  whence_amounts_paint (&(WhenceAmountsPaint){ .scene = self->scene,
                                               .style = how->style,
                                               .highlight = how->highlight,
                                               .dated = whence_document_get_scope (document_of (canvas)),
                                               .width = how->width,
                                               .height = how->height },
                        pen);
  whence_pen_pop_transform (pen);
}

static WhenceRef
pick (WhenceCanvas *canvas, double x, double y)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  return whence_ref_fact (whence_amounts_scene_pick (self->scene, x - shift_of (self), y));
}

static gboolean
find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  if (ref.kind != WHENCE_REF_FACT || !whence_amounts_scene_find (self->scene, ref.index, bounds))
    return FALSE;
  bounds->x += shift_of (self);
  return TRUE;
}

static WhenceRef
step (WhenceCanvas *canvas, WhenceRef ref, int dx, int dy)
{
  guint32 from = ref.kind == WHENCE_REF_FACT ? ref.index : WHENCE_NONE;

  return whence_ref_fact (whence_amounts_scene_step (WHENCE_AMOUNTS_CANVAS (canvas)->scene, from, dx, dy));
}

static guint
list (WhenceCanvas *canvas, WhenceRef *refs, guint max)
{
  g_autoptr (GArray) entities = whence_document_dup_amounts_of (document_of (canvas));
  g_autoptr (GArray) facts =
    whence_amounts_of (whence_document_get_scope (document_of (canvas)),
                       (const guint32 *) (gconstpointer) entities->data, entities->len);
  WhenceRect bounds;
  guint n = 0;

  for (guint i = 0; i < facts->len && n < max; i++)
    {
      WhenceRef ref = whence_ref_fact (g_array_index (facts, guint32, i));
      if (find (canvas, ref, &bounds))
        refs[n++] = ref;
    }
  return n;
}

static char *
describe (WhenceCanvas *canvas, WhenceRef ref)
{
  return whence_describe_fact (bundle_of (canvas), whence_canvas_get_known_by (canvas), ref.index);
}

static const guint32 *
group_at (WhenceAmountsCanvas *self, double x, double y, guint *n_facts)
{
  return whence_amounts_scene_pick_group (self->scene, x - shift_of (self), y, n_facts);
}

static char *
describe_ground (WhenceCanvas *canvas, double x, double y)
{
  guint n_facts;

  if (group_at (WHENCE_AMOUNTS_CANVAS (canvas), x, y, &n_facts) == NULL)
    return NULL;
  return whence_text_compose (
    ngettext ("%'u amount. Click to list it", "%'u amounts. Click to list them", n_facts), n_facts);
}

static gboolean
click_ground (WhenceCanvas *canvas, double x, double y, int n_press)
{
  guint n_facts;
  const guint32 *facts = group_at (WHENCE_AMOUNTS_CANVAS (canvas), x, y, &n_facts);
  WhenceRect bounds;

  if (facts == NULL)
    return FALSE;
  if (n_press == 1 && find (canvas, whence_ref_fact (facts[0]), &bounds))
    whence_canvas_list_facts (canvas, facts, n_facts, bounds, NULL, NULL);
  return TRUE;
}

/* --- Where the view looks: where the document does --- */

static void
look_at (WhenceCanvas *canvas, WhenceTimeView view, WhenceMotion motion)
{
  gint64 to = whence_time_view_to_instant (view, width_of (canvas));

  (motion == WHENCE_MOTION_FOLLOW ? whence_document_move_range : whence_document_set_range) (
    document_of (canvas), view.origin, MAX (to, view.origin + 1));
}

static void
pan (WhenceCanvas *canvas, double dx, double dy, WhenceMotion motion)
{
  WhenceTimeView view;

  if (dx != 0 && whence_document_get_visible_view (document_of (canvas), &view))
    look_at (canvas, whence_time_view_pan (view, -dx), motion);
}

static void
zoom (WhenceCanvas *canvas, double x, double y, double factor, WhenceMotion motion)
{
  WhenceTimeView view;

  if (whence_document_get_visible_view (document_of (canvas), &view))
    look_at (canvas, whence_time_view_zoom (view, x, 1 / factor), motion);
}

/* It never travels by itself. */
static void
travel (WhenceCanvas *canvas, double t)
{
  whence_canvas_scene_moved (canvas);
}

static void
fit (WhenceCanvas *canvas)
{
  whence_document_fit_range (document_of (canvas));
}

static gboolean
frame (WhenceCanvas *canvas, const WhenceRef *refs, guint n_refs)
{
  return whence_time_frame_refs (document_of (canvas), refs, n_refs);
}

static void
reveal (WhenceCanvas *canvas, WhenceRef ref)
{
  gint64 from = G_MAXINT64, to = G_MININT64;
  WhenceTimeView view;
  WhenceRect bounds;

  if (ref.kind != WHENCE_REF_FACT || find (canvas, ref, &bounds))
    return;
  whence_time_frame_add (whence_bundle_get_fact_date (bundle_of (canvas), ref.index), &from, &to);
  if (from >= to || !whence_document_get_visible_view (document_of (canvas), &view))
    return;
  double x = whence_time_view_to_x (view, from) - width_of (canvas) * REVEAL_AT;
  look_at (canvas, whence_time_view_pan (view, x), WHENCE_MOTION_TRAVEL);
}

static void
approach (WhenceCanvas *canvas, WhenceRef ref, double x, double y)
{
  if (ref.kind == WHENCE_REF_FACT)
    frame (canvas, &ref, 1);
  else if (ref.kind == WHENCE_REF_NONE)
    fit (canvas);
}

/* --- The document --- */

static void
on_changed (WhenceAmountsCanvas *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  whence_canvas_begin_anew (WHENCE_CANVAS (self));
}

/* Who is selected decides whose amounts are shown, unless somebody chose. */
static void
on_selection (WhenceAmountsCanvas *self)
{
  if (!whence_document_has_chosen_amounts (document_of (self)))
    on_changed (self);
}

static void
on_time (WhenceAmountsCanvas *self)
{
  whence_canvas_invalidate (WHENCE_CANVAS (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
whence_amounts_canvas_set_document (WhenceAmountsCanvas *self, WhenceDocument *document)
{
  const struct
  {
    const char *signal;
    void (*func) (WhenceAmountsCanvas *self);
  } signals[] = {
    { "notify::amounts", on_changed },
    { "notify::grouping", on_changed },
    { "selection-changed", on_selection },
    { "notify::visible-range", on_time },
  };

  whence_canvas_set_document (WHENCE_CANVAS (self), document);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (document, signals[i].signal, G_CALLBACK (signals[i].func), self,
                             G_CONNECT_SWAPPED);
}

void
whence_amounts_canvas_reserve_head (WhenceAmountsCanvas *self, double width)
{
  self->head_reserved = width;
}

char *
whence_amounts_canvas_describe_omitted (WhenceAmountsCanvas *self)
{
  return self->scene == NULL ? NULL : whence_amounts_scene_describe_omitted (self->scene);
}

/* --- GtkWidget --- */

/* As high as the currencies of those who are shown ask for. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceDocument *document = document_of (widget);
  g_autofree const char **currencies = NULL;
  g_autoptr (GArray) entities = NULL;
  guint n = 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 480;
      return;
    }
  if (document != NULL && whence_document_get_amounts_currency (document) == NULL)
    {
      entities = whence_document_dup_amounts_of (document);
      currencies =
        whence_amounts_rank_currencies (whence_document_get_scope (document),
                                        (const guint32 *) (gconstpointer) entities->data, entities->len);
      n = g_strv_length ((char **) currencies);
    }
  *minimum = *natural = (int) whence_amounts_natural_height (n);
}

static void
whence_amounts_canvas_class_init (WhenceAmountsCanvasClass *klass)
{
  WhenceCanvasClass *canvas_class = WHENCE_CANVAS_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->measure = measure;
  canvas_class->make_request = make_request;
  canvas_class->free_request = free_request;
  canvas_class->build = build;
  canvas_class->rehearse = rehearse;
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
  canvas_class->pan = pan;
  canvas_class->zoom = zoom;
  canvas_class->travel = travel;
  canvas_class->fit = fit;
  canvas_class->frame = frame;
  canvas_class->reveal = reveal;
  canvas_class->approach = approach;
}

static void
whence_amounts_canvas_init (WhenceAmountsCanvas *self)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Amounts"), -1);
}
