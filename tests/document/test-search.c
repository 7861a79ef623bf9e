/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The search of a document without a display: what is found and lit, the way through it, queries that
 * overtake each other, and another bundle under a search. */
#include "story.h"

static const char story[] =
  "{\"whence\":1,\"sources\":[{\"id\":\"s\",\"title\":\"Paper\",\"publisher\":\"Gazette\"}],"
  "\"entities\":[{\"id\":\"ann\",\"type\":\"person\",\"name\":\"Ann\"},"
  "{\"id\":\"bar\",\"type\":\"company\",\"name\":\"Bar\"}],"
  "\"facts\":[{\"id\":\"f\",\"type\":\"founding\",\"title\":\"Ann founds "
  "Bar\",\"subject\":\"ann\",\"object\":\"bar\","
  "\"citations\":[{\"source\":\"s\"}]},"
  "{\"id\":\"g\",\"type\":\"other\",\"title\":\"Rain\"}]}";

enum
{
  FOUNDED,
  RAIN,
};

static void
test_found (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceHighlight highlight;

  whence_document_search (document, "ann");
  g_assert_true (whence_document_is_searching (document));
  g_assert_cmpuint (story_wait_for_hits (document), ==, 2);
  g_assert_cmpuint (whence_document_get_hit (document), ==, WHENCE_NONE);
  highlight = whence_document_get_highlight (document);
  g_assert_true (highlight.dim_others);
  g_assert_cmpuint (highlight.entities[0], ==, WHENCE_LIT_FOUND);
  g_assert_cmpuint (highlight.entities[1], ==, 0);
  g_assert_cmpuint (highlight.facts[FOUNDED], ==, WHENCE_LIT_FOUND);
  g_assert_cmpuint (highlight.facts[RAIN], ==, 0);

  whence_document_search (document, "  ");
  g_assert_null (whence_document_get_query (document));
  highlight = whence_document_get_highlight (document);
  g_assert_false (highlight.dim_others);
  g_assert_cmpuint (highlight.entities[0], ==, 0);
}

/* Nothing found dims nothing: there is nothing to lead the eye to. */
static void
test_nothing_found (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_search (document, "zebra");
  g_assert_cmpuint (story_wait_for_hits (document), ==, 0);
  g_assert_false (whence_document_get_highlight (document).dim_others);
  whence_document_walk_hits (document, 1);
  g_assert_cmpuint (whence_document_get_hit (document), ==, WHENCE_NONE);
}

static void
test_walk (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_search (document, "bar");
  g_assert_cmpuint (story_wait_for_hits (document), ==, 2);
  whence_document_walk_hits (document, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (1)));
  whence_document_walk_hits (document, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (FOUNDED)));
  g_assert_cmpuint (whence_document_get_hit (document), ==, 1);
  whence_document_walk_hits (document, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (1)));
  whence_document_walk_hits (document, -1);
  g_assert_cmpuint (whence_document_get_hit (document), ==, 1);
}

/* A source lights what it says. */
static void
test_source (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_refs;

  whence_document_search (document, "gazette");
  g_assert_cmpuint (story_wait_for_hits (document), ==, 1);
  whence_document_walk_hits (document, 1);
  whence_document_get_selection (document, &n_refs);
  g_assert_cmpuint (n_refs, ==, 1);
  g_assert_true (whence_document_is_selected (document, whence_ref_source (0)));
  g_assert_cmpuint (whence_document_get_highlight (document).facts[FOUNDED], ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_document_get_highlight (document).facts[RAIN], ==, 0);
  whence_document_go_back (document);
  g_assert_false (whence_document_is_selected (document, whence_ref_source (0)));
  whence_document_go_forward (document);
  g_assert_true (whence_document_is_selected (document, whence_ref_source (0)));
}

/* Only the newest of many queries is ever answered. */
static void
count_answers (WhenceDocument *document, guint *n_answers)
{
  *n_answers += !whence_document_is_searching (document);
}

static void
test_overtaken (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_answers = 0;

  g_signal_connect (document, "found-changed", G_CALLBACK (count_answers), &n_answers);
  for (const char *const *query = (const char *const[]){ "r", "ra", "rai", "rain", NULL }; *query != NULL;
       query++)
    whence_document_search (document, *query);
  g_assert_cmpuint (story_wait_for_hits (document), ==, 1);
  g_assert_cmpuint (n_answers, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_answers, ==, 1);
}

static void
test_another_bundle (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();

  whence_document_search (document, "ann");
  g_assert_cmpuint (story_wait_for_hits (document), ==, 2);
  whence_document_set_bundle (document, empty, NULL);
  g_assert_true (whence_document_is_searching (document));
  g_assert_false (whence_document_get_highlight (document).dim_others);
  g_assert_cmpuint (story_wait_for_hits (document), ==, 0);
}

/* A document that goes while it searches takes its workers along. */
static void
test_let_go (void)
{
  WhenceDocument *document = story_open (story);

  whence_document_search (document, "ann");
  g_object_run_dispose (G_OBJECT (document));
  g_assert_false (whence_document_is_searching (document));
  /* The workers hold it until they have noticed, and need not say so to this thread. */
  while (g_atomic_int_get (&G_OBJECT (document)->ref_count) > 1)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_finalize_object (document);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/search/found", test_found);
  g_test_add_func ("/document/search/nothing-found", test_nothing_found);
  g_test_add_func ("/document/search/walk", test_walk);
  g_test_add_func ("/document/search/source", test_source);
  g_test_add_func ("/document/search/overtaken", test_overtaken);
  g_test_add_func ("/document/search/another-bundle", test_another_bundle);
  g_test_add_func ("/document/search/let-go", test_let_go);
  return g_test_run ();
}
