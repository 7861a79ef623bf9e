/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scene is made of: the facts in it and the instant at which it is shown. Small, immutable, shared by
 * both views; workers keep a reference. */
#pragma once

#include "model/changes.h"
#include "model/evidence.h"

G_BEGIN_DECLS

typedef struct _WhenceScope WhenceScope;

typedef enum
{
  WHENCE_GROUP_NONE,
  WHENCE_GROUP_ENTITY,
  WHENCE_GROUP_ENTITY_TYPE,
  WHENCE_GROUP_FACT_TYPE,
  WHENCE_GROUP_SOURCE,
} WhenceGrouping;

/* What a scope is made from; members that are left out leave their part of it open. */
typedef struct
{
  WhenceBundle *bundle; /* is kept referenced */
  const guint8
    *shown;           /* a byte for each fact, 0 for those that a filter hides, copied; NULL: all are shown */
  gint64 today;       /* where open ends run to */
  WhencePeriod as_of; /* the date at which ties are looked at; both 0 or the two ends of time: any time */
  WhenceKnownBy *known_by;  /* of @bundle, is kept referenced; NULL: whatever is in it */
  WhencePeriod compared[2]; /* instead: the two dates that are compared, the earlier one first, such as can
                               be; all 0: none are */
} WhenceScopeSpec;

/* Transfer full. */
WhenceScope *whence_scope_new (const WhenceScopeSpec *spec);
/* All of the bundle at any time; its latest instant is today. Transfer full. */
WhenceScope *whence_scope_new_whole (WhenceBundle *bundle);
/* The same at another date. O(1). Transfer full. */
WhenceScope *whence_scope_at (const WhenceScope *scope, WhencePeriod as_of);
/* The same with two dates compared, the earlier one first. O(n log n). Transfer full. */
WhenceScope *whence_scope_compare (const WhenceScope *scope, const WhencePeriod *compared);
/* The same facts of a bundle that has the same records; @known_by: the same of that, or NULL. Constant time
 * in the facts. Transfer full. */
WhenceScope *whence_scope_of (const WhenceScope *scope, WhenceBundle *bundle, WhenceKnownBy *known_by);
WhenceScope *whence_scope_ref (WhenceScope *scope);
void whence_scope_unref (WhenceScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceScope, whence_scope_unref)

/* As it was told by the date by which things are to be known, else as the file tells it. Transfer none. */
WhenceBundle *whence_scope_get_bundle (const WhenceScope *scope);
/* Not hidden by a filter, nor unknown by the date by which things are to be known. */
gboolean whence_scope_shows (const WhenceScope *scope, guint32 fact);
guint whence_scope_get_n_shown (const WhenceScope *scope);
/* For each date of the bundle how many of the facts that are shown have it. Linear in the facts the first
 * time. Transfer none. */
const guint *whence_scope_count_dates (WhenceScope *scope);
/* How many of the facts that are shown have an amount. The same. */
guint whence_scope_count_amounts (WhenceScope *scope);
/* How many facts the filter leaves that were not known by then. */
guint whence_scope_get_n_unknown (const WhenceScope *scope);
gint64 whence_scope_get_today (const WhenceScope *scope);
gboolean whence_scope_has_as_of (const WhenceScope *scope);
void whence_scope_get_as_of (const WhenceScope *scope, gint64 *from, gint64 *to);

/* What the story is about, or NULL: of what was known by a date nothing sums up. Transfer none. */
const char *whence_scope_get_summary (const WhenceScope *scope);
/* By when things are to be known, or NULL. Transfer none. */
const WhenceKnownBy *whence_scope_get_known_by (const WhenceScope *scope);
/* What the sources say that count by then. */
WhenceEvidence whence_scope_get_evidence (const WhenceScope *scope, guint32 fact);
/* Whether what the @i-th citation of the fact says counts by then. */
gboolean whence_scope_counts (const WhenceScope *scope, guint32 fact, guint i);

/* Whether both are about the same facts, known by the same date, whatever the as-of date. O(facts) at worst.
 */
gboolean whence_scope_has_same_facts (const WhenceScope *a, const WhenceScope *b);

/* What changed between the dates that are compared; NULL: none are. */
const WhenceChanges *whence_scope_get_changes (const WhenceScope *scope);
/* What became of the fact between them; NONE where none are compared. */
WhenceChange whence_scope_get_change (const WhenceScope *scope, guint32 fact);
/* The fact that is drawn for @fact: the later one of a pair, else itself. */
guint32 whence_scope_get_drawn (const WhenceScope *scope, guint32 fact);

/* The stretch outside of which it neither holds nor has happened (model/lives.h), by the facts alone. */
void whence_scope_get_reach (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to);
/* Whether the fact holds (a state) or has happened (an event) at the as-of date (see model/lives.h for what
 * its own date leaves open), or at either of those that are compared, and was known: no more certain than
 * either. CERTAIN where no date is looked at. */
WhenceActivity whence_scope_get_activity (const WhenceScope *scope, guint32 fact);
/* Judges all facts at once for whoever is about to ask for each, as the worker that makes a scene; linear in
 * them, and each takes a look then. */
void whence_scope_judge (WhenceScope *scope);

/* Whether the fact ties those who take part in it: shown, not negated, not inactive at the as-of date, and of
 * more than one participant. */
gboolean whence_scope_ties (const WhenceScope *scope, guint32 fact);

G_END_DECLS
