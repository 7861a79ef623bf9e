/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a whole text: pulls the header members and, one at a time, the records through the scanner, so that
 * nothing but the packed bundle grows. A record is understood where its text stands; what refers forward is
 * settled at the end. Linear in the text. */
#include "model/reader-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/input-file.h"

/* How often, in bytes, to look whether somebody has cancelled. */
#define CHECK_INTERVAL 65536

G_DEFINE_QUARK (whence - reader - error - quark, whence_reader_error)

/* Who hears of the reading. */
typedef struct
{
  WhenceProgressFunc progress; /* or NULL */
  WhenceSoFarFunc so_far;      /* or NULL */
  gpointer user_data;
} Watch;

typedef struct
{
  Reader reader;
  GHashTable *keys; /* of the header */
  guint32 length;
  guint32 checked_at;
  int percent;
  Watch watch;
  GCancellable *cancellable;
  GError **error;
} Load;

char *
whence_reader_record_path (const Reader *reader, WhenceRecordKind kind, guint32 nth)
{
  if (reader->lines)
    return g_strdup_printf ("$.%s", whence_record_names[kind]);
  return g_strdup_printf ("$.%s[%u]", whence_array_names[kind], nth);
}

/* --- Refusals --------------------------------------------------------------------------------------- */

static gboolean
refuse (Load *load, WhenceReaderError code, guint32 at, const char *message)
{
  WhenceJsonPlace place = { load->reader.start, 1, 1 };

  whence_reader_go_to (&load->reader, &place, MAX (at, load->reader.start));
  g_set_error (load->error, WHENCE_READER_ERROR, code, "%u:%u: %s", place.line, place.column, message);
  return FALSE;
}

static gboolean
refuse_syntax (Load *load, WhenceJsonError error, guint32 at)
{
  const WhenceJsonScanner *scanner = &load->reader.scanner;

  if (error == WHENCE_JSON_ERROR_DEEP)
    return refuse (load, WHENCE_READER_ERROR_TOO_DEEP, at, whence_json_error_message (error));
  if (at >= scanner->length && scanner->length < load->length)
    return refuse (
      load, WHENCE_READER_ERROR_NOT_JSON, at,
      _ ("The line ends in the middle of a JSON value; in JSON Lines each record has a line to itself."));
  if (at >= scanner->length)
    error = WHENCE_JSON_ERROR_END;
  return refuse (load, WHENCE_READER_ERROR_NOT_JSON, at, whence_json_error_message (error));
}

static gboolean
refuse_scan (Load *load)
{
  return refuse_syntax (load, load->reader.scanner.error, load->reader.scanner.error_at);
}

/* Passes on progress, looks for a cancel and lets go of the text, all now and then. */
static gboolean
check_in (Load *load)
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

/* --- JSON ------------------------------------------------------------------------------------------- */

static gboolean
read_array (Load *load, WhenceRecordKind kind)
{
  Reader *reader = &load->reader;
  WhenceJsonScanner *scanner = &reader->scanner;
  guint32 nth = 0;

  if (whence_json_scan_byte (scanner, ']'))
    return TRUE;
  scanner->max_depth = WHENCE_READER_MAX_DEPTH - 2;
  do
    {
      if (!check_in (load))
        return FALSE;
      if (!whence_json_scan_value (scanner))
        return refuse_scan (load);
      whence_reader_read_record (reader, kind, 0, nth++);
    }
  while (whence_json_scan_byte (scanner, ','));
  scanner->max_depth = WHENCE_READER_MAX_DEPTH - 1;
  return whence_json_scan_byte (scanner, ']') || refuse_syntax (load, WHENCE_JSON_ERROR_COMMA, scanner->at);
}

static void
add_header_member (Load *load, const char *key, const char *key_json, guint32 at, char *value,
                   WhenceRecordKind array)
{
  HeaderMember *member = whence_header_member_new (key, key_json, value, array);

  member->is_duplicate = !g_hash_table_add (load->keys, g_strdup (key));
  g_ptr_array_add (load->reader.bundle->header, member);
  g_array_append_val (load->reader.header_at, at);
  whence_reader_pin (&load->reader, at, load->reader.scanner.at);
}

static void
note_duplicate_member (Load *load, const char *key, guint32 key_at)
{
  Reader *reader = &load->reader;
  GString *path = g_string_new ("$");

  whence_json_append_path_step (key, strlen (key), path);
  reader->kind = WHENCE_RECORD_HEADER;
  reader->index = WHENCE_NONE;
  whence_reader_note_at (reader, WHENCE_PROBLEM_DUPLICATE_KEY, key_at, g_string_free (path, FALSE),
                         g_strdup (_ ("This member is there twice; the first one is used.")));
}

