/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes overlaps away: pairs of boxes that are too near are pushed apart along the axis of the smaller
 * penetration, each by half. They are found by a sweep over x, in a large picture strip by strip. Where
 * pushing does not end, in a large picture where it no longer helps, everything grows, by a little at first.
 * Nodes that overlap nothing do not move.
 * A round is O(n + pairs in a strip whose x ranges meet). */
#include "layout/organic-steps.h"

#include <math.h>
#include <string.h>

#include "model/radix-sort.h"

/* Small graphs get many rounds, so that nothing grows that need not. */
#define ONE_STRIP 420 /* nodes */
#define LARGE 3000    /* nodes */
#define MAX_ROUNDS 700
#define MAX_ROUNDS_LARGE 160
#define ROUNDS_BEFORE_GROWTH 35
#define HELPS 0.95 /* of the pairs of the round before, those that may be left */
#define MAX_GROWTHS 20
#define GROWTH 0.06
#define GROWTH_LARGE 0.04
#define GROWTH_GROWTH 1.2 /* so that even a heap comes apart */

typedef struct
{
  WhenceRect box; /* around @at */
  WhencePoint at;
  guint32 node;
  gboolean stays;
} Item;

typedef struct
{
  guint32 from, to;
} Span;

typedef struct
{
  Item *items; /* strip by strip, from left to right: what meets is near in memory */
  guint32 n;
  double gap, mean_height;
  guint32 *order; /* items by left side */
  double *left;
  /* Horizontal strips, each with the nodes whose boxes touch it, by left side. */
  double top, strip_height;
  guint32 n_strips;
  guint32 *first; /* n_strips + 1 */
  GArray *in_strip;
  Span *spans; /* of the items */
} Sweep;

static void
sort_by_left (Sweep *sweep)
{
  for (guint32 i = 0; i < sweep->n; i++)
    sweep->left[i] = sweep->items[i].at.x + sweep->items[i].box.x;
  /* Nearly sorted from the round before. */
  for (guint32 i = 1; i < sweep->n; i++)
    {
      guint32 item = sweep->order[i], j = i;
      for (; j > 0; j--)
        {
          guint32 other = sweep->order[j - 1];
          if (sweep->left[other] < sweep->left[item]
              || (sweep->left[other] <= sweep->left[item]
                  && sweep->items[other].node < sweep->items[item].node))
            break;
          sweep->order[j] = other;
        }
      sweep->order[j] = item;
    }
}

static void
push (Item *a, Item *b, double depth, gboolean along_x, double sign)
{
  double part_a = a->stays ? 0 : b->stays ? 1 : 0.5, part_b = b->stays ? 0 : a->stays ? 1 : 0.5;

  *(along_x ? &a->at.x : &a->at.y) -= sign * depth * part_a;
  *(along_x ? &b->at.x : &b->at.y) += sign * depth * part_b;
}

static gboolean
part_pair (Item *a, Item *b, double gap)
{
  double ax = a->at.x + a->box.x, ay = a->at.y + a->box.y;
  double bx = b->at.x + b->box.x, by = b->at.y + b->box.y;
  double depth_x = MIN (ax + a->box.width, bx + b->box.width) - MAX (ax, bx) + gap;
  double depth_y = MIN (ay + a->box.height, by + b->box.height) - MAX (ay, by) + gap;
  double dx = bx + b->box.width / 2 - ax - a->box.width / 2,
         dy = by + b->box.height / 2 - ay - a->box.height / 2;

  if (depth_x <= 1e-6 || depth_y <= 1e-6 || (a->stays && b->stays))
    return FALSE;
  /* One inside the other: the whole way out along an axis is what counts. */
  depth_x = (a->box.width + b->box.width) / 2 + gap - fabs (dx);
  depth_y = (a->box.height + b->box.height) / 2 + gap - fabs (dy);
  if (depth_x < depth_y)
    push (a, b, depth_x + 1e-4, TRUE, dx < 0 || (dx <= 0 && b->node < a->node) ? -1 : 1);
  else
    push (a, b, depth_y + 1e-4, FALSE, dy < 0 || (dy <= 0 && b->node < a->node) ? -1 : 1);
  return TRUE;
}

