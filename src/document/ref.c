/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * References to facts, entities and sources, and their way from one state of a bundle to another. Constant
 * time for each. */
#include "document/ref.h"

WhenceRef
whence_ref_record (WhenceRecordKind record, guint32 index)
{
  static const WhenceRefKind kinds[] = { [WHENCE_RECORD_HEADER] = WHENCE_REF_NONE,
                                         [WHENCE_RECORD_SOURCE] = WHENCE_REF_SOURCE,
                                         [WHENCE_RECORD_ENTITY] = WHENCE_REF_ENTITY,
                                         [WHENCE_RECORD_FACT] = WHENCE_REF_FACT };

  return record == WHENCE_RECORD_HEADER || index == WHENCE_NONE ? WHENCE_REF_NOTHING
                                                                : (WhenceRef){ kinds[record], index };
}

static const guint32 *
get_facts (const WhenceRef *ref, const WhenceBundle *bundle, guint *n_facts)
{
  *n_facts = ref->kind == WHENCE_REF_FACT;
  if (ref->kind == WHENCE_REF_ENTITY)
    return whence_bundle_get_entity_facts (bundle, ref->index, n_facts);
  if (ref->kind == WHENCE_REF_SOURCE)
    return whence_bundle_get_source_facts (bundle, ref->index, n_facts);
  return &ref->index;
}

GArray *
whence_ref_list_facts (WhenceRef ref, const WhenceBundle *bundle, const WhenceKnownBy *known_by)
{
  guint n_facts;
  const guint32 *facts = get_facts (&ref, bundle, &n_facts);
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_facts);

  for (guint i = 0; i < n_facts; i++)
    if (whence_known_by_get_fact (known_by, facts[i]) != WHENCE_ACTIVITY_NOT
        && (known_by == NULL || ref.kind != WHENCE_REF_SOURCE
            || whence_known_by_fact_cites (known_by, bundle, facts[i], ref.index)))
      g_array_append_val (list, facts[i]);
  return list;
}

GArray *
whence_ref_list_entities (WhenceRef ref, const WhenceBundle *bundle, const WhenceKnownBy *known_by)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint32 *entities;
  guint n;

  if (ref.kind != WHENCE_REF_SOURCE)
    return list;
  entities = whence_bundle_get_source_entities (bundle, ref.index, &n);
  for (guint i = 0; i < n; i++)
    if (whence_known_by_entity_cites (known_by, bundle, entities[i], ref.index))
      g_array_append_val (list, entities[i]);
  return list;
}

static char *
dup_title (const WhenceBundle *bundle, guint32 index)
{
  WhenceSource source;

  whence_bundle_get_source (bundle, index, &source);
  return g_strdup (source.title);
}

char *
whence_ref_describe (WhenceRef ref, const WhenceBundle *bundle)
{
  switch (ref.kind)
    {
    case WHENCE_REF_FACT:
      return whence_bundle_describe_fact (bundle, ref.index);
    case WHENCE_REF_ENTITY:
      return g_strdup (whence_bundle_get_entity_name (bundle, ref.index));
    case WHENCE_REF_SOURCE:
      return dup_title (bundle, ref.index);
    case WHENCE_REF_NONE:
    case WHENCE_REF_GROUP:
    case WHENCE_REF_LANE:
    case WHENCE_REF_EMPTY:
    case WHENCE_REF_SHELF:
    default:
      return NULL;
    }
}

WhenceRef
whence_ref_translate (WhenceRef ref, const WhenceBundle *from, const WhenceBundle *to)
{
  WhenceFact fact;
  WhenceEntity entity;
  WhenceSource source;

  switch (ref.kind)
    {
    case WHENCE_REF_FACT:
      whence_bundle_get_fact (from, ref.index, &fact);
      return whence_ref_fact (whence_bundle_find_fact (to, fact.id));
    case WHENCE_REF_ENTITY:
      whence_bundle_get_entity (from, ref.index, &entity);
      return whence_ref_entity (whence_bundle_find_entity (to, entity.id));
    case WHENCE_REF_SOURCE:
      whence_bundle_get_source (from, ref.index, &source);
      return whence_ref_source (whence_bundle_find_source (to, source.id));
    case WHENCE_REF_NONE:
    case WHENCE_REF_GROUP:
    case WHENCE_REF_LANE:
    case WHENCE_REF_EMPTY:
    case WHENCE_REF_SHELF:
    default:
      return WHENCE_REF_NOTHING;
    }
}

GArray *
whence_refs_translate (const GArray *refs, WhenceTranslation *translation)
{
  static const WhenceRecordKind records[] = { [WHENCE_REF_FACT] = WHENCE_RECORD_FACT,
                                              [WHENCE_REF_ENTITY] = WHENCE_RECORD_ENTITY,
                                              [WHENCE_REF_SOURCE] = WHENCE_RECORD_SOURCE };
  GArray *translated = g_array_sized_new (FALSE, FALSE, sizeof (WhenceRef), refs->len);

  for (guint i = 0; i < refs->len; i++)
    {
      WhenceRef ref = g_array_index (refs, WhenceRef, i);

      if (ref.kind != WHENCE_REF_FACT && ref.kind != WHENCE_REF_ENTITY && ref.kind != WHENCE_REF_SOURCE)
        continue;
      ref.index = whence_translation_get (translation, records[ref.kind], ref.index);
      if (ref.index != WHENCE_NONE)
        g_array_append_val (translated, ref);
    }
  return translated;
}
