/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lower bound is what counting gives, whether it is looked for in halves or in leaps; and the near one is
 * found without a look at the far ones. */
#include "model/lower-bound.h"

#define MOST 70
#define MANY 100000

static guint n_looks;

static gboolean
counted_before (gconstpointer record, gconstpointer sought)
{
  n_looks++;
  return whence_is_before_uint32 (record, sought);
}

static void
test_counted (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint32 n = 0; n < MOST; n++)
    for (guint32 step = 0; step < 4; step++)
      {
        guint32 values[MOST], value = 1;
        gint64 wide[MOST];

        for (guint32 i = 0; i < n; i++)
          {
            values[i] = value += (guint32) g_rand_int_range (random, 0, (gint32) step + 1);
            wide[i] = (gint64) values[i] - 20;
          }
        for (guint32 sought = 0; sought <= value + 1; sought++)
          {
            guint32 expected = 0;

            while (expected < n && values[expected] < sought)
              expected++;
            g_assert_cmpuint (whence_lower_bound_uint32 (values, n, sought), ==, expected);
            g_assert_cmpuint (whence_lower_bound_int64 (wide, n, (gint64) sought - 20), ==, expected);
            g_assert_cmpuint (
              whence_lower_bound_near (values, n, sizeof *values, whence_is_before_uint32, &sought), ==,
              expected);
          }
      }
  g_assert_cmpuint (whence_lower_bound_uint32 (NULL, 0, 7), ==, 0);
}

static void
test_looks (void)
{
  g_autofree guint32 *values = g_new (guint32, MANY);

  for (guint32 i = 0; i < MANY; i++)
    values[i] = i;
  for (guint32 sought = 0; sought <= MANY; sought = sought * 3 + 1)
    {
      n_looks = 0;
      g_assert_cmpuint (whence_lower_bound (values, MANY, sizeof *values, counted_before, &sought), ==,
                        sought);
      g_assert_cmpuint (n_looks, <=, g_bit_storage (MANY));
      n_looks = 0;
      g_assert_cmpuint (whence_lower_bound_near (values, MANY, sizeof *values, counted_before, &sought), ==,
                        sought);
      g_assert_cmpuint (n_looks, <=, 2 * g_bit_storage (sought) + 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lower-bound/counted", test_counted);
  g_test_add_func ("/lower-bound/looks", test_looks);
  return g_test_run ();
}
