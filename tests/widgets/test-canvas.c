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

static void
test_marks (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = c->make (document);
  GtkWindow *window = fixture_show (canvas, 700, 500);
  WhenceMark *mark;

  gtk_test_accessible_assert_role (canvas, GTK_ACCESSIBLE_ROLE_LIST);
  fixture_wait_for (fixture_find_mark (canvas, c->ref) != NULL);
  g_assert_true (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  g_assert_cmpuint (fixture_count (canvas, WHENCE_TYPE_MARK), >=, c->n_marks);
  mark = fixture_find_mark (canvas, c->ref);
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

  fixture_wait_for (fixture_find_mark (canvas, c->ref) != NULL);
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

  fixture_wait_for (fixture_find_mark (canvas, c->ref) != NULL);
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
  fixture_wait_for (fixture_find_mark (canvas, whence_ref_fact (FACT_INVESTED)) != NULL);
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
  fixture_wait_for (fixture_find_mark (canvas, invested) != NULL);
  fixture_wait_for (gtk_widget_get_width (GTK_WIDGET (fixture_find_mark (canvas, invested))) > 0);
  g_assert_true (klass->find (WHENCE_CANVAS (canvas), founded, &before));
  g_assert_true (klass->find (WHENCE_CANVAS (canvas), invested, &after));
  g_assert_cmpfloat (before.x, <, whence_rect_right (after));
  g_assert_true (
    gtk_widget_compute_bounds (GTK_WIDGET (fixture_find_mark (canvas, founded)), canvas, &place));
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
  return g_test_run ();
}
