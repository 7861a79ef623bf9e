/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as one searches it: without case, accents, widths and forms. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text folded: case folded, compatibility decomposed (NFKD), without accents and vowel points
 * (combining classes from 10 on: what Indic and Japanese scripts combine is no accent and stays), letters
 * with strokes as those without, white space and controls as single blanks, none at the ends. Text without
 * anything to fold is copied. Linear. */
void whence_text_append_folded (const char *text, GString *folded);
/* Transfer full. */
char *whence_text_fold (const char *text);

G_END_DECLS
