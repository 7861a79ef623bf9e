/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is inside a timeline scene: read by the painter, written by the passes in timeline-*.c only. */
#pragma once

#include "layout/stretch.h"
#include "layout/time-axis.h"
#include "layout/timeline-ghosts.h"
#include "layout/timeline-label.h"
#include "layout/timeline-marks.h"
#include "layout/timeline-scene.h"
#include "model/evidence.h"

G_BEGIN_DECLS

/* px */
#define WHENCE_SIDE_MARGIN 8.0 /* nothing but the axis comes nearer to the edges of the view */
#define WHENCE_LABEL_GAP 6.0   /* between a mark and its label */
#define WHENCE_SHELF_HEAD 24.0
#define WHENCE_SHELF_ROW 17.0

typedef struct _WhenceShelfColumn WhenceShelfColumn;

typedef enum
{
  WHENCE_ITEM_MARK,
  WHENCE_ITEM_BAND, /* the strip of a band behind the lanes */
  WHENCE_ITEM_CLUSTER,
  WHENCE_ITEM_BAR,
  WHENCE_ITEM_EMPTY_LANES, /* the line that counts them */
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
  guint8 perhaps;   /* was known, by the date by which things are to be */
  guint8 carried;   /* a group of (or with) what comes from before the view */
  guint8 displaced; /* the fact's own date is out of view: the mark is that of another one */
  guint32 fact;     /* of a group: its first; WHENCE_NONE for the line of empty lanes */
  guint lane, row;
  gint64 start; /* for the order in time; of a bar: where it begins */
  const WhenceFactType *type;
  WhenceRect bounds; /* all of it: mark and label; of a bar its column, in which only its own label stands */
  WhenceRect mark;   /* the drawn sign alone */
  WhenceMarkShape shape;
  guint first_ghost, n_ghosts; /* of a disputed date, in ghosts */
  WhenceLabel label;           /* of a group: its count */
  WhencePoint label_at;
  guint n_facts;    /* of a group */
  guint n_unmarked; /* of these, those without a mark of their own */
  guint first_fact; /* of a cluster, in clustered; WHENCE_NONE: they are looked up when asked for */
} WhenceTimelineItem;

typedef struct
{
  guint32 fact, item;
} WhenceItemOf;

/* Items in a row do not overlap and go from left to right; rows go from top to bottom. */
typedef struct
{
  double y0, y1;
  guint first, n_items;
  double transparency; /* of what comes or leaves in a frame between two scenes; else 0 */
} WhenceTimelineRow;

typedef struct
{
  guint rank; /* in the grouping; its number of keys for those that share the last lane */
  double y, height;
  gboolean collapsed;
  gboolean listed;        /* its facts were looked at one by one, so what is only just out of view is out */
  guint n_facts;          /* in view */
  WhenceTextBlock header; /* no lines when nothing is grouped */
  WhenceTextBlock count;
  WhencePoint header_at, count_at; /* from the corner of the box */
  WhenceRect header_box;           /* at scroll 0 */
  guint first_row, end_row;
  guint first_bar, n_bars; /* items */
  double base;             /* what they stand on, y */
  guint carried;           /* the item of what comes from before the view, or WHENCE_NONE */
} WhenceTimelineLane;

/* The stretches of time that bars count, from left to right. */
typedef struct
{
  WhenceStretch stretch;
  guint n;
  gint64 *starts; /* one more than there are */
  double *x;      /* likewise, within left and right of the scene */
} WhenceColumns;

struct _WhenceTimelineScene
{
  gatomicrefcount references;
  WhenceScope *scope;
  WhenceTimelineIndex *index;
  WhenceTimeView view;
  double width, height;
  double
    gutter; /* px at the left kept for lane headers; 0: headers stand above their rows, or there are none */
  double left, right; /* where marks and labels may be, px */
  gint64 from, to;    /* the same as instants */
  guint most_lanes;   /* those beyond share the last one */
  gboolean thinned;   /* lanes are mere strips, for want of room */
  gboolean controls;  /* headers have a sign that they open and close */
  gboolean shelf_closed;
  double content_height;
  WhenceAxis axis;
  WhenceColumns columns;
  WhenceStretch stretch; /* of the clusters */

