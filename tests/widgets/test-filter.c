/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter at the side and its chips: checks and counts follow the document and change it, chips take
 * conditions away, typed amounts are read. */
#include "fixture.h"
#include "model/reader.h"
#include "widgets/filter-amounts.h"
#include "widgets/filter-chips.h"
#include "widgets/filter-facet.h"

static GtkWidget *
find_labelled (GtkWidget *widget, GType type, const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && fixture_says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_facet (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceFilterFacet *facet = g_object_ref (whence_filter_facet_new (document, WHENCE_FACET_DATED));
  GtkWindow *window = fixture_show (GTK_WIDGET (facet), 300, 400);
  GtkWidget *check;
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();

  whence_filter_facet_set_expanded (facet, TRUE);
  check = find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "Without a date");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (whence_filter_has (whence_document_get_filter (document), WHENCE_FACET_DATED, 0));
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 2);
  whence_document_set_filter (document, nothing);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  fixture_close (window);
  g_assert_finalize_object (facet);
  g_assert_finalize_object (document);
}

/* A row that is touched is high enough for two lines, which is no reason to break a text that fits in one. */
static void
test_high_row (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceFilterFacet *facet = whence_filter_facet_new (document, WHENCE_FACET_DATED);
  GtkWindow *window = fixture_show (GTK_WIDGET (facet), 300, 400);
  GtkWidget *check, *label;

  whence_filter_facet_set_expanded (facet, TRUE);
  check = find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "Without a date");
  gtk_widget_set_size_request (check, -1, 44);
  label = fixture_find (check, GTK_TYPE_LABEL);
  fixture_wait_for (gtk_widget_get_height (check) > 35 && gtk_widget_get_width (label) > 0);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 1);
  fixture_close (window);
  g_assert_finalize_object (document);
}

/* What is folded in has been taken out of the window, and the keyboard must not look for it there. */
static void
test_keyboard_passes_closed (void)
{
  static const GtkDirectionType ways[] = { GTK_DIR_DOWN, GTK_DIR_TAB_FORWARD, GTK_DIR_UP,
                                           GTK_DIR_TAB_BACKWARD };
  WhenceDocument *document = fixture_document_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *facet = GTK_WIDGET (whence_filter_facet_new (document, WHENCE_FACET_DATED));
  GtkWindow *window = fixture_show (box, 300, 400);

  gtk_box_append (GTK_BOX (box), facet);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (whence_filter_amounts_new (document)));
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_assert_true (gtk_widget_grab_focus (fixture_find (facet, GTK_TYPE_EXPANDER)));
      for (guint j = 0; j < 4; j++)
        gtk_widget_child_focus (GTK_WIDGET (window), ways[i]);
    }
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (fixture_find (facet, GTK_TYPE_EXPANDER))));
  fixture_close (window);
  g_assert_finalize_object (document);
}

static guint
count_lit (WhenceDocument *document)
{
  WhenceHighlight highlight = whence_document_get_highlight (document);
  guint n = 0;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (whence_document_get_bundle (document)); i++)
    n += highlight.facts[i] != 0;
  return n;
}

/* The keyboard on a row lights what has its value, and what has not steps back; elsewhere, nothing does. */
static void
test_facet_lights (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceFilterFacet *facet = g_object_ref (whence_filter_facet_new (document, WHENCE_FACET_DATED));
  GtkWindow *window = fixture_show (GTK_WIDGET (facet), 300, 400);
  GtkWidget *check;
  g_autoptr (WhenceFilter) dated = NULL;

  whence_filter_facet_set_expanded (facet, TRUE);
  check = find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "Without a date");
  gtk_window_set_focus_visible (window, TRUE);
  gtk_widget_grab_focus (check);
  fixture_wait_for (whence_document_get_highlight (document).dim_others);
  g_assert_cmpuint (count_lit (document), ==,
                    whence_bundle_get_n_facts (whence_document_get_bundle (document)) - 2);
  /* Where the filter leaves nothing with that value, nothing steps back. */
  dated = whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_DATED, 1);
  whence_document_set_filter (document, dated);
  g_assert_false (whence_document_get_highlight (document).dim_others);
  gtk_window_set_focus (window, NULL);
  fixture_wait_for (!whence_document_get_highlight (document).dim_others);
  g_assert_cmpuint (count_lit (document), ==, 0);
  fixture_close (window);
  g_assert_finalize_object (facet);
  g_assert_finalize_object (document);
}

/* The pointer on the row of @check, or off it. */
static void
point (GtkWidget *check, const char *signal)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (gtk_widget_get_parent (check));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, signal, 1.0, 1.0);
    }
}

/* Of the keyboard and the pointer on two rows the last one counts, then the other again; of rows that are
 * folded away, none. */
