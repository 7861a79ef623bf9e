/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the window of time and the dates of the ties are in the range bar, as instants and as px. Building
 * the scene, which all of it asks for, is a scan of the facts. */
#include "widgets/range-bar-private.h"

#include "paint/pen-backs.h"

#define NARROW 600  /* px */
#define WORDS 20.0  /* px, of the line of words … */
#define FINGER 44.0 /* … and of whatever a finger has to meet */
#define STEP_PX 3.0 /* a step of the calendar is at least so wide */

gboolean
whence_range_bar_has_scene (WhenceRangeBar *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if ((self->scene == NULL || self->outdated) && self->document != NULL && width > 0)
    {
      self->scene = whence_range_scene_renew (self->scene, whence_document_get_scope (self->document), width,
                                              &whence_measure_pango);
      self->outdated = FALSE;
    }
  return self->scene != NULL;
}

gboolean
whence_range_bar_is_narrow (WhenceRangeBar *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
}

double
whence_range_bar_get_words_height (WhenceRangeBar *self)
{
  return gtk_widget_get_visible (self->date_button) && whence_range_bar_is_narrow (self) ? FINGER : WORDS;
}

/* What the timeline shows, or was told to, or everything. */
gboolean
whence_range_bar_get_window (WhenceRangeBar *self, gint64 *from, gint64 *to)
{
  if (gtk_widget_get_visible (self->nothing) || !whence_range_bar_has_scene (self))
    return FALSE;
  whence_document_get_visible_range (self->document, from, to);
  if (*from >= *to && !whence_document_get_range (self->document, from, to))
    {
      *from = self->scene->from;
      *to = self->scene->to;
    }
  return TRUE;
}

gboolean
whence_range_bar_get_window_px (WhenceRangeBar *self, double *from_x, double *to_x)
{
  gint64 from, to;

  if (!whence_range_bar_get_window (self, &from, &to))
    return FALSE;
  *from_x = whence_range_to_x (self->scene, from);
  *to_x = whence_range_to_x (self->scene, to);
  return TRUE;
}

gboolean
whence_range_bar_compares (WhenceRangeBar *self)
{
  WhencePeriod dates[2];

  return self->document != NULL && whence_document_get_compared (self->document, dates);
}

gboolean
whence_range_bar_get_date (WhenceRangeBar *self, WhenceRangePart part, gint64 *from, gint64 *to)
{
  WhencePeriod dates[2];

  if (self->document == NULL || gtk_widget_get_visible (self->nothing))
    return FALSE;
  if (!whence_document_get_compared (self->document, dates))
    return part == WHENCE_RANGE_DATE && whence_document_get_as_of (self->document, from, to);
  *from = dates[part == WHENCE_RANGE_DATE].from;
  *to = dates[part == WHENCE_RANGE_DATE].to;
  return TRUE;
}

double
whence_range_bar_get_date_px (WhenceRangeBar *self, WhenceRangePart part, double *width)
{
  double right = gtk_widget_get_width (GTK_WIDGET (self)), x = right - WHENCE_RANGE_BAR_PARKED, end = x;
  gint64 from, to;

  if (whence_range_bar_get_date (self, part, &from, &to))
    {
      x = CLAMP (whence_range_to_x (self->scene, from), WHENCE_RANGE_BAR_PARKED,
                 right - WHENCE_RANGE_BAR_PARKED);
      end = CLAMP (whence_range_to_x (self->scene, to), x, right - WHENCE_RANGE_BAR_PARKED);
    }
  if (width != NULL)
    *width = end - x;
  return x;
}

WhenceStretch
whence_range_bar_get_step (WhenceRangeBar *self, double x)
{
  gint64 from = whence_range_to_instant (self->scene, x - STEP_PX / 2),
         to = whence_range_to_instant (self->scene, x + STEP_PX / 2);

  return whence_stretch_choose ((double) to - (double) from);
}

void
whence_range_bar_move_date (WhenceRangeBar *self, WhenceRangePart part, gint64 instant, WhenceStretch step)
{
  gint64 within = CLAMP (instant, self->scene->from, self->scene->to - 1);
  gint64 from = whence_stretch_start (step, within), to = whence_stretch_end (step, from);

  if (whence_range_bar_compares (self))
    whence_document_move_compared (self->document, part == WHENCE_RANGE_DATE, (WhencePeriod){ from, to });
  else
    whence_document_move_as_of (self->document, from, to);
}
