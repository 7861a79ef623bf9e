/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The grammar of EDTF above the single date: intervals and sets. Linear in the length. */
#include "model/edtf-cursor.h"

#include <glib/gi18n-lib.h>

/* One side of a slash, which @stop ends. */
static gboolean
parse_end (WhenceCursor *c, WhenceEdtfDate *end, char stop)
{
  *end = (WhenceEdtfDate){ .kind = WHENCE_BOUND_UNKNOWN, .level = 1 };
  if (*c->at == stop)
    return TRUE;
  if (whence_cursor_accept_dots (c))
    {
      end->kind = WHENCE_BOUND_OPEN;
      return TRUE;
    }
  return whence_cursor_parse_date (c, end);
}

static gboolean
is_long (const WhenceEdtfDate *date)
{
  return date->kind == WHENCE_BOUND_GIVEN && date->n_written == 0;
}

/* EDTF knows neither times nor years with "Y" in intervals; Whence takes both, but no mixture of the two ways
 * to write a year. */
static gboolean
parse_interval (WhenceCursor *c, WhenceEdtf *edtf)
{
  WhenceEdtfDate *from = &edtf->span.from, *to = &edtf->span.to;

  if (!parse_end (c, from, '/'))
    return FALSE;
  if (*c->at == '\0' && from->kind == WHENCE_BOUND_GIVEN)
    {
      edtf->form = WHENCE_DATE_SINGLE;
      edtf->level = from->level;
      return TRUE;
    }
  if (!whence_cursor_accept (c, '/'))
    return whence_cursor_unexpected (c);
  if (!parse_end (c, to, '\0'))
    return FALSE;
  if (*c->at != '\0')
    return whence_cursor_unexpected (c);
  if (from->kind == WHENCE_BOUND_GIVEN && to->kind == WHENCE_BOUND_GIVEN && is_long (from) != is_long (to))
    return whence_cursor_refuse (
      c, WHENCE_DATE_ERROR_SYNTAX,
      _ ("The years of an interval are both written with “Y” or both without: Y-2E3 is the year -2000"));
  edtf->form = WHENCE_DATE_INTERVAL;
  edtf->span.is_range = TRUE;
  edtf->level = MAX (from->level, to->level);
  if (from->has_time || to->has_time || is_long (from) || is_long (to))
    edtf->level = WHENCE_DATE_BEYOND_EDTF;
  return TRUE;
}

static gboolean
parse_member (WhenceCursor *c, WhenceEdtfSpan *span, gboolean is_first, char close)
{
  const WhenceEdtfDate open = { .kind = WHENCE_BOUND_OPEN };

  *span = (WhenceEdtfSpan){ .from = open, .to = open };
  if (is_first && whence_cursor_accept_dots (c))
    {
      span->is_range = TRUE;
      return whence_cursor_parse_date (c, &span->to);
    }
  if (!whence_cursor_parse_date (c, &span->from))
    return FALSE;
  span->is_range = whence_cursor_accept_dots (c);
  return !span->is_range || *c->at == close ? TRUE : whence_cursor_parse_date (c, &span->to);
}

/* EDTF separates members by a comma and knows no times in sets; a blank after the comma is taken when it
 * stands after every one. */
static gboolean
parse_set (WhenceCursor *c, WhenceEdtf *edtf, char close)
{
  gboolean with_blanks = FALSE;

  edtf->level = 2;
  edtf->members = g_array_new (FALSE, FALSE, sizeof (WhenceEdtfSpan));
  do
    {
      gboolean is_first = edtf->members->len == 0;
      WhenceEdtfSpan span;

      if (edtf->members->len == 1)
        with_blanks = *c->at == ' ';
      if (!is_first && with_blanks && !whence_cursor_accept (c, ' '))
        return whence_cursor_unexpected (c);
      if (!parse_member (c, &span, is_first, close))
        return FALSE;
      g_array_append_val (edtf->members, span);
      edtf->level = MAX (edtf->level, MAX (span.from.level, span.to.level));
      if (span.from.has_time || span.to.has_time)
        edtf->level = WHENCE_DATE_BEYOND_EDTF;
    }
  while (whence_cursor_accept (c, ','));
  if (!whence_cursor_accept (c, close) || *c->at != '\0')
    return whence_cursor_unexpected (c);
  return TRUE;
}

gboolean
whence_edtf_parse (const char *text, WhenceEdtf *edtf, GError **error)
{
  WhenceCursor c = { text, text, error };
  gboolean ok;

  *edtf = (WhenceEdtf){ 0 };
  if (whence_cursor_accept (&c, '['))
    {
      edtf->form = WHENCE_DATE_ONE_OF;
      ok = parse_set (&c, edtf, ']');
    }
  else if (whence_cursor_accept (&c, '{'))
    {
      edtf->form = WHENCE_DATE_ALL_OF;
      ok = parse_set (&c, edtf, '}');
    }
  else
    ok = parse_interval (&c, edtf);
  if (!ok)
    whence_edtf_clear (edtf);
  return ok;
}

void
whence_edtf_clear (WhenceEdtf *edtf)
{
  g_clear_pointer (&edtf->members, g_array_unref);
  *edtf = (WhenceEdtf){ 0 };
}

gboolean
whence_edtf_has_mask (const char *places, guint n)
{
  return memchr (places, 'X', n) != NULL;
}

gboolean
whence_edtf_is_masked (const WhenceEdtfDate *date)
{
  return whence_edtf_has_mask (date->year, 4) || whence_edtf_has_mask (date->month, 2)
         || whence_edtf_has_mask (date->day, 2);
}

int
whence_edtf_number (const char places[2])
{
  return places[0] == '\0' ? 0 : 10 * (places[0] - '0') + places[1] - '0';
}
