/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which value a fact has while its own may be from a source that did not count yet: the one that most speaks
 * for. Linear in the citations for each value that is weighed. */
#include "model/readings-private.h"

#define MOST_WEIGHED 16 /* values, the first ones of many */

typedef struct
{
  WhenceCiter citer;
  const WhenceReadings *readings;
  GArray *support; /* guint: the citations in support that count */
} Weighing;

static gboolean
disputes (const WhenceCiter *citer, guint i)
{
  WhenceCitation citation;

  if (citer->kind == WHENCE_RECORD_FACT)
    return whence_bundle_does_citation_dispute (citer->bundle, citer->index, i);
  whence_citer_get (citer, i, &citation);
  return citation.disputes;
}

/* Whether some of those in support count, and some do not: a look at every record that has several. */
static gboolean
is_mixed (const WhenceCiter *citer)
{
  gboolean any = FALSE, all = TRUE;

  for (guint i = 0; i < citer->own.n_citations && (!any || all); i++)
    if (!disputes (citer, i))
      {
        gboolean counts = whence_citer_counts (citer, i);
        any |= counts;
        all &= counts;
      }
  return any && !all;
}

static GArray *
list_support (const WhenceCiter *citer)
{
  GArray *support = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < citer->own.n_citations; i++)
    if (!disputes (citer, i) && whence_citer_counts (citer, i))
      g_array_append_val (support, i);
  return support;
}

static void
get_citation (const Weighing *weighing, guint i, WhenceCitation *citation)
{
  whence_citer_get (&weighing->citer, g_array_index (weighing->support, guint, i), citation);
}

static guint32
get_source (const Weighing *weighing, guint i)
{
  WhenceCitation citation;

  get_citation (weighing, i, &citation);
  return citation.source;
}

static gboolean
all_give (const Weighing *weighing, WhenceAspect aspect)
{
  for (guint i = 0; i < weighing->support->len; i++)
    {
      WhenceCitation citation;
      get_citation (weighing, i, &citation);
      if (!whence_readings_gives (&citation, aspect))
        return FALSE;
    }
  return TRUE;
}

/* The only one that there is, as it is with most facts of large bundles. */
static guint32
take_only (const Weighing *weighing, WhenceAspect aspect)
{
  WhenceCitation citation;

  get_citation (weighing, 0, &citation);
  return whence_readings_repeats (&weighing->citer.own, &citation, aspect)
           ? WHENCE_NONE
           : g_array_index (weighing->support, guint, 0);
}

static guint
value_of (const Weighing *weighing, guint citation)
{
  return g_array_index (weighing->readings->by_citation, guint, citation);
}

/* The different values, in the order of the file. */
static GArray *
list_values (const Weighing *weighing)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < weighing->support->len && values->len < MOST_WEIGHED; i++)
    {
      guint value = value_of (weighing, g_array_index (weighing->support, guint, i));
      gboolean is_new = value != WHENCE_NONE;
      for (guint k = 0; k < values->len && is_new; k++)
        is_new = g_array_index (values, guint, k) != value;
      if (is_new)
        g_array_append_val (values, value);
    }
  return values;
}

/* --- What speaks for a value ---------------------------------------------------------------------- */

static gint64
count_independent (const Weighing *weighing, guint value)
{
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < weighing->support->len; i++)
    {
      guint citation = g_array_index (weighing->support, guint, i), other = value_of (weighing, citation);
      guint32 source = get_source (weighing, i);
      if (other != WHENCE_NONE
          && (other == value
              || whence_readings_compare (weighing->readings, other, value) != WHENCE_AGREEMENT_CONFLICT))
        g_array_append_val (sources, source);
    }
  return whence_sources_count_independent (weighing->citer.bundle, (const guint32 *) (gpointer) sources->data,
                                           sources->len);
}

static gint64
get_publication (const WhenceBundle *bundle, guint32 source)
{
  WhenceSource record;

  whence_bundle_get_source (bundle, source, &record);
  if (record.published.date.form == WHENCE_DATE_NONE || record.published.date.end.kind != WHENCE_BOUND_GIVEN)
    return WHENCE_INSTANT_BEFORE_ALL;
  return record.published.date.end.latest;
}

static gint64
find_latest (const Weighing *weighing, guint value)
{
  gint64 latest = WHENCE_INSTANT_BEFORE_ALL;

  for (guint i = 0; i < weighing->support->len; i++)
    {
      guint citation = g_array_index (weighing->support, guint, i);
      guint32 source = get_source (weighing, i);
      if (value_of (weighing, citation) == value)
        latest = MAX (latest, get_publication (weighing->citer.bundle, source));
    }
  return latest;
}

