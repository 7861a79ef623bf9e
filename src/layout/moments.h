/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When the facts of a scope begin and end, in order, so that going through time finds what changes without a
 * scan of the facts; and the pace at which to go. */
#pragma once

#include <gio/gio.h>

#include "layout/scope.h"

G_BEGIN_DECLS

/* Immutable; made in any thread. */
typedef struct _WhenceMoments WhenceMoments;

/* Linear in the facts. NULL only when cancelled. Transfer full. */
WhenceMoments *whence_moments_new (const WhenceScope *scope, GCancellable *cancellable);
void whence_moments_free (WhenceMoments *moments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceMoments, whence_moments_free)

WhenceScope *whence_moments_get_scope (const WhenceMoments *moments);
/* From the first to behind the last of them; FALSE: nothing begins or ends at a known time. */
gboolean whence_moments_get_span (const WhenceMoments *moments, WhencePeriod *span);

/* The facts that begin, or end, on the way from @before to @now, a later date: those that are active, or may
 * be, at one of them and not at the other; and what comes and goes between them begins only. In the order of
 * time. Transfer none. O(log facts). */
const guint32 *whence_moments_list_begun (const WhenceMoments *moments, WhencePeriod before, WhencePeriod now,
                                          guint *n);
const guint32 *whence_moments_list_ended (const WhenceMoments *moments, WhencePeriod before, WhencePeriod now,
                                          guint *n);

/* The next moment from @instant on; FALSE: there is none. O(log facts). */
gboolean whence_moments_find_next (const WhenceMoments *moments, gint64 instant, gint64 *next);

/* How far @instant is on the way through @span, 0 … 1. Half of the way is laid out by the calendar and half
 * by the moments: where nothing happens it is soon over, and where much does it takes its time. Never falls
 * as
 * @instant grows. O(log facts). */
double whence_moments_get_progress (const WhenceMoments *moments, WhencePeriod span, gint64 instant);
/* The last instant that is no farther than @progress, within @span. O((log facts)²). */
gint64 whence_moments_find_instant (const WhenceMoments *moments, WhencePeriod span, double progress);

G_END_DECLS
