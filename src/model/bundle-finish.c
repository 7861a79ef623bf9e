/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a bundle derives from its records when all are in: the facts of each entity, the first and the last
 * instant. Linear in the records, once for all bundles that have the same. */
#include "model/bundle-private.h"

static void
widen_by_bound (WhenceBundle *bundle, const WhenceBound *bound)
{
  if (bound->kind != WHENCE_BOUND_GIVEN)
    return;
  bundle->derived->earliest = MIN (bundle->derived->earliest, bound->earliest);
  bundle->derived->latest = MAX (bundle->derived->latest, bound->latest);
}

static void
widen_by_date (WhenceBundle *bundle, guint32 date)
{
  const WhenceDate *d = &WHENCE_TABLE_AT (&bundle->dates, PackedDate, date)->date;

  if (d->form == WHENCE_DATE_NONE)
    return;
  widen_by_bound (bundle, &d->start);
  widen_by_bound (bundle, &d->end);
}

static void
widen_by_citations (WhenceBundle *bundle, Span citations)
{
  for (guint i = 0; i < citations.n; i++)
    {
      guint32 date = WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citations.first + i)->date;
      if (date == 0)
        continue;
      bundle->derived->dated_citations = TRUE;
      widen_by_date (bundle, date);
    }
}

static void
find_extent (WhenceBundle *bundle)
{
  bundle->derived->earliest = G_MAXINT64;
  bundle->derived->latest = G_MININT64;
  for (guint32 i = 0; i < bundle->sources.n; i++)
    {
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->sources, PackedSource, i)->published);
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->sources, PackedSource, i)->accessed);
    }
  for (guint32 i = 0; i < bundle->entities.n; i++)
    {
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i)->date);
      widen_by_citations (bundle, WHENCE_TABLE_AT (&bundle->entities, PackedEntity, i)->citations);
    }
  for (guint32 i = 0; i < bundle->facts.n; i++)
    {
      widen_by_date (bundle, WHENCE_TABLE_AT (&bundle->facts, PackedFact, i)->date);
      widen_by_citations (bundle, WHENCE_TABLE_AT (&bundle->facts, PackedFact, i)->citations);
    }
  if (bundle->derived->earliest > bundle->derived->latest)
    bundle->derived->earliest = bundle->derived->latest = 0;
}

static void
clear_derived (gpointer data)
{
  WhenceDerived *derived = data;

  whence_inverse_clear (&derived->entity_facts);
  whence_cited_free (derived->cited);
}

void
whence_derived_release (WhenceDerived *derived)
{
  g_atomic_rc_box_release_full (derived, clear_derived);
}

void
whence_bundle_finish (WhenceBundle *bundle)
{
  whence_derived_release (bundle->derived);
  bundle->derived = g_atomic_rc_box_new0 (WhenceDerived);
  whence_bundle_list_entity_facts (bundle);
  find_extent (bundle);
  whence_strings_seal (&bundle->strings);
}

void
whence_bundle_finish_as (WhenceBundle *bundle, const WhenceBundle *as)
{
  whence_derived_release (bundle->derived);
  bundle->derived = g_atomic_rc_box_acquire (as->derived);
  whence_strings_seal (&bundle->strings);
}
