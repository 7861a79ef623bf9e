/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The translation of a pair of marks says which the language has outside, and a table which go with those
 * inside. An apostrophe looks like a mark that closes: so only what stands between an opening mark and the
 * closing one is a quotation, and only corner brackets, which are nothing else, change places. Linear. */
#include "model/text-quote.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *open, *close, *inner_open, *inner_close;
  gboolean swap; /* what has the inner marks already gets the outer ones */
} Marks;

/* The first row whose outer marks the language has; 「 and 『 in turn, however deep. */
static const Marks all_marks[] = {
  { "「", "」", "『", "』", TRUE }, { "“", "”", "‘", "’", FALSE }, { "„", "“", "‚", "‘", FALSE },
  { "«", "»", "“", "”", FALSE },    { "»", "«", "›", "‹", FALSE }, { "”", "“", "’", "‘", FALSE },
};

static const Marks *
find_marks (void)
{
  /* Translators: words quoted from a source, in the quotation marks of the language. */
  const char *quoted = _ ("“%s”");

  for (guint i = 0; i < G_N_ELEMENTS (all_marks); i++)
    if (g_str_has_prefix (quoted, all_marks[i].open) && g_str_has_suffix (quoted, all_marks[i].close))
      return &all_marks[i];
  return NULL;
}

/* Brackets, which open and close nothing else. */
static void
swap_marks (GString *text, const Marks *marks)
{
  const char *const from[] = { marks->open, marks->close, marks->inner_open, marks->inner_close };
  const char *const to[] = { marks->inner_open, marks->inner_close, marks->open, marks->close };
  g_autofree char *before = g_strdup (text->str);

  g_string_truncate (text, 0);
  for (const char *p = before; *p != '\0';)
    {
      guint i = 0;
      while (i < G_N_ELEMENTS (from) && !g_str_has_prefix (p, from[i]))
        i++;
      if (i < G_N_ELEMENTS (from))
        {
          g_string_append (text, to[i]);
          p += strlen (from[i]);
          continue;
        }
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
      p = g_utf8_next_char (p);
    }
}

/* Blanks that belong to the marks, as French has them. */
static const char *
skip_blanks (const char *p, const char *end)
{
  while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
skip_blanks_back (const char *start, const char *p)
{
  for (const char *before = p; before > start; p = before)
    {
      before = g_utf8_prev_char (p);
      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
    }
  return p;
}

/* What stands between an opening and the next closing mark. */
static void
replace_pairs (GString *text, const Marks *marks)
{
  g_autofree char *before = g_strdup (text->str);
  const char *p = before, *open, *close;

  g_string_truncate (text, 0);
  while ((open = strstr (p, marks->open)) != NULL
         && (close = strstr (open + strlen (marks->open), marks->close)) != NULL)
    {
      const char *first = skip_blanks (open + strlen (marks->open), close);
      const char *end = skip_blanks_back (first, close);
      g_string_append_len (text, p, open - p);
      g_string_append (text, marks->inner_open);
      g_string_append_len (text, first, end - first);
      g_string_append (text, marks->inner_close);
      p = close + strlen (marks->close);
    }
  g_string_append (text, p);
}

char *
whence_text_nest_quotes (const char *text)
{
  const Marks *marks = find_marks ();
  GString *nested = g_string_new (text);

  if (marks != NULL)
    (marks->swap ? swap_marks : replace_pairs) (nested, marks);
  return g_string_free (nested, FALSE);
}

char *
whence_text_quote (const char *text)
{
  g_autofree char *nested = whence_text_nest_quotes (text);

  return g_strdup_printf (_ ("“%s”"), nested);
}
