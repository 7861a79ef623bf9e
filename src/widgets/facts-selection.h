/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A list of facts whose selection is that of a document, both ways. Nothing is kept of a row but a bit if it
 * is selected. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"
#include "widgets/facts-model.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACTS_SELECTION (whence_facts_selection_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactsSelection, whence_facts_selection, WHENCE, FACTS_SELECTION, GObject)

/* A selection model over @model. Transfer full. */
WhenceFactsSelection *whence_facts_selection_new (WhenceFactsModel *model);
/* To be called once; what changes costs what is selected. While the model is of another bundle than the
 * document nothing is followed. */
void whence_facts_selection_set_document (WhenceFactsSelection *selection, WhenceDocument *document);
/* Whether the document is just being told what was selected here. */
gboolean whence_facts_selection_is_telling (WhenceFactsSelection *selection);
/* Where the fact is that was selected last; GTK_INVALID_LIST_POSITION: it is not in the list. */
guint whence_facts_selection_get_last (WhenceFactsSelection *selection);

G_END_DECLS
