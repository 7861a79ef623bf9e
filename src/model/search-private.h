/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a search index lies in memory: each text is the numbers of its words, one after another, and the texts
 * of a record stand together. */
#pragma once

#include "model/search.h"
#include "model/vocabulary.h"

G_BEGIN_DECLS

/* A word in its place: its number, and whether its text begins and ends with it. */
#define WHENCE_FIRST_OF_TEXT ((guint32) 1 << 31)
#define WHENCE_LAST_OF_TEXT ((guint32) 1 << 30)
#define WHENCE_WORD_MASK (WHENCE_LAST_OF_TEXT - 1)

/* Where a record begins. */
typedef struct
{
  guint32 word, text;
} WhenceSearchStart;

struct _WhenceSearchIndex
{
  gatomicrefcount references;
  guint n_entities, n_facts, n_sources;
  WhenceVocabulary *vocabulary;
  guint32 *words;
  guint8 *fields;            /* WhenceSearchField of each text */
  WhenceSearchStart *starts; /* of entities, facts, sources; and the end */
  guint n_words, n_records;
};

G_END_DECLS
