/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records by id: open addressing. A slot has room for more than the number of a record: the rest of it
 * holds bits of the id's hash, so that hardly any other id is ever fetched from memory. */
#include "model/bundle-private.h"

#include <string.h>

#define TOGETHER 64 /* ids whose memory is asked for before the first is read */

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
