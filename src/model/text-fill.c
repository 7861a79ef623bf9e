/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formats are those of translators, so words may change places. Linear in what is appended. */
#include "model/text-fill.h"

#include <string.h>

/* What stands after "%", which names the word that is next, or another. Returns what comes after it. */
static const char *
read_place (const char *p, guint *next, guint *word)
{
  gboolean named = p[0] >= '1' && p[0] <= '9' && p[1] == '$';

  *word = named ? (guint) (p[0] - '1') : (*next)++;
  if (named)
    p += 2;
  return *p != '\0' ? p + 1 : p;
}

void
whence_text_fill (GString *text, const char *format, const char *const *words, guint n_words)
{
  const char *percent;
  guint next = 0, word;

  for (; (percent = strchr (format, '%')) != NULL;)
    {
      g_string_append_len (text, format, percent - format);
      if (percent[1] == '%')
        {
          g_string_append_c (text, '%');
          format = percent + 2;
          continue;
        }
      format = read_place (percent + 1, &next, &word);
      if (word < n_words)
        g_string_append (text, words[word]);
    }
  g_string_append (text, format);
}
