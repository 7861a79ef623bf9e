/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding. What is looked for is compared with each different word once; then one pass over the numbers of
 * the words in their places tells which records have it and where, so that a query costs the same however
 * often it is found. Large indices are passed over by two threads, each with its half of the records. */
#include <string.h>

#include "model/search-private.h"
#include "model/text-fold.h"

#define CANCEL_MASK 0xFFF
#define MOST_WORDS 16            /* apart from each other; the last of them is the rest of the query */
#define MOST_IN_ROW 64           /* of all: those beyond do not count */
#define WORTH_A_THREAD (1 << 19) /* words in the index */

/* Parts of words come after everything else. */
#define INSIDE 0x100
#define N_RANKS (INSIDE + WHENCE_FIELD_SUMMARY + 1)
#define NOT_FOUND G_MAXUINT16

/* The two flags of a word in its text, as one number. */
#define FLAGS(word) ((word) >> 30)
#define LAST 1u
#define FIRST 2u

static guint16
rank_of (guint field, guint place)
{
  return (guint16) (place == WHENCE_FOUND_INSIDE ? INSIDE + field : field * 4 + place);
}

static guint
field_of (guint16 rank)
{
  return rank >= INSIDE ? rank - INSIDE : rank / 4;
}

static guint8
place_of (guint16 rank)
{
  return rank >= INSIDE ? WHENCE_FOUND_INSIDE : rank % 4;
}

/* --- What is looked for ---------------------------------------------------------------------------- */

/* A row of words: the first with its end, those between as they are, the last with its beginning; or a single
 * one anywhere. */
typedef struct
{
  guint n;           /* 0: it is nowhere */
  guint8 **in_words; /* of each: WhenceInWord by word of the vocabulary */
} Pattern;

static void
pattern_clear (Pattern *pattern)
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
pattern_init (Pattern *pattern, const WhenceVocabulary *vocabulary, const char *text,
              GCancellable *cancellable)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  guint n = g_strv_length (parts), n_words = whence_vocabulary_get_n_words (vocabulary);

  *pattern = (Pattern){ 0, g_new (guint8 *, MAX (1, n)) };
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

/* The rank of a single word by its field, by how it lies in a word of the text, and by the flags of that. */
typedef guint16 Ranks[WHENCE_FIELD_SUMMARY + 1][WHENCE_IN_WORD_WHOLE + 1][4];

typedef struct
{
  const WhenceSearchIndex *index;
  Ranks ranks;
  Pattern phrase; /* the whole query */
  Pattern words[MOST_WORDS];
  guint n_words;
  guint longest;     /* of the words */
  guint16 *has, all; /* which of the words each word of the vocabulary has; NULL where there is one only */
} Query;

/* How a match that lies in its first word like @in_word lies in its text. */
static WhenceSearchPlace
place_in_text (WhenceInWord in_word, guint flags, gboolean to_the_end)
{
  if (in_word < WHENCE_IN_WORD_START)
    return in_word == WHENCE_IN_WORD_INSIDE ? WHENCE_FOUND_INSIDE : WHENCE_FOUND_WORD;
  if ((flags & FIRST) == 0)
    return WHENCE_FOUND_WORD;
  return in_word == WHENCE_IN_WORD_WHOLE && to_the_end ? WHENCE_FOUND_WHOLE : WHENCE_FOUND_START;
}

static void
fill_ranks (Ranks ranks)
{
  for (guint field = 0; field <= WHENCE_FIELD_SUMMARY; field++)
    for (guint in_word = 0; in_word <= WHENCE_IN_WORD_WHOLE; in_word++)
      for (guint flags = 0; flags < 4; flags++)
        ranks[field][in_word][flags] =
          in_word == WHENCE_IN_WORD_NOT
            ? NOT_FOUND
            : rank_of (field, place_in_text (in_word, flags, (flags & LAST) != 0));
}

static void
note_words (Query *query)
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

