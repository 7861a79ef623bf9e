/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a fact that cannot all be true: hollow signs in the colour of disputes, small where the mark
 * is full, and a dotted line that links them. They differ from marks by their shape alone. Constant time
 * each. */
#include "paint/timeline-painter-private.h"

#include <math.h>

#define DIAMOND 4.0    /* px: half the diagonal */
#define GHOST_BAND 5.0 /* px */
#define LEAST_FILL 2.0 /* px */

typedef struct
{
  const WhenceTimelineInk *ink;
  double top; /* of the mark, px */
} Hand;

static double
middle_of (const Hand *hand, guint level)
{
  return floor (hand->top + level * WHENCE_GHOST_LEVEL + WHENCE_MARK_HEIGHT / 2) + 0.5;
}

static WhenceStroke
outline (const Hand *hand)
{
  return (WhenceStroke){ .fill = WHENCE_SOLID (hand->ink->style->disputed), .width = 1 };
}

static void
fill_and_stroke (const Hand *hand)
{
  WhenceStroke stroke = outline (hand);
  whence_pen_fill (hand->ink->pen, hand->ink->path, &WHENCE_SOLID (hand->ink->style->ground));
  whence_pen_stroke (hand->ink->pen, hand->ink->path, &stroke);
}

static void
draw_diamond (const Hand *hand, double x, double y)
{
  const WhencePoint corners[] = {
    { x, y - DIAMOND }, { x + DIAMOND, y }, { x, y + DIAMOND }, { x - DIAMOND, y }
  };
  whence_path_clear (hand->ink->path);
  whence_path_polygon (hand->ink->path, corners, G_N_ELEMENTS (corners));
  fill_and_stroke (hand);
}

/* A side that goes on, or fades out, is not closed. */
static gboolean
is_closed (WhenceEnd end)
{
  return end == WHENCE_END_CAP || end == WHENCE_END_UNKNOWN;
}

static void
draw_bar (const Hand *hand, const WhenceMarkShape *shape, double y)
{
  WhencePath *path = hand->ink->path;
  WhenceStroke stroke = outline (hand);
  /* What goes on beyond the view runs over the margin, as marks do. */
  double x0 = shape->x0 - (shape->end0 == WHENCE_END_CUT ? WHENCE_SIDE_MARGIN : 0);
  double x1 = shape->x1 + (shape->end1 == WHENCE_END_CUT ? WHENCE_SIDE_MARGIN : 0);
  double left = floor (x0) + 0.5, right = MAX (left + LEAST_FILL, floor (x1) - 0.5);
  double top = y - GHOST_BAND / 2, bottom = y + GHOST_BAND / 2;
  whence_path_clear (path);
  whence_path_rect (path, (WhenceRect){ left, top, right - left, GHOST_BAND });
  whence_pen_fill (hand->ink->pen, path, &WHENCE_SOLID (hand->ink->style->ground));
  whence_path_clear (path);
  whence_path_move_to (path, right, top);
  whence_path_line_to (path, left, top);
  (is_closed (shape->end0) ? whence_path_line_to : whence_path_move_to) (path, left, bottom);
  whence_path_line_to (path, right, bottom);
  if (is_closed (shape->end1))
    whence_path_line_to (path, right, top);
  whence_pen_stroke (hand->ink->pen, path, &stroke);
}

static void
draw_ghost (const Hand *hand, const WhenceMarkShape *shape, guint level)
{
  double y = middle_of (hand, level);
  if (shape->dot)
    draw_diamond (hand, (shape->x0 + shape->tail0 + shape->x1 - shape->tail1) / 2, y);
  else
    draw_bar (hand, shape, y);
}

/* Along the mark, and down to the ghosts below it. */
static void
draw_link (const Hand *hand, const WhenceMarkShape *mark, const WhenceGhost *ghosts, guint n)
{
  const WhenceTimelineInk *ink = hand->ink;
  WhenceStroke stroke = { WHENCE_SOLID (ink->style->disputed), 1, { 1.5, 2 }, 2, FALSE };
  double from = (mark->x0 + mark->x1) / 2, to = from, y = middle_of (hand, 0);
  whence_path_clear (ink->path);
  for (guint i = 0; i < n; i++)
    {
      double x = whence_ghost_meets (&ghosts[i].shape, mark);
      from = MIN (from, x);
      to = MAX (to, x);
      if (ghosts[i].level == 0)
        continue;
      whence_path_move_to (ink->path, whence_timeline_snap (x), y);
      whence_path_line_to (ink->path, whence_timeline_snap (x), middle_of (hand, ghosts[i].level));
    }
  whence_path_move_to (ink->path, from, y);
  whence_path_line_to (ink->path, to, y);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

void
whence_timeline_paint_ghosts (const WhenceTimelineInk *ink, const WhenceTimelineItem *item,
                              const WhenceGhost *ghosts, double left, double right)
{
  Hand hand = { ink, item->mark.y };
  WhenceGhost placed[WHENCE_MOST_GHOSTS];
  if (item->n_ghosts == 0)
    return;
  for (guint i = 0; i < item->n_ghosts; i++)
    {
      placed[i] = ghosts[i];
      if (ghosts[i].beyond != 0)
        placed[i].shape.x0 = placed[i].shape.x1 =
          ghosts[i].beyond < 0 ? left - WHENCE_SIDE_MARGIN : right + WHENCE_SIDE_MARGIN;
    }
  draw_link (&hand, &item->shape, placed, item->n_ghosts);
  for (guint i = 0; i < item->n_ghosts; i++)
    if (ghosts[i].beyond == 0)
      draw_ghost (&hand, &ghosts[i].shape, ghosts[i].level);
  if (item->displaced)
    draw_ghost (&hand, &item->shape, 0);
}
