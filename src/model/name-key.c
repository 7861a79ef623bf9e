/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names become words, words become sounds by a table of rewritings. Nothing here is shown to anybody; it only
 * has to be the same for spellings that people mistake for one another. */
#include "model/name-key.h"

#include <string.h>

#include "model/name-latin.h"

/* Sorted by nothing but what must be tried first: the longer before the shorter. */
static const struct
{
  const char *letters, *sound;
} rewritings[] = {
  { "shch", "s" }, { "tsch", "k" }, { "sch", "s" }, { "tch", "k" }, { "dzh", "j" }, { "ij", "i" },
  { "ej", "ei" },  { "aj", "ai" },  { "oj", "oi" }, { "sh", "s" },  { "ch", "k" },  { "kh", "k" },
  { "zh", "s" },   { "ts", "s" },   { "tz", "s" },  { "ph", "f" },  { "th", "t" },  { "gh", "g" },
  { "dh", "d" },   { "ck", "k" },   { "qu", "k" },  { "ou", "u" },  { "oo", "u" },  { "ee", "i" },
  { "ie", "i" },   { "ey", "ei" },  { "ay", "ai" }, { "ae", "e" },  { "oe", "o" },  { "ue", "u" },
  { "x", "ks" },   { "c", "k" },    { "q", "k" },   { "w", "v" },   { "y", "i" },   { "z", "s" },
};

/* Companies are the same with and without; in Latin letters, as the words come. */
static const char *const legal_forms[] = {
  "ab",          "aktiengesellschaft",
  "ag",          "ao",
  "aps",         "as",
  "asa",         "bhd",
  "bv",          "co",
  "company",     "corp",
  "corporation", "cv",
  "doo",         "gmbh",
  "inc",         "incorporated",
  "jsc",         "kg",
  "kgaa",        "kk",
  "limited",     "llc",
  "llp",         "lp",
  "ltd",         "ltda",
  "nv",          "oao",
  "ojsc",        "ooo",
  "oy",          "oyj",
  "pao",         "pjsc",
  "plc",         "pte",
  "pty",         "sa",
  "sab",         "sarl",
  "sas",         "se",
  "sl",          "spa",
  "srl",         "sro",
  "tov",         "ug",
  "zao",         NULL,
};
static const char *const titles[] = { "dr", "herr", "hon", "mr", "mrs", "ms", "prof", "sir", NULL };
static const char *const fillers[] = { "and", "de", "et", "of", "the", "und", NULL };

/* --- Words --------------------------------------------------------------------------------------- */

static void
clear_word (gpointer data)
{
  WhenceNameWord *word = data;

  g_free (word->latin);
  g_free (word->sound);
  g_free (word->bones);
}

static char *
make_sound (const char *latin)
{
  GString *sound = g_string_new (NULL);

  while (*latin != '\0')
    {
      const char *text = NULL;
      gsize length = 1;
      for (guint i = 0; i < G_N_ELEMENTS (rewritings) && text == NULL; i++)
        if (g_str_has_prefix (latin, rewritings[i].letters))
          {
            text = rewritings[i].sound;
            length = strlen (rewritings[i].letters);
          }
      for (const char *c = text != NULL ? text : latin; c < (text != NULL ? text + strlen (text) : latin + 1);
           c++)
        if (sound->len == 0 || sound->str[sound->len - 1] != *c)
          g_string_append_c (sound, *c);
      latin += length;
    }
  return g_string_free (sound, FALSE);
}

static char *
make_bones (const char *sound)
{
  GString *bones = g_string_new (NULL);

  for (; *sound != '\0'; sound++)
    if (strchr ("aeiou", *sound) == NULL)
      g_string_append_c (bones, *sound);
  return g_string_free (bones, FALSE);
}

/* One letter like "V" is an initial rather than a number. */
static gboolean
is_count (const char *latin)
{
  gsize length = strlen (latin);

  return length > 0
         && (strcspn (latin, "0123456789") < length || (length > 1 && strspn (latin, "ivx") == length)
             || g_str_equal (latin, "jr") || g_str_equal (latin, "sr") || g_str_equal (latin, "junior")
             || g_str_equal (latin, "senior"));
}

