/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The organic layout of a plain graph whose nodes have a size: near in the graph is near in the picture, and
 * no two nodes overlap. Independent of bundles. All steps use only +, -, ×, ÷ and square root in a fixed
 * order, so that the same input gives the same bits on every machine. */
#pragma once

#include <gio/gio.h>

#include "layout/geometry.h"
#include "layout/net.h"

G_BEGIN_DECLS

/* What is known of an edge beyond its ends. */
typedef struct
{
  double length; /* how much longer than others it should be, for its label: 1 … 2 */
  double margin; /* px that parallel lines take on either side */
} WhenceOrganicEdge;

/* What the layout works on. @boxes are relative to the node's position and hold the shape and its name;
 * @edges go with the targets of @net, and may be NULL; @fixed nodes stay where they are, and may be NULL. */
typedef struct
{
  const WhenceNet *net;
  const WhenceRect *boxes;
  const WhenceOrganicEdge *edges;
  const guint8 *fixed;
  double aspect; /* width : height of the room there is */
  guint32 seed;
} WhenceOrganic;

/* Fills @positions, n entries; those of fixed nodes are input. FALSE only when cancelled. */
gboolean whence_organic_layout (const WhenceOrganic *organic, WhencePoint *positions,
                                GCancellable *cancellable);

/* --- The steps, one a file; each is a function over arrays --------------------------------------- */

/* A small generator (PCG, O'Neill 2014) of its own, so that a seed means the same everywhere. */
typedef struct
{
  guint64 state;
} WhenceRandom;
void whence_random_init (WhenceRandom *random, guint64 seed);
guint32 whence_random_next (WhenceRandom *random);
double whence_random_unit (WhenceRandom *random); /* [0, 1) */

/* Stress by gradient descent over all pairs (Zheng, Pawar, Goodman 2019), small graphs from several starts:
 * at
 * @effort 1 from as many as are worth it, below from fewer. @net is connected; the unit is a hop. O(n²) in
 * time and memory: for at most WHENCE_STRESS_MAX nodes. */
#define WHENCE_STRESS_MAX 1200
gboolean whence_organic_stress (const WhenceNet *net, guint32 seed, double effort, WhencePoint *positions,
                                GCancellable *cancellable);
/* Normalised stress at the best scale: 0 is perfect, 1 is a heap. Connected graphs only. O(n²). */
double whence_organic_measure_stress (const WhenceNet *net, const WhencePoint *positions);
/* Pairs of edges that cross, those with a common end left out. O(edges²) at worst. */
guint64 whence_organic_count_crossings (const WhenceNet *net, const WhencePoint *positions);

/* Coarsen, lay out the coarsest level by stress, then refine level by level by a bounded short-range force
 * (t-FDP, Zhong et al. 2023). @net is connected; the unit is about an edge. O((n + edges) log n). */
gboolean whence_organic_multilevel (const WhenceNet *net, guint32 seed, WhencePoint *positions,
                                    GCancellable *cancellable);

/* Fills @cluster, n entries, with the number of the node that stands for it in the next coarser level;
 * returns how many there are, at most 3/4 n. @net is connected and has two nodes or more. */
guint32 whence_organic_cluster (const WhenceNet *net, guint32 *cluster);
/* The net in which all nodes of a cluster are one. Transfer full. */
WhenceNet *whence_organic_fold (const WhenceNet *net, const guint32 *cluster, guint32 n_clusters);

/* @n_rounds rounds of stress against 64 pivots, from the given positions and at their scale. @net is
 * connected. */
gboolean whence_organic_pivots (const WhenceNet *net, guint n_rounds, guint32 seed, WhencePoint *positions,
                                GCancellable *cancellable);

/* @n_steps steps of that force from the given positions; its linear pull along edges goes from @first_pull to
 * @last_pull: 0.1 draws neighbours together, 3 keeps edges even. O(n + edges) a step. */
gboolean whence_organic_refine (const WhenceNet *net, guint n_steps, double first_pull, double last_pull,
                                WhencePoint *positions, GCancellable *cancellable);

/* Pushes boxes apart until none are nearer than @gap; @fixed (or NULL) stay. Small moves. About O(n) a round.
 */
gboolean whence_organic_separate (const WhenceRect *boxes, const guint8 *fixed, guint32 n, double gap,
                                  WhencePoint *positions, GCancellable *cancellable);

/* Moves single nodes to where they cross fewer edges, lie on none, and stay near their neighbours, within
 * @frame. @effort is 1, or less for one of many. Worth its time for small graphs only: WHENCE_POLISH_MAX
 * nodes. */
#define WHENCE_POLISH_MAX 220
gboolean whence_organic_polish (const WhenceOrganic *organic, WhenceRect frame, double edge_length,
                                double effort, WhencePoint *positions, GCancellable *cancellable);

/* Places rectangles of these sizes side by side without overlap, roughly @aspect wide; the largest first.
 * Fills
 * @corners with their top left corners. */
void whence_organic_pack (const WhenceRect *sizes, guint32 n, double aspect, double gap,
                          WhencePoint *corners);

G_END_DECLS
