/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the scanner share: the list of tokens, and how it gives up. */
#pragma once

#include "model/json-scan.h"

G_BEGIN_DECLS

static inline WhenceJsonToken *
whence_json_token_at (const WhenceJsonScanner *scanner, guint32 i)
{
  return &g_array_index (scanner->tokens, WhenceJsonToken, i);
}

/* Returns FALSE. */
static inline gboolean
whence_json_fail (WhenceJsonScanner *scanner, WhenceJsonError error, guint32 at)
{
  /* Whatever is missing at the end of the text is missing because the text ends. */
  scanner->error = at >= scanner->length && error != WHENCE_JSON_ERROR_DEEP ? WHENCE_JSON_ERROR_END : error;
  scanner->error_at = MIN (at, scanner->length);
  return FALSE;
}

/* Adds the token from where the scanner is to @end, which it passes. */
static inline void
whence_json_push (WhenceJsonScanner *scanner, WhenceJsonType type, guint32 end, guint flags)
{
  WhenceJsonToken token = { scanner->at, end, scanner->tokens->len + 1, type, flags };

  g_array_append_val (scanner->tokens, token);
  scanner->n_odd += (flags & WHENCE_JSON_HAS_NUL) != 0;
  scanner->at = end;
}

/* The string whose opening quote the scanner is before. */
gboolean whence_json_scan_string (WhenceJsonScanner *scanner);

/* Flags the keys of the object at token @object, which is the last value, that came before in it. O(n) in its
 * members. */
void whence_json_find_duplicates (WhenceJsonScanner *scanner, guint32 object);

G_END_DECLS
