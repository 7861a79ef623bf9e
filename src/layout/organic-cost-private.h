/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The single terms of what a small picture costs, each for the places where its parties are tried. */
#pragma once

#include <math.h>

#include "layout/organic-cost.h"

#define COST_CROSSING 1.0
#define COST_UNDER 1.6 /* an edge under a box, and as much again if it runs through its whole width */
#define COST_OVERLAP 6.0
#define COST_OUTSIDE 4.0
#define COST_LENGTH 0.55
#define COST_SPREAD 0.35
#define COST_NARROW 0.8 /* two edges of a node in nearly one direction */
#define GAP 6.0         /* px between boxes */

/* Left, top, and right and bottom turned in sign: two touch where each of these is at most that of the other
 * turned. */
typedef float Extent __attribute__ ((vector_size (16)));
typedef gint32 Truths __attribute__ ((vector_size (16)));
typedef guint64 Halves __attribute__ ((vector_size (16)));

typedef struct
{
  WhencePair ends;
  double margin;
} Edge;

struct _WhenceCost
{
  const WhenceNet *net;
  const WhenceRect *boxes;
  double per_length; /* 1 / how long an edge should be */
  double margin;     /* the widest */
  WhenceRect frame;
  WhencePoint *at;
  guint32 n_edges;
  Edge *edges;
  guint32 *edge_of;         /* of each target of the net */
  WhenceOrganicEdge *about; /* of each target of the net */
  guint16 *hops;            /* n × n; 0 where distance does not count */
  double *weight;           /* of a distance in hops */
  Extent *node_extents, *edge_extents;
  guint32 *near; /* room for the numbers of nodes or edges */
  double *totals;
};

static inline gboolean
clip_against (double slope, double room, double *t0, double *t1)
{
  double t;

  if (slope >= -1e-12 && slope <= 1e-12)
    return room >= 0;
  t = room / slope;
  if (slope < 0)
    *t0 = MAX (*t0, t);
  else
    *t1 = MIN (*t1, t);
  return *t0 < *t1;
}

/* Length of the segment inside the box (Liang, Barsky 1984). */
static inline double
length_inside (WhencePoint a, WhencePoint b, WhenceRect box, WhencePoint at)
{
  double x0 = at.x + box.x, y0 = at.y + box.y, x1 = x0 + box.width, y1 = y0 + box.height;
  double dx = b.x - a.x, dy = b.y - a.y, t0 = 0, t1 = 1;

  if (MAX (a.x, b.x) < x0 || MIN (a.x, b.x) > x1 || MAX (a.y, b.y) < y0 || MIN (a.y, b.y) > y1)
    return 0;
  if (!clip_against (-dx, a.x - x0, &t0, &t1) || !clip_against (dx, x1 - a.x, &t0, &t1)
      || !clip_against (-dy, a.y - y0, &t0, &t1) || !clip_against (dy, y1 - a.y, &t0, &t1))
    return 0;
  return (t1 - t0) * sqrt (dx * dx + dy * dy);
}

static inline double
cost_under (const WhenceCost *cost, guint32 from, guint32 to, double margin, guint32 node)
{
  const WhenceRect *own = &cost->boxes[node];
  WhenceRect box = { own->x - margin, own->y - margin, own->width + 2 * margin, own->height + 2 * margin };
  double inside = length_inside (cost->at[from], cost->at[to], box, cost->at[node]);

  return inside <= 0 ? 0 : COST_UNDER * (1 + inside / (own->width + own->height));
}

static inline double
cost_overlap (const WhenceCost *cost, guint32 i, guint32 j)
{
  const WhenceRect *a = &cost->boxes[i], *b = &cost->boxes[j];
  double ax = cost->at[i].x + a->x, ay = cost->at[i].y + a->y;
  double bx = cost->at[j].x + b->x, by = cost->at[j].y + b->y;
  double w = MIN (ax + a->width, bx + b->width) - MAX (ax, bx) + GAP;
  double h = MIN (ay + a->height, by + b->height) - MAX (ay, by) + GAP;

  return w <= 0 || h <= 0 ? 0 : COST_OVERLAP * (0.4 + MIN (w / 40, 1) * MIN (h / 24, 1));
}

static inline double
cost_outside (const WhenceCost *cost, guint32 i)
{
  const WhenceRect *box = &cost->boxes[i], *frame = &cost->frame;
  double x = cost->at[i].x + box->x, y = cost->at[i].y + box->y;
  double out = MAX (0, frame->x - x) + MAX (0, frame->y - y)
               + MAX (0, x + box->width - whence_rect_right (*frame))
               + MAX (0, y + box->height - whence_rect_bottom (*frame));

  return COST_OUTSIDE * out * cost->per_length;
}

/* How far their distance is from what their hops say. */
static inline double
cost_spread (const WhenceCost *cost, guint32 i, guint32 j)
{
  guint16 hops = cost->hops[(gsize) i * cost->net->n + j];
  double dx = cost->at[j].x - cost->at[i].x, dy = cost->at[j].y - cost->at[i].y;
  double off = sqrt (dx * dx + dy * dy) * cost->per_length - hops;

  return off * off * cost->weight[hops];
}

static inline double
cost_length (const WhenceCost *cost, guint32 i, guint32 other, double length)
{
  double dx = cost->at[other].x - cost->at[i].x, dy = cost->at[other].y - cost->at[i].y;
  double off = sqrt (dx * dx + dy * dy) * cost->per_length - length;

  return COST_LENGTH * off * off * (off > 0 ? 1.5 : 0.7);
}

/* How nearly a → b and a → c go the same way; 0 from about 20° on. */
static inline double
cost_narrow (const WhenceCost *cost, guint32 a, guint32 b, guint32 c)
{
  const WhencePoint *at = cost->at;
  double ux = at[b].x - at[a].x, uy = at[b].y - at[a].y, vx = at[c].x - at[a].x, vy = at[c].y - at[a].y;
  double dot = ux * vx + uy * vy, lengths = (ux * ux + uy * uy) * (vx * vx + vy * vy);

  if (dot <= 0 || dot * dot < 0.883 * lengths)
    return 0;
  return COST_NARROW * (dot / sqrt (lengths + 1e-9) - 0.94) / 0.06;
}
