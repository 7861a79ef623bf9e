/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document as it was known by a date: what it shows, hides, counts and finds, the way back, an edit,
 * another story. */
#include "story.h"

#define FACT(id, sources)                                                                                    \
  "{\"id\":\"" id "\",\"type\":\"other\",\"title\":\"The " id "\",\"citations\":[" sources "]}"
#define CITE(source) "{\"source\":\"" source "\"}"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"old\",\"title\":\"The "
  "old\",\"publisher\":\"Old\",\"published\":\"2023\"},"
  "{\"id\":\"new\",\"title\":\"The new\",\"publisher\":\"New\",\"published\":\"2025\"}],\"entities\":[],"
  "\"facts\":[" FACT ("a", CITE ("old")) "," FACT ("b", CITE ("old") "," CITE ("new")) "," FACT (
    "c", CITE ("new")) "]}";

#define TIE(id, object, source)                                                                              \
  "{\"id\":\"" id "\",\"type\":\"other\",\"subject\":\"a\",\"object\":\"" object                             \
  "\",\"citations\":[{\"source\":\"" source "\"}]}"
#define ENTITY(id) "{\"id\":\"" id "\",\"type\":\"person\",\"name\":\"" id "\"}"

static const char ties[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"old\",\"title\":\"o\",\"published\":\"2023\"},"
  "{\"id\":\"new\",\"title\":\"n\",\"published\":\"2025\"}],\"entities\":[" ENTITY ("a") "," ENTITY (
    "b") "," ENTITY ("c") "],\"facts\":[" TIE ("f", "b", "old") "," TIE ("g", "c", "new") "]}";

static void
set_known_by (WhenceDocument *document, const char *date)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (whence_document_set_known_by (document, date, &error));
  g_assert_no_error (error);
}

static void
assert_counts (WhenceDocument *document, guint n_shown, guint n_unknown, guint n_hidden)
{
  WhenceScope *scope = whence_document_get_scope (document);

  g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, n_shown);
  g_assert_cmpuint (whence_scope_get_n_unknown (scope), ==, n_unknown);
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, n_hidden);
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_set (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (GError) error = NULL;
  guint n_scopes = 0, n_dates = 0;

  g_signal_connect_swapped (document, "notify::scope", G_CALLBACK (count_up), &n_scopes);
  g_signal_connect_swapped (document, "notify::known-by", G_CALLBACK (count_up), &n_dates);
  g_assert_null (whence_document_get_known_by (document));
  set_known_by (document, "2024");
  set_known_by (document, "2024");
  g_assert_cmpstr (whence_document_get_known_by (document), ==, "2024");
  g_assert_cmpuint (n_scopes, ==, 1);
  g_assert_cmpuint (n_dates, ==, 1);
  assert_counts (document, 2, 1, 0);
  g_assert_false (whence_document_set_known_by (document, "2024/..", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (whence_document_get_known_by (document), ==, "2024");
  whence_document_set_as_of (document, 0, 1);
  assert_counts (document, 2, 1, 0);
  set_known_by (document, NULL);
  assert_counts (document, 3, 0, 0);
}

/* A filter hides, and counts, of what was known; and it weighs as was known. */
static void
test_filter (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();
  g_autoptr (WhenceFilter) single =
    whence_filter_toggle (nothing, WHENCE_FACET_SUPPORT, WHENCE_SUPPORT_SINGLE);
  g_autoptr (WhenceFilter) later = whence_filter_toggle (nothing, WHENCE_FACET_SOURCE, 1);
  g_autofree guint *counts = NULL;
  guint n;

  whence_document_set_filter (document, single);
  assert_counts (document, 2, 0, 1);
  set_known_by (document, "2024");
  assert_counts (document, 2, 0, 0);
  whence_document_set_filter (document, later);
  assert_counts (document, 0, 0, 2);
  counts = whence_filter_count (nothing, whence_document_get_bundle (document),
                                whence_scope_get_known_by (whence_document_get_scope (document)),
                                WHENCE_FACET_SOURCE, &n);
  g_assert_cmpuint (counts[0], ==, 2);
  g_assert_cmpuint (counts[1], ==, 0);
}

/* A search is made anew with each date, and what is found no longer is not lit. */
static void
test_search (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_found = 0;

  g_signal_connect_swapped (document, "found-changed", G_CALLBACK (count_up), &n_found);
  set_known_by (document, "2023");
  g_assert_cmpuint (n_found, ==, 0);
  set_known_by (document, NULL);
  whence_document_search (document, "the");
  g_assert_cmpuint (story_wait_for_hits (document), ==, 5);
  set_known_by (document, "2024");
  g_assert_true (whence_document_is_searching (document));
  g_assert_cmpuint (whence_document_get_highlight (document).facts[2], ==, 0);
  g_assert_cmpuint (story_wait_for_hits (document), ==, 3);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[0], ==, WHENCE_LIT_FOUND);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[2], ==, 0);
  whence_document_walk_hits (document, -1);
  g_assert_true (whence_document_is_selected (document, whence_ref_source (0)));
  set_known_by (document, NULL);
  g_assert_cmpuint (story_wait_for_hits (document), ==, 5);
  whence_document_walk_hits (document, -1);
  g_assert_true (whence_document_is_selected (document, whence_ref_source (1)));
}

