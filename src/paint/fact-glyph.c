/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table of outlines in units of the radius, found by eye: areas alike, no two with the same silhouette,
 * nothing thinner than a pixel at 4 px. The diamond is left out: it means a dispute, or in a graph a fact.
 * Constant time each. */
#include "paint/fact-glyph.h"

#define HALO 1.25 /* px around a bead */
#define MOST 12   /* corners */

typedef struct
{
  guint n; /* 0: a disc */
  WhencePoint corners[MOST];
} Outline;

static const Outline outlines[WHENCE_N_GLYPHS] = {
  [WHENCE_GLYPH_DISC] = { 0, { { 0, 0 } } },
  [WHENCE_GLYPH_PLUS] = { 12,
                          { { -0.4, -1.1 },
                            { 0.4, -1.1 },
                            { 0.4, -0.4 },
                            { 1.1, -0.4 },
                            { 1.1, 0.4 },
                            { 0.4, 0.4 },
                            { 0.4, 1.1 },
                            { -0.4, 1.1 },
                            { -0.4, 0.4 },
                            { -1.1, 0.4 },
                            { -1.1, -0.4 },
                            { -0.4, -0.4 } } },
  [WHENCE_GLYPH_SQUARE] = { 4, { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } } },
  [WHENCE_GLYPH_TRIANGLE] = { 3, { { 0, -1.15 }, { 1.2, 0.95 }, { -1.2, 0.95 } } },
  [WHENCE_GLYPH_PENNANT] = { 3, { { 0, 1.15 }, { 1.2, -0.95 }, { -1.2, -0.95 } } },
  [WHENCE_GLYPH_STAR] = { 10,
                          { { 0, -1.3 },
                            { 0.33, -0.46 },
                            { 1.24, -0.4 },
                            { 0.54, 0.18 },
                            { 0.76, 1.05 },
                            { 0, 0.57 },
                            { -0.76, 1.05 },
                            { -0.54, 0.18 },
                            { -1.24, -0.4 },
                            { -0.33, -0.46 } } },
  [WHENCE_GLYPH_BOW] = { 6,
                         { { -1.25, -0.95 },
                           { 0, -0.3 },
                           { 1.25, -0.95 },
                           { 1.25, 0.95 },
                           { 0, 0.3 },
                           { -1.25, 0.95 } } },
  [WHENCE_GLYPH_PILLAR] = { 12,
                            { { -1, -1.1 },
                              { 1, -1.1 },
                              { 1, -0.55 },
                              { 0.4, -0.55 },
                              { 0.4, 0.55 },
                              { 1, 0.55 },
                              { 1, 1.1 },
                              { -1, 1.1 },
                              { -1, 0.55 },
                              { -0.4, 0.55 },
                              { -0.4, -0.55 },
                              { -1, -0.55 } } },
  [WHENCE_GLYPH_BOLT] = { 6,
                          { { 0.6, -1.35 },
                            { -1, 0.25 },
                            { -0.15, 0.25 },
                            { -0.6, 1.35 },
                            { 1, -0.25 },
                            { 0.15, -0.25 } } },
  [WHENCE_GLYPH_DOME] = { 7,
                          { { -1.15, 0.7 },
                            { -1.05, -0.1 },
                            { -0.6, -0.65 },
                            { 0, -0.85 },
                            { 0.6, -0.65 },
                            { 1.05, -0.1 },
                            { 1.15, 0.7 } } },
  [WHENCE_GLYPH_HOUSE] = { 5, { { 0, -1.2 }, { 0.9, -0.3 }, { 0.9, 1 }, { -0.9, 1 }, { -0.9, -0.3 } } },
  [WHENCE_GLYPH_DROP] = { 8,
                          { { -1.2, 0 },
                            { 0.1, -0.85 },
                            { 0.7, -0.8 },
                            { 1.1, -0.35 },
                            { 1.1, 0.35 },
                            { 0.7, 0.8 },
                            { 0.1, 0.85 },
                            { -1.2, 0 } } },
  [WHENCE_GLYPH_CHEVRON] = { 6,
                             { { -1, -1.1 },
                               { 0, -1.1 },
                               { 1.1, 0 },
                               { 0, 1.1 },
                               { -1, 1.1 },
                               { -0.1, 0 } } },
};

void
whence_glyph_path (WhencePath *path, WhenceGlyph glyph, double x, double y, double radius)
{
  const Outline *outline = &outlines[glyph];
  WhencePoint corners[MOST];

  if (outline->n == 0)
    {
      whence_path_circle (path, x, y, radius);
      return;
    }
  for (guint i = 0; i < outline->n; i++)
    corners[i] = (WhencePoint){ x + radius * outline->corners[i].x, y + radius * outline->corners[i].y };
  whence_path_polygon (path, corners, outline->n);
}

void
whence_glyph_paint_bead (const WhenceStyle *style, WhencePen *pen, WhencePath *path, WhenceGlyph glyph,
                         WhencePoint at, double radius, const WhenceFill *fill, const WhenceStroke *outline)
{
  WhenceStroke halo = { .fill = WHENCE_SOLID (style->ground), .width = outline->width + 2 * HALO };

  whence_path_clear (path);
  whence_glyph_path (path, glyph, at.x, at.y, radius);
  whence_pen_stroke (pen, path, &halo);
  whence_pen_fill (pen, path, fill);
  whence_pen_stroke (pen, path, outline);
}

gboolean
whence_glyph_is_special (WhenceGlyph glyph)
{
  return glyph != WHENCE_GLYPH_DISC;
}
