/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last touch on small graphs: one node at a time is tried elsewhere, and stays there when that is better
 * by what a reader minds: boxes that overlap, edges that run under a node or its name, crossings, edges that
 * leave a node side by side, edges that are long, and places outside the room there is. Threshold accepting
 * (Dueck, Scheuer 1990) with a falling threshold, seeded; the number of tests, not the clock, bounds its
 * time. */
#include "layout/organic-steps.h"

#include <math.h>

#define BUDGET 9000000.0 /* tests of an edge or a box, about 40 ms */
#define N_CHAINS 3
#define MAX_ROUNDS 210

#define COST_CROSSING 1.0
#define COST_UNDER 1.6 /* an edge under a box, and as much again if it runs through its whole width */
#define COST_OVERLAP 6.0
#define COST_OUTSIDE 4.0
#define COST_LENGTH 0.55
#define COST_SPREAD 0.35
#define COST_NARROW 0.8 /* two edges of a node in nearly one direction */

typedef struct
{
  const WhenceOrganic *organic;
  const WhenceNet *net;
  const WhenceRect *boxes;
  WhencePair *edges;
  WhenceOrganicEdge *about; /* of each edge */
  guint32 n_edges;
  guint16 *hops; /* n × n */
  double length, effort;
  WhenceRect frame;
  WhencePoint *at;
} Polish;

static gboolean
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
static double
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

static double
cost_under (const Polish *polish, guint32 from, guint32 to, double margin, guint32 node)
{
  WhenceRect box = polish->boxes[node];
  double inside;

  box = (WhenceRect){ box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin };
  inside = length_inside (polish->at[from], polish->at[to], box, polish->at[node]);
  return inside <= 0 ? 0
                     : COST_UNDER * (1 + inside / (polish->boxes[node].width + polish->boxes[node].height));
}

static double
cost_overlap (const Polish *polish, guint32 i, guint32 j)
{
  const double gap = 6;
  const WhenceRect *a = &polish->boxes[i], *b = &polish->boxes[j];
  double ax = polish->at[i].x + a->x, ay = polish->at[i].y + a->y;
  double bx = polish->at[j].x + b->x, by = polish->at[j].y + b->y;
  double w = MIN (ax + a->width, bx + b->width) - MAX (ax, bx) + gap;
  double h = MIN (ay + a->height, by + b->height) - MAX (ay, by) + gap;

  return w <= 0 || h <= 0 ? 0 : COST_OVERLAP * (0.4 + MIN (w / 40, 1) * MIN (h / 24, 1));
}

static double
cost_outside (const Polish *polish, guint32 i)
{
  const WhenceRect *box = &polish->boxes[i], *frame = &polish->frame;
  double x = polish->at[i].x + box->x, y = polish->at[i].y + box->y;
  double out = MAX (0, frame->x - x) + MAX (0, frame->y - y)
               + MAX (0, x + box->width - whence_rect_right (*frame))
               + MAX (0, y + box->height - whence_rect_bottom (*frame));
  return COST_OUTSIDE * out / polish->length;
}

/* 0 … 1: how nearly a → b and a → c go the same way; 0 from about 20° on. */
static double
narrowness (WhencePoint a, WhencePoint b, WhencePoint c)
{
  double ux = b.x - a.x, uy = b.y - a.y, vx = c.x - a.x, vy = c.y - a.y;
  double dot = ux * vx + uy * vy, lengths = (ux * ux + uy * uy) * (vx * vx + vy * vy);

  if (dot <= 0 || dot * dot < 0.883 * lengths)
    return 0;
  return (dot / sqrt (lengths + 1e-9) - 0.94) / 0.06;
}

static WhenceOrganicEdge
about_target (const Polish *polish, guint32 e)
{
  return polish->organic->edges != NULL ? polish->organic->edges[e] : (WhenceOrganicEdge){ 1, 0 };
}

