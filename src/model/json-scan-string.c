/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strings: a run of plain bytes is passed at once, what is left are escapes and UTF-8, of which each
 * sequence is checked. Linear in the length. */
#include "model/json-scan-private.h"

#include <string.h>

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
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_END, scanner->length);
  if (p[1] != 'u')
    {
      if (p[1] == '\0' || strchr ("\"\\/bfnrt", p[1]) == NULL)
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_ESCAPE, *at);
      *at += 2;
      return TRUE;
    }
  if (room < 6)
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_END, scanner->length);
  unit = hex4 (p + 2);
  if (unit < 0)
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_ESCAPE, *at);
  if (unit == 0)
    *flags |= WHENCE_JSON_HAS_NUL;
  if (unit < 0xd800 || unit > 0xdfff)
    {
      *at += 6;
      return TRUE;
    }
  if (unit > 0xdbff || room < 12 || p[6] != '\\' || p[7] != 'u' || (hex4 (p + 8) & ~0x3ff) != 0xdc00)
    return whence_json_fail (scanner, WHENCE_JSON_ERROR_SURROGATE, *at);
  *at += 12;
  return TRUE;
}

gboolean
whence_json_scan_string (WhenceJsonScanner *scanner)
{
  const guint8 *text = (const guint8 *) scanner->text;
  guint32 at = scanner->at + 1, length = scanner->length;
  guint flags = 0;

  while (TRUE)
    {
      while (at < length && text[at] >= 0x20 && text[at] < 0x80 && text[at] != '"' && text[at] != '\\')
        at++;
      if (at >= length)
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_END, at);
      if (text[at] == '"')
        break;
      if (text[at] == '\\')
        {
          if (!scan_escape (scanner, &at, &flags))
            return FALSE;
        }
      else if (text[at] < 0x20)
        return whence_json_fail (scanner, WHENCE_JSON_ERROR_CONTROL, at);
      else
        {
          guint sequence = utf8_length (text + at, length - at);

          if (sequence == 0)
            return whence_json_fail (scanner, WHENCE_JSON_ERROR_UTF8, at);
          at += sequence;
        }
    }
  whence_json_push (scanner, WHENCE_JSON_STRING, at + 1, flags);
  return TRUE;
}
