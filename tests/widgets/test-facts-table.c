/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of facts: that it lists what the document shows, sorts by a worker, selects with the document,
 * hides columns, copies what no spreadsheet runs, and says to assistive technology what it draws. */
#include <string.h>

#include "fixture.h"
#include "model/clock.h"
#include "model/reader.h"
#include "widgets/fact-cell.h"
#include "widgets/facts-columns.h"
#include "widgets/facts-table.h"
#include "widgets/inspector.h"

static GtkWidget *
table_new (WhenceDocument *document)
{
  GtkWidget *table = g_object_new (WHENCE_TYPE_FACTS_TABLE, NULL);

  whence_facts_table_set_document (WHENCE_FACTS_TABLE (table), document);
  return table;
}

static GtkSelectionModel *
model_of (GtkWidget *table)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture_find (table, GTK_TYPE_COLUMN_VIEW)));
}

/* The facts from above, a digit each. */
static char *
list_of (GtkWidget *table)
{
  GListModel *list = G_LIST_MODEL (model_of (table));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WhenceFactRow) row = g_list_model_get_item (list, i);
      g_string_append_printf (text, "%u", row->fact);
    }
  return g_string_free (text, FALSE);
}

static gboolean
lists (GtkWidget *table, const char *expected)
{
  g_autofree char *list = list_of (table);

  return g_str_equal (list, expected);
}

static void
activate (GtkWidget *table, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (g_action_parse_detailed_name (action, &name, &target, NULL));
  g_assert_true (gtk_widget_activate_action_variant (table, name, target));
}

/* A cell that says just this to assistive technology. */
static gboolean
cell_says (GtkWidget *widget, const char *text)
{
  if (WHENCE_IS_FACT_CELL (widget) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *other =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      if (other == NULL)
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (cell_says (child, text))
      return TRUE;
  return FALSE;
}

static void
test_cells (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 1200, 400);

  fixture_wait_for (cell_says (table, "Bar pays for Car"));
  g_assert_true (cell_says (table, "$14.3 billion · 49\u00a0%"));
  g_assert_true (cell_says (table, "Alleged · Said not to be so"));
  g_assert_true (cell_says (table, "Ann & <i>Co, Bar"));
  g_assert_true (cell_says (table, "No source"));
  g_assert_true (fixture_says (table, "4 facts"));
  fixture_close (window);
}

/* The desktop's clock is set otherwise meanwhile. */
static void
tell_cells_anew (GtkWidget *widget)
{
  if (WHENCE_IS_FACT_CELL (widget))
    whence_fact_cell_tell_anew (WHENCE_FACT_CELL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_cells_anew (child);
}

static void
test_clock (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (
    "{\"whence\": 1, \"title\": \"T\", \"sources\": [], \"entities\": [], \"facts\": [{\"id\": \"f\", "
    "\"type\": \"statement\", \"title\": \"F\", \"date\": \"2025-01-01T14:05:00Z\"}]}");
  GtkWidget *table = table_new (document);
  GtkWindow *window;
  GtkWidget *inspector = fixture_inspector_new (document), *box = gtk_box_new (0, 0);

  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), inspector);
  gtk_widget_set_hexpand (table, TRUE);
  window = fixture_show (box, 1400, 400);
  whence_document_select (document, whence_ref_fact (0), FALSE);
  fixture_wait_for (cell_says (table, "1 Jan 2025, 14:05 UTC"));
  fixture_wait_for (fixture_says (inspector, "1 January 2025, 14:05 UTC"));
  whence_clock_set_twelve_hours (TRUE);
  tell_cells_anew (table);
  whence_inspector_tell_anew (WHENCE_INSPECTOR (inspector));
  fixture_wait_for (cell_says (table, "1 Jan 2025, 2:05 PM UTC"));
  fixture_wait_for (fixture_says (inspector, "1 January 2025, 2:05 PM UTC"));
  whence_clock_set_twelve_hours (FALSE);
  fixture_close (window);
}

