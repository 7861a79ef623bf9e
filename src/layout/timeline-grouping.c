/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lane a fact is in, and in which order lanes come: those with more dated facts first, so that the main
 * characters of a story stand at the top; whatever belongs nowhere comes last. Depends on the bundle alone,
 * so that lanes keep their order when the view moves. O(facts). */
#include "layout/timeline-grouping.h"

#include <glib/gi18n-lib.h>

/* A window narrower than this has no room for a column of headers. */
#define NARROW 480.0

static GHashTable *
index_types (const WhenceBundle *bundle, WhenceGrouping kind, guint *n_types)
{
  GHashTable *types = g_hash_table_new (NULL, NULL);
  *n_types = kind == WHENCE_GROUP_FACT_TYPE ? whence_bundle_get_n_fact_types (bundle)
                                            : whence_bundle_get_n_entity_types (bundle);
  for (guint i = 0; i < *n_types; i++)
    {
      gconstpointer type = kind == WHENCE_GROUP_FACT_TYPE
                             ? (gconstpointer) whence_bundle_get_nth_fact_type (bundle, i)
                             : (gconstpointer) whence_bundle_get_nth_entity_type (bundle, i);
      g_hash_table_insert (types, (gpointer) type, GUINT_TO_POINTER (i));
    }
  return types;
}

static guint32
main_entity (const WhenceBundle *bundle, guint32 fact)
{
  guint32 subject, object, entity = WHENCE_NONE;
  whence_bundle_get_fact_pair (bundle, fact, &subject, &object);
  if (subject != WHENCE_NONE)
    return subject;
  return whence_bundle_get_fact_entities (bundle, fact, &entity, 1) > 0 ? entity : WHENCE_NONE;
}

static guint
key_of_type (const WhenceLaneGrouping *grouping, gconstpointer type)
{
  gpointer key;
  return g_hash_table_lookup_extended (grouping->types, type, NULL, &key) ? GPOINTER_TO_UINT (key)
                                                                          : grouping->n_keys - 1;
}

/* In the lane of one of its sources, what several say would seem to be said by that one alone. */
static guint
key_of_sources (const WhenceLaneGrouping *grouping, guint32 fact)
{
  guint none = grouping->n_keys - 1, several = none - 1, key = none;
  WhenceFact record;
  WhenceCitation citation;
  whence_bundle_get_fact (grouping->bundle, fact, &record);
  for (guint i = 0; i < record.n_citations && key != several; i++)
    {
      whence_bundle_get_fact_citation (grouping->bundle, fact, i, &citation);
      if (whence_scope_counts (grouping->scope, fact, i) && citation.source != WHENCE_NONE
          && citation.source != key)
        key = key == none ? citation.source : several;
    }
  return key;
}

