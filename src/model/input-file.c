/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a file: regular files only, never waiting for a pipe, never more than the bound, and never through a
 * mapping that another program could cut short. */
#include "model/input-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "model/reader.h"

#define FIRST_ROOM (64 * 1024)
#define MOST_AT_ONCE (1024 * 1024)

/* Reads into @buffer; -1 with @error set, 0 at the end. */
typedef gssize (*ReadFunc) (gpointer source, void *buffer, gsize room, GCancellable *cancellable,
                            GError **error);

static gssize
read_descriptor (gpointer source, void *buffer, gsize room, GCancellable *cancellable, GError **error)
{
  gssize n;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;
  do
    n = read (GPOINTER_TO_INT (source), buffer, room);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The file cannot be read: %s"),
                 g_strerror (errno));
  return n;
}

static gssize
read_stream (gpointer source, void *buffer, gsize room, GCancellable *cancellable, GError **error)
{
  return g_input_stream_read (source, buffer, room, cancellable, error);
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_TOO_LARGE,
               _ ("The file is larger than 1 GiB, which is as much as can be read."));
  return FALSE;
}

/* Everything that @read gives, about @expected bytes and at most the bound. Transfer full. */
static char *
read_all (ReadFunc read, gpointer source, gsize expected, gsize *length, GCancellable *cancellable,
          GError **error)
{
  gsize room = MAX (expected + 1, FIRST_ROOM);
  g_autofree char *text = g_try_malloc (room);
  gssize n;

  for (*length = 0;; *length += (gsize) n)
    {
      if (*length == room)
        {
          char *larger = g_try_realloc (text, room *= 2);

          if (larger != NULL)
            text = larger;
          else
            g_clear_pointer (&text, g_free);
        }
      if (text == NULL || *length > WHENCE_INPUT_MAX_LENGTH)
        {
          refuse_size (error);
          return NULL;
        }
      n = read (source, text + *length, MIN (room - *length, MOST_AT_ONCE), cancellable, error);
      if (n < 0)
        return NULL;
      if (n == 0)
        return g_steal_pointer (&text);
    }
}

static gboolean
refuse_kind (gboolean is_folder, GError **error)
{
  g_set_error_literal (error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_NOT_A_FILE,
                       is_folder ? _ ("This is a folder; a fact bundle is a file.")
                                 : _ ("This is a pipe or a device; a fact bundle is a regular file."));
  return FALSE;
}

int
whence_input_file_open (const char *path, gsize *length, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  struct stat status;

  if (fd < 0 || fstat (fd, &status) != 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("The file cannot be opened: %s"),
                 g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    refuse_kind (S_ISDIR (status.st_mode), error);
  else if (status.st_size > WHENCE_INPUT_MAX_LENGTH)
    refuse_size (error);
  else
    {
      *length = (gsize) status.st_size;
      return fd;
    }
  if (fd >= 0)
    close (fd);
  return -1;
}

static char *
read_path (const char *path, gsize *length, GCancellable *cancellable, GError **error)
{
  gsize expected;
  int fd = whence_input_file_open (path, &expected, error);
  char *text;

  if (fd < 0)
    return NULL;
  text = read_all (read_descriptor, GINT_TO_POINTER (fd), expected, length, cancellable, error);
  close (fd);
  return text;
}

/* A file that the kernel does not know, such as one on a phone or a server. */
static char *
read_remote (GFile *file, gsize *length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);
  g_autoptr (GFileInputStream) stream = NULL;
  GFileType type;

  if (info == NULL)
    return NULL;
  type = g_file_info_get_file_type (info);
  if (type != G_FILE_TYPE_REGULAR)
    {
      refuse_kind (type == G_FILE_TYPE_DIRECTORY, error);
      return NULL;
    }
  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  return read_all (read_stream, stream, 0, length, cancellable, error);
}

char *
whence_input_file_read (GFile *file, gsize *length, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? read_path (path, length, cancellable, error)
                      : read_remote (file, length, cancellable, error);
}
