/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EDTF strings and what they mean: tables of bounds and of refusals, random strings, and the vectors of two
 * other implementations. */
#include <string.h>

#include "dates.h"

/* --- Bounds ------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *text;
  const char *earliest, *latest; /* civil, see format_instant(); "-" before, "+" after all */
  WhencePrecision precision;
  guint qualifiers;
  guint level;
} BoundCase;

static char *
format_instant (gint64 instant)
{
  WhenceCivil c;

  if (instant == WHENCE_INSTANT_BEFORE_ALL)
    return g_strdup ("-");
  if (instant == WHENCE_INSTANT_AFTER_ALL)
    return g_strdup ("+");
  c = whence_instant_to_civil (instant);
  if (c.hour == 0 && c.minute == 0 && c.second == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "-%02d-%02d", c.year, c.month, c.day);
  return g_strdup_printf ("%" G_GINT64_FORMAT "-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour,
                          c.minute, c.second);
}

static void
assert_bound (const char *text, const WhenceBound *bound, const char *earliest, const char *latest)
{
  g_autofree char *low = format_instant (bound->earliest);
  g_autofree char *high = format_instant (bound->latest);

  if (!g_str_equal (low, earliest) || !g_str_equal (high, latest))
    g_error ("%s: %s to %s instead of %s to %s", text, low, high, earliest, latest);
}

#define NONE WHENCE_QUALIFIER_NONE
#define MAYBE WHENCE_QUALIFIER_UNCERTAIN
#define ABOUT WHENCE_QUALIFIER_APPROXIMATE

