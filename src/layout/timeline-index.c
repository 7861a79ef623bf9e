/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places sorted by lane, start and fact, in linear time; beside them the ends sorted on their own, which
 * makes counting two binary searches, and the latest end of each block of places, which lets the search for
 * what reaches into a view leave out whole blocks. */
#include "layout/timeline-index.h"

#include <string.h>

#include "layout/reach-table.h"
#include "model/radix-sort.h"

#define BLOCK 64
#define CANCEL_MASK 0xFFF
#define AHEAD 12       /* facts, about as long as memory takes */
#define FEW 512        /* ends that are sorted as fast by comparing them */
#define MOST_BANDS 200 /* more are no background any more: they are marks in their lanes */

struct _WhenceTimelineIndex
{
  gatomicrefcount references;
  WhenceScope *scope;
  WhenceLaneGrouping grouping;
  WhencePlace *places;
  gint64 *ends;    /* of each lane, sorted */
  gint64 *reaches; /* the latest end in each BLOCK of places */
  guint *first;    /* of each lane, in places; one more for the end */
  GArray *undated;
  GArray *bands; /* WhencePlace */
  guint n_hidden;
};

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  gint64 p = *(const gint64 *) a, q = *(const gint64 *) b;
  return p < q ? -1 : p > q;
}

