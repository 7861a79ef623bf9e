/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen on Cairo: screen, PNG, PDF, printer. Where the target has pixels, text is filled as outlines,
 * because Cairo 1.16 puts glyphs on whole pixels and so spaces small text unevenly; on paper it stays text
 * that can be selected. Whatever a painter pushed is popped by the end. */
#include <math.h>

#include "model/text-clean.h"
#include "paint/fonts.h"
#include "paint/path-private.h"
#include "paint/pen-backs.h"
#include "paint/pen-private.h"
#include "paint/pixels.h"
#include "paint/text-sprite.h"

/* Between hatch lines, px. */
#define HATCH_STEP 5.0
/* Fewer thin lines are not worth a second thread. */
#define LEAST_AT_ONCE 64

typedef struct
{
  WhencePen parent;
  cairo_t *cr;
  gboolean on_paper;
  double screen_scale; /* device pixels a unit of the target; 0: not for the screen */
  GByteArray *links;   /* for each open group: is it a link? */
  GArray *opacities;   /* double, of each open opacity group */
  guint n_saved;       /* clips and transforms still open */
  WhencePixels pixels; /* open between one small mark and the next */
} CairoPen;

/* For everything but small marks where there are pixels. */
static cairo_t *
use_cairo (WhencePen *pen)
{
  CairoPen *self = (CairoPen *) pen;

  whence_pixels_close (&self->pixels);
  return self->cr;
}

static const WhencePixels *
use_pixels (WhencePen *pen)
{
  CairoPen *self = (CairoPen *) pen;

  if (self->on_paper || (self->pixels.surface == NULL && !whence_pixels_open (&self->pixels, self->cr)))
    return NULL;
  return &self->pixels;
}

static void
set_source (cairo_t *cr, WhenceColor color)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
}

static void
append_path (cairo_t *cr, const WhencePath *path)
{
  const double *n = (const double *) path->numbers->data;
  cairo_new_path (cr);
  for (guint i = 0; i < path->ops->len; i++)
    switch ((WhencePathOp) path->ops->data[i])
      {
      case WHENCE_PATH_MOVE:
        cairo_move_to (cr, n[0], n[1]);
        n += 2;
        break;
      case WHENCE_PATH_LINE:
        cairo_line_to (cr, n[0], n[1]);
        n += 2;
        break;
      case WHENCE_PATH_CURVE:
        cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
        n += 6;
        break;
      case WHENCE_PATH_CLOSE:
        cairo_close_path (cr);
        break;
      case WHENCE_PATH_RECT:
        cairo_rectangle (cr, n[0], n[1], n[2], n[3]);
        n += 4;
        break;
      case WHENCE_PATH_CIRCLE:
        cairo_new_sub_path (cr);
        cairo_arc (cr, n[0], n[1], MAX (n[2], 0), 0, 2 * G_PI);
        cairo_close_path (cr);
        n += 3;
        break;
      default:
        g_assert_not_reached ();
      }
}

static void
set_fade (cairo_t *cr, const WhenceFill *fill)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (fill->x0, fill->y0, fill->x1, fill->y1);
  cairo_pattern_add_color_stop_rgba (pattern, 0, fill->color.r, fill->color.g, fill->color.b, fill->color.a);
  cairo_pattern_add_color_stop_rgba (pattern, 1, fill->color2.r, fill->color2.g, fill->color2.b,
                                     fill->color2.a);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Lines x + y = (k + 1/2) step √2 through the path, the same ones for every path so that neighbours join. */
