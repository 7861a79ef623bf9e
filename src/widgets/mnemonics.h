/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Buttons whose words have an underlined letter: GTK 4.8 names them twice, "_Copy Copy". */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives each such button in @root, itself or within, the name that is seen. */
void whence_mnemonics_tidy (GtkWidget *root);

G_END_DECLS
