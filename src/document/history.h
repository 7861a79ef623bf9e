/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Undo and redo: the states that a document was in, each an immutable bundle with its arrangement. */
#pragma once

#include "layout/graph-scene.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceBundle *bundle;
  WhenceArrangement *arrangement; /* may be NULL */
  char *label;                    /* of the edit that led from this state to the next: "Rename" */
} WhenceState;

typedef struct
{
  GPtrArray *past, *future; /* WhenceState */
} WhenceHistory;

void whence_history_init (WhenceHistory *history);
void whence_history_clear (WhenceHistory *history);

/* Remembers the state before an edit and forgets what could be redone. */
void whence_history_push (WhenceHistory *history, WhenceBundle *bundle, WhenceArrangement *arrangement,
                          const char *label);

/* Exchanges the state *@bundle, *@arrangement (references and all) for the one before, or after. FALSE: none.
 */
gboolean whence_history_undo (WhenceHistory *history, WhenceBundle **bundle, WhenceArrangement **arrangement);
gboolean whence_history_redo (WhenceHistory *history, WhenceBundle **bundle, WhenceArrangement **arrangement);

/* What undo, or redo, would take back; NULL: nothing. Transfer none. */
const char *whence_history_get_undo_label (const WhenceHistory *history);
const char *whence_history_get_redo_label (const WhenceHistory *history);

G_END_DECLS