static void
test_selection (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  GtkSelectionModel *model = model_of (table);
  guint n;

  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  g_assert_true (gtk_selection_model_is_selected (model, FACT_INVESTED));
  g_assert_true (fixture_says (table, "4 facts · 1 selected"));
  gtk_selection_model_select_item (model, FACT_FOUNDED, TRUE);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_FOUNDED)));
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (FACT_INVESTED)));
  gtk_selection_model_select_item (model, FACT_UNDATED, FALSE);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_UNDATED)));
  activate (table, "facts.select-all");
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 4);
  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  g_assert_false (gtk_selection_model_is_selected (model, FACT_FOUNDED));
  fixture_close (window);
}

/* The selection is of facts, wherever they stand. */
static void
test_sort (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  GtkSelectionModel *model = model_of (table);

  whence_document_select (document, whence_ref_fact (FACT_FOUNDED), FALSE);
  activate (table, "facts.sort::title");
  fixture_wait_for (lists (table, "2013") || lists (table, "2103"));
  activate (table, "facts.sort::date");
  fixture_wait_for (lists (table, "0123"));
  activate (table, "facts.descending");
  fixture_wait_for (lists (table, "1023"));
  g_assert_true (gtk_selection_model_is_selected (model, 1));
  g_assert_false (gtk_selection_model_is_selected (model, 0));
  gtk_selection_model_select_item (model, 0, TRUE);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_INVESTED)));
  /* The head of a column does the same, and takes it back. */
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (fixture_find (table, GTK_TYPE_COLUMN_VIEW)), NULL,
                                  GTK_SORT_ASCENDING);
  g_assert_true (lists (table, "0123"));
  fixture_close (window);
}

static gboolean
is_row_lit (GtkWidget *cell)
{
  return gtk_widget_has_css_class (gtk_widget_get_parent (gtk_widget_get_parent (cell)), "lit");
}

/* A row stays where it is, with all that is about it, and is of another fact. */
static void
test_rows_stay (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  GtkWidget *cell;

  fixture_wait_for ((cell = fixture_find (table, WHENCE_TYPE_FACT_CELL)) != NULL);
  /* Who takes part in the first fact, and not in the second. */
  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  for (guint i = 0; i < 2; i++)
    {
      const char *order = i == 0 ? "0123" : "1023";
      guint32 fact = (guint32) (*order - '0');

      activate (table, "facts.sort::date");
      if (i == 1)
        activate (table, "facts.descending");
      fixture_wait_for (lists (table, order));
      g_assert_true (fixture_find (table, WHENCE_TYPE_FACT_CELL) == cell);
      g_assert_cmpuint (whence_fact_cell_get_row (WHENCE_FACT_CELL (cell))->fact, ==, fact);
      g_assert_cmpint (is_row_lit (cell), ==, fact == FACT_FOUNDED);
    }
  fixture_close (window);
}

static void
test_filter (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  g_autoptr (WhenceFilter) filter =
    whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_DATED, 1);

  activate (table, "facts.sort::date");
  activate (table, "facts.descending");
  fixture_wait_for (lists (table, "1023"));
  whence_document_set_filter (document, filter);
  g_assert_true (lists (table, "10"));
  g_assert_true (fixture_says (table, "2 of 4 facts"));
  whence_document_set_filter_aside (document, TRUE);
  g_assert_true (lists (table, "1023"));
  fixture_close (window);
}

/* Far down in a long list there is nothing, or something else, when fewer are listed or in another order. */
static void
test_scroll_back (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\": 1, \"facts\": [");
  g_autoptr (WhenceDocument) document = NULL;
  g_autoptr (WhenceFilter) filter = NULL;
  GtkAdjustment *down;
  GtkWidget *table;
  GtkWindow *window;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "%s{\"id\": \"f%u\", \"type\": \"statement\", \"title\": \"F\"%s}",
                            i > 0 ? ", " : "", i, i % 4 > 0 ? ", \"date\": \"2016\"" : "");
  g_string_append (text, "]}");
  document = fixture_document_new_for_text (text->str);
  table = table_new (document);
  window = fixture_show (table, 700, 400);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture_find (table, GTK_TYPE_COLUMN_VIEW)));
  fixture_wait_for (gtk_adjustment_get_upper (down) > 4000);
  gtk_adjustment_set_value (down, 2000);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 2000);
  filter = whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_DATED, 1);
  whence_document_set_filter (document, filter);
  fixture_wait_for (fixture_says (table, "300 of 400 facts"));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  fixture_close (window);
}

