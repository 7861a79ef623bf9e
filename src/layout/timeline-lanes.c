/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which lanes there are in a view and how each is shown. Lanes are counted by the index; the facts of one are
 * looked at one by one only when all of them together are not too many, and it is not collapsed. */
#include "layout/timeline-plan.h"

#include <glib/gi18n-lib.h>

/* Facts of a view that are looked at one by one. */
#define MOST_LISTED 50000

typedef struct
{
  WhenceTimelineScene *scene;
  GArray *candidates;
  guint lane; /* plan */
} Lister;

gboolean
whence_scene_shape (const WhenceTimelineScene *scene, guint32 fact, WhenceMarkShape *shape)
{
  WhenceDateSigns signs;
  gboolean in_view =
    whence_date_signs_init (&signs, scene->scope, fact, scene->view, scene->left, scene->right);
  if (in_view)
    *shape = signs.shape;
  return in_view;
}

/* --- Order --------------------------------------------------------------------------------------- */

static void
set_order (WhenceTimelineScene *scene, const WhenceLaneState *state)
{
  const WhenceLaneGrouping *grouping = whence_timeline_index_get_grouping (scene->index);
  guint n_keys = grouping->n_keys, n_ids, n = 0;
  const char *const *ids = whence_lane_state_get_order (state, &n_ids);
  g_autofree guint8 *taken = g_new0 (guint8, n_keys);
  scene->order = g_new (guint, n_keys);
  for (guint i = 0; i < n_ids; i++)
    {
      guint rank = whence_lane_grouping_find (grouping, ids[i]);
      if (rank == WHENCE_NONE || taken[rank])
        continue;
      taken[rank] = TRUE;
      scene->order[n++] = rank;
    }
  for (guint rank = 0; rank < n_keys; rank++)
    if (!taken[rank])
      scene->order[n++] = rank;
}

/* --- Facts one by one ---------------------------------------------------------------------------- */

static gboolean
list_place (const WhencePlace *place, gpointer data)
{
  Lister *lister = data;
  WhenceTimelineScene *scene = lister->scene;
  WhenceMarkShape shape;
  if (whence_scene_shape (scene, place->fact, &shape))
    {
      WhenceCandidate candidate = { place->fact, lister->lane, MAX (place->from, scene->from),
                                    place->from < scene->from, WHENCE_NONE };
      g_array_append_val (lister->candidates, candidate);
      return TRUE;
    }
  scene->omitted.n_off_range++;
  scene->omitted.n_earlier +=
    whence_time_view_to_x (scene->view, place->from) < (scene->left + scene->right) / 2;
  return TRUE;
}

static void
foreach_of_rank (const WhenceTimelineScene *scene, guint rank, gint64 from, gint64 to, gboolean carried,
                 WhencePlaceFunc func, gpointer user_data)
{
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (scene->index, rank, &n);
  guint first = whence_timeline_index_find (scene->index, rank, MAX (from, scene->from));
  if (carried)
    whence_timeline_index_foreach_carried (scene->index, rank, scene->from, func, user_data);
  to = MIN (to, scene->to);
  for (guint i = first; i < n && places[i].from < to; i++)
    if (!func (&places[i], user_data))
      return;
}

void
whence_lane_foreach (const WhenceTimelineScene *scene, guint rank, gint64 from, gint64 to, gboolean carried,
                     WhencePlaceFunc func, gpointer user_data)
{
  if (rank < whence_timeline_index_get_grouping (scene->index)->n_keys)
    foreach_of_rank (scene, rank, from, to, carried, func, user_data);
  else
    for (guint i = 0; i < scene->n_rest; i++)
      foreach_of_rank (scene, scene->rest[i], from, to, carried, func, user_data);
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const WhenceCandidate *p = a, *q = b;
  if (p->start != q->start)
    return p->start < q->start ? -1 : 1;
  return p->fact < q->fact ? -1 : p->fact > q->fact;
}

static void
list_lane (WhenceTimelineScene *scene, WhenceLanePlan *plan, guint lane, GArray *candidates)
{
  Lister lister = { scene, candidates, lane };
  plan->first = candidates->len;
  whence_lane_foreach (scene, plan->rank, G_MININT64, G_MAXINT64, TRUE, list_place, &lister);
  plan->n_facts = plan->n = candidates->len - plan->first;
  if (plan->n > 0)
    qsort (&g_array_index (candidates, WhenceCandidate, plan->first), plan->n, sizeof (WhenceCandidate),
           compare_candidates);
}

/* The most facts that a lane may have so that those of all such lanes can be looked at. */
static guint
choose_most_listed (const GArray *plans)
{
  for (guint most = MOST_LISTED;; most /= 2)
    {
      guint64 sum = 0;
      for (guint i = 0; i < plans->len; i++)
        {
          const WhenceLanePlan *plan = &g_array_index (plans, WhenceLanePlan, i);
          sum += plan->mode == WHENCE_LANE_MARKS && plan->n_facts <= most ? plan->n_facts : 0;
        }
      if (sum <= MOST_LISTED)
        return most;
    }
}

