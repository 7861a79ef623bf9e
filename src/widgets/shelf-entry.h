/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the shelf: sign, title, and what the fact is worth. Whoever points at it points at the fact. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "widgets/facts-model.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_SHELF_ENTRY (whence_shelf_entry_get_type ())
G_DECLARE_FINAL_TYPE (WhenceShelfEntry, whence_shelf_entry, WHENCE, SHELF_ENTRY, GtkWidget)

WhenceShelfEntry *whence_shelf_entry_new (WhenceDocument *document);
void whence_shelf_entry_set_fact (WhenceShelfEntry *row, const WhenceFactRow *fact);
/* Looks as the fact does in the pictures: lit, faded or neither. */
void whence_shelf_entry_light (WhenceShelfEntry *row, const WhenceHighlight *highlight);

G_END_DECLS
