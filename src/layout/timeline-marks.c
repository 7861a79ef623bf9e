/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dates to shapes. Each side of a date is looked at on its own: where its stretch of possible instants lies,
 * and how the mark ends there; then both are clipped to the view. Constant time. */
#include "layout/timeline-marks.h"

#include <math.h>

/* px */
#define TAIL 20.0
#define SOFT_LEAST 7.0
#define SOFT_MOST 26.0

typedef struct
{
  double outer, inner; /* px: the far and the near limit of the side, as seen from the middle of the mark */
  double tail;
  WhenceEnd end;
} Side;

static gboolean
is_given (const WhenceBound *bound)
{
  return bound->kind == WHENCE_BOUND_GIVEN;
}

gboolean
whence_mark_extent (const WhenceDate *date, gint64 *from, gint64 *to)
{
  const WhenceBound *start = &date->start, *end = &date->end;
  if (date->form == WHENCE_DATE_NONE || (!is_given (start) && !is_given (end)))
    return FALSE;
  *from = is_given (start) ? start->earliest : end->earliest;
  *to = is_given (end) ? end->latest : start->latest;
  /* One of a set may be open on a side although the bound is given. */
  if (*from == WHENCE_INSTANT_BEFORE_ALL)
    *from = *to - 1;
  if (*to == WHENCE_INSTANT_AFTER_ALL)
    *to = *from + 1;
  return TRUE;
}

gboolean
whence_mark_reach (const WhenceDate *date, gint64 today, gint64 *from, gint64 *to)
{
  const WhenceBound *start = &date->start, *end = &date->end;
  if (!whence_mark_extent (date, from, to))
    return FALSE;
  if (is_given (start) && start->earliest == WHENCE_INSTANT_BEFORE_ALL)
    *from = start->latest;
  if (is_given (end) && end->latest == WHENCE_INSTANT_AFTER_ALL)
    *to = end->earliest;
  if (end->kind == WHENCE_BOUND_OPEN)
    *to = MAX (*to, today);
  /* Where time begins nothing can be before. */
  if (start->kind == WHENCE_BOUND_OPEN)
    *from = G_MININT64;
  *from = MIN (*from, *to);
  return TRUE;
}

/* The tail of a soft end is as long as half the stretch in doubt. */
static double
soft_tail (double width)
{
  return CLAMP (fabs (width) / 2, SOFT_LEAST, SOFT_MOST);
}

/* @outer and @inner are the far and near instants of a bound, @endless the instant that stands for no limit.
 */
static Side
look_at_side (const WhenceBound *bound, WhenceTimeView view, gint64 outer, gint64 inner, gint64 endless)
{
  Side side = { .end = WHENCE_END_CAP };
  side.inner = whence_time_view_to_x (view, inner);
  side.outer = outer == endless ? side.inner : whence_time_view_to_x (view, outer);
  if (outer == endless)
    {
      side.end = WHENCE_END_OPEN;
      side.tail = TAIL;
    }
  else if (bound->qualifiers & WHENCE_QUALIFIER_APPROXIMATE)
    {
      side.end = WHENCE_END_SOFT;
      side.tail = soft_tail (side.outer - side.inner);
    }
  return side;
}

/* The side of a bound that is open or unknown, seen from @from, the limit of the other side. */
static Side
look_at_missing (const WhenceBound *bound, double from)
{
  Side side = { from, from, TAIL, bound->kind == WHENCE_BOUND_OPEN ? WHENCE_END_OPEN : WHENCE_END_UNKNOWN };
  return side;
}

/* Has no end, or none that is known; where that would be beyond the edge of the view, the edge says so. */
static gboolean
runs_out (guint8 end)
{
  return end == WHENCE_END_OPEN || end == WHENCE_END_UNKNOWN;
}

static void
clip_to_view (WhenceMarkShape *shape, double left, double right)
{
  double low = left, high = right;
  if (shape->end0 == WHENCE_END_OPEN || (shape->x0 < left && runs_out (shape->end0)))
    low = MIN (left + shape->tail0, right);
  else if (shape->x0 < left)
    {
      shape->end0 = WHENCE_END_CUT;
      shape->tail0 = 0;
    }
  if (shape->end1 == WHENCE_END_OPEN || (shape->x1 > right && runs_out (shape->end1)))
    high = MAX (right - shape->tail1, left);
  else if (shape->x1 > right)
    {
      shape->end1 = WHENCE_END_CUT;
      shape->tail1 = 0;
    }
  shape->x0 = MAX (shape->x0, low);
  shape->x1 = MAX (shape->x0, MIN (shape->x1, high));
  shape->tail0 = MIN (shape->tail0, shape->x0 - left);
  shape->tail1 = MIN (shape->tail1, right - shape->x1);
  shape->body0 = CLAMP (shape->body0, shape->x0, shape->x1);
  shape->body1 = CLAMP (shape->body1, shape->body0, shape->x1);
  shape->x0 -= shape->tail0;
  shape->x1 += shape->tail1;
}

