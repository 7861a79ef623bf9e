/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Large components: nodes are merged into clusters until few are left, these are laid out by stress, and each
 * level is then unfolded, put right as a whole by pivots while it is small, and refined by the short-range
 * force. Each level is numbered in the order of its clusters, so that what is near in the picture is near in
 * memory. O((n + edges) log n). */
#include "layout/organic-steps.h"

#include <math.h>

#define COARSEST 140
#define ALL_PAIRS 400 /* nodes up to which stress looks at all pairs */
#define ROUNDS_WHOLE 10
#define N_PIVOTS 64
#define MAX_LEVELS 64
#define JITTER 0.4f
#define GROWTH                                                                                               \
  1.3f /* beyond that of the area: it draws itself together anyway, and tangles are easier undone */
#define STEPS 25
/* A strong linear pull first: it straightens what is long and takes crossings away. */
#define PULL_FIRST 4.0
#define PULL_LAST 0.5
#define PULL_LAST_FINEST 0.15
#define PULL_DEGREE 4.0 /* mean degree up to which the last pull is that of a tree */
#define PUSH 4.0
#define PUSH_LEAST 0.25 /* part of it, in large graphs of many edges */
#define PUSH_DEGREE 2.6 /* mean degree up to which the push is whole */
#define PUSH_MORE 2.0
#define WHOLE_FORCE 3000.0 /* nodes up to which the force is whole */
#define PIVOTS_MAX 30000   /* nodes */
#define PIVOT_WORK 10000   /* nodes × rounds */

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
unfold (const Level *level, const WhenceCloud *above, WhenceRandom *random, WhenceCloud *cloud)
{
  float growth = GROWTH * sqrtf ((float) level->net->n / (float) above->n);

  for (guint32 i = 0; i < level->net->n; i++)
    {
      cloud->x[i] =
        above->x[level->cluster[i]] * growth + (float) (whence_random_unit (random) - 0.5) * JITTER;
      cloud->y[i] =
        above->y[level->cluster[i]] * growth + (float) (whence_random_unit (random) - 0.5) * JITTER;
    }
}

/* What each faith changes on the finest level. */
static const struct
{
  guint n_steps;
  double pivots; /* part of the way that each round of them goes; without, the force has its will */
  double pull;
} faiths[] = {
  [WHENCE_FAITH_BALANCED] = { 40, 0, 1 },
  [WHENCE_FAITH_DISTANCES] = { 40, 0.8, 2 },
  [WHENCE_FAITH_NEIGHBOURS] = { 90, 0, 0.4 },
};

/* What would even out a small picture takes the neighbours in a large one apart, and in one of many edges a
 * node lets them cross all the more: the push is less there. */
static double
push_for (const WhenceNet *net, double excess)
{
  double sparse = PUSH_DEGREE * net->n / MAX (1, net->first[net->n]);

  return (PUSH + PUSH_MORE / excess) * CLAMP (sparse * sparse * sparse, MAX (PUSH_LEAST, 0.6 / excess), 1);
}

/* Long edges of large graphs would press everything into a heap: the more nodes, the weaker the first pull. 3
 * / 4 as a power is two roots. Where nodes have many edges, an even pull at the end holds the picture
 * together; where few, it would take leaves from their hubs. */
static WhenceRefine
refine_for (const WhenceNet *net, gboolean finest, const WhenceOrganic *organic)
{
  double excess = MAX (1, net->n / WHOLE_FORCE);
  WhenceRefine how = { .n_steps = finest ? faiths[organic->faith].n_steps : STEPS,
                       .push = push_for (net, excess),
                       .first_pull = PULL_FIRST / sqrt (excess * sqrt (excess)),
                       .last_pull = PULL_LAST,
                       .n_threads = organic->n_threads };

  if (finest)
    how.last_pull =
      PULL_LAST_FINEST * faiths[organic->faith].pull * MAX (1, net->first[net->n] / (PULL_DEGREE * net->n));
  return how;
}

