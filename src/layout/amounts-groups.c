/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which signs would cover each other. Amounts fall into stretches of time bound to the calendar; within one,
 * those that are nearer to the first of their group than a sign is high belong to it. Counts that would
 * still cover each other are joined. */
#include "layout/amounts-scene-private.h"

#include <math.h>

/* px */
#define LEAST_STRETCH 8.0
#define LEAST_HEIGHT 7.0
#define MOST_HEIGHT 24.0
#define PILL 18.0 /* about the size of a count */
#define PILL_HEIGHT 15.0

#define MOST_ROUNDS 4

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

/* --- Groups that would cover each other ---------------------------------------------------------- */

typedef struct
{
  double x, y; /* px, of the middle */
  guint n;     /* amounts */
  guint into;  /* the group that this one joins; itself: none */
} Group;

static GArray *
measure_groups (const GArray *candidates, guint n_groups)
{
  GArray *groups = g_array_sized_new (FALSE, TRUE, sizeof (Group), n_groups);
  g_array_set_size (groups, n_groups);
  for (guint i = 0; i < candidates->len; i++)
    {
      const WhenceAmountCandidate *c = &g_array_index (candidates, WhenceAmountCandidate, i);
      Group *group = &g_array_index (groups, Group, c->group);
      group->x += c->middle;
      group->y += c->y;
      group->n++;
    }
  for (guint i = 0; i < n_groups; i++)
    {
      Group *group = &g_array_index (groups, Group, i);
      group->x /= group->n;
      group->y /= group->n;
      group->into = i;
    }
  return groups;
}

/* Only those that are counted are so large that they cover their neighbours; groups go from left to right but
 * for a stretch. */
static guint
join_neighbours (GArray *groups, double stretch)
{
  guint n_joined = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = &g_array_index (groups, Group, i);
      if (group->n < 2)
        continue;
      for (guint k = i; k-- > 0;)
        {
          const Group *other = &g_array_index (groups, Group, k);
          if (other->x < group->x - PILL - 2 * stretch)
            break;
          if (other->n < 2 || fabs (other->x - group->x) >= PILL || fabs (other->y - group->y) >= PILL_HEIGHT)
            continue;
          group->into = other->into;
          n_joined++;
          break;
        }
    }
  return n_joined;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const WhenceAmountCandidate *p = a, *q = b;
  if (p->group != q->group)
    return p->group < q->group ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

/* Numbers the groups anew, without gaps. */
static guint
renumber (GArray *candidates, const GArray *groups)
{
  guint n = 0, last = WHENCE_NONE;
  for (guint i = 0; i < candidates->len; i++)
    {
      WhenceAmountCandidate *c = &g_array_index (candidates, WhenceAmountCandidate, i);
      c->group = g_array_index (groups, Group, c->group).into;
    }
  g_array_sort (candidates, compare_groups);
  for (guint i = 0; i < candidates->len; i++)
    {
      WhenceAmountCandidate *c = &g_array_index (candidates, WhenceAmountCandidate, i);
      n += c->group != last;
      last = c->group;
      c->group = n - 1;
    }
  return n;
}

guint
whence_amounts_group (GArray *candidates, guint budget, double seconds_per_px)
{
  /* Powers of two: the next coarser stretches are pairs of these. */
  double seconds = exp2 (ceil (log2 (LEAST_STRETCH * seconds_per_px))), height = LEAST_HEIGHT;
  guint n = group_by (candidates, seconds, height), n_joined = 1;
  while (n > budget && height < MOST_HEIGHT)
    {
      seconds *= 2;
      height *= 1.5;
      n = group_by (candidates, seconds, height);
    }
  for (guint round = 0; round < MOST_ROUNDS && n_joined > 0; round++)
    {
      g_autoptr (GArray) groups = measure_groups (candidates, n);
      n_joined = join_neighbours (groups, seconds / seconds_per_px);
      n = renumber (candidates, groups);
    }
  return n;
}
