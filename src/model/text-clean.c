/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drops what XML forbids; one pass, and never longer than the input. */
#include "model/text-clean.h"

#include <string.h>

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

char *
whence_text_strip_controls (const char *text)
{
  char *clean = g_malloc (strlen (text) + 1), *to = clean;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (is_xml_char (g_utf8_get_char (at)))
      to += g_unichar_to_utf8 (g_utf8_get_char (at), to);
  *to = '\0';
  return clean;
}

gboolean
whence_text_has_rtl (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      gunichar c;
      /* What begins with a smaller byte, or goes on with one, is before all of them. */
      if ((guchar) *p < 0xD6)
        continue;
      c = g_utf8_get_char (p);
      if ((c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) || (c >= 0xFE70 && c < 0xFF00)
          || (c >= 0x10800 && c < 0x11000) || (c >= 0x1E800 && c < 0x1F000))
        return TRUE;
    }
  return FALSE;
}

gboolean
whence_text_is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

char *
whence_text_without_blanks (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!whence_text_is_blank (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
  return g_string_free (out, FALSE);
}

/* Some signs from the watch to the circle are emoji by themselves, others with the selector. */
gboolean
whence_text_may_be_coloured (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if ((c >= 0x231A && c <= 0x2B55) || c == 0xFE0F || (c >= 0x1F000 && c <= 0x1FAFF))
        return TRUE;
    }
  return FALSE;
}
