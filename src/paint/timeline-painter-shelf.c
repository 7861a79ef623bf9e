/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf of facts without a date: its head, which never scrolls out of view, and what has no room there.
 * Its entries are items like others. */
#include "paint/timeline-painter-private.h"

#define SIGN 4.0 /* px: half the width of the sign that the shelf can be opened */

/* Points up: there is more than is seen. */
static void
draw_sign (const WhenceTimelineInk *ink, WhencePoint at)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (ink->style->text_muted), .width = 1.5, .round_caps = TRUE };
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, at.x - SIGN, at.y + SIGN / 2);
  whence_path_line_to (ink->path, at.x, at.y - SIGN / 2);
  whence_path_line_to (ink->path, at.x + SIGN, at.y + SIGN / 2);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

/* The head of the shelf, and the line above it; where it covers what is scrolled below it, on a ground. */
static void
draw_head (const WhenceTimelineInk *ink, const WhenceTimelinePaint *paint, WhenceRect box, gboolean covers)
{
  const WhenceTimelineScene *scene = paint->scene;
  const WhenceStyle *style = ink->style;
  WhencePoint note = { scene->shelf_note_at.x, scene->shelf_note_at.y + box.y - scene->shelf.y };
  double y = whence_timeline_snap (box.y), right = WHENCE_SIDE_MARGIN + scene->shelf_head.width;
  guint lit = whence_highlight_spot (paint->highlight, (WhenceSpot){ WHENCE_SPOT_SHELF, WHENCE_NONE });
  if (covers)
    {
      whence_path_clear (ink->path);
      whence_path_rect (ink->path, box);
      whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (style->ground));
    }
  if (lit != 0)
    whence_timeline_paint_light (ink,
                                 (WhenceRect){ WHENCE_TIMELINE_LIT_INSET + 1, box.y + 1,
                                               box.width - 2 * WHENCE_TIMELINE_LIT_INSET - 2,
                                               box.height - 1 },
                                 lit);
  whence_timeline_line (ink, 0, y, paint->width, y, style->text_muted, 1);
  whence_timeline_paint_words (ink, &scene->shelf_head, (WhencePoint){ WHENCE_SIDE_MARGIN, box.y + 4 },
                               style->text, FALSE);
  whence_timeline_paint_words (ink, &scene->shelf_note, note, style->text_muted, FALSE);
  if (covers || scene->shelf_closed)
    draw_sign (ink, (WhencePoint){ right + 3 * SIGN, box.y + box.height / 2 });
}

void
whence_timeline_paint_shelf (const WhenceTimelineInk *ink, const WhenceTimelinePaint *paint)
{
  const WhenceTimelineScene *scene = paint->scene;
  WhenceRect place = { 0, scene->shelf.y, scene->width, WHENCE_SHELF_HEAD };
  if (scene->shelf.height <= 0)
    return;
  draw_head (ink, paint, place, FALSE);
  whence_timeline_paint_words (ink, &scene->shelf_more, scene->shelf_more_at, ink->style->text_muted, FALSE);
}

void
whence_timeline_paint_pinned_shelf (const WhenceTimelineInk *ink, const WhenceTimelinePaint *paint,
                                    double scroll)
{
  WhenceRect box = whence_shelf_head_at (paint->scene, scroll);
  if (box.height > 0 && box.y < paint->scene->shelf.y)
    draw_head (ink, paint, box, TRUE);
}
