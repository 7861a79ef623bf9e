/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dialogs that are plain windows go with Escape, as others do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void whence_close_on_escape (GtkWidget *window);

G_END_DECLS
