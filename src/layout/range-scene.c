/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bins the dated facts. Each fact adds one in all, spread evenly over the stretch in which it begins, by a
 * table of differences: so a date costs four additions, however wide it is and however many facts have it. */
#include "layout/range-scene-private.h"

#include <math.h>

#include "layout/timeline-marks.h"

#define MARGIN 12.0 /* px of empty time at either end */
/* Time is bent when half of the facts lie in this part of it, at the right end. */
#define SMEAR (1 / 200.0)
#define LABEL_GAP 28.0 /* px between the labels of a bent axis */

gboolean
whence_range_get_stretch (const WhenceDate *date, gint64 *from, gint64 *to)
{
  const WhenceBound *bound = date->start.kind == WHENCE_BOUND_GIVEN ? &date->start : &date->end;
  gint64 end;

  if (!whence_mark_extent (date, from, &end))
    return FALSE;
  *from = MAX (*from, bound->earliest);
  *to = bound->latest == WHENCE_INSTANT_AFTER_ALL ? end : bound->latest;
  *to = MAX (*to, *from + 1);
  return TRUE;
}

gboolean
whence_range_has_dates (WhenceScope *scope)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint n_facts = whence_bundle_get_n_facts (bundle);
  gint64 from, to;

  for (guint32 i = 0; i < n_facts; i++)
    if (whence_range_get_stretch (whence_bundle_get_fact_date (bundle, i), &from, &to))
      return TRUE;
  return FALSE;
}

/* --- All time --- */

static double
seconds_between (gint64 from, gint64 to)
{
  return to >= from ? (double) ((guint64) to - (guint64) from) : -(double) ((guint64) from - (guint64) to);
}

static void
find_all_time (WhenceRangeScene *scene, WhenceBundle *bundle)
{
  gint64 start, end;

  scene->from = G_MAXINT64;
  scene->to = G_MININT64;
  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (whence_range_get_stretch (whence_bundle_get_fact_date (bundle, i), &start, &end))
      {
        scene->from = MIN (scene->from, start);
        scene->to = MAX (scene->to, end);
      }
  if (scene->from >= scene->to)
    {
      scene->from = 0;
      scene->to = 86400;
    }
}

guint
whence_range_age_of (const WhenceRangeScene *scene, gint64 instant)
{
  return (guint) ceil (log2 (MAX (1, seconds_between (instant, scene->to))));
}

void
whence_range_choose_bend (WhenceRangeScene *scene, const double *by_age)
{
  double span = seconds_between (scene->from, scene->to), n = 0, sum;
  guint power = 0;

  for (guint i = 0; i < WHENCE_RANGE_AGES; i++)
    n += by_age[i];
  for (sum = by_age[0]; sum * 2 < n; sum += by_age[power])
    power++;
  scene->bent = ldexp (1, (int) power) < span * SMEAR;
  scene->softness = ldexp (1, (int) power - 2);
}

static void
choose_bend (WhenceRangeScene *scene, WhenceBundle *bundle)
{
  double by_age[WHENCE_RANGE_AGES] = { 0 };
  gint64 start, end;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (whence_range_get_stretch (whence_bundle_get_fact_date (bundle, i), &start, &end))
      by_age[whence_range_age_of (scene, start)]++;
  whence_range_choose_bend (scene, by_age);
}

static double
room_of (const WhenceRangeScene *scene)
{
  return scene->width - 2 * MARGIN;
}

/* How far back all time goes, in what x is proportional to. */
static double
depth_of (const WhenceRangeScene *scene)
{
  return log1p (seconds_between (scene->from, scene->to) / scene->softness);
}

double
whence_range_to_x (const WhenceRangeScene *scene, gint64 instant)
{
  double age = seconds_between (instant, scene->to), right = scene->width - MARGIN;

  if (!scene->bent || age <= 0)
    return right - age / scene->scale;
  return right - room_of (scene) * log1p (age / scene->softness) / depth_of (scene);
}

gint64
whence_range_to_instant (const WhenceRangeScene *scene, double x)
{
  double back = scene->width - MARGIN - x, age = back * scene->scale;

  if (scene->bent && back > 0)
    age = scene->softness * expm1 (back / room_of (scene) * depth_of (scene));
  return whence_time_view_to_instant ((WhenceTimeView){ scene->to, 1, 0 }, -age);
}

/* --- The axis of bent time: round years, from right to left --- */

static void
add_tick (const WhenceRangeScene *scene, GArray *ticks, double *free_to, gint64 year,
          const WhenceMeasure *measure)
{
  WhenceAxisTick tick = { .instant = whence_instant_from_civil ((WhenceCivil){ year, 1, 1, 0, 0, 0 }) };
  g_autofree char *label = whence_year_to_text (year);
  WhenceTextBlock block;

  tick.x = whence_range_to_x (scene, tick.instant);
  whence_text_block_init (&block, label, WHENCE_FONT_AXIS, G_MAXDOUBLE, 1, measure);
  tick.label_width = block.width;
  tick.label_x = tick.x - block.width / 2;
  whence_text_block_clear (&block);
  if (tick.label_x < 0 || tick.label_x + tick.label_width > *free_to || tick.instant < scene->from)
    return;
  *free_to = tick.label_x - LABEL_GAP;
  tick.label = g_steal_pointer (&label);
  g_array_append_val (ticks, tick);
}

