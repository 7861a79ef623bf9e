/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a bundle lies in memory: packed records in shared tables, strings in an arena, and beside them what a
 * save needs to give back the file it came from. Of each record its *shape* is kept, the order of its
 * members; a record that shape and packed values cannot give back token for token (unknown members, faults,
 * unusual numbers) keeps its text. Everything is immutable once the bundle is finished; an edit copies the
 * tables, which share their blocks. */
#pragma once

#include "model/bundle.h"
#include "model/invert.h"
#include "model/string-arena.h"
#include "model/table.h"

G_BEGIN_DECLS

/* A stretch of another table. */
typedef struct
{
  guint32 first, n;
} Span;

/* Records begin with their id, and their shape follows. */
typedef struct
{
  WhenceString id, shape;
  WhenceString title, publisher, author, url, note;
  guint32 published, accessed; /* dates */
  Span derived_from;           /* links: sources */
} PackedSource;

typedef struct
{
  WhenceString id, shape;
  WhenceString name, summary, url, image;
  guint32 type; /* of entity_types */
  guint32 date; /* of dates */
  Span aliases; /* links: strings */
  Span citations;
} PackedEntity;

typedef struct
{
  WhenceString id, shape;
  WhenceString title, place;
  guint32 type;            /* of fact_types */
  guint32 date;            /* of dates */
  guint32 subject, object; /* entities or WHENCE_NONE */
  guint32 amount;          /* of amounts */
  guint32 rare;            /* of rares */
  Span participants, citations;
  guint8 status, date_inferred, negated;
} PackedFact;

/* What few facts have. */
typedef struct
{
  WhenceString summary, note;
  guint32 share;
  Span quantities; /* of amounts */
  Span related;
} PackedRare;

typedef struct
{
  guint32 source;
  WhenceString quote, locator, attribution;
  guint32 date, amount, share;
  guint8 disputes;
} PackedCitation;

typedef struct
{
  guint32 entity;
  WhenceString role;
} PackedParticipant;

typedef struct
{
  guint32 fact;
  guint8 kind;
} PackedRelation;

typedef struct
{
  gint64 value, low, high; /* coefficients */
  gint16 value_exponent, low_exponent, high_exponent;
  guint8 flags;              /* WhenceAmountFlags */
  WhenceString currency, of; /* the unit of a quantity is its currency */
} PackedAmount;

typedef struct
{
  WhenceString text;
  WhenceDate date;
} PackedDate;

/* What of records a file holds in which order: @n of one kind. */
typedef enum
{
  RUN_SOURCES = WHENCE_RECORD_SOURCE,
  RUN_ENTITIES = WHENCE_RECORD_ENTITY,
  RUN_FACTS = WHENCE_RECORD_FACT,
  RUN_STRAYS,
} RunKind;

typedef struct
{
  guint32 kind; /* RunKind */
  guint32 n;
} Run;

/* A record that could not be loaded. */
typedef struct
{
  guint32 kind; /* WhenceRecordKind; HEADER: a line of JSON Lines that holds no record */
  WhenceString raw;
} Stray;

/* The text of a record that keeps it. */
typedef struct
{
  guint32 index;
  WhenceString raw;
} Raw;

/* What stands around a record in its line of JSON Lines, where that is more than one member. */
typedef struct
{
  guint32 kind; /* RunKind */
  guint32 index;
  WhenceString before, after;
} Wrap;

typedef struct
{
  char *key;              /* decoded, up to its first U+0000 */
  char *key_json;         /* with its quotes */
  char *value;            /* compact JSON; NULL: the array of @records stands here */
  WhenceRecordKind array; /* of which records */
  gboolean is_duplicate;  /* the first one with this key is used */
} HeaderMember;

typedef struct
{
  WhenceProblem problem; /* first, so that a pointer to it is one to this */
  guint32 at;            /* byte offset while reading */
  guint32 kind;          /* RunKind of the record it is about, 0 for the header */
  guint32 index;
} OwnedProblem;

/* Open addressing over the ids of a table of records; a slot is the index + 1, with bits of the id's hash
 * above the mask. */
typedef struct
{
  guint32 *slots; /* g_atomic_rc_box, or NULL */
  guint32 mask, n;
  gboolean is_shared; /* with the bundle this is a copy of: rebuilt before it changes */
} IdIndex;

/* Who cites what: bundle-cited.c. */
typedef struct _WhenceCited WhenceCited;

void whence_cited_free (WhenceCited *cited);

/* What follows from the records, shared by all bundles that have the same ones: bundle-finish.c. */
typedef struct
{
  WhenceInverse entity_facts; /* of each entity those that it takes part in */
  WhenceCited *cited;         /* atomic; NULL until somebody asks */
  gint64 earliest, latest;
  gboolean dated_citations; /* any gives a date of its own */
} WhenceDerived;

