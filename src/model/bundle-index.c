/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bundle's life: made empty or as a copy that shares its tables, indexed by id while it is filled, and
 * finished with what the records imply. Copies cost a pointer for a thousand records. */
#include "model/bundle-private.h"

#include <string.h>

static const struct
{
  gsize offset;
  guint size;
} tables[] = {
#define TABLE(name, Type)                                                                                    \
  {                                                                                                          \
    G_STRUCT_OFFSET (WhenceBundle, name), sizeof (Type)                                                      \
  }
  TABLE (sources, PackedSource),
  TABLE (entities, PackedEntity),
  TABLE (facts, PackedFact),
  TABLE (rares, PackedRare),
  TABLE (citations, PackedCitation),
  TABLE (participants, PackedParticipant),
  TABLE (relations, PackedRelation),
  TABLE (links, guint32),
  TABLE (amounts, PackedAmount),
  TABLE (shares, WhenceDecimal),
  TABLE (dates, PackedDate),
  TABLE (runs, Run),
  TABLE (strays, Stray),
#undef TABLE
};

static WhenceTable *
nth_table (const WhenceBundle *bundle, guint i)
{
  return (WhenceTable *) (gpointer) ((char *) bundle + tables[i].offset);
}

static void
free_header_member (gpointer data)
{
  HeaderMember *member = data;

  g_free (member->key);
  g_free (member->key_json);
  g_free (member->value);
}

static void
release_header_member (gpointer data)
{
  g_atomic_rc_box_release_full (data, free_header_member);
}

static void
free_problem (gpointer data)
{
  OwnedProblem *owned = data;

  g_free (owned->problem.path);
  g_free (owned->problem.message);
}

static void
release_problem (gpointer data)
{
  g_atomic_rc_box_release_full (data, free_problem);
}

HeaderMember *
whence_header_member_new (const char *key, const char *key_json, char *value, WhenceRecordKind array)
{
  HeaderMember *member = g_atomic_rc_box_new0 (HeaderMember);

  member->key = g_strdup (key);
  member->key_json = g_strdup (key_json);
  member->value = value;
  member->array = array;
  return member;
}

const HeaderMember *
whence_header_find (const WhenceBundle *bundle, const char *key)
{
  for (guint i = 0; i < bundle->header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (bundle->header, i);

      if (g_str_equal (member->key, key))
        return member;
    }
  return NULL;
}

gboolean
whence_header_has_array (const WhenceBundle *bundle, WhenceRecordKind kind)
{
  for (guint i = 0; i < bundle->header->len; i++)
    {
      const HeaderMember *member = g_ptr_array_index (bundle->header, i);

      if (member->value == NULL && member->array == kind)
        return TRUE;
    }
  return FALSE;
}

static void
copy_pointers (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_atomic_rc_box_acquire (g_ptr_array_index (from, i)));
}

static GArray *
copy_array (const GArray *from, guint element_size)
{
  GArray *copy = g_array_new (FALSE, FALSE, element_size);

  if (from != NULL && from->len > 0)
    g_array_append_vals (copy, from->data, from->len);
  return copy;
}

static void
init_empty (WhenceBundle *bundle)
{
  const WhenceFactType *fact_types;
  const WhenceEntityType *entity_types;
  guint n_types;

  whence_strings_init (&bundle->strings);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    whence_table_init (nth_table (bundle, i), tables[i].size);
  /* Index 0 of these stands for "there is none". */
  whence_table_append (&bundle->rares);
  whence_table_append (&bundle->amounts);
  whence_table_append (&bundle->shares);
  whence_table_append (&bundle->dates);
  bundle->fact_types = g_array_new (FALSE, FALSE, sizeof (WhenceFactType));
  fact_types = whence_fact_types_builtin (&n_types);
  g_array_append_vals (bundle->fact_types, fact_types, n_types);
  bundle->entity_types = g_array_new (FALSE, FALSE, sizeof (WhenceEntityType));
  entity_types = whence_entity_types_builtin (&n_types);
  g_array_append_vals (bundle->entity_types, entity_types, n_types);
}

static void
init_copy (WhenceBundle *bundle, const WhenceBundle *from)
{
  whence_strings_copy (&bundle->strings, &from->strings);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    whence_table_copy (nth_table (bundle, i), nth_table (from, i));
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    {
      bundle->ids[kind] = from->ids[kind];
      bundle->ids[kind].is_shared = TRUE;
      if (bundle->ids[kind].slots != NULL)
        g_atomic_rc_box_acquire (bundle->ids[kind].slots);
    }
  bundle->fact_types = copy_array (from->fact_types, sizeof (WhenceFactType));
  bundle->entity_types = copy_array (from->entity_types, sizeof (WhenceEntityType));
  bundle->title = g_strdup (from->title);
  bundle->summary = g_strdup (from->summary);
  bundle->language = g_strdup (from->language);
  copy_pointers (bundle->header, from->header);
  copy_pointers (bundle->problems, from->problems);
  if (from->positions != NULL)
    bundle->positions = g_atomic_rc_box_acquire (from->positions);
}

WhenceBundle *
whence_bundle_new_copy (const WhenceBundle *from)
{
  WhenceBundle *bundle = g_new0 (WhenceBundle, 1);

  bundle->references = 1;
  bundle->header = g_ptr_array_new_with_free_func (release_header_member);
  bundle->problems = g_ptr_array_new_with_free_func (release_problem);
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    bundle->raws[kind] = copy_array (from != NULL ? from->raws[kind] : NULL, sizeof (Raw));
  bundle->wraps = copy_array (from != NULL ? from->wraps : NULL, sizeof (Wrap));
  if (from != NULL)
    init_copy (bundle, from);
  else
    init_empty (bundle);
  return bundle;
}

