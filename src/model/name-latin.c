/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table for all scripts, in the order of code points; looked up by halving it. */
#include "model/name-latin.h"

#include <stdlib.h>

typedef struct
{
  gunichar letter;
  const char *latin;
} Letter;

/* Decomposition has taken the accents away: й is и, ё is е, أ is ا. */
static const Letter letters[] = {
  { 0xE6, "ae" },   { 0xF0, "d" },   { 0xF8, "o" },   { 0xFE, "th" },    { 0x111, "d" },  { 0x131, "i" },
  { 0x142, "l" },   { 0x153, "oe" }, { 0x3B1, "a" },  { 0x3B2, "v" },    { 0x3B3, "g" },  { 0x3B4, "d" },
  { 0x3B5, "e" },   { 0x3B6, "z" },  { 0x3B7, "i" },  { 0x3B8, "th" },   { 0x3B9, "i" },  { 0x3BA, "k" },
  { 0x3BB, "l" },   { 0x3BC, "m" },  { 0x3BD, "n" },  { 0x3BE, "x" },    { 0x3BF, "o" },  { 0x3C0, "p" },
  { 0x3C1, "r" },   { 0x3C2, "s" },  { 0x3C3, "s" },  { 0x3C4, "t" },    { 0x3C5, "y" },  { 0x3C6, "f" },
  { 0x3C7, "ch" },  { 0x3C8, "ps" }, { 0x3C9, "o" },  { 0x430, "a" },    { 0x431, "b" },  { 0x432, "v" },
  { 0x433, "g" },   { 0x434, "d" },  { 0x435, "e" },  { 0x436, "zh" },   { 0x437, "z" },  { 0x438, "i" },
  { 0x43A, "k" },   { 0x43B, "l" },  { 0x43C, "m" },  { 0x43D, "n" },    { 0x43E, "o" },  { 0x43F, "p" },
  { 0x440, "r" },   { 0x441, "s" },  { 0x442, "t" },  { 0x443, "u" },    { 0x444, "f" },  { 0x445, "kh" },
  { 0x446, "ts" },  { 0x447, "ch" }, { 0x448, "sh" }, { 0x449, "shch" }, { 0x44A, "" },   { 0x44B, "y" },
  { 0x44C, "" },    { 0x44D, "e" },  { 0x44E, "yu" }, { 0x44F, "ya" },   { 0x452, "d" },  { 0x454, "ie" },
  { 0x455, "z" },   { 0x456, "i" },  { 0x458, "j" },  { 0x459, "lj" },   { 0x45A, "nj" }, { 0x45B, "c" },
  { 0x45F, "dzh" }, { 0x491, "g" },  { 0x5D0, "a" },  { 0x5D1, "b" },    { 0x5D2, "g" },  { 0x5D3, "d" },
  { 0x5D4, "h" },   { 0x5D5, "o" },  { 0x5D6, "z" },  { 0x5D7, "kh" },   { 0x5D8, "t" },  { 0x5D9, "i" },
  { 0x5DA, "kh" },  { 0x5DB, "k" },  { 0x5DC, "l" },  { 0x5DD, "m" },    { 0x5DE, "m" },  { 0x5DF, "n" },
  { 0x5E0, "n" },   { 0x5E1, "s" },  { 0x5E2, "a" },  { 0x5E3, "f" },    { 0x5E4, "p" },  { 0x5E5, "ts" },
  { 0x5E6, "ts" },  { 0x5E7, "k" },  { 0x5E8, "r" },  { 0x5E9, "sh" },   { 0x5EA, "t" },  { 0x621, "" },
  { 0x627, "a" },   { 0x628, "b" },  { 0x629, "a" },  { 0x62A, "t" },    { 0x62B, "th" }, { 0x62C, "j" },
  { 0x62D, "h" },   { 0x62E, "kh" }, { 0x62F, "d" },  { 0x630, "d" },    { 0x631, "r" },  { 0x632, "z" },
  { 0x633, "s" },   { 0x634, "sh" }, { 0x635, "s" },  { 0x636, "d" },    { 0x637, "t" },  { 0x638, "z" },
  { 0x639, "a" },   { 0x63A, "gh" }, { 0x640, "" },   { 0x641, "f" },    { 0x642, "q" },  { 0x643, "k" },
  { 0x644, "l" },   { 0x645, "m" },  { 0x646, "n" },  { 0x647, "h" },    { 0x648, "u" },  { 0x649, "a" },
  { 0x64A, "i" },   { 0x67E, "p" },  { 0x686, "ch" }, { 0x698, "zh" },   { 0x6A9, "k" },  { 0x6AF, "g" },
  { 0x6CC, "i" },
};

/* At the beginning of a word these stand for a consonant. */
static const Letter first_letters[] = {
  { 0x5D5, "v" }, { 0x5D9, "y" }, { 0x5E4, "p" }, { 0x648, "w" }, { 0x64A, "y" }, { 0x6CC, "y" },
};

static int
compare_letters (const void *key, const void *member)
{
  gunichar letter = *(const gunichar *) key, other = ((const Letter *) member)->letter;

  return letter < other ? -1 : letter > other;
}

static const char *
look_up (const Letter *table, gsize n, gunichar letter)
{
  const Letter *found = bsearch (&letter, table, n, sizeof *table, compare_letters);

  return found != NULL ? found->latin : NULL;
}

gboolean
whence_letter_is_abjad (gunichar letter)
{
  return letter >= 0x5D0 && letter <= 0x6FF;
}

gboolean
whence_letter_to_latin (gunichar letter, gboolean first, GString *latin)
{
  const char *text = first ? look_up (first_letters, G_N_ELEMENTS (first_letters), letter) : NULL;

  if (letter < 0x80 && g_ascii_isalnum ((char) letter))
    {
      g_string_append_c (latin, (char) letter);
      return TRUE;
    }
  if (text == NULL)
    text = look_up (letters, G_N_ELEMENTS (letters), letter);
  if (text != NULL)
    g_string_append (latin, text);
  return text != NULL;
}
