/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays a shelf, the last child of a widget, beside its first, at the end of the line of reading, when there
 * is room for both; else the first has all of it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WHENCE_TYPE_SHELF_LAYOUT (whence_shelf_layout_get_type ())
G_DECLARE_FINAL_TYPE (WhenceShelfLayout, whence_shelf_layout, WHENCE, SHELF_LAYOUT, GtkLayoutManager)

G_END_DECLS
