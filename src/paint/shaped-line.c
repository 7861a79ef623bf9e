/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Itemized and shaped without a PangoLayout, which looks for places to break the line that are found already,
 * and asks each font how high it is: for that Pango looks a second time for all fonts that there are, in two
 * threads of their own, and shapes a sentence. Invariant: runs are in the order in which they are seen, from
 * left to right. */
#include "paint/shaped-line.h"

struct _WhenceShapedLine
{
  char *text;  /* of the runs */
  GList *runs; /* PangoGlyphItem */
  int width;
};

static PangoGlyphItem *
shape (const char *text, gsize length, PangoItem *item)
{
  PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

  run->item = item;
  run->glyphs = pango_glyph_string_new ();
  pango_shape_with_flags (text + item->offset, item->length, text, (int) length, &item->analysis, run->glyphs,
                          PANGO_SHAPE_NONE);
  return run;
}

WhenceShapedLine *
whence_shaped_line_new (PangoContext *context, PangoAttrList *attributes, const char *text, gsize length)
{
  WhenceShapedLine *line = g_new0 (WhenceShapedLine, 1);
  GList *logical = pango_itemize_with_base_dir (context, pango_context_get_base_dir (context), text, 0,
                                                (int) length, attributes, NULL);

  line->text = g_strndup (text, length);
  line->runs = pango_reorder_items (logical);
  g_list_free (logical);
  for (GList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = shape (line->text, length, l->data);
      line->width += pango_glyph_string_get_width (run->glyphs);
      l->data = run;
    }
  return line;
}

void
whence_shaped_line_free (WhenceShapedLine *line)
{
  g_list_free_full (line->runs, (GDestroyNotify) pango_glyph_item_free);
  g_free (line->text);
  g_free (line);
}

int
whence_shaped_line_get_width (const WhenceShapedLine *line)
{
  return line->width;
}

static gboolean
is_empty (const PangoRectangle *rectangle)
{
  return rectangle->width == 0 || rectangle->height == 0;
}

static void
add_ink (PangoRectangle *ink, const PangoRectangle *more)
{
  int right = MAX (ink->x + ink->width, more->x + more->width),
      bottom = MAX (ink->y + ink->height, more->y + more->height);

  ink->x = MIN (ink->x, more->x);
  ink->y = MIN (ink->y, more->y);
  ink->width = right - ink->x;
  ink->height = bottom - ink->y;
}

PangoRectangle
whence_shaped_line_get_ink (const WhenceShapedLine *line)
{
  PangoRectangle all = { 0 };
  int x = 0;

  for (GList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;
      PangoRectangle ink;
      pango_glyph_string_extents (run->glyphs, run->item->analysis.font, &ink, NULL);
      ink.x += x;
      if (is_empty (&all))
        all = ink;
      else if (!is_empty (&ink))
        add_ink (&all, &ink);
      x += pango_glyph_string_get_width (run->glyphs);
    }
  return all;
}

void
whence_shaped_line_add_path (const WhenceShapedLine *line, cairo_t *cr, double x)
{
  for (GList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *run = l->data;
      cairo_move_to (cr, x, 0);
      pango_cairo_glyph_string_path (cr, run->item->analysis.font, run->glyphs);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

void
whence_shaped_line_show (const WhenceShapedLine *line, cairo_t *cr, double x)
{
  for (GList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      cairo_move_to (cr, x, 0);
      pango_cairo_show_glyph_item (cr, line->text, run);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}
