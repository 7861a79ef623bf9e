/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The review of a document: made while it is wanted, for the bundle that is there, and leading to what it is
 * about, also when that has moved since. */
#include "story.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"Paper\",\"url\":\"ftp://paper.org/\"},"
  "{\"id\":\"idle\",\"title\":\"Idle\"}],"
  "\"entities\":[{\"id\":\"a\",\"type\":\"company\",\"name\":\"Scale AI\"},"
  "{\"id\":\"b\",\"type\":\"company\",\"name\":\"Scale AI, Inc.\"}],"
  "\"facts\":[{\"id\":\"f\",\"type\":\"other\",\"title\":\"Rain\",\"citations\":[{\"source\":\"s\"}]},"
  "{\"id\":\"g\",\"type\":\"other\",\"title\":\"Snow\"}]}";

static WhenceReview *
wait_for_review (WhenceDocument *document)
{
  while (whence_document_is_reviewing (document))
    g_main_context_iteration (NULL, TRUE);
  return whence_document_get_review (document);
}

static const WhenceFinding *
first_of (WhenceReview *review, WhenceReviewKind kind)
{
  guint n;
  const WhenceFinding *findings = whence_review_get_findings (review, kind, &n);

  g_assert_cmpuint (n, >=, 1);
  return findings;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_wanted (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n = 0;

  g_signal_connect_swapped (document, "notify::review", G_CALLBACK (count), &n);
  g_assert_false (whence_document_is_reviewing (document));
  g_assert_null (whence_document_get_review (document));
  whence_document_want_review (document, TRUE);
  g_assert_true (whence_document_is_reviewing (document));
  g_assert_nonnull (wait_for_review (document));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (whence_document_get_review_progress (document), ==, 1);
  /* Wanted again, it is still there. */
  whence_document_want_review (document, FALSE);
  whence_document_want_review (document, TRUE);
  g_assert_false (whence_document_is_reviewing (document));
  g_assert_cmpuint (n, ==, 1);
}

static void
test_not_wanted_any_more (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n = 0;

  g_signal_connect_swapped (document, "notify::review", G_CALLBACK (count), &n);
  whence_document_want_review (document, TRUE);
  whence_document_want_review (document, FALSE);
  g_assert_false (whence_document_is_reviewing (document));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  whence_document_want_review (document, TRUE);
  wait_for_review (document);
  g_assert_cmpuint (n, ==, 1);
}

/* Another title is no matter for a review. Until that of other records is there the old one is, and knows
 * what it is of. */
static void
test_edit (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/story.facts.json");
  g_autoptr (WhenceBundle) opened = read_text (story), again = read_text (story);
  WhenceReview *before;

  whence_document_set_bundle (document, opened, file);
  whence_document_want_review (document, TRUE);
  before = wait_for_review (document);
  whence_document_set_title (document, "Another", &error);
  g_assert_no_error (error);
  g_assert_false (whence_document_is_reviewing (document));
  whence_document_set_bundle (document, again, file);
  g_assert_true (whence_document_is_reviewing (document));
  g_assert_true (whence_document_get_review (document) == before);
  g_assert_true (whence_document_go_to_finding (document, first_of (before, WHENCE_REVIEW_UNSOURCED)));
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (1)));
  g_assert_true (whence_review_get_bundle (wait_for_review (document))
                 == whence_document_get_bundle (document));
}

static void
test_another_story (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) other = read_text ("{\"whence\":1,\"title\":\"Nothing\"}");

  whence_document_want_review (document, TRUE);
  wait_for_review (document);
  whence_document_set_bundle (document, other, NULL);
  g_assert_null (whence_document_get_review (document));
  g_assert_cmpuint (whence_review_get_n_findings (wait_for_review (document)), ==, 0);
}

static void
test_going_there (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceReview *review;
  guint n;

  whence_document_want_review (document, TRUE);
  review = wait_for_review (document);
  g_assert_true (whence_document_go_to_finding (document, first_of (review, WHENCE_REVIEW_UNSOURCED)));
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (1)));
  /* Both that may be one. */
  g_assert_true (whence_document_go_to_finding (document, first_of (review, WHENCE_REVIEW_LIKELY_DUPLICATE)));
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (0)));
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (1)));
  /* The source with the link, and what cites it is lit. */
  g_assert_true (whence_document_go_to_finding (document, first_of (review, WHENCE_REVIEW_BAD_LINK)));
  g_assert_true (whence_document_is_selected (document, whence_ref_source (0)));
  g_assert_cmpuint (whence_document_get_highlight (document).facts[0], ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[1], ==, 0);
  g_assert_true (whence_document_get_highlight (document).dim_others);
  /* Nothing cites this one: it is selected, and nothing steps back. */
  g_assert_true (whence_document_go_to_finding (document, first_of (review, WHENCE_REVIEW_UNCITED_SOURCE)));
  g_assert_true (whence_document_is_selected (document, whence_ref_source (1)));
  g_assert_cmpuint (whence_document_get_highlight (document).facts[0], ==, 0);
  g_assert_false (whence_document_get_highlight (document).dim_others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/review/wanted", test_wanted);
  g_test_add_func ("/document/review/not-wanted-any-more", test_not_wanted_any_more);
  g_test_add_func ("/document/review/edit", test_edit);
  g_test_add_func ("/document/review/another-story", test_another_story);
  g_test_add_func ("/document/review/going-there", test_going_there);
  return g_test_run ();
}
