/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bundle: facts, entities and sources, immutable and reference counted, shared freely between threads.
 * Records are addressed by index (0 … n-1, in the order of the file); strings belong to the bundle and live
 * as long as it. The getters fill a plain struct; inside, the records are packed, so that a million facts fit
 * into memory. */
#pragma once

#include "model/amount.h"
#include "model/date.h"
#include "model/problem.h"
#include "model/types.h"

G_BEGIN_DECLS

typedef struct _WhenceBundle WhenceBundle;

/* No record: the index of what is not there. */
#define WHENCE_NONE G_MAXUINT32

typedef enum
{
  WHENCE_STATUS_REPORTED,
  WHENCE_STATUS_CONFIRMED,
  WHENCE_STATUS_PLANNED,
  WHENCE_STATUS_ALLEGED,
  WHENCE_STATUS_SPECULATED,
  WHENCE_STATUS_DENIED,
} WhenceStatus;

typedef enum
{
  WHENCE_RELATION_PART_OF,
  WHENCE_RELATION_BEGINS_WITH,
  WHENCE_RELATION_COMPARES_TO,
  WHENCE_RELATION_FOLLOWS,
  WHENCE_RELATION_UNSAID, /* the file does not say how they are related */
} WhenceRelationKind;

typedef struct
{
  const char *text; /* EDTF as written; NULL: there is none */
  WhenceDate date;
} WhenceDated;

typedef struct
{
  guint32 source;    /* index */
  const char *quote; /* NULL where absent, like all strings below */
  const char *locator;
  const char *attribution; /* "insiders" */
  gboolean disputes;       /* stance: supports (FALSE) or disputes (TRUE) */
  WhenceDated dated;       /* what this source says, where it differs */
  gboolean has_amount, has_share;
  WhenceAmount amount;
  WhenceDecimal share;
} WhenceCitation;

typedef struct
{
  guint32 entity;
  const char *role;
} WhenceParticipant;

typedef struct
{
  guint32 fact;
  WhenceRelationKind kind;
} WhenceRelation;

typedef struct
{
  const char *id, *title, *publisher, *author, *url, *note;
  WhenceDated published, accessed;
  guint n_derived_from; /* see whence_bundle_get_derived_from() */
} WhenceSource;

typedef struct
{
  const char *id, *name, *summary, *url, *image;
  const WhenceEntityType *type; /* never NULL */
  WhenceDated dated;            /* life span */
  guint n_aliases, n_citations;
} WhenceEntity;

typedef struct
{
  const char *id, *title, *summary, *place, *note;
  const WhenceFactType *type; /* never NULL */
  WhenceDated dated;
  gboolean date_inferred;
  guint32 subject, object; /* entity index or WHENCE_NONE */
  gboolean has_amount, has_share;
  WhenceAmount amount;
  WhenceDecimal share;
  WhenceStatus status;
  gboolean negated;
  guint n_participants, n_quantities, n_related, n_citations;
} WhenceFact;

WhenceBundle *whence_bundle_ref (WhenceBundle *bundle);
void whence_bundle_unref (WhenceBundle *bundle);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceBundle, whence_bundle_unref)

/* Whether both have the same records by the same numbers, though these may say other things of themselves: a
 * bundle, and what was known of it by a date (model/known-by.h), also after an edit of its title or of what
 * it says of its view. */
gboolean whence_bundle_has_same_records (const WhenceBundle *a, const WhenceBundle *b);
/* The one that @bundle retells, or itself. Transfer none. */
WhenceBundle *whence_bundle_get_original (WhenceBundle *bundle);
/* Whether the fact says the same in both, which have the same records. */
gboolean whence_bundle_says_same (const WhenceBundle *a, const WhenceBundle *b, guint32 fact);

/* A bundle without records. Transfer full. */
WhenceBundle *whence_bundle_new_empty (void);

const char *whence_bundle_get_title (const WhenceBundle *bundle);    /* NULL if absent */
const char *whence_bundle_get_summary (const WhenceBundle *bundle);  /* NULL if absent */
const char *whence_bundle_get_language (const WhenceBundle *bundle); /* BCP 47; NULL if absent */

guint whence_bundle_get_n_sources (const WhenceBundle *bundle);
guint whence_bundle_get_n_entities (const WhenceBundle *bundle);
guint whence_bundle_get_n_facts (const WhenceBundle *bundle);

void whence_bundle_get_source (const WhenceBundle *bundle, guint32 source, WhenceSource *out);
void whence_bundle_get_entity (const WhenceBundle *bundle, guint32 entity, WhenceEntity *out);
void whence_bundle_get_fact (const WhenceBundle *bundle, guint32 fact, WhenceFact *out);

