/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The halves are the first and the last child, in every version of libadwaita. */
#include "widgets/split-button.h"

static void
set_name (GtkWidget *half, const char *name)
{
  if (half != NULL && name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (half), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
whence_split_button_set_names (AdwSplitButton *button, const char *name, const char *menu_name)
{
  set_name (gtk_widget_get_first_child (GTK_WIDGET (button)), name);
  set_name (gtk_widget_get_last_child (GTK_WIDGET (button)), menu_name);
}

GtkMenuButton *
whence_split_button_get_menu (AdwSplitButton *button)
{
  return GTK_MENU_BUTTON (gtk_widget_get_last_child (GTK_WIDGET (button)));
}
