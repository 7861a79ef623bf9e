/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of the graph is shown, and its paths, driven without a display: focus and hops, expand, collapse,
 * hide, the way back, and what follows from dates, edits and other stories. */
#include "story.h"
#include "document/document-subset.h"

/* a - b - c - d, c - e, b - f; a - g - d, too, since 2020. */
static const char story[] =
  "{\"whence\":1,\"title\":\"T\",\"entities\":[{\"id\":\"a\",\"type\":\"person\",\"name\":\"A\"},"
  "{\"id\":\"b\",\"type\":\"person\",\"name\":\"B\"},{\"id\":\"c\",\"type\":\"person\",\"name\":\"C\"},"
  "{\"id\":\"d\",\"type\":\"person\",\"name\":\"D\"},{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"},"
  "{\"id\":\"f\",\"type\":\"person\",\"name\":\"F\"},{\"id\":\"g\",\"type\":\"person\",\"name\":\"G\"}],"
  "\"facts\":[{\"id\":\"ab\",\"type\":\"contract\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2001/..\"},"
  "{\"id\":\"bc\",\"type\":\"contract\",\"subject\":\"b\",\"object\":\"c\",\"date\":\"2001/..\"},"
  "{\"id\":\"cd\",\"type\":\"contract\",\"subject\":\"c\",\"object\":\"d\",\"date\":\"2001/..\"},"
  "{\"id\":\"ce\",\"type\":\"contract\",\"subject\":\"c\",\"object\":\"e\",\"date\":\"2001/..\"},"
  "{\"id\":\"bf\",\"type\":\"contract\",\"subject\":\"b\",\"object\":\"f\",\"date\":\"2001/..\"},"
  "{\"id\":\"ag\",\"type\":\"contract\",\"subject\":\"a\",\"object\":\"g\",\"date\":\"2020/..\"},"
  "{\"id\":\"gd\",\"type\":\"contract\",\"subject\":\"g\",\"object\":\"d\",\"date\":\"2020/..\"}]}";

enum
{
  A,
  B,
  C,
  D,
  E,
  F,
  G,
};

static void
assert_shown (WhenceDocument *document, const char *expected)
{
  const WhenceGraphSubset *subset = whence_document_get_subset (document);
  g_autoptr (GString) shown = g_string_new (NULL);

  for (guint32 i = A; i <= G; i++)
    if (whence_graph_subset_has (subset, i))
      g_string_append_c (shown, (char) ('a' + i));
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

/* --- The part that is shown --- */

static void
test_focus_and_hops (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const guint32 e = E;
  guint changes = 0;

  g_signal_connect_swapped (document, "notify::subset", G_CALLBACK (count_up), &changes);
  g_assert_null (whence_document_get_subset (document));
  whence_document_change_hops (document, 1);
  g_assert_cmpuint (changes, ==, 0);
  whence_document_focus_graph (document, &e, 1, 1);
  assert_shown (document, "ce");
  whence_document_change_hops (document, 1);
  assert_shown (document, "bcde");
  whence_document_change_hops (document, -5);
  assert_shown (document, "e");
  whence_document_change_hops (document, 1000);
  g_assert_cmpuint (whence_document_get_graph_focus (document)->hops, ==, WHENCE_MAX_HOPS);
  assert_shown (document, "abcdefg");
  g_assert_cmpuint (changes, ==, 4);
  whence_document_focus_graph (document, NULL, 0, 1);
  g_assert_null (whence_document_get_subset (document));
}

static void
test_expand_and_collapse (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const guint32 a = A, b = B, c = C;

  whence_document_focus_graph (document, &a, 1, 1);
  assert_shown (document, "abg");
  g_assert_cmpuint (whence_graph_subset_count_beyond (whence_document_get_subset (document), B), ==, 2);
  whence_document_expand (document, &b, 1);
  assert_shown (document, "abcfg");
  whence_document_expand (document, &c, 1);
  assert_shown (document, "abcdefg");
  whence_document_collapse (document, &c, 1);
  assert_shown (document, "abcdfg");
  whence_document_collapse (document, &c, 1);
  assert_shown (document, "abcdfg");
  whence_document_expand (document, &c, 1);
  assert_shown (document, "abcdefg");
  g_assert_false (whence_document_is_modified (document));
}

static void
test_hide_and_back (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const guint32 some[] = { G, C, C }, c = C;

  whence_document_hide (document, some, 3);
  assert_shown (document, "abdef");
  g_assert_cmpuint (whence_document_get_graph_focus (document)->hidden->len, ==, 2);
  whence_document_focus_graph (document, &c, 1, 1);
  assert_shown (document, "bcde");
  whence_document_go_back (document);
  assert_shown (document, "abdef");
  whence_document_go_back (document);
  assert_shown (document, "abcdefg");
  g_assert_false (whence_document_can_go_back (document));
  whence_document_go_forward (document);
  assert_shown (document, "abdef");
  whence_document_show_hidden (document);
  g_assert_null (whence_document_get_subset (document));
}

/* One step, whether it hides somebody or was done before. */
static void
test_hide_selected (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const guint32 g = G;

  whence_document_select (document, whence_ref_entity (G), FALSE);
  for (guint i = 0; i < 2; i++)
    {
      whence_document_hide (document, &g, 1);
      assert_shown (document, "abcdef");
      g_assert_false (whence_document_is_selected (document, whence_ref_entity (G)));
      whence_document_select (document, whence_ref_entity (G), FALSE);
    }
  whence_document_go_back (document);
  whence_document_go_back (document);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (G)));
  assert_shown (document, "abcdef");
  whence_document_go_back (document);
  whence_document_go_back (document);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (G)));
  assert_shown (document, "abcdefg");
}

