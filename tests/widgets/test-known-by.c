/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By when things are to be known: the button that asks, the chip that tells and takes it away, and the
 * inspector, which shows what came later apart. */
#include "fixture.h"

#include <string.h>

#include "model/clock.h"
#include "widgets/describe.h"
#include "widgets/facts-columns.h"
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

/* Texts that wrap need lines that what floats did not count, and what is last hangs over its edge. */
static void
assert_within_popover (GtkWidget *last)
{
  GtkWidget *popover = gtk_widget_get_ancestor (last, GTK_TYPE_POPOVER);
  GtkWidget *content = gtk_widget_get_parent (gtk_popover_get_child (GTK_POPOVER (popover)));
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (last, content, &box));
  g_assert_cmpfloat (box.origin.y + box.size.height + 6, <=, gtk_widget_get_height (content));
}

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
  fixture_wait_for (gtk_widget_get_height (go) > 0);
  assert_within_popover (go);
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

/* The desktop's clock is set otherwise meanwhile. */
static void
test_clock (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (story);
  GtkWidget *chips = g_object_new (WHENCE_TYPE_FILTER_CHIPS, NULL);
  GtkWidget *button = g_object_new (WHENCE_TYPE_KNOWN_BUTTON, NULL), *box = gtk_box_new (0, 0), *menu;
  GtkWindow *window;

  whence_filter_chips_set_document (WHENCE_FILTER_CHIPS (chips), document);
  whence_known_button_set_document (WHENCE_KNOWN_BUTTON (button), document);
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), button);
  whence_document_set_known_by (document, "2024-05-01T14:05:00Z", NULL);
  window = fixture_show (box, 600, 100);
  menu = fixture_find (button, GTK_TYPE_MENU_BUTTON);
  fixture_wait_for (fixture_says (chips, "Known by 1 May 2024, 14:05 UTC"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (menu), ==, "Known by 1 May 2024, 14:05 UTC");
  gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
  fixture_wait_for (fixture_says (button, "1 May 2024, 14:05 UTC"));
  whence_clock_set_twelve_hours (TRUE);
  whence_filter_chips_tell_anew (WHENCE_FILTER_CHIPS (chips));
  whence_known_button_tell_anew (WHENCE_KNOWN_BUTTON (button));
  g_assert_true (fixture_says (chips, "Known by 1 May 2024, 2:05 PM UTC"));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (menu), ==, "Known by 1 May 2024, 2:05 PM UTC");
  g_assert_true (fixture_says (button, "1 May 2024, 2:05 PM UTC"));
  whence_clock_set_twelve_hours (FALSE);
  fixture_close (window);
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

/* --- Values --- */

#define PUBLISHED(id, date)                                                                                  \
  "{\"id\":\"" id "\",\"title\":\"The " id "\",\"publisher\":\"" id "\",\"published\":\"" date "\"}"

static const char sold[] = "{\"whence\":1,\"sources\":[" PUBLISHED ("early", "2017-06-20") "," PUBLISHED (
  "late", "2018") "],\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Bay\"},"
                  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Port\"}],"
                  "\"facts\":[{\"id\":\"f\",\"type\":\"acquisition\",\"title\":\"Bay buys 49 %\",\"date\":"
                  "\"2017-03-03\",\"subject\":\"a\",\"object\":\"b\",\"amount\":{\"value\":42000000,"
                  "\"currency\":\"EUR\"},\"share\":\"0.49\",\"citations\":[{\"source\":\"late\"},{\"source\":"
                  "\"early\",\"date\":\"2017-06-19\",\"amount\":{\"value\":57500000,\"currency\":\"EUR\"},"
                  "\"share\":\"0.51\"}]}]}";

static const char *const early_values[] = { "19 Ju", "57.5", "51", "Acquisition: Bay → Port" };
static const char *const late_values[] = { "3 Ma", "42", "49", "Bay buys" };

static void
assert_tells (const char *text, gboolean early)
{
  for (guint i = 0; i < G_N_ELEMENTS (early_values); i++)
    if ((strstr (text, early_values[i]) != NULL) != early || (strstr (text, late_values[i]) != NULL) == early)
      g_error ("%s: %s or %s", text, early_values[i], late_values[i]);
}

/* As a tooltip, aloud, and in a line of the table, they are those of the time. */
static void
test_words (void)
{
  for (guint early = 0; early < 2; early++)
    {
      WhenceDocument *document = fixture_document_new_for_text (sold);
      const WhenceKnownBy *known_by;
      WhenceBundle *bundle;

      g_assert_true (whence_document_set_known_by (document, early ? "2017" : NULL, NULL));
      known_by = whence_scope_get_known_by (whence_document_get_scope (document));
      bundle = whence_document_get_told_bundle (document);
      g_autofree char *tip = whence_describe_fact (bundle, known_by, 0);
      g_autofree char *aloud = whence_describe_aloud (bundle, known_by, 0);
      g_autofree char *title = whence_facts_column_text (WHENCE_FACT_KEY_TITLE, bundle, known_by, 0);
      g_autofree char *date = whence_facts_column_text (WHENCE_FACT_KEY_DATE, bundle, known_by, 0);
      g_autofree char *worth = whence_facts_column_text (WHENCE_FACT_KEY_AMOUNT, bundle, known_by, 0);
      g_autofree char *row = g_strjoin (" ", title, date, worth, NULL);
      g_autofree char *said = g_strjoin (" ", aloud, title, NULL);
      /* What the sources contradict is told in full where both count. */
      if (early)
        assert_tells (tip, TRUE);
      assert_tells (said, early);
      assert_tells (row, early);
      g_assert_finalize_object (document);
    }
}

static void
append_labels (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    append_labels (child, text);
}

static void
test_values_in_inspector (void)
{
  WhenceDocument *document = fixture_document_new_for_text (sold);
  WhenceInspector *inspector = g_object_ref_sink (g_object_new (WHENCE_TYPE_INSPECTOR, NULL));
  const char *told = "Told as its sources had it by then; the rest is as the file has it.";
  GtkWindow *window;

  whence_inspector_set_document (inspector, document);
  window = fixture_show (GTK_WIDGET (inspector), 400, 900);
  whence_document_select (document, whence_ref_fact (0), FALSE);
  fixture_wait_for (fixture_says (GTK_WIDGET (inspector), "Bay buys 49 %"));
  g_assert_true (fixture_says (GTK_WIDGET (inspector), "Dates that cannot all be true"));
  whence_document_set_known_by (document, "2017", NULL);
  fixture_wait_for (fixture_says (GTK_WIDGET (inspector), told));
  g_autoptr (GString) text = g_string_new (NULL);
  append_labels (GTK_WIDGET (inspector), text);
  assert_tells (text->str, TRUE);
  g_assert_false (fixture_says (GTK_WIDGET (inspector), "that cannot all be true"));
  whence_document_set_known_by (document, NULL, NULL);
  fixture_wait_for (fixture_says (GTK_WIDGET (inspector), "Bay buys 49 %"));
  g_assert_false (fixture_says (GTK_WIDGET (inspector), told));
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
  g_test_add_func ("/widgets/known-by/clock", test_clock);
  g_test_add_func ("/widgets/known-by/inspector", test_inspector);
  g_test_add_func ("/widgets/known-by/words", test_words);
  g_test_add_func ("/widgets/known-by/values", test_values_in_inspector);
  return g_test_run ();
}
