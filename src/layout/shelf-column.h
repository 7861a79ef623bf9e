/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shelf of facts without a date as a column at the side of a timeline: a head with their number, as many
 * of them as there is room for, and how many more there are. */
#pragma once

#include "layout/timeline-scene-private.h"

G_BEGIN_DECLS

/* A timeline narrower than this has its shelf below it. */
#define WHENCE_SHELF_WIDE 700.0

/* Its coordinates are px from its own top left corner. */
struct _WhenceShelfColumn
{
  double width, height;
  WhenceTextBlock head;
  WhencePoint head_at;
  WhenceTimelineItem *items;
  guint n_items;
  guint n_undated;
  WhenceTextBlock more; /* no lines when all are listed */
  WhencePoint more_at;
};

/* Px that the column takes of a timeline of @width px, for what it has to list; 0: there is none, because
 * there is no fact without a date or no room. O(facts), of which a bounded number is measured. */
double whence_shelf_column_width (WhenceScope *scope, double width, const WhenceMeasure *measure);

/* Transfer full. O(facts); text is set for what has room. */
WhenceShelfColumn *whence_shelf_column_new (WhenceScope *scope, double width, double height,
                                            const WhenceMeasure *measure);
void whence_shelf_column_free (WhenceShelfColumn *column);

/* "Undated · 42". Transfer full. */
char *whence_shelf_head_to_text (guint n_undated);

G_END_DECLS
