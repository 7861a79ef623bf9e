/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A facet is a function that lists the values of a fact; everything else (passing, counting) works on that
 * list. A fact has few values of each facet, so a pass over the bundle is linear. */
#include "model/evidence.h"
#include "model/filter-private.h"

/* --- The values of a fact ------------------------------------------------------------------------ */

/* What a pass over a bundle looks up again and again. */
typedef struct
{
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by;
  GHashTable *fact_types, *entity_types; /* type → index + 1 */
} Pass;

static GHashTable *
number_fact_types (const WhenceBundle *bundle)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < whence_bundle_get_n_fact_types (bundle); i++)
    g_hash_table_insert (numbers, (gpointer) whence_bundle_get_nth_fact_type (bundle, i),
                         GUINT_TO_POINTER (i + 1));
  return numbers;
}

static GHashTable *
number_entity_types (const WhenceBundle *bundle)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < whence_bundle_get_n_entity_types (bundle); i++)
    g_hash_table_insert (numbers, (gpointer) whence_bundle_get_nth_entity_type (bundle, i),
                         GUINT_TO_POINTER (i + 1));
  return numbers;
}

static void
pass_init (Pass *pass, const WhenceBundle *bundle, const WhenceKnownBy *known_by)
{
  *pass = (Pass){ bundle, known_by, number_fact_types (bundle), number_entity_types (bundle) };
}

static void
pass_clear (Pass *pass)
{
  g_hash_table_unref (pass->fact_types);
  g_hash_table_unref (pass->entity_types);
}

static guint32
number_of (GHashTable *numbers, gconstpointer type)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (numbers, type)) - 1;
}

/* Each once. */
static void
add_value (GArray *values, guint32 value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, guint32, i) == value)
      return;
  g_array_append_val (values, value);
}

static void
list_fact_type (const Pass *pass, guint32 fact, GArray *values)
{
  add_value (values, number_of (pass->fact_types, whence_bundle_get_fact_type (pass->bundle, fact)));
}

static void
list_entities (const Pass *pass, guint32 fact, GArray *values)
{
  guint n = whence_bundle_get_fact_entities (pass->bundle, fact, NULL, 0);

  g_array_set_size (values, n);
  whence_bundle_get_fact_entities (pass->bundle, fact, (guint32 *) (gpointer) values->data, n);
}

static void
list_entity_types (const Pass *pass, guint32 fact, GArray *values)
{
  g_autoptr (GArray) entities = g_array_new (FALSE, FALSE, sizeof (guint32));

  list_entities (pass, fact, entities);
  for (guint i = 0; i < entities->len; i++)
    add_value (values, number_of (pass->entity_types, whence_bundle_get_entity_type (
                                                        pass->bundle, g_array_index (entities, guint32, i))));
}

static void
list_sources (const Pass *pass, guint32 fact, GArray *values)
{
  WhenceFact record;
  WhenceCitation citation;

  whence_bundle_get_fact (pass->bundle, fact, &record);
  for (guint i = 0; i < record.n_citations; i++)
    {
      if (!whence_known_by_counts (pass->known_by, fact, i))
        continue;
      whence_bundle_get_fact_citation (pass->bundle, fact, i, &citation);
      add_value (values, citation.source);
    }
}

static void
list_support (const Pass *pass, guint32 fact, GArray *values)
{
  add_value (values, whence_evidence_for_fact_until (pass->bundle, fact, pass->known_by).support);
}

static void
list_dated (const Pass *pass, guint32 fact, GArray *values)
{
  add_value (values, whence_bundle_get_fact_date (pass->bundle, fact)->form != WHENCE_DATE_NONE);
}

static guint
count_two (const WhenceBundle *bundle)
{
  return 2;
}

static guint
count_supports (const WhenceBundle *bundle)
{
  return WHENCE_SUPPORT_DISPUTED + 1;
}

