/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Huffman's lengths, made with two queues: the symbols by their count, and the knots in the order in which
 * they come to be. Where a code gets too long, counts are made more alike and all begins anew. */
#include "paint/prefix-code.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint32 count;
  gint16 left, right; /* of a knot; of a leaf -1 and its symbol */
} Tree;

static void
measure_depth (const Tree *tree, int at, guint depth, guint8 *lengths)
{
  if (tree[at].left < 0)
    {
      lengths[tree[at].right] = (guint8) MIN (depth, G_MAXUINT8);
      return;
    }
  measure_depth (tree, tree[at].left, depth + 1, lengths);
  measure_depth (tree, tree[at].right, depth + 1, lengths);
}

static int
compare_leaves (gconstpointer a, gconstpointer b)
{
  const Tree *x = a, *y = b;

  if (x->count != y->count)
    return x->count < y->count ? -1 : 1;
  return x->right - y->right;
}

/* Returns the longest. */
static guint
measure_lengths (const guint32 *counts, guint n, guint8 *lengths)
{
  Tree tree[2 * WHENCE_MOST_SYMBOLS] = { 0 };
  guint n_leaves = 0, leaf = 0, knot, end, longest = 0;

  memset (lengths, 0, n);
  for (guint i = 0; i < n; i++)
    if (counts[i] > 0)
      tree[n_leaves++] = (Tree){ counts[i], -1, (gint16) i };
  qsort (tree, n_leaves, sizeof *tree, compare_leaves);
  for (knot = end = n_leaves; end < 2 * n_leaves - 1; end++)
    {
      guint pick[2];
      for (guint k = 0; k < 2; k++)
        pick[k] = knot == end || (leaf < n_leaves && tree[leaf].count <= tree[knot].count) ? leaf++ : knot++;
      tree[end] = (Tree){ tree[pick[0]].count + tree[pick[1]].count, (gint16) pick[0], (gint16) pick[1] };
    }
  measure_depth (tree, (int) end - 1, 0, lengths);
  for (guint i = 0; i < n; i++)
    longest = MAX (longest, lengths[i]);
  return longest;
}

static guint16
reverse (guint32 bits, guint length)
{
  guint16 reversed = 0;

  for (guint bit = 0; bit < length; bit++)
    reversed |= (guint16) ((bits >> bit & 1) << (length - 1 - bit));
  return reversed;
}

void
whence_prefix_code_init (WhencePrefixCode *code, guint32 *counts, guint n, guint most_bits)
{
  guint32 next = 0;
  guint n_used = 0;

  for (guint i = 0; i < n; i++)
    n_used += counts[i] > 0;
  for (guint i = 0; n_used < 2; i++)
    if (counts[i] == 0)
      {
        counts[i] = 1;
        n_used++;
      }
  while (measure_lengths (counts, n, code->length) > most_bits)
    for (guint i = 0; i < n; i++)
      counts[i] = counts[i] > 0 ? counts[i] / 2 + 1 : 0;
  for (guint length = 1; length <= most_bits; length++, next <<= 1)
    for (guint i = 0; i < n; i++)
      if (code->length[i] == length)
        code->bits[i] = reverse (next++, length);
}
