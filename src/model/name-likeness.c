/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two names may be one, by rules rather than by training: word by word from "the same" down to "an
 * initial of it", with what tells people and companies apart (a final vowel, a number) always telling them
 * apart. */
#include <string.h>

#include "model/name-key.h"

#define SAME 1.0
#define SAME_SOUND 0.95
#define SAME_BONES 0.88
#define NEAR 0.82
#define SHORT_FORM 0.8 /* "Alex", "Alexandr" */
#define INITIAL 0.72
#define ACRONYM 0.75
#define MOST_WORDS 12
#define MOST_LETTERS 40
#define MIDDLE_NAME 0.03 /* what each word costs that only one name has */

/* --- Words --------------------------------------------------------------------------------------- */

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiou", c) != NULL;
}

/* Carlo is not Carla, and Petra not Peter. */
static gboolean
ends_otherwise (const char *a, const char *b)
{
  char last_a = a[strlen (a) - 1], last_b = b[strlen (b) - 1];

  return last_a != last_b && (is_vowel (last_a) || is_vowel (last_b));
}

/* The letter for v, u and o is one in scripts without vowels. */
static gboolean
have_equal_bones (const char *a, const char *b)
{
  guint n = 0;

  for (;; a++, b++)
    {
      a += strspn (a, "v");
      b += strspn (b, "v");
      if (*a != *b)
        return FALSE;
      if (*a == '\0')
        return n >= 2;
      n++;
    }
}

/* Whether one letter more, less, other or exchanged with its neighbour makes one of the other. */
static gboolean
is_one_edit_away (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b), head = 0, tail = 0;

  while (a[head] != '\0' && a[head] == b[head])
    head++;
  while (tail < length_a - head && tail < length_b - head && a[length_a - 1 - tail] == b[length_b - 1 - tail])
    tail++;
  length_a -= head + tail;
  length_b -= head + tail;
  if (length_a == 2 && length_b == 2)
    return a[head] == b[head + 1] && a[head + 1] == b[head];
  return length_a <= 1 && length_b <= 1;
}

/* @least: letters from which a difference of one may be a slip. */
static double
compare_words (const WhenceNameWord *a, const WhenceNameWord *b, gsize least)
{
  gsize length_a = strlen (a->sound), length_b = strlen (b->sound);

  if (g_str_equal (a->latin, b->latin))
    return SAME;
  if (a->counts || b->counts)
    return 0;
  if (a->initial || b->initial)
    return a->sound[0] == b->sound[0] ? INITIAL : 0;
  if (length_a == 0 || length_b == 0)
    return 0;
  if (g_str_equal (a->sound, b->sound))
    return SAME_SOUND;
  if (a->abjad || b->abjad)
    return have_equal_bones (a->bones, b->bones) ? SAME_BONES : 0;
  if (ends_otherwise (a->sound, b->sound))
    return 0;
  if (MIN (length_a, length_b) >= 5 && a->sound[0] == b->sound[0] && strlen (a->bones) >= 3
      && g_str_equal (a->bones, b->bones))
    return SAME_BONES;
  if (MIN (length_a, length_b) >= least && MAX (length_a, length_b) <= MOST_LETTERS
      && is_one_edit_away (a->sound, b->sound))
    return NEAR;
  return 0;
}

/* --- People -------------------------------------------------------------------------------------- */

/* "Dan" for "Daniel" and "Alex" for "Alexander", but "Paul" is not "Paula". */
static gboolean
is_short_form (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b);

  if (length_a > length_b)
    return is_short_form (b, a);
  return length_a >= 3 && length_b >= length_a + 3 && g_str_has_prefix (b, a);
}

static double
compare_given_names (const WhenceNameWord *a, const WhenceNameWord *b)
{
  double likeness = compare_words (a, b, 7);

  if (likeness == 0 && !a->counts && !b->counts && !a->abjad && !b->abjad
      && is_short_form (a->latin, b->latin))
    return SHORT_FORM;
  return likeness;
}

typedef struct
{
  double least;  /* of all pairs of words */
  guint n_whole; /* pairs of which neither is an initial or a short form */
} Match;

