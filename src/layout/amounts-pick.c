/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From points and keys to amounts. There are no more signs than can be read, so each is looked at. */
#include "layout/amounts-scene-private.h"

#include <math.h>

#define REACH 3.0 /* px around a sign that belong to it */

static guint32
fact_of (const WhenceAmountsScene *scene, const WhenceAmountMark *mark)
{
  return mark->look == WHENCE_AMOUNT_GROUP ? scene->grouped[mark->item.first_fact] : mark->item.fact;
}

static WhenceRect
label_box (const WhenceTimelineItem *item)
{
  return (WhenceRect){ item->label_at.x, item->label_at.y, item->label.width, item->label.height };
}

static gboolean
is_on_sign (const WhenceAmountMark *mark, double x, double y)
{
  WhenceRect sign = { mark->item.mark.x - REACH, mark->item.mark.y - REACH, mark->item.mark.width + 2 * REACH,
                      mark->item.mark.height + 2 * REACH };
  if (whence_rect_contains (sign, x, y))
    return TRUE;
  for (guint i = 0; i < mark->n_readings; i++)
    {
      WhenceRect ghost = sign;
      ghost.y += mark->readings[i] - mark->y;
      if (whence_rect_contains (ghost, x, y))
        return TRUE;
    }
  return FALSE;
}

/* Words are exact; of signs that are close the nearest is meant. */
static const WhenceAmountMark *
find_mark (const WhenceAmountsScene *scene, double x, double y)
{
  const WhenceAmountMark *nearest = NULL;
  double least = INFINITY;
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceAmountMark *mark = &scene->marks[i];
      if (mark->item.label.width > 0 && whence_rect_contains (label_box (&mark->item), x, y))
        return mark;
      double distance = hypot (mark->middle - x, 4 * (mark->y - y));
      if (is_on_sign (mark, x, y) && distance < least)
        {
          least = distance;
          nearest = mark;
        }
    }
  return nearest;
}

guint32
whence_amounts_scene_pick (const WhenceAmountsScene *scene, double x, double y)
{
  const WhenceAmountMark *mark = find_mark (scene, x, y);
  return mark == NULL ? WHENCE_NONE : mark->item.fact;
}

const guint32 *
whence_amounts_scene_pick_group (const WhenceAmountsScene *scene, double x, double y, guint *n_facts)
{
  const WhenceAmountMark *mark = find_mark (scene, x, y);
  *n_facts = 0;
  if (mark == NULL || mark->look != WHENCE_AMOUNT_GROUP)
    return NULL;
  *n_facts = mark->item.n_facts;
  return scene->grouped + mark->item.first_fact;
}

gboolean
whence_amounts_scene_find (const WhenceAmountsScene *scene, guint32 fact, WhenceRect *bounds)
{
  if (fact >= whence_bundle_get_n_facts (whence_scope_get_bundle (scene->scope))
      || scene->mark_of[fact] == WHENCE_NONE)
    return FALSE;
  *bounds = scene->marks[scene->mark_of[fact]].item.bounds;
  return TRUE;
}

guint
whence_amounts_scene_list (const WhenceAmountsScene *scene, guint32 *facts, guint max)
{
  guint n = 0;

  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceTimelineItem *item = &scene->marks[i].item;

      if (scene->marks[i].look != WHENCE_AMOUNT_GROUP && n < max)
        facts[n++] = item->fact;
      for (guint k = 0; scene->marks[i].look == WHENCE_AMOUNT_GROUP && k < item->n_facts && n < max; k++)
        facts[n++] = scene->grouped[item->first_fact + k];
    }
  return n;
}

/* The nearest sign above or below; a step to the side counts for less than one in height. */
static guint32
step_in_value (const WhenceAmountsScene *scene, guint from, int dy)
{
  const WhenceAmountMark *here = &scene->marks[from], *best = NULL;
  double least = INFINITY;
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceAmountMark *mark = &scene->marks[i];
      double away = (mark->y - here->y) * dy, distance = 2 * away + fabs (mark->middle - here->middle);
      if (i == from || away <= 0 || distance >= least)
        continue;
      least = distance;
      best = mark;
    }
  return best == NULL ? WHENCE_NONE : fact_of (scene, best);
}

guint32
whence_amounts_scene_step (const WhenceAmountsScene *scene, guint32 fact, int dx, int dy)
{
  WhenceRect bounds;
  if (scene->n_marks == 0 || (dx == 0 && dy == 0))
    return WHENCE_NONE;
  if (fact == WHENCE_NONE || !whence_amounts_scene_find (scene, fact, &bounds))
    return fact_of (scene, &scene->marks[dx < 0 || (dx == 0 && dy < 0) ? scene->n_marks - 1 : 0]);
  guint from = scene->mark_of[fact];
  if (dy != 0)
    return step_in_value (scene, from, dy);
  gint64 next = (gint64) from + dx;
  return next < 0 || next >= scene->n_marks ? WHENCE_NONE : fact_of (scene, &scene->marks[next]);
}
