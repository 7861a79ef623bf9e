/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scanner: a loop over values with the open containers on a heap stack, so that depth costs no C stack.
 * Strings run through a table of byte classes; keys of an object are compared when it closes (pairwise while
 * few, else by hash), so a duplicate costs nothing to find in an ordinary record. */
#include "model/json-scan.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/json-value.h"

/* Objects with more members than this are checked by a hash table. */
#define PAIRWISE_KEYS 24

static const char *const error_messages[WHENCE_JSON_N_ERRORS] = {
  [WHENCE_JSON_OK] = "",
  [WHENCE_JSON_ERROR_END] = N_ ("The file ends in the middle of a JSON value; it may have been cut off."),
  [WHENCE_JSON_ERROR_VALUE] = N_ ("A JSON value is expected here."),
  [WHENCE_JSON_ERROR_COMMA] = N_ ("A comma or a closing bracket is expected here."),
  [WHENCE_JSON_ERROR_KEY] = N_ ("A member name in double quotes is expected here."),
  [WHENCE_JSON_ERROR_COLON] = N_ ("A colon is expected after the member name."),
  [WHENCE_JSON_ERROR_NUMBER] = N_ ("This is not a number as JSON writes it."),
  [WHENCE_JSON_ERROR_ESCAPE] = N_ ("JSON knows no such escape after a backslash."),
  [WHENCE_JSON_ERROR_CONTROL] = N_ ("A string holds a control character; in JSON it must be escaped."),
  [WHENCE_JSON_ERROR_UTF8] = N_ ("The text is not UTF-8 here. Save the file with the encoding UTF-8."),
  [WHENCE_JSON_ERROR_SURROGATE] = N_ ("Half of a surrogate pair stands alone; it is no character."),
  [WHENCE_JSON_ERROR_DEEP] = N_ ("Values are nested too deeply."),
  [WHENCE_JSON_ERROR_TRAILING] = N_ ("Something follows the end of the JSON value."),
};

const char *
whence_json_error_message (WhenceJsonError error)
{
  return error == WHENCE_JSON_OK ? "" : _ (error_messages[error]);
}

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

static WhenceJsonToken *
token_at (const WhenceJsonScanner *scanner, guint32 i)
{
  return &g_array_index (scanner->tokens, WhenceJsonToken, i);
}

