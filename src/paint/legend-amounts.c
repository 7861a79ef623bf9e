/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample is a mark made up for the purpose and handed to the painter of such marks, so that the key cannot
 * drift from the track. */
#include "paint/legend-amounts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "paint/amounts-painter-private.h"

#define BIT(n) (1u << (n))
#define HALF 6.0 /* px: of the height of a sample */

guint
whence_amount_signs_in (const WhenceAmountsScene *scene)
{
  static const guint sign_of_look[] = {
    [WHENCE_AMOUNT_STEP] = 0,
    [WHENCE_AMOUNT_STEM] = BIT (WHENCE_AMOUNT_SIGN_STEM),
    [WHENCE_AMOUNT_GROUP] = BIT (WHENCE_AMOUNT_SIGN_GROUP),
    [WHENCE_AMOUNT_UNDATED] = BIT (WHENCE_AMOUNT_SIGN_UNDATED),
  };
  guint signs = scene->n_steps > 0 ? BIT (WHENCE_AMOUNT_SIGN_STEP) : 0;
  for (guint i = 0; i < scene->n_steps; i++)
    if (scene->steps[i].whose != scene->steps[0].whose)
      signs = BIT (WHENCE_AMOUNT_SIGN_STEPS);
  for (guint i = 0; i < scene->n_marks; i++)
    {
      const WhenceAmountMark *mark = &scene->marks[i];
      signs |= sign_of_look[mark->look];
      if (mark->n_readings > 0)
        signs |= BIT (WHENCE_AMOUNT_SIGN_READINGS);
      if (mark->look != WHENCE_AMOUNT_GROUP && fabs (mark->low - mark->high) >= 1)
        signs |= BIT (mark->soft ? WHENCE_AMOUNT_SIGN_ABOUT : WHENCE_AMOUNT_SIGN_LIMITS);
    }
  return signs;
}

const char *
whence_amount_sign_label (WhenceAmountSign sign)
{
  static const char *const labels[WHENCE_N_AMOUNT_SIGNS] = {
    [WHENCE_AMOUNT_SIGN_STEP] = NC_ ("amount in the legend", "Valuation, thought to hold until the next"),
    [WHENCE_AMOUNT_SIGN_STEPS] =
      NC_ ("amount in the legend", "Valuation, thought to hold until the next; the dashes tell whose it is"),
    [WHENCE_AMOUNT_SIGN_STEM] = NC_ ("amount in the legend", "Payment"),
    [WHENCE_AMOUNT_SIGN_UNDATED] = NC_ ("amount in the legend", "Without a date"),
    [WHENCE_AMOUNT_SIGN_LIMITS] = NC_ ("amount in the legend", "Between"),
    [WHENCE_AMOUNT_SIGN_ABOUT] = NC_ ("amount in the legend", "About so much"),
    [WHENCE_AMOUNT_SIGN_READINGS] = NC_ ("amount in the legend", "Sources differ"),
    [WHENCE_AMOUNT_SIGN_GROUP] = NC_ ("amount in the legend", "Several, counted"),
  };
  return g_dpgettext2 (NULL, "amount in the legend", labels[sign]);
}

/* --- Ink ----------------------------------------------------------------------------------------- */

typedef struct
{
  WhenceTimelineInk ink;
  WhenceColor color;
  double x, middle;
  WhenceAmountMark mark; /* a dot in the middle */
} Sample;

static void
paint_sign (const Sample *s)
{
  whence_timeline_paint_sign (&s->ink, &s->mark.item);
}

static void
paint_step (Sample *s)
{
  WhenceAmountStep low = { .x0 = s->x, .x1 = s->x + 15, .y = s->middle + 3, .rises = TRUE };
  WhenceAmountStep high = { .x0 = s->x + 15, .x1 = s->x + WHENCE_AMOUNT_SIGN_WIDTH, .y = s->middle - 4 };
  low.rises_to = high.y;
  whence_amounts_paint_step (&s->ink, &low, s->color);
  whence_amounts_paint_step (&s->ink, &high, s->color);
}

