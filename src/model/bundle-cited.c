/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who cites a source: the facts and the entities, listed for all sources when somebody asks for the first
 * time, whatever thread that is in. Linear in the citations then, constant after; four bytes for each record
 * that cites a source. */
#include "model/bundle-private.h"

struct _WhenceCited
{
  WhenceInverse facts, entities;
};

static guint32
nth_source (const WhenceBundle *bundle, Span citations, guint n)
{
  return WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citations.first + n)->source;
}

static guint
count_of_fact (gconstpointer bundle, guint32 fact)
{
  return WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->facts, PackedFact, fact)->citations.n;
}

static guint32
nth_of_fact (gconstpointer bundle, guint32 fact, guint n)
{
  return nth_source (
    bundle, WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->facts, PackedFact, fact)->citations, n);
}

static guint
count_of_entity (gconstpointer bundle, guint32 entity)
{
  return WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->entities, PackedEntity, entity)->citations.n;
}

static guint32
nth_of_entity (gconstpointer bundle, guint32 entity, guint n)
{
  return nth_source (
    bundle, WHENCE_TABLE_AT (&((const WhenceBundle *) bundle)->entities, PackedEntity, entity)->citations, n);
}

void
whence_cited_free (WhenceCited *cited)
{
  if (cited == NULL)
    return;
  whence_inverse_clear (&cited->facts);
  whence_inverse_clear (&cited->entities);
  g_free (cited);
}

/* Two threads may list at once; the lists are the same, and the first is kept. */
static const WhenceCited *
get_cited (const WhenceBundle *bundle)
{
  WhenceCited **place = &bundle->derived->cited;
  WhenceCited *cited = g_atomic_pointer_get (place);

  if (cited != NULL)
    return cited;
  cited = g_new (WhenceCited, 1);
  *cited = (WhenceCited){
    whence_invert (bundle, bundle->facts.n, bundle->sources.n, count_of_fact, nth_of_fact),
    whence_invert (bundle, bundle->entities.n, bundle->sources.n, count_of_entity, nth_of_entity),
  };
  if (!g_atomic_pointer_compare_and_exchange (place, NULL, cited))
    whence_cited_free (cited);
  return g_atomic_pointer_get (place);
}

gboolean
whence_bundle_has_citers (const WhenceBundle *bundle)
{
  return g_atomic_pointer_get (&bundle->derived->cited) != NULL;
}

void
whence_bundle_list_citers (const WhenceBundle *bundle)
{
  get_cited (bundle);
}

const guint32 *
whence_bundle_get_source_facts (const WhenceBundle *bundle, guint32 source, guint *n_facts)
{
  g_assert (source < bundle->sources.n);
  return whence_inverse_get (&get_cited (bundle)->facts, source, n_facts);
}

const guint32 *
whence_bundle_get_source_entities (const WhenceBundle *bundle, guint32 source, guint *n_entities)
{
  g_assert (source < bundle->sources.n);
  return whence_inverse_get (&get_cited (bundle)->entities, source, n_entities);
}
