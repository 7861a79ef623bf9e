/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a timeline scene is built from: which lanes there are, what is in them, and what of it becomes a
 * mark of its own. Gone when the scene is built. */
#pragma once

#include "layout/timeline-scene-private.h"

G_BEGIN_DECLS

/* How a lane is shown. */
typedef enum
{
  WHENCE_LANE_MARKS,     /* marks, and clusters of what is too dense */
  WHENCE_LANE_BARS,      /* marks, and a histogram of everything */
  WHENCE_LANE_BARS_ONLY, /* too many facts to look at each */
  WHENCE_LANE_COLLAPSED, /* a strip of bars */
} WhenceLaneMode;

typedef struct
{
  WhenceLaneMode mode;
  guint rank;     /* as in WhenceTimelineLane */
  guint n_facts;  /* in view */
  guint first, n; /* candidates, unless it has bars only */
  /* Filled in by whence_groups_count_lane(): */
  guint *counts;       /* for each column; NULL: not counted yet */
  guint *marked;       /* how many of each have a mark of their own */
  guint32 *firsts;     /* the first fact of each, or WHENCE_NONE */
  guint n_carried;     /* from before the view, and neither marks nor in a column */
  guint32 carried;     /* the first of them */
  guint first_carried; /* in clustered, or WHENCE_NONE */
  guint n_counted;     /* in the columns, and no marks */
} WhenceLanePlan;

typedef struct
{
  guint32 fact;
  guint lane;       /* plan */
  gint64 start;     /* first instant in view */
  gboolean carried; /* from before it */
  guint cluster;    /* out: which cluster it is in, or WHENCE_NONE */
} WhenceCandidate;

/* Fills @plans and @candidates (sorted by plan, start and fact), the order, rest and empty lanes of the
 * scene, and counts what is out of view. O(lanes log facts + what is looked at, which is bounded). */
void whence_lanes_plan (WhenceTimelineScene *scene, const WhenceLaneState *state, GArray *plans,
                        GArray *candidates);
/* Frees what was counted in it (a WhenceLanePlan). */
void whence_lane_plan_clear (gpointer plan);

/* --- Density (timeline-density.c) ---------------------------------------------------------------- */

/* A lane with so many facts in view shows bars rather than clusters, when enough of them have no mark. */
#define WHENCE_LANE_MANY 60

/* Puts what is too dense into clusters, numbered in the order of the candidates, so that marks and clusters
 * together are about @budget. Stretches of time are bound to the calendar, not to the view, so that clusters
 * do not crawl when it moves; @stretch is what they have become. Returns the number of clusters. O(n). */
guint whence_density_choose (WhenceCandidate *candidates, guint n, guint budget, double seconds_per_px,
                             const WhenceScope *scope, WhenceStretch *stretch);

G_END_DECLS
