/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the edges of a scene are wherever its view looks: which ties the scope shows, what they say, how
 * important they are, and which of them run between the same two nodes. Made by the first scene; those after
 * it, of the same graph, scope and subset, share it. Immutable once made. O(ties log ties). */
#include "layout/graph-scene-private.h"
#include "layout/in-parts.h"
#include "layout/large-array.h"

#include <math.h>

#define FEW_TIES 12 /* so few may all say the same */
#define FEW_PAIRS 16
#define MORE 2.0 /* importance of what changed between two dates */
#define LESS 0.3 /* part of its importance that what is unchanged has */

WhenceSceneTies *
whence_scene_ties_ref (WhenceSceneTies *ties)
{
  g_atomic_ref_count_inc (&ties->ref_count);
  return ties;
}

void
whence_scene_ties_unref (WhenceSceneTies *ties)
{
  if (!g_atomic_ref_count_dec (&ties->ref_count))
    return;
  whence_large_array_free (ties->ties);
  g_free (ties->pairs);
  g_free (ties->runs);
  g_free (ties->n_facts);
  g_free (ties->changes);
  g_clear_pointer (&ties->subset, whence_graph_subset_unref);
  whence_graph_unref (ties->graph);
  whence_scope_unref (ties->scope);
  g_free (ties);
}

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

/* --- The whole ----------------------------------------------------------------------------------- */

static void
add_tie (WhenceSceneTies *ties, const WhenceGraphScene *scene, const WhenceTie *from, gboolean negated,
         const guint32 *scene_node)
{
  if (!whence_graph_scene_draws (scene, from->fact) || scene_node[from->from] == WHENCE_NONE
      || scene_node[from->to] == WHENCE_NONE)
    return;
  ties->ties[ties->n_ties++] =
    (WhenceSceneTie){ .fact = from->fact,
                      .from = scene_node[from->from],
                      .to = scene_node[from->to],
                      .spoke = from->spoke != 0,
                      .arrow = from->arrow != 0,
                      .negated = negated != 0,
                      .activity = whence_scope_get_activity (scene->scope, from->fact),
                      .role = from->role };
}

/* Both kinds in the order of their facts. */
static void
list_ties (WhenceSceneTies *ties, const WhenceGraphScene *scene, const guint32 *scene_node)
{
  const WhenceGraph *graph = scene->graph;
  guint32 n_negated = scene->negated ? graph->n_negated : 0, k = 0;

  ties->ties = whence_large_array_new (WhenceSceneTie, graph->n_ties + n_negated);
  for (guint32 i = 0; i < graph->n_ties; i++)
    {
      while (k < n_negated && graph->negated[k].fact < graph->ties[i].fact)
        add_tie (ties, scene, &graph->negated[k++], TRUE, scene_node);
      add_tie (ties, scene, &graph->ties[i], FALSE, scene_node);
    }
  while (k < n_negated)
    add_tie (ties, scene, &graph->negated[k++], TRUE, scene_node);
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer ties)
{
  const WhenceScenePair *x = a, *y = b;
  const WhenceSceneTie *p, *q;

  if (x->low != y->low)
    return x->low < y->low ? -1 : 1;
  if (x->high != y->high)
    return x->high < y->high ? -1 : 1;
  p = (const WhenceSceneTie *) ties + x->edge;
  q = (const WhenceSceneTie *) ties + y->edge;
  if (p->negated != q->negated)
    return p->negated ? 1 : -1;
  if (p->importance != q->importance)
    return p->importance > q->importance ? -1 : 1;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

/* Few at a time, as a rule: then calls and memory for them would be most of the work. */
static void
sort_pairs (WhenceScenePair *pairs, guint32 n, WhenceSceneTie *ties)
{
  if (n > FEW_PAIRS)
    {
      g_qsort_with_data (pairs, (gint) n, sizeof *pairs, compare_pairs, ties);
      return;
    }
  for (guint32 i = 1; i < n; i++)
    {
      WhenceScenePair pair = pairs[i];
      guint32 k = i;

      for (; k > 0 && compare_pairs (&pair, &pairs[k - 1], ties) < 0; k--)
        pairs[k] = pairs[k - 1];
      pairs[k] = pair;
    }
}

/* By pair of nodes, then in the order in which a fan is laid out: dealt out by the lower node, then sorted
 * within. */
static void
list_pairs (WhenceSceneTies *ties, guint32 n_nodes)
{
  g_autofree guint32 *first = g_new0 (guint32, n_nodes + 2);

  ties->pairs = g_new (WhenceScenePair, MAX (1, ties->n_ties));
  for (guint32 i = 0; i < ties->n_ties; i++)
    first[MIN (ties->ties[i].from, ties->ties[i].to) + 2]++;
  for (guint32 node = 0; node < n_nodes; node++)
    first[node + 2] += first[node + 1];
  for (guint32 i = 0; i < ties->n_ties; i++)
    {
      guint32 low = MIN (ties->ties[i].from, ties->ties[i].to);
      ties->pairs[first[low + 1]++] = (WhenceScenePair){ low, MAX (ties->ties[i].from, ties->ties[i].to), i };
    }
  for (guint32 node = 0; node < n_nodes; node++)
    sort_pairs (ties->pairs + first[node], first[node + 1] - first[node], ties->ties);
}

/* Most of very many ties are alone between their two. */
static void
list_runs (WhenceSceneTies *ties)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n;

  for (guint32 start = 0, end; start < ties->n_ties; start = end)
    {
      const WhenceScenePair *pair = &ties->pairs[start];
      for (end = start + 1;
           end < ties->n_ties && ties->pairs[end].low == pair->low && ties->pairs[end].high == pair->high;)
        end++;
      if (end == start + 1 && pair->low != pair->high)
        ties->ties[pair->edge].alone = TRUE;
      else
        g_array_append_val (runs, start);
    }
  ties->runs = g_array_steal (runs, &n);
  ties->n_runs = (guint32) n;
  g_array_unref (runs);
}

static WhenceSceneTies *
ties_new (const WhenceGraphScene *scene, const guint32 *scene_node)
{
  WhenceSceneTies *ties = g_new0 (WhenceSceneTies, 1);

  g_atomic_ref_count_init (&ties->ref_count);
  ties->scope = whence_scope_ref (scene->scope);
  ties->graph = whence_graph_ref (scene->graph);
  ties->subset = scene->subset != NULL ? whence_graph_subset_ref (scene->subset) : NULL;
  ties->negated = scene->negated;
  list_ties (ties, scene, scene_node);
  whence_in_parts (ties->n_ties, WHENCE_GRAPH_LEAST_PART, weigh_part, ties);
  weigh_nodes (ties, scene->n_nodes);
  ties->uniform = has_one_type (ties);
  ties->unsourced = has_no_source (ties);
  weigh_amounts (ties);
  weigh_changes (ties);
  list_pairs (ties, scene->n_nodes);
  list_runs (ties);
  return ties;
}

WhenceSceneTies *
whence_scene_ties_get (WhenceSceneTies *before, const WhenceGraphScene *scene, const guint32 *scene_node)
{
  if (before != NULL && before->scope == scene->scope && before->graph == scene->graph
      && before->subset == scene->subset && before->negated == scene->negated)
    return whence_scene_ties_ref (before);
  return ties_new (scene, scene_node);
}
