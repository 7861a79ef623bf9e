/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to lanes is kept for each grouping, goes by ids, outlives edits and reloads, and is a step of
 * the way back. */
#include <string.h>

#include "document/document.h"

#include "read-text.h"

#define ENTITIES(first, second)                                                                              \
  "{\"whence\": 1, \"entities\": [{\"id\": \"" first "\", \"type\": \"person\", \"name\": \"One\"},\n"       \
  "  {\"id\": \"" second "\", \"type\": \"person\", \"name\": \"Two\"}],\n"                                  \
  " \"facts\": [{\"id\": \"f\", \"type\": \"launch\", \"subject\": \"a\", \"date\": \"2016\"},\n"            \
  "  {\"id\": \"g\", \"type\": \"launch\", \"subject\": \"b\", \"date\": \"2020\"}]}\n"

static void
set_text (WhenceDocument *document, const char *text, GFile *file)
{
  g_autoptr (WhenceBundle) bundle = read_text (text);

  whence_document_set_bundle (document, bundle, file);
}

static WhenceDocument *
document_new (GFile *file)
{
  WhenceDocument *document = whence_document_new ();

  set_text (document, ENTITIES ("a", "b"), file);
  whence_document_set_grouping (document, WHENCE_GROUP_ENTITY);
  return document;
}

static void
collapse (WhenceDocument *document, const char *id)
{
  whence_document_collapse_lanes (document, &id, 1, TRUE);
}

static gboolean
is_collapsed (WhenceDocument *document, const char *id)
{
  return whence_lane_state_is_collapsed (whence_document_get_lanes (document), id);
}

static void
test_of_each_grouping (void)
{
  g_autoptr (WhenceDocument) document = document_new (NULL);

  collapse (document, "a");
  whence_document_set_grouping (document, WHENCE_GROUP_FACT_TYPE);
  g_assert_false (is_collapsed (document, "a"));
  collapse (document, "launch");
  whence_document_set_grouping (document, WHENCE_GROUP_ENTITY);
  g_assert_true (is_collapsed (document, "a"));
  g_assert_false (is_collapsed (document, "launch"));
}

/* The same file with the people in another order: the state is by id, not by place. */
static void
test_reload (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/tmp/story.facts.json");
  g_autoptr (GFile) other = g_file_new_for_path ("/tmp/other.facts.json");
  g_autoptr (WhenceDocument) document = document_new (file);
  static const char *const order[] = { "b", "a" };
  guint n;

  collapse (document, "a");
  whence_document_arrange_lanes (document, order, G_N_ELEMENTS (order));
  set_text (document, ENTITIES ("b", "a"), file);
  g_assert_true (is_collapsed (document, "a"));
  g_assert_cmpstr (whence_lane_state_get_order (whence_document_get_lanes (document), &n)[0], ==, "b");
  g_assert_cmpuint (n, ==, 2);
  set_text (document, ENTITIES ("a", "b"), other);
  g_assert_false (is_collapsed (document, "a"));
}

static void
test_back_and_forward (void)
{
  g_autoptr (WhenceDocument) document = document_new (NULL);
  static const char *const order[] = { "b", "a" };
  guint n;

  collapse (document, "a");
  whence_document_arrange_lanes (document, order, G_N_ELEMENTS (order));
  whence_document_go_back (document);
  g_assert_true (is_collapsed (document, "a"));
  whence_lane_state_get_order (whence_document_get_lanes (document), &n);
  g_assert_cmpuint (n, ==, 0);
  whence_document_go_back (document);
  g_assert_false (is_collapsed (document, "a"));
  g_assert_cmpint (whence_document_get_grouping (document), ==, WHENCE_GROUP_ENTITY);
  whence_document_go_forward (document);
  g_assert_true (is_collapsed (document, "a"));
  whence_document_go_forward (document);
  whence_lane_state_get_order (whence_document_get_lanes (document), &n);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/lanes/of-each-grouping", test_of_each_grouping);
  g_test_add_func ("/document/lanes/reload", test_reload);
  g_test_add_func ("/document/lanes/back-and-forward", test_back_and_forward);
  return g_test_run ();
}
