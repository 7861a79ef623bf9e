/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking for a file. The one place that knows GtkFileChooserNative, which GTK 4.10 replaced. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once, with the file that was chosen; not called when nothing was. */
typedef void (*WhenceFileFunc) (GFile *file, gpointer user_data);

/* @user_data must be a GObject; it is not kept alive: when it or @parent goes, the question goes, too. */
void whence_file_dialog_open (GtkWindow *parent, WhenceFileFunc func, gpointer user_data);
void whence_file_dialog_save (GtkWindow *parent, const char *name, WhenceFileFunc func, gpointer user_data);
/* For a picture; @suffix is "png", "svg" or "pdf". */
void whence_file_dialog_export (GtkWindow *parent, const char *name, const char *suffix, WhenceFileFunc func,
                                gpointer user_data);

G_END_DECLS
