/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes overlaps away: pairs of boxes that are too near are pushed apart along the axis of the smaller
 * penetration, each by half. They are found by a sweep over x, in a large picture strip by strip. When
 * pushing alone does not end, everything grows, by a little at first. Nodes that overlap nothing do not move.
 * A round is O(n + pairs in a strip whose x ranges meet). */
#include "layout/organic-steps.h"

#include <math.h>

/* Small graphs get many rounds, so that nothing grows that need not. */
#define ONE_STRIP 420 /* nodes */
#define LARGE 3000    /* nodes */
#define MAX_ROUNDS 700
#define MAX_ROUNDS_LARGE 160
#define ROUNDS_BEFORE_GROWTH 35
#define ROUNDS_BEFORE_GROWTH_LARGE 12
#define GROWTH 0.06
#define GROWTH_LARGE 0.12
#define GROWTH_GROWTH 1.2 /* so that even a heap comes apart */

typedef struct
{
  const WhenceRect *boxes;
  const guint8 *fixed;
  guint32 n;
  double gap;
  WhencePoint *at;
  guint32 *order; /* by left side */
  double *left;
  /* Horizontal strips, each with the nodes whose boxes touch it, by left side. */
  double top, strip_height;
  guint32 n_strips;
  guint32 *first; /* n_strips + 1 */
  GArray *in_strip;
} Sweep;

typedef struct
{
  guint32 from, to;
} Span;

static void
sort_by_left (Sweep *sweep)
{
  for (guint32 i = 0; i < sweep->n; i++)
    sweep->left[i] = sweep->at[i].x + sweep->boxes[i].x;
  /* Nearly sorted from the round before. */
  for (guint32 i = 1; i < sweep->n; i++)
    {
      guint32 node = sweep->order[i], j = i;
      for (; j > 0; j--)
        {
          guint32 other = sweep->order[j - 1];
          if (sweep->left[other] < sweep->left[node]
              || (sweep->left[other] <= sweep->left[node] && other < node))
            break;
          sweep->order[j] = other;
        }
      sweep->order[j] = node;
    }
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer left)
{
  guint32 i = *(const guint32 *) a, j = *(const guint32 *) b;
  double x = ((const double *) left)[i], y = ((const double *) left)[j];
  return x < y ? -1 : x > y ? 1 : i < j ? -1 : i > j;
}

static void
push (Sweep *sweep, guint32 i, guint32 j, double depth, gboolean along_x, double sign)
{
  gboolean i_stays = sweep->fixed != NULL && sweep->fixed[i],
           j_stays = sweep->fixed != NULL && sweep->fixed[j];
  double part_i = i_stays ? 0 : j_stays ? 1 : 0.5, part_j = j_stays ? 0 : i_stays ? 1 : 0.5;
  double *a = along_x ? &sweep->at[i].x : &sweep->at[i].y, *b = along_x ? &sweep->at[j].x : &sweep->at[j].y;

  *a -= sign * depth * part_i;
  *b += sign * depth * part_j;
}

static gboolean
part_pair (Sweep *sweep, guint32 i, guint32 j)
{
  const WhenceRect *a = &sweep->boxes[i], *b = &sweep->boxes[j];
  double ax = sweep->at[i].x + a->x, ay = sweep->at[i].y + a->y;
  double bx = sweep->at[j].x + b->x, by = sweep->at[j].y + b->y;
  double depth_x = MIN (ax + a->width, bx + b->width) - MAX (ax, bx) + sweep->gap;
  double depth_y = MIN (ay + a->height, by + b->height) - MAX (ay, by) + sweep->gap;
  double dx = bx + b->width / 2 - ax - a->width / 2, dy = by + b->height / 2 - ay - a->height / 2;

  if (depth_x <= 1e-6 || depth_y <= 1e-6)
    return FALSE;
  if (sweep->fixed != NULL && sweep->fixed[i] && sweep->fixed[j])
    return FALSE;
  /* One inside the other: the whole way out along an axis is what counts. */
  depth_x = (a->width + b->width) / 2 + sweep->gap - fabs (dx);
  depth_y = (a->height + b->height) / 2 + sweep->gap - fabs (dy);
  if (depth_x < depth_y)
    push (sweep, i, j, depth_x + 1e-4, TRUE, dx < 0 || (dx <= 0 && j < i) ? -1 : 1);
  else
    push (sweep, i, j, depth_y + 1e-4, FALSE, dy < 0 || (dy <= 0 && j < i) ? -1 : 1);
  return TRUE;
}

