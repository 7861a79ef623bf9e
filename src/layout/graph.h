/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The facts projected on their participants: who is tied to whom by what. */
#pragma once

#include "layout/net.h"
#include "model/known-by.h"

G_BEGIN_DECLS

/* One line of the picture: a fact between its subject and object, or a spoke from the node of a fact to
 * someone who takes part in it. */
typedef struct
{
  guint32 from, to; /* nodes */
  guint32 fact;
  const char *role; /* of a spoke's end; NULL: none. Belongs to the bundle */
  gboolean spoke;
  gboolean arrow; /* an arrowhead at @to */
} WhenceTie;

/* Why a fact is no tie. */
typedef enum
{
  WHENCE_TIED,
  WHENCE_UNTIED_SINGLE,  /* fewer than two participants */
  WHENCE_UNTIED_NEGATED, /* it says that there is none: one of the negated ties below */
} WhenceTied;

/* Nodes 0 … n_entities - 1 are the entities; then one for each fact that more than a pair takes part in. */
typedef struct
{
  gatomicrefcount ref_count;
  WhenceBundle *bundle; /* as the file tells it, so that places do not depend on a date */
  guint32 n_entities, n_nodes;
  guint32 *node_fact; /* fact of node n_entities + i */
  WhenceTie *ties;    /* ordered by fact */
  guint32 n_ties;
  WhenceTie *negated; /* ties that are said not to be, ordered by fact; of no weight in net and degree */
  guint32 n_negated;
  guint8 *tied;    /* WhenceTied of each fact */
  guint32 *degree; /* ties at each node, parallel ones counted */
  WhenceNet *net;  /* all nodes, one edge for each pair that a tie joins */
} WhenceGraph;

/* Projects all facts of the bundle, filtered or not, so that places do not depend on filters. O(n). Transfer
 * full. */
WhenceGraph *whence_graph_new (WhenceBundle *bundle);
WhenceGraph *whence_graph_ref (WhenceGraph *graph);
void whence_graph_unref (WhenceGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceGraph, whence_graph_unref)

/* Whether somebody, or the fact that the node stands for, was known. */
gboolean whence_graph_knows_node (const WhenceGraph *graph, const WhenceKnownBy *known_by, guint32 node);
/* The ties at each node that were known. O(ties). Transfer full. */
guint32 *whence_graph_count_known (const WhenceGraph *graph, const WhenceKnownBy *known_by);

G_END_DECLS