static const BoundCase singles[] = {
  { "2016", "2016-01-01", "2017-01-01", WHENCE_PRECISION_YEAR, NONE, 0 },
  { "2024-05", "2024-05-01", "2024-06-01", WHENCE_PRECISION_MONTH, NONE, 0 },
  { "2024-12", "2024-12-01", "2025-01-01", WHENCE_PRECISION_MONTH, NONE, 0 },
  { "2024-02-29", "2024-02-29", "2024-03-01", WHENCE_PRECISION_DAY, NONE, 0 },
  { "0000", "0-01-01", "1-01-01", WHENCE_PRECISION_YEAR, NONE, 0 },
  { "-0043", "-43-01-01", "-42-01-01", WHENCE_PRECISION_YEAR, NONE, 1 },
  { "-0043-03-15", "-43-03-15", "-43-03-16", WHENCE_PRECISION_DAY, NONE, 1 },
  /* times of day */
  { "2025-06-13T14:05:00Z", "2025-06-13 14:05:00", "2025-06-13 14:05:01", WHENCE_PRECISION_SECOND, NONE, 0 },
  { "2025-06-13T14:05:00", "2025-06-13 14:05:00", "2025-06-13 14:05:01", WHENCE_PRECISION_SECOND, NONE, 0 },
  { "2025-06-13T14:05:00.999", "2025-06-13 14:05:00", "2025-06-13 14:05:01", WHENCE_PRECISION_SECOND, NONE,
    0 },
  { "2025-01-01T01:00:00+02:30", "2024-12-31 22:30:00", "2024-12-31 22:30:01", WHENCE_PRECISION_SECOND, NONE,
    0 },
  { "2025-12-31T23:00:00-04", "2026-01-01 03:00:00", "2026-01-01 03:00:01", WHENCE_PRECISION_SECOND, NONE,
    0 },
  { "2025-12-31T24:00:00Z", "2026-01-01", "2026-01-01 00:00:01", WHENCE_PRECISION_SECOND, NONE, 0 },
  { "2025-06-13T14:05", "2025-06-13 14:05:00", "2025-06-13 14:06:00", WHENCE_PRECISION_MINUTE, NONE, 3 },
  /* qualifiers */
  { "1984~", "1984-01-01", "1985-01-01", WHENCE_PRECISION_YEAR, ABOUT, 1 },
  { "1984?", "1984-01-01", "1985-01-01", WHENCE_PRECISION_YEAR, MAYBE, 1 },
  { "2004-06-11%", "2004-06-11", "2004-06-12", WHENCE_PRECISION_DAY, MAYBE | ABOUT, 1 },
  { "2004?-06-~11", "2004-06-11", "2004-06-12", WHENCE_PRECISION_DAY, MAYBE | ABOUT, 2 },
  { "?2004-06-11", "2004-06-11", "2004-06-12", WHENCE_PRECISION_DAY, MAYBE, 2 },
  { "?-2004-06", "-2004-06-01", "-2004-07-01", WHENCE_PRECISION_MONTH, MAYBE, 2 },
  /* masked digits */
  { "201X", "2010-01-01", "2020-01-01", WHENCE_PRECISION_DECADE, NONE, 1 },
  { "19XX", "1900-01-01", "2000-01-01", WHENCE_PRECISION_CENTURY, NONE, 1 },
  { "1XXX", "1000-01-01", "2000-01-01", WHENCE_PRECISION_THOUSAND_YEARS, NONE, 2 },
  { "-20XX", "-2099-01-01", "-1999-01-01", WHENCE_PRECISION_CENTURY, NONE, 1 },
  { "2016-XX", "2016-01-01", "2017-01-01", WHENCE_PRECISION_YEAR, NONE, 1 },
  { "1985-04-XX", "1985-04-01", "1985-05-01", WHENCE_PRECISION_MONTH, NONE, 1 },
  { "1984-1X", "1984-10-01", "1985-01-01", WHENCE_PRECISION_YEAR, NONE, 2 },
  { "15XX-12-25", "1500-12-25", "1599-12-26", WHENCE_PRECISION_CENTURY, NONE, 2 },
  { "-15XX-12-25", "-1599-12-25", "-1500-12-26", WHENCE_PRECISION_CENTURY, NONE, 2 },
  { "1X32-X1-X2", "1032-01-02", "1932-11-23", WHENCE_PRECISION_THOUSAND_YEARS, NONE, 2 },
  { "2015-02-X8", "2015-02-08", "2015-03-01", WHENCE_PRECISION_MONTH, NONE, 2 },
  { "2015-XX-31", "2015-01-31", "2016-01-01", WHENCE_PRECISION_YEAR, NONE, 2 },
  { "190X-02-29", "1904-02-29", "1908-03-01", WHENCE_PRECISION_DECADE, NONE, 2 },
  { "XXXX-02-29", "0-02-29", "9996-03-01", WHENCE_PRECISION_THOUSAND_YEARS, NONE, 2 },
  /* decades and centuries by their digits */
  { "19", "1900-01-01", "2000-01-01", WHENCE_PRECISION_CENTURY, NONE, 0 },
  { "193", "1930-01-01", "1940-01-01", WHENCE_PRECISION_DECADE, NONE, 2 },
  { "-193", "-1939-01-01", "-1929-01-01", WHENCE_PRECISION_DECADE, NONE, 2 },
  { "197%", "1970-01-01", "1980-01-01", WHENCE_PRECISION_DECADE, MAYBE | ABOUT, 2 },
  /* significant digits, long and exponential years */
  { "1950S2", "1900-01-01", "2000-01-01", WHENCE_PRECISION_CENTURY, NONE, 2 },
  { "-1859S5", "-1859-01-01", "-1858-01-01", WHENCE_PRECISION_YEAR, NONE, 2 },
  { "-1859S3", "-1859-01-01", "-1849-01-01", WHENCE_PRECISION_DECADE, NONE, 2 },
  { "Y171010000S3", "171000000-01-01", "172000000-01-01", WHENCE_PRECISION_MILLION_YEARS, NONE, 2 },
  { "Y-3388E2S3", "-338999-01-01", "-337999-01-01", WHENCE_PRECISION_THOUSAND_YEARS, NONE, 2 },
  { "Y-170000002", "-170000002-01-01", "-170000001-01-01", WHENCE_PRECISION_YEAR, NONE, 1 },
  { "Y-138E8", "-13800000000-01-01", "-13799999999-01-01", WHENCE_PRECISION_MILLION_YEARS, NONE, 2 },
  { "Y17E9", "17000000000-01-01", "17000000001-01-01", WHENCE_PRECISION_BILLION_YEARS, NONE, 2 },
  { "Y-138E8~", "-13800000000-01-01", "-13799999999-01-01", WHENCE_PRECISION_MILLION_YEARS, ABOUT, 3 },
  /* seasons */
  { "2001-21", "2001-03-01", "2001-06-01", WHENCE_PRECISION_SEASON, NONE, 1 },
  { "2001-24", "2001-12-01", "2002-03-01", WHENCE_PRECISION_SEASON, NONE, 1 },
  { "2001-28", "2001-12-01", "2002-03-01", WHENCE_PRECISION_SEASON, NONE, 2 },
  { "2001-29", "2001-09-01", "2001-12-01", WHENCE_PRECISION_SEASON, NONE, 2 },
  { "2001-34", "2001-04-01", "2001-07-01", WHENCE_PRECISION_SEASON, NONE, 2 },
  { "2001-39", "2001-09-01", "2002-01-01", WHENCE_PRECISION_SEASON, NONE, 2 },
  { "2001-41", "2001-07-01", "2002-01-01", WHENCE_PRECISION_SEASON, NONE, 2 },
  { "1952-23~", "1952-09-01", "1952-12-01", WHENCE_PRECISION_SEASON, ABOUT, 1 },
};

