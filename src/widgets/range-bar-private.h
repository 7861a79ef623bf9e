/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the range bar and its hands share. */
#pragma once

#include "layout/range-scene.h"
#include "layout/stretch.h"
#include "widgets/range-bar.h"
#include "widgets/range-grip.h"

G_BEGIN_DECLS

typedef enum
{
  WHENCE_RANGE_NOTHING,
  WHENCE_RANGE_FROM,
  WHENCE_RANGE_TO,
  WHENCE_RANGE_DATE, /* of the ties */
  WHENCE_RANGE_WINDOW,
  WHENCE_RANGE_BRUSH, /* a new window */
} WhenceRangePart;

struct _WhenceRangeBar
{
  GtkWidget parent_instance;
  WhenceDocument *document;
  gboolean outdated; /* the scene is of another scope */
  WhenceRangeScene *scene;
  GtkWidget *nothing;        /* the words where nothing is dated */
  WhenceRangeGrip *grips[3]; /* in the order of the parts from WHENCE_RANGE_FROM on */
  GtkWidget *date_button;    /* says the date of the ties, and takes it away */
  GArray *marked;            /* double: px of the selected facts; NULL: not known yet */
  WhenceTextBlock text;      /* the window in words */
  guint telling;             /* a timeout until the grips say where they are */

  WhenceRangePart dragged;
  double drag_x;             /* px where the drag began */
  double drag_from, drag_to; /* px where the window, or the date, was then */
};

/* The window of time; FALSE: there is none, as nothing is dated. */
gboolean whence_range_bar_get_window (WhenceRangeBar *self, gint64 *from, gint64 *to);
gboolean whence_range_bar_get_window_px (WhenceRangeBar *self, double *from_x, double *to_x);
gboolean whence_range_bar_has_scene (WhenceRangeBar *self);
/* Narrow enough to be used with a finger. */
gboolean whence_range_bar_is_narrow (WhenceRangeBar *self);
/* Where the date of the ties is, or waits to be taken, px. */
double whence_range_bar_get_date_px (WhenceRangeBar *self, double *width);
/* The height of the line of words, px. */
double whence_range_bar_get_words_height (WhenceRangeBar *self);
/* The length of a step of the calendar at @x. */
WhenceStretch whence_range_bar_get_step (WhenceRangeBar *self, double x);
/* Sets the date to the step of the calendar that @instant is in, under a hand or not. */
void whence_range_bar_set_date (WhenceRangeBar *self, gint64 instant, WhenceStretch step, gboolean moving);

/* The window of time is another. */
void whence_range_bar_on_window (WhenceRangeBar *self);

/* range-bar-look.c */
void whence_range_bar_add_look (GtkWidgetClass *widget_class);

/* range-bar-hands.c */
void whence_range_bar_add_hands (WhenceRangeBar *self);
void whence_range_bar_on_grip (WhenceRangeGrip *grip, int move, int direction, WhenceRangeBar *self);

G_END_DECLS
