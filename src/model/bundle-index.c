/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is found and what is derived: records by id, texts of records that keep theirs, the facts of each
 * entity, the first and the last instant. A slot has room for more than the number of a record: the rest of
 * it holds bits of the id's hash, so that hardly any other id is ever fetched from memory. */
#include "model/bundle-private.h"
#include "model/invert.h"

#include <string.h>

WhenceTable *
whence_bundle_records (WhenceBundle *bundle, WhenceRecordKind kind)
{
  WhenceTable *records[] = { NULL, &bundle->sources, &bundle->entities, &bundle->facts };

  return records[kind];
}

static const char *
id_of (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  const WhenceTable *records = whence_bundle_records ((WhenceBundle *) bundle, kind);

  return whence_bundle_text (bundle, *WHENCE_TABLE_AT (records, WhenceString, index));
}

/* A slot that no other id with another hash is likely to equal in the bits above @mask, which is more than
 * any index + 1. */
static guint32
mark_of (guint32 hash, guint32 mask)
{
  return (hash >> 7 ^ hash << 13) & ~mask;
}

/* The first slot from @slot on that may be the id's, or is free. */
static guint32
next_slot (const IdIndex *ids, guint32 hash, guint32 slot)
{
  guint32 mark = mark_of (hash, ids->mask);

  while (ids->slots[slot] != 0 && (ids->slots[slot] & ~ids->mask) != mark)
    slot = (slot + 1) & ids->mask;
  return slot;
}

static guint32
find_from (const WhenceBundle *bundle, const WhenceIdLookup *wanted, guint32 hash, guint32 slot)
{
  const IdIndex *ids = &bundle->ids[wanted->kind];

  for (; ids->slots[slot] != 0; slot = next_slot (ids, hash, (slot + 1) & ids->mask))
    {
      guint32 index = (ids->slots[slot] & ids->mask) - 1;
      const char *known = id_of (bundle, wanted->kind, index);

      if (strncmp (known, wanted->id, wanted->length) == 0 && known[wanted->length] == '\0')
        return index;
    }
  return WHENCE_NONE;
}

guint32
whence_bundle_find (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id, gsize length)
{
  const IdIndex *ids = &bundle->ids[kind];
  guint32 hash;

  if (ids->slots == NULL)
    return WHENCE_NONE;
  hash = whence_text_hash (id, length);
  return find_from (bundle, &(WhenceIdLookup){ kind, id, length }, hash,
                    next_slot (ids, hash, hash & ids->mask));
}

void
whence_bundle_expect_id (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id, gsize length)
{
  const IdIndex *ids = &bundle->ids[kind];

  if (ids->slots != NULL)
    __builtin_prefetch (&ids->slots[whence_text_hash (id, length) & ids->mask], 1);
}

#define TOGETHER 64

/* Slots, then records, then texts: each step asks for what the next one needs. */
static void
find_together (const WhenceBundle *bundle, const WhenceIdLookup *wanted, guint n, guint32 *found)
{
  guint32 hashes[TOGETHER], slots[TOGETHER] = { 0 };
  const WhenceString *ids[TOGETHER] = { NULL };

  for (guint i = 0; i < n; i++)
    {
      const IdIndex *index = &bundle->ids[wanted[i].kind];

      hashes[i] = whence_text_hash (wanted[i].id, wanted[i].length);
      if (index->slots != NULL)
        __builtin_prefetch (&index->slots[hashes[i] & index->mask]);
    }
  for (guint i = 0; i < n; i++)
    {
      const IdIndex *index = &bundle->ids[wanted[i].kind];

      if (index->slots == NULL)
        continue;
      slots[i] = next_slot (index, hashes[i], hashes[i] & index->mask);
      if (index->slots[slots[i]] == 0)
        continue;
      ids[i] = whence_table_at (whence_bundle_records ((WhenceBundle *) bundle, wanted[i].kind),
                                (index->slots[slots[i]] & index->mask) - 1);
      __builtin_prefetch (ids[i]);
    }
  for (guint i = 0; i < n; i++)
    if (ids[i] != NULL)
      __builtin_prefetch (whence_bundle_text (bundle, *ids[i]));
  for (guint i = 0; i < n; i++)
    found[i] = ids[i] != NULL ? find_from (bundle, &wanted[i], hashes[i], slots[i]) : WHENCE_NONE;
}

void
whence_bundle_find_all (const WhenceBundle *bundle, const WhenceIdLookup *wanted, guint n, guint32 *found)
{
  for (guint i = 0; i < n; i += TOGETHER)
    find_together (bundle, wanted + i, MIN (TOGETHER, n - i), found + i);
}

