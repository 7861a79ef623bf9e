/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All shortest paths between two entities, the best evidence first. A step leads from one entity to another
 * along any fact that whence_scope_ties() both, in either direction; facts between the same two are one step,
 * which is worth what the best of them is worth. */
#pragma once

#include "layout/scope.h"
#include "model/evidence.h"

G_BEGIN_DECLS

/* Immutable. */
typedef struct _WhenceGraphPaths WhenceGraphPaths;

/* Lists the best @max paths and counts all. A path is better the fewer of its steps are unsourced, then the
 * fewer are disputed, then the fewer rest on a single source; then in the order of the entities. The best
 * come first out of a search with exact bounds (Hart, Nilsson, Raphael 1968), so that the others are never
 * written out: O(facts and participants between the two + max × hops × log). Transfer full. */
WhenceGraphPaths *whence_graph_paths_new (WhenceScope *scope, guint32 from, guint32 to, guint max);
void whence_graph_paths_free (WhenceGraphPaths *paths);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceGraphPaths, whence_graph_paths_free)

guint32 whence_graph_paths_get_from (const WhenceGraphPaths *paths);
guint32 whence_graph_paths_get_to (const WhenceGraphPaths *paths);
guint whence_graph_paths_get_n_listed (const WhenceGraphPaths *paths); /* 0: there is no path */
/* G_MAXUINT64: that many or more. */
guint64 whence_graph_paths_get_n_all (const WhenceGraphPaths *paths);
guint whence_graph_paths_get_hops (const WhenceGraphPaths *paths); /* of each; 0: there is none */

/* The entities along the @i-th path, hops + 1 of them. Transfer none. */
const guint32 *whence_graph_paths_get (const WhenceGraphPaths *paths, guint i);
/* The facts of step @step of the path into @facts, an array of guint32, the best evidence first. */
void whence_graph_paths_list_facts (const WhenceGraphPaths *paths, guint i, guint step, GArray *facts);
/* What the weakest step of the path is worth. */
WhenceSupport whence_graph_paths_get_weakest (const WhenceGraphPaths *paths, guint i);

G_END_DECLS
