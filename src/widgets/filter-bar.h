/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter at the side of the window: its facets, one below the other. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FILTER_BAR (whence_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFilterBar, whence_filter_bar, WHENCE, FILTER_BAR, GtkWidget)

void whence_filter_bar_set_document (WhenceFilterBar *self, WhenceDocument *document);

G_END_DECLS
