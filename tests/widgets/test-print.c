/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The print that a canvas of many marks shows instead of drawing them: it comes, is dimmed under what the
 * hand carries, takes the place of another one without a jump, and does not leak. */
#include "fixture.h"
#include "widgets/canvas-private.h"
#include "widgets/graph-canvas.h"

static GtkWidget *
graph_new (WhenceDocument *document)
{
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_GRAPH_CANVAS, NULL);

  whence_graph_canvas_set_document (WHENCE_GRAPH_CANVAS (canvas), document);
  return canvas;
}

static WhenceDocument *
document_new_with_many (guint n_facts)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\": 1, \"entities\": [");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"id\": \"e%u\", \"type\": \"company\", \"name\": \"E %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "], \"facts\": [");
  for (guint i = 0; i < n_facts; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"f%u\", \"type\": \"contract\", \"subject\": \"e%u\", "
                            "\"object\": \"e%u\"}",
                            i > 0 ? "," : "", i, i % 100, (i * 7 + 1) % 100);
  g_string_append (text, "]}");
  return fixture_document_new_for_text (text->str);
}

static gboolean
has_node (GskRenderNode *node, GskRenderNodeType type)
{
  if (node == NULL || gsk_render_node_get_node_type (node) == type)
    return node != NULL;
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return has_node (gsk_transform_node_get_child (node), type);
  if (gsk_render_node_get_node_type (node) == GSK_OPACITY_NODE)
    return has_node (gsk_opacity_node_get_child (node), type);
  if (gsk_render_node_get_node_type (node) == GSK_CLIP_NODE)
    return has_node (gsk_clip_node_get_child (node), type);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      if (has_node (gsk_container_node_get_child (node, i), type))
        return TRUE;
  return FALSE;
}

/* What a frame of the canvas is made of. */
static gboolean
draws (GtkWidget *canvas, GskRenderNodeType type)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  gboolean found;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (canvas), gtk_widget_get_height (canvas));
  node = gtk_snapshot_free_to_node (snapshot);
  found = has_node (node, type);
  g_clear_pointer (&node, gsk_render_node_unref);
  return found;
}

/* Whether a frame shows a picture of what there is, and none is on its way. */
static gboolean
is_printed (GtkWidget *canvas)
{
  const WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (canvas));

  return draws (canvas, GSK_CAIRO_NODE) && priv->print != NULL && priv->rest_source == 0 && !priv->stale
         && priv->printing == NULL && priv->building == NULL;
}

/* A print is a picture made before, where a drawing would take as many steps as it has marks. */
static void
test_print (void)
{
  g_autoptr (WhenceDocument) many = document_new_with_many (3000), few = document_new_with_many (200);
  GtkWidget *canvas = graph_new (many), *small = graph_new (few);
  GtkWindow *window = fixture_show (canvas, 500, 400), *other = fixture_show (small, 500, 400);
  WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (canvas));
  guint first;

  fixture_wait_for (is_printed (canvas));
  first = priv->look;
  whence_canvas_zoom (WHENCE_CANVAS (canvas), 2);
  whence_document_select (many, whence_ref_entity (0), FALSE);
  fixture_wait_for (draws (canvas, GSK_CAIRO_NODE));
  /* What is lit is other, and so is the scene. */
  fixture_wait_for (priv->look >= first + 2 && is_printed (canvas));
  fixture_wait_for (draws (small, GSK_CAIRO_NODE));
  g_assert_null (whence_canvas_private (WHENCE_CANVAS (small))->print);
  fixture_close (window);
  fixture_close (other);
}

/* The picture is dimmed under what the hand carries, and made anew only after that. */
static void
test_carry (void)
{
  g_autoptr (WhenceDocument) document = document_new_with_many (3000);
  GtkWidget *widget = graph_new (document);
  GtkWindow *window = fixture_show (widget, 500, 400);
  WhenceCanvas *canvas = WHENCE_CANVAS (widget);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRef ref = whence_ref_entity (0);
  WhenceArrangement *before;

  fixture_wait_for (is_printed (widget));
  before = whence_arrangement_ref (whence_document_get_arrangement (document));
  g_assert_true (klass->drag_begin (canvas, ref, 100, 100));
  g_assert_false (draws (widget, GSK_OPACITY_NODE));
  klass->drag_move (canvas, ref, 160, 130);
  fixture_wait_for (draws (widget, GSK_OPACITY_NODE));
  g_assert_true (draws (widget, GSK_CAIRO_NODE));
  g_assert_true (whence_document_get_arrangement (document) == before);
  klass->drag_end (canvas, ref);
  g_assert_true (whence_arrangement_is_pinned (whence_document_get_arrangement (document), 0));
  fixture_wait_for (is_printed (widget) && !draws (widget, GSK_OPACITY_NODE));
  whence_arrangement_unref (before);
  fixture_close (window);
}

