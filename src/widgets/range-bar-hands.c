/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The range bar by hand and by key. An end of the window or the date is taken by whoever comes near it, the
 * window by its inside; a drag anywhere else draws a new window, and a click there brings the window. */
#include "widgets/range-bar-private.h"

#include <math.h>

#define REACH 8.0         /* px from a handle within which it is taken … */
#define NARROW_REACH 22.0 /* … with a finger */
#define SMALLEST 8.0      /* px between the handles under a hand */
#define DRAG_THRESHOLD 4.0
#define WHEEL_ZOOM 1.25
#define WHEEL_PAN 20.0 /* px */
#define KEY_ZOOM 1.4
#define KEY_MOVE 0.1 /* of the window */

static void
set_window_px (WhenceRangeBar *self, double from_x, double to_x, gboolean moving)
{
  gint64 from = whence_range_to_instant (self->scene, from_x),
         to = whence_range_to_instant (self->scene, to_x);

  if (from >= to)
    return;
  if (moving)
    whence_document_move_range (self->document, from, to);
  else
    whence_document_set_range (self->document, from, to);
}

/* --- What is where --- */

static gboolean
shows_all (WhenceRangeBar *self, double from, double to)
{
  return from <= whence_range_to_x (self->scene, self->scene->from) + 1
         && to >= whence_range_to_x (self->scene, self->scene->to) - 1;
}

static WhenceRangePart
what_is_at (WhenceRangeBar *self, double x, double y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), from, to, date, earlier;
  double reach = whence_range_bar_is_narrow (self) ? NARROW_REACH : REACH, near[3];
  guint nearest = 0;

  if (!whence_range_bar_get_window_px (self, &from, &to))
    return WHENCE_RANGE_NOTHING;
  date = whence_range_bar_get_date_px (self, WHENCE_RANGE_DATE, NULL);
  earlier = whence_range_bar_get_date_px (self, WHENCE_RANGE_EARLIER, NULL);
  near[0] = fabs (x - CLAMP (from, 0, width));
  near[1] = fabs (x - CLAMP (to, 0, width));
  near[2] = fabs (x - date);
  /* The heads of the dates are at the top, the handles are below. */
  if (y <= whence_range_bar_get_words_height (self) + 6)
    {
      if (whence_range_bar_compares (self) && fabs (x - earlier) <= MIN (reach, near[2]))
        return WHENCE_RANGE_EARLIER;
      if (near[2] <= reach)
        return WHENCE_RANGE_DATE;
    }
  for (guint i = 1; i < 3; i++)
    if (near[i] < near[nearest])
      nearest = i;
  if (near[nearest] <= reach)
    return WHENCE_RANGE_FROM + nearest;
  return x > from && x < to && !shows_all (self, from, to) ? WHENCE_RANGE_WINDOW : WHENCE_RANGE_BRUSH;
}

/* --- Dragging --- */

