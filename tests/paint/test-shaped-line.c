/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A shaped line is as wide as a layout of Pango makes it, and draws the same pixels: for text of one script
 * and of several, from the left and from the right, for signs that are joined and those that no font has. */
#include "paint/shaped-line.h"

#include <string.h>

#define WIDTH 500
#define HEIGHT 60
/* A run begins at a point of Cairo's, which is rounded to a 256th of a pixel. */
#define ROUNDED 4

static const char *const texts[] = {
  "",
  " ",
  "Alexandr Wang",
  "AVATAR, fi and ffl: kerned, and To. 1.234,50",
  "ends in blanks  ",
  "e\xcc\x81 o\xcc\x88 u\xcc\x8a",
  "\xd8\xb4\xd8\xb1\xd9\x83\xd8\xa9 \xd8\xa7\xd9\x84\xd9\x85\xd9\x8a\xd9\x86\xd8\xa7\xd8\xa1",
  "Meta \xd8\xb4\xd8\xb1\xd9\x83\xd8\xa9 2025 Scale (\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d 14) AI",
  "\xe6\x96\xb0\xe6\xb5\xaa\xe5\x85\xac\xe5\x8f\xb8 and \xe3\x81\xbf\xe3\x81\x9a\xe3\x81\xbb",
  "\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7 "
  "\xe0\xa4\xb9\xe0\xa4\xbf\xe0\xa4\xa8\xe0\xa5\x8d\xe0\xa4\xa6\xe0\xa5\x80",
  "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 and "
  "\xf0\x9f\x87\xa9\xf0\x9f\x87\xaa",
  "\xe2\x9d\xa4\xef\xb8\x8f and \xe2\x9d\xa4",
  "line\nline",
  "\xd8\xa3\xcc\x81x\xcc\x81 (\xd7\x90\xd7\x91) 12 \xe2\x80\x8fok\xe2\x80\x8e",
  "\xe2\x80\xaewrong\xe2\x80\xac way",
  "a\xcc\x81\xcc\x82\xcc\x83\xcc\x84 Z\xcd\x91\xcd\xab\xcc\x93",
  "\xef\xbf\xbc",
  "\xf3\xa0\x80\x81 \xee\x80\x80",
  "soft\xc2\xadhyphen, no\xe2\x80\x8bspace, \xf0\x9f\x9a\xa2 and \xf3\xb0\x80\x80",
};

static PangoContext *
make_context (PangoDirection direction)
{
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  PangoContext *context = pango_font_map_create_context (map);
  PangoFontDescription *font = pango_font_description_from_string ("Sans Bold 12.5px");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, direction);
  pango_context_set_language (context, pango_language_from_string ("en"));
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  g_object_unref (map);
  return context;
}

static PangoLayout *
make_layout (PangoContext *context, PangoAttrList *attributes, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

typedef enum
{
  OUTLINES,
  GLYPHS,
} How;

static cairo_surface_t *
draw (const WhenceShapedLine *line, PangoLayout *layout, How how)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayoutLine *of_layout = pango_layout_get_line_readonly (layout, 0);

  cairo_translate (cr, 20.25, 40);
  cairo_move_to (cr, 1.5, 0);
  if (line != NULL && how == OUTLINES)
    whence_shaped_line_add_path (line, cr, 1.5);
  else if (line != NULL)
    whence_shaped_line_show (line, cr, 1.5);
  else if (how == OUTLINES)
    pango_cairo_layout_line_path (cr, of_layout);
  else
    pango_cairo_show_layout_line (cr, of_layout);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
compare_pixels (const WhenceShapedLine *line, PangoLayout *layout, How how)
{
  cairo_surface_t *ours = draw (line, layout, how), *theirs = draw (NULL, layout, how);
  gsize size = (gsize) cairo_image_surface_get_stride (ours) * HEIGHT;

  for (gsize i = 0; i < size; i++)
    g_assert_cmpint (ABS (cairo_image_surface_get_data (ours)[i] - cairo_image_surface_get_data (theirs)[i]),
                     <=, ROUNDED);
  cairo_surface_destroy (ours);
  cairo_surface_destroy (theirs);
}

static void
compare (PangoContext *context, PangoAttrList *attributes, const char *text)
{
  g_autoptr (WhenceShapedLine) line = whence_shaped_line_new (context, attributes, text, strlen (text));
  g_autoptr (PangoLayout) layout = make_layout (context, attributes, text);
  PangoRectangle ink = whence_shaped_line_get_ink (line), of_layout;
  int width;

  pango_layout_get_size (layout, &width, NULL);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), &of_layout, NULL);
  g_assert_cmpint (whence_shaped_line_get_width (line), ==, width);
  g_assert_cmpint (ink.x, ==, of_layout.x);
  g_assert_cmpint (ink.y, ==, of_layout.y);
  g_assert_cmpint (ink.width, ==, of_layout.width);
  g_assert_cmpint (ink.height, ==, of_layout.height);
  compare_pixels (line, layout, OUTLINES);
  compare_pixels (line, layout, GLYPHS);
}

static void
test_as_layout (gconstpointer direction)
{
  PangoContext *context = make_context ((PangoDirection) GPOINTER_TO_INT (direction));
  PangoAttrList *tabular = pango_attr_list_new ();

  pango_attr_list_insert (tabular, pango_attr_font_features_new ("tnum=1"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      compare (context, NULL, texts[i]);
      compare (context, tabular, texts[i]);
    }
  pango_attr_list_unref (tabular);
  g_object_unref (context);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/paint/shaped-line/left", GINT_TO_POINTER (PANGO_DIRECTION_LTR), test_as_layout);
  g_test_add_data_func ("/paint/shaped-line/right", GINT_TO_POINTER (PANGO_DIRECTION_RTL), test_as_layout);
  return g_test_run ();
}
