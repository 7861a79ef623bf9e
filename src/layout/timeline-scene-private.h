/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is inside a timeline scene: read by the painter, written by the passes in timeline-*.c only. */
#pragma once

#include "layout/time-axis.h"
#include "layout/timeline-label.h"
#include "layout/timeline-marks.h"
#include "layout/timeline-scene.h"
#include "model/evidence.h"

G_BEGIN_DECLS

/* px */
#define WHENCE_AXIS_MAJOR_HEIGHT 21.0
#define WHENCE_SIDE_MARGIN 8.0 /* nothing but the axis comes nearer to the edges of the view */
#define WHENCE_LABEL_GAP 6.0   /* between a mark and its label */
#define WHENCE_SHELF_HEAD 24.0
#define WHENCE_SHELF_ROW 17.0

typedef enum
{
  WHENCE_ITEM_MARK,
  WHENCE_ITEM_CLUSTER,
  WHENCE_ITEM_SHELVED,
} WhenceItemKind;

/* Something that can be pointed at. */
typedef struct
{
  guint8 kind;    /* WhenceItemKind */
  guint8 support; /* WhenceSupport */
  guint8 status;  /* WhenceStatus */
  guint8 negated;
  guint8 inferred;
  guint32 fact; /* WHENCE_NONE for a cluster */
  guint lane, row;
  gint64 start; /* for the order in time */
  const WhenceFactType *type;
  WhenceRect bounds; /* all of it: mark and label */
  WhenceRect mark;   /* the drawn sign alone */
  WhenceMarkShape shape;
  WhenceLabel label; /* of a cluster: its count */
  WhencePoint label_at;
  guint first_fact, n_facts; /* of a cluster, in clustered */
} WhenceTimelineItem;

/* Items in a row do not overlap and go from left to right; rows go from top to bottom. */
typedef struct
{
  double y0, y1;
  guint first, n_items;
  double transparency; /* of what comes or leaves in a frame between two scenes; else 0 */
} WhenceTimelineRow;

typedef struct
{
  double y, height;
  WhenceTextBlock header; /* no lines when nothing is grouped */
  WhenceRect header_box;  /* at scroll 0 */
} WhenceTimelineLane;

struct _WhenceTimelineScene
{
  gatomicrefcount references;
  WhenceScope *scope;
  WhenceTimeView view;
  double width, height;
  double
    gutter; /* px at the left kept for lane headers; 0: headers stand above their rows, or there are none */
  double left, right; /* where marks and labels may be, px */
  double content_height;
  WhenceAxis axis;

  WhenceTimelineItem *items; /* in the order of rows */
  guint n_items;
  WhenceTimelineRow *rows;
  guint n_rows;
  WhenceTimelineLane *lanes;
  guint n_lanes;
  guint32 *clustered; /* facts of all clusters, those of one in succession */
  guint32 *item_of;   /* for each fact of the bundle: its item or WHENCE_NONE */
  guint32 *in_time;   /* items of facts in the order of time, then those on the shelf */
  guint n_in_time;

  WhenceRect shelf; /* height 0: there is none */
  WhenceTextBlock shelf_head, shelf_note, shelf_more;
  WhencePoint shelf_note_at, shelf_more_at;
  WhenceTextBlock message; /* where there is no mark at all: why */

  WhenceTimelineOmitted omitted;

  /* Of a frame between two scenes: those that it borrows everything from but items, rows and axis. */
  WhenceTimelineScene *lenders[2];
};

/* Frees a frame between two scenes (timeline-between.c). */
void whence_timeline_scene_give_back (WhenceTimelineScene *frame);

/* --- Grouping (timeline-grouping.c): facts to lanes ---------------------------------------------- */

typedef struct
{
  WhenceGrouping kind;
  WhenceBundle *bundle; /* not owned */
  guint n_keys;         /* the last key is "everything else" */
  guint *rank_of_key;   /* lanes with more facts come first; the order does not depend on the view */
  guint *key_of_rank;
  GHashTable *types; /* type to key, or NULL */
} WhenceLaneGrouping;

/* O(facts). */
void whence_lane_grouping_init (WhenceLaneGrouping *grouping, WhenceBundle *bundle, WhenceGrouping kind);
void whence_lane_grouping_clear (WhenceLaneGrouping *grouping);
/* The lane of a fact by rank: 0 is the first lane. */
guint whence_lane_grouping_get_rank (const WhenceLaneGrouping *grouping, guint32 fact);
const char *whence_lane_grouping_get_name (const WhenceLaneGrouping *grouping, guint rank);
/* Width of the column of headers; 0 when headers stand above their rows. */
double whence_lane_gutter (WhenceGrouping kind, double width);

/* --- Density (timeline-density.c): what becomes a mark of its own, and what is counted ----------- */

typedef struct
{
  guint32 fact;
  guint lane;
  gint64 start;  /* first instant in view */
  guint cluster; /* out: which cluster it is in, or WHENCE_NONE */
} WhenceCandidate;

/* Sorts the @n candidates by lane, time and fact, and puts what is too dense into clusters, numbered in that
 * order, so that marks and clusters together are about @budget. Stretches of time are bound to the calendar,
 * not to the view, so that clusters do not crawl when it moves. Returns the number of clusters. O(n log n).
 */
guint whence_density_choose (WhenceCandidate *candidates, guint n, guint budget, double seconds_per_px,
                             const WhenceBundle *bundle);

/* --- Shelf (timeline-shelf.c): facts without a date ---------------------------------------------- */

/* Height of the shelf when it shows everything, px. */
double whence_shelf_full_height (const WhenceTimelineScene *scene, guint n_undated);

/* Lays the shelf out below @top, as high as the room there is; appends items and rows. */
void whence_shelf_build (WhenceTimelineScene *scene, double top, const GArray *undated, GArray *items,
                         GArray *rows, const WhenceMeasure *measure);

/* What a fact looks like apart from its place; fills the part of @item that the record decides. */
void whence_timeline_item_init (WhenceTimelineItem *item, const WhenceBundle *bundle, guint32 fact);

G_END_DECLS
