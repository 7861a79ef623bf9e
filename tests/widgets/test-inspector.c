/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the inspector says of what is selected, that it leads there, that text from a file is never markup;
 * what is copied from it: the words of the button that has the focus, whether it leads somewhere, is a row of
 * a long list, or shows a path; and that it is filled for nobody. */
#include <string.h>

#include "document/document-subset.h"
#include "fixture.h"
#include "widgets/citation-card.h"
#include "widgets/row-text.h"

static void
test_story (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  fixture_wait_for (fixture_says (inspector, "Ann & <b>Bar</b>"));
  g_assert_true (fixture_says (inspector, "4 facts"));
  g_assert_true (fixture_says (inspector, "2 sources"));
  fixture_close (window);
}

static void
test_fact (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  fixture_wait_for (fixture_says (inspector, "Bar pays for Car"));
  g_assert_true (fixture_says (inspector, "2025 (inferred)"));
  g_assert_true (fixture_says (inspector, "They say this year."));
  g_assert_true (fixture_says (inspector, "Bar"));
  g_assert_true (fixture_says (inspector, "Car"));
  g_assert_cmpuint (fixture_count (inspector, WHENCE_TYPE_CITATION_CARD), ==, 2);
  g_assert_true (fixture_says (inspector, "First <i>paper</i>"));
  g_assert_true (fixture_says (inspector, "“a & b <c>”"));
  g_assert_true (fixture_says (inspector, "page 3"));
  g_assert_true (fixture_says (inspector, "Tom & Jerry"));
  g_assert_true (fixture_says (inspector, "according to insiders"));
  g_assert_true (fixture_says (inspector, "Differs: $9 billion"));
  /* Both addresses are shown, but only that of the web can be opened. */
  g_assert_true (fixture_says (inspector, "https://example.org/a?b=1&c=2"));
  g_assert_true (fixture_says (inspector, "javascript:alert(1)"));
  g_assert_cmpuint (fixture_count (inspector, GTK_TYPE_LINK_BUTTON), ==, 1);
  fixture_close (window);
}

/* How they are related need not be said. */
static void
test_related (void)
{
  g_autoptr (WhenceDocument) document =
    fixture_document_new_for_text ("{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"title\":"
                                   "\"Rain\",\"related\":[{\"fact\":\"g\"}]},"
                                   "{\"id\":\"g\",\"type\":\"other\",\"title\":\"Snow\"}]}");
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  whence_document_select (document, whence_ref_fact (0), FALSE);
  fixture_wait_for (fixture_says (inspector, "Rain"));
  g_assert_true (fixture_says (inspector, "Related"));
  g_assert_true (fixture_says (inspector, "Snow"));
  fixture_close (window);
}

static void
test_entity (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  GtkWidget *button;

  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  fixture_wait_for (fixture_says (inspector, "Ann & <i>Co"));
  g_assert_true (fixture_says (inspector, "Also: Annie"));
  g_assert_true (fixture_says (inspector, "2 facts"));
  button = fixture_find (inspector, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FACT_FOUNDED)));
  fixture_wait_for (fixture_says (inspector, "Undated: no source says when")
                    || fixture_says (inspector, "2016"));
  whence_document_select (document, whence_ref_entity (ENTITY_CAR), TRUE);
  fixture_wait_for (fixture_says (inspector, "2 selected"));
  fixture_close (window);
}

