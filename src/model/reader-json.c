/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bundle as one JSON value: pulls the header members and, one at a time, the records through the scanner.
 * Linear in the text. */
#include "model/reader-load.h"

#include <string.h>

#include <glib/gi18n-lib.h>

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
      if (!whence_load_check_in (load))
        return FALSE;
      if (!whence_json_scan_value (scanner))
        return whence_load_refuse_scan (load);
      whence_reader_read_record (reader, kind, 0, nth++);
    }
  while (whence_json_scan_byte (scanner, ','));
  scanner->max_depth = WHENCE_READER_MAX_DEPTH - 1;
  return whence_json_scan_byte (scanner, ']')
         || whence_load_refuse_syntax (load, WHENCE_JSON_ERROR_COMMA, scanner->at);
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
    return whence_load_refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, token->start,
                               _ ("The member “whence” is not the number of a format version."));
  if (whence_decimal_compare (decimal, (WhenceDecimal){ 1, 0 }) != 0)
    {
      /* Translators: %s is a number */
      g_autofree char *message =
        g_strdup_printf (_ ("This is a fact bundle of version %s; only version 1 can be read."), version);

      return whence_load_refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, token->start, message);
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
    return whence_load_refuse_scan (load);
  if (!is_duplicate && g_str_equal (key, "whence") && !check_version (load))
    return FALSE;
  add_header_member (load, key, key_json, whence_reader_token (reader, 0)->start, compact_value (reader), 0);
  return TRUE;
}

gboolean
whence_load_read_json (Load *load)
{
  WhenceJsonScanner *scanner = &load->reader.scanner;
  guint32 at = load->reader.start;

  if (!whence_json_scan_byte (scanner, '{'))
    {
      if (!whence_json_scan_text (scanner))
        return whence_load_refuse_scan (load);
      return whence_load_refuse (load, WHENCE_READER_ERROR_NOT_A_BUNDLE, at,
                                 _ ("This is JSON, but no fact bundle: it is no object."));
    }
  scanner->max_depth = WHENCE_READER_MAX_DEPTH - 1;
  if (!whence_json_scan_byte (scanner, '}'))
    {
      do
        if (!whence_json_scan_key (scanner))
          return whence_load_refuse_scan (load);
        else if (!read_header_member (load))
          return FALSE;
      while (whence_json_scan_byte (scanner, ','));
      if (!whence_json_scan_byte (scanner, '}'))
        return whence_load_refuse_syntax (load, WHENCE_JSON_ERROR_COMMA, scanner->at);
    }
  return TRUE;
}
