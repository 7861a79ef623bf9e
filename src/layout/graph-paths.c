/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shortest paths in four passes: breadth first from one end, back from the other along what got nearer, the
 * least cost from each entity to the end and the number of ways, then the best paths out of a heap. Every
 * fact is opened twice at most. */
#include "layout/graph-paths.h"

struct _WhenceGraphPaths
{
  gatomicrefcount ref_count;
  WhenceScope *scope;
  guint32 from, to;
  guint hops;
  guint64 n_all;
  GArray *entities; /* of all listed paths, one after another */
};

/* How much worse than corroborated. Sums compare like the counts of each kind, the worst kind first, as long
 * as a path has fewer than 2^20 steps. */
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

static guint64
cost_of_fact (const WhenceBundle *bundle, guint32 fact)
{
  WhenceSupport support = whence_evidence_for_fact (bundle, fact).support;

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    if (costs[i].support == support)
      return costs[i].cost;
  return costs[0].cost;
}

/* --- From one end to the other ------------------------------------------------------------------- */

typedef struct
{
  guint32 to;
  guint64 cost;
} Step;

typedef struct
{
  const WhenceScope *scope;
  const WhenceBundle *bundle;
  guint32 *distance; /* from the beginning, of each entity */
  GArray **steps;    /* Step, of each entity on a shortest path, towards the end */
  guint64 *cost;     /* least, to the end */
  guint64 *n_ways;   /* to the end */
  GArray *participants;
} Search;

static void
search_init (Search *search, const WhenceScope *scope)
{
  guint n;

  search->scope = scope;
  search->bundle = whence_scope_get_bundle (scope);
  n = whence_bundle_get_n_entities (search->bundle);
  search->distance = g_new (guint32, n);
  memset (search->distance, 0xff, n * sizeof *search->distance);
  search->steps = g_new0 (GArray *, n);
  search->cost = g_new0 (guint64, n);
  search->n_ways = g_new0 (guint64, n);
  search->participants = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
search_clear (Search *search)
{
  for (guint32 i = 0; i < whence_bundle_get_n_entities (search->bundle); i++)
    g_clear_pointer (&search->steps[i], g_array_unref);
  g_free (search->distance);
  g_free (search->steps);
  g_free (search->cost);
  g_free (search->n_ways);
  g_array_unref (search->participants);
}

/* Who takes part in @fact, if it ties them, into search->participants. */
static gboolean
open_fact (Search *search, guint32 fact)
{
  if (!whence_scope_ties (search->scope, fact))
    return FALSE;
  whence_bundle_list_fact_entities (search->bundle, fact, search->participants);
  return TRUE;
}

static void
reach_neighbours (Search *search, guint32 entity, guint8 *opened, GArray *queue)
{
  guint n_facts;
  const guint32 *facts = whence_bundle_get_entity_facts (search->bundle, entity, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    {
      if (opened[facts[i]])
        continue;
      opened[facts[i]] = TRUE;
      if (!open_fact (search, facts[i]))
        continue;
      for (guint p = 0; p < search->participants->len; p++)
        {
          guint32 other = g_array_index (search->participants, guint32, p);
          if (search->distance[other] != G_MAXUINT32)
            continue;
          search->distance[other] = search->distance[entity] + 1;
          g_array_append_val (queue, other);
        }
    }
}

static void
measure_distances (Search *search, guint32 from, guint32 to)
{
  g_autofree guint8 *opened = g_new0 (guint8, MAX (1, whence_bundle_get_n_facts (search->bundle)));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  search->distance[from] = 0;
  g_array_append_val (queue, from);
  for (guint head = 0; head < queue->len && search->distance[to] == G_MAXUINT32; head++)
    reach_neighbours (search, g_array_index (queue, guint32, head), opened, queue);
}

/* --- And back ------------------------------------------------------------------------------------ */

/* Adds the step @from → @to, or makes it cheaper; the steps to one entity come one after another. */
static gboolean
add_step (Search *search, guint32 from, guint32 to, guint64 cost)
{
  gboolean is_new = search->steps[from] == NULL;
  GArray *steps;

  if (is_new)
    search->steps[from] = g_array_new (FALSE, FALSE, sizeof (Step));
  steps = search->steps[from];
  if (steps->len > 0 && g_array_index (steps, Step, steps->len - 1).to == to)
    {
      Step *last = &g_array_index (steps, Step, steps->len - 1);
      last->cost = MIN (last->cost, cost);
    }
  else
    g_array_append_val (steps, ((Step){ to, cost }));
  return is_new;
}

static void
add_steps_to (Search *search, guint32 entity, GArray *queue)
{
  guint n_facts;
  const guint32 *facts = whence_bundle_get_entity_facts (search->bundle, entity, &n_facts);

  for (guint i = 0; i < n_facts; i++)
    {
      guint64 cost = G_MAXUINT64;
      if (!open_fact (search, facts[i]))
        continue;
      for (guint p = 0; p < search->participants->len; p++)
        {
          guint32 other = g_array_index (search->participants, guint32, p);
          if (search->distance[other] == G_MAXUINT32
              || search->distance[other] + 1 != search->distance[entity])
            continue;
          if (cost == G_MAXUINT64)
            cost = cost_of_fact (search->bundle, facts[i]);
          if (add_step (search, other, entity, cost))
            g_array_append_val (queue, other);
        }
    }
}

/* The steps of an entity are all known when its turn comes, since those nearer to the end come first. */
static void
sum_up (Search *search, guint32 entity)
{
  const GArray *steps = search->steps[entity];

  search->cost[entity] = G_MAXUINT64;
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      search->cost[entity] = MIN (search->cost[entity], step->cost + search->cost[step->to]);
      search->n_ways[entity] = search->n_ways[entity] > G_MAXUINT64 - search->n_ways[step->to]
                                 ? G_MAXUINT64
                                 : search->n_ways[entity] + search->n_ways[step->to];
    }
}

static void
walk_back (Search *search, guint32 to)
{
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));

  search->n_ways[to] = 1;
  g_array_append_val (queue, to);
  for (guint head = 0; head < queue->len; head++)
    {
      guint32 entity = g_array_index (queue, guint32, head);
      if (entity != to)
        sum_up (search, entity);
      if (search->distance[entity] > 0)
        add_steps_to (search, entity, queue);
    }
}

