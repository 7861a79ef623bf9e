/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Safe saving: the new content goes to a file of its own beside the old one, to the disk, and only then takes
 * its name. Until that moment the old content is untouched, whatever fails. GIO's own replacement writes in
 * place behind a symbolic link, for a file with two names and in a folder that cannot be written, so it
 * serves only files that the kernel does not know. */
#include "model/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define MOST_LINKS 40
#define MOST_AT_ONCE (1024 * 1024)

static gboolean
fail (int code, GError **error)
{
  static const struct
  {
    int code;
    const char *message;
  } messages[] = {
    { ENOSPC,
      N_ ("The file could not be saved because the disk is full. What was saved before is untouched; make "
          "room, or save elsewhere.") },
    { EDQUOT,
      N_ ("The file could not be saved because your share of the disk is used up. What was saved before is "
          "untouched; make room, or save elsewhere.") },
    { EFBIG,
      N_ (
        "The file could not be saved because it would be too large here. What was saved before is untouched; "
        "save elsewhere.") },
    { EACCES,
      N_ ("The file could not be saved because the folder, or the file itself, does not allow it. What was "
          "saved before is untouched; save elsewhere.") },
    { EROFS, N_ ("The file could not be saved because the disk can only be read. Save elsewhere.") },
    { ENOENT, N_ ("The file could not be saved because its folder is not there. Save elsewhere.") },
    { EISDIR, N_ ("There is a folder with this name. Choose another name.") },
    { ENOTSUP, N_ ("This is no regular file but a pipe or a device. Choose another name.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (messages[i].code == code)
      {
        g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), _ (messages[i].message));
        return FALSE;
      }
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               /* Translators: %s is the system's description of an error */
               _ ("The file could not be saved: %s. What was saved before is untouched."), g_strerror (code));
  return FALSE;
}

/* Where the links at @path lead, there or not. NULL with errno set if they lead in circles. Transfer full. */
static char *
follow_links (const char *path)
{
  char *at = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *from = at;
      g_autofree char *to = g_file_read_link (from, NULL);
      g_autofree char *folder = NULL;

      if (to == NULL)
        return g_steal_pointer (&from);
      folder = g_path_get_dirname (from);
      at = g_path_is_absolute (to) ? g_strdup (to) : g_build_filename (folder, to, NULL);
    }
  g_free (at);
  errno = ELOOP;
  return NULL;
}

static gboolean
write_all (int fd, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = write (fd, data, MIN (length, MOST_AT_ONCE));
      if (n < 0 && errno != EINTR)
        return fail (errno, error);
      if (n > 0)
        {
          data += n;
          length -= (gsize) n;
        }
    }
  return TRUE;
}

/* A new file beside @path. Its permissions are the usual ones of a new file. Transfer full. */
static char *
create_beside (const char *path, int *fd)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (TRUE)
    {
      g_autofree char *name = g_strdup_printf (".whence-%08x", g_random_int ());
      g_autofree char *temporary = g_build_filename (folder, name, NULL);

      *fd = open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (*fd >= 0 || errno != EEXIST)
        return g_steal_pointer (&temporary);
    }
}

/* A rename is on the disk when its folder is. Some file systems cannot say so; the content is safe either
 * way. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* The owner is kept where that is allowed, which it is for oneself, and then the mode, which a new owner
 * resets. */
static gboolean
keep_mode (int fd, const struct stat *old)
{
  if (fchown (fd, old->st_uid, old->st_gid) != 0 && fchown (fd, (uid_t) -1, old->st_gid) != 0)
    errno = 0;
  return fchmod (fd, old->st_mode & 0777) == 0;
}

static gboolean
replace_path (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  struct stat old;
  gboolean exists = stat (path, &old) == 0, done;
  g_autofree char *temporary = NULL;
  int fd;

  if (exists && !S_ISREG (old.st_mode))
    return fail (S_ISDIR (old.st_mode) ? EISDIR : ENOTSUP, error);
  if (exists && access (path, W_OK) != 0)
    return fail (errno, error);
  temporary = create_beside (path, &fd);
  if (fd < 0)
    return fail (errno, error);
  done = write_all (fd, bytes, cancellable, error)
         && ((!exists || keep_mode (fd, &old)) && fsync (fd) == 0 ? TRUE : fail (errno, error));
  if (close (fd) != 0 && done)
    done = fail (errno, error);
  if (done && rename (temporary, path) != 0)
    done = fail (errno, error);
  if (done)
    sync_folder (path);
  else
    (void) unlink (temporary);
  return done;
}

static gboolean
replace_remote (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, length, NULL, cancellable, error))
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      /* Closing would put the half-written content in place; closing cancelled throws it away. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
      return FALSE;
    }
  return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

gboolean
whence_save_bytes (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *target = NULL;

  if (path == NULL)
    return replace_remote (file, bytes, cancellable, error);
  target = follow_links (path);
  return target != NULL ? replace_path (target, bytes, cancellable, error) : fail (errno, error);
}
