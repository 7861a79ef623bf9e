/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of so many facts that rows are selected in runs: the document has the facts of just the rows that
 * are selected, in any order of these, and the other way round; and copying them can be seen and stopped. */
#include "fixture.h"
#include "widgets/facts-selection.h"
#include "widgets/facts-table.h"

#define N 5000

typedef struct
{
  WhenceDocument *document;
  WhenceFactsModel *model;
  GtkSelectionModel *rows;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  WhenceFactsSelection *selection;

  for (guint i = 0; i < N; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"other\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  fixture->document = fixture_document_new_for_text (text->str);
  fixture->model = whence_facts_model_new ();
  whence_facts_model_keep_rows (fixture->model);
  selection = whence_facts_selection_new (fixture->model);
  whence_facts_selection_set_document (selection, fixture->document);
  fixture->rows = GTK_SELECTION_MODEL (selection);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->rows);
  g_object_unref (fixture->model);
  g_object_unref (fixture->document);
}

/* All of them, in an order of its own for each @seed. */
static void
list (Fixture *fixture, guint seed)
{
  g_autofree guint32 *facts = g_new (guint32, N);

  for (guint i = 0; i < N; i++)
    facts[i] = (guint32) (((guint64) i * 7 + seed) % N);
  whence_facts_model_set_facts (fixture->model, whence_document_get_told_bundle (fixture->document), NULL,
                                facts, N);
}

static void
assert_same (Fixture *fixture)
{
  guint n_selected = 0;

  for (guint i = 0; i < N; i++)
    {
      WhenceRef ref = whence_ref_fact (whence_facts_model_get_fact (fixture->model, i));
      gboolean selected = gtk_selection_model_is_selected (fixture->rows, i);
      g_assert_cmpint (selected, ==, whence_document_is_selected (fixture->document, ref));
      n_selected += selected;
    }
  g_assert_cmpuint (whence_document_get_n_selected_facts (fixture->document), ==, n_selected);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  const WhenceRef *refs;
  guint n;

  list (fixture, 3);
  gtk_selection_model_select_all (fixture->rows);
  assert_same (fixture);
  refs = whence_document_get_selection (fixture->document, &n);
  g_assert_cmpuint (n, ==, N);
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (refs[i].index, ==, whence_facts_model_get_fact (fixture->model, i));
  gtk_selection_model_unselect_item (fixture->rows, 17);
  g_assert_cmpuint (whence_document_get_n_selected_facts (fixture->document), ==, N - 1);
  assert_same (fixture);
  gtk_selection_model_select_range (fixture->rows, 100, 3000, TRUE);
  g_assert_cmpuint (whence_document_get_n_selected_facts (fixture->document), ==, 3000);
  assert_same (fixture);
  gtk_selection_model_unselect_all (fixture->rows);
  g_assert_cmpuint (whence_document_get_n_selected_facts (fixture->document), ==, 0);
}

/* Many and few, as the document selects them, and in another order of the rows. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  list (fixture, 0);
  for (guint every = 1; every < N; every *= 5)
    {
      g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (WhenceRef));
      for (guint i = 0; i < N; i += every)
        {
          WhenceRef ref = whence_ref_fact (i);
          g_array_append_val (refs, ref);
        }
      whence_document_select_array (fixture->document, refs);
      assert_same (fixture);
      list (fixture, every);
      assert_same (fixture);
    }
}

/* --- Copying -------------------------------------------------------------------------------------- */

static void
count (guint *n)
{
  (*n)++;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

static void
do_action (GtkWidget *table, const char *action)
{
  g_assert_true (gtk_widget_activate_action (table, action, NULL));
}

/* Much is copied while the foot says so, and can be stopped; what is copied last is on the clipboard. */
static void
test_copy (void)
{
  enum
  {
    MANY = 25000,
  };
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[");
  g_autoptr (WhenceDocument) document = NULL;
  g_autofree char *one = NULL, *all = NULL;
  GtkWidget *table = g_object_new (WHENCE_TYPE_FACTS_TABLE, NULL), *progress;
  GdkClipboard *clipboard;
  GtkAdjustment *down;
  GtkWindow *window;
  guint changed = 0;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"other\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  document = fixture_document_new_for_text (text->str);
  whence_facts_table_set_document (WHENCE_FACTS_TABLE (table), document);
  window = fixture_show (table, 700, 400);
  fixture_wait_for (fixture_says (table, "25,000 facts"));
  progress = fixture_find (table, GTK_TYPE_PROGRESS_BAR);
  clipboard = gtk_widget_get_clipboard (table);
  g_signal_connect_swapped (clipboard, "changed", G_CALLBACK (count), &changed);

  g_assert_false (gtk_widget_get_mapped (progress));
  do_action (table, "facts.copy");
  fixture_wait_for (gtk_widget_get_mapped (progress) || changed > 0);
  do_action (table, "facts.copy-csv");
  do_action (table, "facts.stop-copying");
  g_assert_false (gtk_widget_get_mapped (progress));
  changed = 0;
  whence_document_select (document, whence_ref_fact (5), FALSE);
  do_action (table, "facts.copy");
  fixture_wait_for (changed > 0);
  one = fixture_get_copied (table);
  g_assert_cmpuint (count_lines (one), ==, 1);
  down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture_find (table, GTK_TYPE_COLUMN_VIEW)));
  do_action (table, "facts.select-all");
  do_action (table, "facts.copy-csv");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (progress)));
  fixture_wait_for (changed > 1);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (progress)));
  g_assert_cmpuint (changed, ==, 2);
  /* Nobody was taken to the last of them. */
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  all = fixture_get_copied (table);
  g_assert_cmpuint (count_lines (all), ==, MANY + 1);
  fixture_close (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add ("/widgets/facts-many/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/widgets/facts-many/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add_func ("/widgets/facts-many/copy", test_copy);
  return g_test_run ();
}
