/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pen on Cairo: screen, PNG, PDF, printer. Whatever a painter pushed is popped by the end. */
#include "paint/cairo-run.h"
#include "paint/cairo-shape.h"
#include "paint/pen-backs.h"
#include "paint/pen-private.h"
#include "paint/pixels.h"

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
fill_path (WhencePen *pen, const WhencePath *path, const WhenceFill *fill)
{
  cairo_t *cr = use_cairo (pen);
  whence_cairo_append_path (cr, path);
  if (fill->kind == WHENCE_FILL_HATCH)
    {
      whence_cairo_fill_hatch (cr, fill->color);
      return;
    }
  if (fill->kind == WHENCE_FILL_FADE)
    whence_cairo_set_fade (cr, fill);
  else
    whence_cairo_set_color (cr, fill->color);
  cairo_fill (cr);
}

static void
stroke_path (WhencePen *pen, const WhencePath *path, const WhenceStroke *stroke)
{
  cairo_t *cr = use_cairo (pen);
  whence_cairo_append_path (cr, path);
  if (stroke->fill.kind == WHENCE_FILL_FADE)
    whence_cairo_set_fade (cr, &stroke->fill);
  else
    whence_cairo_set_color (cr, stroke->fill.color);
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
    whence_pixels_lines (pixels, lines, n, pen->cancellable);
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
draw_text (WhencePen *pen, const WhenceTextRun *run)
{
  CairoPen *self = (CairoPen *) pen;
  whence_cairo_draw_run (use_cairo (pen), run, self->on_paper, self->screen_scale);
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
  whence_cairo_append_path (cr, shape);
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
