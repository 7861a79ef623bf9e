/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays children out two in a row, where each has WHENCE_COLUMN_LEAST px, else one below the other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WHENCE_COLUMN_LEAST 104
#define WHENCE_COLUMN_GAP 12

#define WHENCE_TYPE_COLUMNS_LAYOUT (whence_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (WhenceColumnsLayout, whence_columns_layout, WHENCE, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *whence_columns_layout_new (void);

G_END_DECLS
