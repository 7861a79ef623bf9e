/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sorting by keys gives what a stable sort by comparing gives. */
#include "model/radix-sort.h"

#include <string.h>

#define LARGEST 32 /* bytes */
#define N_KINDS 6

typedef struct
{
  gint64 key;
  guint32 value;
} Keyed;

static int
compare (gconstpointer a, gconstpointer b)
{
  const Keyed *p = a, *q = b;

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
      return (gint64) g_rand_int_range (rand, -20000, 20000) * 86400;
    case 4:
      return g_rand_boolean (rand) ? G_MININT64 + g_rand_int_range (rand, 0, 2)
                                   : G_MAXINT64 - g_rand_int_range (rand, 0, 2);
    default:
      return (gint64) ((guint64) g_rand_int (rand) << 32 | g_rand_int (rand));
    }
}

/* Records of @size bytes, the last of them the value where there is room for one. */
static void
check (GRand *rand, guint n, guint kind, gsize size)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Keyed));
  g_autofree char *records = g_malloc0 (n * size + 1), *beside = g_malloc0 (n * size + 1);
  const char *in_order;

  for (guint i = 0; i < n; i++)
    {
      Keyed keyed = { random_key (rand, kind), i };

      g_array_append_val (sorted, keyed);
      memcpy (records + i * size, &keyed.key, sizeof keyed.key);
      if (size > sizeof keyed.key)
        memcpy (records + (i + 1) * size - sizeof keyed.value, &keyed.value, sizeof keyed.value);
    }
  g_array_sort (sorted, compare);
  in_order = whence_radix_sort (records, beside, n, size);
  g_assert_true (in_order == records || in_order == beside);
  for (guint i = 0; i < n; i++)
    {
      const Keyed *expected = &g_array_index (sorted, Keyed, i);

      g_assert_cmpmem (in_order + i * size, sizeof expected->key, &expected->key, sizeof expected->key);
      if (size > sizeof expected->key)
        g_assert_cmpmem (in_order + (i + 1) * size - sizeof expected->value, sizeof expected->value,
                         &expected->value, sizeof expected->value);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint n = 0; n < 5000; n = n * 5 / 3 + 1)
    for (guint kind = 0; kind < N_KINDS; kind++)
      for (gsize size = 8; size <= LARGEST; size += 8)
        check (rand, n, kind, size);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix-sort/random", test_random);
  return g_test_run ();
}
