/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All values that the citations of a record give. Each is compared with the different ones before it only:
 * of thousands of citations few say something new. */
#include "model/readings-private.h"

#define MOST_VALUES 256 /* that are told apart, of one fact */

static guint
add_value (WhenceReadings *readings, WhenceReading value)
{
  for (guint i = 0; i < readings->values->len; i++)
    {
      WhenceAgreement agreement =
        whence_reading_aspects[readings->aspect].compare (&value, whence_readings_value (readings, i));
      if (agreement == WHENCE_AGREEMENT_SAME)
        return i;
      if (agreement == WHENCE_AGREEMENT_CONFLICT)
        value.conflicts = whence_readings_value (readings, i)->conflicts = TRUE;
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
  gboolean own_words = whence_reading_aspects[readings->aspect].take (&value, citation);
  guint at = WHENCE_NONE;

  if (own_words)
    at = add_value (readings, value);
  else if (has_own)
    at = 0;
  if (at != WHENCE_NONE)
    whence_readings_value (readings, at)->n_citations++;
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
  gboolean has_own = whence_reading_aspects[aspect].take_own (&own, &citer->own);

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
  return whence_reading_aspects[readings->aspect].compare (whence_readings_value (readings, i),
                                                           whence_readings_value (readings, j));
}

gboolean
whence_readings_contains (const WhenceReadings *readings, guint coarse, guint fine)
{
  return whence_reading_aspects[readings->aspect].contains (whence_readings_value (readings, coarse),
                                                            whence_readings_value (readings, fine));
}

char *
whence_readings_to_text (const WhenceReadings *readings, guint i)
{
  return whence_reading_aspects[readings->aspect].to_text (whence_readings_value (readings, i));
}
