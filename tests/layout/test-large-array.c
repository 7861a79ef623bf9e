/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Large arrays hold what is written to them, whatever has waited or comes at the same time. */
#include "layout/large-array.h"

#define MB ((gsize) 1 << 20)

/* From the heap and mapped, and just about where one becomes the other. */
static const gsize sizes[] = { 0, 1, 100, MB, 4 * MB - 1, 4 * MB, 4 * MB + 1, 6 * MB, 9 * MB };

static void
fill (guint8 *array, gsize size, guint seed)
{
  for (gsize i = 0; i < size; i++)
    array[i] = (guint8) (i * 31 + seed);
}

static void
check (const guint8 *array, gsize size, guint seed)
{
  for (gsize i = 0; i < size; i++)
    if (array[i] != (guint8) (i * 31 + seed))
      g_error ("byte %" G_GSIZE_FORMAT " is %u", i, array[i]);
}

static void
test_grow (void)
{
  for (guint a = 0; a < G_N_ELEMENTS (sizes); a++)
    for (guint b = 0; b < G_N_ELEMENTS (sizes); b++)
      {
        gsize kept = MIN (sizes[a], sizes[b]);
        guint8 *array = whence_large_array_new (guint8, sizes[a]), *copy;

        fill (array, sizes[a], a);
        array = whence_large_array_renew (guint8, array, sizes[b]);
        check (array, kept, a);
        copy = whence_large_array_dup (array, kept, 1);
        fill (array, sizes[b], b);
        check (copy, kept, a);
        whence_large_array_free (copy);
        whence_large_array_free (array);
      }
  whence_large_array_free (whence_large_array_renew (guint8, NULL, 3));
  whence_large_array_free (NULL);
}

/* What waits serves the next of its size, and not one that it is too small or far too large for. */
static void
test_again (void)
{
  guint8 *array = whence_large_array_new (guint8, 40 * MB), *next, *small;

  fill (array, 40 * MB, 1);
  whence_large_array_free (array);
  small = whence_large_array_new (guint8, 10 * MB);
  g_assert_true (small != array);
  next = whence_large_array_new (guint8, 38 * MB);
  g_assert_true (next == array);
  fill (next, 38 * MB, 2);
  fill (small, 10 * MB, 3);
  check (next, 38 * MB, 2);
  whence_large_array_free (next);
  whence_large_array_free (small);
}

/* More than may wait, and more than there are places for. */
static void
test_many (void)
{
  guint8 *arrays[40];

  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        {
          arrays[i] = whence_large_array_new (guint8, (5 + i / 2) * MB);
          fill (arrays[i], 3000, i);
        }
      for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
        {
          check (arrays[i], 3000, i);
          whence_large_array_free (arrays[i]);
        }
    }
}

static gpointer
come_and_go (gpointer seed)
{
  for (guint i = 0; i < 200; i++)
    {
      gsize size = (5 + (i + GPOINTER_TO_UINT (seed)) % 3) * MB;
      guint8 *array = whence_large_array_new (guint8, size);

      fill (array + size - 2000, 2000, GPOINTER_TO_UINT (seed));
      g_thread_yield ();
      check (array + size - 2000, 2000, GPOINTER_TO_UINT (seed));
      whence_large_array_free (array);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    threads[t] = g_thread_new ("array", come_and_go, GUINT_TO_POINTER (t + 1));
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    g_thread_join (threads[t]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large-array/grow", test_grow);
  g_test_add_func ("/large-array/again", test_again);
  g_test_add_func ("/large-array/many", test_many);
  g_test_add_func ("/large-array/threads", test_threads);
  return g_test_run ();
}
