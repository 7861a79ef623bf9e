/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the range bar share. */
#pragma once

#include "layout/range-scene.h"
#include "layout/stretch.h"
#include "widgets/range-bar.h"
#include "widgets/range-grip.h"

G_BEGIN_DECLS

#define WHENCE_RANGE_BAR_GAP 12.0   /* px between words */
#define WHENCE_RANGE_BAR_PARKED 7.0 /* px from the right end where the date waits */

typedef enum
{
  WHENCE_RANGE_NOTHING,
  WHENCE_RANGE_FROM,
  WHENCE_RANGE_TO,
  WHENCE_RANGE_DATE,    /* of the ties; the later one of two */
  WHENCE_RANGE_EARLIER, /* the earlier one, where two are compared */
  WHENCE_RANGE_WINDOW,
  WHENCE_RANGE_BRUSH, /* a new window */
  WHENCE_RANGE_SPAN,  /* of time, with Shift */
} WhenceRangePart;

struct _WhenceRangeBar
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  gboolean outdated; /* the scene is of another scope */
  WhenceRangeScene *scene;
  GtkWidget *nothing;        /* the words where nothing is dated */
  WhenceRangeGrip *grips[4]; /* in the order of the parts from WHENCE_RANGE_FROM on */
  GtkWidget *date_button;    /* says the date of the ties, or both, and takes it away */
  GtkWidget *compare_button; /* compares the date with another */
  GArray *marked;            /* double: px of the selected facts; NULL: not known yet */
  WhenceTextBlock text;      /* the window in words */
  guint telling;             /* a timeout until the grips say where they are */

  WhenceRangePart dragged;
  double drag_x;             /* px where the drag began */
  double drag_from, drag_to; /* px where the window, or the date, was then */
};

/* The window of time is another. */
void whence_range_bar_on_window (WhenceRangeBar *self);

/* --- range-bar-dates.c --- */

/* Makes the scene where it is missing or outdated; FALSE: there is no document or no room. */
gboolean whence_range_bar_has_scene (WhenceRangeBar *self);
/* Narrow enough to be used with a finger. */
gboolean whence_range_bar_is_narrow (WhenceRangeBar *self);
/* The height of the line of words, px. */
double whence_range_bar_get_words_height (WhenceRangeBar *self);
/* The window of time; FALSE: there is none, as nothing is dated. */
gboolean whence_range_bar_get_window (WhenceRangeBar *self, gint64 *from, gint64 *to);
gboolean whence_range_bar_get_window_px (WhenceRangeBar *self, double *from_x, double *to_x);
/* Whether two dates are compared. */
gboolean whence_range_bar_compares (WhenceRangeBar *self);
/* One of the dates; FALSE: it is not set. */
gboolean whence_range_bar_get_date (WhenceRangeBar *self, WhenceRangePart part, gint64 *from, gint64 *to);
/* Where the date of the ties is, or waits to be taken, or the earlier one of two, px. */
double whence_range_bar_get_date_px (WhenceRangeBar *self, WhenceRangePart part, double *width);
/* The length of a step of the calendar at @x. */
WhenceStretch whence_range_bar_get_step (WhenceRangeBar *self, double x);
/* Moves the date to the step of the calendar that @instant is in, under a hand. */
void whence_range_bar_move_date (WhenceRangeBar *self, WhenceRangePart part, gint64 instant,
                                 WhenceStretch step);

/* --- range-bar-words.c --- */

/* Makes the text of the window, as wide as there is room. */
void whence_range_bar_write_window (WhenceRangeBar *self);
/* Has the grips say where they are, once they are still. */
void whence_range_bar_tell_soon (WhenceRangeBar *self);
/* What the button of the date says. Transfer full. */
char *whence_range_bar_describe_date (WhenceRangeBar *self, gint64 from, gint64 to);
gboolean whence_range_bar_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                         GtkTooltip *tooltip);

/* --- range-bar-look.c --- */

void whence_range_bar_add_look (GtkWidgetClass *widget_class);

/* --- range-bar-hands.c --- */

void whence_range_bar_add_hands (WhenceRangeBar *self);
void whence_range_bar_on_grip (WhenceRangeGrip *grip, int move, int direction, WhenceRangeBar *self);

G_END_DECLS