static double
cost_edge (const Polish *polish, guint32 i, guint32 other, WhenceOrganicEdge about)
{
  const WhencePoint *at = polish->at;
  const WhenceNet *net = polish->net;
  double dx = at[other].x - at[i].x, dy = at[other].y - at[i].y;
  double off = sqrt (dx * dx + dy * dy) / polish->length - about.length;
  double cost = COST_LENGTH * off * off * (off > 0 ? 1.5 : 0.7);

  for (guint32 e = 0; e < polish->n_edges; e++)
    {
      WhencePair edge = polish->edges[e];
      if (edge.from == i || edge.to == i || edge.from == other || edge.to == other)
        continue;
      if (whence_segments_cross (at[i], at[other], at[edge.from], at[edge.to]))
        cost += COST_CROSSING;
    }
  for (guint32 k = 0; k < net->n; k++)
    if (k != i && k != other)
      cost += cost_under (polish, i, other, about.margin, k);
  for (guint32 e = net->first[other]; e < net->first[other + 1]; e++)
    if (net->target[e] != i)
      cost += COST_NARROW * narrowness (at[other], at[i], at[net->target[e]]);
  for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
    if (net->target[e] > other)
      cost += COST_NARROW * narrowness (at[i], at[other], at[net->target[e]]);
  return cost;
}

/* What the place of node @i costs: all terms it has a part in, the cheap ones first; what is beyond @limit is
 * not counted to its end. */
static double
cost_node (const Polish *polish, guint32 i, double limit)
{
  const WhenceNet *net = polish->net;
  const WhencePoint *at = polish->at;
  double cost = cost_outside (polish, i), spread = 0;
  for (guint32 j = 0; j < net->n; j++)
    {
      double dx = at[j].x - at[i].x, dy = at[j].y - at[i].y, hops = polish->hops[(gsize) i * net->n + j];
      double off;
      if (j == i)
        continue;
      cost += cost_overlap (polish, i, j);
      off = sqrt (dx * dx + dy * dy) / polish->length - hops;
      if (hops > 1 && hops < G_MAXUINT16)
        spread += off * off / (hops * hops);
    }
  cost += COST_SPREAD * spread;
  for (guint32 e = net->first[i]; e < net->first[i + 1] && cost < limit; e++)
    cost += cost_edge (polish, i, net->target[e], about_target (polish, e));
  for (guint32 e = 0; e < polish->n_edges && cost < limit; e++)
    if (polish->edges[e].from != i && polish->edges[e].to != i)
      cost += cost_under (polish, polish->edges[e].from, polish->edges[e].to, polish->about[e].margin, i);
  return cost;
}

