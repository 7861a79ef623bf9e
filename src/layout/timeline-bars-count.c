/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the bars of a histogram count: a bar all facts of its column that begin there, also those which have
 * a mark; what comes from before the view is counted apart. Two searches a column, or linear in the
 * candidates. */
#include "layout/timeline-groups.h"

/* @n facts that begin there, @fact the first of them; so many of them have marks. */
static void
count_in_column (WhenceLanePlan *plan, guint column, guint32 fact, guint n, guint n_marked)
{
  if (n == 0)
    return;
  if (plan->counts[column] == 0)
    plan->firsts[column] = fact;
  plan->counts[column] += n;
  plan->marked[column] += n_marked;
  plan->n_counted += n - n_marked;
}

static gboolean
take_first (const WhencePlace *place, gpointer fact)
{
  *(guint32 *) fact = place->fact;
  return FALSE;
}

static void
count_carried (const WhenceTimelineScene *scene, WhenceLanePlan *plan, guint rank, guint n)
{
  guint32 fact;
  if (n == 0)
    return;
  whence_timeline_index_foreach_carried (scene->index, rank, scene->from, take_first, &fact);
  if (plan->mode == WHENCE_LANE_COLLAPSED)
    {
      count_in_column (plan, 0, fact, n, 0);
      return;
    }
  if (plan->n_carried == 0)
    plan->carried = fact;
  plan->n_carried += n;
}

/* Facts are in the order of time: those of a column lie between two places. */
static void
count_places (const WhenceTimelineScene *scene, WhenceLanePlan *plan, guint rank)
{
  guint n;
  const WhencePlace *places = whence_timeline_index_get_places (scene->index, rank, &n);
  WhenceLaneWindow window = whence_timeline_index_look (scene->index, rank, scene->from, scene->to);
  count_carried (scene, plan, rank, window.n_carried);
  for (guint column = 0, first = window.first, end; first < window.end; column++, first = end)
    {
      gint64 limit = column + 1 < scene->columns.n ? scene->columns.starts[column + 1] : scene->to;
      end = MIN (whence_timeline_index_find_after (scene->index, rank, first, limit), window.end);
      count_in_column (plan, column, places[first].fact, end - first, 0);
    }
}

static void
count_candidate (WhenceRowBuilder *builder, WhenceLanePlan *plan, const WhenceCandidate *candidate)
{
  gboolean is_mark = candidate->cluster == WHENCE_NONE && plan->mode != WHENCE_LANE_COLLAPSED;
  if (!candidate->carried || plan->mode == WHENCE_LANE_COLLAPSED)
    count_in_column (plan, whence_columns_find (&builder->scene->columns, candidate->start), candidate->fact,
                     1, is_mark ? 1 : 0);
  else if (!is_mark)
    {
      if (plan->n_carried++ == 0)
        plan->carried = candidate->fact;
      g_array_append_val (builder->clustered, candidate->fact);
    }
}

void
whence_groups_count_lane (WhenceRowBuilder *builder, WhenceLanePlan *plan, const WhenceCandidate *candidates)
{
  const WhenceTimelineScene *scene = builder->scene;
  if (plan->counts != NULL)
    return;
  plan->counts = g_new0 (guint, scene->columns.n);
  plan->marked = g_new0 (guint, scene->columns.n);
  plan->firsts = g_new (guint32, scene->columns.n);
  plan->first_carried = plan->mode == WHENCE_LANE_BARS ? builder->clustered->len : WHENCE_NONE;
  if (plan->n > 0)
    for (guint i = 0; i < plan->n; i++)
      count_candidate (builder, plan, &candidates[i]);
  else if (plan->rank < whence_timeline_index_get_grouping (scene->index)->n_keys)
    count_places (scene, plan, plan->rank);
  else
    for (guint i = 0; i < scene->n_rest; i++)
      count_places (scene, plan, scene->rest[i]);
}
