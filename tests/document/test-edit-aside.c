/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of what stands beside the records, their title and their places: what follows from the records stays
 * as it is, and what is known by a date gets the new header with it. */
#include "document/document.h"

#include "story.h"

#define CITE(source, date) "{\"source\":\"" source "\",\"date\":\"" date "\"}"

/* In 2023 the fact was dated 2020, and 2021 by whoever wrote later. */
static const char told[] =
  "{\"whence\":1,\"title\":\"Trial\",\"sources\":[{\"id\":\"o\",\"title\":\"o\",\"published\":\"2023\"},"
  "{\"id\":\"n\",\"title\":\"n\",\"published\":\"2025\"}],\"entities\":[{\"id\":\"a\",\"type\":\"person\","
  "\"name\":\"Ann\"},{\"id\":\"b\",\"type\":\"company\",\"name\":\"Bar\"}],\"facts\":["
  "{\"id\":\"f\",\"type\":\"founding\",\"date\":\"2021\",\"subject\":\"a\",\"object\":\"b\",\"citations\":"
  "[" CITE ("o", "2020") "," CITE ("n", "2021") "]}]}";

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static WhenceArrangement *
arrange (WhenceDocument *document, WhenceLayoutKind layout, const WhenceArrangement *previous)
{
  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = whence_document_get_scope (document),
                                                          .layout = layout,
                                                          .aspect = 1,
                                                          .previous = previous,
                                                          .focus = WHENCE_NONE,
                                                          .measure = whence_measure_plain },
                                 NULL);
}

/* The fact as it was told, by a bundle that says what the header of the open one does. */
static void
assert_told (WhenceDocument *document, const char *title, const char *date)
{
  WhenceBundle *bundle = whence_document_get_told_bundle (document);
  g_autoptr (WhenceKnownBy) fresh = whence_known_by_new (whence_document_get_bundle (document), "2023", NULL);
  WhenceFact fact;

  whence_bundle_get_fact (bundle, 0, &fact);
  g_assert_cmpstr (fact.dated.text, ==, date);
  g_assert_cmpstr (whence_bundle_get_title (bundle), ==, title);
  g_assert_true (whence_bundle_has_same_records (bundle, whence_document_get_bundle (document)));
  g_assert_true (whence_bundle_get_original (bundle) == whence_document_get_bundle (document));
  g_assert_true (whence_bundle_says_same (bundle, whence_known_by_get_bundle (fresh, bundle), 0));
}

static void
test_records_are_shared (void)
{
  g_autoptr (WhenceBundle) bundle = read_text (told);
  const WhenceEdit aside[] = { { WHENCE_RECORD_HEADER, "title", "\"Other\"" },
                               { WHENCE_RECORD_HEADER, "view", "{\"positions\":{\"a\":[1,2]}}" } };
  const WhenceEdit deep[] = { { WHENCE_RECORD_HEADER, "types", "{}" },
                              { WHENCE_RECORD_SOURCE, "o", "{\"id\":\"o\",\"title\":\"Old\"}" } };
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (aside); i++)
    {
      g_autoptr (WhenceBundle) edited = whence_bundle_edit (bundle, &aside[i], 1, NULL);

      g_assert_true (whence_bundle_has_same_records (bundle, edited));
      g_assert_true (whence_bundle_get_entity_facts (edited, 0, &n)
                     == whence_bundle_get_entity_facts (bundle, 0, &n));
      g_assert_cmpint (whence_bundle_get_latest_instant (edited), ==,
                       whence_bundle_get_latest_instant (bundle));
    }
  for (guint i = 0; i < G_N_ELEMENTS (deep); i++)
    {
      g_autoptr (WhenceBundle) edited = whence_bundle_edit (bundle, &deep[i], 1, NULL);
      const WhenceEdit both[] = { aside[0], deep[i] };
      g_autoptr (WhenceBundle) mixed = whence_bundle_edit (bundle, both, 2, NULL);

      g_assert_false (whence_bundle_has_same_records (bundle, edited));
      g_assert_false (whence_bundle_has_same_records (bundle, mixed));
    }
}

static void
test_title_while_known (void)
{
  g_autoptr (WhenceDocument) document = story_open (told);
  guint n_scopes = 0, n_selections = 0;

  g_assert_true (whence_document_set_known_by (document, "2023", NULL));
  whence_document_select (document, whence_ref_fact (0), FALSE);
  assert_told (document, "Trial", "2020");
  g_signal_connect_swapped (document, "notify::scope", G_CALLBACK (count_up), &n_scopes);
  g_signal_connect_swapped (document, "selection-changed", G_CALLBACK (count_up), &n_selections);
  g_assert_true (whence_document_set_title (document, "Other", NULL));
  assert_told (document, "Other", "2020");
  g_assert_true (whence_document_set_title (document, "Third", NULL));
  assert_told (document, "Third", "2020");
  whence_document_undo (document);
  assert_told (document, "Other", "2020");
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (0)));
  g_assert_cmpuint (n_scopes + n_selections, ==, 0);
  g_assert_true (whence_document_set_known_by (document, NULL, NULL));
  g_assert_cmpstr (whence_bundle_get_title (whence_document_get_told_bundle (document)), ==, "Other");
}

/* Nodes that were pinned lie there in the saved layout, whether a date is looked at or not. */
static void
check_saved (const char *date)
{
  g_autoptr (WhenceDocument) document = story_open (told);
  g_autoptr (WhenceArrangement) arrangement = NULL, moved = NULL, saved = NULL;
  const guint32 ann = 0;
  WhencePoint at;

  g_assert_true (whence_document_set_known_by (document, date, NULL));
  arrangement = arrange (document, WHENCE_LAYOUT_ORGANIC, NULL);
  whence_document_set_arrangement (document, arrangement);
  moved = whence_arrangement_move (arrangement, ann, 300, 500);
  whence_document_drag (document, moved);
  g_assert_true (whence_document_drop (document, &ann, 1, NULL));
  saved = arrange (document, WHENCE_LAYOUT_SAVED, NULL);
  at = whence_arrangement_get_position (saved, ann);
  g_assert_cmpfloat (at.x, ==, 300);
  g_clear_pointer (&saved, whence_arrangement_unref);
  /* Also where the graph of the former one is used again. */
  saved = arrange (document, WHENCE_LAYOUT_SAVED, arrangement);
  at = whence_arrangement_get_position (saved, ann);
  g_assert_cmpfloat (at.x, ==, 300);
  g_assert_cmpfloat (at.y, ==, 500);
}

static void
test_saved_places (void)
{
  check_saved (NULL);
  check_saved ("2023");
}

static void
test_hits_stay (void)
{
  g_autoptr (WhenceDocument) document = story_open (told);

  whence_document_search (document, "ann");
  g_assert_cmpuint (story_wait_for_hits (document), >, 0);
  g_assert_true (whence_document_set_title (document, "Other", NULL));
  g_assert_false (whence_document_is_searching (document));
  g_assert_cmpuint (story_wait_for_hits (document), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/edit-aside/records", test_records_are_shared);
  g_test_add_func ("/document/edit-aside/title", test_title_while_known);
  g_test_add_func ("/document/edit-aside/saved", test_saved_places);
  g_test_add_func ("/document/edit-aside/hits", test_hits_stay);
  return g_test_run ();
}