static int
compare_bands (gconstpointer a, gconstpointer b)
{
  const WhencePlace *p = a, *q = b;
  if (p->from != q->from)
    return p->from < q->from ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

/* Takes the bands out of the lanes; returns how many are left. */
static guint
take_bands (WhenceTimelineIndex *index, WhencePlace *collected, guint n_collected)
{
  guint n = 0;
  for (guint i = 0; i < n_collected; i++)
    if (collected[i].band)
      g_array_append_val (index->bands, collected[i]);
    else
      collected[n++] = collected[i];
  g_array_sort (index->bands, compare_bands);
  return n;
}

/* Returns how many are in @collected, which has room for all facts; -1 when cancelled. */
static gint64
collect (WhenceTimelineIndex *index, const WhenceReachTable *reaches, WhencePlace *collected,
         GCancellable *cancellable)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (index->scope);
  guint n = 0, n_bands = 0;
  for (guint32 fact = 0; fact < whence_bundle_get_n_facts (bundle); fact++)
    {
      WhencePlace *entry = &collected[n];
      if ((fact & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return -1;
      whence_reach_table_prefetch (reaches, fact + AHEAD);
      if (!whence_scope_shows (index->scope, fact))
        index->n_hidden++;
      else if (!whence_reach_table_look (reaches, fact, &entry->from, &entry->to))
        g_array_append_val (index->undated, fact);
      else
        {
          entry->fact = fact;
          entry->lane = whence_lane_grouping_get_rank (&index->grouping, fact);
          entry->band = whence_bundle_get_fact_type (bundle, fact)->band != FALSE;
          n_bands += entry->band;
          n++;
        }
    }
  return n_bands == 0 || n_bands > MOST_BANDS ? n : take_bands (index, collected, n);
}

/* How many places come before each lane. */
static guint *
count_lanes (const WhencePlace *collected, guint n, guint n_lanes)
{
  guint *first = g_new0 (guint, n_lanes + 1);

  if (n_lanes == 1)
    first[1] = n;
  else
    for (guint i = 0; i < n; i++)
      first[collected[i].lane + 1]++;
  for (guint lane = 0; lane < n_lanes; lane++)
    first[lane + 1] += first[lane];
  return first;
}

/* @from is in the order of time, and its lanes stay so. */
static void
part_lanes (const WhenceTimelineIndex *index, const WhencePlace *from, WhencePlace *to, guint n)
{
  g_autofree guint *at = g_memdup2 (index->first, (index->grouping.n_keys + 1) * sizeof *at);

  for (guint i = 0; i < n; i++)
    to[at[from[i].lane]++] = from[i];
}

/* They come by fact, and each step keeps the order of the one before: by start, then by lane. Takes over
 * @collected; returns the room that is left over. Transfer full. */
static WhencePlace *
sort_places (WhenceTimelineIndex *index, WhencePlace *collected, guint n)
{
  WhencePlace *beside = g_new (WhencePlace, MAX (1, n));
  WhencePlace *sorted = whence_radix_sort (collected, beside, n, sizeof *collected);
  WhencePlace *other = sorted == collected ? beside : collected;
  gboolean parted = index->grouping.n_keys > 1;

  if (parted)
    part_lanes (index, sorted, other, n);
  index->places = parted ? other : sorted;
  return parted ? sorted : other;
}

/* @beside: room for as many. */
static void
sort_ends (gint64 *ends, guint n, gint64 *beside)
{
  if (n <= FEW)
    qsort (ends, n, sizeof *ends, compare_instants);
  else if (whence_radix_sort (ends, beside, n, sizeof *ends) == beside)
    memcpy (ends, beside, n * sizeof *ends);
}

/* Takes over @collected. */
static void
put_in_place (WhenceTimelineIndex *index, WhencePlace *collected, guint n)
{
  guint n_lanes = index->grouping.n_keys;
  g_autofree WhencePlace *room = NULL;

  index->first = count_lanes (collected, n, n_lanes);
  index->ends = g_new (gint64, MAX (1, n));
  index->reaches = g_new (gint64, n / BLOCK + 1);
  room = sort_places (index, collected, n);
  index->places = g_renew (WhencePlace, index->places, MAX (1, n));
  for (guint i = 0; i < n; i++)
    {
      gint64 *reach = &index->reaches[i / BLOCK], to = index->places[i].to;

      index->ends[i] = to;
      *reach = i % BLOCK == 0 ? to : MAX (*reach, to);
    }
  for (guint lane = 0; lane < n_lanes; lane++)
    sort_ends (index->ends + index->first[lane], index->first[lane + 1] - index->first[lane],
               (gint64 *) (gpointer) room);
}

WhenceTimelineIndex *
whence_timeline_index_new (WhenceScope *scope, WhenceGrouping grouping, GCancellable *cancellable)
{
  WhenceTimelineIndex *index = g_new0 (WhenceTimelineIndex, 1);
  g_autofree WhencePlace *collected =
    g_new (WhencePlace, whence_bundle_get_n_facts (whence_scope_get_bundle (scope)) + 1);
  WhenceReachTable reaches;
  gint64 n;

  g_atomic_ref_count_init (&index->references);
  index->scope = whence_scope_ref (scope);
  index->undated = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->bands = g_array_new (FALSE, FALSE, sizeof (WhencePlace));
  whence_lane_grouping_init (&index->grouping, scope, grouping);
  whence_reach_table_init (&reaches, scope);
  n = collect (index, &reaches, collected, cancellable);
  whence_reach_table_clear (&reaches);
  if (n >= 0)
    put_in_place (index, g_steal_pointer (&collected), (guint) n);
  else
    g_clear_pointer (&index, whence_timeline_index_unref);
  return index;
}

WhenceTimelineIndex *
whence_timeline_index_ref (WhenceTimelineIndex *index)
{
  g_atomic_ref_count_inc (&index->references);
  return index;
}

void
whence_timeline_index_unref (WhenceTimelineIndex *index)
{
  if (!g_atomic_ref_count_dec (&index->references))
    return;
  whence_lane_grouping_clear (&index->grouping);
  whence_scope_unref (index->scope);
  g_array_unref (index->undated);
  g_array_unref (index->bands);
  g_free (index->places);
  g_free (index->ends);
  g_free (index->reaches);
  g_free (index->first);
  g_free (index);
}

gboolean
whence_timeline_index_is_for (const WhenceTimelineIndex *index, const WhenceScope *scope,
                              WhenceGrouping grouping)
{
  return index->grouping.kind == grouping && whence_scope_has_same_facts (index->scope, scope);
}

const WhenceLaneGrouping *
whence_timeline_index_get_grouping (const WhenceTimelineIndex *index)
{
  return &index->grouping;
}

const GArray *
whence_timeline_index_get_undated (const WhenceTimelineIndex *index)
{
  return index->undated;
}

const GArray *
whence_timeline_index_get_bands (const WhenceTimelineIndex *index)
{
  return index->bands;
}

guint
whence_timeline_index_get_n_hidden (const WhenceTimelineIndex *index)
{
  return index->n_hidden;
}

/* --- Questions ----------------------------------------------------------------------------------- */

const WhencePlace *
whence_timeline_index_get_places (const WhenceTimelineIndex *index, guint lane, guint *n)
{
  *n = index->first[lane + 1] - index->first[lane];
  return index->places + index->first[lane];
}

/* The first of the places in [low, high) that begins at or after @instant, or @high. */
static guint
find_between (const WhencePlace *places, guint low, guint high, gint64 instant)
{
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (places[middle].from < instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint
whence_timeline_index_find (const WhenceTimelineIndex *index, guint lane, gint64 instant)
{
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

  return find_between (places, 0, n, instant);
}

guint
whence_timeline_index_find_after (const WhenceTimelineIndex *index, guint lane, guint first, gint64 instant)
{
  guint n, leap = 1;
  const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

  while (leap < n - first && places[first + leap].from < instant)
    leap *= 2;
  return find_between (places, first + leap / 2, MIN (n, first + leap), instant);
}

/* How many places of the lane end before @instant. */
static guint
count_ended (const WhenceTimelineIndex *index, guint lane, gint64 instant)
{
  guint low = index->first[lane], high = index->first[lane + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (index->ends[middle] < instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low - index->first[lane];
}

WhenceLaneWindow
whence_timeline_index_look (const WhenceTimelineIndex *index, guint lane, gint64 left, gint64 right)
{
  guint n = index->first[lane + 1] - index->first[lane];
  WhenceLaneWindow window = { .first = whence_timeline_index_find (index, lane, left),
                              .end = whence_timeline_index_find (index, lane, right),
                              .n_earlier = count_ended (index, lane, left) };
  window.n_later = n - window.end;
  window.n_carried = window.first - window.n_earlier;
  return window;
}

void
whence_timeline_index_foreach_carried (const WhenceTimelineIndex *index, guint lane, gint64 left,
                                       WhencePlaceFunc func, gpointer user_data)
{
  guint first = index->first[lane], end = first + whence_timeline_index_find (index, lane, left);
  for (guint i = first, block_end; i < end; i = block_end)
    {
      block_end = MIN (end, (i / BLOCK + 1) * BLOCK);
      if (index->reaches[i / BLOCK] < left)
        continue;
      for (; i < block_end; i++)
        if (index->places[i].to >= left && !func (&index->places[i], user_data))
          return;
    }
}
