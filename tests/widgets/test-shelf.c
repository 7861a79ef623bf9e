/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf beside a timeline: what it lists, that it selects and is selected, that it stands aside where
 * there is no room and can be put away, and that a filter changes it. */
#include <string.h>

#include "fixture.h"
#include "widgets/facts-popover.h"
#include "widgets/shelf-entry.h"
#include "widgets/shelf-layout.h"
#include "widgets/shelf.h"

typedef struct
{
  WhenceDocument *document;
  GtkWidget *canvas, *shelf;
  GtkWindow *window;
} Stage;

static Stage
stage_new (WhenceDocument *document, int width)
{
  Stage stage = { .document = document };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (WHENCE_TYPE_SHELF_LAYOUT, NULL));
  stage.canvas = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL);
  stage.shelf = g_object_new (WHENCE_TYPE_SHELF, NULL);
  gtk_box_append (GTK_BOX (box), stage.canvas);
  gtk_box_append (GTK_BOX (box), stage.shelf);
  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (stage.canvas), document);
  whence_shelf_set_document (WHENCE_SHELF (stage.shelf), document);
  stage.window = fixture_show (box, width, 500);
  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (stage.canvas)));
  return stage;
}

static GtkSelectionModel *
model_of (GtkWidget *shelf)
{
  return gtk_list_view_get_model (GTK_LIST_VIEW (fixture_find (shelf, GTK_TYPE_LIST_VIEW)));
}

static GtkWidget *
entry_that_says (GtkWidget *shelf, const char *title)
{
  GtkWidget *label = fixture_find_text (shelf, title);

  return label != NULL ? gtk_widget_get_ancestor (label, WHENCE_TYPE_SHELF_ENTRY) : NULL;
}

static void
test_list (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 900);

  fixture_wait_for (fixture_says (stage.shelf, "Ann speaks"));
  g_assert_true (fixture_says (stage.shelf, "Undated · 2"));
  g_assert_true (fixture_says (stage.shelf, "Car tells all"));
  g_assert_true (fixture_says (stage.shelf, "Alleged · Said not to be so"));
  g_assert_false (fixture_says (stage.shelf, "Bar founded"));
  g_assert_cmpint (whence_shelf_get_place (WHENCE_SHELF (stage.shelf)), ==, WHENCE_SHELF_BESIDE);
  g_assert_cmpint (gtk_widget_get_width (stage.canvas) + gtk_widget_get_allocated_width (stage.shelf), ==,
                   900);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture_find (stage.shelf, GTK_TYPE_LIST_VIEW)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Undated · 2");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture_find (stage.shelf, GTK_TYPE_BUTTON)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Put the facts without a date away");
  fixture_close (stage.window);
}

static void
test_selection (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 900);
  GtkSelectionModel *model = model_of (stage.shelf);
  WhenceRef spoken = whence_ref_fact (FACT_UNDATED);

  whence_document_select (document, spoken, FALSE);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  whence_document_select (document, whence_ref_fact (FACT_FOUNDED), FALSE);
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_NEGATED)));
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (FACT_FOUNDED)));
  gtk_selection_model_unselect_all (model);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (FACT_NEGATED)));
  fixture_close (stage.window);
}

static void
test_highlight (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 900);

  fixture_wait_for (entry_that_says (stage.shelf, "Ann speaks") != NULL);
  whence_document_hover (document, whence_ref_fact (FACT_UNDATED));
  g_assert_true (gtk_widget_has_css_class (entry_that_says (stage.shelf, "Ann speaks"), "hovered"));
  g_assert_false (gtk_widget_has_css_class (entry_that_says (stage.shelf, "Car tells all"), "hovered"));
  whence_document_hover (document, WHENCE_REF_NOTHING);
  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  g_assert_true (gtk_widget_has_css_class (entry_that_says (stage.shelf, "Ann speaks"), "related"));
  g_assert_true (gtk_widget_has_css_class (entry_that_says (stage.shelf, "Car tells all"), "faded"));
  fixture_close (stage.window);
}

/* The one that is selected elsewhere comes into view. */
static void
test_reveal (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  g_autoptr (WhenceDocument) document = NULL;
  Stage stage;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"statement\",\"title\":\"Word %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  document = fixture_document_new_for_text (text->str);
  stage = stage_new (document, 900);
  fixture_wait_for (entry_that_says (stage.shelf, "Word 0") != NULL);
  g_assert_null (entry_that_says (stage.shelf, "Word 299"));
  whence_document_select (document, whence_ref_fact (299), FALSE);
  fixture_wait_for (entry_that_says (stage.shelf, "Word 299") != NULL);
  fixture_close (stage.window);
}

