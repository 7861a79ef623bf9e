/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One application for all windows of a test; each window ends with its test. */
#include "window-stage.h"

#include <stdio.h>

#include "app/application.h"

gboolean
stage_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  /* That of a browser, while a Flatpak is built: it has no popovers, and windows of no certain size. */
  if (!g_str_equal (G_OBJECT_TYPE_NAME (gdk_display_get_default ()), "GdkBroadwayDisplay"))
    return TRUE;
  printf ("1..0 # SKIP no display with windows\n");
  return FALSE;
}

GtkApplication *
stage_get_application (void)
{
  static WhenceApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = whence_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return GTK_APPLICATION (application);
}

static gboolean
on_pause (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* A canvas that is seen draws its scene as soon as there is one. */
static gboolean
waits_for_scene (WhenceCanvas *canvas)
{
  return gtk_widget_get_mapped (GTK_WIDGET (canvas)) && gtk_widget_get_width (GTK_WIDGET (canvas)) > 0
         && !whence_canvas_has_scene (canvas);
}

static gboolean
is_busy (WhenceWindow *window)
{
  WhenceDocument *document = window->document;

  return window->loading_file != NULL || whence_document_is_loading (document)
         || whence_document_is_searching (document) || whence_document_is_reviewing (document)
         || waits_for_scene (WHENCE_CANVAS (window->timeline))
         || waits_for_scene (WHENCE_CANVAS (window->graph));
}

/* Until what is asked for is there; and some turns more, in which frames are drawn and rows are bound:
 * nothing tells of the last of them. */
void
stage_settle (WhenceWindow *window)
{
  while (is_busy (window))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 6; i++)
    {
      gboolean over = FALSE;
      g_timeout_add_full (G_PRIORITY_LOW, 25, on_pause, &over, NULL);
      while (!over)
        g_main_context_iteration (NULL, TRUE);
    }
}

WhenceWindow *
stage_open_example (void)
{
  WhenceWindow *window = whence_window_new (stage_get_application (), NULL);
  g_autoptr (GFile) file = whence_example_get_file (WHENCE_EXAMPLE_DEAL);

  whence_window_load (window, file);
  gtk_window_set_default_size (GTK_WINDOW (window), STAGE_WIDTH, STAGE_HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  while (window->loading_file != NULL)
    g_main_context_iteration (NULL, TRUE);
  stage_settle (window);
  /* What gives way at one width makes room for the next; the same size again asks for nothing. */
  for (guint i = 0; i < 4 && gtk_widget_get_width (GTK_WIDGET (window)) > STAGE_WIDTH; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), STAGE_WIDTH, STAGE_HEIGHT + (int) i);
      stage_settle (window);
    }
  return window;
}

/* GTK asks where the pointer is for a window that goes together with its menu. */
void
stage_close (WhenceWindow *window)
{
  gtk_menu_button_popdown (window->menu_button);
  stage_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
stage_act (WhenceWindow *window, const char *name, GVariant *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), name, target);
  stage_settle (window);
}
