/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * JSON Lines: a record a line, in any order; what else stands in a line is kept around it. Linear in the
 * text. */
#include "model/reader-load.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* The value in the line's object that is a record, or 0. */
static guint32
find_record (Reader *reader, WhenceRecordKind *kind)
{
  guint32 end = whence_reader_token (reader, 0)->next;

  if (whence_reader_token (reader, 0)->type != WHENCE_JSON_OBJECT)
    return 0;
  for (guint32 key = 1; key < end; key = whence_reader_token (reader, key + 1)->next)
    for (*kind = WHENCE_RECORD_SOURCE; *kind <= WHENCE_RECORD_FACT; (*kind)++)
      if (g_str_equal (whence_reader_decode (reader, key), whence_record_names[*kind]))
        return key + 1;
  return 0;
}

static void
read_stray_line (Reader *reader)
{
  Stray stray = { WHENCE_RECORD_HEADER, whence_reader_compact (reader, 0) };

  reader->kind = WHENCE_RECORD_HEADER;
  reader->root = 0;
  reader->path = "$";
  reader->index = WHENCE_NONE;
  whence_reader_note (
    reader, WHENCE_PROBLEM_WRONG_TYPE, 0,
    g_strdup (
      _ ("A line holds {\"source\": …}, {\"entity\": …} or {\"fact\": …}; this one is kept as it is.")));
  whence_reader_add_stray (reader->bundle, stray);
}

/* Keeps what else the line holds, and notes what is wrong with it. */
static void
wrap_record (Reader *reader, guint32 value, guint n_strays)
{
  WhenceBundle *bundle = reader->bundle;
  WhenceJsonToken line = *whence_reader_token (reader, 0), record = *whence_reader_token (reader, value);
  gboolean is_stray = bundle->strays.n > n_strays;
  Wrap wrap = {
    .kind = is_stray ? RUN_STRAYS : (guint32) reader->kind,
    .index = is_stray ? n_strays : reader->index,
    .before = whence_reader_compact_span (reader, line.start, record.start),
    .after = whence_reader_compact_span (reader, record.end, line.end),
  };

  g_array_append_val (bundle->wraps, wrap);
  reader->root = 0;
  reader->path = "$";
  for (guint32 i = 1; i < line.next && reader->scanner.n_odd > 0; i++)
    {
      if (i == value)
        i = record.next;
      if (i < line.next && whence_reader_token (reader, i)->flags != 0)
        whence_reader_note_odd_token (reader, i);
    }
}

static void
read_line (Load *load)
{
  Reader *reader = &load->reader;
  guint n_strays = reader->bundle->strays.n;
  WhenceRecordKind kind;
  guint32 value = find_record (reader, &kind);

  if (value == 0)
    {
      read_stray_line (reader);
      return;
    }
  whence_reader_read_record (reader, kind, value, 0);
  if (value != 2 || whence_reader_token (reader, value)->next != whence_reader_token (reader, 0)->next)
    wrap_record (reader, value, n_strays);
}

gboolean
whence_load_read_lines (Load *load)
{
  WhenceJsonScanner *scanner = &load->reader.scanner;

  load->reader.lines = TRUE;
  while (!whence_json_scan_end (scanner))
    {
      const char *end = memchr (scanner->text + scanner->at, '\n', load->length - scanner->at);

      if (!whence_load_check_in (load))
        return FALSE;
      scanner->length = end != NULL ? (guint32) (end - scanner->text) : load->length;
      if (!whence_json_scan_text (scanner))
        return whence_load_refuse_scan (load);
      scanner->length = load->length;
      read_line (load);
    }
  return TRUE;
}
