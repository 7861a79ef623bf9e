/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever has the value of a row is lit in the pictures while the row is pointed at, or has the keyboard. */
#pragma once

#include "document/document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @check, in @row, takes the focus. */
void whence_facet_pointing_watch (GtkWidget *row, GtkWidget *check, WhenceDocument *document,
                                  WhenceFacet facet, guint32 value);

G_END_DECLS