struct _WhenceBundle
{
  gint references;

  WhenceStrings strings;
  WhenceTable sources, entities, facts, rares, citations, participants, relations, links, amounts, shares,
    dates;
  IdIndex ids[WHENCE_RECORD_FACT + 1]; /* by WhenceRecordKind */
  WhenceDerived *derived;              /* g_atomic_rc_box */
  GArray *fact_types;                  /* of WhenceFactType */
  GArray *entity_types;                /* of WhenceEntityType */
  double *positions;                   /* x, y of each entity, NaN for none; g_atomic_rc_box, or NULL */

  GPtrArray *header; /* of HeaderMember, g_atomic_rc_box */
  char *title, *summary, *language;
  GArray *raws[WHENCE_RECORD_FACT + 1]; /* of Raw, ascending */
  WhenceTable runs;                     /* of Run */
  WhenceTable strays;                   /* of Stray */
  GArray *wraps;                        /* of Wrap */
  GPtrArray *problems;                  /* of OwnedProblem, g_atomic_rc_box */
  WhenceBundle *of;                     /* whose records this one retells, or NULL */
};

/* A bundle to be filled by one thread: a copy of @from, or empty. Arrays that are not tables are private
 * copies. */
WhenceBundle *whence_bundle_new_copy (const WhenceBundle *from);

/* Its header is now that of @from, but for the types. */
void whence_bundle_copy_header (WhenceBundle *bundle, const WhenceBundle *from);

/* Derives what the records imply: the facts of each entity, the first and last instant. */
void whence_bundle_finish (WhenceBundle *bundle);
/* The same where that is what those of @as imply. */
void whence_bundle_finish_as (WhenceBundle *bundle, const WhenceBundle *as);
void whence_derived_release (WhenceDerived *derived);
/* Only the facts of each entity. */
void whence_bundle_list_entity_facts (WhenceBundle *bundle);

/* What a record says instead: each is the number of its citation whose value it has then, or WHENCE_NONE
 * where its own stays. */
typedef struct
{
  WhenceRecordKind kind; /* FACT, or ENTITY, which has a date alone */
  guint32 index;
  guint32 date, amount, share;
  gboolean opens_end; /* of its own date: it goes on */
} WhenceRetelling;

/* A bundle with the same records, in which those of the @retellings say what these say. Since their own words
 * may tell the values that they no longer have, they lose summary and note, and facts their title. @bundle
 * itself is not retold. Transfer full. */
WhenceBundle *whence_bundle_retell (WhenceBundle *bundle, const WhenceRetelling *retellings, guint n);
/* What @told says of the records, with the header of @bundle, which has the same ones and is not retold
 * itself. Transfer full. */
WhenceBundle *whence_bundle_retell_as (const WhenceBundle *told, WhenceBundle *bundle);

WhenceTable *whence_bundle_records (WhenceBundle *bundle, WhenceRecordKind kind);
guint32 whence_bundle_find (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id, gsize length);
typedef struct
{
  WhenceRecordKind kind;
  const char *id;
  gsize length;
} WhenceIdLookup;
/* The same for several ids. In a large bundle each look-up waits for memory a few times; here they all wait
 * together. */
void whence_bundle_find_all (const WhenceBundle *bundle, const WhenceIdLookup *ids, guint n_ids,
                             guint32 *found);
/* The id is going to be looked for soon. */
void whence_bundle_expect_id (const WhenceBundle *bundle, WhenceRecordKind kind, const char *id,
                              gsize length);
void whence_bundle_index_id (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index);
void whence_bundle_reindex (WhenceBundle *bundle, WhenceRecordKind kind);

/* Gives the records of @kind new indices, by old index; those with WHENCE_NONE are removed. */
void whence_bundle_renumber (WhenceBundle *bundle, WhenceRecordKind kind, const guint32 *renumbering);

/* @value: transfer full. */
HeaderMember *whence_header_member_new (const char *key, const char *key_json, char *value,
                                        WhenceRecordKind array);

void whence_owned_problem_release (gpointer owned_problem);

/* The first header member with @key, or NULL; whether the array of records of @kind has a place. */
const HeaderMember *whence_header_find (const WhenceBundle *bundle, const char *key);
gboolean whence_header_has_array (const WhenceBundle *bundle, WhenceRecordKind kind);

static inline const char *
whence_bundle_text (const WhenceBundle *bundle, WhenceString string)
{
  return whence_strings_get (&bundle->strings, string);
}

G_END_DECLS
