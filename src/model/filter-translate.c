/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A filter for the next state of a story, in which records may have other indices. */
#include "model/filter-private.h"

static guint32
translate_fact_type (const WhenceBundle *from, const WhenceBundle *to, guint32 value)
{
  const char *name = whence_bundle_get_nth_fact_type (from, value)->name;

  for (guint i = 0; i < whence_bundle_get_n_fact_types (to); i++)
    if (g_str_equal (whence_bundle_get_nth_fact_type (to, i)->name, name))
      return i;
  return WHENCE_NONE;
}

static guint32
translate_entity_type (const WhenceBundle *from, const WhenceBundle *to, guint32 value)
{
  const char *name = whence_bundle_get_nth_entity_type (from, value)->name;

  for (guint i = 0; i < whence_bundle_get_n_entity_types (to); i++)
    if (g_str_equal (whence_bundle_get_nth_entity_type (to, i)->name, name))
      return i;
  return WHENCE_NONE;
}

static guint32
translate_entity (const WhenceBundle *from, const WhenceBundle *to, guint32 value)
{
  WhenceEntity entity;

  whence_bundle_get_entity (from, value, &entity);
  return whence_bundle_find_entity (to, entity.id);
}

static guint32
translate_source (const WhenceBundle *from, const WhenceBundle *to, guint32 value)
{
  WhenceSource source;

  whence_bundle_get_source (from, value, &source);
  return whence_bundle_find_source (to, source.id);
}

static guint32
keep_value (const WhenceBundle *from, const WhenceBundle *to, guint32 value)
{
  return value;
}

WhenceFilter *
whence_filter_translate (const WhenceFilter *filter, const WhenceBundle *from, const WhenceBundle *to)
{
  static guint32 (*const translate[WHENCE_N_FACETS]) (const WhenceBundle *, const WhenceBundle *, guint32) = {
    [WHENCE_FACET_FACT_TYPE] = translate_fact_type,
    [WHENCE_FACET_ENTITY_TYPE] = translate_entity_type,
    [WHENCE_FACET_ENTITY] = translate_entity,
    [WHENCE_FACET_SOURCE] = translate_source,
    [WHENCE_FACET_SUPPORT] = keep_value,
    [WHENCE_FACET_DATED] = keep_value,
  };
  WhenceFilter *other = whence_filter_new ();

  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    for (guint i = 0; i < filter->values[f]->len; i++)
      {
        guint32 value = translate[f](from, to, g_array_index (filter->values[f], guint32, i));
        if (value != WHENCE_NONE)
          whence_filter_add_value (other, f, value);
      }
  for (guint i = 0; i < filter->amounts->len; i++)
    whence_filter_add_range (other, g_array_index (filter->amounts, WhenceAmountRange, i));
  return other;
}