static void
test_single (gconstpointer data)
{
  const BoundCase *c = data;
  WhenceDate date = parse (c->text);

  g_test_message ("%s", c->text);
  assert_bound (c->text, &date.start, c->earliest, c->latest);
  assert_bound (c->text, &date.end, c->earliest, c->latest);
  g_assert_cmpint (date.form, ==, WHENCE_DATE_SINGLE);
  g_assert_cmpint (date.start.kind, ==, WHENCE_BOUND_GIVEN);
  g_assert_cmpint (date.start.precision, ==, c->precision);
  g_assert_cmpint (date.start.qualifiers, ==, c->qualifiers);
  g_assert_cmpint (date.level, ==, c->level);
  g_assert_cmpint (date.has_time, ==, c->precision >= WHENCE_PRECISION_MINUTE);
}

typedef struct
{
  const char *text;
  WhenceDateForm form;
  guint level;
  WhenceBoundKind start_kind;
  const char *start_earliest, *start_latest;
  WhenceBoundKind end_kind;
  const char *end_earliest, *end_latest;
} SpanCase;

#define GIVEN WHENCE_BOUND_GIVEN
#define OPEN WHENCE_BOUND_OPEN
#define UNKNOWN WHENCE_BOUND_UNKNOWN

static const SpanCase spans[] = {
  { "2016/2025-06", WHENCE_DATE_INTERVAL, 0, GIVEN, "2016-01-01", "2017-01-01", GIVEN, "2025-06-01",
    "2025-07-01" },
  { "2016/..", WHENCE_DATE_INTERVAL, 1, GIVEN, "2016-01-01", "2017-01-01", OPEN, "-", "+" },
  { "2016/", WHENCE_DATE_INTERVAL, 1, GIVEN, "2016-01-01", "2017-01-01", UNKNOWN, "-", "+" },
  { "../2016", WHENCE_DATE_INTERVAL, 1, OPEN, "-", "+", GIVEN, "2016-01-01", "2017-01-01" },
  { "/2016", WHENCE_DATE_INTERVAL, 1, UNKNOWN, "-", "+", GIVEN, "2016-01-01", "2017-01-01" },
  { "../..", WHENCE_DATE_INTERVAL, 1, OPEN, "-", "+", OPEN, "-", "+" },
  { "../", WHENCE_DATE_INTERVAL, 1, OPEN, "-", "+", UNKNOWN, "-", "+" },
  { "2004-06~/2004-06-%11", WHENCE_DATE_INTERVAL, 2, GIVEN, "2004-06-01", "2004-07-01", GIVEN, "2004-06-11",
    "2004-06-12" },
  { "2025-01-01T10:00:00Z/2025-01-01T10:00:05Z", WHENCE_DATE_INTERVAL, WHENCE_DATE_BEYOND_EDTF, GIVEN,
    "2025-01-01 10:00:00", "2025-01-01 10:00:01", GIVEN, "2025-01-01 10:00:05", "2025-01-01 10:00:06" },
  { "2005-07-25/2006-01-01T10:10:10Z", WHENCE_DATE_INTERVAL, WHENCE_DATE_BEYOND_EDTF, GIVEN, "2005-07-25",
    "2005-07-26", GIVEN, "2006-01-01 10:10:10", "2006-01-01 10:10:11" },
  { "Y-252E6/Y-66E6", WHENCE_DATE_INTERVAL, WHENCE_DATE_BEYOND_EDTF, GIVEN, "-252000000-01-01",
    "-251999999-01-01", GIVEN, "-66000000-01-01", "-65999999-01-01" },
  { "[1667,1668,1670..1672]", WHENCE_DATE_ONE_OF, 2, GIVEN, "1667-01-01", "1673-01-01", GIVEN, "1667-01-01",
    "1673-01-01" },
  { "{2025-01-01T10:00:00Z,2026}", WHENCE_DATE_ALL_OF, WHENCE_DATE_BEYOND_EDTF, GIVEN, "2025-01-01 10:00:00",
    "2025-01-01 10:00:01", GIVEN, "2026-01-01", "2027-01-01" },
  { "[1668, 1667]", WHENCE_DATE_ONE_OF, 2, GIVEN, "1667-01-01", "1669-01-01", GIVEN, "1667-01-01",
    "1669-01-01" },
  { "[1760-12..]", WHENCE_DATE_ONE_OF, 2, GIVEN, "1760-12-01", "1761-01-01", OPEN, "-", "+" },
  { "[..1760-12-03]", WHENCE_DATE_ONE_OF, 2, OPEN, "-", "+", GIVEN, "1760-12-03", "1760-12-04" },
  { "{1667,1668,1670..1672}", WHENCE_DATE_ALL_OF, 2, GIVEN, "1667-01-01", "1668-01-01", GIVEN, "1672-01-01",
    "1673-01-01" },
  { "{..1984}", WHENCE_DATE_ALL_OF, 2, OPEN, "-", "+", GIVEN, "1984-01-01", "1985-01-01" },
};

