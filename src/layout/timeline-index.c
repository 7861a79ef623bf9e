/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places sorted by lane, start and fact, in linear time; beside them the ends sorted on their own, which
 * makes counting two binary searches, and the latest end of each block of places, which lets the search for
 * what reaches into a view leave out whole blocks. */
#include "layout/timeline-index.h"

#include <string.h>

#include "layout/reach-table.h"
#include "model/lower-bound.h"
#include "model/radix-sort.h"

#define BLOCK 64
#define CANCEL_MASK 0xFFF
#define AHEAD 24       /* facts, about as long as memory takes */
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
compare_bands (gconstpointer a, gconstpointer b)
{
  const WhencePlace *p = a, *q = b;
  if (p->from != q->from)
    return p->from < q->from ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

/* What places are made from. */
typedef struct
{
  WhenceReachTable table;
  WhenceReach *reaches; /* of what has a place in time, by fact */
  guint n;
  guint *counts; /* of each number */
  guint *lanes;  /* of each fact; NULL: there is one lane */
} Reaches;

static void
reaches_init (Reaches *reaches, const WhenceTimelineIndex *index)
{
  guint n_facts = whence_bundle_get_n_facts (whence_scope_get_bundle (index->scope));

  *reaches = (Reaches){ .reaches = g_new (WhenceReach, MAX (1, n_facts)) };
  whence_reach_table_init (&reaches->table, index->scope);
  reaches->counts = g_new0 (guint, MAX (1, reaches->table.n));
  if (index->grouping.n_keys > 1)
    reaches->lanes = g_new (guint, MAX (1, n_facts));
}

static void
reaches_clear (Reaches *reaches)
{
  whence_reach_table_clear (&reaches->table);
  g_free (reaches->reaches);
  g_free (reaches->counts);
  g_free (reaches->lanes);
}

static guint
lane_of (const Reaches *from, guint32 fact)
{
  return from->lanes == NULL ? 0 : from->lanes[fact];
}

static WhencePlace
make_place (const Reaches *from, WhenceReach reach)
{
  const WhencePeriod *period = &from->table.periods[reach.number];

  return (WhencePlace){ period->from, period->to, reach.fact, lane_of (from, reach.fact) };
}

/* Takes the bands out of the lanes. */
static void
take_bands (WhenceTimelineIndex *index, Reaches *from)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (index->scope);
  guint n = 0;

  for (guint i = 0; i < from->n; i++)
    if (whence_bundle_get_fact_type (bundle, from->reaches[i].fact)->band)
      {
        WhencePlace place = make_place (from, from->reaches[i]);

        g_array_append_val (index->bands, place);
        from->counts[from->reaches[i].number]--;
      }
    else
      from->reaches[n++] = from->reaches[i];
  from->n = n;
  g_array_sort (index->bands, compare_bands);
}

