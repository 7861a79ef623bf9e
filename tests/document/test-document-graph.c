/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the document has the graph laid out and measured: in a worker, for the scope that is shown, and only
 * when somebody wants it. */
#include <math.h>
#include <string.h>

#include "document/document.h"

#include "read-text.h"

#define STORY(positions)                                                                                     \
  "{\"whence\":1,\"view\":{\"positions\":{" positions "}},\"entities\":["                                    \
  "{\"id\":\"a\",\"type\":\"person\",\"name\":\"Ann\"},{\"id\":\"b\",\"type\":\"company\",\"name\":\"Bar\"}" \
  ","                                                                                                        \
  "{\"id\":\"c\",\"type\":\"company\",\"name\":\"Car\"},{\"id\":\"d\",\"type\":\"company\",\"name\":"        \
  "\"Dot\"}],"                                                                                               \
  "\"facts\":[{\"id\":\"1\",\"type\":\"ownership\",\"subject\":\"a\",\"object\":\"b\",\"date\":\"2001/..\"," \
  "\"amount\":{\"value\":5,\"currency\":\"USD\"}},"                                                          \
  "{\"id\":\"2\",\"type\":\"ownership\",\"subject\":\"b\",\"object\":\"c\",\"date\":\"2010/..\","            \
  "\"amount\":{\"value\":3,\"currency\":\"USD\"}},"                                                          \
  "{\"id\":\"3\",\"type\":\"contract\",\"subject\":\"b\",\"object\":\"d\",\"date\":\"2010\","                \
  "\"amount\":{\"value\":900,\"currency\":\"EUR\"}}]}"

static void
read_into (WhenceDocument *document, const char *text, GFile *file)
{
  g_autoptr (WhenceBundle) bundle = read_text (text);

  g_assert_nonnull (bundle);
  whence_document_set_bundle (document, bundle, file);
}

static WhenceDocument *
make_document (const char *text)
{
  WhenceDocument *document = whence_document_new ();

  read_into (document, text, NULL);
  return document;
}

