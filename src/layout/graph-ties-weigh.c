/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the ties of a scene say, and how important they are when labels compete for room. Linear in the
 * ties. */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"

#include <math.h>

#define FEW_TIES 12 /* so few may all say the same */
#define MORE 2.0    /* importance of what changed between two dates */
#define LESS 0.3    /* part of its importance that what is unchanged has */

/* --- Amounts ------------------------------------------------------------------------------------- */

/* A tie that carries an amount. */
typedef struct
{
  guint32 tie;
  const char *currency; /* NULL: it has none */
  double value;
} Weight;

/* The currency of most amounts on ties, and the largest amount in it: widths compare within one currency
 * only. */
typedef struct
{
  const char *currency;
  double largest;
} Scale;

static gboolean
carries_amount (const WhenceSceneTies *ties, const WhenceSceneTie *tie, WhenceAmount *amount)
{
  return !tie->spoke && !tie->negated
         && whence_bundle_get_fact_amount (whence_scope_get_bundle (ties->scope), tie->fact, amount);
}

static GArray *
list_weights (const WhenceSceneTies *ties)
{
  GArray *weights = g_array_new (FALSE, FALSE, sizeof (Weight));

  for (guint32 i = 0; i < ties->n_ties; i++)
    {
      WhenceAmount amount;
      Weight weight = { .tie = i };
      if (!carries_amount (ties, &ties->ties[i], &amount))
        continue;
      weight.currency = amount.currency;
      weight.value = whence_decimal_to_double (amount.value);
      g_array_append_val (weights, weight);
    }
  return weights;
}

static Scale
scale_of_amounts (const GArray *weights)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const Weight *all = (const Weight *) (gconstpointer) weights->data;
  Scale scale = { NULL, 0 };
  guint most = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      guint count;
      if (all[i].currency == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, all[i].currency)) + 1;
      g_hash_table_insert (counts, (gpointer) all[i].currency, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          scale.currency = all[i].currency;
        }
    }
  for (guint i = 0; i < weights->len && scale.currency != NULL; i++)
    if (g_strcmp0 (all[i].currency, scale.currency) == 0)
      scale.largest = MAX (scale.largest, all[i].value);
  return scale;
}

/* Other currencies are not compared: their width says nothing, and they are counted. */
static void
weigh_amounts (WhenceSceneTies *ties)
{
  g_autoptr (GArray) weights = list_weights (ties);
  Scale scale = scale_of_amounts (weights);

  ties->currency = scale.largest > 0 ? scale.currency : NULL;
  for (guint i = 0; i < weights->len && scale.largest > 0; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);
      double part = CLAMP (weight->value / scale.largest, 0, 1);
      if (g_strcmp0 (weight->currency, scale.currency) != 0)
        {
          ties->n_foreign++;
          continue;
        }
      ties->ties[weight->tie].weight = sqrt (part);
      ties->ties[weight->tie].importance += part;
    }
}

/* --- What each says ------------------------------------------------------------------------------ */

/* What a fact alone says: its evidence, and its weight in the competition for room: amounts first, then what
 * carries a date. */
static void
weigh_part (guint32 first, guint32 end, guint part, gpointer data)
{
  const WhenceSceneTies *ties = data;
  const WhenceBundle *bundle = whence_scope_get_bundle (ties->scope);

  for (guint32 i = first; i < end; i++)
    {
      WhenceSceneTie *tie = &ties->ties[i];
      tie->change = whence_scope_get_change (ties->scope, tie->fact);
      tie->support = whence_scope_get_evidence (ties->scope, tie->fact).support;
      tie->weight = -1;
      if (tie->spoke)
        continue;
      tie->importance =
        (whence_bundle_has_fact_amount (bundle, tie->fact) && !tie->negated ? 3 : 0)
        + (whence_bundle_has_fact_share (bundle, tie->fact) ? 1 : 0)
        + (whence_bundle_get_fact_date (bundle, tie->fact)->form != WHENCE_DATE_NONE ? 0.5 : 0.2);
    }
}

/* What changed between two dates comes before what did not. */
static void
weigh_changes (WhenceSceneTies *ties)
{
  for (guint32 i = 0; i < ties->n_ties; i++)
    if (!ties->ties[i].spoke && ties->ties[i].change == WHENCE_CHANGE_UNCHANGED)
      ties->ties[i].importance *= LESS;
    else if (!ties->ties[i].spoke && ties->ties[i].change != WHENCE_CHANGE_NONE)
      ties->ties[i].importance += MORE;
}

/* An entity comes, or goes, with all its ties. */
static void
weigh_nodes (WhenceSceneTies *ties, guint32 n_nodes)
{
  static const guint8 change_of[] = { WHENCE_CHANGE_NONE, WHENCE_CHANGE_ENDED, WHENCE_CHANGE_BEGUN,
                                      WHENCE_CHANGE_UNCHANGED };
  g_autofree guint8 *seen = g_new0 (guint8, MAX (1, n_nodes));

  ties->n_facts = g_new0 (guint32, MAX (1, n_nodes));
  for (guint32 i = 0; i < ties->n_ties; i++)
    {
      const WhenceSceneTie *tie = &ties->ties[i];
      guint8 dates = tie->negated                         ? 0
                     : tie->change == WHENCE_CHANGE_BEGUN ? 2
                     : tie->change == WHENCE_CHANGE_ENDED ? 1
                                                          : 3;
      seen[tie->from] |= dates;
      seen[tie->to] |= dates;
      ties->n_facts[tie->from] += !tie->negated;
      ties->n_facts[tie->to] += !tie->negated;
    }
  if (whence_scope_get_changes (ties->scope) == NULL)
    return;
  for (guint32 i = 0; i < n_nodes; i++)
    seen[i] = change_of[seen[i]];
  ties->changes = g_steal_pointer (&seen);
}

/* --- All of them --------------------------------------------------------------------------------- */

static gboolean
has_one_type (const WhenceSceneTies *ties)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (ties->scope);

  for (guint32 i = 1; i < ties->n_ties; i++)
    if (whence_bundle_get_fact_type (bundle, ties->ties[i].fact)
        != whence_bundle_get_fact_type (bundle, ties->ties[0].fact))
      return FALSE;
  return ties->n_ties >= FEW_TIES;
}

/* Where no line differs from another by its sources, dots would say nothing and blur everything. */
static gboolean
has_no_source (const WhenceSceneTies *ties)
{
  for (guint32 i = 0; i < ties->n_ties; i++)
    if (ties->ties[i].support != WHENCE_SUPPORT_UNSOURCED)
      return FALSE;
  return ties->n_ties >= FEW_TIES;
}

void
whence_scene_ties_weigh (WhenceSceneTies *ties, guint32 n_nodes)
{
  whence_in_parts (ties->n_ties, WHENCE_GRAPH_LEAST_PART, weigh_part, ties);
  weigh_nodes (ties, n_nodes);
  ties->uniform = has_one_type (ties);
  ties->unsourced = has_no_source (ties);
  weigh_amounts (ties);
  weigh_changes (ties);
}