static guint
wait_for_review (WhenceDocument *document, WhenceReviewKind kind)
{
  guint n_findings;

  while (whence_document_is_reviewing (document))
    g_main_context_iteration (NULL, TRUE);
  whence_review_get_findings (whence_document_get_review (document), kind, &n_findings);
  return n_findings;
}

/* So is a review; what is found by another date is not shown meanwhile. */
static void
test_review (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_want_review (document, TRUE);
  g_assert_cmpuint (wait_for_review (document, WHENCE_REVIEW_SINGLE_SOURCE), ==, 2);
  set_known_by (document, "2024");
  g_assert_null (whence_document_get_review (document));
  g_assert_true (whence_document_is_reviewing (document));
  g_assert_cmpuint (wait_for_review (document, WHENCE_REVIEW_SINGLE_SOURCE), ==, 2);
  g_assert_cmpuint (wait_for_review (document, WHENCE_REVIEW_UNCITED_SOURCE), ==, 0);
  set_known_by (document, "2022");
  g_assert_cmpuint (wait_for_review (document, WHENCE_REVIEW_SINGLE_SOURCE), ==, 0);
  whence_document_go_back (document);
  whence_document_go_back (document);
  g_assert_cmpuint (wait_for_review (document, WHENCE_REVIEW_SINGLE_SOURCE), ==, 2);
}

/* What came later lights nobody, and open ends end with the date. */
static void
test_light_and_today (void)
{
  g_autoptr (WhenceDocument) document = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = whence_reader_read_text (ties, strlen (ties), NULL, NULL, NULL, NULL);
  WhenceDate date;

  whence_document_set_bundle (document, bundle, NULL);
  whence_document_select (document, whence_ref_entity (0), FALSE);
  g_assert_cmpuint (whence_document_get_highlight (document).entities[2], ==, WHENCE_LIT_RELATED);
  set_known_by (document, "2024");
  g_assert_cmpuint (whence_document_get_highlight (document).entities[1], ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_document_get_highlight (document).entities[2], ==, 0);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[1], ==, 0);
  g_assert_true (whence_date_parse ("2024", &date, NULL));
  g_assert_cmpint (whence_scope_get_today (whence_document_get_scope (document)), ==, date.end.latest);
  set_known_by (document, NULL);
  g_assert_cmpuint (whence_document_get_highlight (document).entities[2], ==, WHENCE_LIT_RELATED);
  g_assert_cmpint (whence_scope_get_today (whence_document_get_scope (document)), >, date.end.latest);
}

