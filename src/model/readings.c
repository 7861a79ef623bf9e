/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values are compared with the different ones before them only: of thousands of citations few say something
 * new. */
#include "model/readings-private.h"

#define MOST_VALUES 256 /* that are told apart, of one fact */

/* --- One value ------------------------------------------------------------------------------------ */

static gboolean
has_date (const WhenceReading *value)
{
  return value->dated.date.form != WHENCE_DATE_NONE;
}

static gboolean
take_date_of_fact (WhenceReading *value, const WhenceFact *fact)
{
  value->dated = fact->dated;
  return has_date (value);
}

static gboolean
take_date (WhenceReading *value, const WhenceCitation *citation)
{
  value->dated = citation->dated;
  return has_date (value);
}

static WhenceAgreement
compare_dates (const WhenceReading *a, const WhenceReading *b)
{
  return whence_date_compare_readings (&a->dated.date, &b->dated.date);
}

static gboolean
contains_date (const WhenceReading *coarse, const WhenceReading *fine)
{
  return whence_date_contains (&coarse->dated.date, &fine->dated.date);
}

static char *
date_to_text (const WhenceReading *value)
{
  return whence_date_to_text (value->dated.text, WHENCE_DATE_TEXT_LONG);
}

static gboolean
take_amount_of_fact (WhenceReading *value, const WhenceFact *fact)
{
  value->amount = fact->amount;
  return fact->has_amount;
}

static gboolean
take_amount (WhenceReading *value, const WhenceCitation *citation)
{
  value->amount = citation->amount;
  return citation->has_amount;
}

static WhenceAgreement
compare_amounts (const WhenceReading *a, const WhenceReading *b)
{
  return whence_amount_compare_readings (&a->amount, &b->amount);
}

static gboolean
contains_amount (const WhenceReading *wide, const WhenceReading *fine)
{
  return whence_amount_contains (&wide->amount, &fine->amount);
}

static char *
amount_to_text (const WhenceReading *value)
{
  return whence_amount_to_text (&value->amount, WHENCE_AMOUNT_TEXT_LONG);
}

static gboolean
take_share_of_fact (WhenceReading *value, const WhenceFact *fact)
{
  value->share = fact->share;
  return fact->has_share;
}

static gboolean
take_share (WhenceReading *value, const WhenceCitation *citation)
{
  value->share = citation->share;
  return citation->has_share;
}

static WhenceAgreement
compare_shares (const WhenceReading *a, const WhenceReading *b)
{
  return whence_decimal_compare (a->share, b->share) == 0 ? WHENCE_AGREEMENT_SAME : WHENCE_AGREEMENT_CONFLICT;
}

static gboolean
contains_share (const WhenceReading *coarse, const WhenceReading *fine)
{
  return compare_shares (coarse, fine) == WHENCE_AGREEMENT_SAME;
}

static char *
share_to_text (const WhenceReading *value)
{
  return whence_share_to_text (value->share);
}

/* Whoever takes a value says whether there is one. */
static const struct
{
  WhenceConflicts conflict;
  gboolean (*take_own) (WhenceReading *value, const WhenceFact *fact);
  gboolean (*take) (WhenceReading *value, const WhenceCitation *citation);
  WhenceAgreement (*compare) (const WhenceReading *a, const WhenceReading *b);
  gboolean (*contains) (const WhenceReading *coarse, const WhenceReading *fine);
  char *(*to_text) (const WhenceReading *value);
} aspects[WHENCE_N_ASPECTS] = {
  [WHENCE_ASPECT_DATE] = { WHENCE_CONFLICT_DATE, take_date_of_fact, take_date, compare_dates, contains_date,
                           date_to_text },
  [WHENCE_ASPECT_AMOUNT] = { WHENCE_CONFLICT_AMOUNT, take_amount_of_fact, take_amount, compare_amounts,
                             contains_amount, amount_to_text },
  [WHENCE_ASPECT_SHARE] = { WHENCE_CONFLICT_SHARE, take_share_of_fact, take_share, compare_shares,
                            contains_share, share_to_text },
};

gboolean
whence_readings_gives (const WhenceCitation *citation, WhenceAspect aspect)
{
  WhenceReading value;

  return aspects[aspect].take (&value, citation);
}

gboolean
whence_readings_repeats (const WhenceFact *fact, const WhenceCitation *citation, WhenceAspect aspect)
{
  WhenceReading own = { 0 }, value = { 0 };

  return aspects[aspect].take_own (&own, fact) && aspects[aspect].take (&value, citation)
         && aspects[aspect].compare (&own, &value) == WHENCE_AGREEMENT_SAME;
}

/* --- All values ----------------------------------------------------------------------------------- */

static WhenceReading *
value_at (const WhenceReadings *readings, guint i)
{
  return &g_array_index (readings->values, WhenceReading, i);
}

static guint
add_value (WhenceReadings *readings, WhenceReading value)
{
  for (guint i = 0; i < readings->values->len; i++)
    {
      WhenceAgreement agreement = aspects[readings->aspect].compare (&value, value_at (readings, i));
      if (agreement == WHENCE_AGREEMENT_SAME)
        return i;
      if (agreement == WHENCE_AGREEMENT_CONFLICT)
        value.conflicts = value_at (readings, i)->conflicts = TRUE;
    }
  if (readings->values->len >= MOST_VALUES)
    return WHENCE_NONE;
  g_array_append_val (readings->values, value);
  return readings->values->len - 1;
}

