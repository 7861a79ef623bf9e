/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The help page: what can be done, in sentences. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shown over @parent. Transfer none: it belongs to itself until it is closed. */
GtkWindow *whence_help_new (GtkWindow *parent);

G_END_DECLS
