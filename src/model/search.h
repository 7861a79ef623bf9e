/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding records by their words: names, aliases, titles, summaries, places, quotes and sources, whatever the
 * case and the accents. The index is built once for a bundle, immutable, and shared between threads. */
#pragma once

#include <gio/gio.h>

#include "model/known-by.h"

G_BEGIN_DECLS

typedef struct _WhenceSearchIndex WhenceSearchIndex;

/* Where a record was hit, from the most to the least telling. */
typedef enum
{
  WHENCE_FIELD_NAME, /* of an entity; the title of a fact or source */
  WHENCE_FIELD_ALIAS,
  WHENCE_FIELD_PLACE,
  WHENCE_FIELD_PUBLISHER, /* and the author */
  WHENCE_FIELD_QUOTE,
  WHENCE_FIELD_SUMMARY, /* and notes */
} WhenceSearchField;

/* How a word of the query was found in a text. */
typedef enum
{
  WHENCE_FOUND_WHOLE, /* the whole text */
  WHENCE_FOUND_START, /* at its start */
  WHENCE_FOUND_WORD,  /* at the start of a word */
  WHENCE_FOUND_INSIDE,
} WhenceSearchPlace;

typedef struct
{
  WhenceRecordKind record; /* SOURCE, ENTITY or FACT */
  guint32 index;
  guint8 field; /* WhenceSearchField, the best one */
  guint8 place; /* WhenceSearchPlace in it */
} WhenceHit;

/* Of what was known by a date (NULL: of everything): a text that was not known then is not in it. Linear in
 * the text; about half as large. NULL when cancelled. Transfer full. */
WhenceSearchIndex *whence_search_index_new (const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                                            GCancellable *cancellable);
WhenceSearchIndex *whence_search_index_ref (WhenceSearchIndex *index);
void whence_search_index_unref (WhenceSearchIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceSearchIndex, whence_search_index_unref)

/* All records in which every word of @query is found, each once, the best first: by field, then by place in
 * it (what is inside of words after everything else), then entities, facts, sources, in the order of the
 * file. Without a word: none; of more than 64 words, the first 64 count. Compares the query with each
 * different word, and makes one pass over the numbers of the words in their places. NULL when cancelled.
 * Transfer full; elements are WhenceHit. */
GArray *whence_search_index_find (const WhenceSearchIndex *index, const char *query,
                                  GCancellable *cancellable);

G_END_DECLS
