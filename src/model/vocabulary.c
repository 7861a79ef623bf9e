/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words one after another, each between bytes that no word holds; a table of slots finds one again while
 * words are added. A word costs its bytes and a number, and twice eight bytes until the vocabulary is closed.
 */
#include "model/vocabulary.h"

#include <string.h>

#include "model/lower-bound.h"

#define BORDER '\x01'
#define FIRST_SLOTS 1024

/* The words' numbers do not depend on it. */
#define MIX 0x9E3779B97F4A7C15u

struct _WhenceVocabulary
{
  GString *words; /* a border, and one behind each word */
  GArray *starts; /* gsize, of each word, and of the next one */
  guint64 *slots; /* hash << 32 | number + 1; 0: free */
  guint n_slots;  /* a power of two */
};

WhenceVocabulary *
whence_vocabulary_new (void)
{
  WhenceVocabulary *vocabulary = g_new (WhenceVocabulary, 1);

  *vocabulary = (WhenceVocabulary){ .words = g_string_new (NULL),
                                    .starts = g_array_new (FALSE, FALSE, sizeof (gsize)),
                                    .slots = g_new0 (guint64, FIRST_SLOTS),
                                    .n_slots = FIRST_SLOTS };
  g_string_append_c (vocabulary->words, BORDER);
  g_array_append_val (vocabulary->starts, vocabulary->words->len);
  return vocabulary;
}

void
whence_vocabulary_free (WhenceVocabulary *vocabulary)
{
  g_string_free (vocabulary->words, TRUE);
  g_array_unref (vocabulary->starts);
  g_free (vocabulary->slots);
  g_free (vocabulary);
}

void
whence_vocabulary_close (WhenceVocabulary *vocabulary)
{
  g_clear_pointer (&vocabulary->slots, g_free);
  vocabulary->n_slots = 0;
}

guint
whence_vocabulary_get_n_words (const WhenceVocabulary *vocabulary)
{
  return vocabulary->starts->len - 1;
}

/* --- Adding ---------------------------------------------------------------------------------------- */

static guint32
hash_word (const char *word, gsize length)
{
  guint64 hash = length, part;

  for (; length > 0; word += sizeof part, length -= MIN (length, sizeof part))
    {
      part = 0;
      memcpy (&part, word, MIN (length, sizeof part));
      hash = (hash ^ part) * MIX;
      hash ^= hash >> 29;
    }
  return (guint32) (hash >> 32);
}

/* From @at on, the first slot with @hash, or a free one. */
static guint
next_slot (const WhenceVocabulary *vocabulary, guint32 hash, guint at)
{
  while (vocabulary->slots[at] != 0 && (guint32) (vocabulary->slots[at] >> 32) != hash)
    at = (at + 1) & (vocabulary->n_slots - 1);
  return at;
}

static void
grow (WhenceVocabulary *vocabulary)
{
  g_autofree guint64 *old = vocabulary->slots;
  guint n_old = vocabulary->n_slots;

  vocabulary->n_slots = n_old * 2;
  vocabulary->slots = g_new0 (guint64, vocabulary->n_slots);
  for (guint i = 0; i < n_old; i++)
    {
      guint at = (guint) (old[i] >> 32) & (vocabulary->n_slots - 1);
      if (old[i] == 0)
        continue;
      while (vocabulary->slots[at] != 0)
        at = (at + 1) & (vocabulary->n_slots - 1);
      vocabulary->slots[at] = old[i];
    }
}

static gsize
start_of (const WhenceVocabulary *vocabulary, guint number)
{
  return g_array_index (vocabulary->starts, gsize, number);
}

static gboolean
is_word (const WhenceVocabulary *vocabulary, guint32 number, const char *word, gsize length)
{
  const char *text = vocabulary->words->str, *there = text + start_of (vocabulary, number);

  /* The next word, or the end, stands behind the border. */
  return start_of (vocabulary, number + 1) - start_of (vocabulary, number) == length + 1
         && memcmp (there, word, length) == 0;
}

static guint32
append (WhenceVocabulary *vocabulary, const char *word, gsize length)
{
  guint32 number = whence_vocabulary_get_n_words (vocabulary);

  g_string_append_len (vocabulary->words, word, (gssize) length);
  g_string_append_c (vocabulary->words, BORDER);
  g_array_append_val (vocabulary->starts, vocabulary->words->len);
  return number;
}

guint32
whence_vocabulary_add (WhenceVocabulary *vocabulary, const char *word, gsize length)
{
  guint32 hash = hash_word (word, length), number;
  guint at;

  g_return_val_if_fail (vocabulary->slots != NULL, 0);
  if (whence_vocabulary_get_n_words (vocabulary) >= vocabulary->n_slots / 2)
    grow (vocabulary);
  at = next_slot (vocabulary, hash, hash & (vocabulary->n_slots - 1));
  while (vocabulary->slots[at] != 0)
    {
      number = (guint32) vocabulary->slots[at] - 1;
      if (is_word (vocabulary, number, word, length))
        return number;
      at = next_slot (vocabulary, hash, (at + 1) & (vocabulary->n_slots - 1));
    }
  number = append (vocabulary, word, length);
  vocabulary->slots[at] = (guint64) hash << 32 | (number + 1);
  return number;
}

/* --- Matching -------------------------------------------------------------------------------------- */

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

static WhenceInWord
place_of (const char *at, gsize length, WhenceWordEdge edges)
{
  gboolean starts = at[-1] == BORDER, ends = at[length] == BORDER;

  if (((edges & WHENCE_EDGE_START) != 0 && !starts) || ((edges & WHENCE_EDGE_END) != 0 && !ends))
    return WHENCE_IN_WORD_NOT;
  if (starts)
    return ends ? WHENCE_IN_WORD_WHOLE : WHENCE_IN_WORD_START;
  return is_letter (at[-1]) ? WHENCE_IN_WORD_INSIDE : WHENCE_IN_WORD_AFTER;
}

static gboolean
starts_by (gconstpointer start, gconstpointer offset)
{
  return *(const gsize *) start <= *(const gsize *) offset;
}

/* The word that @offset lies in, from @word on; most often it is near. */
static guint
word_at (const gsize *starts, guint n_words, gsize offset, guint word)
{
  return word - 1
         + whence_lower_bound_near (starts + word, n_words - word, sizeof offset, starts_by, &offset);
}

guint8 *
whence_vocabulary_match (const WhenceVocabulary *vocabulary, const char *part, WhenceWordEdge edges)
{
  const gsize *starts = (const gsize *) (gconstpointer) vocabulary->starts->data;
  guint n_words = whence_vocabulary_get_n_words (vocabulary), word = 0;
  guint8 *places = g_new0 (guint8, MAX (1, n_words));
  const char *text = vocabulary->words->str, *end = text + vocabulary->words->len, *at = text;
  gsize length = strlen (part);

  while ((at = memmem (at, (gsize) (end - at), part, length)) != NULL)
    {
      guint8 place = (guint8) place_of (at, length, edges);
      word = word_at (starts, n_words, (gsize) (at - text), word);
      places[word] = MAX (places[word], place);
      at++;
    }
  return places;
}
