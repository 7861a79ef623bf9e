/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline as geometry: axis, lanes, marks with labels, clusters, and what is not shown and why. Built
 * from immutable input off the main thread: linear in the facts without an index, in what is in view with
 * one. All coordinates are px in the view: x = 0 is the left edge; y = 0 the top of the content, which may be
 * taller than the view (the view scrolls it). No two marks or labels overlap. */
#pragma once

#include <gio/gio.h>

#include "layout/geometry.h"
#include "layout/lane-state.h"
#include "layout/text.h"
#include "layout/timeline-index.h"

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
  gboolean rtl;           /* label sides are mirrored, time is not */
  gboolean controls;      /* headers of lanes keep room for the sign that they open and close, and the head of
                             the shelf never scrolls out of view */
  gboolean still;         /* nothing scrolls: marks and lanes are counted rather than out of sight */
  WhenceLaneState *lanes; /* or NULL */
  /* What an earlier scene was made with, or NULL; it is used where it fits (scope and grouping are the same),
   * and then only what is in view is looked at. */
  WhenceTimelineIndex *index;
  /* Facts without a date stand in a column of this size, px, at the right of @width; 0: on a shelf below the
   * lanes, or, with @without_shelf, somewhere else. */
  double shelf_width, shelf_height;
  gboolean without_shelf;
  gboolean shelf_closed; /* of a shelf below the lanes there is the head only */
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

/* For the next request. Transfer none. */
WhenceTimelineIndex *whence_timeline_scene_get_index (const WhenceTimelineScene *scene);

/* Height of the content, px; at least that of the axis. */
double whence_timeline_scene_get_content_height (const WhenceTimelineScene *scene);

/* --- What is where ------------------------------------------------------------------------------- */

typedef enum
{
  WHENCE_SPOT_NONE,
  WHENCE_SPOT_FACT,  /* a mark, or an entry of the shelf */
  WHENCE_SPOT_GROUP, /* a cluster or a bar of a histogram; it goes by its first fact */
  WHENCE_SPOT_LANE,  /* the header of a lane; it goes by its number (see below) */
  WHENCE_SPOT_EMPTY, /* the line that says which lanes have nothing in view */
  WHENCE_SPOT_SHELF, /* the head of the shelf */
} WhenceSpotKind;

/* Something that can be pointed at or stepped to. */
typedef struct
{
  WhenceSpotKind kind;
  guint32 index;
} WhenceSpot;

#define WHENCE_SPOT_NOTHING ((WhenceSpot){ WHENCE_SPOT_NONE, WHENCE_NONE })

/* The first row that ends below @y (content coordinates), or n_rows. */
guint whence_timeline_scene_find_row (const WhenceTimelineScene *scene, double y);
/* What is under the point (content coordinates), when the content is scrolled by @scroll px: headers stay in
 * view above their lanes. */
WhenceSpot whence_timeline_scene_pick (const WhenceTimelineScene *scene, double x, double y, double scroll);
/* Where it is, and for a fact without a mark where the group is that holds it. FALSE when it is not in this
 * scene. */
gboolean whence_timeline_scene_find (const WhenceTimelineScene *scene, WhenceSpot spot, double scroll,
                                     WhenceRect *bounds);
/* Fills @spots with what lies between @top and @bottom, at most @max, and returns how many. */
guint whence_timeline_scene_list (const WhenceTimelineScene *scene, double top, double bottom,
                                  WhenceSpot *spots, guint max);
/* Where an arrow key leads to from @spot (or from nothing): dx and dy are -1, 0 or 1. In time from fact to
 * fact and group to group, else from row to row, headers among them. */
WhenceSpot whence_timeline_scene_step (const WhenceTimelineScene *scene, WhenceSpot spot, int dx, int dy);

/* The facts of a group, in the order of time. Linear in their number. Transfer full. */
GArray *whence_timeline_scene_list_group (const WhenceTimelineScene *scene, WhenceSpot group);
/* How many these are, without listing them. */
guint whence_timeline_scene_count_group (const WhenceTimelineScene *scene, WhenceSpot group);
/* What stretch of time the group is about, in words; NULL for those that come from before the view. Transfer
 * full. */
char *whence_timeline_scene_describe_stretch (const WhenceTimelineScene *scene, WhenceSpot group);

/* --- Lanes --------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name; /* transfer none */
  const char *id;   /* in a lane state; transfer none */
  guint n_facts;    /* in view */
  gboolean collapsed;
  gboolean fixed; /* all that have no lane of their own: stays the last */
} WhenceTimelineLaneInfo;

/* Lanes that are in view, from the top; WHENCE_SPOT_LANE goes by this number. */
guint whence_timeline_scene_get_n_lanes (const WhenceTimelineScene *scene);
WhenceTimelineLaneInfo whence_timeline_scene_get_lane (const WhenceTimelineScene *scene, guint lane);
/* The lane at the height @y of the content, or the nearest below it (the number of lanes: below all). */
guint whence_timeline_scene_find_lane (const WhenceTimelineScene *scene, double y);
/* The gap between lanes that is nearest to @y, by the lane below it, and the height of such a gap. */
guint whence_timeline_scene_find_gap (const WhenceTimelineScene *scene, double y);
double whence_timeline_scene_get_gap (const WhenceTimelineScene *scene, guint gap);
/* Lanes that have facts, but none in view. */
guint whence_timeline_scene_get_n_empty_lanes (const WhenceTimelineScene *scene);
const char *whence_timeline_scene_get_empty_lane (const WhenceTimelineScene *scene, guint i);
/* The facts of the i-th of these, in the order of time. Transfer full. */
GArray *whence_timeline_scene_list_empty_lane (const WhenceTimelineScene *scene, guint i);
/* The lanes in the order they would have with @lane before @before (the number of lanes: at the end), as ids
 * for whence_lane_state_arrange(). Transfer full. */
GPtrArray *whence_timeline_scene_move_lane (const WhenceTimelineScene *scene, guint lane, guint before);

/* --- What is left out ---------------------------------------------------------------------------- */

/* Why facts of the scope are no marks here. */
typedef struct
{
  guint n_undated;     /* wait in the shelf */
  guint n_shelved;     /* of these, those that the shelf has room to list */
  guint n_off_range;   /* before or after the view */
  guint n_earlier;     /* of these, those before it */
  guint n_empty_lanes; /* lanes that have facts, but none in view: they take no room */
  guint n_clustered;   /* shown, but within a counted cluster */
  guint n_counted;     /* shown in the bars of a histogram only */
  guint n_hidden;      /* by a filter */
  guint n_unknown;     /* by the date by which things are to be known */
} WhenceTimelineOmitted;
WhenceTimelineOmitted whence_timeline_scene_get_omitted (const WhenceTimelineScene *scene);

G_END_DECLS
