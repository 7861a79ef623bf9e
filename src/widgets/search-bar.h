/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Search as you type: an entry with the number of hits, the way through them, and a list of the best. What is
 * searched and found is the document's. Signal: "went" when the reader went to a hit, which is selected now.
 */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_SEARCH_BAR (whence_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (WhenceSearchBar, whence_search_bar, WHENCE, SEARCH_BAR, GtkWidget)

void whence_search_bar_set_document (WhenceSearchBar *self, WhenceDocument *document);
/* Shows the entry with the keyboard in it; when it is there already, its text is selected. */
void whence_search_bar_open (WhenceSearchBar *self);
/* To the next hit (1) or the one before (-1); opens the bar where nothing is searched. */
void whence_search_bar_walk (WhenceSearchBar *self, int step);

G_END_DECLS
