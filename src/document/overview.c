/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts what has been read since it was last looked at, and hands out copies: what another thread has is
 * never written to. One pointer is exchanged, so that nobody waits. Linear in the facts, and in the entries
 * of the tally for each overview. */
#include "document/overview.h"

#include "model/sample.h"

struct _WhenceOverviewMaker
{
  WhenceTimeTally *counted;  /* NULL until there was a sample */
  WhenceTimeTally *expected; /* or NULL */
  double weight;
  guint32 n_counted;      /* facts that were looked at */
  gint64 interval, next;  /* µs */
  WhenceOverview *latest; /* atomic: owned by whoever exchanges it */
};

void
whence_overview_free (WhenceOverview *overview)
{
  if (overview == NULL)
    return;
  whence_time_tally_free (overview->counted);
  whence_time_tally_free (overview->expected);
  g_free (overview);
}

WhenceOverviewMaker *
whence_overview_maker_new (gint64 interval)
{
  WhenceOverviewMaker *maker = g_new0 (WhenceOverviewMaker, 1);

  maker->interval = interval;
  return maker;
}

WhenceOverview *
whence_overview_maker_take (WhenceOverviewMaker *maker)
{
  return g_atomic_pointer_exchange (&maker->latest, NULL);
}

void
whence_overview_maker_free (WhenceOverviewMaker *maker)
{
  whence_overview_free (whence_overview_maker_take (maker));
  whence_time_tally_free (maker->counted);
  whence_time_tally_free (maker->expected);
  g_free (maker);
}

static void
hand_out (WhenceOverviewMaker *maker, WhenceOverview counts)
{
  WhenceOverview *overview = g_memdup2 (&counts, sizeof counts);

  overview->counted = whence_time_tally_copy (maker->counted);
  overview->expected = maker->expected != NULL ? whence_time_tally_copy (maker->expected) : NULL;
  overview->weight = maker->weight;
  whence_overview_free (g_atomic_pointer_exchange (&maker->latest, overview));
}

static void
on_found (const WhenceDate *date, gpointer user_data)
{
  whence_time_tally_add (user_data, date);
}

/* What is read is told apart best where the sample ends: there are most facts, where time has to be bent. */
void
whence_overview_maker_sample (WhenceOverviewMaker *maker, GFile *file, GCancellable *cancellable)
{
  g_autoptr (WhenceTimeTally) sample = whence_time_tally_new (0);
  double weight = whence_sample_file (file, on_found, sample, cancellable);
  gint64 from, to = 0;

  if (weight > 0 && whence_time_tally_get_extent (sample, &from, &to))
    {
      maker->expected = g_steal_pointer (&sample);
      maker->weight = weight;
    }
  maker->counted = whence_time_tally_new (to);
  if (maker->expected != NULL)
    hand_out (maker, (WhenceOverview){ 0 });
}

void
whence_overview_maker_look (WhenceOverviewMaker *maker, const WhenceBundle *so_far)
{
  gint64 now = g_get_monotonic_time ();
  guint32 n_facts = whence_bundle_get_n_facts (so_far);

  if (now < maker->next)
    return;
  maker->next = now + maker->interval;
  for (; maker->n_counted < n_facts; maker->n_counted++)
    whence_time_tally_add (maker->counted, whence_bundle_get_fact_date (so_far, maker->n_counted));
  hand_out (maker, (WhenceOverview){ .n_sources = whence_bundle_get_n_sources (so_far),
                                     .n_entities = whence_bundle_get_n_entities (so_far),
                                     .n_facts = n_facts });
}