/* Hops go along ties that hold at the date. */
static void
test_date (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const guint32 g = G;
  WhenceDate date;

  whence_document_focus_graph (document, &g, 1, 1);
  assert_shown (document, "adg");
  g_assert_true (whence_date_parse ("2010", &date, NULL));
  whence_document_set_as_of (document, date.start.earliest, date.end.latest);
  assert_shown (document, "g");
  whence_document_clear_as_of (document);
  assert_shown (document, "adg");
}

static void
test_edits_and_other_stories (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) other = read_text (story);
  const guint32 b = B;

  whence_document_hide (document, &b, 1);
  whence_document_find_paths (document, A, D);
  g_assert_true (whence_document_set_title (document, "U", NULL));
  assert_shown (document, "acdefg");
  g_assert_nonnull (whence_document_get_paths (document));
  whence_document_set_bundle (document, other, NULL);
  g_assert_null (whence_document_get_subset (document));
  g_assert_null (whence_document_get_paths (document));
}

/* --- Paths --- */

static void
assert_lit (WhenceDocument *document, const char *entities, const char *facts)
{
  WhenceHighlight highlight = whence_document_get_highlight (document);
  WhenceBundle *bundle = whence_document_get_bundle (document);
  g_autoptr (GString) lit_entities = g_string_new (NULL), lit_facts = g_string_new (NULL);

  for (guint32 i = A; i <= G; i++)
    if (whence_highlight_entity (&highlight, i) != 0)
      g_string_append_c (lit_entities, (char) ('a' + i));
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (whence_highlight_fact (&highlight, i) != 0)
      {
        WhenceFact fact;
        whence_bundle_get_fact (bundle, i, &fact);
        g_string_append_printf (lit_facts, "%s%s", lit_facts->len > 0 ? " " : "", fact.id);
      }
  g_assert_cmpstr (lit_entities->str, ==, entities);
  g_assert_cmpstr (lit_facts->str, ==, facts);
}

static void
test_path_is_lit (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceDate date;
  guint changes = 0;

  g_signal_connect_swapped (document, "notify::paths", G_CALLBACK (count_up), &changes);
  whence_document_select (document, whence_ref_entity (A), FALSE);
  whence_document_select (document, whence_ref_entity (D), TRUE);
  whence_document_find_paths (document, A, D);
  assert_lit (document, "adg", "ag gd");
  g_assert_true (whence_document_get_highlight (document).dim_others);
  g_assert_true (whence_date_parse ("2010", &date, NULL));
  whence_document_set_as_of (document, date.start.earliest, date.end.latest);
  assert_lit (document, "abcd", "ab bc cd");
  g_assert_cmpuint (changes, ==, 2);
  whence_document_close_paths (document);
  assert_lit (document, "abcdg", "ab cd ag gd");
  g_assert_cmpuint (changes, ==, 3);
}

static void
test_walking_paths (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const guint32 hidden[] = { G, C };

  whence_document_hide (document, hidden, 2);
  whence_document_find_paths (document, B, E);
  assert_lit (document, "bce", "bc ce");
  assert_shown (document, "abcdef");
  whence_document_find_paths (document, A, D);
  assert_shown (document, "abdefg");
  whence_document_close_paths (document);
  assert_shown (document, "abdef");
}

static void
test_several_paths (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_find_paths (document, B, D);
  g_assert_cmpuint (whence_graph_paths_get_n_listed (whence_document_get_paths (document)), ==, 1);
  whence_document_find_paths (document, C, G);
  g_assert_cmpuint (whence_graph_paths_get_n_listed (whence_document_get_paths (document)), ==, 1);
  whence_document_find_paths (document, B, G);
  g_assert_cmpuint (whence_graph_paths_get_hops (whence_document_get_paths (document)), ==, 2);
  whence_document_find_paths (document, F, D);
  g_assert_cmpuint (whence_graph_paths_get_hops (whence_document_get_paths (document)), ==, 3);
  whence_document_find_paths (document, E, A);
  assert_lit (document, "abce", "ab bc ce");
  whence_document_set_path (document, 7);
  g_assert_cmpuint (whence_document_get_path (document), ==, 0);
}

static void
test_no_path (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceDate date;

  whence_document_find_paths (document, A, G);
  g_assert_true (whence_date_parse ("2010", &date, NULL));
  whence_document_set_as_of (document, date.start.earliest, date.end.latest);
  g_assert_cmpuint (whence_graph_paths_get_n_listed (whence_document_get_paths (document)), ==, 0);
  g_assert_false (whence_document_get_highlight (document).dim_others);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-subset/focus-and-hops", test_focus_and_hops);
  g_test_add_func ("/document-subset/expand-and-collapse", test_expand_and_collapse);
  g_test_add_func ("/document-subset/hide-and-back", test_hide_and_back);
  g_test_add_func ("/document-subset/hide-selected", test_hide_selected);
  g_test_add_func ("/document-subset/date", test_date);
  g_test_add_func ("/document-subset/edits-and-other-stories", test_edits_and_other_stories);
  g_test_add_func ("/document-subset/path-is-lit", test_path_is_lit);
  g_test_add_func ("/document-subset/walking-paths", test_walking_paths);
  g_test_add_func ("/document-subset/several-paths", test_several_paths);
  g_test_add_func ("/document-subset/no-path", test_no_path);
  return g_test_run ();
}
