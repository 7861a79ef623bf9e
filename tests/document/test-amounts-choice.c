/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose amounts a document shows: those chosen, else those selected, else those with most; edits keep them,
 * other files do not. */
#include <string.h>

#include "document/amounts-choice.h"

#include "read-text.h"

enum
{
  X,
  Y,
  NOBODY,
};

static WhenceBundle *
bundle_new (void)
{
  static const char json[] =
    "{\"whence\":1,\"entities\":[{\"id\":\"x\",\"type\":\"company\",\"name\":\"X\"},"
    "{\"id\":\"y\",\"type\":\"company\",\"name\":\"Y\"},{\"id\":\"n\",\"type\":\"person\",\"name\":\"N\"}],"
    "\"facts\":[{\"id\":\"a\",\"type\":\"investment\",\"subject\":\"y\",\"object\":\"x\",\"date\":\"2010\","
    "\"amount\":{\"value\":5,\"currency\":\"EUR\"}},"
    "{\"id\":\"b\",\"type\":\"valuation\",\"subject\":\"y\",\"amount\":{\"value\":7,\"currency\":\"USD\"}},"
    "{\"id\":\"c\",\"type\":\"founding\",\"subject\":\"n\",\"object\":\"x\"}]}";
  return read_text (json);
}

static WhenceDocument *
document_new (void)
{
  WhenceDocument *document = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = bundle_new ();
  whence_document_set_bundle (document, bundle, NULL);
  return document;
}

/* "yx": the entities by letter. */
static char *
shown_by (WhenceDocument *document)
{
  g_autoptr (GArray) entities = whence_document_dup_amounts_of (document);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < entities->len; i++)
    g_string_append_c (text, "xyn"[g_array_index (entities, guint32, i)]);
  return g_string_free (text, FALSE);
}

#define assert_shows(document, expected)                                                                     \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autofree char *shown = shown_by (document);                                                            \
    g_assert_cmpstr (shown, ==, expected);                                                                   \
  }                                                                                                          \
  G_STMT_END

static void
count (guint *n)
{
  ++*n;
}

