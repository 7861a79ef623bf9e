/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph on a page: laid out for its box at a few zooms. The cost is that of the scenes. */
#include <math.h>

#include "layout/graph-scene-private.h"
#include "layout/timeline-scene-private.h"
#include "paint/page-views-private.h"
#include "paint/pen-backs.h"

static const double zooms[] = WHENCE_PAGE_ZOOMS;

static WhenceArrangement *
arrange (WhenceScope *scope, const WhencePictureOptions *options, WhenceRect box, GCancellable *cancellable)
{
  if (options->arrangement != NULL)
    return whence_arrangement_ref (options->arrangement);
  WhenceArrangeRequest request = {
    .scope = scope,
    .layout = options->layout,
    .seed = options->seed,
    .aspect = box.width / box.height,
    .focus = options->focus,
    .faith = options->faith,
    .measure = whence_measure_pango,
  };
  return whence_arrangement_new (&request, cancellable);
}

/* Below the timeline, a chronological graph has its time. */
static WhenceGraphView
follow_timeline (const WhencePageViews *views, const WhenceArrangement *arrangement, WhenceGraphView view,
                 double width, double zoom)
{
  WhenceTimeView time;

  if (views->timeline == NULL || views->graph_box.y <= views->timeline_box.y)
    return view;
  time = views->timeline->view;
  time.seconds_per_px *= zoom / views->timeline_zoom;
  return whence_graph_view_over_time (view, width, arrangement, time);
}

static gboolean
build_graph (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
             WhenceArrangement *arrangement, double zoom, WhenceGraphPurpose purpose,
             GCancellable *cancellable)
{
  double width = floor (views->graph_box.width / zoom), height = floor (views->graph_box.height / zoom);
  g_autoptr (WhenceGraphScene) before = g_steal_pointer (&views->graph);
  WhenceGraphRequest request = {
    .scope = scope,
    .subset = options->subset,
    .arrangement = arrangement,
    .view = whence_graph_fit (scope, options->subset, arrangement, width, height, &whence_measure_pango),
    .width = width,
    .height = height,
    .measure = whence_measure_pango,
    .look = options->look,
    .negated = options->negated,
    .purpose = purpose,
    .ties = before != NULL ? whence_graph_scene_get_ties (before) : options->ties,
  };
  request.view = follow_timeline (views, arrangement, request.view, width, zoom);
  views->graph_zoom = zoom;
  views->graph = whence_graph_scene_new (&request, cancellable);
  return views->graph != NULL;
}

gboolean
whence_page_graph_choose (WhencePageViews *views, WhenceScope *scope, const WhencePictureOptions *options,
                          WhenceGraphPurpose purpose, GCancellable *cancellable)
{
  WhenceArrangement *arrangement = arrange (scope, options, views->graph_box, cancellable);
  guint least = G_MAXUINT;
  double best = zooms[0];
  if (arrangement == NULL)
    return FALSE;
  views->arrangement = arrangement;
  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (!build_graph (views, scope, options, arrangement, zooms[i], purpose, cancellable))
        return FALSE;
      guint loss = whence_graph_scene_get_omitted (views->graph).n_unlabelled;
      if (loss < least)
        {
          least = loss;
          best = zooms[i];
        }
      if (loss == 0 || whence_page_views_are_costly (scope))
        break;
    }
  return best == views->graph_zoom
         || build_graph (views, scope, options, arrangement, best, purpose, cancellable);
}
