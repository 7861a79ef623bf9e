/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All texts stand folded one after another, those of a record together, each behind a byte that tells its
 * field. A query looks for its longest word through everything and for the others only in the records that
 * have it; so it costs one pass of memmem() whatever the bundle holds, and every substring is found. */
#include "model/search.h"

#include <string.h>

#include "model/text-fold.h"

/* Bytes that no folded text holds. */
#define FIRST_FIELD 0x01
#define CANCEL_MASK 0xFFF
#define MOST_WORDS 16

struct _WhenceSearchIndex
{
  gatomicrefcount references;
  guint n_entities, n_facts, n_sources;
  GString *text;  /* FIELD text FIELD text … END */
  GArray *starts; /* gsize: where each record begins, entities, facts, sources; and the end */
};

/* What an index is made of. */
typedef struct
{
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by; /* or NULL */
} Texts;

/* --- Building ------------------------------------------------------------------------------------ */

static void
add_text (WhenceSearchIndex *index, WhenceSearchField field, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (index->text, (char) (FIRST_FIELD + field));
  whence_text_append_folded (text, index->text);
}

static void
begin_record (WhenceSearchIndex *index)
{
  g_array_append_val (index->starts, index->text->len);
}

static void
add_citation (WhenceSearchIndex *index, const WhenceCitation *citation)
{
  add_text (index, WHENCE_FIELD_QUOTE, citation->quote);
  add_text (index, WHENCE_FIELD_QUOTE, citation->attribution);
}

static void
add_entity (WhenceSearchIndex *index, const Texts *texts, guint32 i)
{
  WhenceEntity entity;
  WhenceCitation citation;

  if (whence_known_by_get_entity (texts->known_by, i) == WHENCE_ACTIVITY_NOT)
    return;
  whence_bundle_get_entity (texts->bundle, i, &entity);
  add_text (index, WHENCE_FIELD_NAME, entity.name);
  for (guint k = 0; k < entity.n_aliases; k++)
    add_text (index, WHENCE_FIELD_ALIAS, whence_bundle_get_alias (texts->bundle, i, k));
  if (whence_known_by_get_profile (texts->known_by, i) != WHENCE_ACTIVITY_NOT)
    add_text (index, WHENCE_FIELD_SUMMARY, entity.summary);
  for (guint k = 0; k < entity.n_citations; k++)
    if (whence_known_by_get_entity_citation (texts->known_by, i, k) != WHENCE_ACTIVITY_NOT)
      {
        whence_bundle_get_entity_citation (texts->bundle, i, k, &citation);
        add_citation (index, &citation);
      }
}

static void
add_fact (WhenceSearchIndex *index, const Texts *texts, guint32 i)
{
  WhenceFact fact;
  WhenceCitation citation;

  if (whence_known_by_get_fact (texts->known_by, i) == WHENCE_ACTIVITY_NOT)
    return;
  whence_bundle_get_fact (texts->bundle, i, &fact);
  add_text (index, WHENCE_FIELD_NAME, fact.title);
  add_text (index, WHENCE_FIELD_PLACE, fact.place);
  add_text (index, WHENCE_FIELD_SUMMARY, fact.summary);
  add_text (index, WHENCE_FIELD_SUMMARY, fact.note);
  for (guint k = 0; k < fact.n_citations; k++)
    if (whence_known_by_get_citation (texts->known_by, i, k) != WHENCE_ACTIVITY_NOT)
      {
        whence_bundle_get_fact_citation (texts->bundle, i, k, &citation);
        add_citation (index, &citation);
      }
}

static void
add_source (WhenceSearchIndex *index, const Texts *texts, guint32 i)
{
  WhenceSource source;

  if (whence_known_by_get_source (texts->known_by, i) == WHENCE_ACTIVITY_NOT)
    return;
  whence_bundle_get_source (texts->bundle, i, &source);
  add_text (index, WHENCE_FIELD_NAME, source.title);
  add_text (index, WHENCE_FIELD_PUBLISHER, source.publisher);
  add_text (index, WHENCE_FIELD_PUBLISHER, source.author);
  add_text (index, WHENCE_FIELD_SUMMARY, source.note);
}

