/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * EDTF strings as people write dates. It works on the components as written, since "2016-XX" and "2016" mean
 * the same stretch and are not the same words. Never more precise than the string. Linear in the length. */
#include "model/date-names.h"
#include "model/edtf.h"

#include <glib/gi18n-lib.h>

/* A set with more members than this is abridged on a mark. */
#define SHORT_LIST_MAX 3

/* --- Intervals and sets ------------------------------------------------------------------------------ */

/* In some languages an article stands before a day, and none before a month or a year. */
static char *
add_until (const WhenceEdtfDate *date, const char *end, gboolean start_unknown)
{
  if (date->day[0] != '\0' && start_unknown)
    return g_strdup_printf (C_ ("interval of days", "until %s, start unknown"), end);
  if (date->day[0] != '\0')
    return g_strdup_printf (C_ ("interval of days", "until %s"), end);
  return start_unknown ? g_strdup_printf (C_ ("interval", "until %s, start unknown"), end)
                       : g_strdup_printf (C_ ("interval", "until %s"), end);
}

static char *
add_since (const WhenceEdtfDate *date, const char *start, gboolean end_unknown)
{
  if (date->day[0] != '\0' && end_unknown)
    return g_strdup_printf (C_ ("interval of days", "from %s, end unknown"), start);
  if (date->day[0] != '\0')
    return g_strdup_printf (C_ ("interval of days", "since %s"), start);
  return end_unknown ? g_strdup_printf (C_ ("interval", "from %s, end unknown"), start)
                     : g_strdup_printf (C_ ("interval", "since %s"), start);
}

static char *
name_end_known (WhenceBoundKind start, const WhenceEdtfDate *to, WhenceDateText style)
{
  gboolean neutral = whence_date_has_words_of_its_own (to), start_unknown = start != WHENCE_BOUND_OPEN;
  gboolean in_signs = start_unknown && (neutral || style == WHENCE_DATE_TEXT_SHORT);
  g_autofree char *end =
    whence_date_name (to, style, neutral || in_signs ? WHENCE_DATE_ALONE : WHENCE_DATE_AFTER_WORD);

  if (end == NULL)
    return NULL;
  if (in_signs)
    return g_strdup_printf (C_ ("interval", "? – %s"), end);
  if (neutral)
    return g_strdup_printf (C_ ("set of dates", "%s and earlier"), end);
  return add_until (to, end, start_unknown);
}

static char *
name_start_known (const WhenceEdtfDate *from, WhenceBoundKind end, WhenceDateText style)
{
  gboolean neutral = whence_date_has_words_of_its_own (from), end_unknown = end != WHENCE_BOUND_OPEN;
  gboolean in_signs = end_unknown && (neutral || style == WHENCE_DATE_TEXT_SHORT);
  g_autofree char *start =
    whence_date_name (from, style, neutral || in_signs ? WHENCE_DATE_ALONE : WHENCE_DATE_AFTER_WORD);

  if (start == NULL)
    return NULL;
  if (in_signs)
    return g_strdup_printf (C_ ("interval", "%s – ?"), start);
  if (neutral)
    return g_strdup_printf (C_ ("set of dates", "%s and later"), start);
  return add_since (from, start, end_unknown);
}

static char *
name_neither_known (WhenceBoundKind start, WhenceBoundKind end)
{
  if (start == WHENCE_BOUND_OPEN)
    return g_strdup (end == WHENCE_BOUND_OPEN ? C_ ("interval", "always")
                                              : C_ ("interval", "until an unknown date"));
  return g_strdup (end == WHENCE_BOUND_OPEN ? C_ ("interval", "since an unknown date")
                                            : C_ ("interval", "start and end unknown"));
}

static gboolean
is_plain_month_or_day (const WhenceEdtfDate *date)
{
  return date->month[0] != '\0' && !date->has_time && date->qualifiers == 0 && !whence_edtf_is_masked (date);
}

static gboolean
is_within_a_year (const WhenceEdtfSpan *span)
{
  return is_plain_month_or_day (&span->from) && is_plain_month_or_day (&span->to)
         && span->from.magnitude == span->to.magnitude && span->from.negative == span->to.negative;
}

static char *
name_without_year (const WhenceEdtfDate *date, WhenceDateText style)
{
  return whence_day_name_without_year (whence_edtf_number (date->month), whence_edtf_number (date->day),
                                       style);
}

/* "May – June 2024" says the year once, where the language says it. */
static char *
name_range (const WhenceEdtfSpan *span, WhenceDateText style)
{
  gboolean once = is_within_a_year (span);
  /* Translators: not to be translated, but chosen: which of two dates of a year says the year. "last" for
   * "May – June 2024"; "first" where the year stands before the month. */
  gboolean first = g_str_equal (C_ ("which date has the year: first or last", "last"), "first");
  g_autofree char *start = once && !first ? name_without_year (&span->from, style)
                                          : whence_date_name (&span->from, style, WHENCE_DATE_ALONE);
  g_autofree char *end = once && first ? name_without_year (&span->to, style)
                                       : whence_date_name (&span->to, style, WHENCE_DATE_ALONE);

  if (start == NULL || end == NULL)
    return NULL;
  /* Translators: start and end of an interval, as in "May 2024 – June 2025". */
  return g_strdup_printf (C_ ("interval", "%1$s – %2$s"), start, end);
}