  WhenceTimelineItem *items; /* in the order of rows */
  guint n_items;
  WhenceTimelineRow *rows;
  guint n_rows;
  WhenceTimelineLane *lanes;
  guint n_lanes;
  guint *order; /* all ranks, as the lanes come */
  guint *rest;  /* the ranks that share the last lane */
  guint n_rest;
  guint *empty; /* the ranks of lanes with nothing in view */
  WhenceGhost *ghosts;
  guint n_ghosts;
  guint32 *clustered; /* facts of all clusters, those of one in succession */
  guint n_clustered;
  WhenceItemOf *item_of; /* facts with a mark or in a cluster, sorted by fact */
  guint n_item_of;
  guint32 *in_time; /* items in the order of time, then those on the shelf */
  guint n_in_time;

  WhenceRect shelf; /* height 0: there is none */
  WhenceTextBlock shelf_head, shelf_note, shelf_more;
  WhencePoint shelf_note_at, shelf_more_at;
  WhenceShelfColumn *column; /* at the side, instead of the entries of the shelf; or NULL */
  WhenceTextBlock message;   /* where there is no mark at all: why */

  WhenceTimelineOmitted omitted;

  /* Of a frame between two scenes: those that it borrows everything from but items, rows and axis. */
  WhenceTimelineScene *lenders[2];
};

/* The item of a fact that has a mark, is in a cluster or on the shelf, or WHENCE_NONE. O(log items). */
guint32 whence_timeline_scene_item_of (const WhenceTimelineScene *scene, guint32 fact);

/* Frees a frame between two scenes (timeline-between.c). */
void whence_timeline_scene_give_back (WhenceTimelineScene *frame);

/* --- Lanes (timeline-lanes.c) --------------------------------------------------------------------- */

/* The lane that those share which have none of their own, in a lane state. */
#define WHENCE_LANE_REST " rest"

/* The shape of a fact in this view, of its own date or else of another that is given; FALSE when none is in
 * it. */
gboolean whence_scene_shape (const WhenceTimelineScene *scene, guint32 fact, WhenceMarkShape *shape);
/* @func for each place in view of the lane that begins in [from, to), or with @carried also before; for the
 * lane that many share, of each of them in turn. */
void whence_lane_foreach (const WhenceTimelineScene *scene, guint rank, gint64 from, gint64 to,
                          gboolean carried, WhencePlaceFunc func, gpointer user_data);
/* For people. Transfer none. */
const char *whence_lane_get_name (const WhenceTimelineScene *scene, guint rank);

/* --- Headers (timeline-header.c) ------------------------------------------------------------------ */

/* Lays the header of @lane out, with the top at @y. */
void whence_lane_header_init (WhenceTimelineLane *lane, const WhenceTimelineScene *scene, double y,
                              const WhenceMeasure *measure);
/* Where the header is when the content is scrolled: it stays below the axis as long as its lane is in view.
 */
WhenceRect whence_lane_header_at (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane,
                                  double scroll);
/* The part of the content below the header of a lane that covers its rows; a whole lane where none does. */
double whence_lane_visible_top (const WhenceTimelineScene *scene, const WhenceTimelineLane *lane,
                                double scroll);

/* --- Columns (timeline-columns.c): histograms ----------------------------------------------------- */

void whence_columns_init (WhenceColumns *columns, const WhenceTimelineScene *scene);
void whence_columns_clear (WhenceColumns *columns);
/* The column that an instant is in; those before the view are in the first. O(log columns). */
guint whence_columns_find (const WhenceColumns *columns, gint64 instant);

/* --- Shelf (timeline-shelf.c): facts without a date ---------------------------------------------- */

/* Height of the shelf when it shows everything, px. */
double whence_shelf_full_height (const WhenceTimelineScene *scene, guint n_undated);

/* Lays the shelf out below @top, as high as the room there is, or of a closed one the head only; appends
 * items and rows. */
void whence_shelf_build (WhenceTimelineScene *scene, double top, const GArray *undated, GArray *items,
                         GArray *rows, const WhenceMeasure *measure);
/* Where the head is when the content is scrolled by @scroll: with controls at the bottom of the view, as long
 * as its place is below. Height 0: there is none. */
WhenceRect whence_shelf_head_at (const WhenceTimelineScene *scene, double scroll);

/* What a fact looks like apart from its place; fills the part of @item that the record decides. */
void whence_timeline_item_init (WhenceTimelineItem *item, const WhenceScope *scope, guint32 fact);

/* --- Spots ----------------------------------------------------------------------------------------- */

#define WHENCE_SPOT_SHELF_HEAD ((WhenceSpot){ WHENCE_SPOT_SHELF, WHENCE_NONE })
WhenceSpot whence_timeline_spot_of (const WhenceTimelineItem *item);
/* The item that is there; WHENCE_NONE for the header of a lane. */
guint32 whence_timeline_find_spot (const WhenceTimelineScene *scene, WhenceSpot spot);

G_END_DECLS
