/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Back and forward through where a reader looked and at what: windows and spans of time, selections,
 * groupings, lanes, dates, layouts. Apart from undo: it changes nothing of the story. A motion, such as a
 * pan, is one step, however many moves it has. */
#pragma once

#include "document/graph-focus.h"
#include "document/ref.h"
#include "layout/graph-scene.h"
#include "layout/lane-state.h"
#include "layout/scope.h"
#include "model/filter.h"

G_BEGIN_DECLS

/* Where a reader looks, and at what. Whoever adds a member copies it in view-history.c, and takes and shows
 * it in document-view.c. */
typedef struct
{
  gint64 range_from, range_to; /* equal: fit */
  gint64 span_from, span_to;   /* equal: none */
  gint64 as_of_from, as_of_to;
  char *known_by;           /* EDTF, or NULL */
  WhencePeriod compared[2]; /* instead; all 0: none are */
  WhenceGrouping grouping;
  WhenceLaneState *lanes; /* of this grouping, or NULL */
  GArray *selection;      /* WhenceRef; shared, never changed */
  WhenceFilter *filter;
  gboolean filter_aside;
  WhenceGraphFocus *graph_focus;
  WhenceLayoutKind layout;
  WhenceFaith faith;
  guint32 center; /* entity, or WHENCE_NONE */
} WhenceViewState;

gboolean whence_periods_equal (const WhencePeriod *a, const WhencePeriod *b, guint n);

void whence_view_state_clear (WhenceViewState *state);

/* What is in motion; moves of the same kind are one step until the history settles. */
typedef enum
{
  WHENCE_VIEW_STEP, /* nothing: a step of its own */
  WHENCE_VIEW_MOVES_RANGE,
  WHENCE_VIEW_MOVES_AS_OF,
  WHENCE_VIEW_MOVES_EARLIER, /* of two dates that are compared */
  WHENCE_VIEW_MOVES_LATER,
  WHENCE_VIEW_MOVES_SPAN,
  WHENCE_VIEW_WALKS, /* from fact to fact */
  WHENCE_VIEW_PLAYS, /* until it pauses, however long it rests */
} WhenceViewMotion;

typedef struct
{
  GPtrArray *past, *future; /* WhenceViewState */
  WhenceViewMotion motion;  /* that the newest entry of the past was the beginning of */
} WhenceViewHistory;

void whence_view_history_init (WhenceViewHistory *history);
void whence_view_history_clear (WhenceViewHistory *history);

/* Remembers @state as it is before a change, unless the change belongs to a motion that is under way, and
 * forgets the future. @state is copied. TRUE when what is possible may have changed. */
gboolean whence_view_history_remember (WhenceViewHistory *history, const WhenceViewState *state,
                                       WhenceViewMotion motion);
/* The motion has come to an end: the next one is a step of its own. */
void whence_view_history_settle (WhenceViewHistory *history);

/* Exchanges *@state (owned) for the one before, or after. FALSE: there is none. */
gboolean whence_view_history_back (WhenceViewHistory *history, WhenceViewState *state);
gboolean whence_view_history_forward (WhenceViewHistory *history, WhenceViewState *state);

/* The records have other indices now, or are gone. */
void whence_view_history_translate (WhenceViewHistory *history, WhenceTranslation *translation);

G_END_DECLS
