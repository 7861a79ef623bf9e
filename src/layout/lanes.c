/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Packing of spans into rows: a sweep over the marks, with a tournament tree over the rows that knows in
 * each node the earliest free place below it, so that the first free row is found in logarithmic time. */
#include "layout/lanes.h"

#include <math.h>

typedef struct
{
  double *free_from; /* a heap-shaped tree, the leaves are the rows */
  guint n_leaves;
} Rows;

static void
rows_init (Rows *rows, guint n)
{
  rows->n_leaves = 1;
  while (rows->n_leaves < n)
    rows->n_leaves *= 2;
  rows->free_from = g_new (double, 2 * (gsize) rows->n_leaves);
  for (guint i = 0; i < 2 * rows->n_leaves; i++)
    rows->free_from[i] = -INFINITY;
}

static guint
take_first_free (Rows *rows, WhenceSpan span, double gap)
{
  guint node = 1;
  while (node < rows->n_leaves)
    node = 2 * node + (rows->free_from[2 * node] <= span.x0 ? 0 : 1);
  guint row = node - rows->n_leaves;
  rows->free_from[node] = span.x1 + gap;
  for (node /= 2; node >= 1; node /= 2)
    rows->free_from[node] = MIN (rows->free_from[2 * node], rows->free_from[2 * node + 1]);
  return row;
}

static int
compare_marks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WhenceSpan *spans = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  if (spans[i].at != spans[j].at)
    return spans[i].at < spans[j].at ? -1 : 1;
  return i < j ? -1 : i > j;
}

guint
whence_lanes_pack (const WhenceSpan *spans, guint n, double gap, guint *rows)
{
  if (n == 0)
    return 0;
  g_autofree guint *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_marks, (gpointer) spans);

  Rows free_rows;
  rows_init (&free_rows, n);
  guint n_rows = 0;
  for (guint i = 0; i < n; i++)
    {
      guint row = take_first_free (&free_rows, spans[order[i]], gap);
      rows[order[i]] = row;
      n_rows = MAX (n_rows, row + 1);
    }
  g_free (free_rows.free_from);
  return n_rows;
}
