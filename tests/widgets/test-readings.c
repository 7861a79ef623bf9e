/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Disputes and spans of time in the panels: both readings side by side, or one below the other; what agrees
 * and why; a citation on the clipboard; a span by axis, range bar and key, in the table and the inspector. */
#include "fixture.h"
#include "model/reader.h"
#include "widgets/canvas.h"
#include "widgets/citation-card.h"
#include "widgets/columns-layout.h"
#include "widgets/fact-cell.h"
#include "widgets/facts-table.h"
#include "widgets/inspector.h"
#include "widgets/range-bar.h"
#include "widgets/range-grip.h"
#include "widgets/timeline-canvas.h"

static WhenceDocument *
document_new (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("WHENCE_DATADIR"), "examples", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return fixture_document_new_for_text (text);
}

static void
select_fact (WhenceDocument *document, const char *id)
{
  guint32 fact = whence_bundle_find_fact (whence_document_get_bundle (document), id);

  g_assert_cmpuint (fact, !=, WHENCE_NONE);
  whence_document_select (document, whence_ref_fact (fact), FALSE);
}

static double
left_of (GtkWidget *inspector, const char *text)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (fixture_find_text (inspector, text), inspector, &bounds));
  return bounds.origin.x;
}

static void
test_conflict (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  g_autoptr (WhenceDocument) document = document_new ("who-sold-the-harbour.facts.json");
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, width, 900);

  select_fact (document, "sale");
  fixture_wait_for (fixture_says (inspector, "Dates that cannot all be true"));
  g_assert_true (fixture_says (inspector, "19 June 2017"));
  g_assert_true (fixture_says (inspector, "Amounts that cannot all be true"));
  g_assert_true (fixture_says (inspector, "€57.5 million"));
  g_assert_true (fixture_says (inspector, "Shares that cannot all be true"));
  g_assert_true (fixture_says (inspector, "Sources for and against it"));
  g_assert_true (fixture_says (inspector, "The Baltic Ledger"));
  g_assert_true (fixture_says (inspector, "April – June 2017 contains 19 June 2017"));
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (fixture_find_text (inspector, "€57.5 million"))));
  fixture_wait_for (gtk_widget_get_width (fixture_find_text (inspector, "19 June 2017")) > 0);
  if (width > 2 * WHENCE_COLUMN_LEAST + 100)
    g_assert_cmpfloat (left_of (inspector, "19 June 2017"), >, WHENCE_COLUMN_LEAST);
  else
    g_assert_cmpfloat (left_of (inspector, "19 June 2017"), ==, left_of (inspector, "It is so"));
  fixture_close (window);
}

static void
assert_spoken (GtkWidget *widget, const char *text)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, text);
}

/* Who gives a value is said with all that is written of the source. */
static void
test_spoken (void)
{
  g_autoptr (WhenceDocument) document = document_new ("who-sold-the-harbour.facts.json");
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 900);

  select_fact (document, "sale");
  fixture_wait_for (fixture_says (inspector, "The Baltic Ledger"));
  assert_spoken (fixture_find_button (inspector, "The Baltic Ledger"),
                 "The Baltic Ledger, Nordkaai takes a majority in Veldhaven, 20 June 2017");
  fixture_close (window);
}

/* The two articles of the example agree about the valuation of 2024. */
static void
test_agreement (void)
{
  g_autoptr (WhenceDocument) document = document_new ("meta-scale-ai.facts.json");
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 900);

  select_fact (document, "valuation-2024");
  fixture_wait_for (fixture_says (inspector, "Dates that agree"));
  g_assert_true (fixture_says (inspector, "2024 contains May 2024"));
  g_assert_true (fixture_says (inspector, "about $14 billion agrees with $14 billion"));
  g_assert_false (fixture_says (inspector, "Dates that cannot all be true"));
  fixture_close (window);
}

