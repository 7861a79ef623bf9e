/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of text stays text: its width is that of the picture, whatever font a viewer has for it. Linear in
 * the text. */
#include "paint/svg-run.h"

#include <math.h>

#include "paint/fonts.h"
#include "paint/svg-shape.h"
#include "paint/svg-text.h"

/* The anchor follows the direction of the text, the alignment does not. */
static const char *
get_anchor (const WhenceTextRun *run)
{
  if (run->align == WHENCE_ALIGN_MIDDLE)
    return "middle";
  return (run->align == WHENCE_ALIGN_END) != (run->rtl != FALSE) ? "end" : NULL;
}

static void
append_halo (GString *svg, const WhenceTextRun *run)
{
  whence_svg_append_color (svg, "stroke", run->halo);
  whence_svg_append_attribute (svg, "stroke-width", 2 * run->halo_width);
  whence_svg_append_text (svg, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
}

static void
append_rotation (GString *svg, const WhenceTextRun *run)
{
  if (run->angle == 0)
    return;
  whence_svg_append_text (svg, " transform=\"rotate(");
  whence_svg_append_numbers (svg, ' ', (double[]){ run->angle * 180 / G_PI, run->x, run->baseline }, 3);
  whence_svg_append_text (svg, ")\"");
}

/* A line of our own: viewers would put the halo around that of text-decoration, too. */
static void
append_strike (GString *svg, const WhenceTextRun *run)
{
  static const double shares[] = {
    [WHENCE_ALIGN_START] = 0, [WHENCE_ALIGN_MIDDLE] = 0.5, [WHENCE_ALIGN_END] = 1
  };
  double size = whence_font_get_metrics (run->font)->size;
  whence_svg_append_text (svg, "<path d=\"");
  whence_svg_append_numbers (
    svg, 'M', (double[]){ run->x - shares[run->align] * run->width, run->baseline - 0.3 * size }, 2);
  whence_svg_append_numbers (svg, 'h', &run->width, 1);
  whence_svg_append_text (svg, "\"");
  whence_svg_append_color (svg, "stroke", run->color);
  whence_svg_append_attribute (svg, "stroke-width", MAX (1, size / 12));
  append_rotation (svg, run);
  whence_svg_append_text (svg, "/>\n");
}

void
whence_svg_append_run (GString *svg, const WhenceTextRun *run)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (run->font);
  const char *anchor = get_anchor (run);

  whence_svg_append_text (svg, "<text");
  whence_svg_append_attribute (svg, "x", run->x);
  whence_svg_append_attribute (svg, "y", run->baseline);
  whence_svg_append_attribute (svg, "font-size", metrics->size);
  if (metrics->weight != 400)
    whence_svg_append_attribute (svg, "font-weight", metrics->weight);
  if (anchor != NULL)
    g_string_append_printf (svg, " text-anchor=\"%s\"", anchor);
  if (run->rtl)
    whence_svg_append_text (svg, " direction=\"rtl\"");
  if (run->width > 0)
    {
      whence_svg_append_attribute (svg, "textLength", run->width);
      whence_svg_append_text (svg, " lengthAdjust=\"spacingAndGlyphs\"");
    }
  whence_svg_append_color (svg, "fill", run->color);
  if (run->halo.a > 0 && run->halo_width > 0)
    append_halo (svg, run);
  if (run->font == WHENCE_FONT_AXIS)
    whence_svg_append_text (svg, " style=\"font-feature-settings:'tnum'\"");
  append_rotation (svg, run);
  whence_svg_append_text (svg, ">");
  whence_svg_append_escaped (svg, run->text);
  whence_svg_append_text (svg, "</text>\n");
  if (run->struck)
    append_strike (svg, run);
}
