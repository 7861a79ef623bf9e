/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scene is made of. The bytes of the filter are copied, so that a scope never changes after it was
 * made, and shared by those that differ in the date alone: another date costs nothing, however many facts
 * there are. */
#include "layout/scope-private.h"

#include <string.h>

static WhencePeriod
normalize (WhencePeriod period)
{
  const WhencePeriod any_time = { WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL };

  return period.from == 0 && period.to == 0 ? any_time : period;
}

static ScopeLives *
make_lives (WhenceBundle *bundle, WhenceKnownBy *known_by)
{
  ScopeLives *lives = g_atomic_rc_box_new0 (ScopeLives);

  lives->bundle = whence_bundle_ref (bundle);
  if (known_by != NULL)
    lives->known_by = whence_known_by_ref (known_by);
  return lives;
}

static void
clear_lives (gpointer data)
{
  ScopeLives *lives = data;

  if (lives->lives != 0)
    whence_lives_free ((WhenceLives *) lives->lives);
  g_clear_pointer (&lives->known_by, whence_known_by_unref);
  whence_bundle_unref (lives->bundle);
}

static void
set_shown (WhenceScope *scope, const guint8 *shown)
{
  guint n_facts = whence_bundle_get_n_facts (scope->bundle);

  scope->n_shown = n_facts;
  if (shown == NULL && scope->known_by == NULL)
    return;
  scope->n_shown = 0;
  scope->shown = g_atomic_rc_box_alloc (MAX (1, n_facts));
  for (guint fact = 0; fact < n_facts; fact++)
    {
      gboolean passes = shown == NULL || shown[fact] != 0;
      gboolean known = whence_known_by_get_fact (scope->known_by, fact) != WHENCE_ACTIVITY_NOT;

      scope->shown[fact] = passes && known;
      scope->n_shown += scope->shown[fact];
      scope->n_unknown += passes && !known;
    }
}

static void
set_compared (WhenceScope *scope, const WhencePeriod *compared)
{
  scope->as_of = normalize ((WhencePeriod){ 0 });
  scope->changes =
    whence_changes_new (scope->bundle, scope->shown, scope->known_by, compared[0], compared[1]);
}

WhenceScope *
whence_scope_new (const WhenceScopeSpec *spec)
{
  WhenceScope *scope = g_new0 (WhenceScope, 1);
  g_atomic_ref_count_init (&scope->references);
  scope->bundle = whence_bundle_ref (whence_known_by_get_bundle (spec->known_by, spec->bundle));
  scope->today = spec->today;
  scope->as_of = normalize (spec->as_of);
  scope->lives = make_lives (scope->bundle, spec->known_by);
  if (spec->known_by != NULL)
    scope->known_by = whence_known_by_ref (spec->known_by);
  set_shown (scope, spec->shown);
  if (spec->compared[0].from < spec->compared[0].to)
    set_compared (scope, spec->compared);
  return scope;
}

WhenceScope *
whence_scope_new_whole (WhenceBundle *bundle)
{
  return whence_scope_new (
    &(WhenceScopeSpec){ .bundle = bundle, .today = whence_bundle_get_latest_instant (bundle) });
}

/* What others may be about to count. */
static gsize
share_box (const gsize *box)
{
  gpointer counted = g_atomic_pointer_get ((gpointer *) box);

  return counted != NULL ? (gsize) g_atomic_rc_box_acquire (counted) : 0;
}

/* The same facts; @bundle and @known_by are taken over. */
static WhenceScope *
copy_scope (const WhenceScope *scope, WhenceBundle *bundle, WhenceKnownBy *known_by)
{
  WhenceScope *copy = g_new (WhenceScope, 1);

  *copy = (WhenceScope){ .bundle = bundle,
                         .known_by = known_by,
                         .shown = scope->shown != NULL ? g_atomic_rc_box_acquire (scope->shown) : NULL,
                         .n_shown = scope->n_shown,
                         .n_unknown = scope->n_unknown,
                         .today = scope->today,
                         .as_of = scope->as_of,
                         .lives = g_atomic_rc_box_acquire (scope->lives),
                         .dates = share_box (&scope->dates),
                         .n_amounts = (gsize) g_atomic_pointer_get ((gpointer *) &scope->n_amounts) };
  g_atomic_ref_count_init (&copy->references);
  return copy;
}

