/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a line of text may be cut: between grapheme clusters (UAX #29) and, of those places, where a reader
 * expects a line to end (a short form of UAX #14). Linear in the length. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint32 offset; /* bytes; the cut is before this one */
  gboolean line;  /* a line may end here; else only a word too wide for its line is cut */
} WhenceTextCut;

/* Every cluster boundary of @text (UTF-8, cleaned) but the one at 0, ascending; the last is the end. Fills an
 * array of WhenceTextCut. Transfer full. */
GArray *whence_text_find_cuts (const char *text, gsize length);

/* Whether the first letter with a direction is written right to left (UAX #9, P2). */
gboolean whence_text_is_rtl (const char *text);

G_END_DECLS