static gboolean
check_version (Load *load)
{
  const WhenceJsonToken *token = whence_reader_token (&load->reader, 0);
  const char *text = load->reader.scanner.text + token->start;
  g_autofree char *version = g_strndup (text, token->end - token->start);
  WhenceDecimal decimal;

  if (token->type != WHENCE_JSON_NUMBER || !whence_decimal_parse (version, strlen (version), &decimal))
    return refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, token->start,
                   _ ("The member “whence” is not the number of a format version."));
  if (whence_decimal_compare (decimal, (WhenceDecimal){ 1, 0 }) != 0)
    {
      /* Translators: %s is a number */
      g_autofree char *message =
        g_strdup_printf (_ ("This is a fact bundle of version %s; only version 1 can be read."), version);

      return refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, token->start, message);
    }
  return TRUE;
}

static char *
compact_value (const Reader *reader)
{
  const WhenceJsonToken *token = whence_reader_token (reader, 0);
  GString *compact = g_string_sized_new (token->end - token->start);

  whence_json_append_compact (reader->scanner.text + token->start, token->end - token->start, compact);
  return g_string_free (compact, FALSE);
}

/* A member of the header, whose key the scanner has just passed. */
static gboolean
read_header_member (Load *load)
{
  Reader *reader = &load->reader;
  WhenceJsonScanner *scanner = &reader->scanner;
  WhenceJsonToken token = *whence_reader_token (reader, 0);
  g_autofree char *key = g_strdup (whence_reader_decode (reader, 0));
  g_autofree char *key_json = g_strndup (scanner->text + token.start, token.end - token.start);
  gboolean is_duplicate = g_hash_table_contains (load->keys, key);
  WhenceRecordKind array = whence_array_named (key);

  if (token.flags & WHENCE_JSON_HAS_NUL)
    {
      reader->kind = WHENCE_RECORD_HEADER;
      reader->index = WHENCE_NONE;
      whence_reader_note_at (reader, WHENCE_PROBLEM_NUL, token.start, g_strdup ("$"),
                             g_strdup (_ ("A text holds the character U+0000; it is passed over.")));
    }
  else if (is_duplicate)
    note_duplicate_member (load, key, token.start);
  else if (array != WHENCE_RECORD_HEADER && whence_json_scan_byte (scanner, '['))
    {
      add_header_member (load, key, key_json, scanner->at, NULL, array);
      return read_array (load, array);
    }
  if (!whence_json_scan_value (scanner))
    return refuse_scan (load);
  if (!is_duplicate && g_str_equal (key, "whence") && !check_version (load))
    return FALSE;
  add_header_member (load, key, key_json, whence_reader_token (reader, 0)->start, compact_value (reader), 0);
  return TRUE;
}

static gboolean
read_header (Load *load)
{
  WhenceJsonScanner *scanner = &load->reader.scanner;
  guint32 at = load->reader.start;

  if (!whence_json_scan_byte (scanner, '{'))
    {
      if (!whence_json_scan_text (scanner))
        return refuse_scan (load);
      return refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, at,
                     _ ("This is JSON, but no fact bundle: it is no object."));
    }
  scanner->max_depth = WHENCE_READER_MAX_DEPTH - 1;
  if (!whence_json_scan_byte (scanner, '}'))
    {
      do
        if (!whence_json_scan_key (scanner))
          return refuse_scan (load);
        else if (!read_header_member (load))
          return FALSE;
      while (whence_json_scan_byte (scanner, ','));
      if (!whence_json_scan_byte (scanner, '}'))
        return refuse_syntax (load, WHENCE_JSON_ERROR_COMMA, scanner->at);
    }
  return TRUE;
}

/* --- JSON Lines ------------------------------------------------------------------------------------- */

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

static gboolean
read_lines (Load *load)
{
  WhenceJsonScanner *scanner = &load->reader.scanner;

  load->reader.lines = TRUE;
  while (!whence_json_scan_end (scanner))
    {
      const char *end = memchr (scanner->text + scanner->at, '\n', load->length - scanner->at);

      if (!check_in (load))
        return FALSE;
      scanner->length = end != NULL ? (guint32) (end - scanner->text) : load->length;
      if (!whence_json_scan_text (scanner))
        return refuse_scan (load);
      scanner->length = load->length;
      read_line (load);
    }
  return TRUE;
}

/* --- The whole -------------------------------------------------------------------------------------- */

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

  if (!read_header (load))
    return FALSE;
  if (!g_hash_table_contains (load->keys, "whence"))
    return refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, load->reader.start,
                   _ ("This is JSON, but no fact bundle: the member “whence” is missing."));
  header_end = scanner->at;
  if (whence_json_scan_end (scanner))
    return TRUE;
  if (!allow_lines || !has_line_break (scanner->text, header_end, scanner->at))
    return refuse_scan (load);
  return read_lines (load);
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
read_syntax (const char *text, gsize length, TextFlags flags, Watch watch, GCancellable *cancellable,
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
  return read_syntax (text, length, TEXT_ALLOWS_LINES, (Watch){ progress, NULL, user_data }, cancellable,
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
  return read_syntax (text, length, flags, (Watch){ progress, so_far, user_data }, cancellable, error);
}
