/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saving: new content or the old one, never a part; links, modes, and no leftovers beside the file. */
#include "model/writer.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder, *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("whence-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.facts.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
save (GFile *file, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return whence_save_bytes (file, bytes, NULL, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_plain (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (0027);

  g_assert_true (save (fixture->file, "one", NULL));
  assert_content (fixture->path, "one");
  g_assert_cmpuint (mode_of (fixture->path), ==, 0640);
  g_assert_true (save (fixture->file, "", NULL));
  assert_content (fixture->path, "");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  umask (mask);
}

static void
test_mode (Fixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0644, 0664, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_true (save (fixture->file, "old", NULL));
      g_assert_cmpint (chmod (fixture->path, modes[i]), ==, 0);
      g_assert_true (save (fixture->file, "new", NULL));
      g_assert_cmpuint (mode_of (fixture->path), ==, modes[i]);
    }
}

/* The file that links lead to is replaced, and the links stay. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *direct = g_build_filename (fixture->folder, "direct", NULL);
  g_autofree char *chained = g_build_filename (fixture->folder, "chained", NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (chained), round = g_file_new_for_path (circle);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->path, direct), ==, 0);
  g_assert_cmpint (symlink ("direct", chained), ==, 0);
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  /* It need not be there. */
  g_assert_true (save (link, "one", NULL));
  assert_content (fixture->path, "one");
  g_assert_true (save (link, "two", NULL));
  assert_content (fixture->path, "two");
  g_assert_true (g_file_test (chained, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (direct, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (save (round, "three", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
}

/* The nearest to a full disk that needs no privileges. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, limit;
  g_autofree char *large = g_strnfill (200000, 'x');
  g_autoptr (GError) error = NULL;
  void (*handler) (int) = signal (SIGXFSZ, SIG_IGN);
  gboolean saved;

  g_assert_true (save (fixture->file, "the only copy", NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  saved = save (fixture->file, large, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, handler);
  g_assert_false (saved);
  g_assert_nonnull (strstr (error->message, "untouched"));
  assert_content (fixture->path, "the only copy");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture->file, "old", NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (whence_save_bytes (fixture->file, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL, second = NULL;

  /* Permissions do not bind the superuser, so for a while this is nobody. */
  gboolean is_root = geteuid () == 0;
  if (is_root)
    g_assert_true (chown (fixture->folder, NOBODY, NOBODY) == 0 && setresuid (NOBODY, NOBODY, 0) == 0);
  g_assert_true (save (fixture->file, "old", NULL));
  g_assert_cmpint (chmod (fixture->path, 0444), ==, 0);
  g_assert_false (save (fixture->file, "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpint (chmod (fixture->path, 0644), ==, 0);
  g_assert_cmpint (chmod (fixture->folder, 0555), ==, 0);
  g_assert_false (save (fixture->file, "new", &second));
  g_assert_error (second, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpint (chmod (fixture->folder, 0755), ==, 0);
  assert_content (fixture->path, "old");
  if (is_root)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *lost = g_build_filename (fixture->folder, "no", "such", "folder", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder), pipe = g_file_new_for_path (fifo);
  g_autoptr (GFile) nowhere = g_file_new_for_path (lost);
  g_autoptr (GError) first = NULL, second = NULL, third = NULL;

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_false (save (folder, "new", &first));
  g_assert_error (first, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_false (save (pipe, "new", &second));
  g_assert_error (second, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_false (save (nowhere, "new", &third));
  g_assert_error (third, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Two names of one file: the other keeps the old content, whole. */
static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);

  g_assert_true (save (fixture->file, "old", NULL));
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_assert_true (save (fixture->file, "new", NULL));
  assert_content (fixture->path, "new");
  assert_content (other, "old");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/save/plain", test_plain },         { "/save/mode", test_mode },
    { "/save/links", test_links },         { "/save/full-disk", test_full_disk },
    { "/save/cancelled", test_cancelled }, { "/save/unwritable", test_unwritable },
    { "/save/no-file", test_no_file },     { "/save/hard-link", test_hard_link },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