static void
insert_hash (IdIndex *ids, guint32 hash, guint32 index)
{
  guint32 slot = hash & ids->mask;

  while (ids->slots[slot] != 0)
    slot = (slot + 1) & ids->mask;
  ids->slots[slot] = (index + 1) | mark_of (hash, ids->mask);
  ids->n++;
}

static guint32
hash_of (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  const char *id = id_of (bundle, kind, index);

  return whence_text_hash (id, strlen (id));
}

/* Those of the first @n records; slots are asked for before they are written. */
static void
insert_ids (WhenceBundle *bundle, WhenceRecordKind kind, guint32 n)
{
  IdIndex *ids = &bundle->ids[kind];
  guint32 hashes[TOGETHER];

  for (guint32 first = 0; first < n; first += TOGETHER)
    {
      guint n_here = MIN (TOGETHER, n - first);

      for (guint i = 0; i < n_here; i++)
        {
          hashes[i] = hash_of (bundle, kind, first + i);
          __builtin_prefetch (&ids->slots[hashes[i] & ids->mask], 1);
        }
      for (guint i = 0; i < n_here; i++)
        insert_hash (ids, hashes[i], first + i);
    }
}

/* A quarter of the slots at least stays free. */
static gboolean
is_full (guint32 n_slots, guint32 n)
{
  return n >= n_slots / 4 * 3;
}

/* Makes room for @n ids, and puts those of the first @n_known
 * records in. */
static void
rebuild_ids (WhenceBundle *bundle, WhenceRecordKind kind, guint32 n, guint32 n_known)
{
  IdIndex *ids = &bundle->ids[kind];
  guint32 n_slots = 16;

  while (is_full (n_slots, n))
    n_slots *= 2;
  g_clear_pointer (&ids->slots, g_atomic_rc_box_release);
  ids->slots = g_atomic_rc_box_alloc0 (sizeof (guint32) * n_slots);
  ids->mask = n_slots - 1;
  ids->n = 0;
  ids->is_shared = FALSE;
  insert_ids (bundle, kind, n_known);
}

void
whence_bundle_index_id (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  IdIndex *ids = &bundle->ids[kind];

  if (ids->is_shared || ids->slots == NULL || is_full (ids->mask + 1, ids->n + 1))
    rebuild_ids (bundle, kind, ids->n + 1, index);
  insert_hash (ids, hash_of (bundle, kind, index), index);
}

void
whence_bundle_reindex (WhenceBundle *bundle, WhenceRecordKind kind)
{
  guint32 n = whence_bundle_records (bundle, kind)->n;

  rebuild_ids (bundle, kind, n, n);
}

guint32
whence_bundle_find_source (const WhenceBundle *bundle, const char *id)
{
  return whence_bundle_find (bundle, WHENCE_RECORD_SOURCE, id, strlen (id));
}

guint32
whence_bundle_find_entity (const WhenceBundle *bundle, const char *id)
{
  return whence_bundle_find (bundle, WHENCE_RECORD_ENTITY, id, strlen (id));
}

guint32
whence_bundle_find_fact (const WhenceBundle *bundle, const char *id)
{
  return whence_bundle_find (bundle, WHENCE_RECORD_FACT, id, strlen (id));
}

WhenceString
whence_bundle_get_raw (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  const GArray *raws = bundle->raws[kind];
  guint low = 0, high = raws->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Raw *raw = &g_array_index (raws, Raw, middle);

      if (raw->index == index)
        return raw->raw;
      if (raw->index < index)
        low = middle + 1;
      else
        high = middle;
    }
  return 0;
}

/* --- What the records imply ------------------------------------------------------------------------- */

/* Calls for everybody in the fact: subject, object, the participants, with repetitions. */
static guint32
nth_party (const WhenceBundle *bundle, const PackedFact *fact, guint i)
{
  if (i == 0)
    return fact->subject;
  if (i == 1)
    return fact->object;
  return WHENCE_TABLE_AT (&bundle->participants, PackedParticipant, fact->participants.first + i - 2)->entity;
}

guint
whence_bundle_get_fact_entities (const WhenceBundle *bundle, guint32 fact, guint32 *entities, guint max)
{
  const PackedFact *packed = WHENCE_TABLE_AT (&bundle->facts, PackedFact, fact);
  guint n_parties = packed->participants.n + 2, n = 0;
  g_autoptr (GHashTable) seen = n_parties > 16 ? g_hash_table_new (NULL, NULL) : NULL;

  for (guint i = 0; i < n_parties; i++)
    {
      guint32 entity = nth_party (bundle, packed, i);
      gboolean is_new = entity != WHENCE_NONE;

      if (seen != NULL)
        is_new = is_new && g_hash_table_add (seen, GUINT_TO_POINTER (entity));
      else
        for (guint j = 0; j < i && is_new; j++)
          is_new = nth_party (bundle, packed, j) != entity;
      if (is_new && n < max)
        entities[n] = entity;
      n += is_new;
    }
  return n;
}

