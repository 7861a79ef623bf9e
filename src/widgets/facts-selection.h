/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps the selection of a list of facts and that of a document the same, both ways. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

/* Selects in @model, whose items are WhenceFactRow, what is selected in @document. Linear in the list. */
void whence_facts_selection_follow (GtkSelectionModel *model, WhenceDocument *document);
/* Selects in @document what is selected in @model. Linear in what is. */
void whence_facts_selection_tell (GtkSelectionModel *model, WhenceDocument *document);

G_END_DECLS
