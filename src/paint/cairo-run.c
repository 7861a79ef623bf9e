/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the target has pixels, text is filled as outlines, because Cairo 1.16 puts glyphs on whole pixels and
 * so spaces small text unevenly; on paper it stays text that can be selected. Linear in the text. */
#include "paint/cairo-run.h"

#include "model/text-clean.h"
#include "paint/cairo-shape.h"
#include "paint/fonts.h"
#include "paint/text-sprite.h"

static void
strike_through (cairo_t *cr, const WhenceTextRun *run, double x, double width)
{
  double size = whence_font_get_metrics (run->font)->size;
  cairo_set_line_width (cr, MAX (1, size / 12));
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_move_to (cr, x, -0.3 * size);
  cairo_line_to (cr, x + width, -0.3 * size);
  cairo_stroke (cr);
}

/* With the left end of the baseline at the origin, x0 to the right. @as_glyphs: as the font draws them, and
 * not just their outlines. */
static void
draw_line (cairo_t *cr, const WhenceTextRun *run, const WhenceShapedLine *line, double x0, gboolean as_glyphs)
{
  gboolean halo = run->halo.a > 0 && run->halo_width > 0;

  cairo_new_path (cr);
  if (halo || !as_glyphs)
    whence_shaped_line_add_path (line, cr, x0);
  if (halo)
    {
      whence_cairo_set_color (cr, run->halo);
      cairo_set_line_width (cr, 2 * run->halo_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke_preserve (cr);
    }
  whence_cairo_set_color (cr, run->color);
  if (as_glyphs)
    {
      cairo_new_path (cr);
      whence_shaped_line_show (line, cr, x0);
    }
  else
    cairo_fill (cr);
}

/* What is kept as a mask need not be shaped where it begins at its point. */
static gboolean
draw_kept (cairo_t *cr, const WhenceTextRun *run, double screen_scale)
{
  return screen_scale > 0 && run->align == WHENCE_ALIGN_START && !run->struck
         && whence_text_sprite_draw (cr, run, NULL, 0, 0, screen_scale);
}

static void
draw_shaped (cairo_t *cr, const WhenceTextRun *run, gboolean on_paper, double screen_scale)
{
  static const double shares[] = {
    [WHENCE_ALIGN_START] = 0, [WHENCE_ALIGN_MIDDLE] = 0.5, [WHENCE_ALIGN_END] = 1
  };
  const WhenceShapedLine *line = whence_fonts_shape (run->text, run->font, run->rtl);
  double width = (double) whence_shaped_line_get_width (line) / PANGO_SCALE, x0 = -shares[run->align] * width;

  /* A mask has one colour, and so have outlines. */
  if (whence_text_may_be_coloured (run->text))
    draw_line (cr, run, line, x0, TRUE);
  else if (screen_scale <= 0 || !whence_text_sprite_draw (cr, run, line, x0, 0, screen_scale))
    draw_line (cr, run, line, x0, on_paper);
  if (run->struck)
    {
      whence_cairo_set_color (cr, run->color);
      strike_through (cr, run, x0, width);
    }
}

void
whence_cairo_draw_run (cairo_t *cr, const WhenceTextRun *run, gboolean on_paper, double screen_scale)
{
  cairo_save (cr);
  cairo_translate (cr, run->x, run->baseline);
  if (run->angle != 0)
    cairo_rotate (cr, run->angle);
  if (!draw_kept (cr, run, screen_scale))
    draw_shaped (cr, run, on_paper, screen_scale);
  cairo_restore (cr);
}
