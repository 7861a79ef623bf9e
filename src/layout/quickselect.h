/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The k-th of many without sorting them (Hoare 1961). Which one that is depends on the order alone, not on
 * how they stood. O(n) on average, also where they are in order already, or all equal; inlined, since it
 * walks through hundreds of thousands. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define WHENCE_QUICKSELECT_LARGEST 16 /* bytes */

/* Whether @a comes before @b; of equal ones, neither. */
typedef gboolean (*WhenceComesBefore) (gconstpointer a, gconstpointer b);

G_ALWAYS_INLINE static inline void
whence_quickselect_swap (char *a, char *b, gsize size)
{
  char c[WHENCE_QUICKSELECT_LARGEST];

  memcpy (c, a, size);
  memcpy (a, b, size);
  memcpy (b, c, size);
}

/* The one in the middle of three. */
G_ALWAYS_INLINE static inline char *
whence_quickselect_choose (char *a, char *b, char *c, WhenceComesBefore comes_before)
{
  if (comes_before (b, a) != comes_before (c, a))
    return a;
  return comes_before (a, b) != comes_before (c, b) ? b : c;
}

/* Puts the record at @low between those from there to @high that come before it and those that come after;
 * equal ones stand on both sides. Returns where it stands. */
G_ALWAYS_INLINE static inline gint64
whence_quickselect_divide (char *records, gint64 low, gint64 high, gsize size, WhenceComesBefore comes_before)
{
  char *pivot = records + low * (gint64) size;
  gint64 i = low, k = high + 1;

  for (;;)
    {
      do
        i++;
      while (i <= high && comes_before (records + i * (gint64) size, pivot));
      do
        k--;
      while (comes_before (pivot, records + k * (gint64) size));
      if (i >= k)
        break;
      whence_quickselect_swap (records + i * (gint64) size, records + k * (gint64) size, size);
    }
  whence_quickselect_swap (pivot, records + k * (gint64) size, size);
  return k;
}

/* Moves the @n records of @size bytes so that at @rank stands what a sort would put there, before it nobody
 * who comes after it, and behind it nobody who comes before it. @rank < @n. */
G_ALWAYS_INLINE static inline void
whence_quickselect (gpointer records, guint32 n, guint32 rank, gsize size, WhenceComesBefore comes_before)
{
  gint64 low = 0, high = (gint64) n - 1;

  while (low < high)
    {
      char *first = (char *) records + low * (gint64) size, *last = (char *) records + high * (gint64) size,
           *middle = (char *) records + (low + (high - low) / 2) * (gint64) size;
      gint64 at;

      whence_quickselect_swap (first, whence_quickselect_choose (first, middle, last, comes_before), size);
      at = whence_quickselect_divide (records, low, high, size, comes_before);
      if (at == rank)
        return;
      if (rank < at)
        high = at - 1;
      else
        low = at + 1;
    }
}

static inline gboolean
whence_is_less_double (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b;
}

/* The value of @rank among the @n, which it puts in another order. @rank < @n. */
static inline double
whence_quickselect_double (double *values, guint32 n, guint32 rank)
{
  whence_quickselect (values, n, rank, sizeof *values, whence_is_less_double);
  return values[rank];
}

/* The same of the one in the middle. @n > 0. */
static inline double
whence_median (double *values, guint32 n)
{
  return whence_quickselect_double (values, n, n / 2);
}

G_END_DECLS
