/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the hand has done to a node: a pin where it is pinned, the number of neighbours where some are not
 * shown. They are for the screen, where somebody can act on them; a picture counts below it what is left
 * out. */
#include "paint/graph-painter-private.h"

#define HEAD 4.0 /* px: of a pin */
#define NEEDLE 8.0
#define SLANT 0.7071
#define PAD 3.5 /* px around the number */

static void
draw_pin (const WhenceGraphInk *ink, const WhenceGraphNode *node)
{
  WhencePoint point = { node->at.x + SLANT * (node->radius - 1), node->at.y - SLANT * (node->radius - 1) };
  WhencePoint head = { point.x + SLANT * NEEDLE, point.y - SLANT * NEEDLE };
  WhenceFill fill = WHENCE_SOLID (ink->style->accent);
  WhenceStroke ground = { .fill = WHENCE_SOLID (ink->style->ground), .width = 2 };
  WhenceStroke needle = { .fill = fill, .width = 1.6 };

  whence_path_clear (ink->path);
  whence_path_move_to (ink->path, point.x, point.y);
  whence_path_line_to (ink->path, head.x, head.y);
  whence_pen_stroke (ink->pen, ink->path, &needle);
  whence_path_clear (ink->path);
  whence_path_circle (ink->path, head.x, head.y, HEAD);
  whence_pen_stroke (ink->pen, ink->path, &ground);
  whence_pen_fill (ink->pen, ink->path, &fill);
}

static void
draw_beyond (const WhenceGraphInk *ink, const WhenceGraphNode *node)
{
  const WhenceTextBlock *text = &node->beyond;
  double width = text->width + 2 * PAD, height = text->height;
  WhenceRect box = { node->at.x - SLANT * node->radius - width + PAD,
                     node->at.y - SLANT * node->radius - height + PAD, width, height };
  WhenceFill ground = WHENCE_SOLID (ink->style->ground);
  WhenceStroke edge = { .fill = WHENCE_SOLID (ink->style->accent), .width = ink->style->hairline };
  WhenceColor none = { 0 };

  whence_path_clear (ink->path);
  whence_path_rounded (ink->path, box, height / 2);
  whence_pen_fill (ink->pen, ink->path, &ground);
  whence_pen_stroke (ink->pen, ink->path, &edge);
  whence_pen_text_block (ink->pen, text, box.x + width / 2, box.y, WHENCE_ALIGN_MIDDLE, ink->style->accent,
                         none);
}

void
whence_graph_paint_hand (const WhenceGraphInk *ink, const WhenceGraphNode *node)
{
  if (ink->paint->highlight == NULL)
    return;
  if (node->pinned)
    draw_pin (ink, node);
  if (node->beyond.n_lines > 0)
    draw_beyond (ink, node);
}
