/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same file read again: whatever is chosen before and meanwhile, what is shown in the end is what follows
 * from it, and what was selected is found again wherever it is now. */
#include <glib/gstdio.h>

#include "long-story.h"

static void
write_text (GFile *file, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (whence_document_load_finish (WHENCE_DOCUMENT (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
finish (const gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static void
load (WhenceDocument *document, GFile *file)
{
  gboolean done = FALSE;

  whence_document_load_async (document, file, on_loaded, &done);
  finish (&done);
}

/* The story with another fact in front and without the third one. */
static char *
make_later_text (void)
{
  g_autofree char *text = make_text ("2022");
  g_auto (GStrv) halves = g_strsplit (text, "\"facts\":[", 2);
  const char *third = strstr (halves[1], "{\"id\":\"f2\""), *fourth = strstr (third, "{\"id\":\"f3\"");
  g_autofree char *front = g_strndup (halves[1], (gsize) (third - halves[1]));

  return g_strconcat (halves[0], "\"facts\":[{\"id\":\"new\",\"type\":\"other\"},", front, fourth, NULL);
}

typedef void (*Change) (WhenceDocument *document);

static void
set_filter (WhenceDocument *document)
{
  g_autoptr (WhenceFilter) nothing = whence_filter_new ();
  g_autoptr (WhenceFilter) later = whence_filter_toggle (nothing, WHENCE_FACET_SOURCE, 2);

  whence_document_set_filter (document, later);
}

static void
set_known_by (WhenceDocument *document)
{
  choose (document, "2024");
}

static void
set_as_of (WhenceDocument *document)
{
  whence_document_set_as_of (document, 1000, 2000);
}

static void
set_title (WhenceDocument *document)
{
  g_assert_true (whence_document_set_title (document, "Other", NULL));
}

static void
change_nothing (WhenceDocument *document)
{
}

/* Each is chosen before the file is read again, and each while it is. */
static void
test_choices (void)
{
  static const Change changes[] = { change_nothing, set_filter, set_known_by, set_as_of, set_title };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "whence-renewal.facts.json", NULL);
  g_autofree char *text = make_text (years[0]), *later = make_later_text ();
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (changes) * G_N_ELEMENTS (changes); i++)
    {
      Change before = changes[i / G_N_ELEMENTS (changes)], meanwhile = changes[i % G_N_ELEMENTS (changes)];
      g_autoptr (WhenceDocument) document = whence_document_new ();
      gboolean done = FALSE;
      gint64 from, to;

      write_text (file, text);
      load (document, file);
      before (document);
      write_text (file, later);
      whence_document_load_async (document, file, on_loaded, &done);
      meanwhile (document);
      finish (&done);
      wait (document);
      assert_shows (document, before == set_known_by || meanwhile == set_known_by ? "2024" : NULL);
      g_assert_cmpint (whence_document_get_as_of (document, &from, &to), ==,
                       before == set_as_of || meanwhile == set_as_of);
      g_assert_null (whence_bundle_get_title (whence_document_get_bundle (document)));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
assert_selected (WhenceDocument *document, const char *id)
{
  guint32 fact = whence_bundle_find_fact (whence_document_get_bundle (document), id);

  g_assert_true (whence_document_is_selected (document, whence_ref_fact (fact)));
}

/* What is gone is selected no longer; the way back has it as it was, but for that. */
static void
test_selection (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "whence-renewal-s.facts.json", NULL);
  g_autofree char *text = make_text (years[0]), *later = make_later_text ();
  g_autofree WhenceRef *refs = g_new (WhenceRef, N_FACTS);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (WhenceDocument) document = whence_document_new ();
  guint n;

  write_text (file, text);
  load (document, file);
  for (guint32 i = 0; i < N_FACTS; i++)
    refs[i] = whence_ref_fact (i);
  whence_document_select_refs (document, refs, N_FACTS);
  whence_document_select (document, whence_ref_fact (2), FALSE);
  whence_document_select (document, whence_ref_entity (7), FALSE);
  whence_document_select (document, whence_ref_source (1), TRUE);
  write_text (file, later);
  load (document, file);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (whence_document_is_selected (document, whence_ref_entity (7)));
  whence_document_go_back (document);
  whence_document_go_back (document);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, 0);
  whence_document_go_back (document);
  whence_document_get_selection (document, &n);
  g_assert_cmpuint (n, ==, N_FACTS - 1);
  assert_selected (document, "f0");
  assert_selected (document, "f1");
  assert_selected (document, "f3");
  assert_selected (document, "f20399");
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (0)));
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/renewal/choices", test_choices);
  g_test_add_func ("/document/renewal/selection", test_selection);
  return g_test_run ();
}