/* Where there is no column, the head on the timeline opens the list; where there is one, nothing is there. */
static void
test_head (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 600);
  WhenceCanvas *canvas = WHENCE_CANVAS (stage.canvas);
  WhenceCanvasClass *klass = WHENCE_CANVAS_GET_CLASS (canvas);
  WhenceTimelineCanvas *timeline = WHENCE_TIMELINE_CANVAS (canvas);
  WhenceRef head = { WHENCE_REF_SHELF, WHENCE_NONE };
  WhenceRect bounds;
  GtkWidget *popover;

  g_assert_true (klass->find (canvas, head, &bounds));
  g_assert_true (whence_ref_equal (klass->pick (canvas, bounds.x + 20, bounds.y + 10), head));
  g_assert_true (klass->find (canvas, whence_ref_fact (FACT_UNDATED), &bounds));
  g_assert_true (klass->activate (canvas, head, 0));
  fixture_wait_for ((popover = fixture_find (stage.canvas, WHENCE_TYPE_FACTS_POPOVER)) != NULL
                    && gtk_widget_get_mapped (popover));
  fixture_wait_for (fixture_says (popover, "Car tells all"));
  whence_canvas_drop_scene (canvas);
  whence_timeline_canvas_set_shelf (timeline, WHENCE_SHELF_CLOSED);
  fixture_wait_for (whence_canvas_has_scene (canvas) && klass->find (canvas, head, &bounds));
  g_assert_false (klass->find (canvas, whence_ref_fact (FACT_UNDATED), &bounds));
  whence_canvas_drop_scene (canvas);
  whence_timeline_canvas_set_shelf (timeline, WHENCE_SHELF_BESIDE);
  fixture_wait_for (whence_canvas_has_scene (canvas));
  g_assert_false (klass->find (canvas, head, &bounds));
  fixture_close (stage.window);
}

static void
on_went (WhenceShelf *shelf, guint *n)
{
  (*n)++;
}

static void
test_activate (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 900);
  guint n = 0;

  g_signal_connect (stage.shelf, "went", G_CALLBACK (on_went), &n);
  g_signal_emit_by_name (fixture_find (stage.shelf, GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_NEGATED)));
  fixture_close (stage.window);
}

static void
test_put_away (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 900);
  WhenceShelf *shelf = WHENCE_SHELF (stage.shelf);

  gtk_widget_activate (fixture_find (stage.shelf, GTK_TYPE_BUTTON));
  fixture_wait_for (whence_shelf_is_closed (shelf));
  g_assert_cmpint (whence_shelf_get_place (shelf), ==, WHENCE_SHELF_CLOSED);
  fixture_wait_for (!gtk_widget_get_mapped (stage.shelf));
  g_assert_cmpint (gtk_widget_get_width (stage.canvas), ==, 900);
  g_assert_true (whence_shelf_enter (shelf));
  g_assert_false (whence_shelf_is_closed (shelf));
  fixture_wait_for (gtk_widget_get_mapped (stage.shelf));
  fixture_wait_for (gtk_window_get_focus (stage.window) != NULL
                    && gtk_widget_is_ancestor (gtk_window_get_focus (stage.window), stage.shelf));
  fixture_close (stage.window);
}

static void
test_narrow (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 600);

  g_assert_false (gtk_widget_get_mapped (stage.shelf));
  g_assert_cmpint (gtk_widget_get_width (stage.canvas), ==, 600);
  g_assert_cmpint (whence_shelf_get_place (WHENCE_SHELF (stage.shelf)), ==, WHENCE_SHELF_BELOW);
  g_assert_false (whence_shelf_enter (WHENCE_SHELF (stage.shelf)));
  fixture_close (stage.window);
}

/* In a mirrored interface it is at the left. */
static void
test_mirrored (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage;
  double x, y;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  stage = stage_new (document, 900);
  g_assert_true (gtk_widget_translate_coordinates (stage.shelf, GTK_WIDGET (stage.window), 0, 0, &x, &y));
  g_assert_cmpfloat (x, <, 100);
  fixture_close (stage.window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_filter (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  Stage stage = stage_new (document, 900);
  g_autoptr (WhenceFilter) filter = whence_filter_new (), with_bar = NULL;

  with_bar = whence_filter_toggle (filter, WHENCE_FACET_ENTITY, ENTITY_BAR);
  whence_document_set_filter (document, with_bar);
  fixture_wait_for (!gtk_widget_get_visible (stage.shelf));
  fixture_wait_for (gtk_widget_get_width (stage.canvas) == 900);
  whence_document_set_filter (document, filter);
  g_assert_true (gtk_widget_get_visible (stage.shelf));
  fixture_wait_for (fixture_says (stage.shelf, "Ann speaks"));
  fixture_close (stage.window);
}

static void
test_no_leak (void)
{
  WhenceDocument *document = fixture_document_new ();
  Stage stage = stage_new (document, 900);
  GtkWidget *shelf = g_object_ref (stage.shelf);

  fixture_wait_for (fixture_says (shelf, "Ann speaks"));
  fixture_close (stage.window);
  g_assert_finalize_object (shelf);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/shelf/list", test_list);
  g_test_add_func ("/widgets/shelf/selection", test_selection);
  g_test_add_func ("/widgets/shelf/highlight", test_highlight);
  g_test_add_func ("/widgets/shelf/reveal", test_reveal);
  g_test_add_func ("/widgets/shelf/head", test_head);
  g_test_add_func ("/widgets/shelf/activate", test_activate);
  g_test_add_func ("/widgets/shelf/put-away", test_put_away);
  g_test_add_func ("/widgets/shelf/narrow", test_narrow);
  g_test_add_func ("/widgets/shelf/mirrored", test_mirrored);
  g_test_add_func ("/widgets/shelf/filter", test_filter);
  g_test_add_func ("/widgets/shelf/no-leak", test_no_leak);
  return g_test_run ();
}
