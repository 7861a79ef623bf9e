/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of members. A new member of the format is a line here, a field in bundle-private.h and in the
 * schema. */
#include "model/members.h"

#define AT(Type, field) .offset = G_STRUCT_OFFSET (Type, field)
#define MEMBERS(array) .members = array, .n_members = G_N_ELEMENTS (array)
#define TABLE(name) .table = G_STRUCT_OFFSET (WhenceBundle, name)

const char *const whence_record_names[] = { NULL, "source", "entity", "fact" };
const char *const whence_array_names[] = { NULL, "sources", "entities", "facts" };

static const char *const status_words[] = {
  "reported", "confirmed", "planned", "alleged", "speculated", "denied", NULL,
};
static const char *const basis_words[] = { "stated", "inferred", NULL };
static const char *const stance_words[] = { "supports", "disputes", NULL };
static const char *const relation_words[] = { "part-of", "begins-with", "compares-to", "follows", NULL };

#define AMOUNT_NUMBER(field)                                                                                 \
  AT (PackedAmount, field), .exponent = G_STRUCT_OFFSET (PackedAmount, field##_exponent)

static const Member amount_members[] = {
  { "value", HOLDS_NUMBER, TRUE, AMOUNT_NUMBER (value) },
  { "currency", HOLDS_WORDING, TRUE, AT (PackedAmount, currency) },
  { "low", HOLDS_NUMBER, FALSE, AMOUNT_NUMBER (low), .mask = WHENCE_AMOUNT_HAS_LOW },
  { "high", HOLDS_NUMBER, FALSE, AMOUNT_NUMBER (high), .mask = WHENCE_AMOUNT_HAS_HIGH },
  { "approximate", HOLDS_BOOLEAN, FALSE, AT (PackedAmount, flags), .mask = WHENCE_AMOUNT_APPROXIMATE },
};

const ObjectKind whence_amount_object = {
  MEMBERS (amount_members),
  .size = sizeof (PackedAmount),
  TABLE (amounts),
  .flags_offset = G_STRUCT_OFFSET (PackedAmount, flags),
};

static const Member quantity_members[] = {
  { "value", HOLDS_NUMBER, TRUE, AMOUNT_NUMBER (value) },
  { "unit", HOLDS_WORDING, TRUE, AT (PackedAmount, currency) },
  { "of", HOLDS_WORDING, FALSE, AT (PackedAmount, of) },
  { "low", HOLDS_NUMBER, FALSE, AMOUNT_NUMBER (low), .mask = WHENCE_AMOUNT_HAS_LOW },
  { "high", HOLDS_NUMBER, FALSE, AMOUNT_NUMBER (high), .mask = WHENCE_AMOUNT_HAS_HIGH },
  { "approximate", HOLDS_BOOLEAN, FALSE, AT (PackedAmount, flags), .mask = WHENCE_AMOUNT_APPROXIMATE },
};

static const ObjectKind quantity_object = {
  MEMBERS (quantity_members),
  .size = sizeof (PackedAmount),
  TABLE (amounts),
  .flags_offset = G_STRUCT_OFFSET (PackedAmount, flags),
};

static const Member citation_members[] = {
  { "source", HOLDS_SOURCE, TRUE, AT (PackedCitation, source) },
  { "quote", HOLDS_TEXT, FALSE, AT (PackedCitation, quote) },
  { "locator", HOLDS_WORDING, FALSE, AT (PackedCitation, locator) },
  { "attribution", HOLDS_WORDING, FALSE, AT (PackedCitation, attribution) },
  { "stance", HOLDS_WORD, FALSE, AT (PackedCitation, disputes), .words = stance_words },
  { "date", HOLDS_DATE, FALSE, AT (PackedCitation, date) },
  { "amount", HOLDS_AMOUNT, FALSE, AT (PackedCitation, amount) },
  { "share", HOLDS_SHARE, FALSE, AT (PackedCitation, share) },
};

static const ObjectKind citation_object = {
  MEMBERS (citation_members),
  .size = sizeof (PackedCitation),
  TABLE (citations),
};

static const Member participant_members[] = {
  { "entity", HOLDS_ENTITY, TRUE, AT (PackedParticipant, entity) },
  { "role", HOLDS_WORDING, FALSE, AT (PackedParticipant, role) },
};

static const ObjectKind participant_object = {
  MEMBERS (participant_members),
  .size = sizeof (PackedParticipant),
  TABLE (participants),
};

static const Member relation_members[] = {
  { "fact", HOLDS_FACT, TRUE, AT (PackedRelation, fact) },
  { "relation", HOLDS_WORD, FALSE, AT (PackedRelation, kind), .words = relation_words,
    .absent = WHENCE_RELATION_UNSAID },
};

static const ObjectKind relation_object = {
  MEMBERS (relation_members),
  .size = sizeof (PackedRelation),
  TABLE (relations),
};

static const Member source_members[] = {
  { "id", HOLDS_ID, TRUE, AT (PackedSource, id) },
  { "title", HOLDS_TEXT, TRUE, AT (PackedSource, title) },
  { "publisher", HOLDS_WORDING, FALSE, AT (PackedSource, publisher) },
  { "author", HOLDS_WORDING, FALSE, AT (PackedSource, author) },
  { "url", HOLDS_TEXT, FALSE, AT (PackedSource, url) },
  { "published", HOLDS_DATE, FALSE, AT (PackedSource, published) },
  { "accessed", HOLDS_DATE, FALSE, AT (PackedSource, accessed) },
  { "derivedFrom", HOLDS_SOURCES, FALSE, AT (PackedSource, derived_from) },
  { "note", HOLDS_TEXT, FALSE, AT (PackedSource, note) },
};

static const Member entity_members[] = {
  { "id", HOLDS_ID, TRUE, AT (PackedEntity, id) },
  { "type", HOLDS_ENTITY_TYPE, TRUE, AT (PackedEntity, type) },
  { "name", HOLDS_TEXT, TRUE, AT (PackedEntity, name) },
  { "aliases", HOLDS_STRINGS, FALSE, AT (PackedEntity, aliases) },
  { "summary", HOLDS_TEXT, FALSE, AT (PackedEntity, summary) },
  { "date", HOLDS_DATE, FALSE, AT (PackedEntity, date) },
  { "url", HOLDS_TEXT, FALSE, AT (PackedEntity, url) },
  { "image", HOLDS_IMAGE, FALSE, AT (PackedEntity, image) },
  { "citations", HOLDS_OBJECTS, FALSE, AT (PackedEntity, citations), .object = &citation_object },
};

static const Member fact_members[] = {
  { "id", HOLDS_ID, TRUE, AT (UnpackedFact, packed.id) },
  { "type", HOLDS_FACT_TYPE, TRUE, AT (UnpackedFact, packed.type) },
  { "title", HOLDS_TEXT, FALSE, AT (UnpackedFact, packed.title) },
  { "summary", HOLDS_TEXT, FALSE, AT (UnpackedFact, rare.summary) },
  { "date", HOLDS_DATE, FALSE, AT (UnpackedFact, packed.date) },
  { "dateBasis", HOLDS_WORD, FALSE, AT (UnpackedFact, packed.date_inferred), .words = basis_words },
  { "place", HOLDS_WORDING, FALSE, AT (UnpackedFact, packed.place) },
  { "subject", HOLDS_ENTITY, FALSE, AT (UnpackedFact, packed.subject) },
  { "object", HOLDS_ENTITY, FALSE, AT (UnpackedFact, packed.object) },
  { "participants", HOLDS_OBJECTS, FALSE, AT (UnpackedFact, packed.participants),
    .object = &participant_object },
  { "amount", HOLDS_AMOUNT, FALSE, AT (UnpackedFact, packed.amount) },
  { "share", HOLDS_SHARE, FALSE, AT (UnpackedFact, rare.share) },
  { "quantities", HOLDS_OBJECTS, FALSE, AT (UnpackedFact, rare.quantities), .object = &quantity_object },
  { "status", HOLDS_WORD, FALSE, AT (UnpackedFact, packed.status), .words = status_words },
  { "negated", HOLDS_BOOLEAN, FALSE, AT (UnpackedFact, packed.negated), .mask = 1 },
  { "related", HOLDS_OBJECTS, FALSE, AT (UnpackedFact, rare.related), .object = &relation_object },
  { "note", HOLDS_TEXT, FALSE, AT (UnpackedFact, rare.note) },
  { "citations", HOLDS_OBJECTS, FALSE, AT (UnpackedFact, packed.citations), .object = &citation_object },
};

const ObjectKind whence_record_objects[] = {
  { NULL },
  { MEMBERS (source_members), .size = sizeof (PackedSource), TABLE (sources) },
  { MEMBERS (entity_members), .size = sizeof (PackedEntity), TABLE (entities) },
  { MEMBERS (fact_members), .size = sizeof (UnpackedFact), TABLE (facts) },
};

WhenceRecordKind
whence_array_named (const char *key)
{
  for (guint kind = WHENCE_RECORD_SOURCE; kind <= WHENCE_RECORD_FACT; kind++)
    if (g_str_equal (key, whence_array_names[kind]))
      return kind;
  return WHENCE_RECORD_HEADER;
}
