/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How many facts a stretch of a lane may show as marks. Candidates are sorted by lane and time, so that the
 * stretches of the calendar are runs in that order at every length. Each run keeps its few most telling
 * facts, the rest is counted; the number kept is the largest that stays within the budget. O(n). */
#include "layout/timeline-plan.h"

#include "model/lower-bound.h"

#define STRETCH 44.0 /* px, the least width of a stretch */
#define MOST_KEPT 64
/* Rather than to show hardly any fact by itself, stretches become wider, up to about a label's width. */
#define FEW_KEPT 3
#define MOST_LONGER 2

/* Whether the candidate is in the lane of @limit and starts before it. */
static gboolean
is_within (gconstpointer candidate, gconstpointer limit)
{
  const WhenceCandidate *one = candidate, *other = limit;
  return one->lane == other->lane && one->start < other->start;
}

/* The first candidate after those that are in the same lane and stretch as the one at @first. */
static guint
end_of_run (const WhenceCandidate *candidates, guint n, guint first, WhenceStretch stretch)
{
  WhenceCandidate limit = candidates[first];
  limit.start = whence_stretch_end (stretch, whence_stretch_start (stretch, limit.start));
  return first + whence_lower_bound_near (candidates + first, n - first, sizeof limit, is_within, &limit);
}

/* A stretch of a lane. */
typedef struct
{
  guint size;
  gboolean barred; /* what is not kept goes into the bars of its lane, and makes no item of its own */
} Run;

static guint
end_of_lane (const WhenceCandidate *candidates, guint n, guint first)
{
  guint end = first + 1;
  while (end < n && candidates[end].lane == candidates[first].lane)
    end++;
  return end;
}

/* Transfer full. */
static GArray *
measure_runs (const WhenceCandidate *candidates, guint n, WhenceStretch stretch)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  for (guint lane = 0, lane_end; lane < n; lane = lane_end)
    {
      lane_end = end_of_lane (candidates, n, lane);
      for (guint first = lane, end; first < lane_end; first = end)
        {
          end = end_of_run (candidates, lane_end, first, stretch);
          Run run = { end - first, lane_end - lane >= WHENCE_LANE_MANY };
          g_array_append_val (runs, run);
        }
    }
  return runs;
}

/* A run makes @kept items when it is longer: all but one of them marks, and a cluster. */
static guint
count_items (const GArray *runs, guint kept)
{
  guint total = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      total += run->size <= kept ? run->size : kept - (run->barred ? 1 : 0);
    }
  return total;
}

typedef struct
{
  guint index;
  guint weight;
} Weighed;

/* Amounts first, then what more sources tell that were there. */
static guint
weigh_fact (const WhenceScope *scope, guint32 fact)
{
  WhenceFact record;
  guint n_citations = 0, n_related = 0;
  whence_bundle_get_fact (whence_scope_get_bundle (scope), fact, &record);
  for (guint i = 0; i < record.n_citations && n_citations < 8; i++)
    n_citations += whence_scope_counts (scope, fact, i);
  for (guint i = 0; i < record.n_related && n_related < 3; i++)
    {
      WhenceRelation relation;
      whence_bundle_get_relation (whence_scope_get_bundle (scope), fact, i, &relation);
      n_related +=
        whence_known_by_get_fact (whence_scope_get_known_by (scope), relation.fact) != WHENCE_ACTIVITY_NOT;
    }
  return (record.has_amount ? 16 : 0) + (record.has_share ? 8 : 0) + 4 * n_citations + n_related;
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
cluster_run (WhenceCandidate *run, guint size, guint kept, guint cluster, const WhenceScope *scope)
{
  Weighed weighty[MOST_KEPT];
  guint n = 0;
  for (guint i = 0; i < size; i++)
    {
      run[i].cluster = cluster;
      if (kept > 1)
        n = keep_weighty (weighty, n, kept - 1, (Weighed){ i, weigh_fact (scope, run[i].fact) });
    }
  for (guint i = 0; i < n; i++)
    run[weighty[i].index].cluster = WHENCE_NONE;
}

/* The most items that a run may make within the budget; 1 when even that is too much. */
static guint
choose_kept (const GArray *runs, guint budget)
{
  guint kept = MOST_KEPT;
  while (kept > 1 && count_items (runs, kept) > budget)
    kept -= MAX (1, kept / 4);
  return kept;
}

/* The length of the stretches, and how many items each may make. */
static WhenceStretch
choose_stretch (const WhenceCandidate *candidates, guint n, guint budget, double seconds_per_px, guint *kept)
{
  WhenceStretch stretch = whence_stretch_choose (STRETCH * seconds_per_px);
  for (guint i = 0;; i++)
    {
      g_autoptr (GArray) runs = measure_runs (candidates, n, stretch);
      WhenceStretch longer = whence_stretch_longer (stretch);
      *kept = choose_kept (runs, budget);
      gboolean many = *kept <= 1 && runs->len > 2 * budget;
      if (longer == stretch || (i < MOST_LONGER ? *kept >= FEW_KEPT : !many))
        return stretch;
      stretch = longer;
    }
}

guint
whence_density_choose (WhenceCandidate *candidates, guint n, guint budget, double seconds_per_px,
                       const WhenceScope *scope, WhenceStretch *stretch)
{
  guint kept, n_clusters = 0;
  if (n <= budget)
    return 0;
  *stretch = choose_stretch (candidates, n, budget, seconds_per_px, &kept);
  for (guint first = 0, end; first < n; first = end)
    {
      end = end_of_run (candidates, n, first, *stretch);
      if (end - first > kept)
        cluster_run (candidates + first, end - first, kept, n_clusters++, scope);
    }
  return n_clusters;
}
