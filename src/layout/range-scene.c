/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bins the dated facts. Each fact adds one in all, spread evenly over the stretch in which it begins, by a
 * table of differences: so a fact costs four additions, however wide its date is. */
#include "layout/range-scene.h"

#define MARGIN 12.0 /* px of empty time at either end */

static gboolean
stretch_of (const WhenceDate *date, gint64 *from, gint64 *to)
{
  const WhenceBound *bound = date->start.kind == WHENCE_BOUND_GIVEN ? &date->start : &date->end;

  if (date->form == WHENCE_DATE_NONE || bound->kind != WHENCE_BOUND_GIVEN)
    return FALSE;
  *from = bound->earliest;
  *to = MAX (bound->latest, bound->earliest + 1);
  return TRUE;
}

gboolean
whence_range_has_dates (WhenceScope *scope)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint n_facts = whence_bundle_get_n_facts (bundle);
  gint64 from, to;

  for (guint32 i = 0; i < n_facts; i++)
    if (stretch_of (whence_bundle_get_fact_date (bundle, i), &from, &to))
      return TRUE;
  return FALSE;
}

static WhenceTimeView
view_of_all (WhenceScope *scope, double width)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  gint64 from = G_MAXINT64, to = G_MININT64, start, end;
  WhenceTimeView view;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (stretch_of (whence_bundle_get_fact_date (bundle, i), &start, &end))
      {
        from = MIN (from, start);
        to = MAX (to, end);
      }
  if (from >= to)
    {
      from = 0;
      to = 86400;
    }
  view = (WhenceTimeView){ from, ((double) to - (double) from) / MAX (1, width - 2 * MARGIN) };
  view.origin = whence_time_view_to_instant (view, -MARGIN);
  return view;
}

/* @rates is the table of differences of facts per px at each bin's left end. */
static void
add_stretch (WhenceRangeScene *scene, double *rates, double left, double right)
{
  double rate;
  guint first, last;

  left = CLAMP (left, 0, scene->width);
  right = CLAMP (right, 0, scene->width);
  first = MIN ((guint) (left / WHENCE_RANGE_BIN), scene->n_bins - 1);
  last = MIN ((guint) (right / WHENCE_RANGE_BIN), scene->n_bins - 1);
  if (first == last)
    {
      scene->bins[first] += 1;
      return;
    }
  rate = 1 / (right - left);
  scene->bins[first] += rate * ((first + 1) * WHENCE_RANGE_BIN - left);
  scene->bins[last] += rate * (right - last * WHENCE_RANGE_BIN);
  rates[first + 1] += rate;
  rates[last] -= rate;
}

static void
fill_bins (WhenceRangeScene *scene, WhenceScope *scope)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  g_autofree double *rates = g_new0 (double, scene->n_bins + 1);
  double rate = 0;
  gint64 from, to;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (whence_scope_shows (scope, i) && stretch_of (whence_bundle_get_fact_date (bundle, i), &from, &to))
      add_stretch (scene, rates, whence_time_view_to_x (scene->view, from),
                   whence_time_view_to_x (scene->view, to));
  for (guint i = 0; i < scene->n_bins; i++)
    {
      rate += rates[i];
      scene->bins[i] = MAX (0, scene->bins[i] + rate * WHENCE_RANGE_BIN);
      scene->highest = MAX (scene->highest, scene->bins[i]);
    }
}

WhenceRangeScene *
whence_range_scene_new (WhenceScope *scope, double width, const WhenceMeasure *measure)
{
  WhenceRangeScene *scene = g_new0 (WhenceRangeScene, 1);

  scene->width = MAX (width, 4 * MARGIN);
  scene->view = view_of_all (scope, scene->width);
  scene->n_bins = (guint) (scene->width / WHENCE_RANGE_BIN) + 1;
  scene->bins = g_new0 (double, scene->n_bins);
  fill_bins (scene, scope);
  whence_axis_init (&scene->axis, scene->view, 0, scene->width, measure);
  return scene;
}

void
whence_range_scene_free (WhenceRangeScene *scene)
{
  whence_axis_clear (&scene->axis);
  g_free (scene->bins);
  g_free (scene);
}
