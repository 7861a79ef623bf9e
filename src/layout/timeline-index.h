/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts of a scope by lane and by time, so that a scene need not look at those which are out of its view.
 * Built once for a scope and a grouping, immutable, and shared by all scenes of them. */
#pragma once

#include <gio/gio.h>

#include "layout/timeline-grouping.h"

G_BEGIN_DECLS

typedef struct _WhenceTimelineIndex WhenceTimelineIndex;

/* NULL only when cancelled. O(n) in the facts. Transfer full. */
WhenceTimelineIndex *whence_timeline_index_new (WhenceScope *scope, WhenceGrouping grouping,
                                                GCancellable *cancellable);
WhenceTimelineIndex *whence_timeline_index_ref (WhenceTimelineIndex *index);
void whence_timeline_index_unref (WhenceTimelineIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTimelineIndex, whence_timeline_index_unref)

gboolean whence_timeline_index_is_for (const WhenceTimelineIndex *index, const WhenceScope *scope,
                                       WhenceGrouping grouping);

const WhenceLaneGrouping *whence_timeline_index_get_grouping (const WhenceTimelineIndex *index);
/* Facts without a date, in the order of the bundle, and how many a filter hides. */
const GArray *whence_timeline_index_get_undated (const WhenceTimelineIndex *index);
/* Facts that are a background to the others (WhencePlace), in the order of time; they are in no lane. */
const GArray *whence_timeline_index_get_bands (const WhenceTimelineIndex *index);
guint whence_timeline_index_get_n_hidden (const WhenceTimelineIndex *index);

/* A fact in its place: facts of a lane are in succession, in the order of the instants from which they may
 * have begun. */
typedef struct
{
  gint64 from, to; /* its mark lies between these */
  guint32 fact;
  guint lane;
} WhencePlace;

const WhencePlace *whence_timeline_index_get_places (const WhenceTimelineIndex *index, guint lane, guint *n);

/* What of a lane lies in [left, right): those in [first, end) of its places begin there, and as many as
 * @n_carried of the places before come from earlier. */
typedef struct
{
  guint first, end;
  guint n_carried;
  guint n_earlier, n_later; /* wholly before and after */
} WhenceLaneWindow;

/* O(log n) in the facts of the lane. */
WhenceLaneWindow whence_timeline_index_look (const WhenceTimelineIndex *index, guint lane, gint64 left,
                                             gint64 right);
/* The first place of the lane that begins at or after @instant. O(log n). */
guint whence_timeline_index_find (const WhenceTimelineIndex *index, guint lane, gint64 instant);
/* The same among those from @first on. O(log of the places between). */
guint whence_timeline_index_find_after (const WhenceTimelineIndex *index, guint lane, guint first,
                                        gint64 instant);

/* Return FALSE to stop. */
typedef gboolean (*WhencePlaceFunc) (const WhencePlace *place, gpointer user_data);
/* Those that come from before @left, in order. O(places before @left / 64 + answers × 64). */
void whence_timeline_index_foreach_carried (const WhenceTimelineIndex *index, guint lane, gint64 left,
                                            WhencePlaceFunc func, gpointer user_data);

G_END_DECLS
