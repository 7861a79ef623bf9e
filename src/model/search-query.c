/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a query apart. Each of its parts is compared with each different word once, so that a query costs
 * the same however often it is found. */
#include "model/search-query.h"

#include <string.h>

#include "model/text-fold.h"

#define MOST_IN_ROW 64 /* words of all: those beyond do not count */

static void
pattern_clear (SearchPattern *pattern)
{
  for (guint i = 0; i < pattern->n; i++)
    g_free (pattern->in_words[i]);
  g_clear_pointer (&pattern->in_words, g_free);
  pattern->n = 0;
}

static gboolean
is_anywhere (const guint8 *in_words, guint n)
{
  for (guint word = 0; word < n; word++)
    if (in_words[word] != WHENCE_IN_WORD_NOT)
      return TRUE;
  return FALSE;
}

/* Up to the first part that no word has, since the whole is nowhere then. */
static void
pattern_init (SearchPattern *pattern, const WhenceVocabulary *vocabulary, const char *text,
              GCancellable *cancellable)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  guint n = g_strv_length (parts), n_words = whence_vocabulary_get_n_words (vocabulary);

  *pattern = (SearchPattern){ 0, g_new (guint8 *, MAX (1, n)) };
  while (pattern->n < n)
    {
      guint i = pattern->n++;
      pattern->in_words[i] = whence_vocabulary_match (vocabulary, parts[i],
                                                      (i > 0 ? WHENCE_EDGE_START : WHENCE_EDGE_ANY)
                                                        | (i + 1 < n ? WHENCE_EDGE_END : WHENCE_EDGE_ANY));
      if (!is_anywhere (pattern->in_words[i], n_words) || g_cancellable_is_cancelled (cancellable))
        {
          pattern_clear (pattern);
          return;
        }
    }
}

static void
fill_ranks (SearchRanks ranks)
{
  for (guint field = 0; field <= WHENCE_FIELD_SUMMARY; field++)
    for (guint in_word = 0; in_word <= WHENCE_IN_WORD_WHOLE; in_word++)
      for (guint flags = 0; flags < 4; flags++)
        ranks[field][in_word][flags] =
          in_word == WHENCE_IN_WORD_NOT
            ? WHENCE_SEARCH_NOT_FOUND
            : whence_search_rank (
              field, whence_search_place_in_text (in_word, flags, (flags & WHENCE_LAST_FLAG) != 0));
}

static void
note_words (SearchQuery *query)
{
  guint n = whence_vocabulary_get_n_words (query->index->vocabulary);

  query->has = g_new0 (guint16, MAX (1, n));
  for (guint i = 0; i < query->n_words; i++)
    {
      const guint8 *in_words = query->words[i].in_words[0];
      query->all |= (guint16) (1u << i);
      for (guint word = 0; word < n; word++)
        query->has[word] |= (guint16) ((in_words[word] != WHENCE_IN_WORD_NOT) << i);
    }
}

static void
cut_row (char *folded)
{
  guint n = 0;

  for (char *at = folded; *at != '\0'; at++)
    if (*at == ' ' && ++n == MOST_IN_ROW)
      {
        *at = '\0';
        return;
      }
}

gboolean
whence_search_query_init (SearchQuery *query, const WhenceSearchIndex *index, const char *text,
                          GCancellable *cancellable)
{
  g_autofree char *phrase = whence_text_fold (text);
  g_auto (GStrv) words = NULL;
  gsize longest = 0;

  cut_row (phrase);
  words = g_strsplit (phrase, " ", WHENCE_SEARCH_MOST_WORDS);
  *query = (SearchQuery){ .index = index, .n_words = g_strv_length (words) };
  fill_ranks (query->ranks);
  pattern_init (&query->phrase, index->vocabulary, phrase, cancellable);
  if (query->n_words < 2)
    return query->phrase.n > 0;
  for (guint i = 0; i < query->n_words; i++)
    {
      pattern_init (&query->words[i], index->vocabulary, words[i], cancellable);
      if (query->words[i].n == 0)
        return FALSE;
      if (strlen (words[i]) > longest)
        query->longest = i;
      longest = MAX (longest, strlen (words[i]));
    }
  note_words (query);
  return TRUE;
}

void
whence_search_query_clear (SearchQuery *query)
{
  pattern_clear (&query->phrase);
  for (guint i = 0; query->n_words > 1 && i < query->n_words; i++)
    pattern_clear (&query->words[i]);
  g_free (query->has);
}
