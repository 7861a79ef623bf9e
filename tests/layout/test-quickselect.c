/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands at a rank is what a sort puts there, those before and behind it are on their side, and nobody
 * is lost; and of a hundred thousand it is found in some passes, however they stand. */
#include "layout/quickselect.h"

#include <stdlib.h>

#define MOST 300
#define MANY 100000

typedef enum
{
  MIXED,
  ASCENDING,
  DESCENDING,
  EQUAL,
  ORGAN_PIPES, /* up, then down */
  N_ORDERS,
} Order;

static guint64 n_comparisons;

static gboolean
is_less (gconstpointer a, gconstpointer b)
{
  n_comparisons++;
  return *(const double *) a < *(const double *) b;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
fill (double *numbers, guint32 n, Order order, gint n_values, GRand *random)
{
  for (guint32 i = 0; i < n; i++)
    {
      const double values[N_ORDERS] = { g_rand_int_range (random, 0, n_values), i, n - i, 1, MIN (i, n - i) };
      numbers[i] = values[order];
    }
}

static void
test_small (void)
{
  static const gint n_values[] = { 1, 2, 5, 1000000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint turn = 0; turn < 4000; turn++)
    {
      guint32 n = (guint32) g_rand_int_range (random, 1, turn % 2 == 0 ? 6 : MOST),
              rank = (guint32) g_rand_int_range (random, 0, (gint) n);
      double numbers[MOST], sorted[MOST];

      fill (numbers, n, turn % N_ORDERS, n_values[turn % G_N_ELEMENTS (n_values)], random);
      memcpy (sorted, numbers, n * sizeof *numbers);
      qsort (sorted, n, sizeof *sorted, compare);
      whence_quickselect (numbers, n, rank, sizeof *numbers, is_less);
      g_assert_cmpfloat (numbers[rank], ==, sorted[rank]);
      for (guint32 i = 0; i < n; i++)
        g_assert_true (i < rank ? numbers[i] <= numbers[rank] : numbers[i] >= numbers[rank]);
      qsort (numbers, n, sizeof *numbers, compare);
      g_assert_cmpmem (numbers, n * sizeof *numbers, sorted, n * sizeof *sorted);
    }
}

static void
test_linear (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree double *numbers = g_new (double, MANY);

  for (Order order = 0; order < N_ORDERS; order++)
    {
      fill (numbers, MANY, order, MANY, random);
      n_comparisons = 0;
      whence_quickselect (numbers, MANY, MANY / 2, sizeof *numbers, is_less);
      g_test_message ("order %d: %.2f comparisons each", order, (double) n_comparisons / MANY);
      g_assert_cmpuint (n_comparisons, <, 20 * MANY);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quickselect/small", test_small);
  g_test_add_func ("/quickselect/linear", test_linear);
  return g_test_run ();
}
