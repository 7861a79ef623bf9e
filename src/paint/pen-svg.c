/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen as an SVG 1.1 writer: one growing string, in the order of the calls. Text stays text; a group is a
 * <g> with id and <title>; what painters left open is closed at the end, so the document is well-formed
 * whatever they did. Ids are unique: the second group of one record gets "__2" behind its name, which no
 * escaped id contains. Linear in the calls. */
#include <string.h>

#include "paint/fonts.h"
#include "paint/pen-backs.h"
#include "paint/pen-private.h"
#include "paint/svg-defs.h"
#include "paint/svg-ids.h"
#include "paint/svg-ink.h"
#include "paint/svg-run.h"
#include "paint/svg-shape.h"
#include "paint/svg-text.h"

typedef struct
{
  WhencePen parent;
  GString *svg;
  GPtrArray *open; /* const char: the end tags of what is open */
  WhenceSvgIds *ids;
  WhenceSvgInks *inks;
  WhenceSvgDefs *defs;
} SvgPen;

static inline void
append (SvgPen *self, const char *text)
{
  whence_svg_append (self->svg, text, strlen (text));
}

static void
append_element (SvgPen *self, const char *name, const char *text)
{
  append (self, "<");
  append (self, name);
  append (self, ">");
  whence_svg_append_escaped (self->svg, text);
  append (self, "</");
  append (self, name);
  append (self, ">\n");
}

static void
open_tag (SvgPen *self, const char *end)
{
  g_ptr_array_add (self->open, (gpointer) end);
}

static void
close_tag (WhencePen *pen)
{
  SvgPen *self = (SvgPen *) pen;
  g_return_if_fail (self->open->len > 0);
  append (self, g_ptr_array_steal_index (self->open, self->open->len - 1));
}

/* --- Groups --- */

static void
append_id (SvgPen *self, const WhenceGroup *group)
{
  gsize start;
  guint n;

  append (self, " id=\"");
  start = self->svg->len;
  whence_svg_append_id (self->svg, group->id_prefix, group->id);
  n = whence_svg_ids_count (self->ids, self->svg, start);
  if (n > 1)
    g_string_append_printf (self->svg, "__%u", n);
  append (self, "\"");
}

static void
push_group (WhencePen *pen, const WhenceGroup *group)
{
  SvgPen *self = (SvgPen *) pen;
  if (group->link != NULL)
    {
      append (self, "<a xlink:href=\"");
      whence_svg_append_escaped (self->svg, group->link);
      append (self, "\">");
    }
  append (self, "<g");
  if (group->id != NULL)
    append_id (self, group);
  if (group->css_class != NULL)
    {
      append (self, " class=\"");
      whence_svg_append_escaped (self->svg, group->css_class);
      append (self, "\"");
    }
  append (self, ">\n");
  if (group->title != NULL)
    append_element (self, "title", group->title);
  if (group->description != NULL)
    append_element (self, "desc", group->description);
  open_tag (self, group->link != NULL ? "</g></a>\n" : "</g>\n");
}

static void
push_opacity (WhencePen *pen, double opacity)
{
  SvgPen *self = (SvgPen *) pen;
  append (self, "<g");
  whence_svg_append_attribute (self->svg, "opacity", opacity);
  append (self, ">\n");
  open_tag (self, "</g>\n");
}

static void
push_clip (WhencePen *pen, WhenceRect rect)
{
  SvgPen *self = (SvgPen *) pen;
  guint n = whence_svg_defs_take_number (self->defs);
  g_string_append_printf (self->svg, "<clipPath id=\"d%u\">", n);
  whence_svg_append_rect (self->svg, rect);
  g_string_append_printf (self->svg, "/></clipPath>\n<g clip-path=\"url(#d%u)\">\n", n);
  open_tag (self, "</g>\n");
}

static void
push_transform (WhencePen *pen, double dx, double dy, double scale)
{
  SvgPen *self = (SvgPen *) pen;
  append (self, "<g transform=\"translate(");
  whence_svg_append_number (self->svg, dx);
  append (self, " ");
  whence_svg_append_number (self->svg, dy);
  append (self, ")");
  if (scale != 1)
    {
      /* Two decimals of a scale would move what it scales by pixels. */
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      g_string_append_printf (self->svg, " scale(%s)",
                              g_ascii_formatd (buffer, sizeof buffer, "%.6g", scale));
    }
  append (self, "\">\n");
  open_tag (self, "</g>\n");
}

/* --- Paths --- */

static void
fill_path (WhencePen *pen, const WhencePath *path, const WhenceFill *fill)
{
  SvgPen *self = (SvgPen *) pen;
  guint definition = whence_svg_defs_define (self->defs, self->svg, fill);

  whence_svg_append_shape (self->svg, path);
  whence_svg_append_paint (self->svg, "fill", fill, definition);
  append (self, "/>\n");
}