/* FALSE: there is nothing to be found, or it was cancelled. */
static gboolean
query_init (Query *query, const WhenceSearchIndex *index, const char *text, GCancellable *cancellable)
{
  g_autofree char *phrase = whence_text_fold (text);
  g_auto (GStrv) words = NULL;
  gsize longest = 0;

  cut_row (phrase);
  words = g_strsplit (phrase, " ", MOST_WORDS);
  *query = (Query){ .index = index, .n_words = g_strv_length (words) };
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

static void
query_clear (Query *query)
{
  pattern_clear (&query->phrase);
  for (guint i = 0; query->n_words > 1 && i < query->n_words; i++)
    pattern_clear (&query->words[i]);
  g_free (query->has);
}

/* --- In a record ----------------------------------------------------------------------------------- */

/* Whether the rest of a pattern of several words follows @at, and goes to the end of the text. */
static gboolean
goes_on (const Pattern *pattern, const guint32 *at, gboolean *to_the_end)
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

/* The best rank of a single word in a record, or NOT_FOUND; without branches, since whether a word has it
 * cannot be foreseen. */
static guint16
find_word (const Query *query, const guint8 *in_words, guint record)
{
  const WhenceSearchIndex *index = query->index;
  const WhenceSearchStart *start = index->starts + record;
  const guint32 *words = index->words;
  const guint8 *field = index->fields + start->text;
  guint16 best = NOT_FOUND;

  for (guint32 i = start[0].word; i < start[1].word; i++)
    {
      guint flags = FLAGS (words[i]);
      guint16 rank = query->ranks[*field][in_words[words[i] & WHENCE_WORD_MASK]][flags];
      best = MIN (best, rank);
      field += flags & LAST;
    }
  return best;
}

/* The same for a row of several words. */
static guint16
find_row (const WhenceSearchIndex *index, const Pattern *pattern, guint record)
{
  const WhenceSearchStart *start = index->starts + record;
  const guint32 *words = index->words;
  const guint8 *in_words = pattern->in_words[0], *field = index->fields + start->text;
  guint16 best = NOT_FOUND;
  gboolean to_the_end;

  for (guint32 i = start[0].word; i < start[1].word; i++)
    {
      WhenceInWord in_word = in_words[words[i] & WHENCE_WORD_MASK];
      if (in_word != WHENCE_IN_WORD_NOT && goes_on (pattern, words + i, &to_the_end))
        best = MIN (best, rank_of (*field, place_in_text (in_word, FLAGS (words[i]), to_the_end)));
      field += FLAGS (words[i]) & LAST;
    }
  return best;
}

static guint16
find_best (const Query *query, const Pattern *pattern, guint record)
{
  if (pattern->n == 0)
    return NOT_FOUND;
  return pattern->n == 1 ? find_word (query, pattern->in_words[0], record)
                         : find_row (query->index, pattern, record);
}

static gboolean
has_all_words (const Query *query, guint record)
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
find_apart (const Query *query, guint record)
{
  guint8 worst = WHENCE_FOUND_WORD;
  guint16 longest = NOT_FOUND;

  for (guint i = 0; i < query->n_words; i++)
    {
      guint16 rank = find_best (query, &query->words[i], record);
      if (rank == NOT_FOUND)
        return NOT_FOUND;
      worst = MAX (worst, place_of (rank));
      if (i == query->longest)
        longest = rank;
    }
  return rank_of (field_of (longest), worst);
}

static guint16
match_record (const Query *query, guint record)
{
  guint16 rank;

  if (query->has != NULL && !has_all_words (query, record))
    return NOT_FOUND;
  rank = find_best (query, &query->phrase, record);
  return rank == NOT_FOUND && query->has != NULL ? find_apart (query, record) : rank;
}

/* --- In all of them -------------------------------------------------------------------------------- */

typedef struct
{
  guint32 record;
  guint16 rank;
} Found;

typedef struct
{
  const Query *query;
  guint from, to; /* records */
  GCancellable *cancellable;
  GArray *found; /* in the order of the index */
} Part;

static gpointer
find_part (gpointer data)
{
  Part *part = data;

  part->found = g_array_new (FALSE, FALSE, sizeof (Found));
  for (guint record = part->from; record < part->to; record++)
    {
      Found found = { record, match_record (part->query, record) };
      if (found.rank != NOT_FOUND)
        g_array_append_val (part->found, found);
      if ((record & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (part->cancellable))
        break;
    }
  return NULL;
}

/* The record that is as far from the first word as from the last. */
static guint
find_middle (const WhenceSearchIndex *index)
{
  guint low = 0, high = index->n_records;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (index->starts[middle].word < index->n_words / 2)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static WhenceHit
name_record (const WhenceSearchIndex *index, const Found *found)
{
  WhenceHit hit = { WHENCE_RECORD_ENTITY, found->record, (guint8) field_of (found->rank),
                    place_of (found->rank) };

  if (hit.index >= index->n_entities)
    {
      hit.record = WHENCE_RECORD_FACT;
      hit.index -= index->n_entities;
    }
  if (hit.record == WHENCE_RECORD_FACT && hit.index >= index->n_facts)
    {
      hit.record = WHENCE_RECORD_SOURCE;
      hit.index -= index->n_facts;
    }
  return hit;
}

/* What is found is in the order of the index, so equal ranks stay in it: a sort by counting. */
static GArray *
sort_found (const WhenceSearchIndex *index, const Part *parts, guint n_parts)
{
  guint starts[N_RANKS + 1] = { 0 };
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (WhenceHit));

  for (guint p = 0; p < n_parts; p++)
    for (guint i = 0; i < parts[p].found->len; i++)
      starts[g_array_index (parts[p].found, Found, i).rank + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    starts[i] += starts[i - 1];
  g_array_set_size (hits, starts[N_RANKS]);
  for (guint p = 0; p < n_parts; p++)
    for (guint i = 0; i < parts[p].found->len; i++)
      {
        const Found *found = &g_array_index (parts[p].found, Found, i);
        g_array_index (hits, WhenceHit, starts[found->rank]++) = name_record (index, found);
      }
  return hits;
}

static GArray *
find_all (const Query *query, GCancellable *cancellable)
{
  const WhenceSearchIndex *index = query->index;
  guint n_records = index->n_records;
  guint middle = index->n_words < WORTH_A_THREAD ? n_records : find_middle (index);
  Part parts[] = { { query, 0, middle, cancellable, NULL }, { query, middle, n_records, cancellable, NULL } };
  GThread *thread = middle < n_records ? g_thread_try_new ("search", find_part, &parts[1], NULL) : NULL;
  GArray *hits = NULL;

  find_part (&parts[0]);
  if (thread != NULL)
    g_thread_join (thread);
  else
    find_part (&parts[1]);
  if (!g_cancellable_is_cancelled (cancellable))
    hits = sort_found (index, parts, G_N_ELEMENTS (parts));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_array_unref (parts[i].found);
  return hits;
}

GArray *
whence_search_index_find (const WhenceSearchIndex *index, const char *text, GCancellable *cancellable)
{
  GArray *hits;
  Query query;

  if (query_init (&query, index, text, cancellable))
    hits = find_all (&query, cancellable);
  else
    hits = g_cancellable_is_cancelled (cancellable) ? NULL : g_array_new (FALSE, FALSE, sizeof (WhenceHit));
  query_clear (&query);
  return hits;
}