/* Single members for loops over everything. Such a loop waits less for memory when it asks some facts ahead
 * for what it will read of @fact; there need not be such a fact. */
void whence_bundle_prefetch_fact (const WhenceBundle *bundle, guint32 fact);
const char *whence_bundle_get_fact_id (const WhenceBundle *bundle, guint32 fact);
const char *whence_bundle_get_entity_id (const WhenceBundle *bundle, guint32 entity);
const char *whence_bundle_get_entity_name (const WhenceBundle *bundle, guint32 entity);
const WhenceEntityType *whence_bundle_get_entity_type (const WhenceBundle *bundle, guint32 entity);
/* Facts share their dates: of those of the bundle, which one the fact has. */
guint whence_bundle_get_n_dates (const WhenceBundle *bundle);
const WhenceDate *whence_bundle_get_nth_date (const WhenceBundle *bundle, guint i);
guint32 whence_bundle_get_fact_date_number (const WhenceBundle *bundle, guint32 fact);
const WhenceFactType *whence_bundle_get_fact_type (const WhenceBundle *bundle, guint32 fact);
/* Which of the types of the bundle it is. */
guint32 whence_bundle_get_entity_type_number (const WhenceBundle *bundle, guint32 entity);
guint32 whence_bundle_get_fact_type_number (const WhenceBundle *bundle, guint32 fact);
const WhenceDate *whence_bundle_get_fact_date (const WhenceBundle *bundle,
                                               guint32 fact); /* form NONE if undated */
void whence_bundle_get_fact_pair (const WhenceBundle *bundle, guint32 fact, guint32 *subject,
                                  guint32 *object);
gboolean whence_bundle_has_fact_amount (const WhenceBundle *bundle, guint32 fact);
gboolean whence_bundle_has_fact_share (const WhenceBundle *bundle, guint32 fact);
gboolean whence_bundle_is_fact_negated (const WhenceBundle *bundle, guint32 fact);
WhenceStatus whence_bundle_get_fact_status (const WhenceBundle *bundle, guint32 fact);
guint whence_bundle_get_n_participants (const WhenceBundle *bundle, guint32 fact); /* subject, object apart */
/* FALSE: it has none. */
gboolean whence_bundle_get_fact_amount (const WhenceBundle *bundle, guint32 fact, WhenceAmount *amount);

/* The @i-th of the lists counted in the structs above. */
guint32 whence_bundle_get_derived_from (const WhenceBundle *bundle, guint32 source, guint i);
const char *whence_bundle_get_alias (const WhenceBundle *bundle, guint32 entity, guint i);
void whence_bundle_get_entity_citation (const WhenceBundle *bundle, guint32 entity, guint i,
                                        WhenceCitation *out);
void whence_bundle_get_participant (const WhenceBundle *bundle, guint32 fact, guint i,
                                    WhenceParticipant *out);
void whence_bundle_get_quantity (const WhenceBundle *bundle, guint32 fact, guint i, WhenceAmount *out);
void whence_bundle_get_relation (const WhenceBundle *bundle, guint32 fact, guint i, WhenceRelation *out);
void whence_bundle_get_fact_citation (const WhenceBundle *bundle, guint32 fact, guint i, WhenceCitation *out);
guint whence_bundle_get_n_fact_citations (const WhenceBundle *bundle, guint32 fact);
guint32 whence_bundle_get_citation_source (const WhenceBundle *bundle, guint32 fact, guint i);
/* Whether any citation gives a date of its own. */
gboolean whence_bundle_has_dated_citations (const WhenceBundle *bundle);
gboolean whence_bundle_does_citation_dispute (const WhenceBundle *bundle, guint32 fact, guint i);
/* The date that the citation gives; without one, a date of no form. */
const WhenceDate *whence_bundle_get_citation_date (const WhenceBundle *bundle, guint32 fact, guint i);

/* Everybody in the fact: subject, object, then the further ones, each once. Fills at most @max of @entities
 * and returns how many there are. */
guint whence_bundle_get_fact_entities (const WhenceBundle *bundle, guint32 fact, guint32 *entities,
                                       guint max);
/* The same into @entities, an array of guint32, whose content they replace. */
void whence_bundle_list_fact_entities (const WhenceBundle *bundle, guint32 fact, GArray *entities);
/* The same without an array where they are few, as in nearly every fact: they are in @few then, else in
 * @many, which is made when it is NULL; valid as long as these two. */
