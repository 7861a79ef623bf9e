/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The front of the pen: checks what painters ask for, so that each back may trust it, and passes it on.
 * Constant time a call on top of the back's own. */
#include "paint/pen.h"

#include <math.h>
#include <string.h>

#include "paint/path-private.h"
#include "paint/pen-private.h"

#define BLOCK_HALO 3.0
/* Parts of the size of the font: the height of letters, and what the halo of the outermost ones covers. */
#define GAP_TOP 0.72
#define GAP_INSET 0.5
/* What no view comes near and Cairo's fixed point still holds. */
#define FURTHEST 4e6
#define SMALLEST_SCALE 1e-3
#define LARGEST_SCALE 1e3

static double
bound (double number, double least)
{
  return isfinite (number) ? CLAMP (number, least, FURTHEST) : 0;
}

void
whence_pen_free (WhencePen *pen)
{
  g_clear_pointer (&pen->scratch, whence_path_free);
  pen->back->free (pen);
}

void
whence_pen_set_cancellable (WhencePen *pen, GCancellable *cancellable)
{
  pen->cancellable = cancellable;
}

/* The link with everything outside RFC 3986, and what would end a string in PDF or an attribute of a Cairo
 * tag, percent-encoded; NULL when it is not http or https. Transfer full. */
static char *
clean_link (const char *link)
{
  static const char kept[] = "-._~:/?#[]@!$&*+,;=%";
  if (link == NULL
      || (g_ascii_strncasecmp (link, "http://", 7) != 0 && g_ascii_strncasecmp (link, "https://", 8) != 0))
    return NULL;

  GString *clean = g_string_new (NULL);
  for (const char *p = link; *p != '\0'; p++)
    if (g_ascii_isalnum (*p) || strchr (kept, *p) != NULL)
      g_string_append_c (clean, *p);
    else
      g_string_append_printf (clean, "%%%02X", (guint8) *p);
  return g_string_free (clean, FALSE);
}

void
whence_pen_push_group (WhencePen *pen, const WhenceGroup *group)
{
  g_autofree char *link = clean_link (group->link);
  WhenceGroup checked = *group;
  checked.link = link;
  pen->back->push_group (pen, &checked);
}

gboolean
whence_pen_names_groups (const WhencePen *pen)
{
  return pen->back->names_groups;
}

void
whence_pen_pop_group (WhencePen *pen)
{
  pen->back->pop_group (pen);
}

void
whence_pen_push_opacity (WhencePen *pen, double opacity)
{
  pen->back->push_opacity (pen, isfinite (opacity) ? CLAMP (opacity, 0, 1) : 1);
}

void
whence_pen_pop_opacity (WhencePen *pen)
{
  pen->back->pop_opacity (pen);
}

void
whence_pen_push_clip (WhencePen *pen, WhenceRect rect)
{
  rect = (WhenceRect){ bound (rect.x, -FURTHEST), bound (rect.y, -FURTHEST), bound (rect.width, 0),
                       bound (rect.height, 0) };
  pen->back->push_clip (pen, rect);
}

void
whence_pen_pop_clip (WhencePen *pen)
{
  pen->back->pop_clip (pen);
}

void
whence_pen_push_transform (WhencePen *pen, double dx, double dy, double scale)
{
  gboolean sane =
    fabs (dx) < FURTHEST && fabs (dy) < FURTHEST && scale > SMALLEST_SCALE && scale < LARGEST_SCALE;
  pen->back->push_transform (pen, sane ? dx : 0, sane ? dy : 0, sane ? scale : 1);
}

void
whence_pen_pop_transform (WhencePen *pen)
{
  pen->back->pop_transform (pen);
}

/* A fade into nothing keeps its hue on the way: the backs differ in how they mix colours of unequal opacity.
 */
static WhenceFill
check_fill (const WhenceFill *fill)
{
  WhenceFill checked = *fill;
  if (fill->kind == WHENCE_FILL_FADE && fill->color2.a <= 0)
    checked.color2 = whence_color_with_alpha (fill->color, 0);
  else if (fill->kind == WHENCE_FILL_FADE && fill->color.a <= 0)
    checked.color = whence_color_with_alpha (fill->color2, 0);
  return checked;
}

static gboolean
is_drawable (const WhencePath *path, const WhenceFill *fill)
{
  if (path->broken || path->ops->len == 0)
    return FALSE;
  if (fill->kind == WHENCE_FILL_FADE)
    return fabs (fill->x0) < FURTHEST && fabs (fill->y0) < FURTHEST && fabs (fill->x1) < FURTHEST
           && fabs (fill->y1) < FURTHEST;
  return fill->color.a > 0;
}

void
whence_pen_fill (WhencePen *pen, const WhencePath *path, const WhenceFill *fill)
{
  WhenceFill checked = check_fill (fill);
  if (is_drawable (path, &checked))
    pen->back->fill (pen, path, &checked);
}

void
whence_pen_stroke (WhencePen *pen, const WhencePath *path, const WhenceStroke *stroke)
{
  WhenceStroke checked = *stroke;
  double dashes = 0;
  checked.fill = check_fill (&stroke->fill);
  checked.n_dash = MIN (stroke->n_dash, G_N_ELEMENTS (stroke->dash));
  for (guint i = 0; i < checked.n_dash; i++)
    dashes = stroke->dash[i] >= 0 ? dashes + stroke->dash[i] : -INFINITY;
  if (!(dashes > 0.01 && dashes < FURTHEST))
    checked.n_dash = 0;
  if (is_drawable (path, &checked.fill) && stroke->width > 0 && stroke->width < FURTHEST)
    pen->back->stroke (pen, path, &checked);
}

