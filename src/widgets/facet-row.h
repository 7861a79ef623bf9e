/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a facet of the filter: a value that can be checked, and how many facts have it. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

/* A value of the document's bundle; who checks it changes the filter. */
GtkWidget *whence_facet_row_new (WhenceDocument *document, WhenceFacet facet, guint32 value);
/* Says whether the filter has the value, and how many facts have it; @counts: for each value of the facet, or
 * NULL: not known yet. The filter stays as it is. */
void whence_facet_row_show (GtkWidget *row, const guint *counts);

G_END_DECLS
