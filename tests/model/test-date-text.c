/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates for people: a table of strings and their short and long texts, and random strings that must not fail.
 */
#include "model/clock.h"
#include "model/date.h"

typedef struct
{
  const char *edtf, *short_text, *long_text;
} TextCase;

static const TextCase cases[] = {
  { "2016", "2016", "2016" },
  { "2024-05", "May 2024", "May 2024" },
  { "2024-09", "Sep 2024", "September 2024" },
  { "2025-06-13", "13 Jun 2025", "13 June 2025" },
  { "0044-03-15", "15 Mar 44 CE", "15 March 44 CE" },
  { "-0043", "44 BCE", "44 BCE" },
  { "0000", "1 BCE", "1 BCE" },
  { "-0043-03-15", "15 Mar 44 BCE", "15 March 44 BCE" },
  /* times of day, as written */
  { "2025-01-01T14:05:00Z", "1 Jan 2025, 14:05 UTC", "1 January 2025, 14:05 UTC" },
  { "2025-01-01T14:05:09Z", "1 Jan 2025, 14:05:09 UTC", "1 January 2025, 14:05:09 UTC" },
  { "2025-01-01T14:05", "1 Jan 2025, 14:05", "1 January 2025, 14:05" },
  { "2025-01-01T14:05:00-04", "1 Jan 2025, 14:05 UTC−04:00", "1 January 2025, 14:05 UTC−04:00" },
  { "2025-01-01T14:05:00+05:30", "1 Jan 2025, 14:05 UTC+05:30", "1 January 2025, 14:05 UTC+05:30" },
  { "2025-12-31T24:00:00", "31 Dec 2025, 24:00", "31 December 2025, 24:00" },
  /* qualifiers */
  { "1984~", "c. 1984", "about 1984" },
  { "2016?", "2016?", "2016 (uncertain)" },
  { "2016%", "c. 2016?", "about 2016 (uncertain)" },
  { "2004-?06-11", "11 Jun 2004?", "11 June 2004 (uncertain)" },
  /* seasons and other parts of a year */
  { "2001-21", "spring 2001", "spring 2001" },
  { "2001-28", "winter 2001", "winter 2001 (northern hemisphere)" },
  { "2001-30", "summer 2001", "summer 2001 (southern hemisphere)" },
  { "2001-36", "Q4 2001", "fourth quarter of 2001" },
  { "2001-38", "May–Aug 2001", "May–August 2001" },
  { "2001-41", "H2 2001", "second half of 2001" },
  { "-0043-22", "summer 44 BCE", "summer 44 BCE" },
  /* masked digits */
  { "201X", "2010s", "2010s" },
  { "201", "2010s", "2010s" },
  { "001X", "10–19 CE", "10–19 CE" },
  { "000X", "1 BCE–9 CE", "1 BCE–9 CE" },
  { "-201X", "2020–2011 BCE", "2020–2011 BCE" },
  { "18XX", "19th century", "19th century" },
  { "18", "19th century", "19th century" },
  { "20XX", "21st century", "21st century" },
  { "10XX", "11th century", "11th century" },
  { "21XX", "22nd century", "22nd century" },
  { "-04XX", "5th century BCE", "5th century BCE" },
  { "00XX", "1st century", "1st century" },
  { "-00XX", "1st century BCE", "1st century BCE" },
  { "1XXX", "1000–1999", "1000–1999" },
  { "XXXX", "year unknown", "year unknown" },
  { "XXXX-12-21", "21 Dec, year unknown", "21 December, year unknown" },
  { "15XX-12-25", "25 Dec, 16th century", "25 December, 16th century" },
  { "198X-12", "Dec, 1980s", "December, 1980s" },
  { "2016-XX", "2016", "2016, month unknown" },
  { "2016-XX-XX", "2016", "2016, month and day unknown" },
  { "1985-04-XX", "Apr 1985", "April 1985, day unknown" },
  { "198X-XX", "1980s", "1980s" },
  { "1984-1X", "Oct 1984 – Dec 1984", "between October 1984 and December 1984" },
  { "1X99", "1099–1999", "1099–1999" },
  { "2015-02-X8", "8 Feb 2015 – 28 Feb 2015", "between 8 February 2015 and 28 February 2015" },
  { "201X-21", "spring, 2010s", "spring, 2010s" },
  /* long years */
  { "1950S2", "c. 1950", "about 1950 (1900–1999)" },
  { "Y-138E8", "13.8 billion years ago", "13.8 billion years ago" },
  { "Y-138E8~", "about 13.8 billion years ago", "about 13.8 billion years ago" },
  { "Y-66E6", "66 million years ago", "66 million years ago" },
  { "Y17E9", "17 billion years from now", "17 billion years from now" },
  { "Y-3E5", "300,000 years ago", "300,000 years ago" },
  { "Y-138E8S3", "about 13.8 billion years ago", "about 13.8 billion years ago" },
  { "Y-252E6/Y-66E6", "252 million years ago – 66 million years ago",
    "252 million years ago – 66 million years ago" },
  { "Y-66E6/", "66 million years ago – ?", "66 million years ago – ?" },
  { "Y-66E6/..", "66 million years ago and later", "66 million years ago and later" },
  { "../Y-66E6~", "about 66 million years ago and earlier", "about 66 million years ago and earlier" },
  { "Y170002", "170,002", "170,002" },
  { "Y-170002", "170,003 BCE", "170,003 BCE" },
  /* intervals */
  { "2016/2025", "2016 – 2025", "2016 – 2025" },
  { "2024-05/2025-06-13", "May 2024 – 13 Jun 2025", "May 2024 – 13 June 2025" },
  { "2024-05/2024-06", "May – Jun 2024", "May – June 2024" },
  { "2024-05-13/2024-06", "13 May – Jun 2024", "13 May – June 2024" },
  { "2024-05-13/2024-05-15", "13 May – 15 May 2024", "13 May – 15 May 2024" },
  { "2024-05~/2024-06", "c. May 2024 – Jun 2024", "about May 2024 – June 2024" },
  { "-0043-03/-0043-04", "Mar – Apr 44 BCE", "March – April 44 BCE" },
  { "2016/..", "since 2016", "since 2016" },
  { "2016~/..", "since c. 2016", "since about 2016" },
  { "2025-06-13/..", "since 13 Jun 2025", "since 13 June 2025" },
  { "2025-06-13~/..", "c. 13 Jun 2025 and later", "c. 13 June 2025 and later" },
  { "2024-05/..", "since May 2024", "since May 2024" },
  { "../2024-09~", "until c. Sep 2024", "until about September 2024" },
  { "201X/..", "2010s and later", "2010s and later" },
  { "../2001-21", "spring 2001 and earlier", "spring 2001 and earlier" },
  { "201X~/..", "c. 2010s and later", "c. 2010s and later" },
  { "2016/", "2016 – ?", "from 2016, end unknown" },
  { "../2016", "until 2016", "until 2016" },
  { "/2016", "? – 2016", "until 2016, start unknown" },
  { "../..", "always", "always" },
  { "/..", "since an unknown date", "since an unknown date" },
  { "../", "until an unknown date", "until an unknown date" },
  /* sets */
  { "[1667,1668,1670..1672]", "1667, 1668 or 1670–1672", "one of 1667, 1668 or 1670–1672" },
  { "[1667,1668,1669,1671]", "1667, …, 1671", "one of 1667, 1668, 1669 or 1671" },
  { "[1984]", "1984", "1984" },
  { "[1670..1672]", "1670–1672", "one of 1670–1672" },
  { "[-0300..-0200]", "301–201 BCE", "one of 301–201 BCE" },
  { "[1760-12..]", "Dec 1760 or later", "December 1760 or later" },
  { "[..1760]", "1760 or earlier", "1760 or earlier" },
  { "{1667,1668}", "1667 and 1668", "1667 and 1668" },
  { "{1760..}", "1760 and later", "1760 and later" },
  { "{1667-05..1668-06, 1670}", "May 1667 – Jun 1668 and 1670", "May 1667 – June 1668 and 1670" },
  /* what is no date stays as it is */
  { "last year", "last year", "last year" },
  { "2015-02-29", "2015-02-29", "2015-02-29" },
  { "", "", "" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;
  g_autofree char *short_text = whence_date_to_text (c->edtf, WHENCE_DATE_TEXT_SHORT);
  g_autofree char *long_text = whence_date_to_text (c->edtf, WHENCE_DATE_TEXT_LONG);

  g_assert_cmpstr (short_text, ==, c->short_text);
  g_assert_cmpstr (long_text, ==, c->long_text);
}

static void
test_years (void)
{
  const struct
  {
    gint64 year;
    const char *text;
  } years[] = {
    { 2016, "2016" },
    { 9999, "9999" },
    { 10000, "10,000" },
    { 100, "100" },
    { 99, "99 CE" },
    { 0, "1 BCE" },
    { -9999, "10,000 BCE" },
    { -4500000000, "4.5 billion years ago" },
    { -4567300000, "4.5673 billion years ago" },
    { -1000001, "1,000,002 BCE" },
    { -4567321000, "4,567,321,001 BCE" },
    { G_GINT64_CONSTANT (292277026596), "292,277,026,596" },
    { G_MAXINT64, "1,000,000 billion years from now" },
    { G_MININT64, "1,000,000 billion years ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *text = whence_year_to_text (years[i].year);
      g_assert_cmpstr (text, ==, years[i].text);
    }
}

/* Whatever parses has a text, and it is UTF-8. */
static void
test_random_strings (void)
{
  static const char alphabet[] = "0123456789012345XX--//..,,TZ:+?~%[]{}YES ";

  for (guint i = 0; i < 30000; i++)
    {
      char edtf[20];
      guint length = (guint) g_test_rand_int_range (1, sizeof edtf);
      g_autofree char *text = NULL;

      for (guint k = 0; k < length; k++)
        edtf[k] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      edtf[length] = '\0';
      text = whence_date_to_text (edtf, i % 2 == 0 ? WHENCE_DATE_TEXT_SHORT : WHENCE_DATE_TEXT_LONG);
      g_assert_nonnull (text);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpint (text[0], !=, '\0');
    }
}

/* On a desktop whose clock shows twelve hours; the end of a day is none that it shows. */
static void
test_twelve_hours (void)
{
  static const TextCase twelve[] = {
    { "2025-01-01T00:05", "1 Jan 2025, 12:05 AM", "1 January 2025, 12:05 AM" },
    { "2025-01-01T11:59:09", "1 Jan 2025, 11:59:09 AM", "1 January 2025, 11:59:09 AM" },
    { "2025-01-01T12:00", "1 Jan 2025, 12:00 PM", "1 January 2025, 12:00 PM" },
    { "2025-01-01T14:05:00Z", "1 Jan 2025, 2:05 PM UTC", "1 January 2025, 2:05 PM UTC" },
    { "2025-01-01T24:00:00", "1 Jan 2025, 24:00", "1 January 2025, 24:00" },
  };

  whence_clock_set_twelve_hours (TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (twelve); i++)
    test_text (&twelve[i]);
  whence_clock_set_twelve_hours (FALSE);
  g_assert_null (whence_clock_twelve_to_text (14, 5, -1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-text/text/%02u", i);
      g_test_add_data_func (path, &cases[i], test_text);
    }
  g_test_add_func ("/date-text/twelve-hours", test_twelve_hours);
  g_test_add_func ("/date-text/years", test_years);
  g_test_add_func ("/date-text/random-strings", test_random_strings);
  return g_test_run ();
}