static void
test_copy (void)
{
  g_autoptr (WhenceDocument) document = document_new ("who-sold-the-harbour.facts.json");
  GtkWidget *inspector = fixture_inspector_new (document), *card, *button;
  GtkWindow *window = fixture_show (inspector, 340, 900);
  g_autofree char *text = NULL;

  select_fact (document, "seat");
  fixture_wait_for (fixture_find (inspector, WHENCE_TYPE_CITATION_CARD) != NULL);
  card = gtk_widget_get_next_sibling (fixture_find (inspector, WHENCE_TYPE_CITATION_CARD));
  button = gtk_widget_get_next_sibling (fixture_find (card, GTK_TYPE_BUTTON));
  g_signal_emit_by_name (button, "clicked");
  text = fixture_get_copied (card);
  g_assert_cmpstr (text, ==,
                   "This source disputes it\n“No such promise was ever made.”\n"
                   "Statement on recent press reports\n"
                   "Nordkaai Group · published 10 September 2018 · read 11 February 2024\nparagraph 5\n"
                   "https://nordkaai.example/press/2018-09-10\n");
  fixture_close (window);
}

/* --- Sources --- */

static void
click (GtkWidget *inspector, const char *text)
{
  g_signal_emit_by_name (
    gtk_widget_get_ancestor (GTK_WIDGET (fixture_find_text (inspector, text)), GTK_TYPE_BUTTON), "clicked");
}

/* From a citation to its source, from there to what else cites it, and back. */
static void
test_source (void)
{
  g_autoptr (WhenceDocument) document = document_new ("who-sold-the-harbour.facts.json");
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 900);
  guint n_facts;
  guint32 source = whence_bundle_find_source (whence_document_get_bundle (document), "statement");

  g_assert_cmpuint (source, !=, WHENCE_NONE);
  whence_bundle_get_source_facts (whence_document_get_bundle (document), source, &n_facts);
  g_assert_cmpuint (n_facts, >, 1);
  select_fact (document, "seat");
  fixture_wait_for (fixture_says (inspector, "Statement on recent press reports"));
  click (inspector, "Statement on recent press reports");
  g_assert_true (whence_document_is_selected (document, whence_ref_source (source)));
  fixture_wait_for (fixture_says (inspector, "Source"));
  g_assert_true (
    fixture_says (inspector, "Nordkaai Group · published 10 September 2018 · read 11 February 2024"));
  g_assert_true (fixture_says (inspector, "https://nordkaai.example/press/2018-09-10"));
  whence_document_go_back (document);
  fixture_wait_for (fixture_says (inspector, "Says who?"));
  whence_document_go_forward (document);
  fixture_wait_for (fixture_says (inspector, "Source"));
  fixture_close (window);
}

static guint
count_rows (GtkWidget *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))));
}

/* A list too long for widgets has all its rows, and does not hold up anybody. */
static void
test_long_list (void)
{
  enum
  {
    N_FACTS = 20000,
  };
  g_autoptr (WhenceDocument) document =
    fixture_document_new_long (N_FACTS, ",\"negated\":true,\"date\":\"2016\"");
  GtkWidget *inspector = fixture_inspector_new (document), *view;
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_select (document, whence_ref_source (0), FALSE);
  fixture_wait_for (fixture_says (inspector, "Cited by 20,000 facts"));
  view = fixture_find (inspector, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (view);
  /* No frame waits for more than a few rows. */
  g_assert_cmpuint (fixture_count (view, GTK_TYPE_BUTTON), <, 30);
  fixture_wait_for (count_rows (view) == N_FACTS);
  g_assert_cmpuint (fixture_count (view, GTK_TYPE_BUTTON), <, 500);
  /* The row is named as the button in it, which a short list has without a row. */
  fixture_wait_for (fixture_says (view, "Line 0"));
  assert_spoken (fixture_find_button (view, "Line 0"), "Line 0, Alleged · Said not to be so, 2016");
  assert_spoken (gtk_widget_get_parent (fixture_find_button (view, "Line 0")),
                 "Line 0, Alleged · Said not to be so, 2016");
  g_signal_emit_by_name (view, "activate", N_FACTS - 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (N_FACTS - 1)));
  fixture_wait_for (fixture_says (inspector, "Line 19999"));
  fixture_close (window);
}