/* FALSE when cancelled. */
static gboolean
collect (WhenceTimelineIndex *index, Reaches *into, GCancellable *cancellable)
{
  const WhenceBundle *bundle = whence_scope_get_bundle (index->scope);
  guint n_bands = 0, n_facts = whence_bundle_get_n_facts (bundle);

  for (guint32 fact = 0; fact < n_facts; fact++)
    {
      guint32 number;

      if ((fact & CANCEL_MASK) == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      whence_bundle_prefetch_fact (bundle, fact + AHEAD);
      if (!whence_scope_shows (index->scope, fact))
        index->n_hidden++;
      else if ((number = whence_reach_table_find (&into->table, fact)) == WHENCE_NONE)
        g_array_append_val (index->undated, fact);
      else
        {
          into->reaches[into->n++] = (WhenceReach){ fact, number };
          into->counts[number]++;
          if (into->lanes != NULL)
            into->lanes[fact] = whence_lane_grouping_get_rank (&index->grouping, fact);
          n_bands += whence_bundle_get_fact_type (bundle, fact)->band != FALSE;
        }
    }
  if (n_bands > 0 && n_bands <= MOST_BANDS)
    take_bands (index, into);
  return TRUE;
}

/* How many places come before each lane. */
static guint *
count_lanes (const Reaches *from, guint n_lanes)
{
  guint *first = g_new0 (guint, n_lanes + 1);

  for (guint i = 0; from->lanes != NULL && i < from->n; i++)
    first[from->lanes[from->reaches[i].fact] + 1]++;
  for (guint lane = 0; lane < n_lanes; lane++)
    first[lane + 1] += first[lane];
  first[n_lanes] = from->n;
  return first;
}

/* By lane, start and fact: they come by fact, and each step keeps the order of the one before. */
static void
fill_places (WhenceTimelineIndex *index, const Reaches *from)
{
  g_autofree WhenceReach *sorted =
    whence_reach_table_sort (&from->table, from->reaches, from->n, from->counts, FALSE);
  g_autofree guint *at = g_memdup2 (index->first, (index->grouping.n_keys + 1) * sizeof *at);

  for (guint i = 0; i <= from->n / BLOCK; i++)
    index->reaches[i] = G_MININT64;
  for (guint i = 0; i < from->n; i++)
    {
      WhencePlace place = make_place (from, sorted[i]);
      guint to = at[place.lane]++;
      gint64 *reach = &index->reaches[to / BLOCK];

      __builtin_prefetch (&from->table.periods[sorted[MIN (i + AHEAD, from->n - 1)].number]);
      index->places[to] = place;
      *reach = MAX (*reach, place.to);
    }
}

static void
fill_ends (WhenceTimelineIndex *index, const Reaches *from)
{
  if (from->lanes == NULL)
    whence_reach_table_list_ends (&from->table, from->counts, index->ends);
  else
    {
      g_autofree WhenceReach *sorted =
        whence_reach_table_sort (&from->table, from->reaches, from->n, from->counts, TRUE);
      g_autofree guint *at = g_memdup2 (index->first, (index->grouping.n_keys + 1) * sizeof *at);

      for (guint i = 0; i < from->n; i++)
        index->ends[at[from->lanes[sorted[i].fact]]++] = from->table.periods[sorted[i].number].to;
    }
}

static void
put_in_place (WhenceTimelineIndex *index, const Reaches *from)
{
  index->first = count_lanes (from, index->grouping.n_keys);
  index->places = g_new (WhencePlace, MAX (1, from->n));
  index->ends = g_new (gint64, MAX (1, from->n));
  index->reaches = g_new (gint64, from->n / BLOCK + 1);
  fill_places (index, from);
  fill_ends (index, from);
}

WhenceTimelineIndex *
whence_timeline_index_new (WhenceScope *scope, WhenceGrouping grouping, GCancellable *cancellable)
{
  WhenceTimelineIndex *index = g_new0 (WhenceTimelineIndex, 1);
  Reaches reaches;

  g_atomic_ref_count_init (&index->references);
  index->scope = whence_scope_ref (scope);
  index->undated = g_array_new (FALSE, FALSE, sizeof (guint32));
  index->bands = g_array_new (FALSE, FALSE, sizeof (WhencePlace));
  whence_lane_grouping_init (&index->grouping, scope, grouping);
  reaches_init (&reaches, index);
  if (collect (index, &reaches, cancellable))
    put_in_place (index, &reaches);
  else
    g_clear_pointer (&index, whence_timeline_index_unref);
  reaches_clear (&reaches);
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

static gboolean
begins_before (gconstpointer place, gconstpointer instant)
{
  return ((const WhencePlace *) place)->from < *(const gint64 *) instant;
}

guint
whence_timeline_index_find (const WhenceTimelineIndex *index, guint lane, gint64 instant)
{
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

  return whence_lower_bound (places, n, sizeof *places, begins_before, &instant);
}

guint
whence_timeline_index_find_after (const WhenceTimelineIndex *index, guint lane, guint first, gint64 instant)
{
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (index, lane, &n);

  return first + whence_lower_bound_near (places + first, n - first, sizeof *places, begins_before, &instant);
}

/* How many places of the lane end before @instant. */
static guint
count_ended (const WhenceTimelineIndex *index, guint lane, gint64 instant)
{
  guint first = index->first[lane];
  return whence_lower_bound_int64 (index->ends + first, index->first[lane + 1] - first, instant);
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