/* --- Lanes --------------------------------------------------------------------------------------- */

static guint
count_in (WhenceTimelineScene *scene, guint rank)
{
  WhenceLaneWindow window = whence_timeline_index_look (scene->index, rank, scene->from, scene->to);
  scene->omitted.n_earlier += window.n_earlier;
  scene->omitted.n_off_range += window.n_earlier + window.n_later;
  return window.n_carried + window.end - window.first;
}

static gboolean
has_facts (const WhenceTimelineScene *scene, guint rank)
{
  guint n;
  whence_timeline_index_get_places (scene->index, rank, &n);
  return n > 0;
}

static WhenceLaneMode
mode_of (const WhenceTimelineScene *scene, const WhenceLaneState *state, guint rank)
{
  const WhenceLaneGrouping *grouping = whence_timeline_index_get_grouping (scene->index);
  const char *id = rank < grouping->n_keys ? whence_lane_grouping_get_id (grouping, rank) : WHENCE_LANE_REST;
  gboolean collapsed = grouping->kind != WHENCE_GROUP_NONE && whence_lane_state_is_collapsed (state, id);
  return collapsed ? WHENCE_LANE_COLLAPSED : WHENCE_LANE_MARKS;
}

/* Lanes beyond the bound share the last one. */
static void
count_lanes (WhenceTimelineScene *scene, const WhenceLaneState *state, GArray *plans, GArray *rest,
             GArray *empty)
{
  guint n_keys = whence_timeline_index_get_grouping (scene->index)->n_keys, n_rest = 0;
  for (guint i = 0; i < n_keys; i++)
    {
      WhenceLanePlan plan = { .rank = scene->order[i], .n_facts = count_in (scene, scene->order[i]) };
      if (plan.n_facts == 0 && n_keys > 1 && has_facts (scene, plan.rank))
        g_array_append_val (empty, plan.rank);
      if (plan.n_facts == 0)
        continue;
      plan.mode = mode_of (scene, state, plan.rank);
      if (plans->len < scene->most_lanes)
        g_array_append_val (plans, plan);
      else
        g_array_append_val (rest, plan.rank);
      n_rest += plans->len < scene->most_lanes || rest->len == 0 ? 0 : plan.n_facts;
    }
  if (rest->len > 0)
    {
      WhenceLanePlan plan = { .mode = mode_of (scene, state, n_keys), .rank = n_keys, .n_facts = n_rest };
      g_array_append_val (plans, plan);
    }
}

static guint *
steal (GArray *array, guint *n)
{
  *n = array->len;
  return (guint *) g_array_free (array, FALSE);
}

void
whence_lanes_plan (WhenceTimelineScene *scene, const WhenceLaneState *state, GArray *plans,
                   GArray *candidates)
{
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *empty = g_array_new (FALSE, FALSE, sizeof (guint));
  set_order (scene, state);
  count_lanes (scene, state, plans, rest, empty);
  scene->rest = steal (rest, &scene->n_rest);

  guint n_keys = whence_timeline_index_get_grouping (scene->index)->n_keys;
  guint most = choose_most_listed (plans), n = 0;
  for (guint i = 0; i < plans->len; i++)
    {
      WhenceLanePlan plan = g_array_index (plans, WhenceLanePlan, i);
      if (plan.mode == WHENCE_LANE_MARKS && plan.n_facts > most)
        plan.mode = WHENCE_LANE_BARS_ONLY;
      if (plan.mode == WHENCE_LANE_MARKS)
        list_lane (scene, &plan, n, candidates);
      if (plan.n_facts > 0)
        g_array_index (plans, WhenceLanePlan, n++) = plan;
      else if (n_keys > 1 && plan.rank < n_keys)
        g_array_append_val (empty, plan.rank);
    }
  g_array_set_size (plans, n);
  scene->empty = steal (empty, &scene->omitted.n_empty_lanes);
}

void
whence_lane_plan_clear (gpointer data)
{
  WhenceLanePlan *plan = data;
  g_clear_pointer (&plan->counts, g_free);
  g_clear_pointer (&plan->marked, g_free);
  g_clear_pointer (&plan->firsts, g_free);
  plan->n_carried = plan->n_counted = 0;
}

const char *
whence_lane_get_name (const WhenceTimelineScene *scene, guint rank)
{
  const WhenceLaneGrouping *grouping = whence_timeline_index_get_grouping (scene->index);
  return rank < grouping->n_keys ? whence_lane_grouping_get_name (grouping, rank) : _ ("All others");
}
