/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample is a mark made up for the purpose and handed to the painter of such marks, so that the key cannot
 * drift from the picture. Constant time each. */
#include "paint/legend-sample-private.h"

#include "paint/fact-glyph.h"
#include "paint/graph-shapes.h"
#include "paint/legend-amounts.h"

/* px */
#define KIND 12.0 /* the sign of what a fact is about */
#define GLYPH 4.0
#define COLORED 2.4 /* of one whose colour is what is explained */

/* --- One function a kind --- */

static void
paint_glyph (const WhenceSampleInk *ink)
{
  const WhenceSample *sample = ink->sample;
  WhenceColor color = sample->kind == WHENCE_SAMPLE_CATEGORY
                        ? ink->style->category[sample->value]
                        : whence_style_fact_color (ink->style, sample->type);
  WhenceGlyph glyph = sample->kind == WHENCE_SAMPLE_CATEGORY
                        ? whence_category_glyph ((WhenceCategory) sample->value)
                        : whence_fact_type_glyph (sample->type);

  if (sample->as_line)
    {
      whence_sample_paint_line (ink, ink->x,
                                &(WhenceTieLook){ .color = color,
                                                  .width = COLORED,
                                                  .support = WHENCE_SUPPORT_SINGLE,
                                                  .activity = WHENCE_ACTIVITY_CERTAIN });
      return;
    }
  whence_path_clear (ink->path);
  whence_glyph_path (ink->path, glyph, ink->x + KIND / 2, ink->middle, GLYPH);
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (color));
}

static void
paint_support (const WhenceSampleInk *ink)
{
  WhenceSupport support = (WhenceSupport) ink->sample->value;
  double x = ink->x;
  if (ink->sample->on_dots)
    {
      WhenceTimelineItem item = whence_sample_dot (ink);
      item.support = (guint8) support;
      whence_sample_paint_item (ink, &item);
      x += WHENCE_SAMPLE_PX_SIGN + WHENCE_SAMPLE_PX_GAP;
    }
  if (ink->sample->on_stretches)
    {
      WhenceSampleInk after = *ink;
      after.x = x;
      WhenceTimelineItem item = whence_sample_item (&after, WHENCE_SAMPLE_PX_TIE);
      item.support = (guint8) support;
      whence_sample_paint_item (&after, &item);
      x += WHENCE_SAMPLE_PX_TIE + WHENCE_SAMPLE_PX_GAP;
    }
  if (ink->sample->plain && support == WHENCE_SUPPORT_UNSOURCED)
    support = WHENCE_SUPPORT_SINGLE;
  if (ink->sample->on_graph)
    whence_sample_paint_tie (ink, x, (WhenceTieLook){ .support = support });
}

static void
paint_tentative (const WhenceSampleInk *ink)
{
  double x = ink->x;
  if (ink->sample->on_timeline)
    {
      WhenceTimelineItem item = whence_sample_dot (ink);
      item.status = WHENCE_STATUS_PLANNED;
      whence_sample_paint_item (ink, &item);
      x += WHENCE_SAMPLE_PX_SIGN + WHENCE_SAMPLE_PX_GAP;
    }
  if (ink->sample->on_graph)
    whence_sample_paint_tie (ink, x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE, .tentative = TRUE });
}

static void
paint_negated (const WhenceSampleInk *ink)
{
  double x = ink->x;
  if (ink->sample->on_timeline)
    {
      WhenceTimelineItem item = whence_sample_dot (ink);
      item.negated = TRUE;
      whence_sample_paint_item (ink, &item);
      x += WHENCE_SAMPLE_PX_SIGN + WHENCE_SAMPLE_PX_GAP;
    }
  if (ink->sample->on_graph)
    {
      whence_sample_paint_tie (ink, x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE });
      whence_graph_paint_negation (ink->style, ink->pen, ink->path,
                                   (WhencePoint){ x + WHENCE_SAMPLE_PX_TIE / 2, ink->middle });
    }
}

