/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is copied from the inspector: the words of the button that has the focus, whether it leads somewhere,
 * is a row of a long list, or shows a path; and that it is filled for nobody. */
#include "document/document-subset.h"
#include "fixture.h"
#include "widgets/inspector.h"

static GtkWidget *
inspector_new (WhenceDocument *document)
{
  GtkWidget *inspector = g_object_new (WHENCE_TYPE_INSPECTOR, NULL);

  whence_inspector_set_document (WHENCE_INSPECTOR (inspector), document);
  return inspector;
}

static GtkWidget *
button_of (GtkWidget *inspector, const char *text)
{
  return gtk_widget_get_ancestor (fixture_find_text (inspector, text), GTK_TYPE_BUTTON);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* Ctrl+C, while @widget has the focus. */
static void
assert_copies (GtkWidget *inspector, GtkWidget *widget, const char *expected)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (inspector);
  g_autofree char *text = NULL;

  gdk_clipboard_set_text (clipboard, "before");
  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (fixture_press (inspector, GDK_KEY_c, GDK_CONTROL_MASK));
  gdk_clipboard_read_text_async (clipboard, NULL, on_text, &text);
  fixture_wait_for (text != NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copy_row (void)
{
  g_autoptr (WhenceDocument) document = fixture_document_new ();
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_select (document, whence_ref_fact (FACT_INVESTED), FALSE);
  fixture_wait_for (fixture_says (inspector, "Car"));
  assert_copies (inspector, button_of (inspector, "Car"), "To\tCar");
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
  GtkWidget *inspector = inspector_new (document), *view;
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_select (document, whence_ref_source (0), FALSE);
  fixture_wait_for ((view = fixture_find (inspector, GTK_TYPE_LIST_VIEW)) != NULL
                    && fixture_says (view, "Line 1"));
  assert_copies (inspector, gtk_widget_get_parent (button_of (view, "Line 1")), "undated\tLine 1\nAlleged");
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
  GtkWidget *inspector = inspector_new (document), *view;
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
  GtkWidget *inspector = inspector_new (document);
  GtkWindow *window = fixture_show (inspector, 340, 700);

  whence_document_find_paths (document, 0, 3);
  fixture_wait_for (fixture_says (inspector, "2. Ann → Cleo → Dan"));
  assert_copies (inspector, button_of (inspector, "2. Ann → Cleo → Dan"), "2. Ann → Cleo → Dan");
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
  GtkWidget *inspector = inspector_new (document);
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
  g_test_add_func ("/widgets/inspector/copy/row", test_copy_row);
  g_test_add_func ("/widgets/inspector/copy/cell", test_copy_cell);
  g_test_add_func ("/widgets/inspector/copy/path", test_copy_path);
  g_test_add_func ("/widgets/inspector/end", test_end);
  g_test_add_func ("/widgets/inspector/hidden-meanwhile", test_hidden_meanwhile);
  return g_test_run ();
}
