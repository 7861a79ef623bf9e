/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of the ticks behind the lanes, and the date at which ties are looked at. They are interrupted
 * where words stand, which is what a halo is for, at a fraction of its cost and on any ground; each level is
 * one path. O(ticks × rows in the viewport).
 */
#include "paint/timeline-painter-private.h"

#define CLEARANCE 2.0 /* px between words and a line */

static void
add_obstacle (GArray *obstacles, WhenceRect box, double top, double bottom)
{
  if (box.width > 0 && whence_rect_bottom (box) > top && box.y < bottom)
    g_array_append_val (obstacles, box);
}

static int
compare_tops (gconstpointer a, gconstpointer b)
{
  const WhenceRect *p = a, *q = b;
  return p->y < q->y ? -1 : p->y > q->y;
}

/* All words between @top and @bottom, from above. */
static GArray *
collect_obstacles (const WhenceTimelineScene *scene, double top, double bottom)
{
  GArray *obstacles = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  guint row = whence_timeline_scene_find_row (scene, top);
  for (; row < scene->n_rows && scene->rows[row].y0 < bottom; row++)
    for (guint i = 0; i < scene->rows[row].n_items; i++)
      {
        const WhenceTimelineItem *item = &scene->items[scene->rows[row].first + i];
        WhenceRect label = { item->label_at.x, item->label_at.y, item->label.width, item->label.height };
        add_obstacle (obstacles, label, top, bottom);
      }
  for (guint i = 0; i < scene->n_lanes && scene->gutter <= 0; i++)
    add_obstacle (obstacles, scene->lanes[i].header_box, top, bottom);
  add_obstacle (obstacles, whence_timeline_message_box (scene), top, bottom);
  g_array_sort (obstacles, compare_tops);
  return obstacles;
}

static void
add_line (WhencePath *path, double x, double top, double bottom)
{
  if (bottom <= top)
    return;
  whence_path_move_to (path, x, top);
  whence_path_line_to (path, x, bottom);
}

void
whence_timeline_add_pole (WhencePath *path, double x, double top, double bottom, const GArray *obstacles)
{
  double from = top;
  for (guint i = 0; i < obstacles->len; i++)
    {
      WhenceRect box = g_array_index (obstacles, WhenceRect, i);
      if (x < box.x - CLEARANCE || x > whence_rect_right (box) + CLEARANCE)
        continue;
      add_line (path, x, from, box.y);
      from = MAX (from, whence_rect_bottom (box));
    }
  add_line (path, x, from, bottom);
}

static void
draw_level (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, const WhenceAxisTick *ticks,
            guint n, double top, double bottom, const GArray *obstacles, WhenceColor color)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (color), .width = ink->style->hairline };
  whence_path_clear (ink->path);
  for (guint i = 0; i < n; i++)
    if (ticks[i].x >= scene->gutter && ticks[i].x < scene->width)
      whence_timeline_add_pole (ink->path, whence_timeline_snap (ticks[i].x), top, bottom, obstacles);
  whence_pen_stroke (ink->pen, ink->path, &stroke);
}

static void
draw_as_of (const WhenceTimelineInk *ink, WhenceRect stretch, double left, double right,
            const GArray *obstacles)
{
  WhenceFill tint = WHENCE_SOLID (whence_color_with_alpha (ink->style->accent, 0.1));
  WhenceStroke edge = { .fill = WHENCE_SOLID (ink->style->accent), .width = 1 };
  double x0 = stretch.x, x1 = whence_rect_right (stretch), bottom = whence_rect_bottom (stretch);
  WhenceRect band = { MAX (x0, left), stretch.y, MIN (x1, right) - MAX (x0, left), stretch.height };

  if (x0 >= right || x1 <= left)
    return;
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, band);
  whence_pen_fill (ink->pen, ink->path, &tint);
  whence_path_clear (ink->path);
  if (x0 >= left)
    whence_timeline_add_pole (ink->path, whence_timeline_snap (x0), stretch.y, bottom, obstacles);
  if (x1 < right && x1 - x0 >= 2)
    whence_timeline_add_pole (ink->path, whence_timeline_snap (x1), stretch.y, bottom, obstacles);
  whence_pen_stroke (ink->pen, ink->path, &edge);
}

void
whence_timeline_paint_as_of (const WhenceTimelineInk *ink, WhenceRect stretch)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (WhenceRect));
  draw_as_of (ink, stretch, -G_MAXDOUBLE, G_MAXDOUBLE, obstacles);
}

static void
draw_period (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, WhencePeriod period, double top,
             double bottom, const GArray *obstacles)
{
  double x0 = whence_time_view_to_x (scene->view, period.from);
  double x1 = whence_time_view_to_x (scene->view, period.to);

  draw_as_of (ink, (WhenceRect){ x0, top, x1 - x0, bottom - top }, scene->gutter, scene->width, obstacles);
}

/* The date at which the graph beside it is looked at, or the two that are compared. */
static void
draw_as_of_date (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene, const WhenceScope *scope,
                 double top, double bottom, const GArray *obstacles)
{
  const WhenceChanges *changes = whence_scope_get_changes (scope);
  WhencePeriod period;
  if (bottom <= top)
    return;
  if (changes != NULL)
    {
      draw_period (ink, scene, whence_changes_get_earlier (changes), top, bottom, obstacles);
      draw_period (ink, scene, whence_changes_get_later (changes), top, bottom, obstacles);
    }
  if (!whence_scope_has_as_of (scope))
    return;
  whence_scope_get_as_of (scope, &period.from, &period.to);
  draw_period (ink, scene, period, top, bottom, obstacles);
}

void
whence_timeline_paint_grid (const WhenceTimelineInk *ink, const WhenceTimelineScene *scene,
                            const WhenceHighlight *highlight, const WhenceScope *dated, double top,
                            double bottom)
{
  const WhenceAxis *axis = &scene->axis;
  WhenceColor major = whence_color_mix (ink->style->grid, ink->style->grid_strong, 0.5);
  g_autoptr (GArray) obstacles = collect_obstacles (scene, top, bottom);
  whence_timeline_paint_bands (ink, scene, top, bottom, obstacles);
  draw_level (ink, scene, axis->minor, axis->n_minor, top, bottom, obstacles, ink->style->grid);
  draw_level (ink, scene, axis->major, axis->n_major, top, bottom, obstacles, major);
  draw_as_of_date (ink, scene, dated != NULL ? dated : scene->scope, top, bottom, obstacles);
  whence_timeline_paint_span (
    ink, highlight, scene->view,
    (WhenceRect){ scene->gutter, top, scene->width - scene->gutter, MAX (0, bottom - top) }, obstacles);
}
