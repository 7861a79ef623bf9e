/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a document that have no date, in a column that stands beside the timeline: their number, and a
 * list that is selected and hovered like the marks there. It is visible when there are any. Properties:
 * "closed", when somebody has put it away, and "place" (WhenceShelfPlace, read only), where they are to be
 * looked for. Signal: "went" when one of them was gone to. */
#pragma once

#include <gtk/gtk.h>

#include "widgets/timeline-canvas.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_SHELF (whence_shelf_get_type ())
G_DECLARE_FINAL_TYPE (WhenceShelf, whence_shelf, WHENCE, SHELF, GtkWidget)

void whence_shelf_set_document (WhenceShelf *shelf, WhenceDocument *document);

gboolean whence_shelf_is_closed (WhenceShelf *shelf);
void whence_shelf_set_closed (WhenceShelf *shelf, gboolean closed);
WhenceShelfPlace whence_shelf_get_place (WhenceShelf *shelf);
/* Px that it takes of @width, for it and what it stands beside; 0: nothing. To be asked by who lays both
 * out. */
int whence_shelf_allot (WhenceShelf *shelf, int width);

/* Opens it and puts the keyboard focus there. FALSE: it has no room, or nothing to show. */
gboolean whence_shelf_enter (WhenceShelf *shelf);

G_END_DECLS
