/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with a file, and where. A problem never loses data: the record, or the member, is kept raw.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stable codes, printed by --check. Append only; the names are in one table in problem.c. */
typedef enum
{
  WHENCE_PROBLEM_DANGLING_ID,      /* "dangling-id": names a source, entity or fact that is not there */
  WHENCE_PROBLEM_DUPLICATE_ID,     /* "duplicate-id": the first one wins */
  WHENCE_PROBLEM_DUPLICATE_KEY,    /* "duplicate-key": the first one wins */
  WHENCE_PROBLEM_BAD_ID,           /* "bad-id": empty, too long, white space, control character or comma */
  WHENCE_PROBLEM_NUL,              /* "nul-character": U+0000 in a string */
  WHENCE_PROBLEM_BAD_DATE,         /* "bad-date": not EDTF, or no such day */
  WHENCE_PROBLEM_END_BEFORE_START, /* "end-before-start" */
  WHENCE_PROBLEM_DATE_RANGE,       /* "date-range": beyond ±292 billion years */
  WHENCE_PROBLEM_WRONG_TYPE,       /* "wrong-type": a string where a number is asked for, … */
  WHENCE_PROBLEM_MISSING,      /* "missing-member": a required member is not there; the record is kept raw */
  WHENCE_PROBLEM_BAD_NUMBER,   /* "bad-number": cannot be kept exactly, or not finite */
  WHENCE_PROBLEM_BAD_SHARE,    /* "bad-share": not an exact fraction from 0 to 1 */
  WHENCE_PROBLEM_BAD_VALUE,    /* "bad-value": not one of the allowed words */
  WHENCE_PROBLEM_BAD_IMAGE,    /* "bad-image": no relative path and no data: image of at most 1 MiB */
  WHENCE_PROBLEM_BAD_POSITION, /* "bad-position": a saved position that is no finite pair */
  WHENCE_N_PROBLEM_CODES,
} WhenceProblemCode;

typedef struct
{
  WhenceProblemCode code;
  guint line;    /* from 1; 0, like the column: of a record that was edited since the file was read */
  guint column;  /* from 1, in code points */
  char *path;    /* JSON path: "$.facts[12].date" */
  char *message; /* a sentence for people: what is wrong and what was done about it */
} WhenceProblem;

const char *whence_problem_code_name (WhenceProblemCode code);

/* "FILE:LINE:COLUMN: CODE: path: message". Transfer full. */
char *whence_problem_to_line (const WhenceProblem *problem, const char *file);

/* The sentence of a @message that begins with "LINE:COLUMN: " where it knows the place, and the place;
 * without one, all of it, and 0 and 0. Transfer none: a part of @message. */
const char *whence_problem_split_message (const char *message, guint *line, guint *column);

G_END_DECLS
