/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each term has its parties, and a node's cost is the sum of the terms that it is a party to. One walk over
 * the terms of a node serves both to sum them up and to count them for all parties, so that the cost of a
 * place need not be computed before the next is tried. Nine places out of ten are rejected: the terms that
 * cost most for what they take come first, and no more of them are counted than it takes to reject. Edges and
 * boxes that are far away are passed over by one comparison of four numbers. Invariant: after
 * whence_cost_settle() each total is what whence_cost_try() would tell, up to rounding. */
#include "layout/organic-cost-private.h"

/* --- What is near --- */

/* A little wider, for rounding. */
static Extent
extent_of (double x0, double y0, double x1, double y1)
{
  const double rounded = 1e-3;

  return (Extent){ (float) (x0 - rounded), (float) (y0 - rounded), (float) (-x1 - rounded),
                   (float) (-y1 - rounded) };
}

static Extent
extent_of_edge (const WhenceCost *cost, guint32 from, guint32 to, double margin)
{
  WhencePoint a = cost->at[from], b = cost->at[to];

  return extent_of (MIN (a.x, b.x) - margin, MIN (a.y, b.y) - margin, MAX (a.x, b.x) + margin,
                    MAX (a.y, b.y) + margin);
}

static Extent
extent_of_node (const WhenceCost *cost, guint32 node, double margin)
{
  const WhenceRect *box = &cost->boxes[node];
  double x = cost->at[node].x + box->x, y = cost->at[node].y + box->y;

  return extent_of (x - margin, y - margin, x + box->width + margin, y + box->height + margin);
}

static inline gboolean
is_all (Truths truths)
{
#ifdef __SSE__
  return __builtin_ia32_movmskps ((Extent) truths) == 15;
#else
  const Halves halves = (Halves) truths;

  return (halves[0] & halves[1]) == G_MAXUINT64;
#endif
}

/* Lists in @near which of @extents touch @extent; returns how many. */
static guint32
find_near (const Extent *extents, guint32 n, Extent extent, guint32 *near)
{
  const Extent most = { -extent[2], -extent[3], -extent[0], -extent[1] };
  guint32 n_near = 0;

  for (guint32 k = 0; k < n; k++)
    {
      near[n_near] = k;
      n_near += is_all (extents[k] <= most);
    }
  return n_near;
}

/* --- The terms of a node --- */

/* Two edges that do not quite go the same way may cost a little less than nothing: before those terms are
 * counted, a sum is beyond a limit only when it is by so much. */
#define SLACK 0.05

/* Where a walk over the terms of a node leaves them: the sum, and with @totals a share for each other party.
 */
typedef struct
{
  WhenceCost *cost;
  guint32 node;
  double sum, sign, *totals;
} Walk;

G_ALWAYS_INLINE static inline void
give (const Walk *walk, guint32 party, double term)
{
  if (walk->totals != NULL)
    walk->totals[party] += walk->sign * term;
}

G_ALWAYS_INLINE static inline void
walk_spread (Walk *walk, double limit)
{
  const WhenceCost *cost = walk->cost;
  guint32 i = walk->node, n = cost->net->n;

  for (guint32 start = 0; start < n && walk->sum < limit; start += 8)
    for (guint32 j = start, end = MIN (start + 8, n); j < end; j++)
      if (j != i)
        {
          double term = cost_spread (cost, i, j);
          walk->sum += term;
          give (walk, j, term);
        }
}

G_ALWAYS_INLINE static inline void
walk_overlaps (Walk *walk, double limit)
{
  const WhenceCost *cost = walk->cost;
  guint32 i = walk->node, n_near;

  n_near = find_near (cost->node_extents, cost->net->n, extent_of_node (cost, i, GAP), cost->near);
  for (guint32 k = 0; k < n_near && walk->sum < limit; k++)
    if (cost->near[k] != i)
      {
        double term = cost_overlap (cost, i, cost->near[k]);
        walk->sum += term;
        give (walk, cost->near[k], term);
      }
}

G_ALWAYS_INLINE static inline void
walk_length (Walk *walk, guint32 target)
{
  guint32 i = walk->node, other = walk->cost->net->target[target];
  double term = cost_length (walk->cost, i, other, walk->cost->about[target].length);

  walk->sum += term;
  give (walk, other, term);
}