static void
test_found_only (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);

  whence_document_search (document, "speaks");
  fixture_wait_for (!whence_document_is_searching (document));
  g_assert_true (lists (table, "0123"));
  activate (table, "facts.found-only");
  g_assert_true (lists (table, "2"));
  whence_document_search (document, "annie");
  fixture_wait_for (!whence_document_is_searching (document));
  g_assert_true (lists (table, "02"));
  whence_document_search (document, NULL);
  g_assert_true (lists (table, "0123"));
  fixture_close (window);
}

/* An edit sorts anew, and shows nothing else meanwhile. */
static void
test_edit (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  GtkWidget *spinner = fixture_find (table, GTK_TYPE_SPINNER);
  g_autoptr (GError) error = NULL;

  activate (table, "facts.sort::date");
  activate (table, "facts.descending");
  fixture_wait_for (lists (table, "1023"));
  whence_document_set_title (document, "Another", &error);
  g_assert_no_error (error);
  g_assert_true (lists (table, "1023"));
  fixture_wait_for (!gtk_spinner_get_spinning (GTK_SPINNER (spinner)));
  g_assert_true (lists (table, "1023"));
  fixture_close (window);
}

static WhenceBundle *
read_many (guint n)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"other\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  return whence_reader_read_text (text->str, text->len, NULL, NULL, NULL, NULL);
}

/* Where a worker lists, no row is left of a bundle that had more facts. */
static void
test_reload (void)
{
  enum
  {
    MANY = 50000, /* from which on a worker does */
  };
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  GtkSelectionModel *model = model_of (table);
  g_autoptr (WhenceBundle) larger = read_many (MANY + 20000), smaller = read_many (MANY);
  guint n;

  whence_document_set_bundle (document, larger, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  fixture_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == MANY + 20000);
  gtk_widget_grab_focus (fixture_find (table, GTK_TYPE_COLUMN_VIEW));
  whence_document_set_bundle (document, smaller, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  gtk_selection_model_select_all (model);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 0);
  fixture_wait_for (g_list_model_get_n_items (G_LIST_MODEL (model)) == MANY);
  g_assert_nonnull (gtk_widget_get_focus_child (fixture_find (table, GTK_TYPE_COLUMN_VIEW)));
  gtk_selection_model_select_item (model, MANY - 1, TRUE);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (MANY - 1)));
  fixture_close (window);
}

static void
test_columns (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 1200, 400);
  const char *const all[] = {
    "date", "type", "title", "status", "who", "amount", "evidence", "no-such", NULL
  };
  const char *const some[] = { "who", NULL };
  g_auto (GStrv) hidden = NULL, rest = NULL;

  fixture_wait_for (cell_says (table, "Ann & <i>Co, Bar"));
  whence_facts_table_set_hidden (WHENCE_FACTS_TABLE (table), some);
  fixture_wait_for (!cell_says (table, "Ann & <i>Co, Bar"));
  activate (table, "facts.show-date");
  hidden = whence_facts_table_dup_hidden (WHENCE_FACTS_TABLE (table));
  g_assert_cmpuint (g_strv_length (hidden), ==, 2);
  g_assert_cmpstr (hidden[0], ==, "date");
  g_assert_cmpstr (hidden[1], ==, "who");
  /* One stays. */
  whence_facts_table_set_hidden (WHENCE_FACTS_TABLE (table), all);
  rest = whence_facts_table_dup_hidden (WHENCE_FACTS_TABLE (table));
  g_assert_cmpuint (g_strv_length (rest), ==, WHENCE_N_FACT_KEYS - 1);
  fixture_close (window);
}

static void
count (guint *n)
{
  (*n)++;
}

static char *
copy (GtkWidget *table, const char *action)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (table);
  guint changed = 0;
  gulong handler = g_signal_connect_swapped (clipboard, "changed", G_CALLBACK (count), &changed);

  activate (table, action);
  fixture_wait_for (changed > 0);
  g_signal_handler_disconnect (clipboard, handler);
  return fixture_get_copied (table);
}