/* Two dates that are compared: a list that leads to its facts and can be copied. */
static void
test_changes (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  const WhencePeriod dates[] = { { 1420070400, 1451606400 }, { 1735689600, 1767225600 } };
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  g_autofree char *copied = NULL;

  g_assert_true (whence_document_compare (document, dates, NULL));
  fixture_wait_for (fixture_says (inspector, "2015 compared with 2025"));
  g_assert_true (fixture_says (inspector, "+ Begun · 2"));
  g_assert_false (fixture_says (inspector, "\342\210\222 Ended · 0"));
  g_assert_true (fixture_says (inspector, "Unchanged · 1"));
  g_assert_true (fixture_says (inspector, "Bar pays for Car"));
  g_signal_emit_by_name (fixture_find (inspector, GTK_TYPE_BUTTON), "clicked");
  fixture_wait_for (gdk_clipboard_get_content (gtk_widget_get_clipboard (inspector)) != NULL);
  copied = fixture_get_copied (inspector);
  g_assert_cmpstr (copied, ==,
                   "2015 compared with 2025\n\nBegun (2)\n+ Bar founded (2016)\n+ Bar pays for Car (2025)\n");
  whence_document_select (document, whence_ref_fact (FACT_FOUNDED), FALSE);
  fixture_wait_for (!fixture_says (inspector, "2015 compared with 2025"));
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  fixture_wait_for (fixture_says (inspector, "2015 compared with 2025"));
  /* Nothing is listed for nobody. */
  gtk_widget_set_visible (inspector, FALSE);
  whence_document_clear_as_of (document);
  fixture_wait_for (!fixture_says (inspector, "2015 compared with 2025"));
  g_assert_true (whence_document_compare (document, dates, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (fixture_says (inspector, "2015 compared with 2025"));
  gtk_widget_set_visible (inspector, TRUE);
  fixture_wait_for (fixture_says (inspector, "2015 compared with 2025"));
  whence_document_clear_as_of (document);
  fixture_wait_for (fixture_says (inspector, "Ann & <b>Bar</b>"));
  fixture_close (window);
}

static void
test_focus_stays (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);
  GtkWidget *focus;

  whence_document_select (document, whence_ref_entity (ENTITY_ANN), FALSE);
  fixture_wait_for (fixture_says (inspector, "Also: Annie"));
  gtk_widget_grab_focus (fixture_find (inspector, GTK_TYPE_BUTTON));
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  fixture_wait_for (fixture_says (inspector, "Ann & <b>Bar</b>"));
  focus = gtk_window_get_focus (window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, inspector));
  fixture_close (window);
}

/* Whatever shows its title says that it is not so. */
static gboolean
is_struck (GtkWidget *widget, const char *text)
{
  GtkWidget *label = fixture_find_text (widget, text);
  PangoAttrList *attributes = GTK_IS_LABEL (label) ? gtk_label_get_attributes (GTK_LABEL (label)) : NULL;
  gboolean struck = FALSE;
  g_autofree char *written = attributes != NULL ? pango_attr_list_to_string (attributes) : NULL;

  if (WHENCE_IS_ROW_TEXT (label))
    g_object_get (label, "struck", &struck, NULL);
  return struck || (written != NULL && strstr (written, "strikethrough true") != NULL);
}

static void
test_negated (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 320, 700);

  whence_document_select (document, whence_ref_fact (FACT_NEGATED), FALSE);
  fixture_wait_for (is_struck (inspector, "Car tells all"));
  g_assert_true (fixture_says (inspector, "Said not to be so"));
  whence_document_select (document, whence_ref_entity (ENTITY_CAR), FALSE);
  fixture_wait_for (fixture_says (inspector, "Bar pays for Car"));
  g_assert_false (is_struck (inspector, "Bar pays for Car"));
  g_assert_true (is_struck (inspector, "Car tells all"));
  g_assert_true (fixture_says (inspector, "Alleged · Said not to be so"));
  fixture_close (window);
}

/* --- What is copied, and what not --- */

/* Ctrl+C, while @widget has the focus. */
static void
assert_copies (GtkWidget *inspector, GtkWidget *widget, const char *expected)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (inspector);
  g_autofree char *text = NULL;

  gdk_clipboard_set_text (clipboard, "before");
  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (fixture_press (inspector, GDK_KEY_c, GDK_CONTROL_MASK));
  text = fixture_get_copied (inspector);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy_row (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  fixture_wait_for (fixture_says (inspector, "Car"));
  assert_copies (inspector, fixture_find_button (inspector, "Car"), "To\tCar");
  /* What is no button is not copied by its key. */
  gtk_window_set_focus (window, NULL);
  g_assert_false (fixture_press (inspector, GDK_KEY_c, GDK_CONTROL_MASK));
  fixture_close (window);
}

/* There the cell has the focus, and not the button in it. */
static void
test_copy_cell (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_long (1000, "");
  GtkWidget *inspector = fixture_inspector_new (document), *view;
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_select (document, whence_ref_source (0), FALSE);
  fixture_wait_for ((view = fixture_find (inspector, GTK_TYPE_LIST_VIEW)) != NULL
                    && fixture_says (view, "Line 1"));
  assert_copies (inspector, gtk_widget_get_parent (fixture_find_button (view, "Line 1")),
                 "undated\tLine 1\nAlleged");
  fixture_close (window);
}

