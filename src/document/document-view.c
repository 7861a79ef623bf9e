/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the reader looks in time and at which date, and the way back there. A change is remembered before it
 * is made; a motion ends when nothing has moved for REST. Another date costs the same however many facts
 * there are; what has to be counted anew waits for the end of a motion. */
#include "document/document-private.h"

#define REST 900 /* ms */

/* --- The way back --- */

static WhenceViewState
take_state (WhenceDocument *document)
{
  WhenceViewState state = { .range_from = document->range_from,
                            .range_to = document->range_to,
                            .span_from = document->span_from,
                            .span_to = document->span_to,
                            .as_of_from = document->as_of_from,
                            .as_of_to = document->as_of_to,
                            .known_by = g_strdup (whence_document_get_known_by (document)),
                            .compared = { document->compared[0], document->compared[1] },
                            .grouping = document->grouping,
                            .filter = whence_filter_ref (document->filter),
                            .filter_aside = document->filter_aside,
                            .graph_focus = whence_graph_focus_ref (document->graph_focus),
                            .layout = document->layout,
                            .faith = document->faith,
                            .center = document->center };
  WhenceLaneState *lanes = whence_document_get_lanes (document);

  state.selection = g_array_ref (document->selection.refs);
  state.lanes = lanes != NULL ? whence_lane_state_ref (lanes) : NULL;
  return state;
}

static void
come_to_rest (WhenceDocument *document)
{
  whence_view_history_settle (&document->view_history);
  if (document->measures_wait)
    whence_document_measure_anew (document);
}

static gboolean
on_rest (gpointer data)
{
  WhenceDocument *document = data;

  document->view_rest = 0;
  come_to_rest (document);
  return G_SOURCE_REMOVE;
}

void
whence_document_settle_view (WhenceDocument *document)
{
  g_clear_handle_id (&document->view_rest, g_source_remove);
  come_to_rest (document);
}

void
whence_document_remember_view (WhenceDocument *document, WhenceViewMotion motion)
{
  WhenceViewState state;

  /* However the views are moved meanwhile, a play is one step. */
  if (document->going_back || (motion == WHENCE_VIEW_PLAYS && document->play.is_remembered))
    return;
  document->play.is_remembered |= motion == WHENCE_VIEW_PLAYS;
  /* A motion that a step ends has come to rest. */
  if (motion == WHENCE_VIEW_STEP && document->view_rest != 0)
    whence_document_settle_view (document);
  g_clear_handle_id (&document->view_rest, g_source_remove);
  if (motion != WHENCE_VIEW_STEP && motion != WHENCE_VIEW_PLAYS)
    document->view_rest = g_timeout_add (REST, on_rest, document);
  state = take_state (document);
  if (whence_view_history_remember (&document->view_history, &state, motion))
    whence_document_view_history_changed (document);
  whence_view_state_clear (&state);
}

static void change_dates (WhenceDocument *document, gint64 from, gint64 to, const WhencePeriod *compared,
                          WhenceViewMotion motion);

/* Tells everybody once everything is in its place. */
static void
show_state (WhenceDocument *document, const WhenceViewState *state)
{
  document->going_back = TRUE;
  whence_document_hold_scope (document, state->known_by);
  g_object_freeze_notify (G_OBJECT (document));
  whence_document_set_grouping (document, state->grouping);
  whence_document_set_lanes (document, state->lanes);
  whence_document_restore_filter (document, state->filter, state->filter_aside);
  whence_document_set_graph_focus (document, state->graph_focus);
  whence_document_lay_out (document, state->layout, state->faith, state->center);
  whence_document_set_range (document, state->range_from, state->range_to);
  change_dates (document, state->as_of_from, state->as_of_to, state->compared, WHENCE_VIEW_STEP);
  whence_document_set_known_by (document, state->known_by, NULL);
  whence_document_release_scope (document);
  whence_document_set_span (document, state->span_from, state->span_to);
  whence_document_select_array (document, state->selection);
  g_object_thaw_notify (G_OBJECT (document));
  document->going_back = FALSE;
  whence_document_view_history_changed (document);
}

static void
travel (WhenceDocument *document, gboolean (*step) (WhenceViewHistory *history, WhenceViewState *state))
{
  WhenceViewState state = take_state (document);

  whence_document_settle_view (document);
  if (step (&document->view_history, &state))
    show_state (document, &state);
  else
    whence_document_view_history_changed (document);
  whence_view_state_clear (&state);
}

void
whence_document_start_view_history (WhenceDocument *document)
{
  whence_document_settle_view (document);
  whence_view_history_clear (&document->view_history);
  whence_view_history_init (&document->view_history);
  whence_document_view_history_changed (document);
}

void
whence_document_go_back (WhenceDocument *document)
{
  travel (document, whence_view_history_back);
}

void
whence_document_go_forward (WhenceDocument *document)
{
  travel (document, whence_view_history_forward);
}

gboolean
whence_document_can_go_back (WhenceDocument *document)
{
  return document->view_history.past->len > 0;
}

gboolean
whence_document_can_go_forward (WhenceDocument *document)
{
  return document->view_history.future->len > 0;
}

