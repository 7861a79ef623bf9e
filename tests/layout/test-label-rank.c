/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first few are those that sorting all would put first, and in order where that is asked. */
#include "layout/label-rank.h"

#include <string.h>

#define MOST 400

static int
compare (gconstpointer a, gconstpointer b)
{
  const WhenceLabelRank *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* In an order that says nothing, or already in order, or the other way round. */
static void
fill (WhenceLabelRank *ranks, guint32 n, guint n_weights, guint turn, GRand *random)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint32 index = turn % 3 == 1 ? n - 1 - i : i;
      double weight =
        turn % 3 == 0 ? g_rand_int_range (random, 0, (gint) n_weights) : n_weights - index / 3.0;
      ranks[i] = (WhenceLabelRank){ weight, index };
    }
}

static void
test_first (void)
{
  static const guint n_weights[] = { 1, 2, 7, 1000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint turn = 0; turn < 600; turn++)
    {
      WhenceLabelRank all[MOST + 1], ranks[MOST + 1], selected[MOST + 1];
      guint32 n = (guint32) g_rand_int_range (random, 0, turn % 2 == 0 ? 6 : MOST),
              n_first = (guint32) g_rand_int_range (random, 0, (gint) n + 3), n_found = MIN (n, n_first);

      fill (all, n, n_weights[turn % G_N_ELEMENTS (n_weights)], turn, random);
      memcpy (ranks, all, sizeof *all * n);
      memcpy (selected, all, sizeof *all * n);
      qsort (all, n, sizeof *all, compare);
      whence_label_ranks_sort (ranks, n, n_first);
      whence_label_ranks_select (selected, n, n_first);
      qsort (selected, n_found, sizeof *selected, compare);
      for (guint32 i = 0; i < n_found; i++)
        {
          g_assert_cmpuint (ranks[i].index, ==, all[i].index);
          g_assert_cmpuint (selected[i].index, ==, all[i].index);
        }
      /* Nobody is lost. */
      qsort (ranks, n, sizeof *ranks, compare);
      for (guint32 i = 0; i < n; i++)
        g_assert_cmpuint (ranks[i].index, ==, all[i].index);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-rank/first", test_first);
  return g_test_run ();
}
