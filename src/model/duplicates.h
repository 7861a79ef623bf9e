/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entities that may be one and the same, by their names: other spellings, transliterations, initials, legal
 * forms, acronyms. A guess for a person to decide on, never acted on. */
#pragma once

#include <gio/gio.h>

#include "model/known-by.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 a, b;    /* entities, a < b */
  double likeness; /* WHENCE_NAMES_ALIKE … 1 */
} WhenceLikePair;

/* In the order of a, then b. Not asked are those who were not known by @known_by (or NULL), nor entities
 * whose types or dates cannot be of one, and those that a fact ties to one another. Names are compared only
 * where they share a word or an acronym; a word that very many share is passed over, unless the whole names
 * sound alike. O(n log n) for names as people have them. NULL when cancelled. Transfer full. */
GArray *whence_duplicates_find (const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                                GCancellable *cancellable);

G_END_DECLS
