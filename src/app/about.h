/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made the program, of what, and under which licences. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @parent may be NULL. Transfer none: it goes when it is closed. */
GtkWindow *whence_about_new (GtkWindow *parent);

G_END_DECLS
