/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At most a handful of dates a fact, so that each is compared with each. */
#include "layout/timeline-ghosts.h"

#include <math.h>

#include "model/readings.h"

#define APART 3.0 /* px between marks of a level */

/* --- Dates ---------------------------------------------------------------------------------------- */

/* Those that have a place in time, the fact's own first. A background to the others is there once. */
static guint
list_dates (const WhenceScope *scope, guint32 fact, const WhenceDate *dates[1 + WHENCE_MOST_GHOSTS])
{
  const WhenceBundle *bundle = whence_scope_get_bundle (scope);
  guint n;
  if (!whence_bundle_has_dated_citations (bundle))
    {
      gint64 first, last;
      dates[0] = whence_bundle_get_fact_date (bundle, fact);
      return whence_mark_extent (dates[0], &first, &last);
    }
  n = whence_readings_list_dates (bundle, fact, whence_scope_get_known_by (scope), dates,
                                  1 + WHENCE_MOST_GHOSTS);
  guint n_placed = 0;
  gint64 from, to;
  if (n == 0 || !whence_mark_extent (dates[0], &from, &to))
    return 0;
  if (n > 1 && whence_bundle_get_fact_type (bundle, fact)->band)
    return 1;
  for (guint i = 0; i < n; i++)
    if (i == 0 || whence_mark_extent (dates[i], &from, &to))
      dates[n_placed++] = dates[i];
  return n_placed;
}

gboolean
whence_fact_extent (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to)
{
  const WhenceDate *dates[1 + WHENCE_MOST_GHOSTS];
  guint n = list_dates (scope, fact, dates);
  if (n == 0)
    return FALSE;
  whence_mark_extent (dates[0], from, to);
  for (guint i = 1; i < n; i++)
    {
      gint64 other_from, other_to;
      whence_mark_extent (dates[i], &other_from, &other_to);
      *from = MIN (*from, other_from);
      *to = MAX (*to, other_to);
    }
  return TRUE;
}

gboolean
whence_fact_reach (const WhenceScope *scope, guint32 fact, gint64 *from, gint64 *to)
{
  const WhenceDate *dates[1 + WHENCE_MOST_GHOSTS];
  gint64 today = whence_scope_get_today (scope);
  guint n = list_dates (scope, fact, dates);
  if (n == 0)
    return FALSE;
  whence_mark_reach (dates[0], today, from, to);
  for (guint i = 1; i < n; i++)
    {
      gint64 other_from, other_to;
      whence_mark_reach (dates[i], today, &other_from, &other_to);
      *from = MIN (*from, other_from);
      *to = MAX (*to, other_to);
    }
  return TRUE;
}

gboolean
whence_fact_touches (const WhenceScope *scope, guint32 fact, gint64 from, gint64 to)
{
  const WhenceDate *dates[1 + WHENCE_MOST_GHOSTS];
  gint64 today = whence_scope_get_today (scope);
  guint n = list_dates (scope, fact, dates);
  for (guint i = 0; i < n; i++)
    {
      gint64 first, last;
      if (!whence_mark_reach (dates[i], today, &first, &last))
        continue;
      /* What goes on does so beyond today, too. */
      if (dates[i]->end.kind == WHENCE_BOUND_OPEN)
        last = WHENCE_INSTANT_AFTER_ALL;
      if (first < to && (last > from || first >= from))
        return TRUE;
    }
  return FALSE;
}

/* --- Signs ---------------------------------------------------------------------------------------- */

static gboolean
is_free (const WhenceDateSigns *signs, const WhenceMarkShape *shape, guint level)
{
  if (level == 0 && shape->x0 < signs->shape.x1 + APART && signs->shape.x0 < shape->x1 + APART)
    return FALSE;
  for (guint i = 0; i < signs->n_ghosts; i++)
    {
      const WhenceGhost *ghost = &signs->ghosts[i];
      if (ghost->beyond == 0 && ghost->level == level && shape->x0 < ghost->shape.x1 + APART
          && ghost->shape.x0 < shape->x1 + APART)
        return FALSE;
    }
  return TRUE;
}

WhenceRect
whence_ghost_box (const WhenceGhost *ghost, WhenceRect mark)
{
  return (WhenceRect){ ghost->shape.x0, mark.y + ghost->level * WHENCE_GHOST_LEVEL,
                       ghost->shape.x1 - ghost->shape.x0, WHENCE_MARK_HEIGHT };
}

double
whence_ghost_meets (const WhenceMarkShape *shape, const WhenceMarkShape *to)
{
  double middle = (to->x0 + to->x1) / 2;
  return shape->dot ? (shape->x0 + shape->x1) / 2 : CLAMP (middle, shape->x0, shape->x1);
}

static void
add_ghost (WhenceDateSigns *signs, WhenceGhost ghost, double left, double right)
{
  if (ghost.beyond == 0)
    {
      while (!is_free (signs, &ghost.shape, ghost.level))
        ghost.level++;
      signs->n_levels = MAX (signs->n_levels, ghost.level + 1u);
      signs->x0 = MIN (signs->x0, ghost.shape.x0);
      signs->x1 = MAX (signs->x1, ghost.shape.x1);
    }
  else if (ghost.beyond < 0)
    signs->x0 = left;
  else
    signs->x1 = right;
  signs->ghosts[signs->n_ghosts++] = ghost;
}

/* On which side of the view a date lies that is not in it. */
static int
find_side (const WhenceDate *date, WhenceTimeView view, double left, double right)
{
  gint64 from, to;
  whence_mark_extent (date, &from, &to);
  return whence_time_view_to_x (view, from) < (left + right) / 2 ? -1 : 1;
}

gboolean
whence_date_signs_init (WhenceDateSigns *signs, const WhenceScope *scope, guint32 fact, WhenceTimeView view,
                        double left, double right)
{
  const WhenceDate *dates[1 + WHENCE_MOST_GHOSTS];
  gint64 today = whence_scope_get_today (scope);
  guint n = list_dates (scope, fact, dates), first = 0;
  *signs = (WhenceDateSigns){ .n_levels = 1 };
  while (first < n && !whence_mark_shape_init (&signs->shape, dates[first], view, left, right, today))
    first++;
  if (first == n)
    return FALSE;
  signs->displaced = first > 0;
  signs->x0 = signs->shape.x0;
  signs->x1 = signs->shape.x1;
  for (guint i = 0; i < n; i++)
    {
      WhenceGhost ghost = { 0 };
      if (i == first)
        continue;
      if (!whence_mark_shape_init (&ghost.shape, dates[i], view, left, right, today))
        ghost.beyond = (gint8) find_side (dates[i], view, left, right);
      add_ghost (signs, ghost, left, right);
    }
  return TRUE;
}
