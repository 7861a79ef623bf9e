/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding in all records, the best first. Large indices are passed over by two threads, each with its half
 * of the words. */
#include "model/search-query.h"

#include "model/lower-bound.h"

#define WORTH_A_THREAD (1 << 19) /* words in the index */

typedef struct
{
  const SearchQuery *query;
  guint from, to; /* records */
  GCancellable *cancellable;
  GArray *found; /* of SearchFound */
} Part;

static gpointer
find_in_part (gpointer data)
{
  Part *part = data;

  part->found = whence_search_query_find (part->query, part->from, part->to, part->cancellable);
  return NULL;
}

static gboolean
starts_before (gconstpointer start, gconstpointer word)
{
  return ((const WhenceSearchStart *) start)->word < *(const guint *) word;
}

/* The record that is as far from the first word as from the last. */
static guint
find_middle (const WhenceSearchIndex *index)
{
  guint middle = index->n_words / 2;

  return whence_lower_bound (index->starts, index->n_records, sizeof *index->starts, starts_before, &middle);
}

static WhenceHit
name_record (const WhenceSearchIndex *index, const SearchFound *found)
{
  WhenceHit hit = { WHENCE_RECORD_ENTITY, found->record, (guint8) whence_search_rank_field (found->rank),
                    whence_search_rank_place (found->rank) };

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
  guint starts[WHENCE_SEARCH_N_RANKS + 1] = { 0 };
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (WhenceHit));

  for (guint p = 0; p < n_parts; p++)
    for (guint i = 0; i < parts[p].found->len; i++)
      starts[g_array_index (parts[p].found, SearchFound, i).rank + 1]++;
  for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
    starts[i] += starts[i - 1];
  g_array_set_size (hits, starts[WHENCE_SEARCH_N_RANKS]);
  for (guint p = 0; p < n_parts; p++)
    for (guint i = 0; i < parts[p].found->len; i++)
      {
        const SearchFound *found = &g_array_index (parts[p].found, SearchFound, i);
        g_array_index (hits, WhenceHit, starts[found->rank]++) = name_record (index, found);
      }
  return hits;
}

static GArray *
find_all (const SearchQuery *query, GCancellable *cancellable)
{
  const WhenceSearchIndex *index = query->index;
  guint n_records = index->n_records;
  guint middle = index->n_words < WORTH_A_THREAD ? n_records : find_middle (index);
  Part parts[] = { { query, 0, middle, cancellable, NULL }, { query, middle, n_records, cancellable, NULL } };
  GThread *thread = middle < n_records ? g_thread_try_new ("search", find_in_part, &parts[1], NULL) : NULL;
  GArray *hits = NULL;

  find_in_part (&parts[0]);
  if (thread != NULL)
    g_thread_join (thread);
  else
    find_in_part (&parts[1]);
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
  SearchQuery query;

  if (whence_search_query_init (&query, index, text, cancellable))
    hits = find_all (&query, cancellable);
  else
    hits = g_cancellable_is_cancelled (cancellable) ? NULL : g_array_new (FALSE, FALSE, sizeof (WhenceHit));
  whence_search_query_clear (&query);
  return hits;
}
