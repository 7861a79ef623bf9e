/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drives the document without a display: selection and highlight, edits and their undo. */
#include "layout/text.h"

#include "trial.h"

/* --- Selection --- */

static void
test_selecting_a_fact_lights_its_entities (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceHighlight highlight = whence_document_get_highlight (document);
  guint changes;

  g_assert_false (highlight.dim_others);
  count (document, "highlight-changed", &changes);
  whence_document_select (document, whence_ref_fact (FOUNDED), FALSE);
  g_assert_cmpuint (changes, ==, 1);
  highlight = whence_document_get_highlight (document);
  g_assert_true (highlight.dim_others);
  g_assert_cmpuint (whence_highlight_fact (&highlight, FOUNDED), ==, WHENCE_LIT_SELECTED);
  g_assert_cmpuint (whence_highlight_fact (&highlight, INVESTED), ==, 0);
  g_assert_cmpuint (whence_highlight_entity (&highlight, ANN), ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_highlight_entity (&highlight, BAR), ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_highlight_entity (&highlight, CAR), ==, 0);
}

static void
test_selecting_an_entity_lights_its_facts (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceHighlight highlight;

  whence_document_select (document, whence_ref_entity (ANN), FALSE);
  highlight = whence_document_get_highlight (document);
  g_assert_cmpuint (whence_highlight_entity (&highlight, ANN) & WHENCE_LIT_SELECTED, !=, 0);
  g_assert_cmpuint (whence_highlight_fact (&highlight, FOUNDED), ==, WHENCE_LIT_RELATED);
  g_assert_cmpuint (whence_highlight_fact (&highlight, INVESTED), ==, 0);
  g_assert_cmpuint (whence_highlight_entity (&highlight, BAR), ==, WHENCE_LIT_RELATED);
}

static void
test_extending_toggles (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint n;

  whence_document_select (document, whence_ref_fact (FOUNDED), FALSE);
  whence_document_select (document, whence_ref_entity (CAR), TRUE);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 2);
  whence_document_select (document, whence_ref_fact (FOUNDED), TRUE);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (FOUNDED)));
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (CAR)));
  whence_document_select (document, WHENCE_REF_NOTHING, TRUE);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (CAR)));
  whence_document_select (document, WHENCE_REF_NOTHING, FALSE);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_nothing_new_is_no_signal (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  guint selections, highlights;

  whence_document_select (document, whence_ref_fact (FOUNDED), FALSE);
  whence_document_hover (document, whence_ref_entity (ANN));
  count (document, "selection-changed", &selections);
  count (document, "highlight-changed", &highlights);
  whence_document_select (document, whence_ref_fact (FOUNDED), FALSE);
  whence_document_hover (document, whence_ref_entity (ANN));
  g_assert_cmpuint (selections + highlights, ==, 0);
  whence_document_hover (document, WHENCE_REF_NOTHING);
  g_assert_cmpuint (selections, ==, 0);
  g_assert_cmpuint (highlights, ==, 1);
}

static void
test_hover_lights_without_dimming (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceHighlight highlight;

  whence_document_hover (document, whence_ref_fact (INVESTED));
  highlight = whence_document_get_highlight (document);
  g_assert_false (highlight.dim_others);
  g_assert_cmpuint (whence_highlight_fact (&highlight, INVESTED), ==, WHENCE_LIT_HOVERED);
  g_assert_cmpuint (whence_highlight_entity (&highlight, CAR), ==, WHENCE_LIT_RELATED);
}

/* --- Edits --- */

