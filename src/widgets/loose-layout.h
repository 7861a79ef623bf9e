/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lays out one child that gives way to a narrower window only after it has become narrower. Property: least,
 * px that it asks for before that. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WHENCE_TYPE_LOOSE_LAYOUT (whence_loose_layout_get_type ())
G_DECLARE_FINAL_TYPE (WhenceLooseLayout, whence_loose_layout, WHENCE, LOOSE_LAYOUT, GtkLayoutManager)

G_END_DECLS
