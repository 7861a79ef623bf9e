/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rings of hops around one node. Each node of the breadth-first tree owns a sector as wide as its descendants
 * need, and a ring is as large as its most crowded sector asks for. O(n + edges). */
#include "layout/layouts.h"
#include "layout/organic-steps.h"

#include <math.h>

#define RING_GAP 34.0
#define LINE_GAP 4.0
#define MOST_LINES 24

WhencePoint
whence_turn_vector (double turns)
{
  const double tau = 6.283185307179586;
  double turn = turns - floor (turns);
  guint quarter = (guint) (turn * 4 + 0.5) % 4;
  double a = (turn - (guint) (turn * 4 + 0.5) / 4.0) * tau, q = a * a;
  double s = a * (1 - q / 6 * (1 - q / 20 * (1 - q / 42 * (1 - q / 72 * (1 - q / 110)))));
  double c = 1 - q / 2 * (1 - q / 12 * (1 - q / 30 * (1 - q / 56 * (1 - q / 90 * (1 - q / 132)))));
  const WhencePoint turned[] = { { c, s }, { -s, c }, { -c, -s }, { s, -c } };
  return turned[quarter];
}

typedef struct
{
  guint32 n_reached;
  guint32 *order;    /* breadth first */
  guint32 *distance; /* hops */
  guint32 *parent;
  double *need;           /* px of arc that the node and its descendants ask for */
  double *start, *sector; /* turns */
} Rings;

static double
size_of (WhenceRect box)
{
  return (box.width + box.height) / 2 + 12;
}

static void
grow_tree (Rings *rings, const WhenceOrganic *problem, guint32 center)
{
  const WhenceNet *net = problem->net;
  g_autofree double *of_children = g_new0 (double, net->n);

  rings->n_reached = whence_net_distances (net, center, rings->distance, rings->order);
  rings->parent[center] = center;
  for (guint32 k = 0; k < rings->n_reached; k++)
    {
      guint32 node = rings->order[k];
      for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
        if (rings->distance[net->target[e]] == rings->distance[node] + 1
            && rings->parent[net->target[e]] == G_MAXUINT32)
          rings->parent[net->target[e]] = node;
    }
  for (guint32 k = rings->n_reached; k-- > 0;)
    {
      guint32 node = rings->order[k];
      rings->need[node] = MAX (size_of (problem->boxes[node]), 0.8 * of_children[node]);
      of_children[rings->parent[node]] += rings->need[node];
    }
}

/* Sectors from the inside out, siblings in the order in which they were reached. */
static void
share_sectors (Rings *rings, guint32 center, guint32 n)
{
  g_autofree double *of_children = g_new0 (double, n);
  g_autofree double *used = g_new0 (double, n);

  rings->sector[center] = 1;
  for (guint32 k = 1; k < rings->n_reached; k++)
    of_children[rings->parent[rings->order[k]]] += rings->need[rings->order[k]];
  for (guint32 k = 1; k < rings->n_reached; k++)
    {
      guint32 node = rings->order[k], parent = rings->parent[node];
      rings->sector[node] = rings->sector[parent] * rings->need[node] / of_children[parent];
      rings->start[node] = rings->start[parent] + used[parent];
      used[parent] += rings->sector[node];
    }
}

/* What nodes order[k] … order[end - 1], all as many hops away, ask for. */
typedef struct
{
  guint32 end;
  double asked; /* radius at which the most crowded sector has room in one line */
  double tallest;
} Crowd;

static Crowd
measure_crowd (const Rings *rings, const WhenceOrganic *problem, guint32 k)
{
  guint32 hops = rings->distance[rings->order[k]];
  Crowd crowd = { k, 0, 0 };

  for (; crowd.end < rings->n_reached && rings->distance[rings->order[crowd.end]] == hops; crowd.end++)
    {
      guint32 node = rings->order[crowd.end];
      double size = size_of (problem->boxes[node]);
      crowd.asked = MAX (crowd.asked, size / (rings->sector[node] * 6.2832));
      crowd.tallest = MAX (crowd.tallest, size);
    }
  return crowd;
}

