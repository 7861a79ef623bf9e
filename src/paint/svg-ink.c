/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines and dots by the ten thousand come in a few colours and widths: what was written last for each is
 * kept, and copied. A place is that of the hash of colour and width; who comes to it later takes it. Constant
 * time and memory. */
#include "paint/svg-ink.h"

#include <string.h>

#include "paint/svg-shape.h"
#include "paint/svg-text.h"

#define PLACES 64 /* a power of two */

typedef struct
{
  WhenceColor color;
  double width; /* 0: it fills */
  GString *text;
} Ink;

struct _WhenceSvgInks
{
  Ink inks[PLACES];
};

WhenceSvgInks *
whence_svg_inks_new (void)
{
  return g_new0 (WhenceSvgInks, 1);
}

void
whence_svg_inks_free (WhenceSvgInks *inks)
{
  for (guint i = 0; i < PLACES; i++)
    if (inks->inks[i].text != NULL)
      g_string_free (inks->inks[i].text, TRUE);
  g_free (inks);
}

static inline guint
place_of (WhenceColor color, double width)
{
  const double numbers[] = { color.r, color.g, color.b, color.a, width };
  guint64 bits[G_N_ELEMENTS (numbers)], hash = 0;

  memcpy (bits, numbers, sizeof bits);
  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    hash = (hash ^ bits[i]) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint) (hash >> 32) % PLACES;
}

static inline gboolean
is_same (const Ink *ink, WhenceColor color, double width)
{
  return ink->text != NULL && ink->color.r == color.r && ink->color.g == color.g && ink->color.b == color.b
         && ink->color.a == color.a && ink->width == width;
}

static void
write_ink (Ink *ink, WhenceColor color, double width)
{
  if (ink->text == NULL)
    ink->text = g_string_sized_new (80);
  g_string_truncate (ink->text, 0);
  ink->color = color;
  ink->width = width;
  whence_svg_append_color (ink->text, width > 0 ? "stroke" : "fill", color);
  if (width > 0 && width != 1)
    whence_svg_append_attribute (ink->text, "stroke-width", width);
}

static inline void
append_ink (GString *svg, WhenceSvgInks *inks, WhenceColor color, double width)
{
  Ink *ink = &inks->inks[place_of (color, width)];

  if (!is_same (ink, color, width))
    write_ink (ink, color, width);
  whence_svg_append (svg, ink->text->str, ink->text->len);
}

void
whence_svg_append_filled (GString *svg, WhenceSvgInks *inks, WhenceColor color)
{
  append_ink (svg, inks, color, 0);
}

void
whence_svg_append_stroked (GString *svg, WhenceSvgInks *inks, WhenceColor color, double width)
{
  append_ink (svg, inks, color, width);
}
