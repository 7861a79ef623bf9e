/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the edges of a scene are wherever its view looks: which ties the scope shows, and which of them run
 * between the same two nodes. Made by the first scene; those after it, of the same graph, scope and subset,
 * share it. Immutable once made. O(ties log ties). */
#include "layout/graph-scene-private.h"
#include "layout/large-array.h"

#define FEW_PAIRS 16

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
  whence_scene_ties_weigh (ties, scene->n_nodes);
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