/* Strips are as high as a mean box and its gap, and no more than there are nodes. */
static void
measure_strips (Sweep *sweep)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint32 i = 0; i < sweep->n; i++)
    {
      double y = sweep->items[i].at.y + sweep->items[i].box.y;
      top = MIN (top, y);
      bottom = MAX (bottom, y + sweep->items[i].box.height);
    }
  sweep->top = top;
  sweep->strip_height = MAX (sweep->mean_height + sweep->gap, (bottom - top + sweep->gap) / sweep->n);
  sweep->n_strips =
    sweep->n <= ONE_STRIP ? 1 : (guint32) ((bottom - top + sweep->gap) / sweep->strip_height) + 1;
  sweep->first = g_renew (guint32, sweep->first, (gsize) sweep->n_strips + 2);
  memset (sweep->first, 0, ((gsize) sweep->n_strips + 2) * sizeof *sweep->first);
}

static Span
strips_of (const Sweep *sweep, guint32 i)
{
  const Item *item = &sweep->items[i];
  double y = item->at.y + item->box.y - sweep->top;
  double last = sweep->n_strips - 1, per_strip = 1 / sweep->strip_height;

  return (Span){ (guint32) CLAMP (y * per_strip, 0, last),
                 (guint32) CLAMP ((y + item->box.height + sweep->gap) * per_strip, 0, last) };
}

static void
fill_strips (Sweep *sweep)
{
  guint32 *first;

  measure_strips (sweep);
  first = sweep->first;
  for (guint32 i = 0; i < sweep->n; i++)
    {
      sweep->spans[i] = strips_of (sweep, i);
      for (guint32 s = sweep->spans[i].from; s <= sweep->spans[i].to; s++)
        first[s + 2]++;
    }
  for (guint32 s = 0; s < sweep->n_strips; s++)
    first[s + 2] += first[s + 1];
  g_array_set_size (sweep->in_strip, first[sweep->n_strips + 1]);
  /* first[s + 1] is where strip s is filled next, and ends up as its end. */
  for (guint32 p = 0; p < sweep->n; p++)
    {
      Span span = sweep->spans[sweep->order[p]];
      for (guint32 s = span.from; s <= span.to; s++)
        g_array_index (sweep->in_strip, guint32, first[s + 1]++) = sweep->order[p];
    }
}

/* Returns how many pairs it pushed apart, as part_all() does. */
static guint32
part_strip (Sweep *sweep, const guint32 *items, guint32 n)
{
  guint32 n_pairs = 0;

  for (guint32 p = 0; p < n; p++)
    {
      Item *item = &sweep->items[items[p]];
      double right = sweep->left[items[p]] + item->box.width + sweep->gap;
      for (guint32 q = p + 1; q < n && sweep->left[items[q]] < right; q++)
        n_pairs += part_pair (item, &sweep->items[items[q]], sweep->gap);
    }
  return n_pairs;
}

static guint32
part_all (Sweep *sweep)
{
  guint32 n_pairs = 0;

  sort_by_left (sweep);
  fill_strips (sweep);
  for (guint32 s = 0; s < sweep->n_strips; s++)
    n_pairs += part_strip (sweep, &g_array_index (sweep->in_strip, guint32, sweep->first[s]),
                           sweep->first[s + 1] - sweep->first[s]);
  return n_pairs;
}

static void
grow (Sweep *sweep, double growth)
{
  double cx = 0, cy = 0;

  for (guint32 i = 0; i < sweep->n; i++)
    {
      cx += sweep->items[i].at.x / sweep->n;
      cy += sweep->items[i].at.y / sweep->n;
    }
  for (guint32 i = 0; i < sweep->n; i++)
    if (!sweep->items[i].stays)
      {
        WhencePoint *at = &sweep->items[i].at;
        at->x = cx + (at->x - cx) * growth;
        at->y = cy + (at->y - cy) * growth;
      }
}