static char *
name_interval (const WhenceEdtfSpan *span, WhenceDateText style)
{
  WhenceBoundKind start = span->from.kind, end = span->to.kind;

  if (start == WHENCE_BOUND_GIVEN && end == WHENCE_BOUND_GIVEN)
    return name_range (span, style);
  if (start == WHENCE_BOUND_GIVEN)
    return name_start_known (&span->from, end, style);
  if (end == WHENCE_BOUND_GIVEN)
    return name_end_known (start, &span->to, style);
  return name_neither_known (start, end);
}

static gboolean
is_plain_year (const WhenceEdtfDate *date)
{
  return date->n_written == 4 && date->significant == 0 && date->season == 0 && date->month[0] == '\0'
         && date->qualifiers == 0 && !whence_edtf_is_masked (date);
}

static char *
name_member (const WhenceEdtfSpan *span, WhenceDateForm form, WhenceDateText style)
{
  g_autofree char *from =
    span->from.kind == WHENCE_BOUND_GIVEN ? whence_date_name (&span->from, style, WHENCE_DATE_ALONE) : NULL;
  g_autofree char *to = NULL;
  gboolean all = form == WHENCE_DATE_ALL_OF;

  if (!span->is_range)
    return g_steal_pointer (&from);
  to = span->to.kind == WHENCE_BOUND_GIVEN ? whence_date_name (&span->to, style, WHENCE_DATE_ALONE) : NULL;
  if (to == NULL)
    return g_strdup_printf (all ? C_ ("set of dates", "%s and later") : C_ ("set of dates", "%s or later"),
                            from);
  if (from == NULL)
    return g_strdup_printf (
      all ? C_ ("set of dates", "%s and earlier") : C_ ("set of dates", "%s or earlier"), to);
  if (is_plain_year (&span->from) && is_plain_year (&span->to) && span->from.negative == span->to.negative)
    return whence_years_name (span->from.negative ? -span->from.magnitude : span->from.magnitude,
                              span->to.negative ? -span->to.magnitude : span->to.magnitude);
  return g_strdup_printf (C_ ("interval", "%1$s – %2$s"), from, to);
}

static char *
join_members (const WhenceEdtf *edtf, WhenceDateText style)
{
  guint n = edtf->members->len;
  gboolean abridged = style == WHENCE_DATE_TEXT_SHORT && n > SHORT_LIST_MAX;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i = abridged && i == 0 ? n - 1 : i + 1)
    {
      g_autofree char *member =
        name_member (&g_array_index (edtf->members, WhenceEdtfSpan, i), edtf->form, style);

      if (i > 0 && abridged)
        /* Translators: between the first and the last of many dates. */
        g_string_append (list, C_ ("separator of many dates", ", …, "));
      else if (i > 0 && i < n - 1)
        g_string_append (list, C_ ("separator of dates", ", "));
      else if (i > 0 && edtf->form == WHENCE_DATE_ONE_OF)
        /* Translators: before the last date of a list, as in "1667, 1668 or 1670". */
        g_string_append (list, C_ ("last separator of dates", " or "));
      else if (i > 0)
        /* Translators: before the last date of a list, as in "1667, 1668 and 1670". */
        g_string_append (list, C_ ("last separator of dates", " and "));
      g_string_append (list, member);
    }
  return g_string_free (list, FALSE);
}

static char *
name_set (const WhenceEdtf *edtf, WhenceDateText style)
{
  g_autofree char *list = join_members (edtf, style);
  const WhenceEdtfSpan *first = &g_array_index (edtf->members, WhenceEdtfSpan, 0);
  gboolean is_choice =
    edtf->members->len > 1
    || (first->is_range && first->from.kind == WHENCE_BOUND_GIVEN && first->to.kind == WHENCE_BOUND_GIVEN);

  if (style == WHENCE_DATE_TEXT_SHORT || edtf->form == WHENCE_DATE_ALL_OF || !is_choice)
    return g_steal_pointer (&list);
  /* Translators: a list of dates of which one is right, as in "one of 1667, 1668 or 1670–1672". */
  return g_strdup_printf (C_ ("set of dates", "one of %s"), list);
}

char *
whence_date_to_text (const char *text, WhenceDateText style)
{
  g_auto (WhenceEdtf) edtf = { 0 };
  WhenceDate date;

  if (!whence_date_parse (text, &date, NULL) || !whence_edtf_parse (text, &edtf, NULL))
    return g_strdup (text);
  switch (edtf.form)
    {
    case WHENCE_DATE_SINGLE:
      return whence_date_name (&edtf.span.from, style, WHENCE_DATE_ALONE);
    case WHENCE_DATE_INTERVAL:
      return name_interval (&edtf.span, style);
    case WHENCE_DATE_ONE_OF:
    case WHENCE_DATE_ALL_OF:
      return name_set (&edtf, style);
    case WHENCE_DATE_NONE:
    default:
      return g_strdup (text);
    }
}