static void
fill_hatch (cairo_t *cr, WhenceColor color)
{
  const double step = HATCH_STEP * G_SQRT2;
  double x0, y0, x1, y1;

  cairo_save (cr);
  cairo_clip (cr);
  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  for (double k = floor ((x0 + y0) / step); x1 > x0 && (k + 0.5) * step < x1 + y1; k++)
    {
      double sum = (k + 0.5) * step;
      cairo_move_to (cr, sum - y0, y0);
      cairo_line_to (cr, sum - y1, y1);
    }
  set_source (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_path (WhencePen *pen, const WhencePath *path, const WhenceFill *fill)
{
  cairo_t *cr = use_cairo (pen);
  append_path (cr, path);
  if (fill->kind == WHENCE_FILL_HATCH)
    {
      fill_hatch (cr, fill->color);
      return;
    }
  if (fill->kind == WHENCE_FILL_FADE)
    set_fade (cr, fill);
  else
    set_source (cr, fill->color);
  cairo_fill (cr);
}

static void
stroke_path (WhencePen *pen, const WhencePath *path, const WhenceStroke *stroke)
{
  cairo_t *cr = use_cairo (pen);
  append_path (cr, path);
  if (stroke->fill.kind == WHENCE_FILL_FADE)
    set_fade (cr, &stroke->fill);
  else
    set_source (cr, stroke->fill.color);
  cairo_set_line_width (cr, stroke->width);
  cairo_set_dash (cr, stroke->dash, (int) stroke->n_dash, 0);
  cairo_set_line_cap (cr, stroke->round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, stroke->round_caps ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_stroke (cr);
}

static gboolean
draw_hairline (WhencePen *pen, const WhencePoint *curve, WhenceColor color, double width)
{
  const WhencePixels *pixels = use_pixels (pen);

  if (pixels == NULL || width * pixels->scale > WHENCE_PIXELS_WIDEST)
    return FALSE;
  whence_pixels_line (pixels, curve, color, width);
  return TRUE;
}

/* From @first to the next line that is too wide for pixels. */
static guint32
end_of_thin (const WhenceHairline *lines, guint32 first, guint32 n, double widest)
{
  while (first < n && (lines[first].curve == NULL || lines[first].width <= widest))
    first++;
  return first;
}

static void
draw_thin (WhencePen *pen, const WhenceHairline *lines, guint32 n)
{
  const WhencePixels *pixels = n >= LEAST_AT_ONCE ? use_pixels (pen) : NULL;

  if (pixels != NULL)
    whence_pixels_lines (pixels, lines, n);
  else
    for (guint32 i = 0; i < n; i++)
      if (lines[i].curve != NULL)
        whence_pen_hairline (pen, lines[i].curve, lines[i].color, lines[i].width);
}

/* What is wide is stroked in its turn, between those before and after it. */
static gboolean
draw_hairlines (WhencePen *pen, const WhenceHairline *lines, guint32 n)
{
  const WhencePixels *pixels = use_pixels (pen);
  double widest;

  if (pixels == NULL)
    return FALSE;
  widest = WHENCE_PIXELS_WIDEST / pixels->scale;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 end = end_of_thin (lines, i, n, widest);
      draw_thin (pen, lines + i, end - i);
      i = end;
      if (i < n)
        whence_pen_hairline (pen, lines[i].curve, lines[i].color, lines[i].width);
    }
  return TRUE;
}

static gboolean
draw_dot (WhencePen *pen, double x, double y, double radius, WhenceColor color)
{
  const WhencePixels *pixels = use_pixels (pen);

  if (pixels == NULL || radius * pixels->scale > WHENCE_PIXELS_LARGEST)
    return FALSE;
  whence_pixels_dot (pixels, x, y, radius, color);
  return TRUE;
}

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
draw_line (CairoPen *self, const WhenceTextRun *run, const WhenceShapedLine *line, double x0,
           gboolean as_glyphs)
{
  cairo_t *cr = self->cr;
  gboolean halo = run->halo.a > 0 && run->halo_width > 0;

  cairo_new_path (cr);
  if (halo || !as_glyphs)
    whence_shaped_line_add_path (line, cr, x0);
  if (halo)
    {
      set_source (cr, run->halo);
      cairo_set_line_width (cr, 2 * run->halo_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_stroke_preserve (cr);
    }
  set_source (cr, run->color);
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
draw_kept (CairoPen *self, const WhenceTextRun *run)
{
  return self->screen_scale > 0 && run->align == WHENCE_ALIGN_START && !run->struck
         && whence_text_sprite_draw (self->cr, run, NULL, 0, 0, self->screen_scale);
}

static void
draw_shaped (CairoPen *self, const WhenceTextRun *run)
{
  static const double shares[] = {
    [WHENCE_ALIGN_START] = 0, [WHENCE_ALIGN_MIDDLE] = 0.5, [WHENCE_ALIGN_END] = 1
  };
  const WhenceShapedLine *line = whence_fonts_shape (run->text, run->font, run->rtl);
  double width = (double) whence_shaped_line_get_width (line) / PANGO_SCALE, x0 = -shares[run->align] * width;

  /* A mask has one colour, and so have outlines. */
  if (whence_text_may_be_coloured (run->text))
    draw_line (self, run, line, x0, TRUE);
  else if (self->screen_scale <= 0
           || !whence_text_sprite_draw (self->cr, run, line, x0, 0, self->screen_scale))
    draw_line (self, run, line, x0, self->on_paper);
  if (run->struck)
    {
      set_source (self->cr, run->color);
      strike_through (self->cr, run, x0, width);
    }
}

static void
draw_text (WhencePen *pen, const WhenceTextRun *run)
{
  CairoPen *self = (CairoPen *) pen;
  cairo_t *cr = use_cairo (pen);

  cairo_save (cr);
  cairo_translate (cr, run->x, run->baseline);
  if (run->angle != 0)
    cairo_rotate (cr, run->angle);
  if (!draw_kept (self, run))
    draw_shaped (self, run);
  cairo_restore (cr);
}

static void
push_group (WhencePen *pen, const WhenceGroup *group)
{
  CairoPen *self = (CairoPen *) pen;
  guint8 linked = group->link != NULL;
  if (linked)
    {
      g_autofree char *attributes = g_strdup_printf ("uri='%s'", group->link);
      cairo_tag_begin (use_cairo (pen), CAIRO_TAG_LINK, attributes);
    }
  g_byte_array_append (self->links, &linked, 1);
}

static void
pop_group (WhencePen *pen)
{
  CairoPen *self = (CairoPen *) pen;
  g_return_if_fail (self->links->len > 0);
  if (self->links->data[self->links->len - 1])
    cairo_tag_end (use_cairo (pen), CAIRO_TAG_LINK);
  g_byte_array_set_size (self->links, self->links->len - 1);
}

static void
push_opacity (WhencePen *pen, double opacity)
{
  CairoPen *self = (CairoPen *) pen;
  g_array_append_val (self->opacities, opacity);
  if (opacity < 1)
    cairo_push_group (use_cairo (pen));
}

static void
pop_opacity (WhencePen *pen)
{
  CairoPen *self = (CairoPen *) pen;
  g_return_if_fail (self->opacities->len > 0);
  double opacity = g_array_index (self->opacities, double, self->opacities->len - 1);
  g_array_set_size (self->opacities, self->opacities->len - 1);
  if (opacity < 1)
    {
      cairo_pop_group_to_source (use_cairo (pen));
      cairo_paint_with_alpha (self->cr, opacity);
    }
}

static void
push_clip (WhencePen *pen, WhenceRect rect)
{
  CairoPen *self = (CairoPen *) pen;
  cairo_save (use_cairo (pen));
  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (self->cr);
  self->n_saved++;
}

static void
push_transform (WhencePen *pen, double dx, double dy, double scale)
{
  CairoPen *self = (CairoPen *) pen;
  cairo_save (use_cairo (pen));
  cairo_translate (self->cr, dx, dy);
  cairo_scale (self->cr, scale, scale);
  self->n_saved++;
}

static void
pop_saved (WhencePen *pen)
{
  CairoPen *self = (CairoPen *) pen;
  g_return_if_fail (self->n_saved > 0);
  cairo_restore (use_cairo (pen));
  self->n_saved--;
}

static void
draw_image (WhencePen *pen, const WhenceImage *image, WhenceRect rect, const WhencePath *shape)
{
  cairo_t *cr = use_cairo (pen);
  cairo_surface_t *surface = whence_image_create_surface (image);
  double w = cairo_image_surface_get_width (surface), h = cairo_image_surface_get_height (surface);
  double scale = MAX (rect.width / w, rect.height / h);

  cairo_save (cr);
  append_path (cr, shape);
  cairo_clip (cr);
  cairo_translate (cr, rect.x + (rect.width - w * scale) / 2, rect.y + (rect.height - h * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
free_pen (WhencePen *pen)
{
  CairoPen *self = (CairoPen *) pen;
  whence_pixels_close (&self->pixels);
  g_byte_array_unref (self->links);
  g_array_unref (self->opacities);
  g_free (self);
}

static const WhencePenBack cairo_back = {
  .free = free_pen,
  .push_group = push_group,
  .pop_group = pop_group,
  .push_opacity = push_opacity,
  .pop_opacity = pop_opacity,
  .push_clip = push_clip,
  .pop_clip = pop_saved,
  .push_transform = push_transform,
  .pop_transform = pop_saved,
  .fill = fill_path,
  .stroke = stroke_path,
  .hairline = draw_hairline,
  .hairlines = draw_hairlines,
  .dot = draw_dot,
  .text = draw_text,
  .image = draw_image,
};

WhencePen *
whence_pen_new_cairo (cairo_t *cr)
{
  CairoPen *self = g_new0 (CairoPen, 1);
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));
  self->parent.back = &cairo_back;
  self->cr = cr;
  self->on_paper =
    type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_PS || type == CAIRO_SURFACE_TYPE_SVG;
  self->links = g_byte_array_new ();
  self->opacities = g_array_new (FALSE, FALSE, sizeof (double));
  return &self->parent;
}

WhencePen *
whence_pen_new_screen (cairo_t *cr, double scale)
{
  CairoPen *self = (CairoPen *) whence_pen_new_cairo (cr);
  self->screen_scale = scale;
  return &self->parent;
}
