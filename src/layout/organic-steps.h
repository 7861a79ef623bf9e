/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps of the organic layout, one a file; each is a function over arrays. */
#pragma once

#include "layout/organic.h"

G_BEGIN_DECLS

/* The eye on a step: where it tells how far it is, as its share of the whole, and hears that it is not wanted
 * any more. */
typedef struct
{
  GCancellable *cancellable;
  WhenceProgressFunc progress;
  gpointer progress_data;
  double from, to; /* the share */
} WhenceWatch;

/* @part of the step is done. FALSE when it is to end at once; ask after bounded work. */
static inline gboolean
whence_watch_go_on (const WhenceWatch *watch, double part)
{
  if (watch == NULL)
    return TRUE;
  if (watch->progress != NULL)
    watch->progress (watch->from + (watch->to - watch->from) * part, watch->progress_data);
  return !g_cancellable_is_cancelled (watch->cancellable);
}

/* The watch over the whole layout of @problem. */
static inline WhenceWatch
whence_watch_over (const WhenceOrganic *problem, GCancellable *cancellable)
{
  return (WhenceWatch){ cancellable, problem->progress, problem->progress_data, 0, 1 };
}

/* The watch over the stretch from @from to @to of a step. */
static inline WhenceWatch
whence_watch_share (const WhenceWatch *watch, double from, double to)
{
  WhenceWatch share = watch != NULL ? *watch : (WhenceWatch){ .to = 1 };
  double start = share.from, length = share.to - share.from;

  share.from = start + length * from;
  share.to = start + length * to;
  return share;
}

/* Threads that share out the pieces of a task; which takes which must not show in what @func does. */
typedef struct _WhenceTeam WhenceTeam;
typedef void (*WhenceTeamFunc) (guint piece, gpointer data);
WhenceTeam *whence_team_new (guint n_threads); /* 0: as many as there are processors, at most 4 */
void whence_team_free (WhenceTeam *team);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhenceTeam, whence_team_free)
void whence_team_run (WhenceTeam *team, WhenceTeamFunc func, gpointer data, guint n_pieces);

/* Places in single precision, for steps that take many at a time. */
typedef struct
{
  guint32 n;
  float *x, *y;
} WhenceCloud;

static inline void
whence_cloud_init (WhenceCloud *cloud, guint32 n)
{
  *cloud = (WhenceCloud){ n, g_new (float, n), g_new (float, n) };
}

static inline void
whence_cloud_clear (WhenceCloud *cloud)
{
  g_free (cloud->x);
  g_free (cloud->y);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WhenceCloud, whence_cloud_clear)

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
                                const WhenceWatch *watch);
/* Normalised stress at the best scale: 0 is perfect, 1 is a heap. Connected graphs only. O(n²). */
double whence_organic_measure_stress (const WhenceNet *net, const WhencePoint *positions);
/* How well as many nearest nodes as a node has neighbours are its neighbours, in the mean of Jaccard's index:
 * 1 is perfect. O(n²). */
double whence_organic_measure_neighbours (const WhenceNet *net, const WhencePoint *positions);
/* Pairs of edges that cross, those with a common end left out. O(edges²) at worst. */
guint64 whence_organic_count_crossings (const WhenceNet *net, const WhencePoint *positions);

/* Coarsen, lay out the coarsest level by stress, then refine level by level by a bounded short-range force
 * (t-FDP, Zhong et al. 2023), as true to distances or neighbours as @organic asks for; up to WHENCE_WHOLE_MAX
 * nodes by stress alone. Of @organic, only seed, faith and threads count. @net is connected; the unit is
 * about an edge. O((n + edges) log n). */
gboolean whence_organic_multilevel (const WhenceNet *net, const WhenceOrganic *organic,
                                    WhencePoint *positions, const WhenceWatch *watch);

#define WHENCE_WHOLE_MAX 600 /* nodes up to which all pairs are worth their time */

/* Fills @cluster, n entries, with the number of the node that stands for it in the next coarser level;
 * returns how many there are, at most 3/4 n. @net is connected and has two nodes or more. */
guint32 whence_organic_cluster (const WhenceNet *net, guint32 *cluster);
/* The net in which all nodes of a cluster are one. Transfer full. */
WhenceNet *whence_organic_fold (const WhenceNet *net, const guint32 *cluster, guint32 n_clusters);

/* Hops to a few nodes that are spread over the graph, or to all where it has no more, to pull a layout right
 * as a whole. @net is connected and outlives it; nodes with near numbers are near in it. Transfer full. */
typedef struct _WhencePivots WhencePivots;
WhencePivots *whence_pivots_new (const WhenceNet *net, guint32 n_pivots);
void whence_pivots_free (WhencePivots *pivots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WhencePivots, whence_pivots_free)
/* One round: each node goes @part of the way to where its hops would be equally long. The scale stays. */
void whence_pivots_pull (WhencePivots *pivots, double part, WhenceCloud *cloud);

/* Steps of that force from the given places. Its linear pull along edges goes from @first_pull to @last_pull:
 * 0.1 draws neighbours together, 3 keeps edges even. @push is that of any two nodes: below 4.2 or so,
 * neighbours that have all others in common fall into one. With @pivots (or NULL), each third step is
 * followed by a round of them with
 * @faith as its part. O(n + edges) a step. */
typedef struct
{
  guint n_steps;
  double push, first_pull, last_pull;
  WhencePivots *pivots;
  double faith;
  guint n_threads; /* as in WhenceOrganic; only many nodes are worth more than one */
} WhenceRefine;
gboolean whence_organic_refine (const WhenceNet *net, const WhenceRefine *how, WhenceCloud *cloud,
                                const WhenceWatch *watch);

/* Pushes boxes apart until none are nearer than @gap; @fixed (or NULL) stay. Small moves. About O(n) a round.
 */
gboolean whence_organic_separate (const WhenceRect *boxes, const guint8 *fixed, guint32 n, double gap,
                                  WhencePoint *positions, const WhenceWatch *watch);

/* Moves single nodes to where they cross fewer edges, lie on none, and stay near their neighbours, within
 * @frame. @effort is 1, or less for one of many. Worth its time for small graphs only: WHENCE_POLISH_MAX
 * nodes. */
#define WHENCE_POLISH_MAX 220
gboolean whence_organic_polish (const WhenceOrganic *organic, WhenceRect frame, double edge_length,
                                double effort, WhencePoint *positions, const WhenceWatch *watch);

/* Moves single nodes a little, so that edges cross less and the map stays; boxes that are at least @gap apart
 * remain so. The work is bounded: nothing happens beyond some thousand edges. */
gboolean whence_organic_uncross (const WhenceNet *net, const WhenceRect *boxes, double gap, guint32 seed,
                                 WhencePoint *positions, const WhenceWatch *watch);

/* Places rectangles of these sizes side by side without overlap, roughly @aspect wide; the largest first.
 * Fills
 * @corners with their top left corners. */
void whence_organic_pack (const WhenceRect *sizes, guint32 n, double aspect, double gap,
                          WhencePoint *corners);

G_END_DECLS