/* --- No jump --- */

#define WIDTH 500
#define HEIGHT 400

/* The pixels of a frame, drawn now and not taken from the last one. Transfer full. */
static cairo_surface_t *
picture (GtkWidget *canvas)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (canvas, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static int
value_at (cairo_surface_t *surface, int x, int y, int channel)
{
  return cairo_image_surface_get_data (
    surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + channel];
}

/* In each pixel the middle one lies halfway; returns the largest difference between the first and the last.
 */
static int
assert_between (cairo_surface_t *first, cairo_surface_t *middle, cairo_surface_t *last)
{
  int most = 0;

  for (int i = 0; i < WIDTH * HEIGHT * 3; i++)
    {
      int x = i / 3 % WIDTH, y = i / 3 / WIDTH, from = value_at (first, x, y, i % 3),
          to = value_at (last, x, y, i % 3);
      g_assert_cmpint (ABS (2 * value_at (middle, x, y, i % 3) - from - to), <=, 4);
      most = MAX (most, ABS (from - to));
    }
  return most;
}

static void
zoom (GtkWidget *canvas, double factor)
{
  WHENCE_CANVAS_GET_CLASS (canvas)->zoom (WHENCE_CANVAS (canvas), WIDTH / 2, HEIGHT / 2, factor,
                                          WHENCE_MOTION_FOLLOW);
}

/* From what was scaled to what is sharp. */
static void
test_fade (void)
{
  g_autoptr (WhenceDocument) document = document_new_with_many (3000);
  GtkWidget *canvas = graph_new (document);
  GtkWindow *window = fixture_show (canvas, WIDTH, HEIGHT);
  WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (canvas));
  cairo_surface_t *pictures[3];

  fixture_wait_for (is_printed (canvas));
  g_object_set (gtk_widget_get_settings (canvas), "gtk-enable-animations", TRUE, NULL);
  zoom (canvas, 1.3);
  fixture_wait_for (priv->faded != NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      priv->fade = i * 0.5;
      pictures[i] = picture (canvas);
    }
  g_assert_cmpint (assert_between (pictures[0], pictures[1], pictures[2]), >, 20);
  fixture_wait_for (is_printed (canvas) && priv->faded == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    cairo_surface_destroy (pictures[i]);
  fixture_close (window);
}

/* What is lit is lit at once; and so is all where nothing is to move. */
static void
test_no_fade (void)
{
  g_autoptr (WhenceDocument) document = document_new_with_many (3000);
  GtkWidget *canvas = graph_new (document);
  GtkWindow *window = fixture_show (canvas, WIDTH, HEIGHT);
  WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (canvas));
  WhenceCanvasPrint *before;

  fixture_wait_for (is_printed (canvas));
  g_object_set (gtk_widget_get_settings (canvas), "gtk-enable-animations", TRUE, NULL);
  before = priv->print;
  whence_document_select (document, whence_ref_entity (0), FALSE);
  fixture_wait_for (priv->print != before);
  g_assert_null (priv->faded);
  fixture_wait_for (is_printed (canvas));
  g_object_set (gtk_widget_get_settings (canvas), "gtk-enable-animations", FALSE, NULL);
  before = priv->print;
  zoom (canvas, 1.3);
  fixture_wait_for (priv->print != before);
  g_assert_null (priv->faded);
  fixture_wait_for (is_printed (canvas));
  fixture_close (window);
}

static void
test_print_does_not_leak (void)
{
  WhenceDocument *document = document_new_with_many (3000);
  GtkWidget *canvas = graph_new (document);
  GtkWindow *window = fixture_show (canvas, 500, 400);

  g_object_add_weak_pointer (G_OBJECT (canvas), (gpointer *) &canvas);
  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  draws (canvas, GSK_CAIRO_NODE);
  fixture_close (window);
  fixture_wait_for (canvas == NULL);
  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/widgets/graph/print", test_print);
  g_test_add_func ("/widgets/graph/carry", test_carry);
  g_test_add_func ("/widgets/graph/print/fade", test_fade);
  g_test_add_func ("/widgets/graph/print/no-fade", test_no_fade);
  g_test_add_func ("/widgets/graph/print/no-leak", test_print_does_not_leak);
  return g_test_run ();
}
