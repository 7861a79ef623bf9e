/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens a menu, and drops it when it has closed. */
#include "widgets/context-menu.h"

static gboolean
on_idle (gpointer data)
{
  WhenceContextMenu *menu = data;

  menu->source = 0;
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Not at once: the chosen action is activated after the menu has closed. */
static void
on_closed (WhenceContextMenu *menu)
{
  if (menu->source == 0)
    menu->source = g_idle_add (on_idle, menu);
}

void
whence_context_menu_drop (WhenceContextMenu *menu)
{
  g_clear_handle_id (&menu->source, g_source_remove);
  if (menu->popover != NULL)
    g_signal_handlers_disconnect_by_data (menu->popover, menu);
  g_clear_pointer (&menu->popover, gtk_widget_unparent);
}

void
whence_context_menu_open (WhenceContextMenu *menu, GtkWidget *parent, GMenuModel *model, GdkRectangle around)
{
  whence_context_menu_drop (menu);
  menu->popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (menu->popover, parent);
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (menu->popover), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), &around);
  g_signal_connect_swapped (menu->popover, "closed", G_CALLBACK (on_closed), menu);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

void
whence_context_menu_add_gestures (GtkWidget *widget, GCallback on_second_button, GCallback on_long_press,
                                  gpointer data)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", on_second_button, data);
  g_signal_connect (press, "pressed", on_long_press, data);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
}
