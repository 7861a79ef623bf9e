/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gradients, one for each fill, since each has ends of its own, and hatches, one for each colour. Linear in
 * what is written. */
#include "paint/svg-defs.h"

#include "paint/svg-shape.h"
#include "paint/svg-text.h"

struct _WhenceSvgDefs
{
  GHashTable *hatches; /* colour, as written → number */
  guint n;
};

WhenceSvgDefs *
whence_svg_defs_new (void)
{
  WhenceSvgDefs *defs = g_new0 (WhenceSvgDefs, 1);

  defs->hatches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return defs;
}

void
whence_svg_defs_free (WhenceSvgDefs *defs)
{
  g_hash_table_unref (defs->hatches);
  g_free (defs);
}

guint
whence_svg_defs_take_number (WhenceSvgDefs *defs)
{
  return ++defs->n;
}

static guint
define_fade (WhenceSvgDefs *defs, GString *svg, const WhenceFill *fill)
{
  guint n = whence_svg_defs_take_number (defs);

  g_string_append_printf (svg, "<linearGradient id=\"d%u\" gradientUnits=\"userSpaceOnUse\"", n);
  whence_svg_append_attribute (svg, "x1", fill->x0);
  whence_svg_append_attribute (svg, "y1", fill->y0);
  whence_svg_append_attribute (svg, "x2", fill->x1);
  whence_svg_append_attribute (svg, "y2", fill->y1);
  whence_svg_append_text (svg, "><stop offset=\"0\"");
  whence_svg_append_color (svg, "stop-color", whence_color_with_alpha (fill->color, 1));
  whence_svg_append_attribute (svg, "stop-opacity", fill->color.a);
  whence_svg_append_text (svg, "/><stop offset=\"1\"");
  whence_svg_append_color (svg, "stop-color", whence_color_with_alpha (fill->color2, 1));
  whence_svg_append_attribute (svg, "stop-opacity", fill->color2.a);
  whence_svg_append_text (svg, "/></linearGradient>\n");
  return n;
}

/* One pattern for all hatches of a colour, with the lines where the Cairo back has them. */
static guint
define_hatch (WhenceSvgDefs *defs, GString *svg, WhenceColor color)
{
  g_autoptr (GString) stroke = g_string_new (NULL);
  guint n;

  whence_svg_append_color (stroke, "stroke", color);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (defs->hatches, stroke->str));
  if (n > 0)
    return n;

  n = whence_svg_defs_take_number (defs);
  g_hash_table_insert (defs->hatches, g_strdup (stroke->str), GUINT_TO_POINTER (n));
  g_string_append_printf (svg,
                          "<pattern id=\"d%u\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
                          "patternTransform=\"rotate(45)\"><path d=\"M2.5 0V5\"%s/></pattern>\n",
                          n, stroke->str);
  return n;
}

guint
whence_svg_defs_define (WhenceSvgDefs *defs, GString *svg, const WhenceFill *fill)
{
  switch (fill->kind)
    {
    case WHENCE_FILL_FADE:
      return define_fade (defs, svg, fill);
    case WHENCE_FILL_HATCH:
      return define_hatch (defs, svg, fill->color);
    case WHENCE_FILL_SOLID:
    default:
      return 0;
    }
}

void
whence_svg_append_paint (GString *svg, const char *name, const WhenceFill *fill, guint number)
{
  if (number > 0)
    g_string_append_printf (svg, " %s=\"url(#d%u)\"", name, number);
  else
    whence_svg_append_color (svg, name, fill->color);
}
