/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists of references, each a way to what it names, of any length. */
#pragma once

#include <gtk/gtk.h>

#include "document/document.h"

G_BEGIN_DECLS

/* What stands small in front of a row; NULL: nothing. Transfer full. */
typedef char *(*WhencePartCaption) (gpointer data, WhenceRef ref);

/* A list while it is put together: made, filled, and appended, which takes it over. */
typedef struct _WhencePartRows WhencePartRows;

/* @caption and @free_data may be NULL. */
WhencePartRows *whence_part_rows_new (WhenceDocument *document, WhencePartCaption caption, gpointer data,
                                      GDestroyNotify free_data);
/* The captions stand below the names, where they are long. */
void whence_part_rows_set_below (WhencePartRows *rows);
void whence_part_rows_add_heading (WhencePartRows *rows, const char *text);
/* Of the document's bundle as it is now. */
void whence_part_rows_add (WhencePartRows *rows, WhenceRef ref);
void whence_part_rows_add_all (WhencePartRows *rows, const WhenceRef *refs, guint n_refs);
/* To the end of @box; @name is for those who do not see it. Constant time, apart from the first rows. */
void whence_part_rows_append (WhencePartRows *rows, GtkBox *box, const char *name);

/* Below @heading, each with its date. */
void whence_part_append_facts (GtkBox *box, WhenceDocument *document, const char *heading,
                               const guint32 *facts, guint n_facts);

G_END_DECLS
