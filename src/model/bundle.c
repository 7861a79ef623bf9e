/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bundle's getters: packed records unfolded into plain structs. Constant time each, and safe from any
 * thread. */
#include "model/bundle-private.h"

#include <math.h>

WhenceBundle *
whence_bundle_ref (WhenceBundle *bundle)
{
  g_atomic_int_inc (&bundle->references);
  return bundle;
}

const char *
whence_bundle_get_title (const WhenceBundle *bundle)
{
  return bundle->title;
}

const char *
whence_bundle_get_summary (const WhenceBundle *bundle)
{
  return bundle->summary;
}

const char *
whence_bundle_get_language (const WhenceBundle *bundle)
{
  return bundle->language;
}

guint
whence_bundle_get_n_sources (const WhenceBundle *bundle)
{
  return bundle->sources.n;
}

guint
whence_bundle_get_n_entities (const WhenceBundle *bundle)
{
  return bundle->entities.n;
}

guint
whence_bundle_get_n_facts (const WhenceBundle *bundle)
{
  return bundle->facts.n;
}

static const PackedSource *
source_at (const WhenceBundle *bundle, guint32 i)
{
  g_assert (i < bundle->sources.n);
  return WHENCE_TABLE_AT (&bundle->sources, PackedSource, i);
}

static const PackedEntity *
entity_at (const WhenceBundle *bundle, guint32 i)
{
  g_assert (i < bundle->entities.n);
  return WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i);
}

static const PackedFact *
fact_at (const WhenceBundle *bundle, guint32 i)
{
  g_assert (i < bundle->facts.n);
  return WHENCE_TABLE_AT (&bundle->facts, PackedFact, i);
}

static const PackedRare *
rare_at (const WhenceBundle *bundle, guint32 fact)
{
  return WHENCE_TABLE_AT (&bundle->rares, PackedRare, fact_at (bundle, fact)->rare);
}

static guint32
nth (Span span, guint i)
{
  g_assert (i < span.n);
  return span.first + i;
}

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
  const PackedSource *packed = source_at (bundle, source);

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

