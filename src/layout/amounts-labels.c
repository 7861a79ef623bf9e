/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words beside signs, the greatest amounts first: each takes the first place where it meets neither words nor
 * a sign, and among those the one that crosses the fewest lines. Who and how much where there is room, if
 * need be with a shortened name, else how much alone, else the sign says it by its height and is counted.
 * Grids of rectangles answer what is in the way, so the cost is that of the signs. */
#include "layout/amounts-scene-private.h"

#include <math.h>

#include "layout/amounts-places.h"

/* px */
#define CELL 28.0
#define WIDEST 250.0
#define TICK_LEFT 4.0

typedef struct
{
  const WhenceAmountsScene *scene;
  const WhenceAmountStrip *strip;
  WhenceAmountPlaces places;
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
          whence_rect_grid_add (placer->places.lines, i,
                                between (0, mark->y, whence_rect_right (placer->places.room), mark->y));
          continue;
        }
      whence_rect_grid_add (placer->places.taken, i, mark->item.mark);
      for (guint k = 0; k < mark->n_readings; k++)
        {
          WhenceRect ghost = mark->item.mark;
          ghost.y += mark->readings[k] - mark->y;
          whence_rect_grid_add (placer->places.taken, i, ghost);
        }
      whence_rect_grid_add (placer->places.lines, i,
                            between (mark->middle, mark->low, mark->middle, mark->high));
      /* What a label stands on would seem to be struck through. */
      if (mark->look == WHENCE_AMOUNT_GROUP)
        whence_rect_grid_add (placer->places.taken, i,
                              between (mark->item.shape.x0, mark->y, mark->item.shape.x1, mark->y));
      if (mark->look == WHENCE_AMOUNT_STEM)
        whence_rect_grid_add (placer->places.lines, i,
                              between (mark->middle, mark->y, mark->middle, mark->ground));
    }
}

static void
add_steps (const Placer *placer)
{
  const WhenceAmountStrip *strip = placer->strip;
  for (guint i = strip->first_step; i < strip->first_step + strip->n_steps; i++)
    {
      const WhenceAmountStep *step = &placer->scene->steps[i];
      /* Twice: a line along a label looks as if that were struck through. */
      for (guint k = 0; k < 2; k++)
        whence_rect_grid_add (placer->places.lines, i, between (step->x0, step->y, step->x1, step->y));
      if (step->rises)
        whence_rect_grid_add (placer->places.lines, i, between (step->x1, step->y, step->x1, step->rises_to));
    }
}

/* Words of the axis that a sign covers are not written; the others keep their place. */
static void
add_ticks (const Placer *placer, WhenceAmountStrip *strip)
{
  for (guint i = 0; i < strip->axis.n_ticks; i++)
    {
      WhenceValueTick *tick = &strip->axis.ticks[i];
      if (tick->value.coefficient == 0) /* the ground line */
        whence_rect_grid_add (placer->places.lines, WHENCE_NONE - 1,
                              between (placer->scene->gutter, tick->y, placer->scene->width, tick->y));
      if (tick->label == NULL)
        continue;
      WhenceRect box = whence_amounts_tick_box (placer->scene, tick);
      if (whence_rect_grid_hits (placer->places.taken, box, WHENCE_NONE))
        g_clear_pointer (&tick->label, g_free);
      else
        whence_rect_grid_add (placer->places.taken, WHENCE_NONE - 1, box);
    }
  if (strip->name.n_lines > 0)
    whence_rect_grid_add (
      placer->places.taken, WHENCE_NONE - 1,
      (WhenceRect){ strip->name_at.x, strip->name_at.y, strip->name.width, strip->name.height });
}

/* --- Labels -------------------------------------------------------------------------------------- */

static void
take (Placer *placer, guint32 id, WhenceRect box)
{
  whence_rect_grid_add (placer->places.taken, id, box);
}

static gboolean
place_beside (Placer *placer, guint32 id, WhenceAmountMark *mark)
{
  WhenceTimelineItem *item = &mark->item;
  WhencePoint at = { 0 };
  if (!whence_amount_places_find_beside (&placer->places, item->mark, item->label.width, item->label.height,
                                         &at))
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
  double before = WHENCE_DOT + WHENCE_AMOUNTS_LABEL_GAP;
  if (!whence_amount_places_find_on_line (&placer->places, mark->y, before + item->label.width,
                                          item->label.height, &at))
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
  whence_label_init (&mark->item.label, text, MIN (widest, placer->places.room.width), 1, measure);
  if ((mark->look == WHENCE_AMOUNT_UNDATED ? place_on_line : place_beside) (placer, id, mark))
    return TRUE;
  whence_label_clear (&mark->item.label);
  mark->item.label = (WhenceLabel){ 0 };
  return FALSE;
}

/* First the remark gives way, then the name is shortened, then the figures stand alone: how much matters more
 * than who. But an undated line without a name would say nothing. */
static gboolean
place_somehow (Placer *placer, guint32 id, WhenceAmountMark *mark, const WhenceLabelText *whole,
               const WhenceMeasure *measure)
{
  WhenceLabelText plain = *whole;
  plain.remark = NULL;
  plain.remark_width = 0;
  const WhenceLabelText figures = { .title = whole->figures, .title_width = whole->figures_width };
  const struct
  {
    const WhenceLabelText *text;
    double widest;  /* px */
    gboolean whole; /* half of a figure is another figure */
  } tries[] = {
    { whole, WIDEST, FALSE }, { &plain, WIDEST, FALSE },  { &plain, 150, FALSE },
    { &plain, 92, FALSE },    { &figures, WIDEST, TRUE },
  };
  const guint last[] = { [WHENCE_AMOUNT_STEP] = 5, [WHENCE_AMOUNT_STEM] = 5, [WHENCE_AMOUNT_UNDATED] = 4 };
  if (mark->look == WHENCE_AMOUNT_GROUP)
    return whole->title_width <= WIDEST && place (placer, id, mark, whole, WIDEST, measure);
  for (guint i = 0; i < last[mark->look]; i++)
    if ((!tries[i].whole || tries[i].text->title_width <= tries[i].widest)
        && place (placer, id, mark, tries[i].text, tries[i].widest, measure))
      return TRUE;
  return FALSE;
}

static gboolean
label_mark (Placer *placer, guint32 id, WhenceAmountMark *mark, const WhenceMeasure *measure)
{
  WhenceLabelText text;
  whence_amounts_label_text_init (&text, placer->scene, mark, measure);
  gboolean placed = place_somehow (placer, id, mark, &text, measure);
  whence_label_text_clear (&text);
  return placed;
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
    .places.room = { scene->left, strip->top, scene->right - scene->left, strip->bottom - strip->top },
    .places.taken = whence_rect_grid_new (area, CELL, NULL),
    .places.lines = whence_rect_grid_new (area, CELL, NULL),
  };
  g_autofree guint32 *order = g_new (guint32, MAX (strip->n_marks, 1));
  for (guint i = 0; i < strip->n_marks; i++)
    order[i] = strip->first_mark + i;
  g_qsort_with_data (order, (int) strip->n_marks, sizeof *order, compare_importance, scene->marks);

  add_signs (&placer);
  add_steps (&placer);
  add_ticks (&placer, strip);
  for (guint i = 0; i < strip->n_marks; i++)
    {
      WhenceAmountMark *mark = &scene->marks[order[i]];
      if (!label_mark (&placer, order[i], mark, measure) && mark->look != WHENCE_AMOUNT_UNDATED)
        scene->omitted.n_unlabelled++;
    }
  whence_rect_grid_free (placer.places.taken);
  whence_rect_grid_free (placer.places.lines);
}