#define WHENCE_FEW_ENTITIES 16
const guint32 *whence_bundle_read_fact_entities (const WhenceBundle *bundle, guint32 fact,
                                                 guint32 few[WHENCE_FEW_ENTITIES], GArray **many,
                                                 guint *n_entities);

/* The facts that an entity takes part in, in ascending order. Transfer none, @n_facts entries. */
const guint32 *whence_bundle_get_entity_facts (const WhenceBundle *bundle, guint32 entity, guint *n_facts);

/* The facts, or the entities, that cite a source, in ascending order, each once. The first call is linear in
 * the citations, every other constant; may come from any thread. Transfer none, @n_… entries. */
const guint32 *whence_bundle_get_source_facts (const WhenceBundle *bundle, guint32 source, guint *n_facts);
const guint32 *whence_bundle_get_source_entities (const WhenceBundle *bundle, guint32 source,
                                                  guint *n_entities);
/* Whether that first call has been; makes it. */
gboolean whence_bundle_has_citers (const WhenceBundle *bundle);
void whence_bundle_list_citers (const WhenceBundle *bundle);

/* Whether a bundle allows the text as an id: 1 to 200 characters, none of them white space, a control or a
 * comma. */
gboolean whence_id_is_valid (const char *text, gsize length);

/* Index by id, or WHENCE_NONE. Constant time. */
guint32 whence_bundle_find_source (const WhenceBundle *bundle, const char *id);
guint32 whence_bundle_find_entity (const WhenceBundle *bundle, const char *id);
guint32 whence_bundle_find_fact (const WhenceBundle *bundle, const char *id);

/* The types in use: those built in, then those that the bundle declares or uses. */
guint whence_bundle_get_n_fact_types (const WhenceBundle *bundle);
const WhenceFactType *whence_bundle_get_nth_fact_type (const WhenceBundle *bundle, guint i);
guint whence_bundle_get_n_entity_types (const WhenceBundle *bundle);
const WhenceEntityType *whence_bundle_get_nth_entity_type (const WhenceBundle *bundle, guint i);

/* What the reader had to say. Transfer none, @n_problems entries. */
const WhenceProblem *const *whence_bundle_get_problems (const WhenceBundle *bundle, guint *n_problems);

gboolean whence_bundle_has_positions (const WhenceBundle *bundle); /* of anybody */
/* The saved position of an entity (view.positions), in abstract units; FALSE if there is none. */
gboolean whence_bundle_get_position (const WhenceBundle *bundle, guint32 entity, double *x, double *y);

/* The text on a mark: the title, or one made of type and participants ("Investment: Meta → Scale AI").
 * Transfer full. */
char *whence_bundle_describe_fact (const WhenceBundle *bundle, guint32 fact);

/* The latest given instant of any date in the bundle: where open ends run to unless told otherwise. 0 if
 * none. */
gint64 whence_bundle_get_latest_instant (const WhenceBundle *bundle);
gint64 whence_bundle_get_earliest_instant (const WhenceBundle *bundle);

/* --- Edits ------------------------------------------------------------------------------------------ */

typedef enum
{
  WHENCE_RECORD_HEADER, /* id names the member: "title", "view", … */
  WHENCE_RECORD_SOURCE,
  WHENCE_RECORD_ENTITY,
  WHENCE_RECORD_FACT,
} WhenceRecordKind;

typedef struct
{
  WhenceRecordKind kind;
  const char *id;
  const char *json; /* the whole new value (of a header member) or record; NULL removes it */
} WhenceEdit;

/* A new bundle with the records replaced, added (at the end) or removed; it shares the old one's memory and
 * leaves it as it is. A record keeps its id, and is changed once in a step; the records of a step may refer
 * to one another in any order. What refers to a removed record gets a problem, and is whole again when the
 * record comes back. Faults that a bundle tolerates become problems without a line. NULL with @error set when
 * a value is not JSON or makes a record that a bundle refuses. Transfer full. */
WhenceBundle *whence_bundle_edit (WhenceBundle *bundle, const WhenceEdit *edits, guint n_edits,
                                  GError **error);

/* Which record the @i-th problem is about, and its @index; WHENCE_NONE where there is none, such as with one
 * that could not be loaded. */
WhenceRecordKind whence_bundle_get_problem_record (const WhenceBundle *bundle, guint i, guint32 *index);

/* The JSON text of a record or header member as it would be written, or NULL. Transfer full. */
char *whence_bundle_get_json (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id);

G_END_DECLS