static void
test_facet_lights_last (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceFilterFacet *facet = g_object_ref (whence_filter_facet_new (document, WHENCE_FACET_DATED));
  GtkWindow *window = fixture_show (GTK_WIDGET (facet), 300, 400);
  GtkWidget *check, *other;

  whence_filter_facet_set_expanded (facet, TRUE);
  check = find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "Without a date");
  other = find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "With a date");
  gtk_window_set_focus_visible (window, TRUE);
  gtk_widget_grab_focus (check);
  fixture_wait_for (whence_document_get_highlight (document).facts[FACT_UNDATED] != 0);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_FOUNDED], ==, 0);
  point (other, "enter");
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_UNDATED], ==, 0);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_FOUNDED], !=, 0);
  point (other, "leave");
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_UNDATED], !=, 0);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_FOUNDED], ==, 0);
  point (other, "enter");
  gtk_window_set_focus (window, NULL);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FACT_FOUNDED], !=, 0);
  gtk_widget_set_visible (GTK_WIDGET (facet), FALSE);
  g_assert_false (whence_document_get_highlight (document).dim_others);
  fixture_close (window);
  g_assert_finalize_object (facet);
  g_assert_finalize_object (document);
}

/* Another state of the bundle has fewer values than there are rows. */
static void
test_facet_on_reload (void)
{
  static const char smaller[] =
    "{\"whence\": 1, \"entities\": [{\"id\": \"x\", \"type\": \"person\", \"name\": \"Xenia\"}],"
    " \"facts\": [{\"id\": \"f\", \"type\": \"birth\", \"subject\": \"x\"}]}";
  WhenceDocument *document = fixture_document_new ();
  g_autoptr (WhenceBundle) bundle =
    whence_reader_read_text (smaller, strlen (smaller), NULL, NULL, NULL, NULL);
  WhenceFilterFacet *facet = g_object_ref (whence_filter_facet_new (document, WHENCE_FACET_ENTITY));
  GtkWindow *window = fixture_show (GTK_WIDGET (facet), 300, 400);
  g_autoptr (WhenceFilter) filter =
    whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_ENTITY, ENTITY_CAR);

  whence_filter_facet_set_expanded (facet, TRUE);
  whence_document_set_filter (document, filter);
  whence_document_set_bundle (document, bundle, NULL);
  g_assert_null (find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "Car"));
  g_assert_nonnull (find_labelled (GTK_WIDGET (facet), GTK_TYPE_CHECK_BUTTON, "Xenia"));
  fixture_close (window);
  g_assert_finalize_object (facet);
  g_assert_finalize_object (document);
}

/* Nobody counts for rows that nobody sees. */
static void
test_facet_unseen (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  g_autoptr (WhenceDocument) other =
    fixture_document_new_for_text ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"birth\"}]}");
  GtkWidget *facet = GTK_WIDGET (whence_filter_facet_new (document, WHENCE_FACET_FACT_TYPE));
  GtkWindow *window = fixture_show (facet, 300, 400);

  whence_filter_facet_set_expanded (WHENCE_FILTER_FACET (facet), TRUE);
  g_assert_nonnull (find_labelled (facet, GTK_TYPE_CHECK_BUTTON, "Founding"));
  gtk_widget_set_visible (facet, FALSE);
  whence_document_set_bundle (document, whence_document_get_bundle (other), NULL);
  g_assert_null (fixture_find (facet, GTK_TYPE_CHECK_BUTTON));
  gtk_widget_set_visible (facet, TRUE);
  fixture_wait_for (find_labelled (facet, GTK_TYPE_CHECK_BUTTON, "Birth") != NULL);
  fixture_close (window);
}

/* Of many facts a worker counts for the order of the rows, and then what stands in them. */
static void
test_facet_of_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"birth\"}");
  g_autoptr (WhenceDocument) document = NULL;
  GtkWidget *facet;
  GtkWindow *window;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, ",{\"id\":\"f%u\",\"type\":\"death\"}", i);
  g_string_append (text, "]}");
  document = fixture_document_new_for_text (text->str);
  facet = GTK_WIDGET (whence_filter_facet_new (document, WHENCE_FACET_FACT_TYPE));
  window = fixture_show (facet, 300, 400);
  whence_filter_facet_set_expanded (WHENCE_FILTER_FACET (facet), TRUE);
  g_assert_null (fixture_find (facet, GTK_TYPE_CHECK_BUTTON));
  fixture_wait_for (fixture_find (facet, GTK_TYPE_CHECK_BUTTON) != NULL);
  g_assert_true (fixture_says (fixture_find (facet, GTK_TYPE_CHECK_BUTTON), "Death"));
  fixture_wait_for (fixture_says (facet, "1"));
  fixture_close (window);
}

