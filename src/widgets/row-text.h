/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plain text for rows of which there are many: it wraps, is not selectable, and is laid out once. A
 * GtkLabel lays its text out half a dozen times before it is drawn, once for every letter broken off. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WHENCE_TYPE_ROW_TEXT (whence_row_text_get_type ())
G_DECLARE_FINAL_TYPE (WhenceRowText, whence_row_text, WHENCE, ROW_TEXT, GtkWidget)

/* It has the properties "text" and "struck", to be read. Transfer floating. */
GtkWidget *whence_row_text_new (const char *text);
void whence_row_text_set_struck (WhenceRowText *self, gboolean struck);

G_END_DECLS
