/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many facts a stretch of a lane may show as marks. Candidates are sorted once by lane and time;
 * stretches of a power of two of seconds are then runs in that order at every size. Each run keeps its few
 * most telling facts, the rest is counted; the number kept is the largest that stays within the budget. O(n
 * log n). */
#include "layout/timeline-scene-private.h"

#include <math.h>

#define STRETCH 44.0 /* px, the least width of a stretch */
#define MOST_KEPT 64
#define WIDEST_SHIFT 63
/* Rather than to show hardly any fact by itself, stretches become wider, up to about a label's width. */
#define FEW_KEPT 3
#define MOST_DOUBLINGS 3

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const WhenceCandidate *p = a, *q = b;
  if (p->lane != q->lane)
    return p->lane < q->lane ? -1 : 1;
  if (p->start != q->start)
    return p->start < q->start ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static guint
end_of_run (const WhenceCandidate *candidates, guint n, guint first, guint shift)
{
  guint end = first + 1;
  while (end < n && candidates[end].lane == candidates[first].lane
         && candidates[end].start >> shift == candidates[first].start >> shift)
    end++;
  return end;
}

/* How many items a run of @size makes when @kept is allowed: all of it, or fewer and a cluster. */
static guint
items_of_run (guint size, guint kept)
{
  return MIN (size, MAX (kept, 1));
}

static guint
count_items (const WhenceCandidate *candidates, guint n, guint shift, guint kept)
{
  guint total = 0;
  for (guint first = 0, end; first < n; first = end)
    {
      end = end_of_run (candidates, n, first, shift);
      total += items_of_run (end - first, kept);
    }
  return total;
}

typedef struct
{
  guint index;
  guint weight;
} Weighed;

/* Amounts first, then what more sources tell, then the order of time. */
static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *p = a, *q = b;
  if (p->weight != q->weight)
    return p->weight > q->weight ? -1 : 1;
  return p->index < q->index ? -1 : p->index > q->index;
}

static guint
weigh_fact (const WhenceBundle *bundle, guint32 fact)
{
  WhenceFact record;
  whence_bundle_get_fact (bundle, fact, &record);
  return (record.has_amount ? 16 : 0) + (record.has_share ? 8 : 0) + 4 * MIN (record.n_citations, 8)
         + MIN (record.n_related, 3);
}

static void
cluster_run (WhenceCandidate *run, guint size, guint kept, guint cluster, const WhenceBundle *bundle)
{
  for (guint i = 0; i < size; i++)
    run[i].cluster = cluster;
  if (kept < 2)
    return;
  g_autofree Weighed *weighed = g_new (Weighed, size);
  for (guint i = 0; i < size; i++)
    weighed[i] = (Weighed){ i, weigh_fact (bundle, run[i].fact) };
  qsort (weighed, size, sizeof *weighed, compare_weighed);
  for (guint i = 0; i + 1 < kept; i++)
    run[weighed[i].index].cluster = WHENCE_NONE;
}

static guint
choose_shift (double seconds_per_px)
{
  double exponent = ceil (log2 (MAX (1, STRETCH * seconds_per_px)));
  return (guint) MIN (exponent, WIDEST_SHIFT);
}

/* The most marks and clusters that a run may make within the budget; 1 when even that is too much. */
static guint
choose_kept (const WhenceCandidate *candidates, guint n, guint shift, guint budget)
{
  guint kept = MOST_KEPT;
  while (kept > 1 && count_items (candidates, n, shift, kept) > budget)
    kept -= MAX (1, kept / 4);
  return kept;
}

guint
whence_density_choose (WhenceCandidate *candidates, guint n, guint budget, double seconds_per_px,
                       const WhenceBundle *bundle)
{
  if (n == 0)
    return 0;
  qsort (candidates, n, sizeof *candidates, compare_candidates);
  for (guint i = 0; i < n; i++)
    candidates[i].cluster = WHENCE_NONE;
  if (n <= budget)
    return 0;

  guint shift = choose_shift (seconds_per_px), widest = MIN (shift + MOST_DOUBLINGS, WIDEST_SHIFT);
  guint kept = choose_kept (candidates, n, shift, budget);
  while (shift < widest && kept < FEW_KEPT)
    kept = choose_kept (candidates, n, ++shift, budget);
  while (shift < WIDEST_SHIFT && kept <= 1 && count_items (candidates, n, shift, kept) > 2 * budget)
    shift++;

  guint n_clusters = 0;
  for (guint first = 0, end; first < n; first = end)
    {
      end = end_of_run (candidates, n, first, shift);
      if (end - first > kept)
        cluster_run (candidates + first, end - first, kept, n_clusters++, bundle);
    }
  return n_clusters;
}
