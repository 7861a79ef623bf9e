/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates are shared, and lie anywhere: that of one fact after the other is waited for, so each is read once,
 * in the order in which they lie. They are few enough beside their facts that these are put in order by
 * counting (distribution counting; Knuth, The Art of Computer Programming 3, 5.2). Where citations date
 * their facts otherwise, each fact is asked itself. */
#include "layout/reach-table.h"

#include "layout/timeline-ghosts.h"
#include "layout/timeline-marks.h"
#include "model/radix-sort.h"

static const WhencePeriod nowhere = { G_MAXINT64, G_MININT64 };

void
whence_reach_table_init (WhenceReachTable *table, const WhenceScope *scope)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  gint64 today = whence_scope_get_today (scope);
  gboolean by_fact = whence_bundle_has_dated_citations (bundle);
  guint n = by_fact ? whence_bundle_get_n_facts (bundle) : whence_bundle_get_n_dates (bundle);

  *table = (WhenceReachTable){ .scope = scope, .by_fact = by_fact, .n = n };
  table->periods = g_new (WhencePeriod, MAX (1, n));
  table->placed = g_new0 (guint8, MAX (1, n));
  for (guint i = 0; i < n; i++)
    {
      WhencePeriod *period = &table->periods[i];

      table->placed[i] =
        !by_fact
        && whence_mark_reach (whence_bundle_get_nth_date (bundle, i), today, &period->from, &period->to);
      if (!table->placed[i])
        *period = nowhere;
    }
}

void
whence_reach_table_clear (WhenceReachTable *table)
{
  g_clear_pointer (&table->periods, g_free);
  g_clear_pointer (&table->placed, g_free);
}

guint32
whence_reach_table_find (WhenceReachTable *table, guint32 fact)
{
  guint32 number = fact;

  if (table->by_fact)
    table->placed[fact] =
      whence_fact_reach (table->scope, fact, &table->periods[fact].from, &table->periods[fact].to);
  else
    number = whence_bundle_get_fact_date_number (whence_scope_get_bundle (table->scope), fact);
  return table->placed[number] ? number : WHENCE_NONE;
}

/* --- The order ----------------------------------------------------------------------------------- */

typedef struct
{
  gint64 at;
  guint32 number;
} Instant;

/* When each begins, or ends, in the order of time. Transfer full. */
static Instant *
sort_instants (const WhenceReachTable *table, gboolean by_end)
{
  g_autofree Instant *instants = g_new (Instant, MAX (1, table->n));
  g_autofree Instant *beside = g_new (Instant, MAX (1, table->n));

  for (guint i = 0; i < table->n; i++)
    instants[i] = (Instant){ by_end ? table->periods[i].to : table->periods[i].from, i };
  if (whence_radix_sort (instants, beside, table->n, sizeof *instants) == instants)
    return g_steal_pointer (&instants);
  return g_steal_pointer (&beside);
}

/* Those of one instant have one rank. Transfer full. */
static guint *
rank_instants (const WhenceReachTable *table, gboolean by_end)
{
  g_autofree Instant *sorted = sort_instants (table, by_end);
  guint *ranks = g_new (guint, MAX (1, table->n)), rank = 0;

  for (guint i = 0; i < table->n; i++)
    {
      rank += i > 0 && sorted[i].at != sorted[i - 1].at;
      ranks[sorted[i].number] = rank;
    }
  return ranks;
}

WhenceReach *
whence_reach_table_sort (const WhenceReachTable *table, const WhenceReach *reaches, guint n,
                         const guint *counts, gboolean by_end)
{
  g_autofree guint *ranks = rank_instants (table, by_end);
  g_autofree guint *at = g_new0 (guint, table->n + 1); /* where the next of each rank belongs */
  WhenceReach *sorted = g_new (WhenceReach, MAX (1, n));

  for (guint i = 0; i < table->n; i++)
    at[ranks[i] + 1] += counts[i];
  for (guint rank = 0; rank < table->n; rank++)
    at[rank + 1] += at[rank];
  for (guint i = 0; i < n; i++)
    sorted[at[ranks[reaches[i].number]]++] = reaches[i];
  return sorted;
}

void
whence_reach_table_list_ends (const WhenceReachTable *table, const guint *counts, gint64 *ends)
{
  g_autofree Instant *sorted = sort_instants (table, TRUE);

  for (guint i = 0; i < table->n; i++)
    for (guint nth = 0; nth < counts[sorted[i].number]; nth++)
      *ends++ = sorted[i].at;
}