/* Pushes until nothing overlaps; FALSE when cancelled. */
static gboolean
part_and_grow (Sweep *sweep, const WhenceWatch *watch)
{
  gboolean large = sweep->n > LARGE;
  double growth = large ? GROWTH_LARGE : GROWTH;
  guint32 n_pairs, n_before = G_MAXUINT32;
  guint n_growths = 0;

  for (guint round = 1; round <= (large ? MAX_ROUNDS_LARGE : MAX_ROUNDS); round++, n_before = n_pairs)
    {
      n_pairs = part_all (sweep);
      if (n_pairs == 0)
        break;
      if (!whence_watch_go_on (watch, (double) round / (round + ROUNDS_BEFORE_GROWTH)))
        return FALSE;
      if (n_growths == MAX_GROWTHS
          || (large ? n_pairs <= HELPS * n_before : round % ROUNDS_BEFORE_GROWTH > 0))
        continue;
      grow (sweep, 1 + growth);
      growth *= GROWTH_GROWTH;
      n_growths++;
      n_pairs = G_MAXUINT32;
    }
  return TRUE;
}

typedef struct
{
  gint64 key;
  guint32 item;
} Left;

/* In the order of the numbers, which need not be whole (Herf: Radix Tricks, 2001): the bits of what is below
 * 0 are turned over but for the sign. 0 has one sign. */
static gint64
key_of (double number)
{
  gint64 bits;

  number += 0.0;
  memcpy (&bits, &number, sizeof bits);
  return bits < 0 ? bits ^ G_MAXINT64 : bits;
}

/* For the first round, all items from left to right. */
static void
order_by_left (Sweep *sweep)
{
  g_autofree Left *lefts = g_new (Left, sweep->n), *beside = g_new (Left, sweep->n);
  const Left *sorted;

  for (guint32 i = 0; i < sweep->n; i++)
    lefts[i] = (Left){ key_of (sweep->items[i].at.x + sweep->items[i].box.x), i };
  sorted = whence_radix_sort (lefts, beside, sweep->n, sizeof *lefts);
  for (guint32 i = 0; i < sweep->n; i++)
    sweep->order[i] = sorted[i].item;
}

/* Sorts the items from left to right, and lays them in memory strip by strip. */
static void
sweep_begin (Sweep *sweep)
{
  g_autofree Item *items = g_memdup2 (sweep->items, sweep->n * sizeof *items);
  g_autofree guint32 *number = g_new (guint32, sweep->n);

  order_by_left (sweep);
  measure_strips (sweep);
  for (guint32 i = 0; i < sweep->n; i++)
    sweep->first[strips_of (sweep, i).from + 1]++;
  for (guint32 s = 0; s < sweep->n_strips; s++)
    sweep->first[s + 1] += sweep->first[s];
  for (guint32 p = 0; p < sweep->n; p++)
    number[sweep->order[p]] = sweep->first[strips_of (sweep, sweep->order[p]).from]++;
  for (guint32 i = 0; i < sweep->n; i++)
    {
      sweep->items[number[i]] = items[i];
      sweep->order[i] = number[sweep->order[i]];
    }
}

/* Then nobody need be looked at. */
static gboolean
all_stay (const guint8 *fixed, guint32 n)
{
  return n == 0 || (fixed != NULL && memchr (fixed, FALSE, n) == NULL);
}

gboolean
whence_organic_separate (const WhenceRect *boxes, const guint8 *fixed, guint32 n, double gap,
                         WhencePoint *positions, const WhenceWatch *watch)
{
  if (all_stay (fixed, n))
    return TRUE;

  g_autofree Item *items = g_new (Item, n);
  g_autofree guint32 *order = g_new (guint32, n);
  g_autofree double *left = g_new (double, n);
  g_autofree Span *spans = g_new (Span, n);
  g_autoptr (GArray) in_strip = g_array_new (FALSE, FALSE, sizeof (guint32));
  Sweep sweep = {
    .items = items, .n = n, .gap = gap, .order = order, .left = left, .in_strip = in_strip, .spans = spans
  };
  gboolean done;

  for (guint32 i = 0; i < n; i++)
    {
      items[i] = (Item){ boxes[i], positions[i], i, fixed != NULL && fixed[i] };
      sweep.mean_height += boxes[i].height / n;
    }
  sweep_begin (&sweep);
  done = part_and_grow (&sweep, watch);
  for (guint32 i = 0; i < n; i++)
    positions[items[i].node] = items[i].at;
  g_free (sweep.first);
  return done;
}
