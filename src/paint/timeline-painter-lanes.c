/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes, their headers, and what stands for many facts: clusters and the bars of histograms. All of it is
 * neutral in hue, since it is of many kinds. */
#include "paint/timeline-painter-private.h"

#include <math.h>

/* px */
#define SIGN_X 11.0
#define SIGN_SIZE 3.5
#define LIT_LEAST 3.0

/* --- Groups -------------------------------------------------------------------------------------- */

/* The more facts, the darker, in a few steps: 2 … 10 … 100 … */
static double
weight_of (guint n_facts)
{
  return 0.1 + 0.1 * MIN (3, floor (log10 (MAX (1, n_facts))));
}

void
whence_timeline_paint_pill (const WhenceTimelineInk *ink, WhenceRect bounds, WhenceColor color)
{
  WhenceRect pill = { floor (bounds.x) + 0.5, floor (bounds.y) + 0.5, floor (bounds.width) - 1,
                      floor (bounds.height) - 1 };
  WhenceFill fill = WHENCE_SOLID (color);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->edge), .width = 1 };
  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, pill, pill.height / 2);
  whence_pen_fill (ink->pen, ink->path, &fill);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_timeline_paint_cluster (const WhenceTimelineInk *ink, const WhenceTimelineItem *item)
{
  const WhenceStyle *style = ink->style;
  whence_timeline_paint_pill (
    ink, item->bounds, whence_color_mix (style->surface, style->grid_strong, weight_of (item->n_facts) * 2));
  whence_timeline_paint_words (ink, &item->label.title, item->label_at, style->text, FALSE);
}

static void
fill_box (const WhenceTimelineInk *ink, WhenceRect box, WhenceColor color)
{
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, box);
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (color));
}

/* So much of the bar, from its foot; one of a hundred thousand can be seen too. */
static void
fill_share (const WhenceTimelineInk *ink, WhenceRect bar, guint n, guint of, WhenceColor color)
{
  double height = round (bar.height * n / MAX (1, of)), least = MIN (LIT_LEAST, bar.height);
  if (n == 0)
    return;
  height = CLAMP (height, least, bar.height);
  fill_box (ink, (WhenceRect){ bar.x, bar.y + bar.height - height, bar.width, height }, color);
}

void
whence_timeline_paint_bar (const WhenceTimelineInk *ink, const WhenceTimelineItem *item, WhenceLitBar lit)
{
  const WhenceStyle *style = ink->style;
  WhenceRect r = item->mark;
  double left = floor (r.x), top = floor (r.y);
  WhenceRect box = { left, top, MAX (1, floor (whence_rect_right (r)) - left),
                     floor (whence_rect_bottom (r)) - top };
  fill_box (ink, box, whence_color_mix (style->edge, style->ground, 0.35));
  fill_share (ink, box, lit.n_found, item->n_facts, whence_color_mix (style->accent, style->ground, 0.5));
  fill_share (ink, box, lit.n_lit, item->n_facts, style->accent);
  whence_timeline_paint_words (ink, &item->label.title, item->label_at, ink->style->text_muted, FALSE);
}

/* --- Lanes --------------------------------------------------------------------------------------- */

/* What bars stand on. */
static void
draw_base (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, const WhenceTimelineLane *lane)
{
  double y = whence_timeline_snap (lane->base);
  whence_timeline_line (ink, scene->left, y, scene->right, y, ink->style->grid_strong, 1);
}

void
whence_timeline_paint_lanes (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, double top,
                             double bottom)
{
  for (guint i = 0; i < scene->n_lanes; i++)
    {
      const WhenceTimelineLane *lane = &scene->lanes[i];
      double y = whence_timeline_snap (lane->y);
      if (lane->y + lane->height <= top || lane->y >= bottom)
        continue;
      if (lane->header.n_lines > 0 && i > 0)
        whence_timeline_line (ink, 0, y, scene->width, y, ink->style->grid_strong, 1);
      if (lane->n_bars > 0 && !lane->collapsed)
        draw_base (ink, scene, lane);
    }
}

/* A header above its rows covers what is scrolled below it. */
void
whence_timeline_paint_header_ground (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                                     const WhenceTimelineLane *lane, WhenceRect box)
{
  WhenceFill fill = WHENCE_SOLID (ink->style->ground);
  if (scene->gutter > 0 || box.y <= lane->header_box.y)
    return;
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, box);
  whence_pen_fill (ink->pen, ink->path, &fill);
  double y = whence_timeline_snap (whence_rect_bottom (box) - 1);
  whence_timeline_line (ink, 0, y, scene->width, y, ink->style->grid_strong, 1);
}

/* Points down where the lane is open and at it where it is not. */
static void
draw_sign (const WhenceTimelineInk *ink, WhencePoint at, gboolean collapsed)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->text_muted), .width = 1.5, .round_caps = TRUE };
  double a = SIGN_SIZE, b = SIGN_SIZE / 2;
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, at.x - (collapsed ? b : a), at.y - (collapsed ? a : b));
  whence_path_line_to (ink->path, at.x + (collapsed ? b : 0), at.y + (collapsed ? 0 : b));
  whence_path_line_to (ink->path, at.x + (collapsed ? -b : a), at.y + (collapsed ? a : -b));
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_timeline_paint_header (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                              const WhenceTimelineLane *lane, WhenceRect box)
{
  const WhenceStyle *style = ink->style;
  double line = whence_font_get_metrics (WHENCE_FONT_HEADING)->line_height;
  WhencePoint name = { box.x + lane->header_at.x, box.y + lane->header_at.y };
  WhencePoint count = { box.x + lane->count_at.x, box.y + lane->count_at.y };
  if (scene->controls)
    draw_sign (ink, (WhencePoint){ SIGN_X, floor (box.y + line / 2) + 0.5 }, lane->collapsed);
  whence_timeline_paint_words (ink, &lane->header, name, style->text, FALSE);
  whence_timeline_paint_words (ink, &lane->count, count, style->text_muted, FALSE);
}

void
whence_timeline_paint_empty_lanes (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                                   const WhenceTimelineItem *item)
{
  if (scene->controls)
    draw_sign (ink, (WhencePoint){ SIGN_X, floor (item->bounds.y + item->bounds.height / 2) + 0.5 }, TRUE);
  whence_timeline_paint_words (ink, &item->label.title, item->label_at, ink->style->text_muted, FALSE);
}
