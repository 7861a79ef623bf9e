/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ties of a graph scene before they have a place: what scenes of one graph share that look elsewhere. */
#pragma once

#include "layout/graph-scene.h"
#include "layout/graph.h"

G_BEGIN_DECLS

/* What an edge is before it has a place. */
typedef struct
{
  guint32 fact;
  guint32 from, to; /* indices of scene nodes */
  guint8 spoke, arrow, negated;
  guint8 activity, change, support; /* WhenceActivity, WhenceChange, WhenceSupport */
  guint8 alone;                     /* the only one between two nodes */
  const char *role;                 /* belongs to the bundle */
  double importance;
  double weight; /* 0 … 1: of the amount in its width; below 0: none */
} WhenceSceneTie;

/* An edge by its two nodes. */
typedef struct
{
  guint32 low, high, edge;
} WhenceScenePair;

struct _WhenceSceneTies
{
  gatomicrefcount ref_count;
  WhenceScope *scope;
  WhenceGraph *graph;
  WhenceGraphSubset *subset; /* NULL: everybody */
  gboolean negated;          /* those that are said not to be are among them */
  WhenceSceneTie *ties;      /* in the order of their facts */
  guint32 n_ties;
  WhenceScenePair *pairs; /* by pair, then from what matters most, then by edge */
  guint32 *runs;          /* first of each of those pairs that is not alone */
  guint32 n_runs;
  guint32 *n_facts;     /* ties at each scene node that are said to be */
  guint8 *changes;      /* WhenceChange of each scene node that is an entity; NULL: nothing is compared */
  const char *currency; /* in which weights compare amounts, or NULL */
  guint n_foreign;      /* ties whose amount is in another */
  gboolean uniform, unsourced;
};

/* @before if it is that of @scene, whose nodes are listed, or a new one; @before may be NULL. Transfer full.
 */
WhenceSceneTies *whence_scene_ties_get (WhenceSceneTies *before, const WhenceGraphScene *scene,
                                        const guint32 *scene_node);
/* Fills in what each says and how much it matters, and what they are in common. */
void whence_scene_ties_weigh (WhenceSceneTies *ties, guint32 n_nodes);

G_END_DECLS