void
whence_bundle_get_entity (const WhenceBundle *bundle, guint32 entity, WhenceEntity *out)
{
  const PackedEntity *packed = entity_at (bundle, entity);

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

void
whence_bundle_get_fact (const WhenceBundle *bundle, guint32 fact, WhenceFact *out)
{
  const PackedFact *packed = fact_at (bundle, fact);
  const PackedRare *rare = rare_at (bundle, fact);

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

const char *
whence_bundle_get_fact_id (const WhenceBundle *bundle, guint32 fact)
{
  return whence_bundle_text (bundle, fact_at (bundle, fact)->id);
}

const char *
whence_bundle_get_entity_id (const WhenceBundle *bundle, guint32 entity)
{
  return whence_bundle_text (bundle, entity_at (bundle, entity)->id);
}

const char *
whence_bundle_get_entity_name (const WhenceBundle *bundle, guint32 entity)
{
  return whence_bundle_text (bundle, entity_at (bundle, entity)->name);
}

const WhenceEntityType *
whence_bundle_get_entity_type (const WhenceBundle *bundle, guint32 entity)
{
  return &g_array_index (bundle->entity_types, WhenceEntityType, entity_at (bundle, entity)->type);
}

const WhenceFactType *
whence_bundle_get_fact_type (const WhenceBundle *bundle, guint32 fact)
{
  return &g_array_index (bundle->fact_types, WhenceFactType, fact_at (bundle, fact)->type);
}

guint32
whence_bundle_get_entity_type_number (const WhenceBundle *bundle, guint32 entity)
{
  return entity_at (bundle, entity)->type;
}

guint32
whence_bundle_get_fact_type_number (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->type;
}

const WhenceDate *
whence_bundle_get_fact_date (const WhenceBundle *bundle, guint32 fact)
{
  return &WHENCE_TABLE_AT (&bundle->dates, PackedDate, fact_at (bundle, fact)->date)->date;
}

guint
whence_bundle_get_n_dates (const WhenceBundle *bundle)
{
  return bundle->dates.n;
}

const WhenceDate *
whence_bundle_get_nth_date (const WhenceBundle *bundle, guint i)
{
  return &WHENCE_TABLE_AT (&bundle->dates, PackedDate, i)->date;
}

guint32
whence_bundle_get_fact_date_number (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->date;
}

gboolean
whence_bundle_has_dated_citations (const WhenceBundle *bundle)
{
  return bundle->dated_citations;
}

void
whence_bundle_get_fact_pair (const WhenceBundle *bundle, guint32 fact, guint32 *subject, guint32 *object)
{
  *subject = fact_at (bundle, fact)->subject;
  *object = fact_at (bundle, fact)->object;
}

gboolean
whence_bundle_has_fact_amount (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->amount != 0;
}

gboolean
whence_bundle_has_fact_share (const WhenceBundle *bundle, guint32 fact)
{
  return rare_at (bundle, fact)->share != 0;
}

gboolean
whence_bundle_is_fact_negated (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->negated != 0;
}

WhenceStatus
whence_bundle_get_fact_status (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->status;
}

guint
whence_bundle_get_n_participants (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->participants.n;
}

gboolean
whence_bundle_get_fact_amount (const WhenceBundle *bundle, guint32 fact, WhenceAmount *amount)
{
  guint32 packed = fact_at (bundle, fact)->amount;

  if (packed != 0)
    *amount = get_amount (bundle, packed);
  return packed != 0;
}

guint32
whence_bundle_get_derived_from (const WhenceBundle *bundle, guint32 source, guint i)
{
  return *WHENCE_TABLE_AT (&bundle->links, guint32, nth (source_at (bundle, source)->derived_from, i));
}

const char *
whence_bundle_get_alias (const WhenceBundle *bundle, guint32 entity, guint i)
{
  guint32 link = nth (entity_at (bundle, entity)->aliases, i);

  return whence_bundle_text (bundle, *WHENCE_TABLE_AT (&bundle->links, guint32, link));
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
  get_citation (bundle, nth (entity_at (bundle, entity)->citations, i), out);
}

void
whence_bundle_get_fact_citation (const WhenceBundle *bundle, guint32 fact, guint i, WhenceCitation *out)
{
  get_citation (bundle, nth (fact_at (bundle, fact)->citations, i), out);
}

guint
whence_bundle_get_n_fact_citations (const WhenceBundle *bundle, guint32 fact)
{
  return fact_at (bundle, fact)->citations.n;
}

static const PackedCitation *
citation_at (const WhenceBundle *bundle, guint32 fact, guint i)
{
  return WHENCE_TABLE_AT (&bundle->citations, PackedCitation, nth (fact_at (bundle, fact)->citations, i));
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

void
whence_bundle_get_participant (const WhenceBundle *bundle, guint32 fact, guint i, WhenceParticipant *out)
{
  guint32 participant = nth (fact_at (bundle, fact)->participants, i);
  const PackedParticipant *packed = WHENCE_TABLE_AT (&bundle->participants, PackedParticipant, participant);

  *out = (WhenceParticipant){ packed->entity, whence_bundle_text (bundle, packed->role) };
}

void
whence_bundle_get_quantity (const WhenceBundle *bundle, guint32 fact, guint i, WhenceAmount *out)
{
  *out = get_amount (bundle, nth (rare_at (bundle, fact)->quantities, i));
}

void
whence_bundle_get_relation (const WhenceBundle *bundle, guint32 fact, guint i, WhenceRelation *out)
{
  guint32 relation = nth (rare_at (bundle, fact)->related, i);
  const PackedRelation *packed = WHENCE_TABLE_AT (&bundle->relations, PackedRelation, relation);

  *out = (WhenceRelation){ packed->fact, packed->kind };
}

const guint32 *
whence_bundle_get_entity_facts (const WhenceBundle *bundle, guint32 entity, guint *n_facts)
{
  g_assert (entity < bundle->entities.n);
  *n_facts = bundle->entity_first[entity + 1] - bundle->entity_first[entity];
  return bundle->entity_facts + bundle->entity_first[entity];
}

guint
whence_bundle_get_n_fact_types (const WhenceBundle *bundle)
{
  return bundle->fact_types->len;
}

const WhenceFactType *
whence_bundle_get_nth_fact_type (const WhenceBundle *bundle, guint i)
{
  g_assert (i < bundle->fact_types->len);
  return &g_array_index (bundle->fact_types, WhenceFactType, i);
}

guint
whence_bundle_get_n_entity_types (const WhenceBundle *bundle)
{
  return bundle->entity_types->len;
}

const WhenceEntityType *
whence_bundle_get_nth_entity_type (const WhenceBundle *bundle, guint i)
{
  g_assert (i < bundle->entity_types->len);
  return &g_array_index (bundle->entity_types, WhenceEntityType, i);
}

const WhenceProblem *const *
whence_bundle_get_problems (const WhenceBundle *bundle, guint *n_problems)
{
  *n_problems = bundle->problems->len;
  return (const WhenceProblem *const *) bundle->problems->pdata;
}

WhenceRecordKind
whence_bundle_get_problem_record (const WhenceBundle *bundle, guint i, guint32 *index)
{
  const OwnedProblem *owned = g_ptr_array_index (bundle->problems, i);

  *index = WHENCE_NONE;
  if (owned->kind == RUN_STRAYS)
    return (WhenceRecordKind) WHENCE_TABLE_AT (&bundle->strays, Stray, owned->index)->kind;
  if (owned->kind != WHENCE_RECORD_HEADER)
    *index = owned->index;
  return (WhenceRecordKind) owned->kind;
}

gboolean
whence_bundle_get_position (const WhenceBundle *bundle, guint32 entity, double *x, double *y)
{
  g_assert (entity < bundle->entities.n);
  if (bundle->positions == NULL || isnan (bundle->positions[2 * entity]))
    return FALSE;
  *x = bundle->positions[2 * entity];
  *y = bundle->positions[2 * entity + 1];
  return TRUE;
}

gboolean
whence_bundle_has_positions (const WhenceBundle *bundle)
{
  for (guint i = 0; bundle->positions != NULL && i < bundle->entities.n; i++)
    if (!isnan (bundle->positions[2 * i]))
      return TRUE;
  return FALSE;
}

gint64
whence_bundle_get_latest_instant (const WhenceBundle *bundle)
{
  return bundle->latest;
}

gint64
whence_bundle_get_earliest_instant (const WhenceBundle *bundle)
{
  return bundle->earliest;
}
