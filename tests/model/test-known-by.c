/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was known by a date: dates against dates, imprecise and qualified on both sides, then sources, facts
 * and evidence. */
#include "model/evidence.h"
#include "model/known-by.h"
#include "model/reader.h"

#include <string.h>

#define NOT WHENCE_ACTIVITY_NOT
#define POSSIBLE WHENCE_ACTIVITY_POSSIBLE
#define CERTAIN WHENCE_ACTIVITY_CERTAIN

static WhenceBundle *
read_story (const char *sources, const char *facts)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
    g_strdup_printf ("{\"whence\":1,\"sources\":[%s],\"entities\":[],\"facts\":[%s]}", sources, facts);
  WhenceBundle *bundle = whence_reader_read_text (text, strlen (text), NULL, NULL, NULL, &error);
  guint n_problems;

  g_assert_no_error (error);
  whence_bundle_get_problems (bundle, &n_problems);
  g_assert_cmpuint (n_problems, ==, 0);
  return bundle;
}

static WhenceKnownBy *
known_by (WhenceBundle *bundle, const char *date)
{
  g_autoptr (GError) error = NULL;
  WhenceKnownBy *known = whence_known_by_new (bundle, date, &error);

  g_assert_no_error (error);
  return known;
}

/* --- Sources --- */

static const struct
{
  const char *published, *accessed, *by;
  WhenceActivity expected;
} sources[] = {
  /* Plain dates: the end of the one against the end of the other. */
  { "2024-05-31", NULL, "2024-05", CERTAIN },
  { "2024-05", NULL, "2024-05", CERTAIN },
  { "2024-06-01", NULL, "2024-05", NOT },
  { "2024", NULL, "2024-05", POSSIBLE },
  { "2024", NULL, "2024", CERTAIN },
  { "2025", NULL, "2024-05", NOT },
  { "2023", NULL, "2024-05", CERTAIN },
  { "2024-05", NULL, "2024-05-15", POSSIBLE },
  { "2024-05-15T12:00:00Z", NULL, "2024-05-15", CERTAIN },
  { "2024-05-15T12:00:00Z", NULL, "2024-05-15T11:59:59Z", NOT },
  { "202X", NULL, "2024-05", POSSIBLE },
  { "201X", NULL, "2024-05", CERTAIN },
  { "2024-21", NULL, "2024-05", CERTAIN },
  { "2024-22", NULL, "2024-05", NOT },
  { "-0043", NULL, "0001", CERTAIN },
  /* A stretch was out when its end was. */
  { "2024-03/2024-05", NULL, "2024-05", CERTAIN },
  { "2024-03/2024-06", NULL, "2024-05", POSSIBLE },
  { "2024-03/..", NULL, "2024-05", POSSIBLE },
  { "2024-06/..", NULL, "2024-05", NOT },
  { "/2024-05", NULL, "2024-05", CERTAIN },
  { "/2024-06", NULL, "2024-05", POSSIBLE },
  { "[2023,2024]", NULL, "2024-05", POSSIBLE },
  { "[2022,2023]", NULL, "2024-05", CERTAIN },
  { "{2023,2025}", NULL, "2024-05", POSSIBLE },
  /* Qualified: wider by as much as it is wide. */
  { "2024-05~", NULL, "2024-05", POSSIBLE },
  { "2024-04~", NULL, "2024-05", CERTAIN },
  { "2024-06?", NULL, "2024-05", POSSIBLE },
  { "2024-07?", NULL, "2024-05", NOT },
  { "2023%", NULL, "2024-05", POSSIBLE },
  { "2022%", NULL, "2024-05", CERTAIN },
  { "2025~", NULL, "2024-05", POSSIBLE },
  { "2026~", NULL, "2024-05", NOT },
  /* The other side imprecise or qualified: about May may have ended with April, or with June. */
  { "2024-04-30", NULL, "2024-05~", CERTAIN },
  { "2024-05-01", NULL, "2024-05~", POSSIBLE },
  { "2024-06-30", NULL, "2024-05~", POSSIBLE },
  { "2024-07-01", NULL, "2024-05~", NOT },
  { "2023-12", NULL, "2024?", CERTAIN },
  { "2024-01", NULL, "2024?", POSSIBLE },
  { "2025-12", NULL, "2024?", POSSIBLE },
  { "2026", NULL, "2024?", NOT },
  { "2022-12", NULL, "[2023,2024]", CERTAIN },
  { "2023-06", NULL, "[2023,2024]", POSSIBLE },
  { "2025", NULL, "[2023,2024]", NOT },
  { "2024-05", NULL, "2016/2024-05", CERTAIN },
  { "2015", NULL, "2016/2024-05", CERTAIN },
  { "2024-05", NULL, "../2024-05", CERTAIN },
  /* Both sides. */
  { "2024-04~", NULL, "2024-05~", POSSIBLE },
  { "2024-03~", NULL, "2024-05~", CERTAIN },
  { "2024-07~", NULL, "2024-05~", POSSIBLE },
  { "2024-08~", NULL, "2024-05~", NOT },
  /* Without a date of publication: what was read was there. */
  { NULL, NULL, "2024-05", POSSIBLE },
  { NULL, "2024-05-02", "2024-05", CERTAIN },
  { NULL, "2025", "2024-05", POSSIBLE },
  { "2024", "2024-05-02", "2024-05", CERTAIN },
  { "2024-06", "2024-05-02", "2024-05", NOT },
  { "2024", "2025", "2024-05", POSSIBLE },
};

