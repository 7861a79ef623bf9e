/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Building the index: texts are folded, taken apart at blanks, and become numbers of words. A word of a text
 * costs four bytes, a text one, a record eight; a million facts with a title and a quote take a quarter of a
 * second for each ten words. */
#include <string.h>

#include "model/search-private.h"
#include "model/text-fold.h"

#define CANCEL_MASK 0xFFF

typedef struct
{
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by; /* or NULL */
  WhenceVocabulary *vocabulary;
  GArray *words, *starts, *fields;
  GString *folded; /* the text that is added */
} Builder;

static void
add_word (Builder *builder, const char *word, gsize length, guint32 flags)
{
  guint32 entry = whence_vocabulary_add (builder->vocabulary, word, length) | flags;

  g_array_append_val (builder->words, entry);
}

static void
add_text (Builder *builder, WhenceSearchField field, const char *text)
{
  const char *word, *blank;
  guint8 byte = (guint8) field;

  if (text == NULL || *text == '\0')
    return;
  g_string_truncate (builder->folded, 0);
  whence_text_append_folded (text, builder->folded);
  word = builder->folded->str;
  if (*word == '\0')
    return;
  g_array_append_val (builder->fields, byte);
  for (guint32 first = WHENCE_FIRST_OF_TEXT; (blank = strchr (word, ' ')) != NULL;
       word = blank + 1, first = 0)
    add_word (builder, word, (gsize) (blank - word), first);
  add_word (builder, word, strlen (word),
            WHENCE_LAST_OF_TEXT | (word == builder->folded->str ? WHENCE_FIRST_OF_TEXT : 0));
}

static void
begin_record (Builder *builder)
{
  WhenceSearchStart start = { builder->words->len, builder->fields->len };

  g_array_append_val (builder->starts, start);
}

static void
add_citation (Builder *builder, const WhenceCitation *citation)
{
  add_text (builder, WHENCE_FIELD_QUOTE, citation->quote);
  add_text (builder, WHENCE_FIELD_QUOTE, citation->attribution);
}

static void
add_entity (Builder *builder, guint32 i)
{
  WhenceEntity entity;
  WhenceCitation citation;

  if (whence_known_by_get_entity (builder->known_by, i) == WHENCE_ACTIVITY_NOT)
    return;
  whence_bundle_get_entity (builder->bundle, i, &entity);
  add_text (builder, WHENCE_FIELD_NAME, entity.name);
  for (guint k = 0; k < entity.n_aliases; k++)
    add_text (builder, WHENCE_FIELD_ALIAS, whence_bundle_get_alias (builder->bundle, i, k));
  if (whence_known_by_get_profile (builder->known_by, i) != WHENCE_ACTIVITY_NOT)
    add_text (builder, WHENCE_FIELD_SUMMARY, entity.summary);
  for (guint k = 0; k < entity.n_citations; k++)
    if (whence_known_by_get_entity_citation (builder->known_by, i, k) != WHENCE_ACTIVITY_NOT)
      {
        whence_bundle_get_entity_citation (builder->bundle, i, k, &citation);
        add_citation (builder, &citation);
      }
}

static void
add_fact (Builder *builder, guint32 i)
{
  WhenceFact fact;
  WhenceCitation citation;

  if (whence_known_by_get_fact (builder->known_by, i) == WHENCE_ACTIVITY_NOT)
    return;
  whence_bundle_get_fact (builder->bundle, i, &fact);
  add_text (builder, WHENCE_FIELD_NAME, fact.title);
  add_text (builder, WHENCE_FIELD_PLACE, fact.place);
  add_text (builder, WHENCE_FIELD_SUMMARY, fact.summary);
  add_text (builder, WHENCE_FIELD_SUMMARY, fact.note);
  for (guint k = 0; k < fact.n_citations; k++)
    if (whence_known_by_get_citation (builder->known_by, i, k) != WHENCE_ACTIVITY_NOT)
      {
        whence_bundle_get_fact_citation (builder->bundle, i, k, &citation);
        add_citation (builder, &citation);
      }
}

static void
add_source (Builder *builder, guint32 i)
{
  WhenceSource source;

  if (whence_known_by_get_source (builder->known_by, i) == WHENCE_ACTIVITY_NOT)
    return;
  whence_bundle_get_source (builder->bundle, i, &source);
  add_text (builder, WHENCE_FIELD_NAME, source.title);
  add_text (builder, WHENCE_FIELD_PUBLISHER, source.publisher);
  add_text (builder, WHENCE_FIELD_PUBLISHER, source.author);
  add_text (builder, WHENCE_FIELD_SUMMARY, source.note);
}

static gboolean
add_records (Builder *builder, guint n, void (*add) (Builder *, guint32), GCancellable *cancellable)
{
  for (guint32 i = 0; i < n; i++)
    {
      if ((i & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      begin_record (builder);
      add (builder, i);
    }
  return TRUE;
}

static gboolean
add_all (Builder *builder, GCancellable *cancellable)
{
  const WhenceBundle *bundle = builder->bundle;
  gboolean done = add_records (builder, whence_bundle_get_n_entities (bundle), add_entity, cancellable)
                  && add_records (builder, whence_bundle_get_n_facts (bundle), add_fact, cancellable)
                  && add_records (builder, whence_bundle_get_n_sources (bundle), add_source, cancellable);

  begin_record (builder);
  whence_vocabulary_close (builder->vocabulary);
  return done;
}

/* What @array holds and no byte more: while it grew it took up to twice as much. */
static gpointer
steal (GArray *array)
{
  gsize size = array->len * (gsize) g_array_get_element_size (array);

  return g_realloc (g_array_free (array, FALSE), MAX (1, size));
}

static WhenceSearchIndex *
finish (Builder *builder)
{
  const WhenceBundle *bundle = builder->bundle;
  WhenceSearchIndex *index = g_new (WhenceSearchIndex, 1);

  *index = (WhenceSearchIndex){ .n_entities = whence_bundle_get_n_entities (bundle),
                                .n_facts = whence_bundle_get_n_facts (bundle),
                                .n_sources = whence_bundle_get_n_sources (bundle),
                                .n_words = builder->words->len,
                                .n_records = builder->starts->len - 1,
                                .vocabulary = builder->vocabulary };
  index->words = steal (builder->words);
  index->starts = steal (builder->starts);
  index->fields = steal (builder->fields);
  g_string_free (builder->folded, TRUE);
  g_atomic_ref_count_init (&index->references);
  return index;
}

WhenceSearchIndex *
whence_search_index_new (const WhenceBundle *bundle, const WhenceKnownBy *known_by, GCancellable *cancellable)
{
  Builder builder = { .bundle = bundle,
                      .known_by = known_by,
                      .vocabulary = whence_vocabulary_new (),
                      .words = g_array_new (FALSE, FALSE, sizeof (guint32)),
                      .starts = g_array_new (FALSE, FALSE, sizeof (WhenceSearchStart)),
                      .fields = g_array_new (FALSE, FALSE, sizeof (guint8)),
                      .folded = g_string_new (NULL) };
  gboolean done = add_all (&builder, cancellable);
  WhenceSearchIndex *index = finish (&builder);

  if (!done)
    g_clear_pointer (&index, whence_search_index_unref);
  return index;
}

WhenceSearchIndex *
whence_search_index_ref (WhenceSearchIndex *index)
{
  g_atomic_ref_count_inc (&index->references);
  return index;
}

void
whence_search_index_unref (WhenceSearchIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->references))
    return;
  whence_vocabulary_free (index->vocabulary);
  g_free (index->words);
  g_free (index->fields);
  g_free (index->starts);
  g_free (index);
}
