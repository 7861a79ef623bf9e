/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Since when and until when those in a bundle are there at all: from foundings, births, deaths and the life
 * spans of entities. It closes what the date of a fact leaves open: nobody invests in a company that is not
 * founded yet. */
#pragma once

#include "model/known-by.h"

G_BEGIN_DECLS

typedef struct _WhenceLives WhenceLives;

/* Of all beginnings that are given of somebody, the earliest counts, and of all ends the latest, each in its
 * widest reading: about 2016 may be 2015. Linear in facts and entities; keeps no reference to @bundle, which
 * must outlive it. Facts and life spans that were not known by @known_by (or NULL) do not count. Transfer
 * full. */
WhenceLives *whence_lives_new (const WhenceBundle *bundle, const WhenceKnownBy *known_by);
void whence_lives_free (WhenceLives *lives);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceLives, whence_lives_free)

/* Whether a fact that does not say when it began cannot have begun by the end of the stretch [@from, @to),
 * since somebody in it was certainly not there yet; or a state that does not say when it ended has ended
 * before, since somebody certainly was no longer. */
gboolean whence_lives_rule_out (const WhenceLives *lives, guint32 fact, gint64 from, gint64 to);

/* The stretch outside of which the fact certainly does not hold (a state) or has not happened (an event), by
 * its date, and by lives where the date leaves that open; empty where these contradict each other. */
void whence_lives_get_reach (const WhenceLives *lives, guint32 fact, gint64 *from, gint64 *to);

/* Whether the fact holds (a state) or has happened (an event) in [@from, @to), by its date and by the lives
 * of those in it. */
WhenceActivity whence_lives_get_activity (const WhenceLives *lives, guint32 fact, gint64 from, gint64 to);

/* The same of all facts, into a byte for each: every date of the bundle is looked at once. Linear in the
 * facts.
 */
void whence_lives_judge (const WhenceLives *lives, gint64 from, gint64 to, guint8 *activities);

G_END_DECLS
