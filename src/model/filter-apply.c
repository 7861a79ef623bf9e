/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A facet gives the one value of a fact, or lists its several. A filter is applied facet by facet to all
 * facts that are still shown, with a byte for each value that says whether it is chosen: a million facts take
 * some ten milliseconds a facet. Who takes part is asked for their facts, not each fact for them. */
#include <string.h>

#include "model/evidence.h"
#include "model/filter-private.h"

/* --- The values of a fact ------------------------------------------------------------------------ */

typedef struct
{
  const WhenceBundle *bundle;
  const WhenceKnownBy *known_by;
} Pass;

static guint32
get_fact_type (const Pass *pass, guint32 fact)
{
  return whence_bundle_get_fact_type_number (pass->bundle, fact);
}

static guint32
get_support (const Pass *pass, guint32 fact)
{
  return whence_evidence_for_fact_until (pass->bundle, fact, pass->known_by).support;
}

static guint32
get_dated (const Pass *pass, guint32 fact)
{
  return whence_bundle_get_fact_date (pass->bundle, fact)->form != WHENCE_DATE_NONE;
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
list_entities (const Pass *pass, guint32 fact, GArray *values)
{
  whence_bundle_list_fact_entities (pass->bundle, fact, values);
}

/* Lists the entities first, and puts their types behind them. */
static void
list_entity_types (const Pass *pass, guint32 fact, GArray *values)
{
  guint n_entities, n_types = 0;

  list_entities (pass, fact, values);
  n_entities = values->len;
  for (guint i = 0; i < n_entities; i++)
    {
      guint32 type = whence_bundle_get_entity_type_number (pass->bundle, g_array_index (values, guint32, i));
      guint k = 0;
      while (k < n_types && g_array_index (values, guint32, k) != type)
        k++;
      g_array_index (values, guint32, k) = type;
      n_types = MAX (n_types, k + 1);
    }
  g_array_set_size (values, n_types);
}

static void
list_sources (const Pass *pass, guint32 fact, GArray *values)
{
  guint n = whence_bundle_get_n_fact_citations (pass->bundle, fact);

  g_array_set_size (values, 0);
  for (guint i = 0; i < n; i++)
    if (whence_known_by_counts (pass->known_by, fact, i))
      add_value (values, whence_bundle_get_citation_source (pass->bundle, fact, i));
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
  guint32 (*get) (const Pass *pass, guint32 fact);
  void (*list) (const Pass *pass, guint32 fact, GArray *values); /* where there is no get */
  guint (*count) (const WhenceBundle *bundle);
} facets[WHENCE_N_FACETS] = {
  [WHENCE_FACET_FACT_TYPE] = { get_fact_type, NULL, whence_bundle_get_n_fact_types },
  [WHENCE_FACET_ENTITY_TYPE] = { NULL, list_entity_types, whence_bundle_get_n_entity_types },
  [WHENCE_FACET_ENTITY] = { NULL, list_entities, whence_bundle_get_n_entities },
  [WHENCE_FACET_SOURCE] = { NULL, list_sources, whence_bundle_get_n_sources },
  [WHENCE_FACET_SUPPORT] = { get_support, NULL, count_supports },
  [WHENCE_FACET_DATED] = { get_dated, NULL, count_two },
};

/* --- Passing ------------------------------------------------------------------------------------- */

static gboolean
is_any_chosen (const GArray *values, const guint8 *chosen)
{
  for (guint i = 0; i < values->len; i++)
    if (chosen[g_array_index (values, guint32, i)])
      return TRUE;
  return FALSE;
}

static void
narrow_by_values (const Pass *pass, WhenceFacet facet, const guint8 *chosen, guint8 *shown)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_facts = whence_bundle_get_n_facts (pass->bundle);

  for (guint32 i = 0; i < n_facts; i++)
    {
      if (!shown[i])
        continue;
      if (facets[facet].get != NULL)
        shown[i] = chosen[facets[facet].get (pass, i)];
      else
        {
          facets[facet].list (pass, i, values);
          shown[i] = (guint8) is_any_chosen (values, chosen);
        }
    }
}

static void
mark_facts (const Pass *pass, guint32 entity, guint8 *theirs)
{
  guint n;
  const guint32 *facts = whence_bundle_get_entity_facts (pass->bundle, entity, &n);

  for (guint i = 0; i < n; i++)
    theirs[facts[i]] = TRUE;
}

