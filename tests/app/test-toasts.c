/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a toast offers to take back is what it speaks of, or it is withdrawn. */
#include "document/document-subset.h"
#include "window-stage.h"

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
hide_entity (WhenceWindow *window, guint32 entity)
{
  whence_document_select (window->document, whence_ref_entity (entity), FALSE);
  stage_settle (window);
  g_action_group_activate_action (whence_graph_canvas_get_actions (window->graph), "hide", NULL);
  stage_settle (window);
  g_assert_nonnull (whence_document_get_subset (window->document));
  g_assert_nonnull (window->takes_back);
  g_assert_cmpstr (adw_toast_get_title (window->takes_back), ==, "1 hidden in the graph");
}

static void
test_undo_hiding (void)
{
  WhenceWindow *window = stage_open_example ();
  GtkWidget *button;

  whence_window_set_view (window, "graph");
  stage_settle (window);
  hide_entity (window, 0);
  button = find_button (GTK_WIDGET (window->toasts), "Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  stage_settle (window);
  g_assert_null (whence_document_get_subset (window->document));
  g_assert_true (whence_document_is_selected (window->document, whence_ref_entity (0)));
  g_assert_null (window->takes_back);
  stage_close (window);
}

/* It would take back the other step. */
static void
test_another_step_withdraws (void)
{
  WhenceWindow *window = stage_open_example ();

  whence_window_set_view (window, "graph");
  stage_settle (window);
  hide_entity (window, 0);
  whence_document_select (window->document, whence_ref_entity (1), FALSE);
  g_assert_null (window->takes_back);
  whence_document_go_back (window->document);
  whence_document_go_back (window->document);
  g_assert_null (whence_document_get_subset (window->document));
  whence_document_go_forward (window->document);
  g_assert_nonnull (whence_document_get_subset (window->document));
  g_assert_null (window->takes_back);
  stage_close (window);
}

static gboolean
on_timeout (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, on_timeout, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Sent away while it still comes, also in the place of another, and on a machine that is busy. */
static void
test_quick_hand (void)
{
  WhenceWindow *window = stage_open_example ();
  GtkSettings *settings = gtk_settings_get_default ();
  gboolean animations;

  g_object_get (settings, "gtk-enable-animations", &animations, NULL);
  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (whence_document_set_title (window->document, "Other", NULL));
      g_assert_nonnull (window->takes_back);
      run_for (20 + 20 * i);
      whence_document_undo (window->document);
      g_assert_null (window->takes_back);
      g_assert_null (find_button (GTK_WIDGET (window->toasts), "Undo"));
      g_usleep (150000);
      run_for (100);
    }
  while (!g_queue_is_empty (&window->said))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-enable-animations", animations, NULL);
  stage_settle (window);
  stage_close (window);
}

int
main (int argc, char *argv[])
{
  if (!stage_init (&argc, &argv))
    return 0;
  g_test_add_func ("/toasts/undo-hiding", test_undo_hiding);
  g_test_add_func ("/toasts/another-step-withdraws", test_another_step_withdraws);
  g_test_add_func ("/toasts/quick-hand", test_quick_hand);
  return g_test_run ();
}
