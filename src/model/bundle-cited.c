/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who cites a source: the facts and the entities, listed for all sources when somebody asks for the first
 * time, whatever thread that is in. Linear in the citations then, constant after; four bytes for each record
 * that cites a source. */
#include "model/bundle-private.h"

#include <string.h>

/* The records that cite the source s are those from first[s] to before first[s + 1]. */
typedef struct
{
  guint32 *first, *records;
} Citers;

struct _WhenceCited
{
  Citers facts, entities;
};

static Span
citations_of (const WhenceTable *records, WhenceRecordKind kind, guint32 index)
{
  return kind == WHENCE_RECORD_FACT ? WHENCE_TABLE_AT (records, PackedFact, index)->citations
                                    : WHENCE_TABLE_AT (records, PackedEntity, index)->citations;
}

/* Counts, or with @list fills in, the records that cite each source; @last keeps the last one seen of each.
 */
static void
visit (const WhenceBundle *bundle, WhenceRecordKind kind, guint32 *last, guint32 *at, guint32 *list)
{
  const WhenceTable *records = whence_bundle_records ((WhenceBundle *) bundle, kind);

  memset (last, 0xff, sizeof (guint32) * (bundle->sources.n + 1));
  for (guint32 i = 0; i < records->n; i++)
    {
      Span citations = citations_of (records, kind, i);

      for (guint k = 0; k < citations.n; k++)
        {
          guint32 source = WHENCE_TABLE_AT (&bundle->citations, PackedCitation, citations.first + k)->source;

          if (last[source] == i)
            continue;
          last[source] = i;
          if (list != NULL)
            list[at[source]] = i;
          at[source]++;
        }
    }
}

static Citers
list_citers (const WhenceBundle *bundle, WhenceRecordKind kind)
{
  guint32 n = bundle->sources.n, sum = 0;
  g_autofree guint32 *last = g_new (guint32, n + 1);
  g_autofree guint32 *at = g_new0 (guint32, n + 1);
  Citers citers = { g_new (guint32, n + 1), NULL };

  visit (bundle, kind, last, at, NULL);
  for (guint32 i = 0; i <= n; i++)
    {
      guint32 count = at[i];

      citers.first[i] = at[i] = sum;
      sum += count;
    }
  citers.records = g_new (guint32, sum + 1);
  visit (bundle, kind, last, at, citers.records);
  return citers;
}

void
whence_cited_free (WhenceCited *cited)
{
  if (cited == NULL)
    return;
  g_free (cited->facts.first);
  g_free (cited->facts.records);
  g_free (cited->entities.first);
  g_free (cited->entities.records);
  g_free (cited);
}

/* Two threads may list at once; the lists are the same, and the first is kept. */
static const WhenceCited *
get_cited (const WhenceBundle *bundle)
{
  WhenceCited **place = &(bundle->of != NULL ? bundle->of : (WhenceBundle *) bundle)->cited;
  WhenceCited *cited = g_atomic_pointer_get (place);

  if (cited != NULL)
    return cited;
  cited = g_new (WhenceCited, 1);
  *cited =
    (WhenceCited){ list_citers (bundle, WHENCE_RECORD_FACT), list_citers (bundle, WHENCE_RECORD_ENTITY) };
  if (!g_atomic_pointer_compare_and_exchange (place, NULL, cited))
    whence_cited_free (cited);
  return g_atomic_pointer_get (place);
}

static const guint32 *
get_citers (const Citers *citers, guint32 source, guint *n)
{
  *n = citers->first[source + 1] - citers->first[source];
  return citers->records + citers->first[source];
}

const guint32 *
whence_bundle_get_source_facts (const WhenceBundle *bundle, guint32 source, guint *n_facts)
{
  g_assert (source < bundle->sources.n);
  return get_citers (&get_cited (bundle)->facts, source, n_facts);
}

const guint32 *
whence_bundle_get_source_entities (const WhenceBundle *bundle, guint32 source, guint *n_entities)
{
  g_assert (source < bundle->sources.n);
  return get_citers (&get_cited (bundle)->entities, source, n_entities);
}
