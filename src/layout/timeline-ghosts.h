/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dates of a fact whose date is disputed, on the timeline: beside its mark, each other date that cannot
 * be true together with it, or with one another, is a ghost in the same item. Where they would stand on one
 * another they do so on levels, one below the other. Where the fact's own date is out of view, a ghost stands
 * for it. Facts of one date cost one look at their citations. */
#pragma once

#include "layout/timeline-marks.h"

G_BEGIN_DECLS

/* More are told in words only. */
#define WHENCE_MOST_GHOSTS 6
#define WHENCE_GHOST_LEVEL (WHENCE_MARK_HEIGHT + 2.0) /* px from a level to the next */

typedef struct
{
  WhenceMarkShape shape; /* nothing of it where it is beyond the view */
  gint8 beyond;          /* -1: before the view, 1: after it, 0: in it */
  guint8 level;
} WhenceGhost;

/* What all dates of a fact look like in a view. */
typedef struct
{
  WhenceMarkShape shape; /* of its own date or, where that is out of view, of the first that is in it */
  gboolean displaced;    /* the latter */
  WhenceGhost ghosts[WHENCE_MOST_GHOSTS];
  guint n_ghosts;
  guint n_levels;
  double x0, x1; /* px: all of them, and the line that links them */
} WhenceDateSigns;

/* FALSE: no date of the fact is in the view from @left to @right px. */
gboolean whence_date_signs_init (WhenceDateSigns *signs, const WhenceScope *scope, guint32 fact,
                                 WhenceTimeView view, double left, double right);
/* Its box, when the mark of the fact is at @mark. */
WhenceRect whence_ghost_box (const WhenceGhost *ghost, WhenceRect mark);
/* Where the line that links them meets a mark: the point of it that is nearest to the middle of @to. */
double whence_ghost_meets (const WhenceMarkShape *shape, const WhenceMarkShape *to);

/* whence_mark_extent() and whence_mark_reach() over all dates of the fact. */
gboolean whence_fact_extent (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to);
gboolean whence_fact_reach (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to);
/* Whether any date of the fact may lie in [from, to). */
gboolean whence_fact_touches (const WhenceScope *scope, guint32 fact, gint64 from, gint64 to);

G_END_DECLS