/* Whole steps of the calendar. */
static void
set_span_px (WhenceRangeBar *self, double from_x, double to_x)
{
  WhenceStretch step = whence_range_bar_get_step (self, from_x);
  gint64 from = whence_stretch_start (step, whence_range_to_instant (self->scene, from_x));
  gint64 to = whence_stretch_start (step, whence_range_to_instant (self->scene, to_x) - 1);

  whence_document_move_span (self->document, from, whence_stretch_end (step, to));
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, WhenceRangeBar *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->drag_x = x;
  self->dragged = what_is_at (self, x, y);
  if (self->dragged != WHENCE_RANGE_NOTHING && (state & GDK_SHIFT_MASK) != 0)
    self->dragged = WHENCE_RANGE_SPAN;
  if (!whence_range_bar_get_window_px (self, &self->drag_from, &self->drag_to))
    return;
  if (self->dragged >= WHENCE_RANGE_FROM && self->dragged <= WHENCE_RANGE_EARLIER)
    gtk_widget_grab_focus (GTK_WIDGET (self->grips[self->dragged - WHENCE_RANGE_FROM]));
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, WhenceRangeBar *self)
{
  double from = self->drag_from, to = self->drag_to, x = self->drag_x + dx;

  if (self->dragged == WHENCE_RANGE_NOTHING || !whence_range_bar_has_scene (self) || fabs (dx) < 1)
    return;
  switch (self->dragged)
    {
    case WHENCE_RANGE_FROM:
      set_window_px (self, MIN (from + dx, to - SMALLEST), to, TRUE);
      break;
    case WHENCE_RANGE_TO:
      set_window_px (self, from, MAX (to + dx, from + SMALLEST), TRUE);
      break;
    case WHENCE_RANGE_WINDOW:
      set_window_px (self, from + dx, to + dx, TRUE);
      break;
    case WHENCE_RANGE_BRUSH:
      if (fabs (dx) >= SMALLEST)
        set_window_px (self, MIN (self->drag_x, x), MAX (self->drag_x, x), TRUE);
      break;
    case WHENCE_RANGE_DATE:
    case WHENCE_RANGE_EARLIER:
      whence_range_bar_move_date (self, self->dragged, whence_range_to_instant (self->scene, x),
                                  whence_range_bar_get_step (self, x));
      break;
    case WHENCE_RANGE_SPAN:
      set_span_px (self, MIN (self->drag_x, x), MAX (self->drag_x, x));
      break;
    case WHENCE_RANGE_NOTHING:
    default:
      break;
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, WhenceRangeBar *self)
{
  double half = (self->drag_to - self->drag_from) / 2;

  /* A click beside the window brings it there. */
  if (self->dragged == WHENCE_RANGE_BRUSH && fabs (dx) < DRAG_THRESHOLD && whence_range_bar_has_scene (self)
      && !shows_all (self, self->drag_from, self->drag_to))
    set_window_px (self, self->drag_x - half, self->drag_x + half, FALSE);
  self->dragged = WHENCE_RANGE_NOTHING;
  whence_document_settle_view (self->document);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, WhenceRangeBar *self)
{
  if (n_press == 2)
    whence_document_fit_range (self->document);
}

/* --- Pointer and wheel --- */

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, WhenceRangeBar *self)
{
  static const char *const cursors[] = {
    [WHENCE_RANGE_NOTHING] = NULL,         [WHENCE_RANGE_FROM] = "col-resize",
    [WHENCE_RANGE_TO] = "col-resize",      [WHENCE_RANGE_DATE] = "col-resize",
    [WHENCE_RANGE_EARLIER] = "col-resize", [WHENCE_RANGE_WINDOW] = "grab",
    [WHENCE_RANGE_BRUSH] = "crosshair",    [WHENCE_RANGE_SPAN] = "crosshair",
  };
  WhenceRangePart part = self->dragged != WHENCE_RANGE_NOTHING ? self->dragged : what_is_at (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[part]);
}

static void
zoom (WhenceRangeBar *self, double x, double factor, gboolean moving)
{
  double from, to;

  if (whence_range_bar_get_window_px (self, &from, &to))
    set_window_px (self, x + (from - x) / factor, x + (to - x) / factor, moving);
}

/* Up and down zooms about the middle of the window, sideways moves it. */
static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, WhenceRangeBar *self)
{
  gboolean wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  double notch = wheel ? 1 : 1 / 40.0, from, to;

  if (!whence_range_bar_get_window_px (self, &from, &to))
    return GDK_EVENT_PROPAGATE;
  if (dx != 0)
    set_window_px (self, from + dx * notch * WHEEL_PAN, to + dx * notch * WHEEL_PAN, TRUE);
  if (dy != 0)
    zoom (self, (from + to) / 2, pow (WHEEL_ZOOM, -dy * notch), TRUE);
  return GDK_EVENT_STOP;
}

/* --- Keys --- */

