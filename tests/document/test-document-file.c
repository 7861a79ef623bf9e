/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the document: loading and its failures, saving, and what others do to the file meanwhile. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "trial.h"

typedef struct
{
  gboolean done, good;
  GError *error;
} Answer;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->good = whence_document_load_finish (WHENCE_DOCUMENT (source), result, &answer->error);
  answer->done = TRUE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->good = whence_document_save_finish (WHENCE_DOCUMENT (source), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static GFile *
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
test_load_and_save (void)
{
  char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autoptr (GFile) file = write_file (folder, "trial.facts.json", story);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GFile) copy = g_file_get_child (parent, "copy.facts.json");
  g_autoptr (WhenceDocument) document = whence_document_new ();
  Answer loaded = { 0 }, saved = { 0 }, again = { 0 };

  g_assert_true (whence_document_is_empty (document));
  whence_document_load_async (document, file, on_loaded, &loaded);
  g_assert_true (whence_document_is_loading (document));
  wait_for (&loaded);
  g_assert_no_error (loaded.error);
  g_assert_false (whence_document_is_loading (document));
  g_assert_true (g_file_equal (whence_document_get_file (document), file));

  g_assert_true (whence_document_set_title (document, "Saved", NULL));
  whence_document_save_async (document, copy, on_saved, &saved);
  wait_for (&saved);
  g_assert_no_error (saved.error);
  g_assert_false (whence_document_is_modified (document));
  g_assert_true (g_file_equal (whence_document_get_file (document), copy));

  whence_document_load_async (document, copy, on_loaded, &again);
  wait_for (&again);
  g_assert_no_error (again.error);
  g_assert_cmpstr (whence_bundle_get_title (whence_document_get_bundle (document)), ==, "Saved");
  remove_folder (folder);
}

static void
save (WhenceDocument *document, GFile *file, Answer *answer)
{
  *answer = (Answer){ 0 };
  whence_document_save_async (document, file, on_saved, answer);
  wait_for (answer);
}

static void
test_a_file_changed_meanwhile_is_not_overwritten (void)
{
  static const char theirs[] = "{\"whence\": 1, \"title\": \"Theirs, and longer\"}";
  char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autoptr (GFile) file = write_file (folder, "trial.facts.json", story), other = NULL;
  g_autoptr (WhenceDocument) document = whence_document_new ();
  g_autofree char *left = NULL;
  Answer answer = { 0 }, second = { 0 };

  whence_document_load_async (document, file, on_loaded, &answer);
  wait_for (&answer);
  g_assert_true (whence_document_set_title (document, "Ours", NULL));
  save (document, file, &answer);
  g_assert_no_error (answer.error);
  /* Our own saves are no surprise, however quickly they follow one another, and the last one is the last. */
  answer = (Answer){ 0 };
  whence_document_save_async (document, file, on_saved, &answer);
  g_assert_true (whence_document_set_title (document, "Ours, later", NULL));
  whence_document_save_async (document, file, on_saved, &second);
  wait_for (&answer);
  wait_for (&second);
  g_assert_no_error (answer.error);
  g_assert_no_error (second.error);
  g_assert_false (whence_document_is_modified (document));
  g_assert_true (g_file_load_contents (file, NULL, &left, NULL, NULL, NULL));
  g_assert_nonnull (strstr (left, "Ours, later"));
  g_clear_pointer (&left, g_free);

  other = write_file (folder, "trial.facts.json", theirs);
  g_assert_true (whence_document_set_title (document, "Ours again", NULL));
  save (document, file, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  g_clear_error (&answer.error);
  g_assert_true (whence_document_is_modified (document));
  g_assert_true (g_file_load_contents (file, NULL, &left, NULL, NULL, NULL));
  g_assert_cmpstr (left, ==, theirs);
  whence_document_allow_overwriting (document);
  save (document, file, &answer);
  g_assert_no_error (answer.error);
  g_assert_false (whence_document_is_modified (document));
  remove_folder (folder);
}

static void
test_a_deleted_file_is_saved_anew (void)
{
  char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autoptr (GFile) file = write_file (folder, "trial.facts.json", story);
  g_autoptr (WhenceDocument) document = whence_document_new ();
  Answer answer = { 0 };

  whence_document_load_async (document, file, on_loaded, &answer);
  wait_for (&answer);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (whence_document_set_title (document, "Ours", NULL));
  save (document, file, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (g_file_query_exists (file, NULL));
  remove_folder (folder);
}

static void
test_a_failed_load_changes_nothing (void)
{
  char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autoptr (GFile) file = write_file (folder, "none.facts.json", "{\"whence\": 1, \"facts\": [");
  g_autoptr (WhenceDocument) document = story_open (story);
  WhenceBundle *before = whence_document_get_bundle (document);
  Answer answer = { 0 };

  whence_document_select (document, whence_ref_fact (INVESTED), FALSE);
  whence_document_load_async (document, file, on_loaded, &answer);
  wait_for (&answer);
  g_assert_false (answer.good);
  g_assert_nonnull (answer.error);
  g_assert_true (whence_document_get_bundle (document) == before);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (INVESTED)));
  g_clear_error (&answer.error);
  remove_folder (folder);
}

