/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The generator of the organic layout: PCG-XSH-RR 64/32 (O'Neill 2014). Eight bytes of state, the same
 * numbers on every machine. */
#include "layout/organic-steps.h"

#define MULTIPLIER G_GUINT64_CONSTANT (6364136223846793005)
#define INCREMENT G_GUINT64_CONSTANT (1442695040888963407)

void
whence_random_init (WhenceRandom *random, guint64 seed)
{
  random->state = 0;
  whence_random_next (random);
  random->state += seed;
  whence_random_next (random);
}

guint32
whence_random_next (WhenceRandom *random)
{
  guint64 state = random->state;
  guint32 folded = (guint32) (((state >> 18) ^ state) >> 27);
  guint32 turn = (guint32) (state >> 59);

  random->state = state * MULTIPLIER + INCREMENT;
  return (folded >> turn) | (folded << ((32 - turn) & 31));
}

double
whence_random_unit (WhenceRandom *random)
{
  return whence_random_next (random) / 4294967296.0;
}
