/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The different words of many texts, each with a number. However long the texts are, there are few of them:
 * what is looked for is compared with each word once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WhenceVocabulary WhenceVocabulary;

/* How something lies in a word, from the worst to the best. */
typedef enum
{
  WHENCE_IN_WORD_NOT,
  WHENCE_IN_WORD_INSIDE,
  WHENCE_IN_WORD_AFTER, /* after a hyphen or the like */
  WHENCE_IN_WORD_START,
  WHENCE_IN_WORD_WHOLE,
} WhenceInWord;

/* Which edges of a word it must touch. */
typedef enum
{
  WHENCE_EDGE_ANY,
  WHENCE_EDGE_START = 1 << 0,
  WHENCE_EDGE_END = 1 << 1,
} WhenceWordEdge;

WhenceVocabulary *whence_vocabulary_new (void);
void whence_vocabulary_free (WhenceVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceVocabulary, whence_vocabulary_free)

/* The number of a word, which holds no byte below a blank; numbers count from 0, in the order in which words
 * first came. Constant time. */
guint32 whence_vocabulary_add (WhenceVocabulary *vocabulary, const char *word, gsize length);
/* Nothing is added any more: frees what only that needs. */
void whence_vocabulary_close (WhenceVocabulary *vocabulary);
guint whence_vocabulary_get_n_words (const WhenceVocabulary *vocabulary);

/* For each word how @part, which is not empty, lies in it at best (WhenceInWord). Linear in the words.
 * Transfer full. */
guint8 *whence_vocabulary_match (const WhenceVocabulary *vocabulary, const char *part, WhenceWordEdge edges);

G_END_DECLS
