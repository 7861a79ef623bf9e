/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digit by digit from the least significant one (LSD radix sort; Knuth, The Art of Computer Programming 3,
 * 5.2.5). Of the keys only the bits in which they differ from the least one are looked at, in as few passes
 * as have digits small enough for the caches: instants of whole days within a century take three. */
#include "layout/radix-sort.h"

#include <string.h>

#define MOST_BITS 9 /* of a digit */
#define N_DIGITS (1 << MOST_BITS)

/* Where the digits are in what a key is more than @least. */
typedef struct
{
  guint64 least;
  guint shift, bits, n;
} Digits;

G_ALWAYS_INLINE static inline guint64
key_of (const char *record)
{
  return *(const guint64 *) (gconstpointer) record ^ G_GUINT64_CONSTANT (1) << 63;
}

G_ALWAYS_INLINE static inline guint
digit_of (const char *record, const Digits *digits, guint nth)
{
  return (guint) ((key_of (record) - digits->least) >> (digits->shift + nth * digits->bits))
         & ((1u << digits->bits) - 1);
}

G_ALWAYS_INLINE static inline Digits
find_digits (const char *records, guint n, gsize size)
{
  Digits digits = { .least = G_MAXUINT64 };
  guint64 varying = 0;
  guint n_bits;

  for (guint i = 0; i < n; i++)
    digits.least = MIN (digits.least, key_of (records + i * size));
  for (guint i = 0; i < n; i++)
    varying |= key_of (records + i * size) - digits.least;
  if (varying == 0)
    return digits;
  digits.shift = (guint) __builtin_ctzll (varying);
  n_bits = 64 - (guint) __builtin_clzll (varying) - digits.shift;
  digits.n = (n_bits + MOST_BITS - 1) / MOST_BITS;
  digits.bits = (n_bits + digits.n - 1) / digits.n;
  return digits;
}

G_ALWAYS_INLINE static inline void
move_by_digit (const char *from, char *to, guint n, gsize size, const Digits *digits, guint nth)
{
  guint32 at[N_DIGITS] = { 0 }, sum = 0;

  for (guint i = 0; i < n; i++)
    at[digit_of (from + i * size, digits, nth)]++;
  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint32 count = at[i];
      at[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    memcpy (to + size * at[digit_of (from + i * size, digits, nth)]++, from + i * size, size);
}

G_ALWAYS_INLINE static inline void
sort (char *records, char *beside, guint n, gsize size)
{
  const Digits digits = find_digits (records, n, size);
  char *from = records, *to = beside;

  for (guint nth = 0; nth < digits.n; nth++)
    {
      char *moved = to;

      move_by_digit (from, to, n, size, &digits, nth);
      to = from;
      from = moved;
    }
  if (from != records)
    memcpy (records, from, n * size);
}

/* Records of a size that is known when this is compiled are moved several times as fast. */
void
whence_radix_sort (gpointer records, gpointer beside, guint n, gsize size)
{
  g_return_if_fail (size >= sizeof (gint64) && size % sizeof (gint64) == 0);
  switch (size)
    {
    case 8:
      sort (records, beside, n, 8);
      break;
    case 24:
      sort (records, beside, n, 24);
      break;
    default:
      sort (records, beside, n, size);
    }
}
