/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By when things are to be known, of a story that is long enough for a worker to weigh it: what is shown
 * meanwhile, and whatever happens meanwhile, what is shown in the end is what a fresh document shows. */
#include "document/document-play.h"
#include "long-story.h"

/* Of several in a row only the last one is shown, and until then all of what was. */
static void
test_fast (void)
{
  g_autoptr (WhenceDocument) document = open_long ();
  WhenceScope *before = whence_document_get_scope (document);
  guint n_scopes = 0, n_dates = 0;

  g_signal_connect_swapped (document, "notify::scope", G_CALLBACK (count_up), &n_scopes);
  g_signal_connect_swapped (document, "notify::known-by", G_CALLBACK (count_up), &n_dates);
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      choose (document, years[i]);
      g_assert_true (whence_document_is_weighing (document));
      g_assert_true (whence_document_get_scope (document) == before);
      g_assert_null (get_shown (document));
    }
  g_assert_false (whence_document_set_known_by (document, "2024/..", NULL));
  choose (document, "2024");
  wait (document);
  assert_shows (document, "2024");
  g_assert_cmpuint (n_scopes, ==, 1);
  g_assert_cmpuint (n_dates, ==, 1);
  g_assert_cmpuint (whence_scope_get_n_unknown (whence_document_get_scope (document)), >, N_FACTS / 5);
  choose (document, NULL);
  assert_shows (document, NULL);
}

/* Whoever returns to what is shown has called off what was on its way. */
static void
test_called_off (void)
{
  g_autoptr (WhenceDocument) document = open_long ();
  WhenceScope *scope;

  choose (document, "2024");
  wait (document);
  scope = whence_document_get_scope (document);
  choose (document, "2023");
  choose (document, "2024");
  g_assert_false (whence_document_is_weighing (document));
  let_run ();
  g_assert_true (whence_document_get_scope (document) == scope);
  choose (document, "2023");
  choose (document, NULL);
  assert_shows (document, NULL);
}

/* What is hidden meanwhile is hidden in the end, too; and clearing waits for a filter. */
static void
test_filter (void)
{
  g_autoptr (WhenceDocument) document = open_long ();
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();
  g_autoptr (WhenceFilter) later = whence_filter_toggle (nothing, WHENCE_FACET_SOURCE, 2);
  g_autoptr (WhenceFilter) both = whence_filter_toggle (later, WHENCE_FACET_FACT_TYPE, 0);

  choose (document, "2024");
  whence_document_set_filter (document, later);
  g_assert_null (get_shown (document));
  g_assert_cmpuint (whence_document_get_n_hidden (document), >, N_FACTS / 2);
  wait (document);
  assert_shows (document, "2024");
  choose (document, "2023");
  whence_document_set_filter (document, both);
  whence_document_set_filter (document, nothing);
  wait (document);
  assert_shows (document, "2023");
  whence_document_set_filter (document, both);
  assert_shows (document, "2023");
  choose (document, NULL);
  g_assert_cmpstr (get_shown (document), ==, "2023");
  wait (document);
  assert_shows (document, NULL);
}

/* So are dates: the one that is looked at, and two that are compared. */
static void
test_dates (void)
{
  g_autoptr (WhenceDocument) document = open_long ();
  const WhencePeriod dates[2] = { { 1000000000, 1000086400 }, { 1400000000, 1400086400 } };
  gint64 from, to;

  choose (document, "2024");
  whence_document_move_as_of (document, 1000, 2000);
  wait (document);
  assert_shows (document, "2024");
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_assert_cmpint (from, ==, 1000);
  choose (document, "2023");
  g_assert_true (whence_document_compare (document, dates, NULL));
  wait (document);
  assert_shows (document, "2023");
  g_assert_nonnull (whence_scope_get_changes (whence_document_get_scope (document)));
  choose (document, "2025");
  whence_document_clear_as_of (document);
  wait (document);
  g_assert_null (whence_scope_get_changes (whence_document_get_scope (document)));
  g_assert_false (whence_document_get_as_of (document, &from, &to));
}

/* An edit, its undoing and a reload show what was chosen, of what is there then; another story forgets it. */
static void
test_other_bundles (void)
{
  g_autoptr (WhenceDocument) document = open_long ();
  g_autofree char *text = make_text ("2025");
  g_autoptr (WhenceBundle) again = read_text (text), empty = whence_bundle_new_empty ();

  choose (document, "2024");
  g_assert_true (whence_document_set_title (document, "Another", NULL));
  wait (document);
  assert_shows (document, "2024");
  choose (document, "2023");
  whence_document_undo (document);
  wait (document);
  assert_shows (document, "2023");
  choose (document, "2024");
  whence_document_set_bundle (document, again, whence_document_get_file (document));
  g_assert_true (whence_document_get_bundle (document) == again);
  assert_shows (document, "2024");
  choose (document, NULL);
  assert_shows (document, NULL);
  choose (document, "2024");
  whence_document_set_bundle (document, empty, NULL);
  g_assert_false (whence_document_is_weighing (document));
  g_assert_null (whence_document_get_known_by (document));
  let_run ();
  assert_shows (document, NULL);
}

