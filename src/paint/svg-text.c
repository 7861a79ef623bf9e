/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written by hand rather than with printf, since it is most of what an export does. Linear in what is
 * appended. */
#include "paint/svg-text.h"

#include <math.h>
#include <string.h>

char *
whence_svg_put_number (char *end, double number)
{
  gint64 hundredths = isfinite (number) ? (gint64) (fabs (CLAMP (number, -1e12, 1e12)) * 100 + 0.5) : 0;
  gint64 whole = hundredths / 100;
  guint rest = (guint) (hundredths - whole * 100);
  char *p = end;

  if (rest % 10 > 0)
    *--p = (char) ('0' + rest % 10);
  if (rest > 0)
    {
      *--p = (char) ('0' + rest / 10);
      *--p = '.';
    }
  else if (whole == 0)
    *--p = '0';
  for (; whole > 0; whole /= 10)
    *--p = (char) ('0' + whole % 10);
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

/* Bytes that are written as they are, and need not be looked at as characters. */
static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while (text[n] >= 0x20 && text[n] < 0x7F && text[n] != '&' && text[n] != '<' && text[n] != '>'
         && text[n] != '"')
    n++;
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
  prefix = prefix != NULL ? prefix : "id";
  whence_svg_append (svg, prefix, strlen (prefix));
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
