/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shortest paths: searched once, ranked by what their facts are worth, and then asked for. */
#include "layout/graph-paths-private.h"

#include "model/lower-bound.h"

/* The worst kind first: one step of it outweighs all steps of the next. */
static const struct
{
  WhenceSupport support;
  guint64 cost;
} costs[] = {
  { WHENCE_SUPPORT_UNSOURCED, G_GUINT64_CONSTANT (1) << 42 },
  { WHENCE_SUPPORT_DISPUTED, G_GUINT64_CONSTANT (1) << 21 },
  { WHENCE_SUPPORT_SINGLE, 1 },
  { WHENCE_SUPPORT_CORROBORATED, 0 },
};

guint64
whence_path_cost_of_fact (const WhenceScope *scope, guint32 fact)
{
  WhenceSupport support = whence_scope_get_evidence (scope, fact).support;

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    if (costs[i].support == support)
      return costs[i].cost;
  return costs[0].cost;
}

WhenceGraphPaths *
whence_graph_paths_new (WhenceScope *scope, guint32 from, guint32 to, guint max)
{
  WhenceGraphPaths *paths = g_new0 (WhenceGraphPaths, 1);
  WhencePathSearch search;

  paths->scope = whence_scope_ref (scope);
  paths->from = from;
  paths->to = to;
  paths->entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (from == to)
    return paths;
  if (whence_path_search_init (&search, scope, from, to))
    {
      paths->hops = search.distance[to];
      paths->n_all = search.n_ways[from];
      whence_path_list_best (paths, &search, max);
    }
  whence_path_search_clear (&search);
  return paths;
}

void
whence_graph_paths_free (WhenceGraphPaths *paths)
{
  whence_scope_unref (paths->scope);
  g_array_unref (paths->entities);
  g_free (paths);
}

guint32
whence_graph_paths_get_from (const WhenceGraphPaths *paths)
{
  return paths->from;
}

guint32
whence_graph_paths_get_to (const WhenceGraphPaths *paths)
{
  return paths->to;
}

guint
whence_graph_paths_get_n_listed (const WhenceGraphPaths *paths)
{
  return paths->hops == 0 ? 0 : paths->entities->len / (paths->hops + 1);
}

guint64
whence_graph_paths_get_n_all (const WhenceGraphPaths *paths)
{
  return paths->n_all;
}

guint
whence_graph_paths_get_hops (const WhenceGraphPaths *paths)
{
  return paths->hops;
}

const guint32 *
whence_graph_paths_get (const WhenceGraphPaths *paths, guint i)
{
  return &g_array_index (paths->entities, guint32, i * (paths->hops + 1));
}

static gboolean
takes_part (const WhenceBundle *bundle, guint32 entity, guint32 fact)
{
  guint n;
  const guint32 *facts = whence_bundle_get_entity_facts (bundle, entity, &n);
  guint32 at = whence_lower_bound_uint32 (facts, n, fact);

  return at < n && facts[at] == fact;
}

static int
compare_facts (gconstpointer a, gconstpointer b, gpointer scope)
{
  guint32 fact_a = *(const guint32 *) a, fact_b = *(const guint32 *) b;
  guint64 cost_a = whence_path_cost_of_fact (scope, fact_a),
          cost_b = whence_path_cost_of_fact (scope, fact_b);

  if (cost_a != cost_b)
    return cost_a < cost_b ? -1 : 1;
  return fact_a < fact_b ? -1 : fact_a > fact_b;
}

void
whence_graph_paths_list_facts (const WhenceGraphPaths *paths, guint i, guint step, GArray *facts)
{
  WhenceBundle *bundle = whence_scope_get_bundle (paths->scope);
  const guint32 *ends = whence_graph_paths_get (paths, i) + step, *one, *other;
  guint n_one, n_other;

  g_array_set_size (facts, 0);
  one = whence_bundle_get_entity_facts (bundle, ends[0], &n_one);
  other = whence_bundle_get_entity_facts (bundle, ends[1], &n_other);
  /* A hub may have very many: the other end has fewer. */
  for (guint f = 0; f < MIN (n_one, n_other); f++)
    {
      guint32 fact = n_one <= n_other ? one[f] : other[f];
      if (takes_part (bundle, n_one <= n_other ? ends[1] : ends[0], fact)
          && whence_scope_ties (paths->scope, fact))
        g_array_append_val (facts, fact);
    }
  g_array_sort_with_data (facts, compare_facts, paths->scope);
}

WhenceSupport
whence_graph_paths_get_weakest (const WhenceGraphPaths *paths, guint i)
{
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  WhenceSupport weakest = WHENCE_SUPPORT_CORROBORATED;
  guint64 worst = 0;

  for (guint step = 0; step < paths->hops; step++)
    {
      guint32 fact;
      whence_graph_paths_list_facts (paths, i, step, facts);
      fact = g_array_index (facts, guint32, 0);
      if (whence_path_cost_of_fact (paths->scope, fact) <= worst)
        continue;
      worst = whence_path_cost_of_fact (paths->scope, fact);
      weakest = whence_scope_get_evidence (paths->scope, fact).support;
    }
  return weakest;
}
