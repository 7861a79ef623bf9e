/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The amounts track on a page. Whose amounts it shows is what the options say, else those with most amounts:
 * linear in the facts. */
#include "paint/page-amounts.h"

#include <math.h>

#include "layout/amounts.h"
#include "layout/timeline-scene-private.h"
#include "paint/amounts-painter.h"
#include "paint/pen-backs.h"

/* px that the lanes keep, and px above the track; the part of the room that the track may have */
#define LEAST_LANES 190.0
#define GAP 6.0
#define MOST_PART 0.4

/* The entities to show; *@owned is to be freed. */
static const guint32 *
choose_entities (const WhenceScope *scope, const WhencePictureOptions *options, guint *n, guint32 **owned)
{
  *n = options->n_amounts_of;
  if (*n > 0)
    return options->amounts_of;
  *owned = whence_amounts_rank_entities (scope, n, NULL);
  *n = MIN (*n, WHENCE_AMOUNTS_USUAL);
  return *owned;
}

static double
find_height (const WhenceScope *scope, const WhencePictureOptions *options, WhenceRect box)
{
  g_autofree guint32 *owned = NULL;
  guint n_entities;
  if (!options->amounts || !whence_amounts_exist (scope))
    return 0;
  const guint32 *entities = choose_entities (scope, options, &n_entities, &owned);
  g_autofree const char **currencies = whence_amounts_rank_currencies (scope, entities, n_entities);
  guint n = options->amounts_currency != NULL ? 1 : g_strv_length ((char **) currencies);
  double height = floor (MIN (whence_amounts_natural_height (n), MOST_PART * box.height));
  return height >= WHENCE_AMOUNTS_LEAST_HEIGHT && box.height - height >= LEAST_LANES ? height : 0;
}

void
whence_page_amounts_carve (WhencePageViews *views, const WhenceScope *scope,
                           const WhencePictureOptions *options, double most)
{
  WhenceRect *timeline = &views->timeline_box;
  double wanted = find_height (scope, options, *timeline), height = MIN (most, wanted);
  views->amounts_missing = options->amounts && whence_amounts_exist (scope) && height <= 0;
  views->amounts_box = (WhenceRect){ 0 };
  if (height <= 0)
    return;
  timeline->height -= height + GAP;
  views->amounts_box = *timeline;
  views->amounts_box.y = whence_rect_bottom (*timeline) + GAP;
  views->amounts_box.height = height;
}

static double
laid_out (double length, const WhencePageViews *views)
{
  return floor (length / views->timeline_zoom);
}

gboolean
whence_page_amounts_build (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                           GCancellable *cancellable)
{
  g_autofree guint32 *owned = NULL;
  if (views->amounts_box.height <= 0)
    return TRUE;
  WhenceAmountsRequest request = {
    .scope = scope,
    .view = views->timeline->view,
    .width = views->timeline->width,
    .height = laid_out (views->amounts_box.height, views),
    .grouping = options->grouping,
    .scale = options->amounts_scale,
    .currency = options->amounts_currency,
    .measure = whence_measure_pango,
  };
  request.entities = choose_entities (scope, options, &request.n_entities, &owned);
  views->amounts = whence_amounts_scene_new (&request, cancellable);
  return views->amounts != NULL;
}

void
whence_page_amounts_paint (const WhencePageViews *views, const WhenceStyle *style, WhencePen *pen)
{
  /* Beside them the shelf goes on. */
  WhenceAmountsPaint paint = { .scene = views->amounts,
                               .style = style,
                               .width = views->timeline->width,
                               .height = laid_out (views->amounts_box.height, views) };
  whence_amounts_paint (&paint, pen);
}
