/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a drawing does not show, sentence by sentence. */
#pragma once

#include "model/text-list.h"

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

/* All of them in a row; NULL: there are none. Transfer full. */
static inline char *
whence_sentences_join (const GPtrArray *sentences)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sentences->len; i++)
    whence_text_join (text, WHENCE_JOINT_SENTENCES, g_ptr_array_index (sentences, i));
  return g_string_free (text, text->len == 0);
}

G_END_DECLS
