/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same facts as a sortable table, with the same selection: for those who read better than they look. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACTS_TABLE (whence_facts_table_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactsTable, whence_facts_table, WHENCE, FACTS_TABLE, GtkWidget)

void whence_facts_table_set_document (WhenceFactsTable *self, WhenceDocument *document);

G_END_DECLS