/* A small level is put right by stress alone, a larger one by the force after a few rounds of it. */
static gboolean
settle (const WhenceNet *net, gboolean finest, const WhenceOrganic *organic, WhenceCloud *cloud,
        const WhenceWatch *watch)
{
  gboolean small = net->n <= ALL_PAIRS, faithful = finest && faiths[organic->faith].pivots > 0;
  guint n_rounds = small ? ROUNDS_WHOLE : CLAMP (PIVOT_WORK / net->n, 2, 8);
  g_autoptr (WhencePivots) pivots =
    net->n <= PIVOTS_MAX || faithful ? whence_pivots_new (net, small ? net->n : N_PIVOTS) : NULL;
  WhenceWatch force = whence_watch_share (watch, 0.3, 1);
  WhenceRefine how = refine_for (net, finest, organic);

  for (guint round = 0; pivots != NULL && round < n_rounds; round++)
    {
      whence_pivots_pull (pivots, 1, cloud);
      if (!whence_watch_go_on (watch, 0.3 * round / n_rounds))
        return FALSE;
    }
  if (faithful)
    {
      how.pivots = pivots;
      how.faith = faiths[organic->faith].pivots;
    }
  return small || whence_organic_refine (net, &how, cloud, &force);
}

static gboolean
lay_out_coarsest (const WhenceNet *net, guint32 seed, WhenceCloud *cloud, const WhenceWatch *watch)
{
  g_autofree WhencePoint *at = g_new (WhencePoint, net->n);

  if (!whence_organic_stress (net, seed, 0.4, at, watch))
    return FALSE;
  for (guint32 i = 0; i < net->n; i++)
    {
      cloud->x[i] = (float) at[i].x;
      cloud->y[i] = (float) at[i].y;
    }
  return TRUE;
}

static gboolean
unfold_all (const Level *levels, guint top, const WhenceOrganic *organic, WhenceCloud *cloud,
            const WhenceWatch *watch)
{
  WhenceWatch coarsest = whence_watch_share (watch, 0, 0.2);
  WhenceRandom random;

  whence_random_init (&random, (guint64) organic->seed + 1);
  if (!lay_out_coarsest (levels[top].net, organic->seed, cloud, &coarsest))
    return FALSE;
  for (guint l = top; l-- > 0;)
    {
      WhenceCloud above = *cloud;
      /* Each level takes about as long as all above it. */
      WhenceWatch level = whence_watch_share (watch, 0.2 + 0.8 / (double) (G_GUINT64_CONSTANT (2) << l),
                                              0.2 + 0.8 / (double) (G_GUINT64_CONSTANT (1) << l));
      above.n = levels[l + 1].net->n;
      whence_cloud_init (cloud, levels[l].net->n);
      unfold (&levels[l], &above, &random, cloud);
      whence_cloud_clear (&above);
      if (!settle (levels[l].net, l == 0, organic, cloud, &level))
        return FALSE;
    }
  return TRUE;
}

/* Fills @levels from the finest to the coarsest, whose index goes into @top. FALSE only when cancelled. */
static gboolean
coarsen (const WhenceNet *net, Level *levels, guint *top, const WhenceWatch *watch)
{
  levels[0].net = whence_net_copy (net);
  while (levels[*top].net->n > COARSEST)
    {
      Level *level = &levels[*top];
      guint32 n_clusters;
      g_assert (*top < MAX_LEVELS);
      level->cluster = g_new (guint32, level->net->n);
      n_clusters = whence_organic_cluster (level->net, level->cluster);
      levels[++*top].net = whence_organic_fold (level->net, level->cluster, n_clusters);
      if (!whence_watch_go_on (watch, 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
lay_out_levels (Level *levels, guint top, const WhenceOrganic *organic, WhencePoint *positions,
                const WhenceWatch *watch)
{
  g_autofree guint32 *number = g_new (guint32, levels[top].net->n);
  g_auto (WhenceCloud) cloud = { 0 };

  for (guint32 i = 0; i < levels[top].net->n; i++)
    number[i] = i;
  for (guint l = top; l-- > 0;)
    {
      guint32 *finer = renumber (&levels[l], levels[l + 1].net->n, number);
      g_free (number);
      number = finer;
    }
  whence_cloud_init (&cloud, levels[top].net->n);
  if (!unfold_all (levels, top, organic, &cloud, watch))
    return FALSE;
  for (guint32 i = 0; i < levels[0].net->n; i++)
    positions[i] = (WhencePoint){ cloud.x[number[i]], cloud.y[number[i]] };
  return TRUE;
}

gboolean
whence_organic_multilevel (const WhenceNet *net, const WhenceOrganic *organic, WhencePoint *positions,
                           const WhenceWatch *watch)
{
  Level levels[MAX_LEVELS + 1] = { 0 };
  guint top = 0;
  gboolean done =
    coarsen (net, levels, &top, watch) && lay_out_levels (levels, top, organic, positions, watch);

  for (guint l = 0; l <= top; l++)
    {
      whence_net_free (levels[l].net);
      g_free (levels[l].cluster);
    }
  return done;
}