static WhencePath *
get_scratch (WhencePen *pen)
{
  if (pen->scratch == NULL)
    pen->scratch = whence_path_new ();
  whence_path_clear (pen->scratch);
  return pen->scratch;
}

static gboolean
is_near (WhencePoint p)
{
  return fabs (p.x) < FURTHEST && fabs (p.y) < FURTHEST;
}

gboolean
whence_hairline_is_drawable (const WhencePoint curve[4], WhenceColor color, double width)
{
  return color.a > 0 && width > 0 && is_near (curve[0]) && is_near (curve[1]) && is_near (curve[2])
         && is_near (curve[3]);
}

void
whence_pen_hairline (WhencePen *pen, const WhencePoint curve[4], WhenceColor color, double width)
{
  WhencePath *path;

  if (!whence_hairline_is_drawable (curve, color, width)
      || (pen->back->hairline != NULL && pen->back->hairline (pen, curve, color, width)))
    return;
  path = get_scratch (pen);
  whence_path_curve (path, curve);
  whence_pen_stroke (pen, path, &(WhenceStroke){ .fill = WHENCE_SOLID (color), .width = width });
}

void
whence_pen_hairlines (WhencePen *pen, const WhenceHairline *lines, guint32 n)
{
  if (pen->back->hairlines != NULL && pen->back->hairlines (pen, lines, n))
    return;
  for (guint32 i = 0; i < n; i++)
    if (lines[i].curve != NULL)
      whence_pen_hairline (pen, lines[i].curve, lines[i].color, lines[i].width);
}

void
whence_pen_dot (WhencePen *pen, double x, double y, double radius, WhenceColor color)
{
  WhencePath *path;

  if (!(color.a > 0 && radius > 0 && radius < FURTHEST && is_near ((WhencePoint){ x, y }))
      || (pen->back->dot != NULL && pen->back->dot (pen, x, y, radius, color)))
    return;
  path = get_scratch (pen);
  whence_path_circle (path, x, y, radius);
  whence_pen_fill (pen, path, &WHENCE_SOLID (color));
}

/* Between two words the halos of letters leave a gap, in which a line behind would show as a dot. */
static void
clear_gaps (WhencePen *pen, const WhenceTextRun *run)
{
  static const double shares[] = {
    [WHENCE_ALIGN_START] = 0, [WHENCE_ALIGN_MIDDLE] = 0.5, [WHENCE_ALIGN_END] = 1
  };
  double size = whence_font_get_metrics (run->font)->size, inset = size * GAP_INSET;
  double left = run->x - shares[run->align] * run->width;
  WhencePath *path;

  if (run->width <= 2 * inset)
    return;
  path = get_scratch (pen);
  whence_path_rect (path, (WhenceRect){ left + inset, run->baseline - size * GAP_TOP, run->width - 2 * inset,
                                        size * GAP_TOP });
  whence_pen_fill (pen, path, &WHENCE_SOLID (run->halo));
}

void
whence_pen_text (WhencePen *pen, const WhenceTextRun *run)
{
  if (run->text == NULL || run->color.a <= 0 || !(fabs (run->x) < FURTHEST)
      || !(fabs (run->baseline) < FURTHEST) || !(fabs (run->angle) < FURTHEST))
    return;
  g_autofree char *clean = whence_text_clean (run->text);
  if (clean[0] == '\0')
    return;
  WhenceTextRun checked = *run;
  checked.text = clean;
  checked.width = bound (run->width, 0);
  if (checked.halo.a > 0 && checked.halo_width > 0 && checked.angle == 0 && strchr (clean, ' ') != NULL)
    clear_gaps (pen, &checked);
  pen->back->text (pen, &checked);
}

static void
write_block (WhencePen *pen, const WhenceTextBlock *block, double x, double y, WhenceAlign align,
             WhenceColor color, WhenceColor halo, gboolean struck)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (block->font);
  for (guint i = 0; i < block->n_lines; i++)
    {
      WhenceTextRun run = {
        .text = block->lines[i].text,
        .font = block->font,
        .x = x,
        .baseline = y + i * metrics->line_height + metrics->ascent,
        .width = block->lines[i].width,
        .align = align,
        .color = color,
        .halo = halo,
        .halo_width = BLOCK_HALO,
        .struck = struck,
        .rtl = block->rtl,
      };
      whence_pen_text (pen, &run);
    }
}

void
whence_pen_text_block (WhencePen *pen, const WhenceTextBlock *block, double x, double y, WhenceAlign align,
                       WhenceColor color, WhenceColor halo)
{
  write_block (pen, block, x, y, align, color, halo, FALSE);
}

void
whence_pen_struck_block (WhencePen *pen, const WhenceTextBlock *block, double x, double y, WhenceAlign align,
                         WhenceColor color, WhenceColor halo)
{
  write_block (pen, block, x, y, align, color, halo, TRUE);
}

void
whence_pen_image (WhencePen *pen, const WhenceImage *image, WhenceRect rect, const WhencePath *shape)
{
  g_autoptr (WhencePath) whole = whence_path_new ();

  if (!(rect.width > 0 && rect.height > 0 && isfinite (rect.x + rect.width)
        && isfinite (rect.y + rect.height)))
    return;
  if (shape == NULL)
    {
      whence_path_rect (whole, rect);
      shape = whole;
    }
  if (!shape->broken && shape->ops->len > 0)
    pen->back->image (pen, image, rect, shape);
}
