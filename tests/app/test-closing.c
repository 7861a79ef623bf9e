/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window that goes within its own dialog, or under one that chooses a file, leaves nothing behind that
 * still speaks to it. */
#include "window-stage.h"

#include "widgets/file-dialog.h"

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* In whatever window it is, the newest first. */
static GtkWidget *
find_anywhere (const char *label)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = g_list_model_get_n_items (windows); i-- > 0 && found == NULL;)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      found = find_button (window, label);
    }
  return found;
}

static void
wait_until_gone (WhenceWindow **window)
{
  while (*window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The warnings of GLib end the test. */
static void
test_discard (void)
{
  WhenceWindow *window = stage_open_example ();
  GtkWidget *discard;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_assert_true (whence_document_set_title (window->document, "Another", NULL));
  gtk_window_close (GTK_WINDOW (window));
  stage_settle (window);
  discard = find_anywhere ("_Discard");
  g_assert_nonnull (discard);
  g_signal_emit_by_name (discard, "clicked");
  wait_until_gone (&window);
}

static void
on_chosen (GFile *file, gpointer data)
{
  g_assert_not_reached ();
}

static void
test_chooser (void)
{
  WhenceWindow *window = stage_open_example ();

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  whence_file_dialog_save (GTK_WINDOW (window), "story.facts.json", on_chosen, window);
  stage_settle (window);
  g_assert_nonnull (find_anywhere ("_Save"));
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_gone (&window);
  g_assert_null (find_anywhere ("_Save"));
}

int
main (int argc, char **argv)
{
  if (!stage_init (&argc, &argv))
    return 0;
  g_test_add_func ("/window/closing/discard", test_discard);
  g_test_add_func ("/window/closing/chooser", test_chooser);
  return g_test_run ();
}
