/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A byte for each source and fact, and two for each entity. Linear in the citations, once. */
#include "model/known-by.h"

#include <glib/gi18n-lib.h>

#include "model/known-records.h"

struct _WhenceKnownBy
{
  gatomicrefcount references;
  WhenceBundle *bundle;
  WhenceBundle *told; /* the same as it was told by then */
  char *date;
  WhenceCutoff cutoff;
  guint8 *sources, *facts, *entities, *profiles; /* WhenceActivity */
};

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

gboolean
whence_fact_looks_ahead (const WhenceFact *fact)
{
  return fact->negated || fact->status == WHENCE_STATUS_PLANNED || fact->status == WHENCE_STATUS_SPECULATED
         || fact->status == WHENCE_STATUS_DENIED;
}

/* What cannot be dated was known once it can have begun. */
static WhenceActivity
weigh_undated (const WhenceKnownBy *known_by, const WhenceFact *fact, const WhenceDate *date)
{
  return whence_fact_looks_ahead (fact)
           ? WHENCE_ACTIVITY_POSSIBLE
           : MIN (WHENCE_ACTIVITY_POSSIBLE, whence_date_before_cutoff (date, known_by->cutoff));
}

static WhenceActivity
weigh_citation (const WhenceKnownBy *known_by, const WhenceFact *fact, const WhenceCitation *citation)
{
  gboolean differs = citation->dated.date.form != WHENCE_DATE_NONE;
  WhenceActivity source = whence_known_by_get_source (known_by, citation->source);

  if (source != WHENCE_ACTIVITY_POSSIBLE)
    return source;
  return weigh_undated (known_by, fact, differs ? &citation->dated.date : &fact->dated.date);
}

static WhenceActivity
weigh_fact (const WhenceKnownBy *known_by, guint32 fact)
{
  WhenceActivity best = WHENCE_ACTIVITY_NOT;
  gboolean supported = FALSE;
  WhenceFact record;

  whence_bundle_get_fact (known_by->bundle, fact, &record);
  for (guint i = 0; i < record.n_citations; i++)
    {
      WhenceCitation citation;

      whence_bundle_get_fact_citation (known_by->bundle, fact, i, &citation);
      if (citation.disputes)
        continue;
      supported = TRUE;
      best = MAX (best, weigh_citation (known_by, &record, &citation));
    }
  return supported ? best : weigh_undated (known_by, &record, &record.dated.date);
}

static WhenceActivity
weigh_entity_citation (const WhenceKnownBy *known_by, const WhenceEntity *entity,
                       const WhenceCitation *citation)
{
  WhenceActivity source = whence_known_by_get_source (known_by, citation->source);

  if (source != WHENCE_ACTIVITY_POSSIBLE)
    return source;
  return MIN (WHENCE_ACTIVITY_POSSIBLE, whence_date_before_cutoff (&entity->dated.date, known_by->cutoff));
}

/* Those of @entity alone. */
static WhenceActivity
weigh_profile (const WhenceKnownBy *known_by, guint32 entity, gboolean *supported)
{
  WhenceActivity best = WHENCE_ACTIVITY_NOT;
  WhenceEntity record;

  whence_bundle_get_entity (known_by->bundle, entity, &record);
  *supported = FALSE;
  for (guint i = 0; i < record.n_citations; i++)
    {
      WhenceCitation citation;

      whence_bundle_get_entity_citation (known_by->bundle, entity, i, &citation);
      if (citation.disputes)
        continue;
      *supported = TRUE;
      best = MAX (best, weigh_entity_citation (known_by, &record, &citation));
    }
  return best;
}

/* After the facts. */
static void
weigh_entity (const WhenceKnownBy *known_by, guint32 entity)
{
  gboolean supported;
  WhenceActivity profile = weigh_profile (known_by, entity, &supported), best = profile;
  guint n_facts;
  const guint32 *facts = whence_bundle_get_entity_facts (known_by->bundle, entity, &n_facts);

  for (guint i = 0; i < n_facts && best != WHENCE_ACTIVITY_CERTAIN; i++)
    best = MAX (best, whence_known_by_get_fact (known_by, facts[i]));
  if (n_facts == 0 && !supported)
    {
      WhenceEntity record;

      whence_bundle_get_entity (known_by->bundle, entity, &record);
      best = MIN (WHENCE_ACTIVITY_POSSIBLE, whence_date_before_cutoff (&record.dated.date, known_by->cutoff));
    }
  known_by->entities[entity] = (guint8) best;
  known_by->profiles[entity] = (guint8) (supported ? profile : best);
}