/* --- Spans of time --- */

static gint64
year (int number)
{
  return whence_instant_from_civil ((WhenceCivil){ number, 1, 1, 0, 0, 0 });
}

static void
test_span_on_timeline (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *canvas = g_object_new (WHENCE_TYPE_TIMELINE_CANVAS, NULL);
  WhenceCanvasClass *klass;
  GtkWindow *window;
  gint64 from, to, shown_from, shown_to;

  whence_timeline_canvas_set_document (WHENCE_TIMELINE_CANVAS (canvas), document);
  window = fixture_show (canvas, 700, 400);
  klass = WHENCE_CANVAS_GET_CLASS (canvas);
  fixture_wait_for (whence_canvas_has_scene (WHENCE_CANVAS (canvas)));
  klass->take_band (WHENCE_CANVAS (canvas), (WhenceRect){ 100, 0, 2, 400 }, 0);
  g_assert_false (whence_document_get_span (document, &from, &to));
  klass->take_band (WHENCE_CANVAS (canvas), (WhenceRect){ 100, 0, 200, 400 }, 0);
  g_assert_true (whence_document_get_span (document, &from, &to));
  g_assert_false (whence_document_get_range (document, &shown_from, &shown_to));
  klass->take_band (WHENCE_CANVAS (canvas), (WhenceRect){ 100, 0, 200, 400 }, GDK_SHIFT_MASK);
  g_assert_true (whence_document_get_range (document, &shown_from, &shown_to));
  g_assert_cmpint (shown_from, ==, from);
  /* The key gives it up, and selects that of what is selected. */
  g_assert_true (fixture_press (canvas, GDK_KEY_t, 0));
  g_assert_false (whence_document_get_span (document, &from, &to));
  whence_document_select (document, whence_ref_fact (FACT_FOUNDED), FALSE);
  g_assert_true (fixture_press (canvas, GDK_KEY_t, 0));
  g_assert_true (whence_document_get_span (document, &from, &to));
  g_assert_cmpint (from, ==, year (2016));
  g_assert_cmpint (to, ==, year (2017));
  fixture_close (window);
}

static void
test_span_by_grips (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *bar = g_object_new (WHENCE_TYPE_RANGE_BAR, NULL), *from_grip, *to_grip;
  GtkWindow *window;
  gint64 from, to;

  whence_range_bar_set_document (WHENCE_RANGE_BAR (bar), document);
  window = fixture_show (bar, 800, 70);
  from_grip = fixture_find (bar, WHENCE_TYPE_RANGE_GRIP);
  to_grip = gtk_widget_get_next_sibling (from_grip);
  g_signal_emit_by_name (to_grip, "moved", (int) WHENCE_GRIP_SPAN, -1);
  g_assert_true (whence_document_get_span (document, &from, &to));
  g_assert_cmpint (from, ==, year (2016));
  g_assert_cmpint (to, ==, whence_instant_from_civil ((WhenceCivil){ 2025, 12, 1, 0, 0, 0 }));
  g_signal_emit_by_name (from_grip, "moved", (int) WHENCE_GRIP_SPAN, 1);
  g_assert_true (whence_document_get_span (document, &from, &to));
  g_assert_cmpint (from, ==, whence_instant_from_civil ((WhenceCivil){ 2016, 2, 1, 0, 0, 0 }));
  g_assert_false (whence_document_get_range (document, &from, &to));
  g_signal_emit_by_name (from_grip, "moved", (int) WHENCE_GRIP_REMOVE, 1);
  g_assert_false (whence_document_get_span (document, &from, &to));
  fixture_close (window);
}

