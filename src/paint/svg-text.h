/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How numbers, words and ids are written in SVG: the same bytes in every locale, and well-formed whatever
 * they hold. */
#pragma once

#include <string.h>

#include "paint/style.h"

G_BEGIN_DECLS

/* Makes room for @length bytes more and what ends them. A large document grows in few, large steps, so that
 * it is seldom copied and need not be touched page by page. */
void whence_svg_grow (GString *svg, gsize length);

/* g_string_append_len(), for which a call each would take most of the time. */
static inline void
whence_svg_append (GString *svg, const char *text, gsize length)
{
  if (G_UNLIKELY (svg->len + length >= svg->allocated_len))
    whence_svg_grow (svg, length);
  memcpy (svg->str + svg->len, text, length);
  svg->len += length;
  svg->str[svg->len] = '\0';
}

static inline void
whence_svg_append_text (GString *svg, const char *text)
{
  whence_svg_append (svg, text, strlen (text));
}

/* At most two decimals, no exponent, no superfluous character: 12, -.5, 3.14. */
void whence_svg_append_number (GString *svg, double number);
/* The same before @end, where there is room for WHENCE_SVG_LONGEST_NUMBER. Returns its first character. */
char *whence_svg_put_number (char *end, double number);
#define WHENCE_SVG_LONGEST_NUMBER 24

/* For character data and for attributes in double quotes. What XML 1.0 cannot hold, and bytes that are not
 * UTF-8, are left out. */
void whence_svg_append_escaped (GString *svg, const char *text);

/* The XML name of the record @id among those with the same @prefix (a fixed word of letters; NULL: "id"), as
 * "prefix-" and the id in which each byte but A-Z a-z 0-9 - . is written as "_" and two hexadecimal digits.
 * Injective: different pairs give different names, and no name contains "__". */
void whence_svg_append_id (GString *svg, const char *prefix, const char *id);

/* name="#rrggbb" and, where it is not opaque, name-opacity="…", with a blank in front. */
void whence_svg_append_color (GString *svg, const char *name, WhenceColor color);

G_END_DECLS
