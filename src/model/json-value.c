/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Decoding, paths and writing of scanned JSON. Recursion is bounded by the depth that the scanner allows. */
#include "model/json-value.h"

#include <string.h>

#define MAX_COLUMNS 140

static const WhenceJsonToken *
token_at (const WhenceJsonScanner *scanner, guint32 i)
{
  return &g_array_index (scanner->tokens, WhenceJsonToken, i);
}

static gunichar
decode_unit (const char *p)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
  return unit;
}

/* The escape at @p, which the scanner has found good; returns what follows it. */
static const char *
decode_escape (const char *p, GString *out)
{
  static const char letters[] = "bfnrt", bytes[] = "\b\f\n\r\t";
  const char *letter;
  gunichar c;

  if (p[1] != 'u')
    {
      letter = strchr (letters, p[1]);
      g_string_append_c (out, letter != NULL ? bytes[letter - letters] : p[1]);
      return p + 2;
    }
  c = decode_unit (p + 2);
  p += 6;
  if (c >= 0xd800 && c <= 0xdbff)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (decode_unit (p + 2) - 0xdc00);
      p += 6;
    }
  if (c == 0)
    g_string_append_len (out, "", 1);
  else
    g_string_append_unichar (out, c);
  return p;
}

void
whence_json_decode (const char *text, const WhenceJsonToken *string, GString *out)
{
  const char *p = text + string->start + 1, *end = text + string->end - 1;

  if ((string->flags & WHENCE_JSON_ESCAPED) == 0)
    {
      g_string_append_len (out, p, end - p);
      return;
    }
  while (p < end)
    {
      const char *escape = memchr (p, '\\', end - p);

      g_string_append_len (out, p, (escape != NULL ? escape : end) - p);
      p = escape != NULL ? decode_escape (escape, out) : end;
    }
}

static gboolean
is_identifier (const char *name, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (name[i]) && name[i] != '_' && (i == 0 || !g_ascii_isdigit (name[i])))
      return FALSE;
  return length > 0;
}

void
whence_json_append_path_step (const char *name, gsize length, GString *out)
{
  if (is_identifier (name, length))
    {
      g_string_append_c (out, '.');
      g_string_append_len (out, name, length);
      return;
    }
  g_string_append (out, "['");
  for (const char *p = name; p < name + length; p++)
    {
      if ((guint8) *p < 0x20 || *p == 0x7f)
        {
          g_string_append_printf (out, "\\u%04x", (guint) *p);
          continue;
        }
      if (*p == '\'' || *p == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p);
    }
  g_string_append (out, "']");
}

/* From here on the children of a container are remembered, for one container: many problems are noted of many
 * children in order, and each would count its elder siblings again. */
#define WORTH_REMEMBERING 16

/* The child of @parent that holds @token: the value or, in an object, the key. */
static guint32
find_child (WhenceJsonScanner *scanner, guint32 parent, guint32 token, guint *nth)
{
  gboolean is_object = token_at (scanner, parent)->type == WHENCE_JSON_OBJECT;
  guint32 child = parent + 1;

  *nth = 0;
  if (scanner->path_parent == parent && scanner->path_child <= token && scanner->path_child > parent)
    {
      child = scanner->path_child;
      *nth = scanner->path_nth;
    }
  for (; token_at (scanner, child + is_object)->next <= token; (*nth)++)
    child = token_at (scanner, child + is_object)->next;
  if (*nth >= WORTH_REMEMBERING)
    {
      scanner->path_parent = parent;
      scanner->path_child = child;
      scanner->path_nth = *nth;
    }
  return child;
}

void
whence_json_append_path (WhenceJsonScanner *scanner, guint32 from, guint32 token, GString *out)
{
  guint32 at = from;

  while (at != token)
    {
      gboolean is_object = token_at (scanner, at)->type == WHENCE_JSON_OBJECT;
      guint nth;
      guint32 child = find_child (scanner, at, token, &nth);

      if (is_object)
        {
          g_autoptr (GString) name = g_string_new (NULL);

          whence_json_decode (scanner->text, token_at (scanner, child), name);
          whence_json_append_path_step (name->str, name->len, out);
        }
      else
        g_string_append_printf (out, "[%u]", nth);
      if (child == token)
        return;
      at = child + is_object;
    }
}

