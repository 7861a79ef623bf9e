/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way back: every change of where the reader looks and at what is a step, a motion is one, and what is no
 * longer there is passed over. */
#include "story.h"

static const char story[] =
  "{\"whence\": 1, \"entities\": [{\"id\": \"a\", \"type\": \"person\", \"name\": \"Ann\"}],\n"
  " \"facts\": [{\"id\": \"f\", \"type\": \"statement\", \"subject\": \"a\", \"date\": \"2016\"},\n"
  "  {\"id\": \"g\", \"type\": \"statement\", \"subject\": \"a\", \"date\": \"2020\"}]}\n";

static void
assert_range (WhenceDocument *document, gint64 from, gint64 to)
{
  gint64 is_from, is_to;

  whence_document_get_range (document, &is_from, &is_to);
  g_assert_cmpint (is_from, ==, from);
  g_assert_cmpint (is_to, ==, to);
}

static void
test_there_and_back (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  g_assert_false (whence_document_can_go_back (document));
  whence_document_set_range (document, 10, 20);
  whence_document_select (document, whence_ref_fact (1), FALSE);
  whence_document_set_grouping (document, WHENCE_GROUP_SOURCE);
  whence_document_set_as_of (document, 12, 13);

  whence_document_go_back (document);
  g_assert_false (whence_scope_has_as_of (whence_document_get_scope (document)));
  whence_document_go_back (document);
  g_assert_cmpint (whence_document_get_grouping (document), ==, WHENCE_GROUP_NONE);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (1)));
  whence_document_go_back (document);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (1)));
  assert_range (document, 10, 20);
  whence_document_go_back (document);
  assert_range (document, 0, 0);
  g_assert_false (whence_document_can_go_back (document));

  for (guint i = 0; i < 4; i++)
    whence_document_go_forward (document);
  g_assert_false (whence_document_can_go_forward (document));
  assert_range (document, 10, 20);
  g_assert_true (whence_scope_has_as_of (whence_document_get_scope (document)));
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (1)));
}

static void
test_a_motion_is_one_step (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  for (gint64 i = 0; i < 500; i++)
    whence_document_move_range (document, i, i + 100);
  whence_document_settle_view (document);
  for (gint64 i = 0; i < 500; i++)
    whence_document_move_range (document, 1000 + i, 1100 + i);
  whence_document_select (document, whence_ref_fact (0), FALSE);
  for (gint64 i = 0; i < 10; i++)
    whence_document_move_range (document, 2000 + i, 2100 + i);

  whence_document_go_back (document);
  assert_range (document, 1499, 1599);
  whence_document_go_back (document);
  whence_document_go_back (document);
  assert_range (document, 499, 599);
  whence_document_go_back (document);
  assert_range (document, 0, 0);
  g_assert_false (whence_document_can_go_back (document));
}

static void
test_kinds_of_motion_differ (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  gint64 from, to;

  whence_document_move_range (document, 1, 10);
  whence_document_move_as_of (document, 2, 3);
  whence_document_move_as_of (document, 3, 4);
  whence_document_walk_to (document, whence_ref_fact (0));
  whence_document_walk_to (document, whence_ref_fact (1));
  whence_document_go_back (document);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (1)));
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_assert_cmpint (from, ==, 3);
  whence_document_go_back (document);
  g_assert_false (whence_document_get_as_of (document, &from, &to));
  assert_range (document, 1, 10);
}

static void
test_a_new_step_forgets_the_future (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_set_range (document, 10, 20);
  whence_document_set_range (document, 30, 40);
  whence_document_go_back (document);
  whence_document_set_range (document, 50, 60);
  g_assert_false (whence_document_can_go_forward (document));
  whence_document_go_back (document);
  assert_range (document, 10, 20);
}

/* A pan that ends where it began is nothing to come back from. */
static void
test_nowhere_is_no_step (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_set_range (document, 10, 20);
  whence_document_move_range (document, 15, 25);
  whence_document_move_range (document, 10, 20);
  whence_document_go_back (document);
  assert_range (document, 0, 0);
}

