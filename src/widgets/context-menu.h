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
/* At once; to be called when the parent is disposed of. */
void whence_context_menu_drop (WhenceContextMenu *menu);

G_END_DECLS
