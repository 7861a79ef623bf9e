/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plain graphs of every shape to lay out, and what must hold of each layout. */
#pragma once

#include <math.h>

#include "layout/layouts.h"
#include "layout/organic-steps.h"

typedef struct
{
  const char *name;
  guint32 n;
  guint (*pairs) (guint32 n, WhencePair *pairs); /* counts when @pairs is NULL */
  double most_stress;
} Case;

static inline guint
list_none (guint32 n, WhencePair *pairs)
{
  return 0;
}

static inline guint
list_path (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ i - 1, i };
  return n - 1;
}

static inline guint
list_star (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ 0, i };
  return n - 1;
}

static inline guint
list_circle (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 0; i < n && pairs != NULL; i++)
    pairs[i] = (WhencePair){ i, (i + 1) % n };
  return n;
}

static inline guint
list_clique (guint32 n, WhencePair *pairs)
{
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++, count++)
      if (pairs != NULL)
        pairs[count] = (WhencePair){ i, j };
  return count;
}

static inline guint
list_grid (guint32 n, WhencePair *pairs)
{
  guint32 side = (guint32) sqrt (n);
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    {
      if (i % side != side - 1 && pairs != NULL)
        pairs[count] = (WhencePair){ i, i + 1 };
      count += i % side != side - 1;
      if (i + side < n && pairs != NULL)
        pairs[count] = (WhencePair){ i, i + side };
      count += i + side < n;
    }
  return count;
}

static inline guint
list_tree (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ (i - 1) / 3, i };
  return n - 1;
}

static inline guint
list_couples (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 0; i < n / 2 && pairs != NULL; i++)
    pairs[i] = (WhencePair){ 2 * i, 2 * i + 1 };
  return n / 2;
}

/* A random graph with a few hubs, loops and doubles among its pairs. */
static inline guint
list_random (guint32 n, WhencePair *pairs)
{
  WhenceRandom random;

  whence_random_init (&random, n);
  for (guint32 i = 0; i < 2 * n; i++)
    {
      guint32 a = whence_random_next (&random) % n, b = whence_random_next (&random) % (1 + a);
      if (pairs != NULL)
        pairs[i] = (WhencePair){ a, b };
    }
  return 2 * n;
}

/* Trees of ten nodes. */
static inline guint
list_tens (guint32 n, WhencePair *pairs)
{
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    if (i % 10 != 0)
      {
        if (pairs != NULL)
          pairs[count] = (WhencePair){ i - i % 10 + i % 10 / 2, i };
        count++;
      }
  return count;
}

/* Hubs with fifty leaves each, themselves a tree. */
static inline guint
list_hubs (guint32 n, WhencePair *pairs)
{
  for (guint32 i = 1; i < n && pairs != NULL; i++)
    pairs[i - 1] = (WhencePair){ i, i % 50 == 0 ? i / 150 * 50 : i - i % 50 };
  return n - 1;
}

G_GNUC_UNUSED static const Case cases[] = {
  { "nothing", 0, list_none, 0 },          { "one", 1, list_none, 0 },
  { "two-apart", 2, list_none, 0 },        { "two-joined", 2, list_path, 0.001 },
  { "three", 3, list_circle, 0.02 },       { "isolated", 2000, list_none, 0 },
  { "path", 30, list_path, 0.06 },         { "long-path", 1500, list_path, 0 },
  { "star", 24, list_star, 0.19 },         { "large-star", 3000, list_star, 0 },
  { "circle", 40, list_circle, 0.12 },     { "clique", 12, list_clique, 0.22 },
  { "large-clique", 120, list_clique, 0 }, { "grid", 49, list_grid, 0.08 },
  { "large-grid", 1600, list_grid, 0 },    { "tree", 40, list_tree, 0.17 },
  { "large-tree", 4000, list_tree, 0 },    { "couples", 300, list_couples, 0 },
  { "random-30", 30, list_random, 0 },     { "random-80", 80, list_random, 0 },
  { "random-300", 300, list_random, 0 },   { "random-2500", 2500, list_random, 0 },
  { "clique-300", 300, list_clique, 0 },   { "hubs", 2500, list_hubs, 0 },
  { "tens", 1500, list_tens, 0 },
};

static inline WhenceNet *
net_of (const Case *test)
{
  guint n_pairs = test->n == 0 ? 0 : test->pairs (test->n, NULL);
  g_autofree WhencePair *pairs = g_new0 (WhencePair, MAX (1, n_pairs));

  if (test->n > 0)
    test->pairs (test->n, pairs);
  return whence_net_new (test->n, pairs, n_pairs);
}

static inline WhenceRect *
boxes_of (guint32 n)
{
  WhenceRect *boxes = g_new (WhenceRect, MAX (1, n));

  for (guint32 i = 0; i < n; i++)
    {
      double half = n > 400 ? 7 : 10 + i * 7 % 40;
      boxes[i] = (WhenceRect){ -half, -8, 2 * half, n > 400 ? 14 : 34 };
    }
  return boxes;
}

static inline guint
count_overlaps (const WhenceRect *boxes, const WhencePoint *at, guint32 n)
{
  guint count = 0;

  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < i; j++)
      {
        WhenceRect a = boxes[i], b = boxes[j];
        a.x += at[i].x;
        a.y += at[i].y;
        b.x += at[j].x;
        b.y += at[j].y;
        count += whence_rect_overlaps (a, b);
      }
  return count;
}

static inline void
assert_finite (const WhencePoint *at, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    g_assert_true (isfinite (at[i].x) && isfinite (at[i].y) && fabs (at[i].x) < 1e7 && fabs (at[i].y) < 1e7);
}
