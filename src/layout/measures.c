/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From facts to the plain graph that is measured, and back to entities. */
#include "layout/measures.h"

#include "layout/measures-net.h"

#define MOST_STEPS 1e8 /* of searches: beyond, betweenness is estimated */
#define LEAST_SOURCES 64
#define SEED 1

static WhenceMeasures *
measures_alloc (guint32 n)
{
  WhenceMeasures *measures = g_new0 (WhenceMeasures, 1);
  guint32 **const counts[] = { &measures->n_ties, &measures->n_in, &measures->n_out, &measures->community,
                               &measures->component };

  measures->n_entities = n;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] = g_new0 (guint32, MAX (1, n));
  measures->betweenness = g_new0 (double, MAX (1, n));
  measures->pagerank = g_new0 (double, MAX (1, n));
  return measures;
}

void
whence_measures_free (WhenceMeasures *measures)
{
  g_free (measures->n_ties);
  g_free (measures->n_in);
  g_free (measures->n_out);
  g_free (measures->community);
  g_free (measures->component);
  g_free (measures->betweenness);
  g_free (measures->pagerank);
  g_free (measures);
}

/* --- The ties that are shown --------------------------------------------------------------------- */

/* Tied entities are numbered first, then the facts between more than two of them. */
typedef struct
{
  const WhenceGraph *graph;
  guint32 n_ends, n;
  guint32 *number; /* of each node of the graph, WHENCE_NONE without a tie */
  guint32 *entity; /* of each end */
  GArray *pairs;   /* WhencePair, one for each tie */
  GArray *arcs;    /* WhencePair, the ways that its direction allows */
} Tied;

static gboolean
is_shown (const WhenceScope *scope, guint32 fact)
{
  return whence_scope_shows (scope, fact) && whence_scope_get_activity (scope, fact) != WHENCE_ACTIVITY_NOT;
}

/* A tie without direction leads both ways; one of several participants who does not receive leads in. */
static void
add_arcs (Tied *tied, const WhenceTie *tie, WhencePair pair)
{
  const WhenceBundle *bundle = tied->graph->bundle;
  WhencePair back = { pair.to, pair.from };
  guint32 subject, object;
  gboolean directed;

  whence_bundle_get_fact_pair (bundle, tie->fact, &subject, &object);
  directed = whence_bundle_get_fact_type (bundle, tie->fact)->directed && object != WHENCE_NONE;
  if (tie->arrow || !directed)
    g_array_append_val (tied->arcs, pair);
  if (!tie->arrow || !directed)
    g_array_append_val (tied->arcs, back);
}

static void
number_nodes (Tied *tied, const WhenceScope *scope)
{
  const WhenceGraph *graph = tied->graph;

  memset (tied->number, 0xff, graph->n_nodes * sizeof *tied->number);
  for (guint32 t = 0; t < graph->n_ties; t++)
    if (is_shown (scope, graph->ties[t].fact))
      tied->number[graph->ties[t].from] = tied->number[graph->ties[t].to] = 0;
  for (guint32 i = 0; i < graph->n_nodes; i++)
    {
      if (i == graph->n_entities)
        tied->n_ends = tied->n;
      if (tied->number[i] == WHENCE_NONE)
        continue;
      if (i < graph->n_entities)
        tied->entity[tied->n] = i;
      tied->number[i] = tied->n++;
    }
  if (graph->n_nodes == graph->n_entities)
    tied->n_ends = tied->n;
}

static void
tied_init (Tied *tied, const WhenceGraph *graph, const WhenceScope *scope)
{
  *tied = (Tied){ .graph = graph,
                  .number = g_new (guint32, MAX (1, graph->n_nodes)),
                  .entity = g_new (guint32, MAX (1, graph->n_entities)),
                  .pairs = g_array_new (FALSE, FALSE, sizeof (WhencePair)),
                  .arcs = g_array_new (FALSE, FALSE, sizeof (WhencePair)) };
  number_nodes (tied, scope);
  for (guint32 t = 0; t < graph->n_ties; t++)
    {
      const WhenceTie *tie = &graph->ties[t];
      WhencePair pair = { tied->number[tie->from], tied->number[tie->to] };
      if (!is_shown (scope, tie->fact))
        continue;
      g_array_append_val (tied->pairs, pair);
      add_arcs (tied, tie, pair);
    }
}

static void
tied_clear (Tied *tied)
{
  g_free (tied->number);
  g_free (tied->entity);
  g_array_unref (tied->pairs);
  g_array_unref (tied->arcs);
}

