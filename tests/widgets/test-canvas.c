/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas and its two views: a scene comes, marks stand for what is drawn, zoom and fit lead there and
 * back, and nothing leaks. */
#include "fixture.h"
#include "widgets/canvas-private.h"
#include "widgets/graph-canvas.h"
#include "widgets/mark.h"
#include "widgets/timeline-canvas.h"

static GtkWidget *
timeline_new (WhenceDocument *document)
{
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL);

  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (canvas), document);
  return canvas;
}

static GtkWidget *
graph_new (WhenceDocument *document)
{
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_GRAPH_CANVAS, NULL);

  whence_graph_canvas_set_document (WHENCE_GRAPH_CANVAS (canvas), document);
  return canvas;
}

typedef GtkWidget *(*MakeCanvas) (WhenceDocument *document);

typedef struct
{
  const char *name;
  MakeCanvas make;
  WhenceRef ref; /* something that is drawn there */
  guint n_marks; /* at least */
} Case;

static const Case cases[] = {
  { "timeline", timeline_new, { WHENCE_REF_FACT, FACT_INVESTED }, 2 },
  { "graph", graph_new, { WHENCE_REF_ENTITY, ENTITY_BAR }, 5 },
};

static WhenceMark *
find_mark (GtkWidget *canvas, WhenceRef ref)
{
  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (WHENCE_IS_MARK (child) && whence_ref_equal (whence_mark_get_ref (WHENCE_MARK (child)), ref))
      return WHENCE_MARK (child);
  return NULL;
}

static void
test_marks (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = c->make (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);
  WhenceMark *mark;

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_LIST);
  fixture_wait_for (find_mark (canvas, c->ref) != NULL);
  g_assert_true (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  g_assert_cmpuint (fixture_count (canvas, WHENCE_TYPE_MARK), >=, c->n_marks);
  mark = find_mark (canvas, c->ref);
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_activate_action (GTK_WIDGET (mark), "mark.activate", NULL);
  g_assert_true (whence_document_is_selected (document, c->ref));
  fixture_close (window);
}

static void
test_no_leak (gconstpointer data)
{
  const Case *c = data;
  WhenceDocument *document = fixture_document_new ();
  GtkWidget *canvas = g_object_ref (c->make (document));
  GtkWindow *window = fixture_show (canvas, 700, 500);

  fixture_wait_for (find_mark (canvas, c->ref) != NULL);
  fixture_close (window);
  g_assert_finalize_object (canvas);
  g_assert_finalize_object (document);
}

/* A bundle that is replaced while its scene is shown must not leave indices of the old one behind. */
static void
test_other_bundle (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  GtkWidget *canvas = c->make (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);

  fixture_wait_for (find_mark (canvas, c->ref) != NULL);
  whence_document_set_bundle (document, empty, NULL);
  fixture_wait_for (fixture_count (canvas, WHENCE_TYPE_MARK) == 0);
  fixture_close (window);
}

/* Lets a worker build the scene of a timeline that moves, whose last one is said to have taken long. */
static WhenceCanvasPrivate *
start_moving (GtkWidget *canvas)
{
  WhenceCanvasPrivate *priv = whence_canvas_private (WHENCE_CANVAS (canvas));

  fixture_wait_for (priv->has_scene && !priv->stale && priv->building == NULL);
  priv->cost = G_USEC_PER_SEC;
  WHENCE_CANVAS_GET_CLASS (canvas)->pan (WHENCE_CANVAS (canvas), -20, 0, WHENCE_MOTION_FOLLOW);
  fixture_wait_for (priv->building != NULL);
  g_assert_true (priv->for_view);
  return priv;
}

/* A scene that comes late is nobody's: of a bundle that is another one meanwhile, or of a canvas that is
 * gone.
 */
static void
test_late_scene (void)
{
  WhenceDocument *document = fixture_document_new ();
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  GtkWidget *canvas = timeline_new (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);
  WhenceCanvasPrivate *priv = start_moving (canvas);
  g_autoptr (WhenceBundle) before = whence_bundle_ref (whence_document_get_bundle (document));

  whence_document_set_bundle (document, empty, NULL);
  g_assert_false (priv->has_scene);
  fixture_wait_for (!priv->stale && priv->building == NULL);
  g_assert_cmpuint (fixture_count (canvas, WHENCE_TYPE_MARK), ==, 0);
  whence_document_set_bundle (document, before, NULL);
  fixture_wait_for (find_mark (canvas, whence_ref_fact (FACT_INVESTED)) != NULL);
  start_moving (canvas);
  g_object_add_weak_pointer (G_OBJECT (canvas), (gpointer *) &canvas);
  fixture_close (window);
  fixture_wait_for (canvas == NULL);
  g_assert_finalize_object (document);
}

static void
test_zoom_and_fit (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = timeline_new (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);
  gint64 all_from, all_to, from, to;

  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  whence_document_get_visible_range (document, &all_from, &all_to);
  g_assert_cmpint (all_from, <, all_to);
  whence_canvas_zoom (WHENCE_CANVAS (canvas), 2);
  g_assert_true (whence_document_get_range (document, &from, &to));
  g_assert_cmpint (from, >, all_from);
  g_assert_cmpint (to, <, all_to);
  whence_canvas_fit (WHENCE_CANVAS (canvas));
  g_assert_false (whence_document_get_range (document, &from, &to));
  fixture_wait_for ((whence_document_get_visible_range (document, &from, &to), from == all_from));
  g_assert_cmpint (to, ==, all_to);
  fixture_close (window);
}

