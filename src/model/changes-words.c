/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two titles say differently: "Ann is CEO of Bee" and "Ann is chairman of Bee" are "CEO" and "chairman".
 * Only the names of those in the fact and what links them to the rest are left out, where both titles begin
 * or end with them: what else is the same may be half of a role ("vice president", "vice chairman"). Links
 * are known in few languages; a link that is not known stays, which is long, but true. Linear in the words.
 */
#include "model/changes-private.h"

#include <string.h>

/* Between the name at the beginning and the role. */
static const char *const links_before[] = { "is",  "was", "became", "the", "a",        "an",
                                            "ist", "war", "wird",   "est", "le",       "la",
                                            "es",  "el",  "foi",    "o",   "\303\251", "\321\224" };
/* Between the role and the name at the end. */
static const char *const links_after[] = { "of", "at", "for",  "the", "von", "bei",
                                           "de", "du", "chez", "del", "da",  "do" };

static gboolean
is_link (const char *const *links, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (links[i], word))
      return TRUE;
  return FALSE;
}

/* Without a mark at its end ("Ann, CEO"). */
static char *
bare (const char *word)
{
  gsize n = strlen (word);

  while (n > 0 && strchr (",:;.", word[n - 1]) != NULL)
    n--;
  return g_strndup (word, n);
}

static void
add_name (GHashTable *names, const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (names, bare (words[i]));
}

/* The words of the names of those whom the fact is about. */
static GHashTable *
list_names (const WhenceBundle *bundle, guint32 fact)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint32 parties[2];
  guint n = MIN (2, whence_bundle_get_fact_entities (bundle, fact, parties, 2));

  for (guint i = 0; i < n; i++)
    {
      WhenceEntity entity;

      whence_bundle_get_entity (bundle, parties[i], &entity);
      add_name (names, entity.name);
      for (guint k = 0; k < entity.n_aliases; k++)
        add_name (names, whence_bundle_get_alias (bundle, parties[i], k));
    }
  return names;
}

static gboolean
is_name (GHashTable *names, const char *word)
{
  g_autofree char *name = bare (word);

  return g_hash_table_contains (names, name);
}

/* How many of @words, which are the first @n (@step is 1) or the last ones (-1), are a name and then links.
 */
static guint
count_named (GHashTable *names, char **words, guint n, int step, const char *const *links, guint n_links)
{
  guint named = 0, linked;

  while (named < n && is_name (names, words[(int) named * step]))
    named++;
  linked = named;
  while (named > 0 && linked < n && is_link (links, n_links, words[(int) linked * step]))
    linked++;
  return linked;
}

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
whence_changes_dup_difference (const WhenceBundle *bundle, guint32 fact, const char *before,
                               const char *after, char **first, char **second)
{
  g_autoptr (GHashTable) names = list_names (bundle, fact);
  g_auto (GStrv) a = g_strsplit (before, " ", -1), b = g_strsplit (after, " ", -1);
  guint n_a = g_strv_length (a), n_b = g_strv_length (b), most = MAX (1, MIN (n_a, n_b)) - 1, head = 0,
        tail = 0;

  while (head < most && g_str_equal (a[head], b[head]))
    head++;
  head = count_named (names, a, head, 1, links_before, G_N_ELEMENTS (links_before));
  while (tail < most - head && g_str_equal (a[n_a - 1 - tail], b[n_b - 1 - tail]))
    tail++;
  if (tail > 0)
    tail = count_named (names, a + n_a - 1, tail, -1, links_after, G_N_ELEMENTS (links_after));
  *first = join_words (a, head, n_a - head - tail);
  *second = join_words (b, head, n_b - head - tail);
}
