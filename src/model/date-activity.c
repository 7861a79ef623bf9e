/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What dates allow to say: whether something holds or has happened, and whether two sources can both be
 * right. A qualified bound is wider than it is written, by its own width on either side. Constant time. */
#include "model/date.h"

typedef struct
{
  gint64 low, high; /* half-open */
} Stretch;

static gint64
add_saturating (gint64 a, gint64 b)
{
  gint64 sum;

  if (__builtin_add_overflow (a, b, &sum))
    return b > 0 ? G_MAXINT64 : G_MININT64;
  return sum;
}

static gint64
subtract_saturating (gint64 a, gint64 b)
{
  gint64 difference;

  if (__builtin_sub_overflow (a, b, &difference))
    return b < 0 ? G_MAXINT64 : G_MININT64;
  return difference;
}

static gboolean
is_month_begin (WhenceCivil civil)
{
  return civil.day == 1 && civil.hour == 0 && civil.minute == 0 && civil.second == 0;
}

/* @instant moved by the calendar distance from @a to @b, forth or back (@sign). */
static gint64
shift (WhenceCivil instant, WhenceCivil a, WhenceCivil b, int sign)
{
  instant.year += sign * (b.year - a.year);
  instant.month += sign * (b.month - a.month);
  return whence_instant_from_civil (instant);
}

/* Months and years are counted as such, so that about 2016 reaches from 2015 to 2017 although 2016 is longer.
 */
static Stretch
widen (const WhenceBound *bound)
{
  Stretch stretch = { bound->earliest, bound->latest };
  WhenceCivil low, high;
  gint64 width;

  if (bound->kind != WHENCE_BOUND_GIVEN || bound->qualifiers == WHENCE_QUALIFIER_NONE)
    return stretch;
  low = whence_instant_to_civil (bound->earliest);
  high = whence_instant_to_civil (bound->latest);
  if (is_month_begin (low) && is_month_begin (high))
    return (Stretch){ shift (low, low, high, -1), shift (high, low, high, 1) };
  width = subtract_saturating (bound->latest, bound->earliest);
  return (Stretch){ subtract_saturating (stretch.low, width), add_saturating (stretch.high, width) };
}

/* From where it is first possible to where it is last. */
static Stretch
possible_stretch (const WhenceDate *date)
{
  return (Stretch){ widen (&date->start).low, widen (&date->end).high };
}

/* From where an interval has certainly begun to where it has not yet ended; empty when nothing is certain. */
static Stretch
certain_stretch (const WhenceDate *date)
{
  Stretch nothing = { G_MAXINT64, G_MININT64 };
  Stretch certain;

  if (date->form != WHENCE_DATE_INTERVAL || date->start.kind == WHENCE_BOUND_UNKNOWN
      || date->end.kind == WHENCE_BOUND_UNKNOWN)
    return nothing;
  certain.low = date->start.kind == WHENCE_BOUND_OPEN ? WHENCE_INSTANT_BEFORE_ALL : widen (&date->start).high;
  certain.high = date->end.kind == WHENCE_BOUND_OPEN ? WHENCE_INSTANT_AFTER_ALL : widen (&date->end).low;
  return certain;
}

/* Within what the event took place, or began. */
static Stretch
event_stretch (const WhenceDate *date)
{
  if (date->form == WHENCE_DATE_ONE_OF)
    return possible_stretch (date);
  if (date->start.kind == WHENCE_BOUND_OPEN)
    return (Stretch){ WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_BEFORE_ALL };
  if (date->start.kind == WHENCE_BOUND_UNKNOWN)
    return possible_stretch (date);
  return widen (&date->start);
}

WhenceActivity
whence_date_state_activity (const WhenceDate *date, gint64 from, gint64 to)
{
  Stretch certain, possible;

  if (date->form == WHENCE_DATE_NONE)
    return WHENCE_ACTIVITY_POSSIBLE;
  to = MAX (to, add_saturating (from, 1));
  certain = certain_stretch (date);
  if (from >= certain.low && to <= certain.high)
    return WHENCE_ACTIVITY_CERTAIN;
  possible = possible_stretch (date);
  return from < possible.high && to > possible.low ? WHENCE_ACTIVITY_POSSIBLE : WHENCE_ACTIVITY_NOT;
}

