/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widget of a canvas: it watches the document, is one Tab stop, and says in a tooltip what is under the
 * pointer. Invariant: a scene of other records than the document's is dropped at once. */
#include "widgets/canvas-private.h"

#include <adwaita.h>

static guint scene_changed;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (WhenceCanvas, whence_canvas, GTK_TYPE_WIDGET)

WhenceCanvasPrivate *
whence_canvas_private (WhenceCanvas *canvas)
{
  return whence_canvas_get_instance_private (canvas);
}

void
whence_canvas_emit_scene_changed (WhenceCanvas *canvas)
{
  g_signal_emit (canvas, scene_changed, 0);
}

/* --- The document --- */

static void
count_records (WhenceDocument *document, guint *n_facts, guint *n_entities)
{
  WhenceBundle *bundle = whence_document_get_bundle (document);

  *n_facts = whence_bundle_get_n_facts (bundle);
  *n_entities = whence_bundle_get_n_entities (bundle);
}

/* An edit keeps the records, and the old scene may stay until the new one is there; otherwise its indices
 * would reach beyond the document's. */
static void
on_bundle_changed (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  guint n_facts, n_entities;

  whence_canvas_close_facts (canvas);
  count_records (priv->document, &n_facts, &n_entities);
  if (n_facts != priv->n_facts || n_entities != priv->n_entities)
    whence_canvas_drop_scene (canvas);
  priv->n_facts = n_facts;
  priv->n_entities = n_entities;
}

static void
on_highlight_changed (WhenceCanvas *canvas)
{
  whence_canvas_private (canvas)->look++;
  whence_canvas_update_marks_later (canvas);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
whence_canvas_set_document (WhenceCanvas *canvas, WhenceDocument *document)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  g_return_if_fail (priv->document == NULL);
  priv->document = g_object_ref (document);
  count_records (document, &priv->n_facts, &priv->n_entities);
  g_signal_connect_object (document, "notify::bundle", G_CALLBACK (on_bundle_changed), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::scope", G_CALLBACK (whence_canvas_begin_anew), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::as-of", G_CALLBACK (gtk_widget_queue_draw), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "highlight-changed", G_CALLBACK (on_highlight_changed), canvas,
                           G_CONNECT_SWAPPED);
  whence_canvas_invalidate (canvas);
}

WhenceDocument *
whence_canvas_get_document (WhenceCanvas *canvas)
{
  return whence_canvas_private (canvas)->document;
}

const WhenceKnownBy *
whence_canvas_get_known_by (WhenceCanvas *canvas)
{
  return whence_scope_get_known_by (whence_document_get_scope (whence_canvas_get_document (canvas)));
}

/* --- GtkWidget --- */

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  if (width != priv->width || height != priv->height)
    priv->stale = TRUE;
  priv->width = width;
  priv->height = height;
  whence_canvas_update_scene (canvas);
  whence_canvas_place_marks (canvas);
  whence_canvas_present_facts (canvas);
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 360;
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  g_autofree char *text = NULL;
  WhenceRef ref;
  WhenceRect bounds;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  /* Not over an open menu or list. */
  if (keyboard || !whence_canvas_has_scene (canvas)
      || whence_canvas_private (canvas)->drag != WHENCE_DRAG_NONE
      || (child != NULL && GTK_IS_POPOVER (child)))
    return FALSE;
  ref = klass->pick (canvas, x, y);
  if (ref.kind != WHENCE_REF_NONE)
    text = klass->describe (canvas, ref);
  else if (klass->describe_ground != NULL)
    text = klass->describe_ground (canvas, x, y);
  if (text == NULL)
    return FALSE;
  /* Never as markup: it comes from a file. */
  gtk_tooltip_set_text (tooltip, text);
  if (klass->find (canvas, ref, &bounds) && whence_rect_contains (bounds, x, y))
    gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) bounds.x, (int) bounds.y,
                                                        (int) bounds.width + 1, (int) bounds.height + 1 });
  return TRUE;
}

static void
dispose (GObject *object)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (object);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);

  whence_canvas_stop_building (canvas);
  whence_canvas_stop_travel (canvas);
  whence_canvas_stop_glide (canvas);
  g_clear_handle_id (&priv->busy_source, g_source_remove);
  g_clear_handle_id (&priv->rest_source, g_source_remove);
  if (priv->has_scene)
    {
      WHENCE_CANVAS_GET_CLASS (canvas)->take_scene (canvas, NULL, NULL);
      priv->has_scene = FALSE;
    }
  whence_canvas_drop_print (canvas);
  whence_canvas_clear_marks (canvas);
  whence_canvas_drop_facts (canvas);
  g_clear_object (&priv->document);
  G_OBJECT_CLASS (whence_canvas_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (whence_canvas_private (WHENCE_CANVAS (object))->marks);
  G_OBJECT_CLASS (whence_canvas_parent_class)->finalize (object);
}

/* One Tab stop: the arrows move within. */
static gboolean
focus (GtkWidget *widget, GtkDirectionType direction)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  const WhenceRef *refs;
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  WhenceRect bounds;
  guint n_refs;

  if (child != NULL && GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (gtk_widget_is_focus (widget) || child != NULL || priv->document == NULL)
    return FALSE;
  refs = whence_document_get_selection (priv->document, &n_refs);
  if (n_refs > 0 && priv->has_scene && WHENCE_CANVAS_GET_CLASS (canvas)->find (canvas, refs[0], &bounds))
    {
      whence_canvas_focus (canvas, refs[0]);
      return TRUE;
    }
  return gtk_widget_grab_focus (widget);
}

static void
whence_canvas_class_init (WhenceCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->focus = focus;
  widget_class->snapshot = whence_canvas_snapshot;
  widget_class->size_allocate = size_allocate;
  widget_class->measure = measure;
  widget_class->query_tooltip = query_tooltip;
  scene_changed = g_signal_new ("scene-changed", WHENCE_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  whence_canvas_bind_keys (widget_class);
}

static void
whence_canvas_init (WhenceCanvas *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  GtkWidget *widget = GTK_WIDGET (canvas);

  priv->marks = g_ptr_array_new ();
  priv->dragged = WHENCE_REF_NOTHING;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  whence_canvas_add_gestures (canvas);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), canvas, G_CONNECT_SWAPPED);
}
