/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sample is a mark made up for the purpose and handed to the painter of such marks, so that the key cannot
 * drift from the picture. Constant time each. */
#include "paint/legend-sample.h"

#include "paint/fact-glyph.h"
#include "paint/graph-shapes.h"
#include "paint/graph-tie.h"
#include "paint/legend-amounts.h"
#include "paint/timeline-painter-private.h"

/* px */
#define SWATCH 14.0
#define KIND 12.0 /* the sign of what a fact is about */
#define GLYPH 4.0
#define RADIUS 6.0
#define SMALL 3.5
#define FACT_NODE 4.5
#define LINE 1.4    /* of a tie without an amount */
#define COLORED 2.4 /* of one whose colour is what is explained */
#define SIGN 11.0
#define STRETCH 34.0
#define TIE 24.0
#define MEMBER 9.0 /* one of several dates */
#define GAP 5.0
#define PILL 22.0
#define BARS 4
#define BAR 5.0

typedef struct
{
  const WhenceSample *sample;
  const WhenceStyle *style;
  WhencePen *pen;
  WhencePath *path;
  double x, y, middle;
} Ink;

static const WhenceFactType neutral_type = { .category = WHENCE_CATEGORY_NEUTRAL };

static WhenceTimelineItem
make_item (const Ink *ink, double width)
{
  WhenceTimelineItem item = {
    .kind = WHENCE_ITEM_MARK,
    .support = WHENCE_SUPPORT_SINGLE,
    .type = &neutral_type,
    .mark = { ink->x, ink->middle - WHENCE_DOT / 2, width, WHENCE_DOT },
    .shape = { .x0 = ink->x, .x1 = ink->x + width, .body0 = ink->x, .body1 = ink->x },
  };
  return item;
}

static void
paint_item (const Ink *ink, const WhenceTimelineItem *item)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  whence_timeline_paint_sign (&timeline, item);
}

static WhenceTimelineItem
make_dot (const Ink *ink)
{
  WhenceTimelineItem item = make_item (ink, SIGN);
  item.shape.dot = TRUE;
  return item;
}

static void
paint_line (const Ink *ink, double x, const WhenceTieLook *tie)
{
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, x, ink->middle);
  whence_path_line_to (ink->path, x + TIE, ink->middle);
  whence_tie_look_paint (tie, ink->style, ink->pen, ink->path);
}

static void
paint_tie (const Ink *ink, double x, WhenceTieLook tie)
{
  tie.color = ink->style->category[WHENCE_CATEGORY_NEUTRAL];
  tie.width = LINE;
  paint_line (ink, x, &tie);
  if (tie.support == WHENCE_SUPPORT_DISPUTED)
    whence_graph_paint_dispute (ink->style, ink->pen, ink->path, (WhencePoint){ x + TIE / 2, ink->middle });
}

/* --- One function a kind --- */

static void
paint_glyph (const Ink *ink)
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
      paint_line (ink, ink->x,
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
paint_entity (const Ink *ink)
{
  const WhenceEntityType *type = ink->sample->type;
  WhenceNodeInk sign = whence_graph_ink_of_type (ink->style, type);

  if (ink->sample->by_class)
    sign = whence_graph_ink_of_class (ink->style, type, WHENCE_NONE);
  whence_graph_paint_shape (ink->pen, ink->style, type, &sign, ink->x + RADIUS + 1, ink->middle, RADIUS);
}

/* A mark and another date of it. */
static void
paint_disputed_date (const Ink *ink)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  WhenceTimelineItem item = make_item (ink, SIGN);
  WhenceGhost ghost = { .shape = { .x0 = ink->x + STRETCH - SIGN, .x1 = ink->x + STRETCH, .dot = TRUE } };
  item.shape.dot = TRUE;
  item.support = WHENCE_SUPPORT_DISPUTED;
  item.n_ghosts = 1;
  item.mark.y = ink->middle - WHENCE_MARK_HEIGHT / 2;
  item.mark.height = WHENCE_MARK_HEIGHT;
  whence_timeline_paint_ghosts (&timeline, &item, &ghost, ink->x, ink->x + STRETCH);
  whence_timeline_paint_sign (&timeline, &item);
}

