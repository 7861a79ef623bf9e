/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stress by stochastic gradient descent (Zheng, Pawar, Goodman: Graph Drawing by Stochastic Gradient Descent,
 * 2019): each pair of nodes is moved towards its distance in hops, in random order, with a falling step. A
 * few random starts for small graphs, the best one wins. O(n²) in time and memory. */
#include "layout/organic-steps.h"

#include <math.h>

typedef struct
{
  guint16 a, b;
  guint16 hops;
} Term;

static Term *
all_pairs (const WhenceNet *net, gsize *n_terms, guint32 *diameter)
{
  Term *terms = g_new (Term, (gsize) net->n * (net->n - 1) / 2 + 1);
  g_autofree guint32 *distance = g_new (guint32, net->n);
  g_autofree guint32 *queue = g_new (guint32, net->n);
  gsize count = 0;

  *diameter = 1;
  for (guint32 i = 0; i < net->n; i++)
    {
      whence_net_distances (net, i, distance, queue);
      for (guint32 j = 0; j < i; j++)
        {
          terms[count++] = (Term){ (guint16) i, (guint16) j, (guint16) distance[j] };
          *diameter = MAX (*diameter, distance[j]);
        }
    }
  *n_terms = count;
  return terms;
}

static void
shuffle (Term *terms, gsize n, WhenceRandom *random)
{
  for (guint32 i = (guint32) n; i > 1; i--)
    {
      guint32 j = whence_random_next (random) % i;
      Term term = terms[i - 1];
      terms[i - 1] = terms[j];
      terms[j] = term;
    }
}

static void
relax (const Term *terms, gsize n, double step, WhencePoint *at)
{
  for (gsize i = 0; i < n; i++)
    {
      const Term *term = &terms[i];
      double hops = term->hops;
      double mu = MIN (1.0, step / (hops * hops));
      double dx = at[term->a].x - at[term->b].x, dy = at[term->a].y - at[term->b].y;
      double length = sqrt (dx * dx + dy * dy) + 1e-9;
      double move = mu * (length - hops) / (2 * length);
      at[term->a].x -= move * dx;
      at[term->a].y -= move * dy;
      at[term->b].x += move * dx;
      at[term->b].y += move * dy;
    }
}

static double
sum_stress (const Term *terms, gsize n, const WhencePoint *at)
{
  double ratio = 0, ratio2 = 0;

  for (gsize i = 0; i < n; i++)
    {
      double dx = at[terms[i].a].x - at[terms[i].b].x, dy = at[terms[i].a].y - at[terms[i].b].y;
      double r = sqrt (dx * dx + dy * dy) / terms[i].hops;
      ratio += r;
      ratio2 += r * r;
    }
  /* At the best scale s = Σr / Σr² the mean of (s·r - 1)² is 1 - (Σr)² / (n Σr²). */
  return n == 0 || ratio2 <= 0 ? 0 : 1 - ratio * ratio / (ratio2 * (double) n);
}

static gboolean
descend (Term *terms, gsize n_terms, guint32 n, guint32 diameter, WhenceRandom *random, WhencePoint *at,
         const WhenceWatch *watch)
{
  guint n_rounds = n <= WHENCE_POLISH_MAX ? 36 : 14;
  double first = (double) diameter * diameter, last = 0.05, fall = 1;

  for (guint32 i = 0; i < n; i++)
    {
      at[i].x = whence_random_unit (random) * diameter;
      at[i].y = whence_random_unit (random) * diameter;
    }
  /* The root that makes the step fall evenly from first to last, by bisection: libm's pow differs by machine.
   */
  for (double low = 0.01, high = 1; high - low > 1e-9;)
    {
      double power = first;
      fall = (low + high) / 2;
      for (guint i = 1; i < n_rounds; i++)
        power *= fall;
      if (power > last)
        high = fall;
      else
        low = fall;
    }
  for (guint round = 0; round < n_rounds; round++, first *= fall)
    {
      if (!whence_watch_go_on (watch, (round + 1.0) / n_rounds))
        return FALSE;
      /* Many terms do without a new order in each round, which takes as long as the round itself. */
      if (round == 0 || n <= WHENCE_POLISH_MAX)
        shuffle (terms, n_terms, random);
      relax (terms, n_terms, first, at);
    }
  return TRUE;
}

gboolean
whence_organic_stress (const WhenceNet *net, guint32 seed, double effort, WhencePoint *positions,
                       const WhenceWatch *watch)
{
  guint most = net->n <= 60 ? 8 : net->n <= 150 ? 4 : 1, n_starts = (guint) CLAMP (most * effort, 1, most);
  g_autofree Term *terms = NULL;
  g_autofree WhencePoint *trial = g_new (WhencePoint, net->n);
  double best = G_MAXDOUBLE;
  WhenceRandom random;
  gsize n_terms;
  guint32 diameter;

  g_return_val_if_fail (net->n <= WHENCE_STRESS_MAX, FALSE);
  whence_random_init (&random, seed);
  terms = all_pairs (net, &n_terms, &diameter);
  for (guint start = 0; start < n_starts; start++)
    {
      WhenceWatch share = whence_watch_share (watch, (double) start / n_starts, (start + 1.0) / n_starts);
      double stress;
      if (!descend (terms, n_terms, net->n, diameter, &random, trial, &share))
        return FALSE;
      stress = sum_stress (terms, n_terms, trial);
      if (stress < best)
        {
          best = stress;
          memcpy (positions, trial, net->n * sizeof *trial);
        }
    }
  return TRUE;
}

double
whence_organic_measure_stress (const WhenceNet *net, const WhencePoint *positions)
{
  g_autofree Term *terms = NULL;
  gsize n_terms;
  guint32 diameter;

  terms = all_pairs (net, &n_terms, &diameter);
  return sum_stress (terms, n_terms, positions);
}