WhenceActivity
whence_date_event_activity (const WhenceDate *date, gint64 from, gint64 to)
{
  Stretch stretch;

  if (date->form == WHENCE_DATE_NONE)
    return WHENCE_ACTIVITY_POSSIBLE;
  to = MAX (to, add_saturating (from, 1));
  stretch = event_stretch (date);
  if (stretch.high <= to && stretch.high != WHENCE_INSTANT_AFTER_ALL)
    return WHENCE_ACTIVITY_CERTAIN;
  return stretch.low < to ? WHENCE_ACTIVITY_POSSIBLE : WHENCE_ACTIVITY_NOT;
}

void
whence_date_get_event_reach (const WhenceDate *date, gint64 *from, gint64 *to)
{
  Stretch stretch = { WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL };

  if (date->form != WHENCE_DATE_NONE)
    stretch = event_stretch (date);
  *from = stretch.low;
  *to = stretch.high;
}

gboolean
whence_date_may_start_after (const WhenceDate *date, gint64 instant)
{
  return date->form != WHENCE_DATE_NONE && date->start.kind == WHENCE_BOUND_GIVEN
         && widen (&date->start).high > instant;
}

gboolean
whence_date_may_end_before (const WhenceDate *date, gint64 instant)
{
  return date->form != WHENCE_DATE_NONE && date->end.kind == WHENCE_BOUND_GIVEN
         && widen (&date->end).low < instant;
}

gboolean
whence_date_get_cutoff (const WhenceDate *date, WhenceCutoff *cutoff)
{
  const WhenceBound *end = &date->end;
  gboolean plain = date->form != WHENCE_DATE_ONE_OF && end->qualifiers == WHENCE_QUALIFIER_NONE;

  if (date->form == WHENCE_DATE_NONE || end->kind != WHENCE_BOUND_GIVEN)
    return FALSE;
  /* About May may be April, and ends where May begins. */
  cutoff->sure = plain ? end->latest : end->earliest;
  cutoff->possible = widen (end).high;
  return TRUE;
}

WhenceActivity
whence_date_before_cutoff (const WhenceDate *date, WhenceCutoff cutoff)
{
  Stretch stretch = possible_stretch (date);

  if (date->form == WHENCE_DATE_NONE)
    return WHENCE_ACTIVITY_POSSIBLE;
  if (stretch.high <= cutoff.sure && stretch.high != WHENCE_INSTANT_AFTER_ALL)
    return WHENCE_ACTIVITY_CERTAIN;
  return stretch.low < cutoff.possible ? WHENCE_ACTIVITY_POSSIBLE : WHENCE_ACTIVITY_NOT;
}

void
whence_date_get_state_reach (const WhenceDate *date, gint64 *from, gint64 *to)
{
  Stretch possible = { WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL };

  if (date->form != WHENCE_DATE_NONE)
    possible = possible_stretch (date);
  *from = possible.low;
  *to = possible.high;
}

gint64
whence_date_get_event_begin (const WhenceDate *date)
{
  return date->form == WHENCE_DATE_NONE ? WHENCE_INSTANT_BEFORE_ALL : event_stretch (date).low;
}

/* --- Agreement --------------------------------------------------------------------------------------- */

static gboolean
overlap (Stretch a, Stretch b)
{
  return a.low < b.high && b.low < a.high;
}

static gboolean
bounds_are_equal (const WhenceBound *a, const WhenceBound *b)
{
  return a->earliest == b->earliest && a->latest == b->latest && a->precision == b->precision
         && a->qualifiers == b->qualifiers && a->kind == b->kind;
}

WhenceAgreement
whence_date_compare_readings (const WhenceDate *a, const WhenceDate *b)
{
  gboolean both_intervals = a->form == WHENCE_DATE_INTERVAL && b->form == WHENCE_DATE_INTERVAL;
  gboolean agree;

  if (a->form == b->form && bounds_are_equal (&a->start, &b->start) && bounds_are_equal (&a->end, &b->end))
    return WHENCE_AGREEMENT_SAME;
  if (a->form == WHENCE_DATE_NONE || b->form == WHENCE_DATE_NONE)
    return WHENCE_AGREEMENT_COMPATIBLE;
  if (both_intervals)
    agree = overlap (widen (&a->start), widen (&b->start)) && overlap (widen (&a->end), widen (&b->end));
  else
    agree = overlap (possible_stretch (a), possible_stretch (b));
  return agree ? WHENCE_AGREEMENT_COMPATIBLE : WHENCE_AGREEMENT_CONFLICT;
}

gboolean
whence_date_contains (const WhenceDate *coarse, const WhenceDate *fine)
{
  Stretch outer = possible_stretch (coarse), inner = possible_stretch (fine);

  return outer.low <= inner.low && inner.high <= outer.high;
}
