/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways between two entities: breadth first from one end, back from the other along what got nearer, with
 * the least cost from each entity to the end and the number of ways. Every fact is opened twice at most. */
#include "layout/graph-paths-private.h"

/* --- From one end to the other ------------------------------------------------------------------- */

static void
make_room (WhencePathSearch *search, const WhenceScope *scope)
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

void
whence_path_search_clear (WhencePathSearch *search)
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
open_fact (WhencePathSearch *search, guint32 fact)
{
  if (!whence_scope_ties (search->scope, fact))
    return FALSE;
  whence_bundle_list_fact_entities (search->bundle, fact, search->participants);
  return TRUE;
}

static void
reach_neighbours (WhencePathSearch *search, guint32 entity, guint8 *opened, GArray *queue)
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
measure_distances (WhencePathSearch *search, guint32 from, guint32 to)
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
add_step (WhencePathSearch *search, guint32 from, guint32 to, guint64 cost)
{
  gboolean is_new = search->steps[from] == NULL;
  GArray *steps;

  if (is_new)
    search->steps[from] = g_array_new (FALSE, FALSE, sizeof (WhencePathStep));
  steps = search->steps[from];
  if (steps->len > 0 && g_array_index (steps, WhencePathStep, steps->len - 1).to == to)
    {
      WhencePathStep *last = &g_array_index (steps, WhencePathStep, steps->len - 1);
      last->cost = MIN (last->cost, cost);
    }
  else
    g_array_append_val (steps, ((WhencePathStep){ to, cost }));
  return is_new;
}

static void
add_steps_to (WhencePathSearch *search, guint32 entity, GArray *queue)
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
            cost = whence_path_cost_of_fact (search->scope, facts[i]);
          if (add_step (search, other, entity, cost))
            g_array_append_val (queue, other);
        }
    }
}

/* The steps of an entity are all known when its turn comes, since those nearer to the end come first. */
static void
sum_up (WhencePathSearch *search, guint32 entity)
{
  const GArray *steps = search->steps[entity];

  search->cost[entity] = G_MAXUINT64;
  for (guint i = 0; i < steps->len; i++)
    {
      const WhencePathStep *step = &g_array_index (steps, WhencePathStep, i);
      search->cost[entity] = MIN (search->cost[entity], step->cost + search->cost[step->to]);
      search->n_ways[entity] = search->n_ways[entity] > G_MAXUINT64 - search->n_ways[step->to]
                                 ? G_MAXUINT64
                                 : search->n_ways[entity] + search->n_ways[step->to];
    }
}

static void
walk_back (WhencePathSearch *search, guint32 to)
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

gboolean
whence_path_search_init (WhencePathSearch *search, const WhenceScope *scope, guint32 from, guint32 to)
{
  make_room (search, scope);
  measure_distances (search, from, to);
  if (search->distance[to] == G_MAXUINT32)
    return FALSE;
  walk_back (search, to);
  return TRUE;
}