/* A dot is never cut: it is wholly in the view or not there. */
static gboolean
become_dot (WhenceMarkShape *shape, double left, double right)
{
  double middle = (shape->x0 + shape->x1) / 2;
  shape->dot = TRUE;
  shape->body0 = shape->body1 = middle;
  shape->x0 = middle - WHENCE_DOT / 2;
  shape->x1 = middle + WHENCE_DOT / 2;
  if (shape->x0 < left || shape->x1 > right)
    return FALSE;
  shape->tail0 = MIN (shape->tail0, shape->x0 - left);
  shape->tail1 = MIN (shape->tail1, right - shape->x1);
  shape->x0 -= shape->tail0;
  shape->x1 += shape->tail1;
  return TRUE;
}

static void
look_at_both (WhenceMarkShape *shape, const WhenceDate *date, WhenceTimeView view, gint64 today, Side *start,
              Side *end)
{
  const WhenceBound *first = &date->start, *last = &date->end;
  gboolean single = date->form == WHENCE_DATE_SINGLE || date->form == WHENCE_DATE_ONE_OF;
  if (is_given (first))
    *start = look_at_side (first, view, first->earliest, first->latest, WHENCE_INSTANT_BEFORE_ALL);
  if (is_given (last))
    *end = look_at_side (last, view, last->latest, last->earliest, WHENCE_INSTANT_AFTER_ALL);
  if (!is_given (first))
    *start = look_at_missing (first, is_given (last) ? end->inner : whence_time_view_to_x (view, today));
  if (!is_given (last))
    *end = look_at_missing (last, start->inner);
  if (last->kind == WHENCE_BOUND_OPEN)
    end->outer = end->inner = MAX (start->inner, whence_time_view_to_x (view, today));
  /* "Or later", "or earlier": that it is not written how far is no reason to say that it goes on. */
  if (date->form == WHENCE_DATE_ONE_OF && start->end == WHENCE_END_OPEN)
    start->end = WHENCE_END_UNKNOWN;
  if (date->form == WHENCE_DATE_ONE_OF && end->end == WHENCE_END_OPEN)
    end->end = WHENCE_END_UNKNOWN;
  if (single)
    shape->body0 = shape->body1 = start->outer;
  else
    {
      shape->body0 = start->inner;
      shape->body1 = MAX (start->inner, end->inner);
    }
}

gboolean
whence_mark_shape_init (WhenceMarkShape *shape, const WhenceDate *date, WhenceTimeView view, double left,
                        double right, gint64 today)
{
  if (date->form == WHENCE_DATE_NONE)
    return FALSE;
  Side start = { 0 }, end = { 0 };
  *shape = (WhenceMarkShape){ 0 };
  look_at_both (shape, date, view, today, &start, &end);
  shape->x0 = MIN (start.outer, end.outer);
  shape->x1 = MAX (start.outer, end.outer);
  shape->end0 = (guint8) start.end;
  shape->end1 = (guint8) end.end;
  shape->tail0 = start.tail;
  shape->tail1 = end.tail;
  shape->dashed0 = (date->start.qualifiers & WHENCE_QUALIFIER_UNCERTAIN) != 0;
  shape->dashed1 = (date->end.qualifiers & WHENCE_QUALIFIER_UNCERTAIN) != 0;
  shape->several = date->form == WHENCE_DATE_ALL_OF;

  /* What has no beginning goes on before the view. */
  if (date->start.kind == WHENCE_BOUND_OPEN && shape->x0 > left)
    {
      shape->x0 = shape->body0 = left - TAIL;
      if (date->form == WHENCE_DATE_ONE_OF)
        shape->body1 = shape->body0;
    }
  if (shape->x1 - shape->x0 < WHENCE_BRACKET)
    return become_dot (shape, left, right);
  if (shape->x1 <= left || shape->x0 >= right)
    return FALSE;
  clip_to_view (shape, left, right);
  /* A sliver at the edge would be no more to see than nothing. */
  return shape->x1 - shape->x0 >= 1;
}
