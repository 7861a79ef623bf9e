/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Evidence, certainty and status each change another side of a line, so that every mixture of them can be
 * told apart without colour. Constant time each. */
#include "paint/graph-tie.h"

#include "layout/graph-scene-private.h"

#define STRONGER 0.9     /* px more where independent sources agree */
#define RAILS 1.6        /* px, both sides of a hollow line together */
#define LEAST_DOT 1.25   /* px: smaller ones cannot be seen */
#define LEAST_HOLLOW 0.8 /* px between them */
#define DISC 5.5         /* px: the sign of a change */
#define STROKE 3.0       /* px: half the length of what is on it */
#define FADED 0.55       /* towards the ground */
#define BAR 4.5          /* px: half the width and height of the bar across what is negated */

/* Two independent sources: a stronger line; none: dots; a date that does not allow to say: dashes, or,
 * without a source, pairs of dots. */
static WhenceStroke
get_stroke (const WhenceTieLook *tie)
{
  WhenceStroke stroke = { .fill = WHENCE_SOLID (tie->color), .width = tie->width };
  gboolean dots = tie->support == WHENCE_SUPPORT_UNSOURCED;
  gboolean possible = tie->activity == WHENCE_ACTIVITY_POSSIBLE;

  if (tie->tentative)
    stroke.width = MAX (stroke.width, LEAST_HOLLOW + RAILS);
  if (tie->support == WHENCE_SUPPORT_CORROBORATED)
    stroke.width += STRONGER;
  if (dots)
    stroke.width = MAX (stroke.width, LEAST_DOT);
  double gap = 3 + stroke.width;
  if (dots && possible)
    stroke = (WhenceStroke){ stroke.fill, stroke.width, { 0.5, gap, 0.5, 2 * gap + 2 }, 4, TRUE };
  else if (dots)
    stroke = (WhenceStroke){ stroke.fill, stroke.width, { 0.5, gap }, 2, TRUE };
  else if (possible)
    stroke = (WhenceStroke){ stroke.fill, stroke.width, { 5, 4 }, 2, FALSE };
  return stroke;
}

double
whence_tie_look_get_width (const WhenceTieLook *tie)
{
  return get_stroke (tie).width;
}

void
whence_tie_look_paint (const WhenceTieLook *tie, const WhenceStyle *style, WhencePen *pen,
                       const WhencePath *path)
{
  WhenceStroke stroke = get_stroke (tie);

  whence_pen_stroke (pen, path, &stroke);
  if (!tie->tentative)
    return;
  /* What is planned, alleged or speculated is hollow, as on the timeline. */
  stroke.fill = WHENCE_SOLID (style->ground);
  stroke.width -= RAILS;
  stroke.n_dash = stroke.round_caps ? stroke.n_dash : 0;
  whence_pen_stroke (pen, path, &stroke);
}

void
whence_graph_paint_dispute (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhencePoint at)
{
  const WhencePoint corners[] = { { at.x, at.y - WHENCE_GRAPH_SIGN },
                                  { at.x + WHENCE_GRAPH_SIGN, at.y },
                                  { at.x, at.y + WHENCE_GRAPH_SIGN },
                                  { at.x - WHENCE_GRAPH_SIGN, at.y } };
  WhenceFill ground = WHENCE_SOLID (style->ground);
  WhenceStroke stroke = { .fill = WHENCE_SOLID (style->disputed), .width = 1.5 };

  whence_path_clear (path);
  whence_path_polygon (path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (pen, path, &ground);
  whence_pen_stroke (pen, path, &stroke);
  whence_path_clear (path);
  whence_path_move_to (path, at.x, at.y - 2.5);
  whence_path_line_to (path, at.x, at.y + 2.5);
  whence_pen_stroke (pen, path, &stroke);
}

void
whence_graph_paint_negation (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhencePoint at)
{
  WhenceStroke bar = { .fill = WHENCE_SOLID (style->ground), .width = 5.5 };

  whence_path_clear (path);
  whence_path_move_to (path, at.x - BAR, at.y + BAR);
  whence_path_line_to (path, at.x + BAR, at.y - BAR);
  whence_pen_stroke (pen, path, &bar);
  bar = (WhenceStroke){ .fill = WHENCE_SOLID (style->text), .width = 1.75, .round_caps = TRUE };
  whence_pen_stroke (pen, path, &bar);
}

WhenceColor
whence_graph_fade_unchanged (const WhenceStyle *style, WhenceColor color)
{
  return whence_color_mix (color, style->ground, FADED);
}

/* Plus, minus, or a wave. */
static void
trace_change (WhencePath *path, WhencePoint at, WhenceChange change)
{
  whence_path_clear (path);
  whence_path_move_to (path, at.x - STROKE, at.y);
  if (change == WHENCE_CHANGE_CHANGED || change == WHENCE_CHANGE_FORMER)
    whence_path_curve_to (path, at.x - STROKE / 3, at.y - 1.4 * STROKE, at.x + STROKE / 3,
                          at.y + 1.4 * STROKE, at.x + STROKE, at.y);
  else
    whence_path_line_to (path, at.x + STROKE, at.y);
  if (change != WHENCE_CHANGE_BEGUN)
    return;
  whence_path_move_to (path, at.x, at.y - STROKE);
  whence_path_line_to (path, at.x, at.y + STROKE);
}

void
whence_graph_paint_change (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhencePoint at,
                           WhenceChange change, gboolean possible)
{
  WhenceFill disc = WHENCE_SOLID (possible ? style->ground : style->text);
  WhenceStroke ring = { .fill = WHENCE_SOLID (possible ? style->text : style->ground), .width = 1.2 };
  WhenceStroke sign = { .fill = ring.fill, .width = 1.6 };

  if (change <= WHENCE_CHANGE_UNCHANGED)
    return;
  whence_path_clear (path);
  whence_path_circle (path, at.x, at.y, DISC);
  whence_pen_fill (pen, path, &disc);
  whence_pen_stroke (pen, path, &ring);
  trace_change (path, at, change);
  whence_pen_stroke (pen, path, &sign);
}