static const struct
{
  void (*list) (const Pass *pass, guint32 fact, GArray *values);
  guint (*count) (const WhenceBundle *bundle);
} facets[WHENCE_N_FACETS] = {
  [WHENCE_FACET_FACT_TYPE] = { list_fact_type, whence_bundle_get_n_fact_types },
  [WHENCE_FACET_ENTITY_TYPE] = { list_entity_types, whence_bundle_get_n_entity_types },
  [WHENCE_FACET_ENTITY] = { list_entities, whence_bundle_get_n_entities },
  [WHENCE_FACET_SOURCE] = { list_sources, whence_bundle_get_n_sources },
  [WHENCE_FACET_SUPPORT] = { list_support, count_supports },
  [WHENCE_FACET_DATED] = { list_dated, count_two },
};

/* --- Passing ------------------------------------------------------------------------------------- */

static gboolean
lies_within (const WhenceAmount *amount, const WhenceAmountRange *range)
{
  WhenceDecimal low = amount->flags & WHENCE_AMOUNT_HAS_LOW ? amount->low : amount->value;
  WhenceDecimal high = amount->flags & WHENCE_AMOUNT_HAS_HIGH ? amount->high : amount->value;

  return g_str_equal (amount->currency, range->currency)
         && (!range->has_low || whence_decimal_compare (high, range->low) >= 0)
         && (!range->has_high || whence_decimal_compare (low, range->high) <= 0);
}

/* Ranges in several currencies are alternatives: no fact has two. */
static gboolean
passes_amounts (const WhenceFilter *filter, const Pass *pass, guint32 fact)
{
  WhenceFact record;

  if (filter->amounts->len == 0)
    return TRUE;
  whence_bundle_get_fact (pass->bundle, fact, &record);
  for (guint i = 0; i < filter->amounts->len && record.has_amount; i++)
    if (lies_within (&record.amount, &g_array_index (filter->amounts, WhenceAmountRange, i)))
      return TRUE;
  return FALSE;
}

static gboolean
passes_facet (const WhenceFilter *filter, const Pass *pass, WhenceFacet facet, guint32 fact, GArray *values)
{
  if (filter->values[facet]->len == 0)
    return TRUE;
  g_array_set_size (values, 0);
  facets[facet].list (pass, fact, values);
  for (guint i = 0; i < values->len; i++)
    if (whence_filter_has (filter, facet, g_array_index (values, guint32, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_known (const Pass *pass, guint32 fact)
{
  return whence_known_by_get_fact (pass->known_by, fact) != WHENCE_ACTIVITY_NOT;
}

/* @but: a facet that does not count, or WHENCE_N_FACETS. */
static gboolean
passes (const WhenceFilter *filter, const Pass *pass, WhenceFacet but, guint32 fact, GArray *values)
{
  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    if (f != but && !passes_facet (filter, pass, f, fact, values))
      return FALSE;
  return passes_amounts (filter, pass, fact);
}

guint
whence_filter_apply (const WhenceFilter *filter, const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                     guint8 *shown)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_facts = whence_bundle_get_n_facts (bundle), n_hidden = 0;
  Pass pass;

  pass_init (&pass, bundle, known_by);
  for (guint32 i = 0; i < n_facts; i++)
    {
      shown[i] = (guint8) passes (filter, &pass, WHENCE_N_FACETS, i, values);
      n_hidden += !shown[i] && is_known (&pass, i);
    }
  pass_clear (&pass);
  return n_hidden;
}

guint *
whence_filter_count (const WhenceFilter *filter, const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                     WhenceFacet facet, guint *n_values)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_facts = whence_bundle_get_n_facts (bundle);
  guint *counts;
  Pass pass;

  *n_values = facets[facet].count (bundle);
  counts = g_new0 (guint, MAX (1, *n_values));
  pass_init (&pass, bundle, known_by);
  for (guint32 i = 0; i < n_facts; i++)
    if (is_known (&pass, i) && passes (filter, &pass, facet, i, values))
      {
        g_array_set_size (values, 0);
        facets[facet].list (&pass, i, values);
        for (guint k = 0; k < values->len; k++)
          counts[g_array_index (values, guint32, k)]++;
      }
  pass_clear (&pass);
  return counts;
}
