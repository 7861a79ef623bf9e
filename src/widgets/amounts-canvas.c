/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A canvas over the scene of the amounts track. Invariant: its time is what the document says that the
 * timeline shows; it has none of its own. */
#include "widgets/amounts-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "document/amounts-choice.h"
#include "layout/amounts.h"
#include "model/text-fill.h"
#include "widgets/describe.h"

G_DEFINE_FINAL_TYPE (WhenceAmountsCanvas, whence_amounts_canvas, WHENCE_TYPE_CANVAS)

/* --- What is where --- */

static WhenceRef
pick (WhenceCanvas *canvas, double x, double y)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  return whence_ref_fact (
    whence_amounts_scene_pick (self->scene, x - whence_amounts_canvas_get_shift (self), y));
}

static gboolean
find (WhenceCanvas *canvas, WhenceRef ref, WhenceRect *bounds)
{
  WhenceAmountsCanvas *self = WHENCE_AMOUNTS_CANVAS (canvas);

  if (ref.kind != WHENCE_REF_FACT || !whence_amounts_scene_find (self->scene, ref.index, bounds))
    return FALSE;
  bounds->x += whence_amounts_canvas_get_shift (self);
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
  g_autofree guint32 *facts = g_new (guint32, max);
  guint n = whence_amounts_scene_list (WHENCE_AMOUNTS_CANVAS (canvas)->scene, facts, max);

  for (guint i = 0; i < n; i++)
    refs[i] = whence_ref_fact (facts[i]);
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
  return whence_amounts_scene_pick_group (self->scene, x - whence_amounts_canvas_get_shift (self), y,
                                          n_facts);
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

static void
forget_currencies (WhenceAmountsCanvas *self)
{
  g_clear_pointer (&self->counted, whence_scope_unref);
  g_clear_pointer (&self->counted_of, g_bytes_unref);
}

/* In how many currencies those have amounts whose amounts are shown. It is asked again and again, and costs a
 * walk over their facts: the answer is kept until it is about others. */
static guint
count_currencies (WhenceAmountsCanvas *self, WhenceDocument *document)
{
  WhenceScope *scope = whence_document_get_scope (document);
  g_autoptr (GArray) entities = whence_document_dup_amounts_of (document);
  g_autoptr (GBytes) about = g_bytes_new (entities->data, entities->len * sizeof (guint32));
  g_autofree const char **currencies = NULL;

  if (self->counted == scope && g_bytes_equal (self->counted_of, about))
    return self->n_currencies;
  currencies =
    whence_amounts_rank_currencies (scope, (const guint32 *) (gconstpointer) entities->data, entities->len);
  forget_currencies (self);
  self->counted = whence_scope_ref (scope);
  self->counted_of = g_steal_pointer (&about);
  self->n_currencies = g_strv_length ((char **) currencies);
  return self->n_currencies;
}

/* As high as the currencies of those who are shown ask for. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  WhenceDocument *document = document_of (widget);
  guint n = 1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 480;
      return;
    }
  if (document != NULL && whence_document_get_amounts_currency (document) == NULL
      && whence_document_knows_amounts (document))
    n = count_currencies (WHENCE_AMOUNTS_CANVAS (widget), document);
  *minimum = *natural = (int) whence_amounts_natural_height (n);
}

static void
finalize (GObject *object)
{
  forget_currencies (WHENCE_AMOUNTS_CANVAS (object));
  G_OBJECT_CLASS (whence_amounts_canvas_parent_class)->finalize (object);
}

static void
whence_amounts_canvas_class_init (WhenceAmountsCanvasClass *klass)
{
  WhenceCanvasClass *canvas_class = WHENCE_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  GTK_WIDGET_CLASS (klass)->measure = measure;
  whence_amounts_canvas_bind_scene (canvas_class);
  whence_amounts_canvas_bind_look (canvas_class);
  canvas_class->pick = pick;
  canvas_class->find = find;
  canvas_class->step = step;
  canvas_class->list = list;
  canvas_class->describe = describe;
  canvas_class->describe_ground = describe_ground;
  canvas_class->click_ground = click_ground;
}

static void
whence_amounts_canvas_init (WhenceAmountsCanvas *self)
{
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Amounts"), -1);
}
