/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline as geometry: axis, lanes, marks with labels, clusters, and what is not shown and why. Built
 * from immutable input off the main thread; O(n log n) in the facts. All coordinates are px in the view: x =
 * 0 is the left edge; y = 0 the top of the content, which may be taller than the view (the view scrolls it).
 * No two marks or labels overlap. */
#pragma once

#include <gio/gio.h>

#include "layout/scope.h"
#include "layout/text.h"

G_BEGIN_DECLS

/* Where the view looks: the instant at x = 0 and how many seconds a pixel is wide. @fraction (0 ≤ … < 1
 * second) is added to the origin, so that the deepest zooms pan smoothly; leave it 0 where that does not
 * matter. */
typedef struct
{
  gint64 origin;
  double seconds_per_px;
  double fraction;
} WhenceTimeView;

double whence_time_view_to_x (WhenceTimeView view, gint64 instant);
/* Saturates at the ends of int64. */
gint64 whence_time_view_to_instant (WhenceTimeView view, double x);
/* About @x, by @factor (< 1 zooms in): from a fiftieth of a second a pixel to all of time over 400 px. */
WhenceTimeView whence_time_view_zoom (WhenceTimeView view, double x, double factor);
/* Moves the view by @dx px to later times; stops at the ends of time. */
WhenceTimeView whence_time_view_pan (WhenceTimeView view, double dx);

/* px; in less, a timeline is laid out as in this. */
#define WHENCE_TIMELINE_LEAST_WIDTH 120.0

typedef struct
{
  WhenceScope *scope;
  WhenceTimeView view;
  double width;
  double height; /* of the viewport: when it is not enough for all lanes the content is taller */
  WhenceGrouping grouping;
  WhenceMeasure measure;
  gboolean rtl; /* label sides are mirrored, time is not */
} WhenceTimelineRequest;

typedef struct _WhenceTimelineScene WhenceTimelineScene;

/* NULL only when cancelled. Transfer full. */
WhenceTimelineScene *whence_timeline_scene_new (const WhenceTimelineRequest *request,
                                                GCancellable *cancellable);
WhenceTimelineScene *whence_timeline_scene_ref (WhenceTimelineScene *scene);
void whence_timeline_scene_unref (WhenceTimelineScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTimelineScene, whence_timeline_scene_unref)

/* The view that shows all dated facts of the scope with room for their labels. */
WhenceTimeView whence_timeline_fit (WhenceScope *scope, double width, const WhenceMeasure *measure,
                                    WhenceGrouping grouping);
/* The view that shows the stretch [from, to). */
WhenceTimeView whence_timeline_frame (gint64 from, gint64 to, double width);

/* Height of the content, px; at least that of the axis. */
double whence_timeline_scene_get_content_height (const WhenceTimelineScene *scene);

/* The fact under the point (content coordinates), or WHENCE_NONE. With a cluster there, its facts. */
guint32 whence_timeline_scene_pick (const WhenceTimelineScene *scene, double x, double y);
const guint32 *whence_timeline_scene_pick_cluster (const WhenceTimelineScene *scene, double x, double y,
                                                   guint *n_facts);
/* Where the fact's mark (or the cluster that holds it) is; FALSE when it is not in this scene. */
gboolean whence_timeline_scene_find (const WhenceTimelineScene *scene, guint32 fact, WhenceRect *bounds);

/* The mark that an arrow key leads to from @fact (WHENCE_NONE: from nothing): dx and dy are -1, 0 or 1.
 * Returns a fact or WHENCE_NONE. */
guint32 whence_timeline_scene_step (const WhenceTimelineScene *scene, guint32 fact, int dx, int dy);

/* Why facts of the scope are no marks here. */
typedef struct
{
  guint n_undated;     /* wait in the shelf */
  guint n_shelved;     /* of these, those that the shelf has room to list */
  guint n_off_range;   /* before or after the view */
  guint n_earlier;     /* of these, those before it */
  guint n_empty_lanes; /* lanes that have facts, but none in view: they take no room */
  guint n_clustered;   /* shown, but within a counted cluster */
  guint n_hidden;      /* by a filter */
} WhenceTimelineOmitted;
WhenceTimelineOmitted whence_timeline_scene_get_omitted (const WhenceTimelineScene *scene);

G_END_DECLS
