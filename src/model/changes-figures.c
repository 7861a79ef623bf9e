/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Figures that follow one another: a later one replaces those before. Only figures are looked at. O(n log
 * n) in those. */
#include "model/changes-about.h"
#include "model/changes-private.h"

/* An amount, or a quantity; FALSE: the fact has neither. */
static gboolean
get_figure (const WhenceBundle *bundle, guint32 index, WhenceAmount *figure)
{
  WhenceFact fact;

  whence_bundle_get_fact (bundle, index, &fact);
  if (fact.has_amount)
    *figure = fact.amount;
  else if (fact.n_quantities > 0)
    whence_bundle_get_quantity (bundle, index, 0, figure);
  return fact.has_amount || fact.n_quantities > 0;
}

static gboolean
is_figure (const WhenceBundle *bundle, guint32 fact, WhenceAmount *figure)
{
  const WhenceFactType *type = whence_bundle_get_fact_type (bundle, fact);

  return type->category == WHENCE_CATEGORY_VALUATION && type->kind == WHENCE_KIND_EVENT
         && whence_bundle_get_fact_date (bundle, fact)->form != WHENCE_DATE_NONE
         && get_figure (bundle, fact, figure);
}

/* Within what a figure came about. */
typedef struct
{
  gint64 from, to;
} Reach;

static gboolean
starts_together (Reach a, Reach b)
{
  return a.from == b.from && a.to == b.to;
}

/* The two that may be the last, of different reach, the later one first. */
static void
keep_last (Reach last[2], Reach reach)
{
  if (starts_together (reach, last[0]))
    return;
  if (reach.to > last[0].to)
    {
      last[1] = last[0];
      last[0] = reach;
    }
  else if (reach.to > last[1].to)
    last[1] = reach;
}

/* What is certainly before a certain one is over; what another may come after is possibly so, however coarse
 * the date of either. Of those that start together none comes before the others. */
static void
supersede_run (const WhenceBundle *bundle, const WhenceAbout *run, guint n, guint8 *activity)
{
  Reach last[2] = { { G_MININT64, G_MININT64 }, { G_MININT64, G_MININT64 } }, own, *other;
  gint64 sure = G_MININT64; /* the latest beginning of a certain one */

  for (guint i = 0; i < n; i++)
    {
      whence_date_get_event_reach (whence_bundle_get_fact_date (bundle, run[i].fact), &own.from, &own.to);
      keep_last (last, own);
      if (activity[run[i].fact] == WHENCE_ACTIVITY_CERTAIN)
        sure = MAX (sure, own.from);
    }
  for (guint i = 0; i < n; i++)
    {
      whence_date_get_event_reach (whence_bundle_get_fact_date (bundle, run[i].fact), &own.from, &own.to);
      other = starts_together (own, last[0]) ? &last[1] : &last[0];
      if (own.to <= sure && own.from < sure)
        activity[run[i].fact] = WHENCE_ACTIVITY_NOT;
      else if (other->to > own.from)
        activity[run[i].fact] = WHENCE_ACTIVITY_POSSIBLE;
    }
}

void
whence_changes_supersede (const WhenceBundle *bundle, guint8 *activity)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (WhenceAbout));
  WhenceAmount figure;

  for (guint32 i = 0; i < whence_bundle_get_n_facts (bundle); i++)
    if (activity[i] != WHENCE_ACTIVITY_NOT && is_figure (bundle, i, &figure))
      {
        WhenceAbout about = whence_about_fact (bundle, i);
        about.unit = figure.currency;
        about.of = figure.of;
        g_array_append_val (entries, about);
      }
  whence_abouts_sort (entries);
  for (guint first = 0, end; first < entries->len; first = end)
    {
      end = whence_abouts_end_run (entries, first);
      supersede_run (bundle, &g_array_index (entries, WhenceAbout, first), end - first, activity);
    }
}
