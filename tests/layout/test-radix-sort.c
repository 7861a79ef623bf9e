/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorting by keys gives what a stable sort by comparing gives. */
#include "layout/radix-sort.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  const WhenceKeyed *p = a, *q = b;

  if (p->key != q->key)
    return p->key < q->key ? -1 : 1;
  return p->value < q->value ? -1 : p->value > q->value;
}

static gint64
random_key (GRand *rand, guint kind)
{
  switch (kind)
    {
    case 0:
      return g_rand_int_range (rand, -3, 3);
    case 1:
      return g_rand_int_range (rand, -1000000000, 2000000000);
    case 2:
      return 42;
    case 3:
      return g_rand_boolean (rand) ? G_MININT64 + g_rand_int_range (rand, 0, 2)
                                   : G_MAXINT64 - g_rand_int_range (rand, 0, 2);
    default:
      return (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 0; n < 5000; n = n * 5 / 3 + 1)
    for (guint kind = 0; kind < 5; kind++)
      {
        g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (WhenceKeyed));
        g_autofree WhenceKeyed *keyed = g_new0 (WhenceKeyed, n), *beside = g_new0 (WhenceKeyed, n);

        for (guint i = 0; i < n; i++)
          {
            keyed[i] = (WhenceKeyed){ random_key (rand, kind), i };
            g_array_append_val (sorted, keyed[i]);
          }
        g_array_sort (sorted, compare);
        whence_radix_sort (keyed, beside, n);
        for (guint i = 0; i < n; i++)
          g_assert_cmpint (compare (&keyed[i], &g_array_index (sorted, WhenceKeyed, i)), ==, 0);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix-sort/random", test_random);
  return g_test_run ();
}
