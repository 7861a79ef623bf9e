/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The string arena of a bundle: a string is a 32-bit reference, 0 is NULL, and its text stays where it is for
 * as long as the arena lives. A copy shares all text written so far and goes on in blocks of its own, so that
 * the bundles before and after an edit can be read from any thread. At most 4 GiB. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef guint32 WhenceString;

#define WHENCE_STRINGS_PAGE_SHIFT 16

typedef struct
{
  char **pages; /* where each 64 KiB of reference space is */
  guint32 n_pages, n_allocated;
  guint32 n_shared;  /* pages that were there when this became a copy */
  GPtrArray *blocks; /* of GBytes, owning the pages */
  guint32 at, end;   /* free room in the last block */
  guint32 *interned; /* open addressing; dropped by whence_strings_seal() */
  guint32 n_interned, interned_mask;
} WhenceStrings;

void whence_strings_init (WhenceStrings *strings);
void whence_strings_clear (WhenceStrings *strings);
void whence_strings_copy (WhenceStrings *to, const WhenceStrings *from);

/* Adds the @length bytes of @text, which hold no NUL. */
WhenceString whence_strings_add (WhenceStrings *strings, const char *text, gsize length);

/* The same, but equal texts added this way are one string. For what repeats. */
WhenceString whence_strings_intern (WhenceStrings *strings, const char *text, gsize length);

/* Nothing more is added: gives back what only adding needs. */
void whence_strings_seal (WhenceStrings *strings);

static inline const char *
whence_strings_get (const WhenceStrings *strings, WhenceString string)
{
  if (string == 0)
    return NULL;
  return strings->pages[string >> WHENCE_STRINGS_PAGE_SHIFT]
         + (string & ((1u << WHENCE_STRINGS_PAGE_SHIFT) - 1));
}

/* FNV-1a with a final mix; the same on every machine. */
guint32 whence_text_hash (const char *text, gsize length);

G_END_DECLS