void
whence_json_append_compact (const char *text, gsize length, GString *out)
{
  const char *p = text, *end = text + length;

  while (p < end)
    {
      const char *start = p;

      if (*p == '"')
        {
          for (p++; *p != '"'; p++)
            if (*p == '\\')
              p++;
          p++;
        }
      else if (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
        {
          p++;
          continue;
        }
      else
        while (p < end && strchr ("\" \n\r\t", *p) == NULL)
          p++;
      g_string_append_len (out, start, p - start);
    }
}

void
whence_json_append_string (const char *text, gsize length, GString *out)
{
  static const char bytes[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
  const char *start = text, *end = text + length;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    {
      const char *known;

      if ((guint8) *p >= 0x20 && *p != '"' && *p != '\\' && *p != 0x7f)
        continue;
      g_string_append_len (out, start, p - start);
      start = p + 1;
      known = *p != '\0' ? strchr (bytes, *p) : NULL;
      if (known != NULL)
        g_string_append_printf (out, "\\%c", letters[known - bytes]);
      else
        g_string_append_printf (out, "\\u%04x", (guint) *p);
    }
  g_string_append_len (out, start, end - start);
  g_string_append_c (out, '"');
}

/* Like all of this file's text in UTF-8: columns are code points. */
static glong
width_of (const GString *text, gsize from)
{
  return g_utf8_strlen (text->str + from, text->len - from);
}

/* A list of objects, or a map of them, has a line for each, so that adding one adds a line. */
static gboolean
begins_with_container (const WhenceJsonScanner *scanner, guint32 index)
{
  const WhenceJsonToken *token = token_at (scanner, index);
  guint32 value = index + 1 + (token->type == WHENCE_JSON_OBJECT);

  return token->next > value && token_at (scanner, value)->type >= WHENCE_JSON_ARRAY;
}

/* As it was written, and what parts it from its value. */
static void
append_key (const WhenceJsonScanner *scanner, guint32 token, GString *out)
{
  const WhenceJsonToken *key = token_at (scanner, token);

  g_string_append_len (out, scanner->text + key->start, key->end - key->start);
  g_string_append (out, ": ");
}

/* On one line: { "value": 1, "currency": "USD" }, [1, 2]. FALSE, and nothing appended, when it is wider than
 * @room or holds a list of objects. */
static gboolean
append_on_one_line (const WhenceJsonScanner *scanner, guint32 index, glong room, GString *out)
{
  const WhenceJsonToken *token = token_at (scanner, index);
  gboolean is_object = token->type == WHENCE_JSON_OBJECT;
  gsize start = out->len;

  if (token->type >= WHENCE_JSON_ARRAY && begins_with_container (scanner, index))
    return FALSE;
  if (token->type < WHENCE_JSON_ARRAY)
    {
      /* Four bytes a character at most: what is longer is not even copied. */
      if ((glong) (token->end - token->start) / 4 > room)
        return FALSE;
      g_string_append_len (out, scanner->text + token->start, token->end - token->start);
      return width_of (out, start) <= room || (g_string_truncate (out, start), FALSE);
    }
  /* Room for the closing bracket. */
  room -= 2;
  g_string_append (out, is_object ? "{" : "[");
  for (guint32 child = index + 1; child < token->next; child = token_at (scanner, child)->next)
    {
      if (child != index + 1)
        g_string_append (out, ",");
      if (is_object || child != index + 1)
        g_string_append (out, " ");
      if (is_object)
        append_key (scanner, child++, out);
      if (!append_on_one_line (scanner, child, room - width_of (out, start), out))
        {
          g_string_truncate (out, start);
          return FALSE;
        }
    }
  g_string_append (out, is_object && token->next > index + 1 ? " }" : is_object ? "}" : "]");
  return TRUE;
}

static void
append_line_break (guint indent, GString *out)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
}

void
whence_json_append_pretty (const WhenceJsonScanner *scanner, guint32 index, guint indent, guint n_open,
                           GString *out)
{
  const WhenceJsonToken *token = token_at (scanner, index);
  gboolean is_object = token->type == WHENCE_JSON_OBJECT;
  const char *line = memrchr (out->str, '\n', out->len);
  glong column = width_of (out, line != NULL ? (gsize) (line + 1 - out->str) : 0);

  if (token->type < WHENCE_JSON_ARRAY || token->next == index + 1)
    {
      append_on_one_line (scanner, index, G_MAXLONG, out);
      return;
    }
  if (n_open == 0 && append_on_one_line (scanner, index, MAX_COLUMNS - column - 1, out))
    return;
  g_string_append_c (out, is_object ? '{' : '[');
  for (guint32 child = index + 1; child < token->next; child = token_at (scanner, child)->next)
    {
      if (child != index + 1)
        g_string_append_c (out, ',');
      append_line_break (indent + 1, out);
      if (is_object)
        append_key (scanner, child++, out);
      whence_json_append_pretty (scanner, child, indent + 1, n_open > 0 ? n_open - 1 : 0, out);
    }
  append_line_break (indent, out);
  g_string_append_c (out, is_object ? '}' : ']');
}
