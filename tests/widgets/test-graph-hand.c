/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph by hand: nodes are dragged and pinned, rectangle and lasso select, the commands of the menus act
 * on what is selected and say when they cannot, the bar says what is shown, the map comes and goes. */
#include "document/document-subset.h"
#include "fixture.h"
#include "widgets/facts-popover.h"
#include "widgets/graph-bar.h"
#include "widgets/graph-canvas-private.h"
#include "widgets/graph-map.h"

typedef struct
{
  WhenceDocument *document;
  GtkWidget *canvas, *bar, *map;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *overlay = gtk_overlay_new ();

  f->document = data != NULL ? fixture_document_new_for_text (data) : fixture_document_new ();
  f->canvas = g_object_new (WHENCE_TYPE_GRAPH_CANVAS, NULL);
  f->bar = g_object_new (WHENCE_TYPE_GRAPH_BAR, NULL);
  f->map = g_object_new (WHENCE_TYPE_GRAPH_MAP, NULL);
  whence_graph_canvas_set_document (WHENCE_GRAPH_CANVAS (f->canvas), f->document);
  whence_graph_bar_set_document (WHENCE_GRAPH_BAR (f->bar), f->document);
  whence_graph_map_set_canvas (WHENCE_GRAPH_MAP (f->map), WHENCE_GRAPH_CANVAS (f->canvas));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), f->canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), f->map);
  gtk_widget_insert_action_group (pane, "graph",
                                  whence_graph_canvas_get_actions (WHENCE_GRAPH_CANVAS (f->canvas)));
  gtk_box_append (GTK_BOX (pane), f->bar);
  gtk_box_append (GTK_BOX (pane), overlay);
  f->window = fixture_show (pane, 700, 500);
  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (f->canvas)));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fixture_close (f->window);
  /* Workers hold it until they have noticed. */
  fixture_wait_for (G_OBJECT (f->document)->ref_count == 1);
  g_assert_finalize_object (f->document);
}

static void
act (Fixture *f, const char *name)
{
  GActionGroup *actions = whence_graph_canvas_get_actions (WHENCE_GRAPH_CANVAS (f->canvas));

  g_assert_true (g_action_group_get_action_enabled (actions, name));
  g_action_group_activate_action (actions, name, NULL);
}

static gboolean
can (Fixture *f, const char *name)
{
  return g_action_group_get_action_enabled (whence_graph_canvas_get_actions (WHENCE_GRAPH_CANVAS (f->canvas)),
                                            name);
}

static WhenceRect
bounds_of (Fixture *f, guint32 entity)
{
  WhenceRect bounds = { 0 };

  g_assert_true (WHENCE_CANVAS_GET_CLASS (f->canvas)->find (WHENCE_CANVAS (f->canvas),
                                                            whence_ref_entity (entity), &bounds));
  return bounds;
}

static guint
count_selected (Fixture *f)
{
  guint n;

  whence_document_get_selection (f->document, &n);
  return n;
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (f->canvas);
  WhenceCanvas *canvas = WHENCE_CANVAS (f->canvas);
  WhenceArrangement *before = whence_arrangement_ref (whence_document_get_arrangement (f->document)), *after;
  WhencePoint car = whence_arrangement_get_position (before, ENTITY_CAR), moved;

  g_assert_true (klass->drag_begin (canvas, whence_ref_entity (ENTITY_BAR), 100, 100));
  klass->drag_move (canvas, whence_ref_entity (ENTITY_BAR), 160, 130);
  fixture_wait_for (whence_document_get_arrangement (f->document) != before);
  g_assert_false (whence_document_is_modified (f->document));
  klass->drag_end (canvas, whence_ref_entity (ENTITY_BAR));
  after = whence_document_get_arrangement (f->document);
  moved = whence_arrangement_get_position (after, ENTITY_CAR);
  g_assert_true (moved.x != car.x || moved.y != car.y);
  g_assert_true (whence_arrangement_is_pinned (after, ENTITY_BAR));
  g_assert_false (whence_arrangement_is_pinned (after, ENTITY_CAR));
  g_assert_true (whence_document_is_modified (f->document));
  whence_document_undo (f->document);
  moved = whence_arrangement_get_position (whence_document_get_arrangement (f->document), ENTITY_CAR);
  g_assert_cmpfloat (moved.x, ==, car.x);
  g_assert_false (whence_document_is_modified (f->document));
  whence_arrangement_unref (before);
}

/* A scene that is for a widget twice as large is shown as a whole, and one that the reader looks at closely
 * with the same thing in the middle. */