static void
paint_perhaps (const WhenceSampleInk *ink)
{
  double x = ink->x;
  if (ink->sample->on_timeline)
    {
      WhenceTimelineItem item = whence_sample_dot (ink);
      item.perhaps = TRUE;
      whence_sample_paint_item (ink, &item);
      x += WHENCE_SAMPLE_PX_SIGN + WHENCE_SAMPLE_PX_GAP;
    }
  if (ink->sample->on_graph)
    whence_sample_paint_tie (
      ink, x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE, .activity = WHENCE_ACTIVITY_POSSIBLE });
}

static void
paint_amount (const WhenceSampleInk *ink)
{
  whence_amount_sign_paint ((WhenceAmountSign) ink->sample->value, ink->style, ink->pen, ink->path, ink->x,
                            ink->middle);
}

static void
paint_change (const WhenceSampleInk *ink)
{
  WhenceChange change = (WhenceChange) ink->sample->value;
  WhencePoint at = { ink->x + WHENCE_SAMPLE_PX_SIGN / 2, ink->middle };

  if (ink->sample->on_graph)
    {
      WhenceColor color = ink->style->category[WHENCE_CATEGORY_NEUTRAL];
      gboolean stronger = change == WHENCE_CHANGE_BEGUN || change == WHENCE_CHANGE_CHANGED;
      WhenceTieLook tie = { .color = change == WHENCE_CHANGE_UNCHANGED
                                       ? whence_graph_fade_unchanged (ink->style, color)
                                       : color,
                            .width = stronger ? WHENCE_SAMPLE_PX_LINE + 0.9 : WHENCE_SAMPLE_PX_LINE,
                            .support = WHENCE_SUPPORT_SINGLE,
                            .activity = WHENCE_ACTIVITY_CERTAIN };
      whence_sample_paint_line (ink, ink->x, &tie);
      at.x = ink->x + WHENCE_SAMPLE_PX_TIE / 2;
    }
  whence_graph_paint_change (ink->style, ink->pen, ink->path, at, change, FALSE);
}

static void
paint_open_change (const WhenceSampleInk *ink)
{
  whence_graph_paint_change (ink->style, ink->pen, ink->path,
                             (WhencePoint){ ink->x + WHENCE_SAMPLE_PX_SIGN / 2, ink->middle },
                             WHENCE_CHANGE_BEGUN, TRUE);
}