WhenceBundle *
whence_bundle_new_empty (void)
{
  WhenceBundle *bundle = whence_bundle_new_copy (NULL);

  g_ptr_array_add (bundle->header, whence_header_member_new ("whence", "\"whence\"", g_strdup ("1"), 0));
  whence_bundle_finish (bundle);
  return bundle;
}

void
whence_bundle_unref (WhenceBundle *bundle)
{
  if (bundle == NULL || !g_atomic_int_dec_and_test (&bundle->references))
    return;
  whence_strings_clear (&bundle->strings);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    whence_table_clear (nth_table (bundle, i));
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    {
      g_clear_pointer (&bundle->ids[kind].slots, g_atomic_rc_box_release);
      g_array_unref (bundle->raws[kind]);
    }
  g_clear_pointer (&bundle->entity_first, g_free);
  g_clear_pointer (&bundle->entity_facts, g_free);
  g_clear_pointer (&bundle->positions, g_atomic_rc_box_release);
  g_array_unref (bundle->fact_types);
  g_array_unref (bundle->entity_types);
  g_array_unref (bundle->wraps);
  g_ptr_array_unref (bundle->header);
  g_ptr_array_unref (bundle->problems);
  g_free (bundle->title);
  g_free (bundle->summary);
  g_free (bundle->language);
  g_free (bundle);
}

/* --- Ids -------------------------------------------------------------------------------------------- */

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

guint32
whence_bundle_find (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id, gsize length)
{
  const IdIndex *ids = &bundle->ids[kind];

  if (ids->slots == NULL)
    return WHENCE_NONE;
  for (guint32 slot = whence_text_hash (id, length) & ids->mask; ids->slots[slot] != 0;
       slot = (slot + 1) & ids->mask)
    {
      const char *known = id_of (bundle, kind, ids->slots[slot] - 1);

      if (strncmp (known, id, length) == 0 && known[length] == '\0')
        return ids->slots[slot] - 1;
    }
  return WHENCE_NONE;
}

static void
insert_id (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  IdIndex *ids = &bundle->ids[kind];
  const char *id = id_of (bundle, kind, index);
  guint32 slot = whence_text_hash (id, strlen (id)) & ids->mask;

  while (ids->slots[slot] != 0)
    slot = (slot + 1) & ids->mask;
  ids->slots[slot] = index + 1;
  ids->n++;
}

/* Makes room for @n ids and puts those of the first @n_known records in. */
static void
rebuild_ids (WhenceBundle *bundle, WhenceRecordKind kind, guint32 n, guint32 n_known)
{
  IdIndex *ids = &bundle->ids[kind];
  guint32 n_slots = 16;

  while (n_slots / 2 < n)
    n_slots *= 2;
  g_clear_pointer (&ids->slots, g_atomic_rc_box_release);
  ids->slots = g_atomic_rc_box_alloc0 (sizeof (guint32) * n_slots);
  ids->mask = n_slots - 1;
  ids->n = 0;
  ids->is_shared = FALSE;
  for (guint32 i = 0; i < n_known; i++)
    insert_id (bundle, kind, i);
}

void
whence_bundle_index_id (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index)
{
  IdIndex *ids = &bundle->ids[kind];

  if (ids->is_shared || ids->slots == NULL || ids->n > ids->mask / 2)
    rebuild_ids (bundle, kind, ids->n * 2, index);
  insert_id (bundle, kind, index);
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

/* Counts, or with @facts fills in, the facts of each entity; @last keeps the last fact seen of each. */
static void
visit_entity_facts (const WhenceBundle *bundle, guint32 *last, guint32 *at, guint32 *facts)
{
  memset (last, 0xff, sizeof (guint32) * bundle->entities.n);
  for (guint32 i = 0; i < bundle->facts.n; i++)
    {
      const PackedFact *fact = WHENCE_TABLE_AT (&bundle->facts, PackedFact, i);

      for (guint j = 0; j < fact->participants.n + 2; j++)
        {
          guint32 entity = nth_party (bundle, fact, j);

          if (entity == WHENCE_NONE || last[entity] == i)
            continue;
          last[entity] = i;
          if (facts != NULL)
            facts[at[entity]] = i;
          at[entity]++;
        }
    }
}

static void
list_entity_facts (WhenceBundle *bundle)
{
  guint32 n = bundle->entities.n, sum = 0;
  g_autofree guint32 *last = g_new (guint32, n + 1);
  g_autofree guint32 *at = g_new0 (guint32, n + 1);

  g_free (bundle->entity_first);
  g_free (bundle->entity_facts);
  bundle->entity_first = g_new (guint32, n + 1);
  visit_entity_facts (bundle, last, at, NULL);
  for (guint32 i = 0; i <= n; i++)
    {
      guint32 count = at[i];

      bundle->entity_first[i] = at[i] = sum;
      sum += count;
    }
  bundle->entity_facts = g_new (guint32, sum + 1);
  visit_entity_facts (bundle, last, at, bundle->entity_facts);
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
    widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citations.first + i)->date);
}

static void
find_extent (WhenceBundle *bundle)
{
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
