/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ticks come from the table in time-axis-rows.c: the first row whose labels have room is taken. All calendar
 * work is done in whole seconds and civil fields, in UTC; no time zone is ever asked. O(width) a view. */
#include "layout/time-axis.h"

#include <string.h>

#include "layout/time-axis-private.h"

/* px */
#define LABEL_INSET 4.0
#define LABEL_GAP 12.0
#define LEAST_SPACING 48.0

typedef struct
{
  WhenceTimeView view;
  double left, right;
  const WhenceMeasure *measure;
} Room;

/* --- Ticks --------------------------------------------------------------------------------------- */

/* All moments of a level in view, and the one at or before the left edge. */
static GArray *
collect_moments (const Room *room, const WhenceAxisLevel *level)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (WhenceAxisMoment));
  gint64 last = whence_time_view_to_instant (room->view, room->right);
  WhenceAxisMoment moment =
    whence_axis_floor_moment (level, whence_time_view_to_instant (room->view, room->left));
  do
    g_array_append_val (moments, moment);
  while (whence_axis_next_moment (level, &moment) && moment.instant <= last);
  return moments;
}

static double
set_label (const Room *room, const WhenceAxisMoment *moment, WhenceAxisForm form, int scale,
           WhenceAxisTick *tick)
{
  g_free (tick->label);
  tick->label = whence_axis_moment_to_text (moment, form, scale);
  tick->label_width =
    room->measure->func (tick->label, strlen (tick->label), WHENCE_FONT_AXIS, room->measure->user_data);
  return tick->label_width;
}

/* Their ticks, called by @form; WHENCE_AXIS_NOTHING: not yet. */
static GArray *
make_ticks (const Room *room, const GArray *moments, WhenceAxisForm form, int scale)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (WhenceAxisTick));
  for (guint i = 0; i < moments->len; i++)
    {
      const WhenceAxisMoment *moment = &g_array_index (moments, WhenceAxisMoment, i);
      WhenceAxisTick tick = { moment->instant, whence_time_view_to_x (room->view, moment->instant) };
      if (form != WHENCE_AXIS_NOTHING)
        set_label (room, moment, form, scale, &tick);
      g_array_append_val (ticks, tick);
    }
  return ticks;
}

static void
clear_tick (gpointer tick)
{
  g_free (((WhenceAxisTick *) tick)->label);
}

static void
free_ticks (GArray *ticks)
{
  g_array_set_clear_func (ticks, clear_tick);
  g_array_unref (ticks);
}

/* --- The smaller unit ---------------------------------------------------------------------------- */

static double
typical_seconds (const WhenceAxisLevel *level)
{
  static const double seconds[] = {
    [WHENCE_UNIT_SECOND] = 1,           [WHENCE_UNIT_DAY] = 86400, [WHENCE_UNIT_MONTH] = 28 * 86400.0,
    [WHENCE_UNIT_YEAR] = 365 * 86400.0, [WHENCE_UNIT_ERA] = 1e20,
  };
  return seconds[level->unit] * (double) level->step;
}

/* How many years the view is away from the turn of the eras, at most. */
static gint64
find_reach (const Room *room)
{
  gint64 first = whence_instant_to_civil (whence_time_view_to_instant (room->view, room->left)).year;
  gint64 last = whence_instant_to_civil (whence_time_view_to_instant (room->view, room->right)).year;
  return MAX (ABS (first), ABS (last));
}

/* The ticks of a row; FALSE where not all labels have room. */
static gboolean
make_minor (const Room *room, const WhenceAxisRow *row, double spacing, GArray **ticks)
{
  g_autoptr (GArray) moments = collect_moments (room, &row->minor);
  double widest = 0;
  /* The beginning of time is no tick, but where one could not be kept. */
  if (g_array_index (moments, WhenceAxisMoment, 0).instant == G_MININT64)
    g_array_remove_index (moments, 0);
  *ticks = make_ticks (room, moments, row->minor.forms[0], row->scale);
  for (guint k = 0; k < (*ticks)->len; k++)
    widest = MAX (widest, g_array_index (*ticks, WhenceAxisTick, k).label_width);
  return spacing >= widest + LABEL_GAP;
}

/* Where the stretch after a tick begins and ends in view. */
static double
find_start (const GArray *ticks, const Room *room, guint i)
{
  return MAX (g_array_index (ticks, WhenceAxisTick, i).x, room->left);
}

static double
find_end (const GArray *ticks, const Room *room, guint i)
{
  return i + 1 < ticks->len ? MIN (g_array_index (ticks, WhenceAxisTick, i + 1).x, room->right) : room->right;
}

/* Labels stand after their tick. One that would leave the view, its stretch or its predecessor's room is
 * dropped. */
