/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs of entity types. Colour belongs to the facts, so the signs are ink and paper unless the bundle
 * or the reader wants otherwise: who acts is dark, what is owned or made is light. Constant time each. */
#include "paint/graph-shapes.h"

#include <math.h>

#define CAPITAL 0.72    /* of the size of the type: how high capitals and figures are */
#define LEAST_SCALE 0.6 /* of letters: smaller ones cannot be read */
#define BADGE 5.5       /* px */
#define TINT 0.3        /* of colour in shapes that are paper otherwise */

/* How much ink fills the shape: 0 paper, 1 text colour. */
static const double ink_of_shape[] = {
  [WHENCE_SHAPE_CIRCLE] = 0.82,  [WHENCE_SHAPE_ROUNDED] = 0.0,       [WHENCE_SHAPE_HEXAGON] = 0.14,
  [WHENCE_SHAPE_SQUARE] = 0.82,  [WHENCE_SHAPE_DOUBLE_CIRCLE] = 0.0, [WHENCE_SHAPE_DIAMOND] = 0.14,
  [WHENCE_SHAPE_TRIANGLE] = 0.3, [WHENCE_SHAPE_OCTAGON] = 0.0,       [WHENCE_SHAPE_PILL] = 0.0,
};

void
whence_graph_shape_path (WhencePath *path, WhenceShape shape, double x, double y, double radius)
{
  WhencePoint corners[8];
  guint n = whence_graph_shape_corners (shape, radius, corners);

  if (shape == WHENCE_SHAPE_ROUNDED)
    {
      double half = radius * WHENCE_GRAPH_ROUNDED_HALF;
      whence_path_rounded (path, (WhenceRect){ x - half, y - half, 2 * half, 2 * half },
                           radius * WHENCE_GRAPH_ROUNDED_CORNER);
    }
  else if (shape == WHENCE_SHAPE_PILL)
    {
      double half = radius * WHENCE_GRAPH_PILL_HALF;
      whence_path_rounded (path, (WhenceRect){ x - radius, y - half, 2 * radius, 2 * half }, half);
    }
  else if (n == 0)
    whence_path_circle (path, x, y, radius);
  else
    {
      for (guint i = 0; i < n; i++)
        corners[i] = (WhencePoint){ corners[i].x + x, corners[i].y + y };
      whence_path_polygon (path, corners, n);
    }
}

WhenceColor
whence_graph_letters_on (const WhenceStyle *style, WhenceColor fill)
{
  return whence_color_contrast (fill, style->ground) > whence_color_contrast (fill, style->text)
           ? style->ground
           : style->text;
}

static WhenceNodeInk
mix_ink (const WhenceStyle *style, WhenceShape shape, WhenceColor color, double least)
{
  return (WhenceNodeInk){ whence_color_mix (style->ground, color, MAX (ink_of_shape[shape], least)), color };
}

static WhenceNodeInk
ink_and_paper (const WhenceStyle *style, WhenceShape shape)
{
  WhenceNodeInk ink = mix_ink (style, shape, style->text, 0);

  ink.outline = whence_color_mix (style->ground, style->text, 0.82);
  return ink;
}

WhenceNodeInk
whence_graph_ink_of_type (const WhenceStyle *style, const WhenceEntityType *type)
{
  WhenceColor own;

  return whence_style_entity_color (style, type, &own) ? mix_ink (style, type->shape, own, TINT)
                                                       : ink_and_paper (style, type->shape);
}

WhenceNodeInk
whence_graph_ink_of_class (const WhenceStyle *style, const WhenceEntityType *type, guint32 klass)
{
  return mix_ink (style, type->shape, whence_style_class_color (style, klass), TINT);
}