static void
test_copy (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window = fixture_show (table, 700, 400);
  const char *const hidden[] = { "type", "status", "evidence", NULL };
  g_autofree char *all = NULL, *one = NULL, *csv = NULL;

  whence_facts_table_set_hidden (WHENCE_FACTS_TABLE (table), hidden);
  all = copy (table, "facts.copy");
  g_assert_true (g_str_has_prefix (all, "2016\tBar founded\tAnn & <i>Co, Bar\t\n"));
  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  one = copy (table, "facts.copy");
  g_assert_cmpstr (one, ==, "2025\tBar pays for Car\tBar, Car\t$14.3 billion · 49\u00a0%\n");
  csv = copy (table, "facts.copy-csv");
  g_assert_cmpstr (
    csv, ==, "Date,Fact,Who,Amount\r\n2025,Bar pays for Car,\"Bar, Car\",$14.3 billion · 49\u00a0%\r\n");
  fixture_close (window);
}

/* What a spreadsheet would run, or take for another cell. */
static void
test_guard (void)
{
  static const struct
  {
    const char *title, *csv, *text;
  } cases[] = {
    { "Rain", "Rain", "Rain" },
    { "=1+1", "'=1+1", "'=1+1" },
    { "+1", "'+1", "'+1" },
    { "-1", "'-1", "'-1" },
    { "@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)" },
    { "\\tx", "'\tx", "' x" },
    { "a,b", "\"a,b\"", "a,b" },
    { "a\\\"b", "\"a\"\"b\"", "a\"b" },
    { "a\\nb\\tc", "\"a\nb\tc\"", "a b c" },
    { "=HYPERLINK(\\\"x\\\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"", "'=HYPERLINK(\"x\",1)" },
  };
  const WhenceFactKey column = WHENCE_FACT_KEY_TITLE;
  const guint32 fact = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *story = g_strdup_printf (
        "{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"title\":\"%s\"}]}", cases[i].title);
      g_autoptr (WhenceDocument) document = fixture_document_new_for_text (story);
      WhenceBundle *bundle = whence_document_get_bundle (document);
      const WhenceFactsWriting as_csv = { .columns = &column, .n_columns = 1, .format = WHENCE_FACTS_CSV },
                               as_text = { .columns = &column, .n_columns = 1, .format = WHENCE_FACTS_TEXT };
      g_autofree char *csv = whence_facts_write (bundle, NULL, &fact, 1, &as_csv);
      g_autofree char *text = whence_facts_write (bundle, NULL, &fact, 1, &as_text);
      g_autofree char *expected = g_strdup_printf ("Fact\r\n%s\r\n", cases[i].csv);
      g_autofree char *expected_text = g_strdup_printf ("%s\n", cases[i].text);

      g_assert_cmpstr (csv, ==, expected);
      g_assert_cmpstr (text, ==, expected_text);
    }
}

/* The text begins where the interface does. */
static void
test_right_to_left (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *table = table_new (document);
  GtkWindow *window;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  window = fixture_show (table, 1200, 400);
  fixture_wait_for (cell_says (table, "Bar pays for Car"));
  fixture_close (window);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_no_leak (void)
{
  WhenceDocument *document = fixture_document_new ();
  GtkWidget *table = g_object_ref (table_new (document));
  GtkWindow *window = fixture_show (table, 700, 400);

  activate (table, "facts.sort::date");
  activate (table, "facts.descending");
  fixture_wait_for (lists (table, "1023"));
  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  fixture_close (window);
  g_assert_finalize_object (table);
  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/widgets/facts-table/cells", test_cells);
  g_test_add_func ("/widgets/facts-table/clock", test_clock);
  g_test_add_func ("/widgets/facts-table/selection", test_selection);
  g_test_add_func ("/widgets/facts-table/sort", test_sort);
  g_test_add_func ("/widgets/facts-table/rows-stay", test_rows_stay);
  g_test_add_func ("/widgets/facts-table/filter", test_filter);
  g_test_add_func ("/widgets/facts-table/scroll-back", test_scroll_back);
  g_test_add_func ("/widgets/facts-table/found-only", test_found_only);
  g_test_add_func ("/widgets/facts-table/edit", test_edit);
  g_test_add_func ("/widgets/facts-table/reload", test_reload);
  g_test_add_func ("/widgets/facts-table/columns", test_columns);
  g_test_add_func ("/widgets/facts-table/copy", test_copy);
  g_test_add_func ("/widgets/facts-table/guard", test_guard);
  g_test_add_func ("/widgets/facts-table/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/facts-table/no-leak", test_no_leak);
  return g_test_run ();
}
