/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entities the graph shows: hops are counted breadth first from all centres at once, each fact opened
 * once. A bundle's worth of bytes and one count an entity are kept. */
#include "layout/graph-subset.h"

struct _WhenceGraphSubset
{
  gatomicrefcount ref_count;
  WhenceBundle *bundle;
  guint n_entities, n_shown;
  guint8 *shown;   /* of each entity */
  guint32 *beyond; /* of each entity: neighbours that are not shown */
};

/* --- Hops ---------------------------------------------------------------------------------------- */

typedef struct
{
  const WhenceScope *scope;
  guint8 *reached; /* of each entity */
  guint8 *opened;  /* of each fact */
  GArray *queue, *participants;
} Walk;

static void
reach (Walk *walk, guint32 entity)
{
  if (walk->reached[entity])
    return;
  walk->reached[entity] = TRUE;
  g_array_append_val (walk->queue, entity);
}

static void
open_fact (Walk *walk, guint32 fact)
{
  if (walk->opened[fact])
    return;
  walk->opened[fact] = TRUE;
  if (!whence_scope_ties (walk->scope, fact))
    return;
  whence_bundle_list_fact_entities (whence_scope_get_bundle (walk->scope), fact, walk->participants);
  for (guint i = 0; i < walk->participants->len; i++)
    reach (walk, g_array_index (walk->participants, guint32, i));
}

static void
walk_hops (Walk *walk, const WhenceGraphChoice *choice)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (walk->scope);
  guint head = 0;

  for (guint i = 0; i < choice->n_centres; i++)
    reach (walk, choice->centres[i]);
  for (guint hop = 0; hop < choice->hops && head < walk->queue->len; hop++)
    for (guint end = walk->queue->len; head < end; head++)
      {
        guint n_facts;
        const guint32 *facts =
          whence_bundle_get_entity_facts (bundle, g_array_index (walk->queue, guint32, head), &n_facts);
        for (guint i = 0; i < n_facts; i++)
          open_fact (walk, facts[i]);
      }
}

static void
reach_by_hops (WhenceGraphSubset *subset, const WhenceScope *scope, const WhenceGraphChoice *choice)
{
  g_autofree guint8 *opened = g_new0 (guint8, MAX (1, whence_bundle_get_n_facts (subset->bundle)));
  Walk walk = { scope, subset->shown, opened, g_array_new (FALSE, FALSE, sizeof (guint32)),
                g_array_new (FALSE, FALSE, sizeof (guint32)) };

  walk_hops (&walk, choice);
  g_array_unref (walk.queue);
  g_array_unref (walk.participants);
}

/* --- Neighbours ---------------------------------------------------------------------------------- */

typedef struct
{
  const WhenceScope *scope;
  guint32 *seen_from; /* of each entity: one more than the last one whose neighbour it was */
  GArray *participants;
} Neighbours;

