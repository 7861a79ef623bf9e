/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A key that compares like its word is made once for each. Keys are sorted by their first eight bytes as
 * numbers, and only those that are alike so far by the rest. Each half of many words is sorted by a thread of
 * its own, and both are merged: the ranks do not depend on it. */
#include "model/word-ranks.h"

#include <string.h>

#include "model/radix-sort.h"

#define WORTH_A_THREAD 20000 /* words */
#define STEP_MASK 0xFFF
#define SIGN ((guint64) 1 << 63)

typedef struct
{
  gint64 prefix; /* the first bytes of the key, most significant first, as a number that compares like them */
  gsize at;      /* of the key in the arena */
  guint32 index;
} Word;

typedef struct
{
  WhenceDupWord dup_word;
  gconstpointer data;
  GCancellable *cancellable;
  guint from, to;
  GString *arena; /* keys, each with its end */
  Word *words, *spare;
} Part;

/* --- Keys ---------------------------------------------------------------------------------------- */

static void
add_word (Part *part, guint32 index)
{
  g_autofree char *text = part->dup_word (part->data, index);
  g_autofree char *key = g_utf8_collate_key (text, -1);
  gsize length = strlen (key);
  Word *word = &part->words[index - part->from];
  guint64 prefix = 0;

  for (gsize i = 0; i < sizeof prefix; i++)
    prefix = prefix << 8 | (i < length ? (guchar) key[i] : 0);
  *word = (Word){ (gint64) (prefix ^ SIGN), part->arena->len, index };
  g_string_append_len (part->arena, key, (gssize) length + 1);
}

/* --- One part ------------------------------------------------------------------------------------ */

static void
sort_by_prefixes (Part *part)
{
  Word *sorted = whence_radix_sort (part->words, part->spare, part->to - part->from, sizeof *sorted);

  if (sorted == part->spare)
    {
      part->spare = part->words;
      part->words = sorted;
    }
}

static int
compare_rests (gconstpointer a, gconstpointer b, gpointer arena)
{
  return strcmp ((const char *) arena + ((const Word *) a)->at,
                 (const char *) arena + ((const Word *) b)->at);
}

static void
sort_alike (Part *part)
{
  guint n = part->to - part->from;

  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && part->words[end].prefix == part->words[first].prefix;)
        end++;
      if (end - first > 1)
        g_qsort_with_data (part->words + first, (int) (end - first), sizeof (Word), compare_rests,
                           part->arena->str);
    }
}

static gpointer
sort_part (gpointer data)
{
  Part *part = data;
  guint n = part->to - part->from;

  part->words = g_new0 (Word, MAX (1, n));
  part->spare = g_new (Word, MAX (1, n));
  part->arena = g_string_new (NULL);
  for (guint i = part->from; i < part->to; i++)
    {
      if ((i & STEP_MASK) == 0 && g_cancellable_is_cancelled (part->cancellable))
        return NULL;
      add_word (part, i);
    }
  sort_by_prefixes (part);
  sort_alike (part);
  return NULL;
}

static void
part_clear (Part *part)
{
  g_free (part->words);
  g_free (part->spare);
  g_string_free (part->arena, TRUE);
}

/* --- Both ---------------------------------------------------------------------------------------- */

static int
compare_across (const Part *a, const Word *x, const Part *b, const Word *y)
{
  if (x->prefix != y->prefix)
    return x->prefix < y->prefix ? -1 : 1;
  return strcmp (a->arena->str + x->at, b->arena->str + y->at);
}

static void
merge (const Part parts[2], guint64 *ranks)
{
  const Part *last_part = NULL;
  const Word *last = NULL;
  guint at[2] = { 0, 0 }, n[2] = { parts[0].to - parts[0].from, parts[1].to - parts[1].from };
  guint64 rank = 0;

  while (at[0] < n[0] || at[1] < n[1])
    {
      guint side = at[0] == n[0] ? 1 : 0;
      if (at[0] < n[0] && at[1] < n[1])
        side = compare_across (&parts[0], &parts[0].words[at[0]], &parts[1], &parts[1].words[at[1]]) > 0;
      const Word *word = &parts[side].words[at[side]++];
      if (last != NULL && compare_across (last_part, last, &parts[side], word) != 0)
        rank++;
      ranks[word->index] = rank;
      last = word;
      last_part = &parts[side];
    }
}

guint64 *
whence_rank_words (guint n, WhenceDupWord dup_word, gconstpointer data, GCancellable *cancellable)
{
  guint64 *ranks = g_new0 (guint64, MAX (1, n));
  guint middle = n < WORTH_A_THREAD ? n : n / 2;
  Part parts[2] = { { dup_word, data, cancellable, 0, middle, NULL, NULL, NULL },
                    { dup_word, data, cancellable, middle, n, NULL, NULL, NULL } };
  GThread *thread = middle < n ? g_thread_try_new ("sort", sort_part, &parts[1], NULL) : NULL;

  sort_part (&parts[0]);
  if (thread != NULL)
    g_thread_join (thread);
  else
    sort_part (&parts[1]);
  if (!g_cancellable_is_cancelled (cancellable))
    merge (parts, ranks);
  part_clear (&parts[0]);
  part_clear (&parts[1]);
  return ranks;
}