static const struct
{
  double on_timeline, on_graph, either; /* px */
  void (*paint) (const WhenceSampleInk *ink);
} kinds[] = {
  [WHENCE_SAMPLE_CATEGORY] = { 0, 0, KIND, paint_glyph },
  [WHENCE_SAMPLE_FACT_TYPE] = { 0, 0, KIND, paint_glyph },
  [WHENCE_SAMPLE_ENTITY_TYPE] = { 0, 0, 2 * WHENCE_SAMPLE_PX_RADIUS + 2, whence_sample_paint_entity },
  [WHENCE_SAMPLE_DATE_LOOK] = { 0, 0, WHENCE_SAMPLE_PX_STRETCH, whence_sample_paint_date_look },
  [WHENCE_SAMPLE_SUPPORT] = { WHENCE_SAMPLE_PX_SIGN, WHENCE_SAMPLE_PX_TIE, 0, paint_support },
  [WHENCE_SAMPLE_TENTATIVE] = { WHENCE_SAMPLE_PX_SIGN, WHENCE_SAMPLE_PX_TIE, 0, paint_tentative },
  [WHENCE_SAMPLE_NEGATED] = { WHENCE_SAMPLE_PX_SIGN, WHENCE_SAMPLE_PX_TIE, 0, paint_negated },
  [WHENCE_SAMPLE_CLUSTER] = { 0, 0, WHENCE_SAMPLE_PX_PILL, whence_sample_paint_cluster },
  [WHENCE_SAMPLE_BARS] = { 0, 0, WHENCE_SAMPLE_PX_BARS *WHENCE_SAMPLE_PX_BAR, whence_sample_paint_bars },
  [WHENCE_SAMPLE_AS_OF] = { 0, 0, WHENCE_SAMPLE_PX_SWATCH, whence_sample_paint_as_of },
  [WHENCE_SAMPLE_BAND] = { 0, 0, WHENCE_SAMPLE_PX_STRETCH, whence_sample_paint_band },
  [WHENCE_SAMPLE_FACT_NODE] = { 0, 0, WHENCE_SAMPLE_PX_TIE, whence_sample_paint_fact_node },
  [WHENCE_SAMPLE_CLASS] = { 0, 0, 2 * WHENCE_SAMPLE_PX_RADIUS + 2, whence_sample_paint_class },
  [WHENCE_SAMPLE_SIZE] = { 0, 0,
                           2 * WHENCE_SAMPLE_PX_SMALL + WHENCE_SAMPLE_PX_GAP + 2 * WHENCE_SAMPLE_PX_RADIUS,
                           whence_sample_paint_size },
  [WHENCE_SAMPLE_WEIGHT] = { 0, 0, WHENCE_SAMPLE_PX_TIE, whence_sample_paint_weight },
  [WHENCE_SAMPLE_JOINED] = { 0, 0, WHENCE_SAMPLE_PX_TIE, whence_sample_paint_joined },
  [WHENCE_SAMPLE_POSSIBLE] = { 0, 0, WHENCE_SAMPLE_PX_TIE, whence_sample_paint_possible },
  [WHENCE_SAMPLE_PERHAPS] = { WHENCE_SAMPLE_PX_SIGN, WHENCE_SAMPLE_PX_TIE, 0, paint_perhaps },
  [WHENCE_SAMPLE_FAINT] = { 0, 0, 2 * WHENCE_SAMPLE_PX_RADIUS + 2, whence_sample_paint_faint },
  [WHENCE_SAMPLE_AMOUNT] = { 0, 0, WHENCE_AMOUNT_SIGN_WIDTH, paint_amount },
  [WHENCE_SAMPLE_CHANGE] = { 0, 0, WHENCE_SAMPLE_PX_SIGN, paint_change },
  [WHENCE_SAMPLE_OPEN_CHANGE] = { 0, 0, WHENCE_SAMPLE_PX_SIGN, paint_open_change },
};

/* Of the signs that are there, side by side. */
static double
get_support_width (const WhenceSample *sample)
{
  const double widths[] = { sample->on_dots ? WHENCE_SAMPLE_PX_SIGN : 0,
                            sample->on_stretches ? WHENCE_SAMPLE_PX_TIE : 0,
                            sample->on_graph ? WHENCE_SAMPLE_PX_TIE : 0 };
  double width = 0;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    width += widths[i] > 0 && width > 0 ? WHENCE_SAMPLE_PX_GAP + widths[i] : widths[i];
  return width;
}

double
whence_sample_get_width (const WhenceSample *sample)
{
  double width = kinds[sample->kind].either;
  if (sample->kind == WHENCE_SAMPLE_SUPPORT)
    return get_support_width (sample);
  if (sample->as_line && (sample->kind == WHENCE_SAMPLE_CATEGORY || sample->kind == WHENCE_SAMPLE_FACT_TYPE))
    return WHENCE_SAMPLE_PX_TIE;
  if (sample->kind == WHENCE_SAMPLE_DATE_LOOK && sample->value == WHENCE_DATE_LOOK_POINT)
    return WHENCE_SAMPLE_PX_SIGN;
  if (sample->kind == WHENCE_SAMPLE_CHANGE)
    return sample->on_graph ? WHENCE_SAMPLE_PX_TIE : WHENCE_SAMPLE_PX_SIGN;
  if (sample->on_timeline)
    width += kinds[sample->kind].on_timeline;
  if (sample->on_graph)
    width += kinds[sample->kind].on_graph;
  return sample->on_timeline && sample->on_graph && kinds[sample->kind].on_graph > 0
           ? width + WHENCE_SAMPLE_PX_GAP
           : width;
}

void
whence_sample_paint (const WhenceSample *sample, const WhenceStyle *style, WhencePen *pen, double x, double y)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceSampleInk ink = { sample, style, pen, path, x, y, y + WHENCE_SAMPLE_HEIGHT / 2 };
  kinds[sample->kind].paint (&ink);
}