static void
test_title_undo_redo (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (GError) error = NULL;
  guint changes;

  g_assert_null (whence_document_get_undo_label (document));
  count (document, "history-changed", &changes);
  g_assert_true (whence_document_set_title (document, "Other \"title\" \\ é", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpstr (whence_bundle_get_title (whence_document_get_bundle (document)), ==,
                   "Other \"title\" \\ é");
  g_assert_true (whence_document_is_modified (document));
  whence_document_undo (document);
  g_assert_cmpstr (whence_bundle_get_title (whence_document_get_bundle (document)), ==, "Trial");
  g_assert_false (whence_document_is_modified (document));
  g_assert_nonnull (whence_document_get_redo_label (document));
  whence_document_redo (document);
  g_assert_true (whence_document_is_modified (document));
  whence_document_undo (document);
  g_assert_true (whence_document_set_title (document, "Third", &error));
  g_assert_null (whence_document_get_redo_label (document));
}

static void
test_same_title_is_no_edit (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);

  g_assert_true (whence_document_set_title (document, "Trial", NULL));
  g_assert_false (whence_document_is_modified (document));
}

static WhenceArrangement *
arrange (WhenceDocument *document)
{
  return whence_arrangement_new (&(WhenceArrangeRequest){ .scope = whence_document_get_scope (document),
                                                          .layout = WHENCE_LAYOUT_ORGANIC,
                                                          .aspect = 1,
                                                          .focus = WHENCE_NONE,
                                                          .measure = whence_measure_plain },
                                 NULL);
}

static void
test_drag_is_one_edit (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceArrangement) arrangement = arrange (document);
  g_autoptr (GError) error = NULL;
  WhencePoint before = whence_arrangement_get_position (arrangement, ANN), after;
  const guint32 ann = ANN;
  double x, y;

  whence_document_set_arrangement (document, arrangement);
  for (int i = 1; i <= 3; i++)
    {
      g_autoptr (WhenceArrangement) moved = whence_arrangement_move (arrangement, ANN, 10 * i, 20 * i);
      whence_document_drag (document, moved);
    }
  g_assert_false (whence_document_is_modified (document));
  g_assert_true (whence_document_drop (document, &ann, 1, &error));
  g_assert_no_error (error);
  g_assert_true (whence_bundle_get_position (whence_document_get_bundle (document), ANN, &x, &y));
  g_assert_cmpfloat (x, ==, 30);
  g_assert_cmpfloat (y, ==, 60);
  g_assert_true (whence_arrangement_is_pinned (whence_document_get_arrangement (document), ANN));

  whence_document_undo (document);
  g_assert_false (whence_bundle_get_position (whence_document_get_bundle (document), ANN, &x, &y));
  after = whence_arrangement_get_position (whence_document_get_arrangement (document), ANN);
  g_assert_cmpfloat (after.x, ==, before.x);
  g_assert_cmpfloat (after.y, ==, before.y);
  g_assert_null (whence_document_get_undo_label (document));
}

static void
test_unpin_keeps_the_rest_of_the_view (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceArrangement) arrangement = arrange (document);
  g_autofree char *view = NULL;
  const guint32 bar = BAR;
  double x, y;

  whence_document_set_arrangement (document, arrangement);
  g_assert_true (whence_document_unpin (document, &bar, 1, NULL));
  g_assert_false (whence_bundle_get_position (whence_document_get_bundle (document), BAR, &x, &y));
  view = whence_bundle_get_json (whence_document_get_bundle (document), WHENCE_RECORD_HEADER, "view");
  g_assert_nonnull (strstr (view, "1.50"));
}

static void
test_pin_several (void)
{
  g_autoptr (WhenceDocument) document = story_open (story);
  g_autoptr (WhenceArrangement) arrangement = arrange (document);
  const guint32 both[] = { ANN, CAR };
  double x, y;

  whence_document_set_arrangement (document, arrangement);
  g_assert_true (whence_document_pin (document, both, 2, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (whence_arrangement_is_pinned (whence_document_get_arrangement (document), both[i]));
      g_assert_true (whence_bundle_get_position (whence_document_get_bundle (document), both[i], &x, &y));
    }
  g_assert_true (whence_document_unpin (document, both, 2, NULL));
  g_assert_false (whence_arrangement_is_pinned (whence_document_get_arrangement (document), CAR));
  g_assert_false (whence_bundle_get_position (whence_document_get_bundle (document), CAR, &x, &y));
  g_assert_true (whence_bundle_get_position (whence_document_get_bundle (document), BAR, &x, &y));
  whence_document_undo (document);
  whence_document_undo (document);
  g_assert_false (whence_arrangement_is_pinned (whence_document_get_arrangement (document), ANN));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/selection/fact", test_selecting_a_fact_lights_its_entities);
  g_test_add_func ("/document/selection/entity", test_selecting_an_entity_lights_its_facts);
  g_test_add_func ("/document/selection/extend", test_extending_toggles);
  g_test_add_func ("/document/selection/same", test_nothing_new_is_no_signal);
  g_test_add_func ("/document/selection/hover", test_hover_lights_without_dimming);
  g_test_add_func ("/document/edit/title", test_title_undo_redo);
  g_test_add_func ("/document/edit/same-title", test_same_title_is_no_edit);
  g_test_add_func ("/document/edit/drag", test_drag_is_one_edit);
  g_test_add_func ("/document/edit/unpin", test_unpin_keeps_the_rest_of_the_view);
  g_test_add_func ("/document/edit/pin-several", test_pin_several);
  return g_test_run ();
}