/* Strips are as high as a mean box and its gap, and no more than there are nodes. */
static void
measure_strips (Sweep *sweep)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, mean = 0;

  for (guint32 i = 0; i < sweep->n; i++)
    {
      double y = sweep->at[i].y + sweep->boxes[i].y;
      top = MIN (top, y);
      bottom = MAX (bottom, y + sweep->boxes[i].height);
      mean += sweep->boxes[i].height / sweep->n;
    }
  sweep->top = top;
  sweep->strip_height = MAX ((mean + sweep->gap), (bottom - top + sweep->gap) / sweep->n);
  sweep->n_strips =
    sweep->n <= ONE_STRIP ? 1 : (guint32) ((bottom - top + sweep->gap) / sweep->strip_height) + 1;
  sweep->first = g_renew (guint32, sweep->first, (gsize) sweep->n_strips + 2);
  memset (sweep->first, 0, ((gsize) sweep->n_strips + 2) * sizeof *sweep->first);
}

static Span
strips_of (const Sweep *sweep, guint32 node)
{
  double y = sweep->at[node].y + sweep->boxes[node].y - sweep->top;
  double last = sweep->n_strips - 1, per_strip = 1 / sweep->strip_height;

  return (Span){ (guint32) CLAMP (y * per_strip, 0, last),
                 (guint32) CLAMP ((y + sweep->boxes[node].height + sweep->gap) * per_strip, 0, last) };
}

static void
fill_strips (Sweep *sweep)
{
  guint32 *first;

  measure_strips (sweep);
  first = sweep->first;
  for (guint32 i = 0; i < sweep->n; i++)
    {
      Span span = strips_of (sweep, i);
      for (guint32 s = span.from; s <= span.to; s++)
        first[s + 2]++;
    }
  for (guint32 s = 0; s < sweep->n_strips; s++)
    first[s + 2] += first[s + 1];
  g_array_set_size (sweep->in_strip, first[sweep->n_strips + 1]);
  /* first[s + 1] is where strip s is filled next, and ends up as its end. */
  for (guint32 p = 0; p < sweep->n; p++)
    {
      Span span = strips_of (sweep, sweep->order[p]);
      for (guint32 s = span.from; s <= span.to; s++)
        g_array_index (sweep->in_strip, guint32, first[s + 1]++) = sweep->order[p];
    }
}

static gboolean
part_strip (Sweep *sweep, const guint32 *nodes, guint32 n)
{
  gboolean moved = FALSE;

  for (guint32 p = 0; p < n; p++)
    {
      double right = sweep->left[nodes[p]] + sweep->boxes[nodes[p]].width + sweep->gap;
      for (guint32 q = p + 1; q < n && sweep->left[nodes[q]] < right; q++)
        moved |= part_pair (sweep, nodes[p], nodes[q]);
    }
  return moved;
}

static gboolean
part_all (Sweep *sweep)
{
  gboolean moved = FALSE;

  sort_by_left (sweep);
  fill_strips (sweep);
  for (guint32 s = 0; s < sweep->n_strips; s++)
    moved |= part_strip (sweep, &g_array_index (sweep->in_strip, guint32, sweep->first[s]),
                         sweep->first[s + 1] - sweep->first[s]);
  return moved;
}

static void
grow (Sweep *sweep, double growth)
{
  double cx = 0, cy = 0;

  for (guint32 i = 0; i < sweep->n; i++)
    {
      cx += sweep->at[i].x / sweep->n;
      cy += sweep->at[i].y / sweep->n;
    }
  for (guint32 i = 0; i < sweep->n; i++)
    if (sweep->fixed == NULL || !sweep->fixed[i])
      {
        sweep->at[i].x = cx + (sweep->at[i].x - cx) * growth;
        sweep->at[i].y = cy + (sweep->at[i].y - cy) * growth;
      }
}

gboolean
whence_organic_separate (const WhenceRect *boxes, const guint8 *fixed, guint32 n, double gap,
                         WhencePoint *positions, const WhenceWatch *watch)
{
  g_autofree guint32 *order = g_new (guint32, MAX (1, n));
  g_autofree double *left = g_new (double, MAX (1, n));
  g_autoptr (GArray) in_strip = g_array_new (FALSE, FALSE, sizeof (guint32));
  Sweep sweep = { boxes, fixed, n, gap, positions, order, left, .in_strip = in_strip };
  double growth = n > LARGE ? GROWTH_LARGE : GROWTH;
  gboolean done = TRUE;

  for (guint32 i = 0; i < n; i++)
    {
      order[i] = i;
      left[i] = positions[i].x + boxes[i].x;
    }
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_left, left);
  for (guint round = 1; done && n > 0 && round <= (n > LARGE ? MAX_ROUNDS_LARGE : MAX_ROUNDS); round++)
    {
      if (!part_all (&sweep))
        break;
      done = whence_watch_go_on (watch, (double) round / (round + ROUNDS_BEFORE_GROWTH));
      if (round % (n > LARGE ? ROUNDS_BEFORE_GROWTH_LARGE : ROUNDS_BEFORE_GROWTH) == 0)
        {
          grow (&sweep, 1 + growth);
          growth *= GROWTH_GROWTH;
        }
    }
  g_free (sweep.first);
  return done;
}
