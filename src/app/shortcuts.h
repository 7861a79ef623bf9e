/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which keys lead to which action, and the window that says so: one table. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void whence_shortcuts_install (GtkApplication *application);

/* All of them, over @parent, which may be NULL. Transfer none: it goes when it is closed. */
GtkWindow *whence_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS
