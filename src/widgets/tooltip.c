/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK looks after each new text whether the pointer is over the widget, which takes four questions to the
 * display, and waits for the answers; it does not for a widget that is hidden. The templates hide theirs
 * meanwhile, too. */
#include "widgets/tooltip.h"

void
whence_tooltip_set (GtkWidget *widget, const char *text)
{
  gboolean unseen = gtk_widget_get_visible (widget) && !gtk_widget_get_mapped (widget);

  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (widget)) == 0)
    return;
  if (unseen)
    gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  if (unseen)
    gtk_widget_set_visible (widget, TRUE);
}