static void
paint_date_look (const Ink *ink)
{
  WhenceTimelineItem item = make_item (ink, STRETCH);
  WhenceMarkShape *shape = &item.shape;
  double tail = STRETCH / 2;
  switch ((WhenceDateLook) ink->sample->value)
    {
    case WHENCE_DATE_LOOK_POINT:
      item = make_dot (ink);
      break;
    case WHENCE_DATE_LOOK_THROUGHOUT:
      shape->body1 = shape->x1;
      break;
    case WHENCE_DATE_LOOK_SEVERAL:
      shape->several = TRUE;
      shape->body0 = shape->x0 + MEMBER;
      shape->body1 = shape->x1 - MEMBER;
      break;
    case WHENCE_DATE_LOOK_NO_BEGINNING:
      shape->end0 = WHENCE_END_OPEN;
      shape->tail0 = tail;
      break;
    case WHENCE_DATE_LOOK_START_UNKNOWN:
      shape->end0 = WHENCE_END_UNKNOWN;
      shape->tail0 = tail;
      break;
    case WHENCE_DATE_LOOK_GOES_ON:
      shape->end1 = WHENCE_END_OPEN;
      shape->tail1 = tail;
      break;
    case WHENCE_DATE_LOOK_ABOUT:
      shape->end0 = shape->end1 = WHENCE_END_SOFT;
      shape->tail0 = shape->tail1 = STRETCH / 3;
      break;
    case WHENCE_DATE_LOOK_END_UNKNOWN:
      shape->end1 = WHENCE_END_UNKNOWN;
      shape->tail1 = tail;
      break;
    case WHENCE_DATE_LOOK_UNCERTAIN:
      shape->dashed0 = shape->dashed1 = TRUE;
      break;
    case WHENCE_DATE_LOOK_INFERRED:
      item.inferred = TRUE;
      break;
    case WHENCE_DATE_LOOK_DISPUTED:
      paint_disputed_date (ink);
      return;
    case WHENCE_DATE_LOOK_WITHIN:
    case WHENCE_N_DATE_LOOKS:
    default:
      break;
    }
  paint_item (ink, &item);
}

static void
paint_support (const Ink *ink)
{
  WhenceSupport support = (WhenceSupport) ink->sample->value;
  double x = ink->x;
  if (ink->sample->on_dots)
    {
      WhenceTimelineItem item = make_dot (ink);
      item.support = (guint8) support;
      paint_item (ink, &item);
      x += SIGN + GAP;
    }
  if (ink->sample->on_stretches)
    {
      Ink after = *ink;
      after.x = x;
      WhenceTimelineItem item = make_item (&after, TIE);
      item.support = (guint8) support;
      paint_item (&after, &item);
      x += TIE + GAP;
    }
  if (ink->sample->plain && support == WHENCE_SUPPORT_UNSOURCED)
    support = WHENCE_SUPPORT_SINGLE;
  if (ink->sample->on_graph)
    paint_tie (ink, x, (WhenceTieLook){ .support = support });
}

static void
paint_tentative (const Ink *ink)
{
  double x = ink->x;
  if (ink->sample->on_timeline)
    {
      WhenceTimelineItem item = make_dot (ink);
      item.status = WHENCE_STATUS_PLANNED;
      paint_item (ink, &item);
      x += SIGN + GAP;
    }
  if (ink->sample->on_graph)
    paint_tie (ink, x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE, .tentative = TRUE });
}

static void
paint_negated (const Ink *ink)
{
  double x = ink->x;
  if (ink->sample->on_timeline)
    {
      WhenceTimelineItem item = make_dot (ink);
      item.negated = TRUE;
      paint_item (ink, &item);
      x += SIGN + GAP;
    }
  if (ink->sample->on_graph)
    {
      paint_tie (ink, x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE });
      whence_graph_paint_negation (ink->style, ink->pen, ink->path,
                                   (WhencePoint){ x + TIE / 2, ink->middle });
    }
}

static void
paint_fact_node (const Ink *ink)
{
  WhenceFill fill = WHENCE_SOLID (ink->style->category[WHENCE_CATEGORY_NEUTRAL]);
  paint_tie (ink, ink->x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE });
  whence_path_clear (ink->path);
  whence_graph_shape_path (ink->path, WHENCE_SHAPE_DIAMOND, ink->x + TIE / 2, ink->middle, FACT_NODE);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

static void
paint_as_of (const Ink *ink)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  whence_timeline_paint_as_of (&timeline, (WhenceRect){ ink->x, ink->middle - SWATCH / 2, SWATCH, SWATCH });
}

static void
paint_band (const Ink *ink)
{
  static const WhenceFactType type = { .category = WHENCE_CATEGORY_NEUTRAL };
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  WhenceTimelineItem item = { .kind = WHENCE_ITEM_BAND,
                              .type = &type,
                              .mark = { ink->x, ink->middle - SWATCH / 2, STRETCH, SWATCH },
                              .shape = { .x0 = ink->x, .x1 = ink->x + STRETCH } };
  whence_timeline_paint_strip (&timeline, &item);
}

static void
paint_cluster (const Ink *ink)
{
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  WhenceTimelineItem item = { .n_facts = 2, .bounds = { ink->x, ink->middle - 6, PILL, 12 } };
  whence_timeline_paint_cluster (&timeline, &item);
}