static void
test_sources (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (GString) source = g_string_new ("{\"id\":\"s\",\"title\":\"t\"");
      if (sources[i].published != NULL)
        g_string_append_printf (source, ",\"published\":\"%s\"", sources[i].published);
      if (sources[i].accessed != NULL)
        g_string_append_printf (source, ",\"accessed\":\"%s\"", sources[i].accessed);
      g_string_append (source, "}");
      g_autoptr (WhenceBundle) bundle = read_story (source->str, "");
      g_autoptr (WhenceKnownBy) known = known_by (bundle, sources[i].by);
      if (whence_known_by_get_source (known, 0) != sources[i].expected)
        g_error ("published %s, read %s, by %s: %d", sources[i].published, sources[i].accessed, sources[i].by,
                 whence_known_by_get_source (known, 0));
    }
}

static void
test_refused (void)
{
  const char *const dates[] = { "2024/..", "2024/", "..", "[2024..]", "May", "" };
  g_autoptr (WhenceBundle) bundle = whence_bundle_new_empty ();

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (whence_known_by_new (bundle, dates[i], &error));
      g_assert_nonnull (error);
    }
}

/* --- Facts --- */

#define SOURCE(id, publisher, more)                                                                          \
  "{\"id\":\"" id "\",\"title\":\"t\",\"publisher\":\"" publisher "\"" more "}"
#define SOURCES                                                                                              \
  SOURCE ("early", "Early", ",\"published\":\"2023\"")                                                       \
  "," SOURCE ("first", "First", ",\"published\":\"2024-01-09\"") "," SOURCE (                                \
    "vague", "Vague", ",\"published\":\"2024\"") "," SOURCE ("silent", "Silent",                             \
                                                             "") "," SOURCE ("later", "Later",               \
                                                                             ",\"published\":\"2025-06\"")
#define CITES(...) ",\"citations\":[" __VA_ARGS__ "]"
#define CITE(source, ...) "{\"source\":\"" source "\"" __VA_ARGS__ "}"