static void
test_size (Fixture *f, gconstpointer data)
{
  WhenceGraphCanvas *canvas = WHENCE_GRAPH_CANVAS (f->canvas);
  WhenceRect before, fitted, chosen;

  fixture_wait_for (canvas->width == gtk_widget_get_width (f->canvas)
                    && canvas->height == gtk_widget_get_height (f->canvas));
  before = bounds_of (f, ENTITY_CAR);
  canvas->width *= 2;
  canvas->height *= 2;
  fitted = bounds_of (f, ENTITY_CAR);
  canvas->chosen = TRUE;
  chosen = bounds_of (f, ENTITY_CAR);
  canvas->chosen = FALSE;
  canvas->width /= 2;
  canvas->height /= 2;
  g_assert_cmpfloat_with_epsilon (fitted.x, before.x / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (fitted.y, before.y / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (fitted.width, before.width / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (chosen.x, before.x - canvas->width / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (chosen.y, before.y - canvas->height / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (chosen.width, before.width, 1e-6);
}

static void
test_rectangle_and_lasso (Fixture *f, gconstpointer data)
{
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (f->canvas);
  WhenceCanvas *canvas = WHENCE_CANVAS (f->canvas);
  WhenceRect ann = bounds_of (f, ENTITY_ANN), bar = bounds_of (f, ENTITY_BAR);
  const WhencePoint triangle[] = { { bar.x - 40, bar.y - 40 },
                                   { bar.x + bar.width + 120, bar.y - 40 },
                                   { bar.x - 40, bar.y + bar.height + 120 } };

  klass->take_band (canvas, (WhenceRect){ ann.x - 2, ann.y - 2, ann.width + 4, ann.height + 4 }, 0);
  g_assert_cmpuint (count_selected (f), ==, 1);
  g_assert_true (whence_document_is_selected (f->document, whence_ref_entity (ENTITY_ANN)));
  klass->take_lasso (canvas, triangle, 3, GDK_CONTROL_MASK);
  g_assert_true (whence_document_is_selected (f->document, whence_ref_entity (ENTITY_ANN)));
  g_assert_true (whence_document_is_selected (f->document, whence_ref_entity (ENTITY_BAR)));
  klass->take_band (canvas, (WhenceRect){ -1000, -1000, 3000, 3000 }, GDK_CONTROL_MASK);
  g_assert_cmpuint (count_selected (f), ==, 3);
  klass->take_lasso (canvas, triangle, 2, 0);
  g_assert_cmpuint (count_selected (f), ==, 0);
}

static void
test_focus_and_hide (Fixture *f, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (f->bar));
  g_assert_false (can (f, "focus"));
  whence_document_select (f->document, whence_ref_entity (ENTITY_ANN), FALSE);
  act (f, "focus");
  g_assert_true (gtk_widget_get_visible (f->bar));
  g_assert_true (fixture_says (f->bar, "Ann & <i>Co and 1 hop: 2 of 3 shown"));
  fixture_wait_for (!WHENCE_CANVAS_GET_CLASS (f->canvas)->find (
    WHENCE_CANVAS (f->canvas), whence_ref_entity (ENTITY_CAR), &(WhenceRect){ 0 }));
  act (f, "more-hops");
  g_assert_true (fixture_says (f->bar, "Ann & <i>Co and 2 hops: 3 of 3 shown"));
  act (f, "fewer-hops");
  whence_document_select (f->document, whence_ref_entity (ENTITY_BAR), FALSE);
  g_assert_true (can (f, "expand"));
  act (f, "expand");
  g_assert_false (can (f, "expand"));
  act (f, "collapse");
  g_assert_true (fixture_says (f->bar, "2 hidden in the graph"));
  act (f, "show-hidden");
  act (f, "unfocus");
  g_assert_false (gtk_widget_get_visible (f->bar));
  act (f, "hide");
  g_assert_true (fixture_says (f->bar, "1 hidden in the graph"));
  g_assert_cmpuint (count_selected (f), ==, 0);
  whence_document_go_back (f->document);
  g_assert_true (whence_document_is_selected (f->document, whence_ref_entity (ENTITY_BAR)));
  g_assert_null (whence_document_get_subset (f->document));
}

static void
test_paths (Fixture *f, gconstpointer data)
{
  whence_document_select (f->document, whence_ref_entity (ENTITY_ANN), FALSE);
  g_assert_false (can (f, "paths"));
  whence_document_select (f->document, whence_ref_entity (ENTITY_CAR), TRUE);
  act (f, "paths");
  g_assert_true (fixture_says (f->bar, "Path 1 of 1 · 2 steps · Ann & <i>Co → Bar → Car"));
  g_assert_false (can (f, "next-path"));
  act (f, "close-paths");
  g_assert_false (gtk_widget_get_visible (f->bar));
  /* Escape leaves the paths first, and keeps the two for another look. */
  act (f, "paths");
  whence_document_leave (f->document);
  g_assert_null (whence_document_get_paths (f->document));
  g_assert_cmpuint (count_selected (f), ==, 2);
  whence_document_leave (f->document);
  g_assert_cmpuint (count_selected (f), ==, 0);
}

static void
test_fact (Fixture *f, gconstpointer data)
{
  WhenceRef invested = whence_ref_fact (FACT_INVESTED);

  g_assert_false (can (f, "select-participants"));
  whence_document_select (f->document, invested, FALSE);
  g_assert_false (can (f, "list-line"));
  act (f, "select-participants");
  g_assert_cmpuint (count_selected (f), ==, 2);
  g_assert_true (whence_document_is_selected (f->document, whence_ref_entity (ENTITY_BAR)));
  g_assert_true (whence_document_is_selected (f->document, whence_ref_entity (ENTITY_CAR)));
  g_assert_false (can (f, "select-participants"));
  whence_document_select (f->document, whence_ref_entity (ENTITY_ANN), FALSE);
  g_assert_false (can (f, "list-line"));
}

/* Many facts about the same two share a line, which lists them. */
static void
test_line (Fixture *f, gconstpointer data)
{
  whence_document_select (f->document, whence_ref_fact (3), FALSE);
  act (f, "list-line");
  fixture_wait_for (fixture_find (f->canvas, WHENCE_TYPE_FACTS_POPOVER) != NULL
                    && gtk_widget_get_mapped (fixture_find (f->canvas, WHENCE_TYPE_FACTS_POPOVER)));
}

/* A story of @n contracts between the same two. Transfer full. */
static char *
write_contracts (guint n)
{
  GString *text = g_string_new ("{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"company\", "
                                "\"name\": \"Ann\"}, {\"id\": \"b\", \"type\": \"company\", \"name\": "
                                "\"Bar\"}], \"facts\": [");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
      text, "%s{\"id\": \"f%u\", \"type\": \"contract\", \"subject\": \"a\", \"object\": \"b\"}",
      i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
test_pins (Fixture *f, gconstpointer data)
{
  whence_document_select (f->document, whence_ref_entity (ENTITY_ANN), FALSE);
  g_assert_false (can (f, "unpin"));
  act (f, "pin");
  g_assert_false (can (f, "pin"));
  act (f, "unpin");
  act (f, "toggle-pin");
  g_assert_true (whence_arrangement_is_pinned (whence_document_get_arrangement (f->document), ENTITY_ANN));
  act (f, "unpin-all");
  g_assert_false (whence_arrangement_is_pinned (whence_document_get_arrangement (f->document), ENTITY_ANN));
}

static void
test_map (Fixture *f, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (f->map));
  whence_canvas_zoom (WHENCE_CANVAS (f->canvas), 8);
  fixture_wait_for (gtk_widget_get_visible (f->map));
  gtk_test_accessible_assert_role (f->map, GTK_ACCESSIBLE_ROLE_IMG);
  g_object_set (f->canvas, "map", FALSE, NULL);
  fixture_wait_for (!gtk_widget_get_visible (f->map));
  g_object_set (f->canvas, "map", TRUE, NULL);
  fixture_wait_for (gtk_widget_get_visible (f->map));
  whence_canvas_fit (WHENCE_CANVAS (f->canvas));
  fixture_wait_for (!gtk_widget_get_visible (f->map));
}

int
main (int argc, char *argv[])
{
  g_autofree char *contracts = write_contracts (30);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/widgets/graph-hand/drag", Fixture, NULL, set_up, test_drag, tear_down);
  g_test_add ("/widgets/graph-hand/rectangle-and-lasso", Fixture, NULL, set_up, test_rectangle_and_lasso,
              tear_down);
  g_test_add ("/widgets/graph-hand/focus-and-hide", Fixture, NULL, set_up, test_focus_and_hide, tear_down);
  g_test_add ("/widgets/graph-hand/paths", Fixture, NULL, set_up, test_paths, tear_down);
  g_test_add ("/widgets/graph-hand/fact", Fixture, NULL, set_up, test_fact, tear_down);
  g_test_add ("/widgets/graph-hand/line", Fixture, contracts, set_up, test_line, tear_down);
  g_test_add ("/widgets/graph-hand/pins", Fixture, NULL, set_up, test_pins, tear_down);
  g_test_add ("/widgets/graph-hand/size", Fixture, NULL, set_up, test_size, tear_down);
  g_test_add ("/widgets/graph-hand/map", Fixture, NULL, set_up, test_map, tear_down);
  return g_test_run ();
}