static void
list_edges (Polish *polish)
{
  const WhenceNet *net = polish->net;

  polish->edges = g_new (WhencePair, net->first[net->n] / 2 + 1);
  polish->about = g_new (WhenceOrganicEdge, net->first[net->n] / 2 + 1);
  for (guint32 i = 0; i < net->n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      if (net->target[e] > i)
        {
          polish->about[polish->n_edges] = about_target (polish, e);
          polish->edges[polish->n_edges++] = (WhencePair){ i, net->target[e] };
        }
}

static void
list_hops (Polish *polish)
{
  guint32 n = polish->net->n;
  g_autofree guint32 *distance = g_new (guint32, n);
  g_autofree guint32 *queue = g_new (guint32, n);

  polish->hops = g_new (guint16, (gsize) n * n);
  for (guint32 i = 0; i < n; i++)
    {
      whence_net_distances (polish->net, i, distance, queue);
      for (guint32 j = 0; j < n; j++)
        polish->hops[(gsize) i * n + j] = (guint16) MIN (distance[j], G_MAXUINT16);
    }
}

static gboolean
is_fixed (const Polish *polish, guint32 node)
{
  return polish->organic->fixed != NULL && polish->organic->fixed[node];
}

static void
try_swap (Polish *polish, guint32 i, guint32 j, double threshold)
{
  WhencePoint at_i = polish->at[i], at_j = polish->at[j];
  double before = cost_node (polish, i, G_MAXDOUBLE) + cost_node (polish, j, G_MAXDOUBLE), after;

  polish->at[i] = at_j;
  polish->at[j] = at_i;
  after = cost_node (polish, i, before + threshold);
  if (after < before + threshold)
    after += cost_node (polish, j, before + threshold - after);
  if (after >= before + threshold)
    {
      polish->at[i] = at_i;
      polish->at[j] = at_j;
    }
}

static void
try_place (Polish *polish, guint32 i, WhencePoint place, double threshold)
{
  WhencePoint old = polish->at[i];
  double limit = cost_node (polish, i, G_MAXDOUBLE) + threshold;

  polish->at[i] = place;
  if (cost_node (polish, i, limit) >= limit)
    polish->at[i] = old;
}

static void
try_node (Polish *polish, guint32 i, double reach, double threshold, WhenceRandom *random)
{
  const WhenceNet *net = polish->net;
  double rx = whence_random_unit (random) * 2 - 1, ry = whence_random_unit (random) * 2 - 1;
  guint32 choice = whence_random_next (random) % 8, degree = whence_net_degree (net, i);
  WhencePoint from = polish->at[i];

  if (choice == 0)
    {
      guint32 j = whence_random_next (random) % net->n;
      if (j != i && !is_fixed (polish, j))
        try_swap (polish, i, j, threshold);
      return;
    }
  if (choice == 1 && degree > 0)
    {
      from = polish->at[net->target[net->first[i] + whence_random_next (random) % degree]];
      reach = polish->length * 1.3;
    }
  try_place (polish, i, (WhencePoint){ from.x + rx * reach, from.y + ry * reach }, threshold);
}

static guint
rounds_within_budget (const Polish *polish)
{
  double tests = 0;

  for (guint32 i = 0; i < polish->net->n; i++)
    tests += 2.2 * (1 + whence_net_degree (polish->net, i)) * (polish->net->n + polish->n_edges);
  return (guint) MIN (polish->effort * BUDGET / (tests + 1), MAX_ROUNDS);
}

static gboolean
run_chain (Polish *polish, guint n_rounds, WhenceRandom *random, const WhenceWatch *watch)
{
  for (guint round = 0; round < n_rounds; round++)
    {
      double left = 1 - (double) round / n_rounds;
      double reach = polish->length * (0.05 + 1.4 * left * left);
      double threshold = round + n_rounds / 4 >= n_rounds ? 0 : 0.35 * left * left;
      for (guint32 i = 0; i < polish->net->n; i++)
        if (!is_fixed (polish, i))
          try_node (polish, i, reach, threshold, random);
      if (!whence_watch_go_on (watch, (round + 1.0) / n_rounds))
        return FALSE;
    }
  return TRUE;
}

static double
cost_all (const Polish *polish)
{
  double cost = 0;

  for (guint32 i = 0; i < polish->net->n; i++)
    cost += cost_node (polish, i, G_MAXDOUBLE);
  return cost;
}

/* Chains end in different valleys: a few short ones and the best of them beat a long one. */
static gboolean
run_chains (Polish *polish, WhencePoint *positions, const WhenceWatch *watch)
{
  guint32 n = polish->net->n;
  g_autofree WhencePoint *best = g_memdup2 (positions, n * sizeof *best);
  g_autofree WhencePoint *start = g_memdup2 (positions, n * sizeof *start);
  double least = G_MAXDOUBLE;
  guint n_rounds = rounds_within_budget (polish);
  WhenceRandom random;

  /* Even to compare chains costs as much as a round. */
  if (n_rounds == 0)
    return TRUE;
  whence_random_init (&random, polish->organic->seed);
  for (guint chain = 0; chain < N_CHAINS; chain++)
    {
      WhenceWatch share = whence_watch_share (watch, (double) chain / N_CHAINS, (chain + 1.0) / N_CHAINS);
      double cost;
      memcpy (positions, start, n * sizeof *start);
      if (!run_chain (polish, n_rounds, &random, &share))
        return FALSE;
      cost = cost_all (polish);
      if (cost < least)
        {
          least = cost;
          memcpy (best, positions, n * sizeof *best);
        }
    }
  memcpy (positions, best, n * sizeof *best);
  return TRUE;
}

gboolean
whence_organic_polish (const WhenceOrganic *organic, WhenceRect frame, double edge_length, double effort,
                       WhencePoint *positions, const WhenceWatch *watch)
{
  Polish polish = { .organic = organic,
                    .net = organic->net,
                    .boxes = organic->boxes,
                    .length = edge_length,
                    .effort = effort,
                    .frame = frame,
                    .at = positions };
  gboolean done;

  g_return_val_if_fail (organic->net->n <= WHENCE_POLISH_MAX, FALSE);
  list_edges (&polish);
  list_hops (&polish);
  done = run_chains (&polish, positions, watch);
  g_free (polish.edges);
  g_free (polish.about);
  g_free (polish.hops);
  return done;
}
