/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which signs would cover each other. Amounts fall into stretches of time bound to the calendar; within one,
 * those that are nearer to the first of their group than a sign is high belong to it. */
#include "layout/amounts-scene-private.h"

#include <math.h>

/* px */
#define LEAST_STRETCH 8.0
#define LEAST_HEIGHT 7.0
#define MOST_HEIGHT 24.0

typedef struct
{
  double seconds; /* a stretch of time */
} Stretches;

static double
stretch_of (const WhenceAmountCandidate *c, double seconds)
{
  return floor (((double) c->from / 2 + (double) c->to / 2) / seconds);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WhenceAmountCandidate *p = a, *q = b;
  double seconds = ((const Stretches *) user_data)->seconds;
  double s = stretch_of (p, seconds), t = stretch_of (q, seconds);
  if (s != t)
    return s < t ? -1 : 1;
  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static guint
group_by (GArray *candidates, double seconds, double height)
{
  Stretches stretches = { seconds };
  guint n = 0;
  double stretch = 0, top = 0;
  g_array_sort_with_data (candidates, compare, &stretches);
  for (guint i = 0; i < candidates->len; i++)
    {
      WhenceAmountCandidate *c = &g_array_index (candidates, WhenceAmountCandidate, i);
      if (n == 0 || stretch_of (c, seconds) != stretch || c->y - top >= height)
        {
          n++;
          stretch = stretch_of (c, seconds);
          top = c->y;
        }
      c->group = n - 1;
    }
  return n;
}

guint
whence_amounts_group (GArray *candidates, guint budget, double seconds_per_px)
{
  /* Powers of two: the next coarser stretches are pairs of these. */
  double seconds = exp2 (ceil (log2 (LEAST_STRETCH * seconds_per_px))), height = LEAST_HEIGHT;
  guint n = group_by (candidates, seconds, height);
  while (n > budget && height < MOST_HEIGHT)
    {
      seconds *= 2;
      height *= 1.5;
      n = group_by (candidates, seconds, height);
    }
  return n;
}