static void
set_animations (GtkWidget *widget, gboolean animate)
{
  g_object_set (gtk_widget_get_settings (widget), "gtk-enable-animations", animate, NULL);
}

/* A step travels; a second one goes on from where the first one leads; a hand stops both. */
static void
test_travel (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = c->make (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceRect before, after, again;

  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  set_animations (canvas, TRUE);
  g_assert_true (klass->find (WHENCE_CANVAS (canvas), c->ref, &before));
  klass->pan (WHENCE_CANVAS (canvas), -20, 0, WHENCE_MOTION_TRAVEL);
  g_assert_true (whence_canvas_is_travelling (WHENCE_CANVAS (canvas)));
  klass->pan (WHENCE_CANVAS (canvas), -20, 0, WHENCE_MOTION_TRAVEL);
  fixture_wait_for (!whence_canvas_is_travelling (WHENCE_CANVAS (canvas)));
  fixture_wait_for (klass->find (WHENCE_CANVAS (canvas), c->ref, &after) && after.x < before.x - 30);
  klass->pan (WHENCE_CANVAS (canvas), 500, 0, WHENCE_MOTION_TRAVEL);
  klass->pan (WHENCE_CANVAS (canvas), 10, 0, WHENCE_MOTION_FOLLOW);
  g_assert_false (whence_canvas_is_travelling (WHENCE_CANVAS (canvas)));
  fixture_wait_for (klass->find (WHENCE_CANVAS (canvas), c->ref, &again) && again.x > after.x + 5);
  g_assert_cmpfloat (again.x, <, after.x + 60);
  set_animations (canvas, FALSE);
  klass->pan (WHENCE_CANVAS (canvas), -20, 0, WHENCE_MOTION_TRAVEL);
  g_assert_false (whence_canvas_is_travelling (WHENCE_CANVAS (canvas)));
  fixture_close (window);
}

/* Time runs from left to right in every script, and the marks lie on what is drawn. */
static void
test_right_to_left (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = timeline_new (document);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  const WhenceRef founded = whence_ref_fact (FACT_FOUNDED), invested = whence_ref_fact (FACT_INVESTED);
  WhenceRect before, after;
  graphene_rect_t place;
  GtkWindow *window;

  gtk_widget_set_direction (canvas, GTK_TEXT_DIR_RTL);
  window = fixture_show (canvas, 700, 500);
  fixture_wait_for (find_mark (canvas, invested) != NULL);
  fixture_wait_for (gtk_widget_get_width (GTK_WIDGET (find_mark (canvas, invested))) > 0);
  g_assert_true (klass->find (WHENCE_CANVAS (canvas), founded, &before));
  g_assert_true (klass->find (WHENCE_CANVAS (canvas), invested, &after));
  g_assert_cmpfloat (before.x, <, whence_rect_right (after));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_mark (canvas, founded)), canvas, &place));
  g_assert_cmpfloat_with_epsilon (place.origin.x, before.x, 2);
  g_assert_cmpfloat (before.x, <, 350);
  fixture_close (window);
}

static void
test_drag_pins (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = graph_new (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  const WhenceRef ref = whence_ref_entity (ENTITY_BAR);
  WhenceRect before, after;

  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  g_assert_true (klass->find (WHENCE_CANVAS (canvas), ref, &before));
  g_assert_true (klass->drag_begin (WHENCE_CANVAS (canvas), ref, 100, 100));
  klass->drag_move (WHENCE_CANVAS (canvas), ref, 140, 100);
  klass->drag_end (WHENCE_CANVAS (canvas), ref);
  fixture_wait_for (klass->find (WHENCE_CANVAS (canvas), ref, &after) && after.x > before.x + 20);
  g_assert_true (whence_document_is_modified (document));
  g_assert_true (whence_arrangement_is_pinned (whence_document_get_arrangement (document), ENTITY_BAR));
  fixture_close (window);
}

static void
add (const char *test, GTestDataFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/widgets/%s/%s", cases[i].name, test);
      g_test_add_data_func (path, &cases[i], func);
    }
}

/* --- Many marks --- */

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
  add ("marks", test_marks);
  add ("no-leak", test_no_leak);
  add ("other-bundle", test_other_bundle);
  add ("travel", test_travel);
  g_test_add_func ("/widgets/timeline/zoom-and-fit", test_zoom_and_fit);
  g_test_add_func ("/widgets/timeline/late-scene", test_late_scene);
  g_test_add_func ("/widgets/timeline/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/graph/drag-pins", test_drag_pins);
  g_test_add_func ("/widgets/graph/print", test_print);
  g_test_add_func ("/widgets/graph/carry", test_carry);
  g_test_add_func ("/widgets/graph/print/no-leak", test_print_does_not_leak);
  return g_test_run ();
}