static void
add_citation (WhenceReadings *readings, const WhenceCitation *citation, gboolean has_own)
{
  WhenceReading value = { 0 };
  gboolean own_words = aspects[readings->aspect].take (&value, citation);
  guint at = WHENCE_NONE;

  if (own_words)
    at = add_value (readings, value);
  else if (has_own)
    at = 0;
  if (at != WHENCE_NONE)
    value_at (readings, at)->n_citations++;
  /* Whoever disputes what the fact says speaks of it, but does not say it. */
  if (citation->disputes && !own_words)
    at = WHENCE_NONE;
  g_array_append_val (readings->by_citation, at);
}

WhenceCiter
whence_citer (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 index, const WhenceKnownBy *known_by)
{
  WhenceCiter citer = { bundle, kind, index, known_by, { 0 } };
  WhenceEntity entity;

  if (kind == WHENCE_RECORD_FACT)
    {
      whence_bundle_get_fact (bundle, index, &citer.own);
      return citer;
    }
  whence_bundle_get_entity (bundle, index, &entity);
  citer.own.dated = entity.dated;
  citer.own.n_citations = entity.n_citations;
  return citer;
}

void
whence_citer_get (const WhenceCiter *citer, guint i, WhenceCitation *citation)
{
  if (citer->kind == WHENCE_RECORD_FACT)
    whence_bundle_get_fact_citation (citer->bundle, citer->index, i, citation);
  else
    whence_bundle_get_entity_citation (citer->bundle, citer->index, i, citation);
}

gboolean
whence_citer_counts (const WhenceCiter *citer, guint i)
{
  return citer->kind == WHENCE_RECORD_FACT ? whence_known_by_counts (citer->known_by, citer->index, i)
                                           : whence_known_by_entity_counts (citer->known_by, citer->index, i);
}

WhenceReadings *
whence_citer_collect (const WhenceCiter *citer, WhenceAspect aspect, gboolean of_support)
{
  WhenceReadings *readings = g_new0 (WhenceReadings, 1);
  WhenceReading own = { .is_own = TRUE };
  guint nobody = WHENCE_NONE;
  gboolean has_own = aspects[aspect].take_own (&own, &citer->own);

  readings->aspect = aspect;
  readings->values = g_array_new (FALSE, FALSE, sizeof (WhenceReading));
  readings->by_citation = g_array_new (FALSE, FALSE, sizeof (guint));
  if (has_own)
    g_array_append_val (readings->values, own);
  for (guint i = 0; i < citer->own.n_citations; i++)
    {
      WhenceCitation citation;
      whence_citer_get (citer, i, &citation);
      if (whence_citer_counts (citer, i) && !(of_support && citation.disputes))
        add_citation (readings, &citation, has_own);
      else
        g_array_append_val (readings->by_citation, nobody);
    }
  return readings;
}

WhenceReadings *
whence_readings_new (const WhenceBundle *bundle, guint32 fact, WhenceAspect aspect,
                     const WhenceKnownBy *known_by)
{
  WhenceCiter citer = whence_citer (bundle, WHENCE_RECORD_FACT, fact, known_by);
  g_autoptr (WhenceReadings) readings = whence_citer_collect (&citer, aspect, FALSE);

  return readings->values->len > 1 ? g_steal_pointer (&readings) : NULL;
}

void
whence_readings_free (WhenceReadings *readings)
{
  g_array_unref (readings->values);
  g_array_unref (readings->by_citation);
  g_free (readings);
}

WhenceAgreement
whence_readings_compare (const WhenceReadings *readings, guint i, guint j)
{
  return aspects[readings->aspect].compare (value_at (readings, i), value_at (readings, j));
}

gboolean
whence_readings_contains (const WhenceReadings *readings, guint coarse, guint fine)
{
  return aspects[readings->aspect].contains (value_at (readings, coarse), value_at (readings, fine));
}

char *
whence_readings_to_text (const WhenceReadings *readings, guint i)
{
  return aspects[readings->aspect].to_text (value_at (readings, i));
}

/* --- Contradictions ------------------------------------------------------------------------------- */

/* What only the fact has, and no citation, contradicts nobody. */
static gboolean
has_cited_conflict (const WhenceReadings *readings)
{
  for (guint i = 0; i < readings->values->len; i++)
    for (guint k = 0; k < i && value_at (readings, i)->conflicts; k++)
      if (value_at (readings, i)->n_citations > 0 && value_at (readings, k)->n_citations > 0
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
        conflicts |= aspects[i].conflict;
    }
  return conflicts;
}

static WhenceAgreement
compare_one (gboolean has_a, gboolean has_b, const WhenceReading *a, const WhenceReading *b,
             WhenceAspect aspect)
{
  if (!has_a || !has_b)
    return has_a == has_b ? WHENCE_AGREEMENT_SAME : WHENCE_AGREEMENT_COMPATIBLE;
  return aspects[aspect].compare (a, b);
}

/* In its own words or, where it is silent, in the fact's. */
static gboolean
read_citation (WhenceReading *value, const WhenceFact *fact, const WhenceCitation *citation,
               WhenceAspect aspect)
{
  return aspects[aspect].take (value, citation) || aspects[aspect].take_own (value, fact);
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
                             .share = found[WHENCE_ASPECT_SHARE],
                             .stance_differs = a.disputes != b.disputes };
}