static guint
key_of_fact (const WhenceLaneGrouping *grouping, guint32 fact)
{
  const WhenceBundle *bundle = grouping->bundle;
  guint none = grouping->n_keys - 1;
  guint32 entity;
  switch (grouping->kind)
    {
    case WHENCE_GROUP_ENTITY:
      entity = main_entity (bundle, fact);
      return entity == WHENCE_NONE ? none : entity;
    case WHENCE_GROUP_ENTITY_TYPE:
      entity = main_entity (bundle, fact);
      return entity == WHENCE_NONE ? none
                                   : key_of_type (grouping, whence_bundle_get_entity_type (bundle, entity));
    case WHENCE_GROUP_FACT_TYPE:
      return key_of_type (grouping, whence_bundle_get_fact_type (bundle, fact));
    case WHENCE_GROUP_SOURCE:
      return key_of_sources (grouping, fact);
    case WHENCE_GROUP_NONE:
    default:
      return none;
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *counts = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  if (counts[i] != counts[j])
    return counts[i] > counts[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
rank_keys (WhenceLaneGrouping *grouping)
{
  guint n = grouping->n_keys;
  g_autofree guint *counts = g_new0 (guint, n);
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (grouping->bundle); fact++)
    if (whence_bundle_get_fact_date (grouping->bundle, fact)->form != WHENCE_DATE_NONE
        && whence_known_by_get_fact (whence_scope_get_known_by (grouping->scope), fact)
             != WHENCE_ACTIVITY_NOT)
      counts[key_of_fact (grouping, fact)]++;
  for (guint key = 0; key < n; key++)
    grouping->key_of_rank[key] = key;
  /* "Everything else" is the last key and stays the last lane. */
  g_qsort_with_data (grouping->key_of_rank, (int) n - 1, sizeof (guint), compare_keys, counts);
  for (guint rank = 0; rank < n; rank++)
    grouping->rank_of_key[grouping->key_of_rank[rank]] = rank;
}

void
whence_lane_grouping_init (WhenceLaneGrouping *grouping, const WhenceScope *scope, WhenceGrouping kind)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint n = 0;
  *grouping = (WhenceLaneGrouping){ .kind = kind, .scope = scope, .bundle = bundle };
  if (kind == WHENCE_GROUP_ENTITY)
    n = whence_bundle_get_n_entities (bundle);
  else if (kind == WHENCE_GROUP_SOURCE)
    n = whence_bundle_get_n_sources (bundle) + 1;
  else if (kind == WHENCE_GROUP_FACT_TYPE || kind == WHENCE_GROUP_ENTITY_TYPE)
    grouping->types = index_types (bundle, kind, &n);
  grouping->n_keys = n + 1;
  grouping->rank_of_key = g_new0 (guint, grouping->n_keys);
  grouping->key_of_rank = g_new0 (guint, grouping->n_keys);
  if (kind != WHENCE_GROUP_NONE)
    rank_keys (grouping);
}

void
whence_lane_grouping_clear (WhenceLaneGrouping *grouping)
{
  g_free (grouping->rank_of_key);
  g_free (grouping->key_of_rank);
  g_clear_pointer (&grouping->types, g_hash_table_unref);
}

guint
whence_lane_grouping_get_rank (const WhenceLaneGrouping *grouping, guint32 fact)
{
  return grouping->rank_of_key[key_of_fact (grouping, fact)];
}

const char *
whence_lane_grouping_get_name (const WhenceLaneGrouping *grouping, guint rank)
{
  guint key = grouping->key_of_rank[rank];
  gboolean none = key == grouping->n_keys - 1;
  WhenceSource source;
  switch (grouping->kind)
    {
    case WHENCE_GROUP_ENTITY:
      return none ? _ ("Nobody in particular") : whence_bundle_get_entity_name (grouping->bundle, key);
    case WHENCE_GROUP_ENTITY_TYPE:
      return none ? _ ("Nobody in particular")
                  : whence_entity_type_label (whence_bundle_get_nth_entity_type (grouping->bundle, key));
    case WHENCE_GROUP_FACT_TYPE:
      return none ? _ ("Other")
                  : whence_fact_type_label (whence_bundle_get_nth_fact_type (grouping->bundle, key));
    case WHENCE_GROUP_SOURCE:
      if (none)
        return _ ("No source");
      if (key == grouping->n_keys - 2)
        return _ ("Several sources");
      whence_bundle_get_source (grouping->bundle, key, &source);
      return source.title;
    case WHENCE_GROUP_NONE:
    default:
      return NULL;
    }
}

const char *
whence_lane_grouping_get_id (const WhenceLaneGrouping *grouping, guint rank)
{
  guint key = grouping->key_of_rank[rank];
  WhenceEntity entity;
  WhenceSource source;
  if (key == grouping->n_keys - 1)
    return " none";
  switch (grouping->kind)
    {
    case WHENCE_GROUP_ENTITY:
      whence_bundle_get_entity (grouping->bundle, key, &entity);
      return entity.id;
    case WHENCE_GROUP_ENTITY_TYPE:
      return whence_bundle_get_nth_entity_type (grouping->bundle, key)->name;
    case WHENCE_GROUP_FACT_TYPE:
      return whence_bundle_get_nth_fact_type (grouping->bundle, key)->name;
    case WHENCE_GROUP_SOURCE:
      if (key == grouping->n_keys - 2)
        return " several";
      whence_bundle_get_source (grouping->bundle, key, &source);
      return source.id;
    case WHENCE_GROUP_NONE:
    default:
      return " none";
    }
}

static guint
find_type (const WhenceLaneGrouping *grouping, const char *name)
{
  for (guint rank = 0; rank + 1 < grouping->n_keys; rank++)
    if (g_str_equal (whence_lane_grouping_get_id (grouping, rank), name))
      return rank;
  return WHENCE_NONE;
}

guint
whence_lane_grouping_find (const WhenceLaneGrouping *grouping, const char *id)
{
  guint32 key = WHENCE_NONE;
  if (g_str_equal (id, " none"))
    return grouping->rank_of_key[grouping->n_keys - 1];
  if (grouping->kind == WHENCE_GROUP_ENTITY)
    key = whence_bundle_find_entity (grouping->bundle, id);
  else if (grouping->kind == WHENCE_GROUP_SOURCE)
    key =
      g_str_equal (id, " several") ? grouping->n_keys - 2 : whence_bundle_find_source (grouping->bundle, id);
  else if (grouping->types != NULL)
    return find_type (grouping, id);
  return key == WHENCE_NONE ? WHENCE_NONE : grouping->rank_of_key[key];
}

double
whence_lane_gutter (WhenceGrouping kind, double width)
{
  return kind == WHENCE_GROUP_NONE || width < NARROW ? 0 : CLAMP (width * 0.195, 96, 168);
}