/* Each word of the shorter name finds the best that is left in the longer. FALSE: one finds none. */
static gboolean
match_words (const WhenceNameKey *shorter, const WhenceNameKey *longer, Match *match)
{
  gboolean taken[MOST_WORDS] = { FALSE };

  *match = (Match){ .least = SAME };
  for (guint i = 0; i < shorter->words->len; i++)
    {
      double best = 0;
      guint at = 0;
      for (guint k = 0; k < longer->words->len; k++)
        {
          double likeness = taken[k] ? 0
                                     : compare_given_names (whence_name_key_word (shorter, i),
                                                            whence_name_key_word (longer, k));
          if (likeness > best)
            {
              best = likeness;
              at = k;
            }
        }
      if (best == 0)
        return FALSE;
      taken[at] = TRUE;
      match->least = MIN (match->least, best);
      match->n_whole += best > SHORT_FORM;
    }
  for (guint k = 0; k < longer->words->len; k++)
    if (!taken[k] && whence_name_key_word (longer, k)->counts)
      return FALSE;
  return TRUE;
}

static double
compare_people (const WhenceNameKey *a, const WhenceNameKey *b)
{
  const WhenceNameKey *shorter = a->words->len <= b->words->len ? a : b, *longer = shorter == a ? b : a;
  guint more = longer->words->len - shorter->words->len;
  Match match;

  if (longer->words->len > MOST_WORDS || shorter->words->len == 0)
    return 0;
  if (shorter->words->len == 1)
    return g_str_equal (a->latin, b->latin)                              ? SAME
           : longer->words->len == 1 && g_str_equal (a->sound, b->sound) ? SAME_SOUND
                                                                         : 0;
  if (!match_words (shorter, longer, &match) || match.n_whole == 0)
    return 0;
  return match.least - MIDDLE_NAME * more;
}

/* --- Companies, authorities, things -------------------------------------------------------------- */

static gboolean
is_acronym (const WhenceNameKey *acronym, const WhenceNameKey *name)
{
  return acronym->words->len == 1 && name->words->len >= 3 && g_str_equal (acronym->latin, name->letters);
}

/* "Index Venture", "Index Ventures" */
static gboolean
is_plural (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b);

  if (length_a > length_b)
    return is_plural (b, a);
  return length_b == length_a + 1 && length_a >= 5 && b[length_a] == 's' && g_str_has_prefix (b, a);
}

static double
compare_in_order (const WhenceNameKey *a, const WhenceNameKey *b)
{
  double least = SAME;
  guint n_unlike = 0;

  if (a->words->len != b->words->len)
    return 0;
  for (guint i = 0; i < a->words->len; i++)
    {
      const WhenceNameWord *p = whence_name_key_word (a, i), *q = whence_name_key_word (b, i);
      double likeness = p->initial != q->initial         ? 0
                        : is_plural (p->latin, q->latin) ? NEAR
                                                         : compare_words (p, q, 8);
      least = MIN (least, likeness);
      n_unlike += likeness < SAME_BONES;
    }
  return n_unlike <= 1 ? least : 0;
}

static gboolean
leaves_vowels_out (const WhenceNameKey *key)
{
  for (guint i = 0; i < key->words->len; i++)
    if (whence_name_key_word (key, i)->abjad)
      return TRUE;
  return FALSE;
}

static double
compare_bodies (const WhenceNameKey *a, const WhenceNameKey *b)
{
  if (a->latin[0] == '\0' || b->latin[0] == '\0')
    return 0;
  if (g_str_equal (a->latin, b->latin))
    return SAME;
  if (is_acronym (a, b) || is_acronym (b, a))
    return ACRONYM;
  if (leaves_vowels_out (a) != leaves_vowels_out (b) && have_equal_bones (a->bones, b->bones))
    return SAME_BONES;
  return compare_in_order (a, b);
}

double
whence_name_likeness (const WhenceNameKey *a, const WhenceNameKey *b, WhenceNameKind kind)
{
  switch (kind)
    {
    case WHENCE_NAME_OF_PERSON:
      return compare_people (a, b);
    case WHENCE_NAME_OF_BODY:
      return compare_bodies (a, b);
    case WHENCE_NAME_OF_THING:
    default:
      return a->latin[0] != '\0' && g_str_equal (a->latin, b->latin) ? SAME : 0;
    }
}