static gboolean
is_chosen (const WhenceFilter *filter, const Pass *pass, WhenceFacet facet, guint32 entity)
{
  return whence_filter_has (
    filter, facet,
    facet == WHENCE_FACET_ENTITY ? entity : whence_bundle_get_entity_type_number (pass->bundle, entity));
}

/* From those who take part to their facts. */
static void
narrow_by_entities (const WhenceFilter *filter, const Pass *pass, WhenceFacet facet, guint8 *shown)
{
  guint n_facts = whence_bundle_get_n_facts (pass->bundle);
  guint n_entities = whence_bundle_get_n_entities (pass->bundle);
  g_autofree guint8 *theirs = g_new0 (guint8, MAX (1, n_facts));

  for (guint32 i = 0; i < n_entities; i++)
    if (is_chosen (filter, pass, facet, i))
      mark_facts (pass, i, theirs);
  for (guint i = 0; i < n_facts; i++)
    shown[i] &= theirs[i];
}

static void
narrow_by_facet (const WhenceFilter *filter, const Pass *pass, WhenceFacet facet, guint8 *shown)
{
  guint n_values;
  const guint32 *values = whence_filter_get_values (filter, facet, &n_values);
  guint n_all = facets[facet].count (pass->bundle);
  g_autofree guint8 *chosen = g_new0 (guint8, MAX (1, n_all));

  for (guint i = 0; i < n_values; i++)
    if (values[i] < n_all)
      chosen[values[i]] = TRUE;
  narrow_by_values (pass, facet, chosen, shown);
}

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
  WhenceAmount amount;

  if (!whence_bundle_get_fact_amount (pass->bundle, fact, &amount))
    return FALSE;
  for (guint i = 0; i < filter->amounts->len; i++)
    if (lies_within (&amount, &g_array_index (filter->amounts, WhenceAmountRange, i)))
      return TRUE;
  return FALSE;
}

/* @but: a facet that does not count, or WHENCE_N_FACETS. */
static void
narrow (const WhenceFilter *filter, const Pass *pass, WhenceFacet but, guint8 *shown)
{
  guint n_facts = whence_bundle_get_n_facts (pass->bundle);

  memset (shown, TRUE, n_facts);
  for (guint f = 0; f < WHENCE_N_FACETS; f++)
    if (f == but || filter->values[f]->len == 0)
      continue;
    else if (f == WHENCE_FACET_ENTITY || f == WHENCE_FACET_ENTITY_TYPE)
      narrow_by_entities (filter, pass, f, shown);
    else
      narrow_by_facet (filter, pass, f, shown);
  for (guint32 i = 0; i < n_facts && filter->amounts->len > 0; i++)
    shown[i] = shown[i] && passes_amounts (filter, pass, i);
}

static gboolean
is_known (const Pass *pass, guint32 fact)
{
  return pass->known_by == NULL || whence_known_by_get_fact (pass->known_by, fact) != WHENCE_ACTIVITY_NOT;
}

guint
whence_filter_apply (const WhenceFilter *filter, const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                     guint8 *shown)
{
  guint n_facts = whence_bundle_get_n_facts (bundle), n_hidden = 0;
  const Pass pass = { bundle, known_by };

  narrow (filter, &pass, WHENCE_N_FACETS, shown);
  for (guint32 i = 0; i < n_facts; i++)
    n_hidden += !shown[i] && is_known (&pass, i);
  return n_hidden;
}

/* --- Counting ------------------------------------------------------------------------------------ */

static void
count_values (const Pass *pass, WhenceFacet facet, const guint8 *shown, guint *counts)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n_facts = whence_bundle_get_n_facts (pass->bundle);

  for (guint32 i = 0; i < n_facts; i++)
    {
      if (!shown[i] || !is_known (pass, i))
        continue;
      if (facets[facet].get != NULL)
        counts[facets[facet].get (pass, i)]++;
      else
        {
          facets[facet].list (pass, i, values);
          for (guint k = 0; k < values->len; k++)
            counts[g_array_index (values, guint32, k)]++;
        }
    }
}

guint *
whence_filter_count (const WhenceFilter *filter, const WhenceBundle *bundle, const WhenceKnownBy *known_by,
                     WhenceFacet facet, guint *n_values)
{
  g_autofree guint8 *shown = g_new (guint8, MAX (1, whence_bundle_get_n_facts (bundle)));
  const Pass pass = { bundle, known_by };
  guint *counts;

  *n_values = facets[facet].count (bundle);
  counts = g_new0 (guint, MAX (1, *n_values));
  narrow (filter, &pass, facet, shown);
  count_values (&pass, facet, shown, counts);
  return counts;
}
