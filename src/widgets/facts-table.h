/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same facts as a table, with the same selection: for those who read better than they look, and for
 * taking them elsewhere. It lists what the document shows, sorted by any column. Signal: "went" when a fact
 * was opened by a double click or Return. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

#define WHENCE_TYPE_FACTS_TABLE (whence_facts_table_get_type ())
G_DECLARE_FINAL_TYPE (WhenceFactsTable, whence_facts_table, WHENCE, FACTS_TABLE, GtkWidget)

void whence_facts_table_set_document (WhenceFactsTable *self, WhenceDocument *document);

/* The names of the columns that are hidden. Transfer full. */
char **whence_facts_table_dup_hidden (WhenceFactsTable *self);
/* Hides just these; names that there are not are passed over, and one column at least stays. */
void whence_facts_table_set_hidden (WhenceFactsTable *self, const char *const *names);

G_END_DECLS