static void
neighbours_init (Neighbours *neighbours, const WhenceScope *scope)
{
  guint n = whence_bundle_get_n_entities (whence_scope_get_bundle (scope));

  *neighbours =
    (Neighbours){ scope, g_new0 (guint32, MAX (1, n)), g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

static void
neighbours_clear (Neighbours *neighbours)
{
  g_free (neighbours->seen_from);
  g_array_unref (neighbours->participants);
}

static void
foreach_neighbour (Neighbours *neighbours, guint32 entity, WhenceNeighbourFunc func, gpointer user_data)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (neighbours->scope);
  guint n_facts;
  const guint32 *facts = whence_bundle_get_entity_facts (bundle, entity, &n_facts);

  neighbours->seen_from[entity] = entity + 1;
  for (guint i = 0; i < n_facts; i++)
    {
      if (!whence_scope_ties (neighbours->scope, facts[i]))
        continue;
      whence_bundle_list_fact_entities (bundle, facts[i], neighbours->participants);
      for (guint j = 0; j < neighbours->participants->len; j++)
        {
          guint32 other = g_array_index (neighbours->participants, guint32, j);
          if (neighbours->seen_from[other] == entity + 1)
            continue;
          neighbours->seen_from[other] = entity + 1;
          func (other, user_data);
        }
    }
}

void
whence_scope_foreach_neighbour (const WhenceScope *scope, guint32 entity, WhenceNeighbourFunc func,
                                gpointer user_data)
{
  Neighbours neighbours;

  neighbours_init (&neighbours, scope);
  foreach_neighbour (&neighbours, entity, func, user_data);
  neighbours_clear (&neighbours);
}

typedef struct
{
  WhenceGraphSubset *subset;
  guint32 entity;
} Count;

static void
count_hidden (guint32 neighbour, gpointer user_data)
{
  Count *count = user_data;

  count->subset->beyond[count->entity] += !count->subset->shown[neighbour];
}

static void
count_beyond (WhenceGraphSubset *subset, const WhenceScope *scope)
{
  Neighbours neighbours;

  neighbours_init (&neighbours, scope);
  for (guint32 i = 0; i < subset->n_entities; i++)
    if (subset->shown[i])
      foreach_neighbour (&neighbours, i, count_hidden, &(Count){ subset, i });
  neighbours_clear (&neighbours);
}

/* --- The subset ---------------------------------------------------------------------------------- */

WhenceGraphSubset *
whence_graph_subset_new (const WhenceScope *scope, const WhenceGraphChoice *choice)
{
  WhenceGraphSubset *subset = g_new0 (WhenceGraphSubset, 1);

  g_atomic_ref_count_init (&subset->ref_count);
  subset->bundle = whence_bundle_ref (whence_scope_get_bundle (scope));
  subset->n_entities = whence_bundle_get_n_entities (subset->bundle);
  subset->shown = g_new0 (guint8, MAX (1, subset->n_entities));
  subset->beyond = g_new0 (guint32, MAX (1, subset->n_entities));
  if (choice->n_centres > 0)
    reach_by_hops (subset, scope, choice);
  else
    memset (subset->shown, TRUE, subset->n_entities);
  for (guint i = 0; i < choice->n_revealed; i++)
    subset->shown[choice->revealed[i]] = TRUE;
  for (guint i = 0; i < choice->n_hidden; i++)
    subset->shown[choice->hidden[i]] = FALSE;
  for (guint32 i = 0; i < subset->n_entities; i++)
    subset->n_shown += subset->shown[i];
  if (subset->n_shown < subset->n_entities)
    count_beyond (subset, scope);
  return subset;
}

WhenceGraphSubset *
whence_graph_subset_ref (WhenceGraphSubset *subset)
{
  g_atomic_ref_count_inc (&subset->ref_count);
  return subset;
}

void
whence_graph_subset_unref (WhenceGraphSubset *subset)
{
  if (!g_atomic_ref_count_dec (&subset->ref_count))
    return;
  whence_bundle_unref (subset->bundle);
  g_free (subset->shown);
  g_free (subset->beyond);
  g_free (subset);
}

gboolean
whence_graph_subset_has (const WhenceGraphSubset *subset, guint32 entity)
{
  return subset == NULL || subset->shown[entity];
}

guint
whence_graph_subset_get_n_shown (const WhenceGraphSubset *subset)
{
  return subset->n_shown;
}

guint
whence_graph_subset_get_n_hidden (const WhenceGraphSubset *subset)
{
  return subset == NULL ? 0 : subset->n_entities - subset->n_shown;
}

guint
whence_graph_subset_count_beyond (const WhenceGraphSubset *subset, guint32 entity)
{
  return subset == NULL ? 0 : subset->beyond[entity];
}

gboolean
whence_graph_subset_draws (const WhenceGraphSubset *subset, guint32 fact)
{
  guint32 few[16];
  g_autoptr (GArray) many = NULL;
  const guint32 *entities = few;
  guint n, n_shown = 0;

  if (subset == NULL || subset->n_shown == subset->n_entities)
    return TRUE;
  n = whence_bundle_get_fact_entities (subset->bundle, fact, few, G_N_ELEMENTS (few));
  if (n > G_N_ELEMENTS (few))
    {
      many = g_array_new (FALSE, FALSE, sizeof (guint32));
      whence_bundle_list_fact_entities (subset->bundle, fact, many);
      entities = (const guint32 *) (gconstpointer) many->data;
    }
  for (guint i = 0; i < n; i++)
    n_shown += subset->shown[entities[i]];
  return n_shown >= MIN (2, n);
}
