/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a layout right as a whole: each node moves to where its distances to some dozens of pivots are best
 * kept (sparse stress: Ortmann, Klimenta, Brandes 2017; by majorization: Gansner, Koren, North 2004). The
 * scale stays. All nodes move at once, so the order says nothing. O(pivots · (n + edges)). */
#include "layout/organic-steps.h"

#include <math.h>

#define N_PIVOTS 64

typedef struct
{
  guint32 n, n_pivots;
  guint32 pivot[N_PIVOTS];
  guint8 *hops; /* n × n_pivots */
  float *x, *y, *next_x, *next_y;
} Pivots;

/* By turns the node that is farthest from all pivots so far, and any. */
static gboolean
choose (Pivots *pivots, const WhenceNet *net, guint32 seed, const WhenceWatch *watch)
{
  guint32 n = net->n, next;
  g_autofree guint32 *distance = g_new (guint32, n);
  g_autofree guint32 *queue = g_new (guint32, n);
  g_autofree guint32 *least = g_new (guint32, n);
  WhenceRandom random;

  whence_random_init (&random, seed);
  next = whence_random_next (&random) % n;
  for (guint32 i = 0; i < n; i++)
    least[i] = G_MAXUINT32;
  for (guint32 p = 0; p < pivots->n_pivots; p++)
    {
      guint32 farthest = 0;
      pivots->pivot[p] = next;
      whence_net_distances (net, next, distance, queue);
      for (guint32 i = 0; i < n; i++)
        {
          pivots->hops[(gsize) i * pivots->n_pivots + p] = (guint8) MIN (distance[i], G_MAXUINT8);
          least[i] = MIN (least[i], distance[i]);
          if (least[i] > least[farthest])
            farthest = i;
        }
      next = p % 2 == 0 ? farthest : whence_random_next (&random) % n;
      if (!whence_watch_go_on (watch, 0.7 * p / pivots->n_pivots))
        return FALSE;
    }
  return TRUE;
}

/* The length of a hop at which the layout as it is has the least stress. */
static float
measure_hop (const Pivots *pivots)
{
  double ratio = 0, ratio2 = 0;

  for (guint32 i = 0; i < pivots->n; i++)
    for (guint32 p = 0; p < pivots->n_pivots; p++)
      {
        float dx = pivots->x[i] - pivots->x[pivots->pivot[p]];
        float dy = pivots->y[i] - pivots->y[pivots->pivot[p]];
        float hops = pivots->hops[(gsize) i * pivots->n_pivots + p];
        float r = hops > 0 ? sqrtf (dx * dx + dy * dy) / hops : 0;
        ratio += r;
        ratio2 += r * r;
      }
  return ratio > 0 ? (float) (ratio2 / ratio) : 1;
}

static void
move_all (Pivots *pivots, float hop)
{
  guint32 n_pivots = pivots->n_pivots;
  float at_x[N_PIVOTS], at_y[N_PIVOTS], *swap;

  for (guint32 p = 0; p < n_pivots; p++)
    {
      at_x[p] = pivots->x[pivots->pivot[p]];
      at_y[p] = pivots->y[pivots->pivot[p]];
    }
  for (guint32 i = 0; i < pivots->n; i++)
    {
      const guint8 *hops = pivots->hops + (gsize) i * n_pivots;
      float x = pivots->x[i], y = pivots->y[i], sum_x = 0, sum_y = 0, sum = 0;
      for (guint32 p = 0; p < n_pivots; p++)
        {
          float dx = x - at_x[p], dy = y - at_y[p], h = hops[p], weight = h > 0 ? 1 / (h * h) : 0;
          float stretch = h * hop / (sqrtf (dx * dx + dy * dy) + 1e-6f);
          sum_x += weight * (at_x[p] + dx * stretch);
          sum_y += weight * (at_y[p] + dy * stretch);
          sum += weight;
        }
      pivots->next_x[i] = sum > 0 ? sum_x / sum : x;
      pivots->next_y[i] = sum > 0 ? sum_y / sum : y;
    }
  swap = pivots->x, pivots->x = pivots->next_x, pivots->next_x = swap;
  swap = pivots->y, pivots->y = pivots->next_y, pivots->next_y = swap;
}

gboolean
whence_organic_pivots (const WhenceNet *net, guint n_rounds, guint32 seed, WhencePoint *positions,
                       const WhenceWatch *watch)
{
  guint32 n = net->n;
  Pivots pivots = { .n = n, .n_pivots = MIN (n, N_PIVOTS) };
  gboolean done;

  pivots.hops = g_new (guint8, (gsize) n * pivots.n_pivots);
  pivots.x = g_new (float, n);
  pivots.y = g_new (float, n);
  pivots.next_x = g_new (float, n);
  pivots.next_y = g_new (float, n);
  done = choose (&pivots, net, seed, watch);
  for (guint32 i = 0; i < n; i++)
    {
      pivots.x[i] = (float) positions[i].x;
      pivots.y[i] = (float) positions[i].y;
    }
  if (done)
    {
      float hop = measure_hop (&pivots);
      for (guint round = 0; round < n_rounds; round++)
        move_all (&pivots, hop);
      for (guint32 i = 0; i < n; i++)
        positions[i] = (WhencePoint){ pivots.x[i], pivots.y[i] };
    }
  g_free (pivots.hops);
  g_free (pivots.x);
  g_free (pivots.y);
  g_free (pivots.next_x);
  g_free (pivots.next_y);
  return done;
}
