/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is seen while a file is read: its name, an overview of what is in it so far, how far it is, and a way
 * to give up. A file that is there in a moment never shows it: it would only flicker. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_LOADING_PAGE (whence_loading_page_get_type ())
/* Property "due", readable: whether the document has been loading for more than a moment. */
G_DECLARE_FINAL_TYPE (WhenceLoadingPage, whence_loading_page, WHENCE, LOADING_PAGE, GtkWidget)

void whence_loading_page_set_document (WhenceLoadingPage *self, WhenceDocument *document);
/* The name of what is being loaded. */
void whence_loading_page_set_name (WhenceLoadingPage *self, const char *name);
/* How far the chart is from either side of the page, and how high it is, px: as the range bar will be. */
void whence_loading_page_place_chart (WhenceLoadingPage *self, int start, int end, int height);
gboolean whence_loading_page_is_due (WhenceLoadingPage *self);
/* Whether an overview of what is being loaded has been drawn. */
gboolean whence_loading_page_has_shown (WhenceLoadingPage *self);

G_END_DECLS
