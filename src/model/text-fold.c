/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Most text is ASCII and is folded byte by byte; the rest goes through GLib's tables of Unicode. */
#include "model/text-fold.h"

#define ACCENT 10 /* combining class */

/* Letters that Unicode does not take apart, and the letter that people type instead. */
static const struct
{
  gunichar letter;
  const char *plain;
} strokes[] = {
  { 0xE6, "ae" }, { 0xF0, "d" },  { 0xF8, "o" },   { 0xFE, "th" }, { 0x111, "d" },  { 0x127, "h" },
  { 0x131, "i" }, { 0x142, "l" }, { 0x153, "oe" }, { 0x167, "t" }, { 0x2019, "'" },
};

static void
append_blank (GString *folded, gsize start)
{
  if (folded->len > start && folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
}

static void
append_letter (GString *folded, gsize start, gunichar letter)
{
  if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter))
    {
      append_blank (folded, start);
      return;
    }
  if (letter < 0x80)
    {
      g_string_append_c (folded, (char) letter);
      return;
    }
  if (g_unichar_combining_class (letter) >= ACCENT || letter == 0xAD || letter == 0x200B)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    if (strokes[i].letter == letter)
      {
        g_string_append (folded, strokes[i].plain);
        return;
      }
  g_string_append_unichar (folded, letter);
}

static const char *
append_ascii (const char *text, GString *folded, gsize start)
{
  for (; *text != '\0' && (guchar) *text < 0x80; text++)
    if (g_ascii_isspace (*text) || g_ascii_iscntrl (*text))
      append_blank (folded, start);
    else
      g_string_append_c (folded, g_ascii_tolower (*text));
  return text;
}

void
whence_text_append_folded (const char *text, GString *folded)
{
  gsize start = folded->len;
  const char *rest = append_ascii (text, folded, start);

  if (*rest != '\0')
    {
      g_autofree char *cased = g_utf8_casefold (rest, -1);
      g_autofree char *plain = g_utf8_normalize (cased, -1, G_NORMALIZE_ALL);
      for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
        append_letter (folded, start, g_utf8_get_char (c));
    }
  if (folded->len > start && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
}

char *
whence_text_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  whence_text_append_folded (text, folded);
  return g_string_free (folded, FALSE);
}
