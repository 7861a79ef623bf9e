/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label that begins where its text begins, and wraps; what goes beyond @most_lines is cut, and 0 are as
 * many as it needs. @text may be NULL. */
GtkWidget *whence_wrapped_label_new (const char *text, int most_lines);

G_END_DECLS
