/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entities the graph shows: hops are counted breadth first from all centres at once, each fact opened
 * once. How many neighbours are beyond is counted for all when somebody asks first, which is the worker that
 * builds the scene, so that no frame waits for it. A bundle's worth of bytes and one count an entity are
 * kept.
 */
#include "layout/graph-subset.h"

struct _WhenceGraphSubset
{
  gatomicrefcount ref_count;
  WhenceScope *scope;
  WhenceBundle *bundle; /* of the scope */
  guint n_entities, n_shown;
  guint8 *shown;   /* of each entity */
  guint32 *beyond; /* of each entity: neighbours that are not shown; NULL until somebody asks */
};

/* --- Ties ---------------------------------------------------------------------------------------- */

/* Whether facts are ties, asked once for each. */
typedef struct
{
  const WhenceScope *scope;
  guint8 *known; /* of each fact: 0 not asked yet, 1 no, 2 yes */
  guint32 few[WHENCE_FEW_ENTITIES];
  GArray *many; /* participants, where there are more; or NULL */
} Ties;

static void
ties_init (Ties *ties, const WhenceScope *scope)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (scope));

  *ties = (Ties){ .scope = scope, .known = g_new0 (guint8, MAX (1, n_facts)) };
}

static void
ties_clear (Ties *ties)
{
  g_free (ties->known);
  g_clear_pointer (&ties->many, g_array_unref);
}

static gboolean
is_tie (Ties *ties, guint32 fact)
{
  if (ties->known[fact] == 0)
    ties->known[fact] = whence_scope_ties (ties->scope, fact) ? 2 : 1;
  return ties->known[fact] == 2;
}

/* Valid until the next call. */
static const guint32 *
list_participants (Ties *ties, guint32 fact, guint *n)
{
  return whence_bundle_read_fact_entities (whence_scope_get_bundle (ties->scope), fact, ties->few,
                                           &ties->many, n);
}

/* --- Hops ---------------------------------------------------------------------------------------- */

typedef struct
{
  Ties *ties;
  guint8 *reached; /* of each entity */
  guint8 *opened;  /* of each fact */
  GArray *queue;
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
  const guint32 *participants;
  guint n;

  if (walk->opened[fact])
    return;
  walk->opened[fact] = TRUE;
  if (!is_tie (walk->ties, fact))
    return;
  participants = list_participants (walk->ties, fact, &n);
  for (guint i = 0; i < n; i++)
    reach (walk, participants[i]);
}

