/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Communities by the Leiden algorithm (Traag, Waltman, van Eck 2019): single nodes move to where modularity
 * gains most, each community is cut into parts that hold together, the parts become the nodes of the next
 * level. Where the paper draws lots the best gain is taken; small graphs start from several orders of their
 * nodes instead. */
#include "layout/measures-level.h"
#include "layout/measures-net.h"
#include "layout/organic-steps.h"

#define SMALL 3000
#define STARTS_OF_SMALL 12
#define MOST_ROUNDS 10

/* Nodes in classes: what each class weighs, and, while a node is looked at, its ties into each. */
typedef struct
{
  guint32 *of;      /* class of each node */
  double *strength; /* of each class */
  guint32 *n_in;    /* nodes of each class */
  double *into;     /* ties of the node at hand; 0 where there are none */
  guint32 *near;    /* classes that it has ties into */
  guint32 n_near;
} Classes;

static void
classes_init (Classes *classes, const WhenceLevel *level, const guint32 *of)
{
  gsize n = MAX (1, level->n);

  classes->of = g_new (guint32, n);
  classes->strength = g_new0 (double, n);
  classes->n_in = g_new0 (guint32, n);
  classes->into = g_new0 (double, n);
  classes->near = g_new (guint32, n);
  classes->n_near = 0;
  for (guint32 i = 0; i < level->n; i++)
    {
      classes->of[i] = of != NULL ? of[i] : i;
      classes->strength[classes->of[i]] += level->strength[i];
      classes->n_in[classes->of[i]]++;
    }
}

static void
classes_clear (Classes *classes)
{
  g_free (classes->of);
  g_free (classes->strength);
  g_free (classes->n_in);
  g_free (classes->into);
  g_free (classes->near);
}

static void
look_around (Classes *classes, const WhenceLevel *level, guint32 node)
{
  for (guint32 k = 0; k < classes->n_near; k++)
    classes->into[classes->near[k]] = 0;
  classes->n_near = 0;
  for (guint32 e = level->first[node]; e < level->first[node + 1]; e++)
    {
      guint32 class = classes->of[level->target[e]];
      if (level->target[e] == node)
        continue;
      if (classes->into[class] == 0)
        classes->near[classes->n_near++] = class;
      classes->into[class] += level->weight[e];
    }
}

static void
move_to (Classes *classes, const WhenceLevel *level, guint32 node, guint32 class)
{
  guint32 old = classes->of[node];

  classes->strength[old] -= level->strength[node];
  classes->n_in[old]--;
  classes->of[node] = class;
  classes->strength[class] += level->strength[node];
  classes->n_in[class]++;
}

/* What modularity gains, but for a factor, when @node joins @class; @within is what of it is there already.
 */
static double
gain (const Classes *classes, const WhenceLevel *level, guint32 node, guint32 class, double within)
{
  return classes->into[class] - level->strength[node] * (classes->strength[class] - within) / level->total;
}

/* --- Moving single nodes ------------------------------------------------------------------------- */

/* The class where @node gains most; it stays unless another is better, and leaves for @empty rather than
 * lose. */
static guint32
best_class (const Classes *classes, const WhenceLevel *level, guint32 node, guint32 empty)
{
  const double least = 1e-12 * (1 + level->strength[node]);
  guint32 own = classes->of[node], best = own;
  double most = gain (classes, level, node, own, level->strength[node]);

  for (guint32 k = 0; k < classes->n_near; k++)
    {
      double gained = gain (classes, level, node, classes->near[k], 0);
      if (classes->near[k] != own && gained > most + least)
        {
          most = gained;
          best = classes->near[k];
        }
    }
  return most < -least ? empty : best;
}

/* Nodes wait in line; when one moves, its neighbours in other classes get in line again. */
static gboolean
move_nodes (Classes *classes, const WhenceLevel *level, const guint32 *order, GCancellable *cancellable)
{
  g_autofree guint32 *line = g_memdup2 (order, MAX (1, level->n) * sizeof *order);
  g_autofree guint8 *waits = g_new (guint8, MAX (1, level->n));
  g_autofree guint32 *empty = g_new (guint32, MAX (1, level->n));
  guint32 head = 0, n_waiting = level->n, n_empty = 0;

  memset (waits, TRUE, level->n);
  for (guint32 i = level->n; i-- > 0;)
    if (classes->n_in[i] == 0)
      empty[n_empty++] = i;
  for (gsize step = 0; n_waiting > 0; step++)
    {
      guint32 node = line[head], own = classes->of[node], best;
      head = head + 1 == level->n ? 0 : head + 1;
      n_waiting--;
      waits[node] = FALSE;
      if (step % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      look_around (classes, level, node);
      best = best_class (classes, level, node, classes->n_in[own] == 1 ? own : empty[n_empty - 1]);
      if (best == own)
        continue;
      n_empty -= classes->n_in[best] == 0;
      move_to (classes, level, node, best);
      if (classes->n_in[own] == 0)
        empty[n_empty++] = own;
      for (guint32 e = level->first[node]; e < level->first[node + 1]; e++)
        {
          guint32 other = level->target[e];
          if (waits[other] || classes->of[other] == best)
            continue;
          waits[other] = TRUE;
          line[(head + n_waiting) % level->n] = other;
          n_waiting++;
        }
    }
  return TRUE;
}

/* --- Parts that hold together -------------------------------------------------------------------- */

/* Cuts the communities into parts: nodes that are alone join a part of their community, if both are well tied
 * to the rest of it. */
static void
refine (Classes *parts, const Classes *communities, const WhenceLevel *level, const guint32 *order)
{
  g_autofree double *ties =
    g_new0 (double, MAX (1, level->n)); /* of each part to the rest of its community */

  for (guint32 i = 0; i < level->n; i++)
    for (guint32 e = level->first[i]; e < level->first[i + 1]; e++)
      if (level->target[e] != i && communities->of[level->target[e]] == communities->of[i])
        ties[i] += level->weight[e];
  for (guint32 k = 0; k < level->n; k++)
    {
      guint32 node = order[k], best = parts->of[node];
      double whole = communities->strength[communities->of[node]], most = 0;
      double own = level->strength[node];
      if (parts->n_in[best] != 1 || ties[node] < own * (whole - own) / level->total)
        continue;
      look_around (parts, level, node);
      for (guint32 c = 0; c < parts->n_near; c++)
        {
          guint32 part = parts->near[c];
          double gained = gain (parts, level, node, part, 0);
          /* The number of a part is that of a node in it. */
          if (part == parts->of[node] || communities->of[part] != communities->of[node] || gained <= most
              || ties[part] < parts->strength[part] * (whole - parts->strength[part]) / level->total)
            continue;
          most = gained;
          best = part;
        }
      if (best == parts->of[node])
        continue;
      ties[best] += ties[node] - 2 * parts->into[best];
      move_to (parts, level, node, best);
    }
}

/* Numbers the parts 0 … in the order of their first node; returns how many. */
static guint32
number (Classes *parts, guint32 n)
{
  g_autofree guint32 *number_of = g_new (guint32, MAX (1, n));
  guint32 n_parts = 0;

  memset (number_of, 0xff, n * sizeof *number_of);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 part = parts->of[i];
      if (number_of[part] == G_MAXUINT32)
        number_of[part] = n_parts++;
      parts->of[i] = number_of[part];
    }
  return n_parts;
}

