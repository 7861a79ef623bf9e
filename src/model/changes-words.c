/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two titles say differently: "Ann is CEO of Bee" and "Ann is chairman of Bee" are "CEO" and "chairman".
 * Linear in the words. */
#include "model/changes-private.h"

static char *
join_words (char **words, guint first, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (text, "%s%s", i > first ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

/* Both keep a word at least, as long as they have one. */
void
whence_changes_dup_difference (const char *before, const char *after, char **first, char **second)
{
  g_auto (GStrv) a = g_strsplit (before, " ", -1), b = g_strsplit (after, " ", -1);
  guint n_a = g_strv_length (a), n_b = g_strv_length (b), least = MIN (n_a, n_b), head = 0, tail = 0;

  while (head < least && g_str_equal (a[head], b[head]))
    head++;
  while (tail < least - head && g_str_equal (a[n_a - 1 - tail], b[n_b - 1 - tail]))
    tail++;
  if (head + tail == least && tail > 0)
    tail--;
  else if (head + tail == least && head > 0)
    head--;
  *first = join_words (a, head, n_a - head - tail);
  *second = join_words (b, head, n_b - head - tail);
}
