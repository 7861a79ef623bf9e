/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates are shared, and lie anywhere: that of one fact after the other is waited for, so each is read once,
 * in the order in which they lie. Where citations date their facts otherwise, each fact is asked itself. */
#include "layout/reach-table.h"

#include "layout/timeline-ghosts.h"
#include "layout/timeline-marks.h"

static const WhencePeriod nowhere = { G_MAXINT64, G_MININT64 };

void
whence_reach_table_init (WhenceReachTable *table, const WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  gint64 today = whence_scope_get_today (scope);
  guint n = whence_bundle_get_n_dates (bundle);

  *table = (WhenceReachTable){ .scope = scope };
  if (whence_bundle_has_dated_citations (bundle))
    return;
  table->periods = g_new (WhencePeriod, MAX (1, n));
  for (guint i = 0; i < n; i++)
    {
      WhencePeriod *period = &table->periods[i];

      if (!whence_mark_reach (whence_bundle_get_nth_date (bundle, i), today, &period->from, &period->to))
        *period = nowhere;
    }
}

void
whence_reach_table_clear (WhenceReachTable *table)
{
  g_clear_pointer (&table->periods, g_free);
}

static const WhencePeriod *
period_of (const WhenceReachTable *table, guint32 fact)
{
  return &table->periods[whence_bundle_get_fact_date_number (whence_scope_get_bundle (table->scope), fact)];
}

gboolean
whence_reach_table_look (const WhenceReachTable *table, guint32 fact, gint64 *from, gint64 *to)
{
  const WhencePeriod *period;

  if (table->periods == NULL)
    return whence_fact_reach (table->scope, fact, from, to);
  period = period_of (table, fact);
  *from = period->from;
  *to = period->to;
  return period->from <= period->to;
}

void
whence_reach_table_prefetch (const WhenceReachTable *table, guint32 fact)
{
  if (table->periods != NULL && fact < whence_bundle_get_n_facts (whence_scope_get_bundle (table->scope)))
    __builtin_prefetch (period_of (table, fact));
}