static void
test_bounded (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_steps = 0;

  for (gint64 i = 0; i < 5000; i++)
    whence_document_set_range (document, i, i + 100);
  for (; whence_document_can_go_back (document) && n_steps < 5000; n_steps++)
    whence_document_go_back (document);
  g_assert_cmpuint (n_steps, ==, 200);
}

/* An edit leaves the way back; another story has none to this one. */
static void
test_other_bundles (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  guint n_refs;

  whence_document_select (document, whence_ref_fact (1), FALSE);
  whence_document_select (document, whence_ref_fact (0), TRUE);
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  g_assert_true (whence_document_set_title (document, "Another title", NULL));
  whence_document_go_back (document);
  whence_document_get_selection (document, &n_refs);
  g_assert_cmpuint (n_refs, ==, 2);
  whence_document_set_bundle (document, empty, NULL);
  g_assert_false (whence_document_can_go_back (document));
  g_assert_false (whence_document_can_go_forward (document));
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_observers_are_told (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n_ranges = 0, n_selections = 0;

  whence_document_set_range (document, 10, 20);
  whence_document_select (document, whence_ref_fact (1), FALSE);
  g_signal_connect_swapped (document, "selection-changed", G_CALLBACK (count), &n_selections);
  g_signal_connect_swapped (document, "notify::range", G_CALLBACK (count), &n_ranges);
  whence_document_go_back (document);
  g_assert_cmpuint (n_selections, ==, 1);
  g_assert_cmpuint (n_ranges, ==, 0);
  whence_document_go_back (document);
  g_assert_cmpuint (n_ranges, ==, 1);
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Another date leaves the facts as they are: whoever scans them is not told. */
static void
test_date_alone (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceScope) before = whence_scope_ref (whence_document_get_scope (document));
  guint n_scopes = 0, n_dates = 0;
  gint64 from, to;

  g_signal_connect_swapped (document, "notify::scope", G_CALLBACK (count_up), &n_scopes);
  g_signal_connect_swapped (document, "notify::as-of", G_CALLBACK (count_up), &n_dates);
  whence_document_set_as_of (document, 12, 13);
  whence_document_move_as_of (document, 13, 14);
  whence_document_move_as_of (document, 13, 14);
  g_assert_cmpuint (n_scopes, ==, 0);
  g_assert_cmpuint (n_dates, ==, 2);
  g_assert_true (whence_scope_has_same_facts (before, whence_document_get_scope (document)));
  g_assert_false (whence_scope_has_as_of (before));
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_assert_cmpint (from, ==, 13);
  whence_document_go_back (document);
  g_assert_cmpuint (n_dates, ==, 3);
}

static void
test_layouts (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  whence_document_set_layout (document, WHENCE_LAYOUT_LAYERED);
  whence_document_lay_out_around (document, 0);
  whence_document_set_layout (document, WHENCE_LAYOUT_ORGANIC);
  whence_document_set_faith (document, WHENCE_FAITH_DISTANCES);
  whence_document_go_back (document);
  g_assert_cmpint (whence_document_get_faith (document), ==, WHENCE_FAITH_BALANCED);
  g_assert_cmpint (whence_document_get_layout (document), ==, WHENCE_LAYOUT_ORGANIC);
  whence_document_go_back (document);
  g_assert_cmpint (whence_document_get_layout (document), ==, WHENCE_LAYOUT_CONCENTRIC);
  g_assert_cmpuint (whence_document_get_center (document), ==, 0);
  whence_document_go_back (document);
  g_assert_cmpint (whence_document_get_layout (document), ==, WHENCE_LAYOUT_LAYERED);
  g_assert_cmpuint (whence_document_get_center (document), ==, WHENCE_NONE);
  whence_document_go_back (document);
  g_assert_false (whence_document_can_go_back (document));
  whence_document_go_forward (document);
  g_assert_cmpint (whence_document_get_layout (document), ==, WHENCE_LAYOUT_LAYERED);
}

static WhencePeriod
years (int from, int to)
{
  return (WhencePeriod){ whence_instant_from_civil ((WhenceCivil){ from, 1, 1, 0, 0, 0 }),
                         whence_instant_from_civil ((WhenceCivil){ to, 1, 1, 0, 0, 0 }) };
}

/* A story that is shown as it was left begins there. */
static void
test_start (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  gint64 from, to;

  whence_document_set_range (document, 0, 1000);
  whence_document_set_range (document, 0, 2000);
  whence_document_go_back (document);
  whence_document_start_view_history (document);
  g_assert_false (whence_document_can_go_back (document));
  g_assert_false (whence_document_can_go_forward (document));
  g_assert_true (whence_document_get_range (document, &from, &to));
  g_assert_cmpint (to, ==, 1000);
  whence_document_fit_range (document);
  whence_document_go_back (document);
  g_assert_true (whence_document_get_range (document, &from, &to));
  g_assert_cmpint (to, ==, 1000);
}

/* Two dates are compared instead of one that is looked at, and the other way round. */
static void
test_compared (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  const WhencePeriod dates[] = { years (2015, 2016), years (2018, 2019) };
  const WhencePeriod wrong[] = { years (2018, 2019), years (2015, 2016) };
  g_autoptr (GError) error = NULL;
  WhencePeriod now[2];
  gint64 from, to;

  whence_document_set_as_of (document, 12, 13);
  g_assert_false (whence_document_compare (document, wrong, &error));
  g_assert_error (error, WHENCE_CHANGES_ERROR, WHENCE_CHANGES_ERROR_ORDER);
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  g_assert_true (whence_document_compare (document, dates, NULL));
  g_assert_false (whence_document_get_as_of (document, &from, &to));
  g_assert_cmpint (whence_scope_get_change (whence_document_get_scope (document), 0), ==,
                   WHENCE_CHANGE_BEGUN);
  g_assert_cmpint (whence_scope_get_change (whence_document_get_scope (document), 1), ==, WHENCE_CHANGE_NONE);
  for (int year = 2019; year < 2030; year++)
    whence_document_move_compared (document, 1, years (year, year + 1));
  /* Not past the other one. */
  whence_document_move_compared (document, 0, years (2029, 2030));
  g_assert_true (whence_document_get_compared (document, now));
  g_assert_cmpint (now[0].from, ==, dates[0].from);
  g_assert_cmpint (now[1].from, ==, years (2029, 2030).from);
  g_assert_cmpint (whence_scope_get_change (whence_document_get_scope (document), 1), ==,
                   WHENCE_CHANGE_BEGUN);

  whence_document_go_back (document);
  g_assert_true (whence_document_get_compared (document, now));
  g_assert_cmpint (now[1].from, ==, dates[1].from);
  whence_document_go_back (document);
  g_assert_false (whence_document_get_compared (document, now));
  g_assert_true (whence_document_get_as_of (document, &from, &to));
  whence_document_go_forward (document);
  g_assert_true (whence_document_get_compared (document, now));
  whence_document_clear_as_of (document);
  g_assert_false (whence_document_get_compared (document, now));
  g_assert_null (whence_scope_get_changes (whence_document_get_scope (document)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/view-history/there-and-back", test_there_and_back);
  g_test_add_func ("/document/view-history/motion", test_a_motion_is_one_step);
  g_test_add_func ("/document/view-history/kinds", test_kinds_of_motion_differ);
  g_test_add_func ("/document/view-history/future", test_a_new_step_forgets_the_future);
  g_test_add_func ("/document/view-history/nowhere", test_nowhere_is_no_step);
  g_test_add_func ("/document/view-history/bounded", test_bounded);
  g_test_add_func ("/document/view-history/other-bundles", test_other_bundles);
  g_test_add_func ("/document/view-history/observers", test_observers_are_told);
  g_test_add_func ("/document/view-history/date-alone", test_date_alone);
  g_test_add_func ("/document/view-history/layouts", test_layouts);
  g_test_add_func ("/document/view-history/start", test_start);
  g_test_add_func ("/document/view-history/compared", test_compared);
  return g_test_run ();
}
