/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The filter of a document: what it hides, setting it aside, the way back, another bundle. */
#include "story.h"

static const char story[] =
  "{\"whence\":1,\"entities\":[{\"id\":\"ann\",\"type\":\"person\",\"name\":\"Ann\"},"
  "{\"id\":\"bar\",\"type\":\"company\",\"name\":\"Bar\"}],"
  "\"facts\":[{\"id\":\"f\",\"type\":\"founding\",\"subject\":\"ann\",\"object\":\"bar\",\"date\":\"2016\"},"
  "{\"id\":\"g\",\"type\":\"other\",\"subject\":\"bar\"}]}";

/* Only what has a date. */
static void
filter_dated (WhenceDocument *document)
{
  g_autoptr (WhenceFilter) filter =
    whence_filter_toggle (whence_document_get_filter (document), WHENCE_FACET_DATED, 1);

  whence_document_set_filter (document, filter);
}

static void
assert_shown (WhenceDocument *document, guint n_shown)
{
  WhenceScope *scope = whence_document_get_scope (document);

  g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, n_shown);
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, 2 - n_shown);
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
test_hides (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_scopes = 0, n_filters = 0;

  g_signal_connect_swapped (document, "notify::scope", G_CALLBACK (count_up), &n_scopes);
  g_signal_connect_swapped (document, "notify::filter", G_CALLBACK (count_up), &n_filters);
  assert_shown (document, 2);
  filter_dated (document);
  assert_shown (document, 1);
  g_assert_true (whence_scope_shows (whence_document_get_scope (document), 0));
  g_assert_cmpuint (n_scopes, ==, 1);
  g_assert_cmpuint (n_filters, ==, 1);
  whence_document_set_filter (document, whence_document_get_filter (document));
  g_assert_cmpuint (n_filters, ==, 1);
}

static void
test_aside (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_set_filter_aside (document, TRUE);
  g_assert_false (whence_document_is_filter_set_aside (document));
  filter_dated (document);
  whence_document_set_filter_aside (document, TRUE);
  assert_shown (document, 2);
  g_assert_false (whence_filter_is_empty (whence_document_get_filter (document)));
  whence_document_set_filter_aside (document, FALSE);
  assert_shown (document, 1);
  /* A further condition means that one wants to filter. */
  whence_document_set_filter_aside (document, TRUE);
  filter_dated (document);
  g_assert_false (whence_document_is_filter_set_aside (document));
  g_assert_true (whence_filter_is_empty (whence_document_get_filter (document)));
}

static void
test_way_back (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  filter_dated (document);
  whence_document_set_filter_aside (document, TRUE);
  whence_document_go_back (document);
  assert_shown (document, 1);
  g_assert_false (whence_document_is_filter_set_aside (document));
  whence_document_go_back (document);
  assert_shown (document, 2);
  g_assert_true (whence_filter_is_empty (whence_document_get_filter (document)));
  whence_document_go_forward (document);
  assert_shown (document, 1);
}

static void
test_another_bundle (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) other = read_text (story);
  g_autoptr (GError) error = NULL;

  filter_dated (document);
  g_assert_true (whence_document_set_title (document, "Renamed", &error));
  assert_shown (document, 1);
  whence_document_set_bundle (document, other, NULL);
  assert_shown (document, 2);
  g_assert_true (whence_filter_is_empty (whence_document_get_filter (document)));
}

/* Lights just what has the value, for as long as it is pointed at, whatever is selected meanwhile. */
static void
test_points (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceHighlight highlight;

  whence_document_select (document, whence_ref_fact (1), FALSE);
  whence_document_point_at (document, WHENCE_FACET_DATED, 1);
  highlight = whence_document_get_highlight (document);
  g_assert_true (highlight.dim_others);
  g_assert_cmpuint (highlight.facts[0], ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (highlight.facts[1], ==, WHENCE_LIT_SELECTED);
  g_assert_cmpuint (highlight.entities[0], ==, WHENCE_LIT_RELATED);
  /* Of a type of entities, those of other types are not meant. */
  whence_document_point_at (document, WHENCE_FACET_ENTITY_TYPE, 0);
  highlight = whence_document_get_highlight (document);
  g_assert_cmpuint (highlight.entities[0], ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (highlight.entities[1], ==, 0);
  whence_document_point_at_nothing (document);
  highlight = whence_document_get_highlight (document);
  g_assert_cmpuint (highlight.facts[0], ==, 0);
  g_assert_cmpuint (highlight.facts[1], ==, WHENCE_LIT_SELECTED);
}

/* What is pointed at is of its bundle, and follows the filter. */
static void
test_points_no_more (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) other = read_text ("{\"whence\":1}");

  whence_document_point_at (document, WHENCE_FACET_DATED, 0);
  g_assert_true (whence_document_get_highlight (document).dim_others);
  filter_dated (document);
  g_assert_false (whence_document_get_highlight (document).dim_others);
  whence_document_set_filter_aside (document, TRUE);
  g_assert_true (whence_document_get_highlight (document).dim_others);
  whence_document_set_bundle (document, other, NULL);
  g_assert_false (whence_document_get_highlight (document).dim_others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/filter/hides", test_hides);
  g_test_add_func ("/document/filter/aside", test_aside);
  g_test_add_func ("/document/filter/way-back", test_way_back);
  g_test_add_func ("/document/filter/another-bundle", test_another_bundle);
  g_test_add_func ("/document/filter/points", test_points);
  g_test_add_func ("/document/filter/points-no-more", test_points_no_more);
  return g_test_run ();
}