static void
walk_hops (Walk *walk, const WhenceGraphChoice *choice)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (walk->ties->scope);
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
reach_by_hops (WhenceGraphSubset *subset, Ties *ties, const WhenceGraphChoice *choice)
{
  g_autofree guint8 *opened = g_new0 (guint8, MAX (1, whence_bundle_get_n_facts (subset->bundle)));
  Walk walk = { ties, subset->shown, opened, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  walk_hops (&walk, choice);
  g_array_unref (walk.queue);
}

/* --- Neighbours ---------------------------------------------------------------------------------- */

/* Calls for each that @shown (or NULL: nobody) does not hold; @seen_from has for each entity one more than
 * the last one whose neighbour it was. */
static void
foreach_neighbour (Ties *ties, guint32 entity, const guint8 *shown, guint32 *seen_from,
                   WhenceNeighbourFunc func, gpointer user_data)
{
  guint n_facts, n;
  const guint32 *facts =
    whence_bundle_get_entity_facts (whence_scope_get_bundle (ties->scope), entity, &n_facts);

  seen_from[entity] = entity + 1;
  for (guint i = 0; i < n_facts; i++)
    {
      const guint32 *participants;
      if (!is_tie (ties, facts[i]))
        continue;
      participants = list_participants (ties, facts[i], &n);
      for (guint k = 0; k < n; k++)
        {
          guint32 other = participants[k];
          if ((shown != NULL && shown[other]) || seen_from[other] == entity + 1)
            continue;
          seen_from[other] = entity + 1;
          func (other, user_data);
        }
    }
}

void
whence_scope_foreach_neighbour (const WhenceScope *scope, guint32 entity, WhenceNeighbourFunc func,
                                gpointer user_data)
{
  guint n_entities = whence_bundle_get_n_entities (whence_scope_get_bundle (scope));
  g_autofree guint32 *seen_from = g_new0 (guint32, MAX (1, n_entities));
  Ties ties;

  ties_init (&ties, scope);
  foreach_neighbour (&ties, entity, NULL, seen_from, func, user_data);
  ties_clear (&ties);
}

static void
count_one (guint32 neighbour, gpointer count)
{
  ++*(guint32 *) count;
}

/* Transfer full. */
static guint32 *
count_beyond (const WhenceGraphSubset *subset)
{
  guint32 *beyond = g_new0 (guint32, MAX (1, subset->n_entities));
  g_autofree guint32 *seen_from = g_new0 (guint32, MAX (1, subset->n_entities));
  Ties ties;

  ties_init (&ties, subset->scope);
  for (guint32 i = 0; i < subset->n_entities; i++)
    if (subset->shown[i])
      foreach_neighbour (&ties, i, subset->shown, seen_from, count_one, &beyond[i]);
  ties_clear (&ties);
  return beyond;
}

/* Two threads may count at once; the counts are the same, and the first are kept. */
static const guint32 *
get_beyond (const WhenceGraphSubset *subset)
{
  guint32 **place = &((WhenceGraphSubset *) subset)->beyond, *beyond = g_atomic_pointer_get (place);

  if (beyond != NULL)
    return beyond;
  beyond = count_beyond (subset);
  if (!g_atomic_pointer_compare_and_exchange (place, NULL, beyond))
    g_free (beyond);
  return g_atomic_pointer_get (place);
}

/* --- The subset ---------------------------------------------------------------------------------- */

WhenceGraphSubset *
whence_graph_subset_new (const WhenceScope *scope, const WhenceGraphChoice *choice)
{
  WhenceGraphSubset *subset = g_new0 (WhenceGraphSubset, 1);
  Ties ties;

  ties_init (&ties, scope);
  g_atomic_ref_count_init (&subset->ref_count);
  subset->scope = whence_scope_ref ((WhenceScope *) scope);
  subset->bundle = whence_scope_get_bundle (scope);
  subset->n_entities = whence_bundle_get_n_entities (subset->bundle);
  subset->shown = g_new0 (guint8, MAX (1, subset->n_entities));
  if (choice->n_centres > 0)
    reach_by_hops (subset, &ties, choice);
  else
    memset (subset->shown, TRUE, subset->n_entities);
  for (guint i = 0; i < choice->n_revealed; i++)
    subset->shown[choice->revealed[i]] = TRUE;
  for (guint i = 0; i < choice->n_hidden; i++)
    subset->shown[choice->hidden[i]] = FALSE;
  for (guint32 i = 0; i < subset->n_entities; i++)
    subset->n_shown += subset->shown[i];
  ties_clear (&ties);
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
  whence_scope_unref (subset->scope);
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
  if (subset == NULL || subset->n_shown == subset->n_entities)
    return 0;
  return get_beyond (subset)[entity];
}

/* Whether @fact ties somebody who is not shown. */
static gboolean
leads_beyond (const WhenceGraphSubset *subset, guint32 fact)
{
  guint32 few[WHENCE_FEW_ENTITIES];
  g_autoptr (GArray) many = NULL;
  const guint32 *entities;
  guint n;

  if (!whence_scope_ties (subset->scope, fact))
    return FALSE;
  entities = whence_bundle_read_fact_entities (subset->bundle, fact, few, &many, &n);
  for (guint i = 0; i < n; i++)
    if (!subset->shown[entities[i]])
      return TRUE;
  return FALSE;
}

gboolean
whence_graph_subset_has_beyond (const WhenceGraphSubset *subset, guint32 entity)
{
  const guint32 *facts;
  guint n;

  if (subset == NULL || subset->n_shown == subset->n_entities || !subset->shown[entity])
    return FALSE;
  facts = whence_bundle_get_entity_facts (subset->bundle, entity, &n);
  for (guint i = 0; i < n; i++)
    if (leads_beyond (subset, facts[i]))
      return TRUE;
  return FALSE;
}

gboolean
whence_graph_subset_draws (const WhenceGraphSubset *subset, guint32 fact)
{
  guint32 few[WHENCE_FEW_ENTITIES];
  g_autoptr (GArray) many = NULL;
  const guint32 *entities;
  guint n, n_shown = 0;

  if (subset == NULL || subset->n_shown == subset->n_entities)
    return TRUE;
  entities = whence_bundle_read_fact_entities (subset->bundle, fact, few, &many, &n);
  for (guint i = 0; i < n; i++)
    n_shown += subset->shown[entities[i]];
  return n_shown >= MIN (2, n);
}
