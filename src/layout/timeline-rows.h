/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lanes of rows of marks, one below the other. */
#pragma once

#include "layout/timeline-plan.h"

G_BEGIN_DECLS

/* From airy to dense; the last is the densest that can be read. */
#define WHENCE_N_ROW_LEVELS 4
#define WHENCE_READABLE_LEVEL 2

typedef struct
{
  guint first_fact, n_facts; /* in clustered */
  double middle;             /* px */
} WhenceCluster;

typedef struct
{
  const WhenceTimelineScene *scene;
  const WhenceMeasure *measure;
  gboolean rtl;
  guint level;
  gboolean with_dates; /* there are few enough marks to tell each one's date */
  double top;          /* px below the axis where the first lane begins */
  double y;            /* where the next lane begins */
  double more_strip;   /* px by which the strips of collapsed lanes may be higher than usual */
  GArray *items, *rows, *lanes;
  GArray *ghosts;               /* of all marks that were made */
  GArray *clusters, *clustered; /* the same at every level */
  GHashTable *made;             /* marks by fact, likewise; they own the labels of those among the items */
  guint pass;                   /* how many levels were begun */
} WhenceRowBuilder;

/* The arrays belong to the caller, who also sets what clears their elements: not those that are marks, as
 * long as these are the builder's. */
void whence_row_builder_init (WhenceRowBuilder *builder, const WhenceTimelineScene *scene,
                              const WhenceMeasure *measure, gboolean rtl);
/* Empties the arrays and begins again at the top. */
void whence_row_builder_reset (WhenceRowBuilder *builder, guint level);
/* Other facts have marks now. */
void whence_row_builder_forget_groups (WhenceRowBuilder *builder);
/* Adds a lane with its candidates, which are in the order of time. */
void whence_row_builder_add_lane (WhenceRowBuilder *builder, WhenceLanePlan *plan,
                                  const WhenceCandidate *candidates);
/* Adds the line that says how many lanes have nothing in view. */
void whence_row_builder_add_empty_lanes (WhenceRowBuilder *builder);

/* --- Filling a view (timeline-fill.c) ------------------------------------------------------------ */

typedef struct
{
  GArray *plans, *candidates;
  guint n_shelved; /* facts without a date that stand below the lanes */
  gboolean still;  /* nothing scrolls */
} WhenceTimelineFill;

/* How many lanes there may be; those beyond share one more. */
guint whence_timeline_fill_most_lanes (const WhenceTimelineScene *scene, guint n_shelved, gboolean still);
/* Chooses marks, groups and how closely they stand, and builds all lanes. */
void whence_timeline_fill (const WhenceTimelineFill *fill, WhenceTimelineScene *scene,
                           WhenceRowBuilder *rows);

/* --- Of the builder's own parts ------------------------------------------------------------------ */

/* Marks (timeline-row-marks.c). */
void whence_row_builder_init_marks (WhenceRowBuilder *builder);
void whence_row_builder_add_mark (WhenceRowBuilder *builder, guint32 fact);
/* Gives the items the labels of the marks among them. */
void whence_row_builder_finish_marks (WhenceRowBuilder *builder);
/* Packs the items from @first on into rows below builder->y, at least @apart px from one another. */
void whence_row_builder_pack (WhenceRowBuilder *builder, guint first, double apart);
/* Takes the items from @first on, which are as high as @height, for a row of their own. */
void whence_row_builder_add_row (WhenceRowBuilder *builder, guint first, double height, double gap);
/* Gives the items rows from @first_row on, in which they are at least @apart px from one another, and sorts
 * them by row and place. @n > 0. */
void whence_timeline_items_pack (WhenceTimelineItem *items, guint n, guint first_row, double apart);
/* Places what is drawn of an item lower. */
void whence_timeline_item_move_down (WhenceTimelineItem *item, double dy);

G_END_DECLS
