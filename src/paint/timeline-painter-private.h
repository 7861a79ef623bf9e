/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shared by the parts of the timeline painter. */
#pragma once

#include "layout/timeline-scene-private.h"
#include "paint/timeline-painter.h"

G_BEGIN_DECLS

#define WHENCE_TIMELINE_LIT_INSET 3.0 /* px that the ground of a lit item is larger on each side */

typedef struct
{
  WhencePen *pen;
  WhencePath *path; /* scratch */
  const WhenceStyle *style;
} WhenceTimelineInk;

/* The sign of a fact, without words. */
void whence_timeline_paint_sign (const WhenceTimelineInk *ink, const WhenceTimelineItem *item);
/* The other dates of a fact whose date is disputed, linked to its mark (which goes above them), up to the
 * edges of the view; where the mark stands for such a date itself, that too. */
void whence_timeline_paint_ghosts (const WhenceTimelineInk *ink, const WhenceTimelineItem *item,
                                   const WhenceGhost *ghosts, double left, double right);
/* The span of time that is selected, in @area, behind what is in it, its edges interrupted by @obstacles; and
 * along the axis. */
void whence_timeline_paint_span (const WhenceTimelineInk *ink, const WhenceHighlight *highlight,
                                 WhenceTimeView view, WhenceRect area, const GArray *obstacles);
void whence_timeline_paint_span_bracket (const WhenceTimelineInk *ink, const WhenceHighlight *highlight,
                                         WhenceTimeView view, double left, double right);
/* The strip at the top of a band, without words; and the bands themselves from @top to @bottom of the
 * content, behind everything, their edges interrupted by @obstacles (WhenceRect, from above). */
void whence_timeline_paint_strip (const WhenceTimelineInk *ink, const WhenceTimelineItem *item);
void whence_timeline_paint_bands (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, double top,
                                  double bottom, const GArray *obstacles);
/* From the mark of @fact to those of the facts that share its participants; or, @counted, how many of them
 * have none, above everything else. */
void whence_timeline_paint_arcs (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, guint32 fact,
                                 gboolean counted);
/* A line downwards, interrupted where @obstacles stand. */
void whence_timeline_add_pole (WhencePath *path, double x, double top, double bottom,
                               const GArray *obstacles);
/* The words of a mark or of an entry of the shelf. */
void whence_timeline_paint_label (const WhenceTimelineInk *ink, const WhenceTimelineItem *item);
/* The ground (and the ring, or the line) of what is lit. */
void whence_timeline_paint_light (const WhenceTimelineInk *ink, WhenceRect bounds, guint lit);
/* Lines of text, the top left of their box at @at. */
void whence_timeline_paint_words (const WhenceTimelineInk *ink, const WhenceTextBlock *block, WhencePoint at,
                                  WhenceColor color, gboolean struck);
/* The ground of a count, round at its ends, with its border on whole pixels. */
void whence_timeline_paint_pill (const WhenceTimelineInk *ink, WhenceRect bounds, WhenceColor color);
/* What stands for many facts. */
void whence_timeline_paint_cluster (const WhenceTimelineInk *ink, const WhenceTimelineItem *item);
void whence_timeline_paint_bar (const WhenceTimelineInk *ink, const WhenceTimelineItem *item,
                                WhenceLitBar lit);
/* The line that counts lanes with nothing in view. */
void whence_timeline_paint_empty_lanes (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                                        const WhenceTimelineItem *item);
/* What separates lanes, from @top to @bottom of the content, and what bars stand on. */
void whence_timeline_paint_lanes (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, double top,
                                  double bottom);
/* The header of a lane at @box, where it is when scrolled; its ground goes below what is lit. */
void whence_timeline_paint_header_ground (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                                          const WhenceTimelineLane *lane, WhenceRect box);
void whence_timeline_paint_header (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                                   const WhenceTimelineLane *lane, WhenceRect box);
/* The head of the shelf, the line above it and what has no room, where they are in the content; and the head
 * once more where it would be scrolled out of view. */
void whence_timeline_paint_shelf (const WhenceTimelineInk *ink, const WhenceTimelinePaint *paint);
void whence_timeline_paint_pinned_shelf (const WhenceTimelineInk *ink, const WhenceTimelinePaint *paint,
                                         double scroll);
/* The axis at the top of a view of @width px, with ticks from @left to @right. */
void whence_timeline_paint_axis (const WhenceTimelineInk *ink, const WhenceAxis *axis, double left,
                                 double right, double width);
/* The lines of the ticks and the date of @dated (NULL: of the scene) from @top to @bottom of the content,
 * interrupted where words stand. */
void whence_timeline_paint_grid (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                                 const WhenceHighlight *highlight, const WhenceScope *dated, double top,
                                 double bottom);
/* The sign of the as-of date: a stretch of time, or a line where it is narrow. */
void whence_timeline_paint_as_of (const WhenceTimelineInk *ink, WhenceRect stretch);
/* Where the message of an empty view stands. */
WhenceRect whence_timeline_message_box (const WhenceTimelineScene *scene);

/* The middle of the pixel that @x is in: where a line of one pixel is crisp. */
double whence_timeline_snap (double x);
void whence_timeline_line (const WhenceTimelineInk *ink, double x0, double y0, double x1, double y1,
                           WhenceColor color, double width);

G_END_DECLS
