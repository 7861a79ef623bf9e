/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the passes of the search for shortest paths share. */
#pragma once

#include "layout/graph-paths.h"

G_BEGIN_DECLS

struct _WhenceGraphPaths
{
  WhenceScope *scope;
  guint32 from, to;
  guint hops;
  guint64 n_all;
  GArray *entities; /* of all listed paths, one after another */
};

/* How much worse than corroborated. Sums compare like the counts of each kind, the worst kind first, as long
 * as a path has fewer than 2^20 steps. */
guint64 whence_path_cost_of_fact (const WhenceScope *scope, guint32 fact);

typedef struct
{
  guint32 to;
  guint64 cost;
} WhencePathStep;

typedef struct
{
  const WhenceScope *scope;
  const WhenceBundle *bundle;
  guint32 *distance; /* from the beginning, of each entity */
  GArray **steps;    /* WhencePathStep, of each entity on a shortest path, towards the end */
  guint64 *cost;     /* least, to the end */
  guint64 *n_ways;   /* to the end */
  GArray *participants;
} WhencePathSearch;

/* Finds all shortest ways @from → @to. FALSE: there is none. Clear in any case. */
gboolean whence_path_search_init (WhencePathSearch *search, const WhenceScope *scope, guint32 from,
                                  guint32 to);
void whence_path_search_clear (WhencePathSearch *search);

/* Writes the best @max of them into @paths. */
void whence_path_list_best (WhenceGraphPaths *paths, const WhencePathSearch *search, guint max);

G_END_DECLS