static void
place_labels (GArray *ticks, const Room *room)
{
  double taken = room->left;
  for (guint i = 0; i < ticks->len; i++)
    {
      WhenceAxisTick *tick = &g_array_index (ticks, WhenceAxisTick, i);
      tick->label_x = tick->x + LABEL_INSET;
      double label_end = tick->label_x + tick->label_width;
      if (tick->label_x >= taken && label_end <= find_end (ticks, room, i) - LABEL_INSET)
        taken = label_end + LABEL_INSET;
      else
        g_clear_pointer (&tick->label, g_free);
    }
}

/* --- The larger unit ----------------------------------------------------------------------------- */

/* Its label begins at the left edge while its stretch does not begin in view; where that leaves less and less
 * room, it grows shorter, form by form, until the next one pushes it out. */
static gboolean
place_sticky (GArray *ticks, const Room *room, guint i)
{
  WhenceAxisTick *tick = &g_array_index (ticks, WhenceAxisTick, i);
  tick->label_x = find_start (ticks, room, i) + LABEL_INSET;
  return tick->label_x + tick->label_width <= find_end (ticks, room, i) - LABEL_INSET;
}

/* Tries the forms of @row from @form on; returns the one that has room, or the end of the list. */
static guint
name_sticky (GArray *ticks, const GArray *moments, const Room *room, const WhenceAxisRow *row, guint i,
             guint form)
{
  WhenceAxisTick *tick = &g_array_index (ticks, WhenceAxisTick, i);
  for (; row->major.forms[form] != WHENCE_AXIS_NOTHING; form++)
    {
      set_label (room, &g_array_index (moments, WhenceAxisMoment, i), row->major.forms[form], row->scale,
                 tick);
      if (place_sticky (ticks, room, i))
        return form;
    }
  g_clear_pointer (&tick->label, g_free);
  return form;
}

/* Stretches that are wholly in view are all called by the same form; those at the edges, which have less
 * room, by that or a shorter one. */
static GArray *
make_sticky (const Room *room, const WhenceAxisRow *row)
{
  g_autoptr (GArray) moments = collect_moments (room, &row->major);
  GArray *ticks = make_ticks (room, moments, WHENCE_AXIS_NOTHING, row->scale);
  guint form = 0;
  for (guint i = 1; i + 1 < ticks->len; i++)
    form = name_sticky (ticks, moments, room, row, i, form);
  for (guint i = 0; i < ticks->len; i++)
    name_sticky (ticks, moments, room, row, i, form);
  return ticks;
}

/* The tick before the left edge served its label; where that is gone, so is the tick. */
static WhenceAxisTick *
steal_visible (GArray *ticks, const Room *room, guint *n_ticks)
{
  if (ticks->len > 0)
    {
      WhenceAxisTick *first = &g_array_index (ticks, WhenceAxisTick, 0);
      if (first->x < room->left && first->label == NULL)
        g_array_remove_index (ticks, 0);
    }
  *n_ticks = ticks->len;
  return (WhenceAxisTick *) g_array_free (ticks, FALSE);
}

static gboolean
has_label (const GArray *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    if (g_array_index (ticks, WhenceAxisTick, i).label != NULL)
      return TRUE;
  return FALSE;
}

/* --- The whole ----------------------------------------------------------------------------------- */

/* The finest row whose widest label has room between two ticks, and that can tell the larger unit. */
static void
choose_row (const Room *room, GArray **minor, GArray **major)
{
  gint64 reach = find_reach (room);
  for (guint i = 0;; i++)
    {
      const WhenceAxisRow *row = &whence_axis_rows[i];
      double spacing = typical_seconds (&row->minor) / room->view.seconds_per_px;
      gboolean coarsest = i == whence_axis_n_rows - 1;
      if ((spacing < LEAST_SPACING || reach < row->reach) && !coarsest)
        continue;
      if (make_minor (room, row, spacing, minor) || coarsest)
        {
          *major = make_sticky (room, row);
          if (has_label (*major) || coarsest)
            return;
          free_ticks (*major);
        }
      free_ticks (*minor);
    }
}

void
whence_axis_init (WhenceAxis *axis, WhenceTimeView view, double left, double right,
                  const WhenceMeasure *measure)
{
  Room room = { view, left, MAX (left, right), measure };
  GArray *minor = NULL, *major = NULL;
  choose_row (&room, &minor, &major);
  place_labels (minor, &room);
  axis->minor = steal_visible (minor, &room, &axis->n_minor);
  axis->major = steal_visible (major, &room, &axis->n_major);
}

void
whence_axis_clear (WhenceAxis *axis)
{
  for (guint i = 0; i < axis->n_minor; i++)
    clear_tick (&axis->minor[i]);
  for (guint i = 0; i < axis->n_major; i++)
    clear_tick (&axis->major[i]);
  g_clear_pointer (&axis->minor, g_free);
  g_clear_pointer (&axis->major, g_free);
  axis->n_minor = axis->n_major = 0;
}
