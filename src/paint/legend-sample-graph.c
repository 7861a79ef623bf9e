/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Samples of what the graph alone shows, and the ties that others are made with. Constant time each. */
#include "paint/legend-sample-private.h"

#include "paint/graph-shapes.h"

/* px */
#define FACT_NODE 4.5

void
whence_sample_paint_line (const WhenceSampleInk *ink, double x, const WhenceTieLook *tie)
{
  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, x, ink->middle);
  whence_path_line_to (ink->path, x + WHENCE_SAMPLE_PX_TIE, ink->middle);
  whence_tie_look_paint (tie, ink->style, ink->pen, ink->path);
}

void
whence_sample_paint_tie (const WhenceSampleInk *ink, double x, WhenceTieLook tie)
{
  tie.color = ink->style->category[WHENCE_CATEGORY_NEUTRAL];
  tie.width = WHENCE_SAMPLE_PX_LINE;
  whence_sample_paint_line (ink, x, &tie);
  if (tie.support == WHENCE_SUPPORT_DISPUTED)
    whence_graph_paint_dispute (ink->style, ink->pen, ink->path,
                                (WhencePoint){ x + WHENCE_SAMPLE_PX_TIE / 2, ink->middle });
}

void
whence_sample_paint_entity (const WhenceSampleInk *ink)
{
  const WhenceEntityType *type = ink->sample->type;
  WhenceNodeInk sign = whence_graph_ink_of_type (ink->style, type);

  if (ink->sample->by_class)
    sign = whence_graph_ink_of_class (ink->style, type, WHENCE_NONE);
  whence_graph_paint_shape (ink->pen, ink->style, type, &sign, ink->x + WHENCE_SAMPLE_PX_RADIUS + 1,
                            ink->middle, WHENCE_SAMPLE_PX_RADIUS);
}

void
whence_sample_paint_fact_node (const WhenceSampleInk *ink)
{
  WhenceFill fill = WHENCE_SOLID (ink->style->category[WHENCE_CATEGORY_NEUTRAL]);
  whence_sample_paint_tie (ink, ink->x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE });
  whence_path_clear (ink->path);
  whence_graph_shape_path (ink->path, WHENCE_SHAPE_DIAMOND, ink->x + WHENCE_SAMPLE_PX_TIE / 2, ink->middle,
                           FACT_NODE);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

static const WhenceEntityType any_type = { .shape = WHENCE_SHAPE_ROUNDED };

void
whence_sample_paint_size (const WhenceSampleInk *ink)
{
  WhenceNodeInk sign = whence_graph_ink_of_type (ink->style, &any_type);
  whence_graph_paint_shape (ink->pen, ink->style, &any_type, &sign, ink->x + WHENCE_SAMPLE_PX_SMALL,
                            ink->middle, WHENCE_SAMPLE_PX_SMALL);
  whence_graph_paint_shape (ink->pen, ink->style, &any_type, &sign,
                            ink->x + 2 * WHENCE_SAMPLE_PX_SMALL + WHENCE_SAMPLE_PX_GAP
                              + WHENCE_SAMPLE_PX_RADIUS,
                            ink->middle, WHENCE_SAMPLE_PX_RADIUS);
}

void
whence_sample_paint_class (const WhenceSampleInk *ink)
{
  static const WhenceEntityType round = { .shape = WHENCE_SHAPE_CIRCLE };
  WhenceNodeInk sign = whence_graph_ink_of_class (ink->style, &round, ink->sample->value);
  whence_graph_paint_shape (ink->pen, ink->style, &round, &sign, ink->x + WHENCE_SAMPLE_PX_RADIUS + 1,
                            ink->middle, WHENCE_SAMPLE_PX_RADIUS);
  whence_graph_paint_letters (ink->pen, ink->sample->number, round.shape,
                              ink->x + WHENCE_SAMPLE_PX_RADIUS + 1, ink->middle, WHENCE_SAMPLE_PX_RADIUS,
                              whence_graph_letters_on (ink->style, sign.fill));
}

/* A wedge: from the thinnest line to a thick one. */
void
whence_sample_paint_weight (const WhenceSampleInk *ink)
{
  const WhencePoint corners[] = { { ink->x, ink->middle - 0.6 },
                                  { ink->x + WHENCE_SAMPLE_PX_TIE, ink->middle - 3 },
                                  { ink->x + WHENCE_SAMPLE_PX_TIE, ink->middle + 3 },
                                  { ink->x, ink->middle + 0.6 } };
  whence_path_clear (ink->path);
  whence_path_polygon (ink->path, corners, G_N_ELEMENTS (corners));
  whence_pen_fill (ink->pen, ink->path, &WHENCE_SOLID (ink->style->category[WHENCE_CATEGORY_NEUTRAL]));
}

void
whence_sample_paint_joined (const WhenceSampleInk *ink)
{
  whence_path_clear (ink->path);
  whence_path_rect (ink->path, (WhenceRect){ ink->x, ink->middle - 1.2, WHENCE_SAMPLE_PX_TIE, 2.4 });
  whence_pen_fill (ink->pen, ink->path,
                   &WHENCE_SOLID (whence_color_mix (ink->style->ground, ink->style->text, 0.55)));
}

void
whence_sample_paint_possible (const WhenceSampleInk *ink)
{
  whence_sample_paint_tie (
    ink, ink->x, (WhenceTieLook){ .support = WHENCE_SUPPORT_SINGLE, .activity = WHENCE_ACTIVITY_POSSIBLE });
}

void
whence_sample_paint_faint (const WhenceSampleInk *ink)
{
  WhenceNodeInk sign = whence_graph_ink_of_type (ink->style, &any_type);
  whence_pen_push_opacity (ink->pen, (1 + ink->style->dimmed) / 2);
  whence_graph_paint_shape (ink->pen, ink->style, &any_type, &sign, ink->x + WHENCE_SAMPLE_PX_RADIUS + 1,
                            ink->middle, WHENCE_SAMPLE_PX_RADIUS);
  whence_pen_pop_opacity (ink->pen);
}
