/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who comes first for a label: of very many only a few are tried, and only those need be put in order. Of
 * each pair one comes before the other, so that the order is one and the same however it is found. O(n) to
 * find the first, O(k log k) to sort them. */
#include "layout/label-rank.h"

#include <stdlib.h>

#include "layout/quickselect.h"

static gboolean
comes_before (gconstpointer one, gconstpointer other)
{
  const WhenceLabelRank *a = one, *b = other;

  return a->weight > b->weight || (a->weight == b->weight && a->index < b->index);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return comes_before (a, b) ? -1 : comes_before (b, a);
}

void
whence_label_ranks_select (WhenceLabelRank *ranks, guint32 n, guint32 n_first)
{
  if (n_first > 0 && n_first < n)
    whence_quickselect (ranks, n, n_first - 1, sizeof *ranks, comes_before);
}

void
whence_label_ranks_sort (WhenceLabelRank *ranks, guint32 n, guint32 n_first)
{
  n_first = MIN (n, n_first);
  whence_label_ranks_select (ranks, n, n_first);
  if (n_first > 0)
    qsort (ranks, n_first, sizeof *ranks, compare_ranks);
}
