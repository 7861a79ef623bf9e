/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Formats are those of translators, so words may change places. Linear in what is appended. */
#include "model/text-fill.h"

#include <string.h>

#include "model/date-names.h"

#define MOST_WORDS 9

/* What stands after "%", which names the word that is next, or another. Returns what comes after it. */
static const char *
read_place (const char *p, guint *next, guint *word)
{
  gboolean named = p[0] >= '1' && p[0] <= '9' && p[1] == '$';

  *word = named ? (guint) (p[0] - '1') : (*next)++;
  if (named)
    p += 2;
  if (*p == '\'')
    p++;
  return *p != '\0' ? p + 1 : p;
}

/* g_string_append_len(), for which a call each would take most of the time. */
static inline void
append (GString *text, const char *more, gsize length)
{
  if (G_UNLIKELY (text->len + length >= text->allocated_len))
    {
      g_string_append_len (text, more, (gssize) length);
      return;
    }
  memcpy (text->str + text->len, more, length);
  text->len += length;
  text->str[text->len] = '\0';
}

void
whence_text_fill (GString *text, const char *format, const char *const *words, guint n_words)
{
  const char *percent;
  guint next = 0, word;

  for (; (percent = strchr (format, '%')) != NULL;)
    {
      append (text, format, (gsize) (percent - format));
      if (percent[1] == '%')
        {
          g_string_append_c (text, '%');
          format = percent + 2;
          continue;
        }
      format = read_place (percent + 1, &next, &word);
      if (word < n_words && words[word] != NULL)
        append (text, words[word], strlen (words[word]));
    }
  append (text, format, strlen (format));
}

/* --- With arguments --------------------------------------------------------------------------------- */

/* What the arguments of @format are: 's', 'u', or 'c' for a count. Returns how many there are. */
static guint
read_kinds (const char *format, char kinds[MOST_WORDS])
{
  guint next = 0, word, n = 0;

  for (const char *p = format; (p = strchr (p, '%')) != NULL;)
    {
      const char *end;

      if (p[1] == '%')
        {
          p += 2;
          continue;
        }
      end = read_place (p + 1, &next, &word);
      if (word < MOST_WORDS)
        {
          kinds[word] = end[-1] == 'u' && end[-2] == '\'' ? 'c' : end[-1];
          n = MAX (n, word + 1);
        }
      p = end;
    }
  return n;
}

char *
whence_text_compose (const char *format, ...)
{
  char kinds[MOST_WORDS] = { 0 };
  guint n = read_kinds (format, kinds);
  char *words[MOST_WORDS] = { NULL };
  GString *text = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  for (guint i = 0; i < n; i++)
    if (kinds[i] == 's')
      words[i] = g_strdup (va_arg (arguments, const char *));
    else if (kinds[i] == 'c')
      words[i] = whence_count_name (va_arg (arguments, guint));
    else
      words[i] = g_strdup_printf ("%u", va_arg (arguments, guint));
  va_end (arguments);
  whence_text_fill (text, format, (const char *const *) words, n);
  for (guint i = 0; i < n; i++)
    g_free (words[i]);
  return g_string_free (text, FALSE);
}
