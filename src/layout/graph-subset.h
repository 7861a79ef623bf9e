/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which entities the graph shows: all, or those within some hops of a few, less those that somebody hid. The
 * window and the command line choose by the same function. It is a filter of the graph alone: positions do
 * not depend on it, and neither do other views. */
#pragma once

#include "layout/scope.h"

G_BEGIN_DECLS

/* Entities by index, in any order. */
typedef struct
{
  const guint32 *centres; /* none: everybody is near enough */
  guint n_centres;
  guint hops;              /* from a centre, along facts that whence_scope_ties() */
  const guint32 *revealed; /* shown beyond the hops */
  guint n_revealed;
  const guint32 *hidden; /* whatever else is said */
  guint n_hidden;
} WhenceGraphChoice;

/* Immutable; workers keep a reference. Where a subset is asked for, NULL stands for all entities. */
typedef struct _WhenceGraphSubset WhenceGraphSubset;

/* O(entities + facts and participants of those within the hops). Transfer full. */
WhenceGraphSubset *whence_graph_subset_new (const WhenceScope *scope, const WhenceGraphChoice *choice);
WhenceGraphSubset *whence_graph_subset_ref (WhenceGraphSubset *subset);
void whence_graph_subset_unref (WhenceGraphSubset *subset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceGraphSubset, whence_graph_subset_unref)

gboolean whence_graph_subset_has (const WhenceGraphSubset *subset, guint32 entity);
guint whence_graph_subset_get_n_shown (const WhenceGraphSubset *subset);
guint whence_graph_subset_get_n_hidden (const WhenceGraphSubset *subset);
/* How many neighbours of @entity are not shown; 0 for an entity that is not shown itself. */
guint whence_graph_subset_count_beyond (const WhenceGraphSubset *subset, guint32 entity);
/* Whether there are any, without counting those of everybody. O(facts of the entity). */
gboolean whence_graph_subset_has_beyond (const WhenceGraphSubset *subset, guint32 entity);
/* Whether enough of those who take part in @fact are shown to draw it: two, or the one that is tied to
 * itself. */
gboolean whence_graph_subset_draws (const WhenceGraphSubset *subset, guint32 fact);

/* Calls @func for everybody whom a fact that whence_scope_ties() ties to @entity, each once, in the order of
 * the facts. */
typedef void (*WhenceNeighbourFunc) (guint32 neighbour, gpointer user_data);
void whence_scope_foreach_neighbour (const WhenceScope *scope, guint32 entity, WhenceNeighbourFunc func,
                                     gpointer user_data);

G_END_DECLS