/* A ring that would be far too large is laid in several lines, each with every so manyth node. */
static guint32
count_lines (Crowd crowd, double radius)
{
  guint32 n = 1;

  while (n < MOST_LINES && crowd.asked / n > 1.3 * (radius + (n - 1) * (crowd.tallest + LINE_GAP)))
    n++;
  return n;
}

static void
place_on_rings (const Rings *rings, const WhenceOrganic *problem, WhencePoint *positions)
{
  double squeeze = sqrt (CLAMP (problem->aspect, 0.6, 1.7)), outer = 0;

  for (guint32 k = 0; k < rings->n_reached;)
    {
      Crowd crowd = measure_crowd (rings, problem, k);
      double inner = k == 0 ? 0 : outer + crowd.tallest + RING_GAP;
      guint32 n_lines = k == 0 ? 1 : count_lines (crowd, inner);
      double step = crowd.tallest + LINE_GAP;
      /* One narrow sector does not blow up its ring: what still overlaps is pushed apart afterwards. */
      if (k > 0)
        inner = MAX (inner, MIN (crowd.asked / n_lines, 1.6 * inner));
      for (guint32 m = k; m < crowd.end; m++)
        {
          guint32 node = rings->order[m];
          double radius = inner + (m - k) % n_lines * step;
          WhencePoint way = whence_turn_vector (rings->start[node] + rings->sector[node] / 2 - 0.25);
          positions[node] = (WhencePoint){ way.x * radius * squeeze, way.y * radius / squeeze };
        }
      outer = inner + (n_lines - 1) * step;
      k = crowd.end;
    }
}

static void
place_unreached (const Rings *rings, const WhenceOrganic *problem, WhencePoint *positions)
{
  double left = 0, right = 0, bottom = 0, x, y, row = 0;

  for (guint32 k = 0; k < rings->n_reached; k++)
    {
      const WhenceRect *box = &problem->boxes[rings->order[k]];
      left = MIN (left, positions[rings->order[k]].x + box->x);
      right = MAX (right, positions[rings->order[k]].x + whence_rect_right (*box));
      bottom = MAX (bottom, positions[rings->order[k]].y + whence_rect_bottom (*box));
    }
  x = left;
  y = bottom + RING_GAP;
  for (guint32 i = 0; i < problem->net->n; i++)
    {
      const WhenceRect *box = &problem->boxes[i];
      if (rings->distance[i] != G_MAXUINT32)
        continue;
      if (x > left && x + box->width > right)
        {
          x = left;
          y += row + 12;
          row = 0;
        }
      positions[i] = (WhencePoint){ x - box->x, y - box->y };
      x += box->width + 12;
      row = MAX (row, box->height);
    }
}

gboolean
whence_concentric_layout (const WhenceOrganic *problem, guint32 center, WhencePoint *positions,
                          GCancellable *cancellable)
{
  guint32 n = problem->net->n;
  g_autofree guint32 *order = g_new (guint32, MAX (1, n));
  g_autofree guint32 *distance = g_new (guint32, MAX (1, n));
  g_autofree guint32 *parent = g_new (guint32, MAX (1, n));
  g_autofree double *room = g_new0 (double, 3 * (gsize) n + 1);
  WhenceWatch watch = whence_watch_over (problem, cancellable), apart;
  Rings rings = { 0, order, distance, parent, room, room + n, room + 2 * (gsize) n };

  if (n == 0)
    return TRUE;
  memset (parent, 0xff, n * sizeof *parent);
  grow_tree (&rings, problem, center);
  if (!whence_watch_go_on (&watch, 0.2))
    return FALSE;
  share_sectors (&rings, center, n);
  place_on_rings (&rings, problem, positions);
  place_unreached (&rings, problem, positions);
  apart = whence_watch_share (&watch, 0.3, 1);
  return whence_organic_separate (problem->boxes, NULL, n, 8, positions, &apart);
}
