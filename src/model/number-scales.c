/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the list anew for each number: it is a line of text. What is no list makes plain numbers. */
#include "model/number-scales.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/text-clean.h"

#define NUMBER '#'
#define FEWEST_GROUPED 5 /* digits: "6600万", "1400 billion"; as ICU does in compact numbers */
#define TWO ((WhenceDecimal){ 2, 0 })
#define ONE ((WhenceDecimal){ 1, 0 })

const char *
whence_number_scales (WhenceNumberScales which)
{
  if (which == WHENCE_NUMBER_SHORT)
    /* Translators: the steps in which large numbers are counted on marks: a power of ten, a colon, and the
     * words with # for the number. Have the steps of your language, such as "4:#万|8:#亿"; the powers ascend.
     * "6=1:…" before "6:…" is for exactly one, "6<2:…" for less than two. The space is a no-break space
     * (U+00A0). */
    return C_ ("scales of short numbers", "3:# k|6:# M|9:# B|12:# T");
  /* Translators: the same where there is room, from the step on where your language has a word for it. */
  return C_ ("scales of numbers", "6:# million|9:# billion|12:# trillion");
}

typedef struct
{
  int exponent;
  char count;       /* '=': for exactly one, '<': for less than two, ':': for all */
  const char *word; /* with the number sign, not terminated … */
  gsize length;     /* … but so long */
} Scale;

/* The next one, and moves @list on; FALSE at the end, or where it is written wrong. */
static gboolean
read_scale (const char **list, Scale *scale)
{
  char *end;

  if (!g_ascii_isdigit (**list))
    return FALSE;
  scale->exponent = (int) g_ascii_strtoull (*list, &end, 10);
  scale->count = *end;
  if (*end == '=' || *end == '<')
    end += strcspn (end, ":|");
  if (*end != ':')
    return FALSE;
  scale->word = end + 1;
  scale->length = strcspn (scale->word, "|");
  *list = scale->word + scale->length;
  *list += **list == '|';
  return TRUE;
}

static WhenceDecimal
scale_down (WhenceDecimal value, int exponent)
{
  if (value.coefficient != 0)
    value.exponent -= exponent;
  return value;
}

int
whence_number_scale_find (const char *list, WhenceDecimal value)
{
  int n_digits = whence_decimal_whole_digits (value), found = 0;
  Scale scale;

  while (read_scale (&list, &scale))
    if (scale.exponent < n_digits)
      found = MAX (found, scale.exponent);
  return found;
}

static gboolean
counts (const Scale *scale, WhenceDecimal number)
{
  switch (scale->count)
    {
    case '=':
      return whence_decimal_compare (number, ONE) == 0;
    case '<':
      return whence_decimal_compare (number, TWO) < 0;
    default:
      return TRUE;
    }
}

char *
whence_number_scale_write (const char *list, WhenceDecimal value, int exponent, guint n_fraction_min)
{
  WhenceDecimal number = scale_down (value, exponent);
  char *digits = exponent > 0 ? whence_decimal_to_text_grouped (number, n_fraction_min, FEWEST_GROUPED)
                              : whence_decimal_to_text_padded (number, n_fraction_min);
  Scale scale;

  while (read_scale (&list, &scale))
    if (scale.exponent == exponent && counts (&scale, number))
      {
        g_autofree char *figures = digits, *word = g_strndup (scale.word, scale.length);
        GString *text = g_string_new (word);
        g_string_replace (text, (const char[]){ NUMBER, '\0' }, figures, 1);
        return g_string_free (text, FALSE);
      }
  return digits;
}

/* What stands after the number, as it is in one that was read: without blanks and separators, case aside.
 * NULL: the number is not first. */
static char *
fold_ending (const Scale *scale)
{
  g_autofree char *word = g_strndup (scale->word, scale->length), *plain = whence_text_without_blanks (word);
  g_autoptr (GString) ending = g_string_new (*plain == NUMBER ? plain + 1 : NULL);

  /* "Mrd." where a full stop stands between thousands. */
  g_string_replace (ending, C_ ("thousands separator", ","), "", 0);
  return ending->len > 0 ? g_utf8_casefold (ending->str, -1) : NULL;
}

gboolean
whence_number_scale_take (const char *list, GString *number, int *exponent)
{
  g_autofree char *folded = g_utf8_casefold (number->str, (gssize) number->len);
  gsize longest = 0;
  Scale scale;

  while (read_scale (&list, &scale))
    {
      g_autofree char *ending = fold_ending (&scale);
      gsize length = ending != NULL ? strlen (ending) : 0;

      if (length <= longest || length >= number->len || !g_str_has_suffix (folded, ending))
        continue;
      longest = length;
      *exponent = scale.exponent;
    }
  g_string_truncate (number, number->len - longest);
  return longest > 0;
}
