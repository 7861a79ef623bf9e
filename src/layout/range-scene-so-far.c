/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same histogram of what is known of a file that is being read: what was counted and what a sample lets
 * expect, on one axis. When all is counted it is the histogram of the bundle, as fine as the tally is. Linear
 * in the entries of both tallies. */
#include "layout/range-scene-private.h"

static void
find_all_time (WhenceRangeScene *scene, const WhenceTimeTally *counted, const WhenceTimeTally *expected)
{
  gint64 from, to;

  if (!whence_time_tally_get_extent (counted, &scene->from, &scene->to) && expected == NULL)
    {
      scene->from = 0;
      scene->to = 86400;
    }
  if (expected == NULL || !whence_time_tally_get_extent (expected, &from, &to))
    return;
  scene->from = MIN (scene->from, from);
  scene->to = MAX (scene->to, to);
}

static void
choose_bend (WhenceRangeScene *scene, const WhenceTimeTally *tally)
{
  double by_age[WHENCE_RANGE_AGES] = { 0 };
  guint n;
  const WhenceTallyEntry *entries = whence_time_tally_get_entries (tally, &n);

  for (guint i = 0; i < n; i++)
    by_age[whence_range_age_of (scene, entries[i].from)] += entries[i].n;
  whence_range_choose_bend (scene, by_age);
}

static double *
make_bins (const WhenceRangeScene *scene, const WhenceTimeTally *tally, double weight)
{
  WhenceRangeBins bins = whence_range_bins_new (scene);
  guint n;
  const WhenceTallyEntry *entries = whence_time_tally_get_entries (tally, &n);

  for (guint i = 0; i < n; i++)
    whence_range_bins_add (&bins, scene, whence_range_to_x (scene, entries[i].from),
                           whence_range_to_x (scene, entries[i].to), weight * entries[i].n);
  return whence_range_bins_finish (&bins, scene);
}

WhenceRangeScene *
whence_range_scene_new_so_far (const WhenceTimeTally *counted, const WhenceTimeTally *expected, double weight,
                               double doubted, double width, const WhenceMeasure *measure)
{
  WhenceRangeScene *scene = g_new0 (WhenceRangeScene, 1);
  gboolean few =
    expected != NULL
    && whence_time_tally_get_n_facts (counted) < weight * whence_time_tally_get_n_facts (expected);

  find_all_time (scene, counted, expected);
  choose_bend (scene, few ? expected : counted);
  whence_range_set_width (scene, width);
  scene->bins = make_bins (scene, counted, 1);
  scene->highest = whence_range_highest (scene->bins, scene->n_bins);
  if (expected != NULL)
    {
      scene->expected = make_bins (scene, expected, weight);
      for (guint i = 0; i < scene->n_bins; i++)
        scene->expected[i] = scene->bins[i] + MAX (0, scene->expected[i] - scene->bins[i]) * doubted;
      scene->highest = whence_range_highest (scene->expected, scene->n_bins);
    }
  whence_range_fill_axis (scene, measure);
  return scene;
}