static void
paint_bars (const Ink *ink)
{
  static const double heights[BARS] = { 4, 10, 7, 3 };
  WhenceTimelineInk timeline = { ink->pen, ink->path, ink->style };
  for (guint i = 0; i < BARS; i++)
    whence_timeline_paint_bar (
      &timeline, &(WhenceTimelineItem){
                   .mark = { ink->x + i * BAR, ink->middle + 5 - heights[i], BAR - 1, heights[i] } });
}

static const WhenceEntityType any_type = { .shape = WHENCE_SHAPE_ROUNDED };

static void
paint_size (const Ink *ink)
{
  WhenceNodeInk sign = whence_graph_ink_of_type (ink->style, &any_type);
  whence_graph_paint_shape (ink->pen, ink->style, &any_type, &sign, ink->x + SMALL, ink->middle, SMALL);
  whence_graph_paint_shape (ink->pen, ink->style, &any_type, &sign, ink->x + 2 * SMALL + GAP + RADIUS,
                            ink->middle, RADIUS);
}

static void
paint_class (const Ink *ink)
{
  static const WhenceEntityType round = { .shape = WHENCE_SHAPE_CIRCLE };
  WhenceNodeInk sign = whence_graph_ink_of_class (ink->style, &round, ink->sample->value);
  whence_graph_paint_shape (ink->pen, ink->style, &round, &sign, ink->x + RADIUS + 1, ink->middle, RADIUS);
  whence_graph_paint_letters (ink->pen, ink->sample->number, round.shape, ink->x + RADIUS + 1, ink->middle,
                              RADIUS, whence_graph_letters_on (ink->style, sign.fill));
}

/* A wedge: from the thinnest line to a thick one. */
static void
paint_weight (const Ink *ink)
{
  const WhencePoint corners[] = { { ink->x, ink->middle - 0.6 },
                                  { ink->x + TIE, ink->middle - 3 },
                                  { ink->x + TIE, ink->middle + 3 },
                                  { ink->x, ink->middle + 0.6 } };
  whence_path_clear (ink->path);
  whence_path_polygon (ink->path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (ink->style->category[WHENCE_CATEGORY_NEUTRAL]));
}

static void
paint_joined (const Ink *ink)
{
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ ink->x, ink->middle - 1.2, TIE, 2.4 });
  whence_pen_fill (ink->pen, ink->path,
                   &WHENCE_SOLID (whence_color_mix (ink->style->ground, ink->style->text, 0.55)));
}

static void
paint_possible (const Ink *ink)
{
  paint_tie (ink, ink->x,
             (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE, .activity = WHENCE_ACTIVITY_POSSIBLE });
}

static void
paint_perhaps (const Ink *ink)
{
  double x = ink->x;
  if (ink->sample->on_timeline)
    {
      WhenceTimelineItem item = make_dot (ink);
      item.perhaps = TRUE;
      paint_item (ink, &item);
      x += SIGN + GAP;
    }
  if (ink->sample->on_graph)
    paint_tie (ink, x,
               (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE, .activity = WHENCE_ACTIVITY_POSSIBLE });
}

static void
paint_faint (const Ink *ink)
{
  WhenceNodeInk sign = whence_graph_ink_of_type (ink->style, &any_type);
  whence_pen_push_opacity (ink->pen, (1 + ink->style->dimmed) / 2);
  whence_graph_paint_shape (ink->pen, ink->style, &any_type, &sign, ink->x + RADIUS + 1, ink->middle, RADIUS);
  whence_pen_pop_opacity (ink->pen);
}

static void
paint_amount (const Ink *ink)
{
  whence_amount_sign_paint ((WhenceAmountSign) ink->sample->value, ink->style, ink->pen, ink->path, ink->x,
                            ink->middle);
}

static void
paint_change (const Ink *ink)
{
  WhenceChange change = (WhenceChange) ink->sample->value;
  WhencePoint at = { ink->x + SIGN / 2, ink->middle };

  if (ink->sample->on_graph)
    {
      WhenceColor color = ink->style->category[WHENCE_CATEGORY_NEUTRAL];
      gboolean stronger = change == WHENCE_CHANGE_BEGUN || change == WHENCE_CHANGE_CHANGED;
      WhenceTieLook tie = { .color = change == WHENCE_CHANGE_UNCHANGED
                                       ? whence_graph_fade_unchanged (ink->style, color)
                                       : color,
                            .width = stronger ? LINE + 0.9 : LINE,
                            .support = WHENCE_SUPPORT_SINGLE,
                            .activity = WHENCE_ACTIVITY_CERTAIN };
      paint_line (ink, ink->x, &tie);
      at.x = ink->x + TIE / 2;
    }
  whence_graph_paint_change (ink->style, ink->pen, ink->path, at, change, FALSE);
}

