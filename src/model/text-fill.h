/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sentence with its words in their places. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @format, as printf would have it, to @text, where every argument is among @words as a text: %s, %u,
 * %1$s, %2$u and %%. printf takes ten times as long. An argument that is not among the @n_words is left out.
 */
void whence_text_fill (GString *text, const char *format, const char *const *words, guint n_words);

G_END_DECLS
