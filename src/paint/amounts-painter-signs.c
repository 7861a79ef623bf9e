/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs that only amounts have: steps, stems, limits, brackets, groups. One function a sign; nothing here
 * knows where it came from. */
#include "paint/amounts-painter-private.h"

#include <math.h>
#include <string.h>

/* px */
#define SERIF 3.0
#define BRACKET 5.0 /* how far the bracket stands out */

static void
stroke_line (const WhenceTimelineInk *ink, double x0, double y0, double x1, double y1,
             const WhenceStroke *stroke)
{
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, x0, y0);
  whence_path_line_to (ink->path, x1, y1);
  whence_pen_stroke (ink->pen, ink->path, stroke);
}

/* All are dashed, for nobody said that the value held; each owner has dashes of its own, as far as they go.
 */
static const struct
{
  double dash[4]; /* px */
  guint n;
} dashes[] = {
  { { 5, 3 }, 2 },
  { { 1.5, 2.5 }, 2 },
  { { 12, 3 }, 2 },
  { { 8, 2.5, 1.5, 2.5 }, 4 },
};

void
whence_amounts_paint_step (const WhenceTimelineInk *ink, const WhenceAmountStep *step, WhenceColor color)
{
  WhenceStroke held = { .fill = WHENCE_SOLID (color), .width = 1.5 };
  WhenceStroke riser = { .fill = WHENCE_SOLID (color), .width = 1 };
  double y = whence_timeline_snap (step->y), x = whence_timeline_snap (step->x1);
  memcpy (held.dash, dashes[step->whose % G_N_ELEMENTS (dashes)].dash, sizeof held.dash);
  held.n_dash = dashes[step->whose % G_N_ELEMENTS (dashes)].n;
  if (step->x1 - step->x0 >= 1)
    stroke_line (ink, step->x0, y, step->x1, y, &held);
  if (step->rises)
    stroke_line (ink, x, y, x, whence_timeline_snap (step->rises_to), &riser);
}

void
whence_amounts_paint_stem (const WhenceTimelineInk *ink, const WhenceAmountMark *mark, WhenceColor color)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (color), .width = mark->item.shape.dot ? 1.5 : 1 };
  double x = whence_timeline_snap (mark->middle);
  int down = mark->ground > mark->y ? 1 : -1;
  double from = mark->y + down * WHENCE_BODY_HEIGHT / 2;
  if ((mark->ground - from) * down <= 0)
    return;
  if (!mark->item.shape.dot)
    {
      stroke.dash[0] = stroke.dash[1] = 2;
      stroke.n_dash = 2;
    }
  stroke_line (ink, x, from, x, mark->ground, &stroke);
}

static void
draw_serif (const WhenceTimelineInk *ink, double x, double y, WhenceColor color)
{
  double at = whence_timeline_snap (y);
  whence_timeline_line (ink, x - SERIF, at, x + SERIF, at, color, 1);
}

void
whence_amounts_paint_limits (const WhenceTimelineInk *ink, const WhenceAmountMark *mark, WhenceColor color)
{
  double x = whence_timeline_snap (mark->middle), limits[] = { mark->low, mark->high };
  if (mark->look == WHENCE_AMOUNT_UNDATED)
    x += WHENCE_DOT;
  for (guint i = 0; i < 2; i++)
    {
      double y = limits[i];
      WhenceStroke stroke = { .fill = WHENCE_SOLID (color), .width = 1.5 };
      if (fabs (y - mark->y) < 1)
        continue;
      if (mark->soft)
        {
          stroke.width = 4;
          stroke.fill =
            (WhenceFill){ WHENCE_FILL_FADE, color, whence_color_with_alpha (color, 0), x, mark->y, x, y };
        }
      stroke_line (ink, x, mark->y, x, y, &stroke);
      if (!mark->soft)
        draw_serif (ink, x, y, color);
    }
}

/* A reading of another source has the sign of the fact at its own height; the square bracket beside them says
 * that they are one fact. */
void
whence_amounts_paint_readings (const WhenceTimelineInk *ink, const WhenceAmountMark *mark, WhenceColor color)
{
  double top = mark->y, bottom = mark->y;
  (void) color;
  for (guint i = 0; i < mark->n_readings; i++)
    {
      WhenceTimelineItem ghost = mark->item;
      ghost.mark.y += mark->readings[i] - mark->y;
      ghost.status = WHENCE_STATUS_ALLEGED; /* hollow: the other values are not the fact's own */
      whence_timeline_paint_sign (ink, &ghost);
      top = MIN (top, mark->readings[i]);
      bottom = MAX (bottom, mark->readings[i]);
    }
  if (bottom - top < 1)
    return;
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->disputed), .width = 1.5 };
  double inner = mark->middle - WHENCE_DOT / 2 - 1, outer = whence_timeline_snap (inner - BRACKET);
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, inner, whence_timeline_snap (top));
  whence_path_line_to (ink->path, outer, whence_timeline_snap (top));
  whence_path_line_to (ink->path, outer, whence_timeline_snap (bottom));
  whence_path_line_to (ink->path, inner, whence_timeline_snap (bottom));
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_amounts_paint_undated (const WhenceTimelineInk *ink, double x0, double x1, double y, WhenceColor color)
{
  WhenceStroke stroke = {
    .fill = WHENCE_SOLID (color), .width = 1.5, .dash = { 0.1, 5 }, .n_dash = 2, .round_caps = TRUE
  };
  if (x1 <= x0)
    return;
  stroke_line (ink, x0, whence_timeline_snap (y), x1, whence_timeline_snap (y), &stroke);
}

/* From when to when, and from how much to how much. */
void
whence_amounts_paint_reach (const WhenceTimelineInk *ink, const WhenceAmountMark *mark)
{
  double y = whence_timeline_snap (mark->y), x = whence_timeline_snap (mark->middle);
  whence_timeline_line (ink, mark->item.shape.x0, y, mark->item.shape.x1, y, ink->style->edge, 1);
  whence_timeline_line (ink, x, mark->low, x, mark->high, ink->style->edge, 1);
}

void
whence_amounts_paint_group (const WhenceTimelineInk *ink, const WhenceAmountMark *mark)
{
  const WhenceStyle *style = ink->style;
  WhenceRect r = mark->item.mark;
  whence_timeline_paint_pill (ink, r, whence_color_mix (style->surface, style->edge, 0.12));
  whence_pen_text_block (ink->pen, &mark->count, r.x + r.width / 2, r.y + (r.height - mark->count.height) / 2,
                         WHENCE_ALIGN_MIDDLE, style->text, (WhenceColor){ 0 });
}
