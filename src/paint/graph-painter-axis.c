/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis over a chronological graph, as the timeline draws it, its lines behind everything, and the column
 * of those without a date. O(ticks). */
#include "paint/graph-painter-private.h"
#include "paint/timeline-painter-private.h"

#define HEADING_INSET 6.0 /* px */

static void
draw_lines (const WhenceTimelineInk *ink, const WhenceAxisTick *ticks, guint n, const WhenceGraphAxis *axis,
            double height)
{
  for (guint i = 0; i < n; i++)
    if (ticks[i].x >= 0 && ticks[i].x < axis->width)
      {
        double x = whence_timeline_snap (ticks[i].x);
        whence_timeline_line (ink, x, WHENCE_AXIS_HEIGHT, x, height, ink->style->grid, 1);
      }
}

void
whence_graph_paint_axis_lines (const WhenceGraphInk *graph)
{
  const WhenceGraphAxis *axis = graph->scene->axis;
  WhenceTimelineInk ink = { graph->pen, graph->path, graph->style };

  if (axis == NULL)
    return;
  whence_pen_push_group (graph->pen, &(WhenceGroup){ .css_class = "grid" });
  if (axis->ticks.n_minor <= axis->width / 40)
    draw_lines (&ink, axis->ticks.minor, axis->ticks.n_minor, axis, graph->paint->height);
  draw_lines (&ink, axis->ticks.major, axis->ticks.n_major, axis, graph->paint->height);
  if (axis->heading.n_lines > 0)
    {
      double x = whence_timeline_snap (axis->width);
      whence_timeline_line (&ink, x, 0, x, graph->paint->height, graph->style->grid_strong, 1);
    }
  whence_pen_pop_group (graph->pen);
}

void
whence_graph_paint_axis (const WhenceGraphInk *graph)
{
  const WhenceGraphAxis *axis = graph->scene->axis;
  WhenceTimelineInk ink = { graph->pen, graph->path, graph->style };
  WhenceFill ground = WHENCE_SOLID (graph->style->ground);
  const WhenceColor none = { 0 };

  if (axis == NULL)
    return;
  whence_path_clear (graph->path);
  whence_path_rect (graph->path, (WhenceRect){ 0, 0, graph->paint->width, WHENCE_AXIS_HEIGHT - 1 });
  whence_pen_fill (graph->pen, graph->path, &ground);
  whence_timeline_paint_axis (&ink, &axis->ticks, 0, axis->width, graph->paint->width);
  if (axis->heading.n_lines > 0)
    {
      double x = whence_timeline_snap (axis->width);
      whence_timeline_line (&ink, x, 0, x, WHENCE_AXIS_HEIGHT, graph->style->grid_strong, 1);
      whence_pen_text_block (graph->pen, &axis->heading, axis->width + HEADING_INSET,
                             WHENCE_AXIS_HEIGHT - axis->heading.height - 2, WHENCE_ALIGN_START,
                             graph->style->text_muted, none);
    }
}
