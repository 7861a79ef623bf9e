/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The projection of facts on participants: subject → object is an edge; a fact with further participants, or
 * with participants but only one of the pair, is a small node with a spoke to each. Nobody appears twice in a
 * fact. Linear in facts and participants. */
#include "layout/graph.h"

typedef struct
{
  GArray *ties, *negated;
  GArray *node_fact;
  guint32 n_entities;
} Projection;

static void
add_spoke (Projection *projection, guint32 fact, guint32 entity, const char *role, gboolean arrow)
{
  guint32 node = projection->n_entities + projection->node_fact->len - 1;

  for (guint i = projection->ties->len; i > 0; i--)
    {
      const WhenceTie *tie = &g_array_index (projection->ties, WhenceTie, i - 1);
      if (tie->fact != fact)
        break;
      if (tie->to == entity || tie->from == entity)
        return;
    }
  WhenceTie tie = { .from = node, .to = entity, .fact = fact, .role = role, .spoke = TRUE, .arrow = arrow };
  g_array_append_val (projection->ties, tie);
}

/* Between subject and object, or the first two who take part. */
static guint8
project_negated (Projection *projection, const WhenceBundle *bundle, guint32 fact, guint32 subject,
                 guint32 object)
{
  gboolean both = subject != WHENCE_NONE && object != WHENCE_NONE;
  guint32 pair[2];
  guint n_present = whence_bundle_get_fact_entities (bundle, fact, pair, 2);

  if (n_present < 2 && (subject == WHENCE_NONE || subject != object))
    return WHENCE_UNTIED_SINGLE;
  WhenceTie tie = { .from = both ? subject : pair[0],
                    .to = both ? object : pair[1],
                    .fact = fact,
                    .arrow = both && whence_bundle_get_fact_type (bundle, fact)->directed };
  g_array_append_val (projection->negated, tie);
  return WHENCE_UNTIED_NEGATED;
}

static guint8
project_fact (Projection *projection, const WhenceBundle *bundle, guint32 fact)
{
  guint n_participants = whence_bundle_get_n_participants (bundle, fact);
  gboolean directed = whence_bundle_get_fact_type (bundle, fact)->directed;
  guint32 subject, object, pair[2];

  whence_bundle_get_fact_pair (bundle, fact, &subject, &object);
  if (whence_bundle_is_fact_negated (bundle, fact))
    return project_negated (projection, bundle, fact, subject, object);
  if (subject != WHENCE_NONE && object != WHENCE_NONE && n_participants == 0)
    {
      WhenceTie tie = { .from = subject, .to = object, .fact = fact, .arrow = directed };
      g_array_append_val (projection->ties, tie);
      return WHENCE_TIED;
    }
  if (whence_bundle_get_fact_entities (bundle, fact, pair, 2) < 2)
    return WHENCE_UNTIED_SINGLE;

  g_array_append_val (projection->node_fact, fact);
  if (subject != WHENCE_NONE)
    add_spoke (projection, fact, subject, NULL, FALSE);
  if (object != WHENCE_NONE)
    add_spoke (projection, fact, object, NULL, directed);
  for (guint i = 0; i < n_participants; i++)
    {
      WhenceParticipant participant;
      whence_bundle_get_participant (bundle, fact, i, &participant);
      add_spoke (projection, fact, participant.entity, participant.role, FALSE);
    }
  return WHENCE_TIED;
}

static WhenceNet *
net_of_ties (guint32 n, const WhenceTie *ties, guint32 n_ties)
{
  g_autofree WhencePair *pairs = g_new (WhencePair, MAX (1, n_ties));

  for (guint32 i = 0; i < n_ties; i++)
    pairs[i] = (WhencePair){ ties[i].from, ties[i].to };
  return whence_net_new (n, pairs, n_ties);
}

WhenceGraph *
whence_graph_new (WhenceBundle *bundle)
{
  WhenceGraph *graph = g_new0 (WhenceGraph, 1);
  guint32 n_facts = whence_bundle_get_n_facts (bundle);
  Projection projection = { g_array_new (FALSE, FALSE, sizeof (WhenceTie)),
                            g_array_new (FALSE, FALSE, sizeof (WhenceTie)),
                            g_array_new (FALSE, FALSE, sizeof (guint32)),
                            whence_bundle_get_n_entities (bundle) };

  g_atomic_ref_count_init (&graph->ref_count);
  graph->bundle = whence_bundle_ref (whence_bundle_get_original (bundle));
  graph->tied = g_new0 (guint8, MAX (1, n_facts));
  for (guint32 i = 0; i < n_facts; i++)
    graph->tied[i] = project_fact (&projection, bundle, i);
  graph->n_entities = projection.n_entities;
  graph->n_nodes = projection.n_entities + projection.node_fact->len;
  graph->n_ties = projection.ties->len;
  graph->ties = (WhenceTie *) g_array_free (projection.ties, FALSE);
  graph->n_negated = projection.negated->len;
  graph->negated = (WhenceTie *) g_array_free (projection.negated, FALSE);
  graph->node_fact = (guint32 *) g_array_free (projection.node_fact, FALSE);
  graph->net = net_of_ties (graph->n_nodes, graph->ties, graph->n_ties);
  graph->degree = whence_graph_count_known (graph, NULL);
  return graph;
}

gboolean
whence_graph_knows_node (const WhenceGraph *graph, const WhenceKnownBy *known_by, guint32 node)
{
  WhenceActivity known = node < graph->n_entities
                           ? whence_known_by_get_entity (known_by, node)
                           : whence_known_by_get_fact (known_by, graph->node_fact[node - graph->n_entities]);

  return known != WHENCE_ACTIVITY_NOT;
}

guint32 *
whence_graph_count_known (const WhenceGraph *graph, const WhenceKnownBy *known_by)
{
  guint32 *degree = g_new0 (guint32, MAX (1, graph->n_nodes));

  for (guint32 i = 0; i < graph->n_ties; i++)
    if (whence_known_by_get_fact (known_by, graph->ties[i].fact) != WHENCE_ACTIVITY_NOT)
      {
        degree[graph->ties[i].from]++;
        degree[graph->ties[i].to]++;
      }
  return degree;
}

WhenceGraph *
whence_graph_ref (WhenceGraph *graph)
{
  g_atomic_ref_count_inc (&graph->ref_count);
  return graph;
}

void
whence_graph_unref (WhenceGraph *graph)
{
  if (!g_atomic_ref_count_dec (&graph->ref_count))
    return;
  g_free (graph->degree);
  whence_net_free (graph->net);
  g_free (graph->node_fact);
  g_free (graph->ties);
  g_free (graph->negated);
  g_free (graph->tied);
  whence_bundle_unref (graph->bundle);
  g_free (graph);
}
