/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words beside signs, the greatest amounts first: each takes the first place where it meets neither words nor
 * a sign, and among those the one that crosses the fewest lines. Who and how much where there is room, if
 * need be with a shortened name, else how much alone, else the sign says it by its height and is counted.
 * Grids of rectangles answer what is in the way, so the cost is that of the signs. */
#include "layout/amounts-scene-private.h"

#include <math.h>

#include "layout/rect-grid.h"

/* px */
#define CELL 28.0
#define GAP 5.0
#define TICK_LEFT 4.0
#define UNDATED_STRIDE 6.0
#define CROSSING 8.0 /* places that a crossed line is worth */

/* What a label may take, px; the next where there is no room for it. */
static const double widths[] = { 250, 150, 92 };

typedef struct
{
  const WhenceAmountsScene *scene;
  const WhenceAmountStrip *strip;
  WhenceRect room;
  WhenceRectGrid *taken; /* signs and words */
  WhenceRectGrid *lines; /* what should not be crossed */
} Placer;

WhenceRect
whence_amounts_tick_box (const WhenceAmountsScene *scene, const WhenceValueTick *tick)
{
  double height = whence_font_get_metrics (WHENCE_FONT_AXIS)->line_height;
  double x = scene->gutter > 0 ? scene->gutter - WHENCE_SIDE_MARGIN - tick->label_width : TICK_LEFT;
  return (WhenceRect){ x, floor (tick->y - height / 2), tick->label_width, height };
}

/* --- What is in the way -------------------------------------------------------------------------- */

static WhenceRect
between (double x0, double y0, double x1, double y1)
{
  return (WhenceRect){ MIN (x0, x1), MIN (y0, y1), MAX (1, fabs (x1 - x0)), MAX (1, fabs (y1 - y0)) };
}

static void
add_signs (const Placer *placer)
{
  const WhenceAmountStrip *strip = placer->strip;
  for (guint i = strip->first_mark; i < strip->first_mark + strip->n_marks; i++)
    {
      const WhenceAmountMark *mark = &placer->scene->marks[i];
      if (mark->look == WHENCE_AMOUNT_UNDATED)
        {
          whence_rect_grid_add (placer->lines, i,
                                between (0, mark->y, whence_rect_right (placer->room), mark->y));
          continue;
        }
      whence_rect_grid_add (placer->taken, i, mark->item.mark);
      for (guint k = 0; k < mark->n_readings; k++)
        {
          WhenceRect ghost = mark->item.mark;
          ghost.y += mark->readings[k] - mark->y;
          whence_rect_grid_add (placer->taken, i, ghost);
        }
      whence_rect_grid_add (placer->lines, i, between (mark->middle, mark->low, mark->middle, mark->high));
      if (mark->look == WHENCE_AMOUNT_STEM)
        whence_rect_grid_add (placer->lines, i, between (mark->middle, mark->y, mark->middle, mark->ground));
    }
}

static void
add_steps (const Placer *placer)
{
  const WhenceAmountStrip *strip = placer->strip;
  for (guint i = strip->first_step; i < strip->first_step + strip->n_steps; i++)
    {
      const WhenceAmountStep *step = &placer->scene->steps[i];
      whence_rect_grid_add (placer->lines, i, between (step->x0, step->y, step->x1, step->y));
      if (step->rises)
        whence_rect_grid_add (placer->lines, i, between (step->x1, step->y, step->x1, step->rises_to));
    }
}

/* Words of the axis that a sign covers are not written; the others keep their place. */
static void
add_ticks (const Placer *placer, WhenceAmountStrip *strip)
{
  for (guint i = 0; i < strip->axis.n_ticks; i++)
    {
      WhenceValueTick *tick = &strip->axis.ticks[i];
      if (tick->label == NULL)
        continue;
      WhenceRect box = whence_amounts_tick_box (placer->scene, tick);
      if (whence_rect_grid_hits (placer->taken, box, WHENCE_NONE))
        g_clear_pointer (&tick->label, g_free);
      else
        whence_rect_grid_add (placer->taken, WHENCE_NONE - 1, box);
    }
  if (strip->name.n_lines > 0)
    whence_rect_grid_add (
      placer->taken, WHENCE_NONE - 1,
      (WhenceRect){ strip->name_at.x, strip->name_at.y, strip->name.width, strip->name.height });
}

/* --- Places -------------------------------------------------------------------------------------- */