static void
paint_steps (Sample *s)
{
  for (guint i = 0; i < 2; i++)
    {
      WhenceAmountStep step = { .x0 = s->x, .x1 = s->x + WHENCE_AMOUNT_SIGN_WIDTH, .whose = i };
      step.y = s->middle + (i == 0 ? -3 : 3);
      whence_amounts_paint_step (&s->ink, &step, s->color);
    }
}

static void
paint_stem (Sample *s)
{
  s->mark.item.mark.y -= 3;
  s->mark.y -= 3;
  s->mark.ground = s->middle + HALF + 1;
  whence_amounts_paint_stem (&s->ink, &s->mark, s->color);
  paint_sign (s);
}

static void
paint_undated (Sample *s)
{
  double x = s->x + WHENCE_DOT / 2;
  whence_amounts_paint_undated (&s->ink, s->x, s->x + WHENCE_AMOUNT_SIGN_WIDTH, s->middle, s->color);
  s->mark.item.kind = WHENCE_ITEM_SHELVED;
  s->mark.item.mark.x = x;
  paint_sign (s);
}

static void
paint_limits (Sample *s)
{
  s->mark.low = s->middle + HALF;
  s->mark.high = s->middle - HALF;
  whence_amounts_paint_limits (&s->ink, &s->mark, s->color);
  paint_sign (s);
}

static void
paint_about (Sample *s)
{
  s->mark.soft = TRUE;
  paint_limits (s);
}

static void
paint_readings (Sample *s)
{
  s->mark.item.mark.y += 3;
  s->mark.y += 3;
  s->mark.readings[0] = s->middle - 3;
  s->mark.n_readings = 1;
  s->mark.item.support = WHENCE_SUPPORT_SINGLE;
  whence_amounts_paint_readings (&s->ink, &s->mark, s->color);
  paint_sign (s);
}

static void
paint_group (Sample *s)
{
  static WhenceTextLine line = { .text = (char *) "3", .width = 6 };
  s->mark.count =
    (WhenceTextBlock){ .lines = &line, .n_lines = 1, .font = WHENCE_FONT_SMALL, .width = 6, .height = 14 };
  s->mark.item.mark = (WhenceRect){ s->x + 6, s->middle - 7, 16, 14 };
  s->mark.item.shape.x0 = s->x;
  s->mark.item.shape.x1 = s->x + WHENCE_AMOUNT_SIGN_WIDTH;
  s->mark.low = s->mark.high = s->middle;
  whence_amounts_paint_group (&s->ink, &s->mark);
}

void
whence_amount_sign_paint (WhenceAmountSign sign, const WhenceStyle *style, WhencePen *pen, WhencePath *path,
                          double x, double middle)
{
  static const WhenceFactType neutral = { .category = WHENCE_CATEGORY_NEUTRAL };
  static void (*const paint[WHENCE_N_AMOUNT_SIGNS]) (Sample *) = {
    [WHENCE_AMOUNT_SIGN_STEP] = paint_step,         [WHENCE_AMOUNT_SIGN_STEPS] = paint_steps,
    [WHENCE_AMOUNT_SIGN_STEM] = paint_stem,         [WHENCE_AMOUNT_SIGN_UNDATED] = paint_undated,
    [WHENCE_AMOUNT_SIGN_LIMITS] = paint_limits,     [WHENCE_AMOUNT_SIGN_ABOUT] = paint_about,
    [WHENCE_AMOUNT_SIGN_READINGS] = paint_readings, [WHENCE_AMOUNT_SIGN_GROUP] = paint_group,
  };
  double centre = x + WHENCE_AMOUNT_SIGN_WIDTH / 2, left = centre - WHENCE_DOT / 2;
  Sample s = { .ink = { pen, path, style }, .x = x, .middle = middle };
  s.color = style->category[WHENCE_CATEGORY_NEUTRAL];
  s.mark.middle = centre;
  s.mark.y = s.mark.low = s.mark.high = middle;
  s.mark.item = (WhenceTimelineItem){
    .kind = WHENCE_ITEM_MARK,
    .support = WHENCE_SUPPORT_SINGLE,
    .type = &neutral,
    .mark = { left, middle - WHENCE_MARK_HEIGHT / 2, WHENCE_DOT, WHENCE_MARK_HEIGHT },
    .shape = { .x0 = left, .x1 = left + WHENCE_DOT, .dot = TRUE },
  };
  paint[sign](&s);
}
