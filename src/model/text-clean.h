/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text from outside made fit for formats that do not allow every character. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text without the characters that XML 1.0 section 2.2 forbids: controls but tab, line feed and carriage
 * return, U+FFFE and U+FFFF. @text is valid UTF-8. Transfer full. */
char *whence_text_strip_controls (const char *text);

/* Whether there is a letter of a script that is written from right to left: Hebrew to Arabic Extended, their
 * presentation forms, and those of the supplementary plane. @text is valid UTF-8. */
gboolean whence_text_has_rtl (const char *text);

/* Whether there may be signs that a font draws in colours of its own, such as emoji. @text is valid UTF-8. */
gboolean whence_text_may_be_coloured (const char *text);

/* What is no part of a number: blanks, and marks of direction. */
gboolean whence_text_is_blank (gunichar c);
/* @text without them. Transfer full. */
char *whence_text_without_blanks (const char *text);

G_END_DECLS