static void
paint_open_change (const Ink *ink)
{
  whence_graph_paint_change (ink->style, ink->pen, ink->path, (WhencePoint){ ink->x + SIGN / 2, ink->middle },
                             WHENCE_CHANGE_BEGUN, TRUE);
}

static const struct
{
  double on_timeline, on_graph, either; /* px */
  void (*paint) (const Ink *ink);
} kinds[] = {
  [WHENCE_SAMPLE_CATEGORY] = { 0, 0, KIND, paint_glyph },
  [WHENCE_SAMPLE_FACT_TYPE] = { 0, 0, KIND, paint_glyph },
  [WHENCE_SAMPLE_ENTITY_TYPE] = { 0, 0, 2 * RADIUS + 2, paint_entity },
  [WHENCE_SAMPLE_DATE_LOOK] = { 0, 0, STRETCH, paint_date_look },
  [WHENCE_SAMPLE_SUPPORT] = { SIGN, TIE, 0, paint_support },
  [WHENCE_SAMPLE_TENTATIVE] = { SIGN, TIE, 0, paint_tentative },
  [WHENCE_SAMPLE_NEGATED] = { SIGN, TIE, 0, paint_negated },
  [WHENCE_SAMPLE_CLUSTER] = { 0, 0, PILL, paint_cluster },
  [WHENCE_SAMPLE_BARS] = { 0, 0, BARS *BAR, paint_bars },
  [WHENCE_SAMPLE_AS_OF] = { 0, 0, SWATCH, paint_as_of },
  [WHENCE_SAMPLE_BAND] = { 0, 0, STRETCH, paint_band },
  [WHENCE_SAMPLE_FACT_NODE] = { 0, 0, TIE, paint_fact_node },
  [WHENCE_SAMPLE_CLASS] = { 0, 0, 2 * RADIUS + 2, paint_class },
  [WHENCE_SAMPLE_SIZE] = { 0, 0, 2 * SMALL + GAP + 2 * RADIUS, paint_size },
  [WHENCE_SAMPLE_WEIGHT] = { 0, 0, TIE, paint_weight },
  [WHENCE_SAMPLE_JOINED] = { 0, 0, TIE, paint_joined },
  [WHENCE_SAMPLE_POSSIBLE] = { 0, 0, TIE, paint_possible },
  [WHENCE_SAMPLE_PERHAPS] = { SIGN, TIE, 0, paint_perhaps },
  [WHENCE_SAMPLE_FAINT] = { 0, 0, 2 * RADIUS + 2, paint_faint },
  [WHENCE_SAMPLE_AMOUNT] = { 0, 0, WHENCE_AMOUNT_SIGN_WIDTH, paint_amount },
  [WHENCE_SAMPLE_CHANGE] = { 0, 0, SIGN, paint_change },
  [WHENCE_SAMPLE_OPEN_CHANGE] = { 0, 0, SIGN, paint_open_change },
};

/* Of the signs that are there, side by side. */
static double
get_support_width (const WhenceSample *sample)
{
  const double widths[] = { sample->on_dots ? SIGN : 0, sample->on_stretches ? TIE : 0,
                            sample->on_graph ? TIE : 0 };
  double width = 0;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    width += widths[i] > 0 && width > 0 ? GAP + widths[i] : widths[i];
  return width;
}

double
whence_sample_get_width (const WhenceSample *sample)
{
  double width = kinds[sample->kind].either;
  if (sample->kind == WHENCE_SAMPLE_SUPPORT)
    return get_support_width (sample);
  if (sample->as_line && (sample->kind == WHENCE_SAMPLE_CATEGORY || sample->kind == WHENCE_SAMPLE_FACT_TYPE))
    return TIE;
  if (sample->kind == WHENCE_SAMPLE_DATE_LOOK && sample->value == WHENCE_DATE_LOOK_POINT)
    return SIGN;
  if (sample->kind == WHENCE_SAMPLE_CHANGE)
    return sample->on_graph ? TIE : SIGN;
  if (sample->on_timeline)
    width += kinds[sample->kind].on_timeline;
  if (sample->on_graph)
    width += kinds[sample->kind].on_graph;
  return sample->on_timeline && sample->on_graph && kinds[sample->kind].on_graph > 0 ? width + GAP : width;
}

void
whence_sample_paint (const WhenceSample *sample, const WhenceStyle *style, WhencePen *pen, double x, double y)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  Ink ink = { sample, style, pen, path, x, y, y + WHENCE_SAMPLE_HEIGHT / 2 };
  kinds[sample->kind].paint (&ink);
}
