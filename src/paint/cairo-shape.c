/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a path is, and what fills it, in the words of Cairo. Linear in the path, and in the lines of a hatch.
 */
#include "paint/cairo-shape.h"

#include <math.h>

#include "paint/path-private.h"

/* Between hatch lines, px. */
#define HATCH_STEP 5.0

void
whence_cairo_set_color (cairo_t *cr, WhenceColor color)
{
  cairo_set_source_rgba (cr, color.r, color.g, color.b, color.a);
}

void
whence_cairo_append_path (cairo_t *cr, const WhencePath *path)
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

void
whence_cairo_set_fade (cairo_t *cr, const WhenceFill *fill)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (fill->x0, fill->y0, fill->x1, fill->y1);
  cairo_pattern_add_color_stop_rgba (pattern, 0, fill->color.r, fill->color.g, fill->color.b, fill->color.a);
  cairo_pattern_add_color_stop_rgba (pattern, 1, fill->color2.r, fill->color2.g, fill->color2.b,
                                     fill->color2.a);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

/* Lines x + y = (k + 1/2) step √2 through the path, the same ones for every path so that neighbours join. */
void
whence_cairo_fill_hatch (cairo_t *cr, WhenceColor color)
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
  whence_cairo_set_color (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}
