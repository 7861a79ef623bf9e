/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The best of all shortest paths out of a heap: what a beginning has cost, and the least that the rest of it
 * can cost, which is exact. O(max × hops × log). */
#include "layout/graph-paths-private.h"

/* The beginning of a path. */
typedef struct
{
  guint32 entity, parent, depth;
  guint64 so_far, in_all; /* cost: of the steps taken, and of the best whole path with them */
} Part;

typedef struct
{
  GArray *parts; /* Part; parent is an index */
  GArray *heap;  /* guint32, indices */
} Best;

static const Part *
part_at (const Best *best, guint32 i)
{
  return &g_array_index (best->parts, Part, i);
}

/* By the order of the entities along the way. */
static int
compare_ways (const Best *best, guint32 a, guint32 b)
{
  guint32 first_a, first_b, depth_a = part_at (best, a)->depth, depth_b = part_at (best, b)->depth;

  while (part_at (best, a)->depth > depth_b)
    a = part_at (best, a)->parent;
  while (part_at (best, b)->depth > depth_a)
    b = part_at (best, b)->parent;
  if (a == b)
    return depth_a < depth_b ? -1 : depth_a > depth_b;
  do
    {
      first_a = part_at (best, a)->entity;
      first_b = part_at (best, b)->entity;
      a = part_at (best, a)->parent;
      b = part_at (best, b)->parent;
    }
  while (a != b);
  return first_a < first_b ? -1 : 1;
}

static gboolean
is_before (const Best *best, guint32 a, guint32 b)
{
  if (part_at (best, a)->in_all != part_at (best, b)->in_all)
    return part_at (best, a)->in_all < part_at (best, b)->in_all;
  return compare_ways (best, a, b) < 0;
}

static void
push (Best *best, Part part)
{
  guint32 *heap, at = best->heap->len, index = best->parts->len;

  g_array_append_val (best->parts, part);
  g_array_append_val (best->heap, index);
  heap = (guint32 *) (gpointer) best->heap->data;
  for (; at > 0 && is_before (best, index, heap[(at - 1) / 2]); at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = index;
}

static guint32
pop (Best *best)
{
  guint32 *heap = (guint32 *) (gpointer) best->heap->data, top = heap[0], n = best->heap->len - 1, at = 0;
  guint32 last = heap[n];

  g_array_set_size (best->heap, n);
  while (2 * at + 1 < n)
    {
      guint32 child = 2 * at + 1;
      if (child + 1 < n && is_before (best, heap[child + 1], heap[child]))
        child++;
      if (!is_before (best, heap[child], last))
        break;
      heap[at] = heap[child];
      at = child;
    }
  if (n > 0)
    heap[at] = last;
  return top;
}

static void
write_out (WhenceGraphPaths *paths, const Best *best, guint32 part)
{
  guint start = paths->entities->len;

  g_array_set_size (paths->entities, start + paths->hops + 1);
  for (guint i = paths->hops + 1; i-- > 0; part = part_at (best, part)->parent)
    g_array_index (paths->entities, guint32, start + i) = part_at (best, part)->entity;
}

void
whence_path_list_best (WhenceGraphPaths *paths, const WhencePathSearch *search, guint max)
{
  Best best = { g_array_new (FALSE, FALSE, sizeof (Part)), g_array_new (FALSE, FALSE, sizeof (guint32)) };

  push (&best, (Part){ paths->from, WHENCE_NONE, 0, 0, search->cost[paths->from] });
  for (guint n = 0; best.heap->len > 0 && n < max;)
    {
      guint32 index = pop (&best);
      const Part part = *part_at (&best, index);
      if (part.entity == paths->to)
        {
          write_out (paths, &best, index);
          n++;
          continue;
        }
      for (guint i = 0; i < search->steps[part.entity]->len; i++)
        {
          const WhencePathStep *step = &g_array_index (search->steps[part.entity], WhencePathStep, i);
          guint64 so_far = part.so_far + step->cost;
          push (&best, (Part){ step->to, index, part.depth + 1, so_far, so_far + search->cost[step->to] });
        }
    }
  g_array_unref (best.parts);
  g_array_unref (best.heap);
}
