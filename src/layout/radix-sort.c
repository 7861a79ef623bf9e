/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Byte by byte from the least significant one (LSD radix sort; Knuth, The Art of Computer Programming 3,
 * 5.2.5). All bytes are counted in one pass, and a byte that is the same in all keys is passed over, as most
 * bytes of instants are. */
#include "layout/radix-sort.h"

#include <string.h>

#define N_BYTES 8

/* The sign bit the other way round: negative keys come first. */
static guint
byte_of (gint64 key, guint nth)
{
  return (guint) (((guint64) key ^ (G_GUINT64_CONSTANT (1) << 63)) >> (8 * nth)) & 0xff;
}

static void
move_by_byte (const WhenceKeyed *from, WhenceKeyed *to, guint n, guint nth, const guint32 *counts)
{
  guint32 at[256];
  guint32 sum = 0;

  for (guint i = 0; i < 256; i++)
    {
      at[i] = sum;
      sum += counts[i];
    }
  for (guint i = 0; i < n; i++)
    to[at[byte_of (from[i].key, nth)]++] = from[i];
}

void
whence_radix_sort (WhenceKeyed *keyed, WhenceKeyed *beside, guint n)
{
  guint32 counts[N_BYTES][256] = { 0 };
  WhenceKeyed *from = keyed, *to = beside;

  for (guint i = 0; i < n; i++)
    for (guint nth = 0; nth < N_BYTES; nth++)
      counts[nth][byte_of (keyed[i].key, nth)]++;
  for (guint nth = 0; nth < N_BYTES && n > 1; nth++)
    {
      WhenceKeyed *moved = to;

      if (counts[nth][byte_of (from[0].key, nth)] == n)
        continue;
      move_by_byte (from, to, n, nth, counts[nth]);
      to = from;
      from = moved;
    }
  if (from != keyed)
    memcpy (keyed, from, n * sizeof *keyed);
}
