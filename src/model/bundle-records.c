/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packed records unfolded into plain structs. Constant time each, and safe from any thread. */
#include "model/bundle-packed.h"

static WhenceDated
get_dated (const WhenceBundle *bundle, guint32 date)
{
  const PackedDate *packed = WHENCE_TABLE_AT (&bundle->dates, PackedDate, date);

  return (WhenceDated){ whence_bundle_text (bundle, packed->text), packed->date };
}

static WhenceAmount
get_amount (const WhenceBundle *bundle, guint32 amount)
{
  const PackedAmount *packed = WHENCE_TABLE_AT (&bundle->amounts, PackedAmount, amount);

  return (WhenceAmount){
    .value = { packed->value, packed->value_exponent },
    .low = { packed->low, packed->low_exponent },
    .high = { packed->high, packed->high_exponent },
    .currency = whence_bundle_text (bundle, packed->currency),
    .of = whence_bundle_text (bundle, packed->of),
    .flags = packed->flags,
  };
}

static WhenceDecimal
get_share (const WhenceBundle *bundle, guint32 share)
{
  return *WHENCE_TABLE_AT (&bundle->shares, WhenceDecimal, share);
}

void
whence_bundle_get_source (const WhenceBundle *bundle, guint32 source, WhenceSource *out)
{
  const PackedSource *packed = whence_packed_source (bundle, source);

  *out = (WhenceSource){
    .id = whence_bundle_text (bundle, packed->id),
    .title = whence_bundle_text (bundle, packed->title),
    .publisher = whence_bundle_text (bundle, packed->publisher),
    .author = whence_bundle_text (bundle, packed->author),
    .url = whence_bundle_text (bundle, packed->url),
    .note = whence_bundle_text (bundle, packed->note),
    .published = get_dated (bundle, packed->published),
    .accessed = get_dated (bundle, packed->accessed),
    .n_derived_from = packed->derived_from.n,
  };
}

guint32
whence_bundle_get_derived_from (const WhenceBundle *bundle, guint32 source, guint i)
{
  return *WHENCE_TABLE_AT (&bundle->links, guint32,
                           whence_span_nth (whence_packed_source (bundle, source)->derived_from, i));
}

void
whence_bundle_get_entity (const WhenceBundle *bundle, guint32 entity, WhenceEntity *out)
{
  const PackedEntity *packed = whence_packed_entity (bundle, entity);

  *out = (WhenceEntity){
    .id = whence_bundle_text (bundle, packed->id),
    .name = whence_bundle_text (bundle, packed->name),
    .summary = whence_bundle_text (bundle, packed->summary),
    .url = whence_bundle_text (bundle, packed->url),
    .image = whence_bundle_text (bundle, packed->image),
    .type = &g_array_index (bundle->entity_types, WhenceEntityType, packed->type),
    .dated = get_dated (bundle, packed->date),
    .n_aliases = packed->aliases.n,
    .n_citations = packed->citations.n,
  };
}

const char *
whence_bundle_get_alias (const WhenceBundle *bundle, guint32 entity, guint i)
{
  guint32 link = whence_span_nth (whence_packed_entity (bundle, entity)->aliases, i);

  return whence_bundle_text (bundle, *WHENCE_TABLE_AT (&bundle->links, guint32, link));
}

void
whence_bundle_get_fact (const WhenceBundle *bundle, guint32 fact, WhenceFact *out)
{
  const PackedFact *packed = whence_packed_fact (bundle, fact);
  const PackedRare *rare = whence_packed_rare (bundle, fact);

  *out = (WhenceFact){
    .id = whence_bundle_text (bundle, packed->id),
    .title = whence_bundle_text (bundle, packed->title),
    .summary = whence_bundle_text (bundle, rare->summary),
    .place = whence_bundle_text (bundle, packed->place),
    .note = whence_bundle_text (bundle, rare->note),
    .type = &g_array_index (bundle->fact_types, WhenceFactType, packed->type),
    .dated = get_dated (bundle, packed->date),
    .date_inferred = packed->date_inferred,
    .subject = packed->subject,
    .object = packed->object,
    .has_amount = packed->amount != 0,
    .has_share = rare->share != 0,
    .amount = get_amount (bundle, packed->amount),
    .share = get_share (bundle, rare->share),
    .status = packed->status,
    .negated = packed->negated,
    .n_participants = packed->participants.n,
    .n_quantities = rare->quantities.n,
    .n_related = rare->related.n,
    .n_citations = packed->citations.n,
  };
}

gboolean
whence_bundle_get_fact_amount (const WhenceBundle *bundle, guint32 fact, WhenceAmount *amount)
{
  guint32 packed = whence_packed_fact (bundle, fact)->amount;

  if (packed != 0)
    *amount = get_amount (bundle, packed);
  return packed != 0;
}

void
whence_bundle_get_participant (const WhenceBundle *bundle, guint32 fact, guint i, WhenceParticipant *out)
{
  guint32 participant = whence_span_nth (whence_packed_fact (bundle, fact)->participants, i);
  const PackedParticipant *packed = WHENCE_TABLE_AT (&bundle->participants, PackedParticipant, participant);

  *out = (WhenceParticipant){ packed->entity, whence_bundle_text (bundle, packed->role) };
}

void
whence_bundle_get_quantity (const WhenceBundle *bundle, guint32 fact, guint i, WhenceAmount *out)
{
  *out = get_amount (bundle, whence_span_nth (whence_packed_rare (bundle, fact)->quantities, i));
}

void
whence_bundle_get_relation (const WhenceBundle *bundle, guint32 fact, guint i, WhenceRelation *out)
{
  guint32 relation = whence_span_nth (whence_packed_rare (bundle, fact)->related, i);
  const PackedRelation *packed = WHENCE_TABLE_AT (&bundle->relations, PackedRelation, relation);

  *out = (WhenceRelation){ packed->fact, packed->kind };
}

static void
get_citation (const WhenceBundle *bundle, guint32 citation, WhenceCitation *out)
{
  const PackedCitation *packed = WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citation);

  *out = (WhenceCitation){
    .source = packed->source,
    .quote = whence_bundle_text (bundle, packed->quote),
    .locator = whence_bundle_text (bundle, packed->locator),
    .attribution = whence_bundle_text (bundle, packed->attribution),
    .disputes = packed->disputes,
    .dated = get_dated (bundle, packed->date),
    .has_amount = packed->amount != 0,
    .has_share = packed->share != 0,
    .amount = get_amount (bundle, packed->amount),
    .share = get_share (bundle, packed->share),
  };
}

void
whence_bundle_get_entity_citation (const WhenceBundle *bundle, guint32 entity, guint i, WhenceCitation *out)
{
  get_citation (bundle, whence_span_nth (whence_packed_entity (bundle, entity)->citations, i), out);
}

void
whence_bundle_get_fact_citation (const WhenceBundle *bundle, guint32 fact, guint i, WhenceCitation *out)
{
  get_citation (bundle, whence_span_nth (whence_packed_fact (bundle, fact)->citations, i), out);
}
