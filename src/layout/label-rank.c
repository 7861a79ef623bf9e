/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who comes first for a label: of very many only a few are tried, and only those need be put in order. Of
 * each pair one comes before the other, so that the order is one and the same however it is found. O(n) to
 * find the first (Hoare 1961), O(k log k) to sort them. */
#include "layout/label-rank.h"

#include <stdlib.h>

static inline gboolean
comes_before (const WhenceLabelRank *a, const WhenceLabelRank *b)
{
  return a->weight > b->weight || (a->weight == b->weight && a->index < b->index);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return comes_before (a, b) ? -1 : comes_before (b, a);
}

static inline void
swap (WhenceLabelRank *a, WhenceLabelRank *b)
{
  WhenceLabelRank c = *a;

  *a = *b;
  *b = c;
}

/* The one in the middle of three, so that what is in order already takes no longer. */
static WhenceLabelRank
choose_pivot (const WhenceLabelRank *first, const WhenceLabelRank *last)
{
  const WhenceLabelRank *a = first, *b = first + (last - first) / 2, *c = last;

  if (comes_before (b, a) != comes_before (c, a))
    return *a;
  return comes_before (a, b) != comes_before (c, b) ? *b : *c;
}

void
whence_label_ranks_select (WhenceLabelRank *ranks, guint32 n, guint32 n_first)
{
  gint64 low = 0, high = (gint64) n - 1, end = n_first;

  while (end > low && end <= high)
    {
      WhenceLabelRank pivot = choose_pivot (&ranks[low], &ranks[high]);
      gint64 i = low, j = high;

      while (i <= j)
        {
          while (comes_before (&ranks[i], &pivot))
            i++;
          while (comes_before (&pivot, &ranks[j]))
            j--;
          if (i <= j)
            swap (&ranks[i++], &ranks[j--]);
        }
      if (end <= j)
        high = j;
      else if (end > i)
        low = i;
      else
        return;
    }
}

void
whence_label_ranks_sort (WhenceLabelRank *ranks, guint32 n, guint32 n_first)
{
  n_first = MIN (n, n_first);
  whence_label_ranks_select (ranks, n, n_first);
  if (n_first > 0)
    qsort (ranks, n_first, sizeof *ranks, compare_ranks);
}
