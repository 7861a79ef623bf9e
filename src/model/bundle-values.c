/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Single values of records: who passes through a million of them would pay most for what it does not need.
 * Constant time each, and safe from any thread. */
#include "model/bundle-packed.h"

const char *
whence_bundle_get_entity_id (const WhenceBundle *bundle, guint32 entity)
{
  return whence_bundle_text (bundle, whence_packed_entity (bundle, entity)->id);
}

const char *
whence_bundle_get_entity_name (const WhenceBundle *bundle, guint32 entity)
{
  return whence_bundle_text (bundle, whence_packed_entity (bundle, entity)->name);
}

const WhenceEntityType *
whence_bundle_get_entity_type (const WhenceBundle *bundle, guint32 entity)
{
  return &g_array_index (bundle->entity_types, WhenceEntityType, whence_packed_entity (bundle, entity)->type);
}

guint32
whence_bundle_get_entity_type_number (const WhenceBundle *bundle, guint32 entity)
{
  return whence_packed_entity (bundle, entity)->type;
}

const char *
whence_bundle_get_fact_id (const WhenceBundle *bundle, guint32 fact)
{
  return whence_bundle_text (bundle, whence_packed_fact (bundle, fact)->id);
}

void
whence_bundle_prefetch_fact (const WhenceBundle *bundle, guint32 fact)
{
  if (fact < bundle->facts.n)
    __builtin_prefetch (&whence_packed_fact (bundle, fact)->date);
}

const WhenceFactType *
whence_bundle_get_fact_type (const WhenceBundle *bundle, guint32 fact)
{
  return &g_array_index (bundle->fact_types, WhenceFactType, whence_packed_fact (bundle, fact)->type);
}

guint32
whence_bundle_get_fact_type_number (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->type;
}

const WhenceDate *
whence_bundle_get_fact_date (const WhenceBundle *bundle, guint32 fact)
{
  return &WHENCE_TABLE_AT (&bundle->dates, PackedDate, whence_packed_fact (bundle, fact)->date)->date;
}

guint32
whence_bundle_get_fact_date_number (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->date;
}

void
whence_bundle_get_fact_pair (const WhenceBundle *bundle, guint32 fact, guint32 *subject, guint32 *object)
{
  *subject = whence_packed_fact (bundle, fact)->subject;
  *object = whence_packed_fact (bundle, fact)->object;
}

guint
whence_bundle_get_n_participants (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->participants.n;
}

gboolean
whence_bundle_has_fact_amount (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->amount != 0;
}

gboolean
whence_bundle_has_fact_share (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_rare (bundle, fact)->share != 0;
}

gboolean
whence_bundle_is_fact_negated (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->negated != 0;
}

WhenceStatus
whence_bundle_get_fact_status (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->status;
}

guint
whence_bundle_get_n_fact_citations (const WhenceBundle *bundle, guint32 fact)
{
  return whence_packed_fact (bundle, fact)->citations.n;
}

static const PackedCitation *
citation_at (const WhenceBundle *bundle, guint32 fact, guint i)
{
  return WHENCE_TABLE_AT (&bundle->citations, PackedCitation,
                          whence_span_nth (whence_packed_fact (bundle, fact)->citations, i));
}

guint32
whence_bundle_get_citation_source (const WhenceBundle *bundle, guint32 fact, guint i)
{
  return citation_at (bundle, fact, i)->source;
}

gboolean
whence_bundle_does_citation_dispute (const WhenceBundle *bundle, guint32 fact, guint i)
{
  return citation_at (bundle, fact, i)->disputes != 0;
}

const WhenceDate *
whence_bundle_get_citation_date (const WhenceBundle *bundle, guint32 fact, guint i)
{
  return &WHENCE_TABLE_AT (&bundle->dates, PackedDate, citation_at (bundle, fact, i)->date)->date;
}
