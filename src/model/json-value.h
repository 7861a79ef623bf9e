/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one does with scanned JSON: decode strings, name the place of a token, write it compact or for people.
 */
#pragma once

#include "model/json-scan.h"

G_BEGIN_DECLS

/* Appends the decoded text of the string token; it may hold NUL bytes when the token says so. */
void whence_json_decode (const char *text, const WhenceJsonToken *string, GString *out);

/* Appends the path from the value at token @from down to @token, a value or a key: ".citations[0].date". */
void whence_json_append_path (WhenceJsonScanner *scanner, guint32 from, guint32 token, GString *out);

/* Appends one step of a JSON path: ".date", or "['two words']" where the name is no identifier. */
void whence_json_append_path_step (const char *name, gsize length, GString *out);

/* Appends JSON @text without the white space between its tokens. */
void whence_json_append_compact (const char *text, gsize length, GString *out);

/* Appends @text (UTF-8) as a JSON string. Only what must be escaped is. */
void whence_json_append_string (const char *text, gsize length, GString *out);

/* Appends the value at @token of the scanner for people: two spaces a level, one member a line. A container
 * goes on one line where it fits into 140 columns, unless it is a list or a map of containers. The first
 * @n_open levels are never put on one line. @indent levels are already there. */
void whence_json_append_pretty (const WhenceJsonScanner *scanner, guint32 token, guint indent, guint n_open,
                                GString *out);

G_END_DECLS