/* --- The best ones ------------------------------------------------------------------------------- */

/* The beginning of a path. */
typedef struct
{
  guint32 entity, parent, depth;
  guint64 so_far, in_all; /* cost: of the steps taken, and of the best whole path with them */
} Part;

typedef struct
{
  GArray *parts; /* Part; parent is an index */
  GArray *heap;  /* guint32, indices */
} Best;

static const Part *
part_at (const Best *best, guint32 i)
{
  return &g_array_index (best->parts, Part, i);
}

/* By the order of the entities along the way. */
static int
compare_ways (const Best *best, guint32 a, guint32 b)
{
  guint32 first_a, first_b, depth_a = part_at (best, a)->depth, depth_b = part_at (best, b)->depth;

  while (part_at (best, a)->depth > depth_b)
    a = part_at (best, a)->parent;
  while (part_at (best, b)->depth > depth_a)
    b = part_at (best, b)->parent;
  if (a == b)
    return depth_a < depth_b ? -1 : depth_a > depth_b;
  do
    {
      first_a = part_at (best, a)->entity;
      first_b = part_at (best, b)->entity;
      a = part_at (best, a)->parent;
      b = part_at (best, b)->parent;
    }
  while (a != b);
  return first_a < first_b ? -1 : 1;
}

static gboolean
is_before (const Best *best, guint32 a, guint32 b)
{
  if (part_at (best, a)->in_all != part_at (best, b)->in_all)
    return part_at (best, a)->in_all < part_at (best, b)->in_all;
  return compare_ways (best, a, b) < 0;
}