static gboolean
is_free (const Placer *placer, WhenceRect box)
{
  const WhenceRect *room = &placer->room;
  return box.x >= room->x && box.y >= room->y && whence_rect_right (box) <= whence_rect_right (*room)
         && whence_rect_bottom (box) <= whence_rect_bottom (*room)
         && !whence_rect_grid_hits (placer->taken, box, WHENCE_NONE);
}

static gboolean
count_one (guint32 id, WhenceRect rect, gpointer user_data)
{
  (void) id;
  (void) rect;
  return ++*(guint *) user_data < 8;
}

static double
cost_of (const Placer *placer, WhenceRect box, guint place)
{
  guint n = 0;
  whence_rect_grid_foreach (placer->lines, box, count_one, &n);
  return place + CROSSING * n;
}

/* Places about a sign, the best first: beside it, above, below, then beside it and somewhat higher or lower.
 */
static const struct
{
  enum
  {
    AFTER,
    BEFORE,
    RIGHT_ALIGNED,
    LEFT_ALIGNED,
    CENTRED
  } x;
  double y; /* 0: its middle, -1: just above, 1: just below, else so much of the way there */
} places[] = {
  { AFTER, 0 },
  { BEFORE, 0 },
  { RIGHT_ALIGNED, -1 },
  { LEFT_ALIGNED, -1 },
  { CENTRED, -1 },
  { LEFT_ALIGNED, 1 },
  { RIGHT_ALIGNED, 1 },
  { CENTRED, 1 },
  { AFTER, -0.15 },
  { AFTER, 0.15 },
  { BEFORE, -0.15 },
  { BEFORE, 0.15 },
  { AFTER, -0.3 },
  { AFTER, 0.3 },
  { BEFORE, -0.3 },
  { BEFORE, 0.3 },
  { AFTER, -0.45 },
  { AFTER, 0.45 },
  { BEFORE, -0.45 },
  { BEFORE, 0.45 },
  { AFTER, -1 },
  { BEFORE, -1 },
  { AFTER, 1 },
  { BEFORE, 1 },
  { RIGHT_ALIGNED, -1.1 },
  { LEFT_ALIGNED, -1.1 },
  { LEFT_ALIGNED, 1.1 },
  { RIGHT_ALIGNED, 1.1 },
  { RIGHT_ALIGNED, -1.25 },
  { LEFT_ALIGNED, -1.25 },
  { LEFT_ALIGNED, 1.25 },
  { RIGHT_ALIGNED, 1.25 },
};

static WhencePoint
get_place (const Placer *placer, WhenceRect sign, double width, double height, guint i)
{
  double right = whence_rect_right (sign), middle = sign.y + sign.height / 2;
  double away = places[i].y * (sign.height + height) / 2;
  double last = MAX (placer->room.x, whence_rect_right (placer->room) - width);
  const double x[] = {
    [AFTER] = right + GAP,
    [BEFORE] = sign.x - GAP - width,
    [RIGHT_ALIGNED] = right - width,
    [LEFT_ALIGNED] = sign.x,
    [CENTRED] = CLAMP (sign.x + sign.width / 2 - width / 2, placer->room.x, last),
  };
  double y = middle - height / 2 + away;
  return (WhencePoint){ x[places[i].x], places[i].y > 0 ? ceil (y) : floor (y) };
}

static gboolean
find_beside (const Placer *placer, WhenceRect sign, double width, double height, WhencePoint *at)
{
  double least = INFINITY;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      WhencePoint place = get_place (placer, sign, width, height, i);
      WhenceRect box = { place.x, place.y, width, height };
      if (!is_free (placer, box))
        continue;
      double cost = cost_of (placer, box, i);
      if (cost < least)
        {
          least = cost;
          *at = place;
        }
    }
  return isfinite (least);
}

/* Anywhere on the line, the sign in front of the words. */
static gboolean
find_on_line (const Placer *placer, double y, double width, double height, WhencePoint *at)
{
  double least = INFINITY, room = placer->room.width - width;
  for (guint i = 0; i * UNDATED_STRIDE <= room; i++)
    {
      WhenceRect box = { placer->room.x + i * UNDATED_STRIDE, floor (y - height / 2), width, height };
      if (!is_free (placer, box))
        continue;
      double cost = cost_of (placer, box, i);
      if (cost < least)
        {
          least = cost;
          *at = (WhencePoint){ box.x, box.y };
        }
    }
  return isfinite (least);
}

/* --- Labels -------------------------------------------------------------------------------------- */

