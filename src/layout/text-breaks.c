/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the code points: the class of the one before and the one after decides. The invariant: a cut
 * never separates a base from its marks, the parts of a joined emoji, the halves of a flag or the jamo of a
 * syllable. O(n). */
#include "layout/text-breaks.h"

typedef struct
{
  gunichar first, last;
} CharRange;

static gboolean
in_ranges (gunichar c, const CharRange *ranges, gsize n_ranges)
{
  for (gsize i = 0; i < n_ranges; i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

/* Marks that are not of the general categories Mn, Mc, Me: joiners, Thai and Lao AM, half-width voicing
 * marks, skin tones, tags of flags. */
static const CharRange extra_extenders[] = {
  { 0x200C, 0x200D }, { 0x0E33, 0x0E33 },   { 0x0EB3, 0x0EB3 },
  { 0xFF9E, 0xFF9F }, { 0x1F3FB, 0x1F3FF }, { 0xE0020, 0xE007F },
};

/* Signs that stand before what they belong to, and viramas, which join the consonant after them. */
static const CharRange joiners_with_next[] = {
  { 0x0600, 0x0605 },   { 0x06DD, 0x06DD },   { 0x070F, 0x070F }, { 0x08E2, 0x08E2 }, { 0x094D, 0x094D },
  { 0x09CD, 0x09CD },   { 0x0A4D, 0x0A4D },   { 0x0ACD, 0x0ACD }, { 0x0B4D, 0x0B4D }, { 0x0C4D, 0x0C4D },
  { 0x0CCD, 0x0CCD },   { 0x0D4D, 0x0D4D },   { 0x0DCA, 0x0DCA }, { 0x1039, 0x1039 }, { 0x17D2, 0x17D2 },
  { 0x110BD, 0x110BD }, { 0x110CD, 0x110CD },
};

/* Vowels of Thai and Lao that stand in front of the consonant after which they are spoken. */
static const CharRange vowels_in_front[] = { { 0x0E40, 0x0E44 }, { 0x0EC0, 0x0EC4 } };

/* Consonants of Thai and Lao, after which a syllable may have ended, and vowels and signs that end one. */
static const CharRange ends_of_syllables[] = { { 0x0E01, 0x0E2F }, { 0x0E30, 0x0E33 }, { 0x0E45, 0x0E46 },
                                               { 0x0E81, 0x0EAF }, { 0x0EB0, 0x0EB3 }, { 0x0EC6, 0x0EC6 } };

static const CharRange rtl_letters[] = {
  { 0x0590, 0x08FF }, { 0xFB1D, 0xFDFF }, { 0xFE70, 0xFEFF }, { 0x10800, 0x10FFF }, { 0x1E800, 0x1EFFF },
};

static gboolean
is_extender (gunichar c)
{
  if (c < 0x300)
    return FALSE;
  GUnicodeType type = g_unichar_type (c);
  return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK
         || type == G_UNICODE_SPACING_MARK || in_ranges (c, extra_extenders, G_N_ELEMENTS (extra_extenders));
}

static gboolean
is_regional_indicator (gunichar c)
{
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

static gboolean
joins_hangul (GUnicodeBreakType before, GUnicodeBreakType after)
{
  if (before == G_UNICODE_BREAK_HANGUL_L_JAMO)
    return after == G_UNICODE_BREAK_HANGUL_L_JAMO || after == G_UNICODE_BREAK_HANGUL_V_JAMO
           || after == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE || after == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE;
  if (before == G_UNICODE_BREAK_HANGUL_V_JAMO || before == G_UNICODE_BREAK_HANGUL_LV_SYLLABLE)
    return after == G_UNICODE_BREAK_HANGUL_V_JAMO || after == G_UNICODE_BREAK_HANGUL_T_JAMO;
  if (before == G_UNICODE_BREAK_HANGUL_T_JAMO || before == G_UNICODE_BREAK_HANGUL_LVT_SYLLABLE)
    return after == G_UNICODE_BREAK_HANGUL_T_JAMO;
  return FALSE;
}

/* What stays with the text before it, so that no line begins with it. */
static gboolean
clings_to_previous (GUnicodeBreakType after)
{
  static const GUnicodeBreakType types[] = {
    G_UNICODE_BREAK_SPACE,       G_UNICODE_BREAK_CLOSE_PUNCTUATION,
    G_UNICODE_BREAK_EXCLAMATION, G_UNICODE_BREAK_CLOSE_PARANTHESIS,
    G_UNICODE_BREAK_SYMBOL,      G_UNICODE_BREAK_INFIX_SEPARATOR,
    G_UNICODE_BREAK_NON_STARTER, G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER,
    G_UNICODE_BREAK_POSTFIX,     G_UNICODE_BREAK_NON_BREAKING_GLUE,
    G_UNICODE_BREAK_WORD_JOINER, G_UNICODE_BREAK_INSEPARABLE,
    G_UNICODE_BREAK_HYPHEN,      G_UNICODE_BREAK_AFTER,
    G_UNICODE_BREAK_QUOTATION,
  };
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (after == types[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_ideographic (GUnicodeBreakType type)
{
  return type == G_UNICODE_BREAK_IDEOGRAPHIC || type == G_UNICODE_BREAK_EMOJI_BASE
         || type == G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER || type == G_UNICODE_BREAK_NON_STARTER;
}

/* Thai and Lao have no blanks between words, and only a dictionary knows where these end; but a vowel in
 * front begins a syllable, and most often a word. */
static gboolean
begins_syllable (gunichar before, gunichar after)
{
  return in_ranges (after, vowels_in_front, G_N_ELEMENTS (vowels_in_front))
         && in_ranges (before, ends_of_syllables, G_N_ELEMENTS (ends_of_syllables));
}

/* Between the code points @before and @after, @earlier being the one in front of @before (0 at the start). */
static gboolean
ends_line (gunichar earlier, gunichar before, gunichar after)
{
  GUnicodeBreakType last = g_unichar_break_type (before), next = g_unichar_break_type (after);

  if (next == G_UNICODE_BREAK_SPACE)
    return FALSE;
  if (last == G_UNICODE_BREAK_SPACE || last == G_UNICODE_BREAK_ZERO_WIDTH_SPACE)
    return TRUE;
  if (clings_to_previous (next))
    return FALSE;
  if (last == G_UNICODE_BREAK_HYPHEN || last == G_UNICODE_BREAK_SYMBOL)
    return g_unichar_isalnum (earlier) && !g_unichar_isdigit (after);
  if (last == G_UNICODE_BREAK_AFTER || last == G_UNICODE_BREAK_BEFORE_AND_AFTER)
    return TRUE;
  if (last == G_UNICODE_BREAK_OPEN_PUNCTUATION || last == G_UNICODE_BREAK_NON_BREAKING_GLUE
      || last == G_UNICODE_BREAK_WORD_JOINER || last == G_UNICODE_BREAK_PREFIX
      || last == G_UNICODE_BREAK_QUOTATION)
    return FALSE;
  return is_ideographic (last) || is_ideographic (next) || begins_syllable (before, after);
}

typedef struct
{
  gunichar base;     /* of the cluster under way, skipping its marks */
  gunichar previous; /* the code point before */
  gunichar earlier;  /* the base of the cluster before */
  guint n_flags;     /* regional indicators in a row */
} CutState;

static gboolean
joins (const CutState *state, gunichar c)
{
  if (is_extender (c) || state->previous == 0x200D)
    return TRUE;
  if (in_ranges (state->previous, vowels_in_front, G_N_ELEMENTS (vowels_in_front)) && g_unichar_isalpha (c))
    return TRUE;
  if (is_regional_indicator (c) && state->n_flags % 2 == 1)
    return TRUE;
  if (in_ranges (state->previous, joiners_with_next, G_N_ELEMENTS (joiners_with_next)))
    return g_unichar_isalpha (c) || g_unichar_isdigit (c);
  return joins_hangul (g_unichar_break_type (state->previous), g_unichar_break_type (c));
}

GArray *
whence_text_find_cuts (const char *text, gsize length)
{
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (WhenceTextCut));
  CutState state = { 0 };

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (p == text)
        state.base = c;
      else if (!joins (&state, c))
        {
          WhenceTextCut cut = { (guint32) (p - text), ends_line (state.earlier, state.base, c) };
          g_array_append_val (cuts, cut);
          state.earlier = state.base;
          state.base = c;
        }
      state.n_flags = is_regional_indicator (c) ? state.n_flags + 1 : 0;
      state.previous = c;
    }
  if (length > 0)
    {
      WhenceTextCut end = { (guint32) length, TRUE };
      g_array_append_val (cuts, end);
    }
  return g_steal_pointer (&cuts);
}

#define LEFT_TO_RIGHT_MARK 0x200E
#define RIGHT_TO_LEFT_MARK 0x200F

gboolean
whence_text_is_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (c == LEFT_TO_RIGHT_MARK || c == RIGHT_TO_LEFT_MARK)
        return c == RIGHT_TO_LEFT_MARK;
      if (g_unichar_isalpha (c))
        return in_ranges (c, rtl_letters, G_N_ELEMENTS (rtl_letters));
    }
  return FALSE;
}
