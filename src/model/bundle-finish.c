/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a bundle derives from its records when all are in: the facts of each entity, the first and the last
 * instant. Linear in the records. */
#include "model/bundle-private.h"

static void
widen_by_bound (WhenceBundle *bundle, const WhenceBound *bound)
{
  if (bound->kind != WHENCE_BOUND_GIVEN)
    return;
  bundle->earliest = MIN (bundle->earliest, bound->earliest);
  bundle->latest = MAX (bundle->latest, bound->latest);
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
      bundle->dated_citations = TRUE;
      widen_by_date (bundle, date);
    }
}

static void
find_extent (WhenceBundle *bundle)
{
  bundle->dated_citations = FALSE;
  bundle->earliest = G_MAXINT64;
  bundle->latest = G_MININT64;
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
  if (bundle->earliest > bundle->latest)
    bundle->earliest = bundle->latest = 0;
}

void
whence_bundle_finish (WhenceBundle *bundle)
{
  whence_bundle_list_entity_facts (bundle);
  find_extent (bundle);
  whence_strings_seal (&bundle->strings);
}

void
whence_bundle_finish_retold (WhenceBundle *bundle)
{
  const WhenceBundle *of = bundle->of;

  bundle->entity_facts = of->entity_facts;
  bundle->earliest = of->earliest;
  bundle->latest = of->latest;
  bundle->dated_citations = of->dated_citations;
  whence_strings_seal (&bundle->strings);
}
