/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scene is made of: the facts in it and the instant at which it is shown. Small, immutable, shared by
 * both views; workers keep a reference. */
#pragma once

#include "model/bundle.h"

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

/* @shown has a byte for each fact of @bundle, 0 for those that a filter hides; NULL shows all. @today is
 * where open ends run to. @as_of_from/@as_of_to is the date at which ties are looked at ([from, to)), or the
 * two ends of time (WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL) for "at any time". Transfer full. */
WhenceScope *whence_scope_new (WhenceBundle *bundle, const guint8 *shown, gint64 today, gint64 as_of_from,
                               gint64 as_of_to);
WhenceScope *whence_scope_ref (WhenceScope *scope);
void whence_scope_unref (WhenceScope *scope);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceScope, whence_scope_unref)

WhenceBundle *whence_scope_get_bundle (const WhenceScope *scope);
gboolean whence_scope_shows (const WhenceScope *scope, guint32 fact);
guint whence_scope_get_n_shown (const WhenceScope *scope);
gint64 whence_scope_get_today (const WhenceScope *scope);
gboolean whence_scope_has_as_of (const WhenceScope *scope);
void whence_scope_get_as_of (const WhenceScope *scope, gint64 *from, gint64 *to);

/* Whether both are about the same facts, whatever the as-of date. O(facts) at worst. */
gboolean whence_scope_has_same_facts (const WhenceScope *a, const WhenceScope *b);

/* Whether the fact holds (a state) or has happened (an event) at the as-of date; CERTAIN where there is none.
 */
WhenceActivity whence_scope_get_activity (const WhenceScope *scope, guint32 fact);

/* Whether the fact ties those who take part in it: shown, not negated, not inactive at the as-of date, and of
 * more than one participant. */
gboolean whence_scope_ties (const WhenceScope *scope, guint32 fact);

G_END_DECLS
