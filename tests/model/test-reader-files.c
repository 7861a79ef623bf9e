/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files to read: what is none, long ones that are read in parts, progress, and giving up. */
#include "model/writer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "problems-text.h"
#include "read-text.h"

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (whence_reader_read_file (file, NULL, NULL, NULL, &error));
  g_assert_error (error, WHENCE_READER_ERROR, code);
}

static void
test_files (void)
{
  static const char story[] = "{\"whence\":1,\"facts\":[{\"id\":\"f\",\"type\":\"t\"}]}";
  g_autofree char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *path = g_build_filename (folder, "a.facts.json", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path), no_file = g_file_new_for_path (missing);
  g_autoptr (GError) error = NULL;
  g_autoptr (WhenceBundle) bundle = NULL;
  int fd;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, WHENCE_READER_ERROR_NOT_A_FILE);
  assert_refused (folder, WHENCE_READER_ERROR_NOT_A_FILE);
  assert_refused ("/dev/zero", WHENCE_READER_ERROR_NOT_A_FILE);
  g_assert_null (whence_reader_read_file (no_file, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  /* A file with holes takes no room, and is too large all the same. */
  fd = open (path, O_WRONLY | O_CREAT, 0600);
  g_assert_cmpint (ftruncate (fd, (off_t) 1 << 31), ==, 0);
  close (fd);
  assert_refused (path, WHENCE_READER_ERROR_TOO_LARGE);

  g_assert_true (g_file_set_contents (path, story, -1, NULL));
  bundle = whence_reader_read_file (file, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 1);
  /* A second value is JSON Lines only in a file that does not claim to be JSON. */
  g_assert_true (g_file_set_contents (path, "{\"whence\":1}\n{\"fact\":{}}", -1, NULL));
  assert_refused (path, WHENCE_READER_ERROR_NOT_JSON);
  g_unlink (path);
  g_unlink (fifo);
  g_rmdir (folder);
}

/* Some megabytes in which little is wrong, now and then: references forward, to nothing and to a later fact,
 * faults, and header members behind it all. */
static char *
make_long (gboolean lines)
{
  GString *text = g_string_new (lines ? "{\"whence\":1,\"title\":\"T\"}\n" : "{\"whence\":1,\"facts\":[\n");

  for (guint i = 0; i < 30000; i++)
    {
      g_string_append (text, lines ? "{\"fact\":" : i > 0 ? ",\n" : "");
      g_string_append_printf (text, "{\"id\":\"f%u\",\"type\":\"t\",\"title\":\"%0100u é\"", i, i);
      if (i % 4999 == 7)
        g_string_append_printf (text, ",\"related\":[{\"fact\":\"f%u\"},{\"fact\":\"f%u\"}]", i + 3000,
                                i + 40000);
      if (i % 6007 == 3)
        g_string_append (text, ",\"date\":\"201\",\"title\":\"again\"");
      if (i % 9001 == 5)
        g_string_append (text, ",\"subject\":\"e\",\"object\":\"nobody\"");
      g_string_append (text, lines ? "}}\n" : "}");
    }
  g_string_append (text, lines ? "{\"entity\":{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"}}\n"
                               : "],\"entities\":[{\"id\":\"e\",\"type\":\"person\",\"name\":\"E\"}],"
                                 "\"view\":{\"positions\":{\"e\":[1,\"x\"],\"n\":3}}}\n");
  return g_string_free (text, FALSE);
}

/* A file is given up while it is read; a text is not. */
static void
test_long_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  const char *const names[] = { "a.facts.json", "a.facts.jsonl" };

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = make_long (i == 1), *problems = NULL, *same_problems = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (WhenceBundle) of_text = read_text (text), of_file = NULL;
      g_autoptr (GBytes) bytes = whence_writer_to_bytes (of_text, whence_syntax_for_name (path)), same = NULL;

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      of_file = whence_reader_read_file (file, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      problems = list_problems (of_text);
      same_problems = list_problems (of_file);
      g_assert_cmpuint (strlen (problems), >, 500);
      g_assert_cmpstr (same_problems, ==, problems);
      same = whence_writer_to_bytes (of_file, whence_syntax_for_name (path));
      g_assert_true (g_bytes_equal (bytes, same));

      /* What is refused late is told where it is. */
      text[strlen (text) - 2] = '\x01';
      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_null (whence_reader_read_file (file, NULL, NULL, NULL, &error));
      g_assert_true (g_str_has_prefix (error->message, i == 1 ? "30002:" : "30001:"));
      g_unlink (path);
    }
  g_rmdir (folder);
}

static char *
make_large (guint n)
{
  GString *text = g_string_new ("{\"whence\":1,\"facts\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"f%u\",\"type\":\"t\",\"title\":\"The fact with the number %u\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

typedef struct
{
  GCancellable *cancellable;
  double last;
  guint n;
} Progress;

static void
on_progress (double fraction, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpfloat (fraction, >=, progress->last);
  g_assert_cmpfloat (fraction, <=, 1);
  progress->last = fraction;
  progress->n++;
  if (progress->cancellable != NULL && fraction > 0.5)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autofree char *text = make_large (100000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 }, cancelling = { cancellable };
  g_autoptr (WhenceBundle) bundle =
    whence_reader_read_text (text, strlen (text), on_progress, &progress, NULL, NULL);

  g_assert_cmpuint (whence_bundle_get_n_facts (bundle), ==, 100000);
  g_assert_cmpfloat (progress.last, ==, 1);
  g_assert_cmpuint (progress.n, >, 10);
  g_assert_cmpuint (progress.n, <=, 100);
  g_assert_cmpuint (whence_bundle_find_fact (bundle, "f77777"), ==, 77777);
  g_assert_null (
    whence_reader_read_text (text, strlen (text), on_progress, &cancelling, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-files/files", test_files);
  g_test_add_func ("/reader-files/long-files", test_long_files);
  g_test_add_func ("/reader-files/progress", test_progress);
  return g_test_run ();
}
