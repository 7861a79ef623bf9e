/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A menu that a widget opens at a place within it: one at a time, gone after it has closed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All 0: none is open. */
typedef struct
{
  GtkWidget *popover;
  guint source; /* an idle that drops it */
} WhenceContextMenu;

/* Instead of the one that is open. @menu stays where it is in memory until it is dropped. */
void whence_context_menu_open (WhenceContextMenu *menu, GtkWidget *parent, GMenuModel *model,
                               GdkRectangle around);
/* Calls @on_second_button with what a GtkGestureClick tells, and @on_long_press of a finger with what a
 * GtkGestureLongPress does. */
void whence_context_menu_add_gestures (GtkWidget *widget, GCallback on_second_button, GCallback on_long_press,
                                       gpointer data);
/* At once; to be called when the parent is disposed of. */
void whence_context_menu_drop (WhenceContextMenu *menu);

G_END_DECLS
