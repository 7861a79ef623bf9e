/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The state of reading: the bundle being filled, the scanner, and what can only be settled at the end. Also
 * used by edits, which read single records into a copy of a bundle. */
#pragma once

#include "model/json-value.h"
#include "model/members.h"
#include "model/reader.h"

G_BEGIN_DECLS

#define WHENCE_READER_MAX_DEPTH 64

/* A reference that has not been looked up yet, or whose id was not known yet. */
typedef struct
{
  guint32 at;                    /* of the id's token in the text */
  guint32 length;                /* of the id as it is in the text; 0: it has escapes */
  guint32 record_at, record_end; /* where the record's value is in the text */
  guint32 nth;                   /* the record's place in its array of the file */
  guint32 kind, owner;           /* the record: WhenceRecordKind and index */
  const Member *member;
  WhenceTable *table; /* what refers is in this table: records, or a list */
  guint32 row;
} Pending;

typedef struct
{
  WhenceBundle *bundle;
  WhenceJsonScanner scanner;
  guint32 start;  /* of the text, behind a byte order mark */
  gboolean lines; /* JSON Lines */

  /* The record being read. */
  WhenceRecordKind kind; /* HEADER: a header member */
  guint32 index;         /* the index it gets */
  guint32 nth;           /* its place in its array of the file */
  guint32 root;          /* its token */
  const char *path;      /* of the token @root; NULL: that of the record */
  gboolean odd;          /* packed values and shape do not give it back token for token */
  GString *shape;
  GString *scratch;

  GArray *pending; /* of Pending */
  guint n_settled; /* of them, from the start, that were looked up in vain */
  GArray
    *places; /* WhenceJsonPlace: where the pieces of the text that were passed end; NULL: all of it stays */
  guint8 *pins;      /* of each piece, whether it stays; NULL with places */
  GArray *header_at; /* of guint32: where the values of the header members are in the text; none in an edit */
  GHashTable *dates; /* interned text → index of date */
  GHashTable *fact_types; /* name → index */
  GHashTable *entity_types;
} Reader;

/* Fills a copy of @from, or an empty bundle. */
void whence_reader_init (Reader *reader, const WhenceBundle *from, const char *text, guint32 length);
void whence_reader_clear (Reader *reader);

static inline const WhenceJsonToken *
whence_reader_token (const Reader *reader, guint32 token)
{
  return &g_array_index (reader->scanner.tokens, WhenceJsonToken, token);
}

/* The decoded string in reader->scratch. */
const char *whence_reader_decode (Reader *reader, guint32 token);

/* Notes a problem at @token of the record being read, which turns odd. @message: transfer full. */
void whence_reader_note (Reader *reader, WhenceProblemCode code, guint32 token, char *message);
/* The same at a byte offset of the text. @path: transfer full. */
void whence_reader_note_at (Reader *reader, WhenceProblemCode code, guint32 at, char *path, char *message);
/* Notes a duplicate key or NUL character: of @token alone, and of everything in its value. */
void whence_reader_note_odd_token (Reader *reader, guint32 token);
void whence_reader_note_odd_tokens (Reader *reader, guint32 token);

/* Where a reference is stored: a row of a list, or of the records. */
typedef struct
{
  WhenceTable *table;
  guint32 row;
} Place;

/* Notes that a value is of another type than @expected says, and returns FALSE. */
gboolean whence_reader_wrong_type (Reader *reader, guint32 token, const char *expected);
/* The string at @token, or NULL with a problem noted. Its bytes are in the text or in the scratch. */
const char *whence_reader_get_string (Reader *reader, guint32 token, gsize *length);
/* The same into the arena; what repeats is kept once with @intern. */
gboolean whence_reader_read_string (Reader *reader, guint32 token, gboolean intern, WhenceString *out);
/* The value of a member that is neither object, list nor reference, into its place in @out. The three here
 * and the next return FALSE with a problem noted. */
gboolean whence_reader_read_value (Reader *reader, const ObjectKind *object, const Member *member,
                                   guint32 value, Unpacked *out);
gboolean whence_reader_read_object (Reader *reader, const ObjectKind *object, Place place, guint32 token,
                                    Unpacked *out);

/* Reads the object at token @root as record reader->kind. FALSE: it cannot be loaded and only its text is
 * kept. */
gboolean whence_reader_load_record (Reader *reader, guint32 root, Unpacked *unpacked);
/* The same into the bundle, at its end or among the strays. */
void whence_reader_read_record (Reader *reader, WhenceRecordKind kind, guint32 root, guint32 nth);
void whence_reader_add_stray (WhenceBundle *bundle, Stray stray);
/* Writes a loaded record to its row reader->index. */
void whence_reader_store_record (Reader *reader, const Unpacked *unpacked);
void whence_reader_keep_raw (WhenceBundle *bundle, WhenceRecordKind kind, guint32 index, WhenceString raw);
/* The text from @start to @end, or of @token, compact, in the arena. */
WhenceString whence_reader_compact_span (Reader *reader, guint32 start, guint32 end);
WhenceString whence_reader_compact (Reader *reader, guint32 token);

/* Derives title, types and positions from the header members. */
void whence_reader_apply_header (Reader *reader);
/* The next member of @object that counts, being no duplicate: its key after @key, or 0. @key is 0 at first.
 */
guint32 whence_reader_next_key (const Reader *reader, guint32 object, guint32 key);
/* FALSE, with a problem noted, when the value at @token is no object, or no string that can be used. */
gboolean whence_reader_expect_object (Reader *reader, guint32 token);
gboolean whence_reader_is_text (Reader *reader, guint32 token);

/* Finds the type by name, or adds it as unknown. */
guint32 whence_reader_fact_type (Reader *reader, const char *name);
guint32 whence_reader_entity_type (Reader *reader, const char *name);
/* Types as they are without any declaration; their indices stay. */
void whence_reader_reset_types (WhenceBundle *bundle);
/* What the member "types" declares. */
void whence_reader_read_types (Reader *reader, guint32 object);

/* From now on the text, which is the reader's own, goes where it is passed: what is before @at will not be
 * read again, unless it is pinned. */
void whence_reader_let_go (Reader *reader);
void whence_reader_pass (Reader *reader, guint32 at);
void whence_reader_pin (Reader *reader, guint32 from, guint32 to);
/* Moves on to the byte offset @at, which is not before the place and either pinned or not passed. */
void whence_reader_go_to (const Reader *reader, WhenceJsonPlace *place, guint32 at);

/* Looks up what has been referred to since the last time, all at once: while the text is there, and not
 * within a record. */
void whence_reader_settle (Reader *reader);
/* Resolves what is pending. */
void whence_reader_resolve (Reader *reader);

/* Gives the problems, in the order of the text, their lines and columns. */
void whence_reader_place_problems (Reader *reader);

G_END_DECLS
