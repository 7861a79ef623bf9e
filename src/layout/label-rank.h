/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order in which names and the words of ties compete for room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double weight; /* the heaviest come first; of equal ones, */
  guint32 index; /* the lowest */
} WhenceLabelRank;

/* Moves those of @n that come before all others to the front, @n_first of them, in no order. O(n). */
void whence_label_ranks_select (WhenceLabelRank *ranks, guint32 n, guint32 n_first);
/* The same in order; the others stay in none. O(n + n_first log n_first). */
void whence_label_ranks_sort (WhenceLabelRank *ranks, guint32 n, guint32 n_first);

G_END_DECLS
