/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The last touch on small graphs: one node at a time is tried elsewhere, and stays there when that is better
 * by what a reader minds: boxes that overlap, edges that run under a node or its name, crossings, edges that
 * leave a node side by side, edges that are long, and places outside the room there is. Threshold accepting
 * (Dueck, Scheuer 1990) with a falling threshold, seeded; the number of tests, not the clock, bounds its
 * time. */
#include "layout/organic-cost.h"
#include "layout/organic-steps.h"

#define BUDGET 9000000.0 /* tests of an edge or a box, about 14 ms */
#define N_CHAINS 3
#define MAX_ROUNDS 210
/* So much a swap must gain: that of two leaves of one node gains nothing but rounding. */
#define ROUNDED 1e-9

typedef struct
{
  const WhenceOrganic *organic;
  const WhenceNet *net;
  double length, effort;
  WhencePoint *at;
  WhenceCost *cost;
} Polish;

static gboolean
is_fixed (const Polish *polish, guint32 node)
{
  return polish->organic->fixed != NULL && polish->organic->fixed[node];
}

static void
try_swap (Polish *polish, guint32 i, guint32 j, double threshold)
{
  WhenceCost *cost = polish->cost;
  WhencePoint at_i = polish->at[i], at_j = polish->at[j];
  double limit = whence_cost_of (cost, i) + whence_cost_of (cost, j) + threshold - ROUNDED, after;

  whence_cost_move (cost, i, at_j);
  whence_cost_move (cost, j, at_i);
  after = whence_cost_try (cost, i, limit);
  if (after < limit)
    after += whence_cost_try (cost, j, limit - after);
  whence_cost_move (cost, i, at_i);
  whence_cost_move (cost, j, at_j);
  if (after >= limit)
    return;
  /* Not straight there: of edges between nodes in one place it is not defined whether they cross. */
  whence_cost_settle (cost, i, (WhencePoint){ at_j.x + 0.5, at_j.y + 0.25 });
  whence_cost_settle (cost, j, at_i);
  whence_cost_settle (cost, i, at_j);
}

static void
try_place (Polish *polish, guint32 i, WhencePoint place, double threshold)
{
  WhencePoint old = polish->at[i];
  double limit = whence_cost_of (polish->cost, i) + threshold;
  gboolean better;

  whence_cost_move (polish->cost, i, place);
  better = whence_cost_try (polish->cost, i, limit) < limit;
  whence_cost_move (polish->cost, i, old);
  if (better)
    whence_cost_settle (polish->cost, i, place);
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
  double tests = 0, n_edges = whence_cost_get_n_edges (polish->cost);

  for (guint32 i = 0; i < polish->net->n; i++)
    tests += 2.2 * (1 + whence_net_degree (polish->net, i)) * (polish->net->n + n_edges);
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

/* Also counts what the places cost now. */
static double
cost_all (const Polish *polish)
{
  double sum = 0;

  whence_cost_count (polish->cost);
  for (guint32 i = 0; i < polish->net->n; i++)
    sum += whence_cost_of (polish->cost, i);
  return sum;
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
      whence_cost_count (polish->cost);
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
  g_autoptr (WhenceCost) cost = NULL;

  g_return_val_if_fail (organic->net->n <= WHENCE_POLISH_MAX, FALSE);
  cost = whence_cost_new (organic, frame, edge_length, positions);
  return run_chains (&(Polish){ organic, organic->net, edge_length, effort, positions, cost }, positions,
                     watch);
}
