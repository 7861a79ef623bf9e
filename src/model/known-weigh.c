/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Weighs the records of a bundle by a date: the sources, then the facts by the citations in their support,
 * then the entities by their facts. Linear in the citations; only the few members that decide are looked at.
 */
#include "model/known-by-private.h"

#define STRIDE 16384 /* records between looks at the cancellable */

static WhenceActivity
weigh_source (const WhenceKnownBy *known_by, guint32 source)
{
  WhenceSource record;
  WhenceActivity published;

  whence_bundle_get_source (known_by->bundle, source, &record);
  published = whence_date_before_cutoff (&record.published.date, known_by->cutoff);
  if (published == WHENCE_ACTIVITY_POSSIBLE
      && whence_date_before_cutoff (&record.accessed.date, known_by->cutoff) == WHENCE_ACTIVITY_CERTAIN)
    return WHENCE_ACTIVITY_CERTAIN;
  return published;
}

/* What cannot be dated was known once it can have begun; what looks ahead, before. */
static WhenceActivity
weigh_undated (const WhenceKnownBy *known_by, guint32 fact, const WhenceDate *date)
{
  if (whence_date_before_cutoff (date, known_by->cutoff) != WHENCE_ACTIVITY_NOT)
    return WHENCE_ACTIVITY_POSSIBLE;
  return whence_fact_looks_ahead (known_by->bundle, fact) ? WHENCE_ACTIVITY_POSSIBLE : WHENCE_ACTIVITY_NOT;
}

WhenceActivity
whence_known_by_weigh_fact_citation (const WhenceKnownBy *known_by, guint32 fact, guint i)
{
  const WhenceBundle *bundle = known_by->bundle;
  WhenceActivity source =
    whence_known_by_get_source (known_by, whence_bundle_get_citation_source (bundle, fact, i));
  const WhenceDate *date;

  if (source != WHENCE_ACTIVITY_POSSIBLE)
    return source;
  date = whence_bundle_get_citation_date (bundle, fact, i);
  return weigh_undated (known_by, fact,
                        date->form != WHENCE_DATE_NONE ? date : whence_bundle_get_fact_date (bundle, fact));
}

static WhenceActivity
weigh_fact (const WhenceKnownBy *known_by, guint32 fact)
{
  guint n = whence_bundle_get_n_fact_citations (known_by->bundle, fact);
  WhenceActivity best = WHENCE_ACTIVITY_NOT;
  gboolean supported = FALSE;

  for (guint i = 0; i < n; i++)
    if (!whence_bundle_does_citation_dispute (known_by->bundle, fact, i))
      {
        supported = TRUE;
        best = MAX (best, whence_known_by_weigh_fact_citation (known_by, fact, i));
      }
  return supported ? best
                   : weigh_undated (known_by, fact, whence_bundle_get_fact_date (known_by->bundle, fact));
}

static WhenceActivity
weigh_entity_source (const WhenceKnownBy *known_by, const WhenceEntity *entity, guint32 source)
{
  WhenceActivity weight = whence_known_by_get_source (known_by, source);

  if (weight != WHENCE_ACTIVITY_POSSIBLE)
    return weight;
  return MIN (WHENCE_ACTIVITY_POSSIBLE, whence_date_before_cutoff (&entity->dated.date, known_by->cutoff));
}

WhenceActivity
whence_known_by_weigh_entity_citation (const WhenceKnownBy *known_by, guint32 entity, guint i)
{
  WhenceCitation citation;
  WhenceEntity record;

  whence_bundle_get_entity (known_by->bundle, entity, &record);
  whence_bundle_get_entity_citation (known_by->bundle, entity, i, &citation);
  return weigh_entity_source (known_by, &record, citation.source);
}

/* Those of @entity alone. */
static WhenceActivity
weigh_profile (const WhenceKnownBy *known_by, guint32 entity, const WhenceEntity *record, gboolean *supported)
{
  WhenceActivity best = WHENCE_ACTIVITY_NOT;

  *supported = FALSE;
  for (guint i = 0; i < record->n_citations; i++)
    {
      WhenceCitation citation;

      whence_bundle_get_entity_citation (known_by->bundle, entity, i, &citation);
      if (citation.disputes)
        continue;
      *supported = TRUE;
      best = MAX (best, weigh_entity_source (known_by, record, citation.source));
    }
  return best;
}

/* After the facts. */
static void
weigh_entity (const WhenceKnownBy *known_by, guint32 entity)
{
  gboolean supported;
  WhenceEntity record;
  WhenceActivity profile, best;
  guint n_facts;
  const guint32 *facts = whence_bundle_get_entity_facts (known_by->bundle, entity, &n_facts);

  whence_bundle_get_entity (known_by->bundle, entity, &record);
  best = profile = weigh_profile (known_by, entity, &record, &supported);
  for (guint i = 0; i < n_facts && best != WHENCE_ACTIVITY_CERTAIN; i++)
    best = MAX (best, whence_known_by_get_fact (known_by, facts[i]));
  if (n_facts == 0 && !supported)
    best = MIN (WHENCE_ACTIVITY_POSSIBLE, whence_date_before_cutoff (&record.dated.date, known_by->cutoff));
  known_by->entities[entity] = (guint8) best;
  known_by->profiles[entity] = (guint8) (supported ? profile : best);
}

gboolean
whence_known_by_weigh_records (WhenceKnownBy *known_by, GCancellable *cancellable)
{
  guint n_sources = whence_bundle_get_n_sources (known_by->bundle);
  guint n_facts = whence_bundle_get_n_facts (known_by->bundle);
  guint n_entities = whence_bundle_get_n_entities (known_by->bundle);

  for (guint32 i = 0; i < n_sources; i++)
    known_by->sources[i] = (guint8) weigh_source (known_by, i);
  for (guint32 i = 0; i < n_facts; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      known_by->facts[i] = (guint8) weigh_fact (known_by, i);
    }
  for (guint32 i = 0; i < n_entities; i++)
    {
      if (i % STRIDE == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      weigh_entity (known_by, i);
    }
  return !g_cancellable_is_cancelled (cancellable);
}