static gboolean
read_date (const char *text, WhenceCutoff *cutoff, GError **error)
{
  WhenceDate date;

  if (!whence_date_parse (text, &date, error))
    return FALSE;
  if (whence_date_get_cutoff (&date, cutoff))
    return TRUE;
  g_set_error_literal (error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_RANGE, _ ("The date has no end"));
  return FALSE;
}

gboolean
whence_known_by_accepts (const char *date, GError **error)
{
  WhenceCutoff cutoff;

  return read_date (date, &cutoff, error);
}

WhenceKnownBy *
whence_known_by_new (WhenceBundle *bundle, const char *date, GError **error)
{
  guint n_sources = whence_bundle_get_n_sources (bundle), n_facts = whence_bundle_get_n_facts (bundle);
  guint n_entities = whence_bundle_get_n_entities (bundle);
  WhenceKnownBy *known_by;
  WhenceCutoff cutoff;

  if (!read_date (date, &cutoff, error))
    return NULL;
  known_by = g_new0 (WhenceKnownBy, 1);
  g_atomic_ref_count_init (&known_by->references);
  known_by->bundle = whence_bundle_ref (bundle);
  known_by->date = g_strdup (date);
  known_by->cutoff = cutoff;
  known_by->sources = g_new (guint8, MAX (1, n_sources));
  known_by->facts = g_new (guint8, MAX (1, n_facts));
  known_by->entities = g_new (guint8, MAX (1, n_entities));
  known_by->profiles = g_new (guint8, MAX (1, n_entities));
  for (guint32 i = 0; i < n_sources; i++)
    known_by->sources[i] = (guint8) weigh_source (known_by, i);
  for (guint32 i = 0; i < n_facts; i++)
    known_by->facts[i] = (guint8) weigh_fact (known_by, i);
  for (guint32 i = 0; i < n_entities; i++)
    weigh_entity (known_by, i);
  known_by->told = whence_known_records_tell (known_by, bundle);
  return known_by;
}

WhenceKnownBy *
whence_known_by_ref (WhenceKnownBy *known_by)
{
  g_atomic_ref_count_inc (&known_by->references);
  return known_by;
}

void
whence_known_by_unref (WhenceKnownBy *known_by)
{
  if (!g_atomic_ref_count_dec (&known_by->references))
    return;
  whence_bundle_unref (known_by->bundle);
  whence_bundle_unref (known_by->told);
  g_free (known_by->date);
  g_free (known_by->sources);
  g_free (known_by->facts);
  g_free (known_by->entities);
  g_free (known_by->profiles);
  g_free (known_by);
}

gboolean
whence_known_by_equal (const WhenceKnownBy *a, const WhenceKnownBy *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a == b || (a->bundle == b->bundle && g_str_equal (a->date, b->date));
}

WhenceBundle *
whence_known_by_get_bundle (const WhenceKnownBy *known_by, WhenceBundle *bundle)
{
  g_assert (known_by == NULL || whence_bundle_has_same_records (known_by->bundle, bundle));
  return known_by != NULL ? known_by->told : bundle;
}

const char *
whence_known_by_get_date (const WhenceKnownBy *known_by)
{
  return known_by->date;
}

gint64
whence_known_by_get_today (const WhenceKnownBy *known_by, const WhenceBundle *bundle)
{
  gint64 latest = whence_bundle_get_latest_instant (bundle);

  return known_by != NULL ? MIN (latest, known_by->cutoff.possible) : latest;
}

static gint64
bound_by (gint64 latest, const WhenceDate *date)
{
  WhenceCutoff cutoff;

  return whence_date_get_cutoff (date, &cutoff) ? MIN (latest, cutoff.possible) : latest;
}

gint64
whence_known_by_get_writing (const WhenceKnownBy *known_by, guint32 source)
{
  WhenceSource record;

  whence_bundle_get_source (known_by->bundle, source, &record);
  return bound_by (bound_by (known_by->cutoff.possible, &record.published.date), &record.accessed.date);
}

char *
whence_known_by_to_text (const WhenceKnownBy *known_by)
{
  g_autofree char *date = whence_date_to_text (known_by->date, WHENCE_DATE_TEXT_LONG);

  /* Translators: a date; only what sources published until then say is shown. */
  return g_strdup_printf (_ ("Known by %s"), date);
}

