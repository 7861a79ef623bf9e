/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Written by hand rather than with printf, since it is most of what an export does. Linear in what is
 * appended. */
#include "paint/svg-text.h"

#include <math.h>
#include <string.h>

void
whence_svg_append_number (GString *svg, double number)
{
  char digits[32];
  guint n = 0;
  gint64 hundredths = isfinite (number) ? (gint64) floor (fabs (CLAMP (number, -1e12, 1e12)) * 100 + 0.5) : 0;

  if (number < 0 && hundredths > 0)
    g_string_append_c (svg, '-');
  gint64 whole = hundredths / 100, rest = hundredths % 100;
  for (gint64 left = whole; left > 0; left /= 10)
    digits[n++] = (char) ('0' + left % 10);
  while (n > 0)
    g_string_append_c (svg, digits[--n]);
  if (rest > 0)
    {
      g_string_append_c (svg, '.');
      g_string_append_c (svg, (char) ('0' + rest / 10));
      if (rest % 10 > 0)
        g_string_append_c (svg, (char) ('0' + rest % 10));
    }
  else if (whole == 0)
    g_string_append_c (svg, '0');
}

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7F) || c == 0x85
         || (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

void
whence_svg_append_escaped (GString *svg, const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char_validated (p, -1);
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          p++;
          continue;
        }
      const char *next = g_utf8_next_char (p);
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
      p = next;
    }
}

void
whence_svg_append_id (GString *svg, const char *prefix, const char *id)
{
  g_string_append (svg, prefix != NULL ? prefix : "id");
  g_string_append_c (svg, '-');
  for (const char *p = id; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || *p == '-' || *p == '.')
      g_string_append_c (svg, *p);
    else
      g_string_append_printf (svg, "_%02X", (guint8) *p);
}

void
whence_svg_append_color (GString *svg, const char *name, WhenceColor color)
{
  g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint) lround (CLAMP (color.r, 0, 1) * 255),
                          (guint) lround (CLAMP (color.g, 0, 1) * 255),
                          (guint) lround (CLAMP (color.b, 0, 1) * 255));
  if (color.a < 1)
    {
      g_string_append_printf (svg, " %s-opacity=\"", name);
      whence_svg_append_number (svg, color.a);
      g_string_append_c (svg, '"');
    }
}
