/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a whole text: one record at a time, so that nothing but the packed bundle grows. A record is
 * understood where its text stands; what refers forward is settled at the end. Linear in the text. */
#include "model/reader-load.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/input-file.h"

/* How often, in bytes, to look whether somebody has cancelled. */
#define CHECK_INTERVAL 65536

G_DEFINE_QUARK (whence - reader - error - quark, whence_reader_error)

gboolean
whence_load_refuse (Load *load, WhenceReaderError code, guint32 at, const char *message)
{
  WhenceJsonPlace place = { load->reader.start, 1, 1 };

  whence_reader_go_to (&load->reader, &place, MAX (at, load->reader.start));
  g_set_error (load->error, WHENCE_READER_ERROR, code, "%u:%u: %s", place.line, place.column, message);
  return FALSE;
}

gboolean
whence_load_refuse_syntax (Load *load, WhenceJsonError error, guint32 at)
{
  const WhenceJsonScanner *scanner = &load->reader.scanner;

  if (error == WHENCE_JSON_ERROR_DEEP)
    return whence_load_refuse (load, WHENCE_READER_ERROR_TOO_DEEP, at, whence_json_error_message (error));
  if (at >= scanner->length && scanner->length < load->length)
    return whence_load_refuse (
      load, WHENCE_READER_ERROR_NOT_JSON, at,
      _ ("The line ends in the middle of a JSON value; in JSON Lines each record has a line to itself."));
  if (at >= scanner->length)
    error = WHENCE_JSON_ERROR_END;
  return whence_load_refuse (load, WHENCE_READER_ERROR_NOT_JSON, at, whence_json_error_message (error));
}

gboolean
whence_load_refuse_scan (Load *load)
{
  return whence_load_refuse_syntax (load, load->reader.scanner.error, load->reader.scanner.error_at);
}

gboolean
whence_load_check_in (Load *load)
{
  guint32 at = load->reader.scanner.at;
  int percent;

  if (at < load->checked_at)
    return TRUE;
  load->checked_at = at + MIN (CHECK_INTERVAL, G_MAXUINT32 - at);
  whence_reader_settle (&load->reader);
  whence_reader_pass (&load->reader, at);
  percent = (int) (100.0 * at / MAX (load->length, 1));
  if (load->watch.progress != NULL && percent > load->percent)
    load->watch.progress (percent / 100.0, load->watch.user_data);
  load->percent = MAX (load->percent, percent);
  if (load->watch.so_far != NULL)
    load->watch.so_far (load->reader.bundle, load->watch.user_data);
  return !g_cancellable_set_error_if_cancelled (load->cancellable, load->error);
}

static gboolean
has_line_break (const char *text, guint32 from, guint32 to)
{
  return memchr (text + from, '\n', to - from) != NULL;
}

static gboolean
read_everything (Load *load, gboolean allow_lines)
{
  WhenceJsonScanner *scanner = &load->reader.scanner;
  guint32 header_end;

  if (!whence_load_read_json (load))
    return FALSE;
  if (!g_hash_table_contains (load->keys, "whence"))
    return whence_load_refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, load->reader.start,
                               _ ("This is JSON, but no fact bundle: the member “whence” is missing."));
  header_end = scanner->at;
  if (whence_json_scan_end (scanner))
    return TRUE;
  if (!allow_lines || !has_line_break (scanner->text, header_end, scanner->at))
    return whence_load_refuse_scan (load);
  return whence_load_read_lines (load);
}

static void
load_init (Load *load, const char *text, guint32 length)
{
  whence_reader_init (&load->reader, NULL, text, length);
  load->length = length;
  load->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    load->reader.start = load->reader.scanner.at = 3;
}

/* What is special about a text: JSON Lines only if allowed; one that is ours is given up while it is read. */
typedef enum
{
  TEXT_ALLOWS_LINES = 1 << 0,
  TEXT_IS_OURS = 1 << 1,
} TextFlags;

static WhenceBundle *
read_syntax (const char *text, gsize length, TextFlags flags, LoadWatch watch, GCancellable *cancellable,
             GError **error)
{
  Load load = { .watch = watch, .cancellable = cancellable, .error = error };
  WhenceBundle *bundle = NULL;

  if (length > WHENCE_INPUT_MAX_LENGTH)
    {
      g_set_error (error, WHENCE_READER_ERROR, WHENCE_READER_ERROR_TOO_LARGE,
                   _ ("The file is larger than 1 GiB, which is as much as can be read."));
      return NULL;
    }
  load_init (&load, text, (guint32) length);
  if (flags & TEXT_IS_OURS)
    whence_reader_let_go (&load.reader);
  if (read_everything (&load, (flags & TEXT_ALLOWS_LINES) != 0))
    {
      if (watch.so_far != NULL)
        watch.so_far (load.reader.bundle, watch.user_data);
      whence_reader_resolve (&load.reader);
      whence_reader_apply_header (&load.reader);
      whence_reader_place_problems (&load.reader);
      whence_bundle_finish (load.reader.bundle);
      bundle = g_steal_pointer (&load.reader.bundle);
      if (watch.progress != NULL)
        watch.progress (1, watch.user_data);
    }
  whence_reader_clear (&load.reader);
  g_hash_table_unref (load.keys);
  return bundle;
}

WhenceBundle *
whence_reader_read_text (const char *text, gsize length, WhenceProgressFunc progress, gpointer user_data,
                         GCancellable *cancellable, GError **error)
{
  return read_syntax (text, length, TEXT_ALLOWS_LINES, (LoadWatch){ progress, NULL, user_data }, cancellable,
                      error);
}

WhenceBundle *
whence_reader_read_file (GFile *file, WhenceProgressFunc progress, gpointer user_data,
                         GCancellable *cancellable, GError **error)
{
  return whence_reader_watch_file (file, progress, NULL, user_data, cancellable, error);
}

WhenceBundle *
whence_reader_watch_file (GFile *file, WhenceProgressFunc progress, WhenceSoFarFunc so_far,
                          gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  gsize length = 0;
  TextFlags flags = TEXT_IS_OURS;
  g_autofree char *text = whence_input_file_read (file, &length, cancellable, error);

  if (text == NULL)
    return NULL;
  /* What follows the value in a file that calls itself JSON is an error, and the first line of JSON Lines. */
  if (name == NULL || !g_str_has_suffix (name, ".json"))
    flags |= TEXT_ALLOWS_LINES;
  return read_syntax (text, length, flags, (LoadWatch){ progress, so_far, user_data }, cancellable, error);
}
