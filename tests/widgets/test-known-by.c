/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By when things are to be known: the button that asks, the chip that tells and takes it away, and the
 * inspector, which shows what came later apart. */
#include "fixture.h"
#include "widgets/filter-chips.h"
#include "widgets/inspector.h"
#include "widgets/known-button.h"

#define CITE(source) "{\"source\":\"" source "\"}"
#define SOURCE(id, date) "{\"id\":\"" id "\",\"title\":\"The " id "\",\"published\":\"" date "\"}"

static const char story[] =
  "{\"whence\":1,\"sources\":[" SOURCE ("old", "2023") "," SOURCE ("vague", "2024") "," SOURCE (
    "new", "2025") "],\"entities\":[],\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"date\":\"2020\","
                   "\"citations\":[" CITE ("new") "," CITE ("vague") "," CITE (
                     "old") "]},"
                            "{\"id\":\"g\",\"type\":\"other\",\"citations\":[" CITE ("new") "]}]}";

static void
test_button (void)
{
  WhenceDocument *document = fixture_document_new_for_text (story);
  WhenceKnownButton *button = g_object_ref_sink (g_object_new (WHENCE_TYPE_KNOWN_BUTTON, NULL));
  GtkWindow *window;
  GtkWidget *entry, *go;

  whence_known_button_set_document (button, document);
  window = fixture_show (GTK_WIDGET (button), 400, 300);
  entry = fixture_find (GTK_WIDGET (button), GTK_TYPE_ENTRY);
  whence_known_button_open (button);
  fixture_wait_for (gtk_widget_get_mapped (entry));
  go = gtk_widget_get_last_child (gtk_widget_get_last_child (gtk_widget_get_parent (entry)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2024-0");
  g_assert_false (gtk_widget_get_sensitive (go));
  g_signal_emit_by_name (entry, "activate");
  g_assert_null (whence_document_get_known_by (document));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2024-05~");
  g_assert_true (gtk_widget_get_sensitive (go));
  g_assert_true (fixture_says (GTK_WIDGET (button), "about May 2024"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (whence_document_get_known_by (document), ==, "2024-05~");
  fixture_close (window);
  g_assert_finalize_object (button);
  g_assert_finalize_object (document);
}

static void
test_chip (void)
{
  WhenceDocument *document = fixture_document_new_for_text (story);
  WhenceFilterChips *chips = g_object_ref_sink (g_object_new (WHENCE_TYPE_FILTER_CHIPS, NULL));
  GtkWindow *window;

  whence_filter_chips_set_document (chips, document);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  whence_document_set_known_by (document, "2024-05", NULL);
  window = fixture_show (GTK_WIDGET (chips), 600, 100);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (chips)));
  g_assert_true (fixture_says (GTK_WIDGET (chips), "Known by May 2024"));
  g_assert_cmpuint (fixture_count (GTK_WIDGET (chips), GTK_TYPE_BUTTON), ==, 1);
  g_signal_emit_by_name (fixture_find (GTK_WIDGET (chips), GTK_TYPE_BUTTON), "clicked");
  g_assert_null (whence_document_get_known_by (document));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (chips)));
  fixture_close (window);
  g_assert_finalize_object (chips);
  g_assert_finalize_object (document);
}

static void
test_inspector (void)
{
  WhenceDocument *document = fixture_document_new_for_text (story);
  WhenceInspector *inspector = g_object_ref_sink (g_object_new (WHENCE_TYPE_INSPECTOR, NULL));
  GtkWindow *window;

  whence_inspector_set_document (inspector, document);
  window = fixture_show (GTK_WIDGET (inspector), 400, 900);
  whence_document_select (document, whence_ref_fact (0), FALSE);
  fixture_wait_for (fixture_says (GTK_WIDGET (inspector), "Three sources, not known to be independent"));
  g_assert_false (fixture_says (GTK_WIDGET (inspector), "Not known by then"));
  whence_document_set_known_by (document, "2024-05", NULL);
  fixture_wait_for (fixture_says (GTK_WIDGET (inspector), "One source"));
  g_assert_true (fixture_says (GTK_WIDGET (inspector), "Possibly known by then"));
  g_assert_true (fixture_says (GTK_WIDGET (inspector), "Not known by then"));
  g_assert_true (fixture_says (GTK_WIDGET (inspector), "The new"));
  g_assert_true (fixture_says (GTK_WIDGET (inspector),
                               "Its date and amounts are as the file has them, whoever they are from."));
  whence_document_select (document, whence_ref_fact (1), FALSE);
  fixture_wait_for (!fixture_says (GTK_WIDGET (inspector), "The old"));
  g_assert_true (fixture_says (GTK_WIDGET (inspector), "Not known by then"));
  g_assert_false (fixture_says (GTK_WIDGET (inspector), "No source"));
  fixture_close (window);
  g_assert_finalize_object (inspector);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/known-by/button", test_button);
  g_test_add_func ("/widgets/known-by/chip", test_chip);
  g_test_add_func ("/widgets/known-by/inspector", test_inspector);
  return g_test_run ();
}
