/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One facet of the filter: its values, each with a check button and the number of facts that choosing it
 * would show. Of many values the most frequent are listed, and an entry finds the others. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FILTER_FACET (whence_filter_facet_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFilterFacet, whence_filter_facet, WHENCE, FILTER_FACET, GtkWidget)

WhenceFilterFacet *whence_filter_facet_new (WhenceDocument *document, WhenceFacet facet);

/* Opens or closes the list of values. */
void whence_filter_facet_set_expanded (WhenceFilterFacet *self, gboolean expanded);

G_END_DECLS