static const struct
{
  const char *members;
  WhenceActivity known;
  WhenceSupport support;
  guint n_sources, conflicts;
} facts[] = {
  /* by May 2024 */
  { CITES (CITE ("early")), CERTAIN, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { CITES (CITE ("vague")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { CITES (CITE ("silent")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { CITES (CITE ("later")), NOT, WHENCE_SUPPORT_UNSOURCED, 0, 0 },
  { "", POSSIBLE, WHENCE_SUPPORT_UNSOURCED, 0, 0 },
  /* The best counts. */
  { CITES (CITE ("later") "," CITE ("early")), CERTAIN, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { CITES (CITE ("later") "," CITE ("vague")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { CITES (CITE ("early") "," CITE ("first")), CERTAIN, WHENCE_SUPPORT_CORROBORATED, 2, 0 },
  { CITES (CITE ("early") "," CITE ("vague")), CERTAIN, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { CITES (CITE ("silent") "," CITE ("vague")), POSSIBLE, WHENCE_SUPPORT_CORROBORATED, 2, 0 },
  /* Who disputes later is not heard yet, nor is another reading; who disputes alone knows of it. */
  { CITES (CITE ("early") "," CITE ("later", ",\"stance\":\"disputes\"")), CERTAIN, WHENCE_SUPPORT_SINGLE, 1,
    0 },
  { CITES (CITE ("early") "," CITE ("first", ",\"stance\":\"disputes\"")), CERTAIN, WHENCE_SUPPORT_DISPUTED,
    1, WHENCE_CONFLICT_STANCE },
  { CITES (CITE ("first", ",\"stance\":\"disputes\"")), POSSIBLE, WHENCE_SUPPORT_DISPUTED, 0,
    WHENCE_CONFLICT_STANCE },
  { CITES (CITE ("later") "," CITE ("first", ",\"stance\":\"disputes\"")), NOT, WHENCE_SUPPORT_DISPUTED, 0,
    WHENCE_CONFLICT_STANCE },
  { ",\"date\":\"2022\"" CITES (CITE ("early") "," CITE ("later", ",\"date\":\"2020\"")), CERTAIN,
    WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2022\"" CITES (CITE ("early") "," CITE ("first", ",\"date\":\"2020\"")), CERTAIN,
    WHENCE_SUPPORT_DISPUTED, 2, WHENCE_CONFLICT_DATE },
  { ",\"share\":\"0.49\"" CITES (CITE ("early") "," CITE ("later", ",\"share\":\"0.51\"")), CERTAIN,
    WHENCE_SUPPORT_SINGLE, 1, 0 },
  /* Nobody reports what has not happened; but it may be planned. */
  { ",\"date\":\"2025\"" CITES (CITE ("silent")), NOT, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2024-06\"" CITES (CITE ("vague")), NOT, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2024\"" CITES (CITE ("silent")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2024-06~\"" CITES (CITE ("silent")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2025/..\"" CITES (CITE ("silent")), NOT, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"/2025\"" CITES (CITE ("silent")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2025\"" CITES (CITE ("silent", ",\"date\":\"2023\"")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1,
    0 },
  { ",\"date\":\"2025\"", NOT, WHENCE_SUPPORT_UNSOURCED, 0, 0 },
  { ",\"date\":\"2025\",\"status\":\"planned\"" CITES (CITE ("silent")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1,
    0 },
  { ",\"date\":\"2025\",\"status\":\"speculated\"", POSSIBLE, WHENCE_SUPPORT_UNSOURCED, 0, 0 },
  { ",\"date\":\"2025\",\"negated\":true" CITES (CITE ("silent")), POSSIBLE, WHENCE_SUPPORT_SINGLE, 1, 0 },
  { ",\"date\":\"2025\"" CITES (CITE ("early")), CERTAIN, WHENCE_SUPPORT_SINGLE, 1, 0 },
};

static void
test_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *fact = g_strdup_printf ("{\"id\":\"f\",\"type\":\"valuation\"%s}", facts[i].members);
      g_autoptr (WhenceBundle) bundle = read_story (SOURCES, fact);
      g_autoptr (WhenceKnownBy) known = known_by (bundle, "2024-05");
      WhenceEvidence evidence = whence_evidence_for_fact_until (bundle, 0, known);

      if (whence_known_by_get_fact (known, 0) != facts[i].known)
        g_error ("%s: known %d", fact, whence_known_by_get_fact (known, 0));
      if (facts[i].known != NOT
          && (evidence.support != facts[i].support || evidence.n_sources != facts[i].n_sources
              || evidence.conflicts != facts[i].conflicts))
        g_error ("%s: support %d, %u sources, conflicts %u", fact, evidence.support, evidence.n_sources,
                 evidence.conflicts);
    }
}

/* Without a date, everything is as it was. */
static void
test_none (void)
{
  g_autoptr (WhenceBundle) bundle = read_story (
    SOURCES, "{\"id\":\"f\",\"type\":\"valuation\"" CITES (CITE ("later") "," CITE ("early")) "}");
  g_autoptr (WhenceKnownBy) known = known_by (bundle, "2024-05"), same = known_by (bundle, "2024-05"),
                            other = known_by (bundle, "2024");
  g_autofree char *text = whence_known_by_to_text (known);

  g_assert_cmpint (whence_known_by_get_fact (NULL, 0), ==, CERTAIN);
  g_assert_cmpint (whence_known_by_get_source (NULL, 4), ==, CERTAIN);
  g_assert_true (whence_known_by_counts (NULL, 0, 0));
  g_assert_false (whence_known_by_counts (known, 0, 0));
  g_assert_true (whence_known_by_counts (known, 0, 1));
  g_assert_cmpuint (whence_evidence_for_fact (bundle, 0).n_sources, ==, 2);
  g_assert_true (whence_known_by_equal (NULL, NULL));
  g_assert_false (whence_known_by_equal (known, NULL));
  g_assert_true (whence_known_by_equal (known, same));
  g_assert_false (whence_known_by_equal (known, other));
  g_assert_cmpstr (text, ==, "Known by May 2024");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-by/sources", test_sources);
  g_test_add_func ("/known-by/refused", test_refused);
  g_test_add_func ("/known-by/facts", test_facts);
  g_test_add_func ("/known-by/none", test_none);
  return g_test_run ();
}
