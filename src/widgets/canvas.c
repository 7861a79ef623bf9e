/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the scene and keeps it up to date. A scene of a small bundle is built at once, so that nothing ever
 * flickers; a large one in a worker, one at a time, and a stale answer is dropped. Cost of a frame: the
 * painter's. */
#include "widgets/canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "paint/pen-backs.h"
#include "widgets/mark.h"
#include "widgets/text-zoom.h"

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

const WhenceStyle *
whence_canvas_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return whence_style_get (dark ? WHENCE_THEME_CONTRAST_DARK : WHENCE_THEME_CONTRAST_LIGHT);
  return whence_style_get (dark ? WHENCE_THEME_DARK : WHENCE_THEME_LIGHT);
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

/* --- Where the view looks --- */

void
whence_canvas_zoom (WhenceCanvas *canvas, double factor)
{
  double x = gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
         y = gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0;

  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (canvas, x, y, factor, WHENCE_MOTION_TRAVEL);
}

void
whence_canvas_fit (WhenceCanvas *canvas)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->fit (canvas);
}

void
whence_canvas_add_marks (WhenceCanvas *canvas, WhenceRef ref, GArray *marks)
{
  const WhenceScope *scope = whence_document_get_scope (whence_canvas_get_document (canvas));
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  g_autoptr (GArray) facts = NULL, entities = NULL;

  if (ref.kind != WHENCE_REF_SOURCE)
    {
      g_array_append_val (marks, ref);
      return;
    }
  facts = whence_ref_list_facts (ref, bundle, whence_scope_get_known_by (scope));
  for (guint i = 0; i < facts->len; i++)
    if (whence_scope_shows (scope, g_array_index (facts, guint32, i)))
      g_array_append_val (marks, ((WhenceRef){ WHENCE_REF_FACT, g_array_index (facts, guint32, i) }));
  entities = whence_ref_list_entities (ref, bundle, whence_scope_get_known_by (scope));
  for (guint i = 0; i < entities->len; i++)
    g_array_append_val (marks, ((WhenceRef){ WHENCE_REF_ENTITY, g_array_index (entities, guint32, i) }));
}

void
whence_canvas_reveal (WhenceCanvas *canvas, WhenceRef ref)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (WhenceRef));

  if (ref.kind == WHENCE_REF_SOURCE)
    {
      whence_canvas_add_marks (canvas, ref, marks);
      ref = marks->len > 0 ? g_array_index (marks, WhenceRef, 0) : WHENCE_REF_NOTHING;
    }
  if (ref.kind != WHENCE_REF_NONE && whence_canvas_has_scene (canvas))
    WHENCE_CANVAS_GET_CLASS (canvas)->reveal (canvas, ref);
}

gboolean
whence_canvas_frame_selection (WhenceCanvas *canvas)
{
  const WhenceRef *refs;
  guint n_refs;

  if (!whence_canvas_has_scene (canvas))
    return FALSE;
  refs = whence_document_get_selection (whence_canvas_get_document (canvas), &n_refs);
  return n_refs > 0 && WHENCE_CANVAS_GET_CLASS (canvas)->frame (canvas, refs, n_refs);
}

/* --- GtkWidget --- */

static void
draw_busy (GtkWidget *widget, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, _ ("Laying out…"));
  const WhenceColor c = style->text_muted;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2,
                                                (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ (float) c.r, (float) c.g, (float) c.b, 1 });
  gtk_snapshot_restore (snapshot);
}

static void
paint_frame (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style,
             void (*paint) (WhenceCanvas *, const WhenceCanvasPaint *, WhencePen *))
{
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  float width = (float) gtk_widget_get_width (GTK_WIDGET (canvas)),
        height = (float) gtk_widget_get_height (GTK_WIDGET (canvas));
  WhenceHighlight highlight = whence_document_get_highlight (priv->document);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  WhencePen *pen = whence_pen_new_screen (cr, whence_text_zoom_get_scale (GTK_WIDGET (canvas)));

  paint (canvas,
         &(WhenceCanvasPaint){ .style = style, .highlight = &highlight, .width = width, .height = height },
         pen);
  whence_pen_free (pen);
  cairo_destroy (cr);
}

static void
draw_picture (WhenceCanvas *canvas, GtkSnapshot *snapshot, const WhenceStyle *style)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  gboolean carries = klass->carries != NULL && klass->carries (canvas);

  if (carries)
    gtk_snapshot_push_opacity (snapshot, style->dimmed);
  if (!whence_canvas_needs_print (canvas))
    paint_frame (canvas, snapshot, style, klass->paint);
  else if (!whence_canvas_snapshot_print (canvas, snapshot, style))
    draw_busy (GTK_WIDGET (canvas), snapshot, style);
  if (!carries)
    return;
  gtk_snapshot_pop (snapshot);
  paint_frame (canvas, snapshot, style, klass->paint_carried);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasPrivate *priv = whence_canvas_private (canvas);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  const WhenceStyle *style = whence_canvas_get_style ();
  const GdkRGBA ground = { (float) style->ground.r, (float) style->ground.g, (float) style->ground.b, 1 };

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (priv->busy)
    draw_busy (widget, snapshot, style);
  if (!priv->has_scene || width <= 0 || height <= 0)
    return;
  draw_picture (canvas, snapshot, style);
  whence_canvas_snapshot_band (canvas, snapshot, style);
}

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
  widget_class->snapshot = snapshot;
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
