/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drawing does not show, sentence by sentence. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes over @sentence, which is about @n things; where there are none it is dropped. */
static inline void
whence_sentences_add (GPtrArray *sentences, guint n, char *sentence)
{
  if (n > 0)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

G_END_DECLS
