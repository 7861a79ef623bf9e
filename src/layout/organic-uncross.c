/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes crossings away without changing the map: one node at a time is tried a little beside its place, and
 * stays where its edges cross fewer others, if that is worth the way and its box meets no other. What is
 * tried is drawn by a seeded generator; the number of tests, not the clock, bounds its time. */
#include "layout/organic-steps.h"

#include <math.h>

#define BUDGET 15000000.0 /* tests of two edges, about 25 ms */
#define MOST_ROUNDS 24
#define TRIES 6
#define REACH_FIRST 0.5 /* of the mean length of a node's edges */
#define REACH_LAST 0.15
#define STAY 15.0 /* crossings that a way as long as that must save */

typedef struct
{
  const WhenceNet *net;
  const WhenceRect *boxes;
  double gap;
  WhencePoint *at;
  WhencePoint *home;
  double *length; /* mean of each node's edges */
  WhencePair *edges;
  guint32 n_edges;
} Tangle;

static guint
count_at (const Tangle *tangle, guint32 node)
{
  const WhenceNet *net = tangle->net;
  const WhencePoint *at = tangle->at, from = at[node];
  guint count = 0;

  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    {
      guint32 other = net->target[e];
      WhencePoint to = at[other];
      double left = MIN (from.x, to.x), right = MAX (from.x, to.x), top = MIN (from.y, to.y),
             bottom = MAX (from.y, to.y);
      for (guint32 k = 0; k < tangle->n_edges; k++)
        {
          WhencePair edge = tangle->edges[k];
          WhencePoint a = at[edge.from], b = at[edge.to];
          if ((a.x < left && b.x < left) || (a.x > right && b.x > right) || (a.y < top && b.y < top)
              || (a.y > bottom && b.y > bottom))
            continue;
          if (edge.from == node || edge.to == node || edge.from == other || edge.to == other)
            continue;
          count += whence_segments_cross (from, to, a, b);
        }
    }
  return count;
}

static gboolean
has_room (const Tangle *tangle, guint32 node)
{
  WhenceRect box = tangle->boxes[node];

  box = (WhenceRect){ tangle->at[node].x + box.x - tangle->gap, tangle->at[node].y + box.y - tangle->gap,
                      box.width + 2 * tangle->gap, box.height + 2 * tangle->gap };
  for (guint32 i = 0; i < tangle->net->n; i++)
    {
      WhenceRect other = tangle->boxes[i];
      other.x += tangle->at[i].x;
      other.y += tangle->at[i].y;
      if (i != node && whence_rect_overlaps (box, other))
        return FALSE;
    }
  return TRUE;
}

static double
way_from_home (const Tangle *tangle, guint32 node)
{
  double dx = tangle->at[node].x - tangle->home[node].x, dy = tangle->at[node].y - tangle->home[node].y;
  return STAY * (dx * dx + dy * dy) / (tangle->length[node] * tangle->length[node]);
}

static gboolean
try_node (Tangle *tangle, guint32 node, double reach, WhenceRandom *random)
{
  guint crossings = count_at (tangle, node);
  double cost = crossings + way_from_home (tangle, node);
  gboolean moved = FALSE;

  for (guint try = 0; try < TRIES && crossings > 0; try++)
    {
      WhencePoint old = tangle->at[node];
      double side = 2 * reach * tangle->length[node], new_cost;
      tangle->at[node].x += (whence_random_unit (random) - 0.5) * side;
      tangle->at[node].y += (whence_random_unit (random) - 0.5) * side;
      new_cost = way_from_home (tangle, node);
      if (new_cost < cost && has_room (tangle, node))
        new_cost += count_at (tangle, node);
      else
        new_cost = G_MAXDOUBLE;
      if (new_cost < cost - 1e-9)
        {
          cost = new_cost;
          moved = TRUE;
        }
      else
        tangle->at[node] = old;
    }
  return moved;
}

static void
list_edges (Tangle *tangle)
{
  const WhenceNet *net = tangle->net;

  for (guint32 i = 0; i < net->n; i++)
    {
      for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
        {
          double dx = tangle->at[i].x - tangle->at[net->target[e]].x;
          double dy = tangle->at[i].y - tangle->at[net->target[e]].y;
          tangle->length[i] += sqrt (dx * dx + dy * dy) / whence_net_degree (net, i);
          if (net->target[e] > i)
            tangle->edges[tangle->n_edges++] = (WhencePair){ i, net->target[e] };
        }
      tangle->length[i] = MAX (tangle->length[i], 1);
    }
}

gboolean
whence_organic_uncross (const WhenceNet *net, const WhenceRect *boxes, double gap, guint32 seed,
                        WhencePoint *positions, const WhenceWatch *watch)
{
  g_autofree WhencePoint *home = g_memdup2 (positions, net->n * sizeof *home);
  g_autofree double *length = g_new0 (double, MAX (1, net->n));
  g_autofree WhencePair *edges = g_new (WhencePair, net->first[net->n] / 2 + 1);
  Tangle tangle = { net, boxes, gap, positions, home, length, edges, 0 };
  double tests = (double) net->first[net->n] * net->first[net->n] / 2 * (1 + TRIES) + 1;
  guint n_rounds = (guint) MIN (BUDGET / tests, MOST_ROUNDS);
  WhenceRandom random;

  whence_random_init (&random, seed);
  list_edges (&tangle);
  for (guint round = 0; round < n_rounds; round++)
    {
      double reach = REACH_FIRST + (REACH_LAST - REACH_FIRST) * round / n_rounds;
      gboolean moved = FALSE;
      for (guint32 i = 0; i < net->n; i++)
        moved |= try_node (&tangle, i, reach, &random);
      if (!whence_watch_go_on (watch, (round + 1.0) / n_rounds))
        return FALSE;
      if (!moved && round > n_rounds / 2)
        break;
    }
  return TRUE;
}