static guint
count_checks (GtkWidget *widget)
{
  guint n = GTK_IS_CHECK_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_checks (child);
  return n;
}

static void
seek (GtkWidget *facet, const char *words)
{
  GtkWidget *entry = fixture_find (facet, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
}

/* A worker seeks, too: the rows stay until it has found what was typed last. */
static void
test_seek_among_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"whence\":1,\"entities\":[");
  g_autoptr (WhenceDocument) document = NULL;
  GtkWidget *facet;
  GtkWindow *window;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"N\303\251 %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"id\":\"f%u\",\"type\":\"birth\",\"subject\":\"e%u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  document = fixture_document_new_for_text (text->str);
  facet = GTK_WIDGET (whence_filter_facet_new (document, WHENCE_FACET_ENTITY));
  window = fixture_show (facet, 300, 400);
  whence_filter_facet_set_expanded (WHENCE_FILTER_FACET (facet), TRUE);
  fixture_wait_for (count_checks (facet) == 12);
  g_assert_true (fixture_says (facet, "and 4988 more values"));
  seek (facet, "ne 12");
  g_assert_cmpuint (count_checks (facet), ==, 12);
  seek (facet, "ne 123");
  fixture_wait_for (count_checks (facet) == 11);
  g_assert_nonnull (find_labelled (facet, GTK_TYPE_CHECK_BUTTON, "N\303\251 1239"));
  g_assert_null (find_labelled (facet, GTK_TYPE_CHECK_BUTTON, "N\303\251 12"));
  seek (facet, "ne 1");
  fixture_wait_for (count_checks (facet) == 40);
  g_assert_true (fixture_says (facet, "and 1071 more values"));
  seek (facet, "");
  g_assert_cmpuint (count_checks (facet), ==, 12);
  seek (facet, "no such name");
  fixture_wait_for (count_checks (facet) == 0);
  fixture_close (window);
}

static void
test_chips (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceFilterChips *chips = g_object_ref_sink (g_object_new (WHENCE_TYPE_FILTER_CHIPS, NULL));
  g_autoptr (WhenceFilter) filter = NULL;
  GtkWindow *window;

  whence_filter_chips_set_document (chips, document);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  filter = whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_ENTITY, ENTITY_CAR);
  whence_document_set_filter (document, filter);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chips)));
  window = fixture_show (GTK_WIDGET (chips), 600, 100);

  g_signal_emit_by_name (find_labelled (GTK_WIDGET (chips), GTK_TYPE_BUTTON, "2 facts hidden"), "clicked");
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 0);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (chips), GTK_TYPE_BUTTON, "Nothing hidden for now"),
                         "clicked");
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 2);
  g_signal_emit_by_name (find_labelled (GTK_WIDGET (chips), GTK_TYPE_BUTTON, "Car"), "clicked");
  g_assert_true (whence_filter_is_empty (whence_document_get_filter (document)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  fixture_close (window);
  g_assert_finalize_object (chips);
  g_assert_finalize_object (document);
}

static void
test_amounts (void)
{
  WhenceDocument *document = fixture_document_new ();
  WhenceFilterAmounts *amounts = g_object_ref (whence_filter_amounts_new (document));
  GtkWindow *window = fixture_show (GTK_WIDGET (amounts), 300, 400);
  GtkWidget *entry;

  gtk_expander_set_expanded (GTK_EXPANDER (fixture_find (GTK_WIDGET (amounts), GTK_TYPE_EXPANDER)), TRUE);
  entry = fixture_find (GTK_WIDGET (amounts), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "15 B");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 4);
  gtk_editable_set_text (GTK_EDITABLE (entry), "a lot");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 4);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 0);
  fixture_close (window);
  g_assert_finalize_object (amounts);
  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/filter/facet", test_facet);
  g_test_add_func ("/widgets/filter/high-row", test_high_row);
  g_test_add_func ("/widgets/filter/keyboard-passes-closed", test_keyboard_passes_closed);
  g_test_add_func ("/widgets/filter/lights", test_facet_lights);
  g_test_add_func ("/widgets/filter/lights-last", test_facet_lights_last);
  g_test_add_func ("/widgets/filter/reload", test_facet_on_reload);
  g_test_add_func ("/widgets/filter/unseen", test_facet_unseen);
  g_test_add_func ("/widgets/filter/many", test_facet_of_many);
  g_test_add_func ("/widgets/filter/seek", test_seek_among_many);
  g_test_add_func ("/widgets/filter/chips", test_chips);
  g_test_add_func ("/widgets/filter/amounts", test_amounts);
  return g_test_run ();
}