WhenceScope *
whence_scope_at (const WhenceScope *scope, WhencePeriod as_of)
{
  WhenceScope *at = copy_scope (scope, whence_bundle_ref (scope->bundle),
                                scope->known_by != NULL ? whence_known_by_ref (scope->known_by) : NULL);

  at->as_of = normalize (as_of);
  return at;
}

WhenceScope *
whence_scope_of (const WhenceScope *scope, WhenceBundle *bundle, WhenceKnownBy *known_by)
{
  WhenceScope *copy = copy_scope (scope, whence_bundle_ref (whence_known_by_get_bundle (known_by, bundle)),
                                  known_by != NULL ? whence_known_by_ref (known_by) : NULL);

  copy->activities = share_box (&scope->activities);
  copy->changes = scope->changes != NULL ? whence_changes_ref (scope->changes) : NULL;
  return copy;
}

WhenceScope *
whence_scope_compare (const WhenceScope *scope, const WhencePeriod *compared)
{
  WhenceScope *comparing = whence_scope_at (scope, (WhencePeriod){ 0 });

  set_compared (comparing, compared);
  return comparing;
}

WhenceScope *
whence_scope_ref (WhenceScope *scope)
{
  g_atomic_ref_count_inc (&scope->references);
  return scope;
}

void
whence_scope_unref (WhenceScope *scope)
{
  if (!g_atomic_ref_count_dec (&scope->references))
    return;
  g_clear_pointer (&scope->known_by, whence_known_by_unref);
  g_atomic_rc_box_release_full (scope->lives, clear_lives);
  whence_bundle_unref (scope->bundle);
  g_clear_pointer (&scope->changes, whence_changes_unref);
  g_clear_pointer (&scope->shown, g_atomic_rc_box_release);
  if (scope->dates != 0)
    g_atomic_rc_box_release ((gpointer) scope->dates);
  if (scope->activities != 0)
    g_atomic_rc_box_release ((gpointer) scope->activities);
  g_free (scope);
}

WhenceBundle *
whence_scope_get_bundle (const WhenceScope *scope)
{
  return scope->bundle;
}

guint
whence_scope_get_n_shown (const WhenceScope *scope)
{
  return scope->n_shown;
}

guint
whence_scope_get_n_unknown (const WhenceScope *scope)
{
  return scope->n_unknown;
}

const WhenceKnownBy *
whence_scope_get_known_by (const WhenceScope *scope)
{
  return scope->known_by;
}

const char *
whence_scope_get_summary (const WhenceScope *scope)
{
  return scope->known_by == NULL ? whence_bundle_get_summary (scope->bundle) : NULL;
}

gint64
whence_scope_get_today (const WhenceScope *scope)
{
  return scope->today;
}

gboolean
whence_scope_has_as_of (const WhenceScope *scope)
{
  return scope->as_of.from != WHENCE_INSTANT_BEFORE_ALL || scope->as_of.to != WHENCE_INSTANT_AFTER_ALL;
}

void
whence_scope_get_as_of (const WhenceScope *scope, gint64 *from, gint64 *to)
{
  *from = scope->as_of.from;
  *to = scope->as_of.to;
}

const WhenceChanges *
whence_scope_get_changes (const WhenceScope *scope)
{
  return scope->changes;
}

gboolean
whence_scope_has_same_facts (const WhenceScope *a, const WhenceScope *b)
{
  if (!whence_bundle_has_same_records (a->bundle, b->bundle) || a->today != b->today
      || a->n_shown != b->n_shown || !whence_known_by_equal (a->known_by, b->known_by))
    return FALSE;
  if (a->shown == b->shown)
    return TRUE;
  guint n_facts = whence_bundle_get_n_facts (a->bundle);
  if (a->n_shown == n_facts)
    return TRUE;
  return memcmp (a->shown, b->shown, n_facts) == 0;
}