static gboolean
fail (WhenceJsonScanner *scanner, WhenceJsonError error, guint32 at)
{
  /* Whatever is missing at the end of the text is missing because the text ends. */
  scanner->error = at >= scanner->length && error != WHENCE_JSON_ERROR_DEEP ? WHENCE_JSON_ERROR_END : error;
  scanner->error_at = MIN (at, scanner->length);
  return FALSE;
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

static WhenceJsonToken *
push (WhenceJsonScanner *scanner, WhenceJsonType type, guint32 end, guint flags)
{
  WhenceJsonToken token = { scanner->at, end, scanner->tokens->len + 1, type, flags };

  g_array_append_val (scanner->tokens, token);
  scanner->n_odd += (flags & WHENCE_JSON_HAS_NUL) != 0;
  scanner->at = end;
  return token_at (scanner, scanner->tokens->len - 1);
}

/* Length of the UTF-8 sequence at @p, 0 if it is none (RFC 3629: shortest form, no surrogates, up to
 * U+10FFFF). */
static guint
utf8_length (const guint8 *p, gsize room)
{
  guint8 low = 0x80, high = 0xbf;
  guint length = *p < 0xc2 ? 0 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : *p < 0xf5 ? 4 : 0;

  if (length == 0 || length > room)
    return 0;
  if (*p == 0xe0)
    low = 0xa0;
  else if (*p == 0xed)
    high = 0x9f;
  else if (*p == 0xf0)
    low = 0x90;
  else if (*p == 0xf4)
    high = 0x8f;
  if (p[1] < low || p[1] > high)
    return 0;
  for (guint i = 2; i < length; i++)
    if ((p[i] & 0xc0) != 0x80)
      return 0;
  return length;
}

static int
hex4 (const char *p)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* The escape at *@at, which is a backslash; moves behind it. */
static gboolean
scan_escape (WhenceJsonScanner *scanner, guint32 *at, guint *flags)
{
  const char *p = scanner->text + *at;
  guint32 room = scanner->length - *at;
  int unit;

  *flags |= WHENCE_JSON_ESCAPED;
  if (room < 2)
    return fail (scanner, WHENCE_JSON_ERROR_END, scanner->length);
  if (p[1] != 'u')
    {
      if (p[1] == '\0' || strchr ("\"\\/bfnrt", p[1]) == NULL)
        return fail (scanner, WHENCE_JSON_ERROR_ESCAPE, *at);
      *at += 2;
      return TRUE;
    }
  if (room < 6)
    return fail (scanner, WHENCE_JSON_ERROR_END, scanner->length);
  unit = hex4 (p + 2);
  if (unit < 0)
    return fail (scanner, WHENCE_JSON_ERROR_ESCAPE, *at);
  if (unit == 0)
    *flags |= WHENCE_JSON_HAS_NUL;
  if (unit < 0xd800 || unit > 0xdfff)
    {
      *at += 6;
      return TRUE;
    }
  if (unit > 0xdbff || room < 12 || p[6] != '\\' || p[7] != 'u' || (hex4 (p + 8) & ~0x3ff) != 0xdc00)
    return fail (scanner, WHENCE_JSON_ERROR_SURROGATE, *at);
  *at += 12;
  return TRUE;
}

static gboolean
scan_string (WhenceJsonScanner *scanner)
{
  const guint8 *text = (const guint8 *) scanner->text;
  guint32 at = scanner->at + 1, length = scanner->length;
  guint flags = 0;

  while (TRUE)
    {
      while (at < length && text[at] >= 0x20 && text[at] < 0x80 && text[at] != '"' && text[at] != '\\')
        at++;
      if (at >= length)
        return fail (scanner, WHENCE_JSON_ERROR_END, at);
      if (text[at] == '"')
        break;
      if (text[at] == '\\')
        {
          if (!scan_escape (scanner, &at, &flags))
            return FALSE;
        }
      else if (text[at] < 0x20)
        return fail (scanner, WHENCE_JSON_ERROR_CONTROL, at);
      else
        {
          guint sequence = utf8_length (text + at, length - at);

          if (sequence == 0)
            return fail (scanner, WHENCE_JSON_ERROR_UTF8, at);
          at += sequence;
        }
    }
  push (scanner, WHENCE_JSON_STRING, at + 1, flags);
  return TRUE;
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
    return fail (scanner, WHENCE_JSON_ERROR_NUMBER, at == digits && at >= length ? at : scanner->at);
  if (at < length && text[at] == '.')
    {
      digits = at + 1;
      at = skip_digits (scanner, digits);
      if (at == digits)
        return fail (scanner, WHENCE_JSON_ERROR_NUMBER, at >= length ? at : scanner->at);
    }
  if (at < length && (text[at] == 'e' || text[at] == 'E'))
    {
      digits = at + 1;
      digits += digits < length && (text[digits] == '+' || text[digits] == '-');
      at = skip_digits (scanner, digits);
      if (at == digits)
        return fail (scanner, WHENCE_JSON_ERROR_NUMBER, at >= length ? at : scanner->at);
    }
  push (scanner, WHENCE_JSON_NUMBER, at, 0);
  return TRUE;
}

static gboolean
scan_word (WhenceJsonScanner *scanner, const char *word, WhenceJsonType type)
{
  gsize length = strlen (word);

  if (scanner->length - scanner->at < length || memcmp (scanner->text + scanner->at, word, length) != 0)
    return fail (scanner, WHENCE_JSON_ERROR_VALUE, scanner->at);
  push (scanner, type, scanner->at + (guint32) length, 0);
  return TRUE;
}

/* A scalar, or the opening of a container, which goes on the stack. */
static gboolean
scan_item (WhenceJsonScanner *scanner)
{
  char byte;

  skip_space (scanner);
  if (scanner->at >= scanner->length)
    return fail (scanner, WHENCE_JSON_ERROR_END, scanner->at);
  byte = scanner->text[scanner->at];
  if (byte == '"')
    return scan_string (scanner);
  if (byte == '{' || byte == '[')
    {
      guint32 index = scanner->tokens->len;

      if (scanner->open->len >= scanner->max_depth)
        return fail (scanner, WHENCE_JSON_ERROR_DEEP, scanner->at);
      push (scanner, byte == '{' ? WHENCE_JSON_OBJECT : WHENCE_JSON_ARRAY, scanner->at + 1, 0);
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
  return fail (scanner, WHENCE_JSON_ERROR_VALUE, scanner->at);
}

/* A member name and its colon. */
static gboolean
push_key (WhenceJsonScanner *scanner)
{
  skip_space (scanner);
  if (scanner->at >= scanner->length || scanner->text[scanner->at] != '"')
    return fail (scanner, WHENCE_JSON_ERROR_KEY, scanner->at);
  if (!scan_string (scanner))
    return FALSE;
  if (!whence_json_scan_byte (scanner, ':'))
    return fail (scanner, WHENCE_JSON_ERROR_COLON, scanner->at);
  return TRUE;
}

static void
flag_duplicate (WhenceJsonScanner *scanner, guint32 key)
{
  token_at (scanner, key)->flags |= WHENCE_JSON_DUPLICATE;
  scanner->n_odd++;
}

static void
find_duplicates_by_hash (WhenceJsonScanner *scanner, guint32 first, guint32 end)
{
  g_autoptr (GHashTable) keys =
    g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  for (guint32 key = first; key < end; key = token_at (scanner, key + 1)->next)
    {
      g_autoptr (GString) name = g_string_new (NULL);

      whence_json_decode (scanner->text, token_at (scanner, key), name);
      if (!g_hash_table_add (keys, g_bytes_new (name->str, name->len)))
        flag_duplicate (scanner, key);
    }
}

static gboolean
keys_are_equal (const WhenceJsonScanner *scanner, guint32 i, guint32 j)
{
  const WhenceJsonToken *a = token_at (scanner, i), *b = token_at (scanner, j);
  g_autoptr (GString) first = NULL, second = NULL;

  if (((a->flags | b->flags) & WHENCE_JSON_ESCAPED) == 0)
    return a->end - a->start == b->end - b->start
           && memcmp (scanner->text + a->start, scanner->text + b->start, a->end - a->start) == 0;
  first = g_string_new (NULL);
  second = g_string_new (NULL);
  whence_json_decode (scanner->text, a, first);
  whence_json_decode (scanner->text, b, second);
  return g_string_equal (first, second);
}

static void
find_duplicates (WhenceJsonScanner *scanner, guint32 object)
{
  guint32 end = scanner->tokens->len, keys[PAIRWISE_KEYS];
  guint n_keys = 0;

  for (guint32 key = object + 1; key < end; key = token_at (scanner, key + 1)->next)
    {
      if (n_keys == PAIRWISE_KEYS)
        {
          find_duplicates_by_hash (scanner, object + 1, end);
          return;
        }
      keys[n_keys++] = key;
    }
  for (guint i = 1; i < n_keys; i++)
    for (guint j = 0; j < i; j++)
      if (keys_are_equal (scanner, keys[i], keys[j]))
        {
          flag_duplicate (scanner, keys[i]);
          break;
        }
}

/* Closes every container that ends here. Afterwards the scanner stands before the next item, or all is
 * closed. */
static gboolean
close_containers (WhenceJsonScanner *scanner, gboolean just_opened)
{
  while (scanner->open->len > 0)
    {
      guint32 index = g_array_index (scanner->open, guint32, scanner->open->len - 1);
      gboolean is_object = token_at (scanner, index)->type == WHENCE_JSON_OBJECT;

      if (whence_json_scan_byte (scanner, is_object ? '}' : ']'))
        {
          token_at (scanner, index)->end = scanner->at;
          token_at (scanner, index)->next = scanner->tokens->len;
          if (is_object)
            find_duplicates (scanner, index);
          g_array_set_size (scanner->open, scanner->open->len - 1);
          just_opened = FALSE;
          continue;
        }
      if (!just_opened && !whence_json_scan_byte (scanner, ','))
        return fail (scanner, WHENCE_JSON_ERROR_COMMA, scanner->at);
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
  return scanner->at == scanner->length || fail (scanner, WHENCE_JSON_ERROR_TRAILING, scanner->at);
}

gboolean
whence_json_scan_text (WhenceJsonScanner *scanner)
{
  return whence_json_scan_value (scanner) && whence_json_scan_end (scanner);
}

void
whence_json_place_advance (WhenceJsonPlace *place, const char *text, guint32 to)
{
  const char *p, *target, *newline;

  if (to == place->at)
    return;
  p = text + place->at;
  target = text + to;
  while ((newline = memchr (p, '\n', target - p)) != NULL)
    {
      p = newline + 1;
      place->line++;
      place->column = 1;
    }
  for (; p < target; p++)
    place->column += ((guint8) *p & 0xc0) != 0x80;
  place->at = to;
}