/* A source lights what cites it by then; where nothing does, nothing steps back. */
static void
test_sources (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (GArray) facts = NULL;
  const WhenceBundle *bundle = whence_document_get_bundle (document);
  const WhenceRef late = whence_ref_source (1);

  whence_document_select (document, late, FALSE);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[1], ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[2], ==, WHENCE_LIT_RELATED);
  g_assert_true (whence_document_get_highlight (document).dim_others);
  set_known_by (document, "2024");
  /* The second fact was known, but not by this source. */
  g_assert_cmpuint (whence_document_get_highlight (document).facts[1], ==, 0);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[2], ==, 0);
  g_assert_false (whence_document_get_highlight (document).dim_others);
  facts =
    whence_ref_list_facts (late, bundle, whence_scope_get_known_by (whence_document_get_scope (document)));
  g_assert_cmpuint (facts->len, ==, 0);
  whence_document_select (document, whence_ref_source (0), FALSE);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[1], ==, WHENCE_LIT_RELATED);
}

/* Whoever cites a source themselves, too. */
static void
test_citing_entities (void)
{
  const char *text = "{\"whence\":1,\"sources\":[{\"id\":\"new\",\"title\":\"n\",\"published\":\"2025\"}],"
                     "\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\",\"citations\":["
                     "{\"source\":\"new\"}]}],\"facts\":[]}";
  g_autoptr (WhenceDocument) document = story_open (text);

  whence_document_select (document, whence_ref_source (0), FALSE);
  g_assert_cmpuint (whence_document_get_highlight (document).entities[0], ==, WHENCE_LIT_RELATED);
  set_known_by (document, "2024");
  g_assert_cmpuint (whence_document_get_highlight (document).entities[0], ==, 0);
  g_assert_false (whence_document_get_highlight (document).dim_others);
}

static void
test_there_and_back (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  set_known_by (document, "2024");
  set_known_by (document, "2022~");
  whence_document_go_back (document);
  g_assert_cmpstr (whence_document_get_known_by (document), ==, "2024");
  whence_document_go_back (document);
  g_assert_null (whence_document_get_known_by (document));
  whence_document_go_forward (document);
  whence_document_go_forward (document);
  g_assert_cmpstr (whence_document_get_known_by (document), ==, "2022~");
}

/* A story that is read again is weighed anew; another one begins with nothing. */
static void
test_other_bundles (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/story.facts.json");
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  const WhenceEdit edit = { WHENCE_RECORD_SOURCE, "new",
                            "{\"id\":\"new\",\"title\":\"n\",\"published\":\"2020\"}" };
  g_autoptr (WhenceBundle) edited =
    whence_bundle_edit (whence_document_get_bundle (document), &edit, 1, NULL);

  whence_document_set_bundle (document, whence_document_get_bundle (document), file);
  set_known_by (document, "2024");
  assert_counts (document, 2, 1, 0);
  whence_document_set_bundle (document, edited, file);
  g_assert_cmpstr (whence_document_get_known_by (document), ==, "2024");
  assert_counts (document, 3, 0, 0);
  whence_document_set_bundle (document, empty, NULL);
  g_assert_null (whence_document_get_known_by (document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/known-by/set", test_set);
  g_test_add_func ("/document/known-by/filter", test_filter);
  g_test_add_func ("/document/known-by/search", test_search);
  g_test_add_func ("/document/known-by/review", test_review);
  g_test_add_func ("/document/known-by/light-and-today", test_light_and_today);
  g_test_add_func ("/document/known-by/sources", test_sources);
  g_test_add_func ("/document/known-by/citing-entities", test_citing_entities);
  g_test_add_func ("/document/known-by/there-and-back", test_there_and_back);
  g_test_add_func ("/document/known-by/other-bundles", test_other_bundles);
  return g_test_run ();
}