WhenceActivity
whence_known_by_get_source (const WhenceKnownBy *known_by, guint32 source)
{
  if (known_by == NULL)
    return WHENCE_ACTIVITY_CERTAIN;
  return (WhenceActivity) known_by->sources[source];
}

WhenceActivity
whence_known_by_get_fact (const WhenceKnownBy *known_by, guint32 fact)
{
  return known_by != NULL ? (WhenceActivity) known_by->facts[fact] : WHENCE_ACTIVITY_CERTAIN;
}

WhenceActivity
whence_known_by_get_citation (const WhenceKnownBy *known_by, guint32 fact, guint i)
{
  WhenceCitation citation;
  WhenceActivity source;
  WhenceFact record;

  if (known_by == NULL)
    return WHENCE_ACTIVITY_CERTAIN;
  source =
    whence_known_by_get_source (known_by, whence_bundle_get_citation_source (known_by->bundle, fact, i));
  if (source != WHENCE_ACTIVITY_POSSIBLE)
    return source;
  whence_bundle_get_fact (known_by->bundle, fact, &record);
  whence_bundle_get_fact_citation (known_by->bundle, fact, i, &citation);
  return weigh_citation (known_by, &record, &citation);
}

gboolean
whence_known_by_counts (const WhenceKnownBy *known_by, guint32 fact, guint i)
{
  WhenceActivity least = WHENCE_ACTIVITY_POSSIBLE;

  if (whence_known_by_get_fact (known_by, fact) == WHENCE_ACTIVITY_CERTAIN)
    least = WHENCE_ACTIVITY_CERTAIN;
  return whence_known_by_get_citation (known_by, fact, i) >= least;
}

WhenceActivity
whence_known_by_get_entity (const WhenceKnownBy *known_by, guint32 entity)
{
  return known_by != NULL ? (WhenceActivity) known_by->entities[entity] : WHENCE_ACTIVITY_CERTAIN;
}

WhenceActivity
whence_known_by_get_profile (const WhenceKnownBy *known_by, guint32 entity)
{
  return known_by != NULL ? (WhenceActivity) known_by->profiles[entity] : WHENCE_ACTIVITY_CERTAIN;
}

WhenceActivity
whence_known_by_get_entity_citation (const WhenceKnownBy *known_by, guint32 entity, guint i)
{
  WhenceCitation citation;
  WhenceEntity record;

  if (known_by == NULL)
    return WHENCE_ACTIVITY_CERTAIN;
  whence_bundle_get_entity (known_by->bundle, entity, &record);
  whence_bundle_get_entity_citation (known_by->bundle, entity, i, &citation);
  return weigh_entity_citation (known_by, &record, &citation);
}

gboolean
whence_known_by_entity_counts (const WhenceKnownBy *known_by, guint32 entity, guint i)
{
  WhenceActivity least = WHENCE_ACTIVITY_POSSIBLE;

  if (whence_known_by_get_profile (known_by, entity) == WHENCE_ACTIVITY_CERTAIN)
    least = WHENCE_ACTIVITY_CERTAIN;
  return whence_known_by_get_entity_citation (known_by, entity, i) >= least;
}

gboolean
whence_known_by_fact_cites (const WhenceKnownBy *known_by, const WhenceBundle *bundle, guint32 fact,
                            guint32 source)
{
  guint n = whence_bundle_get_n_fact_citations (bundle, fact);
  WhenceCitation citation;

  for (guint i = 0; i < n; i++)
    {
      whence_bundle_get_fact_citation (bundle, fact, i, &citation);
      if (citation.source == source
          && whence_known_by_get_citation (known_by, fact, i) != WHENCE_ACTIVITY_NOT)
        return TRUE;
    }
  return FALSE;
}

gboolean
whence_known_by_entity_cites (const WhenceKnownBy *known_by, const WhenceBundle *bundle, guint32 entity,
                              guint32 source)
{
  WhenceEntity record;
  WhenceCitation citation;

  whence_bundle_get_entity (bundle, entity, &record);
  for (guint i = 0; i < record.n_citations; i++)
    {
      whence_bundle_get_entity_citation (bundle, entity, i, &citation);
      if (citation.source == source
          && whence_known_by_get_entity_citation (known_by, entity, i) != WHENCE_ACTIVITY_NOT)
        return TRUE;
    }
  return FALSE;
}
