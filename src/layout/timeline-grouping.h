/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lane of a timeline a fact is in. By entity, a fact of several is in the lane of its subject, else of
 * the first that takes part; by source, what several say is in a lane of its own. So each fact is in one
 * lane, and the numbers of the lanes add up. */
#pragma once

#include "layout/scope.h"

G_BEGIN_DECLS

typedef struct
{
  WhenceGrouping kind;
  const WhenceScope *scope; /* not owned */
  WhenceBundle *bundle;
  guint n_keys;       /* the last key is "everything else" */
  guint *rank_of_key; /* lanes with more facts come first; the order does not depend on the view */
  guint *key_of_rank;
  GHashTable *types; /* type to key, or NULL */
} WhenceLaneGrouping;

/* Of what is in @scope, whether shown or not. O(facts). */
void whence_lane_grouping_init (WhenceLaneGrouping *grouping, const WhenceScope *scope, WhenceGrouping kind);
void whence_lane_grouping_clear (WhenceLaneGrouping *grouping);
/* The lane of a fact by rank: 0 is the first lane. */
guint whence_lane_grouping_get_rank (const WhenceLaneGrouping *grouping, guint32 fact);
/* For people; NULL when nothing is grouped. Transfer none. */
const char *whence_lane_grouping_get_name (const WhenceLaneGrouping *grouping, guint rank);
/* What the lane goes by in a lane state: the id of its entity or source, the name of its type; a blank and a
 * word for what is none of these, since no id has one. Transfer none. */
const char *whence_lane_grouping_get_id (const WhenceLaneGrouping *grouping, guint rank);
/* The rank of the lane that goes by @id, or WHENCE_NONE. */
guint whence_lane_grouping_find (const WhenceLaneGrouping *grouping, const char *id);
/* Width of the column of headers; 0 when headers stand above their rows. */
double whence_lane_gutter (WhenceGrouping kind, double width);

G_END_DECLS
