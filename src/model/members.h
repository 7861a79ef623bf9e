/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members of every object of the format, once, for the reader and the writer: name, what it holds, and
 * where it lies in the packed record. The order is that of a new record. */
#pragma once

#include "model/bundle-private.h"

G_BEGIN_DECLS

typedef enum
{
  HOLDS_TEXT,    /* mostly told once */
  HOLDS_WORDING, /* text that repeats from record to record, and is kept once */
  HOLDS_ID,
  HOLDS_FACT_TYPE,
  HOLDS_ENTITY_TYPE,
  HOLDS_DATE,
  HOLDS_BOOLEAN,
  HOLDS_WORD,
  HOLDS_NUMBER,
  HOLDS_SHARE,
  HOLDS_IMAGE,
  HOLDS_AMOUNT,
  HOLDS_SOURCE, /* the three name a record by its id */
  HOLDS_ENTITY,
  HOLDS_FACT,
  HOLDS_OBJECTS, /* a list of objects in a table */
  HOLDS_STRINGS,
  HOLDS_SOURCES,
} Holds;

typedef struct _ObjectKind ObjectKind;

typedef struct
{
  const char *name;
  Holds holds;
  gboolean required;
  guint16 offset;           /* in the unpacked object */
  guint16 exponent;         /* a number's: offset of its exponent */
  guint8 mask;              /* a boolean's bit; of a number the bit of being there */
  const char *const *words; /* a word's: ended by NULL, the index is the value */
  guint8 absent;            /* a word's: the value where it is not there */
  const ObjectKind *object; /* a list's elements */
} Member;

struct _ObjectKind
{
  const Member *members;
  guint n_members;
  gsize size;          /* of the unpacked object */
  gsize table;         /* offset in WhenceBundle of the table that holds it */
  guint8 flags_offset; /* numbers and booleans with a mask: where the bits are */
};

/* A fact as reader and writer see it; the other objects are their packed selves. */
typedef struct
{
  PackedFact packed;
  PackedRare rare;
} UnpackedFact;

typedef union
{
  PackedSource source;
  PackedEntity entity;
  UnpackedFact fact;
  PackedCitation citation;
  PackedParticipant participant;
  PackedRelation relation;
  PackedAmount amount;
} Unpacked;

/* By WhenceRecordKind; the first is empty. */
extern const ObjectKind whence_record_objects[];
extern const ObjectKind whence_amount_object;

/* The name of a kind of record in JSON Lines ("fact") and of its array ("facts"). */
extern const char *const whence_record_names[];
extern const char *const whence_array_names[];
/* The kind of the records in the array of that name; HEADER if it is none. */
WhenceRecordKind whence_array_named (const char *name);

/* In a shape, the @i-th member of an object is SHAPE_MEMBER + i, and SHAPE_END ends a nested object. */
#define SHAPE_MEMBER 'A'
#define SHAPE_END '.'

static inline WhenceTable *
whence_object_table (const WhenceBundle *bundle, const ObjectKind *object)
{
  return (WhenceTable *) (gpointer) ((char *) bundle + object->table);
}

G_END_DECLS
