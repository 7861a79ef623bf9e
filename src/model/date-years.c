/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of years, decades and centuries in the language of the message catalogue. Constant time. */
#include <glib/gi18n-lib.h>

#include "model/date-names.h"
#include "model/number-scales.h"

#define MILLION G_GINT64_CONSTANT (1000000)
#define BILLION G_GINT64_CONSTANT (1000000000)

/* More than any instant names, and less than a decimal keeps. */
#define YEAR_MAX (1000000 * BILLION)

char *
whence_count_name (gint64 number)
{
  if (number < 10000)
    return g_strdup_printf ("%" G_GINT64_FORMAT, number);
  return whence_decimal_to_text (whence_decimal_make (number, 0));
}

char *
whence_exact_year_name (gint64 year)
{
  g_autofree char *digits = NULL;

  year = CLAMP (year, -YEAR_MAX, YEAR_MAX);
  digits = whence_count_name (year > 0 ? year : 1 - year);
  if (year <= 0)
    /* Translators: a year before the common era, as in "44 BCE". */
    return g_strdup_printf (C_ ("year", "%s BCE"), digits);
  if (year < 100)
    /* Translators: a year of the common era that would be taken for something else without saying so. */
    return g_strdup_printf (C_ ("year", "%s CE"), digits);
  return g_steal_pointer (&digits);
}

/* Round years of deep time are told as people do, from today: with them, two thousand years more or less are
 * not what is meant. */
gboolean
whence_year_is_remote (gint64 year)
{
  if (ABS (year) < MILLION / 10)
    return FALSE;
  return year % (ABS (year) < BILLION ? MILLION / 100 : BILLION / 10000) == 0;
}

static char *
name_remote_year (gint64 year, const char *before, const char *after)
{
  WhenceDecimal years = whence_decimal_make (ABS (year), 0);
  const char *list = year < 0 ? before : after;

  return whence_number_scale_write (list, years, whence_number_scale_find (list, years), 0);
}

char *
whence_year_to_text (gint64 year)
{
  g_autofree char *exact = NULL;

  year = CLAMP (year, -YEAR_MAX, YEAR_MAX);
  if (whence_year_is_remote (year))
    return name_remote_year (
      year,
      /* Translators: how many years ago, in the steps in which your language counts them; see the other
         steps. */
      C_ ("scales of years", "0:# years ago|6:# million years ago|9:# billion years ago"),
      C_ ("scales of years", "0:# years from now|6:# million years from now|9:# billion years from now"));
  exact = whence_exact_year_name (year);
  /* Translators: a year that stands by itself, not in a longer date; with a word for year where that is
   * usual. */
  return g_strdup_printf (C_ ("year by itself", "%s"), exact);
}

char *
whence_about_remote_year_name (gint64 year)
{
  return name_remote_year (
    CLAMP (year, -YEAR_MAX, YEAR_MAX),
    C_ ("scales of years", "0:about # years ago|6:about # million years ago|9:about # billion years ago"),
    C_ ("scales of years",
        "0:about # years from now|6:about # million years from now|9:about # billion years from now"));
}

char *
whence_years_name (gint64 first_year, gint64 last_year)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (last_year <= 0)
    {
      first = whence_count_name (1 - first_year);
      last = whence_count_name (1 - last_year);
      /* Translators: two years before the common era, as in "2020–2011 BCE". */
      return g_strdup_printf (C_ ("years", "%1$s–%2$s BCE"), first, last);
    }
  if (first_year > 0 && first_year < 100)
    {
      first = whence_count_name (first_year);
      last = whence_count_name (last_year);
      /* Translators: two years of the common era, as in "1–99 CE". */
      return g_strdup_printf (C_ ("years", "%1$s–%2$s CE"), first, last);
    }
  first = whence_exact_year_name (first_year);
  last = whence_exact_year_name (last_year);
  /* Translators: two years, as in "1667–1672". */
  return g_strdup_printf (C_ ("years", "%1$s–%2$s"), first, last);
}

char *
whence_decade_name (gint64 first_year)
{
  if (first_year < 100)
    return whence_years_name (first_year, first_year + 9);
  /* Translators: a decade, as in "2010s". */
  return g_strdup_printf (C_ ("decade", "%ds"), (int) first_year);
}

/* --- Centuries --------------------------------------------------------------------------------------- */

static char *
write_roman (int number)
{
  static const struct
  {
    int value;
    const char *digits;
  } signs[] = { { 100, "C" }, { 90, "XC" }, { 50, "L" }, { 40, "XL" }, { 10, "X" },
                { 9, "IX" },  { 5, "V" },   { 4, "IV" }, { 1, "I" } };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; number >= signs[i].value; number -= signs[i].value)
      g_string_append (text, signs[i].digits);
  return g_string_free (text, FALSE);
}

/* The first has words of its own in some languages, and English has four endings. */
static char *
name_century (int number, int last_digit, const char *numeral)
{
  if (number == 1)
    return g_strdup_printf (C_ ("first century", "%sst century"), numeral);
  /* Translators: four forms of one text for the English numbers 1st, 2nd, 3rd and 4th. */
  return last_digit == 1   ? g_strdup_printf (C_ ("century", "%sst century"), numeral)
         : last_digit == 2 ? g_strdup_printf (C_ ("century", "%snd century"), numeral)
         : last_digit == 3 ? g_strdup_printf (C_ ("century", "%srd century"), numeral)
                           : g_strdup_printf (C_ ("century", "%sth century"), numeral);
}

static char *
name_century_before_common_era (int number, int last_digit, const char *numeral)
{
  if (number == 1)
    return g_strdup_printf (C_ ("first century", "%sst century BCE"), numeral);
  /* Translators: four forms of one text for the English numbers 1st, 2nd, 3rd and 4th. */
  return last_digit == 1   ? g_strdup_printf (C_ ("century", "%sst century BCE"), numeral)
         : last_digit == 2 ? g_strdup_printf (C_ ("century", "%snd century BCE"), numeral)
         : last_digit == 3 ? g_strdup_printf (C_ ("century", "%srd century BCE"), numeral)
                           : g_strdup_printf (C_ ("century", "%sth century BCE"), numeral);
}

char *
whence_century_name (gint64 first_year)
{
  gboolean before_common_era = first_year < 0;
  int number = (int) (before_common_era ? (99 - first_year) / 100 : first_year / 100 + 1);
  /* Translators: not to be translated, but chosen: "digits" for the 19th century, "roman" for the XIXth. */
  gboolean is_roman = g_str_equal (C_ ("numerals of centuries: digits or roman", "digits"), "roman");
  g_autofree char *numeral = is_roman ? write_roman (number) : g_strdup_printf ("%d", number);
  int last_digit = number / 10 % 10 == 1 ? 0 : number % 10;

  return before_common_era ? name_century_before_common_era (number, last_digit, numeral)
                           : name_century (number, last_digit, numeral);
}
