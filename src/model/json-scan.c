/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner: a loop over values with the open containers on a heap stack, so that depth costs no C stack.
 */
#include "model/json-scan-private.h"

#include <string.h>

void
whence_json_scanner_init (WhenceJsonScanner *scanner, const char *text, guint32 length, guint max_depth)
{
  *scanner = (WhenceJsonScanner){
    .text = text,
    .length = length,
    .max_depth = max_depth,
    .tokens = g_array_new (FALSE, FALSE, sizeof (WhenceJsonToken)),
    .open = g_array_new (FALSE, FALSE, sizeof (guint32)),
  };
}

void
whence_json_scanner_clear (WhenceJsonScanner *scanner)
{
  g_array_unref (scanner->tokens);
  g_array_unref (scanner->open);
}

static void
skip_space (WhenceJsonScanner *scanner)
{
  const char *text = scanner->text;
  guint32 at = scanner->at;

  while (at < scanner->length
         && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
    at++;
  scanner->at = at;
}

static guint32
skip_digits (const WhenceJsonScanner *scanner, guint32 at)
{
  while (at < scanner->length && g_ascii_isdigit (scanner->text[at]))
    at++;
  return at;
}

static gboolean
scan_number (WhenceJsonScanner *scanner)
{
  const char *text = scanner->text;
  guint32 at = scanner->at, length = scanner->length, digits;

  at += text[at] == '-';
  digits = at;
  at = skip_digits (scanner, at);
  if (at == digits || (text[digits] == '0' && at - digits > 1))
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_NUMBER,
                             at == digits && at >= length ? at : scanner->at);
  if (at < length && text[at] == '.')
    {
      digits = at + 1;
      at = skip_digits (scanner, digits);
      if (at == digits)
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_NUMBER, at >= length ? at : scanner->at);
    }
  if (at < length && (text[at] == 'e' || text[at] == 'E'))
    {
      digits = at + 1;
      digits += digits < length && (text[digits] == '+' || text[digits] == '-');
      at = skip_digits (scanner, digits);
      if (at == digits)
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_NUMBER, at >= length ? at : scanner->at);
    }
  whence_json_push (scanner, WHENCE_JSON_NUMBER, at, 0);
  return TRUE;
}

static gboolean
scan_word (WhenceJsonScanner *scanner, const char *word, WhenceJsonType type)
{
  gsize length = strlen (word);

  if (scanner->length - scanner->at < length || memcmp (scanner->text + scanner->at, word, length) != 0)
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_VALUE, scanner->at);
  whence_json_push (scanner, type, scanner->at + (guint32) length, 0);
  return TRUE;
}

/* A scalar, or the opening of a container, which goes on the stack. */
static gboolean
scan_item (WhenceJsonScanner *scanner)
{
  char byte;

  skip_space (scanner);
  if (scanner->at >= scanner->length)
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_END, scanner->at);
  byte = scanner->text[scanner->at];
  if (byte == '"')
    return whence_json_scan_string (scanner);
  if (byte == '{' || byte == '[')
    {
      guint32 index = scanner->tokens->len;

      if (scanner->open->len >= scanner->max_depth)
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_DEEP, scanner->at);
      whence_json_push (scanner, byte == '{' ? WHENCE_JSON_OBJECT : WHENCE_JSON_ARRAY, scanner->at + 1, 0);
      g_array_append_val (scanner->open, index);
      return TRUE;
    }
  if (byte == '-' || g_ascii_isdigit (byte))
    return scan_number (scanner);
  if (byte == 't')
    return scan_word (scanner, "true", WHENCE_JSON_TRUE);
  if (byte == 'f')
    return scan_word (scanner, "false", WHENCE_JSON_FALSE);
  if (byte == 'n')
    return scan_word (scanner, "null", WHENCE_JSON_NULL);
  return whence_json_fail (scanner, WHENCE_JSON_ERROR_VALUE, scanner->at);
}

/* A member name and its colon. */
static gboolean
push_key (WhenceJsonScanner *scanner)
{
  skip_space (scanner);
  if (scanner->at >= scanner->length || scanner->text[scanner->at] != '"')
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_KEY, scanner->at);
  if (!whence_json_scan_string (scanner))
    return FALSE;
  if (!whence_json_scan_byte (scanner, ':'))
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_COLON, scanner->at);
  return TRUE;
}

/* Closes every container that ends here. Afterwards the scanner stands before the next item, or all is
 * closed. */
static gboolean
close_containers (WhenceJsonScanner *scanner, gboolean just_opened)
{
  while (scanner->open->len > 0)
    {
      guint32 index = g_array_index (scanner->open, guint32, scanner->open->len - 1);
      gboolean is_object = whence_json_token_at (scanner, index)->type == WHENCE_JSON_OBJECT;

      if (whence_json_scan_byte (scanner, is_object ? '}' : ']'))
        {
          whence_json_token_at (scanner, index)->end = scanner->at;
          whence_json_token_at (scanner, index)->next = scanner->tokens->len;
          if (is_object)
            whence_json_find_duplicates (scanner, index);
          g_array_set_size (scanner->open, scanner->open->len - 1);
          just_opened = FALSE;
          continue;
        }
      if (!just_opened && !whence_json_scan_byte (scanner, ','))
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_COMMA, scanner->at);
      return !is_object || push_key (scanner);
    }
  return TRUE;
}

gboolean
whence_json_scan_value (WhenceJsonScanner *scanner)
{
  g_array_set_size (scanner->tokens, 0);
  g_array_set_size (scanner->open, 0);
  scanner->n_odd = 0;
  scanner->path_child = 0;
  do
    {
      guint depth = scanner->open->len;

      if (!scan_item (scanner) || !close_containers (scanner, scanner->open->len > depth))
        return FALSE;
    }
  while (scanner->open->len > 0);
  return TRUE;
}

gboolean
whence_json_scan_key (WhenceJsonScanner *scanner)
{
  g_array_set_size (scanner->tokens, 0);
  scanner->n_odd = 0;
  return push_key (scanner);
}

gboolean
whence_json_scan_byte (WhenceJsonScanner *scanner, char byte)
{
  skip_space (scanner);
  if (scanner->at >= scanner->length || scanner->text[scanner->at] != byte)
    return FALSE;
  scanner->at++;
  return TRUE;
}

gboolean
whence_json_scan_end (WhenceJsonScanner *scanner)
{
  skip_space (scanner);
  return scanner->at == scanner->length
         || whence_json_fail (scanner, WHENCE_JSON_ERROR_TRAILING, scanner->at);
}

gboolean
whence_json_scan_text (WhenceJsonScanner *scanner)
{
  return whence_json_scan_value (scanner) && whence_json_scan_end (scanner);
}