static void
press_in_capture (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
      g_assert_false (taken);
    }
}

static gboolean
count_frames (GtkWidget *view, GdkFrameClock *clock, gpointer n_frames)
{
  ++*(guint *) n_frames;
  return G_SOURCE_CONTINUE;
}

/* A long list is told of its rows a few with each frame, but whoever goes to the end goes to the last of all.
 */
static void
test_end (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new_long (1000, "");
  GtkWidget *inspector = fixture_inspector_new (document), *view;
  GtkWindow *window = fixture_show (inspector, 340, 700);
  GListModel *rows;
  guint before, n_frames = 0;

  whence_document_select (document, whence_ref_source (0), FALSE);
  fixture_wait_for ((view = fixture_find (inspector, GTK_TYPE_LIST_VIEW)) != NULL);
  rows = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  before = g_list_model_get_n_items (rows);
  g_assert_cmpuint (before, <, 1000);
  press_in_capture (view, GDK_KEY_Down);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, before);
  press_in_capture (view, GDK_KEY_End);
  g_assert_cmpuint (g_list_model_get_n_items (rows), >=, 1000);
  /* And none comes twice with the frames after that. */
  before = g_list_model_get_n_items (rows);
  gtk_widget_add_tick_callback (view, count_frames, &n_frames, NULL);
  fixture_wait_for (n_frames > 3);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, before);
  fixture_close (window);
}

static void
test_copy_path (void)
{
  static const char text[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann\"},"
    "{\"id\":\"b\",\"type\":\"person\",\"name\":\"Ben\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"Cleo\"}"
    ","
    "{\"id\":\"d\",\"type\":\"person\",\"name\":\"Dan\"}],\"facts\":["
    "{\"id\":\"1\",\"type\":\"kinship\",\"subject\":\"a\",\"object\":\"b\"},"
    "{\"id\":\"2\",\"type\":\"kinship\",\"subject\":\"b\",\"object\":\"d\"},"
    "{\"id\":\"3\",\"type\":\"kinship\",\"subject\":\"a\",\"object\":\"c\"},"
    "{\"id\":\"4\",\"type\":\"kinship\",\"subject\":\"c\",\"object\":\"d\"}]}";
  g_autoptr (WhenceDocument) document = fixture_document_new_for_text (text);
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_find_paths (document, 0, 3);
  fixture_wait_for (fixture_says (inspector, "2. Ann → Cleo → Dan"));
  assert_copies (inspector, fixture_find_button (inspector, "2. Ann → Cleo → Dan"), "2. Ann → Cleo → Dan");
  fixture_close (window);
}

static gboolean
hide (gpointer inspector)
{
  gtk_widget_set_visible (inspector, FALSE);
  return G_SOURCE_REMOVE;
}

/* It goes between the moment when something is selected and the frame that was to show it. */
static void
test_hidden_meanwhile (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = fixture_inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 700);

  fixture_wait_for (fixture_says (inspector, "4 facts"));
  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  g_idle_add_full (G_PRIORITY_DEFAULT, hide, inspector, NULL);
  fixture_wait_for (fixture_count (inspector, GTK_TYPE_LABEL) == 0);
  gtk_widget_set_visible (inspector, TRUE);
  g_assert_true (fixture_says (inspector, "Car"));
  fixture_close (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/widgets/inspector/story", test_story);
  g_test_add_func ("/widgets/inspector/fact", test_fact);
  g_test_add_func ("/widgets/inspector/related", test_related);
  g_test_add_func ("/widgets/inspector/entity", test_entity);
  g_test_add_func ("/widgets/inspector/changes", test_changes);
  g_test_add_func ("/widgets/inspector/focus-stays", test_focus_stays);
  g_test_add_func ("/widgets/inspector/negated", test_negated);
  g_test_add_func ("/widgets/inspector/copy/row", test_copy_row);
  g_test_add_func ("/widgets/inspector/copy/cell", test_copy_cell);
  g_test_add_func ("/widgets/inspector/copy/path", test_copy_path);
  g_test_add_func ("/widgets/inspector/end", test_end);
  g_test_add_func ("/widgets/inspector/hidden-meanwhile", test_hidden_meanwhile);
  return g_test_run ();
}
