/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strict, non-recursive JSON scanner (RFC 8259): the grammar to the letter, UTF-8 and surrogates checked,
 * depth bounded, duplicate keys and U+0000 noticed, numbers left as text. It pulls one value at a time out of
 * a larger text onto a reused list of tokens, so memory follows the largest record and not the file; a second
 * scanner may work on another part of the same text. Linear in the length. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WHENCE_JSON_NULL,
  WHENCE_JSON_FALSE,
  WHENCE_JSON_TRUE,
  WHENCE_JSON_NUMBER,
  WHENCE_JSON_STRING,
  WHENCE_JSON_ARRAY,
  WHENCE_JSON_OBJECT,
} WhenceJsonType;

typedef enum
{
  WHENCE_JSON_ESCAPED = 1 << 0,   /* the string has a backslash: decode it */
  WHENCE_JSON_HAS_NUL = 1 << 1,   /* the string has U+0000 */
  WHENCE_JSON_DUPLICATE = 1 << 2, /* a key that came before in the same object, after unescaping */
} WhenceJsonFlags;

/* Tokens come in the order of the text; the members of an object are key, value, key, value, … */
typedef struct
{
  guint32 start; /* byte offset of the first character */
  guint32 end;   /* after the last one */
  guint32 next;  /* index of the token that follows the whole value */
  guint8 type;   /* WhenceJsonType */
  guint8 flags;  /* WhenceJsonFlags */
} WhenceJsonToken;

typedef enum
{
  WHENCE_JSON_OK,
  WHENCE_JSON_ERROR_END,       /* the text ends too early */
  WHENCE_JSON_ERROR_VALUE,     /* no JSON value begins here */
  WHENCE_JSON_ERROR_COMMA,     /* "," or the closing bracket expected */
  WHENCE_JSON_ERROR_KEY,       /* a member name in double quotes expected */
  WHENCE_JSON_ERROR_COLON,     /* ":" expected */
  WHENCE_JSON_ERROR_NUMBER,    /* not a JSON number */
  WHENCE_JSON_ERROR_ESCAPE,    /* not a JSON escape */
  WHENCE_JSON_ERROR_CONTROL,   /* a raw control character in a string */
  WHENCE_JSON_ERROR_UTF8,      /* not UTF-8 */
  WHENCE_JSON_ERROR_SURROGATE, /* half of a surrogate pair */
  WHENCE_JSON_ERROR_DEEP,      /* nested too deeply */
  WHENCE_JSON_ERROR_TRAILING,  /* something follows the value */
  WHENCE_JSON_N_ERRORS,
} WhenceJsonError;

typedef struct
{
  const char *text;
  guint32 length;
  guint32 at; /* where the next value is looked for */
  guint max_depth;
  GArray *tokens; /* of WhenceJsonToken: the last value */
  GArray *open;   /* of guint32: containers not closed yet, outermost first */
  guint n_odd;    /* tokens of the last value that are duplicate keys or have U+0000 */
  WhenceJsonError error;
  guint32 error_at;                /* byte offset */
  guint32 path_parent, path_child; /* tokens where the last long path has been */
  guint path_nth;
} WhenceJsonScanner;

/* @text must outlive the scanner; @length is at most G_MAXUINT32 - 1. */
void whence_json_scanner_init (WhenceJsonScanner *scanner, const char *text, guint32 length, guint max_depth);
void whence_json_scanner_clear (WhenceJsonScanner *scanner);

/* Scans the next value onto the tokens (the first is the value itself). FALSE with error and error_at set. */
gboolean whence_json_scan_value (WhenceJsonScanner *scanner);

/* Scans a member name onto the tokens, and passes its colon. */
gboolean whence_json_scan_key (WhenceJsonScanner *scanner);

/* Passes white space, then @byte if it is there. */
gboolean whence_json_scan_byte (WhenceJsonScanner *scanner, char byte);

/* Passes white space; FALSE with WHENCE_JSON_ERROR_TRAILING if something follows it. */
gboolean whence_json_scan_end (WhenceJsonScanner *scanner);

/* The whole text is one JSON value. */
gboolean whence_json_scan_text (WhenceJsonScanner *scanner);

/* A sentence for people. Transfer none. */
const char *whence_json_error_message (WhenceJsonError error);

/* A place in a text: byte offset, line and column, both from 1, the column in code points. */
typedef struct
{
  guint32 at;
  guint line, column;
} WhenceJsonPlace;

/* Moves on to the byte offset @to, which is not before the place. Linear in the distance. */
void whence_json_place_advance (WhenceJsonPlace *place, const char *text, guint32 to);

G_END_DECLS