void
whence_graph_paint_shape (WhencePen *pen, const WhenceStyle *style, const WhenceEntityType *type,
                          const WhenceNodeInk *ink, double x, double y, double radius)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceFill fill = WHENCE_SOLID (ink->fill);
  WhenceStroke outline = { .fill = WHENCE_SOLID (ink->outline), .width = style->stroke };

  whence_graph_shape_path (path, type->shape, x, y, radius);
  whence_pen_fill (pen, path, &fill);
  whence_pen_stroke (pen, path, &outline);
  if (type->shape == WHENCE_SHAPE_DOUBLE_CIRCLE)
    {
      whence_path_clear (path);
      whence_path_circle (path, x, y, radius * 0.68);
      outline.width = style->hairline;
      whence_pen_stroke (pen, path, &outline);
    }
}

/* Of the radius: how far letters may reach from the middle. */
static double
room_in (WhenceShape shape)
{
  switch (shape)
    {
    case WHENCE_SHAPE_TRIANGLE:
      return 0.56;
    case WHENCE_SHAPE_DOUBLE_CIRCLE:
      return 0.64;
    case WHENCE_SHAPE_DIAMOND:
    case WHENCE_SHAPE_PILL:
      return 0.7;
    case WHENCE_SHAPE_CIRCLE:
    case WHENCE_SHAPE_ROUNDED:
    case WHENCE_SHAPE_HEXAGON:
    case WHENCE_SHAPE_SQUARE:
    case WHENCE_SHAPE_OCTAGON:
    default:
      return 0.96;
    }
}

void
whence_graph_paint_letters (WhencePen *pen, const WhenceTextBlock *letters, WhenceShape shape, double x,
                            double y, double radius, WhenceColor color)
{
  const WhenceFontMetrics *metrics = whence_font_get_metrics (letters->font);
  const WhenceColor none = { 0 };
  double reach = hypot (letters->width / 2, CAPITAL * metrics->size / 2);
  double scale = MIN (1, room_in (shape) * radius / MAX (1, reach));

  if (letters->n_lines == 0 || scale < LEAST_SCALE)
    return;
  if (shape == WHENCE_SHAPE_TRIANGLE)
    y += 0.14 * radius;
  /* Capitals and figures are about 0.72 of the size high: their middle is the middle of the shape. */
  whence_pen_push_transform (pen, x, y, scale);
  whence_pen_text_block (pen, letters, 0, CAPITAL / 2 * metrics->size - metrics->ascent, WHENCE_ALIGN_MIDDLE,
                         color, none);
  whence_pen_pop_transform (pen);
}

void
whence_graph_paint_number_beside (WhencePen *pen, const WhenceStyle *style, const WhenceTextBlock *number,
                                  double x, double y, double radius, WhenceColor color)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceStroke halo = { .fill = WHENCE_SOLID (style->ground), .width = 2 };
  double away = 0.7071 * radius;

  whence_path_circle (path, x - away, y + away, BADGE);
  whence_pen_stroke (pen, path, &halo);
  whence_pen_fill (pen, path, &WHENCE_SOLID (color));
  whence_graph_paint_letters (pen, number, WHENCE_SHAPE_CIRCLE, x - away, y + away, BADGE,
                              whence_graph_letters_on (style, color));
}

void
whence_graph_paint_portrait (WhencePen *pen, const WhenceStyle *style, const WhenceEntityType *type,
                             const WhenceNodeInk *ink, const WhenceImage *image, double x, double y,
                             double radius)
{
  g_autoptr (WhencePath) path = whence_path_new ();
  WhenceStroke outline = { .fill = WHENCE_SOLID (ink->outline), .width = style->stroke };
  double reach = radius * WHENCE_GRAPH_FURTHEST_CORNER;

  whence_graph_paint_shape (pen, style, type, ink, x, y, radius);
  whence_graph_shape_path (path, type->shape, x, y, radius);
  whence_pen_image (pen, image, (WhenceRect){ x - reach, y - reach, 2 * reach, 2 * reach }, path);
  whence_pen_stroke (pen, path, &outline);
}