static void
stroke_path (WhencePen *pen, const WhencePath *path, const WhenceStroke *stroke)
{
  SvgPen *self = (SvgPen *) pen;
  /* As elsewhere, only what is filled is hatched. */
  guint definition =
    stroke->fill.kind == WHENCE_FILL_FADE ? whence_svg_defs_define (self->defs, self->svg, &stroke->fill) : 0;

  whence_svg_append_shape (self->svg, path);
  append (self, " fill=\"none\"");
  whence_svg_append_paint (self->svg, "stroke", &stroke->fill, definition);
  if (stroke->width != 1)
    whence_svg_append_attribute (self->svg, "stroke-width", stroke->width);
  if (stroke->n_dash > 0)
    {
      append (self, " stroke-dasharray=\"");
      for (guint i = 0; i < stroke->n_dash; i++)
        {
          append (self, i > 0 ? " " : "");
          whence_svg_append_number (self->svg, stroke->dash[i]);
        }
      append (self, "\"");
    }
  if (stroke->round_caps)
    append (self, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
  else
    append (self, " stroke-miterlimit=\"10\"");
  append (self, "/>\n");
}

/* --- Text, lines and pictures --- */

static void
draw_text (WhencePen *pen, const WhenceTextRun *run)
{
  whence_svg_append_run (((SvgPen *) pen)->svg, run);
}

static gboolean
draw_hairline (WhencePen *pen, const WhencePoint *curve, WhenceColor color, double width)
{
  SvgPen *self = (SvgPen *) pen;
  whence_svg_append_hairline (self->svg, self->inks, curve, color, width);
  return TRUE;
}

static gboolean
draw_dot (WhencePen *pen, double x, double y, double radius, WhenceColor color)
{
  SvgPen *self = (SvgPen *) pen;
  whence_svg_append_dot (self->svg, self->inks, x, y, radius, color);
  return TRUE;
}

static void
draw_image (WhencePen *pen, const WhenceImage *image, WhenceRect rect, const WhencePath *shape)
{
  SvgPen *self = (SvgPen *) pen;
  gsize length;
  const guint8 *data = g_bytes_get_data (whence_image_get_png (image), &length);
  g_autofree char *base64 = g_base64_encode (data, length);
  guint clip = whence_svg_defs_take_number (self->defs);

  g_string_append_printf (self->svg, "<clipPath id=\"d%u\">", clip);
  whence_svg_append_shape (self->svg, shape);
  append (self, "/></clipPath>\n<image");
  whence_svg_append_attribute (self->svg, "x", rect.x);
  whence_svg_append_attribute (self->svg, "y", rect.y);
  whence_svg_append_attribute (self->svg, "width", rect.width);
  whence_svg_append_attribute (self->svg, "height", rect.height);
  append (self, " preserveAspectRatio=\"xMidYMid slice\"");
  g_string_append_printf (self->svg, " clip-path=\"url(#d%u)\"", clip);
  g_string_append_printf (self->svg, " xlink:href=\"data:image/png;base64,%s\"/>\n", base64);
}

static void
free_pen (WhencePen *pen)
{
  SvgPen *self = (SvgPen *) pen;
  if (self->svg != NULL)
    g_string_free (self->svg, TRUE);
  g_ptr_array_unref (self->open);
  whence_svg_ids_free (self->ids);
  whence_svg_inks_free (self->inks);
  whence_svg_defs_free (self->defs);
  g_free (self);
}

static const WhencePenBack svg_back = {
  .names_groups = TRUE,
  .free = free_pen,
  .push_group = push_group,
  .pop_group = close_tag,
  .push_opacity = push_opacity,
  .pop_opacity = close_tag,
  .push_clip = push_clip,
  .pop_clip = close_tag,
  .push_transform = push_transform,
  .pop_transform = close_tag,
  .fill = fill_path,
  .stroke = stroke_path,
  .hairline = draw_hairline,
  .dot = draw_dot,
  .text = draw_text,
  .image = draw_image,
};

WhencePen *
whence_pen_new_svg (double width, double height, const char *title, const char *description,
                    const char *language)
{
  SvgPen *self = g_new0 (SvgPen, 1);
  self->parent.back = &svg_back;
  self->svg = g_string_new (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<svg xmlns=\"http://www.w3.org/2000/svg\" "
    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" role=\"graphics-document document\"");
  self->open = g_ptr_array_new ();
  self->ids = whence_svg_ids_new ();
  self->inks = whence_svg_inks_new ();
  self->defs = whence_svg_defs_new ();

  whence_svg_append_attribute (self->svg, "width", width);
  whence_svg_append_attribute (self->svg, "height", height);
  append (self, " viewBox=\"0 0");
  whence_svg_append_numbers (self->svg, ' ', (double[]){ width, height }, 2);
  append (self, "\"");
  if (language != NULL)
    {
      append (self, " xml:lang=\"");
      whence_svg_append_escaped (self->svg, language);
      append (self, "\"");
    }
  append (self, " font-family=\"" WHENCE_SVG_FONT_FAMILY "\">\n");
  if (title != NULL)
    append_element (self, "title", title);
  if (description != NULL)
    append_element (self, "desc", description);
  open_tag (self, "</svg>\n");
  return &self->parent;
}

GBytes *
whence_pen_finish_svg (WhencePen *pen)
{
  SvgPen *self = (SvgPen *) pen;
  g_return_val_if_fail (pen->back == &svg_back, NULL);
  while (self->open->len > 0)
    close_tag (pen);
  return g_string_free_to_bytes (g_steal_pointer (&self->svg));
}
