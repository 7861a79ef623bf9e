/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a scope says of its facts, in constant time. Whole lives, and how many facts have each date or an
 * amount, are worked out when first asked for, by whichever thread. */
#include "layout/scope-private.h"

gboolean
whence_scope_shows (const WhenceScope *scope, guint32 fact)
{
  return scope->shown == NULL || scope->shown[fact] != 0;
}

static guint *
count_dates (const WhenceScope *scope)
{
  guint n_facts = whence_bundle_get_n_facts (scope->bundle);
  gsize n_dates = MAX (1, whence_bundle_get_n_dates (scope->bundle));
  guint *counts = g_atomic_rc_box_alloc0 (n_dates * sizeof *counts);

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

static const WhenceLives *
get_lives (ScopeLives *lives)
{
  if (g_once_init_enter (&lives->lives))
    g_once_init_leave (&lives->lives, (gsize) whence_lives_new (lives->bundle, lives->known_by));
  return (const WhenceLives *) lives->lives;
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

static guint8 *
judge (const WhenceScope *scope)
{
  guint n_facts = whence_bundle_get_n_facts (scope->bundle);
  guint8 *activities = g_atomic_rc_box_alloc (MAX (1, n_facts));

  whence_lives_judge (get_lives (scope->lives), scope->as_of.from, scope->as_of.to, activities);
  return activities;
}

void
whence_scope_judge (WhenceScope *scope)
{
  if (scope->changes == NULL && whence_scope_has_as_of (scope) && g_once_init_enter (&scope->activities))
    {
      guint8 *activities = judge (scope);
      g_once_init_leave (&scope->activities, (gsize) activities);
    }
}

static WhenceActivity
get_activity_as_of (const WhenceScope *scope, guint32 fact)
{
  const guint8 *judged = (const guint8 *) g_atomic_pointer_get ((gsize *) &scope->activities);

  if (judged != NULL)
    return (WhenceActivity) judged[fact];
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
