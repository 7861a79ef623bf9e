/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which values contradict one another: O(v²) in the different values of a fact, as a rule one or two. */
#include "model/readings-private.h"

/* What only the fact has, and no citation, contradicts nobody. */
static gboolean
has_cited_conflict (const WhenceReadings *readings)
{
  for (guint i = 0; i < readings->values->len; i++)
    for (guint k = 0; k < i && whence_readings_value (readings, i)->conflicts; k++)
      if (whence_readings_value (readings, i)->n_citations > 0
          && whence_readings_value (readings, k)->n_citations > 0
          && whence_readings_compare (readings, i, k) == WHENCE_AGREEMENT_CONFLICT)
        return TRUE;
  return FALSE;
}

guint
whence_readings_find_conflicts (const WhenceBundle *bundle, guint32 fact, const WhenceKnownBy *known_by)
{
  guint conflicts = 0;

  if (whence_bundle_get_n_fact_citations (bundle, fact) < 2)
    return 0;
  for (guint i = 0; i < WHENCE_N_ASPECTS; i++)
    {
      g_autoptr (WhenceReadings) readings = whence_readings_new (bundle, fact, (WhenceAspect) i, known_by);
      if (readings != NULL && has_cited_conflict (readings))
        conflicts |= whence_reading_aspects[i].conflict;
    }
  return conflicts;
}

static WhenceAgreement
compare_one (gboolean has_a, gboolean has_b, const WhenceReading *a, const WhenceReading *b,
             WhenceAspect aspect)
{
  if (!has_a || !has_b)
    return has_a == has_b ? WHENCE_AGREEMENT_SAME : WHENCE_AGREEMENT_COMPATIBLE;
  return whence_reading_aspects[aspect].compare (a, b);
}

/* In its own words or, where it is silent, in the fact's. */
static gboolean
read_citation (WhenceReading *value, const WhenceFact *fact, const WhenceCitation *citation,
               WhenceAspect aspect)
{
  return whence_reading_aspects[aspect].take (value, citation)
         || whence_reading_aspects[aspect].take_own (value, fact);
}

WhenceComparison
whence_evidence_compare (const WhenceBundle *bundle, guint32 fact, guint i, guint j)
{
  WhenceAgreement found[WHENCE_N_ASPECTS] = { 0 };
  WhenceCitation a, b;
  WhenceFact record;

  whence_bundle_get_fact (bundle, fact, &record);
  whence_bundle_get_fact_citation (bundle, fact, i, &a);
  whence_bundle_get_fact_citation (bundle, fact, j, &b);
  for (guint k = 0; k < WHENCE_N_ASPECTS; k++)
    {
      WhenceReading of_a = { 0 }, of_b = { 0 };
      gboolean has_a = read_citation (&of_a, &record, &a, (WhenceAspect) k);
      gboolean has_b = read_citation (&of_b, &record, &b, (WhenceAspect) k);
      found[k] = compare_one (has_a, has_b, &of_a, &of_b, (WhenceAspect) k);
    }
  return (WhenceComparison){ .date = found[WHENCE_ASPECT_DATE],
                             .amount = found[WHENCE_ASPECT_AMOUNT],
                             .share = found[WHENCE_ASPECT_SHARE] };
}