static void
test_the_later_load_wins (void)
{
  char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autoptr (GFile) one = write_file (folder, "one.facts.json", "{\"whence\": 1, \"title\": \"One\"}");
  g_autoptr (GFile) two = write_file (folder, "two.facts.json", "{\"whence\": 1, \"title\": \"Two\"}");
  g_autoptr (WhenceDocument) document = whence_document_new ();
  Answer first = { 0 }, second = { 0 };

  whence_document_load_async (document, one, on_loaded, &first);
  whence_document_load_async (document, two, on_loaded, &second);
  wait_for (&first);
  wait_for (&second);
  g_assert_error (first.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (second.error);
  g_assert_cmpstr (whence_bundle_get_title (whence_document_get_bundle (document)), ==, "Two");
  g_clear_error (&first.error);
  remove_folder (folder);
}

static void
test_cancelled (void)
{
  char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autoptr (GFile) file = write_file (folder, "one.facts.json", story);
  g_autoptr (WhenceDocument) document = whence_document_new ();
  Answer answer = { 0 };

  whence_document_load_async (document, file, on_loaded, &answer);
  whence_document_cancel_load (document);
  g_assert_false (whence_document_is_loading (document));
  wait_for (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (whence_document_is_empty (document));
  g_clear_error (&answer.error);
  remove_folder (folder);
}

static void
test_reload_keeps_the_view (void)
{
  g_autoptr (WhenceDocument) document = whence_document_new ();
  g_autoptr (WhenceBundle) bundle = read_text (story), same = read_text (story);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/trial.facts.json");
  g_autoptr (GFile) other = g_file_new_for_path ("/nowhere/other.facts.json");
  gint64 from, to;

  whence_document_set_bundle (document, bundle, file);
  whence_document_select (document, whence_ref_fact (INVESTED), FALSE);
  whence_document_set_range (document, 100, 200);
  whence_document_set_bundle (document, same, file);
  g_assert_true (whence_document_is_selected (document, whence_ref_fact (INVESTED)));
  g_assert_true (whence_document_get_range (document, &from, &to));
  g_assert_cmpint (from, ==, 100);

  whence_document_set_bundle (document, bundle, other);
  g_assert_false (whence_document_is_selected (document, whence_ref_fact (INVESTED)));
  g_assert_false (whence_document_get_range (document, &from, &to));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-file/load-save", test_load_and_save);
  g_test_add_func ("/document-file/failed", test_a_failed_load_changes_nothing);
  g_test_add_func ("/document-file/later-wins", test_the_later_load_wins);
  g_test_add_func ("/document-file/changed-meanwhile", test_a_file_changed_meanwhile_is_not_overwritten);
  g_test_add_func ("/document-file/deleted", test_a_deleted_file_is_saved_anew);
  g_test_add_func ("/document-file/cancelled", test_cancelled);
  g_test_add_func ("/document-file/reload", test_reload_keeps_the_view);
  return g_test_run ();
}
