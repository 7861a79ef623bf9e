/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written by hand rather than with printf, since it is most of what an export does. Linear in what is
 * appended. */
#include "paint/svg-text.h"

#include <math.h>
#include <string.h>

#include "layout/large-array.h"

#define FURTHEST 1e12        /* what is written as a number, at the most */
#define LARGE (1u << 20)     /* bytes: from here on a document is given */
#define RESERVED (64u << 20) /* bytes at once: what is not touched costs nothing */
#define GROWTH 4             /* of a yet larger one */

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
  size = MAX (least, MAX (RESERVED, GROWTH * svg->allocated_len));
  grown = g_malloc (size);
  whence_large_pages_hint (grown, size);
  memcpy (grown, svg->str, svg->len + 1);
  g_free (svg->str);
  svg->str = grown;
  svg->allocated_len = size;
}

/* --- Numbers ------------------------------------------------------------------------------------- */

/* The digits of a number of at most 32 bits before @end: two at a time, for which a division each is most of
 * the work. */
static inline char *
put_digits (char *end, guint32 number)
{
  static const char pairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
    "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
    "8081828384858687888990919293949596979899";

  for (; number >= 100; number /= 100)
    memcpy (end -= 2, pairs + 2 * (number % 100), 2);
  if (number >= 10)
    return memcpy (end - 2, pairs + 2 * number, 2);
  *--end = (char) ('0' + number);
  return end;
}

static char *
put_large (char *end, gint64 number)
{
  for (; number > 0; number /= 10)
    *--end = (char) ('0' + number % 10);
  return end;
}

char *
whence_svg_put_number (char *end, double number)
{
  double size = fabs (number);
  gint64 hundredths = (gint64) ((size < FURTHEST ? size : isfinite (number) ? FURTHEST : 0) * 100 + 0.5);
  gboolean large = hundredths > G_MAXINT32;
  gint64 whole = large ? hundredths / 100 : (guint32) hundredths / 100;
  guint rest = (guint) (hundredths - whole * 100);
  char *p = end;

  if (rest > 0)
    {
      if (rest % 10 > 0)
        *--p = (char) ('0' + rest % 10);
      *--p = (char) ('0' + rest / 10);
      *--p = '.';
    }
  if (large)
    p = put_large (p, whole);
  else if (whole > 0 || rest == 0)
    p = put_digits (p, (guint32) whole);
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

/* How many bytes a character takes that begins with this one and is written as it is: of ASCII, what can be
 * seen but for " & < >; all from U+00C0 to U+07FF and from U+1000 to U+CFFF. Others are 0. */
static const guint8 plain[256] = {
  [0x20 ... 0x21] = 1, [0x23 ... 0x25] = 1, [0x27 ... 0x3B] = 1, [0x3D] = 1,
  [0x3F ... 0x7E] = 1, [0xC3 ... 0xDF] = 2, [0xE1 ... 0xEC] = 3,
};

/* Of a character of several bytes. */
static inline gboolean
is_following (guint8 byte)
{
  return (byte & 0xC0) == 0x80;
}

/* Bytes that are written as they are, and need not be looked at as characters. */
static inline gsize
count_plain (const char *text)
{
  const guint8 *byte = (const guint8 *) text;
  gsize n = 0;

  for (;;)
    {
      guint8 length;
      while ((length = plain[byte[n]]) == 1)
        n++;
      if (length == 0 || !is_following (byte[n + 1]) || (length == 3 && !is_following (byte[n + 2])))
        return n;
      n += length;
    }
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
