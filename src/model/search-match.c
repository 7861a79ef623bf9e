/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which records have what is looked for, and where: one pass over the numbers of the words in their places.
 */
#include "model/search-query.h"

#define CANCEL_MASK 0xFFF

/* Whether the rest of a pattern of several words follows @at, and goes to the end of the text. */
static gboolean
goes_on (const SearchPattern *pattern, const guint32 *at, gboolean *to_the_end)
{
  guint8 in_word = WHENCE_IN_WORD_WHOLE;

  for (guint i = 1; i < pattern->n; i++)
    {
      if ((at[i - 1] & WHENCE_LAST_OF_TEXT) != 0)
        return FALSE;
      in_word = pattern->in_words[i][at[i] & WHENCE_WORD_MASK];
      if (in_word == WHENCE_IN_WORD_NOT)
        return FALSE;
    }
  *to_the_end = in_word == WHENCE_IN_WORD_WHOLE && (at[pattern->n - 1] & WHENCE_LAST_OF_TEXT) != 0;
  return TRUE;
}

/* The best rank of a single word in a record, or WHENCE_SEARCH_NOT_FOUND; without branches, since whether a
 * word has it cannot be foreseen. */
static guint16
find_word (const SearchQuery *query, const guint8 *in_words, guint record)
{
  const WhenceSearchIndex *index = query->index;
  const WhenceSearchStart *start = index->starts + record;
  const guint32 *words = index->words;
  const guint8 *field = index->fields + start->text;
  guint16 best = WHENCE_SEARCH_NOT_FOUND;

  for (guint32 i = start[0].word; i < start[1].word; i++)
    {
      guint flags = WHENCE_WORD_FLAGS (words[i]);
      guint16 rank = query->ranks[*field][in_words[words[i] & WHENCE_WORD_MASK]][flags];
      best = MIN (best, rank);
      field += flags & WHENCE_LAST_FLAG;
    }
  return best;
}

/* The same for a row of several words. */
static guint16
find_row (const WhenceSearchIndex *index, const SearchPattern *pattern, guint record)
{
  const WhenceSearchStart *start = index->starts + record;
  const guint32 *words = index->words;
  const guint8 *in_words = pattern->in_words[0], *field = index->fields + start->text;
  guint16 best = WHENCE_SEARCH_NOT_FOUND;
  gboolean to_the_end;

  for (guint32 i = start[0].word; i < start[1].word; i++)
    {
      WhenceInWord in_word = in_words[words[i] & WHENCE_WORD_MASK];
      if (in_word != WHENCE_IN_WORD_NOT && goes_on (pattern, words + i, &to_the_end))
        best = MIN (best, whence_search_rank (*field, whence_search_place_in_text (
                                                        in_word, WHENCE_WORD_FLAGS (words[i]), to_the_end)));
      field += WHENCE_WORD_FLAGS (words[i]) & WHENCE_LAST_FLAG;
    }
  return best;
}

static guint16
find_best (const SearchQuery *query, const SearchPattern *pattern, guint record)
{
  if (pattern->n == 0)
    return WHENCE_SEARCH_NOT_FOUND;
  return pattern->n == 1 ? find_word (query, pattern->in_words[0], record)
                         : find_row (query->index, pattern, record);
}

static gboolean
has_all_words (const SearchQuery *query, guint record)
{
  const WhenceSearchIndex *index = query->index;
  const WhenceSearchStart *start = index->starts + record;
  const guint32 *words = index->words;
  guint16 has = 0;

  for (guint32 i = start[0].word; i < start[1].word; i++)
    has |= query->has[words[i] & WHENCE_WORD_MASK];
  return has == query->all;
}

/* Words that stand apart are a match of words at best. */
static guint16
find_apart (const SearchQuery *query, guint record)
{
  guint8 worst = WHENCE_FOUND_WORD;
  guint16 longest = WHENCE_SEARCH_NOT_FOUND;

  for (guint i = 0; i < query->n_words; i++)
    {
      guint16 rank = find_best (query, &query->words[i], record);
      if (rank == WHENCE_SEARCH_NOT_FOUND)
        return WHENCE_SEARCH_NOT_FOUND;
      worst = MAX (worst, whence_search_rank_place (rank));
      if (i == query->longest)
        longest = rank;
    }
  return whence_search_rank (whence_search_rank_field (longest), worst);
}

static guint16
match_record (const SearchQuery *query, guint record)
{
  guint16 rank;

  if (query->has != NULL && !has_all_words (query, record))
    return WHENCE_SEARCH_NOT_FOUND;
  rank = find_best (query, &query->phrase, record);
  return rank == WHENCE_SEARCH_NOT_FOUND && query->has != NULL ? find_apart (query, record) : rank;
}

GArray *
whence_search_query_find (const SearchQuery *query, guint from, guint to, GCancellable *cancellable)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SearchFound));

  for (guint record = from; record < to; record++)
    {
      SearchFound found = { record, match_record (query, record) };
      if (found.rank != WHENCE_SEARCH_NOT_FOUND)
        g_array_append_val (all, found);
      if ((record & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }
  return all;
}
