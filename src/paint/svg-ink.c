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

static gboolean
is_straight (const WhencePoint *c)
{
  double dx = c[3].x - c[0].x, dy = c[3].y - c[0].y, squared = dx * dx + dy * dy;

  if (squared == 0)
    return FALSE;
  for (guint i = 1; i < 3; i++)
    {
      double aside = (c[i].x - c[0].x) * dy - (c[i].y - c[0].y) * dx;
      if (aside * aside > 1e-4 * squared)
        return FALSE;
    }
  return TRUE;
}

void
whence_svg_append_hairline (GString *svg, WhenceSvgInks *inks, const WhencePoint *c, WhenceColor color,
                            double width)
{
  gboolean straight = is_straight (c);

  whence_svg_append_text (svg, "<path d=\"");
  whence_svg_append_numbers (svg, 'M', (double[]){ c[0].x, c[0].y }, 2);
  if (straight)
    whence_svg_append_numbers (svg, 'L', (double[]){ c[3].x, c[3].y }, 2);
  else
    {
      whence_svg_append_numbers (svg, 'C', (double[]){ c[1].x, c[1].y, c[2].x, c[2].y, c[3].x, c[3].y }, 6);
      whence_svg_append_text (svg, "\" fill=\"none");
    }
  whence_svg_append_text (svg, "\"");
  append_ink (svg, inks, color, width);
  whence_svg_append_text (svg, "/>\n");
}

void
whence_svg_append_dot (GString *svg, WhenceSvgInks *inks, double x, double y, double radius,
                       WhenceColor color)
{
  whence_svg_append_text (svg, "<circle");
  whence_svg_append_attribute (svg, "cx", x);
  whence_svg_append_attribute (svg, "cy", y);
  whence_svg_append_attribute (svg, "r", radius);
  append_ink (svg, inks, color, 0);
  whence_svg_append_text (svg, "/>\n");
}
