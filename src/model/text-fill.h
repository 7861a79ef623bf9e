/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence with its words in their places. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @format, as printf would have it, to @text, where every argument is among @words as a text: %s, %u,
 * %'u, %1$s, %2$'u and %%. printf takes ten times as long. An argument that is not among the @n_words is left
 * out.
 */
void whence_text_fill (GString *text, const char *format, const char *const *words, guint n_words);

/* As g_strdup_printf() would for @format, of %s, %u and %'u, nine at most; but the figures of counts, %'u,
 * are grouped as the language does it (whence_count_name()), whatever locales the machine has. Transfer full.
 */
char *whence_text_compose (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
