/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Digit by digit from the least significant one (LSD radix sort; Knuth, The Art of Computer Programming 3,
 * 5.2.5). Of the keys only the bits in which they differ from the least one are looked at, in as few passes
 * as have digits small enough for the caches: instants of whole days within a century take three. Two passes
 * before these find the digits and count all of them. */
#include "model/radix-sort.h"

#include <string.h>

#define MOST_BITS 9 /* of a digit */
#define N_VALUES (1 << MOST_BITS)
#define MOST_DIGITS ((64 + MOST_BITS - 1) / MOST_BITS)

/* Where the digits are in what a key is more than @least. */
typedef struct
{
  guint64 least;
  guint shift, bits, n;
  guint32 at[MOST_DIGITS][N_VALUES]; /* where the next record with this value of a digit belongs */
} Digits;

G_ALWAYS_INLINE static inline guint64
key_of (const char *record)
{
  return *(const guint64 *) (gconstpointer) record ^ G_GUINT64_CONSTANT (1) << 63;
}

G_ALWAYS_INLINE static inline guint
digit_of (guint64 key, const Digits *digits, guint nth)
{
  return (guint) ((key - digits->least) >> (digits->shift + nth * digits->bits)) & ((1u << digits->bits) - 1);
}

/* The low bits that no two keys differ in are those that none differs in from the first. */
G_ALWAYS_INLINE static inline void
find_digits (Digits *digits, const char *records, guint n, gsize size)
{
  guint64 first = n > 0 ? key_of (records) : 0, least = first, most = first, varying = 0;
  guint n_bits;

  for (guint i = 0; i < n; i++)
    {
      guint64 key = key_of (records + i * size);

      least = MIN (least, key);
      most = MAX (most, key);
      varying |= key ^ first;
    }
  digits->least = least;
  digits->shift = digits->bits = digits->n = 0;
  if (varying == 0)
    return;
  digits->shift = (guint) __builtin_ctzll (varying);
  n_bits = 64 - (guint) __builtin_clzll (most - least) - digits->shift;
  digits->n = (n_bits + MOST_BITS - 1) / MOST_BITS;
  digits->bits = (n_bits + digits->n - 1) / digits->n;
}

G_ALWAYS_INLINE static inline void
count_digits (Digits *digits, const char *records, guint n, gsize size)
{
  memset (digits->at, 0, digits->n * sizeof digits->at[0]);
  for (guint i = 0; i < n; i++)
    for (guint nth = 0; nth < digits->n; nth++)
      digits->at[nth][digit_of (key_of (records + i * size), digits, nth)]++;
  for (guint nth = 0; nth < digits->n; nth++)
    for (guint32 value = 0, sum = 0; value < N_VALUES; value++)
      {
        guint32 count = digits->at[nth][value];
        digits->at[nth][value] = sum;
        sum += count;
      }
}

G_ALWAYS_INLINE static inline gpointer
sort (char *records, char *beside, guint n, gsize size)
{
  Digits digits;
  char *from = records, *to = beside;

  find_digits (&digits, records, n, size);
  count_digits (&digits, records, n, size);
  for (guint nth = 0; nth < digits.n; nth++)
    {
      char *moved = to;

      for (guint i = 0; i < n; i++)
        memcpy (to + size * digits.at[nth][digit_of (key_of (from + i * size), &digits, nth)]++,
                from + i * size, size);
      to = from;
      from = moved;
    }
  return from;
}

/* Records of a size that is known when this is compiled are moved several times as fast. */
gpointer
whence_radix_sort (gpointer records, gpointer beside, guint n, gsize size)
{
  g_return_val_if_fail (size >= sizeof (gint64) && size % sizeof (gint64) == 0, records);
  switch (size)
    {
    case 8:
      return sort (records, beside, n, 8);
    case 16:
      return sort (records, beside, n, 16);
    case 24:
      return sort (records, beside, n, 24);
    default:
      return sort (records, beside, n, size);
    }
}