/* --- The window of time --- */

gboolean
whence_document_get_range (WhenceDocument *document, gint64 *from, gint64 *to)
{
  *from = document->range_from;
  *to = document->range_to;
  return *from < *to;
}

static void
change_range (WhenceDocument *document, gint64 from, gint64 to, WhenceViewMotion motion)
{
  if (document->range_from == from && document->range_to == to)
    return;
  whence_document_remember_view (document, motion);
  document->range_from = from;
  document->range_to = to;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_RANGE);
}

void
whence_document_set_range (WhenceDocument *document, gint64 from, gint64 to)
{
  change_range (document, from, to, WHENCE_VIEW_STEP);
}

void
whence_document_move_range (WhenceDocument *document, gint64 from, gint64 to)
{
  document->moving = TRUE;
  change_range (document, from, to, WHENCE_VIEW_MOVES_RANGE);
  document->moving = FALSE;
}

gboolean
whence_document_is_moving (WhenceDocument *document)
{
  return document->moving;
}

void
whence_document_fit_range (WhenceDocument *document)
{
  whence_document_set_range (document, 0, 0);
}

void
whence_document_set_visible_view (WhenceDocument *document, WhenceTimeView view, double width)
{
  const WhenceTimeView *old = &document->visible_view;
  gint64 from = width > 0 ? view.origin : 0;
  gint64 to = width > 0 ? whence_time_view_to_instant (view, width) : 0;

  if (document->visible_from == from && document->visible_to == to && old->fraction == view.fraction
      && old->seconds_per_px == view.seconds_per_px)
    return;
  document->visible_view = view;
  document->visible_from = from;
  document->visible_to = to;
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_VISIBLE_RANGE);
}

void
whence_document_get_visible_range (WhenceDocument *document, gint64 *from, gint64 *to)
{
  *from = document->visible_from;
  *to = document->visible_to;
}

gboolean
whence_document_get_visible_view (WhenceDocument *document, WhenceTimeView *view)
{
  *view = document->visible_view;
  return document->visible_from < document->visible_to;
}

/* --- The date at which ties are looked at --- */

gboolean
whence_document_get_as_of (WhenceDocument *document, gint64 *from, gint64 *to)
{
  *from = document->as_of_from;
  *to = document->as_of_to;
  return *from != WHENCE_INSTANT_BEFORE_ALL || *to != WHENCE_INSTANT_AFTER_ALL;
}

/* Either a date or two that are compared; or neither. */
static void
change_dates (WhenceDocument *document, gint64 from, gint64 to, const WhencePeriod *compared,
              WhenceViewMotion motion)
{
  if (document->as_of_from == from && document->as_of_to == to
      && whence_periods_equal (document->compared, compared, 2))
    return;
  if (!document->play_moves)
    whence_document_interrupt_play (document);
  whence_document_remember_view (document, motion);
  document->as_of_from = from;
  document->as_of_to = to;
  document->compared[0] = compared[0];
  document->compared[1] = compared[1];
  whence_document_renew_date (document, motion != WHENCE_VIEW_STEP);
  whence_document_notify (document, WHENCE_DOCUMENT_PROP_AS_OF);
}

static void
change_as_of (WhenceDocument *document, gint64 from, gint64 to, WhenceViewMotion motion)
{
  const WhencePeriod none[2] = { { 0 }, { 0 } };

  change_dates (document, from, to, none, motion);
}

void
whence_document_set_as_of (WhenceDocument *document, gint64 from, gint64 to)
{
  change_as_of (document, from, to, WHENCE_VIEW_STEP);
}

void
whence_document_move_as_of (WhenceDocument *document, gint64 from, gint64 to)
{
  change_as_of (document, from, to, document->play_moves ? WHENCE_VIEW_PLAYS : WHENCE_VIEW_MOVES_AS_OF);
}

void
whence_document_clear_as_of (WhenceDocument *document)
{
  whence_document_set_as_of (document, WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL);
}

/* --- Two dates that are compared --- */

gboolean
whence_document_get_compared (WhenceDocument *document, WhencePeriod dates[2])
{
  dates[0] = document->compared[0];
  dates[1] = document->compared[1];
  return dates[0].from < dates[0].to;
}

static void
compare (WhenceDocument *document, const WhencePeriod *dates, WhenceViewMotion motion)
{
  change_dates (document, WHENCE_INSTANT_BEFORE_ALL, WHENCE_INSTANT_AFTER_ALL, dates, motion);
}

gboolean
whence_document_compare (WhenceDocument *document, const WhencePeriod *dates, GError **error)
{
  if (!whence_changes_check (dates[0], dates[1], error))
    return FALSE;
  compare (document, dates, WHENCE_VIEW_STEP);
  return TRUE;
}

void
whence_document_move_compared (WhenceDocument *document, guint which, WhencePeriod date)
{
  WhencePeriod dates[2];

  if (!whence_document_get_compared (document, dates))
    return;
  dates[which] = date;
  if (whence_changes_check (dates[0], dates[1], NULL))
    compare (document, dates, which == 0 ? WHENCE_VIEW_MOVES_EARLIER : WHENCE_VIEW_MOVES_LATER);
}
