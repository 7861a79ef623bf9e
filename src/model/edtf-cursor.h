/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a reader of EDTF stands in its string. Only for the two files that share the grammar. */
#pragma once

#include "model/edtf.h"

G_BEGIN_DECLS

/* Never passes the terminating NUL of @text. */
typedef struct
{
  const char *text;
  const char *at;
  GError **error;
} WhenceCursor;

/* Both set the error, naming the character where the cursor stands, and return FALSE. */
gboolean whence_cursor_refuse (WhenceCursor *c, WhenceDateError code, const char *reason);
gboolean whence_cursor_unexpected (WhenceCursor *c);

/* TRUE, and the cursor behind it, when @wanted or ".." is what comes. */
gboolean whence_cursor_accept (WhenceCursor *c, char wanted);
gboolean whence_cursor_accept_dots (WhenceCursor *c);

/* One date with all that belongs to it; the cursor stands behind it. FALSE with the error set. */
gboolean whence_cursor_parse_date (WhenceCursor *c, WhenceEdtfDate *date);

G_END_DECLS