static void
keep_most (const Weighing *weighing, GArray *values, gint64 (*weigh) (const Weighing *weighing, guint value))
{
  gint64 most = G_MININT64;
  guint n = 0;

  if (values->len < 2)
    return;
  for (guint i = 0; i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);
      gint64 weight = weigh (weighing, value);
      if (weight > most)
        n = 0;
      if (weight < most)
        continue;
      most = weight;
      g_array_index (values, guint, n++) = value;
    }
  g_array_set_size (values, n);
}

/* Of those that agree: what contradicts another value is no finer one of it. */
static gboolean
is_finer (const Weighing *weighing, guint fine, guint coarse)
{
  return fine != coarse && whence_readings_contains (weighing->readings, coarse, fine)
         && !whence_readings_contains (weighing->readings, fine, coarse)
         && whence_readings_compare (weighing->readings, coarse, fine) != WHENCE_AGREEMENT_CONFLICT;
}

static void
keep_finest (const Weighing *weighing, GArray *values)
{
  g_autoptr (GArray) all = g_array_copy (values);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      guint value = g_array_index (all, guint, i);
      gboolean finest = TRUE;
      for (guint k = 0; k < all->len && finest; k++)
        finest = !is_finer (weighing, g_array_index (all, guint, k), value);
      if (finest)
        g_array_index (values, guint, n++) = value;
    }
  g_array_set_size (values, n);
}

static guint32
find_first (const Weighing *weighing, guint value)
{
  for (guint i = 0; i < weighing->support->len; i++)
    {
      guint citation = g_array_index (weighing->support, guint, i);
      if (value_of (weighing, citation) == value)
        return citation;
    }
  return WHENCE_NONE;
}

static guint32
choose (Weighing *weighing, WhenceAspect aspect)
{
  g_autoptr (WhenceReadings) readings = NULL;
  g_autoptr (GArray) values = NULL;
  guint best;

  if (!all_give (weighing, aspect))
    return WHENCE_NONE;
  if (weighing->support->len == 1)
    return take_only (weighing, aspect);
  readings = whence_citer_collect (&weighing->citer, aspect, TRUE);
  weighing->readings = readings;
  values = list_values (weighing);
  if (values->len == 0)
    return WHENCE_NONE;
  keep_most (weighing, values, count_independent);
  keep_finest (weighing, values);
  keep_most (weighing, values, find_latest);
  best = g_array_index (values, guint, 0);
  return g_array_index (readings->values, WhenceReading, best).is_own ? WHENCE_NONE
                                                                      : find_first (weighing, best);
}

/* --- Ends ----------------------------------------------------------------------------------------- */

/* In its own words it has said what it knows; else it may know of an end that came before it was written. */
static gboolean
may_tell_end (const Weighing *weighing, guint i, const WhenceDate *date)
{
  WhenceCitation citation;
  const WhenceDate *own = &citation.dated.date;

  get_citation (weighing, i, &citation);
  if (own->form != WHENCE_DATE_NONE)
    return own->form == WHENCE_DATE_INTERVAL && own->end.kind == WHENCE_BOUND_GIVEN;
  return whence_date_may_end_before (date,
                                     whence_known_by_get_writing (weighing->citer.known_by, citation.source));
}

/* What lasts until a day after all that count were written: who wrote later told its end. */
static gboolean
is_end_unknown (const Weighing *weighing)
{
  const WhenceCiter *citer = &weighing->citer;
  const WhenceDate *date = &citer->own.dated.date;

  if (date->form != WHENCE_DATE_INTERVAL || date->end.kind != WHENCE_BOUND_GIVEN)
    return FALSE;
  if (citer->kind == WHENCE_RECORD_FACT && whence_fact_looks_ahead (citer->bundle, citer->index))
    return FALSE;
  for (guint i = 0; i < weighing->support->len; i++)
    if (may_tell_end (weighing, i, date))
      return FALSE;
  return TRUE;
}

gboolean
whence_readings_choose (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index,
                        const WhenceKnownBy *known_by, WhenceChoice *choice)
{
  Weighing weighing = { .citer = whence_citer (bundle, kind, index, known_by) };
  g_autoptr (GArray) support = NULL;
  gboolean differs = FALSE;

  if (!is_mixed (&weighing.citer))
    return FALSE;
  weighing.support = support = list_support (&weighing.citer);
  for (guint i = 0; i < WHENCE_N_ASPECTS; i++)
    {
      choice->citation[i] = choose (&weighing, (WhenceAspect) i);
      differs |= choice->citation[i] != WHENCE_NONE;
    }
  choice->opens_end = choice->citation[WHENCE_ASPECT_DATE] == WHENCE_NONE && is_end_unknown (&weighing);
  return differs || choice->opens_end;
}
