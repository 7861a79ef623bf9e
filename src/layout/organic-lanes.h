/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Eight numbers at a time. The number of lanes is part of the result, and the same on every machine: where
 * registers hold four, two of them make eight, so that sums come out with the same bits. */
#pragma once

#include <glib.h>

#define LANES 8

typedef float Lanes __attribute__ ((vector_size (LANES * sizeof (float)), aligned (LANES * sizeof (float))));
typedef gint32 IntLanes __attribute__ ((vector_size (LANES * sizeof (gint32))));
typedef guint16 ShortLanes
  __attribute__ ((vector_size (LANES * sizeof (guint16)), aligned (sizeof (guint16)), may_alias));

/* The bits of 1.0 in each lane. */
#define ONE ((IntLanes){ 0 } + 0x3f800000)

/* Built for both, chosen when the program starts. */
#if defined(__x86_64__) && defined(__GLIBC__)
#  define BOTH_WIDTHS __attribute__ ((target_clones ("avx2", "default"), flatten))
#else
#  define BOTH_WIDTHS
#endif

static inline float
sum_of (const Lanes *lanes)
{
  const Lanes l = *lanes;
  return ((l[0] + l[1]) + (l[2] + l[3])) + ((l[4] + l[5]) + (l[6] + l[7]));
}

/* 1 / √x to about 5e-6, from a guess by its exponent and two steps of Newton's: faster than a root and a
 * division, and the same bits everywhere. */
static inline void
invert_roots (Lanes *x)
{
  Lanes guess = (Lanes) (0x5f375a86 - ((IntLanes) *x >> 1)), half = 0.5f * *x;

  guess *= 1.5f - half * guess * guess;
  *x = guess * (1.5f - half * guess * guess);
}
