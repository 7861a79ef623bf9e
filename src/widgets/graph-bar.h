/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar above the graph: a row for the focus, one for what is hidden, one for the paths that somebody looks
 * at, each with the way out of it. It takes no room while there is nothing to say. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_GRAPH_BAR (whence_graph_bar_get_type ())
G_DECLARE_FINAL_TYPE (WhenceGraphBar, whence_graph_bar, WHENCE, GRAPH_BAR, GtkBox)

/* Its buttons are actions of the group "graph", which an ancestor holds. */
void whence_graph_bar_set_document (WhenceGraphBar *self, WhenceDocument *document);

G_END_DECLS
