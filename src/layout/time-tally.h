/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many facts there are at which time, in bounded memory whatever their number: facts are counted by the
 * stretch in which they begin. Stretches are exact while they are few. When they become too many they grow
 * coarser, and the more so the farther they are from an anchor, so that a day is told from the next one even
 * where the story begins with the universe. */
#pragma once

#include "model/date.h"

G_BEGIN_DECLS

typedef struct _WhenceTimeTally WhenceTimeTally;

/* Those that are counted at one stretch of time, [from, to). */
typedef struct
{
  gint64 from, to;
  guint32 n; /* facts */
} WhenceTallyEntry;

#define WHENCE_TALLY_MOST 4096 /* entries */

/* Transfer full. */
WhenceTimeTally *whence_time_tally_new (gint64 anchor);
WhenceTimeTally *whence_time_tally_copy (const WhenceTimeTally *tally);
void whence_time_tally_free (WhenceTimeTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTimeTally, whence_time_tally_free)

/* Counts one fact; none without a date. Constant time. */
void whence_time_tally_add (WhenceTimeTally *tally, const WhenceDate *date);

guint32 whence_time_tally_get_n_facts (const WhenceTimeTally *tally);
/* Between what all of them lie, exactly; FALSE: there are none. */
gboolean whence_time_tally_get_extent (const WhenceTimeTally *tally, gint64 *from, gint64 *to);
/* In no order. Transfer none, until the next one is counted. */
const WhenceTallyEntry *whence_time_tally_get_entries (const WhenceTimeTally *tally, guint *n_entries);

G_END_DECLS