static gboolean
add_records (WhenceSearchIndex *index, const Texts *texts, guint n,
             void (*add) (WhenceSearchIndex *, const Texts *, guint32), GCancellable *cancellable)
{
  for (guint32 i = 0; i < n; i++)
    {
      if ((i & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      begin_record (index);
      add (index, texts, i);
    }
  return TRUE;
}

WhenceSearchIndex *
whence_search_index_new (const WhenceBundle *bundle, const WhenceKnownBy *known_by, GCancellable *cancellable)
{
  const Texts texts = { bundle, known_by };
  WhenceSearchIndex *index = g_new0 (WhenceSearchIndex, 1);
  gboolean done;

  g_atomic_ref_count_init (&index->references);
  index->n_entities = whence_bundle_get_n_entities (bundle);
  index->n_facts = whence_bundle_get_n_facts (bundle);
  index->n_sources = whence_bundle_get_n_sources (bundle);
  index->text = g_string_new (NULL);
  index->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  done = add_records (index, &texts, index->n_entities, add_entity, cancellable)
         && add_records (index, &texts, index->n_facts, add_fact, cancellable)
         && add_records (index, &texts, index->n_sources, add_source, cancellable);
  begin_record (index);
  g_string_append_c (index->text, FIRST_FIELD);
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
  g_string_free (index->text, TRUE);
  g_array_unref (index->starts);
  g_free (index);
}

/* --- Finding ------------------------------------------------------------------------------------- */

typedef struct
{
  const WhenceSearchIndex *index;
  char *phrase; /* the whole query, folded */
  char **words;
  guint longest; /* of the words */
} Query;

static void
query_init (Query *query, const WhenceSearchIndex *index, const char *text)
{
  *query = (Query){ .index = index, .phrase = whence_text_fold (text) };
  query->words = g_strsplit (query->phrase, " ", MOST_WORDS);
  for (guint i = 0; query->words[i] != NULL; i++)
    if (strlen (query->words[i]) > strlen (query->words[query->longest]))
      query->longest = i;
}

static void
query_clear (Query *query)
{
  g_free (query->phrase);
  g_strfreev (query->words);
}

static gboolean
is_in_word (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* How a match at @at lies in the text around it. */
static WhenceSearchPlace
place_of (const char *at, gsize length)
{
  gboolean starts = (guchar) at[-1] < ' ';

  if (starts && (guchar) at[length] < ' ')
    return WHENCE_FOUND_WHOLE;
  if (starts)
    return WHENCE_FOUND_START;
  return is_in_word (at[-1]) ? WHENCE_FOUND_INSIDE : WHENCE_FOUND_WORD;
}

static WhenceSearchField
field_of (const char *at)
{
  while ((guchar) *at >= ' ')
    at--;
  return (WhenceSearchField) (*at - FIRST_FIELD);
}

/* Parts of words come after everything else. */
static guint
rank_of (guint field, guint place)
{
  return place == WHENCE_FOUND_INSIDE ? 0x100 + field : field * 4 + place;
}

/* The best match of @word between @from and @to; FALSE: there is none. */
static gboolean
find_best (const char *from, const char *to, const char *word, WhenceHit *hit)
{
  gsize length = strlen (word);
  guint best = G_MAXUINT;

  while ((from = memmem (from, (gsize) (to - from), word, length)) != NULL)
    {
      WhenceSearchField field = field_of (from);
      WhenceSearchPlace place = place_of (from, length);
      if (rank_of (field, place) < best)
        {
          best = rank_of (field, place);
          hit->field = (guint8) field;
          hit->place = (guint8) place;
        }
      from++;
    }
  return best != G_MAXUINT;
}

static const char *
record_start (const WhenceSearchIndex *index, guint record)
{
  return index->text->str + g_array_index (index->starts, gsize, record);
}

/* Words that stand apart are a match of words at best. */
static gboolean
match_record (const Query *query, guint record, WhenceHit *hit)
{
  const char *from = record_start (query->index, record), *to = record_start (query->index, record + 1);
  guint8 worst = WHENCE_FOUND_WORD;

  if (find_best (from, to, query->phrase, hit))
    return TRUE;
  for (guint i = 0; query->words[i] != NULL; i++)
    {
      if (!find_best (from, to, query->words[i], hit))
        return FALSE;
      worst = MAX (worst, hit->place);
    }
  find_best (from, to, query->words[query->longest], hit);
  hit->place = worst;
  return TRUE;
}

/* The record that @at lies in, from @record on. */
static guint
record_at (const WhenceSearchIndex *index, const char *at, guint record)
{
  gsize offset = (gsize) (at - index->text->str);
  guint low = record, high = index->starts->len - 1;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (index->starts, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
name_record (const WhenceSearchIndex *index, guint record, WhenceHit *hit)
{
  if (record < index->n_entities)
    *hit = (WhenceHit){ WHENCE_RECORD_ENTITY, record, hit->field, hit->place };
  else if (record < index->n_entities + index->n_facts)
    *hit = (WhenceHit){ WHENCE_RECORD_FACT, record - index->n_entities, hit->field, hit->place };
  else
    *hit = (WhenceHit){ WHENCE_RECORD_SOURCE, record - index->n_entities - index->n_facts, hit->field,
                        hit->place };
}

/* The records of a hit are in the order of the index, so equal ranks stay in it: a sort by counting. */
static GArray *
sort_hits (GArray *hits)
{
  guint starts[0x100 + WHENCE_FIELD_SUMMARY + 2] = { 0 };
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (WhenceHit), hits->len);

  g_array_set_size (sorted, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const WhenceHit *hit = &g_array_index (hits, WhenceHit, i);
      starts[rank_of (hit->field, hit->place) + 1]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < hits->len; i++)
    {
      const WhenceHit *hit = &g_array_index (hits, WhenceHit, i);
      g_array_index (sorted, WhenceHit, starts[rank_of (hit->field, hit->place)]++) = *hit;
    }
  g_array_unref (hits);
  return sorted;
}

GArray *
whence_search_index_find (const WhenceSearchIndex *index, const char *text, GCancellable *cancellable)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (WhenceHit));
  const char *at = index->text->str, *end = at + index->text->len;
  guint record = 0, n_records = index->starts->len - 1;
  Query query;

  query_init (&query, index, text);
  while (query.words[0] != NULL && record < n_records)
    {
      const char *word = query.words[query.longest];
      WhenceHit hit = { 0 };
      at = memmem (at, (gsize) (end - at), word, strlen (word));
      if (at == NULL)
        break;
      record = record_at (index, at, record);
      if (match_record (&query, record, &hit))
        {
          name_record (index, record, &hit);
          g_array_append_val (hits, hit);
        }
      at = record_start (index, ++record);
      if ((record & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        break;
    }
  query_clear (&query);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_array_unref (hits);
      return NULL;
    }
  return sort_hits (hits);
}
