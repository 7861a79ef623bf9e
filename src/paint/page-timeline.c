/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline on a page: laid out for its box at a few zooms, with what is cut counted. The cost is that of
 * the scenes. */
#include <math.h>

#include "layout/shelf-column.h"
#include "layout/timeline-scene-private.h"
#include "paint/page-amounts.h"
#include "paint/page-views-private.h"
#include "paint/pen-backs.h"

static const double zooms[] = WHENCE_PAGE_ZOOMS;

static void
count_cut (WhencePageViews *views, const WhenceTimelineItem *item)
{
  gboolean group = item->kind == WHENCE_ITEM_CLUSTER || item->kind == WHENCE_ITEM_BAR;
  if (group)
    views->n_cut_clustered += item->n_unmarked;
  if (item->kind != WHENCE_ITEM_EMPTY_LANES)
    views->n_cut += group ? item->n_unmarked : 1;
}

/* How much of the content can be shown without cutting a row or the shelf, and how many dated facts lie
 * below. */
static void
find_whole_rows (WhencePageViews *views, double height)
{
  const WhenceTimelineScene *scene = views->timeline;
  views->timeline_shown = height;
  views->n_cut = views->n_cut_clustered = 0;
  views->shelf_cut = scene->shelf.height > 0 && whence_rect_bottom (scene->shelf) > height + 0.5;
  if (scene->content_height <= height + 0.5)
    return;
  views->timeline_shown = WHENCE_AXIS_HEIGHT;
  for (guint i = 0; i < scene->n_rows; i++)
    {
      const WhenceTimelineRow *row = &scene->rows[i];
      if (views->shelf_cut && row->y0 >= scene->shelf.y)
        continue;
      if (row->y1 <= height)
        views->timeline_shown = MAX (views->timeline_shown, row->y1);
      else
        for (guint j = 0; j < row->n_items; j++)
          count_cut (views, &scene->items[row->first + j]);
    }
}

double
whence_page_timeline_get_loss (const WhencePageViews *views)
{
  WhenceTimelineOmitted omitted = whence_timeline_scene_get_omitted (views->timeline);
  return views->n_cut + omitted.n_clustered + omitted.n_counted - views->n_cut_clustered
         + (views->shelf_cut ? 1 : 0);
}

static gboolean
build_timeline (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options, double zoom,
                GCancellable *cancellable)
{
  /* A timeline has a least width: where there is less, it is drawn smaller. */
  zoom = MIN (zoom, views->timeline_box.width / WHENCE_TIMELINE_LEAST_WIDTH);
  double width = floor (views->timeline_box.width / zoom), height = floor (views->timeline_box.height / zoom);
  gboolean fit = options->range_from >= options->range_to;
  double bottom =
    whence_rect_bottom (views->amounts_box.height > 0 ? views->amounts_box : views->timeline_box);
  double column = whence_shelf_column_width (scope, width, &whence_measure_pango);
  width -= column;
  WhenceTimelineRequest request = {
    .scope = scope,
    .view = fit ? whence_timeline_fit (scope, width, &whence_measure_pango, options->grouping)
                : whence_timeline_frame (options->range_from, options->range_to, width),
    .width = width,
    .height = height,
    .grouping = options->grouping,
    .measure = whence_measure_pango,
    .still = TRUE,
    .shelf_width = column,
    /* Beside the amounts, too. */
    .shelf_height = floor ((bottom - views->timeline_box.y) / zoom),
  };
  g_clear_pointer (&views->timeline, whence_timeline_scene_unref);
  views->timeline_zoom = zoom;
  views->timeline = whence_timeline_scene_new (&request, cancellable);
  if (views->timeline == NULL)
    return FALSE;
  find_whole_rows (views, height);
  return TRUE;
}

gboolean
whence_page_timeline_choose (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                             GCancellable *cancellable)
{
  double least = G_MAXDOUBLE, best = zooms[0];
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (!build_timeline (views, scope, options, zooms[i], cancellable))
        return FALSE;
      double loss = whence_page_timeline_get_loss (views);
      if (loss < least)
        {
          least = loss;
          best = views->timeline_zoom;
        }
      if (loss <= 0 || whence_page_views_are_costly (scope))
        break;
    }
  return best == views->timeline_zoom || build_timeline (views, scope, options, best, cancellable);
}