/* --- The whole ----------------------------------------------------------------------------------- */

/* What the nodes of the coarse level belong to. */
static guint32 *
lift (const guint32 *community, const guint32 *part, guint32 n, guint32 n_parts)
{
  guint32 *lifted = g_new (guint32, MAX (1, n_parts));
  Classes numbered = { .of = g_memdup2 (community, MAX (1, n) * sizeof *community) };

  number (&numbered, n);
  for (guint32 i = 0; i < n; i++)
    lifted[part[i]] = numbered.of[i];
  g_free (numbered.of);
  return lifted;
}

static guint32 *
make_order (guint32 n, guint32 seed)
{
  guint32 *order = g_new (guint32, MAX (1, n));
  WhenceRandom random;

  whence_random_init (&random, seed);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 j = seed == 0 ? i : whence_random_next (&random) % (i + 1);
      order[i] = order[j];
      order[j] = i;
    }
  return order;
}

/* One run through all levels from the communities that @of holds; FALSE when cancelled. */
static gboolean
run (const WhenceNet *net, guint32 seed, guint32 *of, GCancellable *cancellable)
{
  WhenceLevel *level = whence_level_new (net);
  g_autofree guint32 *node = g_new (guint32, MAX (1, net->n)); /* of the level, for each of the net */
  g_autofree guint32 *start = g_memdup2 (of, MAX (1, net->n) * sizeof *of);
  gboolean done = FALSE, moved = TRUE;

  for (guint32 i = 0; i < net->n; i++)
    node[i] = i;
  while (!done && moved)
    {
      g_autofree guint32 *order = make_order (level->n, seed);
      Classes communities, parts;
      guint32 n_parts;
      classes_init (&communities, level, start);
      classes_init (&parts, level, NULL);
      moved = move_nodes (&communities, level, order, cancellable);
      if (moved)
        refine (&parts, &communities, level, order);
      n_parts = number (&parts, level->n);
      for (guint32 i = 0; i < net->n; i++)
        {
          of[i] = communities.of[node[i]];
          node[i] = parts.of[node[i]];
        }
      done = n_parts == level->n;
      g_free (start);
      start = lift (communities.of, parts.of, level->n, n_parts);
      WhenceLevel *coarse = whence_level_fold (level, parts.of, n_parts);
      whence_level_free (level);
      level = coarse;
      classes_clear (&communities);
      classes_clear (&parts);
    }
  whence_level_free (level);
  return moved;
}

/* Runs from what the last one found, until that gains nothing. */
static gboolean
settle (const WhenceNet *net, guint32 seed, guint32 *of, double *modularity, GCancellable *cancellable)
{
  for (guint32 i = 0; i < net->n; i++)
    of[i] = i;
  *modularity = -1;
  for (guint round = 0; round < MOST_ROUNDS; round++)
    {
      double before = *modularity;
      if (!run (net, seed, of, cancellable))
        return FALSE;
      *modularity = whence_measure_modularity (net, of);
      if (*modularity <= before + 1e-9)
        break;
    }
  return TRUE;
}

guint32
whence_measure_communities (const WhenceNet *net, guint32 *community, GCancellable *cancellable)
{
  g_autofree guint32 *of = g_new (guint32, MAX (1, net->n));
  guint32 n_starts = net->n <= SMALL ? STARTS_OF_SMALL : 1;
  double best = -2;

  for (guint32 seed = 0; seed < n_starts; seed++)
    {
      double modularity;
      if (!settle (net, seed, of, &modularity, cancellable))
        return 0;
      if (modularity <= best + 1e-9)
        continue;
      best = modularity;
      memcpy (community, of, net->n * sizeof *of);
    }
  return whence_measure_number_by_size (net->n, community);
}