static void
wait_for_measures (WhenceDocument *document)
{
  while (whence_document_get_measures (document) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_measures (void)
{
  g_autoptr (WhenceDocument) document = make_document (STORY (""));
  const gint64 day = G_GINT64_CONSTANT (86400) * 12784; /* in 2005 */
  WhenceMeasures *measures;

  g_assert_null (whence_document_get_measures (document));
  whence_document_want_measures (document, TRUE);
  wait_for_measures (document);
  measures = whence_document_get_measures (document);
  g_assert_cmpuint (measures->n_ties[1], ==, 3);
  g_assert_cmpfloat (measures->betweenness[1], ==, 1);

  /* Another date: other ties, counted anew. */
  whence_document_set_as_of (document, day, day + 86400);
  g_assert_null (whence_document_get_measures (document));
  wait_for_measures (document);
  g_assert_cmpuint (whence_document_get_measures (document)->n_ties[1], ==, 1);

  whence_document_want_measures (document, FALSE);
  whence_document_clear_as_of (document);
  g_assert_null (whence_document_get_measures (document));
}

static void
on_look (guint *counter)
{
  ++*counter;
}

static void
test_look (void)
{
  g_autoptr (WhenceDocument) document = make_document (STORY (""));
  guint n_looks = 0;
  WhenceGraphLook *look;

  g_signal_connect_swapped (document, "notify::look", G_CALLBACK (on_look), &n_looks);
  whence_document_set_node_look (document, WHENCE_NODE_SIZE_AMOUNT, WHENCE_NODE_COLOR_TYPE);
  look = whence_document_get_look (document);
  g_assert_cmpfloat (whence_graph_look_get_value (look, 1), ==, 1);
  g_assert_cmpfloat (whence_graph_look_get_value (look, 0), ==, 5.0 / 8);
  g_assert_true (isnan (whence_graph_look_get_value (look, 3)));
  g_assert_nonnull (strstr (whence_graph_look_get_sentence (look), "USD"));
  g_assert_nonnull (strstr (whence_graph_look_get_sentence (look), "1 other amount"));

  whence_document_set_node_look (document, WHENCE_NODE_SIZE_BETWEENNESS, WHENCE_NODE_COLOR_COMPONENT);
  wait_for_measures (document);
  look = whence_document_get_look (document);
  g_assert_cmpfloat (whence_graph_look_get_value (look, 1), ==, 1);
  g_assert_cmpfloat (whence_graph_look_get_value (look, 0), ==, 0);
  g_assert_cmpuint (whence_graph_look_get_class (look, 2), ==, 0);
  g_assert_cmpstr (whence_graph_look_get_class_label (look, 0), ==, "Bar and 3 others");

  whence_document_set_node_look (document, WHENCE_NODE_SIZE_DEGREE, WHENCE_NODE_COLOR_TYPE);
  g_assert_null (whence_document_get_look (document));
  g_assert_cmpuint (n_looks, >=, 3);
}

static WhenceArrangement *
arrange (WhenceDocument *document)
{
  return whence_arrangement_new (
    &(WhenceArrangeRequest){ .scope = whence_document_get_scope (document),
                             .layout = whence_document_get_layout (document),
                             .previous = whence_document_get_last_arrangement (document),
                             .aspect = 1,
                             .focus = whence_document_get_center (document),
                             .measure = whence_measure_plain },
    NULL);
}

static void
test_saved_arrangement (void)
{
  g_autoptr (WhenceDocument) plain = make_document (STORY (""));
  g_autoptr (WhenceDocument) saved = make_document (STORY ("\"a\":[1,2]"));

  g_assert_cmpint (whence_document_get_layout (plain), ==, WHENCE_LAYOUT_ORGANIC);
  g_assert_cmpint (whence_document_get_layout (saved), ==, WHENCE_LAYOUT_SAVED);
}

static void
test_restore (void)
{
  g_autoptr (WhenceDocument) document = make_document (STORY (""));
  g_autoptr (WhenceArrangement) rings = NULL;

  whence_document_lay_out_around (document, 2);
  g_assert_cmpint (whence_document_get_layout (document), ==, WHENCE_LAYOUT_CONCENTRIC);
  rings = arrange (document);
  whence_document_set_arrangement (document, rings);
  whence_document_set_layout (document, WHENCE_LAYOUT_CHRONOLOGICAL);
  g_assert_cmpuint (whence_document_get_center (document), ==, WHENCE_NONE);
  whence_document_restore_layout (document, rings);
  g_assert_cmpint (whence_document_get_layout (document), ==, WHENCE_LAYOUT_CONCENTRIC);
  g_assert_cmpuint (whence_document_get_center (document), ==, 2);
  g_assert_true (whence_document_get_arrangement (document) == rings);
}

/* The same file with one record more: everybody who was there stays. */
static void
test_reload (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/story.facts.json");
  g_autoptr (WhenceDocument) document = whence_document_new ();
  g_autoptr (WhenceArrangement) before = NULL;
  g_autoptr (WhenceArrangement) after = NULL;
  g_autoptr (GString) more = g_string_new (STORY (""));

  read_into (document, STORY (""), file);
  before = arrange (document);
  whence_document_set_arrangement (document, before);
  g_string_replace (more, "{\"id\":\"d\",",
                    "{\"id\":\"new\",\"type\":\"person\",\"name\":\"New\"},{\"id\":\"d\",", 1);
  read_into (document, more->str, file);
  g_assert_null (whence_document_get_arrangement (document));
  after = arrange (document);
  for (guint i = 0; i < 3; i++)
    {
      WhencePoint then = whence_arrangement_get_position (before, i),
                  now = whence_arrangement_get_position (after, i);
      g_assert_cmpfloat (then.x, ==, now.x);
      g_assert_cmpfloat (then.y, ==, now.y);
    }
  g_assert_cmpfloat (whence_arrangement_get_position (before, 3).x, ==,
                     whence_arrangement_get_position (after, 4).x);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/graph/measures", test_measures);
  g_test_add_func ("/document/graph/look", test_look);
  g_test_add_func ("/document/graph/saved-arrangement", test_saved_arrangement);
  g_test_add_func ("/document/graph/restore", test_restore);
  g_test_add_func ("/document/graph/reload", test_reload);
  return g_test_run ();
}
