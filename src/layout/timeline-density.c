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

/* The sizes of all runs. Transfer full. */
static GArray *
measure_runs (const WhenceCandidate *candidates, guint n, guint shift)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint first = 0, end; first < n; first = end)
    {
      end = end_of_run (candidates, n, first, shift);
      guint size = end - first;
      g_array_append_val (sizes, size);
    }
  return sizes;
}

/* A run makes @kept items when it is longer: all but one of them marks, and a cluster. */
static guint
count_items (const GArray *sizes, guint kept)
{
  guint total = 0;
  for (guint i = 0; i < sizes->len; i++)
    total += MIN (g_array_index (sizes, guint, i), kept);
  return total;
}

typedef struct
{
  guint index;
  guint weight;
} Weighed;

/* Amounts first, then what more sources tell. */
static guint
weigh_fact (const WhenceBundle *bundle, guint32 fact)
{
  WhenceFact record;
  whence_bundle_get_fact (bundle, fact, &record);
  return (record.has_amount ? 16 : 0) + (record.has_share ? 8 : 0) + 4 * MIN (record.n_citations, 8)
         + MIN (record.n_related, 3);
}

/* Puts a fact among the @n weightiest so far, of which there may be @most; of equals the earlier stays
 * before. */
static guint
keep_weighty (Weighed *kept, guint n, guint most, Weighed candidate)
{
  if (n == most && kept[n - 1].weight >= candidate.weight)
    return n;
  guint at = n < most ? n : most - 1;
  for (; at > 0 && kept[at - 1].weight < candidate.weight; at--)
    kept[at] = kept[at - 1];
  kept[at] = candidate;
  return MIN (n + 1, most);
}

static void
cluster_run (WhenceCandidate *run, guint size, guint kept, guint cluster, const WhenceBundle *bundle)
{
  Weighed weighty[MOST_KEPT];
  guint n = 0;
  for (guint i = 0; i < size; i++)
    {
      run[i].cluster = cluster;
      if (kept > 1)
        n = keep_weighty (weighty, n, kept - 1, (Weighed){ i, weigh_fact (bundle, run[i].fact) });
    }
  for (guint i = 0; i < n; i++)
    run[weighty[i].index].cluster = WHENCE_NONE;
}

static guint
choose_shift (double seconds_per_px)
{
  double exponent = ceil (log2 (MAX (1, STRETCH * seconds_per_px)));
  return (guint) MIN (exponent, WIDEST_SHIFT);
}

/* The most items that a run may make within the budget; 1 when even that is too much. */
static guint
choose_kept (const GArray *sizes, guint budget)
{
  guint kept = MOST_KEPT;
  while (kept > 1 && count_items (sizes, kept) > budget)
    kept -= MAX (1, kept / 4);
  return kept;
}

/* The length of the stretches, as a power of two of seconds, and how many items each may make. */
static guint
choose_stretch (const WhenceCandidate *candidates, guint n, guint budget, double seconds_per_px, guint *kept)
{
  guint shift = choose_shift (seconds_per_px), widest = MIN (shift + MOST_DOUBLINGS, WIDEST_SHIFT);
  for (;; shift++)
    {
      g_autoptr (GArray) sizes = measure_runs (candidates, n, shift);
      *kept = choose_kept (sizes, budget);
      gboolean many = *kept <= 1 && sizes->len > 2 * budget;
      if (shift >= WIDEST_SHIFT || (shift < widest ? *kept >= FEW_KEPT : !many))
        return shift;
    }
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

  guint kept, shift = choose_stretch (candidates, n, budget, seconds_per_px, &kept);
  guint n_clusters = 0;
  for (guint first = 0, end; first < n; first = end)
    {
      end = end_of_run (candidates, n, first, shift);
      if (end - first > kept)
        cluster_run (candidates + first, end - first, kept, n_clusters++, bundle);
    }
  return n_clusters;
}