static void
end_word (GArray *words, GString *latin, gboolean abjad)
{
  WhenceNameWord word = { .abjad = abjad };

  if (latin->len == 0)
    return;
  word.latin = g_strdup (latin->str);
  word.sound = make_sound (word.latin);
  word.bones = make_bones (word.sound);
  word.initial = g_utf8_strlen (word.latin, -1) == 1 && g_ascii_isalpha (word.latin[0]);
  word.counts = is_count (word.latin);
  g_array_append_val (words, word);
  g_string_truncate (latin, 0);
}

/* Apostrophes and soft signs are within a word, everything else that is no letter or digit ends it. */
static gboolean
is_within_word (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2B9 || c == 0x200C || c == 0x200D
         || g_unichar_ismark (c);
}

static GArray *
split (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *plain = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) latin = g_string_new (NULL);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (WhenceNameWord));
  gboolean abjad = FALSE;

  g_array_set_clear_func (words, clear_word);
  for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);
      if (is_within_word (letter))
        continue;
      if (!g_unichar_isalnum (letter))
        {
          end_word (words, latin, abjad);
          abjad = FALSE;
          continue;
        }
      abjad = abjad || whence_letter_is_abjad (letter);
      if (!whence_letter_to_latin (letter, latin->len == 0, latin))
        g_string_append_unichar (latin, letter);
    }
  end_word (words, latin, abjad);
  return words;
}

/* --- What does not belong to the name ------------------------------------------------------------ */

static void
remove_all (GArray *words, const char *const *unwanted)
{
  for (guint i = words->len; i-- > 0 && words->len > 1;)
    if (g_strv_contains (unwanted, g_array_index (words, WhenceNameWord, i).latin))
      g_array_remove_index (words, i);
}

/* "S. A." is two words that are a legal form together. Returns how many words at the end are one, or 0. */
static guint
count_spelled_form (const GArray *words)
{
  char spelled[4] = "";

  for (guint n = 1; n <= 3 && n < words->len; n++)
    {
      const WhenceNameWord *word = &g_array_index (words, WhenceNameWord, words->len - n);
      if (!word->initial)
        return 0;
      memmove (spelled + 1, spelled, sizeof spelled - 2);
      spelled[0] = word->latin[0];
      if (n > 1 && g_strv_contains (legal_forms, spelled))
        return n;
    }
  return 0;
}

static void
remove_legal_forms (GArray *words)
{
  guint spelled = count_spelled_form (words);

  if (spelled > 0)
    g_array_set_size (words, words->len - spelled);
  while (words->len > 1
         && g_strv_contains (legal_forms, g_array_index (words, WhenceNameWord, words->len - 1).latin))
    g_array_set_size (words, words->len - 1);
  while (words->len > 1 && g_strv_contains (legal_forms, g_array_index (words, WhenceNameWord, 0).latin))
    g_array_remove_index (words, 0);
}

void
whence_name_key_init (WhenceNameKey *key, const char *name, WhenceNameKind kind)
{
  g_autoptr (GString) latin = g_string_new (NULL);
  g_autoptr (GString) sound = g_string_new (NULL);
  g_autoptr (GString) bones = g_string_new (NULL);
  g_autoptr (GString) letters = g_string_new (NULL);

  key->words = split (name);
  if (kind == WHENCE_NAME_OF_PERSON)
    remove_all (key->words, titles);
  if (kind == WHENCE_NAME_OF_BODY)
    {
      remove_all (key->words, fillers);
      remove_legal_forms (key->words);
    }
  for (guint i = 0; i < key->words->len; i++)
    {
      const WhenceNameWord *word = whence_name_key_word (key, i);
      g_string_append (latin, word->latin);
      g_string_append (sound, word->sound);
      g_string_append (bones, word->bones);
      g_string_append_len (letters, word->latin, 1);
    }
  key->latin = g_string_free (g_steal_pointer (&latin), FALSE);
  key->sound = g_string_free (g_steal_pointer (&sound), FALSE);
  key->bones = g_string_free (g_steal_pointer (&bones), FALSE);
  key->letters = g_string_free (g_steal_pointer (&letters), FALSE);
}

void
whence_name_key_clear (WhenceNameKey *key)
{
  g_clear_pointer (&key->words, g_array_unref);
  g_clear_pointer (&key->latin, g_free);
  g_clear_pointer (&key->sound, g_free);
  g_clear_pointer (&key->bones, g_free);
  g_clear_pointer (&key->letters, g_free);
}
