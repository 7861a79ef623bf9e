/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A narrow window has the class that makes what is touched large (style.css); a dialog takes it from the
 * window that it stands over, when it comes up, and is no wider, whatever made it. Linear in its widgets. */
#include "app/dialogs.h"

#include <gtk/gtk.h>

#include "widgets/mnemonics.h"

static void
on_realized (GtkWidget *window)
{
  GtkWindow *below = gtk_window_get_transient_for (GTK_WINDOW (window));
  int width, height;

  whence_mnemonics_tidy (window);
  if (below == NULL)
    return;
  if (!gtk_widget_has_css_class (GTK_WIDGET (below), "narrow"))
    {
      gtk_widget_remove_css_class (window, "narrow");
      return;
    }
  gtk_widget_add_css_class (window, "narrow");
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  if (width > gtk_widget_get_width (GTK_WIDGET (below)))
    gtk_window_set_default_size (GTK_WINDOW (window), gtk_widget_get_width (GTK_WIDGET (below)), height);
}

static void
on_windows_changed (GListModel *windows, guint at, guint n_removed, guint n_added)
{
  for (guint i = at; i < at + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      g_signal_connect (window, "realize", G_CALLBACK (on_realized), NULL);
    }
}

void
whence_dialogs_follow (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (on_windows_changed), NULL);
}
