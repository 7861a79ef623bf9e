/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written by hand rather than with printf, since it is most of what an export does. Linear in what is
 * appended. */
#include "paint/svg-text.h"

#include <math.h>
#include <string.h>

#include "layout/large-array.h"

#define FURTHEST 1e12    /* what is written as a number, at the most */
#define LARGE (1u << 20) /* bytes: from here on a document grows to the eightfold */

void
whence_svg_grow (GString *svg, gsize length)
{
  gsize least = svg->len + length + 1, size = MAX (least, 2 * svg->allocated_len);
  char *grown;

  if (size < LARGE)
    {
      svg->str = g_realloc (svg->str, size);
      svg->allocated_len = size;
      return;
    }
  size = MAX (least, 8 * svg->allocated_len);
  grown = whence_large_array_new (char, size);
  memcpy (grown, svg->str, svg->len + 1);
  g_free (svg->str);
  svg->str = grown;
  svg->allocated_len = size;
}

/* --- Numbers ------------------------------------------------------------------------------------- */

/* The digits of @number before @end. */
static inline char *
put_digits (char *end, guint64 number)
{
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) > 0);
  return end;
}

char *
whence_svg_put_number (char *end, double number)
{
  double size = isfinite (number) ? MIN (fabs (number), FURTHEST) : 0;
  guint64 hundredths = (guint64) (size * 100 + 0.5);
  /* Most are small, and small ones are divided faster. */
  guint64 whole = hundredths <= G_MAXUINT32 ? (guint32) hundredths / 100 : hundredths / 100;
  guint rest = (guint) (hundredths - whole * 100);
  char *p = end;

  if (rest % 10 > 0)
    *--p = (char) ('0' + rest % 10);
  if (rest > 0)
    {
      *--p = (char) ('0' + rest / 10);
      *--p = '.';
    }
  if (whole > G_MAXUINT32)
    p = put_digits (p, whole);
  else if (whole > 0 || rest == 0)
    for (guint32 left = (guint32) whole;;)
      {
        *--p = (char) ('0' + left % 10);
        if ((left /= 10) == 0)
          break;
      }
  if (number < 0 && hundredths > 0)
    *--p = '-';
  return p;
}

void
whence_svg_append_number (GString *svg, double number)
{
  char digits[WHENCE_SVG_LONGEST_NUMBER], *end = digits + sizeof digits;
  char *start = whence_svg_put_number (end, number);

  whence_svg_append (svg, start, (gsize) (end - start));
}

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F) || c == 0x85
         || (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

/* Of a character of several bytes. */
static inline gboolean
is_following (guint8 byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Of ASCII, what can be seen but for " & < >: a bit each. */
static const guint32 plain[] = { 0, 0xAFFFFFBBu, 0xFFFFFFFFu, 0x7FFFFFFFu, 0, 0, 0, 0 };

/* Bytes that are written as they are, and need not be looked at as characters: such, and all from U+00C0 to
 * U+07FF and from U+1000 to U+CFFF. */
static inline gsize
count_plain (const char *text)
{
  const guint8 *byte = (const guint8 *) text;
  gsize n = 0;

  for (;;)
    if ((plain[byte[n] / 32] >> byte[n] % 32 & 1) != 0)
      n++;
    else if (byte[n] >= 0xC3 && byte[n] <= 0xDF && is_following (byte[n + 1]))
      n += 2;
    else if (byte[n] >= 0xE1 && byte[n] <= 0xEC && is_following (byte[n + 1]) && is_following (byte[n + 2]))
      n += 3;
    else
      return n;
}

/* Returns what comes after it. */
static const char *
append_character (GString *svg, const char *p)
{
  gunichar c = g_utf8_get_char_validated (p, -1);
  const char *next;

  if (c == (gunichar) -1 || c == (gunichar) -2)
    return p + 1;
  next = g_utf8_next_char (p);
  if (c == '&')
    g_string_append (svg, "&amp;");
  else if (c == '<')
    g_string_append (svg, "&lt;");
  else if (c == '>')
    g_string_append (svg, "&gt;");
  else if (c == '"')
    g_string_append (svg, "&quot;");
  else if (is_xml_char (c))
    g_string_append_len (svg, p, next - p);
  return next;
}

void
whence_svg_append_escaped (GString *svg, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gsize n = count_plain (p);

      whence_svg_append (svg, p, n);
      p += n;
      if (*p != '\0')
        p = append_character (svg, p);
    }
}

void
whence_svg_append_id (GString *svg, const char *prefix, const char *id)
{
  whence_svg_append_text (svg, prefix != NULL ? prefix : "id");
  whence_svg_append (svg, "-", 1);
  for (const char *p = id; *p != '\0';)
    {
      gsize n = 0;
      while (g_ascii_isalnum (p[n]) || p[n] == '-' || p[n] == '.')
        n++;
      whence_svg_append (svg, p, n);
      p += n;
      if (*p != '\0')
        g_string_append_printf (svg, "_%02X", (guint8) *p++);
    }
}

static guint
byte_of (double channel)
{
  return (guint) (CLAMP (channel, 0, 1) * 255 + 0.5);
}

void
whence_svg_append_color (GString *svg, const char *name, WhenceColor color)
{
  static const char hexadecimal[] = "0123456789abcdef";
  guint r = byte_of (color.r), g = byte_of (color.g), b = byte_of (color.b);
  const char value[] = { '#',
                         hexadecimal[r >> 4],
                         hexadecimal[r & 15],
                         hexadecimal[g >> 4],
                         hexadecimal[g & 15],
                         hexadecimal[b >> 4],
                         hexadecimal[b & 15],
                         '"' };

  gsize length = strlen (name);

  whence_svg_append (svg, " ", 1);
  whence_svg_append (svg, name, length);
  whence_svg_append (svg, "=\"", 2);
  whence_svg_append (svg, value, sizeof value);
  if (color.a >= 1)
    return;
  whence_svg_append (svg, " ", 1);
  whence_svg_append (svg, name, length);
  whence_svg_append (svg, "-opacity=\"", 10);
  whence_svg_append_number (svg, color.a);
  whence_svg_append (svg, "\"", 1);
}
