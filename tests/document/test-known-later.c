/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By when things are to be known, of a story that is long enough for a worker to weigh it: what is shown
 * meanwhile, and whatever happens meanwhile, what is shown in the end is what a fresh document shows. */
#include "document/document-play.h"
#include "story.h"

#define N_FACTS 20400

static const char *const years[] = { "2023", "2024-05", "2025" };

/* Every fifth fact is told otherwise by a second source. */
static char *
make_text (const char *first_year)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append (text, "{\"whence\":1,\"sources\":[");
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    g_string_append_printf (text, "%s{\"id\":\"s%u\",\"title\":\"t\",\"published\":\"%s\"}", i > 0 ? "," : "",
                            i, i > 0 ? years[i] : first_year);
  g_string_append (text, "],\"entities\":[");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"type\":\"person\",\"name\":\"n\"}", i > 0 ? "," : "",
                            i);
  g_string_append (text, "],\"facts\":[");
  for (guint i = 0; i < N_FACTS; i++)
    {
      g_string_append_printf (text,
                              "%s{\"id\":\"f%u\",\"type\":\"%s\",\"date\":\"%u\",\"subject\":\"e%u\","
                              "\"citations\":[{\"source\":\"s%u\"}",
                              i > 0 ? "," : "", i, i % 2 == 0 ? "launch" : "other", 2000 + i % 26, i % 100,
                              i % 3);
      if (i % 5 == 0)
        g_string_append_printf (text, ",{\"source\":\"s%u\",\"date\":\"2001\"}", (i + 1) % 3);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static WhenceBundle *long_story;

static WhenceDocument *
open_long (void)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/long.facts.json");

  whence_document_set_bundle (document, long_story, file);
  return document;
}

static void
choose (WhenceDocument *document, const char *date)
{
  g_assert_true (whence_document_set_known_by (document, date, NULL));
  g_assert_cmpstr (whence_document_get_known_by (document), ==, date);
}

static const char *
get_shown (WhenceDocument *document)
{
  const WhenceKnownBy *known_by = whence_scope_get_known_by (whence_document_get_scope (document));

  return known_by != NULL ? whence_known_by_get_date (known_by) : NULL;
}

static void
wait (WhenceDocument *document)
{
  while (whence_document_is_weighing (document))
    g_main_context_iteration (NULL, TRUE);
}

/* Runs for a while, in which everything that was called off has ended. */
static void
let_run (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
assert_same_facts (WhenceDocument *document, const WhenceBundle *bundle, const WhenceScope *fresh)
{
  WhenceScope *scope = whence_document_get_scope (document);
  const WhenceKnownBy *a = whence_scope_get_known_by (scope), *b = whence_scope_get_known_by (fresh);
  WhenceFact told[2];

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    {
      g_assert_cmpint (whence_scope_shows (scope, i), ==, whence_scope_shows (fresh, i));
      g_assert_cmpint (whence_known_by_get_fact (a, i), ==, whence_known_by_get_fact (b, i));
      whence_bundle_get_fact (whence_scope_get_bundle (scope), i, &told[0]);
      whence_bundle_get_fact (whence_scope_get_bundle (fresh), i, &told[1]);
      g_assert_cmpstr (told[0].dated.text, ==, told[1].dated.text);
    }
  for (guint32 i = 0; i < whence_bundle_get_n_entities (bundle); i++)
    g_assert_cmpint (whence_known_by_get_entity (a, i), ==, whence_known_by_get_entity (b, i));
}

/* What is shown is what everything that was chosen means, worked out at once. */
static void
assert_shows (WhenceDocument *document, const char *date)
{
  WhenceBundle *bundle = whence_document_get_bundle (document);
  WhenceScope *scope = whence_document_get_scope (document);
  WhenceFilter *filter = whence_document_get_filter (document);
  g_autofree guint8 *shown = g_new (guint8, whence_bundle_get_n_facts (bundle));
  g_autoptr (WhenceKnownBy) known_by = date != NULL ? whence_known_by_new (bundle, date, NULL) : NULL;
  g_autoptr (WhenceScope) fresh = NULL;
  guint n_hidden =
    whence_filter_apply (filter, whence_known_by_get_bundle (known_by, bundle), known_by, shown);
  WhenceScopeSpec spec = { .bundle = bundle,
                           .shown = shown,
                           .today = whence_known_by_get_today (known_by, bundle),
                           .known_by = known_by };

  g_assert_false (whence_document_is_weighing (document));
  g_assert_cmpstr (whence_document_get_known_by (document), ==, date);
  g_assert_cmpstr (get_shown (document), ==, date);
  fresh = whence_scope_new (&spec);
  g_assert_cmpuint (whence_document_get_n_hidden (document), ==, n_hidden);
  g_assert_cmpuint (whence_scope_get_n_shown (scope), ==, whence_scope_get_n_shown (fresh));
  g_assert_cmpuint (whence_scope_get_n_unknown (scope), ==, whence_scope_get_n_unknown (fresh));
  g_assert_cmpint (whence_scope_get_today (scope), ==, whence_scope_get_today (fresh));
  g_assert_true (whence_document_get_told_bundle (document) == whence_scope_get_bundle (scope));
  assert_same_facts (document, bundle, fresh);
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

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
  g_test_add_func ("/document/known-later/search-and-play", test_search_and_play);
  g_test_add_func ("/document/known-later/sources", test_sources);
  g_test_add_func ("/document/known-later/closed", test_closed);
  result = g_test_run ();
  whence_bundle_unref (long_story);
  return result;
}