/* --- Numbers ------------------------------------------------------------------------------------- */

/* An arrow at either end of a tie is one in or out, whether the tie has two ends or more. */
static void
count_ties (WhenceMeasures *measures, const WhenceGraph *graph, const WhenceScope *scope)
{
  for (guint32 t = 0; t < graph->n_ties; t++)
    {
      const WhenceTie *tie = &graph->ties[t];
      guint32 subject, object;
      if (!is_shown (scope, tie->fact))
        continue;
      whence_bundle_get_fact_pair (graph->bundle, tie->fact, &subject, &object);
      if (tie->from < graph->n_entities)
        {
          measures->n_ties[tie->from]++;
          measures->n_out[tie->from] += tie->arrow;
        }
      measures->n_in[tie->to] += tie->arrow;
      measures->n_ties[tie->to] += tie->to != tie->from;
      measures->n_out[tie->to] += tie->spoke && tie->to == subject && object != WHENCE_NONE
                                  && whence_bundle_get_fact_type (graph->bundle, tie->fact)->directed;
    }
}

static guint32
choose_n_sources (const Tied *tied, const WhenceNet *net)
{
  double affordable = MOST_STEPS / MAX (1, net->first[net->n] + net->n);

  return (guint32) MIN (tied->n_ends, MAX (LEAST_SOURCES, affordable));
}

/* Facts do not count as members: entities are numbered anew among themselves. */
static guint32
take_classes (const Tied *tied, guint32 *class_of, guint32 *of_entity, guint32 n_entities)
{
  guint32 n = whence_measure_number_by_size (tied->n_ends, class_of);

  memset (of_entity, 0xff, n_entities * sizeof *of_entity);
  for (guint32 i = 0; i < tied->n_ends; i++)
    of_entity[tied->entity[i]] = class_of[i];
  return n;
}

static gboolean
measure (WhenceMeasures *measures, const Tied *tied, GCancellable *cancellable)
{
  const WhencePair *pairs = (const WhencePair *) (gconstpointer) tied->pairs->data;
  const WhencePair *arcs = (const WhencePair *) (gconstpointer) tied->arcs->data;
  g_autoptr (WhenceNet) net = whence_net_new (tied->n, pairs, tied->pairs->len);
  g_autofree double *values = g_new0 (double, MAX (1, tied->n));
  g_autofree guint32 *classes = g_new0 (guint32, MAX (1, tied->n));

  measures->n_tied = tied->n_ends;
  whence_net_components (net, classes);
  /* Every component has an entity, so that leaving the facts out loses none. */
  measures->n_components = take_classes (tied, classes, measures->component, measures->n_entities);
  if (tied->n > 0 && whence_measure_communities (net, classes, cancellable) == 0)
    return FALSE;
  measures->n_communities = take_classes (tied, classes, measures->community, measures->n_entities);
  if (!whence_measure_pagerank (tied->n, tied->n_ends, arcs, tied->arcs->len, values, cancellable))
    return FALSE;
  for (guint32 i = 0; i < tied->n_ends; i++)
    measures->pagerank[tied->entity[i]] = values[i];
  measures->n_sources = choose_n_sources (tied, net);
  if (!whence_measure_betweenness (net, tied->n_ends, measures->n_sources, SEED, values, cancellable))
    return FALSE;
  for (guint32 i = 0; i < tied->n_ends; i++)
    measures->betweenness[tied->entity[i]] = values[i];
  return TRUE;
}

WhenceMeasures *
whence_measures_new (const WhenceGraph *graph, const WhenceScope *scope, GCancellable *cancellable)
{
  g_autoptr (WhenceMeasures) measures = measures_alloc (graph->n_entities);
  gboolean done;
  Tied tied;

  tied_init (&tied, graph, scope);
  count_ties (measures, graph, scope);
  done = measure (measures, &tied, cancellable);
  tied_clear (&tied);
  return done ? g_steal_pointer (&measures) : NULL;
}

guint32
whence_measures_rank_ties (const WhenceMeasures *measures, guint32 entity)
{
  guint32 rank = 1;

  for (guint32 i = 0; i < measures->n_entities; i++)
    rank += measures->n_ties[i] > measures->n_ties[entity];
  return rank;
}

guint32
whence_measures_rank (const WhenceMeasures *measures, const double *values, guint32 entity)
{
  guint32 rank = 1;

  for (guint32 i = 0; i < measures->n_entities; i++)
    rank += measures->n_ties[i] > 0 && values[i] > values[entity] * (1 + 1e-9);
  return rank;
}
