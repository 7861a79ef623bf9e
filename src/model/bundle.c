/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a bundle says of the whole: its title, how many records of each kind, the types of its facts and
 * entities, problems, saved places. Constant time each, but for asking whether there are any places, and
 * safe from any thread. */
#include "model/bundle-private.h"

#include <math.h>

WhenceBundle *
whence_bundle_ref (WhenceBundle *bundle)
{
  g_atomic_int_inc (&bundle->references);
  return bundle;
}

const char *
whence_bundle_get_title (const WhenceBundle *bundle)
{
  return bundle->title;
}

const char *
whence_bundle_get_summary (const WhenceBundle *bundle)
{
  return bundle->summary;
}

const char *
whence_bundle_get_language (const WhenceBundle *bundle)
{
  return bundle->language;
}

guint
whence_bundle_get_n_sources (const WhenceBundle *bundle)
{
  return bundle->sources.n;
}

guint
whence_bundle_get_n_entities (const WhenceBundle *bundle)
{
  return bundle->entities.n;
}

guint
whence_bundle_get_n_facts (const WhenceBundle *bundle)
{
  return bundle->facts.n;
}

guint
whence_bundle_get_n_dates (const WhenceBundle *bundle)
{
  return bundle->dates.n;
}

const WhenceDate *
whence_bundle_get_nth_date (const WhenceBundle *bundle, guint i)
{
  return &WHENCE_TABLE_AT (&bundle->dates, PackedDate, i)->date;
}

gboolean
whence_bundle_has_dated_citations (const WhenceBundle *bundle)
{
  return bundle->derived->dated_citations;
}

gint64
whence_bundle_get_earliest_instant (const WhenceBundle *bundle)
{
  return bundle->derived->earliest;
}

gint64
whence_bundle_get_latest_instant (const WhenceBundle *bundle)
{
  return bundle->derived->latest;
}

guint
whence_bundle_get_n_fact_types (const WhenceBundle *bundle)
{
  return bundle->fact_types->len;
}

const WhenceFactType *
whence_bundle_get_nth_fact_type (const WhenceBundle *bundle, guint i)
{
  g_assert (i < bundle->fact_types->len);
  return &g_array_index (bundle->fact_types, WhenceFactType, i);
}

guint
whence_bundle_get_n_entity_types (const WhenceBundle *bundle)
{
  return bundle->entity_types->len;
}

const WhenceEntityType *
whence_bundle_get_nth_entity_type (const WhenceBundle *bundle, guint i)
{
  g_assert (i < bundle->entity_types->len);
  return &g_array_index (bundle->entity_types, WhenceEntityType, i);
}

const WhenceProblem *const *
whence_bundle_get_problems (const WhenceBundle *bundle, guint *n_problems)
{
  *n_problems = bundle->problems->len;
  return (const WhenceProblem *const *) bundle->problems->pdata;
}

WhenceRecordKind
whence_bundle_get_problem_record (const WhenceBundle *bundle, guint i, guint32 *index)
{
  const OwnedProblem *owned = g_ptr_array_index (bundle->problems, i);

  *index = WHENCE_NONE;
  if (owned->kind == RUN_STRAYS)
    return (WhenceRecordKind) WHENCE_TABLE_AT (&bundle->strays, Stray, owned->index)->kind;
  if (owned->kind != WHENCE_RECORD_HEADER)
    *index = owned->index;
  return (WhenceRecordKind) owned->kind;
}

gboolean
whence_bundle_get_position (const WhenceBundle *bundle, guint32 entity, double *x, double *y)
{
  g_assert (entity < bundle->entities.n);
  if (bundle->positions == NULL || isnan (bundle->positions[2 * entity]))
    return FALSE;
  *x = bundle->positions[2 * entity];
  *y = bundle->positions[2 * entity + 1];
  return TRUE;
}

gboolean
whence_bundle_has_positions (const WhenceBundle *bundle)
{
  for (guint i = 0; bundle->positions != NULL && i < bundle->entities.n; i++)
    if (!isnan (bundle->positions[2 * i]))
      return TRUE;
  return FALSE;
}
