/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One value: of a fact or a citation, as date, amount or share. */
#include "model/readings-private.h"

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

const WhenceReadingAspect whence_reading_aspects[WHENCE_N_ASPECTS] = {
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

  return whence_reading_aspects[aspect].take (&value, citation);
}

gboolean
whence_readings_repeats (const WhenceFact *fact, const WhenceCitation *citation, WhenceAspect aspect)
{
  WhenceReading own = { 0 }, value = { 0 };

  return whence_reading_aspects[aspect].take_own (&own, fact)
         && whence_reading_aspects[aspect].take (&value, citation)
         && whence_reading_aspects[aspect].compare (&own, &value) == WHENCE_AGREEMENT_SAME;
}