/* What leaves either end of an edge of the node in nearly its direction. */
G_ALWAYS_INLINE static inline void
walk_direction (Walk *walk, guint32 target)
{
  const WhenceNet *net = walk->cost->net;
  guint32 i = walk->node, other = net->target[target];
  double term;

  for (guint32 e = net->first[other]; e < net->first[other + 1]; e++)
    if (net->target[e] != i)
      {
        term = cost_narrow (walk->cost, other, i, net->target[e]);
        walk->sum += term;
        give (walk, other, term);
        give (walk, net->target[e], term);
      }
  for (guint32 e = target + 1; e < net->first[i + 1]; e++)
    {
      term = cost_narrow (walk->cost, i, other, net->target[e]);
      walk->sum += term;
      give (walk, other, term);
      give (walk, net->target[e], term);
    }
}

/* What an edge of the node crosses and runs under. */
G_ALWAYS_INLINE static inline void
walk_way (Walk *walk, guint32 target, double limit)
{
  const WhenceCost *cost = walk->cost;
  const WhencePoint *at = cost->at;
  guint32 i = walk->node, other = cost->net->target[target], n_near;
  double margin = cost->about[target].margin;

  n_near =
    find_near (cost->edge_extents, cost->n_edges, cost->edge_extents[cost->edge_of[target]], cost->near);
  for (guint32 k = 0; k < n_near && walk->sum < limit; k++)
    {
      WhencePair edge = cost->edges[cost->near[k]].ends;
      if (edge.from == i || edge.to == i || edge.from == other || edge.to == other
          || !whence_segments_cross (at[i], at[other], at[edge.from], at[edge.to]))
        continue;
      walk->sum += COST_CROSSING;
      give (walk, other, COST_CROSSING);
      give (walk, edge.from, COST_CROSSING);
      give (walk, edge.to, COST_CROSSING);
    }
  n_near = find_near (cost->node_extents, cost->net->n, extent_of_edge (cost, i, other, margin), cost->near);
  for (guint32 k = 0; k < n_near && walk->sum < limit; k++)
    if (cost->near[k] != i && cost->near[k] != other)
      {
        double term = cost_under (cost, i, other, margin, cost->near[k]);
        walk->sum += term;
        give (walk, other, term);
        give (walk, cost->near[k], term);
      }
}

/* What edges of others run under the node. */
G_ALWAYS_INLINE static inline void
walk_above (Walk *walk, double limit)
{
  const WhenceCost *cost = walk->cost;
  guint32 i = walk->node;
  guint32 n_near =
    find_near (cost->edge_extents, cost->n_edges, extent_of_node (cost, i, cost->margin), cost->near);

  for (guint32 k = 0; k < n_near && walk->sum < limit; k++)
    {
      const Edge *edge = &cost->edges[cost->near[k]];
      double term;
      if (edge->ends.from == i || edge->ends.to == i)
        continue;
      term = cost_under (cost, edge->ends.from, edge->ends.to, edge->margin, i);
      walk->sum += term;
      give (walk, edge->ends.from, term);
      give (walk, edge->ends.to, term);
    }
}

G_ALWAYS_INLINE static inline double
walk_node (Walk *walk, double limit)
{
  const WhenceNet *net = walk->cost->net;
  guint32 first = net->first[walk->node], end = net->first[walk->node + 1];

  walk->sum = cost_outside (walk->cost, walk->node);
  for (guint32 e = first; e < end; e++)
    walk_length (walk, e);
  if (walk->sum < limit + SLACK)
    walk_overlaps (walk, limit + SLACK);
  if (walk->sum < limit + SLACK)
    walk_spread (walk, limit + SLACK);
  for (guint32 e = first; e < end && walk->sum < limit + SLACK; e++)
    walk_direction (walk, e);
  if (walk->sum < limit)
    walk_above (walk, limit);
  for (guint32 e = first; e < end && walk->sum < limit; e++)
    walk_way (walk, e, limit);
  return walk->sum;
}

/* --- Places --- */

void
whence_cost_move (WhenceCost *cost, guint32 node, WhencePoint place)
{
  const WhenceNet *net = cost->net;

  cost->at[node] = place;
  cost->node_extents[node] = extent_of_node (cost, node, 0);
  for (guint32 e = net->first[node]; e < net->first[node + 1]; e++)
    cost->edge_extents[cost->edge_of[e]] = extent_of_edge (cost, node, net->target[e], 0);
}