static void
test_whose (void)
{
  g_autoptr (WhenceDocument) document = document_new ();
  const guint32 x = X;
  guint n_changes = 0;
  g_signal_connect_swapped (document, "notify::amounts", G_CALLBACK (count), &n_changes);

  g_assert_true (whence_document_has_amounts (document));
  assert_shows (document, "yx");
  whence_document_select (document, (WhenceRef){ WHENCE_REF_ENTITY, X }, FALSE);
  assert_shows (document, "x");
  whence_document_select (document, (WhenceRef){ WHENCE_REF_ENTITY, Y }, TRUE);
  assert_shows (document, "xy");
  /* Who has no amounts, and facts, do not change what is shown. */
  whence_document_select (document, (WhenceRef){ WHENCE_REF_ENTITY, NOBODY }, FALSE);
  assert_shows (document, "yx");
  whence_document_select (document, whence_ref_fact (0), FALSE);
  assert_shows (document, "yx");
  g_assert_cmpuint (n_changes, ==, 0);
  whence_document_choose_amounts_of (document, &x, 1);
  g_assert_true (whence_document_has_chosen_amounts (document));
  whence_document_select (document, (WhenceRef){ WHENCE_REF_ENTITY, Y }, FALSE);
  assert_shows (document, "x");
  whence_document_choose_amounts_of (document, NULL, 0);
  assert_shows (document, "y");
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
test_how (void)
{
  g_autoptr (WhenceDocument) document = document_new ();
  guint n_changes = 0;
  g_signal_connect_swapped (document, "notify::amounts", G_CALLBACK (count), &n_changes);

  whence_document_set_amounts_scale (document, WHENCE_SCALE_LOG);
  whence_document_set_amounts_scale (document, WHENCE_SCALE_LOG);
  whence_document_set_amounts_currency (document, "USD");
  whence_document_set_amounts_currency (document, "USD");
  whence_document_set_amounts_shown (document, FALSE);
  whence_document_set_amounts_shown (document, FALSE);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_cmpint (whence_document_get_amounts_scale (document), ==, WHENCE_SCALE_LOG);
  g_assert_cmpstr (whence_document_get_amounts_currency (document), ==, "USD");
  g_assert_false (whence_document_get_amounts_shown (document));
}

/* An edit renumbers nothing that a reader sees; another file is another choice. */
static void
test_bundles (void)
{
  g_autoptr (WhenceDocument) document = document_new ();
  g_autoptr (WhenceBundle) empty = whence_bundle_new_empty ();
  g_autoptr (GError) error = NULL;
  const guint32 y = Y;

  whence_document_choose_amounts_of (document, &y, 1);
  whence_document_set_amounts_currency (document, "EUR");
  g_assert_true (whence_document_set_title (document, "Other", &error));
  assert_shows (document, "y");
  whence_document_set_bundle (document, empty, NULL);
  g_assert_false (whence_document_has_amounts (document));
  g_assert_false (whence_document_has_chosen_amounts (document));
  g_assert_null (whence_document_get_amounts_currency (document));
  assert_shows (document, "");
}

static void
test_visible_view (void)
{
  g_autoptr (WhenceDocument) document = document_new ();
  WhenceTimeView view = { 1000, 0.125, 0.5 }, seen;
  gint64 from, to;
  guint n_changes = 0;
  g_signal_connect_swapped (document, "notify::visible-range", G_CALLBACK (count), &n_changes);

  g_assert_false (whence_document_get_visible_view (document, &seen));
  whence_document_set_visible_view (document, view, 800);
  whence_document_set_visible_view (document, view, 800);
  g_assert_true (whence_document_get_visible_view (document, &seen));
  g_assert_cmpfloat (seen.fraction, ==, 0.5);
  whence_document_get_visible_range (document, &from, &to);
  g_assert_cmpint (from, ==, 1000);
  g_assert_cmpint (to, ==, 1100);
  g_assert_cmpuint (n_changes, ==, 1);
  view.fraction = 0.6;
  whence_document_set_visible_view (document, view, 800);
  g_assert_cmpuint (n_changes, ==, 2);
  whence_document_set_visible_view (document, view, 0);
  g_assert_false (whence_document_get_visible_view (document, &seen));
}

/* As many facts as no frame waits for: X is paid in each, Y once. */
static WhenceBundle *
large_new (void)
{
  g_autoptr (GString) json =
    g_string_new ("{\"whence\":1,\"entities\":[{\"id\":\"x\",\"type\":\"company\",\"name\":\"X\"},"
                  "{\"id\":\"y\",\"type\":\"company\",\"name\":\"Y\"}],\"facts\":[");

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"f%u\",\"type\":\"investment\",\"subject\":\"%c\","
                            "\"amount\":{\"value\":5,\"currency\":\"EUR\"}}",
                            i > 0 ? "," : "", i, i == 0 ? 'y' : 'x');
  g_string_append (json, "]}");
  return read_text (json->str);
}

static void
test_many (void)
{
  g_autoptr (WhenceDocument) small = document_new (), large = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = large_new ();
  guint n_changes = 0;

  g_assert_true (whence_document_knows_amounts (small));
  whence_document_set_bundle (large, bundle, NULL);
  g_signal_connect_swapped (large, "notify::amounts", G_CALLBACK (count), &n_changes);
  g_assert_false (whence_document_knows_amounts (large));
  g_assert_false (whence_document_knows_amounts (large));
  while (n_changes == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (whence_document_knows_amounts (large));
  g_assert_cmpuint (n_changes, ==, 1);
  assert_shows (large, "xy");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amounts-choice/whose", test_whose);
  g_test_add_func ("/amounts-choice/how", test_how);
  g_test_add_func ("/amounts-choice/bundles", test_bundles);
  g_test_add_func ("/amounts-choice/visible-view", test_visible_view);
  g_test_add_func ("/amounts-choice/many", test_many);
  return g_test_run ();
}