static void
test_span (gconstpointer data)
{
  const SpanCase *c = data;
  WhenceDate date = parse (c->text);

  assert_bound (c->text, &date.start, c->start_earliest, c->start_latest);
  assert_bound (c->text, &date.end, c->end_earliest, c->end_latest);
  g_assert_cmpint (date.form, ==, c->form);
  g_assert_cmpint (date.level, ==, c->level);
  g_assert_cmpint (date.start.kind, ==, c->start_kind);
  g_assert_cmpint (date.end.kind, ==, c->end_kind);
}

static void
test_set_shares_doubt (void)
{
  WhenceDate date = parse ("[1667,1668-12?,1670~..1672]");

  g_assert_cmpint (date.start.precision, ==, WHENCE_PRECISION_YEAR);
  g_assert_cmpint (date.start.qualifiers, ==, MAYBE | ABOUT);
  g_assert_cmpint (date.end.qualifiers, ==, MAYBE | ABOUT);
}

/* --- Refusals ---------------------------------------------------------------------------------------- */

typedef struct
{
  const char *text;
  WhenceDateError code;
} Refusal;

static const Refusal refusals[] = {
  { "", WHENCE_DATE_ERROR_SYNTAX },
  { " 2016", WHENCE_DATE_ERROR_SYNTAX },
  { "2016 ", WHENCE_DATE_ERROR_SYNTAX },
  { "last year", WHENCE_DATE_ERROR_SYNTAX },
  { "ＸＸ", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-5", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-05-1", WHENCE_DATE_ERROR_SYNTAX },
  { "20160501", WHENCE_DATE_ERROR_SYNTAX },
  { "1", WHENCE_DATE_ERROR_SYNTAX },
  { "X", WHENCE_DATE_ERROR_SYNTAX },
  { "1X", WHENCE_DATE_ERROR_SYNTAX },
  { "2016x", WHENCE_DATE_ERROR_SYNTAX },
  { "2016??", WHENCE_DATE_ERROR_SYNTAX },
  { "..", WHENCE_DATE_ERROR_SYNTAX },
  { "2016/2017/2018", WHENCE_DATE_ERROR_SYNTAX },
  { "Y2016", WHENCE_DATE_ERROR_SYNTAX },
  { "Y12345E", WHENCE_DATE_ERROR_SYNTAX },
  { "Y-66E6/-2000", WHENCE_DATE_ERROR_SYNTAX },
  { "[]", WHENCE_DATE_ERROR_SYNTAX },
  { "[1667,]", WHENCE_DATE_ERROR_SYNTAX },
  { "[1667}", WHENCE_DATE_ERROR_SYNTAX },
  { "[1667]x", WHENCE_DATE_ERROR_SYNTAX },
  { "[1667, 1668,1669]", WHENCE_DATE_ERROR_SYNTAX },
  { "[1667,1668, 1669]", WHENCE_DATE_ERROR_SYNTAX },
  { "[1667..,1668]", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-05-02T", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-05T10:00:00", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-05-02~T10:00:00", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-05-02T10:00:00.Z", WHENCE_DATE_ERROR_SYNTAX },
  { "2016-00", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-20", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-42", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-05-00", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2015-02-29", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "1900-02-29", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "XXX1-02-29", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "15XX-02-3X", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "-0000", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-05-02T24:00:01", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-05-02T24:00:00.001", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-05-02T23:59:60", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-05-02T12:00:00-00:00", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2016-05-02T12:00:00+14:01", WHENCE_DATE_ERROR_IMPOSSIBLE },
  { "2017/2016", WHENCE_DATE_ERROR_ORDER },
  { "2004-06-11/2004-06", WHENCE_DATE_ERROR_ORDER },
  { "[1672..1670]", WHENCE_DATE_ERROR_ORDER },
  { "2012-21/2012-24", WHENCE_DATE_ERROR_ORDER },
  { "-2012-21/-2012-22", WHENCE_DATE_ERROR_ORDER },
  { "2025-01-01T10:00:05Z/2025-01-01T10:00:04Z", WHENCE_DATE_ERROR_ORDER },
  { "2025-01-01T10:00:00Z/2025-01-01T11:00:00+02:00", WHENCE_DATE_ERROR_ORDER },
  { "Y300000000000", WHENCE_DATE_ERROR_RANGE },
  { "Y-300000000000", WHENCE_DATE_ERROR_RANGE },
  { "Y3E11", WHENCE_DATE_ERROR_RANGE },
  { "Y1E99999999999999999999", WHENCE_DATE_ERROR_RANGE },
  { "Y99999999999999999999999999999999999999", WHENCE_DATE_ERROR_RANGE },
  { "Y292000000000S1", WHENCE_DATE_ERROR_RANGE },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *c = data;
  g_autoptr (GError) error = NULL;
  WhenceDate date = { .level = 42 };

  if (whence_date_parse (c->text, &date, &error))
    g_error ("“%s” was taken for a date", c->text);
  if (!g_error_matches (error, WHENCE_DATE_ERROR, (int) c->code))
    g_error ("“%s”: %s (code %d instead of %d)", c->text, error->message, error->code, (int) c->code);
  g_assert_cmpint (date.level, ==, 42);
}

static void
test_refusal_says_where (void)
{
  g_autoptr (GError) error = NULL;
  WhenceDate date;

  g_assert_false (whence_date_parse ("2016-0a-01", &date, &error));
  g_assert_nonnull (strstr (error->message, "“a”"));
  g_assert_nonnull (strstr (error->message, "character 7"));
}

/* Whatever a file holds, the parser answers; and what it takes has its bounds in order. */
static void
test_random_strings (void)
{
  static const char alphabet[] = "0123456789012345XX--//..,,TZ:+?~%[]{}YES ";
  guint n_valid = 0;

  for (guint i = 0; i < 50000; i++)
    {
      char text[24];
      guint length = (guint) g_test_rand_int_range (1, sizeof text);
      WhenceDate date;

      for (guint k = 0; k < length; k++)
        text[k] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      text[length] = '\0';
      if (!whence_date_parse (text, &date, NULL))
        continue;
      n_valid++;
      g_assert_cmpint (date.start.earliest, <, date.start.latest);
      g_assert_cmpint (date.end.earliest, <, date.end.latest);
      g_assert_cmpint (date.start.earliest, <, date.end.latest);
    }
  g_assert_cmpuint (n_valid, >, 50);
}

/* --- The vectors of two other implementations -------------------------------------------------------- */

static void
test_vectors (void)
{
  const char *folder = g_getenv ("WHENCE_SHARED_DATA");
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, "edtf", "vectors.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_wrong = 0, n_lines = 0;

  if (path == NULL || !g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_test_message ("the vectors are not there");
      return;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++, n_lines++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strdelimit (lines[i], "\r", '\0'), "\t", 4);
      g_autoptr (GError) error = NULL;
      WhenceDate date = { 0 };
      gboolean valid = whence_date_parse (fields[3], &date, &error) && date.level < WHENCE_DATE_BEYOND_EDTF;

      if (valid == g_str_equal (fields[2], "valid"))
        continue;
      g_test_message ("“%s” should be %s: %s", fields[3], fields[2],
                      error != NULL ? error->message : "taken");
      n_wrong++;
    }
  g_assert_cmpuint (n_lines, >, 100);
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/date/single", singles, test_single);
  ADD_TABLE ("/date/span", spans, test_span);
  g_test_add_func ("/date/set/shares-doubt", test_set_shares_doubt);
  ADD_TABLE ("/date/refusal", refusals, test_refusal);
  g_test_add_func ("/date/refusal/says-where", test_refusal_says_where);
  g_test_add_func ("/date/random-strings", test_random_strings);
  g_test_add_func ("/date/vectors", test_vectors);
  return g_test_run ();
}
