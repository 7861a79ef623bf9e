/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scene is made of. The bytes of the filter are copied, so that a scope never changes after it was
 * made, and shared by those that differ in the date alone: another date costs nothing, however many facts
 * there are. The activity of a fact is worked out when asked, in constant time. */
#include "layout/scope.h"

#include <string.h>

#include "model/lives.h"

/* Made when it is first asked for, by whichever thread. */
typedef struct
{
  WhenceBundle *bundle;
  WhenceKnownBy *known_by; /* or NULL */
  gsize lives;             /* WhenceLives, or 0 */
} Lives;

struct _WhenceScope
{
  gatomicrefcount references;
  WhenceBundle *bundle;
  guint8 *shown; /* an atomic box; NULL: all */
  guint n_shown, n_unknown;
  gint64 today;
  WhencePeriod as_of;
  WhenceKnownBy *known_by; /* or NULL */
  WhenceChanges *changes;  /* NULL: no dates are compared */
  Lives *lives;            /* an atomic box */
  gsize dates;             /* guint of each date of the bundle, or 0 until it is asked for */
  gsize n_amounts;         /* and one; or 0 until it is asked for */
};

static WhencePeriod
normalize (WhencePeriod period)
{
  const WhencePeriod any_time = { WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL };

  return period.from == 0 && period.to == 0 ? any_time : period;
}

static Lives *
make_lives (WhenceBundle *bundle, WhenceKnownBy *known_by)
{
  Lives *lives = g_atomic_rc_box_new0 (Lives);

  lives->bundle = whence_bundle_ref (bundle);
  if (known_by != NULL)
    lives->known_by = whence_known_by_ref (known_by);
  return lives;
}

static void
clear_lives (gpointer data)
{
  Lives *lives = data;

  if (lives->lives != 0)
    whence_lives_free ((WhenceLives *) lives->lives);
  g_clear_pointer (&lives->known_by, whence_known_by_unref);
  whence_bundle_unref (lives->bundle);
}

static const WhenceLives *
get_lives (Lives *lives)
{
  if (g_once_init_enter (&lives->lives))
    g_once_init_leave (&lives->lives, (gsize) whence_lives_new (lives->bundle, lives->known_by));
  return (const WhenceLives *) lives->lives;
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

WhenceScope *
whence_scope_at (const WhenceScope *scope, WhencePeriod as_of)
{
  WhenceScope *at = g_memdup2 (scope, sizeof *scope);

  g_atomic_ref_count_init (&at->references);
  whence_bundle_ref (at->bundle);
  if (at->shown != NULL)
    g_atomic_rc_box_acquire (at->shown);
  g_atomic_rc_box_acquire (at->lives);
  if (at->known_by != NULL)
    whence_known_by_ref (at->known_by);
  at->dates = 0; /* how many have amounts stays as it is */
  at->as_of = normalize (as_of);
  at->changes = NULL;
  return at;
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
  g_free ((gpointer) scope->dates);
  g_free (scope);
}

WhenceBundle *
whence_scope_get_bundle (const WhenceScope *scope)
{
  return scope->bundle;
}

gboolean
whence_scope_shows (const WhenceScope *scope, guint32 fact)
{
  return scope->shown == NULL || scope->shown[fact] != 0;
}

guint
whence_scope_get_n_shown (const WhenceScope *scope)
{
  return scope->n_shown;
}

static guint *
count_dates (const WhenceScope *scope)
{
  guint n_facts = whence_bundle_get_n_facts (scope->bundle);
  guint *counts = g_new0 (guint, MAX (1, whence_bundle_get_n_dates (scope->bundle)));

  for (guint32 fact = 0; fact < n_facts; fact++)
    if (whence_scope_shows (scope, fact))
      counts[whence_bundle_get_fact_date_number (scope->bundle, fact)]++;
  return counts;
}

const guint *
whence_scope_count_dates (WhenceScope *scope)
{
  if (g_once_init_enter (&scope->dates))
    {
      guint *counts = count_dates (scope);
      g_once_init_leave (&scope->dates, (gsize) counts);
    }
  return (const guint *) scope->dates;
}

static guint
count_amounts (const WhenceScope *scope)
{
  guint n_facts = whence_bundle_get_n_facts (scope->bundle), n = 0;

  for (guint32 fact = 0; fact < n_facts; fact++)
    n += whence_scope_shows (scope, fact) && whence_bundle_has_fact_amount (scope->bundle, fact);
  return n;
}

guint
whence_scope_count_amounts (WhenceScope *scope)
{
  if (g_once_init_enter (&scope->n_amounts))
    g_once_init_leave (&scope->n_amounts, (gsize) count_amounts (scope) + 1);
  return (guint) (scope->n_amounts - 1);
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

WhenceEvidence
whence_scope_get_evidence (const WhenceScope *scope, guint32 fact)
{
  return whence_evidence_for_fact_until (scope->bundle, fact, scope->known_by);
}

gboolean
whence_scope_counts (const WhenceScope *scope, guint32 fact, guint i)
{
  return whence_known_by_counts (scope->known_by, fact, i);
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

const WhenceChanges *
whence_scope_get_changes (const WhenceScope *scope)
{
  return scope->changes;
}

WhenceChange
whence_scope_get_change (const WhenceScope *scope, guint32 fact)
{
  return scope->changes != NULL ? whence_changes_get (scope->changes, fact) : WHENCE_CHANGE_NONE;
}

guint32
whence_scope_get_drawn (const WhenceScope *scope, guint32 fact)
{
  return whence_scope_get_change (scope, fact) == WHENCE_CHANGE_FORMER
           ? whence_changes_get_partner (scope->changes, fact)
           : fact;
}

static WhenceActivity
get_activity_at_either (const WhenceScope *scope, guint32 fact)
{
  WhenceFact record;

  if (whence_changes_get (scope->changes, fact) == WHENCE_CHANGE_NONE)
    {
      /* What is said not to be so has no part in the comparison, and is shown as ever where it is asked for.
       */
      whence_bundle_get_fact (scope->bundle, fact, &record);
      return record.negated ? WHENCE_ACTIVITY_CERTAIN : WHENCE_ACTIVITY_NOT;
    }
  return whence_changes_is_possible (scope->changes, fact) ? WHENCE_ACTIVITY_POSSIBLE
                                                           : WHENCE_ACTIVITY_CERTAIN;
}

static WhenceActivity
get_activity_as_of (const WhenceScope *scope, guint32 fact)
{
  if (scope->changes != NULL)
    return get_activity_at_either (scope, fact);
  if (!whence_scope_has_as_of (scope))
    return WHENCE_ACTIVITY_CERTAIN;
  return whence_lives_get_activity (get_lives (scope->lives), fact, scope->as_of.from, scope->as_of.to);
}

void
whence_scope_get_reach (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to)
{
  whence_lives_get_reach (get_lives (scope->lives), fact, from, to);
}

WhenceActivity
whence_scope_get_activity (const WhenceScope *scope, guint32 fact)
{
  WhenceActivity as_of = get_activity_as_of (scope, fact),
                 known = whence_known_by_get_fact (scope->known_by, fact);

  return MIN (as_of, known);
}

gboolean
whence_scope_ties (const WhenceScope *scope, guint32 fact)
{
  guint32 pair[2];
  WhenceFact record;

  if (!whence_scope_shows (scope, fact) || whence_scope_get_activity (scope, fact) == WHENCE_ACTIVITY_NOT)
    return FALSE;
  whence_bundle_get_fact (scope->bundle, fact, &record);
  return !record.negated && whence_bundle_get_fact_entities (scope->bundle, fact, pair, 2) > 1;
}
