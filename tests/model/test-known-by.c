/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was known by a date: dates against dates, imprecise and qualified on both sides, then sources, facts,
 * entities, evidence, and what a search finds. */
#include "model/evidence.h"
#include "model/known-by.h"
#include "model/search.h"

#include "read-text.h"

#define NOT WHENCE_ACTIVITY_NOT
#define POSSIBLE WHENCE_ACTIVITY_POSSIBLE
#define CERTAIN WHENCE_ACTIVITY_CERTAIN

static WhenceBundle *
read_story (const char *sources, const char *entities, const char *facts)
{
  g_autofree char *text = g_strdup_printf ("{\"whence\":1,\"sources\":[%s],\"entities\":[%s],\"facts\":[%s]}",
                                           sources, entities, facts);

  return read_sound_text (text);
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
      g_autoptr (WhenceBundle) bundle = read_story (source->str, "", "");
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
      g_autoptr (WhenceBundle) bundle = read_story (SOURCES, "", fact);
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

/* --- Entities --- */

#define FACT(more) "{\"id\":\"f\",\"type\":\"other\",\"subject\":\"e\"" more "}"

static const struct
{
  const char *members, *facts;
  WhenceActivity known, profile;
} entities[] = {
  /* by May 2024: nothing says since when */
  { "", "", POSSIBLE, POSSIBLE },
  { ",\"date\":\"2023/..\"", "", POSSIBLE, POSSIBLE },
  { ",\"date\":\"2025/..\"", "", NOT, NOT },
  { ",\"date\":\"2024-06~/..\"", "", POSSIBLE, POSSIBLE },
  /* Like the best of the facts. */
  { "", FACT (CITES (CITE ("early"))), CERTAIN, CERTAIN },
  { "", FACT (CITES (CITE ("vague"))), POSSIBLE, POSSIBLE },
  { "", FACT (CITES (CITE ("later"))), NOT, NOT },
  { "", FACT (), POSSIBLE, POSSIBLE },
  { "", FACT (",\"date\":\"2025\""), NOT, NOT },
  { "", FACT (",\"negated\":true" CITES (CITE ("early"))), CERTAIN, CERTAIN },
  /* And of sources of their own, which alone speak for what is written of them. */
  { CITES (CITE ("early")), "", CERTAIN, CERTAIN },
  { CITES (CITE ("later")), "", NOT, NOT },
  { CITES (CITE ("silent")), "", POSSIBLE, POSSIBLE },
  { ",\"date\":\"2025/..\"" CITES (CITE ("silent")), "", NOT, NOT },
  { CITES (CITE ("early")), FACT (CITES (CITE ("later"))), CERTAIN, CERTAIN },
  { CITES (CITE ("later")), FACT (CITES (CITE ("early"))), CERTAIN, NOT },
  { CITES (CITE ("later") "," CITE ("vague")), FACT (CITES (CITE ("early"))), CERTAIN, POSSIBLE },
  { CITES (CITE ("later")), FACT (CITES (CITE ("later"))), NOT, NOT },
  /* Who disputes does not speak for it. */
  { CITES (CITE ("early", ",\"stance\":\"disputes\"")), "", POSSIBLE, POSSIBLE },
};

static void
test_entities (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      g_autofree char *entity =
        g_strdup_printf ("{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"%s}", entities[i].members);
      g_autoptr (WhenceBundle) bundle = read_story (SOURCES, entity, entities[i].facts);
      g_autoptr (WhenceKnownBy) known = known_by (bundle, "2024-05");

      if (whence_known_by_get_entity (known, 0) != entities[i].known
          || whence_known_by_get_profile (known, 0) != entities[i].profile)
        g_error ("%s with %s: known %d, profile %d", entity, entities[i].facts,
                 whence_known_by_get_entity (known, 0), whence_known_by_get_profile (known, 0));
      g_assert_cmpint (whence_known_by_get_entity (NULL, 0), ==, CERTAIN);
      g_assert_cmpint (whence_known_by_get_profile (NULL, 0), ==, CERTAIN);
    }
}

/* --- Searching --- */

