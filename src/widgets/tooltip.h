/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As gtk_widget_set_tooltip_text(), without asking the display where the pointer is for a widget that is not
 * on the screen. @text: NULL for none. */
void whence_tooltip_set (GtkWidget *widget, const char *text);

G_END_DECLS
