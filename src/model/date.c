/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an EDTF string says of its start and its end: single dates, intervals with their order, sets with what
 * their members have in common. Linear in the length. */
#include "model/edtf.h"

#include <glib/gi18n-lib.h>

static WhenceBound
bound_without_end (WhenceBoundKind kind)
{
  return (WhenceBound){ .earliest = WHENCE_INSTANT_BEFORE_ALL,
                        .latest = WHENCE_INSTANT_AFTER_ALL,
                        .precision = WHENCE_PRECISION_UNKNOWN,
                        .kind = (guint8) kind };
}

/* Seasons without a hemisphere in the order in which a year brings them, the southern summer by its January.
 */
static gboolean
seasons_are_in_order (guint from, guint to)
{
  static const guint8 north[] = { 0, 1, 2, 3 };
  static const guint8 south[] = { 3, 0, 1, 2 };

  return north[from - 21] <= north[to - 21] && south[from - 21] <= south[to - 21];
}

static gboolean
is_bare_season (const WhenceEdtfDate *date)
{
  return date->season >= 21 && date->season <= 24;
}

/* One rule decides the order: the first reading of the start begins no later than the last reading of the
 * end. 1984-11-12/1984-11-XX is in order, since XX may be 30; 2004-06-11/2004-06 is not, since June begins
 * before. */
static gboolean
check_order (const WhenceEdtfSpan *span, const WhenceBound *start, const WhenceBound *end, gint64 last_begin,
             GError **error)
{
  const WhenceEdtfDate *from = &span->from, *to = &span->to;

  if (start->kind != WHENCE_BOUND_GIVEN || end->kind != WHENCE_BOUND_GIVEN)
    return TRUE;
  if (start->earliest > last_begin)
    {
      g_set_error_literal (
        error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_ORDER,
        start->earliest < end->latest
          ? _ ("The end begins before the start; for a time within it, mask the digits that are "
               "not known, as in 2004-06-11/2004-06-XX")
          : _ ("The end lies before the start"));
      return FALSE;
    }
  if (is_bare_season (from) && is_bare_season (to) && memcmp (from->year, to->year, 4) == 0
      && from->negative == to->negative && !seasons_are_in_order (from->season, to->season))
    {
      g_set_error_literal (
        error, WHENCE_DATE_ERROR, WHENCE_DATE_ERROR_ORDER,
        _ ("Which of the two seasons is first depends on the hemisphere; write 25 to 28 for the "
           "northern, 29 to 32 for the southern"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
resolve_span (const WhenceEdtfSpan *span, WhenceBound *start, WhenceBound *end, GError **error)
{
  gint64 last_begin = 0;

  *start = bound_without_end (span->from.kind);
  if (span->from.kind == WHENCE_BOUND_GIVEN && !whence_edtf_resolve (&span->from, start, &last_begin, error))
    return FALSE;
  *end = *start;
  if (!span->is_range)
    return TRUE;
  *end = bound_without_end (span->to.kind);
  if (span->to.kind == WHENCE_BOUND_GIVEN && !whence_edtf_resolve (&span->to, end, &last_begin, error))
    return FALSE;
  return check_order (span, start, end, last_begin, error);
}

/* What is coarsest and least sure among the members goes for the whole: the given sides of the set share it.
 */
static void
join_one_of (WhenceDate *date, const WhenceBound *member)
{
  WhenceBound *sides[] = { &date->start, &date->end };

  if (member->kind != WHENCE_BOUND_GIVEN)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i]->kind == WHENCE_BOUND_GIVEN)
      {
        sides[i]->precision = MIN (sides[i]->precision, member->precision);
        sides[i]->qualifiers |= member->qualifiers;
      }
}

/* The side of a set that is open stays apart from the one that is given. */
static void
close_one_of (WhenceDate *date)
{
  if (date->start.kind != WHENCE_BOUND_GIVEN || date->end.kind != WHENCE_BOUND_GIVEN)
    return;
  date->start.latest = date->end.latest;
  date->end.earliest = date->start.earliest;
}

static gboolean
resolve_set (const WhenceEdtf *edtf, WhenceDate *date, GError **error)
{
  guint n_members = edtf->members->len;
  g_autofree WhenceBound *bounds = g_new (WhenceBound, 2 * n_members);

  for (guint i = 0; i < n_members; i++)
    {
      const WhenceEdtfSpan *span = &g_array_index (edtf->members, WhenceEdtfSpan, i);
      WhenceBound *start = &bounds[2 * i], *end = start + 1;

      if (!resolve_span (span, start, end, error))
        return FALSE;
      if (i == 0 || start->earliest < date->start.earliest)
        date->start = *start;
      if (i == 0 || end->latest > date->end.latest)
        date->end = *end;
    }
  if (edtf->form != WHENCE_DATE_ONE_OF)
    return TRUE;
  for (guint i = 0; i < 2 * n_members; i++)
    join_one_of (date, &bounds[i]);
  close_one_of (date);
  return TRUE;
}

gboolean
whence_date_parse (const char *text, WhenceDate *date, GError **error)
{
  g_auto (WhenceEdtf) edtf = { 0 };
  WhenceDate found = { 0 };

  if (!whence_edtf_parse (text, &edtf, error))
    return FALSE;
  if (edtf.members != NULL ? !resolve_set (&edtf, &found, error)
                           : !resolve_span (&edtf.span, &found.start, &found.end, error))
    return FALSE;
  found.form = (guint8) edtf.form;
  found.level = (guint8) edtf.level;
  found.has_time =
    found.start.precision >= WHENCE_PRECISION_MINUTE || found.end.precision >= WHENCE_PRECISION_MINUTE;
  *date = found;
  return TRUE;
}