#define NAMED(id, title, more) "{\"id\":\"" id "\",\"type\":\"other\",\"title\":\"" title "\"" more "}"
#define QUOTE(words) ",\"quote\":\"" words "\""

/* What each word is in, and how many records it is found in by May 2024 and at all. */
static const struct
{
  const char *word;
  guint known, all;
} words[] = {
  { "apple", 1, 1 },   /* title of a fact */
  { "banana", 0, 1 },  /* of one that is known later */
  { "cherry", 1, 1 },  /* a quote */
  { "damson", 0, 1 },  /* a later quote of an earlier fact */
  { "elder", 1, 1 },   /* a quote that may be earlier */
  { "fig", 0, 1 },     /* summary, note and place of a later fact */
  { "grape", 0, 1 },   /* on whom a later source relies */
  { "hazel", 1, 1 },   /* somebody in an earlier fact, by name and alias */
  { "iris", 0, 1 },    /* what later sources alone say of her */
  { "juniper", 0, 1 }, /* their words */
  { "kiwi", 0, 1 },    /* somebody in later facts only */
  { "lime", 1, 1 },    /* an earlier source, title and publisher */
  { "mango", 0, 1 },   /* a later one: title, publisher, author, note */
  { "fact", 1, 2 },
};

static guint
count (const WhenceSearchIndex *index, const char *word)
{
  g_autoptr (GArray) hits = whence_search_index_find (index, word, NULL);

  return hits->len;
}

static void
test_search (void)
{
  g_autoptr (WhenceBundle) bundle = read_story (
    SOURCE ("early", "Lime", ",\"published\":\"2023\"") "," SOURCE (
      "vague", "Vague", ",\"published\":\"2024\"") "," SOURCE ("later", "Mango",
                                                               ",\"published\":\"2025\",\"author\":\"Mango\","
                                                               "\"note\":\"mango\""),
    "{\"id\":\"h\",\"type\":\"person\",\"name\":\"Hazel\",\"aliases\":[\"Hazel\"],\"summary\":"
    "\"iris\"" CITES (
      CITE ("later", QUOTE ("juniper"))) "},{\"id\":\"k\",\"type\":\"person\",\"name\":\"Kiwi\"}",
    NAMED (
      "f", "Fact apple",
      ",\"subject\":\"h\"" CITES (CITE ("early", QUOTE ("cherry")) "," CITE (
        "later",
        QUOTE ("damson") ",\"attribution\":"
                         "\"grape\"") "," CITE ("vague",
                                                QUOTE ("elder")))) "," NAMED ("g", "Fact banana",
                                                                              ",\"subject\":\"h\",\"object\":"
                                                                              "\"k\",\"summary\":"
                                                                              "\"fig\",\"note\":\"fig\","
                                                                              "\"place\":\"fig\"" CITES (
                                                                                CITE ("later"))));
  g_autoptr (WhenceKnownBy) known = known_by (bundle, "2024-05");
  g_autoptr (WhenceSearchIndex) then = whence_search_index_new (bundle, known, NULL);
  g_autoptr (WhenceSearchIndex) now = whence_search_index_new (bundle, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (count (then, words[i].word) != words[i].known || count (now, words[i].word) != words[i].all)
      g_error ("%s: %u of %u", words[i].word, count (then, words[i].word), count (now, words[i].word));
}

/* Without a date, everything is as it was. */
static void
test_none (void)
{
  g_autoptr (WhenceBundle) bundle = read_story (
    SOURCES, "", "{\"id\":\"f\",\"type\":\"valuation\"" CITES (CITE ("later") "," CITE ("early")) "}");
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

static void
test_cancelled (void)
{
  g_autoptr (WhenceBundle) bundle = read_story (SOURCES, "", "{\"id\":\"f\",\"type\":\"valuation\"}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (whence_known_by_weigh (bundle, "2024", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-by/sources", test_sources);
  g_test_add_func ("/known-by/refused", test_refused);
  g_test_add_func ("/known-by/facts", test_facts);
  g_test_add_func ("/known-by/entities", test_entities);
  g_test_add_func ("/known-by/search", test_search);
  g_test_add_func ("/known-by/none", test_none);
  g_test_add_func ("/known-by/cancelled", test_cancelled);
  return g_test_run ();
}