static guint
count_lit_rows (GtkWidget *widget)
{
  guint n = gtk_widget_has_css_class (widget, "lit");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_lit_rows (child);
  return n;
}

static void
hover (GtkWidget *widget, gboolean enters)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller) && enters)
        g_signal_emit_by_name (controller, "enter", 1.0, 1.0);
      else if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

/* A cell of the row of @fact, or NULL while there is none. */
static GtkWidget *
find_cell (GtkWidget *widget, guint32 fact)
{
  if (WHENCE_IS_FACT_CELL (widget))
    {
      WhenceFactRow *row = whence_fact_cell_get_row (WHENCE_FACT_CELL (widget));
      return row != NULL && row->fact == fact ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_cell (child, fact);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What is lit in the pictures is in the table, too: of a span and of an entity. */
static void
test_table_lights (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = g_object_new (WHENCE_TYPE_FACTS_TABLE, NULL);
  GtkWindow *window;

  whence_facts_table_set_document (WHENCE_FACTS_TABLE (table), document);
  window = fixture_show (table, 1000, 400);
  fixture_wait_for (find_cell (table, FACT_FOUNDED) != NULL);
  g_assert_cmpuint (count_lit_rows (table), ==, 0);
  whence_document_set_span (document, year (2016), year (2017));
  g_assert_cmpuint (count_lit_rows (table), ==, 1);
  whence_document_set_span (document, year (2000), year (2030));
  g_assert_cmpuint (count_lit_rows (table), ==, 2);
  whence_document_clear_span (document);
  g_assert_cmpuint (count_lit_rows (table), ==, 0);
  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  g_assert_cmpuint (count_lit_rows (table), ==, 2);
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  whence_document_hover (document, whence_ref_fact (FACT_UNDATED));
  g_assert_cmpuint (count_lit_rows (table), ==, 1);
  hover (find_cell (table, FACT_FOUNDED), TRUE);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_FOUNDED], ==, WHENCE_LIT_HOVERED);
  hover (find_cell (table, FACT_FOUNDED), FALSE);
  g_assert_cmpuint (count_lit_rows (table), ==, 0);
  fixture_close (window);
}

static void
test_inspector_on_span (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  gint64 from, to;

  whence_document_set_span (document, year (2016), year (2017));
  fixture_wait_for (fixture_says (inspector, "Span of time"));
  g_assert_true (fixture_says (inspector, "1 fact"));
  g_assert_true (fixture_says (inspector, "Bar founded"));
  whence_document_set_span (document, year (2010), year (2030));
  fixture_wait_for (fixture_says (inspector, "2 facts"));
  g_signal_emit_by_name (gtk_widget_get_ancestor (fixture_find_text (inspector, "Clear"), GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_false (whence_document_get_span (document, &from, &to));
  fixture_wait_for (fixture_says (inspector, "4 facts"));
  fixture_close (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_data_func ("/widgets/readings/conflict/side-by-side", GINT_TO_POINTER (360), test_conflict);
  g_test_add_data_func ("/widgets/readings/conflict/stacked", GINT_TO_POINTER (220), test_conflict);
  g_test_add_func ("/widgets/readings/spoken", test_spoken);
  g_test_add_func ("/widgets/readings/agreement", test_agreement);
  g_test_add_func ("/widgets/readings/copy", test_copy);
  g_test_add_func ("/widgets/source", test_source);
  g_test_add_func ("/widgets/source/long-list", test_long_list);
  g_test_add_func ("/widgets/span/timeline", test_span_on_timeline);
  g_test_add_func ("/widgets/span/grips", test_span_by_grips);
  g_test_add_func ("/widgets/span/table", test_table_lights);
  g_test_add_func ("/widgets/span/inspector", test_inspector_on_span);
  return g_test_run ();
}
