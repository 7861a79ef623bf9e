/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is looked for, taken apart and compared with all words; and how good what is found is, as one
 * number. */
#pragma once

#include "model/search-private.h"

G_BEGIN_DECLS

#define WHENCE_SEARCH_MOST_WORDS 16 /* apart from each other; the last of them is the rest of the query */

/* Ranks: the least is best. Parts of words come after everything else. */
#define WHENCE_SEARCH_INSIDE 0x100
#define WHENCE_SEARCH_N_RANKS (WHENCE_SEARCH_INSIDE + WHENCE_FIELD_SUMMARY + 1)
#define WHENCE_SEARCH_NOT_FOUND G_MAXUINT16

/* The two flags of a word in its text, as one number. */
#define WHENCE_WORD_FLAGS(word) ((word) >> 30)
#define WHENCE_LAST_FLAG 1u
#define WHENCE_FIRST_FLAG 2u

static inline guint16
whence_search_rank (guint field, guint place)
{
  return (guint16) (place == WHENCE_FOUND_INSIDE ? WHENCE_SEARCH_INSIDE + field : field * 4 + place);
}

static inline guint
whence_search_rank_field (guint16 rank)
{
  return rank >= WHENCE_SEARCH_INSIDE ? rank - WHENCE_SEARCH_INSIDE : rank / 4;
}

static inline guint8
whence_search_rank_place (guint16 rank)
{
  return rank >= WHENCE_SEARCH_INSIDE ? WHENCE_FOUND_INSIDE : rank % 4;
}

/* How a match that lies in its first word like @in_word lies in its text. */
static inline WhenceSearchPlace
whence_search_place_in_text (WhenceInWord in_word, guint flags, gboolean to_the_end)
{
  if (in_word < WHENCE_IN_WORD_START)
    return in_word == WHENCE_IN_WORD_INSIDE ? WHENCE_FOUND_INSIDE : WHENCE_FOUND_WORD;
  if ((flags & WHENCE_FIRST_FLAG) == 0)
    return WHENCE_FOUND_WORD;
  return in_word == WHENCE_IN_WORD_WHOLE && to_the_end ? WHENCE_FOUND_WHOLE : WHENCE_FOUND_START;
}

/* A row of words: the first with its end, those between as they are, the last with its beginning; or a single
 * one anywhere. */
typedef struct
{
  guint n;           /* 0: it is nowhere */
  guint8 **in_words; /* of each: WhenceInWord by word of the vocabulary */
} SearchPattern;

/* The rank of a single word by its field, by how it lies in a word of the text, and by the flags of that. */
typedef guint16 SearchRanks[WHENCE_FIELD_SUMMARY + 1][WHENCE_IN_WORD_WHOLE + 1][4];

typedef struct
{
  const WhenceSearchIndex *index;
  SearchRanks ranks;
  SearchPattern phrase; /* the whole query */
  SearchPattern words[WHENCE_SEARCH_MOST_WORDS];
  guint n_words;
  guint longest;     /* of the words */
  guint16 *has, all; /* which of the words each word of the vocabulary has; NULL where there is one only */
} SearchQuery;

/* FALSE: there is nothing to be found, or it was cancelled. Clear in either case. */
gboolean whence_search_query_init (SearchQuery *query, const WhenceSearchIndex *index, const char *text,
                                   GCancellable *cancellable);
void whence_search_query_clear (SearchQuery *query);

typedef struct
{
  guint32 record; /* by its number in the index */
  guint16 rank;
} SearchFound;

/* SearchFound of the records from @from to before @to, in the order of the index; of the first of them when
 * cancelled. Linear in their words. Transfer full. */
GArray *whence_search_query_find (const SearchQuery *query, guint from, guint to, GCancellable *cancellable);

G_END_DECLS
