/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Large components: nodes are merged into clusters until few are left, these are laid out by stress, and each
 * level is then unfolded, put right as a whole by pivots while it is small, and refined by the short-range
 * force. Each level is numbered in the order of its clusters, so that what is near in the picture is near in
 * memory. O((n + edges) log n). */
#include "layout/organic-steps.h"

#include <math.h>

#define COARSEST 600
#define MAX_LEVELS 64
#define JITTER 0.4
#define STEPS 50
#define STEPS_FINEST 60
/* A strong linear pull first: it straightens what is long and takes crossings away. */
#define PULL_FIRST 4.0
#define PULL_LAST 0.5
#define PULL_LAST_FINEST 0.15
#define PIVOTS_MAX 30000 /* nodes */
#define PIVOT_WORK 10000 /* nodes × rounds */

typedef struct
{
  WhenceNet *net;
  guint32 *cluster; /* of each node, in the level above */
} Level;

/* Renumbers the nodes of @level by those of the level above, which @above maps from old to new. Returns the
 * map of this level. */
static guint32 *
renumber (Level *level, guint32 n_above, const guint32 *above)
{
  guint32 n = level->net->n;
  guint32 *number = g_new (guint32, n);
  g_autofree guint32 *fill = g_new0 (guint32, (gsize) n_above + 1);
  g_autofree guint32 *cluster = g_steal_pointer (&level->cluster);
  WhenceNet *net;

  for (guint32 i = 0; i < n; i++)
    fill[above[cluster[i]] + 1]++;
  for (guint32 c = 0; c < n_above; c++)
    fill[c + 1] += fill[c];
  level->cluster = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    {
      number[i] = fill[above[cluster[i]]]++;
      level->cluster[number[i]] = above[cluster[i]];
    }
  net = whence_organic_fold (level->net, number, n);
  whence_net_free (level->net);
  level->net = net;
  return number;
}

static void
unfold (const Level *level, const WhencePoint *above, double growth, WhenceRandom *random,
        WhencePoint *positions)
{
  for (guint32 i = 0; i < level->net->n; i++)
    {
      WhencePoint from = above[level->cluster[i]];
      positions[i].x = from.x * growth + (whence_random_unit (random) - 0.5) * JITTER;
      positions[i].y = from.y * growth + (whence_random_unit (random) - 0.5) * JITTER;
    }
}

static gboolean
settle (const WhenceNet *net, gboolean finest, guint32 seed, WhencePoint *positions, const WhenceWatch *watch)
{
  WhenceWatch pivots = whence_watch_share (watch, 0, 0.3), force = whence_watch_share (watch, 0.3, 1);

  if (net->n <= PIVOTS_MAX
      && !whence_organic_pivots (net, CLAMP (PIVOT_WORK / net->n, 2, 8), seed, positions, &pivots))
    return FALSE;
  return whence_organic_refine (net, finest ? STEPS_FINEST : STEPS, PULL_FIRST,
                                finest ? PULL_LAST_FINEST : PULL_LAST, positions, &force);
}

static gboolean
unfold_all (const Level *levels, guint top, guint32 seed, WhencePoint *positions, const WhenceWatch *watch)
{
  g_autofree WhencePoint *above = g_new (WhencePoint, levels[0].net->n);
  WhenceWatch coarsest = whence_watch_share (watch, 0, 0.2);
  WhenceRandom random;

  whence_random_init (&random, (guint64) seed + 1);
  if (!whence_organic_stress (levels[top].net, seed, 1, positions, &coarsest))
    return FALSE;
  for (guint l = top; l-- > 0;)
    {
      double growth = sqrt ((double) levels[l].net->n / levels[l + 1].net->n);
      /* Each level takes about as long as all above it. */
      WhenceWatch level = whence_watch_share (watch, 0.2 + 0.8 / (double) (G_GUINT64_CONSTANT (2) << l),
                                              0.2 + 0.8 / (double) (G_GUINT64_CONSTANT (1) << l));
      memcpy (above, positions, levels[l + 1].net->n * sizeof *above);
      unfold (&levels[l], above, growth, &random, positions);
      if (!settle (levels[l].net, l == 0, seed, positions, &level))
        return FALSE;
    }
  return TRUE;
}

/* Fills @levels from the finest to the coarsest, whose index it returns. */
static guint
coarsen (const WhenceNet *net, Level *levels)
{
  guint top = 0;

  levels[0].net = whence_net_copy (net);
  while (levels[top].net->n > COARSEST)
    {
      guint32 n_clusters;
      g_assert (top < MAX_LEVELS);
      levels[top].cluster = g_new (guint32, levels[top].net->n);
      n_clusters = whence_organic_cluster (levels[top].net, levels[top].cluster);
      levels[top + 1].net = whence_organic_fold (levels[top].net, levels[top].cluster, n_clusters);
      top++;
    }
  return top;
}

gboolean
whence_organic_multilevel (const WhenceNet *net, guint32 seed, WhencePoint *positions,
                           const WhenceWatch *watch)
{
  Level levels[MAX_LEVELS + 1] = { 0 };
  guint top = coarsen (net, levels);
  g_autofree guint32 *number = g_new (guint32, levels[top].net->n);
  g_autofree WhencePoint *numbered = g_new (WhencePoint, net->n);
  gboolean done;

  for (guint32 i = 0; i < levels[top].net->n; i++)
    number[i] = i;
  for (guint l = top; l-- > 0;)
    {
      guint32 *finer = renumber (&levels[l], levels[l + 1].net->n, number);
      g_free (number);
      number = finer;
    }
  done = unfold_all (levels, top, seed, numbered, watch);
  for (guint32 i = 0; i < net->n; i++)
    positions[i] = numbered[number[i]];
  for (guint l = 0; l <= top; l++)
    {
      whence_net_free (levels[l].net);
      g_free (levels[l].cluster);
    }
  return done;
}
