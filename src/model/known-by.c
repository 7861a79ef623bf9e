/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A byte for each source and fact, and two for each entity. Linear in the citations, once. */
#include "model/bundle-private.h"
#include "model/known-by-private.h"

#include <glib/gi18n-lib.h>

gboolean
whence_fact_looks_ahead (const WhenceBundle *bundle, guint32 fact)
{
  WhenceStatus status = whence_bundle_get_fact_status (bundle, fact);

  return whence_bundle_is_fact_negated (bundle, fact) || status == WHENCE_STATUS_PLANNED
         || status == WHENCE_STATUS_SPECULATED || status == WHENCE_STATUS_DENIED;
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

static WhenceKnownBy *
allocate (WhenceBundle *bundle, const char *date, WhenceCutoff cutoff)
{
  WhenceKnownBy *known_by = g_new0 (WhenceKnownBy, 1);

  g_atomic_ref_count_init (&known_by->references);
  known_by->bundle = whence_bundle_ref (bundle);
  known_by->date = g_strdup (date);
  known_by->cutoff = cutoff;
  known_by->sources = g_new (guint8, MAX (1, whence_bundle_get_n_sources (bundle)));
  known_by->facts = g_new (guint8, MAX (1, whence_bundle_get_n_facts (bundle)));
  known_by->entities = g_new (guint8, MAX (1, whence_bundle_get_n_entities (bundle)));
  known_by->profiles = g_new (guint8, MAX (1, whence_bundle_get_n_entities (bundle)));
  return known_by;
}

WhenceKnownBy *
whence_known_by_weigh (WhenceBundle *bundle, const char *date, GCancellable *cancellable, GError **error)
{
  g_autoptr (WhenceKnownBy) known_by = NULL;
  WhenceCutoff cutoff;

  if (!read_date (date, &cutoff, error))
    return NULL;
  known_by = allocate (bundle, date, cutoff);
  if (whence_known_by_weigh_records (known_by, cancellable))
    known_by->told = whence_known_by_tell (known_by, cancellable);
  if (known_by->told != NULL)
    return g_steal_pointer (&known_by);
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return NULL;
}

WhenceKnownBy *
whence_known_by_new (WhenceBundle *bundle, const char *date, GError **error)
{
  return whence_known_by_weigh (bundle, date, NULL, error);
}

WhenceKnownBy *
whence_known_by_of (WhenceKnownBy *known_by, WhenceBundle *bundle)
{
  WhenceKnownBy *same = g_memdup2 (known_by, sizeof *known_by);

  g_atomic_ref_count_init (&same->references);
  same->of = whence_known_by_ref (known_by->of != NULL ? known_by->of : known_by);
  same->bundle = whence_bundle_ref (bundle);
  same->told = whence_bundle_retell_as (known_by->told, bundle);
  same->date = g_strdup (known_by->date);
  return same;
}

WhenceKnownBy *
whence_known_by_ref (WhenceKnownBy *known_by)
{
  g_atomic_ref_count_inc (&known_by->references);
  return known_by;
}

static void
free_arrays (WhenceKnownBy *known_by)
{
  g_free (known_by->sources);
  g_free (known_by->facts);
  g_free (known_by->entities);
  g_free (known_by->profiles);
}

void
whence_known_by_unref (WhenceKnownBy *known_by)
{
  if (!g_atomic_ref_count_dec (&known_by->references))
    return;
  whence_bundle_unref (known_by->bundle);
  g_clear_pointer (&known_by->told, whence_bundle_unref);
  g_free (known_by->date);
  if (known_by->of != NULL)
    whence_known_by_unref (known_by->of);
  else
    free_arrays (known_by);
  g_free (known_by);
}

gboolean
whence_known_by_equal (const WhenceKnownBy *a, const WhenceKnownBy *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a == b || (whence_bundle_has_same_records (a->bundle, b->bundle) && g_str_equal (a->date, b->date));
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
  return known_by != NULL ? whence_known_by_weigh_fact_citation (known_by, fact, i) : WHENCE_ACTIVITY_CERTAIN;
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
  return known_by != NULL ? whence_known_by_weigh_entity_citation (known_by, entity, i)
                          : WHENCE_ACTIVITY_CERTAIN;
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