/* The way back has what was chosen, whether it was shown or not. */
static void
test_there_and_back (void)
{
  g_autoptr (WhenceDocument) document = open_long ();

  choose (document, "2023");
  wait (document);
  choose (document, "2024");
  whence_document_select (document, whence_ref_fact (1), FALSE);
  whence_document_go_back (document);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (1)));
  wait (document);
  assert_shows (document, "2024");
  choose (document, "2025");
  whence_document_go_back (document);
  assert_shows (document, "2024");
  whence_document_go_back (document);
  whence_document_go_back (document);
  assert_shows (document, NULL);
  whence_document_go_forward (document);
  whence_document_go_forward (document);
  wait (document);
  assert_shows (document, "2024");
}

/* All of where the way back leads is shown at once; and nothing is left of what was on its way when that is
 * called off. */
static void
test_back_at_once (void)
{
  g_autoptr (WhenceDocument) document = open_long ();
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();
  g_autoptr (WhenceFilter) later = whence_filter_toggle (nothing, WHENCE_FACET_SOURCE, 2);

  for (guint i = 0; i < 2; i++)
    {
      WhenceScope *before;

      choose (document, "2023");
      whence_document_set_filter (document, later);
      choose (document, "2024");
      wait (document);
      before = whence_document_get_scope (document);
      whence_document_go_back (document);
      whence_document_go_back (document);
      g_assert_true (whence_filter_is_empty (whence_document_get_filter (document)));
      g_assert_cmpstr (whence_document_get_known_by (document), ==, "2023");
      g_assert_true (whence_document_get_scope (document) == before);
      if (i > 0)
        choose (document, "2024");
      wait (document);
      assert_shows (document, i > 0 ? "2024" : "2023");
    }
}

/* What is found and reviewed is so of what is shown in the end. */
static void
test_search_and_play (void)
{
  g_autoptr (WhenceDocument) document = open_long ();

  choose (document, "2023");
  whence_document_search (document, "t");
  whence_document_play (document);
  wait (document);
  g_assert_true (whence_document_is_playing (document));
  assert_shows (document, "2023");
  g_assert_cmpuint (story_wait_for_hits (document), ==, 1);
  choose (document, "2024");
  g_assert_false (whence_document_is_playing (document));
  wait (document);
  g_assert_cmpuint (story_wait_for_hits (document), ==, 2);
}

/* Who cites a source is listed before somebody asks, once for all dates. */
static void
test_sources (void)
{
  g_autofree char *text = make_text ("2022");
  g_autoptr (WhenceBundle) bundle = read_text (text);
  g_autoptr (WhenceDocument) document = whence_document_new ();
  guint n_facts;

  whence_document_set_bundle (document, bundle, NULL);
  g_assert_false (whence_bundle_has_citers (bundle));
  whence_document_prepare_sources (document);
  while (!whence_bundle_has_citers (bundle))
    g_usleep (1000);
  choose (document, "2023");
  wait (document);
  g_assert_true (whence_bundle_has_citers (whence_document_get_told_bundle (document)));
  whence_bundle_get_source_facts (bundle, 0, &n_facts);
  g_assert_cmpuint (n_facts, >=, N_FACTS / 3);
}

/* Closed meanwhile; whoever lets go of it last may be the worker. */
static void
test_closed (void)
{
  WhenceDocument *document = open_long ();

  choose (document, "2023");
  g_object_run_dispose (G_OBJECT (document));
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  while (document != NULL)
    let_run ();
}

int
main (int argc, char **argv)
{
  g_autofree char *text = make_text (years[0]);
  int result;

  g_test_init (&argc, &argv, NULL);
  long_story = read_text (text);
  g_test_add_func ("/document/known-later/fast", test_fast);
  g_test_add_func ("/document/known-later/called-off", test_called_off);
  g_test_add_func ("/document/known-later/filter", test_filter);
  g_test_add_func ("/document/known-later/dates", test_dates);
  g_test_add_func ("/document/known-later/other-bundles", test_other_bundles);
  g_test_add_func ("/document/known-later/there-and-back", test_there_and_back);
  g_test_add_func ("/document/known-later/back-at-once", test_back_at_once);
  g_test_add_func ("/document/known-later/search-and-play", test_search_and_play);
  g_test_add_func ("/document/known-later/sources", test_sources);
  g_test_add_func ("/document/known-later/closed", test_closed);
  result = g_test_run ();
  whence_bundle_unref (long_story);
  return result;
}