/* Round numbers of years, first the present's, then ever larger ones before it. */
static void
fill_bent_axis (WhenceRangeScene *scene, const WhenceMeasure *measure)
{
  gint64 last = whence_instant_to_civil (scene->to - 1).year;
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (WhenceAxisTick));
  double free_to = scene->width;

  for (gint64 step = 1; step <= 1000; step *= 10)
    add_tick (scene, ticks, &free_to, (last - step + 1) / step * step, measure);
  add_tick (scene, ticks, &free_to, 1, measure);
  for (gint64 age = 1000; age <= G_GINT64_CONSTANT (100000000000); age *= 10)
    /* What is told from today is round by itself; before it, years count from the turn of the eras. */
    add_tick (scene, ticks, &free_to, age < 100000 ? 1 - age : -age, measure);
  scene->axis.n_major = ticks->len;
  scene->axis.major = (WhenceAxisTick *) (gpointer) g_array_free (ticks, FALSE);
}

/* --- The histogram --- */

void
whence_range_bins_add (WhenceRangeBins *bins, const WhenceRangeScene *scene, double left, double right,
                       double n)
{
  double rate;
  guint first, last;

  left = CLAMP (left, 0, scene->width);
  right = CLAMP (right, 0, scene->width);
  first = MIN ((guint) (left / WHENCE_RANGE_BIN), scene->n_bins - 1);
  last = MIN ((guint) (right / WHENCE_RANGE_BIN), scene->n_bins - 1);
  if (first == last)
    {
      bins->counts[first] += n;
      return;
    }
  rate = n / (right - left);
  bins->counts[first] += rate * ((first + 1) * WHENCE_RANGE_BIN - left);
  bins->counts[last] += rate * (right - last * WHENCE_RANGE_BIN);
  bins->rates[first + 1] += rate;
  bins->rates[last] -= rate;
}

WhenceRangeBins
whence_range_bins_new (const WhenceRangeScene *scene)
{
  return (WhenceRangeBins){ g_new0 (double, scene->n_bins), g_new0 (double, scene->n_bins + 1) };
}

double *
whence_range_bins_finish (WhenceRangeBins *bins, const WhenceRangeScene *scene)
{
  double rate = 0;

  for (guint i = 0; i < scene->n_bins; i++)
    {
      rate += bins->rates[i];
      bins->counts[i] = MAX (0, bins->counts[i] + rate * WHENCE_RANGE_BIN);
    }
  g_clear_pointer (&bins->rates, g_free);
  return bins->counts;
}

double
whence_range_highest (const double *bins, guint n_bins)
{
  double highest = 0;

  for (guint i = 0; i < n_bins; i++)
    highest = MAX (highest, bins[i]);
  return highest;
}

static void
fill_bins (WhenceRangeScene *scene, WhenceScope *scope)
{
  WhenceBundle *bundle = whence_scope_get_bundle (scope);
  WhenceRangeBins bins = whence_range_bins_new (scene);
  const guint *counts = whence_scope_count_dates (scope);
  gint64 from, to;

  for (guint i = 0; i < whence_bundle_get_n_dates (bundle); i++)
    if (counts[i] > 0 && whence_range_get_stretch (whence_bundle_get_nth_date (bundle, i), &from, &to))
      whence_range_bins_add (&bins, scene, whence_range_to_x (scene, from), whence_range_to_x (scene, to),
                             counts[i]);
  scene->bins = whence_range_bins_finish (&bins, scene);
  scene->highest = whence_range_highest (scene->bins, scene->n_bins);
}

WhenceRangeScene *
whence_range_scene_new (WhenceScope *scope, double width, const WhenceMeasure *measure)
{
  return whence_range_scene_renew (NULL, scope, width, measure);
}

static void
set_all_time (WhenceRangeScene *scene, const WhenceRangeScene *before)
{
  if (before != NULL && before->bundle == scene->bundle)
    {
      scene->from = before->from;
      scene->to = before->to;
      scene->bent = before->bent;
      scene->softness = before->softness;
      return;
    }
  find_all_time (scene, scene->bundle);
  choose_bend (scene, scene->bundle);
}

void
whence_range_set_width (WhenceRangeScene *scene, double width)
{
  scene->width = MAX (width, 4 * MARGIN);
  scene->scale = (scene->bent ? scene->softness * depth_of (scene) : seconds_between (scene->from, scene->to))
                 / room_of (scene);
  scene->n_bins = (guint) (scene->width / WHENCE_RANGE_BIN) + 1;
}

void
whence_range_fill_axis (WhenceRangeScene *scene, const WhenceMeasure *measure)
{
  if (scene->bent)
    fill_bent_axis (scene, measure);
  else
    whence_axis_init (&scene->axis, (WhenceTimeView){ whence_range_to_instant (scene, 0), scene->scale, 0 },
                      0, scene->width, measure);
}

WhenceRangeScene *
whence_range_scene_renew (WhenceRangeScene *before, WhenceScope *scope, double width,
                          const WhenceMeasure *measure)
{
  WhenceRangeScene *scene = g_new0 (WhenceRangeScene, 1);

  /* The same extent by every date. */
  scene->bundle = whence_bundle_ref (whence_bundle_get_original (whence_scope_get_bundle (scope)));
  set_all_time (scene, before);
  g_clear_pointer (&before, whence_range_scene_free);
  whence_range_set_width (scene, width);
  fill_bins (scene, scope);
  whence_range_fill_axis (scene, measure);
  return scene;
}

void
whence_range_scene_free (WhenceRangeScene *scene)
{
  whence_axis_clear (&scene->axis);
  g_free (scene->bins);
  g_free (scene->expected);
  whence_bundle_unref (scene->bundle);
  g_free (scene);
}
