/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes what a command has made, whole or not at all. */
#include "app/output.h"

#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "model/writer.h"

gboolean
whence_write_out (const char *out, GBytes *bytes, GError **error)
{
  if (g_str_equal (out, "-"))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        NULL, NULL, error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (out);
      return whence_save_bytes (file, bytes, NULL, error);
    }
}