double
whence_cost_try (WhenceCost *cost, guint32 node, double limit)
{
  Walk walk = { cost, node };

  return walk_node (&walk, limit);
}

double
whence_cost_of (const WhenceCost *cost, guint32 node)
{
  return cost->totals[node];
}

void
whence_cost_count (WhenceCost *cost)
{
  for (guint32 i = 0; i < cost->net->n; i++)
    whence_cost_move (cost, i, cost->at[i]);
  for (guint32 i = 0; i < cost->net->n; i++)
    cost->totals[i] = whence_cost_try (cost, i, G_MAXDOUBLE);
}

static void
count_node (WhenceCost *cost, guint32 node, double sign)
{
  Walk walk = { cost, node, 0, sign, cost->totals };

  cost->totals[node] = sign * walk_node (&walk, G_MAXDOUBLE);
}

void
whence_cost_settle (WhenceCost *cost, guint32 node, WhencePoint place)
{
  count_node (cost, node, -1);
  whence_cost_move (cost, node, place);
  count_node (cost, node, 1);
}

/* --- To begin with --- */

guint32
whence_cost_get_n_edges (const WhenceCost *cost)
{
  return cost->n_edges;
}

static void
list_edges (WhenceCost *cost, const WhenceOrganicEdge *about)
{
  const WhenceNet *net = cost->net;
  guint32 n_targets = net->first[net->n];
  g_autofree guint32 *next = g_memdup2 (net->first, (net->n + 1) * sizeof *next);

  cost->edges = g_new (Edge, n_targets / 2 + 1);
  cost->edge_of = g_new (guint32, n_targets + 1);
  cost->about = g_new (WhenceOrganicEdge, n_targets + 1);
  for (guint32 i = 0; i < net->n; i++)
    for (guint32 e = net->first[i]; e < net->first[i + 1]; e++)
      {
        cost->about[e] = about != NULL ? about[e] : (WhenceOrganicEdge){ 1, 0 };
        cost->margin = MAX (cost->margin, cost->about[e].margin);
        if (net->target[e] < i)
          continue;
        cost->edges[cost->n_edges] = (Edge){ { i, net->target[e] }, cost->about[e].margin };
        /* Both rows are in ascending order: the next one of the other end is this one's. */
        cost->edge_of[e] = cost->edge_of[next[net->target[e]]++] = cost->n_edges++;
      }
}

static void
list_hops (WhenceCost *cost)
{
  guint32 n = cost->net->n;
  g_autofree guint32 *distance = g_new (guint32, n);
  g_autofree guint32 *queue = g_new (guint32, n);

  cost->hops = g_new (guint16, (gsize) n * n);
  cost->weight = g_new0 (double, n + 1);
  for (guint32 hops = 2; hops < n; hops++)
    cost->weight[hops] = COST_SPREAD / ((double) hops * hops);
  for (guint32 i = 0; i < n; i++)
    {
      whence_net_distances (cost->net, i, distance, queue);
      for (guint32 j = 0; j < n; j++)
        cost->hops[(gsize) i * n + j] = distance[j] < n ? (guint16) distance[j] : 0;
    }
}

WhenceCost *
whence_cost_new (const WhenceOrganic *organic, WhenceRect frame, double edge_length, WhencePoint *at)
{
  WhenceCost *cost = g_new0 (WhenceCost, 1);
  guint32 n = organic->net->n;

  *cost = (WhenceCost){ organic->net, organic->boxes, 1 / edge_length, .frame = frame, .at = at };
  list_edges (cost, organic->edges);
  list_hops (cost);
  cost->node_extents = g_aligned_alloc (n + 1, sizeof (Extent), sizeof (Extent));
  cost->edge_extents = g_aligned_alloc (cost->n_edges + 1, sizeof (Extent), sizeof (Extent));
  cost->near = g_new (guint32, MAX (n, cost->n_edges) + 1);
  cost->totals = g_new0 (double, n + 1);
  return cost;
}

void
whence_cost_free (WhenceCost *cost)
{
  g_free (cost->edges);
  g_free (cost->edge_of);
  g_free (cost->about);
  g_free (cost->hops);
  g_free (cost->weight);
  g_aligned_free (cost->node_extents);
  g_aligned_free (cost->edge_extents);
  g_free (cost->near);
  g_free (cost->totals);
  g_free (cost);
}