void
whence_bundle_list_fact_entities (const WhenceBundle *bundle, guint32 fact, GArray *entities)
{
  const PackedFact *packed = WHENCE_TABLE_AT (&bundle->facts, PackedFact, fact);
  guint n;

  g_array_set_size (entities, packed->participants.n + 2);
  n = whence_bundle_get_fact_entities (bundle, fact, (guint32 *) (gpointer) entities->data, entities->len);
  g_array_set_size (entities, n);
}

const guint32 *
whence_bundle_read_fact_entities (const WhenceBundle *bundle, guint32 fact, guint32 few[WHENCE_FEW_ENTITIES],
                                  GArray **many, guint *n_entities)
{
  *n_entities = whence_bundle_get_fact_entities (bundle, fact, few, WHENCE_FEW_ENTITIES);
  if (*n_entities <= WHENCE_FEW_ENTITIES)
    return few;
  if (*many == NULL)
    *many = g_array_new (FALSE, FALSE, sizeof (guint32));
  whence_bundle_list_fact_entities (bundle, fact, *many);
  return (const guint32 *) (gconstpointer) (*many)->data;
}

static guint
count_parties (gconstpointer bundle, guint32 fact)
{
  return WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->facts, PackedFact, fact)->participants.n + 2;
}

static guint32
nth_party_of (gconstpointer bundle, guint32 fact, guint n)
{
  return nth_party (bundle, WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->facts, PackedFact, fact), n);
}

static void
list_entity_facts (WhenceBundle *bundle)
{
  WhenceInverse inverse =
    whence_invert (bundle, bundle->facts.n, bundle->entities.n, count_parties, nth_party_of);

  g_free (bundle->entity_first);
  g_free (bundle->entity_facts);
  bundle->entity_first = inverse.first;
  bundle->entity_facts = inverse.records;
}

static void
widen_by_bound (WhenceBundle *bundle, const WhenceBound *bound)
{
  if (bound->kind != WHENCE_BOUND_GIVEN)
    return;
  bundle->earliest = MIN (bundle->earliest, bound->earliest);
  bundle->latest = MAX (bundle->latest, bound->latest);
}

static void
widen_by_date (WhenceBundle *bundle, guint32 date)
{
  const WhenceDate *d = &WHENCE_TABLE_AT (&bundle->dates, PackedDate, date)->date;

  if (d->form == WHENCE_DATE_NONE)
    return;
  widen_by_bound (bundle, &d->start);
  widen_by_bound (bundle, &d->end);
}

static void
widen_by_citations (WhenceBundle *bundle, Span citations)
{
  for (guint i = 0; i < citations.n; i++)
    {
      guint32 date = WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citations.first + i)->date;
      if (date == 0)
        continue;
      bundle->dated_citations = TRUE;
      widen_by_date (bundle, date);
    }
}

static void
find_extent (WhenceBundle *bundle)
{
  bundle->dated_citations = FALSE;
  bundle->earliest = G_MAXINT64;
  bundle->latest = G_MININT64;
  for (guint32 i = 0; i < bundle->sources.n; i++)
    {
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->sources, PackedSource, i)->published);
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->sources, PackedSource, i)->accessed);
    }
  for (guint32 i = 0; i < bundle->entities.n; i++)
    {
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i)->date);
      widen_by_citations (bundle, WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i)->citations);
    }
  for (guint32 i = 0; i < bundle->facts.n; i++)
    {
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->facts, PackedFact, i)->date);
      widen_by_citations (bundle, WHENCE_TABLE_AT (&bundle->facts, PackedFact, i)->citations);
    }
  if (bundle->earliest > bundle->latest)
    bundle->earliest = bundle->latest = 0;
}

void
whence_bundle_finish (WhenceBundle *bundle)
{
  list_entity_facts (bundle);
  find_extent (bundle);
  whence_strings_seal (&bundle->strings);
}

void
whence_bundle_finish_retold (WhenceBundle *bundle)
{
  const WhenceBundle *of = bundle->of;

  bundle->entity_first = of->entity_first;
  bundle->entity_facts = of->entity_facts;
  bundle->earliest = of->earliest;
  bundle->latest = of->latest;
  bundle->dated_citations = of->dated_citations;
  whence_strings_seal (&bundle->strings);
}