static void
push (Best *best, Part part)
{
  guint32 *heap, at = best->heap->len, index = best->parts->len;

  g_array_append_val (best->parts, part);
  g_array_append_val (best->heap, index);
  heap = (guint32 *) (gpointer) best->heap->data;
  for (; at > 0 && is_before (best, index, heap[(at - 1) / 2]); at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = index;
}

static guint32
pop (Best *best)
{
  guint32 *heap = (guint32 *) (gpointer) best->heap->data, top = heap[0], n = best->heap->len - 1, at = 0;
  guint32 last = heap[n];

  g_array_set_size (best->heap, n);
  while (2 * at + 1 < n)
    {
      guint32 child = 2 * at + 1;
      if (child + 1 < n && is_before (best, heap[child + 1], heap[child]))
        child++;
      if (!is_before (best, heap[child], last))
        break;
      heap[at] = heap[child];
      at = child;
    }
  if (n > 0)
    heap[at] = last;
  return top;
}

static void
write_out (WhenceGraphPaths *paths, const Best *best, guint32 part)
{
  guint start = paths->entities->len;

  g_array_set_size (paths->entities, start + paths->hops + 1);
  for (guint i = paths->hops + 1; i-- > 0; part = part_at (best, part)->parent)
    g_array_index (paths->entities, guint32, start + i) = part_at (best, part)->entity;
}

static void
list_best (WhenceGraphPaths *paths, const Search *search, guint max)
{
  Best best = { g_array_new (FALSE, FALSE, sizeof (Part)), g_array_new (FALSE, FALSE, sizeof (guint32)) };

  push (&best, (Part){ paths->from, WHENCE_NONE, 0, 0, search->cost[paths->from] });
  for (guint n = 0; best.heap->len > 0 && n < max;)
    {
      guint32 index = pop (&best);
      const Part part = *part_at (&best, index);
      if (part.entity == paths->to)
        {
          write_out (paths, &best, index);
          n++;
          continue;
        }
      for (guint i = 0; i < search->steps[part.entity]->len; i++)
        {
          const Step *step = &g_array_index (search->steps[part.entity], Step, i);
          guint64 so_far = part.so_far + step->cost;
          push (&best, (Part){ step->to, index, part.depth + 1, so_far, so_far + search->cost[step->to] });
        }
    }
  g_array_unref (best.parts);
  g_array_unref (best.heap);
}

/* --- The whole ----------------------------------------------------------------------------------- */

WhenceGraphPaths *
whence_graph_paths_new (WhenceScope *scope, guint32 from, guint32 to, guint max)
{
  WhenceGraphPaths *paths = g_new0 (WhenceGraphPaths, 1);
  Search search;

  g_atomic_ref_count_init (&paths->ref_count);
  paths->scope = whence_scope_ref (scope);
  paths->from = from;
  paths->to = to;
  paths->entities = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (from == to)
    return paths;
  search_init (&search, scope);
  measure_distances (&search, from, to);
  if (search.distance[to] != G_MAXUINT32)
    {
      walk_back (&search, to);
      paths->hops = search.distance[to];
      paths->n_all = search.n_ways[from];
      list_best (paths, &search, max);
    }
  search_clear (&search);
  return paths;
}

WhenceGraphPaths *
whence_graph_paths_ref (WhenceGraphPaths *paths)
{
  g_atomic_ref_count_inc (&paths->ref_count);
  return paths;
}

void
whence_graph_paths_unref (WhenceGraphPaths *paths)
{
  if (!g_atomic_ref_count_dec (&paths->ref_count))
    return;
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
  guint n, low = 0;
  const guint32 *facts = whence_bundle_get_entity_facts (bundle, entity, &n);

  for (guint high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (facts[middle] < fact)
        low = middle + 1;
      else
        high = middle;
    }
  return low < n && facts[low] == fact;
}

static int
compare_facts (gconstpointer a, gconstpointer b, gpointer bundle)
{
  guint32 fact_a = *(const guint32 *) a, fact_b = *(const guint32 *) b;
  guint64 cost_a = cost_of_fact (bundle, fact_a), cost_b = cost_of_fact (bundle, fact_b);

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
  g_array_sort_with_data (facts, compare_facts, bundle);
}

WhenceSupport
whence_graph_paths_get_weakest (const WhenceGraphPaths *paths, guint i)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (paths->scope);
  g_autoptr (GArray) facts = g_array_new (FALSE, FALSE, sizeof (guint32));
  WhenceSupport weakest = WHENCE_SUPPORT_CORROBORATED;
  guint64 worst = 0;

  for (guint step = 0; step < paths->hops; step++)
    {
      guint32 fact;
      whence_graph_paths_list_facts (paths, i, step, facts);
      fact = g_array_index (facts, guint32, 0);
      if (cost_of_fact (bundle, fact) <= worst)
        continue;
      worst = cost_of_fact (bundle, fact);
      weakest = whence_evidence_for_fact (bundle, fact).support;
    }
  return weakest;
}
