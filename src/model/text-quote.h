/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words put between the quotation marks of the language of the interface. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text, which is to stand in the language's quotation marks, with those of the second level where it has
 * those of the first itself: "「b」" becomes "『b』" in Japanese. What is not closed as it was opened stays
 * as it is. Transfer full. */
char *whence_text_nest_quotes (const char *text);

/* In quotation marks. Transfer full. */
char *whence_text_quote (const char *text);

G_END_DECLS