static void
take (Placer *placer, guint32 id, WhenceRect box)
{
  whence_rect_grid_add (placer->taken, id, box);
}

static gboolean
place_beside (Placer *placer, guint32 id, WhenceAmountMark *mark)
{
  WhenceTimelineItem *item = &mark->item;
  WhencePoint at = { 0 };
  if (!find_beside (placer, item->mark, item->label.width, item->label.height, &at))
    return FALSE;
  item->label_at = at;
  WhenceRect box = { at.x, at.y, item->label.width, item->label.height };
  item->bounds = whence_rect_union (item->mark, box);
  take (placer, id, box);
  return TRUE;
}

static gboolean
place_on_line (Placer *placer, guint32 id, WhenceAmountMark *mark)
{
  WhenceTimelineItem *item = &mark->item;
  WhencePoint at = { 0 };
  double before = WHENCE_DOT + GAP;
  if (!find_on_line (placer, mark->y, before + item->label.width, item->label.height, &at))
    return FALSE;
  item->mark.x = at.x;
  item->label_at = (WhencePoint){ at.x + before, at.y };
  item->bounds = (WhenceRect){ at.x, at.y, before + item->label.width, item->label.height };
  mark->middle = at.x + WHENCE_DOT / 2;
  take (placer, id, item->bounds);
  return TRUE;
}

static gboolean
place (Placer *placer, guint32 id, WhenceAmountMark *mark, const WhenceLabelText *text, double widest,
       const WhenceMeasure *measure)
{
  whence_label_init (&mark->item.label, text, MIN (widest, placer->room.width), 1, measure);
  if ((mark->look == WHENCE_AMOUNT_UNDATED ? place_on_line : place_beside) (placer, id, mark))
    return TRUE;
  whence_label_clear (&mark->item.label);
  mark->item.label = (WhenceLabel){ 0 };
  return FALSE;
}

static void
label_mark (Placer *placer, guint32 id, WhenceAmountMark *mark, const WhenceMeasure *measure)
{
  WhenceLabelText text;
  whence_amounts_label_text_init (&text, placer->scene, mark, measure);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (place (placer, id, mark, &text, widths[i], measure))
      {
        whence_label_text_clear (&text);
        return;
      }
  /* How much matters more than who; but a line without a name would say nothing. */
  WhenceLabelText figures = { .title = text.figures, .title_width = text.figures_width };
  gboolean placed =
    mark->look != WHENCE_AMOUNT_UNDATED && place (placer, id, mark, &figures, widths[0], measure);
  if (!placed && mark->look != WHENCE_AMOUNT_UNDATED)
    ((WhenceAmountsScene *) placer->scene)->omitted.n_unlabelled++;
  whence_label_text_clear (&text);
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint32 i = *(const guint32 *) a, k = *(const guint32 *) b;
  const WhenceAmountMark *marks = user_data;
  gboolean one = marks[i].look == WHENCE_AMOUNT_UNDATED, other = marks[k].look == WHENCE_AMOUNT_UNDATED;
  if (one != other)
    return one ? 1 : -1;
  if (marks[i].y != marks[k].y)
    return marks[i].y < marks[k].y ? -1 : 1;
  return i < k ? -1 : i > k;
}

void
whence_amounts_place_labels (WhenceAmountsScene *scene, WhenceAmountStrip *strip,
                             const WhenceMeasure *measure)
{
  WhenceRect area = { 0, strip->top - CELL, scene->width, strip->bottom - strip->top + 2 * CELL };
  Placer placer = {
    .scene = scene,
    .strip = strip,
    .room = { scene->left, strip->top, scene->right - scene->left, strip->bottom - strip->top },
    .taken = whence_rect_grid_new (area, CELL, NULL),
    .lines = whence_rect_grid_new (area, CELL, NULL),
  };
  g_autofree guint32 *order = g_new (guint32, MAX (strip->n_marks, 1));
  for (guint i = 0; i < strip->n_marks; i++)
    order[i] = strip->first_mark + i;
  g_qsort_with_data (order, (int) strip->n_marks, sizeof *order, compare_importance, scene->marks);

  add_signs (&placer);
  add_steps (&placer);
  add_ticks (&placer, strip);
  for (guint i = 0; i < strip->n_marks; i++)
    label_mark (&placer, order[i], &scene->marks[order[i]], measure);
  whence_rect_grid_free (placer.taken);
  whence_rect_grid_free (placer.lines);
}