/* From where the grip is to the next beginning of a step of the calendar, or an end of all time. */
static gint64
next_stop (WhenceRangeBar *self, gint64 instant, WhenceGripMove move, int direction)
{
  WhenceStretch step = whence_range_bar_get_step (self, whence_range_to_x (self->scene, instant));
  gint64 start;

  if (move == WHENCE_GRIP_END)
    return direction < 0 ? self->scene->from : self->scene->to;
  if (move == WHENCE_GRIP_PAGE)
    step = whence_stretch_longer (whence_stretch_longer (whence_stretch_longer (step)));
  start = whence_stretch_start (step, direction < 0 ? instant - 1 : instant);
  return direction < 0 ? start : whence_stretch_end (step, start);
}

static void
move_date (WhenceRangeBar *self, WhenceRangePart part, WhenceGripMove move, int direction)
{
  gint64 from, to, instant;

  if (move == WHENCE_GRIP_REMOVE)
    {
      whence_document_clear_as_of (self->document);
      return;
    }
  /* A date that is not set comes from the end of all time. */
  if (whence_range_bar_get_date (self, part, &from, &to))
    instant = next_stop (self, from, move, direction);
  else
    instant = direction < 0 ? self->scene->to - 1 : self->scene->from;
  if (move == WHENCE_GRIP_END && direction > 0)
    instant = self->scene->to - 1;
  whence_range_bar_move_date (self, part, instant,
                              whence_range_bar_get_step (self, whence_range_to_x (self->scene, instant)));
}

static void
move_end (WhenceRangeBar *self, gboolean is_from, WhenceGripMove move, int direction)
{
  gint64 from, to;

  if (!whence_range_bar_get_window (self, &from, &to))
    return;
  if (is_from)
    from = MIN (next_stop (self, from, move, direction), to - 1);
  else
    to = MAX (next_stop (self, to, move, direction), from + 1);
  whence_document_move_range (self->document, from, to);
}

/* An end of the span of time; a new one begins as the window. */
static void
move_span_end (WhenceRangeBar *self, gboolean is_from, int direction)
{
  gint64 from, to;

  if (!whence_document_get_span (self->document, &from, &to)
      && !whence_range_bar_get_window (self, &from, &to))
    return;
  if (is_from)
    from = MIN (next_stop (self, from, WHENCE_GRIP_STEP, direction), to - 1);
  else
    to = MAX (next_stop (self, to, WHENCE_GRIP_STEP, direction), from + 1);
  whence_document_move_span (self->document, from, to);
}

void
whence_range_bar_on_grip (WhenceRangeGrip *grip, int code, int direction, WhenceRangeBar *self)
{
  WhenceGripMove move = (WhenceGripMove) code;
  double from, to;

  if (!whence_range_bar_get_window_px (self, &from, &to))
    return;
  if (move == WHENCE_GRIP_FIT)
    whence_document_fit_range (self->document);
  else if (move == WHENCE_GRIP_ZOOM)
    zoom (self, (from + to) / 2, direction > 0 ? KEY_ZOOM : 1 / KEY_ZOOM, TRUE);
  else if (move == WHENCE_GRIP_WINDOW)
    set_window_px (self, from + direction * KEY_MOVE * (to - from), to + direction * KEY_MOVE * (to - from),
                   TRUE);
  else if (move == WHENCE_GRIP_SPAN)
    move_span_end (self, grip == self->grips[0], direction);
  else if (grip == self->grips[WHENCE_RANGE_DATE - WHENCE_RANGE_FROM])
    move_date (self, WHENCE_RANGE_DATE, move, direction);
  else if (grip == self->grips[WHENCE_RANGE_EARLIER - WHENCE_RANGE_FROM])
    move_date (self, WHENCE_RANGE_EARLIER, move, direction);
  else if (move == WHENCE_GRIP_REMOVE)
    whence_document_clear_span (self->document);
  else
    move_end (self, grip == self->grips[0], move, direction);
}

static void
add (WhenceRangeBar *self, gpointer controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
whence_range_bar_add_hands (WhenceRangeBar *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  add (self, drag);
  add (self, click);
  add (self, motion);
  add (self, scroll);
  gtk_gesture_group (drag, click);
}
