/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The columns of the table of facts, one for each key that facts are sorted by: what they are called and what
 * they say of a fact. From any thread. */
#pragma once

#include <gio/gio.h>

#include "model/fact-sort.h"
#include "model/progress.h"

G_BEGIN_DECLS

/* For settings and actions: "date", "type", …. */
const char *whence_facts_column_name (WhenceFactKey column);
const char *whence_facts_column_title (WhenceFactKey column);
int whence_facts_column_width (WhenceFactKey column);        /* px, to begin with */
gboolean whence_facts_column_expands (WhenceFactKey column); /* takes what room there is */

/* As it was known by a date or (@known_by NULL) is. NULL where there is nothing to say. Transfer full. */
char *whence_facts_column_text (WhenceFactKey column, const WhenceBundle *bundle,
                                const WhenceKnownBy *known_by, guint32 fact);

/* --- As text, to be taken elsewhere --- */

typedef enum
{
  WHENCE_FACTS_TEXT, /* cells between tabs */
  WHENCE_FACTS_CSV,  /* RFC 4180, with a head */
} WhenceFactsFormat;

typedef struct
{
  const WhenceFactKey *columns;
  guint n_columns;
  WhenceFactsFormat format;
  GCancellable *cancellable;   /* or NULL */
  WhenceProgressFunc progress; /* or NULL */
  gpointer user_data;
} WhenceFactsWriting;

/* The facts in these columns, a line each. A cell that a spreadsheet would take for a formula has an
 * apostrophe in front, which makes it text there. Transfer full; NULL: cancelled. */
char *whence_facts_write (const WhenceBundle *bundle, const WhenceKnownBy *known_by, const guint32 *facts,
                          guint n_facts, const WhenceFactsWriting *how);

G_END_DECLS
