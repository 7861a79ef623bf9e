/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the range bar says: the window in words, the date of the ties on its button, the tooltip, and to a
 * screen reader where the grips are, once they are still. */
#include "widgets/range-bar-private.h"

#include <glib/gi18n-lib.h>

#include "paint/pen-backs.h"

#define TELL 150           /* ms without a change until the grips say where they are */
#define DEEP 100000        /* years: so far away, or so long, is not told to the year */
#define YEAR 31556952.0    /* seconds */
#define WINDOW_PARTS 100.0 /* the window is told to so fine a part of it */

/* Far away, to three digits. Transfer full. */
static char *
year_to_text (gint64 instant)
{
  gint64 year = whence_instant_to_civil (instant).year, step = 1;

  while (ABS (year) / step >= 1000 && ABS (year) >= DEEP)
    step *= 10;
  return whence_year_to_text (year / step * step);
}

/* A stretch in units of about a @parts-th of its own length. Transfer full. */
static char *
stretch_to_text (gint64 from, gint64 to, double parts)
{
  g_autofree char *first = year_to_text (from), *last = year_to_text (to - 1);

  if ((double) to - (double) from > DEEP * YEAR)
    return g_strdup_printf (C_ ("stretch of time", "%1$s – %2$s"), first, last);
  return whence_stretch_to_text (whence_stretch_choose (((double) to - (double) from) / parts), from, to);
}

/* The step of the calendar at an end of the window. Transfer full. */
static char *
step_to_text (WhenceRangeBar *self, gint64 instant)
{
  WhenceStretch step = whence_range_bar_get_step (self, whence_range_to_x (self->scene, instant));
  gint64 start = whence_stretch_start (step, instant);

  return whence_stretch_to_text (step, start, whence_stretch_end (step, start));
}

static double
part_of_time (WhenceRangeBar *self, gint64 instant)
{
  return CLAMP (whence_range_to_x (self->scene, instant) / self->scene->width, 0, 1);
}

static void
tell_date (WhenceRangeBar *self, WhenceRangePart part)
{
  WhenceRangeGrip *grip = self->grips[part - WHENCE_RANGE_FROM];
  g_autofree char *date = NULL;
  gint64 from, to;

  if (whence_range_bar_get_date (self, part, &from, &to))
    date = stretch_to_text (from, to, 1);
  whence_range_grip_set_value (grip, date != NULL ? date : _ ("any time"),
                               date != NULL ? part_of_time (self, from) : 1);
}

static void
tell_grips (WhenceRangeBar *self)
{
  g_autofree char *first = NULL, *last = NULL;
  gint64 from, to;

  if (!whence_range_bar_get_window (self, &from, &to))
    return;
  first = step_to_text (self, from);
  last = step_to_text (self, to - 1);
  whence_range_grip_set_value (self->grips[0], first, part_of_time (self, from));
  whence_range_grip_set_value (self->grips[1], last, part_of_time (self, to));
  tell_date (self, WHENCE_RANGE_DATE);
  tell_date (self, WHENCE_RANGE_EARLIER);
}

static gboolean
on_still (gpointer data)
{
  WhenceRangeBar *self = data;

  self->telling = 0;
  tell_grips (self);
  return G_SOURCE_REMOVE;
}

void
whence_range_bar_tell_soon (WhenceRangeBar *self)
{
  if (self->telling == 0)
    self->telling = g_timeout_add (TELL, on_still, self);
}

void
whence_range_bar_write_window (WhenceRangeBar *self)
{
  double width =
    gtk_widget_get_width (GTK_WIDGET (self)) - 2 * WHENCE_RANGE_BAR_GAP - WHENCE_RANGE_BAR_PARKED;
  g_autofree char *text = NULL;
  gint64 from, to;

  whence_text_block_clear (&self->text);
  if (!whence_range_bar_get_window (self, &from, &to))
    return;
  text = stretch_to_text (from, to, WINDOW_PARTS);
  whence_text_block_init (&self->text, text, WHENCE_FONT_SMALL, width, 1, &whence_measure_pango);
}

char *
whence_range_bar_describe_date (WhenceRangeBar *self, gint64 from, gint64 to)
{
  const WhenceChanges *changes = whence_scope_get_changes (whence_document_get_scope (self->document));
  g_autofree char *date = NULL;

  if (changes != NULL)
    return whence_changes_describe (changes);
  date = stretch_to_text (from, to, 1);
  /* Translators: the date at which the ties of the graph are looked at. */
  return g_strdup_printf (_ ("Ties as of %s"), date);
}

gboolean
whence_range_bar_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  WhenceRangeBar *self = WHENCE_RANGE_BAR (widget);
  g_autofree char *text = NULL;

  if (gtk_widget_get_visible (self->nothing) || !whence_range_bar_has_scene (self))
    return FALSE;
  if (y < whence_range_bar_get_words_height (self))
    {
      gtk_tooltip_set_text (tooltip, _ ("Drag the pointed flag to look at the ties at a date"));
      return TRUE;
    }
  text = g_strdup_printf (
    "%s\n%s",
    self->scene->bent ? _ (
      "The further back, the closer together time is drawn here. Drag the window of time or its ends, or "
      "draw a new one; double-click shows all")
                      : _ ("Drag the window of time or its ends, or draw a new one; double-click shows all"),
    _ ("Drag with Shift to light what touches a span of time"));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}
